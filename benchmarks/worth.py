"""Check-worthiness on held-out debate sentences, beside baselines, and how far its figure can be taken at its word.

    python benchmarks/worth.py [--model models/en_oped]

Prints average precision, F1 of the rare class ("worth checking") and Brier score for the shipped weights, for the
features without the network's votes, for "what has a digit is" and for "everything is"; then a reliability table.
Sentences in which the pipeline finds no claim score 0. The sentences are the tenth of ClaimBuster's training part that
nothing was trained on; the threshold for F1 is chosen on the tenth that calibrates (`models/scripts/train_worth.py`).
"""

import argparse
import sys
from pathlib import Path

import numpy as np

from pipeline.assemble import load
from pipeline.stages.worth.score import score, weights
from pipeline.stages.worth.wording import NAME

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "models" / "scripts"))  # no part of the package
from debates import read  # noqa: E402
from train_worth import average_precision, best_threshold, f1  # noqa: E402


def shipped(example) -> float:
    if example.features is None:
        return 0.0
    return score({**example.features, NAME: example.wording or 0.0}).value


def alone(example) -> float:
    return score(example.features, weights("alone")).value if example.features is not None else 0.0


def reliability(scores: np.ndarray, y: np.ndarray) -> None:
    print("\nscore        sentences  mean score  worth checking")
    for low in np.arange(0, 1, 0.2):
        inside = (scores >= low) & (scores < low + 0.2 + (low >= 0.8))
        if inside.any():
            print(
                f"{low:.1f} to {low + 0.2:.1f} {inside.sum():11} {scores[inside].mean():11.2f} {y[inside].mean():15.2f}"
            )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--model", default=str(ROOT / "models" / "en_oped"))
    examples = read(load(options.parse_args().model))
    y = np.array([float(e.label) for e in examples])
    test, tuning = (np.array([e.part == part for e in examples]) for part in ("test", "calibrate"))
    columns = {
        "shipped weights": np.array([shipped(e) for e in examples]),
        "features alone": np.array([alone(e) for e in examples]),
        "has a digit": np.array([float(any(c.isdigit() for c in e.text)) for e in examples]),
        "everything": np.ones(len(examples)),
    }
    print(f"held out: {test.sum()} sentences, {int(y[test].sum())} worth checking")
    print(f"{'':18} {'AP':>6} {'F1':>6} {'at':>5} {'Brier':>6}")
    for name, scores in columns.items():
        at = best_threshold(scores[tuning], y[tuning])
        ap, f = average_precision(scores[test], y[test]), f1(scores[test] >= at, y[test])
        print(f"{name:18} {ap:6.3f} {f:6.3f} {at:5.2f} {np.mean((scores[test] - y[test]) ** 2):6.3f}")
    reliability(columns["shipped weights"][test], y[test])


if __name__ == "__main__":
    main()
