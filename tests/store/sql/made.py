"""A document made by hand: each sentence is a claim, "Verb" its predicate; a sum in it is an amount that moves."""

import re
from decimal import Decimal

from pipeline.record import (
    Amount,
    Attribution,
    Claim,
    Document,
    Entity,
    MadeBy,
    Modality,
    Parent,
    Polarity,
    Predicate,
    Role,
    Span,
    Transfer,
    claim_id,
    digest,
)


def document(id="a", text="Norway paid $3 million. Peru will pay.", *, config="0", **head):
    """Claims of the sentences, entities of their first words, amounts of `$N million`."""
    amounts = [_amount(text, found, at) for at, found in enumerate(re.finditer(r"\$(\d+) million", text), 1)]
    sentences = [Span.of(text, *found.span()) for found in re.finditer(r"[^ .][^.]{1,200}\.", text)]
    entities = [_entity(text, span, at) for at, span in enumerate(sentences, 1)]
    claims: list[Claim] = []
    for at, span in enumerate(sentences):
        inside = [each for each in amounts if span.start <= each.span.start < span.end]
        claims.append(_claim(id, text, span, at, entities[at], inside, claims[-1] if claims else None))
    return Document(
        id=id, sha256=digest(text), text=text, made_by=MadeBy(version="0", model="hand", config=config),
        entities=tuple(entities), amounts=tuple(amounts), claims=tuple(claims), **head,
    )  # fmt: skip


def _amount(text, found, at):
    value, span = Decimal(found[1]) * 1_000_000, Span.of(text, *found.span())
    return Amount(
        id=f"m{at}", span=span, core=span, value=value, low=value, high=None, comparator="ge", unit="currency",
        currency="USD", currency_basis="default", rule="hand",
    )  # fmt: skip


def _entity(text, span, at):
    first = Span.of(text, span.start, span.start + len(span.text.split()[0].rstrip(".")))
    return Entity(id=f"e{at}", span=first, label="GPE", name=first.text)


def _claim(id, text, span, at, entity, inside, before):
    second = re.compile(r"\w+").search(text, entity.span.end, span.end)
    verb = Span.of(text, *second.span()) if second else entity.span
    return Claim(
        id=claim_id(id, span.text, str(at)), span=span, fragments=(span,), sentence=at, paragraph=0, region="body",
        text=span.text, object=None, kind="prediction" if "will" in span.text else "fact",
        subject=Role(role="subject", span=entity.span, text=entity.name, head=entity.span, entity=entity.id),
        predicate=Predicate(
            role="predicate", span=verb, text=verb.text, head=verb, lemma=verb.text, tense="past", voice="active"
        ),
        polarity=Polarity(value="affirmed"), modality=Modality(value="asserted"),
        attribution=Attribution(source_type="author"), amounts=tuple(each.id for each in inside),
        transfer=Transfer(amount=inside[0].id, payer=entity.span, status="disbursed") if inside else None,
        entities=(entity.id,), parent=Parent(claim=before.id, relation="conjunct_of") if before else None,
    )  # fmt: skip
