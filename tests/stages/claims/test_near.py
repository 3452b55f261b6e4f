"""What touches a stretch is found whole, however the items nest."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.claims.near import Near

PLACE = st.integers(0, 30)
EDGES = st.lists(st.tuples(PLACE, st.integers(1, 9)).map(lambda pair: (pair[0], sum(pair))), max_size=12)


@given(edges=EDGES, first=PLACE, length=st.integers(1, 10))
def test_all_that_touches_is_there_in_order(edges: list[tuple[int, int]], first: int, length: int) -> None:
    last = first + length
    found = list(Near(edges, edges).between(first, last))
    touching = [edge for edge in edges if edge[0] < last and first < edge[1]]
    assert [edge for edge in found if edge in touching] == touching


def test_what_is_far_is_not_looked_at() -> None:
    sentences = [(start, start + 10) for start in range(0, 10_000, 10)]
    assert list(Near(sentences, sentences).between(5_003, 5_018)) == [(5_000, 5_010), (5_010, 5_020)]
