"""Other answers that gold accepts, field by field: what they change with them."""

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.record import Document
from pipeline.score import Error, score
from pipeline.score.match import match

TEXT = "Ana said that Ruvia paid $5 in 1999."


def errors(found: Document, gold: Document) -> list[Error]:
    return score([found], [gold]).errors()


@pytest.mark.parametrize(
    ("comparator", "low", "high"),
    [
        ("eq", "5", "5"), ("gt", "5", None), ("ge", "5", None), ("lt", None, "5"), ("le", None, "5"), ("approx", "4", "6"),
    ],
)  # fmt: skip
def test_another_comparator_has_the_bounds_of_the_book(
    draft: Callable, comparator: str, low: str | None, high: str | None
) -> None:
    """Guidelines, § 5: "more than" and "at least" leave the upper end open, "less than" and "at most" the lower."""
    gold = (
        draft(TEXT).money("$5", "5", "range", low="1", high="9").accept("a1", "comparator", comparator).done()
    )
    right = draft(TEXT).money("$5", "5", comparator, low=low, high=high).done()
    wrong = draft(TEXT).money("$5", "5", comparator, low="2", high="2").done()
    assert errors(right, gold) == []
    assert [error.field for error in errors(wrong, gold)] == ([] if comparator == "approx" else ["bounds"])


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1999-01-01/1999-12-31", "1999-01-01", "1999-12-31"),
        ("../1999-12-31", None, "1999-12-31"),
        ("1999-01-01/..", "1999-01-01", None),
        ("../..", None, None),
        (None, None, None),
    ],
)
def test_other_days_and_open_ends(
    draft: Callable, value: str | None, first: str | None, last: str | None
) -> None:
    gold = draft(TEXT).date("in 1999", "1998-01-01", "1998-12-31").accept("d1", "days", value).done()
    assert errors(draft(TEXT).date("in 1999", first, last).done(), gold) == []
    (error,) = errors(draft(TEXT).date("in 1999", "1997-01-01", "1997-12-31").done(), gold)
    assert (error.field, error.gold) == ("days", "1998-01-01 1998-12-31")


def test_who_is_taken_for_the_author_is_quoted_by_nobody(draft: Callable) -> None:
    said = {"source_type": "person", "source": draft(TEXT).at("Ana"), "content": "indirect"}
    gold = (
        draft(TEXT)
        .claim("Ruvia paid $5", "paid", attribution=said)
        .accept("c1", "source_type", "author")
        .done()
    )
    assert errors(draft(TEXT).claim("Ruvia paid $5", "paid").done(), gold) == []


def test_another_sort_of_source_is_the_same_words(draft: Callable) -> None:
    said: dict[str, Any] = {"source_type": "person", "source": draft(TEXT).at("Ana"), "content": "indirect"}
    gold = (
        draft(TEXT)
        .claim("Ruvia paid $5", "paid", attribution=said)
        .accept("c1", "source_type", "organisation")
        .done()
    )
    other = said | {"source_type": "organisation"}
    assert errors(draft(TEXT).claim("Ruvia paid $5", "paid", attribution=other).done(), gold) == []
    nobody = other | {"source": None, "content": "none"}
    found = errors(draft(TEXT).claim("Ruvia paid $5", "paid", attribution=nobody).done(), gold)
    assert [(e.field, e.gold, e.found) for e in found] == [
        ("content", "indirect", "none"),
        ("source", "Ana", None),
    ]


def test_another_relation_and_another_name_for_a_label(draft: Callable) -> None:
    gold = (
        draft(TEXT)
        .date("in 1999", None, None)
        .accept("d1", "relation", "since")
        .name("Ruvia")
        .accept("e1", "label", "ORG")
    )
    found = draft(TEXT).date("in 1999", None, None, "since").name("Ruvia", "ORG")
    assert errors(found.done(), gold.done()) == []
    third = draft(TEXT).date("in 1999", None, None, "until").name("Ruvia", "LOC")
    assert [(e.field, e.gold) for e in errors(third.done(), gold.done())] == [
        ("label", "GPE"),
        ("relation", "in"),
    ]


def test_a_subject_that_is_neither_is_told_beside_gold_s_own(draft: Callable) -> None:
    gold = (
        draft(TEXT)
        .claim("Ruvia paid $5", "paid", subject="Ruvia")
        .accept("c1", "subject", words="Ana")
        .done()
    )
    (error,) = errors(draft(TEXT).claim("Ruvia paid $5", "paid", subject="paid").done(), gold)
    assert (error.gold, error.found) == ("Ruvia", "paid")
    (empty,) = errors(draft(TEXT).claim("Ruvia paid $5", "paid").done(), gold)
    assert (empty.gold, empty.found, empty.cause) == ("Ruvia", None, "left empty")


def test_gold_says_what_it_was_taken_to_say(draft: Callable) -> None:
    gold = (
        draft(TEXT)
        .claim("Ruvia paid $5", "paid", subject="Ruvia")
        .accept("c1", "subject", words="Ana")
        .done()
    )
    found = draft(TEXT).claim("Ruvia paid $5", "paid", subject="Ana").done()
    (claim,) = match(gold, found).claims.gold
    assert claim.subject is not None and (claim.subject.text, claim.subject.span.text) == ("Ana", "Ana")
    assert errors(found, gold) == errors(gold, gold) == []


def test_a_subject_that_may_be_lacking_may_also_be_there(draft: Callable) -> None:
    gold = draft(TEXT).claim("Ruvia paid $5", "paid", subject="Ruvia").accept("c1", "subject").done()
    assert errors(gold, gold) == errors(draft(TEXT).claim("Ruvia paid $5", "paid").done(), gold) == []
    (error,) = errors(draft(TEXT).claim("Ruvia paid $5", "paid", subject="paid").done(), gold)
    assert (error.gold, error.found) == ("Ruvia", "paid")


def test_a_span_that_is_accepted_without_words_changes_nothing(draft: Callable) -> None:
    gold = draft(TEXT).name("Ruvia").accept("e1", "span").done()
    assert errors(gold, gold) == []
    (error,) = errors(draft(TEXT).name("Ruvia paid").done(), gold)
    assert (error.sort, error.gold) == ("edges", "Ruvia")


def test_another_subject_does_not_move_the_claim(draft: Callable) -> None:
    gold = (
        draft(TEXT)
        .claim("Ruvia paid $5", "paid", subject="Ruvia")
        .accept("c1", "subject", words="Ana said that")
        .done()
    )
    (error,) = errors(draft(TEXT).claim("Ana said that", "said", subject="Ana said that").done(), gold)[:1]
    assert (error.sort, error.found) == ("spurious", "Ana said that")


@pytest.mark.parametrize("half", ["Ana said that Ruvia paid", "Ruvia paid $5 in 1999"])
def test_words_that_another_span_takes_in_are_there_once(draft: Callable, half: str) -> None:
    """Borrowed words stay, unless the other span holds them."""
    gold = (
        draft(TEXT)
        .claim("Ruvia paid", "paid", pieces=("Ana", "Ruvia paid", "1999"))
        .accept("c1", "span", words=half)
        .done()
    )
    found = (
        draft(TEXT)
        .claim(half, "paid", pieces=("Ana", half) if half.startswith("Ruvia") else (half, "1999"))
        .done()
    )
    rows = {
        r.measure: r
        for r in score([found], [gold]).rows()
        if (r.stage, r.scope, r.label) == ("claims", "end_to_end", "")
    }
    assert (rows["strict"].right, rows["words"].gold, rows["words"].found, rows["words"].right) == (
        1,
        6,
        6,
        6,
    )


def test_another_span_may_have_pieces_of_its_own(draft: Callable) -> None:
    one = draft(TEXT)
    gold = one.claim("Ruvia paid $5", "paid")
    gold.leeway["accept"].append(
        {"of": "c1", "field": "span", "span": one.at("Ana said that Ruvia paid"),
         "fragments": [one.at("Ana"), one.at("Ruvia paid")]}
    )  # fmt: skip
    found = draft(TEXT).claim("Ana said that Ruvia paid", "paid", pieces=("Ana", "Ruvia paid")).done()
    assert errors(found, gold.done()) == []
    rows = {
        r.measure: r
        for r in score([found], [gold.done()]).rows()
        if (r.stage, r.scope) == ("claims", "end_to_end")
    }
    assert (rows["words"].gold, rows["words"].right) == (3, 3)


def test_an_optional_name_takes_along_whatever_was_found_for_it(draft: Callable) -> None:
    gold = draft(TEXT).name("Ruvia").name("Ana").optional("e1").done()
    assert errors(draft(TEXT).name("that Ruvia").name("Ana").done(), gold) == []


@pytest.mark.parametrize(("words", "spurious"), [("paid $5 in 1999", []), ("$5 in 1999", ["$5 in 1999"])])
def test_half_of_the_words_make_a_claim_the_optional_one(
    draft: Callable, words: str, spurious: list[str]
) -> None:
    """Four words each, two in common: F1 .5; with three words and one in common .29."""
    gold = draft(TEXT).claim("that Ruvia paid $5", "paid").optional("c1").done()
    found = draft(TEXT).claim(words, words.split()[0]).done()
    assert [error.found for error in errors(found, gold)] == spurious


def test_a_second_amount_that_is_optional_is_asked_of_no_claim(draft: Callable) -> None:
    gold = draft(TEXT).money("$5", "5").money("1999", "1999").optional("a2")
    gold.claim("Ruvia paid $5", "paid", amounts=["a1", "a2"])
    found = draft(TEXT).money("$5", "5").claim("Ruvia paid $5", "paid", amounts=["a1"])
    assert errors(found.done(), gold.done()) == []
    (row,) = [r for r in score([found.done()], [gold.done()]).rows()
              if (r.measure, r.scope) == ("amounts", "end_to_end")]  # fmt: skip
    assert (row.gold, row.found, row.right) == (1, 1, 1)
