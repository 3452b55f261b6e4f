"""Train the weights of check-worthiness on ClaimBuster's debate sentences (9,674; label 1 = worth checking).

    python models/scripts/train_worth.py [--model models/en_oped] [--data ../shared/data/checkworthy/…json]

A sentence is read as the pipeline reads it, among its neighbours, its claims taken together; one without claims
teaches nothing. A tenth of the sentences, chosen by the hash of their text, is held out; a second tenth is kept from
the network and from the features' weights (`fit`), and calibrates how much either counts (Platt 1999; stacking,
Wolpert 1992): the network's votes on what it was trained on would be too sure. Logistic regression by Newton's
method in numpy, ridge 1.0, no randomness: the same data give the same table. Rewrites the weights in
`pipeline/lexicon/weights.csv`; the features and their examples there stay.
"""

import argparse
import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from debates import ROOT, SENTENCES, Example, read

from pipeline.assemble import load
from pipeline.stages.worth.score import BASE, DIGITS
from pipeline.stages.worth.wording import NAME

WEIGHTS = ROOT / "pipeline" / "lexicon" / "weights.csv"
RIDGE = 1.0


def matrix(examples: Sequence[Example], names: Sequence[str]) -> Any:
    """Examples × features, the first column all ones for the intercept."""
    return np.array([[1.0, *((e.features or {}).get(name, 0.0) for name in names)] for e in examples])


def fit(x: Any, y: Any, steps: int = 50) -> Any:
    """Weights that minimise the logistic loss plus RIDGE/2 · w² (the intercept is free), by Newton's method."""
    w = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], RIDGE)
    penalty[0] = 0.0
    for _ in range(steps):
        p = 1.0 / (1.0 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (p - y) + penalty * w
        curvature = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-9)
        step = np.linalg.solve(curvature, gradient)
        w = w - step
        if np.abs(step).max() < 1e-9:
            break
    return w


def average_precision(scores: Any, y: Any) -> float:
    """Mean precision at each positive, by falling score; sentences of equal score share a rank (as scikit-learn)."""
    order = np.argsort(-scores, kind="stable")
    s, hits = scores[order], np.cumsum(y[order])
    ends = np.append(np.flatnonzero(np.diff(s)), len(s) - 1)
    precision, recall = hits[ends] / (ends + 1), hits[ends] / max(hits[-1], 1)
    return float(np.sum(np.diff(recall, prepend=0.0) * precision))


def f1(found: Any, y: Any) -> float:
    """F1 of the rare class."""
    both = float(np.sum(found * y))
    return 2 * both / max(float(np.sum(found) + np.sum(y)), 1.0)


def best_threshold(scores: Any, y: Any) -> float:
    """The threshold with the best F1; chosen on what was trained on, never on what is held out."""
    return max((round(t, 2) for t in np.arange(0.05, 0.95, 0.01)), key=lambda t: f1(scores >= t, y))


def trained(examples: Sequence[Example], names: Sequence[str]) -> dict[str, dict[str, float]]:
    """Column of the table → feature → weight."""
    known = [e for e in examples if e.features is not None and e.part != "test"]
    alone = _fitted(known, names)
    if any(e.wording is None for e in known):
        raise SystemExit("the model does not vote on words: train with our own")
    first = _fitted([e for e in known if e.part == "train"], names)
    rest = [e for e in known if e.part == "calibrate"]
    odds = matrix(rest, names) @ np.array([first[name] for name in (BASE, *names)])
    x = np.stack([np.ones(len(rest)), odds, np.array([e.wording for e in rest])], 1)
    base, scale, wording = fit(x, np.array([float(e.label) for e in rest]))
    both = {name: scale * weight for name, weight in first.items()}
    return {"weight": {**both, BASE: both[BASE] + base, NAME: wording}, "alone": alone}


def _fitted(examples: Sequence[Example], names: Sequence[str]) -> dict[str, float]:
    w = fit(matrix(examples, names), np.array([float(e.label) for e in examples]))
    return dict(zip((BASE, *names), w.tolist(), strict=True))


def write(columns: dict[str, dict[str, float]]) -> None:
    """Put the weights into the table; its features and examples stay as they are."""
    with WEIGHTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ["feature", *columns, "example"], lineterminator="\n")
        table.writeheader()
        for row in rows:
            found = {
                name: f"{column.get(row['feature'], 0.0):.{DIGITS}f}" for name, column in columns.items()
            }
            table.writerow({**row, **found})


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--model", default=str(ROOT / "models" / "en_oped"))
    options.add_argument("--data", type=Path, default=SENTENCES)
    chosen = options.parse_args()
    examples = read(load(chosen.model), chosen.data)
    with WEIGHTS.open(encoding="utf-8", newline="") as file:
        listed = [row["feature"] for row in csv.DictReader(file) if row["feature"] not in (BASE, NAME)]
    seen = {name for e in examples for name in e.features or ()}
    if missing := sorted(seen - set(listed)):
        raise SystemExit(f"weights.csv has no row (with an example) for: {', '.join(missing)}")
    write(trained(examples, listed))
    print(f"{len(examples)} sentences, {len(listed)} features: {WEIGHTS.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
