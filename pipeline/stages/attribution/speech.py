"""Verbs of saying with a clause, on the parse: who said that what. Each pattern is one function and names its rule."""

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from pipeline.stages.attribution import clause, frames
from pipeline.stages.attribution.asides import as_clause, beside, is_as_clause
from pipeline.stages.attribution.clause import children, first, is_passive, tokens
from pipeline.stages.attribution.complements import figure, infinitive, naming, rejecting
from pipeline.stages.attribution.found import Saying, saying
from pipeline.stages.attribution.frames import Frame
from pipeline.stages.attribution.passives import DUTY, impersonal, passive
from pipeline.stages.attribution.voices import speaking_subject

SET_PHRASES = frozenset(
    {"needless to", "is to", "'s to", "’s to", "let us", "let 's", "let ’s", "let me", "it to", "so to"}
)
SUPPOSING = frozenset({"considering", "assuming", "supposing", "granted", "imagining"})
UNDONE = frozenset({"could", "should", "would"})
ASKS = frozenset({"how", "why", "whether"})  # open a question wherever they stand: "how much it had cost"
NEAR = 7  # tokens
SUBORDINATE = frozenset({"acl:relcl", "acl", "parataxis", "advcl", "dep", "obl"})


def find(doc: Doc) -> Iterator[Saying]:
    """Every saying that a verb of the table makes, in text order of the verbs."""
    for verb in doc:
        if verb.pos_ not in {"VERB", "AUX", "NOUN", "ADJ"} or _set_phrase(verb) or _is_owed(verb):
            continue
        frame = frames.verb(verb.lemma_.lower(), _companions(verb), verb.lower_)
        if (
            frame is None
            or _is_another(verb, frame)
            or (verb.pos_ in {"NOUN", "ADJ"} and not children(verb, "ccomp"))
        ):
            continue
        found = (pattern(verb, frame) for pattern in PATTERNS)
        yield from [one for one in found if one is not None][:1]


def _companions(verb: Token) -> list[str]:
    """Words that may belong to the verb: particles, and the prepositions of its obliques ("call on")."""
    near = children(verb, "compound:prt", "advmod", "obl", "mark", "case")
    near += [c for c in children(verb, "obj", "iobj", "expl") if c.lower_ == "it"]  # "rumour has it that"
    near += [c for c in children(verb, "xcomp") if c.pos_ == "ADJ"]  # "made clear that"
    words = [c.lower_ for c in near if c.i > verb.i]
    cases = [g.lower_ for c in children(verb, "obl", "advcl", "ccomp") for g in children(c, "case", "mark")]
    return words + cases


def _is_another(verb: Token, frame: Frame) -> bool:
    """ "ruled out that" is not "ruled that": a particle makes another verb."""
    particle = first(verb, "compound:prt")
    return particle is not None and particle.i == verb.i + 1 and particle.lower_ not in frame.lemma.split()


def _set_phrase(verb: Token) -> bool:
    """ "needless to say", "that is to say", "let us say", "goes without saying", "assuming that"."""
    if verb.i >= 1 and verb.nbor(-1).lower_ == "without":
        return True
    if verb.lower_ in SUPPOSING and verb.dep_ == "advcl":
        return True
    if verb.lemma_ != "say" or verb.i < 2:
        return False
    return f"{verb.nbor(-2).lower_} {verb.nbor(-1).lower_}" in SET_PHRASES


def _is_owed(verb: Token) -> bool:
    """ "The law must say that …", "he refused to say that …": nobody has said it yet; "we must admit that …" the
    author does."""
    helper = frames.helpers().get(verb.head.lemma_.lower()) if verb.dep_ == "xcomp" else None
    if helper is False or (helper and any(c.lower_ == "yet" for c in verb.head.subtree if c.i < verb.i)):
        return True  # "refused to say", "has yet to say"
    helpers = {c.lower_ for c in children(verb, "aux")}
    owed = bool(helpers & DUTY) or (bool(helpers & UNDONE) and "have" in helpers)  # "could have said that"
    speaker = clause.subject(verb) if owed and not is_passive(verb) else None
    return speaker is not None and speaker.lower_ not in frames.FIRST_PERSON


def that_clause(verb: Token, frame: Frame) -> Saying | None:
    """ "X said that …", "said X …", and the quoted clause where the parser makes it a complement."""
    if not frame.takes & {"that", "quote", "wh"}:
        return None
    content = first(verb, "ccomp") or _under_hearer(verb, frame) or _that_conjunct(verb)
    if content is None:
        return _surface(verb, frame)
    if not _asserts(content, frame):
        return None
    said = _with_conjuncts(verb, content)
    if is_passive(verb):
        return passive(verb, frame, said)
    speaker = speaking_subject(verb, frame)
    if speaker is None or is_as_clause(verb):
        return None
    return saying(frame, verb, speaker, said, "verb+that")


def _with_conjuncts(verb: Token, content: Token) -> list[Token]:
    """The clause, and a second "and that …" which the parser hung on the verb of saying."""
    more = [c for c in children(verb, "conj", "parataxis") if c.i > content.i and _has_that(c)]
    words = {t.i: t for c in (content, *more) for t in tokens(c, _authors_own(c))}
    return [words[i] for i in sorted(words)]


def _authors_own(content: Token) -> list[Token]:
    """What goes on without "that" after a that-clause, with a subject of its own, is the author's again:
    "Critics say that it is costly, and they are half right."; so is a comment: "…, which is true of any tax."."""
    comments = [t for t in content.subtree if t.dep_ == "advcl:relcl" and clause.after_comma(t)]
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
    clausal = top.dep_ in SUBORDINATE or (top.dep_ == "obj" and that.i == verb.i + 1)
    return saying(frame, verb, speaker, words, "verb, then that") if len(words) >= 3 and clausal else None


def _asserts(content: Token, frame: Frame) -> bool:
    """A declarative clause, not "asked whether" or "explained how"."""
    opens = min(
        (t for t in content.subtree if not t.is_punct and not t.is_space), key=lambda t: t.i, default=content
    )
    bare = content.pos_ in {"ADJ", "NOUN"} and not children(content, "cop", "aux", "mark", *clause.SUBJECTS)
    if opens.lower_ == "because" or (
        bare and opens.text not in clause.QUOTE_MARKS and content.i > opens.head.i
    ):
        return False  # "found the firm guilty"
    if "wh" in frame.takes or opens.lower_ not in clause.INTERROGATIVES:
        return True
    if opens.lower_ in ASKS:
        return False
    while opens != content:  # "when the rains come" inside the content is no question
        if opens.dep_ in clause.CLAUSES:
            return True
        opens = opens.head
    return False


PATTERNS: tuple[Callable[[Token, Frame], Saying | None], ...] = (
    as_clause,
    that_clause,
    impersonal,
    rejecting,
    naming,
    infinitive,
    figure,
    beside,
)
