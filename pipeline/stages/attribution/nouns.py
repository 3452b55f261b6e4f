"""Nouns of saying: "the claim that …", "X's warning that …", "X made the claim that …"."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline import lexicon
from pipeline.plain import Doc, Token
from pipeline.stages.attribution import clause, frames
from pipeline.stages.attribution.clause import children, first, marked, tokens
from pipeline.stages.attribution.saying import Saying, named

NONE = frozenset({"no", "little", "any"})
CLAUSAL = (
    "acl",
    "ccomp",
    "acl:relcl",
    "parataxis",
    "appos",
)  # the last two behind a comma: "his view, that …, …"


def find(doc: Doc) -> Iterator[Saying]:
    for token in doc:
        made = claim(token)
        if made is not None:
            yield made


def claim(token: Token) -> Saying | None:
    """ "the claim that …", with its owner: X's, "by X", "from X", or the subject of "made the claim that"."""
    frame = frames.nouns().get(token.lemma_.lower())
    if frame is None or token.pos_ not in {"NOUN", "PROPN"}:
        return None
    content = next((c for c in children(token, *CLAUSAL) if c.i > token.i and _says(c)), None)
    content = content or _announced(token)
    denied = any(c.lower_ in NONE for c in children(token, "det"))
    if content is None or (denied and not frame.negates):
        return None  # "there is no evidence that"
    if denied:  # "has no doubt that"
        frame = replace(frame, negates=False, stance="assert")
    owner = _owner(token)
    kind = None if owner is not None else "generic"
    return named(frame, _without_that(content), [token], owner, "noun+that", kind)


def _announced(token: Token) -> Token | None:
    """ "The authors' conclusion: small classes pay", a headline within the sentence."""
    after = token.nbor(1) if token.i + 1 < token.sent.end else token
    if after.text != ":" or first(token, "nmod:poss") is None:
        return None
    clauses = children(token, "parataxis", "appos", "ccomp", "conj")
    return next((c for c in clauses if c.i > after.i and first(c, *clause.SUBJECTS) is not None), None)


def _says(content: Token) -> bool:
    """A full clause under "that", not a relative "the claim that he made": its own "that" is a mere mark."""
    opens = content.left_edge  # a parser may take this "that" for a determiner: "that crime doubled"
    marks = [c for c in children(content, "mark") if c.lower_ == "that"] or [opens] * (opens.dep_ == "det")
    return (
        bool(marks)
        and marks[0].lower_ == "that"
        and first(content, *clause.SUBJECTS, "expl", "csubj") is not None
    )


def _owner(token: Token) -> Token | None:
    own = first(token, "nmod:poss")
    if own is None:
        own = next((c for c in children(token, "nmod") if marked(c, "by", "from", "of", "among")), None)
    if own is None and first(token, "cop") is not None and marked(token, "of"):
        return clause.subject(token)  # "the bank is of the view that …"
    if own is None and token.dep_ == "ROOT" and not children(token, "det", "amod", "cop"):
        return first(token, "compound")  # a verb taken for a noun: "police estimate that …"
    if own is not None or token.dep_ not in {"obj", "obl", "nsubj:pass"}:
        return own
    verb = token.head
    if verb.lemma_ not in lexicon.column("support_verbs", "lemma"):
        return None
    if clause.is_passive(verb):
        return clause.agent(verb)
    found = clause.subject(verb)
    return None if found is not None and found.lower_ in {"this", "that", "it", "there", "which"} else found


def _without_that(content: Token) -> list[Token]:
    words = tokens(content)
    return words[1:] if words and words[0].lower_ == "that" else words
