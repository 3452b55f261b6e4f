"""Where the lines are drawn: the case on the line and the one beside it."""

from collections.abc import Callable
from itertools import groupby

import pytest

from pipeline.record import Document
from pipeline.score import score

TEXT = "a b c d e f g h i j k"


def right(found: Document, gold: Document, measure: str, stage: str = "claims", label: str = "") -> float:
    rows = score([found], [gold]).rows()
    key = (stage, measure, "end_to_end", label)
    return next(r.right for r in rows if (r.stage, r.measure, r.scope, r.label) == key)


@pytest.mark.parametrize(
    ("gold", "found", "same", "words"),
    [
        ("a b c d", "c d e f", 1, 2),  # F1 .5: the same claim
        ("a b c d", "c d e f g", 0, 2),  # F1 .44: their words count, their fields do not
        ("a b c d e", "e f g h i", 0, 1),  # F1 .2
        ("a b c d e", "e f g h i j", 0, 0),  # F1 .18: nothing to do with each other
    ],
)
def test_how_many_shared_words_make_a_pair(
    draft: Callable, gold: str, found: str, same: int, words: int
) -> None:
    wanted, given = draft(TEXT).claim(gold, gold[0]).done(), draft(TEXT).claim(found, found[0]).done()
    assert (right(given, wanted, "partial"), right(given, wanted, "words")) == (same, words)


def test_borrowed_words_decide_between_claims_on_one_span(draft: Callable) -> None:
    text = "Ana and Bo came"
    gold = draft(text).claim("came", "came", pieces=("Ana", "came"))
    gold.claim("came", "came", pieces=("Bo", "came"), kind="evaluation")
    found = draft(text).claim("came", "came", pieces=("Bo", "came"), kind="evaluation")
    assert right(found.done(), gold.done(), "kind") == 1


@pytest.mark.parametrize(("subject", "same"), [("a b", 1), ("c d e", 0), ("b c", 1), ("b c d", 0), ("e", 0)])
def test_half_of_the_words_make_the_same_role(draft: Callable, subject: str, same: int) -> None:
    gold = draft(TEXT).claim("a b c d e f", "f", subject="a b").done()
    found = draft(TEXT).claim("a b c d e f", "f", subject=subject).done()
    assert right(found, gold, "subject") == same


def test_a_piece_lies_mostly_inside(draft: Callable) -> None:
    whole = draft(TEXT).claim("a b c d", "a").done()
    inside = draft(TEXT).claim("a b c", "a").claim("d", "d").done()
    half_inside = draft(TEXT).claim("a b c", "a").claim("d e", "e").done()
    assert score([inside], [whole]).to_dict()["splits"] == 1
    assert score([half_inside], [whole]).to_dict()["splits"] == 0


def test_percent_and_percentage_points_differ(draft: Callable) -> None:
    text = "It fell by 4 points."
    gold = draft(text).money("4 points", "4", unit="percentage_points", currency=None).done()
    found = draft(text).money("4 points", "4", unit="percent", currency=None).done()
    assert right(found, gold, "value", "money") == 1
    assert right(found, gold, "+currency", "money") == 0


def test_sums_of_money_are_counted_alone(draft: Callable) -> None:
    gold = draft("It fell to $4.").money("$4", "4").done()
    found = draft("It fell to $4.").money("$4", "4", unit="percent").done()
    assert right(found, gold, "partial", "money") == 1
    assert right(found, gold, "partial", "money", "currency") == 0
    assert right(gold, found, "partial", "money", "currency") == 0


def test_a_lemma_is_the_same_in_capitals(draft: Callable) -> None:
    gold, found = (
        draft("It rained.").claim("It rained", "rained", lemma=lemma).done() for lemma in ("rain", "Rain")
    )
    assert right(found, gold, "predicate") == 1


def test_any_source_but_the_author_is_reported(draft: Callable) -> None:
    said = {"source_type": "organisation"}
    gold = draft("It rained.").claim("It rained", "rained", attribution=said).done()
    assert right(gold, gold, "reported", "attribution") == 1


def test_another_speaker_is_another_source(draft: Callable) -> None:
    text = "Ana told Bo that it rained."
    gold = draft(text).claim("it rained", "rained", source="Ana").done()
    found = draft(text).claim("it rained", "rained", source="Bo").done()
    assert right(found, gold, "source", "attribution") == 0
    assert [(e.field, e.gold, e.found) for e in score([found], [gold]).errors()] == [("source", "Ana", "Bo")]


def test_an_unnamed_payer_is_right_when_gold_names_none(draft: Callable) -> None:
    one = draft("They got $5.").money("$5", "5")
    one.claim("They got $5", "got", amounts=["a1"], transfer={"amount": "a1"})
    assert right(one.done(), one.done(), "payer", "transfers") == 1


def test_merged_claims_are_told_from_missed_ones(draft: Callable) -> None:
    gold = draft(TEXT).claim("a b c", "a").claim("d e", "e").claim("j k", "k").done()
    found = draft(TEXT).claim("a b c d e", "a").done()
    assert [(e.sort, e.gold) for e in score([found], [gold]).errors()] == [
        ("edges", "a b c"),
        ("merge", "d e"),
        ("missed", "j k"),
    ]


def test_nine_documents_have_no_interval_and_the_interval_is_wide(draft: Callable) -> None:
    wanted = [draft("It rained.", f"d{i}").claim("It rained", "rained").done() for i in range(10)]
    nine = score(wanted[:7], wanted[:9]).rows()
    assert {(r.low, r.high) for r in nine} == {(None, None)}
    ten = next(r for r in score(wanted[:7], wanted).rows() if (r.stage, r.measure) == ("claims", "strict"))
    assert ten.low is not None and ten.low < 0.65


def test_rows_stand_in_the_order_of_the_pipeline(gold: Document) -> None:
    rows = score([gold], [gold]).rows()
    places = [place for place, _ in groupby((r.stage, r.scope) for r in rows)]
    assert places == [
        ("entities", "end_to_end"), ("money", "end_to_end"), ("dates", "end_to_end"),
        ("claims", "end_to_end"), ("claims", "paired"),
        ("attribution", "end_to_end"), ("attribution", "paired"), ("transfers", "end_to_end"),
    ]  # fmt: skip
