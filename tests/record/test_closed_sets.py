"""Closed sets tell their values, and a field's type its parts."""

from pipeline import record
from pipeline.record import Span


def test_closed_sets_tell_their_values():
    assert record.names(record.Comparator) == ("eq", "approx", "gt", "ge", "lt", "le", "range", "vague")
    assert list(record.parts(tuple[Span, ...] | None)) == [Span, ..., type(None)]
    assert list(record.parts(record.Kind | None)) == [record.Kind, type(None)]
