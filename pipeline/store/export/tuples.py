"""Open facts, one a line, with tabs."""

from collections.abc import Iterable
from pathlib import Path

from pipeline.record import Document
from pipeline.store.export.facts import Fact, facts
from pipeline.store.tables import disarm

COLUMNS = (
    "document",
    "claim",
    "confidence",
    "source",
    "polarity",
    "modality",
    "subject",
    "relation",
    "arguments",
)
"""The last stands as often as there are arguments."""


def write(documents: Iterable[Document], to: Path) -> None:
    """One fact a line, with tabs: `COLUMNS`; white space in a cell is one blank."""
    with to.open("w", encoding="utf-8", newline="") as file:
        file.write("\t".join(COLUMNS) + "\n")
        for document in documents:
            for fact in facts(document):
                file.write("\t".join(_cells(document, fact)) + "\n")


def _cells(document: Document, fact: Fact) -> list[str]:
    claim = fact.claim
    source = claim.attribution.source
    given = "" if claim.confidence is None else f"{claim.confidence:.2f}"
    if fact.saying:
        kept = ["", "affirmed", "asserted"]
    else:
        kept = ["" if source is None else source.text, claim.polarity.value, claim.modality.value]
    phrases = [phrase.text for phrase in (fact.subject, fact.relation, *fact.arguments)]
    return [disarm(" ".join(cell.split())) or "" for cell in (document.id, claim.id, given, *kept, *phrases)]
