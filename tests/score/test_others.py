"""Where nervaluate and scikit-learn compute the same thing, they get the same."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.record import Document, Span, digest
from pipeline.score import score
from pipeline.score.confusion import confusion
from pipeline.score.figures import Key, agreement, macro_f1

SLOT = 20  # characters between one name and the next, so that each touches at most one of the other side
LABELS = ("GPE", "ORG", "PERSON")
names = st.one_of(st.none(), st.tuples(st.integers(0, 3), st.integers(4, 9), st.sampled_from(LABELS)))
slots = st.lists(st.tuples(names, names), min_size=1, max_size=8)
MADE_BY = {"version": "t", "model": "t", "config": "t"}


def read(side: list[Any]) -> tuple[Document, list[dict[str, Any]]]:
    """A record, and the same as nervaluate takes it (ends inclusive)."""
    text = "abcdefghijklmnopqrst" * 8
    rows, plain = [], []
    for at, name in enumerate(side):
        if name is not None:
            start, end, label = at * SLOT + name[0], at * SLOT + name[1], name[2]
            rows.append({"id": f"e{at}", "span": Span.of(text, start, end), "label": label, "name": "x"})
            plain.append({"label": label, "start": start, "end": end - 1})
    document = {"id": "a", "sha256": digest(text), "text": text, "made_by": MADE_BY, "entities": rows}
    return Document.model_validate(document), plain


@settings(deadline=None)
@given(slots)
def test_the_four_readings_are_those_of_nervaluate(pairs: list[Any]) -> None:
    nervaluate = pytest.importorskip("nervaluate", reason="needs Python 3.11 and the dev extra")
    (gold, true), (found, pred) = read([g for g, _ in pairs]), read([f for _, f in pairs])
    theirs = nervaluate.Evaluator([true], [pred], tags=list(LABELS), loader="dict").evaluate()["overall"]
    ours = {
        row.measure: row for row in score([found], [gold]).rows() if row.stage == "entities" and not row.label
    }
    for measure, name in (
        ("strict", "strict"),
        ("exact", "exact"),
        ("partial", "partial"),
        ("type", "ent_type"),
    ):
        assert (ours[measure].precision or 0, ours[measure].recall or 0) == pytest.approx(
            (theirs[name].precision, theirs[name].recall)
        )


labels = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abcd")), min_size=1, max_size=40)


@settings(deadline=None)
@given(labels)
def test_labels_and_their_mean_are_those_of_scikit_learn(pairs: list[tuple[str, str]]) -> None:
    metrics = pytest.importorskip("sklearn.metrics", reason="needs the dev extra")
    gold, found = [g for g, _ in pairs], [f for _, f in pairs]
    tally = agreement(Key("claims", "kind"), gold, found, pairs)
    known = sorted({*gold, *found})
    theirs = metrics.precision_recall_fscore_support(gold, found, labels=known, zero_division=0)
    for at, label in enumerate(known):
        count = tally[Key("claims", "kind", label=label)]
        assert (count.precision or 0, count.recall or 0, count.f1) == pytest.approx(
            [theirs[i][at] for i in range(3)]
        )
    macro = metrics.f1_score(gold, found, average="macro", labels=known, zero_division=0)
    assert macro_f1(tally, Key("claims", "kind")) == pytest.approx(macro)


@settings(deadline=None)
@given(labels)
def test_kappa_is_that_of_scikit_learn(pairs: list[tuple[str, str]]) -> None:
    metrics = pytest.importorskip("sklearn.metrics", reason="needs the dev extra")
    known = confusion("claims", "kind", Counter(pairs))
    if len({*(g for g, _ in pairs), *(f for _, f in pairs)}) == 1:
        assert known.kappa is None  # chance alone agrees
        return
    theirs = metrics.cohen_kappa_score([g for g, _ in pairs], [f for _, f in pairs])
    assert known.kappa == pytest.approx(theirs)
    matrix = metrics.confusion_matrix([g for g, _ in pairs], [f for _, f in pairs], labels=list(known.labels))
    assert [list(row) for row in known.cells] == matrix.tolist()


def test_brier_is_that_of_scikit_learn() -> None:
    metrics = pytest.importorskip("sklearn.metrics", reason="needs the dev extra")
    from pipeline.score.calibration import calibrated

    judged = [(0.9, True), (0.8, False), (0.3, False), (0.3, True), (1.0, True)]
    known = calibrated(judged)
    assert known is not None
    assert known.brier == pytest.approx(
        metrics.brier_score_loss([r for _, r in judged], [c for c, _ in judged])
    )


def test_the_same_twice_has_kappa_one(draft: Callable) -> None:
    text = "a b c d"
    both = draft(text).claim("a b", "a").claim("c d", "c", kind="evaluation").done()
    kinds = next(c for c in score([both], [both]).confusions() if c.field == "kind")
    assert (kinds.labels, kinds.cells, kinds.kappa) == (("evaluation", "fact"), ((1, 0), (0, 1)), 1.0)


def test_a_field_that_is_empty_on_one_side_is_confused_with_none(draft: Callable) -> None:
    text = "It fell in 1999."
    one = draft(text).date("in 1999", "1999-01-01", "1999-12-31").done()
    other = draft(text).date("in 1999", "1999-01-01", "1999-12-31", relation=None).done()
    for found, gold, cells in ((other, one, ((0, 1), (0, 0))), (one, other, ((0, 1), (0, 0)))):
        relation = next(c for c in score([found], [gold]).confusions() if c.field == "relation")
        assert set(relation.labels) == {"in", "none"} and relation.cells == cells
    (both,) = [c for c in score([other], [other]).confusions() if c.field == "relation"]
    assert (both.labels, both.cells, both.kappa) == (("none",), ((1,),), None)
