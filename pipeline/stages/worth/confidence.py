"""A claim row → how likely the claim is right as a whole: its words, its predicate and its subject. Pure.

What is known of each rule is how often a whole claim was right where it had decided, in the gold of train and dev
(`rule_precision.csv`), shrunk to the mean of all where it was seen rarely (m-estimate, Cestnik 1990). These figures, as
log-odds over the mean, and a few things about the sentence are weighed by logistic regression (Platt 1999). Both tables
are written by `models/scripts/train_confidence.py`.
"""

from collections.abc import Mapping
from functools import cache
from math import exp, log
from types import MappingProxyType
from typing import Any

from pipeline import lexicon

BASE, MEAN = "base", "mean"
FIELDS = ("span", "predicate", "modality", "kind", "attribution")
"""The fields whose rules are counted."""
WEIGHED = ("span",)
"""Those whose rules are weighed: the others', measured beside it, told nothing more of words, predicate and subject."""
DIGITS = 2
"""Decimals of a confidence: more would be invented."""
Rates = Mapping[tuple[str, str], float]
"""(field, rule) → share of whole claims right; (`mean`, "") → that of all claims."""


def deciders(row: Mapping[str, Any]) -> dict[str, str]:
    """Field → the rule that decided it, as it is counted: of a way through the sentence ("root/conj/advcl_as") the
    last step; of a rule named for its word ("evaluative_scandal") the part before it."""
    found = {each["field"]: each["rule"] for each in row.get("rules") or () if each["field"] in FIELDS}
    return {field: _counted(field, rule) for field, rule in found.items()}


def _counted(field: str, rule: str) -> str:
    if field == "span":
        return rule.rsplit("/", 1)[-1]
    return rule.split("_")[0] if field in ("kind", "predicate") else rule


def features(row: Mapping[str, Any], words: int, tree: float | None) -> dict[str, float]:
    """Feature name → value. `words`: how many the claim has; `tree`: mean log-probability of the heads in its
    sentence, None where no network has said so (the feature is left out)."""
    found = {
        "no subject": float(row.get("subject") is None),
        "no object": float(row.get("object") is None),
        "pieces": float(max(0, len(row.get("fragments") or ()) - 1)),
        "words": log(max(1, words)),
        "quoted": float(row.get("region") == "quote"),
    }
    return found if tree is None else {**found, "tree": tree}


@cache
def rates() -> Rates:
    """The measured rules."""
    rows = lexicon.table("rule_precision")
    return MappingProxyType({(row["field"], row["rule"]): float(row["smoothed"]) for row in rows})


@cache
def weights(column: str = "weight") -> Mapping[str, float]:
    """Feature or field → weight in log-odds. `column`: `weight`, or `alone` where no network says how sure it is."""
    return MappingProxyType({row["feature"]: float(row[column]) for row in lexicon.table("confidence")})


def evidence(decided: Mapping[str, str], known: Rates) -> dict[str, float]:
    """Weighed field → log-odds of its rule over the mean; 0 for a rule that was never seen."""
    mean = known[MEAN, ""]
    return {
        field: _odds(known.get((field, decided[field]), mean)) - _odds(mean)
        for field in WEIGHED
        if field in decided
    }


def confidence(row: Mapping[str, Any], words: int, tree: float | None) -> float:
    """0 to 1, to two decimals."""
    table = weights("alone" if tree is None else "weight")
    found = {**evidence(deciders(row), rates()), **features(row, words, tree)}
    odds = table[BASE] + sum(table[name] * value for name, value in sorted(found.items()))
    return round(1 / (1 + exp(-max(-40.0, min(40.0, odds)))), DIGITS)


def _odds(share: float) -> float:
    return log(share / (1 - share))
