"""Each error with all that is told of it: sort, cause, both answers, both places, the rule, the claim, the sentence."""

from collections.abc import Callable
from typing import Any

from pipeline.record import Document
from pipeline.score import Error, score

TEXT = "Ana said the Fund gave Ruvia $5 in 1999. Bo saw $6 in May."
GIFT = "the Fund gave Ruvia $5 in 1999"


def errors(found: Document, gold: Document) -> list[Error]:
    return score([found], [gold]).errors()


def told(
    found: Document, gold: Document
) -> list[tuple[str, str | None, str, str | None, str | None, str | None]]:
    return [(e.stage, e.field, e.cause, e.gold, e.found, e.rule) for e in errors(found, gold)]


def rules(*fields: str) -> list[dict[str, str]]:
    return [{"field": field, "rule": f"by {field}"} for field in fields]


def gift(draft: Callable, **other: Any) -> Any:
    return (
        draft(TEXT).money("$5", "5").money("$6", "6").date("in 1999", None, None).claim(GIFT, "gave", **other)
    )


def test_every_field_of_a_claim_may_be_wrong_and_names_the_rule_that_decided_it(draft: Callable) -> None:
    at = draft(TEXT).at
    gold = gift(
        draft, lemma="give", subject="the Fund", object="Ruvia", source="Ana", amounts=["a1"], dates=["d1"],
        transfer={"amount": "a1", "payer": at("the Fund"), "recipient": at("Ruvia"), "status": "disbursed"},
    ).done()  # fmt: skip
    found = gift(
        draft, lemma="grant", subject="Ruvia", kind="evaluation", polarity="negated", modality="possible",
        attribution={"source_type": "organisation", "source": at("Bo"), "content": "direct"},
        transfer={"amount": "a2", "recipient": at("the Fund"), "status": "pledged", "aggregation": "annual"},
        rules=rules("attribution", "amounts", "dates", "kind", "modality", "object", "polarity", "predicate", "subject",
                    "transfer"),
    ).done()  # fmt: skip
    assert told(found, gold) == [
        ("attribution", "content", "other value", "none", "direct", "by attribution"),
        ("attribution", "source", "other value", "Ana", "Bo", "by attribution"),
        ("attribution", "source_type", "other value", "person", "organisation", "by attribution"),
        ("claims", "amounts", "left empty", "$5", None, "by amounts"),
        ("claims", "dates", "left empty", "in 1999", None, "by dates"),
        ("claims", "kind", "other value", "fact", "evaluation", "by kind"),
        ("claims", "modality", "other value", "asserted", "possible", "by modality"),
        ("claims", "object", "left empty", "Ruvia", None, "by object"),
        ("claims", "polarity", "other value", "affirmed", "negated", "by polarity"),
        ("claims", "predicate", "other value", "give", "grant", "by predicate"),
        ("claims", "subject", "other value", "the Fund", "Ruvia", "by subject"),
        ("transfers", "aggregation", "other value", "unspecified", "annual", "by transfer"),
        ("transfers", "amount", "other value", "$5", "$6", "by transfer"),
        ("transfers", "payer", "left empty", "the Fund", None, "by transfer"),
        ("transfers", "recipient", "other value", "Ruvia", "the Fund", "by transfer"),
        ("transfers", "status", "other value", "disbursed", "pledged", "by transfer"),
    ]
    assert {(e.document, e.sort, e.start, e.claim) for e in errors(found, gold)} == {("a", "wrong", 9, GIFT)}
    places = {(e.stage, e.field): (e.gold_span, e.found_span) for e in errors(found, gold)}
    assert (
        places["claims", "kind"] == places["attribution", "content"] == ((9, 39), (9, 39))
    )  # the claim's own
    assert places["claims", "object"] == ((23, 28), None)
    assert places["attribution", "source"] == ((0, 3), (41, 43))
    assert places["transfers", "amount"] == ((29, 31), (48, 50))


def test_what_should_be_empty(draft: Callable) -> None:
    gold = gift(draft, source="Ana", amounts=["a1"], dates=["d1"]).done()
    found = gift(draft, subject="Ruvia", object="$5", amounts=["a1", "a2"], dates=["d1"]).done()
    assert told(found, gold) == [
        ("attribution", "source", "left empty", "Ana", None, None),
        ("attribution", "source_type", "other value", "person", "author", None),
        ("claims", "amounts", "should be empty", None, "$6", None),
        ("claims", "object", "should be empty", None, "$5", None),
        ("claims", "subject", "should be empty", None, "Ruvia", None),
    ]
    back = [(field, cause) for _, field, cause, *_ in told(gold, found)]
    assert back == [
        ("source", "should be empty"), ("source_type", "other value"), ("amounts", "left empty"), ("object", "left empty"),
        ("subject", "left empty"),
    ]  # fmt: skip


def test_a_date_that_is_lacking_altogether_is_inherited(draft: Callable) -> None:
    one = draft(TEXT).date("in 1999", None, None).claim(GIFT, "gave", dates=["d1"]).done()
    other = draft(TEXT).claim(GIFT, "gave").done()
    assert ("claims", "dates", "inherited", "in 1999", None, None) in told(other, one)
    assert ("claims", "dates", "inherited", None, "in 1999", None) in told(one, other)


def test_a_transfer_of_one_side_alone(draft: Callable) -> None:
    moved = gift(draft, amounts=["a1"], transfer={"amount": "a1"}, rules=rules("transfer")).done()
    still = gift(draft, amounts=["a1"], rules=rules("transfer")).done()
    assert told(still, moved) == [("transfers", None, "not found", GIFT, None, None)]
    assert told(moved, still) == [("transfers", None, "not in gold", None, GIFT, "by transfer")]
    (lacking,), (more,) = errors(still, moved), errors(moved, still)
    assert (lacking.sort, lacking.gold_span, lacking.found_span, lacking.claim) == (
        "missed",
        (9, 39),
        None,
        None,
    )
    assert (more.sort, more.gold_span, more.found_span, more.claim) == ("spurious", None, (9, 39), None)
    assert told(moved, moved) == []


def test_fields_of_amounts_and_of_dates(draft: Callable) -> None:
    gold = draft(TEXT).money("$5", "5").money("$6", "6", "gt", high=None)
    gold.date("in 1999", "1999-01-01", "1999-12-31", None).date("in May", "1999-05-01", None)
    found = (
        draft(TEXT).money("$5", "5.0", unit="count", currency=None).money("$6", None, "ge", low="7", high="8")
    )
    found.date("in 1999", None, None, "by", kind="vague").date("in May", "1999-05-01", "1999-05-31")
    assert told(found.done(), gold.done()) == [
        ("money", "currency", "other value", "currency USD", "count –", "t"),
        ("dates", "days", "other value", "1999-01-01 1999-12-31", "– –", "t"),
        ("dates", "kind", "other value", "date", "vague", "t"),
        ("dates", "relation", "should be empty", None, "by", "t"),
        ("money", "bounds", "other value", "6 –", "7 8", "t"),
        ("money", "comparator", "other value", "gt", "ge", "t"),
        ("money", "value", "left empty", "6", None, "t"),
        ("dates", "days", "other value", "1999-05-01 –", "1999-05-01 1999-05-31", "t"),
    ]
    assert {e.claim for e in errors(found.done(), gold.done())} == {None}
    assert [e.gold_span for e in errors(found.done(), gold.done())][:2] == [(29, 31), (32, 39)]


def test_things_missed_spurious_and_cut_otherwise(draft: Callable) -> None:
    gold = draft(TEXT).name("the Fund", "ORG").name("Ana").money("$6", "6").date("in May", None, None)
    gold.claim(GIFT, "gave")
    found = draft(TEXT).name("Fund", "ORG").name("Bo").money("saw $6", "6").date("May", None, None)
    found.date("in 1999", None, None).claim("the Fund gave Ruvia $5", "gave", rules=rules("span"))
    found.claim("Bo saw", "saw", rules=rules("kind", "span"))
    sides = [(e.stage, e.sort, e.cause, e.gold, e.found, e.rule) for e in errors(found.done(), gold.done())]
    assert sides == [
        ("entities", "missed", "not found", "Ana", None, None),
        ("claims", "edges", "too short", GIFT, "the Fund gave Ruvia $5", "by span"),
        ("entities", "edges", "too short", "the Fund", "Fund", None),
        ("dates", "spurious", "not in gold", None, "in 1999", "t"),
        ("claims", "spurious", "not in gold", None, "Bo saw", "by span"),
        ("entities", "spurious", "not in gold", None, "Bo", None),
        ("money", "edges", "too long", "$6", "saw $6", "t"),
        ("dates", "edges", "too short", "in May", "May", "t"),
    ]
    assert {(e.field, e.claim) for e in errors(found.done(), gold.done())} == {(None, None)}


def test_labels_of_names(draft: Callable) -> None:
    (error,) = errors(draft(TEXT).name("Ruvia", "ORG").done(), draft(TEXT).name("Ruvia").done())
    assert (error.field, error.cause, error.gold, error.found, error.rule) == (
        "label",
        "other value",
        "GPE",
        "ORG",
        None,
    )


def test_of_two_answers_at_one_place_the_empty_one_comes_first(draft: Callable) -> None:
    text = "Ana fell and rose."
    pieces = {"pieces": ("Ana", "rose")}
    gold = draft(text).claim("Ana fell", "fell", subject="Ana").claim("Ana fell and rose", "rose", **pieces)
    found = draft(text).claim("Ana fell", "fell").claim("Ana fell and rose", "rose", subject="Ana", **pieces)
    assert [(e.gold, e.found) for e in errors(found.done(), gold.done())] == [(None, "Ana"), ("Ana", None)]
    gold = (
        draft(text)
        .claim("Ana fell", "fell", subject="fell")
        .claim("Ana fell and rose", "rose", subject="fell", **pieces)
    )
    assert [(e.gold, e.found) for e in errors(found.done(), gold.done())] == [("fell", None), ("fell", "Ana")]
    found = draft(text).claim("Ana fell", "fell", subject="Ana").claim("Ana fell and rose", "rose", **pieces)
    assert [(e.gold, e.found) for e in errors(found.done(), gold.done())] == [("fell", None), ("fell", "Ana")]


def test_the_sentence_of_an_error_or_nothing_where_there_is_none(draft: Callable) -> None:
    text = "It fell.\n###\nBo wept."
    gold = draft(text).name("It").name("###").name("Bo").name("\n#").done()
    told = [(e.gold, e.sentence, e.offset) for e in errors(draft(text).done(), gold)]
    assert told == [("It", "It fell.", 0), ("\n#", "", 0), ("###", "", 0), ("Bo", "Bo wept.", 13)]
    silent = gold.model_copy(update={"text": None})
    nothing = silent.model_copy(update={"entities": (), "leeway": None})
    assert {(e.sentence, e.offset) for e in errors(nothing, silent)} == {("", 0)}
