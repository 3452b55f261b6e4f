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
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

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
    """Immutable; refuses unknown keys. The string under a field says what it is: it goes into the JSON Schema, the
    comments of the tables and the dictionary."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Span(Record):
    """Code points `start` to `end` (half-open) of the source, and the text that stands there."""

    start: int = Field(ge=0)
    """First code point, from 0."""
    end: int = Field(ge=1)
    """The code point after the last."""
    text: str = Field(min_length=1)
    """The words that stand there."""

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
    """`e1`, `e2` … within the document."""
    span: Span
    """Where the name stands."""
    label: EntityLabel
    """OntoNotes 5 name: PERSON, ORG, GPE …"""
    name: str
    """Canonical form, abbreviations resolved."""
    same_as: str | None = None
    """Id of the first mention of the same thing in this text."""


class Abstained(Record):
    """A field that was left empty, and why."""

    field: str
    """Name of the field that stays unknown."""
    reason: str
    """Why, as a code."""


class Converted(Record):
    """A sum of money in another currency, to six significant digits: derived, by the European Central Bank's
    reference rate of `day`. `rate`: how many units of `currency` one of the amount's own buys."""

    value: Digits | None
    """The figure, in that currency."""
    low: Digits | None
    """Its least, in that currency; null = open."""
    high: Digits | None
    """Its most, in that currency; null = open."""
    currency: str = Field(pattern=r"^[A-Z]{3}$")
    """ISO 4217 code of the currency it was put into."""
    rate: Digits
    """Units of that currency which one of the amount's own buys."""
    day: dt.date
    """The day of the rate."""


class Amount(Record):
    """A figure with its bounds; null = open. `span` takes in the comparator, `core` only the figure. `converted`:
    null unless asked for; where it was and could not be, `abstained` says why."""

    id: str
    """`m1`, `m2` … within the document."""
    span: Span
    """The figure with its comparator: "more than $3 million"."""
    core: Span
    """The figure alone: "$3 million"."""
    value: Digits | None
    """The figure itself, in units of `unit`."""
    low: Digits | None
    """Least that the words allow; null = open."""
    high: Digits | None
    """Most that the words allow; null = open."""
    comparator: Comparator
    """How the figure bounds the value: eq, approx, gt, ge, lt, le, range, vague."""
    unit: str
    """`currency`, `percent`, `percentage_points`, `count` or a measure."""
    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    """ISO 4217 code of a sum of money."""
    currency_basis: CurrencyBasis | None = None
    """What the currency was decided by."""
    candidates: tuple[str, ...] = ()
    """ISO 4217 codes that the mark could also mean."""
    per: str | None = None
    """What a rate is for: year, hour, person …"""
    change: Change | None = None
    """Direction, where the figure is by how much something changed."""
    rule: str
    """The rule that decided."""
    converted: Converted | None = None
    """The same in another currency, where that was asked for."""
    abstained: tuple[Abstained, ...] = ()
    """Why it could not be converted."""


class Date(Record):
    """A stretch of days. `span` takes in the relation word, `core` only the date itself."""

    id: str
    """`d1`, `d2` … within the document."""
    span: Span
    """The date with its relation word: "by 2018"."""
    core: Span
    """The date alone: "2018"."""
    kind: DateKind
    """date, duration, set or vague."""
    relation: DateRelation | None
    """How what happens lies to the days: in, by, since, until …"""
    edtf: str | None
    """Extended Date/Time Format, ISO 8601-2."""
    timex: str | None
    """TIMEX3 value."""
    grain: Grain | None
    """The unit that the words name: day, month, year, decade …"""
    first: dt.date | None
    """First day, inclusive; null = open or unknown."""
    last: dt.date | None
    """Last day, inclusive; null = open or unknown."""
    approximate: bool = False
    """About, around."""
    modifier: Modifier | None = None
    """Early, mid or late part of the unit."""
    anchored_to: AnchoredTo
    """What the days are counted from."""
    rule: str
    """The rule that decided."""

    @model_validator(mode="after")
    def _order(self) -> "Date":
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"date {self.id}: first {self.first} is after last {self.last}")
        return self


class Sum(Record):
    """Amounts that the text makes the parts of another. `parts` and `total` are ids of amounts; `total` null: the
    parts are shares of a hundred percent. `value`, `low`, `high`: what the parts make, with the bounds of that; null
    = open. `holds`: whether that can be the total, at the precision in which the figures are written."""

    id: str
    """`s1`, `s2` … within the document."""
    span: Span
    """From the first of its words to the last."""
    parts: tuple[str, ...] = Field(min_length=2)
    """Ids of the amounts that are added."""
    total: str | None
    """Id of the amount that is their total; null = a hundred percent."""
    value: Digits | None
    """What the parts make."""
    low: Digits | None
    """The least they can make; null = open."""
    high: Digits | None
    """The most they can make; null = open."""
    holds: bool
    """Whether that can be the total."""
    cue: Span
    """The words that say so."""
    rule: str
    """The rule that decided."""


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


class Role(Record):
    """What fills a slot of a claim. `text` may differ from `span.text` when a pronoun was resolved."""

    role: RoleName
    """Which slot."""
    span: Span
    """Where its words stand."""
    text: str
    """Its words, pronouns resolved."""
    head: Span
    """The word at its head."""
    entity: str | None = None
    """Id of the entity that it is."""
    origin: Origin = "explicit"
    """Whether it is said here, or was taken from elsewhere."""


class Predicate(Role):
    """The predicate is a role with a verb's features."""

    lemma: str
    """Lemma of its verb."""
    tense: Tense
    """Tense of its verb."""
    voice: Voice
    """Voice of its verb."""


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


class Speech(Record):
    """One link of a chain of speech: who, and the words that say so."""

    source: Span | None
    """Who says it."""
    cue: Span | None
    """The words of saying."""


class Attribution(Record):
    """Who is made to say it. `chain` is speech within speech, outermost first; `source` is the innermost."""

    source_type: SourceType
    """What sort of source is made to say it."""
    source: Span | None = None
    """The source's words, innermost."""
    speaker: Span | None = None
    """Of a source that is a pronoun, the words that it stands for; null where they are not known."""
    entity: str | None = None
    """Id of the entity that the source, or its speaker, names."""
    cue: Span | None = None
    """The words of saying."""
    content: ContentType = "none"
    """Whether it is quoted: none, direct, indirect, mixed."""
    chain: tuple[Speech, ...] = ()
    """Speech within speech, outermost first."""


class Transfer(Record):
    """Money or goods that move. `amount` is an amount's id, `period` a date's id."""

    amount: str
    """Id of the amount that moves."""
    payer: Span | None = None
    """Who gives."""
    recipient: Span | None = None
    """Who gets it."""
    purpose: Span | None = None
    """What for."""
    instrument: Span | None = None
    """Loan, grant, tax …"""
    status: TransferStatus = "unspecified"
    """Pledged, committed, disbursed …"""
    aggregation: Aggregation = "unspecified"
    """Whether the figure is cumulative, annual, a stock or one-off."""
    period: str | None = None
    """Id of the date it is about."""


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


class Ruled(Record):
    field: str
    """Name of the field."""
    rule: str
    """The rule that decided it."""


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
    """0 to 1, calibrated; null until then."""
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


class Found(Record):
    """A metadata field that was read from the text, and where it stands."""

    field: Literal["title", "byline", "outlet", "published", "place"]
    """Which field of the document."""
    span: Span
    """Where it was read."""


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


DAYS = re.compile(r"(\d{4}-\d\d-\d\d|\.\.)/(\d{4}-\d\d-\d\d|\.\.)", re.ASCII)


class Alternative(Record):
    """In gold only: one more answer that is right. `of` is the id of a claim, amount, date or name.

    `span` holds the answer where the field is words (`span`, `subject`, `object`), with its pieces in `fragments`
    where it has gaps; `value` where it is a label, a lemma, a figure or `days` ("2019-01-01/2019-12-31", an open end
    is ".."). Neither: the field is empty."""

    of: str
    """Id of a claim, amount, date or entity."""
    field: AlternativeField
    """Which field may be answered otherwise."""
    value: str | None = None
    """The answer, where it is a label, lemma, figure or days."""
    span: Span | None = None
    """The answer, where it is words."""
    fragments: tuple[Span, ...] = ()
    """Its pieces, where it has gaps."""

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
        if self.field == "days" and self.value is not None and not _are_days(self.value):
            raise ValueError(f"accepts the days {self.value!r}: a first and a last day, as in 2019-01-01/..")
        return self


def _are_days(text: str) -> bool:
    """A first and a last day, either of them open, in their order."""
    match = DAYS.fullmatch(text)
    try:
        days = [dt.date.fromisoformat(day) for day in match.groups() if day != ".."] if match else []
    except ValueError:
        return False
    return match is not None and days == sorted(days)


class Leeway(Record):
    """In gold only: where informed readers differ. `optional` are ids of what counts neither way."""

    optional: tuple[str, ...] = ()
    """Ids of what counts neither way."""
    accept: tuple[Alternative, ...] = ()
    """Other answers that are right."""


class MadeBy(Record):
    version: str
    """Version of opclaims."""
    model: str
    """Name and version of the trained model."""
    config: str
    """Hash of the order of stages and of the tables."""


class Document(Record):
    """One op-ed and everything that was read from it; one JSON line of `documents.jsonl`."""

    id: str = Field(min_length=1)
    """Given with the op-ed, else the first 16 hex digits of `sha256`."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """SHA-256 of the UTF-8 text, in hex."""
    title: str | None = None
    """Its title."""
    byline: str | None = None
    """Who wrote it."""
    outlet: str | None = None
    """Who published it."""
    url: str | None = None
    """Where it was published."""
    language: str | None = None
    """ISO 639 code of its language."""
    published: dt.date | None = None
    """Day of publication: what "last year" is measured from."""
    published_from: PublishedFrom = "none"
    """Where that day was read."""
    found: tuple[Found, ...] = ()
    """Metadata that was read from the text, and where."""
    text: str | None
    """The op-ed exactly as it came; null where it was left out."""
    made_by: MadeBy
    """What wrote this record."""
    entities: tuple[Entity, ...] = ()
    """Names, amounts and dates as OntoNotes entities, in order."""
    amounts: tuple[Amount, ...] = ()
    """Figures, in order."""
    dates: tuple[Date, ...] = ()
    """Dates and lengths of time, in order."""
    sums: tuple[Sum, ...] = ()
    """Amounts that make a total, or contradict it."""
    claims: tuple[Claim, ...] = ()
    """Claims, in order."""
    skipped: tuple[Skipped, ...] = ()
    """Sentences that gave no claim."""
    leeway: Leeway | None = None
    """In gold only: where informed readers differ."""

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
    found: list[Span] = []
    if isinstance(record, Span):
        found.append(record)
    else:
        _gather(record, found)
    return iter(found)


def _gather(record: Record, found: list[Span]) -> None:
    """Into `found`. Records are read by the hundred thousand: generators in generators would take their time."""
    held = record.__dict__
    for name in _with_spans(type(record)):
        value = held[name]
        if value.__class__ is Span:
            found.append(value)
        elif value.__class__ is tuple:
            for item in value:
                if item.__class__ is Span:
                    found.append(item)
                else:
                    _gather(item, found)
        elif value is not None:
            _gather(value, found)


@cache
def _with_spans(model: Any) -> tuple[str, ...]:
    """The fields of a model that can hold a span: most hold none."""
    return tuple(
        name for name, field in model.model_fields.items() if any(map(_has_spans, parts(field.annotation)))
    )


def _has_spans(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, Record) and (part is Span or bool(_with_spans(part)))


def parts(annotation: Any) -> Iterator[Any]:
    """The types that a field's type is made of: `tuple[Span, ...] | None` → tuple, Span, NoneType."""
    if get_origin(annotation) is Literal:
        yield annotation
    elif get_args(annotation):
        yield from (deep for part in get_args(annotation) for deep in parts(part))
    else:
        yield annotation


def digest(text: str) -> str:
    """SHA-256 of the UTF-8 bytes, in hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def claim_id(document_id: str, quote: str, path: str) -> str:
    """Sixteen hex digits that depend on the document, the quoted words and the path of decomposition only."""
    return digest("\0".join((document_id, quote, path)))[:16]


def names(closed_set: Any) -> tuple[str, ...]:
    """The values of one of the closed sets above: `names(Kind)`."""
    return get_args(closed_set)


def check_spans(record: Record, text: str, where: str) -> None:
    """Raises ValueError, beginning with `where`, for a span whose words do not stand in the text."""
    for span in spans(record):
        if text[span.start : span.end] != span.text:
            there = text[span.start : span.end]
            raise ValueError(f"{where}: span {span.start}:{span.end} says {span.text!r}, the text {there!r}")


def references(item: Record) -> Iterator[tuple[str, str]]:
    """(kind, id) of everything that an entity, sum or claim points to; of anything else nothing."""
    if isinstance(item, Entity) and item.same_as is not None:
        yield "entity", item.same_as
    elif isinstance(item, Sum):
        yield from (("amount", wanted) for wanted in item.parts)
        if item.total is not None:
            yield "amount", item.total
    elif isinstance(item, Claim):
        yield from _of_claim(item)


def _of_claim(claim: Claim) -> Iterator[tuple[str, str]]:
    for kind, ids in (("amount", claim.amounts), ("date", claim.dates), ("entity", claim.entities)):
        yield from ((kind, wanted) for wanted in ids)
    for role in (claim.subject, claim.object, *claim.arguments):
        if role is not None and role.entity is not None:
            yield "entity", role.entity
    if claim.attribution.entity is not None:
        yield "entity", claim.attribution.entity
    if claim.parent is not None:
        yield "claim", claim.parent.claim
    if claim.transfer is not None:
        yield "amount", claim.transfer.amount
        if claim.transfer.period is not None:
            yield "date", claim.transfer.period


def _check_text(document: Document, text: str) -> None:
    if digest(text) != document.sha256:
        raise ValueError(f"document {document.id}: sha256 is not that of its text")
    check_spans(document, text, f"document {document.id}")


def _check_ids(document: Document) -> None:
    known = {"entity": _ids(document.entities), "amount": _ids(document.amounts)}
    known |= {"date": _ids(document.dates), "claim": _ids(document.claims)}
    if document.leeway is not None:
        _check_leeway(document.leeway, known)
    _ids(document.sums)
    items: tuple[Any, ...] = (*document.entities, *document.sums, *document.claims)
    for item in items:
        for kind, wanted in references(item):
            if wanted not in known[kind]:
                where = f"{type(item).__name__.lower()} {item.id}"
                raise ValueError(
                    f"document {document.id}: {where} names {kind} {wanted!r}, which does not exist"
                )


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
        why = "does not exist" if not kinds else f"is the id of more than one thing ({', '.join(kinds)})"
        raise ValueError(f"leeway names {wanted!r}, which {why}")
    return kinds[0]


def _ids(items: tuple[Any, ...]) -> frozenset[str]:
    ids = [item.id for item in items]
    twice = sorted({i for i in ids if ids.count(i) > 1}) if len(set(ids)) < len(ids) else []
    if twice:
        raise ValueError(f"id {twice[0]!r} is given twice")
    return frozenset(ids)
