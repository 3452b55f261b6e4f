"""Train the weights of check-worthiness on ClaimBuster's debate sentences (9,674; label 1 = worth checking).

    python models/scripts/train_worth.py [--model models/en_oped] [--data ../shared/data/checkworthy/…json]

A sentence is read as if it were one claim: the pipeline's own stages find its amounts, dates and names, and a few
plain cues its modality. A fifth of the sentences, chosen by the hash of their text, is held out and never trained
on. Logistic regression by Newton's method in numpy, ridge 1.0, no randomness: the same data give the same table.
Rewrites the weights in `pipeline/lexicon/weights.csv`; the features and their examples there stay.
"""

import argparse
import csv
import hashlib
import importlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline import marks
from pipeline.stages.worth.features import features
from pipeline.stages.worth.score import BASE, DIGITS
from pipeline.stages.worth.worth import words

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("OPCLAIMS_DATA", ROOT.parent / "shared" / "data"))
SENTENCES = DATA / "checkworthy" / "claimbuster-train.json"
WEIGHTS = ROOT / "pipeline" / "lexicon" / "weights.csv"
RIDGE = 1.0
HELD_OUT = 51  # of 256
CUES = (
    ("predicted", {"will", "'ll", "’ll", "wo", "gonna"}),
    ("obligatory", {"should", "must", "ought", "let"}),
    ("conditional", {"if", "would", "unless"}),
    ("possible", {"may", "might", "could", "perhaps", "maybe"}),
)
NEGATIONS = {"not", "n't", "n’t", "no", "never", "nobody", "nothing"}


class Example(NamedTuple):
    text: str
    label: int
    features: dict[str, float]

    @property
    def held_out(self) -> bool:
        return hashlib.sha256(self.text.encode()).digest()[0] < HELD_OUT


def read(nlp: Language, path: Path = SENTENCES) -> list[Example]:
    """The sentences with their features, each text once, in file order."""
    rows = {row["text"].strip(): int(row["label"]) for row in json.loads(path.read_text(encoding="utf-8"))}
    docs = nlp.pipe(rows, batch_size=256)
    return [Example(t, y, _features(doc)) for (t, y), doc in zip(rows.items(), docs, strict=True)]


def assembled(model: str) -> Language:
    """The trained model with those of our stages that find what the features ask for."""
    nlp = spacy.load(model) if model != "blank" else spacy.blank("en")
    for stage in ("entities", "money", "dates", "attribution"):
        name = f"opclaims_{stage}"
        if name not in nlp.pipe_names and model != "blank":
            importlib.import_module(f"pipeline.stages.{stage}")
            nlp.add_pipe(name)
    return nlp


def _features(doc: Doc) -> dict[str, float]:
    return features(sentence_row(doc), words(doc, 0, len(doc.text)))


def sentence_row(doc: Doc) -> dict[str, Any]:
    """A whole sentence in the shape of a claim row, as far as the features look."""
    texts = {token.lower_ for token in doc}
    modality = next((value for value, cues in CUES if cues & texts), "asserted")
    if doc.text.rstrip().endswith("?"):
        modality = "question"
    past = any(t.tag_ == "VBD" or {"Tense=Past", "VerbForm=Fin"} <= set(str(t.morph).split("|")) for t in doc)
    sources = {row["source_type"] for row in marks.read(doc, "attribution")} - {"author"}
    return {
        "amounts": [row["id"] for row in marks.read(doc, "money")],
        "dates": [row["id"] for row in marks.read(doc, "dates")],
        "entities": [row["id"] for row in marks.read(doc, "entities")],
        "kind": {"predicted": "prediction", "obligatory": "recommendation"}.get(modality, "fact"),
        "facets": [],
        "modality": {"value": modality},
        "polarity": {"value": "negated" if texts & NEGATIONS else "affirmed"},
        "predicate": {"tense": "past" if past else "present"},
        "attribution": {"source_type": min(sources, default="author")},
    }


def matrix(examples: Sequence[Example], names: Sequence[str]) -> Any:
    """Examples × features, the first column all ones for the intercept."""
    return np.array([[1.0, *(e.features.get(name, 0.0) for name in names)] for e in examples])


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
    examples = [e for e in read(assembled(chosen.model), chosen.data) if not e.held_out]
    with WEIGHTS.open(encoding="utf-8", newline="") as file:
        listed = [row["feature"] for row in csv.DictReader(file) if row["feature"] != BASE]
    seen = {name for e in examples for name in e.features}
    if missing := sorted(seen - set(listed)):
        raise SystemExit(f"weights.csv has no row (with an example) for: {', '.join(missing)}")
    w = fit(matrix(examples, listed), np.array([float(e.label) for e in examples]))
    write(listed, w)
    print(f"{len(examples)} sentences, {len(listed)} features: {WEIGHTS.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
