"""Clause → what it takes over from the front of the clause it is joined to: its condition, the whole it counts in.

"If rents fall, [mills will close] and [towns will shrink]": both under one condition. "Of nine bills he signed two,
vetoed one": both of nine. A clause with a condition of its own takes none.
"""

from pipeline.plain import Token
from pipeline.stages.claims.link import JOINED
from pipeline.stages.claims.subjects import Clause
from pipeline.stages.claims.tree import base, child, is_inverted, mark_of, subtree

FARTHEST = 4  # clauses joined one to the other
CONDITIONS = frozenset({"if", "unless"})


def shared_condition(clause: Clause) -> list[int]:
    """The token indices of that front, or none."""
    if _front(clause.head) is not None or any(_is_condition(one) for one in clause.head.rights):
        return []
    at = clause
    for _ in range(FARTHEST):
        if at.link.name not in JOINED or at.above is None:
            return []
        at = at.above
        front = _front(at.head)
        if front is not None:
            own = {*clause.own, *clause.borrowed}
            if base(front) == "obl" and any(front.doc[i].lower_ == "of" for i in clause.own):
                return []  # "four of those": it has a whole of its own
            words = [i for i in subtree(front) if i not in own and i in set(at.own)]
            return [i for i in words if i < min(at.subject_words, default=at.head.i)]
    return []


def _front(head: Token) -> Token | None:
    """The condition or the "of" phrase at the front of a clause."""
    for one in head.lefts:
        case = child(one, "case")
        counted = (
            base(one) == "obl" and case is not None and case.lower_ == "of" and case.i == one.left_edge.i
        )
        if counted or _is_condition(one):
            return one
    return None


def _is_condition(token: Token) -> bool:
    return base(token) == "advcl" and (mark_of(token) in CONDITIONS or is_inverted(token))
