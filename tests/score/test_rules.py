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
