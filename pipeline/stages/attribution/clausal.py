"""Verbs of saying with a clause: "X said that …", also where the parser hung the clause elsewhere."""

from pipeline.plain import Token
from pipeline.stages.attribution import clause
from pipeline.stages.attribution.asides import is_as_clause
from pipeline.stages.attribution.clause import children, first, is_passive, tokens
from pipeline.stages.attribution.frames import Frame
from pipeline.stages.attribution.passives import passive
from pipeline.stages.attribution.possible_speakers import speaking_subject
from pipeline.stages.attribution.saying import Saying, saying

ASKS = frozenset({"how", "why", "whether"})  # open a question wherever they stand: "how much it had cost"
WHO = frozenset({"who", "which"})
NEAR = 7  # tokens
SUBORDINATE = frozenset({"acl:relcl", "acl", "parataxis", "advcl", "dep", "obl"})


def that_clause(verb: Token, frame: Frame) -> Saying | None:
    """ "X said that …", "said X …", and the quoted clause where the parser makes it a complement."""
    if not frame.takes & {"that", "quote", "wh"}:
        return None
    content = _complement(verb) or _under_hearer(verb, frame) or _that_conjunct(verb)
    if content is None:
        return _surface(verb, frame)
    if not _asserts(content, frame) or _is_of_noun_before(content, verb) or _ends_before(content, verb):
        return None
    said = _with_conjuncts(verb, content)
    if is_passive(verb):
        return passive(verb, frame, said)
    speaker = speaking_subject(verb, frame)
    if speaker is None or is_as_clause(verb):
        return None
    return saying(frame, verb, speaker, said, "verb+that")


def _complement(verb: Token) -> Token | None:
    """The clause that is its object; not "Rana, *who* chairs the board, told us", which the parser may hang there."""
    return next((c for c in children(verb, "ccomp") if c.i > verb.i or not _is_relative(c)), None)


def _ends_before(content: Token, verb: Token) -> bool:
    """ "It opened in April. Bankers assume a rate": a full stop, and no quotation mark behind it, parts the two."""
    who = first(verb, *clause.SUBJECTS)
    if who is None or not content.i < who.i < verb.i:
        return False
    start = who.left_edge.i
    return start > verb.sent.start and verb.doc[start - 1].text == "."


def _is_relative(content: Token) -> bool:
    return any(c.lower_ in WHO for c in children(content, *clause.SUBJECTS))


def _with_conjuncts(verb: Token, content: Token) -> list[Token]:
    """The clause, and a second "and that …" which the parser hung on the verb of saying."""
    more = [c for c in children(verb, "conj", "parataxis") if c.i > content.i and _has_that(c)]
    apart = [c for c in children(verb, "ccomp") if c.i > content.i and _has_that(c) and not children(c, "cc")]
    more += apart  # "say that it is over, that nothing can be done"
    words = {t.i: t for c in (content, *more) for t in tokens(c, _authors_own(c))}
    return [words[i] for i in sorted(words)]


def _authors_own(content: Token) -> list[Token]:
    """What goes on without "that" after a that-clause, with a subject of its own, is the author's again:
    "Critics say that it is costly, and they are half right."; so is a comment: "…, which is true of any tax."."""
    comments = clause.comments(content)
    if not _has_that(content):
        return comments
    own = [c for c in children(content, "conj") if first(c, *clause.SUBJECTS, "expl") and not _has_that(c)]
    return [*comments, *(c for c in own if children(c, "cc") and clause.after_comma(c))]


def _that_conjunct(verb: Token) -> Token | None:
    """ "acknowledged, privately, that …", where the parser took the clause for a conjunct."""
    return next((c for c in children(verb, "conj") if _has_that(c) and not children(c, "cc")), None)


def _under_hearer(verb: Token, frame: Frame) -> Token | None:
    """ "told the assembly that …", where the parser hung the clause on the assembly."""
    told = first(verb, "iobj", "obj") if "hearer" in frame.takes else None
    return next((c for c in children(told, "acl") if _has_that(c)), None) if told is not None else None


def _is_of_noun_before(content: Token, verb: Token) -> bool:
    """ "In the same week that it shut the library, the council found the cash": the clause tells which week."""
    that = next((c for c in children(content, "mark") if c.lower_ == "that"), None)
    before = that.nbor(-1) if that is not None and that.i > that.sent.start else None
    return before is not None and content.i < verb.i and before.pos_ in {"NOUN", "PROPN"}


def _has_that(content: Token) -> bool:
    return any(c.lower_ == "that" for c in children(content, "mark"))


def _surface(verb: Token, frame: Frame) -> Saying | None:
    """A verb of saying and, soon after it, "that …" which the parser hung on something else: on the hearer, on
    "last week", or took for a noun phrase."""
    speaker = speaking_subject(verb, frame)
    if "that" not in frame.takes or speaker is None or is_passive(verb) or verb.dep_ == "acl:relcl":
        return None
    near = verb.doc[verb.i + 1 : min(verb.i + NEAR, verb.sent.end)]
    that = next((t for t in near if t.lower_ == "that"), None)
    if that is None or not all(t.is_ancestor(that) or verb.is_ancestor(t) for t in near if t.i < that.i):
        return None
    top = that
    while top.head != top and top.head.left_edge.i == that.i:
        top = top.head
    words = [t for t in tokens(top) if t.i > that.i]
    if that.tag_ == "DT" and not any(t.pos_ in {"VERB", "AUX"} for t in words):
        return None  # "denied that relief"
    hung = top.dep_ == "ccomp" and (
        top.head.pos_ == "NOUN" or clause.is_thing(top.head)
    )  # "at its briefing that"
    clausal = hung or top.dep_ in SUBORDINATE or (top.dep_ == "obj" and that.i == verb.i + 1)
    return saying(frame, verb, speaker, words, "verb, then that") if len(words) >= 3 and clausal else None


def _asserts(content: Token, frame: Frame) -> bool:
    """A declarative clause, not "asked whether" or "explained how"."""
    opens = min(
        (t for t in content.subtree if not t.is_punct and not t.is_space), key=lambda t: t.i, default=content
    )
    bare = content.pos_ in {"ADJ", "NOUN"} and not children(content, "cop", "aux", "mark", *clause.SUBJECTS)
    if opens.lower_ == "because" or (
        bare and opens.text not in clause.QUOTE_MARKS and content.i > content.head.i
    ):
        return False  # "found the firm guilty"
    if "wh" in frame.takes or opens.lower_ not in clause.INTERROGATIVES or children(opens, "acl:relcl"):
        return True  # "what remains, says the chamber, is little": a thing, no question
    if opens.lower_ in ASKS:
        return False
    while opens != content:  # "when the rains come" inside the content is no question
        if opens.dep_ in clause.CLAUSES:
            return True
        opens = opens.head
    return False
