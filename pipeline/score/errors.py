"""The errors one by one, each in its sentence, gold beside found."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.record import Amount, Claim, Date, Entity, Span
from pipeline.score import dates, money
from pipeline.score.attribution import same_source
from pipeline.score.baselines import sentences
from pipeline.score.claims import CLOSED, ROLES, merges, same_role, splits
from pipeline.score.match import Match
from pipeline.score.pair import Pairing

Sort = Literal["missed", "spurious", "wrong", "split", "merge"]


@dataclass(frozen=True)
class Error:
    """`start` is where it stands in the text; `gold` and `found` are what each side says (None: nothing);
    `field` is set where `sort` is "wrong"; `sentence` is the text around it ("" if the record holds no text)."""

    document: str
    stage: str
    sort: Sort
    start: int
    gold: str | None
    found: str | None
    field: str | None = None
    rule: str | None = None
    sentence: str = ""


def errors(match: Match) -> list[Error]:
    """Every error of one document, in the order of the text."""
    where = match.gold.id
    text = match.gold.text
    context = sentences(text) if text else []
    found = [*_sort(where, "entities", match.entities), *_sort(where, "money", match.amounts)]
    found += [*_sort(where, "dates", match.dates), *_claims(where, match), *_fields(where, match)]
    found.sort(key=lambda e: (e.start, e.stage, e.sort, e.field or "", e.gold or "", e.found or ""))
    around = {e.start: next((s.text for s in context if s.start <= e.start < s.end), "") for e in found}
    return [Error(**{**vars(e), "sentence": around[e.start]}) for e in found]


def _sort(
    where: str, stage: str, pairing: Pairing[Entity] | Pairing[Amount] | Pairing[Date]
) -> Iterator[Error]:
    for item in pairing.missed:
        yield Error(where, stage, "missed", item.span.start, item.span.text, None)
    for item in pairing.spurious:
        rule = getattr(item, "rule", None)
        yield Error(where, stage, "spurious", item.span.start, None, item.span.text, rule=rule)


def _claims(where: str, match: Match) -> Iterator[Error]:
    pieces = {id(claim) for claim in splits(match)}
    swallowed = {id(claim) for claim in merges(match)}
    for claim in match.claims.missed:
        sort: Sort = "merge" if id(claim) in swallowed else "missed"
        yield Error(where, "claims", sort, claim.span.start, claim.span.text, None)
    for claim in match.claims.spurious:
        sort = "split" if id(claim) in pieces else "spurious"
        yield Error(
            where, "claims", sort, claim.span.start, None, claim.span.text, rule=_rule(claim, "claim")
        )


def _fields(where: str, match: Match) -> Iterator[Error]:
    for e in match.entities.pairs:
        if e.gold.label != e.found.label:
            yield Error(where, "entities", "wrong", e.gold.span.start, e.gold.label, e.found.label, "label")
    for m in match.amounts.pairs:
        for field in money.wrong(m.gold, m.found):
            yield _wrong(where, "money", field, m.gold, m.found)
    for d in match.dates.pairs:
        for field in dates.wrong(d.gold, d.found):
            yield _wrong(where, "dates", field, d.gold, d.found)
    for c in match.same_claims:
        yield from _claim_fields(where, c.gold, c.found)


def _claim_fields(where: str, gold: Claim, found: Claim) -> Iterator[Error]:
    said = {field: (read(gold), read(found)) for field, read in CLOSED.items()}
    said["predicate"] = (gold.predicate.lemma.lower(), found.predicate.lemma.lower())
    said["source_type"] = (gold.attribution.source_type, found.attribution.source_type)
    for field, (wanted, given) in said.items():
        if wanted != given:
            yield Error(where, "claims", "wrong", gold.span.start, wanted, given, field, _rule(found, field))
    for field, role in ROLES.items():
        a, b = role(gold), role(found)
        if (a or b) and not same_role(a, b):
            texts = (_text(a.span if a else None), _text(b.span if b else None))
            yield Error(where, "claims", "wrong", gold.span.start, *texts, field, _rule(found, field))
    s, t = gold.attribution.source, found.attribution.source
    if (s or t) and not same_source(s, t):
        yield Error(where, "claims", "wrong", gold.span.start, _text(s), _text(t), "source")


def _wrong(where: str, stage: str, field: str, gold: Amount | Date, found: Amount | Date) -> Error:
    reads = {"currency": ("unit", "currency"), "bounds": ("low", "high"), "days": ("first", "last")}
    names = reads.get(field, (field,))
    wanted, given = (" ".join(str(getattr(side, name)) for name in names) for side in (gold, found))
    return Error(where, stage, "wrong", gold.span.start, wanted, given, field, found.rule)


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def _rule(claim: Claim, field: str) -> str | None:
    return next((ruled.rule for ruled in claim.rules if ruled.field == field), None)
