"""The head word of a phrase, guessed where the annotator marks none. Pure; edges are code points."""

import re

from pipeline.gold.quotes import Edge, Source

WORD = re.compile(r"[^\s(“‘\"«][^\s]*")
LEADING = frozenset(
    "a an the this that these those his her its their our my your of in on at by for from to with since until till as "  # noqa: SIM905
    "before after during between over under about than into through against without within because if when and only "
    "more less up least most some nearly almost roughly around mere what how which".split()
)
"""Passed over at the start of a phrase."""
STOP = frozenset(
    "of in on at by for from to with since until before after during between over under about than as into through "  # noqa: SIM905
    "against without within that which who whom whose where when and or but per worth a an".split()
)
"""The head stands before the first of these."""
DETERMINERS = frozenset("a an the this that these those his her its their our my your".split())  # noqa: SIM905
FORMS_OF_BE = frozenset("is are was were be been being am 's 're".split())  # noqa: SIM905
SCALED = re.compile(
    r"\W{0,9}[a-z]{0,3}\W{0,9}\d\S*|(?:thousand|lakh|million|crore|billion|trillion|bn|tn|m)\W{0,9}"
)
MONEY = re.compile(r"[A-Z]{0,3}[$€£¥₹₱₦₫฿₩]\s?(?=\d)")


def noun_head(source: Source, edge: Edge) -> Edge:
    """The last word before a preposition, a relative or a comma; of money the mark; of "to feed the poor" the verb."""
    words = _words(source, edge)
    text = [source.text[slice(*word)].lower() for word in words]
    if len(words) > 1 and text[0] == "to" and text[1] not in DETERMINERS and text[1][0].islower():
        return _trimmed(source, words[1])
    first = next((at for at, word in enumerate(text) if word not in LEADING), len(words) - 1)
    last = first
    for at in range(first + 1, len(words)):
        if text[at] in STOP or text[at - 1][-1] in ",;:—–":
            break
        last = at
    mark = MONEY.search(source.text, words[first][0], words[last][1])
    if mark and not SCALED.fullmatch(text[last]):
        mark = None  # "the $87 million bridge" is a bridge
    return (mark.start(), mark.end()) if mark else _trimmed(source, words[last])


def verb_head(source: Source, edge: Edge, lemma: str) -> Edge:
    """The word that begins most like the lemma, the last of several; for "be" its last form, else the first word."""
    words = [_trimmed(source, word) for word in _words(source, edge)]
    if lemma == "be":
        forms = [word for word in words if source.text[slice(*word)].lower() in FORMS_OF_BE]
        return forms[-1] if forms else words[0]
    return max(words, key=lambda word: (_alike(source.text[slice(*word)].lower(), lemma.split()[0]), word))


def _words(source: Source, edge: Edge) -> list[Edge]:
    found = [match.span() for match in WORD.finditer(source.text, *edge)]
    return found or [edge]


def _trimmed(source: Source, edge: Edge) -> Edge:
    """Without marks at its end: `Turkana,` → `Turkana`."""
    words = source.text[slice(*edge)]
    kept = words.rstrip(",;:—–.”’\"')»?!")
    return edge[0], edge[0] + len(kept or words)


def _alike(word: str, lemma: str) -> int:
    """How many letters at the start are the same; of no more than one, none."""
    pairs = enumerate(zip(word, lemma, strict=False))
    same = next((at for at, (a, b) in pairs if a != b), min(len(word), len(lemma)))
    return same if same > 1 else 0
