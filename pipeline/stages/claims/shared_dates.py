"""Clause → the day that its neighbour lends it.

"In 2020, when the school was closed and I was paid late": both are of 2020, the date on which the when-clause
hangs. "Last year it repaid the bonds and deferred the loans": a date before the subject is shared by what else is
told as past, one behind the verb by what has no subject of its own ("it was sold in 2015 and fetched little"). A
clause with a date of its own borrows none, nor does one in another tense, nor what only is so ("and was direct").
"""

from pipeline.marks import Row, tokens_of
from pipeline.plain import Doc, Span, Token
from pipeline.stages.claims.link import JOINED
from pipeline.stages.claims.subjects import Clause
from pipeline.stages.claims.tree import base, edges, is_future, verb_group

FARTHEST = 4  # clauses joined one to the other


def shared_date(clause: Clause, doc: Doc, dates: list[Row]) -> list[int]:
    """The tokens of the date that a clause shares and does not hold, or none."""
    days = [range(span.start, span.end) for row in dates if (span := _day(doc, row)) is not None]
    told = [range(*at) for row in dates if row["kind"] == "date" and (at := edges(doc, row))]
    if not days or _holds_one(clause, told) or _has_time_of_its_own(clause):
        return []  # "last spring", too, where no day of publication says which
    shared: list[int] = []
    at = clause
    for _ in range(FARTHEST):
        shared = _under(at, days) or _beside(clause, at, days)
        if shared or at.above is None or at.link.name not in JOINED or _holds_one(at, days):
            break
        at = at.above
    own = {*clause.own, *clause.borrowed}
    return [i for i in shared if i not in own]


def _day(doc: Doc, row: Row) -> Span | None:
    """The tokens of a date that tells days; lengths and vague times are not lent."""
    if row["kind"] != "date" or row["relation"] in ("by", "until", "before") or not row["first"]:
        return None
    span = tokens_of(doc, row["span"])
    roots = span is not None and span[0].lower_ == "back"  # "dates back to 1953"
    return None if roots else span


def _holds_one(clause: Clause, days: list[range]) -> bool:
    own = set(clause.own)
    return any(day[0] in own and day[-1] in own for day in days)


def _has_time_of_its_own(clause: Clause) -> bool:
    """ "a month later": behind the neighbour's day."""
    verb = clause.head
    words = {
        verb.doc[i].lower_ for i in clause.own if verb.doc[i].head == verb or verb.doc[i].head.head == verb
    }
    return bool(words & {"later", "earlier", "afterwards", "thereafter"})


def _under(clause: Clause, days: list[range]) -> list[int]:
    """The date right before a clause that begins with "when"."""
    first = clause.head.left_edge
    if first.text == "," and first.i + 1 < len(first.doc):  # the parser hung the comma inside
        first = first.nbor(1)
    if first.lower_ != "when" or first.i == 0:
        return []
    before = first.nbor(-1)
    if before.text == "," and before.i > 0:
        before = before.nbor(-1)
    return next((list(day) for day in days if day[-1] == before.i), [])


def _beside(asking: Clause, clause: Clause, days: list[range]) -> list[int]:
    """The date of the clause that this one is joined to, where both tell what happened."""
    above = clause.above
    if (
        clause.link.name not in JOINED
        or above is None
        or not (_happened(asking.head) and is_past(above.head))
    ):
        return []
    start = min(above.subject_words, default=above.head.i)
    own = set(above.own)
    for day in days:
        if day[0] not in own or not _of_verb(day, above.head):
            continue
        if day[-1] < start or not asking.subject or asking.subject.i not in set(asking.own):
            return list(day)
    return []


def _happened(verb: Token) -> bool:
    return verb.pos_ == "VERB" and is_past(verb)


def is_past(verb: Token) -> bool:
    """The verb or its copula or auxiliary is past, and none of them present or future."""
    group = verb_group(verb)
    told = [one.morph.get("Tense", []) for one in group]
    ahead = any("Pres" in tense for tense in told) or any(
        is_future(one) or one.lower_ == "would" for one in group
    )
    return not ahead and any("Past" in tense for tense in told)


def _of_verb(day: range, verb: Token) -> bool:
    root = verb.doc[day[0] : day[-1] + 1].root
    return root.head == verb and base(root) in ("obl", "advmod", "nmod")
