"""Count how often each rule's claims were right, and train the weights of `confidence` (pipeline/stages/worth).

    python models/scripts/train_confidence.py [--check] [--model models/en_oped] [--gold corpus/gold]

A claim is right if it is right as a whole (`score.claims.whole`: words F1 of .8, predicate, subject) by the gold of
`train` and `dev`. Rewrites `pipeline/lexicon/rule_precision.csv` (field, rule, n, right, smoothed = (right + K·mean) /
(n + K), the m-estimate of Cestnik 1990) and `confidence.csv` (logistic regression, ridge 1; Platt 1999), and says how
good they are: over documents left out one by one, rules counted and weights fitted without the document (weights always
on claims whose rates were counted without their own document), and on the totals of `test`, which neither saw.
No randomness: the same model, rules and gold give the same tables. To be run again when rules have changed.
"""

import argparse
import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from debates import ROOT
from train_worth import fit

from pipeline.assemble import load
from pipeline.extraction import document, prepared
from pipeline.plain import plain
from pipeline.read import read as articles
from pipeline.record import Document
from pipeline.score.calibration import Calibration, calibrated
from pipeline.score.claims import whole
from pipeline.score.match import match
from pipeline.stages.worth import confidence as ours
from pipeline.stages.worth.confidence import BASE, MEAN, WEIGHED, Rates
from pipeline.stages.worth.worth import Page
from pipeline.store import read as records

TABLES = ROOT / "pipeline" / "lexicon"
K = 10
"""Claims that a rule's own share weighs as much as the mean of all."""
Counts = dict[tuple[str, str], tuple[int, int]]


class Example(NamedTuple):
    """A found claim: its document and part, the rules that decided it, what else is known, whether it is right."""

    document: str
    part: str
    rules: dict[str, str]
    features: dict[str, float]
    right: bool


def examples(model: str, gold: Path) -> list[Example]:
    """Every claim that counts, of every document with gold."""
    with (gold.parent / "split.csv").open(encoding="utf-8", newline="") as file:
        parts = {row["document"]: row["split"] for row in csv.DictReader(file)}
    nlp, wanted = load(model), {each.id: each for each in records(gold)}
    found: list[Example] = []
    for article in articles([str(gold.parent / "articles")]):
        doc, head = prepared(article, nlp)
        doc = nlp(doc)
        judged = _judged(wanted[head["id"]], document(doc, article, head, nlp))
        page = Page(plain(doc))
        for row in doc._.claims:
            if row["id"] in judged:
                known = ours.features(row, *page.measured(row))
                right = judged[row["id"]]
                found.append(Example(head["id"], parts[head["id"]], ours.deciders(row), known, right))
    return found


def _judged(gold: Document, found: Document) -> dict[str, bool]:
    """Id of a found claim that counts → whether it is right."""
    matched = match(gold, found)
    right = {pair.found.id for pair in matched.claims.pairs if whole(pair)}
    return {claim.id: claim.id in right for claim in matched.claims.found}


def counted(some: Sequence[Example]) -> Counts:
    """(field, rule) → claims, right ones; (`mean`, "") → all of them."""
    counts: Counts = {(MEAN, ""): (len(some), sum(each.right for each in some))}
    for each in some:
        for key in each.rules.items():
            n, right = counts.get(key, (0, 0))
            counts[key] = (n + 1, right + each.right)
    return counts


def smoothed(counts: Counts) -> Rates:
    n, right = counts[MEAN, ""]
    mean = right / n
    return {key: (right + K * mean) / (n + K) for key, (n, right) in counts.items()}


def matrix(some: Sequence[Example], known: Rates, names: Sequence[str]) -> np.ndarray:
    """Claims × (1, then `names`)."""
    found = ({**ours.evidence(each.rules, known), **each.features} for each in some)
    return np.array([[1.0, *(one.get(name, 0.0) for name in names)] for one in found])


def fitted(some: Sequence[Example], names: Sequence[str]) -> np.ndarray:
    """Weights, each claim with rates that were counted without its document."""
    blocks, right = [], []
    for inside, outside in _folds(some):
        blocks.append(matrix(inside, smoothed(counted(outside)), names))
        right += [float(each.right) for each in inside]
    return fit(np.concatenate(blocks), np.array(right))


def predicted(
    learn: Sequence[Example], on: Sequence[Example], names: Sequence[str]
) -> list[tuple[float, bool]]:
    odds = matrix(on, smoothed(counted(learn)), names) @ fitted(learn, names)
    shares = np.round(1 / (1 + np.exp(-odds)), ours.DIGITS).tolist()
    return [(share, each.right) for share, each in zip(shares, on, strict=True)]


def _folds(some: Sequence[Example]) -> Iterator[tuple[list[Example], list[Example]]]:
    for left_out in sorted({each.document for each in some}):
        yield (
            [each for each in some if each.document == left_out],
            [each for each in some if each.document != left_out],
        )


def told(name: str, judged: Sequence[tuple[float, bool]], constant: float) -> str:
    """One line: Brier beside one who always says `constant`, calibration error, what is wrong by coverage."""
    found: Calibration | None = calibrated(judged)
    assert found is not None
    base = sum((constant - right) ** 2 for _, right in judged) / len(judged)
    risk = [next(r for share, r in found.risk if share >= kept) for kept in (0.25, 0.5, 0.75, 1.0)]
    shown = " ".join(f"{each:.3f}" for each in risk)
    right = sum(right for _, right in judged) / len(judged)
    said = sum(share for share, _ in judged) / len(judged)
    return (
        f"{name:34} n {found.claims:5}  right {right:.3f} said {said:.3f}  "
        f"Brier {found.brier:.3f} (constant {base:.3f})  ECE {found.error:.3f}  "
        f"wrong among the surest quarter, half, three quarters, all: {shown}"
    )


def write(counts: Counts, weights: dict[str, dict[str, float]]) -> dict[Path, str]:
    """File → content."""
    known = smoothed(counts)
    rates: list[Sequence[object]] = [("field", "rule", "n", "right", "smoothed")]
    rates += [
        (f, rule, n, right, f"{known[f, rule]:.4f}") for (f, rule), (n, right) in sorted(counts.items())
    ]
    table: list[Sequence[object]] = [("feature", *weights)]
    table += [
        (name, *(f"{column.get(name, 0.0):.4f}" for column in weights.values())) for name in weights["weight"]
    ]
    return {TABLES / "rule_precision.csv": _csv(rates), TABLES / "confidence.csv": _csv(table)}


def _csv(rows: Sequence[Sequence[object]]) -> str:
    """A rule's name may hold a comma."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue()


def report(learn: Sequence[Example], test: Sequence[Example], columns: dict[str, list[str]]) -> None:
    share = sum(each.right for each in learn) / len(learn)
    for column, names in columns.items():
        out = [pair for inside, outside in _folds(learn) for pair in predicted(outside, inside, names)]
        print(told(f"{column}, documents left out", out, share))
        if test:
            print(told(f"{column}, test", predicted(learn, test, names), share))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--model", default=str(ROOT / "models" / "en_oped"))
    options.add_argument("--gold", type=Path, default=ROOT / "corpus" / "gold")
    options.add_argument("--check", action="store_true", help="measure and write nothing")
    chosen = options.parse_args()
    every = examples(chosen.model, chosen.gold)
    learn = [each for each in every if each.part in ("train", "dev")]
    extra = list(learn[0].features)
    columns = {
        "rules": list(WEIGHED),
        "alone": [*WEIGHED, *(name for name in extra if name != "tree")],
        "weight": [*WEIGHED, *extra],
    }
    report(learn, [each for each in every if each.part == "test"], columns)
    if not chosen.check:
        weights = {
            column: dict(zip((BASE, *columns[column]), fitted(learn, columns[column]).tolist(), strict=True))
            for column in ("weight", "alone")
        }
        for path, content in write(counted(learn), weights).items():
            path.write_text(content, encoding="utf-8", newline="")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
