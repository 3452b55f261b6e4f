"""docs/queries.md names every question with its columns. Its rows are checked by `benchmarks/queries.py OUTPUTS --check`."""

import re
from pathlib import Path

from pipeline.store.sql.views import questions

PAGE = Path(__file__).parents[3] / "docs" / "queries.md"


def test_every_question_has_its_section():
    sections = dict(
        re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    )
    assert set(sections) == set(questions())
    for name, question in questions().items():
        assert question.title in sections[name]
        listed = re.findall(r"^- `(\w+)`: (.+)$", sections[name], re.MULTILINE)
        assert dict(listed) == question.columns
        if "| " in sections[name]:  # a table has its columns in its head, or, where they are many, one a line
            across = f"| {' | '.join(question.columns)} |" in sections[name]
            down = re.findall(r"^\| `(\w+)` \|", sections[name], re.MULTILINE)
            assert across or down == list(question.columns)
