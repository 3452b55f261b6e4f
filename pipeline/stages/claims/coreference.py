"""The subject's pronoun → the words that the stage `reference` found for it, or an abstention that says why not; in
what is said, of those it does not know, the speaker.
"""

from pipeline.lexicon import mapping
from pipeline.marks import Row, cut_span
from pipeline.plain import Doc, Token
from pipeline.stages.claims.subjects import Clause
from pipeline.stages.claims.tree import base, child

PERSONS = frozenset({"he", "she"})
PERSONAL = frozenset({"he", "she", "it", "they"})
POINTING = frozenset({"this", "that", "these", "those"})
"""In an op-ed they mostly stand for a whole sentence."""
LONGEST = 80  # characters; a longer antecedent would bury the claim


def resolve(subject: Token | None, stands_for: dict[int, Row]) -> tuple[Row | None, str | None]:
    """`(span row, None)`, `(None, reason)` for a pronoun that stays, `(None, None)` for anything else. `stands_for`: by
    token, what the stage `reference` found."""
    if subject is None or subject.pos_ != "PRON" or subject.lower_ not in PERSONAL | POINTING:
        return None, None
    if subject.lower_ in POINTING and any(base(one) in ("acl", "nmod") for one in subject.rights):
        return None, None  # "those who pay"
    antecedent = stands_for.get(subject.i)
    if antecedent is None:
        return None, "no_antecedent"
    return (antecedent, None) if len(antecedent["text"]) <= LONGEST else (None, "antecedent_too_long")


def speaker(clause: Clause, entity: Row | None) -> Row | None:
    """The span row of who says it, for the pronoun that is its subject: "the bank admitted that *it* had lied".

    `entity`: the named thing that the speaker is, if it is one. Where somebody of the same kind is told, None."""
    pronoun, above = clause.subject, clause.above
    if clause.link.name != "content" or pronoun is None or pronoun.pos_ != "PRON" or above is None:
        return None
    who, words = above.subject, above.subject_words
    if who is None or who.pos_ not in ("NOUN", "PROPN") or not words:
        return None
    kind = (
        entity["label"]
        if entity is not None
        else mapping("speakers", "lemma", "source_type").get(who.lemma_.lower())
    )
    person, word = kind in ("PERSON", "person"), pronoun.lower_
    if word in PERSONS:
        fits = person and not _is_plural(who) and not _hearer(above.head)
    elif word == "it":
        # "said that it was a test"
        is_thing = child(clause.head, "cop") is not None and clause.head.pos_ == "NOUN"
        fits = not is_thing and not person and not _is_plural(who) and kind in ("ORG", "GPE", "organisation")
    else:
        fits = word == "they" and _is_plural(who) and kind is not None
    row = _row(who.doc, words)
    return row if fits and len(row["text"]) <= LONGEST else None


def is_of_two(clause: Clause) -> bool:
    """`the mayor told Rana that *she* had left`: the one who says it, or the one who is told?"""
    pronoun, above = clause.subject, clause.above
    asked = clause.link.name == "content" and pronoun is not None and pronoun.lower_ in PERSONS
    return asked and above is not None and _hearer(above.head)


def _hearer(verb: Token) -> bool:
    """Somebody who may be meant as well; "me" and "voters" are not."""
    told = [one for one in verb.children if base(one) in ("obj", "iobj")]
    return any(one.pos_ in ("NOUN", "PROPN") and not _is_plural(one) for one in told)


def _row(doc: Doc, words: list[int]) -> Row:
    return cut_span(doc[words[0] : words[-1] + 1])


def _is_plural(token: Token) -> bool:
    joined = any(child.dep_ == "conj" for child in token.children)
    return joined or "Plur" in token.morph.get("Number", []) or token.tag_ in ("NNS", "NNPS")
