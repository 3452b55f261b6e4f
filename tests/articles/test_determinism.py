"""The whole command writes the same bytes on another day, in another zone and locale, under another hash seed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARTICLES = [ROOT / "corpus" / "articles" / name for name in ("campus-ledger.md", "rent-islands.md")]
CLOCK = '''
"""Every clock that Python asks tells another day; the classes stay what they are, so that nobody notices."""

import ctypes, datetime, gc, os, time

AHEAD = 86_400 * int(os.environ["DAYS_AHEAD"])
REAL = {name: getattr(time, name) for name in ("time", "time_ns", "localtime", "gmtime", "strftime", "ctime")}
time.time = lambda: REAL["time"]() + AHEAD
time.time_ns = lambda: REAL["time_ns"]() + AHEAD * 10**9
time.localtime = lambda at=None: REAL["localtime"](time.time() if at is None else at)
time.gmtime = lambda at=None: REAL["gmtime"](time.time() if at is None else at)
time.ctime = lambda at=None: REAL["ctime"](time.time() if at is None else at)
time.strftime = lambda form, at=None: REAL["strftime"](form, time.localtime() if at is None else at)


def put(cls, **methods):
    held = gc.get_referents(cls.__dict__)[0]  # the dict behind the proxy: types of C take no setattr
    for name, method in methods.items():
        held[name] = classmethod(method)
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(cls))


put(datetime.date, today=lambda cls: cls.fromtimestamp(time.time()))
put(
    datetime.datetime,
    today=lambda cls: cls.fromtimestamp(time.time()),
    now=lambda cls, tz=None: cls.fromtimestamp(time.time(), tz),
    utcnow=lambda cls: cls.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None),
)
'''
WORLDS = {
    "here": {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "DAYS_AHEAD": "0"},
    "far east, 400 days later, ASCII": {
        "PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0",
        "DAYS_AHEAD": "400",
    },
    "far west, 400 days before, German": {
        "PYTHONHASHSEED": "4242", "TZ": "America/Adak", "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8",
        "LANGUAGE": "de", "DAYS_AHEAD": "-400",
    },
}  # fmt: skip


@pytest.fixture
def python(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(CLOCK)
    path = os.pathsep.join([str(tmp_path), str(ROOT)])

    def run(world, *arguments):
        folder = tmp_path / world
        folder.mkdir(exist_ok=True)
        env = {**os.environ, "PYTHONPATH": path, **WORLDS[world]}
        command = [sys.executable, *map(str, arguments)]
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def written(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_clock_is_moved(python):
    code = (
        "import datetime as dt, time; then = (dt.date(2000, 1, 1) - dt.date(1970, 1, 1)).days\n"
        "print((dt.date.today() - dt.date(2000, 1, 1)).days, (dt.datetime.now() - dt.datetime(2000, 1, 1)).days,"
        " int(time.time()) // 86400 - then, time.localtime().tm_year, isinstance(dt.datetime.now(), dt.datetime))"
    )
    here, later = (python(world, "-c", code).split() for world in list(WORLDS)[:2])
    assert [int(b) - int(a) in (400, 401) for a, b in zip(here[:3], later[:3], strict=True)] == [True] * 3
    assert int(later[3]) > int(here[3]) and later[4] == b"True"


def test_the_same_bytes_in_other_worlds(python, tmp_path):
    found = []
    for world in WORLDS:
        python(world, "-m", "pipeline", "run", *ARTICLES, "--out", "out", "--quiet")
        found.append(written(tmp_path / world / "out"))
    assert {"documents.jsonl", "claims.csv", "dates.csv", "run.json"} <= found[0].keys()
    assert len(found[0]["documents.jsonl"]) > 200_000
    for name, content in found[0].items():
        assert all(other.get(name) == content for other in found[1:]), name
    assert found[0].keys() == found[1].keys() == found[2].keys()
