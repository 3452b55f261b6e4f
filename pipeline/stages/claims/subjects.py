"""Clause → its subject: its own, or one it borrows."""

from dataclasses import dataclass, field

from pipeline.lexicon import column
from pipeline.plain import Doc, Token
from pipeline.stages.claims.appositives import portion
from pipeline.stages.claims.complement_clauses import raised_object
from pipeline.stages.claims.link import Link
from pipeline.stages.claims.noun_phrases import phrase_of
from pipeline.stages.claims.tree import (
    NOMINAL,
    SUBJECTS,
    base,
    child,
    is_finite,
    subject_of,
    subtree,
    word_before,
)

VERBLESS = ("appositive", "summative", "partitive", "contrast", "small_clause")
"""Links of clauses whose "be" is left out."""


@dataclass
class Clause:
    """Words are token indices."""

    head: Token
    link: Link
    above: "Clause | None"
    own: list[int] = field(default_factory=list)
    """The words that it is made of."""
    subject: Token | None = None
    """The head of the subject."""
    subject_words: list[int] = field(default_factory=list)
    """The whole of the subject, its own or borrowed."""
    borrowed: list[int] = field(default_factory=list)
    """Words of other clauses that it needs: a subject, a helper."""
    shared: list[int] = field(default_factory=list)
    """What it shares with the verb it is joined to, where that verb has it (see `shared_objects.py`)."""
    asserts: bool = True
    """False where it only says that something was said, or is no claim for another reason."""
    path: str = ""
    """The names of the links from the root down to it: `root/conj/relative`."""


def give_subject(clause: Clause) -> None:
    """Set its subject: its own, the noun or object that it is said of, else that of the clause above."""
    head, above = clause.head, clause.above
    own = subject_of(head)
    if own is not None:
        clause.subject = own
        inside = set(clause.own)
        clause.subject_words = [i for i in subtree(own) if i in inside] or [own.i]
        return
    part = portion(head) if clause.link.name == "partitive" else []
    if part:
        clause.subject, clause.subject_words = head, part
        return
    said_of = clause.link.name == "small_clause" or (clause.link.name == "content" and base(head) == "xcomp")
    raised = raised_object(head) if said_of else None
    if raised is not None:
        clause.subject, clause.subject_words = raised, subtree(raised)
        cases = {one.i for one in head.children if base(one) == "case"}
        clause.own = sorted({*clause.own, *clause.subject_words} - cases)
        return
    if (
        clause.link.name == "absolute" and head.head.pos_ in NOMINAL
    ):  # stands right there: its own, not borrowed
        clause.subject, clause.subject_words = head.head, [i for i in phrase_of(head.head) if i < head.i]
        clause.own = sorted({*clause.own, *clause.subject_words})
    elif clause.link.name == "summative" and above is not None:
        _sum_up(clause, above)
    elif clause.link.name in ("relative", "appositive") or (base(head) == "acl" and not _is_aside(clause)):
        _take(clause, noun_above(clause))
    elif above is not None and _mayborrow_subject(clause):
        borrow_subject(clause, above)


def _sum_up(clause: Clause, above: Clause) -> None:
    """The clause is about all that the one above says before it."""
    words = [i for i in {*above.borrowed, *above.own} if i < min(clause.own)]
    clause.subject, clause.subject_words = above.head, _bare(above.head.doc, sorted(words))
    clause.borrowed = list(clause.subject_words)


def _bare(doc: Doc, words: list[int]) -> list[int]:
    """Without marks and conjunctions at the edges."""
    loose = [doc[i].is_punct or doc[i].is_space or doc[i].pos_ == "CCONJ" for i in words]
    kept = [place for place, is_loose in enumerate(loose) if not is_loose]
    return words[kept[0] : kept[-1] + 1] if kept else []


def _is_aside(clause: Clause) -> bool:
    """`Japan sent engineers to support the effort, marking a first`: after a comma an -ing form is said of the
    subject, wherever the parser hung it; `investments, totaling $3m,` stands in the subject itself."""
    above, noun = clause.above, clause.head.head
    aside = clause.head.tag_ == "VBG" and clause.link.name == "participle" and clause.head.i > noun.i
    return aside and above is not None and above.subject is not None and noun.i not in above.subject_words


def _mayborrow_subject(clause: Clause) -> bool:
    """What is said, or stands beside, has its own subject; "is said to have left" has that of the saying."""
    if clause.link.name == "content":
        return base(clause.head) == "xcomp" or _is_gerund(clause.head)
    return clause.link.name not in ("parataxis", "factive", "saying")


def _is_gerund(head: Token) -> bool:
    """ "acknowledged having taken", "denied taking": the subject is the speaker."""
    helpers = [one for one in head.children if base(one) in ("aux", "cop")]
    return base(head) == "ccomp" and (helpers[0] if helpers else head).tag_ == "VBG"


def noun_above(clause: Clause) -> Token:
    """The noun that the clause hangs on. `a survey of clinics by the union, published in May`: where other words of a
    higher noun stand between, English hangs it on that one."""
    noun, first = clause.head.head, min(clause.own, default=clause.head.i)
    before = word_before(noun.doc, first)
    if before is not None and before.text == ",":
        before = word_before(noun.doc, before.i)
    while (
        before is not None
        and noun.i < before.i
        and not (noun == before or noun.is_ancestor(before))
        and base(noun) == "nmod"
        and noun.head.i < noun.i
        and noun.head.pos_ in ("NOUN", "PROPN")
    ):
        noun = noun.head
    return _last_of(noun, first, before)


def _last_of(noun: Token, first: int, before: Token | None) -> Token:
    """ "Silva, and his cabinet, *sworn in today*": said of what a comma and "and" join, right before it."""
    for one in noun.rights:
        joint = child(one, "cc")
        parted = base(one) == "conj" and joint is not None and joint.nbor(-1).text == ","
        if parted and one.i < first and before is not None and (one == before or one.is_ancestor(before)):
            return one
    return noun


def _take(clause: Clause, noun: Token) -> None:
    """The clause is about the noun that it hangs on."""
    clause.subject = noun
    clause.subject_words = [i for i in phrase_of(noun) if i != clause.head.i]
    clause.borrowed = list(clause.subject_words)


def borrow_subject(clause: Clause, above: Clause) -> None:
    """The subject of the clause above and, where verbs share a helper ("aims to boost … and attract"), its verbs."""
    if child(clause.head, "expl") is not None:
        return  # "there is nowhere to go" has all it needs
    if (
        above.link.name == "relative"
        and above.subject is not None
        and above.subject.lower_ in ("which", "who", "that")
    ):
        _take(clause, above.head.head)  # what the pronoun stands for
        return
    clause.subject = above.subject
    clause.subject_words = list(above.subject_words)
    clause.borrowed = list(above.subject_words)
    if clause.link.name == "inner_conj":
        verb = clause.head.head
        # "not only"
        pair = {i for one in verb.children if base(one) in ("advmod", "cc") for i in subtree(one)}
        if any(one.lower_ == "to" and one.i < clause.head.i for one in clause.head.children):
            pair |= {one.i for one in verb.children if one.lower_ == "to"}
        clause.borrowed = sorted({*above.borrowed, *(i for i in above.own if i < verb.i and i not in pair)})
    elif clause.link.name == "contrast":
        clause.borrowed += [one.i for one in above.head.children if base(one) in ("cop", "aux")]
    elif clause.link.name == "conj" and _shares_helper(clause.head, above.head):
        clause.borrowed += [
            one.i for one in above.head.children if base(one) == "aux" and one.i not in clause.borrowed
        ]


def _shares_helper(verb: Token, first: Token) -> bool:
    """`can secure trade and enhance security`; taggers often take the bare second verb for a present tense."""
    modal = any(one.tag_ == "MD" for one in first.children if base(one) == "aux")
    own = any(base(one) in ("aux", "cop") or one.dep_ in SUBJECTS for one in verb.children)
    done = verb.lower_ in column("irregular_participles", "participle")
    done = done and verb.lower_ not in column("irregular_verbs", "past")  # never a tense, whatever its tag
    return not is_finite(verb) or (not own and (done or (modal and verb.tag_ in ("VB", "VBP"))))
