"""Closed sets tell their values, and a field's type its parts."""

from pipeline import record
from pipeline.record import Span


def test_closed_sets_tell_their_values():
    assert record.names(record.Comparator) == ("eq", "approx", "gt", "ge", "lt", "le", "range", "vague")
    assert list(record.parts(tuple[Span, ...] | None)) == [Span, ..., type(None)]
    assert list(record.parts(record.Kind | None)) == [record.Kind, type(None)]


def test_whoever_imports_everything_gets_what_is_offered():
    offered = {}
    exec("from pipeline.record import *", offered)
    assert {
        "Document",
        "Claim",
        "Span",
        "Kind",
        "ALTERNATIVES",
        "claim_id",
        "names",
        "spans",
    } <= offered.keys()
    assert all(offered[name] is getattr(record, name) for name in record.__all__)
