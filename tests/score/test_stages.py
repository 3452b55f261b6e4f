"""Figures worked by hand, stage by stage."""

from collections.abc import Callable

import pytest

from pipeline.record import Document
from pipeline.score import Scores, score

Figures = dict[tuple[str, str], tuple[int, int, float]]


def counts(scores: Scores, stage: str, scope: str = "end_to_end") -> Figures:
    """(gold, found, right) of every (measure, label)."""
    return {
        (r.measure, r.label): (r.gold, r.found, r.right)
        for r in scores.rows()
        if (r.stage, r.scope) == (stage, scope)
    }


def test_names_in_four_readings(draft: Callable) -> None:
    text = "The Bank of Ruvia met Ana Sol in Lethe."
    gold = draft(text).name("Bank of Ruvia", "ORG").name("Ana Sol", "PERSON").name("Lethe").done()
    found = draft(text).name("The Bank of Ruvia", "ORG").name("Ana Sol", "ORG").done()
    figures = counts(score([found], [gold]), "entities")
    assert figures["strict", ""] == (3, 2, 0)
    assert figures["exact", ""] == (3, 2, 1)
    assert figures["partial", ""] == (3, 2, 1.5)
    assert figures["type", ""] == (3, 2, 1)
    assert figures["type", "ORG"] == (1, 2, 1)
    assert figures["type", "PERSON"] == (1, 0, 0)


def test_derived_labels_are_not_names(draft: Callable) -> None:
    text = "Ruvia paid in 1999."
    gold = draft(text).name("Ruvia").done()
    found = draft(text).name("Ruvia").name("1999", "DATE").done()
    assert counts(score([found], [gold]), "entities")["strict", ""] == (1, 1, 1)


def test_each_reading_of_an_amount_asks_for_more(draft: Callable) -> None:
    text = "It cost more than $5 million, then 40 tonnes, then about £3 and $9."
    gold = draft(text).money("more than $5 million", "5000000", "gt", high=None)
    gold.money("40 tonnes", "40", unit="tonne", currency=None)
    gold.money("about £3", "3", "approx", currency="GBP").money("$9", "9")
    found = draft(text).money("$5 million", "5000000").money("40 tonnes", "40", unit="tonne", currency=None)
    found.money("about £3", "3", "approx", currency="GBP", low="2.7", high="3.3")
    figures = counts(score([found.done()], [gold.done()]), "money")
    assert figures["span", ""] == (4, 3, 2)
    assert figures["partial", ""] == (4, 3, 3)
    assert figures["value", ""] == (4, 3, 3)
    assert figures["+currency", ""] == (4, 3, 3)
    assert figures["+comparator", ""] == (4, 3, 2)
    assert figures["+bounds", ""] == (4, 3, 2)
    assert figures["value", "currency"] == (3, 2, 2)


def test_a_range_is_read_by_its_bounds(draft: Callable) -> None:
    text = "It cost $3-4 million."
    gold = draft(text).money("$3-4 million", None, "range", low="3000000", high="4000000").done()
    right = draft(text).money("$3-4 million", None, "range", low="3000000.0", high="4000000").done()
    wrong = draft(text).money("$3-4 million", None, "range", low="3", high="4000000").done()
    assert counts(score([right], [gold]), "money")["value", ""] == (1, 1, 1)
    assert counts(score([wrong], [gold]), "money")["value", ""] == (1, 1, 0)


def test_dates_by_span_relation_and_days(draft: Callable) -> None:
    text = "In 1999 it rained, by 2004 it froze, since May it thaws."
    gold = draft(text).date("In 1999", "1999-01-01", "1999-12-31")
    gold.date("by 2004", None, "2004-12-31", "by").date("since May", None, None, "since")
    found = draft(text).date("1999", "1999-01-01", "1999-12-31", None)
    found.date("by 2004", None, "2004-12-31", "by").date("since May", None, None, "in")
    figures = counts(score([found.done()], [gold.done()]), "dates")
    assert figures["span", ""] == (3, 3, 2)
    assert figures["partial", ""] == (3, 3, 3)
    assert figures["relation", ""] == (3, 3, 1)
    assert figures["value", ""] == (3, 3, 3)
    assert figures["+relation", ""] == (3, 3, 1)
    assert figures["days", ""] == (2, 2, 2)


@pytest.mark.parametrize(
    ("first", "last", "share"),
    [
        ("1999-01-01", "1999-12-31", 1.0),
        ("1999-01-01", "1999-01-31", 31 / 365),
        ("1998-01-01", "1999-12-31", 0.5),
        ("2001-01-01", "2001-12-31", 0.0),
        (None, "1999-12-31", 0.0),
        (None, None, 0.0),
    ],
)
def test_the_share_of_days(draft: Callable, first: str | None, last: str | None, share: float) -> None:
    gold = draft("It fell in 1999.").date("in 1999", "1999-01-01", "1999-12-31").done()
    found = draft("It fell in 1999.").date("in 1999", first, last).done()
    assert counts(score([found], [gold]), "dates")["days", ""][2] == pytest.approx(share)


def test_claims_found_partly_and_shared_words(draft: Callable) -> None:
    text = "The old dam broke. The town drowned. Nobody came."
    gold = draft(text).claim("The old dam broke", "broke").claim("The town drowned", "drowned")
    found = draft(text).claim("old dam broke", "broke").claim("Nobody came", "came")
    figures = counts(score([found.done()], [gold.done()]), "claims")
    assert figures["strict", ""] == (2, 2, 0)
    assert figures["partial", ""] == (2, 2, 1)
    assert figures["words", ""] == (7, 5, 3)


def test_fragments_not_the_span_pair_claims(draft: Callable) -> None:
    text = "Aid reached $3 for roads and $4 for wells."
    both = [("Aid reached", "$3 for roads"), ("Aid reached", "$4 for wells")]
    gold = draft(text)
    for pieces in both:
        gold.claim(pieces[1], "reached", pieces=pieces)
    found = draft(text)
    for pieces in reversed(both):
        found.claim(pieces[1], "reached", pieces=pieces)
    assert counts(score([found.done()], [gold.done()]), "claims")["strict", ""] == (2, 2, 2)


def test_fields_on_pairs_and_end_to_end(draft: Callable) -> None:
    text = "The dam may break. The town never slept. Nobody came."
    gold = draft(text).claim("The dam may break", "break", modality="possible", subject="The dam")
    gold.claim("The town never slept", "slept", polarity="negated", lemma="sleep", subject="The town")
    gold.claim("Nobody came", "came", subject="Nobody")
    found = draft(text).claim("The dam may break", "break", subject="dam")
    found.claim("The town never slept", "slept", polarity="negated", object="The town")
    scores = score([found.done()], [gold.done()])
    whole, paired = counts(scores, "claims"), counts(scores, "claims", "paired")
    assert whole["modality", ""] == (3, 2, 1)
    assert paired["modality", ""] == (2, 2, 1)
    assert whole["modality", "possible"] == (1, 0, 0)
    assert whole["polarity", "negated"] == (1, 1, 1)
    assert (whole["predicate", ""], paired["predicate", ""]) == ((3, 2, 1), (2, 2, 1))
    assert (whole["subject", ""], paired["subject", ""]) == ((3, 1, 1), (2, 1, 1))
    assert whole["object", ""] == (0, 1, 0)


def test_macro_f1_is_the_mean_over_values(draft: Callable) -> None:
    text = "A fell. B fell. C fell. D may fall."
    gold = draft(text)
    found = draft(text)
    for words in ("A fell", "B fell", "C fell"):
        gold.claim(words, "fell")
        found.claim(words, "fell")
    gold.claim("D may fall", "fall", modality="possible")
    found.claim("D may fall", "fall")
    rows = score([found.done()], [gold.done()]).rows(labels=False)
    macro = [r for r in rows if (r.measure, r.label) == ("modality", "macro average")]
    assert [r.f1 for r in macro] == [pytest.approx((6 / 7 + 0) / 2)] * 2
    assert all(r.label in ("", "macro average") or r.stage == "money" for r in rows)


def test_amounts_of_claims_follow_the_pairing_of_amounts(draft: Callable) -> None:
    text = "They paid $3 and got $4."
    gold = draft(text).money("$3", "3").money("$4", "4")
    gold.claim("They paid $3", "paid", amounts=["a1"]).claim("got $4", "got", amounts=["a2"])
    found = draft(text).money("$4", "4").money("$3", "3")
    found.claim("They paid $3", "paid", amounts=["a2"]).claim("got $4", "got", amounts=["a2", "a1"])
    assert counts(score([found.done()], [gold.done()]), "claims")["amounts", ""] == (2, 3, 2)


def test_splits_and_merges(draft: Callable) -> None:
    text = "The dam broke and the town drowned."
    one = draft(text).claim("The dam broke and the town drowned", "broke").done()
    two = draft(text).claim("The dam broke", "broke").claim("the town drowned", "drowned").done()
    assert {k: score([two], [one]).to_dict()[k] for k in ("splits", "merges")} == {"splits": 1, "merges": 0}
    assert {k: score([one], [two]).to_dict()[k] for k in ("splits", "merges")} == {"splits": 0, "merges": 1}


def test_reported_claims_are_a_class_of_their_own(draft: Callable) -> None:
    text = "Ana Sol said the dam broke. The town drowned."
    gold = draft(text).claim("the dam broke", "broke", source="Ana Sol").claim("The town drowned", "drowned")
    found = draft(text).claim("the dam broke", "broke").claim("The town drowned", "drowned", source="Sol")
    figures = counts(score([found.done()], [gold.done()]), "attribution")
    assert figures["reported", ""] == (1, 1, 0)
    assert figures["source_type", ""] == (2, 2, 0)
    assert figures["source", ""] == (1, 1, 0)
    swapped = draft(text).claim("the dam broke", "broke", source="Sol").claim("The town drowned", "drowned")
    figures = counts(score([swapped.done()], [gold.done()]), "attribution")
    assert figures["reported", ""] == figures["source", ""] == (1, 1, 1)


def test_transfers_on_the_claims_that_carry_them(gold: Document) -> None:
    data = gold.model_dump()
    transfer = dict(data["claims"][0]["transfer"], payer=None, status="pledged")
    changed = [dict(data["claims"][0], transfer=transfer), *data["claims"][1:]]
    found = Document.model_validate(data | {"claims": changed})
    figures = counts(score([found], [gold]), "transfers")
    right = {measure: count[2] for (measure, _), count in figures.items()}
    assert right == {
        "transfer": 1, "amount": 1, "payer": 0, "recipient": 1, "status": 0, "aggregation": 1,
    }  # fmt: skip
