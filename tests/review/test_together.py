"""Several people on one document, and what becomes of the rules by what they decide."""

import pytest

from pipeline.review import acts, rates, together


@pytest.fixture
def bob(make_desk):
    return make_desk(letter="b")


def test_what_one_left_open_the_other_adds(desk, bob, document):
    desk.decide("accept", "c1")
    bob.decide("reject", "c2", who="bob")
    both = together(document, [desk.decisions, bob.decisions])
    assert (both.reviewed.status("c1"), both.reviewed.status("c2")) == ("accepted", "rejected")
    assert both.conflicts == both.orphaned == ()


def test_the_same_decision_is_no_conflict(desk, bob, document):
    for each, who in ((desk, "ada"), (bob, "bob")):
        each.decide("accept", "c1", who=who)
        each.decide("reject", "c2", who=who)
        each.decide("edit", "c5", acts.set_field(each.document, "c5", "kind", "fact"), who=who)
    assert together(document, [desk.decisions, bob.decisions]).conflicts == ()


def test_another_decision_is_one_and_the_first_stands(desk, bob, document):
    desk.decide("edit", "c5", acts.set_field(document, "c5", "kind", "fact"))
    bob.decide("accept", "c5", who="bob")
    bob.decide("accept", "c6", who="bob")
    both = together(document, [desk.decisions, bob.decisions])
    assert [each.reason for each in both.conflicts] == ["/claims/c5: ada and bob decided otherwise (accept)"]
    assert both.reviewed.document.claims[4].kind == "fact" and both.reviewed.status("c6") == "accepted"


def test_what_follows_from_a_decision_that_was_not_taken_is_not_taken_either(desk, bob, document):
    """Bob sets the currency of m1 with a claim that Ada has accepted, then a value of m1 with one she left open."""
    desk.decide("accept", "c1")
    bob.decide("edit", "c1", acts.set_at(bob.document, "/amounts/m1/currency", "AUD"), who="bob")
    bob.decide("edit", "c3", acts.set_at(bob.document, "/amounts/m1/comparator", "approx"), who="bob")
    bob.decide("accept", "c3", who="bob")
    bob.decide("accept", "c6", who="bob")
    both = together(document, [desk.decisions, bob.decisions])
    assert both.reviewed.document.amounts == document.amounts
    assert (both.reviewed.status("c3"), both.reviewed.status("c6")) == (None, "accepted")
    assert [each.reason.partition(" (")[0] for each in both.conflicts] == [
        "/amounts/m1: bob decided it together with what is not taken",
        "/claims/c3: bob decided it together with what is not taken",
    ]


def test_two_decisions_of_one_id_are_told(desk, make_desk, document):
    other = make_desk()
    desk.decide("accept", "c1")
    other.decide("reject", "c2", who="bob")
    both = together(document, [desk.decisions, other.decisions])
    assert [each.reason for each in both.conflicts] == ["decision r0: another one has the same id"]


def test_what_somebody_only_skipped_is_open(desk, bob, document):
    desk.decide("skip", "c1")
    bob.decide("accept", "c1", who="bob")
    both = together(document, [desk.decisions, bob.decisions])
    assert both.reviewed.status("c1") == "accepted" and both.conflicts == ()


def test_blind_decisions_are_taken_on_the_bare_text(document, make_desk):
    from pipeline.review import blank

    desk = make_desk(blank(document))
    new, patch = acts.add(desk.document, 0, 36)
    desk.decide("add", new, patch, blind=True)
    both = together(document, [desk.decisions])
    assert [claim.span.text for claim in both.reviewed.document.claims] == [
        "Norland gave Veld $3 million in 2019"
    ]
    assert both.reviewed.document.amounts == ()


def test_rates(desk):
    desk.decide("accept", "c1")
    desk.decide("edit", "c5", acts.set_field(desk.document, "c5", "kind", "fact"))
    desk.decide("reject", "c6")
    desk.decide("flag", "c3")
    made = {(rate.stage, rate.field, rate.rule): rate for rate in rates([desk.reviewed])}
    kind = made["claims", "kind", "kind_past"]
    assert (kind.fired, kind.right, kind.accepted, kind.edited, kind.rejected) == (3, 1, 1, 1, 1)
    modality = made["claims", "modality", "no_modal"]
    assert (modality.fired, modality.right, modality.edited, modality.rejected) == (3, 2, 0, 1)
    assert made["claims", "claim", "any"].precision == pytest.approx(1 / 3)
    assert made["money", "amount", "sign"].fired == 1 and made["dates", "date", "year"].fired == 1


def test_a_figure_that_was_corrected_counts_against_its_rule(desk):
    desk.decide("edit", "c1", acts.set_at(desk.document, "/amounts/m1/currency", "AUD"))
    made = {(rate.stage, rate.rule): rate for rate in rates([desk.reviewed])}
    assert (made["money", "sign"].right, made["money", "sign"].edited) == (0, 1)


def test_nothing_decided_no_rates(desk):
    assert rates([desk.reviewed]) == []
