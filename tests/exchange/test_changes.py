"""A sheet that was read, laid over the one that went out, told of marks alone."""

from pipeline.exchange.changes import patched
from pipeline.exchange.layers import Mark, Sheet

TEXT = "prices fell in May"


def claim(id, kind, *pieces, **more):
    return Mark(id, "claim", pieces or ((0, 11),), {"kind": kind}, **more)


def after(base, *read):
    sheet = patched(Sheet("t", TEXT, base), Sheet("t", TEXT, read, anonymous=True))
    return [(mark.id, mark.fields["kind"], mark.edge) for mark in sheet.marks]


def test_of_two_marks_in_one_place_the_one_that_is_more_alike_is_meant():
    base = (claim("a", "fact"), claim("b", "prediction"))
    assert after(base, claim("x", "prediction")) == [("b", "prediction", (0, 11))]
    assert after(base, claim("x", "prediction"), claim("y", "evaluation")) == [
        ("a", "evaluation", (0, 11)), ("b", "prediction", (0, 11)),
    ]  # fmt: skip


def test_a_mark_that_shares_half_of_its_place_with_a_lost_one_is_that_one_moved():
    base = (claim("a", "fact", (0, 10)),)
    assert after(base, claim("x", "fact", (0, 18))) == [("a", "fact", (0, 18))]
    assert after(base, claim("x", "fact", (5, 18))) == [("new-1", "fact", (5, 18))]
