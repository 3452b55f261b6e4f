"""A total and its parts → the total, and a claim for each part.

"received $9m, including $4m for roads and $3m for wells", "rose to $9m, with $4m for roads and $5m for wells": each
part says what its sum is for; the verb tells of the total.
"""

from pipeline.marks import Row
from pipeline.plain import Doc
from pipeline.stages.claims.link import Link
from pipeline.stages.claims.subjects import Clause
from pipeline.stages.claims.tree import edges

PART = Link("partitive", "elaborates")
OPENING = frozenset({"including", "with"})
JOINERS = frozenset({"and", ",", ";"})


def parts_of(clause: Clause, doc: Doc, amounts: list[Row]) -> list[Clause]:
    """The clauses of the parts, whose words the clause loses; none where one says nothing of its sum."""
    own = sorted(clause.own)
    inside = set(own)
    figures = sorted(
        figure for row in amounts if (figure := edges(doc, row)) and inside.issuperset(range(*figure))
    )
    at = next((n for n, one in enumerate(figures) if n and _opens(doc, one[0] - 1)), None)
    if at is None or figures[at][0] - 2 < clause.head.i:
        return []
    listed = figures[at:]
    ends = [*(_before(doc, one[0]) for one in listed[1:]), own[-1] + 1]
    if any(doc[one[0] - 1].lower_ not in JOINERS for one in listed[1:]):
        return []
    found = []
    for number, ((start, end), last) in enumerate(zip(listed, ends, strict=True), 1):
        words = [i for i in own if start <= i < last and not (doc[i].is_punct and i >= end)]
        said = [i for i in words if i >= end]
        if not said or doc[said[0]].pos_ != "ADP" or any(doc[i].pos_ in ("VERB", "AUX") for i in said):
            return []
        head = doc[start:end].root
        part = Clause(head, PART, clause, own=words, path=f"{clause.path}/part{number}")
        part.subject, part.subject_words = head, list(range(start, end))
        found.append(part)
    clause.own = [i for i in own if i < figures[at][0] - 2]
    return found


def _opens(doc: Doc, marker: int) -> bool:
    return marker > 0 and doc[marker].lower_ in OPENING and doc[marker - 1].text == ","


def _before(doc: Doc, start: int) -> int:
    while doc[start - 1].lower_ in JOINERS:
        start -= 1
    return start
