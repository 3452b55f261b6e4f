"""What a thing is called, put at or accused of: "called it shameful", "put the loss at $3m", "accused her of theft"."""

from pipeline.plain import Token
from pipeline.stages.attribution import clause
from pipeline.stages.attribution.clause import children, first, is_passive, marked
from pipeline.stages.attribution.complements import is_figure, joined, other_than_author, unmarked
from pipeline.stages.attribution.frames import Frame
from pipeline.stages.attribution.saying import Saying, saying

PREPOSITIONS = frozenset({"as", "of", "for", "with", "at"})


def naming(verb: Token, frame: Frame) -> Saying | None:
    """ "X called it shameful", "described the talks as fruitful", "accused her of stealing", "is seen as weak"."""
    named = _named(verb, frame)
    if named is None or any(c.tag_ == "MD" for c in children(verb, "aux")):
        return None  # "some will call this naive": nobody has yet
    thing = first(verb, "nsubj:pass") if is_passive(verb) else first(verb, "obj", "iobj")
    if thing is None and named.dep_ == "xcomp" and named.left_edge.i < named.i and not is_passive(verb):
        thing = named  # "called his arithmetic unhelpful", read as one phrase
    content = joined(thing, named) if thing not in (None, named) else unmarked(named)
    if is_passive(verb):
        by = clause.agent(verb)
        if by is None and "at" in frame.takes:
            return None  # "the bill was put at $3m": the author tells it
        return saying(frame, verb, by, content, "passive naming", None if by is not None else "generic")
    speaker = other_than_author(verb, frame)
    if speaker is None or thing is None or clause.is_negated(verb, speaker):
        return None
    return saying(frame, verb, speaker, content, "naming")


def _named(verb: Token, frame: Frame) -> Token | None:
    """The word that says what the thing is called, or what somebody is accused of."""
    links = frame.takes & PREPOSITIONS
    if "at" in links:
        return next((t for t in verb.subtree if t.i > verb.i and marked(t, "at") and is_figure(t)), None)
    after = [c for c in children(verb, "obl", "advcl", "xcomp", "ccomp", "obj", "iobj") if c.i > verb.i]
    if links and (found := next((c for c in after if marked(c, *links)), None)):
        return found if _is_predicate(found, links) else None
    if links and "as" not in links and (found := _under_object(verb, links)):
        return found
    if "obj" not in frame.takes or is_passive(verb):
        return None
    thing = first(verb, "obj")
    quoted = [c for c in children(thing, "appos") if _opens_quote(c)] if thing is not None else []
    if quoted and not _is_name(quoted[0]):  # called the report “a disgrace”
        return quoted[0]
    bare = [c for c in after if c.dep_ == "xcomp" and not marked(c, "to")]
    return next((c for c in bare if not _is_name(c)), None)


def _opens_quote(word: Token) -> bool:
    start = word.left_edge
    return start.text in clause.QUOTE_MARKS or (start.i > 0 and start.nbor(-1).text in clause.QUOTE_MARKS)


def _is_predicate(found: Token, links: frozenset[str]) -> bool:
    return "as" in links or found.pos_ in {"VERB", "NOUN"}


def _under_object(verb: Token, links: frozenset[str]) -> Token | None:
    """ "accused the government of wasting", where the parser hung the charge on the accused."""
    thing = first(verb, "obj")
    charges = [c for c in children(thing, "acl", "nmod") if marked(c, *links)] if thing is not None else []
    return charges[-1] if charges else None


def _is_name(word: Token) -> bool:
    """Giving a name is no judgement: "they called me The Poet", "called the gap “kind support”"."""
    bare = not children(word, "det", "nmod:poss") and _opens_quote(word)
    title = word.pos_ == "NOUN" and (word.text[:1].isupper() or (bare and word.tag_ == "NN"))
    return title or word.pos_ == "PROPN" or word.lower_ in {"that", "this", "so"}
