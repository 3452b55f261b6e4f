"""The annotators' book names every value that a record can hold."""

import re
from pathlib import Path
from typing import Any

import pytest

from pipeline import record

BOOK = (Path(__file__).parents[2] / "corpus" / "GUIDELINES.md").read_text(encoding="utf-8")
CODED = {word for code in re.findall(r"`([^`]+)`", BOOK) for word in re.findall(r"\w+", code)}


@pytest.mark.parametrize(
    "closed_set",
    [
        record.Comparator, record.CurrencyBasis, record.Change, record.DateKind, record.DateRelation,
        record.Modifier, record.AnchoredTo, record.Region, record.EditReason, record.RoleName, record.Origin,
        record.Kind, record.Facet, record.PolarityValue, record.ModalityValue, record.SourceType,
        record.ContentType, record.TransferStatus, record.Aggregation, record.ParentRelation, record.SkipReason,
    ],
)  # fmt: skip
def test_every_value_is_ruled(closed_set: Any) -> None:
    assert set(record.names(closed_set)) <= CODED


def test_every_entity_label_that_gold_holds_is_named() -> None:
    from pipeline.score.match import NAMED

    assert all(label in BOOK for label in NAMED)


def test_at_least_twenty_hard_cases_are_ruled() -> None:
    numbers = [int(n) for n in re.findall(r"^(\d+)\. ", BOOK.split("Hard cases")[1], flags=re.M)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 20
