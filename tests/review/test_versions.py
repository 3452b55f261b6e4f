"""How many decisions have touched a thing."""

import pytest

from pipeline.review import acts
from pipeline.review.versions import Conflict, Versions


@pytest.fixture
def decisions(desk):
    """An amount is changed with a claim; that is undone; the undo is undone; somebody comments."""
    edit = desk.decide("edit", "c1", acts.set_at(desk.document, "/amounts/m1/currency", "AUD"))
    undo = desk.decide("undo", "c1", undoes=edit.id)
    redo = desk.decide("redo", "c1", undoes=undo.id)
    return [edit, undo, redo, desk.decide("comment", "c1", note="Hm.")]


def test_an_undo_and_a_redo_touch_what_the_decision_touched_and_a_comment_nothing(decisions):
    versions = Versions()
    counts = []
    for decision in decisions:
        versions.take(decision)
        counts.append(tuple(versions.of("norland", at) for at in ("/claims/c1", "/amounts/m1", "/claims/c2")))
    assert counts == [(1, 1, 0), (2, 2, 0), (3, 3, 0), (3, 3, 0)]
    assert versions.last("norland", "/amounts/m1") == decisions[2]
    assert versions.of("another", "/claims/c1") == 0


def test_who_decided_on_an_older_version_is_told_who_was_faster(decisions):
    versions = Versions()
    versions.take(decisions[0])
    late = decisions[0].model_copy(update={"id": "late", "who": "bob", "also": {}})
    with pytest.raises(
        Conflict, match=r"^document norland, /claims/c1: ada has changed it at .* \(edit: "
    ) as error:
        versions.check(late)
    assert error.value.other == decisions[0]
    versions.check(versions.stamped(late))


def test_a_version_that_never_was(decisions):
    versions = Versions()
    with pytest.raises(Conflict, match="there is no version 7, the present one is 0") as error:
        versions.check(decisions[0].model_copy(update={"base": 7}))
    assert error.value.other is None
