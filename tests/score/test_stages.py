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


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (("1999-01-01", None), ("1999-01-01", None), 1.0),  # the same open stretch
        ((None, "1999-12-31"), (None, "1999-12-31"), 1.0),
        (("1999-01-01", None), ("1999-02-01", None), 0.0),
        (("1999-01-01", None), ("1999-01-01", "1999-12-31"), 0.0),
        ((None, "1999-12-31"), ("1999-01-01", "1999-12-31"), 0.0),
        ((None, "1999-12-31"), ("1999-01-01", None), 0.0),
        ((None, None), (None, None), 0.0),  # no days, nothing in common
        (("1999-01-01", "1999-01-02"), ("1999-01-02", "1999-01-03"), 1 / 3),
        (("1999-01-01", "1999-01-01"), ("1999-01-01", "1999-01-03"), 1 / 3),
        (("1999-01-01", "1999-01-02"), ("1999-01-03", "1999-01-04"), 0.0),
        (("1999-01-01", "1999-01-10"), ("1999-01-04", "1999-01-06"), 3 / 10),
    ],
)
def test_days_in_both_over_days_in_either(
    draft: Callable, one: tuple[str | None, str | None], other: tuple[str | None, str | None], share: float
) -> None:
    sides = [draft("It fell then.").date("then", *days).done() for days in (one, other)]
    for gold, found in (sides, sides[::-1]):
        _, _, right = counts(score([found], [gold]), "dates")["days", ""]
        assert right == pytest.approx(share)


def test_dates_without_days_are_not_asked_for_days(draft: Callable) -> None:
    text = "since 1999, by 2004, soon"
    gold = (
        draft(text).date("since 1999", "1999-01-01", None, "since").date("by 2004", None, "2004-12-31", "by")
    )
    gold.date("soon", None, None, None)
    figures = counts(score([draft(text).date("soon", None, None, None).done()], [gold.done()]), "dates")
    assert (figures["days", ""], figures["value", ""]) == ((2, 0, 0), (3, 1, 1))


@pytest.mark.parametrize(
    ("words", "lemma", "subject", "whole"),
    [
        ("a b c d e f", "a", "a", 1),
        ("a b c d", "a", "a", 1),  # four of six words: F1 2 · 4 / 10 = .8
        ("a b c", "a", "a", 0),  # F1 2 · 3 / 9
        ("a b c d e f", "b", "a", 0),
        ("a b c d e f", "a", "b", 0),
        ("a b c d e f", "a", None, 0),
    ],
)
def test_a_claim_is_whole_with_its_words_its_predicate_and_its_subject(
    draft: Callable, words: str, lemma: str, subject: str | None, whole: int
) -> None:
    text = "a b c d e f g h i"
    gold = draft(text).claim("a b c d e f", "a", subject="a").done()
    found = draft(text).claim(words, "a", lemma=lemma, subject=subject).done()
    assert counts(score([found], [gold]), "claims")["whole", ""] == (1, 1, whole)


def test_without_a_subject_on_either_side_a_claim_is_whole(draft: Callable) -> None:
    one = draft("It rained.").claim("It rained", "rained").done()
    assert counts(score([one], [one]), "claims")["whole", ""] == (1, 1, 1)


def test_dates_of_claims_follow_the_pairing_of_dates(draft: Callable) -> None:
    text = "They came in 1999 and left in 2004."
    gold = draft(text).date("in 1999", None, None).date("in 2004", None, None)
    gold.claim("They came in 1999", "came", dates=["d1"]).claim("left in 2004", "left", dates=["d2", "d1"])
    found = draft(text).date("in 2004", None, None).date("in 1999", None, None)
    found.claim("They came in 1999", "came", dates=["d1"]).claim("left in 2004", "left", dates=["d1"])
    scores = score([found.done()], [gold.done()])
    assert (
        counts(scores, "claims")["dates", ""] == counts(scores, "claims", "paired")["dates", ""] == (3, 2, 1)
    )


def test_all_claims_have_a_predicate(draft: Callable) -> None:
    gold = draft("It rained. It froze.").claim("It rained", "rained").claim("It froze", "froze").done()
    found = draft("It rained. It froze.").claim("It rained", "rained", lemma="rain").done()
    scores = score([found], [gold])
    assert counts(scores, "claims")["predicate", ""] == (2, 1, 0)
    assert counts(scores, "claims", "paired")["predicate", ""] == (1, 1, 0)


@pytest.mark.parametrize(("payer", "right"), [("Ruvia", 1), ("Ruvia gave", 1), ("Lethe", 0), (None, 0)])
def test_a_payer_is_right_where_the_words_overlap(draft: Callable, payer: str | None, right: int) -> None:
    one = draft("Ruvia gave $5 to Lethe.").money("$5", "5")
    transfer = {"amount": "a1", "payer": one.at("Ruvia")}
    gold = one.claim("Ruvia gave $5 to Lethe", "gave", amounts=["a1"], transfer=transfer).done()
    other = draft("Ruvia gave $5 to Lethe.").money("$5", "5")
    transfer = {"amount": "a1", "payer": payer and other.at(payer)}
    found = other.claim("Ruvia gave $5 to Lethe", "gave", amounts=["a1"], transfer=transfer).done()
    assert counts(score([found], [gold]), "transfers")["payer", ""] == (1, 1, right)
    assert counts(score([gold], [found]), "transfers")["payer", ""] == (1, 1, right)


def test_a_transfer_that_only_one_side_has_has_no_right_fields(draft: Callable) -> None:
    text = "Ruvia gave $5."
    gold = (
        draft(text)
        .money("$5", "5")
        .claim("Ruvia gave $5", "gave", amounts=["a1"], transfer={"amount": "a1"})
        .done()
    )
    found = draft(text).money("$5", "5").claim("Ruvia gave $5", "gave", amounts=["a1"]).done()
    measures = ("transfer", "amount", "payer", "recipient", "status", "aggregation")
    for one, other, sizes in ((gold, found, (1, 0, 0)), (found, gold, (0, 1, 0)), (gold, gold, (1, 1, 1))):
        assert counts(score([other], [one]), "transfers") == dict.fromkeys([(m, "") for m in measures], sizes)


def test_one_letter_in_common_is_the_same_source(draft: Callable) -> None:
    text = "A said it rained."
    gold, found = (
        draft(text).claim("it rained", "rained", source=source).done() for source in ("A", "A said")
    )
    assert counts(score([found], [gold]), "attribution")["source", ""] == (1, 1, 1)


def test_quotation_is_compared_value_by_value(draft: Callable) -> None:
    said = {"source_type": "person", "content": "direct"}
    gold = draft("It rained.").claim("It rained", "rained", attribution=said).done()
    found = draft("It rained.").claim("It rained", "rained", attribution=said | {"content": "mixed"}).done()
    figures = counts(score([found], [gold]), "attribution")
    assert (figures["content", ""], figures["content", "direct"], figures["content", "mixed"]) == (
        (1, 1, 0), (1, 0, 0), (0, 1, 0),
    )  # fmt: skip
    assert (figures["source_type", "person"], figures["reported", ""], figures["source", ""]) == (
        (1, 1, 1), (1, 1, 1), (0, 0, 0),
    )  # fmt: skip


def test_what_is_about_so_much_has_no_bounds_to_compare(draft: Callable) -> None:
    text = "It cost about $5."
    gold = draft(text).money("about $5", "5", "approx", low="4", high="6").done()
    found = draft(text).money("about $5", "5", "approx", low="3", high="7").done()
    assert counts(score([found], [gold]), "money")["+bounds", ""] == (1, 1, 1)
    exact = draft(text).money("about $5", "5").done()
    assert counts(score([exact], [gold]), "money")["+comparator", ""] == (1, 1, 0)


def test_a_wrong_figure_is_wrong_whatever_its_currency(draft: Callable) -> None:
    """Each reading asks for the ones before it, too."""
    gold = draft("It cost $5.").money("$5", "5").done()
    found = draft("It cost $5.").money("$5", "6").done()
    figures = counts(score([found], [gold]), "money")
    right = {measure: count[2] for (measure, label), count in figures.items() if not label}
    assert right == {"span": 1, "partial": 1, "value": 0, "+currency": 0, "+comparator": 0, "+bounds": 0}


def test_words_that_another_claim_borrows_are_no_piece_of_it(draft: Callable) -> None:
    text = "Ana and Bo came"
    gold = draft(text).claim("came", "came", pieces=("Bo", "came")).done()
    found = draft(text).claim("came", "came", pieces=("Bo", "came")).claim("Bo", "Bo").done()
    assert score([found], [gold]).to_dict()["splits"] == 0
    assert score([gold], [found]).to_dict()["merges"] == 0
