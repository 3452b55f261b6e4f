"""A record → gold: what a person answers for, as `opclaims gold check` wants it."""

from collections.abc import Iterator
from typing import Any

from pipeline.exchange.fragments import borrowed, own
from pipeline.exchange.shelf import Shelf
from pipeline.exchange.values import RULE
from pipeline.gold.build import GUIDELINES
from pipeline.gold.rules import broken
from pipeline.gold.sentences import Sentence, sentences
from pipeline.record import VALUE_LABELS, Claim, Document, MadeBy, Skipped, Span


def as_gold(document: Document, by: str) -> tuple[Document, list[str]]:
    """The record without the scores and rules of a program, sentences numbered as gold does, and each finding of gold's
    rules as a sentence. `by`: who annotated. One that is gold already stays as it is."""
    gold = document if document.made_by.version == "gold" else _gold(document, by)
    return gold, [f"document {gold.id}, {entry}: {reason}" for entry, reason in broken(gold)]


def _gold(document: Document, by: str) -> Document:
    whole = sentences(document.text or "")
    entities = tuple(entity for entity in document.entities if entity.label not in VALUE_LABELS)
    document = document.model_copy(update={"entities": entities})
    shelves = {many: Shelf(getattr(document, many)) for many in ("amounts", "dates", "entities")}
    claims = tuple(_claim(document, claim, whole, shelves) for claim in document.claims)
    rule: dict[str, Any] = {"rule": RULE}
    made: dict[str, Any] = {
        "claims": claims,
        "amounts": tuple(one.model_copy(update={**rule, "converted": None}) for one in document.amounts),
        "dates": tuple(one.model_copy(update=rule) for one in document.dates),
        "skipped": tuple(_skipped(document, claims, whole)),
        "made_by": MadeBy(version="gold", model=by, config=GUIDELINES),
    }
    return Document.model_validate(
        {**{name: getattr(document, name) for name in Document.model_fields}, **made}
    )


def _claim(document: Document, claim: Claim, whole: tuple[Sentence, ...], shelves: dict[str, Shelf]) -> Claim:
    """It lists what stands in its fragments, of amounts nothing else; these begin and end where it does."""
    text = document.text or ""
    home = next((one for one in whole if one.start <= claim.span.start < one.end), None)
    made: dict[str, Any] = {"sentence": home.number, "paragraph": home.paragraph} if home else {}
    edges = tuple(sorted({*own(claim), *borrowed(claim)}))
    made["fragments"] = tuple(Span.of(text, *edge) for edge in edges)
    for many, shelf in shelves.items():
        beside = () if many == "amounts" else getattr(claim, many)
        made[many] = shelf.sorted({*shelf.inside(edges), *beside})
    return claim.model_copy(update={**made, "rules": (), "confidence": None, "check_worthiness": None})


def _skipped(document: Document, claims: tuple[Claim, ...], whole: tuple[Sentence, ...]) -> Iterator[Skipped]:
    """Sentences of gold without a claim that lie in, or hold, one that was skipped."""
    claimed = {claim.sentence for claim in claims}
    for one in whole:
        over = [skip for skip in document.skipped if skip.span.start < one.end and one.start < skip.span.end]
        if over and one.number not in claimed:
            span = Span.of(document.text or "", one.start, one.end)
            yield Skipped(sentence=one.number, span=span, reason=over[0].reason)
