"""Sayings whose content is no full clause: "claims to", "expects it to", "called it", "rejected the claim that"."""

from spacy.tokens import Token

from pipeline.stages.attribution import clause, frames
from pipeline.stages.attribution.clause import children, first, is_passive, marked, tokens
from pipeline.stages.attribution.found import Saying, saying
from pipeline.stages.attribution.frames import Frame
from pipeline.stages.attribution.phrase import noun_phrase
from pipeline.stages.attribution.voices import speaking_subject

PREPOSITIONS = frozenset({"as", "of", "for", "with", "at"})
GERUND_STANCES = frozenset({"deny", "concede", "propose"})


def infinitive(verb: Token, frame: Frame) -> Saying | None:
    """ "X claims to have won", "denied bombing", "expects orders to shrink", "Y is said to be ready"."""
    action = next((c for c in children(verb, "xcomp", "ccomp", "advcl") if c.i > verb.i), None)
    if action is None:
        return None
    if is_passive(verb):
        return _raised(verb, frame, action)
    to = marked(action, "to")
    told = next((c for c in children(verb, "obj", "iobj", "obl") if verb.i < c.i < action.i), None)
    if told is not None:
        speaker = speaking_subject(verb, frame)
        raises = to and "raise" in frame.takes and speaker is not None and told.dep_ != "obl"
        return saying(frame, verb, speaker, _joined(told, action), "verb+object+to") if raises else None
    speaker = _other_than_author(verb, frame)
    if speaker is None:
        return None
    gerund = _is_gerund(action) and frame.stance in GERUND_STANCES and action.dep_ != "advcl"
    if not gerund and not (to and "to" in frame.takes and action.dep_ == "xcomp"):
        return None
    return saying(frame, verb, speaker, _unmarked(action) if gerund else tokens(action), "verb+infinitive")


def _is_gerund(action: Token) -> bool:
    """ "denied bombing", "denied having bombed"."""
    return action.tag_ == "VBG" or any(c.tag_ == "VBG" for c in children(action, "aux", "aux:pass", "cop"))


def _raised(verb: Token, frame: Frame, action: Token) -> Saying | None:
    patient, by = first(verb, "nsubj:pass"), clause.agent(verb)
    if action.dep_ != "xcomp" or not marked(action, "to") or "passive" not in frame.takes:
        return None
    content = _joined(patient, action) if patient is not None else tokens(action)
    return saying(frame, verb, by, content, "passive+to", None if by is not None else "generic")


def figure(verb: Token, frame: Frame) -> Saying | None:
    """ "Bankers expect $20bn", "the plan forecast 300 jobs by May"."""
    thing = first(verb, "obj")
    if "figure" not in frame.takes or thing is None or is_passive(verb) or not _is_figure(thing):
        return None
    speaker = _other_than_author(verb, frame)
    if speaker is None or thing.i < verb.i:
        return None
    adjuncts = [c for c in children(verb, "obl", "obl:unmarked", "advmod") if c.i > thing.i]
    words = {t.i: t for top in (thing, *adjuncts) for t in tokens(top)}
    return saying(frame, verb, speaker, [words[i] for i in sorted(words)], "verb+figure")


def _other_than_author(verb: Token, frame: Frame) -> Token | None:
    """ "we ask farmers to grow" and "I called it Home" are the author's own words, not frames around them."""
    speaker = speaking_subject(verb, frame)
    return None if speaker is None or speaker.lower_ in frames.FIRST_PERSON else speaker


def naming(verb: Token, frame: Frame) -> Saying | None:
    """ "X called it shameful", "described the talks as fruitful", "accused her of stealing", "is seen as weak"."""
    named = _named(verb, frame)
    if named is None or any(c.tag_ == "MD" for c in children(verb, "aux")):
        return None  # "some will call this naive": nobody has yet
    thing = first(verb, "nsubj:pass") if is_passive(verb) else first(verb, "obj", "iobj")
    if thing is None and named.dep_ == "xcomp" and named.left_edge.i < named.i and not is_passive(verb):
        thing = named  # "called his arithmetic unhelpful", read as one phrase
    content = _joined(thing, named) if thing not in (None, named) else _unmarked(named)
    if is_passive(verb):
        by = clause.agent(verb)
        if by is None and "at" in frame.takes:
            return None  # "the bill was put at $3m": the author tells it
        return saying(frame, verb, by, content, "passive naming", None if by is not None else "generic")
    speaker = _other_than_author(verb, frame)
    if speaker is None or thing is None or clause.is_negated(verb, speaker):
        return None
    return saying(frame, verb, speaker, content, "naming")


def _named(verb: Token, frame: Frame) -> Token | None:
    """The word that says what the thing is called, or what somebody is accused of."""
    links = frame.takes & PREPOSITIONS
    if "at" in links:
        return next((t for t in verb.subtree if t.i > verb.i and marked(t, "at") and _is_figure(t)), None)
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


def _is_figure(token: Token) -> bool:
    """ "put the sum at Rs 316 crore", not "at the door"."""
    return any(t.pos_ in {"NUM", "SYM"} for t in token.subtree)


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


def rejecting(verb: Token, frame: Frame) -> Saying | None:
    """ "X rejected the claim that …": the holder of the claim is unknown, X says no to it."""
    thing = first(verb, "obj", "nsubj:pass")
    if "noun" not in frame.takes or thing is None or thing.lemma_.lower() not in frames.nouns():
        return None
    content = first(thing, "acl", "ccomp", "acl:relcl")
    speaker = clause.agent(verb) if is_passive(verb) else speaking_subject(verb, frame)
    if content is None or speaker is None or not marked(content, "that"):
        return None
    return saying(frame, verb, speaker, tokens(content), "verb+noun+that")


def _unmarked(root: Token) -> list[Token]:
    return tokens(root, [c for c in children(root, "case", "mark") if c.i < root.i])


def _joined(thing: Token, action: Token) -> list[Token]:
    """The words of an object and of what is said of it, without what stands between: two fragments."""
    if thing.lower_ in clause.RELATIVES and thing.i < action.head.i:
        return _unmarked(action)
    named = {t.i: t for t in [*noun_phrase(thing), *_unmarked(action)]}
    return [named[i] for i in sorted(named)]
