"""`neither` and `nor` before a verb, as they stand alone.

"neither came nor rang" → "did not come", "did not ring"; "nor does it freeze" → "it does not freeze".
"""

from collections.abc import Mapping

from pipeline.stages.claims.inflection import third_person
from pipeline.stages.claims.polarity import is_focused
from pipeline.stages.claims.questions import asked
from pipeline.stages.claims.subjects import Clause
from pipeline.stages.claims.tree import base

DENIALS = frozenset({"neither", "nor"})


def denial(clause: Clause, own: list[int]) -> int | None:
    """The `neither` or `nor` that denies the clause's verb."""
    words = set(own)
    verbs = [one for one in clause.head.children if one.lower_ in DENIALS and one.i in words]
    return next(
        (one.i for one in verbs if one.i < clause.head.i and base(one) in ("cc", "advmod", "det")), None
    )


def unsaid(clause: Clause, own: list[int]) -> dict[int, str]:
    """What to put for the word and, where the verb has no helper, for the verb."""
    at, verb = denial(clause, own), clause.head
    if at is not None and any(verb.doc[i].lower_ == "nor" and i > at for i in own):
        return {}  # "is neither fair nor wise"
    before = [i for i in own if at is not None and i < at and not verb.doc[i].is_punct]
    if at is None or not (before or clause.borrowed) or verb.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
        return {}
    helped = [one for one in verb.children if base(one) in ("aux", "cop")] or clause.head.pos_ == "AUX"
    borrowed = any(base(verb.doc[i]) == "aux" for i in clause.borrowed)
    first = min((one.i for one in verb.children if base(one) in ("aux", "cop")), default=at)
    if first + 1 < at and first in set(own):  # "will be neither lent"
        return {first: f"{verb.doc[first].text} not", at: ""}
    if helped or borrowed or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return {at: "not"}
    return {
        at: {"VBD": "did not", "VBZ": "does not", "VBP": "do not"}[verb.tag_],
        verb.i: verb.lemma_.lower(),
    }


def denied_form(clause: Clause, own: list[int], put: Mapping[int, str]) -> dict[int, str]:
    """What a denial outside makes of the verb: "denied that he had paid" → "he had *not* paid", "I doubt that it
    works" → "it *does not work*". `put`: by token, the form that is put for it already."""
    verb, words = clause.head, set(own)
    helpers = [one for one in verb.children if base(one) in ("aux", "cop") and one.i in words]
    first = min(helpers, key=lambda one: one.i, default=verb if verb.lemma_ == "be" else None)
    if first is not None:
        said = put.get(first.i, first.text)
        return {first.i: "cannot" if said == "can" else f"{said} not"}
    lemma, finite = verb.lemma_.lower(), put.get(verb.i)
    if finite is not None:
        do = "does" if finite == third_person(lemma) else "do" if finite == lemma else "did"
    else:
        do = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(verb.tag_, "")
    return {verb.i: f"{do} not {lemma}"} if do and verb.i in words else {}


def bare(clause: Clause, own: list[int]) -> dict[int, str]:
    """`not only closed the mill`, without what follows "but": the two words go."""
    doc = clause.head.doc
    pairs = [i for i in own if doc[i].lower_ == "not" and i + 1 in own and is_focused(doc[i + 1])]
    if not pairs:
        return {}
    alone = not any(doc[i].lower_ == "but" and i > pairs[0] for i in own)
    behind = any(one.lower_ == "but" and one.i > clause.head.i for one in clause.head.sent)
    return {pairs[0]: "", pairs[0] + 1: ""} if alone and behind else {}


def straightened(clause: Clause, own: list[int]) -> tuple[list[int], list[int], list[int]] | None:
    """`did the council borrow`, behind "not only" or in a question: (subject, helper, the rest); None where nothing is
    inverted."""
    doc = clause.head.doc
    own = [i for i in own if not doc[i].is_punct]
    helper = doc[own[0]] if own else None
    opened = (bool(own) and own[0] > 0 and is_focused(doc[own[0] - 1])) or asked(clause) is not None
    if helper is None or helper.head != clause.head or base(helper) not in ("aux", "cop") or not opened:
        return None
    subject = [i for i in clause.subject_words if i > helper.i and i in set(own)]
    if not subject or subject[0] != helper.i + 1:
        return None
    return subject, [helper.i], [i for i in own if i > subject[-1]]


def uninverted(clause: Clause, own: list[int]) -> tuple[list[int], list[int], list[int]] | None:
    """`nor does it freeze`: (subject, helper, the rest); None where the subject stands before the verb already."""
    at, doc = denial(clause, own), clause.head.doc
    own = [i for i in own if not doc[i].is_punct]
    if at is None or own[0] != at or len(own) < 3:
        return None
    helper = next(
        (i for i in own[1:2] if doc[i].head == clause.head and base(doc[i]) in ("aux", "cop")), None
    )
    subject = [i for i in clause.subject_words if helper is not None and i > helper]
    if helper is None or not subject or subject[0] != helper + 1:
        return None
    return subject, [helper], [i for i in own if i > subject[-1]]
