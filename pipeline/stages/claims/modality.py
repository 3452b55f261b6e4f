"""Words of a claim → how real it is said to be, with the cues. Rulings: corpus/GUIDELINES.md, 3; table: modals."""

from pipeline.lexicon import mapping
from pipeline.plain import Token
from pipeline.stages.claims.auxiliaries import (
    helpers_of,
    is_perfect,
    is_pluperfect,
    modifiers_of,
    subordinate,
)
from pipeline.stages.claims.coordinated_clauses import is_its_outcome
from pipeline.stages.claims.frame import Frame
from pipeline.stages.claims.infinitives import is_subjunctive
from pipeline.stages.claims.polarity import Cues, adverbs_of, negates
from pipeline.stages.claims.tree import base, is_inverted, mark_of, subject_of, subtree, verb_group


def modality(frame: Frame, words: set[int]) -> tuple[str, Cues, str]:
    """`(value, cues, rule)`: the first that applies, from the least real to the plainly asserted."""
    condition = next(
        (one for one in subordinate(frame) if mark_of(one) in ("if", "unless", "as long as")), None
    )
    inverted = any(is_inverted(one) for one in subordinate(frame))
    would = next((one for one in helpers_of(frame) if one.lower_ in ("would", "'d", "’d")), None)
    if would is not None and any(one.lower_ in ("rather", "sooner") for one in modifiers_of(frame)):
        return "asserted", [], "would_rather"
    if would is not None and (inverted or is_perfect(frame) or (condition and is_pluperfect(condition))):
        return "counterfactual", [[would]], "would_have"
    if condition is not None:
        return "conditional", [[mark for mark in condition.children if base(mark) == "mark"][:1]], "if"
    if frame.modality is not None and frame.rule in ("let_us", "extraposed"):
        return frame.modality[0], [frame.modality[1]], frame.rule
    rows = mapping("modals", "word", "modality")
    for one in (*modifiers_of(frame), *helpers_of(frame)):
        if one.lower_ in rows and (one.i in words or one in frame.shared):
            return _by_word(frame, one, rows[one.lower_])
    if frame.modality is not None:
        return frame.modality[0], [frame.modality[1]], frame.rule
    if would is not None:
        if _told_in_the_past(frame):
            return "predicted", [[would]], "would_told"
        return "conditional", [[would]], "would"
    planned = _is_to(frame)
    if planned is not None:
        return "predicted", [[planned, planned.nbor()]], "is_to"
    if is_imperative(frame):
        if any(is_its_outcome(one, frame.chain[0]) for one in frame.chain[0].children):
            return "conditional", [[frame.chain[0]]], "imperative_and"
        return "recommended", [], "imperative"
    if is_subjunctive(frame.chain[0]):
        return "recommended", [], "subjunctive"
    return "asserted", [], "plain"


def _told_in_the_past(frame: Frame) -> bool:
    """ "warned that shells would last two days": a "will" in the mouth of somebody who spoke then."""
    verb = frame.chain[0]
    while base(verb) == "conj" and verb.head != verb:
        verb = verb.head
    if base(verb) not in ("ccomp", "csubj", "acl") or verb.head == verb:
        return False
    if verb.head.tag_ == "VBG" and base(verb.head) == "advcl":  # "said so, adding that it would"
        verb = verb.head
    return any("Past" in one.morph.get("Tense", []) for one in verb_group(verb.head))


def _is_to(frame: Frame) -> Token | None:
    """The "is" of "the line is to carry the power", "the brigade is to be strong"."""
    copulas = [one for one in frame.chain[-1].children if base(one) == "cop"]
    for one in (*helpers_of(frame), *copulas[:-1]):
        behind = one.nbor() if one.i + 1 < len(one.doc) else None
        if (
            one.lemma_ == "be"
            and base(one) in ("aux", "cop")
            and behind is not None
            and behind.lower_ == "to"
        ):
            return one
    return None


def _by_word(frame: Frame, cue: Token, value: str) -> tuple[str, Cues, str]:
    if cue.lower_ == "could" and any(negates(one) for one in adverbs_of(frame)) and not is_perfect(frame):
        return "asserted", [[cue]], "could_not"  # an inability that was
    if cue.lower_ == "must" and is_perfect(frame):  # "they must have known": an inference
        value = "probable"
    return value, [[cue]], f"modal_{cue.lower_}"


def is_imperative(frame: Frame) -> bool:
    """A bare verb without a subject, with no noun or verb before it in its sentence: "Pay the nurses"."""
    verb = frame.chain[0]
    do = [one for one in helpers_of(frame) if one.lower_ in ("do", "don", "don't")]
    helpers = [one for one in helpers_of(frame) if one not in do]
    if subject_of(verb) is not None or helpers or any(one.lower_ == "to" for one in verb.children):
        return False
    if verb.tag_ != "VB" and "Imp" not in verb.morph.get("Mood", []):
        return False
    if base(verb) == "conj" and verb.head.tag_ == "VB":
        return subject_of(verb.head) is None and base(verb.head) == "root"
    fronts = {i for one in verb.lefts if _is_front(one) for i in subtree(one)}
    before = [one for one in verb.doc[verb.sent.start : verb.i] if one not in do and one.i not in fronts]
    return not any(one.pos_ in ("NOUN", "PROPN", "PRON", "VERB", "AUX") for one in before)


def _is_front(one: Token) -> bool:
    """ "*If it fails,* pay the nurses", "*for their sake,* pay them"."""
    last = max(subtree(one))
    comma = one.doc[last].text == "," or (last + 1 < len(one.doc) and one.doc[last + 1].text == ",")
    return comma and (base(one) == "obl" or (base(one) == "advcl" and bool(mark_of(one))))
