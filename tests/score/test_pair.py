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


closely = st.integers(1, 5).flatmap(
    lambda n: st.integers(1, 5).flatmap(
        lambda m: st.lists(
            st.lists(st.sampled_from([0.0, 0.5, 0.5001, 0.5002]), min_size=m, max_size=m),
            min_size=n,
            max_size=n,
        )
    )
)


@settings(deadline=None)
@given(closely)
def test_no_place_in_the_text_outweighs_a_ten_thousandth(weights: list[list[float]]) -> None:
    n, m = len(weights), len(weights[0])
    pairing = assign(names(n), names(m), lookup(weights))
    wide = [row + [0.0] * n for row in weights]
    best = max(sum(wide[i][j] for i, j in enumerate(order)) for order in permutations(range(m + n), n))
    assert abs(sum(pair.weight for pair in pairing.pairs) - best) < 1e-9


def test_a_ten_thousandth_decides_between_far_and_near() -> None:
    """Everything else is equal: the first of gold and the last of found are one ten-thousandth nearer."""
    for size in range(2, 9):
        weights = [[0.5] * size for _ in range(size)]
        weights[0][size - 1] = 0.5001
        pairing = assign(names(size), names(size), lookup(weights))
        assert ("e0", f"e{size - 1}") in [(p.gold.id, p.found.id) for p in pairing.pairs]


def test_less_than_half_a_ten_thousandth_is_no_difference() -> None:
    pairing = assign(names(2), names(2), lookup([[0.5, 0.50004], [0.50004, 0.5]]))
    assert [(p.gold.id, p.found.id) for p in pairing.pairs] == [("e0", "e0"), ("e1", "e1")]
    assert assign(names(1), names(1), lookup([[0.00004]])).pairs == ()
    assert len(assign(names(1), names(1), lookup([[0.00006]])).pairs) == 1


def test_of_more_found_than_gold_the_earliest_are_taken_and_the_other_way_round() -> None:
    for n in range(1, 6):
        for m in range(1, 6):
            pairing = assign(names(n), names(m), lookup([[0.5] * m for _ in range(n)]))
            wanted = [(f"e{i}", f"e{i}") for i in range(min(n, m))]
            assert [(p.gold.id, p.found.id) for p in pairing.pairs] == wanted


def test_near_in_rank_comes_before_early() -> None:
    """The last of gold could go with the first of found or with the second: it takes the nearer."""
    pairing = assign(names(3), names(2), lookup([[0.5, 0.0], [0.9, 0.0], [0.5, 0.5]]))
    assert [(p.gold.id, p.found.id) for p in pairing.pairs] == [("e1", "e0"), ("e2", "e1")]


def test_what_stands_elsewhere_changes_no_pair() -> None:
    """Two of each side compete; a third pair, before or after, has nothing to do with them."""
    tie = [[0.5, 0.5], [0.5, 0.5]]
    alone = assign(names(2), names(2), lookup(tie)).pairs
    after = assign(names(3), names(3), lookup([[0.5, 0.5, 0.0], [0.5, 0.5, 0.0], [0.0, 0.0, 0.5]])).pairs
    before = assign(names(3), names(3), lookup([[0.5, 0.0, 0.0], [0.0, 0.5, 0.5], [0.0, 0.5, 0.5]])).pairs
    assert [(p.gold.id, p.found.id) for p in alone] == [("e0", "e0"), ("e1", "e1")]
    assert [(p.gold.id, p.found.id) for p in after] == [(f"e{i}", f"e{i}") for i in range(3)]
    assert [(p.gold.id, p.found.id) for p in before] == [(f"e{i}", f"e{i}") for i in range(3)]


def test_things_at_one_place_are_paired_by_what_they_say() -> None:
    twice = [
        Entity(id=f"e{i}", span=Span.of(LINE, 0, 1), label="ORG", name=name) for i, name in enumerate("ba")
    ]
    there = assign(twice, twice[::-1], lambda a, b: 0.5).pairs
    assert [(p.gold.name, p.found.name) for p in there] == [
        ("b", "b"),
        ("a", "a"),
    ]  # by their ids, which come first


def test_no_floor_but_that_something_is_in_common() -> None:
    assert [p.weight for p in assign(names(1), names(1), lookup([[0.01]])).pairs] == [0.01]
    assert assign(names(1), names(1), lookup([[0.0]])).pairs == ()
    assert assign([], names(2), lookup([])).pairs == ()
