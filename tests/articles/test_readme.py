"""The example that the README shows is what the program says."""

import datetime as dt
from pathlib import Path

import pytest

from pipeline import extract

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def example(nlp):
    sentence = next(line[2:] for line in README.splitlines() if line.startswith("> "))
    return extract(sentence, nlp=nlp)


def test_the_example_of_the_readme(example):
    rows = [
        line.split("|")[1].strip() for line in README.splitlines() if line.startswith("| ") and ". |" in line
    ]
    assert [claim.text for claim in example.claims] == rows
    assert [claim.attribution.source_type for claim in example.claims] == ["author", "author", "generic"]
    assert [claim.transfer and claim.transfer.status for claim in example.claims] == [
        "pledged",
        "pledged",
        None,
    ]
    assert {str(amount.value) for amount in example.amounts} >= {"20000000", "25000000"}
    assert [day.last for day in example.dates] == [dt.date(2027, 12, 31)]


def test_the_python_of_the_readme():
    code = README.split("```python\n", 1)[1].split("```", 1)[0]
    names: dict = {}
    exec(compile(code, "README.md", "exec"), names)
    assert names["document"].claims[0].text == "Norway gave $3 million to the clinics last year."
    assert [row["text"] for row in names["doc"]._.claims] == [
        "Norway gave $3 million to the clinics last year."
    ]
