"""How long a run will still take, by an invented clock."""

import pytest

from pipeline.run.pace import LEAST, WINDOW, Pace, Told


def pace_of(*told):
    """From (second, done, words, begun, known, taken)."""
    pace = Pace()
    for now, *rest in told:
        pace.tell(now, Told(*rest))
    return pace


def test_nothing_is_said_before_anything_is_known():
    assert Pace().rate is None and Pace().left(10) is None
    assert pace_of((0, 0, 0, 64, 0, 6_400), (1, 1, 100, 64, 0, 6_400)).left(100) is None


def test_words_are_what_is_left():
    """64 of 128 are taken up, 9,000 words in all; after the first op-ed, which is slow, 1,000 were read in 10 seconds."""
    pace = pace_of((0, 0, 0, 64, 0, 9_000), (30, 1, 500, 64, 0, 9_000), (40, 2, 1_500, 64, 0, 9_000))
    assert pace.rate == 100 and pace.left(128) == pytest.approx((7_500 + 9_000) / 100)
    assert pace.left(None) is None


def test_what_an_earlier_run_had_done_says_nothing_of_the_rest():
    """6,400 of 12,800 were known and looked at in no time; the rest takes as long as it takes."""
    looked = [(n, 64 * n, 0, 64 * n, 64 * n, 0) for n in range(1, 101)]
    pace = pace_of(*looked, (100, 6_401, 100, 6_464, 6_400, 6_400), (110, 6_411, 1_100, 6_464, 6_400, 6_400))
    assert pace.left(12_800) == pytest.approx((5_300 + (12_800 - 6_464) * 100) / 100)


def test_copies_and_failures_take_no_time():
    """Half of what is looked at is known: the mean of those that were new goes for all that come."""
    pace = pace_of((0, 33, 100, 64, 32, 3_200), (10, 43, 1_100, 64, 32, 3_200))
    assert pace.left(64) == pytest.approx(21) and pace.left(128) == pytest.approx(21 + 64)


def test_the_rate_is_that_of_the_last_minute():
    quiet = [(n, n, 100 * n, 10_000, 0, 1_000_000) for n in range(200)]
    busy = [(200 + n, 200 + n, 20_000 + 10 * n, 10_000, 0, 1_000_000) for n in range(int(WINDOW) + 2)]
    assert pace_of(*quiet).rate == pytest.approx(100)
    assert 10 < pace_of(*quiet, *busy[:30]).rate < 100
    assert pace_of(*quiet, *busy).rate == pytest.approx(10, rel=0.1)


def test_a_long_silence_does_not_forget_the_rate():
    pace = pace_of(
        (0, 1, 500, 64, 0, 9_000), (LEAST, 2, 1_000, 64, 0, 9_000), (10 * WINDOW, 3, 6_000, 64, 0, 9_000)
    )
    assert pace.rate == pytest.approx(5_000 / (10 * WINDOW - LEAST))
