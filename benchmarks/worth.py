"""Check-worthiness on held-out debate sentences, beside two baselines.

    python benchmarks/worth.py [--model models/en_oped]

Prints average precision and F1 of the rare class ("worth checking") for the shipped weights, for "everything is
worth checking", and for "what has a digit is". Sentences in which the pipeline finds no claim score 0. The sentences
are the fifth of ClaimBuster's training part that `models/scripts/train_worth.py` holds out; the threshold for F1 is
chosen on the rest.
"""

import argparse
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import numpy as np

from pipeline.assemble import load
from pipeline.stages.worth.score import score

ROOT = Path(__file__).resolve().parents[1]


def trainer() -> ModuleType:
    """The training script as a module: it is not part of the package."""
    spec = importlib.util.spec_from_file_location(
        "train_worth", ROOT / "models" / "scripts" / "train_worth.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["train_worth"] = module
    spec.loader.exec_module(module)
    return module


def main() -> None:
    train = trainer()
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--model", default=str(ROOT / "models" / "en_oped"))
    examples = train.read(load(options.parse_args().model))
    held = np.array([e.held_out for e in examples])
    y = np.array([float(e.label) for e in examples])
    columns = {
        "shipped weights": np.array([score(e.features).value if e.features else 0.0 for e in examples]),
        "has a digit": np.array([float(any(c.isdigit() for c in e.text)) for e in examples]),
        "everything": np.ones(len(examples)),
    }
    print(f"held out: {held.sum()} sentences, {int(y[held].sum())} worth checking")
    print(f"{'':18} {'AP':>6} {'F1':>6} {'at':>5}")
    for name, scores in columns.items():
        at = train.best_threshold(scores[~held], y[~held]) if name == "shipped weights" else 0.5
        ap, f = train.average_precision(scores[held], y[held]), train.f1(scores[held] >= at, y[held])
        print(f"{name:18} {ap:6.3f} {f:6.3f} {at:5.2f}")


if __name__ == "__main__":
    main()
