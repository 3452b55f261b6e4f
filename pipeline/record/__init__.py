"""THE RECORD: what opclaims writes down about an op-ed. One place defines it; all else derives from it.

Ground rules, enforced here when a record is written and when it is read:

- offsets are Unicode code points into the untouched source, half-open: `source[s.start:s.end] == s.text`;
- money is decimal, in JSON a string of digits; dates are days, both ends inclusive, an open end is null;
- closed sets of values are `Literal` types; unknown keys are refused; every id that is named exists.

From the parts to the whole: `closed_sets`, `span`, `provenance`; `entity`, `amount`, `date`; `attribution`,
`transfer`, `role`, `claim`; `leeway` (in gold), `ids`, `document`. `article` is what goes in. All is
imported from here: `from pipeline.record import Document`.
"""

from pipeline.record.amount import Amount, Converted, Digits, Sum
from pipeline.record.article import MAX_CHARS, Article, Failure, Skip
from pipeline.record.attribution import Attribution, Speech
from pipeline.record.claim import (
    CheckWorthiness,
    Claim,
    Edit,
    Feature,
    Modality,
    Parent,
    Polarity,
    Skipped,
)
from pipeline.record.closed_sets import (
    VALUE_LABELS,
    Aggregation,
    AlternativeField,
    AnchoredTo,
    Change,
    Comparator,
    ContentType,
    CurrencyBasis,
    DateKind,
    DateRelation,
    EditOp,
    EditReason,
    EntityLabel,
    Facet,
    Grain,
    Kind,
    ModalityValue,
    Modifier,
    Origin,
    ParentRelation,
    PolarityValue,
    PublishedFrom,
    Region,
    RoleName,
    SkipReason,
    SourceType,
    Tense,
    TransferStatus,
    Voice,
    names,
)
from pipeline.record.date import Date
from pipeline.record.document import Document
from pipeline.record.entity import Entity
from pipeline.record.ids import claim_id, digest, references
from pipeline.record.leeway import ALTERNATIVE_LABELS, ALTERNATIVES, Alternative, Leeway
from pipeline.record.provenance import Abstained, Found, MadeBy, Ruled
from pipeline.record.role import Predicate, Role
from pipeline.record.span import Record, Span, check_spans, parts, spans
from pipeline.record.transfer import Transfer

__all__ = [
    "ALTERNATIVES", "ALTERNATIVE_LABELS", "MAX_CHARS", "VALUE_LABELS", "Abstained", "Aggregation",
    "Alternative", "AlternativeField", "Amount", "AnchoredTo", "Article", "Attribution", "Change",
    "CheckWorthiness", "Claim", "Comparator", "ContentType", "Converted", "CurrencyBasis", "Date", "DateKind",
    "DateRelation", "Digits", "Document", "Edit", "EditOp", "EditReason", "Entity", "EntityLabel", "Facet",
    "Failure", "Feature", "Found", "Grain", "Kind", "Leeway", "MadeBy", "Modality", "ModalityValue", "Modifier",
    "Origin", "Parent", "ParentRelation", "Polarity", "PolarityValue", "Predicate", "PublishedFrom", "Record",
    "Region", "Role", "RoleName", "Ruled", "Skip", "SkipReason", "Skipped", "SourceType", "Span", "Speech",
    "Sum", "Tense", "Transfer", "TransferStatus", "Voice", "check_spans", "claim_id", "digest", "names",
    "parts", "references", "spans",
]  # fmt: skip
