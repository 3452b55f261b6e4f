"""Clause head → the verb that carries the claim, and what the helpers above it do to its truth.

"The ministry failed to pay": the verb is `pay`, negated by "failed to". "It is imperative for Ruvia to save
water": the verb is `save`, its subject Ruvia, recommended. Tables: helper_verbs, extraposed.
"""

from dataclasses import dataclass, field

from pipeline.lexicon import by
from pipeline.plain import Token
from pipeline.stages.claims.tree import base, child, is_infinitive, subject_of


@dataclass
class Frame:
    """`verb` carries the claim; `chain` runs from the clause's head down to it; cues are lists of tokens.

    `subject` is set where it is not the clause's own; `subjectless`: what stands there is an expletive.
    `shared`: auxiliaries borrowed from the verb before ("can secure trade and [can] build peace").
    """

    verb: Token
    chain: list[Token]
    subject: Token | None = None
    subjectless: bool = False
    shared: list[Token] = field(default_factory=list)
    modality: tuple[str, list[Token]] | None = None
    negations: list[list[Token]] = field(default_factory=list)
    facets: list[str] = field(default_factory=list)
    rule: str = "head"


def frame_of(head: Token) -> Frame:
    """The frame of a clause by itself; see `shared_frame`."""
    frame = Frame(head, [head])
    if _let_us(frame) or _extraposed(frame):
        return frame
    for _ in range(4):  # "was expected to begin to pay": more helpers than this are a parser's mistake
        if not _helper(frame):
            break
    return frame


def shared_frame(head: Token, above: Token, borrowed: list[int]) -> Frame:
    """The frame of a verb that shares helpers with the one before it: "aims to boost trade and attract firms"."""
    frame = frame_of(head)
    if above != head and borrowed and head.head in (upper := frame_of(above)).chain[1:]:
        frame.modality = frame.modality or upper.modality
        frame.negations = [*upper.negations, *frame.negations]
        frame.facets = [*upper.facets, *frame.facets]
        if frame.rule != "let_us":  # "let them come, and let us be good hosts"
            frame.subject, frame.subjectless, frame.rule = upper.subject, upper.subjectless, upper.rule
    frame.shared = [head.doc[i] for i in borrowed if base(head.doc[i]) == "aux"]
    frame.modality = frame.modality or _expected(head, above)
    return frame


def _expected(head: Token, above: Token) -> tuple[str, list[Token]] | None:
    """`The bank expects rents to fall`: as predicted as where rents are expected to fall."""
    if head.head != above or base(head) != "xcomp" or not is_infinitive(head):
        return None
    rows = by("helper_verbs", "lemma").get(above.lemma_.lower(), ())
    return ("predicted", [above]) if any(row["modality"] == "predicted" for row in rows) else None


def _let_us(frame: Frame) -> bool:
    """`let us build`, `let the council pay`; "let me be fair" urges nobody but the speaker."""
    head = frame.verb
    if head.lemma_.lower() != "let" or subject_of(head) is not None:
        return False
    verbs = [one for one in head.children if base(one) in ("xcomp", "ccomp") and one.i > head.i]
    verb = next((one for one in verbs if _is_bare(one)), next(iter(verbs), None))
    hearer = child(head, "obj", "iobj") or (subject_of(verb) if verb is not None else None)
    if verb is None or hearer is None or hearer.lower_ == "me":
        return False
    frame.verb, frame.subject, frame.rule = verb, hearer, "let_us"
    frame.chain.append(verb)
    us = [hearer] if hearer.lower_ in ("us", "'s", "’s") else []
    frame.modality = ("recommended", [head, *us])
    return True


def _is_bare(verb: Token) -> bool:
    """`let it go`, `let it be spent`; not `let the sum set aside …`."""
    return verb.tag_ == "VB" or any(one.lower_ == "be" for one in verb.children)


def _extraposed(frame: Frame) -> bool:
    """`it is essential (for X) to V`, `X is likely to V`."""
    head = frame.verb
    row = next(iter(by("extraposed", "word").get(head.lower_, ())), None)
    if row is None or child(head, "cop") is None:
        return False
    hearer = _for_whom(head)
    hung = [*head.children, *(hearer.children if hearer is not None else ())]  # "for the council to publish"
    verb = next((one for one in hung if one.i > head.i and _is_open(one)), None)
    if verb is None:
        return False
    expletive = any(
        base(one) == "expl" or one.lower_ in ("it", "now") for one in head.children if one.i < head.i
    )
    if row["modality"] == "recommended" and not expletive:
        return False
    frame.verb, frame.rule = verb, "extraposed"
    frame.subject = subject_of(verb) or (hearer if expletive else subject_of(head))
    frame.subjectless = frame.subject is None
    frame.chain.append(verb)
    if row["modality"] != "asserted":
        frame.modality = (row["modality"], [head])
    if row["polarity"] == "negated":
        frame.negations.append([head])
    return True


def _is_open(token: Token) -> bool:
    return base(token) in ("csubj", "xcomp", "ccomp", "advcl", "acl") and is_infinitive(token)


def _for_whom(head: Token) -> Token | None:
    for one in head.children:
        case = child(one, "case")
        if base(one) in ("obl", "nmod") and case is not None and case.lower_ == "for":
            return one
    return None


def _helper(frame: Frame) -> bool:
    """Step from a helper verb down to its infinitive; False where the verb is no helper."""
    helper = frame.verb
    verb = next(
        (one for one in helper.children if base(one) in ("xcomp", "ccomp") and is_infinitive(one)), None
    )
    if verb is None or verb.i < helper.i:
        return False
    rows = by("helper_verbs", "lemma").get(helper.lemma_.lower(), ())
    row = next((row for row in rows if _matches(row, helper)), None)
    if row is None:
        return False
    cue = [helper, *(one for one in verb.children if one.lower_ == "to" and one.i < verb.i)]
    frame.verb, frame.rule = verb, f"helper_{row['lemma']}"
    frame.chain.append(verb)
    if row["polarity"]:
        frame.negations.append(cue)
    if row["modality"] and frame.modality is None:
        frame.modality = (row["modality"], cue)
    if row["facet"]:
        frame.facets.append(row["facet"])
    return True


def _matches(row: dict[str, str], helper: Token) -> bool:
    passive = any(one.dep_ == "aux:pass" or one.dep_ == "nsubj:pass" for one in helper.children)
    copular = child(helper, "cop") is not None
    if row["form"] == "passive":
        return passive or copular
    if row["form"] == "progressive":
        return helper.lower_ == "going"
    return not passive
