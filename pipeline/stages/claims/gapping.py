"""A clause whose figures are subjects of one verb → one claim for each, though the verb is said once.

"Of the nine billion, $240 million went to research, $95 million to the regions and $18 million to the villages" is
three claims: the second and third lend "Of the nine billion" and "went". Read from the words, as lists of figures are:
a figure right before the verb, then figures behind a comma or "and", each with a preposition right after it.
"""

from spacy.tokens import Doc, Token

from pipeline.marks import Row, token_span
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.lists import JOINERS, Proposition
from pipeline.stages.claims.tree import base

WITH_FIGURE = frozenset({"DET", "ADJ", "ADV"})  # "a mere $3 million"
WITH_VERB = frozenset({"AUX", "ADV", "PART"})


def gapped(clause: Clause, doc: Doc, amounts: list[Row]) -> list[Proposition]:
    """One proposition a figure; none where the clause is no such list."""
    own, verb = set(clause.own), clause.head
    spans = [token_span(doc, row["span"]["start"], row["span"]["end"]) for row in amounts]
    figures = [
        (one.start, one.end) for one in spans if one is not None and set(range(one.start, one.end)) <= own
    ]
    first = next((figure for figure in figures if _is_subject(doc, figure, verb)), None)
    if first is None or not _is_marker(doc, verb.i + 1, own):
        return []
    starts = [(_start(doc, figure), figure[1]) for figure in figures if figure[0] > verb.i]
    later = [(start, end) for start, end in starts if start and _is_marker(doc, end, own)]
    if not later:
        return []
    ends = [start - 1 for start, _ in later] + [max(own) + 1]
    front = [i for i in clause.own if i < first[0]]
    group = [i for i in range(first[1], verb.i + 1) if i in own]
    found = [Proposition(clause, [i for i in clause.own if i < ends[0]], [], [], [], clause.path)]
    for number, ((start, gap), end) in enumerate(zip(later, ends[1:], strict=True), 2):
        words = [i for i in range(start, end) if i in own]
        while words and (doc[words[-1]].lower_ in JOINERS or doc[words[-1]].is_space):
            words.pop()
        found.append(Proposition(clause, words, [], group, front, f"{clause.path}/item{number}", gap))
    return found


def _is_subject(doc: Doc, figure: tuple[int, int], verb: Token) -> bool:
    """Nothing but helpers stands between it and the verb."""
    near = figure[1] <= verb.i and verb.i - figure[1] < 5
    return near and all(doc[i].pos_ in WITH_VERB for i in range(figure[1], verb.i)) and base(verb) != "acl"


def _is_marker(doc: Doc, index: int, own: set[int]) -> bool:
    return index in own and doc[index].pos_ == "ADP" and doc[index].lower_ != "of"


def _start(doc: Doc, figure: tuple[int, int]) -> int:
    """Where the item begins: behind a comma or "and"; 0 where none stands before the figure."""
    start = figure[0]
    while start > figure[0] - 3 and doc[start - 1].pos_ in WITH_FIGURE:
        start -= 1
    return start if start and doc[start - 1].lower_ in JOINERS else 0
