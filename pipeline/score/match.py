"""A gold document and what was found in the same text, paired sort by sort, with what gold leaves open heeded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.record import Amount, Claim, Date, Document, Entity
from pipeline.score.leeway import Open, accepted, alternatives, forms, required, stripped
from pipeline.score.pair import Item, Pair, Pairing, assign
from pipeline.score.spans import claim_words, overlap, word_f1

NAMED = frozenset(
    ["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"]
)  # the other labels only repeat what the amounts and dates say
TOUCHES = 0.2  # claims that share less than a fifth of their words are not each other's answer
PAIRED = 0.5  # word F1 from which two claims count as the same; their fields are compared from here on


@dataclass(frozen=True)
class Match:
    """Everything of both sides that counts, and what belongs together."""

    gold: Document
    found: Document
    entities: Pairing[Entity]
    amounts: Pairing[Amount]
    dates: Pairing[Date]
    claims: Pairing[Claim]

    @property
    def same_claims(self) -> list[Pair[Claim]]:
        """The pairs of claims that count as the same claim."""
        return [pair for pair in self.claims.pairs if pair.weight >= PAIRED]


def match(gold: Document, found: Document) -> Match:
    """Pair all entities (named ones only), amounts, dates and claims of two records of one text."""
    known = alternatives(gold)
    optional = gold.leeway.optional if gold.leeway else ()
    entities = _placed(_named(gold), _named(found), known, optional)
    amounts = _placed(gold.amounts, found.amounts, known, optional)
    dates = _placed(gold.dates, found.dates, known, optional)
    wanted, given = list(gold.claims), list(found.claims)
    for field, kept in (("amounts", amounts), ("dates", dates)):
        wanted = stripped(wanted, {item.id for item in kept.gold}, field)
        given = stripped(given, {item.id for item in kept.found}, field)
    claims = assign(wanted, given, _in_words(wanted, given, known), TOUCHES)
    claims = required(accepted(claims, known, _word_f1), optional, PAIRED)
    return Match(gold, found, entities, amounts, dates, claims)


def _placed(
    gold: Sequence[Item], found: Sequence[Item], known: Open, optional: Sequence[str]
) -> Pairing[Item]:
    """Paired by the characters in common."""
    spans = {item.id: [form.span for form in forms(item, known)] for item in gold}
    paired = assign(gold, found, lambda a, b: max(overlap(span, b.span) for span in spans[a.id]))
    return required(accepted(paired, known, lambda a, b: overlap(a.span, b.span)), optional)


def _in_words(gold: Sequence[Claim], found: Sequence[Claim], known: Open) -> Callable[[Claim, Claim], float]:
    """The words in common, in the form of gold that has the most. Each claim's words are gathered once."""
    wanted = {claim.id: [claim_words(form) for form in forms(claim, known)] for claim in gold}
    given = {claim.id: claim_words(claim) for claim in found}
    return lambda a, b: max(word_f1(form, given[b.id]) for form in wanted[a.id])


def _word_f1(a: Claim, b: Claim) -> float:
    return word_f1(claim_words(a), claim_words(b))


def _named(document: Document) -> tuple[Entity, ...]:
    return tuple(entity for entity in document.entities if entity.label in NAMED)
