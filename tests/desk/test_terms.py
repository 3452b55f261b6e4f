"""What the page offers is what the record takes."""

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from pipeline import desk, record

TERMS = dict(
    re.findall(
        r"^export const ([A-Z]+) = (\[.*\]);$",
        (Path(desk.__file__).parent / "static" / "terms.js").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
)
WHOLE = {
    "KINDS": record.Kind, "FACETS": record.Facet, "MODALITIES": record.ModalityValue, "POLARITIES": record.PolarityValue,
    "SOURCES": record.SourceType, "RELATIONS": record.ParentRelation, "STATUSES": record.TransferStatus,
    "AGGREGATIONS": record.Aggregation, "COMPARATORS": record.Comparator, "WHEN": record.DateRelation,
    "DATES": record.DateKind, "CHANGES": record.Change,
}  # fmt: skip
PART = {"LABELS": record.EntityLabel, "ROLES": record.RoleName}
"""Lists of which some have a place of their own: amounts and dates, and subject, predicate and object."""


def test_every_list_is_known_here():
    assert set(TERMS) == {*WHOLE, *PART}


@pytest.mark.parametrize("name", WHOLE)
def test_a_closed_list_is_that_of_the_record(name):
    assert sorted(json.loads(TERMS[name])) == sorted(get_args(WHOLE[name]))


@pytest.mark.parametrize("name", PART)
def test_a_part_of_a_list_holds_nothing_else(name):
    offered = json.loads(TERMS[name])
    assert set(offered) < set(get_args(PART[name])) and len(set(offered)) == len(offered)
