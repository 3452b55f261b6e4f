"""Train the weights of check-worthiness on ClaimBuster's debate sentences (9,674; label 1 = worth checking).

    python models/scripts/train_worth.py [--model models/en_oped] [--data ../shared/data/checkworthy/…json]

A sentence is read as the pipeline reads it, its claims taken together; one without claims teaches nothing. A fifth
of the sentences, chosen by the hash of their text, is held out and never trained on. Logistic regression by Newton's
method in numpy, ridge 1.0, no randomness: the same data give the same table. Rewrites the weights in
`pipeline/lexicon/weights.csv`; the features and their examples there stay.
"""

import argparse
import csv
import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline import marks
from pipeline.assemble import load
from pipeline.stages.worth.features import features
from pipeline.stages.worth.score import BASE, DIGITS
from pipeline.stages.worth.worth import words

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("OPCLAIMS_DATA", ROOT.parent / "shared" / "data"))
SENTENCES = DATA / "checkworthy" / "claimbuster-train.json"
WEIGHTS = ROOT / "pipeline" / "lexicon" / "weights.csv"
RIDGE = 1.0
HELD_OUT = 51  # of 256


class Example(NamedTuple):
    text: str
    label: int
    features: dict[str, float] | None  # None: no claim in it

    @property
    def held_out(self) -> bool:
        return hashlib.sha256(self.text.encode()).digest()[0] < HELD_OUT


def read(nlp: Language, path: Path = SENTENCES) -> list[Example]:
    """The sentences with their features, each text once, in file order."""
    rows = {row["text"].strip(): int(row["label"]) for row in json.loads(path.read_text(encoding="utf-8"))}
    docs = nlp.pipe(rows, batch_size=256)
    return [Example(t, y, _features(doc)) for (t, y), doc in zip(rows.items(), docs, strict=True)]


def _features(doc: Doc) -> dict[str, float] | None:
    claims = marks.read(doc, "claims")
    return features(sentence_row(claims), words(doc, 0, len(doc.text))) if claims else None


def sentence_row(claims: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The claims of a sentence as one row, as far as the features look: a fact or a plain assertion among them
    makes the sentence one."""
    attributions = [row["attribution"]["source_type"] for row in claims]
    tenses = [row["predicate"]["tense"] for row in claims]
    polarities = [row["polarity"]["value"] for row in claims]
    return {
        **{
            key: sorted({x for row in claims for x in row[key]})
            for key in ("amounts", "dates", "entities", "facets")
        },
        "kind": _first([row["kind"] for row in claims], "fact", "prediction"),
        "modality": {"value": _first([row["modality"]["value"] for row in claims], "asserted", "predicted")},
        "polarity": {"value": _first(polarities, "negated")},
        "predicate": {"tense": _first(tenses, "past")},
        "attribution": {"source_type": next((x for x in attributions if x != "author"), "author")},
    }


def _first(values: list[str], *wanted: str) -> str:
    """The first of `wanted` that is there, else the first value there is."""
    return next((value for value in wanted if value in values), next(iter(values), ""))


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


def write(names: Sequence[str], w: Any) -> None:
    """Put the weights into the table; its features and examples stay as they are."""
    found = dict(zip([BASE, *names], w, strict=True))
    with WEIGHTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ["feature", "weight", "example"], lineterminator="\n")
        table.writeheader()
        for row in rows:
            weight = float(found.get(row["feature"], 0.0))
            table.writerow({**row, "weight": f"{weight:.{DIGITS}f}"})


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--model", default=str(ROOT / "models" / "en_oped"))
    options.add_argument("--data", type=Path, default=SENTENCES)
    chosen = options.parse_args()
    examples = [e for e in read(load(chosen.model), chosen.data) if e.features and not e.held_out]
    with WEIGHTS.open(encoding="utf-8", newline="") as file:
        listed = [row["feature"] for row in csv.DictReader(file) if row["feature"] != BASE]
    seen = {name for e in examples for name in e.features or ()}
    if missing := sorted(seen - set(listed)):
        raise SystemExit(f"weights.csv has no row (with an example) for: {', '.join(missing)}")
    w = fit(matrix(examples, listed), np.array([float(e.label) for e in examples]))
    write(listed, w)
    print(f"{len(examples)} sentences, {len(listed)} features: {WEIGHTS.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
