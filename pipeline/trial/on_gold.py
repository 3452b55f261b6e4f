"""A stage with gold for input. What it gets wrong then is its own; the rest it inherits."""

from typing import Any

from spacy.language import Language

from pipeline.extraction import document as recorded
from pipeline.marks import Row
from pipeline.record import Claim, Document
from pipeline.trial.reading import article, read

GIVEN: dict[str, tuple[str, ...]] = {
    "attribution": ("entities",),
    "claims": ("entities", "money", "dates", "attribution"),
    "transfers": ("entities", "money", "dates", "attribution"),
}
"""What is scored → which stages hand over gold. Names, amounts and dates start from tokens and the parse, of which
the corpus has no gold."""
STANCE = {"lemma": "say", "stance": "say", "negates": False, "resolved": None, "rule": "gold"}
"""What gold does not say about a saying."""


def on_gold(nlp: Language, document: Document) -> dict[str, Document]:
    """For each of `GIVEN`, the document as our stages read it from gold. Raises ValueError for one without text."""
    rows = {
        "entities": [row.model_dump(mode="json") for row in document.entities],
        "money": [row.model_dump(mode="json") for row in document.amounts],
        "dates": [row.model_dump(mode="json") for row in document.dates],
        "attribution": _sayings(document),
    }
    done: dict[tuple[str, ...], Document] = {}
    for stages in GIVEN.values():
        if stages not in done:
            doc, head = read(nlp, document, {stage: rows[stage] for stage in stages})
            done[stages] = recorded(doc, article(document), head, nlp)
    return {scored: done[stages] for scored, stages in GIVEN.items()}


def _sayings(document: Document) -> list[Row]:
    """Rows of the stage `attribution`, one for the claims of a sentence that one speaker makes with one cue."""
    groups: dict[Any, list[Claim]] = {}
    for claim in document.claims:
        said = claim.attribution
        if said.source_type != "author":
            groups.setdefault((claim.sentence, said.source, said.cue, said.chain), []).append(claim)
    return [_saying(document, f"s{at}", claims) for at, claims in enumerate(groups.values(), 1)]


def _saying(document: Document, id: str, claims: list[Claim]) -> Row:
    said = claims[0].attribution.model_dump(mode="json")
    pieces = sorted({(span.start, span.end): span for claim in claims for span in claim.fragments}.items())
    fragments = [span.model_dump() for _, span in pieces]
    start, end = fragments[0]["start"], max(piece["end"] for piece in fragments)
    whole = {"start": start, "end": end, "text": (document.text or "")[start:end]}
    return {"id": id, "span": whole, "fragments": fragments, **said, **STANCE}
