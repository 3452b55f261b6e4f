"""What gold leaves open: other answers count as right, optional items count neither way."""

from collections.abc import Callable

import pytest

from pipeline.record import Document
from pipeline.score import score

TEXT = "In recent years Ruvia paid about $5 million or a day's pay, and the dam broke."


def counts(
    found: Document, gold: Document, stage: str, measure: str, label: str = ""
) -> tuple[int, int, float]:
    rows = score([found], [gold]).rows()
    key = (stage, measure, "end_to_end", label)
    row = next((r for r in rows if (r.stage, r.measure, r.scope, r.label) == key), None)
    return (row.gold, row.found, row.right) if row else (0, 0, 0)


def test_an_optional_claim_that_was_missed_is_no_miss(draft: Callable) -> None:
    gold = draft(TEXT).claim("Ruvia paid", "paid").claim("the dam broke", "broke").optional("c2").done()
    found = draft(TEXT).claim("Ruvia paid", "paid").done()
    assert counts(found, gold, "claims", "strict") == (1, 1, 1)
    assert score([found], [gold]).errors() == []


def test_an_optional_claim_that_was_found_is_no_find_whatever_its_fields(draft: Callable) -> None:
    gold = draft(TEXT).claim("Ruvia paid", "paid").claim("the dam broke", "broke").optional("c2").done()
    found = draft(TEXT).claim("Ruvia paid", "paid").claim("the dam broke", "broke", kind="evaluation").done()
    assert counts(found, gold, "claims", "strict") == (1, 1, 1)
    assert counts(found, gold, "claims", "kind", "evaluation") == (0, 0, 0)


def test_what_only_touches_an_optional_claim_is_spurious(draft: Callable) -> None:
    gold = draft(TEXT).claim("Ruvia paid", "paid").claim("the dam broke", "broke").optional("c2").done()
    found = draft(TEXT).claim("Ruvia paid", "paid").claim("a day's pay, and the dam", "pay").done()
    assert counts(found, gold, "claims", "strict") == (1, 2, 1)


@pytest.mark.parametrize("given", [True, False])
def test_an_optional_date_is_asked_of_no_claim(draft: Callable, given: bool) -> None:
    gold = draft(TEXT).date("a day", None, None, None).optional("d1")
    gold.claim("Ruvia paid about $5 million or a day's pay", "paid", dates=["d1"])
    found = draft(TEXT)
    if given:
        found.date("a day", None, None, None)
    found.claim("Ruvia paid about $5 million or a day's pay", "paid", dates=["d1"] if given else [])
    assert counts(found.done(), gold.done(), "dates", "span") == (0, 0, 0)
    assert counts(found.done(), gold.done(), "claims", "dates") == (0, 0, 0)


@pytest.mark.parametrize(
    ("field", "value", "change"),
    [
        ("kind", "evaluation", {"kind": "evaluation"}),
        ("polarity", "negated", {"polarity": "negated"}),
        ("modality", "possible", {"modality": "possible"}),
        ("predicate", "break down", {"lemma": "break down"}),
        ("subject", None, {"subject": None}),
    ],
)
def test_another_answer_to_a_field_is_right_and_a_third_is_not(
    draft: Callable, field: str, value: str | None, change: dict
) -> None:
    gold = draft(TEXT).claim("the dam broke", "broke", subject="the dam").accept("c1", field, value).done()
    same, other = {"subject": "the dam"}, {"subject": "the dam"} | change
    third = {
        "kind": "prediction",
        "polarity": "negated",
        "modality": "probable",
        "predicate": "x",
        "subject": "broke",
    }
    wrong = {"lemma" if field == "predicate" else field: third[field]}
    for fields, right in ((same, 1), (other, 1), (same | wrong, field == "polarity")):
        found = draft(TEXT).claim("the dam broke", "broke", **fields).done()
        gold_n, found_n, got = counts(found, gold, "claims", field)
        assert got == (0 if fields.get("subject") is None else right)
        assert gold_n == found_n or field == "subject"


def test_labels_are_counted_as_they_were_accepted(draft: Callable) -> None:
    gold = draft(TEXT).claim("the dam broke", "broke").accept("c1", "kind", "evaluation").done()
    found = draft(TEXT).claim("the dam broke", "broke", kind="evaluation").done()
    assert counts(found, gold, "claims", "kind", "fact") == (0, 0, 0)
    assert counts(found, gold, "claims", "kind", "evaluation") == (1, 1, 1)


def test_another_span_is_exact_and_pairs_as_well(draft: Callable) -> None:
    gold = draft(TEXT).claim("and the dam broke", "broke").accept("c1", "span", words="the dam broke").done()
    found = draft(TEXT).claim("the dam broke", "broke").done()
    assert counts(found, gold, "claims", "strict") == (1, 1, 1)
    assert counts(gold, gold, "claims", "strict") == (1, 1, 1)


def test_borrowed_words_stay_with_another_span(draft: Callable) -> None:
    gold = draft(TEXT).claim("paid about $5 million", "paid", pieces=("Ruvia", "paid about $5 million"))
    gold.accept("c1", "span", words="paid about $5 million or a day's pay")
    found = draft(TEXT).claim(
        "paid about $5 million or a day's pay",
        "paid",
        pieces=("Ruvia", "paid about $5 million or a day's pay"),
    )
    row = next(r for r in score([found.done()], [gold.done()]).rows() if r.measure == "words")
    assert (row.right, row.gold) == (row.found, row.found)


def test_a_date_may_have_other_days_and_no_relation(draft: Callable) -> None:
    gold = draft(TEXT).date("In recent years", None, None).accept("d1", "days", "2020-01-01/..")
    gold.accept("d1", "relation", None).accept("d1", "span", words="recent years")
    found = draft(TEXT).date("recent years", "2020-01-01", None, None).done()
    assert counts(found, gold.done(), "dates", "span") == (1, 1, 1)
    assert counts(found, gold.done(), "dates", "+relation") == (1, 1, 1)


def test_another_comparator_has_other_bounds(draft: Callable) -> None:
    gold = draft(TEXT).money("about $5 million", "5000000").accept("a1", "comparator", "lt").done()
    found = draft(TEXT).money("about $5 million", "5000000", "lt", low=None).done()
    assert counts(found, gold, "money", "+bounds") == (1, 1, 1)


def test_a_name_may_have_another_label(draft: Callable) -> None:
    gold = draft(TEXT).name("Ruvia").accept("e1", "label", "LOC").done()
    assert counts(draft(TEXT).name("Ruvia", "LOC").done(), gold, "entities", "strict") == (1, 1, 1)
    assert counts(draft(TEXT).name("Ruvia", "ORG").done(), gold, "entities", "strict") == (1, 1, 0)


def test_leeway_for_nothing_is_refused(draft: Callable) -> None:
    with pytest.raises(ValueError, match="leeway names 'c9', which does not exist"):
        draft(TEXT).optional("c9").done()


def test_an_accepted_span_may_differ_in_a_comma(draft: Callable) -> None:
    text = "Then the dam broke, they say"
    gold = draft(text).claim("the dam broke,", "broke").accept("c1", "span", words="the dam broke").done()
    assert counts(draft(text).claim("the dam broke", "broke").done(), gold, "claims", "strict") == (1, 1, 1)


def test_another_subject_counts_by_its_words(draft: Callable) -> None:
    gold = draft(TEXT).claim(
        "Ruvia paid about $5 million", "paid", subject="Ruvia", object="about $5 million"
    )
    gold.accept("c1", "subject", words="Ruvia paid").accept("c1", "object", words="$5 million or a day")
    found = draft(TEXT).claim("Ruvia paid about $5 million", "paid", subject="paid", object="or")
    assert counts(found.done(), gold.done(), "claims", "subject")[2] == 1
    assert counts(found.done(), gold.done(), "claims", "object")[2] == 0  # half of the words are wanted


def test_nothing_for_a_subject_may_be_right(draft: Callable) -> None:
    gold = draft(TEXT).claim("the dam broke", "broke", subject="the dam").accept("c1", "subject").done()
    found = draft(TEXT).claim("the dam broke", "broke").done()
    assert counts(found, gold, "claims", "subject") == (0, 0, 0)
    assert score([found], [gold]).errors() == []


def test_the_author_may_be_meant(draft: Callable) -> None:
    gold = (
        draft(TEXT)
        .claim("the dam broke", "broke", source="Ruvia")
        .accept("c1", "source_type", "author")
        .done()
    )
    assert score([draft(TEXT).claim("the dam broke", "broke").done()], [gold]).errors() == []
    assert score([gold], [gold]).errors() == []


def test_another_value_brings_its_bounds(draft: Callable) -> None:
    gold = draft(TEXT).money("$5 million", "5000000").accept("a1", "value", "4000000").done()
    assert counts(draft(TEXT).money("$5 million", "4000000").done(), gold, "money", "+bounds") == (1, 1, 1)
    assert counts(draft(TEXT).money("$5 million", "3000000").done(), gold, "money", "+bounds") == (1, 1, 0)


def test_a_transfer_of_an_optional_sum_is_right_with_it(draft: Callable) -> None:
    gold = draft(TEXT).money("$5 million", "5000000").optional("a1")
    gold.claim("Ruvia paid about $5 million", "paid", amounts=["a1"], transfer={"amount": "a1"})
    assert counts(gold.done(), gold.done(), "transfers", "amount") == (1, 1, 1)


@pytest.mark.parametrize(
    ("of", "field", "value", "message"),
    [
        ("c1", "label", "GPE", "another label of the claim 'c1', which has none"),
        ("e1", "kind", "fact", "another kind of the entity 'e1', which has none"),
        ("c1", "kind", "truth", "accepts 'truth' as kind, which is none of fact"),
        ("d1", "days", "2020", "accepts the days '2020'"),
        ("d1", "days", "2020-02-01/", "accepts the days"),
        ("a1", "value", "abc", "accepts the value 'abc', which is no figure"),
    ],
)
def test_leeway_that_cannot_be_is_refused(
    draft: Callable, of: str, field: str, value: str, message: str
) -> None:
    gold = draft(TEXT).claim("the dam broke", "broke").name("Ruvia").date("In recent years", None, None)
    with pytest.raises(ValueError, match=message):
        gold.money("$5 million", "5").accept(of, field, value).done()


def test_an_object_may_be_given_where_gold_has_none(draft: Callable) -> None:
    gold = (
        draft(TEXT)
        .claim("Ruvia paid about $5 million", "paid")
        .accept("c1", "object", words="$5 million")
        .done()
    )
    found = draft(TEXT).claim("Ruvia paid about $5 million", "paid", object="$5 million").done()
    assert counts(found, gold, "claims", "object") == (1, 1, 1)
    assert score([found], [gold]).errors() == []


def test_an_object_that_is_not_the_accepted_one_is_spurious_where_gold_has_none(draft: Callable) -> None:
    gold = (
        draft(TEXT)
        .claim("Ruvia paid about $5 million", "paid")
        .accept("c1", "object", words="a day's pay")
        .done()
    )
    found = draft(TEXT).claim("Ruvia paid about $5 million", "paid", object="$5 million").done()
    assert counts(found, gold, "claims", "object") == (0, 1, 0)
    (error,) = score([found], [gold]).errors()
    assert (error.field, error.gold, error.found) == ("object", None, "$5 million")
