"""Why an answer is wrong, as far as two records tell."""

from collections.abc import Callable

import pytest

from pipeline.record import Document
from pipeline.score import score

TEXT = "Yesterday the old dam broke and Ruvia paid $5 million in 1999."


def causes(found: Document, gold: Document) -> list[tuple[str, str | None, str, str | None, str | None]]:
    return [(e.stage, e.field, e.cause, e.gold, e.found) for e in score([found], [gold]).errors()]


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("the old dam broke and", "too long"),
        ("old dam broke", "too short"),
        ("old dam broke and", "shifted"),
        ("Yesterday the old dam", "shifted"),
        ("Yesterday the old dam broke", "too long"),
        ("the old dam", "too short"),
    ],
)
def test_edges(draft: Callable, words: str, cause: str) -> None:
    gold = draft(TEXT).claim("the old dam broke", "broke").done()
    assert causes(draft(TEXT).claim(words, "broke").done(), gold) == [
        ("claims", None, cause, "the old dam broke", words)
    ]


def test_a_claim_inherits_what_was_not_found(draft: Callable) -> None:
    gold = (
        draft(TEXT)
        .money("$5 million", "5000000")
        .claim("Ruvia paid $5 million", "paid", amounts=["a1"])
        .done()
    )
    lacking = draft(TEXT).claim("Ruvia paid $5 million", "paid").done()
    unlinked = draft(TEXT).money("$5 million", "5000000").claim("Ruvia paid $5 million", "paid").done()
    assert ("claims", "amounts", "inherited", "$5 million", None) in causes(lacking, gold)
    assert causes(unlinked, gold) == [("claims", "amounts", "left empty", "$5 million", None)]
    assert causes(gold, unlinked) == [("claims", "amounts", "should be empty", None, "$5 million")]
    assert ("claims", "amounts", "inherited", None, "$5 million") in causes(gold, lacking)


def test_money_that_moves_has_errors_of_its_own(gold: Document) -> None:
    data = gold.model_dump(mode="json")
    data["claims"][0]["transfer"] |= {"payer": None, "status": "pledged"}
    other = Document.model_validate(data)
    assert causes(other, gold) == [
        ("transfers", "payer", "left empty", "Ruvia", None),
        ("transfers", "status", "other value", "disbursed", "pledged"),
    ]
    data["claims"][0]["transfer"] = None
    assert [cause[:3] for cause in causes(Document.model_validate(data), gold)] == [
        ("transfers", None, "not found")
    ]


def test_errors_point_to_both_sides(draft: Callable) -> None:
    gold = draft(TEXT).claim("the old dam broke", "broke", subject="the old dam").done()
    found = draft(TEXT).claim("the old dam broke", "broke", subject="broke").done()
    (error,) = score([found], [gold]).errors()
    assert [TEXT[slice(*edges)] for edges in (error.gold_span, error.found_span) if edges] == [
        "the old dam",
        "broke",
    ]
    assert (error.offset, error.sentence) == (0, TEXT)
