"""Definitions in brackets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.entities.abbreviation import definitions


def pairs(text):
    return [(text[slice(*d.long)], text[slice(*d.short)]) for d in definitions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the International Rice Council (IRC) met", [("International Rice Council", "IRC")]),
        ("a Rule of Law (ROL) index", [("Rule of Law", "ROL")]),
        ("the Lakes Outlook on the Trans-Rift (LOTR)", [("Lakes Outlook on the Trans-Rift", "LOTR")]),
        ("the Vision on the Trans-Rift (VTR)", [("Vision on the Trans-Rift", "VTR")]),
        ("foreign direct investment (FDI) fell", [("foreign direct investment", "FDI")]),
        ("The minister (Smith) left", []),
        ("He left (IRC) early", []),
        ("(IRC)", []),
        (
            "Food and Water Trust (FWT) and Coastal Aid (CA)",
            [("Food and Water Trust", "FWT"), ("Coastal Aid", "CA")],
        ),
    ],
)
def test_definitions(text, expected):
    assert pairs(text) == expected


@settings(deadline=None)
@given(st.text(alphabet="ABCab (). ", max_size=80))
def test_the_long_form_stands_before_the_short_one(text):
    for found in definitions(text):
        assert 0 <= found.long[0] < found.long[1] < found.short[0] < found.short[1] <= len(text)
        assert "(" not in text[slice(*found.long)]
