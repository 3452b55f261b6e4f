"""Figures of a clause → those that make a list, joined by commas and "and".

Read from the words: nothing but their own words stands between them, no verb but one in a clause that an item takes
("15% when rice is dear, 25% when it is cheap").
"""

from itertools import pairwise

from pipeline.marks import Row
from pipeline.plain import Doc, Token
from pipeline.stages.claims.tree import Edges

DASHES = frozenset({"—", "–", "--", "-"})
RETOLD = 8  # words between a figure and the same in other money
ADVERBIAL = 12  # words of an adverbial between commas
PARTITIVE = 5  # words from an opening "Of" to the figure of the whole
OPENING = frozenset({"WRB", "WDT", "WP", "WP$"})
"""Tags of words that open a clause inside an item: "$3m for towns *that* paid"."""
JOINERS = frozenset({",", "and", "or", "but", ";", "&", "plus"})


def counted_once(doc: Doc, rows: dict[Edges, Row]) -> list[Edges]:
    """The figures without those that say another again, stand in another or are a part of what was counted."""
    retold = {two for one, two in pairwise(rows) if is_retold(doc, rows, one, two)}
    figures = [figure for figure in rows if figure not in retold]
    inside = {two for one, two in pairwise(figures) if within(doc, one, two)}
    return [one for one in figures if one not in inside and not _is_part(doc, one[1])]


def _is_part(doc: Doc, end: int) -> bool:
    """ "nineteen members, eleven *of them* from Peru": no second thing of a list."""
    return [one.lower_ for one in doc[end : end + 2]] in (["of", "them"], ["of", "these"], ["of", "those"])


def is_retold(doc: Doc, rows: dict[Edges, Row], one: Edges, two: Edges) -> bool:
    """Is the second figure the first in other money or another measure: "1.2 million people, or 3 percent", "$620,000,
    about US$660"?"""
    before, after = rows[one], rows[two]
    other = (before["unit"], before["currency"]) != (after["unit"], after["currency"])
    other = other or before["per"] != after["per"]  # "$2 a day, or $730 a year"
    joint = doc[two[0] - 1].lower_
    near = two[0] - one[1] <= RETOLD
    sums = before["unit"] == after["unit"] == "currency"
    even = after["comparator"] in ("eq", "approx")
    if not (other and near):
        return False
    return (joint == "or" and (sums or even)) or (joint == "," and sums and after["comparator"] == "approx")


def chain(doc: Doc, figures: list[Edges], own: set[int]) -> list[Edges]:
    """The longest chain of figures that are joined as a list."""
    best: list[Edges] = []
    group: list[Edges] = figures[:1]
    for before, figure in pairwise(figures):
        if not _joined(doc, before, figure, own):
            group = []
        group = [*group, figure] if group else [figure]
        best = max(best, group, key=len)
    return best


def _joined(doc: Doc, one: Edges, two: Edges, own: set[int]) -> bool:
    between = [doc[i] for i in range(one[1], two[0])]
    if not between or any(token.i in own and _is_main(token) for token in _of_clause(between)):
        return False
    if between[-1].text in DASHES:
        return between[-1].text != "-" and (between[-1].text != "–" or bool(between[-1].whitespace_))
    if doc[one[0]].sent[0].lower_ == "of" and one[0] - doc[one[0]].sent.start < PARTITIVE:
        return False  # "Of our six machines, for which 83 people wait, two are broken"
    start = _marked(doc, one, two)
    return doc[start - 1].lower_ in JOINERS and doc[one[0]].lower_ not in ("from", "between")


def _of_clause(between: list[Token]) -> list[Token]:
    """What stands between two figures without the clause that one of them takes: "15% *when rice is dear*, 25% …"."""
    opens = next((n for n, token in enumerate(between) if token.tag_ in OPENING), None)
    if opens is None:
        return between
    ends = next((n for n, token in enumerate(between) if n > opens and token.text in (",", ";")), None)
    if ends is None and between[-1].lower_ in JOINERS:
        ends = len(between) - 1
    return between[:opens] + (between[ends:] if ends is not None else between[opens:])


def within(doc: Doc, before: Edges, figure: Edges) -> bool:
    """A figure in the clause that the one before it takes: "15% when rice is *above $500*"."""
    between = [doc[i] for i in range(before[1], figure[0])]
    opens = next((n for n, token in enumerate(between) if token.tag_ in OPENING), None)
    return (
        opens is not None
        and not any(token.text in (",", ";", ":") for token in between)
        and between[-1].lower_ not in JOINERS
    )


def _is_main(token: Token) -> bool:
    """A verb, but for an infinitive of purpose: "$8 to heat them and $6 to light them"."""
    return token.pos_ in ("VERB", "AUX") and token.doc[token.i - 1].lower_ != "to"


def _marked(doc: Doc, one: Edges, two: Edges) -> int:
    """Where the second figure begins, with the preposition that both have: "by 3% and [by 4%]", "to as little as"."""
    start = two[0]
    if doc[start - 1].lower_ == "as" and start - one[1] > 4 and doc[start - 3].lower_ == "as":
        start -= 3  # "as little as"
    same = one[0] > 0 and doc[start - 1].pos_ == "ADP" and doc[start - 1].lower_ == doc[one[0] - 1].lower_
    return start - 1 if same and start - 1 > one[1] else two[0]


def with_markers(doc: Doc, group: list[Edges], own: set[int]) -> list[Edges]:
    """The figures with what belongs to each: the preposition that they all have, an adverbial between commas before it
    ("and, [on a hot day, $4]")."""
    starts = [_marked(doc, one, two) for one, two in pairwise(group)]
    if all(start < figure[0] for start, figure in zip(starts, group[1:], strict=True)):
        first = (group[0][0] - 1, group[0][1])
        group = [first, *((start, figure[1]) for start, figure in zip(starts, group[1:], strict=True))]
    later = [(_with_adverbial(doc, one[1], two[0], own), two[1]) for one, two in pairwise(group)]
    return [group[0], *later]


def _with_adverbial(doc: Doc, end: int, start: int, own: set[int]) -> int:
    """Where the item begins whose figure stands at `start`; the figure before it ends at `end`."""
    if doc[start - 1].text != ",":
        return start
    comma = next((i for i in range(start - 2, max(end, start - ADVERBIAL), -1) if doc[i].text == ","), None)
    if comma is None or doc[comma - 1].lower_ not in ("and", "but", "or"):
        return start
    words = doc[comma + 1 : start - 1]
    adverbial = (
        len(words) > 0
        and words[0].pos_ in ("ADP", "ADV", "SCONJ")
        and not any(word.pos_ == "VERB" for word in words)
    )
    return comma + 1 if adverbial and all(word.i in own for word in words) else start
