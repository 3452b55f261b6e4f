"""What to review next."""

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.record import Ruled
from pipeline.review import Reviewed
from pipeline.review.queue import dispute, doubt, next_claims, next_documents


@pytest.mark.parametrize(
    ("confidence", "wanted"), [(0.5, 1), (0, 0), (1, 0), (None, 1), (0.25, 2 - 0.75 * log2(3))]
)
def test_doubt(confidence, wanted):
    assert doubt(confidence) == pytest.approx(wanted)


def changed(document, **claims):
    """The document with other fields in some of its claims."""
    made = (claim.model_copy(update=claims.get(claim.id, {})) for claim in document.claims)
    return document.model_copy(update={"claims": tuple(made)})


def test_the_least_sure_claim_comes_first(document):
    order = [each.claim for each in next_claims([Reviewed(document)])]
    assert order == ["c5", "c3", "c4", "c1", "c2", "c6"]


def test_a_rule_that_nobody_has_reviewed_comes_before_a_known_one(make_desk, document):
    sure = {id: {"confidence": 0.9} for id in ("c1", "c2", "c3", "c4", "c5", "c6")}
    sure["c6"]["rules"] = (Ruled(field="kind", rule="root/new"),)
    desk = make_desk(changed(document, **sure))
    for id in ("c1", "c2"):
        desk.decide("accept", id)
    first, second, *_ = next_claims([desk.reviewed])
    assert (first.claim, first.unknown) == ("c6", pytest.approx(1))
    assert second.unknown == pytest.approx((12 * 3 * 1 / 5) ** 0.5 / 4)  # Beta(3, 1)


def test_one_rule_is_not_asked_about_again_and_again(document):
    alike = {"confidence": 0.9, "rules": (Ruled(field="kind", rule="a"),)}
    other = {"confidence": 0.9, "rules": (Ruled(field="kind", rule="b"),)}
    document = changed(document, c1=alike, c2=alike, c3=alike, c4=other, c5=other, c6=other)
    assert [each.claim for each in next_claims([Reviewed(document)])] == ["c1", "c4", "c2", "c5", "c3", "c6"]


def test_what_others_read_otherwise_comes_first(document):
    other = changed(document, c1={"kind": "evaluation", "rules": ()})
    without = document.model_copy(update={"claims": document.claims[1:]})
    assert dispute(document.claims[0], [other, document]) == 0.125
    assert dispute(document.claims[0], [without, document]) == 0.5
    (first, *_) = next_claims([Reviewed(document)], {"norland": [without]})
    assert first.claim == "c1" and first.dispute == 1


def test_what_is_decided_does_not_come_again(desk):
    desk.decide("accept", "c5")
    desk.decide("skip", "c4")
    assert [each.claim for each in next_claims([desk.reviewed], limit=2)] == ["c3", "c4"]


def test_documents_by_what_their_claims_teach(document, make_desk):
    dull = changed(document, **{claim.id: {"confidence": 0.99} for claim in document.claims})
    dull = dull.model_copy(update={"id": "dull"})
    done = make_desk(document.model_copy(update={"id": "done"}))
    for claim in document.claims:
        done.decide("reject", claim.id)
    assert next_documents([Reviewed(dull), done.reviewed, Reviewed(document)]) == ["norland", "dull"]


@given(confidences=st.lists(st.none() | st.floats(0, 1), min_size=6, max_size=6))
def test_values_fall_and_every_claim_comes_once(document, confidences):
    given = {claim.id: {"confidence": p} for claim, p in zip(document.claims, confidences, strict=True)}
    order = next_claims([Reviewed(changed(document, **given))])
    assert sorted(each.claim for each in order) == sorted(given)
    values = [each.value for each in order]
    assert values == sorted(values, reverse=True) and all(0 <= value <= 1 for value in values)
