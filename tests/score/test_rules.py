"""How often each rule was right, and whether confidence means what it says."""

from collections.abc import Callable

import pytest

from pipeline.record import Document
from pipeline.score import score
from pipeline.score.calibration import calibrated

TEXT = "The dam broke in 1999. Ana Sol paid $5 million."


def test_a_rule_is_right_where_gold_says_the_same(draft: Callable) -> None:
    gold = (
        draft(TEXT)
        .claim("The dam broke", "broke")
        .claim("Ana Sol paid $5 million", "paid", kind="evaluation")
    )
    gold.money("$5 million", "5000000").date("in 1999", "1999-01-01", "1999-12-31")
    rules = [{"field": "kind", "rule": "default"}, {"field": "span", "rule": "root/conj"}]
    found = draft(TEXT).claim("The dam broke", "broke", rules=rules)
    found.claim("Ana Sol paid $5 million", "paid", rules=rules).money("$5 million", "5")
    found.date("in 1999", "1999-01-01", "1999-12-31")
    counts = {
        (r.stage, r.field, r.rule): (r.right, r.fired) for r in score([found.done()], [gold.done()]).rules()
    }
    assert counts == {
        ("money", "amount", "t"): (0, 1),
        ("dates", "date", "t"): (1, 1),
        ("claims", "kind", "default"): (1, 2),
        ("claims", "span", "conj"): (2, 2),
    }


def test_a_rule_of_a_claim_that_is_none_of_gold_is_wrong(draft: Callable) -> None:
    found = draft(TEXT).claim("The dam broke", "broke", rules=[{"field": "kind", "rule": "default"}]).done()
    (only,) = score([found], [draft(TEXT).done()]).rules()
    assert (only.fired, only.right, only.precision) == (1, 0, 0.0)


def test_without_confidence_there_is_no_calibration(gold: Document) -> None:
    assert score([gold], [gold]).calibration() is None


def test_confidence_is_held_against_whole_claims(draft: Callable) -> None:
    gold = draft(TEXT).claim("The dam broke", "broke", subject="The dam").done()
    right = draft(TEXT).claim("The dam broke", "broke", subject="The dam", confidence=0.75).done()
    wrong = draft(TEXT).claim("The dam broke", "broke", subject="broke", confidence=0.75).done()
    known, other = score([right], [gold]).calibration(), score([wrong], [gold]).calibration()
    assert known is not None and other is not None
    assert (known.brier, known.base, other.brier) == (0.0625, 0.0, 0.5625)


def test_bins_error_and_risk_are_counted_by_hand() -> None:
    known = calibrated([(1.0, True), (0.95, False), (0.35, True), (0.35, False)])
    assert known is not None
    assert [(b.low, b.claims, b.confidence, b.right) for b in known.bins] == [
        (0.3, 2, pytest.approx(0.35), 0.5),
        (0.9, 2, pytest.approx(0.975), 0.5),
    ]
    assert known.error == pytest.approx((2 * 0.15 + 2 * 0.475) / 4)
    assert known.risk == ((0.25, 0.0), (0.5, 0.5), (1.0, 0.5))  # the two of one confidence go together


def test_every_field_that_is_scored_is_right_where_gold_says_the_same(draft: Callable) -> None:
    """Three claims: one as in gold, one with each field wrong, one that is none of gold's. What is not scored counts
    as right where the claim is one of gold."""
    text = "The dam broke. Ana said Bo paid Cy $5. Nobody came."
    fields = (
        "kind",
        "polarity",
        "modality",
        "subject",
        "object",
        "predicate",
        "attribution",
        "transfer",
        "arguments",
    )
    rules = [{"field": field, "rule": "r"} for field in fields]
    at, moved = draft(text).at, {"amount": "a1"}
    gold = (
        draft(text)
        .money("$5", "5")
        .claim("The dam broke", "broke", subject="The dam", amounts=["a1"], transfer=moved)
    )
    gold.claim("Bo paid Cy $5", "paid", lemma="pay", subject="Bo", object="Cy", source="Ana")
    found = draft(text).money("$5", "5")
    found.claim("The dam broke", "broke", subject="The dam", amounts=["a1"], transfer=moved, rules=rules)
    said = {"source_type": "person", "source": at("Cy")}
    found.claim("Bo paid Cy $5", "paid", kind="evaluation", polarity="negated", modality="possible", subject="Cy",
                object="Bo", attribution=said, amounts=["a1"], transfer=moved, rules=rules)  # fmt: skip
    found.claim("Nobody came", "came", rules=rules)
    counts = {
        r.field: (r.right, r.fired)
        for r in score([found.done()], [gold.done()]).rules()
        if r.stage == "claims"
    }
    assert counts == {field: (2 if field == "arguments" else 1, 3) for field in fields}


@pytest.mark.parametrize(
    ("source_type", "source", "right"),
    [("person", "Ana", 1), ("person", "Bo", 0), ("organisation", "Ana", 0), ("author", None, 0)],
)
def test_an_attribution_is_right_in_sort_and_words(
    draft: Callable, source_type: str, source: str | None, right: int
) -> None:
    text = "Ana told Bo that it rained."
    gold = draft(text).claim("it rained", "rained", source="Ana").done()
    said = {"source_type": source_type, "source": source and draft(text).at(source)}
    rules = [{"field": "attribution", "rule": "r"}]
    found = draft(text).claim("it rained", "rained", attribution=said, rules=rules).done()
    (only,) = score([found], [gold]).rules()
    assert only.right == right


def test_a_half_right_value_is_wrong_and_a_spurious_one_too(draft: Callable) -> None:
    """A rule of amounts has the whole to answer for: value, currency, comparator and bounds; of dates: days, relation."""
    gold = draft(TEXT).money("$5 million", "5000000").date("in 1999", "1999-01-01", "1999-12-31").done()
    found = (
        draft(TEXT)
        .money("$5 million", "5000000", currency="EUR")
        .date("in 1999", "1999-01-01", "1999-12-31", "by")
    )
    found.money("paid", "1").date("dam", None, None)
    assert [(r.stage, r.fired, r.right) for r in score([found.done()], [gold]).rules()] == [
        ("money", 2, 0),
        ("dates", 2, 0),
    ]
    assert [(r.stage, r.fired, r.right) for r in score([gold], [gold]).rules()] == [
        ("money", 1, 1),
        ("dates", 1, 1),
    ]


def test_the_rule_that_was_wrong_most_often_comes_first(draft: Callable) -> None:
    text = "$1 $2 $3 $4 $5 $6"
    gold, found = draft(text), draft(text)
    for n, rule in enumerate(("good", "good", "good", "bad", "bad", "alike"), 1):
        gold.money(f"${n}", str(n))
        found.money(f"${n}", "9" if rule != "good" else str(n), rule=rule)
    rules = [(r.rule, r.fired, r.right, r.precision) for r in score([found.done()], [gold.done()]).rules()]
    assert rules == [("bad", 2, 0, 0.0), ("alike", 1, 0, 0.0), ("good", 3, 3, 1.0)]


def test_of_a_way_through_the_sentence_the_last_step_counts(draft: Callable) -> None:
    rules = [{"field": "span", "rule": "root/conj/advcl_as"}]
    found = draft(TEXT).claim("The dam broke", "broke", rules=rules).done()
    assert [r.rule for r in score([found], [found]).rules()] == ["advcl_as"]
