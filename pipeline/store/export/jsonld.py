"""Claims as linked data: schema.org `Claim`, and where each stands as a W3C Web Annotation with two selectors, by
position and by quote.

The context is in the file, so nothing has to be fetched to read it. Positions count code points.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pipeline.record import Amount, Claim, Date, Document, ParentRelation, Span, names

AROUND = 32
"""Code points of the text before and after a quotation."""
VOCABULARY = "urn:opclaims:vocabulary#"
CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "opclaims": VOCABULARY,
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@id"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": "oa:hasTarget",
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "appearance": {"@type": "@id"},
    "datePublished": {"@type": "xsd:date"},
    "value": {"@type": "xsd:decimal"},
    "minValue": {"@type": "xsd:decimal"},
    "maxValue": {"@type": "xsd:decimal"},
} | {
    name: f"opclaims:{name}"
    for name in ("kind", "polarity", "modality", "sourceType", "comparator", "checkWorthiness", *names(ParentRelation))
}  # fmt: skip
PEOPLE = {"person": "Person", "organisation": "Organization", "document": "CreativeWork"}


def write(documents: Iterable[Document], to: Path) -> None:
    """One JSON-LD file: an op-ed, its claims and their annotations, op-ed by op-ed."""
    with to.open("w", encoding="utf-8", newline="") as file:
        file.write(f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": [\n')
        between = ""
        for document in documents:
            for node in nodes(document):
                file.write(f"{between}{json.dumps(node, ensure_ascii=False)}")
                between = ",\n"
        file.write("\n]}\n")


def nodes(document: Document) -> Iterator[dict[str, Any]]:
    """The op-ed, and two nodes a claim."""
    yield _article(document)
    amounts = {amount.id: amount for amount in document.amounts}
    days = {date.id: date for date in document.dates}
    for claim in document.claims:
        yield _claim(document, claim, amounts, days)
        yield _annotation(document, claim)


def iri(*ids: str) -> str:
    """Of an op-ed, or of something in it: `urn:opclaims:<document>:<claim>`."""
    return "urn:opclaims:" + ":".join(quote(id, safe="") for id in ids)


def _article(document: Document) -> dict[str, Any]:
    named = {"author": ("Person", document.byline), "publisher": ("Organization", document.outlet)}
    return _known(
        id=iri(document.id),
        type="OpinionNewsArticle",
        headline=document.title,
        datePublished=document.published and document.published.isoformat(),
        inLanguage=document.language,
        url=document.url,
        **{role: name and {"type": sort, "name": name} for role, (sort, name) in named.items()},
    )


def _claim(
    document: Document, claim: Claim, amounts: dict[str, Amount], days: dict[str, Date]
) -> dict[str, Any]:
    said = claim.attribution
    source = (
        {"type": PEOPLE.get(said.source_type, "Thing"), "name": said.source.text} if said.source else None
    )
    return _known(
        id=iri(document.id, claim.id),
        type="Claim",
        text=claim.text,
        appearance=iri(document.id),
        author=source,
        kind=claim.kind,
        polarity=claim.polarity.value,
        modality=claim.modality.value,
        sourceType=said.source_type,
        checkWorthiness=claim.check_worthiness and claim.check_worthiness.score,
        mentions=[_amount(amounts[id]) for id in claim.amounts],
        temporalCoverage=[_interval(days[id]) for id in claim.dates if days[id].first or days[id].last],
        **({claim.parent.relation: {"id": iri(document.id, claim.parent.claim)}} if claim.parent else {}),
    )


def _amount(amount: Amount) -> dict[str, Any]:
    money = amount.currency is not None
    values = {"value": amount.value, "minValue": amount.low, "maxValue": amount.high}
    return _known(
        type="MonetaryAmount" if money else "QuantitativeValue",
        name=amount.span.text,
        comparator=amount.comparator,
        **({"currency": amount.currency} if money else {"unitText": amount.unit}),
        **{name: value if value is None else format(value, "f") for name, value in values.items()},
    )


def _interval(date: Date) -> str:
    """ISO 8601, an open end "..", as schema.org has it."""
    return f"{date.first or '..'}/{date.last or '..'}"


def _annotation(document: Document, claim: Claim) -> dict[str, Any]:
    return {
        "id": iri(document.id, claim.id, "annotation"),
        "type": "Annotation",
        "motivation": "oa:identifying",
        "body": iri(document.id, claim.id),
        "target": {"source": iri(document.id), "selector": selectors(document.text, claim.span)},
    }


def selectors(text: str | None, span: Span) -> list[dict[str, Any]]:
    """By position, in code points, and by quote."""
    around = {} if text is None else {
        "prefix": text[max(0, span.start - AROUND) : span.start], "suffix": text[span.end : span.end + AROUND]
    }  # fmt: skip
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {"type": "TextQuoteSelector", "exact": span.text, **around},
    ]


def _known(**values: Any) -> dict[str, Any]:
    """What is known: nothing that is empty."""
    return {name: value for name, value in values.items() if value is not None and value != []}
