"""A clause with a list of figures → one claim for each figure.

"with figures reaching about $2.29 billion in loans, $1.76 billion in grants and $730 million in training by
2025" is three claims: they share what stands before the list ("figures reaching") and a date that stands at its
end ("by 2025"). A figure after a dash ("has pledged millions — $11 million in 2025 alone") is a claim, too.

Figures make a list where nothing but their own words stands between them and a comma or "and" stands right before
the next; this is read from the words, not from the tree, because parsers lose long lists first.
"""

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from pipeline.marks import Row, token_span
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.given import given
from pipeline.stages.claims.goods import goods
from pipeline.stages.claims.lent import lent_day

DASHES = frozenset({"—", "–", "--", "-"})
RETOLD = 8  # words between a figure and the same in other money
ADVERBIAL = 12  # words of an adverbial between commas
PARTITIVE = 5  # words from an opening "Of" to the figure of the whole
JOINERS = frozenset({",", "and", "or", "but", ";", "&", "plus"})


@dataclass
class Proposition:
    """One claim of a clause: its own token indices, those it borrows, and why it borrows them. `gap`: the index of the
    word before which a verb that is not said again would stand (0: none is left out)."""

    clause: Clause
    own: list[int]
    subject_words: list[int]
    predicate_words: list[int]
    adjunct_words: list[int]
    path: str
    gap: int = 0
    lent: tuple[int, ...] = ()
    """The words of a date among the adjunct's that a neighbour lends (see `lent.py`)."""
    denial: int | None = None
    """The "not" of an alternative that is denied (see `contrasts.py`)."""

    @property
    def is_item(self) -> bool:
        """A later item of a list, which shares the verb with the first."""
        return self.path != self.clause.path

    @property
    def words(self) -> list[int]:
        return sorted({*self.own, *self.subject_words, *self.predicate_words, *self.adjunct_words})


def propositions(clause: Clause, doc: Doc, amounts: list[Row], dates: list[Row]) -> list[Proposition]:
    """The clause whole, or one proposition for each figure of its list."""
    own = set(clause.own)
    subject = [i for i in clause.subject_words if i not in own and i in set(clause.borrowed)]
    shared = [i for i in clause.borrowed if i not in own and i not in set(subject)]
    lent = lent_day(clause, doc, dates)
    taken = sorted({*lent, *given(clause)})
    whole = Proposition(clause, clause.own, subject, shared, taken, clause.path, lent=tuple(lent))
    rows = {edges: row for row in amounts if (edges := _edges(doc, row)) and set(range(*edges)) <= own}
    rows = {edges: row for edges, row in rows.items() if _may_be_an_item(row)}
    retold = {two for one, two in pairwise(rows) if _retold(doc, rows, one, two)}
    figures = [edges for edges in rows if edges not in retold]
    group = _list(doc, figures, own)
    nouns = goods(clause, doc, figures)
    if len(nouns) > len(group):
        return _split(whole, nouns)
    if len(group) < 2 or _parted(clause, group):
        return [whole]
    dashed = doc[group[1][0] - 1].text in DASHES
    days = {edges[0] for row in dates if (edges := _edges(doc, row))}
    dated = any(group[0][0] <= day < group[-1][0] for day in days)
    group = _with_markers(doc, group, own)
    ends = [_end_of_item(doc, start) for start, _ in group[1:]]
    ends.append(_end_of_list(doc, group[-1], own, frozenset() if dashed or dated else frozenset(days)))
    items = [list(range(start, end)) for (start, _), end in zip(group, ends, strict=True)]
    if dashed:
        items[0] = list(range(*group[0]))
    return _split(whole, [[i for i in item if i in own] for item in items])


def _parted(clause: Clause, group: list[tuple[int, int]]) -> bool:
    """Some of the figures stand in the subject and some before it: "Of 9 towns, each with 4 wells, 3 paid"."""
    if not clause.subject_words:
        return False
    start = clause.subject_words[0]
    inside = [figure[0] in set(clause.subject_words) for figure in group]
    return any(inside) and any(figure[0] < start for figure in group)


def _may_be_an_item(row: Row) -> bool:
    """Ages and a mere "one" tell apart what is listed, they are not what is told of it."""
    return row["unit"] not in ("year", "month", "week", "day") and (row["unit"], row["value"]) != (
        "count",
        "1",
    )


def _retold(doc: Doc, rows: dict[tuple[int, int], Row], one: tuple[int, int], two: tuple[int, int]) -> bool:
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


def _split(whole: Proposition, items: list[list[int]]) -> list[Proposition]:
    listed = {i for item in items for i in item}
    first, last = items[0][0], items[-1][-1]
    before = [i for i in whole.own if i < first]
    between = [
        i for i in whole.own if first < i < last and i not in listed and not whole.clause.head.doc[i].is_punct
    ]
    between = [i for i in between if whole.clause.head.doc[i].lower_ not in JOINERS]
    after = [i for i in whole.own if i > last and i not in listed]
    found = []
    for number, item in enumerate(items):
        own, subject, predicate = list(item), list(whole.subject_words), list(whole.predicate_words)
        adjunct = list(after)
        if number == 0:
            own = before + own
        else:
            in_subject = set(whole.clause.subject_words)
            subject += [i for i in before if i in in_subject]
            predicate += [i for i in before if i not in in_subject]
        if number == len(items) - 1:
            own, adjunct = own + after, []
        adjunct += between
        found.append(
            Proposition(
                whole.clause, sorted(own), sorted(subject), sorted(predicate), sorted(adjunct),
                whole.path if number == 0 else f"{whole.path}/item{number + 1}",
            )
        )  # fmt: skip
    return found


def _edges(doc: Doc, row: Row) -> tuple[int, int] | None:
    span = token_span(doc, row["span"]["start"], row["span"]["end"])
    return (span.start, span.end) if span is not None else None


def _list(doc: Doc, figures: list[tuple[int, int]], own: set[int]) -> list[tuple[int, int]]:
    """The longest chain of figures that are joined as a list."""
    best: list[tuple[int, int]] = []
    group: list[tuple[int, int]] = figures[:1]
    for before, figure in pairwise(figures):
        if not _joined(doc, before, figure, own):
            group = []
        group = [*group, figure] if group else [figure]
        best = max(best, group, key=len)
    return best


def _joined(doc: Doc, one: tuple[int, int], two: tuple[int, int], own: set[int]) -> bool:
    between = [doc[i] for i in range(one[1], two[0])]
    if not between or any(token.i in own and _is_main(token) for token in between):
        return False
    if between[-1].text in DASHES:
        return between[-1].text != "-" and (between[-1].text != "–" or bool(between[-1].whitespace_))
    if doc[one[0]].sent[0].lower_ == "of" and one[0] - doc[one[0]].sent.start < PARTITIVE:
        return False  # "Of our six machines, for which 83 people wait, two are broken"
    start = _marked(doc, one, two)
    return doc[start - 1].lower_ in JOINERS and doc[one[0]].lower_ not in ("from", "between")


def _is_main(token: Token) -> bool:
    """A verb, but for an infinitive of purpose: "$8 to heat them and $6 to light them"."""
    return token.pos_ in ("VERB", "AUX") and token.doc[token.i - 1].lower_ != "to"


def _marked(doc: Doc, one: tuple[int, int], two: tuple[int, int]) -> int:
    """Where the second figure begins, with the preposition that both have: "by 3% and [by 4%]", "to as little as"."""
    start = two[0]
    if doc[start - 1].lower_ == "as" and start - one[1] > 4 and doc[start - 3].lower_ == "as":
        start -= 3  # "as little as"
    same = one[0] > 0 and doc[start - 1].pos_ == "ADP" and doc[start - 1].lower_ == doc[one[0] - 1].lower_
    return start - 1 if same and start - 1 > one[1] else two[0]


def _with_markers(doc: Doc, group: list[tuple[int, int]], own: set[int]) -> list[tuple[int, int]]:
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


def _end_of_item(doc: Doc, start_of_next: int) -> int:
    end = start_of_next
    while doc[end - 1].lower_ in JOINERS or doc[end - 1].text in DASHES or doc[end - 1].is_space:
        end -= 1
    return end


def _end_of_list(doc: Doc, last: tuple[int, int], own: set[int], days: frozenset[int]) -> int:
    """Where the last item ends: at a comma, a dash, the clause's end, or a date that all items share."""
    end = last[1]
    while (
        end < len(doc) and end in own and doc[end].text not in (",", ";", "—", "–", "--") and end not in days
    ):
        end += 1
    return end
