"""THE RECORD: what opclaims writes down about an op-ed. One place defines it; all else derives from it.

Ground rules, enforced here when a record is written and when it is read:

- offsets are Unicode code points into the untouched source, half-open: `source[s.start:s.end] == s.text`;
- money is decimal, in JSON a string of digits; dates are days, both ends inclusive, an open end is null;
- closed sets of values are enums; unknown keys are refused; every id that is named exists.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, model_validator


def _no_float(value: Any) -> Any:
    if isinstance(value, float):
        raise ValueError("money is decimal: give a string of digits, not a binary float")
    return value


Digits = Annotated[
    Decimal,
    BeforeValidator(_no_float),
    PlainSerializer(lambda d: format(d, "f"), return_type=str),
]
"""An exact decimal; in JSON plain digits without exponent, `"2800000000"`."""

EntityLabel = Literal[
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
    "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL",
]  # fmt: skip
"""OntoNotes 5 names."""
Comparator = Literal["eq", "approx", "gt", "ge", "lt", "le", "range", "vague"]
CurrencyBasis = Literal["code", "unique_mark", "word", "context", "outlet", "default", "ambiguous"]
Change = Literal["up", "down"]
DateKind = Literal["date", "duration", "set", "vague"]
DateRelation = Literal[
    "in", "on", "by", "since", "until", "before", "after", "during", "between", "around", "as_of"
]  # fmt: skip
Grain = Literal[
    "day", "week", "month", "season", "quarter", "half", "year", "fiscal_year", "decade", "century"
]  # fmt: skip
Modifier = Literal["start", "mid", "end"]
AnchoredTo = Literal["absolute", "published", "sentence", "none"]
PublishedFrom = Literal["metadata", "dateline", "option", "none"]
Region = Literal["headline", "body", "quote", "dateline", "byline", "boilerplate"]
EditOp = Literal["insert", "replace", "delete"]
EditReason = Literal[
    "coreference", "elided_argument", "shared_predicate", "shared_adjunct", "inherited_date", "abbreviation"
]  # fmt: skip
RoleName = Literal[
    "subject", "predicate", "object", "place", "time", "manner", "cause", "purpose", "recipient",
    "condition", "concession", "complement", "instrument", "topic", "source", "other",
]  # fmt: skip
Origin = Literal["explicit", "elided", "coreference", "author"]
Tense = Literal["past", "present", "future", "none"]
Voice = Literal["active", "passive"]
Kind = Literal["fact", "prediction", "recommendation", "evaluation"]
Facet = Literal["quantity", "causal", "comparison", "definition", "commitment", "rule", "experience"]
PolarityValue = Literal["affirmed", "negated"]
ModalityValue = Literal[
    "asserted", "probable", "possible", "predicted", "obligatory", "recommended", "intended",
    "conditional", "counterfactual", "question",
]  # fmt: skip
SourceType = Literal["author", "person", "organisation", "document", "unnamed", "generic"]
ContentType = Literal["none", "direct", "indirect", "mixed"]
TransferStatus = Literal["pledged", "committed", "disbursed", "planned", "estimated", "unspecified"]
Aggregation = Literal["cumulative", "annual", "stock", "one_off", "unspecified"]
ParentRelation = Literal[
    "conjunct_of", "elaborates", "condition_of", "reason_for", "contrast_with", "content_of"
]  # fmt: skip
AlternativeField = Literal[
    "span", "label", "value", "comparator", "relation", "days", "kind", "polarity", "modality", "source_type",
    "predicate", "subject", "object",
]  # fmt: skip
SkipReason = Literal["heading", "dateline", "byline", "boilerplate", "question", "fragment", "no_predicate"]


class Record(BaseModel):
    """Immutable; refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """Code points `start` to `end` (half-open) of the source, and the text that stands there."""

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    text: str = Field(min_length=1)

    @model_validator(mode="after")
    def _length(self) -> "Span":
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} does not have the length of {self.text!r}")
        return self

    @classmethod
    def of(cls, source: str, start: int, end: int) -> "Span":
        """The span of `source` between two offsets."""
        return cls(start=start, end=end, text=source[start:end])


class Entity(Record):
    """A named thing. `name` is its canonical form; `same_as` the id of its first mention in this text."""

    id: str
    span: Span
    label: EntityLabel
    name: str
    same_as: str | None = None


class Amount(Record):
    """A figure with its bounds; null = open. `span` takes in the comparator, `core` only the figure."""

    id: str
    span: Span
    core: Span
    value: Digits | None
    low: Digits | None
    high: Digits | None
    comparator: Comparator
    unit: str
    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    currency_basis: CurrencyBasis | None = None
    candidates: tuple[str, ...] = ()
    per: str | None = None
    change: Change | None = None
    rule: str


class Date(Record):
    """A stretch of days. `span` takes in the relation word, `core` only the date itself."""

    id: str
    span: Span
    core: Span
    kind: DateKind
    relation: DateRelation | None
    edtf: str | None
    timex: str | None
    grain: Grain | None
    first: dt.date | None
    last: dt.date | None
    approximate: bool = False
    modifier: Modifier | None = None
    anchored_to: AnchoredTo
    rule: str

    @model_validator(mode="after")
    def _order(self) -> "Date":
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"date {self.id}: first {self.first} is after last {self.last}")
        return self


class Edit(Record):
    """One piece of a claim's standalone text that is not where the claim's own words stand."""

    op: EditOp
    text: str
    source: tuple[Span, ...]
    reason: EditReason


class Role(Record):
    """What fills a slot of a claim. `text` may differ from `span.text` when a pronoun was resolved."""

    role: RoleName
    span: Span
    text: str
    head: Span
    entity: str | None = None
    origin: Origin = "explicit"


class Predicate(Role):
    """The predicate is a role with a verb's features."""

    lemma: str
    tense: Tense
    voice: Voice


class Polarity(Record):
    value: PolarityValue
    cues: tuple[Span, ...] = ()


class Modality(Record):
    value: ModalityValue
    cues: tuple[Span, ...] = ()


class Speech(Record):
    """One link of a chain of speech: who, and the words that say so."""

    source: Span | None
    cue: Span | None


class Attribution(Record):
    """Who is made to say it. `chain` is speech within speech, outermost first; `source` is the innermost."""

    source_type: SourceType
    source: Span | None = None
    cue: Span | None = None
    content: ContentType = "none"
    chain: tuple[Speech, ...] = ()


class Transfer(Record):
    """Money or goods that move. `amount` is an amount's id, `period` a date's id."""

    amount: str
    payer: Span | None = None
    recipient: Span | None = None
    purpose: Span | None = None
    instrument: Span | None = None
    status: TransferStatus = "unspecified"
    aggregation: Aggregation = "unspecified"
    period: str | None = None


class Parent(Record):
    claim: str
    relation: ParentRelation


class Feature(Record):
    name: str
    weight: float


class CheckWorthiness(Record):
    """0 to 1: would a fact-checker want to check it; with the features that made the score."""

    score: float = Field(ge=0, le=1)
    features: tuple[Feature, ...] = ()


class Ruled(Record):
    field: str
    rule: str


class Abstained(Record):
    field: str
    reason: str


class Claim(Record):
    """The smallest assertion of the op-ed that a reader could accept or reject on its own."""

    id: str
    span: Span
    fragments: tuple[Span, ...]
    sentence: int = Field(ge=0)
    paragraph: int = Field(ge=0)
    region: Region
    text: str
    edits: tuple[Edit, ...] = ()
    subject: Role | None
    predicate: Predicate
    object: Role | None
    arguments: tuple[Role, ...] = ()
    kind: Kind
    facets: tuple[Facet, ...] = ()
    polarity: Polarity
    modality: Modality
    attribution: Attribution
    amounts: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    transfer: Transfer | None = None
    parent: Parent | None = None
    check_worthiness: CheckWorthiness | None = None
    confidence: float | None = Field(default=None, ge=0, le=1)
    rules: tuple[Ruled, ...] = ()
    abstained: tuple[Abstained, ...] = ()


class Skipped(Record):
    """A sentence that gave no claim, and why."""

    sentence: int = Field(ge=0)
    span: Span
    reason: SkipReason


class Found(Record):
    """A metadata field that was read from the text, and where it stands."""

    field: Literal["title", "byline", "outlet", "published", "place"]
    span: Span


ALTERNATIVES: dict[str, tuple[AlternativeField, ...]] = {
    "claim": ("span", "kind", "polarity", "modality", "source_type", "predicate", "subject", "object"),
    "entity": ("span", "label"),
    "amount": ("span", "comparator", "value"),
    "date": ("span", "relation", "days"),
}
"""Which field of what may have another answer: those that are scored and that readers read differently."""
ALTERNATIVE_LABELS: dict[str, Any] = {
    "kind": Kind, "polarity": PolarityValue, "modality": ModalityValue, "source_type": SourceType,
    "label": EntityLabel, "comparator": Comparator, "relation": DateRelation,
}  # fmt: skip


DAYS = re.compile(r"(?:\d{4}-\d\d-\d\d|\.\.)/(?:\d{4}-\d\d-\d\d|\.\.)")


class Alternative(Record):
    """In gold only: one more answer that is right. `of` is the id of a claim, amount, date or name.

    `span` holds the answer where the field is words (`span`, `subject`, `object`), with its pieces in `fragments`
    where it has gaps; `value` where it is a label, a lemma, a figure or `days` ("2019-01-01/2019-12-31", an open end
    is ".."). Neither: the field is empty."""

    of: str
    field: AlternativeField
    value: str | None = None
    span: Span | None = None
    fragments: tuple[Span, ...] = ()

    @model_validator(mode="after")
    def _can_be(self) -> "Alternative":
        closed = ALTERNATIVE_LABELS.get(self.field)
        if closed is not None and self.value not in (
            *names(closed),
            *((None,) if self.field == "relation" else ()),
        ):
            raise ValueError(
                f"accepts {self.value!r} as {self.field}, which is none of {', '.join(names(closed))}"
            )
        if self.field == "value" and not (self.value and self.value.replace(".", "", 1).isdecimal()):
            raise ValueError(f"accepts the value {self.value!r}, which is no figure")
        if self.field == "days" and self.value is not None and not DAYS.fullmatch(self.value):
            raise ValueError(f"accepts the days {self.value!r}: a first and a last day, as in 2019-01-01/..")
        return self


class Leeway(Record):
    """In gold only: where informed readers differ. `optional` are ids of what counts neither way."""

    optional: tuple[str, ...] = ()
    accept: tuple[Alternative, ...] = ()


class MadeBy(Record):
    version: str
    model: str
    config: str


class Document(Record):
    """One op-ed and everything that was read from it; one JSON line of `documents.jsonl`."""

    id: str = Field(min_length=1)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: dt.date | None = None
    published_from: PublishedFrom = "none"
    found: tuple[Found, ...] = ()
    text: str | None
    made_by: MadeBy
    entities: tuple[Entity, ...] = ()
    amounts: tuple[Amount, ...] = ()
    dates: tuple[Date, ...] = ()
    claims: tuple[Claim, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    leeway: Leeway | None = None

    @model_validator(mode="after")
    def _holds(self) -> "Document":
        if self.text is not None:
            _check_text(self, self.text)
        _check_ids(self)
        return self

    def to_json(self) -> str:
        """One line of JSON; the same record gives the same bytes."""
        return self.model_dump_json()


class Article(Record):
    """One op-ed as it was read from a file: what goes in. `where` names the file (and line) for messages; `notes` are
    what a person should know of the reading (a guessed encoding), one sentence each. Neither changes the record."""

    where: str
    text: str
    id: str | None = None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: dt.date | None = None
    notes: tuple[str, ...] = ()


class Failure(Record):
    """One thing that could not be done: where (file, line) and why, in one sentence for a person; `advice` is what
    that person can do, where the reason does not say it."""

    where: str
    reason: str
    advice: str | None = None


class Skip(Failure):
    """One thing passed over by rule, and no mistake: not English, or a copy of what was read before."""

    kind: Literal["language", "copy"]
    of: str | None = None
    """Of a copy: the id of the document that it is."""


def spans(record: Record) -> Iterator[Span]:
    """Every span in a record, however deep, in field order."""
    if isinstance(record, Span):
        yield record
        return
    for name in type(record).model_fields:
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Record):
                yield from spans(item)


def digest(text: str) -> str:
    """SHA-256 of the UTF-8 bytes, in hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def claim_id(document_id: str, quote: str, path: str) -> str:
    """Sixteen hex digits that depend on the document, the quoted words and the path of decomposition only."""
    return digest("\0".join((document_id, quote, path)))[:16]


def names(closed_set: Any) -> tuple[str, ...]:
    """The values of one of the closed sets above: `names(Kind)`."""
    return get_args(closed_set)


def _check_text(document: Document, text: str) -> None:
    if digest(text) != document.sha256:
        raise ValueError(f"document {document.id}: sha256 is not that of its text")
    for span in spans(document):
        if text[span.start : span.end] != span.text:
            there = text[span.start : span.end]
            raise ValueError(
                f"document {document.id}: span {span.start}:{span.end} says {span.text!r}, the text {there!r}"
            )


def _check_ids(document: Document) -> None:
    known = {"entity": _ids(document.entities), "amount": _ids(document.amounts)}
    known |= {"date": _ids(document.dates), "claim": _ids(document.claims)}
    if document.leeway is not None:
        _check_leeway(document.leeway, known)
    for kind, wanted, where in _references(document):
        if wanted not in known[kind]:
            raise ValueError(f"document {document.id}: {where} names {kind} {wanted!r}, which does not exist")


def _check_leeway(leeway: Leeway, known: dict[str, frozenset[str]]) -> None:
    """Each id is that of one thing, and each field one that the thing has."""
    for wanted in leeway.optional:
        _kind_of(wanted, known)
    for each in leeway.accept:
        kind = _kind_of(each.of, known)
        if each.field not in ALTERNATIVES[kind]:
            raise ValueError(f"leeway accepts another {each.field} of the {kind} {each.of!r}, which has none")


def _kind_of(wanted: str, known: dict[str, frozenset[str]]) -> str:
    kinds = [kind for kind, ids in known.items() if wanted in ids]
    if len(kinds) != 1:
        why = "does not exist" if not kinds else f"is the id of a {' and of a '.join(kinds)}"
        raise ValueError(f"leeway names {wanted!r}, which {why}")
    return kinds[0]


def _ids(items: tuple[Any, ...]) -> frozenset[str]:
    ids = [item.id for item in items]
    twice = sorted({i for i in ids if ids.count(i) > 1}) if len(set(ids)) < len(ids) else []
    if twice:
        raise ValueError(f"id {twice[0]!r} is given twice")
    return frozenset(ids)


def _references(document: Document) -> Iterator[tuple[str, str, str]]:
    """(kind, id, where it is named) of everything that points to something else."""
    for entity in document.entities:
        if entity.same_as is not None:
            yield "entity", entity.same_as, f"entity {entity.id}"
    for claim in document.claims:
        where = f"claim {claim.id}"
        for kind, ids in (("amount", claim.amounts), ("date", claim.dates), ("entity", claim.entities)):
            for wanted in ids:
                yield kind, wanted, where
        for role in (claim.subject, claim.object, *claim.arguments):
            if role is not None and role.entity is not None:
                yield "entity", role.entity, where
        if claim.parent is not None:
            yield "claim", claim.parent.claim, where
        if claim.transfer is not None:
            yield "amount", claim.transfer.amount, where
            if claim.transfer.period is not None:
                yield "date", claim.transfer.period, where
