"""What must hold for any two readings of a text."""

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.record import Document, Span, digest
from pipeline.score import score

TEXT = "One two three four. Five six seven eight nine, ten eleven."
WORDS = [(m, m + len(w)) for w in TEXT.split() for m in [TEXT.index(w)]]
MADE_BY = {"version": "t", "model": "t", "config": "t"}
ends = st.tuples(st.integers(0, len(WORDS) - 1), st.integers(0, 4))
labels = st.sampled_from(["fact", "evaluation"])


def span(first: int, more: int) -> dict[str, Any]:
    last = min(first + more, len(WORDS) - 1)
    return Span.of(TEXT, WORDS[first][0], WORDS[last][1]).model_dump()


def claim(where: tuple[int, int], kind: str) -> dict[str, Any]:
    here = span(*where)
    role = {"span": here, "text": "x", "head": here}
    return {"span": here, "fragments": [here], "sentence": 0, "paragraph": 0, "region": "body", "text": "x",
            "subject": role | {"role": "subject"}, "object": None, "kind": kind,
            "predicate": role | {"role": "predicate", "lemma": kind, "tense": "past", "voice": "active"},
            "polarity": {"value": "affirmed"}, "modality": {"value": "asserted"},
            "attribution": {"source_type": "author"}}  # fmt: skip


def entity(where: tuple[int, int], kind: str) -> dict[str, Any]:
    return {"span": span(*where), "label": {"fact": "GPE", "evaluation": "ORG"}[kind], "name": "x"}


def document(claims: list[dict[str, Any]], entities: list[dict[str, Any]]) -> Document:
    parts = {"claims": claims, "entities": entities}
    numbered = {
        name: [{"id": f"{name[0]}{i}"} | row for i, row in enumerate(rows)] for name, rows in parts.items()
    }
    return Document.model_validate(
        {"id": "a", "sha256": digest(TEXT), "text": TEXT, "made_by": MADE_BY, **numbered}
    )


readings = st.builds(
    document,
    st.lists(st.builds(claim, ends, labels), max_size=7),
    st.lists(st.builds(entity, ends, labels), max_size=7),
)


@settings(deadline=None)
@given(readings, readings)
def test_precision_one_way_is_recall_the_other_way(one: Document, other: Document) -> None:
    there, back = score([one], [other]).rows(), score([other], [one]).rows()
    assert [(r.precision, r.recall, r.f1) for r in there] == [(r.recall, r.precision, r.f1) for r in back]


@settings(deadline=None)
@given(readings, readings, st.randoms())
def test_the_order_of_the_lists_does_not_matter(
    one: Document, other: Document, chance: random.Random
) -> None:
    claims, entities = list(one.claims), list(one.entities)
    chance.shuffle(claims)
    chance.shuffle(entities)
    shuffled = one.model_copy(update={"claims": tuple(claims), "entities": tuple(entities)})
    assert score([shuffled], [other]).to_dict() == score([one], [other]).to_dict()


@settings(deadline=None)
@given(readings, readings)
def test_every_figure_is_a_share(one: Document, other: Document) -> None:
    rows = score([one], [other]).rows()
    figures = [f for r in rows for f in (r.precision, r.recall, r.f1, r.baseline) if f is not None]
    assert rows and all(0 <= figure <= 1 for figure in figures)
    assert all(0 <= r.right <= min(r.gold, r.found) for r in rows)


@settings(deadline=None)
@given(readings)
def test_a_reading_is_perfect_against_itself(one: Document) -> None:
    rows = score([one], [one]).rows()
    assert all(r.f1 in (None, 1.0) for r in rows)
    assert score([one], [one]).errors() == []


@settings(deadline=None)
@given(readings, readings)
def test_a_wrong_claim_never_raises_precision(one: Document, other: Document) -> None:
    """A claim that shares no word with gold is wrong whatever it says."""
    more = [c.model_dump(exclude={"id"}) for c in one.claims] + [claim((0, 0), "fact")]
    entities = [e.model_dump(exclude={"id"}) for e in one.entities]
    kept = [c.model_dump(exclude={"id"}) for c in other.claims if c.span.start >= WORDS[1][0]]
    gold = document(kept, [])
    before, after = score([one], [gold]).rows(), score([document(more, entities)], [gold]).rows()
    was = {(r.stage, r.measure, r.scope, r.label): r.precision for r in before}
    for r in after:
        old = was.get((r.stage, r.measure, r.scope, r.label))
        if r.scope == "end_to_end" and old is not None:
            assert r.precision is not None and r.precision <= old
