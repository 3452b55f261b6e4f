"""Workers that die, hang, or cannot start: each costs what it held, and nothing else."""

import gzip
import json
from pathlib import Path

import pytest

from pipeline.record import Article, Failure
from pipeline.run import Options, workers
from pipeline.run.pool import Pool
from pipeline.run.result import PARTS


@pytest.fixture
def deadly(monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).parent / "stand_ins")
    import deadly

    return deadly


def results(pool, *batches):
    place = iter(range(1000))
    given = [[(next(place), Article(where=f"{text}.txt", text=text)) for text in batch] for batch in batches]
    found = dict(pool(given))
    assert sorted(found) == list(range(sum(map(len, batches))))
    return [found[at] if isinstance(found[at], Failure) else found[at].about["id"] for at in sorted(found)]


@pytest.mark.parametrize("workers", [1, 2])
def test_every_article_comes_back_once(deadly, workers):
    with Pool(Options(workers=workers), deadly.load) as pool:
        assert pool.fingerprint == "deadly"
        first = results(pool, ["a", "b", "fail"], ["c"], ["d"], ["e", "f"])
        assert first[2] == Failure(where="fail.txt", reason="fails")
        assert len({str(one) for one in first}) == 7
        assert results(pool) == []
        assert results(pool, ["a"]) == first[:1]


def test_a_worker_that_dies_takes_one_article_which_is_tried_again(deadly, tmp_path):
    with Pool(Options(workers=2), deadly.load) as pool:
        found = results(pool, ["a", f"die once {tmp_path / 'died'}", "b"], ["c"])
    assert not [one for one in found if isinstance(one, Failure)]
    assert (tmp_path / "died").exists()


def test_an_article_that_kills_workers_is_given_up_and_its_neighbours_are_done(deadly):
    with Pool(Options(workers=2), deadly.load) as pool:
        found = results(pool, ["a", "die", "b"], ["c"], ["d"])
    assert [one.reason for one in found if isinstance(one, Failure)] == [
        "ended the process that read it, twice (signal 9)"
    ]
    assert len(found) == 5


def test_an_article_costs_two_workers_and_no_more(deadly, tmp_path):
    with Pool(Options(workers=1), deadly.load) as pool:
        (failure,) = results(pool, [f"die counted {tmp_path / 'deaths'}"])
    assert failure.reason == "ended the process that read it, twice (exit code 9)"
    assert (tmp_path / "deaths").read_text() == ".."


def test_an_article_that_takes_too_long_is_given_up(deadly):
    with Pool(Options(workers=1, seconds=1.5), deadly.load) as pool:
        found = results(pool, ["a", "sleep", "b"], ["c"])
    assert [one.reason for one in found if isinstance(one, Failure)] == ["took longer than 1.5 s"]


def test_what_cannot_be_loaded_is_said(deadly):
    with pytest.raises(OSError, match="there is no pipeline here"), Pool(Options(), deadly.load_nothing):
        pass
    with pytest.raises(OSError, match="exit code 3"), Pool(Options(), deadly.load_and_die):
        pass


@pytest.mark.parametrize("count", [1, 2])
def test_a_worker_that_is_killed_while_it_loads_is_replaced(deadly, tmp_path, count):
    options = Options(workers=count, model=str(tmp_path / "died"))
    with Pool(options, deadly.load_at_the_second_try) as pool:
        assert pool.fingerprint == "deadly"
        assert len(results(pool, ["a"], ["b"])) == 2


def test_records_come_back_in_the_currency_that_was_asked_for(deadly):
    options = Options(convert="EUR")
    with Pool(options, deadly.load_with_money) as pool, workers(options, deadly.extract_with_money) as here:
        ((_, found),) = pool([[(0, Article(where="0", text="a"))]])
        assert list(here([[(0, Article(where="0", text="a"))]])) == [(0, found)]
    (amount,) = json.loads(gzip.decompress(found.data[0]))["amounts"]
    assert (amount["value"], amount["converted"]["currency"]) == ("2", "EUR")
    assert b'"EUR"' in gzip.decompress(found.data[PARTS.index("amounts")])


def test_a_currency_without_rates_is_told(deadly):
    with (
        pytest.raises(OSError, match="there are no rates for 'KHR'"),
        Pool(Options(convert="KHR"), deadly.load),
    ):
        pass
