"""What holds for any text: exact offsets, ordered days, the same answer on any day of the year, linear time."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.record import Date
from pipeline.stages.dates.date import find
from pipeline.stages.dates.scan import RULES, longest

PIECES = [
    "in", "since", "by", "1994", "2018", "early", "the late", "20th century", "March", "3", "3rd", "of", "from",
    "to", "and", "between", "last", "month", "two", "weeks", "ago", "Tuesday", "may", "'90s", "–", "-", ",", ".",
    "\n", "\n\n", "\u00a0", "2019-20", "BC", "FY", "Q3", "ten", "years", "later", "that", "year", "Christmas",
    "🙂", "é", "the", "Cold War", "over", "decades of", "every", "9/11", "3/3/21", "31", "February", "9999", "0001",
    "then", "by", "now", "week", "beginning", "the 4th", "the 9th", "Sunday", "half", "first", "quarter", "before", "since",
    "that March", "summers", "later", "or", "a half", "at 3 p.m.", "noon", "for", "at least", "past", "next", "last", "Q3",
    "2019-20", "this", "time", "out", "is", "Mother's Day", "rains", "morning", "early", "hours", "1,000", "mid-",
    "20１9", "٣", "19٩0s", "5/٤/2019",
]  # fmt: skip
WORDS = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)
DAYS = st.none() | st.sampled_from([dt.date.min, dt.date.max, dt.date(2024, 2, 29)]) | st.dates()


@settings(deadline=None, max_examples=300)
@given(text=WORDS | st.text(max_size=120), published=DAYS)
def test_any_text_gives_sound_records(text: str, published: dt.date | None) -> None:
    end = 0
    for found in find(text, published=published):
        row = found.row(text, "d1")
        Date.model_validate(row)  # closed sets of values, first before last
        for part in (row["span"], row["core"]):
            assert text[part["start"] : part["end"]] == part["text"] != ""
        assert row["span"]["start"] <= row["core"]["start"] < row["core"]["end"] <= row["span"]["end"]
        assert row["span"]["start"] >= end
        end = row["span"]["end"]
        assert f"{row['timex']}{row['edtf']}".isascii()


@settings(deadline=None, max_examples=50)
@given(text=WORDS, published=DAYS)
def test_reading_twice_gives_the_same(text: str, published: dt.date | None) -> None:
    assert find(text, published=published) == find(text, published=published)


@settings(deadline=None, max_examples=200)
@given(text=WORDS)
def test_searching_near_words_of_time_finds_what_a_search_everywhere_finds(text: str) -> None:
    everywhere = [
        (match.start(), -match.end(), rule.name, reading)
        for rule in RULES
        for match in rule.pattern.finditer(text)
        if (reading := rule.read(match)) is not None
    ]
    taken, end = [], 0
    for start, minus_end, name, _ in sorted(everywhere, key=lambda found: found[:2]):
        if start >= end:
            taken.append((name, -minus_end))
            end = -minus_end
    assert [(found.rule, found.end) for found in longest(text)] == taken


@settings(deadline=None)
@given(text=WORDS)
def test_without_a_day_of_publication_nothing_is_measured_from_one(text: str) -> None:
    assert all(found.anchored_to != "published" for found in find(text, published=None))


def test_figures_behind_words_are_found_too() -> None:
    """Words and figures are marked one after the other: each kind holds only one sort, in the order of the text."""
    filler = "and so it went on in the town. " * 9
    text = f"It took 12 years. {filler}It took two years. {filler}It took 20,000 years. {filler}It took nine years."
    assert [date.timex for date in find(text, published=None)] == ["P12Y", "P2Y", "P20000Y", "P9Y"]


def test_figures_of_other_scripts_are_read_as_what_they_are() -> None:
    found = find("It opened on ٣ May 20１9.", published=None)
    assert [(date.start, date.end, date.edtf) for date in found] == [(10, 23, "2019-05-03")]
