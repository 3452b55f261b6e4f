"""The fields of claims that both sides have: which are wrong, and whose fault it is."""

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.record import Amount, Claim, Date, Span, Transfer
from pipeline.score.attribution import right_source
from pipeline.score.claims import CLOSED, ROLES, Links, linked, links, right_role
from pipeline.score.error import Cause, Error, Place
from pipeline.score.match import Match
from pipeline.score.pair import Pairing
from pipeline.score.transfers import PARTIES, same_party

RULED = {"source_type": "attribution", "content": "attribution"}
"""Fields that are decided under another name."""


class Shelf(NamedTuple):
    """The amounts (dates) of a document, made once for all its claims: which belong together, and where each stands."""

    known: Links
    gold: dict[str, Span]
    found: dict[str, Span]

    @classmethod
    def of(cls, pairing: Pairing[Amount] | Pairing[Date]) -> "Shelf":
        sides = ({item.id: item.span for item in side} for side in (pairing.gold, pairing.found))
        return cls(links(pairing), *sides)


def claim_errors(match: Match) -> Iterator[Error]:
    """Every wrong field of every claim that was found."""
    where = match.gold.id
    shelves = {"amounts": Shelf.of(match.amounts), "dates": Shelf.of(match.dates)}
    for pair in match.same_claims:
        yield from _closed(where, pair.gold, pair.found)
        yield from _filled(where, pair.gold, pair.found)
        for field, shelf in shelves.items():
            yield from _linked(Place(where, "claims"), field, shelf, pair.gold, pair.found)
        yield from _transfer(
            Place(where, "transfers"), match, shelves["amounts"].known, pair.gold, pair.found
        )


def rule_of(claim: Claim, field: str) -> str | None:
    """What decided a field of it, if it says so."""
    return next((ruled.rule for ruled in claim.rules if ruled.field == field), None)


def _closed(where: str, gold: Claim, found: Claim) -> Iterator[Error]:
    """Fields with a label."""
    said = {("claims", field): (read(gold), read(found)) for field, read in CLOSED.items()}
    said["claims", "predicate"] = (gold.predicate.lemma.lower(), found.predicate.lemma.lower())
    for field in ("source_type", "content"):
        said["attribution", field] = (getattr(gold.attribution, field), getattr(found.attribution, field))
    for (stage, field), values in said.items():
        if values[0] != values[1]:
            yield Place(where, stage).wrong(
                field, gold, found, values, rule_of(found, RULED.get(field, field))
            )


def _filled(where: str, gold: Claim, found: Claim) -> Iterator[Error]:
    """Fields that words fill."""
    for field, role in ROLES.items():
        a, b = role(gold), role(found)
        if not right_role(a, b):
            spans = (a.span if a else None, b.span if b else None)
            yield Place(where, "claims").filled(field, gold.span, *spans, rule_of(found, field))
    s, t = gold.attribution.source, found.attribution.source
    if not right_source(s, t):
        yield Place(where, "attribution").filled("source", gold.span, s, t, rule_of(found, "attribution"))


def _linked(here: Place, field: str, shelf: Shelf, gold: Claim, found: Claim) -> Iterator[Error]:
    """Amounts (dates) that only one of the two names; inherited where the other side has no such thing at all."""
    rule = rule_of(found, field)
    answered, asked = {g for g, _ in shelf.known}, {f for _, f in shelf.known}
    for wanted in getattr(gold, field):
        if not linked((wanted,), getattr(found, field), shelf.known):
            cause: Cause = "left empty" if wanted in answered else "inherited"
            yield here.filled(field, gold.span, shelf.gold[wanted], None, rule, cause)
    for given in getattr(found, field):
        if not linked(getattr(gold, field), (given,), shelf.known):
            cause = "should be empty" if given in asked else "inherited"
            yield here.filled(field, gold.span, None, shelf.found[given], rule, cause)


def _transfer(here: Place, match: Match, known: Links, gold: Claim, found: Claim) -> Iterator[Error]:
    g, f = gold.transfer, found.transfer
    rule = rule_of(found, "transfer")
    if g is None or f is None:
        if g:
            yield here.missed(gold)
        if f:
            yield here.spurious(found, rule)
        return
    for field in PARTIES:
        if not same_party(g, f, field):
            yield here.filled(field, gold.span, getattr(g, field), getattr(f, field), rule)
    for field in ("status", "aggregation"):
        values = (getattr(g, field), getattr(f, field))
        if values[0] != values[1]:
            yield here.wrong(field, gold, found, values, rule)
    if not linked((g.amount,), (f.amount,), known):
        yield here.filled("amount", gold.span, *_sums(match, g, f), rule)


def _sums(match: Match, gold: Transfer, found: Transfer) -> tuple[Span | None, Span | None]:
    wanted = {amount.id: amount.span for amount in match.gold.amounts}
    given = {amount.id: amount.span for amount in match.found.amounts}
    return wanted.get(gold.amount), given.get(found.amount)
