"""Lemmas as rules on the form: `lower-3+y` makes "Studies" into "study". Pure strings.

A rule is `CASE-CUT+END`: take the form as it stands (`keep`) or in lower case (`lower`), cut CUT characters off its
end, put END there; or `=LEMMA`: whatever the form, this lemma ("was" → `=be`). The network ranks the rules that were
seen in training; this is the transduction of UDPipe and of edit trees, for suffixes only. A rule that few forms
taught ("b" → "billion") would make nonsense of others ("billionillion"), so it serves only forms like those.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from os.path import commonprefix

_RULE = re.compile(r"(keep|lower)-(\d+)\+(.*)", re.DOTALL)
MANY, ENDING = 50, 3
"""A rule that so many forms taught serves all; another, only forms that end in the same so many letters."""
SHORTEST = 2
"""Characters that form and lemma share at the start; less is not an ending but another word."""


@cache
def rule(form: str, lemma: str) -> str:
    """The rule that leads from form to lemma: in lower case if that will do, so that capitals do not matter."""
    for case, base in (("lower", form.lower()), ("keep", form)):
        shared = len(commonprefix((base, lemma)))  # noqa: RUF071 - words, not paths
        if shared >= min(SHORTEST, len(base)) or base == lemma:
            return f"{case}-{len(base) - shared}+{lemma[shared:]}"
    return f"={lemma}"


@cache
def _parsed(rule: str) -> tuple[str, int, str]:
    match = _RULE.fullmatch(rule)
    if match is None:
        return "whole", 0, rule[1:]
    return match.group(1), int(match.group(2)), match.group(3)


def apply(rule: str, form: str) -> str | None:
    """The lemma, or None where the rule does not fit: it would cut more than there is, or leave nothing."""
    case, cut, end = _parsed(rule)
    if case == "whole":
        return end
    base = form if case == "keep" else form.lower()
    return (base[: len(base) - cut] + end or None) if cut <= len(base) else None


def likeness(rule: str, form: str) -> str:
    """What a form must share with those that taught a rule of few forms: its last letters; all, for a whole lemma."""
    return form.lower() if rule.startswith("=") else form.lower()[-ENDING:]


def taught(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Pairs (rule, form) as seen in training → the likenesses of each rule of few forms, sorted."""
    forms: dict[str, set[str]] = {}
    for rule, form in pairs:
        forms.setdefault(rule, set()).add(form.lower())
    return {
        rule: sorted({likeness(rule, form) for form in seen})
        for rule, seen in forms.items()
        if len(seen) < MANY
    }


class Lemmas:
    """Form and ranked rules → lemma. `likenesses`: as `taught` gives them; `words`: known words, in lower case."""

    def __init__(self, likenesses: Mapping[str, Collection[str]], words: Collection[str]):
        self.likenesses = {rule: frozenset(found) for rule, found in likenesses.items()}
        self.words = frozenset(words)

    def __call__(self, form: str, ranked: Iterable[str]) -> str:
        """By the first rule that fits, the form itself if none does. Where the lemma of an inflected word is no known
        word, by the next that makes one, a letter longer or shorter at most ("totaling": "totale", "total")."""
        fitting = (
            (rule, found) for rule in ranked if self._fits(rule, form) and (found := apply(rule, form))
        )
        rule, first = next(fitting, ("", form))
        if first in self.words or first == form.lower() or not rule.startswith("lower"):
            return first
        others = (
            lemma for _, lemma in fitting if abs(len(lemma) - len(first)) <= 1 and lemma != form.lower()
        )
        return next((lemma for lemma in others if lemma in self.words), first)

    def _fits(self, rule: str, form: str) -> bool:
        return rule not in self.likenesses or likeness(rule, form) in self.likenesses[rule]
