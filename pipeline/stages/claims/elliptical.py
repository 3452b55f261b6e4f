"""What a claim leaves out because it was said before: "Consumers do.", "London did better.", "She has promised."

VP ellipsis and null complement anaphora (Hankamer and Sag 1976). Where the words before have the form that the gap asks
for, `left_out` fills it; any other claim with a gap is told apart (`abstained`), for what fills it is a guess.
"""

from pipeline.lexicon import column, select
from pipeline.plain import Token
from pipeline.stages.claims.left_out import is_alone, is_verbless
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.tree import base, child


def is_cut_off(proposition: Proposition) -> bool:
    """ "Consumers do.", "One hardly needs to.", "I asked why.": what they do or ask was said before."""
    head = proposition.clause.head
    words = [one for one in proposition.tokens if not one.is_punct and one.lower_ not in ("not", "n't", "so")]
    last = words[-1] if words else head
    bare = not any(base(one) == "aux" for one in head.children)
    helper = last == head and (last.pos_ == "AUX" or (last.lemma_ == "do" and bare))
    asked = last.lower_ == "why" and last.head == head
    takes = ("obj", "xcomp", "ccomp", "advmod")
    does = head.lemma_ == "do" and bare and not any(base(one) in takes for one in head.rights)
    helper = helper or (does and head.tag_ != "VBN")  # "Lateness did: from seventeen to nine."
    helper = helper or (last.pos_ == "AUX" and base(last) in ("aux", "root"))  # "The roof may not."
    helper = helper or is_verbless(proposition.clause) or (last == head and is_alone(head))
    return (
        helper
        or asked
        or (last == head and _lacks_object(last))
        or _lacks_standard(proposition)
        or _lacks_content(last)
        or (last.lower_ == "to" and last.pos_ == "PART")
    )


def _lacks_object(last: Token) -> bool:
    """ "We need.", "The minister has promised.": at the end a verb that takes an object."""
    active = last.pos_ == "VERB" and not any(one.dep_ in ("nsubj:pass", "aux:pass") for one in last.children)
    lemma = last.lemma_.lower()
    takes = lemma in column("transitive_verbs", "lemma") | select(
        "null_complements", "lemma", "lacks", "object"
    )
    held = any(base(one) in ("obj", "ccomp", "xcomp") for one in last.children)
    return active and takes and not held and base(last) in ("root", "conj", "ccomp", "parataxis", "advcl")


def _lacks_standard(proposition: Proposition) -> bool:
    """ "The second line is longer.", "London did better.": than what?"""
    head, words = proposition.clause.head, proposition.tokens
    if any(one.lower_ in ("than", "the") and one.i != words[0].i and one.i < head.i for one in words):
        return False  # "the longer it lasts"
    last = next((one for one in reversed(words) if not one.is_punct), head)
    compared = head.tag_ == "JJR" and child(head, "cop") is not None
    done = last.tag_ == "RBR" and last.head == head and last.lower_ in ("better", "worse", "more", "less")
    alone = not any(
        one.lower_ in ("than", "by", "when", "if", "because", "every") or one.like_num for one in words
    )
    return (compared or done) and alone


def _lacks_content(last: Token) -> bool:
    """ "by people claiming", "the autumn assuring us", "Nobody asked.": what they said stands elsewhere."""
    verb = last if last.pos_ == "VERB" else last.head
    if last == verb and verb.lemma_.lower() in select("null_complements", "lemma", "lacks", "content"):
        return True
    near = last == verb or (last.pos_ == "PRON" and last.i == verb.i + 1)
    held = any(base(one) == "obj" and one.i <= last.i for one in verb.children)
    return (
        near and verb.tag_ == "VBG" and not held and verb.lemma_.lower() in column("reporting_verbs", "lemma")
    )
