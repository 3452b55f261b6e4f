"""A worked example: one op-ed, its notes, and what they are built into."""

from pathlib import Path

import pytest

from pipeline.gold import read_notes
from pipeline.gold.build import build
from pipeline.gold.problems import Problems
from pipeline.record import Article

EXAMPLE = Path(__file__).parent / "example"


@pytest.fixture(scope="session")
def example():
    document, problems = read_notes(EXAMPLE / "dry-wells.yaml", EXAMPLE)
    assert problems == []
    return document


@pytest.fixture
def annotate():
    """(document, messages) of a text and the notes on it."""

    def made(text, notes):
        problems = Problems("t.yaml")
        document = build(notes, Article(where="t.md", id="t", text=text), problems)
        return document, [str(problem) for problem in problems.found]

    return made
