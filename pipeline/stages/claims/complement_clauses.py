"""Where a clause opens that is what somebody says, knows or expects, or what something is called (relations ccomp,
csubj, xcomp). Rulings: corpus/GUIDELINES.md, 2; table: factives.
"""

from pipeline.lexicon import column
from pipeline.plain import Token
from pipeline.stages.claims.link import Link
from pipeline.stages.claims.tree import (
    base,
    child,
    is_finite,
    is_infinitive,
    is_set_off,
    mark_of,
    subject_of,
    subtree,
)


def complement(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
    """`officials said that …`, `nobody knew that …`, `which …` behind a comma."""
    if token.head.i in cues:
        return Link("content")
    if not is_finite(token):
        return None
    if is_set_off(token) and any(token.doc[i].tag_ in ("WDT", "WP") for i in subtree(token)[:3]):
        return Link("relative", "elaborates")
    if not mark_of(token) and token.i > token.head.i:
        return Link("conj", "conjunct_of") if is_set_off(token) and subject_of(token) is not None else None
    factive = token.head.lemma_.lower() in column("factives", "lemma")
    return Link("factive", "content_of", stays=True) if factive else None


def clausal_subject(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
    """`it is widely believed that …`: what is said, though it is the subject of the saying."""
    return Link("content") if token.head.i in cues and is_finite(token) and token.i > token.head.i else None


def open_complement(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
    """`Rana is said to have left`, `the bank expects rents to fall`: what is said has the subject of the passive, or
    the object."""
    if is_named(token, cues) and not is_infinitive(token):
        return Link("small_clause")
    if token.head.i in cues and _is_gerund(token):
        return Link("content", "content_of", stays=True)  # "denied taking bribes": the denial is a claim, too
    passive = any(one.dep_ in ("aux:pass", "nsubj:pass") for one in token.head.children)
    said = passive or raised_object(token) is not None
    return Link("content") if token.head.i in cues and said and is_infinitive(token) else None


def _is_gerund(token: Token) -> bool:
    return token.tag_ == "VBG" or any(
        one.tag_ == "VBG" for one in token.children if base(one) in ("aux", "cop")
    )


def is_named(token: Token, cues: frozenset[int]) -> bool:
    """`called [the levy] unjust`, `put [the loss] at $3m`: said of the object of a verb of saying."""
    return token.head.i in cues and token.head.pos_ == "VERB" and raised_object(token) is not None


def raised_object(token: Token) -> Token | None:
    """The object before an infinitive that is its subject: "expects [rents] to fall"."""
    thing = child(token.head, "obj", "iobj")
    return thing if thing is not None and token.head.i < thing.i < token.i else None
