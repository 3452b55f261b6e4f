"""Units of time, their first and last day; heads of phrases, where the annotator marks none."""

import datetime as dt

import pytest

from pipeline.gold.heads import noun_head, verb_head
from pipeline.gold.problems import Wrong
from pipeline.gold.quotes import Source
from pipeline.gold.units import third, unit


@pytest.mark.parametrize(
    ("written", "first", "last", "grain"),
    [
        ("2019", "2019-01-01", "2019-12-31", "year"), ("1990s", "1990-01-01", "1999-12-31", "decade"),
        ("19c", "1801-01-01", "1900-12-31", "century"), ("1c", "0001-01-01", "0100-12-31", "century"),
        ("2024-Q1", "2024-01-01", "2024-03-31", "quarter"), ("2024-Q2", "2024-04-01", "2024-06-30", "quarter"),
        ("2024-Q3", "2024-07-01", "2024-09-30", "quarter"), ("2024-Q4", "2024-10-01", "2024-12-31", "quarter"),
        ("2024-H1", "2024-01-01", "2024-06-30", "half"), ("2024-H2", "2024-07-01", "2024-12-31", "half"),
        ("2024-spring", "2024-03-01", "2024-05-31", "season"), ("2024-summer", "2024-06-01", "2024-08-31", "season"),
        ("2024-autumn", "2024-09-01", "2024-11-30", "season"), ("2024-winter", "2024-12-01", "2025-02-28", "season"),
        ("2024-01", "2024-01-01", "2024-01-31", "month"), ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2024-12", "2024-12-01", "2024-12-31", "month"), ("2024-05-31", "2024-05-31", "2024-05-31", "day"),
        ("2024..2025", "2024-01-01", "2025-12-31", "year"), ("2024-05-03..2024-06", "2024-05-03", "2024-06-30", "day"),
        ("1990s..2003", "1990-01-01", "2003-12-31", "year"), ("2024-Q1..2024-H2", "2024-01-01", "2024-12-31", "quarter"),
        ("19c..1950s", "1801-01-01", "1959-12-31", "decade"), ("2024-spring..2024-05", "2024-03-01", "2024-05-31", "month"),
    ],
)  # fmt: skip
def test_the_first_and_last_day_of_a_unit(written: str, first: str, last: str, grain: str) -> None:
    found = unit(written)
    assert (str(found.first), str(found.last), found.grain) == (first, last, grain)


@pytest.mark.parametrize(
    "written",
    ["2024-Q5", "2024-H3", "2024-fall", "24", "2024-5", "2024-05-1", "100c", "2024..", "..2024", "2024s-01"],
)
def test_what_is_no_unit(written: str) -> None:
    with pytest.raises(Wrong, match="is not a unit: 2019"):
        unit(written)


@pytest.mark.parametrize("written", ["2024-13", "2024-00", "2023-02-29", "2024-04-31", "0000", "0c"])
def test_days_that_there_are_not(written: str) -> None:
    with pytest.raises(Wrong, match="is no day that there is"):
        unit(written)


@pytest.mark.parametrize(
    ("written", "start", "mid", "end"),
    [
        ("2024", ("2024-01-01", "2024-04-30"), ("2024-05-01", "2024-08-31"), ("2024-09-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-10"), ("2024-02-11", "2024-02-20"), ("2024-02-21", "2024-02-29")),
        ("1990s", ("1990-01-01", "1993-04-30"), ("1993-05-01", "1996-08-31"), ("1996-09-01", "1999-12-31")),
        ("20c", ("1901-01-01", "1934-04-30"), ("1934-05-01", "1967-08-31"), ("1967-09-01", "2000-12-31")),
    ],
)  # fmt: skip
def test_thirds(written: str, start: tuple[str, str], mid: tuple[str, str], end: tuple[str, str]) -> None:
    whole = unit(written)
    thirds = {name: third(whole, name) for name in ("start", "mid", "end")}
    assert {name: (str(each.first), str(each.last)) for name, each in thirds.items()} == {
        "start": start,
        "mid": mid,
        "end": end,
    }
    assert {each.grain for each in thirds.values()} == {whole.grain}


def test_units_without_thirds() -> None:
    for written, grain in (
        ("2024-Q1", "quarter"),
        ("2024-H1", "half"),
        ("2024-spring", "season"),
        ("2024-05-31", "day"),
    ):
        with pytest.raises(Wrong, match=f"a {grain} has no thirds in the guidelines"):
            third(unit(written), "mid")
    assert unit("2024").first == dt.date(2024, 1, 1)


def head(phrase: str, lemma: str | None = None) -> str:
    source = Source.of(phrase)
    edge = (0, len(phrase))
    start, end = noun_head(source, edge) if lemma is None else verb_head(source, edge, lemma)
    return phrase[start:end]


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("the old dam", "dam"), ("the ministry of water", "ministry"), ("farmers, who wait", "farmers"), ("by the town", "town"),
        ("more than half of the wells", "half"), ("dam", "dam"), ("the", "the"), ("of the", "the"), ("“the dam”", "dam"),
        ("$5 million", "$"), ("US$5", "US$"), ("the $87 million bridge", "bridge"), ("at least £3bn in aid", "£"), ("$ signs", "signs"),
        ("to feed the poor", "feed"), ("to the poor", "poor"), ("to Ghana", "Ghana"), ("the dam: a wall", "dam"),
        ("the towns whose wells dried", "towns"), ("Turkana,", "Turkana"), ("5 wells", "wells"),
    ],
)  # fmt: skip
def test_the_head_of_a_phrase(phrase: str, noun: str) -> None:
    assert head(phrase) == noun


@pytest.mark.parametrize(
    ("phrase", "lemma", "verb"),
    [
        ("had run out", "run out", "run"), ("has been paying", "pay", "paying"), ("were being", "be", "being"), ("'s", "be", "'s"),
        ("will not be", "be", "be"), ("becomes", "be", "becomes"), ("pay and pay", "pay", "pay"), ("has gone", "go", "gone"),
        ("went", "go", "went"), ("have taken,", "take", "taken"),
    ],
)  # fmt: skip
def test_the_head_of_a_verb_group(phrase: str, lemma: str, verb: str) -> None:
    assert head(phrase, lemma) == verb
    if phrase == "pay and pay":
        assert verb_head(Source.of(phrase), (0, len(phrase)), lemma) == (8, 11)  # the last of several
