"""Doc → sentence starts that the parser must respect (it cannot change them later: E043).

Edited prose ends its sentences with a mark; a parser trained on web text also splits where there is none.
So: a sentence starts with every paragraph; it starts after a full stop that is followed by a capital; it never
starts where no mark stands before. Where marks leave a doubt ("Why?" Smith asked) the parser decides.

A semicolon between clauses is handed to the parser as a boundary, too, because it parses short stretches better;
whoever numbers sentences puts the stretches together again (`stages/claims/write.py`).
"""

from bisect import bisect_left

import numpy as np
from spacy.attrs import SENT_START
from spacy.tokens import Doc, Token

from pipeline.lexicon import column

FINAL = ".?!…"  # a token of nothing else ends a sentence: "?!", "...", "!!!!"
LONGEST = 200  # tokens; no sentence of an op-ed is longer, and trees as deep as that are no trees
MARKS = 4  # closing or opening marks in a row that are looked through
STRETCH = 5  # tokens; a shorter piece after a semicolon is an item of a list, not a clause
CLOSERS = frozenset("”’\"')]»›") | {"''"}
RESUMING = frozenset(
    "A An The This That These Those He She It They We You His Her Its Their Our My And But Yet Or So "  # noqa: SIM905
    "In On At For If When While As After Before Since Because Although Though There Then Nobody No Not What Who Why "
    "How Neither Even".split()
)
"""Words that have a capital behind `U.S.` only where a sentence begins."""
OPENERS = frozenset("“‘\"'([«‹") | {"``"}


def mark_starts(doc: Doc, starts: frozenset[int]) -> None:
    """Set `is_sent_start` on every token. `starts`: code points where a sentence must start."""
    words = [token for token in doc if not token.is_space]
    edges = sorted(starts)
    marks = [-1] * len(doc)  # SENT_START as spaCy stores it: 1 yes, -1 no, 0 the parser decides
    start = 0
    for before, token in zip([None, *words], words, strict=False):
        too_long = token.i - start >= LONGEST
        if before is None or too_long or _has_edge(edges, before.idx + len(before), token.idx):
            marks[token.i] = 1
        else:
            marks[token.i] = {True: 1, False: -1, None: 0}[_starts(doc, before, token)]
        start = token.i if marks[token.i] == 1 else start
    doc.from_array([SENT_START], np.asarray(marks, dtype="int32").astype("uint64").reshape(-1, 1))


def _has_edge(edges: list[int], first: int, last: int) -> bool:
    place = bisect_left(edges, first)
    return place < len(edges) and edges[place] <= last


def _starts(doc: Doc, before: Token, token: Token) -> bool | None:
    if before.text in OPENERS and (before.text not in CLOSERS or _opens(before)):
        return False
    mark, quoted = before, False
    while mark.text in CLOSERS and mark.i > max(0, before.i - MARKS):
        mark, quoted = doc[mark.i - 1], True
    if token.text in CLOSERS and not _opens(token):
        return False
    if before.text == ";":
        return _is_clause(doc, token)
    if not _is_final(mark):
        return (token.text in RESUMING or None) if _may_end(mark) and _is_capital(doc, token) else False
    if not _is_capital(doc, token) or (mark.text == "." and _is_abbreviated(doc, mark)):
        return False
    return None if quoted and mark.text != "." else True


def _is_clause(doc: Doc, token: Token) -> bool:
    """At least `STRETCH` words up to the next stop or semicolon, without a comma right at the start of a list."""
    words = 0
    for other in doc[token.i : token.i + STRETCH]:
        if _is_final(other) or other.text == ";":
            return False
        words += not other.is_punct
    return words >= STRETCH - 1


def _is_final(token: Token) -> bool:
    return not token.text.strip(FINAL)


def _opens(token: Token) -> bool:
    """A straight quotation mark opens where white space stands before it and none behind."""
    return token.i > 0 and bool(token.nbor(-1).whitespace_) and not token.whitespace_


def _is_capital(doc: Doc, token: Token) -> bool:
    last = min(len(doc) - 1, token.i + MARKS)
    while token.text in OPENERS and token.i < last:
        token = doc[token.i + 1]
    first = token.text[0]
    return first.isupper() or first.isdigit() or not (first.isalpha() or first in ",;:.-–—%")


def _may_end(token: Token) -> bool:
    """`U.S.` may end a sentence, `Dr.` may not."""
    return len(token) > 2 and token.text.endswith(".") and token.lower_ not in column("short_forms", "form")


def _is_abbreviated(doc: Doc, stop: Token) -> bool:
    """`Rs . 500`, `No . 7`: a stop that belongs to the short form before it."""
    return stop.i > 0 and f"{doc[stop.i - 1].lower_}." in column("short_forms", "form")
