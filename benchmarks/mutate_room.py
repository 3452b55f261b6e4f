"""Mutants against the tests of their room, for mutate.py, in forks of one process.

Quick: a process imports the room, collects its tests and waits. For each mutant a fork puts the new code into the
living functions, forgets what functions keep, and runs the tests that come by the changed lines (all, where hardly any
do: what is worked out once and kept is seen in one test and used in others). Slow, where a change is not in a function,
or no test comes by: a fork of the process that has not imported opclaims, to which the file is the mutant from the
start, runs all tests.
"""

import functools
import gc
import json
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, NamedTuple

from mutants import ROOT, Mutant, mutant

FAILED, ALIVE, LATE = "killed", "survived", "out of time"
TIMES = 4
FEW = 3
"""Tests that come by a line; with so few, all are run."""
NONE_CHOSEN = 5  # pytest's exit status


class Room(NamedTuple):
    """What is made wrong, and the tests that should notice."""

    name: str
    places: tuple[str, ...]
    tests: tuple[str, ...]


class Known(NamedTuple):
    """What a run without any mutant tells: seconds of each test, and the tests that come by each line."""

    each: dict[str, float]
    by_line: dict[str, dict[str, list[str]]]

    def near(self, one: Mutant) -> set[str]:
        """The tests that come by the changed lines."""
        _, site = mutant(one)
        lines = self.by_line.get(one.file, {})
        return {test for line in range(site.line, site.last + 1) for test in lines.get(str(line), ())} - {""}

    @property
    def limit(self) -> float:
        return 60 + TIMES * sum(self.each.values())


def verdicts(room: Room, tried: list[Mutant]) -> Iterator[tuple[Mutant, str]]:
    """Each with its verdict. Exits where the tests fail without any mutant."""
    folder = Path(tempfile.mkdtemp(prefix="mutate-"))
    if forked(lambda: pytest_main(room, [Server(room, tried, folder)]), 36_000) != ALIVE:
        sys.exit(f"{room.name}: its tests fail without any mutant")
    known = Known(**json.loads((folder / "known.json").read_text(encoding="utf-8")))
    seconds = sum(known.each.values())
    print(
        f"{room.name}: {len(known.each):,} tests, {seconds:.0f} s of processor time under coverage",
        flush=True,
    )
    quick = dict(
        json.loads(line) for line in (folder / "quick.jsonl").read_text(encoding="utf-8").splitlines()
    )
    for place, one in enumerate(tried):
        yield one, quick.get(place) or slow(room, one, known)


def slow(room: Room, one: Mutant, known: Known) -> str:
    """All tests, in a process that has not imported the file before."""

    def work() -> int:
        from_the_start(one)
        return pytest_main(room, [Chosen(known.each, known.each, word(one))])

    return forked(work, known.limit)


def forked(work: Callable[[], int], limit: float) -> str:
    """The verdict of what is done in a fork, within so many seconds of processor time."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        _alone(limit)
        try:
            os._exit(work())
        finally:
            os._exit(1)
    return _ended(child)


def _alone(limit: float) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 5))
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)


def _ended(child: int) -> str:
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return LATE if os.WTERMSIG(status) == signal.SIGXCPU else FAILED
    return ALIVE if os.WEXITSTATUS(status) in (0, NONE_CHOSEN) else FAILED


def pytest_main(room: Room, plugins: list[object]) -> int:
    import pytest

    me = os.getpid()
    status = int(
        pytest.main(["-x", "-q", "-p", "no:cacheprovider", *room.tests], plugins=[Brief(), *plugins])
    )
    if os.getpid() != me:  # a fork that was made within, and has run its tests
        os._exit(status)
    return status


class Brief:
    """Hypothesis need not look for the smallest example that fails."""

    def pytest_configure(self) -> None:
        from hypothesis import Phase, settings

        phases = [Phase.explicit, Phase.generate]
        settings.register_profile("mutate", derandomize=True, phases=phases, deadline=None)
        settings.load_profile("mutate")


def word(one: Mutant) -> str:
    """The word or mark that is changed; "" where it is another kind of change."""
    _, site = mutant(one)
    return site.before[1:-1] if site.kind == "constant" and site.before[:1] in "'\"" else ""


class Chosen:
    """Only these tests: those with the changed word in their name (their example) first, then the quickest."""

    def __init__(self, wanted: Collection[str], each: dict[str, float], word: str) -> None:
        self.wanted, self.each, self.word = wanted, each, word

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        known = [item for item in items if item.nodeid in self.wanted]
        items[:] = sorted(known, key=lambda item: (self.word not in item.nodeid, self.each[item.nodeid]))


class Server:
    """Has collected the tests; runs them in a fork for each mutant."""

    def __init__(self, room: Room, tried: list[Mutant], folder: Path) -> None:
        self.room, self.tried, self.folder = room, tried, folder

    def pytest_runtestloop(self, session: Any) -> bool | None:
        if (child := os.fork()) == 0:
            return self._measure(session)
        if _ended(child) != ALIVE:
            session.testsfailed = 1
            return True
        known = Known(**json.loads((self.folder / "known.json").read_text(encoding="utf-8")))
        with (self.folder / "quick.jsonl").open("w", encoding="utf-8") as file:
            for place, one in enumerate(self.tried):
                near = known.near(one)
                if not near or (changed := new_code(one)) is None:
                    continue
                if (child := os.fork()) == 0:
                    _alone(known.limit)
                    put(changed)
                    wanted = known.each if len(near) <= FEW else near
                    Chosen(wanted, known.each, word(one)).pytest_collection_modifyitems(session.items)
                    return None
                file.write(json.dumps([place, _ended(child)]) + "\n")
                file.flush()  # or forks would write it, too
        return True

    def _measure(self, session: Any) -> None:
        import coverage

        forget()
        (place,) = self.room.places
        cover = coverage.Coverage(data_file=None, include=[f"{ROOT}/{place}", f"{ROOT}/{place}/*"])
        session.config.pluginmanager.register(Timer(cover, self.folder / "known.json"))
        cover.start()


class Timer:
    """How long each test takes, and which lines it comes by."""

    def __init__(self, cover: Any, path: Path) -> None:
        self.cover, self.path = cover, path
        self.each: dict[str, float] = {}

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self.cover.switch_context(nodeid)
        self.each[nodeid] = time.process_time()

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        self.cover.switch_context("")
        self.each[nodeid] = time.process_time() - self.each[nodeid]

    def pytest_sessionfinish(self) -> None:
        self.cover.stop()
        data = self.cover.get_data()
        by_line = {
            Path(file).relative_to(ROOT).as_posix(): data.contexts_by_lineno(file)
            for file in data.measured_files()
        }
        self.path.write_text(json.dumps({"each": self.each, "by_line": by_line}), encoding="utf-8")


Place = tuple[str, int]


def new_code(one: Mutant) -> dict[Place, CodeType] | None:
    """The code of each function of the mutant, by name and first line; None where the change is not in a function."""
    path = str(ROOT / one.file)
    old = compile(Path(path).read_text(encoding="utf-8"), path, "exec")
    new = compile(mutant(one)[0], path, "exec")
    before, after = list(_codes(old)), list(_codes(new))
    places = [_place(code) for code in after if _function(code)]
    same = len(before) == len(after) and len(set(places)) == len(places)
    if not same or any(not _function(a) and _flat(a) != _flat(b) for a, b in zip(before, after, strict=True)):
        return None
    return {_place(code): code for code in after if _function(code)}


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _function(code: CodeType) -> bool:
    return bool(code.co_flags & 1)  # CO_OPTIMIZED: no module, no body of a class


def _place(code: CodeType) -> Place:
    return getattr(code, "co_qualname", code.co_name), code.co_firstlineno


def _flat(code: CodeType) -> tuple[object, ...]:
    plain = [repr(each) for each in code.co_consts if not isinstance(each, CodeType)]
    return code.co_code, code.co_names, plain


def put(changed: dict[Place, CodeType]) -> None:
    """Into all living functions of the file."""
    path = next(iter(changed.values())).co_filename
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename == path:
            each.__code__ = changed.get(_place(each.__code__), each.__code__)
    forget()


def forget() -> None:
    """Whatever functions of opclaims keep of earlier calls."""
    for each in gc.get_objects():
        if isinstance(each, functools._lru_cache_wrapper) and (each.__module__ or "").startswith("pipeline"):
            each.cache_clear()


def from_the_start(one: Mutant) -> None:
    """Whoever imports the file gets the mutant; nothing is written to disk."""
    path = str(ROOT / one.file)
    changed, _ = mutant(one)
    real = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, name: str) -> CodeType | None:
        return compile(changed, path, "exec") if loader.path == path else real(loader, name)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign]
