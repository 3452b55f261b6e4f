"""Frame → the predicate: its words, lemma, tense and voice."""

from pipeline.lexicon import column
from pipeline.marks import Row, cut_span, cut_token
from pipeline.plain import Token
from pipeline.stages.claims.frame import Frame
from pipeline.stages.claims.polarity import adverbs_of
from pipeline.stages.claims.tree import SUBJECTS, base, child, is_future


def predicate_of(frame: Frame) -> Row:
    """The verb group: auxiliaries, copula, negation and adverbs between them, verb and particle."""
    verb = frame.verb
    copula = child(verb, "cop")
    core = copula if copula is not None else verb
    particles = [] if copula is not None else particles_of(verb)
    group = [core, *particles, *(one for one in verb.children if base(one) == "aux" and one.i < core.i)]
    group += [one for one in adverbs_of(frame) if _in_group(one, core, verb)]
    subjects = [one.i for one in verb.children if one.dep_ in SUBJECTS]
    first = min(token.i for token in group)
    if verb.doc[first].lower_ == "longer":  # "no longer"
        first -= 1
    if any(first < subject < core.i for subject in subjects):  # inverted: "had the council listened"
        first = core.i
    span = verb.doc[first : max(token.i for token in group if token.i <= core.i + 1) + 1]
    lemma = (
        "be" if copula is not None else " ".join([verb.lemma_.lower(), *(one.lower_ for one in particles)])
    )
    return {
        "role": "predicate", "span": cut_span(span), "text": span.text, "head": cut_token(core),
        "entity": None, "origin": "explicit", "lemma": lemma, "tense": _tense(frame), "voice": _voice(verb),
    }  # fmt: skip


FAR = 7  # tokens between a verb and its particle: "throws three quarters of it away"


def particles_of(verb: Token) -> list[Token]:
    """`set aside`, `hand over`, `took the sign down`: the particle right behind the verb, or behind a short object."""
    found = []
    for one in verb.children:
        if one.lower_ not in column("particles", "word"):
            continue
        near = one.i == verb.i + 1
        sure = one.dep_ == "compound:prt" or one.tag_ == "RP"
        behind_object = sure and verb.i < one.i <= verb.i + FAR
        comma = any(token.text == "," for token in verb.doc[verb.i : one.i])
        is_particle = sure or (one.dep_ == "advmod" and one.lower_ != "on")
        if not comma and (behind_object or (near and is_particle)):
            found.append(one)
    return found[:1]


def _in_group(adverb: Token, core: Token, verb: Token) -> bool:
    """`is not`, `no longer pays`, `has now come`: what stands between the verb's words, and a negation next to it."""
    first = min([core.i, *(one.i for one in verb.children if base(one) == "aux")])
    if first < adverb.i < core.i:
        return True
    if adverb.lower_ in ("not", "n't", "n’t") and core is not verb:
        return core.i - 2 <= adverb.i <= core.i + 1
    return adverb.lower_ in ("not", "n't", "n’t", "never", "longer") and core.i - 2 <= adverb.i < core.i


def _tense(frame: Frame) -> str:
    """Future by `will` and `shall`; none after another modal but `can`, or where a helper says what is intended or
    expected; a perfect counts as past, because it tells what happened (corpus/README.md)."""
    helpers = [one for one in frame.verb.children if base(one) in ("aux", "cop")] + frame.shared
    if any(is_future(one) for one in helpers):
        return "future"
    if any(one.tag_ == "MD" and one.lower_ not in ("can", "ca") for one in helpers):
        return "none"
    helper = frame.chain[-2] if len(frame.chain) > 1 else None
    if helper is not None and (frame.modality is not None or frame.rule in ("let_us", "extraposed")):
        return "none"
    verbs = [*helpers, helper or frame.verb]
    if any("Past" in one.morph.get("Tense", []) and one.tag_ not in ("VBN", "VBG") for one in verbs):
        return "past"
    if any(one.lemma_ == "have" for one in helpers):
        return "past"
    return (
        "present"
        if any("Pres" in one.morph.get("Tense", []) and one.tag_ != "VBG" for one in verbs)
        else "none"
    )


def _voice(verb: Token) -> str:
    if any(one.dep_ in ("aux:pass", "nsubj:pass", "csubj:pass") for one in verb.children):
        return "passive"
    past = verb.tag_ == "VBN" or (
        "Part" in verb.morph.get("VerbForm", []) and "Past" in verb.morph.get("Tense", [])
    )
    helped = any(base(one) == "aux" for one in verb.children)
    return "passive" if past and not helped and base(verb) in ("acl", "advcl") else "active"
