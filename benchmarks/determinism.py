"""The same bytes in other worlds: `python benchmarks/determinism.py [SOURCE …] [--all]` (default: corpus/articles).

Five hash seeds, three time zones, three locales, the clock as it is and 400 days ahead, one worker and two, with and
without scikit-learn and pyarrow. Runs are chosen so that each level of one meets each level of every other (pairs);
`--all` runs all combinations. Every file that a run writes is compared, byte for byte.
"""

import argparse
import hashlib
import importlib.util
import os
import subprocess
import sys
import tempfile
from itertools import combinations, product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORLDS = {
    "seed": ("0", "1", "2", "77", "4242"),
    "zone": ("UTC", "Pacific/Kiritimati", "America/Adak"),
    "locale": ("C.UTF-8", "C", "de_DE.UTF-8"),
    "days": ("0", "400"),
    "workers": ("1", "2"),
    "sklearn": ("with", "without"),
    "pyarrow": ("with", "without"),
}
HIDDEN = "\nimport sys\n\nfor name in os.environ['HIDDEN'].split():\n    sys.modules[name] = None\n"
World = tuple[str, ...]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("sources", nargs="*", type=Path, default=[ROOT / "corpus" / "articles"])
    options.add_argument("--all", action="store_true", help="all combinations, not all pairs")
    given = options.parse_args()
    worlds = list(product(*WORLDS.values())) if given.all else pairs()
    found: dict[str, list[World]] = {}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "sitecustomize.py").write_text(moved_clock() + HIDDEN, encoding="utf-8")
        for number, world in enumerate(worlds, start=1):
            digest = run(world, [path.resolve() for path in given.sources], Path(folder), f"out{number}")
            found.setdefault(digest, []).append(world)
            print(f"{number}/{len(worlds)} {digest[:16]}  {' '.join(world)}", flush=True)
    print(f"{len(worlds)} runs, {len(found)} different outputs")
    return int(len(found) > 1)


def pairs() -> list[World]:
    """Few worlds in which each level of one thing meets each level of every other."""
    places = list(combinations(range(len(WORLDS)), 2))

    def met(world: World) -> set[tuple[int, str, int, str]]:
        return {(a, world[a], b, world[b]) for a, b in places}

    every = list(product(*WORLDS.values()))
    left = set().union(*map(met, every))
    chosen: list[World] = []
    while left:
        best = max(every, key=lambda world: len(met(world) & left))
        chosen.append(best)
        left -= met(best)
    return chosen


def moved_clock() -> str:
    """A `sitecustomize` that moves the clock, as the test has it."""
    path = ROOT / "tests" / "articles" / "test_determinism.py"
    spec = importlib.util.spec_from_file_location("test_determinism", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.CLOCK


def run(world: World, sources: list[Path], folder: Path, out: str) -> str:
    """The digest of all that is written."""
    told = dict(zip(WORLDS, world, strict=True))
    environment = {
        **os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}", "PYTHONHASHSEED": told["seed"], "TZ": told["zone"],
        "LC_ALL": told["locale"], "PYTHONCOERCECLOCALE": "0", "DAYS_AHEAD": told["days"],
        "HIDDEN": " ".join(name for name in ("sklearn", "pyarrow") if told[name] == "without"),
    }  # fmt: skip
    command = [sys.executable, "-m", "pipeline", "run", *map(str, sources), "--out", out, "--quiet", "--fresh",
               "--timeout", "3600", "--workers", told["workers"]]  # fmt: skip
    subprocess.run(command, cwd=folder, env=environment, check=True)
    digest = hashlib.sha256()
    for path in sorted((folder / out).rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(folder / out)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
