"""A claim that says nothing without words which the record counts elsewhere: for its text they are put back.

"up from 187 in 2003" stands behind what it measures; "ministers spent the autumn assuring us" lacks what they assured.
"""

from dataclasses import replace

from pipeline.marks import Row
from pipeline.plain import Token
from pipeline.stages.claims.arguments import Around
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.tree import base, subtree

LONGEST = 40  # words of what is put back; more would be the sentence again


def with_restored_clause(
    proposition: Proposition, antecedent: Row | None, know: Around
) -> tuple[Proposition, Row | None]:
    """The proposition as it is worded, and what its subject's pronoun stands for."""
    if _is_level(proposition.clause) or _is_of_a_figure(proposition.clause):
        return _with_what_it_measures(proposition, know)
    content = _content(proposition)
    return (
        replace(proposition, own=sorted({*proposition.own, *content})) if content else proposition
    ), antecedent


def _is_level(clause: Clause) -> bool:
    """ "…, up from 187 in 2003"."""
    return clause.path.endswith("/tail") and clause.head.lower_ in ("up", "down")


def _is_of_a_figure(clause: Clause) -> bool:
    """ "sold 4.8 million, a world record": of itself the figure says as little as "4.8 million was a world record"."""
    subject, above = clause.subject, clause.above
    if clause.link.name != "appositive" or subject is None or above is None or above.subject is None:
        return False
    counted = any(base(one) == "nummod" for one in subject.children)
    doc = clause.head.doc
    last = max((i for i in above.own if not doc[i].is_punct), default=above.head.i)
    at_the_end = above.head.i < clause.own[0] and last < clause.own[-1]
    near = above.subject.i in above.own and len(above.own) + len(clause.own) <= LONGEST
    part = any(doc[i].lower_ in ("it", "them") and base(doc[i]) == "nmod" for i in clause.own)  # "$3m of it"
    return (subject.pos_ in ("SYM", "NUM") or counted or part) and at_the_end and near


def _with_what_it_measures(proposition: Proposition, know: Around) -> tuple[Proposition, Row | None]:
    """ "It employs 412 people, up from 187 in 2003." """
    clause, above = proposition.clause, proposition.clause.above
    if above is None:
        return proposition, None
    lent = [i for i in above.borrowed if i not in set(above.own)]
    subject = [i for i in lent if i in set(above.subject_words)]
    comma = max((i for i in range(clause.own[0]) if clause.head.doc[i].is_punct), default=clause.own[0])
    own = sorted({*above.own, comma, *proposition.own})
    whole = Proposition(above, own, subject, [i for i in lent if i not in set(subject)], [], above.path)
    asked = above.subject
    return whole, know.stands_for.get(asked.i) if asked is not None else None


def _content(proposition: Proposition) -> list[int]:
    """What a verb at the end of the claim says, though it is a claim of its own: "assuring us [that …]"."""
    own = set(proposition.own)
    words = [i for i in proposition.own if not proposition.clause.head.doc[i].is_punct]
    last = proposition.clause.head.doc[words[-1]] if words else proposition.clause.head
    verbs = [one for one in (last, last.head) if one.pos_ == "VERB" and one.i in own]
    told = (
        one for verb in verbs for one in verb.rights if base(one) in ("ccomp", "xcomp") and one.i not in own
    )
    found = next((_behind(one, last) for one in told), [])
    return found if len(found) <= LONGEST else []


def _behind(content: Token, last: Token) -> list[int]:
    """Its words, where they follow the claim's last."""
    words = subtree(content)
    while words and (content.doc[words[-1]].is_punct or content.doc[words[-1]].is_space):
        words.pop()
    start = next((i for i in words if not content.doc[i].is_punct), content.i)
    return words if start == last.i + 1 and words == list(range(words[0], words[-1] + 1)) else []
