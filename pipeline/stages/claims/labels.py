"""Proposition → kind, modality and polarity, which hang on one another: a question that asserts denies what it asks."""

from dataclasses import dataclass

from pipeline.plain import Span, Token
from pipeline.stages.claims.frame import Frame
from pipeline.stages.claims.kind import kind as kind_of
from pipeline.stages.claims.lists import Proposition
from pipeline.stages.claims.modality import modality as modality_of
from pipeline.stages.claims.polarity import polarity as polarity_of
from pipeline.stages.claims.questions import asked


@dataclass(frozen=True)
class Labels:
    """Values as in record.Claim, each with what decided it: a rule's name, or cues (each a list of tokens)."""

    kind: str
    kind_rule: str
    modality: str
    modality_cues: list[list[Token]]
    modality_rule: str
    polarity: str
    polarity_cues: list[list[Token]]
    said: str
    """The modality of the words themselves, in a question too."""
    imperative: bool
    affirmed: bool
    """Neither the words themselves nor a question deny it."""


def labels_of(proposition: Proposition, frame: Frame, figured: bool, ahead: list[Span]) -> Labels:
    """`figured`: it holds an amount or a date; `ahead`: its dates that lie after the day of publication."""
    clause, words = proposition.clause, set(proposition.words)
    said, cues, rule = modality_of(frame, words)
    named = clause.link.name in ("small_clause", "contrast")
    kind, kind_rule = kind_of(frame, said, rule, figured, ahead, named)
    polarity, negations = polarity_of(frame, words)
    question, modality, imperative = asked(clause), said, rule == "imperative"
    affirmed = polarity == "affirmed" and question is None
    if question is not None:
        modality, cues, rule = "question", [], "rhetorical"
        polarity, negations = "negated", [[question]]
    if proposition.denial is not None:
        polarity, negations = "negated", [[clause.head.doc[proposition.denial]]]
    return Labels(kind, kind_rule, modality, cues, rule, polarity, negations, said, imperative, affirmed)
