import json
from collections.abc import Callable

import pytest

from pipeline.record import Document
from pipeline.score import Row, ScoreError, Scores, score


def row(scores: Scores, stage: str, measure: str, scope: str = "end_to_end", label: str = "") -> Row:
    (one,) = [
        r for r in scores.rows() if (r.stage, r.measure, r.scope, r.label) == (stage, measure, scope, label)
    ]
    return one


def without(document: Document, **parts: object) -> Document:
    return Document.model_validate(document.model_dump() | parts)


def bare(document: Document) -> Document:
    return without(document, entities=(), amounts=(), dates=(), claims=())


def test_gold_against_itself_is_perfect(gold: Document) -> None:
    scores = score([gold], [gold])
    figures = [(r.precision, r.recall, r.f1) for r in scores.rows() if r.gold and r.label != "macro average"]
    assert len(figures) > 50
    assert set(figures) == {(1.0, 1.0, 1.0)}
    assert all(r.f1 == 1.0 for r in scores.rows() if r.label == "macro average")
    assert scores.errors() == []


def test_nothing_found_has_no_precision(gold: Document) -> None:
    one = row(score([bare(gold)], [gold]), "claims", "partial")
    assert (one.precision, one.recall, one.f1) == (None, 0.0, 0.0)
    assert (one.gold, one.found, one.right) == (3, 0, 0)


def test_nothing_in_gold_has_no_recall(gold: Document) -> None:
    one = row(score([gold], [bare(gold)]), "money", "value")
    assert (one.precision, one.recall, one.f1) == (0.0, None, 0.0)


def test_empty_against_empty_has_no_figure(gold: Document) -> None:
    rows = score([bare(gold)], [bare(gold)]).rows()
    assert rows and all((r.precision, r.recall, r.f1) == (None, None, None) for r in rows)


def test_no_documents_at_all() -> None:
    assert score([], []).rows() == []


def test_a_missing_document_counts_as_missed(gold: Document, draft: Callable) -> None:
    other = draft("It rained.", "b").claim("It rained", "rained").done()
    scores = score([gold], [gold, other])
    assert scores.missing == ("b",)
    one = row(scores, "claims", "strict")
    assert (one.gold, one.found, one.right) == (4, 3, 3)


def test_a_document_without_gold_is_named_and_not_counted(gold: Document, draft: Callable) -> None:
    other = draft("It rained.", "b").claim("It rained", "rained").done()
    scores = score([gold, other], [gold])
    assert scores.extra == ("b",)
    assert row(scores, "claims", "strict").found == 3


def test_another_text_under_the_same_id_is_refused(gold: Document, draft: Callable) -> None:
    with pytest.raises(ScoreError, match=r"document a: .* another text"):
        score([draft("It rained.", "a").done()], [gold])


def test_the_same_id_twice_is_refused(gold: Document) -> None:
    with pytest.raises(ScoreError, match="document a comes twice in gold"):
        score([gold], [gold, gold])


def test_the_figures_are_json_with_four_decimals(gold: Document, draft: Callable) -> None:
    two_of_three = without(gold, claims=gold.model_dump()["claims"][:2])
    data = score([two_of_three], [gold]).to_dict()
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    strict = next(r for r in data["rows"] if (r["stage"], r["measure"]) == ("claims", "strict"))
    assert (strict["precision"], strict["recall"], strict["f1"]) == (1.0, 0.6667, 0.8)
    assert data["documents"] == 1
    assert list(data) == [
        "documents", "missing", "extra", "splits", "merges", "rows", "rules", "confusions", "calibration",
    ]  # fmt: skip


def test_no_interval_below_ten_documents(gold: Document) -> None:
    assert {(r.low, r.high) for r in score([gold], [gold]).rows()} == {(None, None)}


def test_ten_documents_have_an_interval_around_the_figure(draft: Callable) -> None:
    wanted = [draft("It rained.", f"d{i}").claim("It rained", "rained").done() for i in range(10)]
    given = wanted[:7]
    one = row(score(given, wanted), "claims", "strict")
    assert one.low is not None and one.high is not None and one.f1 is not None
    assert 0 < one.low < one.f1 < one.high <= 1
    assert row(score(given, wanted), "claims", "strict") == one


def test_records_without_text_can_be_scored(gold: Document) -> None:
    silent = without(gold, text=None)
    one = row(score([silent], [silent]), "claims", "strict")
    assert (one.f1, one.baseline) == (1.0, None)
