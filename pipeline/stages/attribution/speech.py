"""Verbs of saying, on the parse: who said that what. Each pattern is one function and names its rule."""

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from pipeline.stages.attribution import clause, frames
from pipeline.stages.attribution.clause import children, first, is_passive, marked, subject, tokens
from pipeline.stages.attribution.found import Saying, saying
from pipeline.stages.attribution.frames import Frame

DEMONSTRATIVES = frozenset({"this", "that", "these", "what", "there", "who", "whoever", "which"})
SET_PHRASES = frozenset(
    {"needless to", "is to", "'s to", "let us", "let 's", "let ’s", "let me", "it to", "so to"}
)


def find(doc: Doc) -> Iterator[Saying]:
    """Every saying that a verb of the table makes, in text order of the verbs."""
    for verb in doc:
        if verb.pos_ not in {"VERB", "AUX", "NOUN", "ADJ"} or _set_phrase(verb):
            continue
        frame = frames.verb(verb.lemma_.lower(), _companions(verb))
        if frame is None or (verb.pos_ in {"NOUN", "ADJ"} and not children(verb, "ccomp")):
            continue
        for pattern in PATTERNS:
            if made := pattern(verb, frame):
                yield made
                break


def _companions(verb: Token) -> list[str]:
    """Words that may belong to the verb: particles, and the prepositions of its obliques ("call on")."""
    near = children(verb, "compound:prt", "advmod", "obl", "mark", "case")
    words = [c.lower_ for c in near if c.i > verb.i]
    cases = [g.lower_ for c in children(verb, "obl", "advcl", "ccomp") for g in children(c, "case", "mark")]
    return words + cases


def _set_phrase(verb: Token) -> bool:
    """ "needless to say", "that is to say", "let us say", "goes without saying"."""
    if verb.i >= 1 and verb.nbor(-1).lower_ == "without":
        return True
    if verb.lemma_ != "say" or verb.i < 2:
        return False
    return f"{verb.nbor(-2).lower_} {verb.nbor(-1).lower_}" in SET_PHRASES


def _speaker(verb: Token, frame: Frame) -> Token | None:
    """The subject, if it is one that can speak."""
    found = subject(verb)
    if found is None or found.lower_ in DEMONSTRATIVES or found.dep_ == "expl":
        return None
    return None if frame.evidence and not can_show(found) else found


def can_show(speaker: Token) -> bool:
    """May this be the subject of "shows", "suggests", "found"? People and documents, not events."""
    if speaker.lemma_.lower() in frames.speaker_types() or speaker.lower_ in frames.FIRST_PERSON:
        return True
    return (
        speaker.pos_ == "PROPN"
        or (speaker.pos_ == "PRON" and speaker.lower_ != "it")
        or bool(speaker.ent_type_)
    )


def that_clause(verb: Token, frame: Frame) -> Saying | None:
    """ "X said that …", "said X …", and the quoted clause where the parser makes it a complement."""
    if not frame.takes & {"that", "quote", "wh"}:
        return None
    content = first(verb, "ccomp")
    if content is None or not _asserts(content, frame):
        return None
    if is_passive(verb):
        return _passive(verb, frame, content)
    speaker = _speaker(verb, frame)
    if speaker is None or _is_as_clause(verb):
        return None
    return saying(frame, verb, speaker, tokens(content), "verb+that")


def _asserts(content: Token, frame: Frame) -> bool:
    """A declarative clause, not "asked whether" or "explained how"."""
    opens = min(content.subtree, key=lambda t: t.i)
    while opens.is_punct and opens.i < content.i:
        opens = opens.nbor(1)
    question = opens.lower_ in clause.INTERROGATIVES and opens.dep_ in {
        "mark",
        "advmod",
        "obj",
        "nsubj",
        "det",
        "obl",
    }
    return not question or "wh" in frame.takes


def _passive(verb: Token, frame: Frame, content: Token) -> Saying | None:
    """ "It is said that", "we are told that", "I was told by X that"."""
    by = clause.agent(verb)
    if by is not None:
        return saying(frame, verb, by, tokens(content), "passive+that")
    if any(c.lower_ in {"must", "should", "need", "ought"} for c in children(verb, "aux")):
        return saying(frame, verb, None, tokens(content), "duty+that", "author")
    return saying(frame, verb, None, tokens(content), "passive+that", "generic")


def impersonal(verb: Token, frame: Frame) -> Saying | None:
    """ "It is said that …" where the clause is the subject."""
    content = first(verb, "csubj:pass", "csubj")
    if content is None or not is_passive(verb) or not frame.takes & {"that", "passive"}:
        return None
    return _passive(verb, frame, content) if content.i > verb.i else None


def beside(verb: Token, frame: Frame) -> Saying | None:
    """ "…, said X" and "…, X says, …" where the saying hangs on the content, or the content on it."""
    if "quote" not in frame.takes and "that" not in frame.takes:
        return None
    if (first(verb, "obj", "xcomp") is not None and "hearer" not in frame.takes) or is_passive(verb):
        return None
    speaker = _speaker(verb, frame)
    if speaker is None or speaker.sent != verb.sent:
        return None
    if verb.dep_ == "parataxis":
        return saying(frame, verb, speaker, tokens(verb.head, [verb]), "verb beside")
    content = next((c for c in children(verb, "parataxis") if c.i > verb.i and subject(c) is not None), None)
    if content is None or not _colon(verb, content):
        return None
    return saying(frame, verb, speaker, tokens(content), "verb+colon")


def _colon(verb: Token, content: Token) -> bool:
    start = min(t.i for t in content.subtree)
    return any(
        t.text in {":"} or t.text in clause.QUOTE_MARKS
        for t in verb.doc[verb.i + 1 : max(start + 1, content.i)]
    )


def as_clause(verb: Token, frame: Frame) -> Saying | None:
    """ "As surveys show, …", "…, as the minister put it", "as noted by the bank"."""
    if not _is_as_clause(verb) or verb.head is verb:
        return None
    thing = first(verb, "obj")
    if thing is not None and thing.lower_ not in {"it", "itself"} and "hearer" not in frame.takes:
        return None
    if ("as-it" in frame.takes) != (thing is not None) and "hearer" not in frame.takes:
        return None
    speaker = clause.agent(verb) if is_passive(verb) else subject_here(verb)
    if speaker is None or speaker.lower_ in DEMONSTRATIVES or speaker.lower_ == "it":
        return None
    if frame.evidence and not can_show(speaker):
        return None
    return saying(frame, verb, speaker, tokens(_clause_head(verb.head), [verb]), "as-clause")


def subject_here(verb: Token) -> Token | None:
    return first(verb, *clause.SUBJECTS)


def _is_as_clause(verb: Token) -> bool:
    if verb.dep_ not in {"advcl", "parataxis", "acl"}:
        return False
    return any(c.lower_ == "as" and c.i < verb.i for c in children(verb, "mark", "advmod", "case"))


def _clause_head(token: Token) -> Token:
    while token.dep_ not in clause.CLAUSES and token.head is not token:
        token = token.head
    return token


def infinitive(verb: Token, frame: Frame) -> Saying | None:
    """ "X vowed to rebuild", "denied bombing", "X urged Y to act", "Y is said to be ready"."""
    action = next(
        (c for c in children(verb, "xcomp", "ccomp", "advcl") if c.i > verb.i and c.pos_ != "PUNCT"), None
    )
    if action is None:
        return None
    if is_passive(verb):
        return _raised(verb, frame, action)
    speaker = _speaker(verb, frame)
    if speaker is None:
        return None
    told = next((c for c in children(verb, "obj", "iobj", "obl") if verb.i < c.i < action.i), None)
    if told is not None:
        fires = "obj-to" in frame.takes and marked(action, "to")
        return saying(frame, verb, speaker, _joined(told, action), "verb+object+to") if fires else None
    gerund = (
        action.tag_ == "VBG" and frame.stance in {"deny", "concede", "propose"} and action.dep_ != "advcl"
    )
    fires = gerund or ("to" in frame.takes and marked(action, "to") and action.dep_ == "xcomp")
    return saying(frame, verb, speaker, tokens(action), "verb+infinitive") if fires else None


def _raised(verb: Token, frame: Frame, action: Token) -> Saying | None:
    patient = first(verb, "nsubj:pass")
    by = clause.agent(verb)
    urged = "obj-to" in frame.takes and by is not None
    if action.dep_ != "xcomp" or not marked(action, "to") or not ("passive" in frame.takes or urged):
        return None
    content = _joined(patient, action) if patient is not None else tokens(action)
    return saying(frame, verb, by, content, "passive+to", None if by is not None else "generic")


def naming(verb: Token, frame: Frame) -> Saying | None:
    """ "X called it shameful", "described the talks as fruitful", "accused her of stealing", "is seen as weak"."""
    words = sorted(frame.takes & {"as", "of", "for", "with"})
    named = next(
        (
            c
            for c in children(verb, "obl", "advcl", "xcomp", "ccomp", "obj")
            if c.i > verb.i and words and marked(c, *words)
        ),
        None,
    )
    if named is None and "obj" in frame.takes and not is_passive(verb):
        named = next((c for c in children(verb, "xcomp") if c.i > verb.i and not marked(c, "to")), None)
    if named is None or ("as" not in frame.takes and not _is_predicate(named, frame)):
        return None
    thing = first(verb, "nsubj:pass") if is_passive(verb) else first(verb, "obj", "iobj")
    content = _joined(thing, named) if thing is not None else _unmarked(named)
    if is_passive(verb):
        by = clause.agent(verb)
        return saying(frame, verb, by, content, "passive naming", None if by is not None else "generic")
    speaker = _speaker(verb, frame)
    if speaker is None or thing is None:
        return None
    return saying(frame, verb, speaker, content, "naming")


def _is_predicate(named: Token, frame: Frame) -> bool:
    return "obj" in frame.takes or named.pos_ in {"VERB", "NOUN"}


def _unmarked(root: Token) -> list[Token]:
    return tokens(root, children(root, "case", "mark"))


def _joined(thing: Token, action: Token) -> list[Token]:
    """The words of an object and of what is said of it, without what stands between: two fragments."""
    return sorted([*clause.noun_phrase(thing), *_unmarked(action)], key=lambda t: t.i)


def rejecting(verb: Token, frame: Frame) -> Saying | None:
    """ "X rejected the claim that …": the holder of the claim is unknown, X says no to it."""
    thing = first(verb, "obj", "nsubj:pass")
    if "noun" not in frame.takes or thing is None or thing.lemma_.lower() not in frames.nouns():
        return None
    content = first(thing, "acl", "ccomp", "acl:relcl")
    speaker = clause.agent(verb) if is_passive(verb) else _speaker(verb, frame)
    if content is None or speaker is None or not marked(content, "that"):
        return None
    return saying(frame, verb, speaker, tokens(content), "verb+noun+that")


PATTERNS: tuple[Callable[[Token, Frame], Saying | None], ...] = (
    as_clause,
    that_clause,
    impersonal,
    rejecting,
    naming,
    infinitive,
    beside,
)
