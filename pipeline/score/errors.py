"""Two paired records → the errors of every stage, each in its sentence."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pipeline.record import Amount, Date
from pipeline.score import dates, money
from pipeline.score.baselines import sentences
from pipeline.score.claim_errors import claim_errors, rule_of
from pipeline.score.claims import merges, splits
from pipeline.score.error import Error, Place
from pipeline.score.match import Match
from pipeline.score.pair import Pairing
from pipeline.score.spans import same

READS = {"currency": ("unit", "currency"), "bounds": ("low", "high"), "days": ("first", "last")}
"""Fields that are told by several."""


def errors(match: Match) -> list[Error]:
    """Every error of one document, in the order of the text."""
    found = [*_names(match), *_values(match, "money", match.amounts), *_values(match, "dates", match.dates)]
    found += [*_claims(match), *claim_errors(match)]
    found.sort(key=lambda e: (e.start, e.stage, e.sort, e.field, e.gold or "", e.found or ""))
    around = sentences(match.gold.text) if match.gold.text else []
    homes = {e.start: next((s for s in around if s.start <= e.start < s.end), None) for e in found}
    return [
        replace(e, sentence=home.text, offset=home.start) if (home := homes[e.start]) else e for e in found
    ]


def _names(match: Match) -> Iterator[Error]:
    here = Place(match.gold.id, "entities")
    yield from _placed(here, match.entities)
    for p in match.entities.pairs:
        if p.gold.label != p.found.label:
            yield here.wrong("label", p.gold, p.found, (p.gold.label, p.found.label), None)


def _values(match: Match, stage: str, pairing: Pairing[Amount] | Pairing[Date]) -> Iterator[Error]:
    here = Place(match.gold.id, stage)
    yield from _placed(here, pairing)
    for p in pairing.pairs:
        for field in _wrong(p.gold, p.found):
            yield here.wrong(
                field, p.gold, p.found, (_read(p.gold, field), _read(p.found, field)), p.found.rule
            )


def _wrong(gold: Any, found: Any) -> list[str]:
    if isinstance(gold, Amount):
        return money.wrong(gold, found)
    return [*dates.wrong(gold, found), *(["kind"] if gold.kind != found.kind else [])]


def _read(item: Amount | Date, field: str) -> str | None:
    """None for an empty field."""
    if field not in READS:
        value = getattr(item, field)
        return None if value is None else str(value)
    return " ".join(_shown(getattr(item, name)) for name in READS[field])


def _shown(value: Any) -> str:
    """Decimals as a person writes them; "–" for nothing."""
    return "–" if value is None else str(value)


def _placed(here: Place, pairing: Pairing[Any]) -> Iterator[Error]:
    """Missed, spurious, or with other edges."""
    for item in pairing.missed:
        yield here.missed(item)
    for item in pairing.spurious:
        yield here.spurious(item, getattr(item, "rule", None))
    for p in pairing.pairs:
        if not same(p.gold.span, p.found.span):
            yield here.edges(p.gold, p.found, getattr(p.found, "rule", None))


def _claims(match: Match) -> Iterator[Error]:
    here = Place(match.gold.id, "claims")
    pieces, swallowed = {id(claim) for claim in splits(match)}, {id(claim) for claim in merges(match)}
    for claim in match.claims.missed:
        yield here.missed(claim, "merge" if id(claim) in swallowed else "missed")
    for claim in match.claims.spurious:
        yield here.spurious(claim, rule_of(claim, "span"), "split" if id(claim) in pieces else "spurious")
    for p in match.claims.pairs:
        if not same(p.gold.span, p.found.span):
            yield here.edges(p.gold, p.found, rule_of(p.found, "span"))
