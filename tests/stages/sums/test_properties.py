"""Whatever the figures: a list that makes its total is never called wrong, and one that does not always is."""

from decimal import Decimal

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pipeline.stages.sums.check import find
from pipeline.stages.sums.figure import Figure
from pipeline.stages.sums.sentence import sentence

WHAT = ("clinics", "schools", "roads", "ports", "parks", "farms")
FORMS = (
    "Aid came to {total}: {list}.",
    "It asked for {total}, made up of {list}.",
    "It set aside {list}, which makes {total}.",
    "It set aside {list}. That makes {total}.",
    "It set aside {list}, {total} in all.",
)
millions = st.decimals(min_value=Decimal("0.1"), max_value=900, places=1)
texts = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def written(value):
    """One decimal, so that every figure is known to 0.05 million."""
    return f"${value:.1f}m"


def text_of(form, parts, total):
    items = [f"{written(part)} for {what}" for part, what in zip(parts, WHAT, strict=False)]
    return form.format(total=written(total), list=", ".join(items[:-1]) + f" and {items[-1]}")


@texts
@given(st.sampled_from(FORMS), st.lists(millions, min_size=2, max_size=6))
def test_parts_that_make_the_total_are_tied(sums_of, form, parts):
    ((_, _, holds),) = sums_of(text_of(form, parts, sum(parts)))
    assert holds


@texts
@given(st.sampled_from(FORMS), st.lists(millions, min_size=2, max_size=6), millions)
def test_a_total_is_wrong_where_no_rounding_explains_it(sums_of, form, parts, total):
    """Each part and the total may be 0.05 million off. (The last of them alone may make it: then they are the sum.)"""
    assume(all(sum(parts[i:]) != total for i in range(1, len(parts))))
    off, tolerance = abs(sum(parts) - total), Decimal("0.05") * (len(parts) + 1)
    ((_, _, holds),) = sums_of(text_of(form, parts, total))
    assert holds == (off <= tolerance)


@texts
@given(
    st.lists(millions, min_size=2, max_size=6), st.sampled_from(["about", "up to", "more than", "at least"])
)
def test_bounds_never_make_a_sum_stricter(sums_of, parts, bound):
    text = text_of(FORMS[0], parts, sum(parts)).replace("came to ", f"came to {bound} ")
    ((_, _, holds),) = sums_of(text)
    assert holds


figures = st.builds(
    Figure,
    id=st.just("m"), start=st.just(0), end=st.just(0), core_start=st.just(0), core=st.text(max_size=5),
    value=st.none() | st.decimals(-(10**9), 10**12, places=2), low=st.none() | millions, high=st.none() | millions,
    kind=st.sampled_from([("currency", "USD"), ("percent",), ("count",)]), per=st.sampled_from([None, "year"]),
    change=st.sampled_from([None, "up"]), rule=st.sampled_from(["mark", "part"]),
)  # fmt: skip
pieces = st.sampled_from(
    [
        "of the ",
        "came to ",
        ": ",
        ", ",
        " and ",
        "the remaining ",
        "(",
        ")",
        " — ",
        "; ",
        "which makes ",
        " in all",
        ".",
    ]
)


items = st.lists(st.tuples(pieces, st.none() | figures), max_size=25)


@texts
@given(st.lists(items, min_size=1, max_size=3))
def test_any_text_is_read(paragraph):
    text, placed, sentences = "", [], []
    for words in paragraph:
        start, first = len(text), len(placed)
        for piece, figure in words:
            text += piece
            if figure is not None:
                place = {"start": len(text), "core_start": len(text), "end": len(text) + 2}
                placed.append(figure._replace(id=f"m{len(placed)}", **place))
                text += "$5"
        sentences.append((start, len(text), placed[first:]))
    known = {figure.id for figure in placed}
    for found in find([sentence(text, (start, end), inside) for start, end, inside in sentences]):
        assert set(found.parts) <= known and found.total in {*known, None}
        assert len(set(found.parts)) == len(found.parts) > 1
        assert found.total not in found.parts
