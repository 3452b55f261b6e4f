"""Lemmas of verbs that spelling forbids → lemmas that it allows: "overpa" (of "overpaid") → "overpay". Knows no spaCy.

The trained lemmatizer learns edits of endings; on verbs it has not seen it may cut too much or too little ("l" of
"lying", "tha" of "thawing"). An irregular form is looked up, with a prefix before it if need be; of a regular one the
lemma has to be a base that the ending can have been put on. Whatever fits stays.
"""

import re
from collections.abc import Iterator

from pipeline.lexicon import column, mapping

PREFIXES = ("inter", "under", "over", "fore", "with", "out", "mis", "re", "un", "up", "be", "pre", "off")
SHORTEST = 3  # letters of the verb behind a prefix: "re|d" is none
OF_IE = frozenset({"lying", "dying", "tying", "vying", "underlying", "belying", "untying"})
AUXILIARY = frozenset({"has", "is", "was", "does", "'s", "’s", "s"})
VOWELS = "aeiouy"
SYLLABLE = re.compile(r"[aeiouy]{1,4}")


def verb_lemma(form: str, lemma: str, tag: str) -> str:
    """`form`: a verb as it stands; `tag`: Penn's. The lemma, or a better one where spelling says that it is none."""
    form = form.lower()
    known = _irregular(form) if tag in ("VBD", "VBN") else None
    if known is not None or form in AUXILIARY:
        return known or lemma
    bases = list(bases_of(form))
    if not bases or lemma.lower() in bases or form == lemma.lower():
        return lemma
    return next((base for base in bases if base in column("silent_e_verbs", "lemma")), bases[0])


def _irregular(form: str) -> str | None:
    """ "withheld" → "withhold": by the tables, whole or behind a prefix."""
    return next((table[form] for table in _tables() if form in table), None) or _prefixed(form)


def _tables() -> tuple[dict[str, str], ...]:
    return mapping("irregular_verbs", "past", "lemma"), mapping(
        "irregular_participles", "participle", "lemma"
    )


def _prefixed(form: str) -> str | None:
    for prefix in PREFIXES:
        rest = form.removeprefix(prefix)
        if rest != form and len(rest) >= SHORTEST:
            found = next((table[rest] for table in _tables() if rest in table), None)
            if found is not None:
                return prefix + found
    return None


def bases_of(form: str) -> Iterator[str]:
    """What a regular form can be made of, the likeliest first; nothing for one without such an ending."""
    if form.endswith("ing") and any(letter in VOWELS for letter in form[:-3]):
        if form in OF_IE:
            yield f"{form[:-4]}ie"
        else:
            yield from _stems(form[:-3])
    elif form.endswith("ied"):
        yield f"{form[:-3]}y"
        yield form[:-1]  # tied
    elif form.endswith("ed"):
        yield from _stems(form[:-2])
    elif form.endswith("ies"):
        yield f"{form[:-3]}y"
        yield form[:-1]
    elif form.endswith("s") and not form.endswith("ss") and len(form) > 1:
        yield form[:-1]
        if form.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
            yield form[:-2]


def _stems(stem: str) -> Iterator[str]:
    if len(stem) < 2:
        return
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in VOWELS
    if doubled and stem[-1] not in "lsfz":
        yield stem[:-1]
    if len(stem) > 2 and stem[-1] == "l" and stem[-2] not in f"{VOWELS}lrw":  # "trebl|ed", but "curl|ed"
        yield f"{stem}e"
        return
    if doubled and stem[-1] == "l" and len(SYLLABLE.findall(stem)) > 1:  # "modell|ed", also "recall|ed"
        yield stem[:-1]
        yield stem
        return
    if not doubled or stem[-1] in "lsfz" or len(stem) == len("add"):
        yield stem
        yield f"{stem}e"
    if doubled or stem.endswith("ick"):
        yield stem[:-1]
