"""A clause with a list of figures → one claim for each figure.

"with figures reaching about $2.29 billion in loans, $1.76 billion in grants and $730 million in training by
2025" is three claims: they share what stands before the list ("figures reaching") and a date that stands at its
end ("by 2025"). A figure after a dash ("has pledged millions — $11 million in 2025 alone") is a claim, too.

Which figures make a list is read from the words (`chains.py`), because parsers lose long lists first.
"""

from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.marks import Row
from pipeline.plain import Doc, Token
from pipeline.stages.claims.chains import DASHES, JOINERS, chain, counted_once, with_markers
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.counted_nouns import counted_nouns
from pipeline.stages.claims.shared_conditions import shared_condition
from pipeline.stages.claims.shared_dates import shared_date
from pipeline.stages.claims.tree import Edges, edges


@dataclass
class Proposition:
    """One claim of a clause. Words are token indices: its own, and three lists of those it borrows."""

    clause: Clause
    own: list[int]
    subject_words: list[int]
    predicate_words: list[int]
    adjunct_words: list[int]
    path: str
    gap: int = 0
    """The word before which a verb that is not said again would stand; 0: none is left out."""
    lent: tuple[int, ...] = ()
    """The words of a date among the adjunct's that a neighbour lends (see `shared_dates.py`)."""
    denial: int | None = None
    """The "not" of an alternative that is denied (see `contrasts.py`)."""
    past: bool = False
    """What it borrows is told of the past (see `comparisons.py`)."""

    @property
    def is_item(self) -> bool:
        """A later item of a list, which shares the verb with the first."""
        return self.path != self.clause.path

    @cached_property
    def words(self) -> list[int]:
        """Its own and those it borrows, in the order of the text."""
        return sorted({*self.own, *self.subject_words, *self.predicate_words, *self.adjunct_words})

    @cached_property
    def tokens(self) -> list[Token]:
        """The same as tokens."""
        doc = self.clause.head.doc
        return [doc[i] for i in self.words]


def propositions(clause: Clause, doc: Doc, amounts: list[Row], dates: list[Row]) -> list[Proposition]:
    """The clause whole, or one proposition for each figure of its list."""
    own = set(clause.own)
    borrowed = [i for i in clause.borrowed if i not in own]
    subject = [i for i in clause.subject_words if i in borrowed]
    shared = [i for i in borrowed if i not in subject]
    lent = shared_date(clause, doc, dates)
    taken = sorted({*lent, *shared_condition(clause), *clause.shared})
    whole = Proposition(clause, clause.own, subject, shared, taken, clause.path, lent=tuple(lent))
    rows = {figure: row for row in amounts if (figure := edges(doc, row)) and set(range(*figure)) <= own}
    rows = {figure: row for figure, row in rows.items() if _may_be_an_item(row)}
    figures = counted_once(doc, rows)
    group = chain(doc, figures, own)
    nouns = counted_nouns(clause, doc, figures)
    if len(nouns) > len(group):
        return _split(whole, nouns)
    if len(group) < 2 or _parted(clause, group):
        return [whole]
    dashed = doc[group[1][0] - 1].text in DASHES
    one, two = rows[group[0]], rows[group[1]]
    if dashed and one["unit"] != two["unit"] and doc[group[0][0]].pos_ != "NOUN":
        return [whole]  # "to the two million farmers — $70 each": no second sort of farmers
    items = _items(doc, group, own, dates, dashed)
    group = with_markers(doc, group, own)
    if all(set(item) <= {*range(*one), *_points(doc, item)} for item, one in zip(items, group, strict=True)):
        return [whole]  # a list of bare sums tells one thing: "fines of $3m, $4m and $5m"
    heading = _heading(whole, items[0][0])
    return [*heading, *_split(whole, items, bool(heading))]


def _items(doc: Doc, group: list[Edges], own: set[int], dates: list[Row], dashed: bool) -> list[list[int]]:
    """The tokens of each figure of a list: up to the next, the last up to the end of the list or a date behind it."""
    days = {figure[0] for row in dates if (figure := edges(doc, row))}
    dated = any(group[0][0] <= day < group[-1][0] for day in days)
    group = with_markers(doc, group, own)
    ends = [_end_of_item(doc, start) for start, _ in group[1:]]
    ends.append(_end_of_list(doc, group[-1], own, frozenset() if dashed or dated else frozenset(days)))
    items = [list(range(start, end)) for (start, _), end in zip(group, ends, strict=True)]
    if dashed:
        items[0] = list(range(*group[0]))
    return [[i for i in item if i in own] for item in items]


def _points(doc: Doc, words: list[int]) -> list[int]:
    return [i for i in words if doc[i].is_punct]


def _heading(whole: Proposition, first: int) -> list[Proposition]:
    """What stands before a colon and says something by itself: "Let the tariff move: 15% when …"."""
    head, doc = whole.clause.head, whole.clause.head.doc
    own = [i for i in whole.own if i < first - 1]
    told = doc[first - 1].text == ":" and head.i < first and head.pos_ in ("VERB", "NOUN", "ADJ")
    if not told or not own or doc[own[-1]].pos_ in ("AUX", "ADP") or doc[own[-1]] == head:
        return []
    return [replace(whole, own=own)]


def _parted(clause: Clause, group: list[Edges]) -> bool:
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


def _split(whole: Proposition, items: list[list[int]], headed: bool = False) -> list[Proposition]:
    """`headed`: what stands before the items is a claim of its own, so that the first of them borrows it, too."""
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
        place = number + headed
        if place == 0:
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
                whole.path if place == 0 else f"{whole.path}/item{place + 1}",
            )
        )  # fmt: skip
    return found


def _end_of_item(doc: Doc, start_of_next: int) -> int:
    end = start_of_next
    while doc[end - 1].lower_ in JOINERS or doc[end - 1].text in DASHES or doc[end - 1].is_space:
        end -= 1
    return end


def _end_of_list(doc: Doc, last: Edges, own: set[int], days: frozenset[int]) -> int:
    """Where the last item ends: at a comma, a dash, the clause's end, or a date that all items share."""
    end = last[1]
    while (
        end < len(doc) and end in own and doc[end].text not in (",", ";", "—", "–", "--") and end not in days
    ):
        end += 1
    return end
