"""A verb phrase that is not said again: "Some villages have electricity; most do not [have electricity]."

The helper stands alone, and the phrase is that of the clause it is joined to, else of the sentence before it in the
same paragraph. Nothing is put where that clause has no such form: "paid" is no participle of "pays". Where the verb
itself is left out ("the young [pay] more", "Ghana's [debt is] larger"), it is that of the clause above.
"""

from pipeline.marks import Row, cut_span, cut_token
from pipeline.plain import Token
from pipeline.stages.claims.inflection import agreeing
from pipeline.stages.claims.pieces import Piece
from pipeline.stages.claims.subjects import Clause
from pipeline.stages.claims.tree import SUBJECTS, base, child, runs, subject_of, subtree

HELPERS = frozenset({"do", "have", "be"})
NOT = frozenset({"not", "n't", "n’t"})
BESIDE = ("advmod", "punct", "cc", "discourse", "mark", "parataxis", "conj", "advcl")
APART = (
    "conj",
    "cc",
    "parataxis",
    "punct",
    "discourse",
    "mark",
    "appos",
    "aux",
    "cop",
    "expl",
    "csubj",
    "nsubj",
)
CLAUSES = frozenset({"ccomp", "advcl", "csubj"})
LONGEST = 14  # words of what is put in; more would be the sentence again
FARTHEST = 3  # clauses joined one to the other, each with a helper alone


def left_out(clause: Clause) -> dict[int, Piece]:
    """By token, what is put behind it: the helper or its "not"."""
    if is_verbless(clause):
        return _verb(clause)
    helper = clause.head
    if not is_alone(helper) or clause.subject is None:
        return {}
    verb = _spoken(clause)
    said = _phrase(helper, verb) if verb is not None else None
    if said is None:
        return {}
    text, words = said
    behind = next((one.i for one in helper.rights if one.lower_ in NOT and one.i == helper.i + 1), helper.i)
    sources: list[Row] = [cut_span(span) for span in runs(helper.doc, words)]
    return {behind: Piece(text, tuple(sources), "shared_predicate")}


def is_verbless(clause: Clause) -> bool:
    """ "The young *more*.": a subject and what is said of it, joined to a clause with a verb."""
    head, subject = clause.head, clause.subject
    if (
        head.pos_ in ("VERB", "AUX", "SYM", "NUM")
        or clause.link.name not in ("conj", "parataxis")
        or subject is None
    ):
        return False
    group = any(base(one) in ("cop", "aux", "mark", "expl", "obj", "case") for one in head.children)
    return subject.head == head and subject.i < head.i and not group


def _verb(clause: Clause) -> dict[int, Piece]:
    """The verb or copula of the clause above, behind the subject; with it the noun behind a mark of possession."""
    above, subject = clause.above, clause.subject
    if above is None or subject is None or above.subject is None or is_verbless(above):
        return {}
    last = max(subtree(subject))
    owned = [above.subject] if subject.doc[last].tag_ == "POS" else []
    if owned and not any(one.dep_ == "nmod:poss" for one in above.subject.children):
        return {}
    group = [one for one in above.head.children if base(one) in ("aux", "cop") and one.lower_ not in NOT]
    group = [*group, *([above.head] if above.head.pos_ == "VERB" else [])]
    if not group or any(one.i < above.subject.i for one in group):
        return {}
    told = above.subject if owned else subject
    singular = told.tag_ in ("NN", "NNP")
    verbs = [agreeing(one.text, told, singular and one.tag_ == "VBP") for one in group]
    words = [*(one.text for one in owned), *verbs]
    sources = tuple(cut_token(one) for one in (*owned, *group))
    return {last: Piece(" ".join(words), sources, "shared_predicate")}


def is_alone(helper: Token) -> bool:
    """It has a subject before it and takes nothing: "most do not", "Chile has"; not "there is", "they have it"."""
    if helper.tag_ != "MD" and helper.lemma_.lower() not in HELPERS:
        return False
    if helper.tag_ not in ("MD", "VBD", "VBZ", "VBP"):
        return False
    subject = subject_of(helper)
    if any(one.lower_ == "rather" for one in helper.children):
        return False
    takes = any(base(one) not in (*BESIDE, "nsubj") or one.pos_ == "VERB" for one in helper.children)
    return (
        subject is not None and subject.i < helper.i and subject.tag_ not in ("WDT", "WP", "EX") and not takes
    )


def _spoken(clause: Clause) -> Token | None:
    """The verb that says it: that of the clause above, else of the sentence before."""
    above = clause.above
    for _ in range(FARTHEST):
        if above is None or not (is_alone(above.head) or above.link.name == "saying"):
            break
        above = above.above
    if above is not None:
        joined = clause.link.name in ("conj", "parataxis", "content") and above.head.i < clause.head.i
        joined = joined and child(above.head, "ccomp") is None
        return above.head if joined and not is_alone(above.head) else None
    start, doc = clause.head.sent.start, clause.head.doc
    words = (one.i for one in clause.head.sent if not one.is_space)
    parted = any("\n" in one.text for one in doc[max(0, start - 1) : next(words, start)])
    if start < 2 or clause.link.name != "root" or parted:
        return None
    root = doc.sentence_at(start - 1).root
    deep = any(base(one) in CLAUSES for one in root.subtree)  # "hopes that it will": which?
    return None if deep or is_alone(root) else root


def _phrase(helper: Token, verb: Token) -> tuple[str, list[int]] | None:
    """Words and their places, in the form that the helper asks for."""
    form = _form(helper, verb) if subject_of(verb) is not None else None
    if form is None:
        return None
    skip = frozenset(one.i for one in verb.children if base(one) in APART or _is_before(one, verb))
    words = subtree(verb, skip)
    while words and (verb.doc[words[-1]].is_punct or verb.doc[words[-1]].is_space):
        words.pop()
    if any(verb.doc[i].text in (",", ";", "—") for i in words):
        return None  # a list, or more than one clause
    rest = "".join(_text(verb, i, form) + verb.doc[i].whitespace_ for i in words)
    return (" ".join(rest.split()), words) if 0 < len(words) <= LONGEST else None


def _text(verb: Token, index: int, form: str) -> str:
    return form if index == verb.i else verb.doc[index].text


def _is_before(one: Token, verb: Token) -> bool:
    """What stands before a verb is not of its phrase; what stands before an adjective or noun may be ("too poor")."""
    if one.dep_ in SUBJECTS or one.lower_ in NOT or base(one) in ("advcl", "obl"):
        return one.i < verb.i
    return one.i < verb.i and verb.pos_ == "VERB"


def _form(helper: Token, verb: Token) -> str | None:
    copula, lemma = child(verb, "cop"), helper.lemma_.lower()
    if lemma == "be":
        helped = any(one.lemma_.lower() == "be" for one in verb.children if base(one) in ("aux", "cop"))
        return verb.text if helped else None
    if copula is not None:
        return (
            f"be {verb.text}" if helper.tag_ == "MD" and verb.pos_ != "VERB" and not _has_left(verb) else None
        )
    if verb.pos_ != "VERB" or any(one.dep_ == "aux:pass" for one in verb.children):
        return None
    if lemma == "have":
        done = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.lower_.endswith("ed"))
        return verb.text if done else None
    return verb.lemma_.lower() if verb.tag_ in ("VB", "VBP", "VBZ", "VBD") else None


def _has_left(word: Token) -> bool:
    return any(base(one) in ("det", "amod", "advmod", "nmod", "case") for one in word.lefts)
