"""Ids: how they are made, that none is given twice, and that every one that is named exists."""

import hashlib
from collections.abc import Iterator
from typing import Any

from pipeline.record.amount import Sum
from pipeline.record.claim import Claim
from pipeline.record.entity import Entity
from pipeline.record.span import Record


def digest(text: str) -> str:
    """SHA-256 of the UTF-8 bytes, in hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def claim_id(document_id: str, quote: str, path: str) -> str:
    """Sixteen hex digits that depend on the document, the quoted words and the path of decomposition only."""
    return digest("\0".join((document_id, quote, path)))[:16]


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


def unique_ids(items: tuple[Any, ...]) -> frozenset[str]:
    """Their ids. Raises ValueError where one is given twice."""
    ids = [item.id for item in items]
    twice = sorted({i for i in ids if ids.count(i) > 1}) if len(set(ids)) < len(ids) else []
    if twice:
        raise ValueError(f"id {twice[0]!r} is given twice")
    return frozenset(ids)
