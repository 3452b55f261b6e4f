"""Decisions find their claims again in an edited text and in another extraction; or say that they did not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.record import Document, digest
from pipeline.review import acts, replay
from pipeline.review.anchor import anchored
from pipeline.review.decision import Quote
from pipeline.review.find import find


def shifted(document, before, text=None):
    """The same record on a text with something put before it (or on `text`, where its words must stand alike)."""

    def move(value):
        if isinstance(value, dict):
            if set(value) == {"start", "end", "text"}:
                return {**value, "start": value["start"] + len(before), "end": value["end"] + len(before)}
            return {key: move(each) for key, each in value.items()}
        return [move(each) for each in value] if isinstance(value, list) else value

    text = before + document.text if text is None else text
    raw = move(document.model_dump(mode="json"))
    return Document.model_validate({**raw, "text": text, "sha256": digest(text)})


def renumbered(document, prefix):
    """The same record with other ids for everything, as another extraction might have."""
    raw = document.to_json()
    for id in [*(t.id for t in (*document.claims, *document.amounts, *document.dates, *document.entities))]:
        raw = raw.replace(f'"{id}"', f'"{prefix}{id}"')
    return Document.model_validate_json(raw)


def keep_busy(desk):
    """A decision of every sort."""
    desk.decide("accept", "c3")
    desk.decide("edit", "c5", acts.set_field(desk.document, "c5", "kind", "fact"))
    desk.decide("edit", "c1", acts.grow(desk.document, "c1", "end", -2))
    text = desk.document.text
    new, patch = acts.add(desk.document, text.index("the ministry"), text.index(" said") + 5)
    desk.decide("add", new, patch)
    desk.decide(
        "edit",
        new,
        acts.set_role(desk.document, new, "predicate", text.index("said"), text.index("said") + 4),
    )
    half, patch = acts.split(desk.document, "c6", text.index("give more"))
    desk.decide("split", "c6", patch)
    desk.decide("reject", half)
    desk.decide("merge", "c3", acts.merge(desk.document, "c3", "c4"))
    _, patch = acts.put(
        desk.document,
        "amounts",
        {"span": {"start": text.index("more"), "end": text.index("more") + 4, "text": "more"}},
    )
    desk.decide("edit", None, patch)
    wrong = desk.decide("edit", "c2", acts.set_field(desk.document, "c2", "kind", "evaluation"))
    desk.decide("undo", "c2", undoes=wrong.id)
    desk.decide("edit", "c1", acts.set_at(desk.document, "/amounts/m1/currency", "AUD"))
    desk.decide("comment", "c1", note="Sure?")
    return desk


@pytest.fixture
def busy(desk):
    return keep_busy(desk)


@pytest.fixture(scope="module")
def once_busy(make_desk):
    return keep_busy(make_desk())


def test_on_the_same_record_they_are_the_same(busy, document):
    done = anchored(document, busy.decisions)
    assert done == (tuple(busy.decisions), (), 0)


@given(before=st.text(st.sampled_from("ab. \n“é😀"), min_size=1, max_size=9))
def test_words_before_move_all_of_it(once_busy, document, before):
    decisions, reviewed = once_busy.decisions, once_busy.document
    moved = shifted(document, before)
    done = anchored(moved, decisions)
    assert not done.orphaned and done.moved == len(decisions)
    again = replay(moved, done.decisions)
    assert not again.refused
    plain = [claim.model_copy(update={"sentence": 0, "paragraph": 0}) for claim in again.document.claims]
    wanted = [
        claim.model_copy(update={"sentence": 0, "paragraph": 0}) for claim in shifted(reviewed, before).claims
    ]
    assert plain == wanted


def test_another_extraction_with_other_ids(busy, document):
    again = renumbered(document, "n")
    done = anchored(again, busy.decisions)
    assert not done.orphaned
    replayed = replay(again, done.decisions)
    assert not replayed.refused
    assert [claim.text for claim in replayed.document.claims] == [
        claim.text for claim in busy.document.claims
    ]
    assert replayed.document.amounts[0].currency == "AUD"
    assert replayed.standing("/claims/nc5").status == "edited"


def test_a_claim_that_is_gone_is_orphaned_with_all_that_was_decided_on_it(busy, document):
    less = document.model_copy(update={"claims": tuple(c for c in document.claims if c.id != "c5")})
    done = anchored(less, busy.decisions)
    assert [(refusal.decision.claim, refusal.reason) for refusal in done.orphaned] == [
        ("c5", "it is not sure which claim has the words 'The money may not last' now")
    ]
    assert not replay(less, done.decisions).refused


def test_an_undo_goes_with_what_it_undoes(busy, document):
    less = document.model_copy(update={"claims": tuple(c for c in document.claims if c.id != "c2")})
    done = anchored(less, busy.decisions)
    assert [refusal.decision.verdict for refusal in done.orphaned] == ["edit", "undo"]
    assert not replay(less, done.decisions).refused


def test_an_edited_word_orphans_only_its_claim(desk, document):
    desk.decide("accept", "c1")
    desk.decide("reject", "c5")
    text = document.text.replace("The money may not last", "The money can not last")
    claims = tuple(c for c in document.claims if c.id != "c5")
    other = document.model_copy(update={"text": text, "sha256": digest(text), "claims": claims})
    done = anchored(Document.model_validate_json(other.to_json()), desk.decisions)
    assert [refusal.decision.claim for refusal in done.orphaned] == ["c5"]
    assert [decision.claim for decision in done.decisions] == ["c1"]


def test_an_amount_that_is_not_sure_is_not_guessed(desk, document):
    desk.decide("edit", "c1", acts.set_at(document, "/amounts/m1/currency", "AUD"))
    less = document.model_copy(
        update={"amounts": document.amounts[1:], "sums": (), "claims": document.claims[1:2]}
    )
    done = anchored(less, desk.decisions)
    assert "not sure which" in done.orphaned[0].reason and done.decisions == ()


TWICE = "Prices rose. Wages fell. Prices rose."


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        (TWICE, 0, 0),
        (TWICE, 25, 25),
        ("So: Prices rose. Wages fell. Prices rose.", 25, 29),
        ("So: Prices rose.", 25, 4),
        ("Prices fell.", 0, None),
        ("Prices rose and prices fell. Prices rose again.", 25, None),
    ],
)
def test_a_quote_is_found_or_not(text, at, found):
    assert find(text, Quote.of(TWICE, at, at + len("Prices rose"))) == found
