"""Documents with everything in them, and one whose every text would be a formula."""

from pathlib import Path

import pytest

from pipeline.record import Document
from pipeline.store import read

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def documents():
    return [
        next(read(ROOT / "corpus" / "gold" / f"{name}.jsonl"))
        for name in ("rice-and-promises", "rent-islands")
    ]


@pytest.fixture(scope="session")
def formula(documents):
    """A document whose names and metadata a spreadsheet would run."""
    document = documents[0]
    evil = '=HYPERLINK("http://x.example","y")'
    entities = tuple(e.model_copy(update={"name": evil}) for e in document.entities)
    claims = tuple(c.model_copy(update={"text": f"@{evil}"}) for c in document.claims)
    changes = {"title": evil, "outlet": "+1+1", "entities": entities, "claims": claims}
    return Document.model_validate(document.model_copy(update=changes).model_dump())
