"""Where a clause opens that is joined to another by "and", "but" or a comma (relation conj). Rulings:
corpus/GUIDELINES.md, 2; table: transitive_verbs.
"""

from pipeline.lexicon import column
from pipeline.plain import Token
from pipeline.stages.claims.appositives import is_measure
from pipeline.stages.claims.frame import frame_of
from pipeline.stages.claims.link import Link
from pipeline.stages.claims.tree import (
    NOMINAL,
    base,
    child,
    is_finite,
    is_predicate,
    is_set_off,
    mark_of,
    subject_of,
    subtree,
    word_before,
)


def coordinated(token: Token, head: Token, cues: frozenset[int]) -> Link | None:
    """`… and the mill closed`, `closed the mill and sold the land`; half of an "or" is no claim."""
    cc = child(token, "cc")
    if cc is not None and cc.lower_ in ("or", "let"):
        return None  # neither half of "act or lose jobs" is asserted, nor what follows "let alone"
    below = [
        one for one in token.lefts if base(one) == "advcl" and cc is not None and one.left_edge.i == cc.i + 1
    ]
    if any(mark_of(one) in ("if", "unless") for one in (token, *below)) and subject_of(token) is None:
        return None  # a second condition
    if mark_of(token) in ("if", "unless") or is_its_outcome(token, head):
        return None
    if cc is None and is_measure(token) and not any(one.pos_ == "ADP" for one in token.subtree):
        return Link("appositive", "elaborates")
    contrast = cc is not None and cc.lower_ == "but"
    link = Link("conj", "contrast_with" if contrast else "conjunct_of")
    if token.head.i == head.i:
        if _is_pair(head, token):
            return None
        if is_predicate(token):
            return link
        alike = (child(token, "case") is None) == (child(head, "case") is None)  # not "right, but in a sense"
        told = contrast and alike and child(head, "cop") is not None
        return Link("contrast", "contrast_with") if told else None
    if _is_stray(token):
        return link
    if token.tag_ == head.tag_ == "VBG" != token.head.tag_:
        return link  # "helping to reclaim land and saving lives"
    inside = token.head in frame_of(head).chain[1:] or (
        base(token.head) == "xcomp" and token.head.pos_ == "VERB"
    )
    has_more = any(base(one) in ("obj", "obl", "xcomp", "ccomp") for one in token.children)
    return Link("inner_conj", "conjunct_of") if inside and token.pos_ == "VERB" and has_more else None


def is_its_outcome(token: Token, head: Token) -> bool:
    """ "Break a leg and *you are uninsured*": what follows if one does what the imperative says (a pseudo-imperative:
    Huddleston and Pullum 2002, 10.9.5)."""
    cc = child(token, "cc")
    told = head.tag_ == "VB" and base(head) == "root" and subject_of(head) is None
    helped = any(base(one) in ("aux", "mark") for one in head.children)
    joined = base(token) == "conj" and token.head == head and cc is not None and cc.lower_ in ("and", "or")
    first = head.i == min(subtree(head)) or head.doc[min(subtree(head))].pos_ not in ("NOUN", "PROPN", "PRON")
    return told and not helped and joined and first and is_finite(token) and subject_of(token) is not None


def _is_pair(first: Token, second: Token) -> bool:
    """`owns or limits the rent`, `understand and work with its rules`: two verbs side by side that share an object are
    one predicate, wherever the parser hung it."""
    between = first.doc[first.i + 1 : second.i]
    words = [one for one in between if not _is_stranded(one, first)]
    if len(words) > 2 or any(base(one) not in ("cc", "advmod") for one in words):
        return False
    shared = child(first, "obj")
    if shared is not None:
        return shared.i > second.i
    lacks = first.lemma_.lower() in column("transitive_verbs", "lemma") or len(words) < len(between)
    passive = any(one.dep_ in ("aux:pass", "nsubj:pass") for one in first.children)
    takes = child(second, "obj") is not None or any(
        one.dep_ == "obl" and one.left_edge.i == second.i + 1 for one in second.rights
    )
    return lacks and takes and not passive and child(first, "ccomp", "xcomp") is None


def _is_stranded(word: Token, verb: Token) -> bool:
    """The "to" of "listen to and learn from"."""
    return word.pos_ == "ADP" and word.i == verb.i + 1 and base(word) in ("obl", "case", "advmod", "mark")


def _is_stray(token: Token) -> bool:
    """A finite verb that the parser joined to a noun, or with a subject of its own to a verb deep inside: English
    coordinates like with like, so it belongs to the clause."""
    if token.tag_ not in ("VBZ", "VBD", "VBP") or token.pos_ != "VERB":
        return False
    before = word_before(token.doc, min(subtree(token)))
    set_off = is_set_off(token) or (before is not None and before.lower_ in ("and", "but", "or"))
    thing = token.head.pos_ in NOMINAL or (token.head.pos_ == "ADJ" and child(token.head, "det") is not None)
    return thing or (subject_of(token) is not None and set_off)
