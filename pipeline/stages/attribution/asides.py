"""Sayings that stand beside or between what is said: "…, said X", "…, X says, …", "as X put it"."""

from pipeline.plain import Token
from pipeline.stages.attribution import clause
from pipeline.stages.attribution.clause import children, first, is_passive, marked, subject, tokens
from pipeline.stages.attribution.frames import FIRST_PERSON, Frame, helpers
from pipeline.stages.attribution.passives import passive
from pipeline.stages.attribution.possible_speakers import DEMONSTRATIVES, can_show, is_torn, speaking_subject
from pipeline.stages.attribution.saying import Saying, saying

HEARERS = frozenset({"me", "us", "them", "him", "her", "you"})


def beside(verb: Token, frame: Frame) -> Saying | None:
    """ "…, said X" and "…, X says, …" where the saying hangs on the content, or the content on it."""
    if not frame.takes & {"quote", "that"}:
        return None
    aside = verb.dep_ == "parataxis" and verb.head != verb and not _is_resumed(verb)
    if is_passive(verb):
        return passive(verb, frame, _said_around(verb)) if aside and _is_short(verb) else None
    speaker = speaking_subject(verb, frame)
    if speaker is None or not ("that" in frame.takes or can_show(speaker)):
        return None  # "…, the war continued": only those who can speak
    busy = [c for c in children(verb, "obj", "xcomp") if c != speaker and not is_torn(speaker, c)]
    if aside and not (busy and "hearer" not in frame.takes and busy[0].lower_ not in HEARERS):
        return saying(frame, verb, speaker, _said_around(verb), "verb beside")
    content = next((c for c in children(verb, "parataxis") if c.i > verb.i and _is_full(c, verb)), None)
    ours = bool(busy) and speaker.lower_ in FIRST_PERSON  # "I say it without joy: …"
    if content is None or ours or "quote" not in frame.takes or not _announced(verb, content):
        return None
    return saying(frame, verb, speaker, tokens(content), "verb+colon")


def _is_full(content: Token, verb: Token) -> bool:
    """It has a subject, or spells out "what it will do: cut services"."""
    asked = first(verb, "ccomp")
    return subject(content) is not None or (asked is not None and asked.left_edge.lower_ in {"what", "how"})


def _is_resumed(verb: Token) -> bool:
    """ "…; you said so twice": not set off, but a sentence of its own."""
    start = verb.left_edge
    before = start.nbor(-1).text if start.i else ""
    return before in {";", ":"} or start.text in {";", ":"}


def _is_short(verb: Token) -> bool:
    """ "I am told", "it is said": nothing behind it."""
    return not children(verb, "ccomp", "xcomp", "obj", "advcl")


def _said_around(verb: Token) -> list[Token]:
    """The clause that the saying hangs on. What an "and" adds behind the saying, with a subject of its own, is the
    author's again: "It will pay, say the optimists, and they have a point"."""
    content = verb.head
    said = tokens(content, [verb, *clause.comments(content)])
    added = [c for c in children(content, "conj") if c.i > verb.i > content.i and _stands_alone(c, verb)]
    end = min((c.left_edge.i for c in added), default=None)
    said = [t for t in said if end is None or t.i < end]
    while said and (said[-1].is_space or said[-1].text in clause.EDGES or said[-1].dep_ == "cc"):
        said.pop()
    return said


def _stands_alone(added: Token, verb: Token) -> bool:
    has_subject = bool(children(added, *clause.SUBJECTS, "expl", "csubj"))
    return has_subject and verb.right_edge.i < added.left_edge.i


def _announced(verb: Token, content: Token) -> bool:
    """A colon or quotation mark stands between the verb and what hangs on it."""
    between = verb.doc[verb.i + 1 : content.i]
    return any(t.text == ":" or t.text in clause.QUOTE_MARKS for t in between)


def as_clause(verb: Token, frame: Frame) -> Saying | None:
    """ "As surveys show, …", "…, as the minister put it", "as noted by the bank"."""
    top = _helper(verb) or verb
    if not is_as_clause(top) or top.head == top or not frame.takes & {"that", "as-it"}:
        return None
    thing = first(verb, "obj")
    complete = thing is None or thing.lower_ == "it" or "hearer" in frame.takes
    if not complete or ("as-it" in frame.takes and thing is None):
        return None
    speaker = (
        clause.agent(verb)
        if is_passive(verb)
        else first(verb, *clause.SUBJECTS) or first(top, *clause.SUBJECTS)
    )
    if speaker is None or speaker.lower_ in DEMONSTRATIVES or speaker.lower_ == "it":
        return None
    if (frame.evidence and not can_show(speaker)) or _in_condition(verb):
        return None
    return saying(frame, verb, speaker, tokens(clause.around(top.head), [top]), "as-clause")


def _helper(verb: Token) -> Token | None:
    """ "as she *likes* to say", "as they *keep* telling me"."""
    said = verb.dep_ in {"xcomp", "ccomp"} and helpers().get(verb.head.lemma_.lower())
    return verb.head if said else None


def _in_condition(verb: Token) -> bool:
    """ "If the law passes, as he promised, …": he promised the condition, and nobody asserts that."""
    start = verb.left_edge
    before = next((t for t in reversed(verb.doc[verb.sent.start : start.i]) if not t.is_punct), None)
    holder = clause.around(before) if before is not None else None
    for _ in range(clause.DEEPEST):
        if holder is not None and is_inverted(holder):
            return verb.right_edge.i + 2 < verb.sent.end
        if holder is None or holder.head == holder:
            return False
        if holder.dep_ == "advcl" and marked(holder, "if", "unless"):
            return holder.i < verb.i < holder.head.i or holder == verb.head
        holder = clause.around(holder.head)
    return False


def is_inverted(verb: Token) -> bool:
    """ "had Riyadh imported grain"."""
    helper = next((c for c in children(verb, "aux", "cop") if c.lower_ in {"had", "were", "should"}), None)
    who = first(verb, *clause.SUBJECTS)
    return helper is not None and who is not None and helper.i < who.i


def is_as_clause(verb: Token) -> bool:
    """ "as surveys show", "as noted by the bank"; not "as far as I know", "quoted as saying"."""
    if verb.dep_ not in {"advcl", "parataxis", "acl"}:
        return False
    links = [c for c in children(verb, "mark", "advmod", "case") if c.lower_ == "as" and c.i < verb.i]
    before = links[0].nbor(-1).lower_ if links and links[0].i else ""
    finite = is_passive(verb) or first(verb, *clause.SUBJECTS) is not None  # not "quoted as saying"
    return bool(links) and finite and before not in {"far", "long", "soon", "much"}
