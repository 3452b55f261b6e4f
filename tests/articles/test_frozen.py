"""What two op-eds give, kept in `frozen/` and compared byte for byte: a change of it is looked at as a diff.

    REFRESH=1 python -m pytest tests/articles/test_frozen.py     # writes it anew; then read `git diff tests/articles/frozen`

A line for each name, amount, date, sum, claim and skipped sentence; `made_by` is left out, since it is another after
each change of a table. They hold on every x86-64 processor of the last ten years (AVX2 and FMA) and with every version
of ONNX Runtime (decisions/0022); others multiply and add otherwise, and the comparison is skipped.
"""

import json
import os
import platform
from pathlib import Path

import pytest

from pipeline.extraction import extract_all
from pipeline.read import read
from pipeline.record import Document

ROOT = Path(__file__).parents[2]
FROZEN = Path(__file__).parent / "frozen"
ARTICLES = (FROZEN / "the-clinic-fund.md", ROOT / "corpus" / "articles" / "campus-ledger.md")
LISTS = ("entities", "amounts", "dates", "sums", "claims", "skipped")


def shown(document):
    """The record as JSON with a line for each thing in its lists, and the other fields on the first line."""
    whole = json.loads(document.to_json())
    head = {key: value for key, value in whole.items() if key not in (*LISTS, "made_by")}
    lists = [json.dumps(name) + ": [\n" + ",\n".join(map(_line, whole[name])) + "\n]" for name in LISTS]
    return "{" + _line(head)[1:-1] + ",\n" + ",\n".join(lists) + "}\n"


def _line(value):
    return json.dumps(value, ensure_ascii=False)


@pytest.fixture(scope="module")
def found(nlp):
    """Name of the file → what belongs into it."""
    articles = read([str(path) for path in ARTICLES])
    made = {f"{one.id}.json": shown(one) for one in extract_all(articles, nlp=nlp)}
    if os.environ.get("REFRESH"):
        for name, text in made.items():
            (FROZEN / name).write_bytes(text.encode("utf-8"))
    return made


def test_nothing_is_lost_in_what_is_shown(nlp):
    (document,) = extract_all(read([str(ARTICLES[0])]), nlp=nlp)
    again = {**json.loads(shown(document)), "made_by": document.made_by.model_dump()}
    assert Document.model_validate(again) == document
    assert all(getattr(document, name) for name in LISTS)


@pytest.mark.skipif(
    platform.machine() not in ("x86_64", "AMD64"), reason="frozen on x86-64: others round otherwise"
)
@pytest.mark.parametrize("name", [f"{path.stem}.json" for path in ARTICLES])
def test_the_same_as_it_was(found, name):
    assert found[name] == (FROZEN / name).read_bytes().decode("utf-8"), (
        f"{name} would be another: REFRESH=1 python -m pytest tests/articles/test_frozen.py, then read the git diff"
    )
