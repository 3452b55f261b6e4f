"""Phrases of saying: "according to X", "in X's view", "by some estimates", "if X is right"."""

from collections.abc import Iterator

from pipeline import lexicon
from pipeline.plain import Doc, Token
from pipeline.stages.attribution import clause, frames
from pipeline.stages.attribution.clause import children, first, marked, tokens
from pipeline.stages.attribution.frames import Frame
from pipeline.stages.attribution.possible_speakers import can_show
from pipeline.stages.attribution.saying import Saying, named

ANYBODY = frozenset({"you", "we", "one"})

ACCORDING = Frame("according to", "neutral", False)


def find(doc: Doc) -> Iterator[Saying]:
    for token in doc:
        made = according(token) or phrase(token) or adverb(token) or trusted(token)
        if made is not None:
            yield made


def according(token: Token) -> Saying | None:
    """`token` is "according" in "according to X": UD hangs it on X as case, other parsers on the clause."""
    if token.lower_ != "according":
        return None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is None or after.lower_ != "to":
        return None
    speaker = token.head if token.dep_ in {"case", "mark", "fixed"} else _governed(token)
    if speaker is None or speaker == token or speaker.i < token.i:
        return None
    if speaker.lemma_.lower() in lexicon.column("norms", "lemma") and not _is_read(speaker):
        return None
    top = token if token.dep_ not in {"case", "mark", "fixed"} else speaker
    said = _whole(clause.around(top.head), top)
    content = tokens(said, [top])
    before = [t for t in content if t.i < token.i]
    whole = said.i < token.i  # not "The fund was, according to her, looted"
    if whole and any(t.pos_ in {"VERB", "AUX"} for t in before):  # behind its clause: what follows is another
        content = before[:-1] if before[-1].text == "," else before
    return named(ACCORDING, content, [token, after], speaker, "according to")


def _whole(said: Token, top: Token) -> Token:
    """Where the phrase ends the sentence all that its subject does: "It lost $3m and won two, according to her"."""
    end = top.right_edge.i + 1
    ends = end >= top.sent.end or top.doc[end].text in {".", ";"}
    while (
        ends and said.dep_ == "conj" and said.head.i < said.i and not children(said, *clause.SUBJECTS, "expl")
    ):
        said = said.head
    return said


def _is_read(noun: Token) -> bool:
    """ "according to the plan" reads it, "according to plan" follows it."""
    determined = any(c.dep_ in {"det", "nmod:poss"} for c in noun.children)
    return noun.lemma_.lower() in frames.speaker_types() and determined


def _governed(token: Token) -> Token | None:
    return first(token, "obl", "nmod", "obj", "pobj")


def phrase(token: Token) -> Saying | None:
    """ "in the minister's view", "by some estimates", "to my mind"."""
    if token.pos_ not in {"NOUN", "VERB"} or token.dep_ in {"nsubj", "obj"}:
        return None
    case = next((c for c in children(token, "case", "mark") if c.i < token.i), None)
    if case is None:
        return None
    known = frames.phrases()
    frame = known.get((case.lower_, token.lemma_.lower())) or known.get((case.lower_, token.lower_))
    if frame is None:
        return None
    if (frame.lemma, case.lower_) in frames.phrases_with("itself"):
        return _itself(token, case, frame)
    owner = first(token, "nmod:poss") or next((c for c in children(token, "nmod") if marked(c, "of")), None)
    if not (owner or _some(token)) or (token.dep_ == "nmod" and owner is None):
        return None
    if (frame.lemma, case.lower_) in frames.phrases_with("quoted") and not _has_quote(token):
        return None  # "in the language of the plan", of a mere term
    if (frame.lemma, case.lower_) in frames.phrases_with("aside") and not _is_set_off(case):
        return None
    kind = None if owner is not None else "generic"
    return named(frame, _said_beside(token, case), [case, token], owner, "phrase of saying", kind)


def _itself(token: Token, case: Token, frame: Frame) -> Saying | None:
    """ "By its own sustainability report, …", "…, by the quotations that insurers gave us, …": a paper says so."""
    known = children(token, "det", "nmod:poss")
    if not known or not _is_set_off(case) or any(t.pos_ == "NUM" for t in token.lefts):
        return None
    return named(frame, _said_beside(token, case), [case], token, "phrase of saying")


def _has_quote(token: Token) -> bool:
    """Behind the phrase, or the comma that ends it, a quotation begins."""
    behind = token.doc[token.right_edge.i : token.right_edge.i + 3]
    return any(t.text in clause.QUOTE_MARKS for t in behind)


def _said_beside(token: Token, case: Token) -> list[Token]:
    """The clause around the phrase; where the parser took it for the root ("The budget was, in her words, a joke") the
    sentence around it."""
    if token.head == token:
        inside = range(case.i, token.i + 1)
        return [t for t in tokens(token) if t.i not in inside] if _is_set_off(case) else []
    content = tokens(clause.around(token.head), [token])
    if case.i and case.nbor(-1).pos_ == "CCONJ":  # "…, and by its own reckoning …": only what follows
        return [t for t in content if t.i > token.i]
    return content


def adverb(token: Token) -> Saying | None:
    """ "reportedly", "allegedly"."""
    frame = frames.adverbs().get(token.lower_)
    if frame is None or token.dep_ != "advmod":
        return None
    content = tokens(clause.around(token.head), [token])
    return named(frame, content, [token], None, "adverb of saying", "generic")


def trusted(token: Token) -> Saying | None:
    """ "if the agents are right", "if the minister is to be believed": the rest is what they say."""
    frame = frames.phrases().get(("if", token.lemma_.lower()))
    if frame is None or token.dep_ != "advcl" or token.head == token or not marked(token, "if"):
        return None
    speaker, copula = first(token, *clause.SUBJECTS), first(token, "cop", "aux:pass")
    if speaker is not None and speaker.lower_ in ANYBODY and copula is None:
        speaker, copula = first(token, "obj"), token  # "if you believe the brochure"
    if speaker is None or copula is None or not can_show(speaker) or clause.is_negated(token, None):
        return None
    if copula != token and frames.speaker_types().get(speaker.lemma_.lower()) == "document":
        return None  # "if the estimates are right": the author reckons with them
    return named(
        frame,
        tokens(clause.around(token.head), [token]),
        list(dict.fromkeys([copula, token])),
        speaker,
        "if X is right",
    )


def _is_set_off(case: Token) -> bool:
    """At the head of its sentence, or after a comma or connective."""
    return case.i == case.sent.start or case.nbor(-1).pos_ in {"PUNCT", "CCONJ", "SCONJ"}


def _some(token: Token) -> bool:
    return any(c.lower_ in {"some", "most", "all", "many", "several"} for c in children(token, "det", "amod"))
