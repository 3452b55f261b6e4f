"""What a sceptical editor would check first on a real op-ed: every sum, every year, who speaks, what is no claim."""

import re
from collections import Counter
from decimal import Decimal

import pytest

SUMS = [
    ("200000000", "gt"), ("2800000000", "gt"), ("2290000000", "approx"), ("1760000000", "eq"), ("730000000", "eq"),
    ("39000000", "approx"), ("11000000", "eq"), ("1800000", "eq"), ("3100000000", "eq"), ("1950000000", "eq"),
]  # fmt: skip
YEARS = [
    ("2030", "by"), ("1953", "in"), ("1991", "in"), ("1991", "in"), ("2018", "by"), ("2025", "by"), ("1999", "in"),
    ("2025", "in"), ("2025", "in"), ("1994", "since"), ("2025", "in"), ("2023", "in"), ("2025", "in"),
]  # fmt: skip
"""In any order of the text; a bare year before a noun ("the 1999 loan") has relation in or none."""


def test_all_ten_dollar_amounts(real):
    sums = [one for one in real.amounts if one.currency == "USD" and one.value is not None]
    assert [(str(one.value), one.comparator) for one in sums] == SUMS
    assert {one.currency_basis for one in sums} <= {"default", "context", "outlet", "unique_mark"}


def test_no_year_is_an_amount(real):
    assert not [
        one for one in real.amounts if one.value is not None and Decimal(1900) < one.value < Decimal(2100)
    ]


def test_every_year_has_its_relation(real):
    found = Counter()
    for one in real.dates:
        year = re.search(r"\b(?:19|20)\d\d\b", one.core.text)
        if year:
            found[year.group(), one.relation or "in"] += 1
    assert Counter(YEARS) - found == Counter()


def test_the_sentence_that_decides(real):
    """Three figures, three claims, each with its own sum and all with the date they share."""
    by_sum = {one.id: str(one.value) for one in real.amounts}
    claims = [one for one in real.claims if "umulative figures" in one.text]
    assert [[by_sum[id_] for id_ in one.amounts] for one in claims] == [
        ["2290000000"],
        ["1760000000"],
        ["730000000"],
    ]
    dates = {one.id: (one.relation, str(one.last)) for one in real.dates}
    assert all(("by", "2025-12-31") in [dates[id_] for id_ in one.dates] for one in claims)
    assert [one.text for one in claims][1:] == [
        "Cumulative figures reached $1.76 billion in grant aid by 2025.",
        "Cumulative figures reached $730 million in technical cooperation by 2025.",
    ]
    assert {edit.reason for one in claims[1:] for edit in one.edits} >= {"shared_predicate", "shared_adjunct"}


def test_what_stands_around_the_body_is_metadata(real):
    assert (real.byline, real.outlet) == ("Dr. Seun Sam", "FRESH NEWS")
    assert {one.field: one.span.text for one in real.found} == {
        "place": "Phnom Penh", "byline": "Dr. Seun Sam", "outlet": "FRESH NEWS",
    }  # fmt: skip
    assert not [one for one in real.claims if "policy analyst" in one.text or "FRESH NEWS" in one.text]
    assert {one.reason for one in real.skipped} >= {"dateline", "byline", "boilerplate"}


@pytest.mark.parametrize(
    "words", ["honor Japan's heartfelt legacy", "time to walk it together", "time to act on that sentiment"]
)
def test_the_recommendations_at_its_end(real, words):
    assert [one.kind for one in real.claims if words in one.span.text] == ["recommendation"]


def test_imperative_for_cambodia(real):
    claims = [one for one in real.claims if "cherish this enduring friendship" in one.text]
    assert [(one.kind, one.subject.text) for one in claims[:1]] == [("recommendation", "Cambodia")]
