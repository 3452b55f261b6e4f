"""The columns of the flat tables: name, kind, where the value comes from, what it means. The only place.

Every table joins the others and `documents.jsonl` on `document` and its `id`. Lists of ids are separated by
single spaces. Offsets are code points of the source text, half-open.
"""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from pipeline.record import Amount, Claim, Date, Document, Entity, Sum
from pipeline.store.cells import (
    claims_naming,
    first_part,
    joined,
    speaker,
    stated_total,
    sums_of,
    why_not_converted,
    words,
)

ColumnKind = Literal["text", "integer", "decimal", "number", "day", "flag"]
"""`decimal` is exact digits, `number` a binary float, `day` ISO 8601, `flag` True or False."""


class Column(NamedTuple):
    name: str
    kind: ColumnKind
    value: Callable[[Document, Any], Any]
    meaning: str


def _stands() -> tuple[Column, ...]:
    return (
        Column("document", "text", lambda d, x: d.id, "id of the op-ed"),
        Column("id", "text", lambda d, x: x.id, "id within the op-ed"),
        Column("start", "integer", lambda d, x: x.span.start, "first code point of the span"),
        Column("end", "integer", lambda d, x: x.span.end, "code point after the span"),
        Column("quote", "text", lambda d, x: x.span.text, "the words that stand there"),
    )


CLAIMS: tuple[Column, ...] = (
    *_stands(),
    Column("text", "text", lambda d, c: c.text, "the claim standing alone"),
    Column("sentence", "integer", lambda d, c: c.sentence, "ordinal of its sentence, from 0"),
    Column("paragraph", "integer", lambda d, c: c.paragraph, "ordinal of its paragraph, from 0"),
    Column("region", "text", lambda d, c: c.region, "headline, body, quote …"),
    Column("kind", "text", lambda d, c: c.kind, "fact, prediction, recommendation, evaluation"),
    Column("facets", "text", lambda d, c: joined(c.facets), "quantity, causal, comparison …"),
    Column("polarity", "text", lambda d, c: c.polarity.value, "affirmed, negated"),
    Column("modality", "text", lambda d, c: c.modality.value, "asserted, possible, predicted …"),
    Column("source_type", "text", lambda d, c: c.attribution.source_type, "who is made to say it: author …"),
    Column("source", "text", lambda d, c: words(c.attribution.source), "the source's words"),
    Column(
        "speaker", "text", lambda d, c: speaker(d, c.attribution), "the source by its name, pronouns resolved"
    ),
    Column("cue", "text", lambda d, c: words(c.attribution.cue), "the words of saying"),
    Column("content", "text", lambda d, c: c.attribution.content, "none, direct, indirect, mixed"),
    Column("subject", "text", lambda d, c: words(c.subject), "subject, pronouns resolved"),
    Column("predicate", "text", lambda d, c: words(c.predicate), "predicate"),
    Column("lemma", "text", lambda d, c: c.predicate.lemma, "lemma of the predicate"),
    Column("tense", "text", lambda d, c: c.predicate.tense, "past, present, future, none"),
    Column("voice", "text", lambda d, c: c.predicate.voice, "active, passive"),
    Column("object", "text", lambda d, c: words(c.object), "object, pronouns resolved"),
    Column("amounts", "text", lambda d, c: joined(c.amounts), "ids in amounts.csv"),
    Column("dates", "text", lambda d, c: joined(c.dates), "ids in dates.csv"),
    Column("entities", "text", lambda d, c: joined(c.entities), "ids in entities.csv"),
    Column("transfer", "text", lambda d, c: c.transfer and c.transfer.amount, "id of the amount that moves"),
    Column("payer", "text", lambda d, c: c.transfer and words(c.transfer.payer), "who pays"),
    Column("recipient", "text", lambda d, c: c.transfer and words(c.transfer.recipient), "who gets it"),
    Column("purpose", "text", lambda d, c: c.transfer and words(c.transfer.purpose), "what for"),
    Column("instrument", "text", lambda d, c: c.transfer and words(c.transfer.instrument), "loan, grant …"),
    Column("status", "text", lambda d, c: c.transfer and c.transfer.status, "pledged, disbursed …"),
    Column("aggregation", "text", lambda d, c: c.transfer and c.transfer.aggregation, "cumulative, annual …"),
    Column("period", "text", lambda d, c: c.transfer and c.transfer.period, "id of the transfer's date"),
    Column("parent", "text", lambda d, c: c.parent and c.parent.claim, "id of the claim it hangs on"),
    Column("relation", "text", lambda d, c: c.parent and c.parent.relation, "how: elaborates …"),
    Column(
        "check_worthiness",
        "number",
        lambda d, c: c.check_worthiness and c.check_worthiness.score,
        "0 to 1: would a fact-checker want to check it",
    ),
    Column("confidence", "number", lambda d, c: c.confidence, "0 to 1"),
    Column("published", "day", lambda d, c: d.published, "day of publication of the op-ed"),
    Column("outlet", "text", lambda d, c: d.outlet, "who published it"),
    Column("title", "text", lambda d, c: d.title, "its title"),
)

AMOUNTS: tuple[Column, ...] = (
    *_stands(),
    Column("core", "text", lambda d, m: m.core.text, "the figure without its comparator"),
    Column("value", "decimal", lambda d, m: m.value, "the figure, in units of `unit`"),
    Column("low", "decimal", lambda d, m: m.low, "least that the words allow; empty = open"),
    Column("high", "decimal", lambda d, m: m.high, "most that the words allow; empty = open"),
    Column("comparator", "text", lambda d, m: m.comparator, "eq, approx, gt, ge, lt, le, range, vague"),
    Column("unit", "text", lambda d, m: m.unit, "currency, percent, count or a measure"),
    Column("currency", "text", lambda d, m: m.currency, "ISO 4217"),
    Column("currency_basis", "text", lambda d, m: m.currency_basis, "why this currency"),
    Column("candidates", "text", lambda d, m: joined(m.candidates), "currencies the mark could mean"),
    Column("per", "text", lambda d, m: m.per, "year, hour, person …"),
    Column("change", "text", lambda d, m: m.change, "up, down"),
    Column("rule", "text", lambda d, m: m.rule, "the rule that decided"),
    Column(
        "converted", "decimal", lambda d, m: m.converted and m.converted.value, "value in `into` (--convert)"
    ),
    Column("converted_low", "decimal", lambda d, m: m.converted and m.converted.low, "low in `into`"),
    Column("converted_high", "decimal", lambda d, m: m.converted and m.converted.high, "high in `into`"),
    Column(
        "into", "text", lambda d, m: m.converted and m.converted.currency, "the currency of these, ISO 4217"
    ),
    Column(
        "rate",
        "decimal",
        lambda d, m: m.converted and m.converted.rate,
        "units of `into` for one of `currency`",
    ),
    Column("rate_day", "day", lambda d, m: m.converted and m.converted.day, "day of the rate"),
    Column("not_converted", "text", why_not_converted, "why not: no_currency, no_day, no_rate"),
    Column("sums", "text", lambda d, m: sums_of(d, m.id), "ids in sums.csv: it is a part or the total"),
    Column(
        "claims", "text", lambda d, m: claims_naming(d, "amounts", m.id), "ids in claims.csv that name it"
    ),
)

DATES: tuple[Column, ...] = (
    *_stands(),
    Column("core", "text", lambda d, t: t.core.text, "the date without its relation word"),
    Column("kind", "text", lambda d, t: t.kind, "date, duration, set, vague"),
    Column("relation", "text", lambda d, t: t.relation, "in, by, since, until …"),
    Column("first", "day", lambda d, t: t.first, "first day, inclusive; empty = open or unknown"),
    Column("last", "day", lambda d, t: t.last, "last day, inclusive; empty = open or unknown"),
    Column("grain", "text", lambda d, t: t.grain, "day, month, year, decade …"),
    Column("modifier", "text", lambda d, t: t.modifier, "start, mid, end"),
    Column("approximate", "flag", lambda d, t: t.approximate, "about, around"),
    Column("edtf", "text", lambda d, t: t.edtf, "Extended Date/Time Format"),
    Column("timex", "text", lambda d, t: t.timex, "TIMEX3 value"),
    Column("anchored_to", "text", lambda d, t: t.anchored_to, "absolute, published, sentence, none"),
    Column("rule", "text", lambda d, t: t.rule, "the rule that decided"),
    Column("claims", "text", lambda d, t: claims_naming(d, "dates", t.id), "ids in claims.csv that name it"),
)

SUMS: tuple[Column, ...] = (
    *_stands(),
    Column("parts", "text", lambda d, s: joined(s.parts), "ids in amounts.csv"),
    Column("total", "text", lambda d, s: s.total, "id in amounts.csv; empty = a hundred percent"),
    Column("holds", "flag", lambda d, s: s.holds, "whether the parts can make the total"),
    Column("value", "decimal", lambda d, s: s.value, "what the parts make, in units of `unit`"),
    Column("low", "decimal", lambda d, s: s.low, "least that the parts can make; empty = open"),
    Column("high", "decimal", lambda d, s: s.high, "most that the parts can make; empty = open"),
    Column("stated", "decimal", lambda d, s: stated_total(d, s), "the total as it is stated"),
    Column(
        "unit",
        "text",
        lambda d, s: (p := first_part(d, s)) and p.unit,
        "currency, percent, count or a measure",
    ),
    Column("currency", "text", lambda d, s: (p := first_part(d, s)) and p.currency, "ISO 4217"),
    Column("cue", "text", lambda d, s: s.cue.text, "the words that make a sum of them"),
    Column("rule", "text", lambda d, s: s.rule, "the rule that decided"),
)

ENTITIES: tuple[Column, ...] = (
    *_stands(),
    Column("label", "text", lambda d, e: e.label, "OntoNotes name: PERSON, ORG, GPE …"),
    Column("name", "text", lambda d, e: e.name, "canonical form"),
    Column("same_as", "text", lambda d, e: e.same_as, "id of the first mention of the same thing"),
    Column(
        "claims", "text", lambda d, e: claims_naming(d, "entities", e.id), "ids in claims.csv that name it"
    ),
)

Item = Claim | Amount | Date | Sum | Entity
TABLES: dict[str, tuple[Column, ...]] = {
    "claims": CLAIMS,
    "amounts": AMOUNTS,
    "dates": DATES,
    "sums": SUMS,
    "entities": ENTITIES,
}
"""Table → its columns in order. The table's name is also the field of Document whose items are its rows."""
