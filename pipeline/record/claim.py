"""A claim: its words, its standalone text with every edit, its roles and labels; and the sentences that gave none."""

from pydantic import Field

from pipeline.record.attribution import Attribution
from pipeline.record.closed_sets import (
    EditOp,
    EditReason,
    Facet,
    Kind,
    ModalityValue,
    ParentRelation,
    PolarityValue,
    Region,
    SkipReason,
)
from pipeline.record.provenance import Abstained, Ruled
from pipeline.record.role import Predicate, Role
from pipeline.record.span import Record, Span
from pipeline.record.transfer import Transfer


class Edit(Record):
    """One piece of a claim's standalone text that is not where the claim's own words stand."""

    op: EditOp
    """What was done to the words."""
    text: str
    """The words that were put in."""
    source: tuple[Span, ...]
    """Where in the op-ed they were taken from."""
    reason: EditReason
    """Why."""


class Polarity(Record):
    value: PolarityValue
    """affirmed or negated."""
    cues: tuple[Span, ...] = ()
    """The words that say so."""


class Modality(Record):
    value: ModalityValue
    """asserted, possible, predicted …"""
    cues: tuple[Span, ...] = ()
    """The words that say so."""


class Parent(Record):
    claim: str
    """Id of the claim that this one hangs on."""
    relation: ParentRelation
    """How it hangs on it."""


class Feature(Record):
    name: str
    """What was seen."""
    weight: float
    """What it added to the score before it was squeezed to 0–1."""


class CheckWorthiness(Record):
    """0 to 1: would a fact-checker want to check it; with the features that made the score."""

    score: float = Field(ge=0, le=1)
    """0 to 1."""
    features: tuple[Feature, ...] = ()
    """What made the score."""


class Claim(Record):
    """The smallest assertion of the op-ed that a reader could accept or reject on its own."""

    id: str
    """Hash of the document's id, the quote and the path of decomposition."""
    span: Span
    """Smallest contiguous stretch of the op-ed."""
    fragments: tuple[Span, ...]
    """Its own words, in pieces where others stand between."""
    sentence: int = Field(ge=0)
    """Ordinal of its sentence, from 0."""
    paragraph: int = Field(ge=0)
    """Ordinal of its paragraph, from 0."""
    region: Region
    """Part of the page: headline, body, quote …"""
    text: str
    """The claim standing alone, readable without the op-ed."""
    edits: tuple[Edit, ...] = ()
    """Every piece of `text` that is not its own words."""
    subject: Role | None
    """Who or what it is about."""
    predicate: Predicate
    """What is said of the subject."""
    object: Role | None
    """Whom or what it reaches."""
    arguments: tuple[Role, ...] = ()
    """Its other roles: place, time, cause …"""
    kind: Kind
    """fact, prediction, recommendation or evaluation."""
    facets: tuple[Facet, ...] = ()
    """What it is about besides: quantity, causal, comparison …"""
    polarity: Polarity
    """Affirmed or negated."""
    modality: Modality
    """How sure or binding it is said to be."""
    attribution: Attribution
    """Who is made to say it."""
    amounts: tuple[str, ...] = ()
    """Ids of its amounts."""
    dates: tuple[str, ...] = ()
    """Ids of its dates."""
    entities: tuple[str, ...] = ()
    """Ids of its entities."""
    transfer: Transfer | None = None
    """Money or goods that it says move."""
    parent: Parent | None = None
    """The claim that it hangs on."""
    check_worthiness: CheckWorthiness | None = None
    """Would a fact-checker want to check it."""
    confidence: float | None = Field(default=None, ge=0, le=1)
    """0 to 1: how likely its words, predicate and subject are right; null in gold."""
    rules: tuple[Ruled, ...] = ()
    """Which rule decided which field."""
    abstained: tuple[Abstained, ...] = ()
    """Fields that stay unknown, and why."""


class Skipped(Record):
    """A sentence that gave no claim, and why."""

    sentence: int = Field(ge=0)
    """Ordinal of the sentence, from 0."""
    span: Span
    """The sentence."""
    reason: SkipReason
    """Why it gave no claim."""
