from collections.abc import Callable
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.record import Entity, Span
from pipeline.score.pair import assign

LINE = "abcdefghij"


def names(count: int) -> list[Entity]:
    return [Entity(id=f"e{i}", span=Span.of(LINE, i, i + 1), label="ORG", name="x") for i in range(count)]


def lookup(weights: list[list[float]]) -> Callable[[Entity, Entity], float]:
    return lambda gold, found: weights[gold.span.start][found.span.start]


cells = st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.75, 1.0])
tables = st.integers(1, 4).flatmap(
    lambda n: st.integers(1, 4).flatmap(
        lambda m: st.lists(st.lists(cells, min_size=m, max_size=m), min_size=n, max_size=n)
    )
)


@settings(deadline=None)
@given(tables)
def test_no_other_pairing_weighs_more(weights: list[list[float]]) -> None:
    n, m = len(weights), len(weights[0])
    pairing = assign(names(n), names(m), lookup(weights))
    wide = [row + [0.0] * n for row in weights]
    best = max(sum(wide[i][j] for i, j in enumerate(order)) for order in permutations(range(m + n), n))
    assert abs(sum(pair.weight for pair in pairing.pairs) - best) < 1e-9
    assert len(pairing.pairs) + len(pairing.missed) == n
    assert len(pairing.pairs) + len(pairing.spurious) == m


def test_the_best_sum_beats_the_best_single_pair() -> None:
    pairing = assign(names(2), names(2), lookup([[0.9, 0.8], [0.8, 0.1]]))
    assert [(p.gold.id, p.found.id) for p in pairing.pairs] == [("e0", "e1"), ("e1", "e0")]


def test_equal_weights_are_paired_in_the_order_of_the_text() -> None:
    pairing = assign(names(3), names(3), lookup([[0.5] * 3] * 3))
    assert [(p.gold.id, p.found.id) for p in pairing.pairs] == [("e0", "e0"), ("e1", "e1"), ("e2", "e2")]


def test_nothing_below_the_floor_is_paired() -> None:
    pairing = assign(names(2), names(2), lookup([[0.19, 0.0], [0.0, 0.2]]), floor=0.2)
    assert [(p.gold.id, p.found.id) for p in pairing.pairs] == [("e1", "e1")]
    assert [e.id for e in pairing.missed] == [e.id for e in pairing.spurious] == ["e0"]


def test_of_equally_close_partners_the_earlier_is_taken_whichever_side_is_gold() -> None:
    weights = [[0.0, 0.5], [0.5, 0.1], [0.0, 0.5]]
    there = assign(names(3), names(2), lookup(weights))
    back = assign(names(2), names(3), lookup([list(column) for column in zip(*weights, strict=True)]))
    assert [(p.gold.id, p.found.id) for p in there.pairs] == [("e0", "e1"), ("e1", "e0")]
    assert {(p.found.id, p.gold.id) for p in back.pairs} == {("e0", "e1"), ("e1", "e0")}
