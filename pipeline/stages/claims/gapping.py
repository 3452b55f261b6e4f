"""A clause whose figures are subjects of one verb → one claim for each, though the verb is said once.

"Of the nine billion, $240 million went to research, $95 million to the regions and $18 million to the villages" is
three claims: the second and third lend "Of the nine billion" and "went". Read from the words, as lists of figures are:
a figure right before the verb, then figures behind a comma or "and", each with a preposition right after it. So is
"the line will cost $312m, the pylons $84m and the land $40m": a figure right behind the verb, then others, each behind
a noun phrase of its own.
"""

from pipeline.marks import Row, tokens_of
from pipeline.plain import Doc, Token
from pipeline.stages.claims.chains import JOINERS
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.tree import base

WITH_FIGURE = frozenset({"DET", "ADJ", "ADV"})  # "a mere $3 million"
WITHIN = frozenset(
    {"of", "with", "without"}
)  # prepositions inside a noun phrase that say nothing of the verb
WITH_VERB = frozenset({"AUX", "ADV", "PART"})


NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON", "X"})  # words of a noun phrase


def gapped(clause: Clause, doc: Doc, amounts: list[Row]) -> list[Proposition]:
    """One proposition a figure; none where the clause is no such list."""
    own = set(clause.own)
    spans = [tokens_of(doc, row["span"]) for row in amounts]
    figures = [
        (one.start, one.end) for one in spans if one is not None and set(range(one.start, one.end)) <= own
    ]
    if not figures:
        return []
    return _of_subjects(clause, doc, figures) or _of_objects(clause, doc, figures)


def _of_objects(clause: Clause, doc: Doc, figures: list[tuple[int, int]]) -> list[Proposition]:
    """`the line will cost $312m, [the pylons $84m]`: subject and figure again, the verb not."""
    own, verb = set(clause.own), clause.head
    first = next((figure for figure in figures if figure[0] > verb.i), None)
    if first is None or not clause.subject_words or clause.subject_words[-1] > verb.i:
        return []
    marker = first[0] - 1 if doc[first[0] - 1].pos_ == "ADP" else None
    between = range(verb.i + 1, first[0])
    if verb.pos_ not in ("VERB", "AUX") or any(doc[i].pos_ in NAMING for i in between):
        return []  # "costs the state $3m and the town $1m"
    later = []
    for figure in [figure for figure in figures if figure[0] > first[0]]:
        found = _named(doc, first[1], figure, doc[marker].lower_ if marker else "", own)
        later += [found] if found else []
    if not later:
        return []
    ends = [start - 1 for start, _ in later] + [max(own) + 1]
    front = [i for i in clause.own if i < clause.subject_words[0] and i not in set(clause.borrowed)]
    parted = marker is not None and all(doc[gap].lower_ == doc[marker].lower_ for _, gap in later)
    group = [i for i in own if clause.subject_words[-1] < i < first[0] and not (parted and i == marker)]
    found = [Proposition(clause, [i for i in clause.own if i < ends[0]], [], [], [], clause.path)]
    for number, ((start, gap), end) in enumerate(zip(later, ends[1:], strict=True), 2):
        words = _without_joiners(doc, [i for i in range(start, end) if i in own])
        found.append(Proposition(clause, words, [], sorted(group), front, f"{clause.path}/item{number}", gap))
    return found


def _named(
    doc: Doc, after: int, figure: tuple[int, int], marker: str, own: set[int]
) -> tuple[int, int] | None:
    """`(start, gap)` of a noun phrase behind a comma or "and", with a figure right behind it; `after`: the end of the
    first figure."""
    gap = figure[0] - 1 if marker and doc[figure[0] - 1].lower_ == marker else figure[0]
    joint = next((i for i in range(gap - 1, after - 1, -1) if doc[i].lower_ in JOINERS), None)
    if joint is None:
        return None
    start = joint + 1
    words = [doc[i] for i in range(start, gap)]
    named = all(
        word.i in own and (word.pos_ in NAMING or word.lower_ in WITHIN or word.text == "-") for word in words
    )
    if not named or not any(word.pos_ in ("NOUN", "PROPN") for word in words) or words[-1].lower_ in WITHIN:
        return None
    return start, gap


def _without_joiners(doc: Doc, words: list[int]) -> list[int]:
    while words and (doc[words[-1]].lower_ in JOINERS or doc[words[-1]].is_space):
        words.pop()
    return words


def _of_subjects(clause: Clause, doc: Doc, figures: list[tuple[int, int]]) -> list[Proposition]:
    """`$4m went to towns, [$3m to schools]`: figure and place again, the verb not."""
    own, verb = set(clause.own), clause.head
    first = next((figure for figure in figures if _is_subject(doc, figure, verb, clause.subject_words)), None)
    if first is None or not _is_marker(doc, verb.i + 1, own):
        return []
    starts = [(_start(doc, figure), figure[1]) for figure in figures if figure[0] > verb.i]
    later = [(start, end) for start, end in starts if start and _is_marker(doc, end, own)]
    if not later:
        return []
    ends = [start - 1 for start, _ in later] + [max(own) + 1]
    front = [i for i in clause.own if i < first[0]]
    group = [i for i in range(first[1], verb.i + 1) if i in own and i not in set(clause.subject_words)]
    found = [Proposition(clause, [i for i in clause.own if i < ends[0]], [], [], [], clause.path)]
    for number, ((start, gap), end) in enumerate(zip(later, ends[1:], strict=True), 2):
        words = _without_joiners(doc, [i for i in range(start, end) if i in own])
        found.append(Proposition(clause, words, [], group, front, f"{clause.path}/item{number}", gap))
    return found


def _is_subject(doc: Doc, figure: tuple[int, int], verb: Token, subject: list[int]) -> bool:
    """Nothing but helpers stands between it and the verb."""
    near = figure[1] <= verb.i and verb.i - figure[1] < 5
    whole = figure[0] == subject[0] if subject else False  # "half *the budget* goes"
    kinds = WITH_VERB | {"DET", "NOUN", "PROPN"} if whole else WITH_VERB
    return near and all(doc[i].pos_ in kinds for i in range(figure[1], verb.i)) and base(verb) != "acl"


def _is_marker(doc: Doc, index: int, own: set[int]) -> bool:
    return index in own and doc[index].pos_ == "ADP" and doc[index].lower_ != "of"


def _start(doc: Doc, figure: tuple[int, int]) -> int:
    """Where the item begins: behind a comma or "and"; 0 where none stands before the figure."""
    start = figure[0]
    while start > figure[0] - 3 and doc[start - 1].pos_ in WITH_FIGURE:
        start -= 1
    return start if start and doc[start - 1].lower_ in JOINERS else 0
