"""The same bytes on another processor, and with another ONNX Runtime? `python benchmarks/processors.py [OP-ED …]`

Reads the op-eds (without any: the corpus) here, and again on each processor of `--cpu`, which QEMU plays
(`apt-get install qemu-user`), instruction by instruction and some fifty times slower. `Haswell` has AVX2 and FMA and no
AVX-512, as most desk computers; `SandyBridge` (2011) has neither, and is expected to differ. `--python` names another
interpreter that has opclaims and, for instance, another ONNX Runtime. Prints a digest for each, and exits with 1 where
one is not that of here.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("op_eds", nargs="*", type=Path)
    options.add_argument("--cpu", action="append", help="as QEMU calls it (default Haswell)")
    options.add_argument(
        "--python", action="append", default=[], help="another interpreter, on this processor"
    )
    options.add_argument("--digest", action="store_true", help="print that of here alone")
    given = options.parse_args()
    files = given.op_eds or sorted((ROOT / "corpus" / "articles").glob("*.md"))
    if given.digest:
        print(digest(files))
        return 0
    here = digest(files)
    print(f"here: {here}", flush=True)
    different = 0
    for name, command in others(given):
        found = asked(command, files)
        different += found.split()[0] != here.split()[0]
        print(f"{name}: {found}", flush=True)
    print(f"{len(files)} op-eds; {different} different")
    return min(1, different)


def others(given: argparse.Namespace) -> list[tuple[str, list[str]]]:
    """Name and interpreter of each world."""
    qemu = shutil.which("qemu-x86_64")
    if qemu is None:
        print("no qemu-x86_64 on this machine (apt-get install qemu-user): other processors are left out")
    cpus = [(cpu, [qemu, "-cpu", cpu, sys.executable]) for cpu in given.cpu or ["Haswell"] if qemu]
    return cpus + [(path, [path]) for path in given.python]


def asked(command: list[str], files: list[Path]) -> str:
    """What that world prints. (Of the processor's features that QEMU lacks it warns on the other channel.)"""
    arguments = [__file__, "--digest", *map(str, files)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*command, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() if done.returncode == 0 else f"failed: {done.stderr.strip().splitlines()[-1:]}"


def digest(files: list[Path]) -> str:
    """Of the records as JSON, and with what they were made. In this process: QEMU does not follow into others."""
    from pipeline import extract, load

    nlp, sha = load(), hashlib.sha256()
    for path in files:
        sha.update(extract(path.read_text(encoding="utf-8"), nlp=nlp).to_json().encode())
    return f"{sha.hexdigest()[:16]} (ONNX Runtime {version('onnxruntime')}, NumPy {version('numpy')})"


if __name__ == "__main__":
    sys.exit(main())
