"""Capitalised runs that their first or last word explains."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.entities.runs import headed, shortened_heads, titled


def found(text, read):
    return [(text[f.start : f.end], f.known.label) for f in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They closed the Neak Volta Bridge for good.", [("Neak Volta Bridge", "FAC")]),
        ("In Tahrir Square they sang.", [("Tahrir Square", "FAC")]),
        ("Egypt's Suez Canal paid.", [("Suez Canal", "FAC")]),
        ("the Cambodian People's Party won", [("Cambodian People's Party", "ORG")]),
        ("the Peru-Chile General Border Committee met", [("Peru-Chile General Border Committee", "ORG")]),
        (
            "a Ministry of Labour and Vocational Training study",
            [("Ministry of Labour and Vocational Training", "ORG")],
        ),
        ("the Bank of Ghana raised rates", [("Bank of Ghana", "ORG")]),
        ("Ana Craig for the Alliance and Rui Napier", []),
        ("the Reform Party of Canada and Canada", [("Reform Party of Canada", "ORG")]),
        ("the Council on Foreign Relations said", [("Council on Foreign Relations", "ORG")]),
        ("the University of Lagos's dean", [("University of Lagos", "ORG")]),
        ("The war began. The bank closed. Act now.", []),
        ("Ana Silva met Rui Costa", []),
        ("says Ana Silva of Karima General Hospital", [("Karima General Hospital", "FAC")]),
    ],
)
def test_headed(text, expected):
    assert found(text, headed) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("and the Fund has not answered", [("Fund", "ORG")]),
        ("told a Board hearing", [("Board", "ORG")]),
        ("under the Code they vote", [("Code", "LAW")]),
        ("of the Board of Ghana", [("Board", "ORG")]),
        ("the Fund Manager left", []),
        ("The Fund left", [("Fund", "ORG")]),
        ("the board left", []),
        ("it was his Bank-book", []),
    ],
)
def test_a_body_by_its_head_word_alone(text, expected):
    assert found(text, shortened_heads) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("when President Ruth Otieno’s envoy", [("Ruth Otieno", "PERSON")]),
        ("Dr. Ama Boateng and Mr Costa", [("Ama Boateng", "PERSON"), ("Costa", "PERSON")]),
        ("Prime Minister Li Wei spoke", [("Li Wei", "PERSON")]),
        ("the Justice Department sued", []),
        ("Prince Edward Island voted", []),
        ("the president of Ghana", []),
    ],
)
def test_titled(text, expected):
    assert found(text, titled) == expected


@settings(deadline=None)
@given(st.text(alphabet="AaBb’'s.- ofthe", max_size=120))
def test_runs_lie_inside_the_text(text):
    for f in [*headed(text), *titled(text)]:
        assert 0 <= f.start < f.end <= len(text)
        assert text[f.start].isupper()


def test_a_long_run_of_capitals_takes_no_long_time():
    start = time.perf_counter()
    list(headed("Aa-" * 20_000)), list(headed("Aa " * 20_000)), list(titled("Dr. " * 20_000))
    assert time.perf_counter() - start < 5
