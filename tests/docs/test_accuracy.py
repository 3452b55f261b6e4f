"""The page of figures: lifted from one place, and its examples are of `dev` alone."""

import csv

from maker import DOCS, ROOT, accuracy

PAGE = (DOCS / "accuracy.md").read_text(encoding="utf-8")


def test_the_figures_are_those_of_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = readme.split(accuracy.BEGIN)[1].split(accuracy.END)[0]
    assert table.count("\n") > 10
    assert table in PAGE


def test_links_are_as_seen_from_docs():
    assert accuracy.relative("[a](docs/b.md) [c](models/README.md) [d](https://e)") == (
        "[a](b.md) [c](../models/README.md) [d](https://e)"
    )


def test_errors_are_shown_of_dev_only():
    with (ROOT / "corpus" / "split.csv").open(encoding="utf-8", newline="") as file:
        parts = {row["document"]: row["split"] for row in csv.DictReader(file)}
    for each in accuracy.chosen():
        assert parts[each["document"]] == "dev", each["document"]
        text = (ROOT / "corpus" / "articles" / f"{each['document']}.md").read_text(encoding="utf-8")
        assert each["words"] in text


def test_every_chosen_error_is_on_the_page():
    rows = [line for line in PAGE.split("<!-- made: errors -->")[1].splitlines() if line.startswith("| ")]
    assert len(rows) == 2 + len(accuracy.chosen())
    assert all(each["why"] in row for each, row in zip(accuracy.chosen(), rows[2:], strict=True))
