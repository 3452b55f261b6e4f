"""What is said without a finite verb → the finite verb of a claim that stands alone.

"is said [to have lost] $2 billion" → "has lost"; "expects rents [to fall]" → "will fall"; "admitted [having taken]" →
"has taken"; "recommended that the law [be] repealed" → "should be repealed".
"""

from pipeline.marks import cut_token
from pipeline.plain import Token
from pipeline.stages.claims.clauses import Clause
from pipeline.stages.claims.inflection import has_plural, past_of, third_person
from pipeline.stages.claims.pieces import Piece
from pipeline.stages.claims.tree import base, child, subject_of, verb_group

MODALS = {"predicted": "will", "intended": "will", "recommended": "should", "obligatory": "should"}
FINITE_TAGS = frozenset({"MD", "VBD", "VBZ", "VBP"})


def made_finite(clause: Clause, modality: str) -> dict[int, Piece]:
    """By token what to put for it; a piece without words leaves it out. Nothing for a clause that needs no help."""
    head, subject = clause.head, clause.subject
    if clause.link.name == "participle" and clause.above is not None and subject is not None:
        having = next((one for one in head.children if one.lower_ == "having" and base(one) == "aux"), None)
        past = any(one.tag_ == "VBD" for one in verb_group(clause.above.head))
        form = "had" if past else _agree("have", subject)
        return {having.i: _put(form, having)} if having is not None else {}
    if clause.link.name != "content" or subject is None or subject.i > head.i:
        return {}
    helpers = (one for one in head.children if base(one) in ("aux", "cop"))
    group = sorted([*helpers, head], key=lambda one: one.i)
    if is_subjunctive(head):
        return {group[0].i: _put(f"should {group[0].text.lower()}", group[0])}
    to = next((one for one in head.children if one.lower_ == "to" and one.pos_ == "PART"), None)
    verbs = [one for one in group if one != to and (to is None or one.i > to.i)]
    if not verbs or any(one.tag_ in FINITE_TAGS for one in group):
        return {}
    if to is not None:
        return _of_infinitive(to, verbs[0], subject, modality)
    gerund = verbs[0]
    return {gerund.i: _put(_of_gerund(gerund, head.head, subject), gerund)} if gerund.tag_ == "VBG" else {}


def _of_infinitive(to: Token, verb: Token, subject: Token, modality: str) -> dict[int, Piece]:
    """ "[rents] to fall" → "will fall", "falls"; "not to pay" → "does not pay". `verb`: the first behind "to"."""
    if verb.i != to.i + 1:
        return {}  # "to finally be": the order would have to change
    before = to.doc[to.i - 1] if to.i else to
    denied = {before.i: _put("", before, "delete")} if before.lower_ == "not" else {}
    no = " not" if denied else ""
    if modality in MODALS:
        return {**denied, to.i: _put(MODALS[modality] + no, to)}
    if denied and verb.lower_ not in ("be", "have"):
        return {**denied, to.i: _put(_agree("do", subject) + no, to)}
    finite = _put(_agree(verb.lemma_.lower(), subject) + no, verb)
    return {**denied, to.i: _put("", to, "delete"), verb.i: finite}


def _of_gerund(gerund: Token, said: Token, subject: Token) -> str:
    """ "denied taking" → "took"; "denies taking" → "takes": the tense is that of the saying."""
    past = any(one.tag_ == "VBD" or one.lower_ in ("has", "have") for one in verb_group(said))
    lemma = {"being": "be", "having": "have"}.get(gerund.lower_, gerund.lemma_.lower())
    if past:
        return ("were" if has_plural(subject) else "was") if lemma == "be" else past_of(lemma)
    return _agree(lemma, subject)


def is_subjunctive(head: Token) -> bool:
    """ "that the law be repealed", "that he pay": a base form under "that", with a subject and no helper."""
    mark = next((one for one in head.children if base(one) == "mark"), None)
    helpers = [one for one in head.children if base(one) in ("aux", "cop") and one.lower_ != "not"]
    subject = subject_of(head)
    if (
        base(head) != "ccomp"
        or mark is None
        or mark.lower_ != "that"
        or subject is None
        or subject.i > head.i
    ):
        return False
    if helpers:
        return helpers[0].lower_ == "be" and helpers[0].i > subject.i
    singular = subject.tag_ in ("NN", "NNP") and child(subject, "conj") is None
    return head.tag_ == "VB" and singular and head.lower_ == head.lemma_.lower()


def _agree(lemma: str, subject: Token) -> str:
    plural = has_plural(subject) or subject.lower_ in ("they", "we", "you", "i")
    if lemma == "be":
        return "are" if plural else "is"
    return lemma if plural else third_person(lemma)


def _put(words: str, token: Token, op: str = "replace") -> Piece:
    return Piece(words, (cut_token(token),), "elided_argument", op)
