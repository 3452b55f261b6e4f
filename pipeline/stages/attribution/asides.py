"""Sayings that stand beside or between what is said: "…, said X", "…, X says, …", "as X put it"."""

from spacy.tokens import Token

from pipeline.stages.attribution import clause
from pipeline.stages.attribution.clause import children, first, is_passive, subject, tokens
from pipeline.stages.attribution.found import Saying, saying
from pipeline.stages.attribution.frames import Frame
from pipeline.stages.attribution.voices import DEMONSTRATIVES, can_show, speaking_subject


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
    if not is_as_clause(verb) or verb.head == verb or not frame.takes & {"that", "as-it"}:
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


def is_as_clause(verb: Token) -> bool:
    if verb.dep_ not in {"advcl", "parataxis", "acl"}:
        return False
    links = [c for c in children(verb, "mark", "advmod", "case") if c.lower_ == "as" and c.i < verb.i]
    before = links[0].nbor(-1).lower_ if links and links[0].i else ""
    finite = is_passive(verb) or first(verb, *clause.SUBJECTS) is not None  # not "quoted as saying"
    return bool(links) and finite and before not in {"far", "long", "soon", "much"}
