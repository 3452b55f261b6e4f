"""Verbs of saying with a clause, on the parse: who said that what. Each pattern is one function and names its rule."""

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from pipeline.stages.attribution import clause, frames
from pipeline.stages.attribution.clause import children, first, is_passive, subject, tokens
from pipeline.stages.attribution.complements import infinitive, naming, rejecting
from pipeline.stages.attribution.found import Saying, saying
from pipeline.stages.attribution.frames import Frame
from pipeline.stages.attribution.voices import DEMONSTRATIVES, can_show, speaking_subject

SET_PHRASES = frozenset(
    {"needless to", "is to", "'s to", "’s to", "let us", "let 's", "let ’s", "let me", "it to", "so to"}
)
SUPPOSING = frozenset({"considering", "assuming", "supposing", "granted", "imagining"})
DUTY = frozenset({"must", "should", "need", "ought"})


def find(doc: Doc) -> Iterator[Saying]:
    """Every saying that a verb of the table makes, in text order of the verbs."""
    for verb in doc:
        if verb.pos_ not in {"VERB", "AUX", "NOUN", "ADJ"} or _set_phrase(verb):
            continue
        frame = frames.verb(verb.lemma_.lower(), _companions(verb), verb.lower_)
        if frame is None or (verb.pos_ in {"NOUN", "ADJ"} and not children(verb, "ccomp")):
            continue
        found = (pattern(verb, frame) for pattern in PATTERNS)
        yield from [one for one in found if one is not None][:1]


def _companions(verb: Token) -> list[str]:
    """Words that may belong to the verb: particles, and the prepositions of its obliques ("call on")."""
    near = children(verb, "compound:prt", "advmod", "obl", "mark", "case")
    words = [c.lower_ for c in near if c.i > verb.i]
    cases = [g.lower_ for c in children(verb, "obl", "advcl", "ccomp") for g in children(c, "case", "mark")]
    return words + cases


def _set_phrase(verb: Token) -> bool:
    """ "needless to say", "that is to say", "let us say", "goes without saying", "assuming that"."""
    if verb.i >= 1 and verb.nbor(-1).lower_ == "without":
        return True
    if verb.lower_ in SUPPOSING and verb.dep_ == "advcl":
        return True
    if verb.lemma_ != "say" or verb.i < 2:
        return False
    return f"{verb.nbor(-2).lower_} {verb.nbor(-1).lower_}" in SET_PHRASES


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
        return _passive(verb, frame, said)
    speaker = speaking_subject(verb, frame)
    if speaker is None or _is_as_clause(verb):
        return None
    return saying(frame, verb, speaker, said, "verb+that")


def _with_conjuncts(verb: Token, content: Token) -> list[Token]:
    """The clause, and a second "and that …" which the parser hung on the verb of saying."""
    more = [c for c in children(verb, "conj") if c.i > content.i and _has_that(c)]
    words = {t.i: t for c in more for t in tokens(c)}
    return sorted({**{t.i: t for t in tokens(content)}, **words}.values(), key=lambda t: t.i)


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
    """A verb of saying and "that …" which the parser did not see as a clause."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    speaker = speaking_subject(verb, frame)
    if after.lower_ != "that" or "that" not in frame.takes or speaker is None or is_passive(verb):
        return None
    for child in children(verb, "obj", "parataxis", "obl", "dep"):
        words = [t for t in tokens(child) if t.i > after.i]
        if child.i > after.i and after.i == child.left_edge.i and len(words) >= 3:
            return saying(frame, verb, speaker, words, "verb, then that")
    return None


def _asserts(content: Token, frame: Frame) -> bool:
    """A declarative clause, not "asked whether" or "explained how"."""
    opens = next((t for t in content.subtree if not t.is_punct and not t.is_space), content)
    if opens.lower_ == "because":
        return False
    if "wh" in frame.takes or opens.lower_ not in clause.INTERROGATIVES:
        return True
    while opens != content:  # "when the rains come" inside the content is no question
        if opens.dep_ in clause.CLAUSES:
            return True
        opens = opens.head
    return False


def _passive(verb: Token, frame: Frame, said: list[Token]) -> Saying | None:
    """ "It is said that", "we are told that", "I was told by X that", "it must be said that"."""
    by = clause.agent(verb)
    if by is not None:
        return saying(frame, verb, by, said, "passive+that")
    if any(c.lower_ in DUTY for c in children(verb, "aux")):
        return saying(frame, verb, None, said, "duty+that", "author")
    return saying(frame, verb, None, said, "passive+that", "generic")


def impersonal(verb: Token, frame: Frame) -> Saying | None:
    """ "It is said that …" where the clause is the subject."""
    content = first(verb, "csubj:pass", "csubj")
    if content is None or content.i < verb.i or not is_passive(verb) or not frame.takes & {"that", "passive"}:
        return None
    return _passive(verb, frame, tokens(content))


def interrupting(verb: Token, frame: Frame) -> Saying | None:
    """ "The troubles, the auditors concluded, began early", where the parser made the saying the main clause."""
    left = [c for c in children(verb, *clause.SUBJECTS) if c.i < verb.i]
    rest = next((c for c in children(verb, "conj", "ccomp", "parataxis") if c.i > verb.i), None)
    if len(left) != 2 or rest is None or children(rest, "cc", *clause.SUBJECTS) or "that" not in frame.takes:
        return None
    if left[1].left_edge.i == 0 or left[1].left_edge.nbor(-1).text != ",":
        return None
    return saying(frame, verb, left[1], [*tokens(left[0]), *tokens(rest)], "verb between")


def beside(verb: Token, frame: Frame) -> Saying | None:
    """ "…, said X" and "…, X says, …" where the saying hangs on the content, or the content on it."""
    if not frame.takes & {"quote", "that"} or is_passive(verb):
        return None
    speaker = speaking_subject(verb, frame)
    busy = [c for c in children(verb, "obj", "xcomp") if c != speaker]
    if speaker is None or (busy and "hearer" not in frame.takes):
        return None
    if verb.dep_ == "parataxis":
        return saying(frame, verb, speaker, tokens(verb.head, [verb]), "verb beside")
    content = next((c for c in children(verb, "parataxis") if c.i > verb.i and subject(c) is not None), None)
    if content is None or "quote" not in frame.takes or not _announced(verb, content):
        return None
    return saying(frame, verb, speaker, tokens(content), "verb+colon")


def _announced(verb: Token, content: Token) -> bool:
    """A colon or quotation mark stands between the verb and what hangs on it."""
    between = verb.doc[verb.i + 1 : content.i]
    return any(t.text == ":" or t.text in clause.QUOTE_MARKS for t in between)


def as_clause(verb: Token, frame: Frame) -> Saying | None:
    """ "As surveys show, …", "…, as the minister put it", "as noted by the bank"."""
    if not _is_as_clause(verb) or verb.head == verb or not frame.takes & {"that", "as-it"}:
        return None
    thing = first(verb, "obj")
    complete = thing is None or thing.lower_ == "it" or "hearer" in frame.takes
    if not complete or ("as-it" in frame.takes and thing is None):
        return None
    speaker = clause.agent(verb) if is_passive(verb) else first(verb, *clause.SUBJECTS)
    if speaker is None or speaker.lower_ in DEMONSTRATIVES or speaker.lower_ == "it":
        return None
    if frame.evidence and not can_show(speaker):
        return None
    return saying(frame, verb, speaker, tokens(clause.around(verb.head), [verb]), "as-clause")


def _is_as_clause(verb: Token) -> bool:
    if verb.dep_ not in {"advcl", "parataxis", "acl"}:
        return False
    links = [c for c in children(verb, "mark", "advmod", "case") if c.lower_ == "as" and c.i < verb.i]
    before = links[0].nbor(-1).lower_ if links and links[0].i else ""
    return bool(links) and before not in {"far", "long", "soon", "much"}


PATTERNS: tuple[Callable[[Token, Frame], Saying | None], ...] = (
    as_clause,
    interrupting,
    that_clause,
    impersonal,
    rejecting,
    naming,
    infinitive,
    beside,
)
