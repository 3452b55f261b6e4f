"""What is asked of a run, and what came of it."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from pipeline.record import Document, Failure, MadeBy


@dataclass(frozen=True, kw_only=True)
class Options:
    """`published` is the day for articles that name none; `model` a name or folder (None: our own); `convert` a
    currency (ISO 4217) in which sums of money are given, too."""

    published: dt.date | None = None
    model: str | None = None
    with_text: bool = True
    workers: int = 1
    convert: str | None = None


@dataclass
class Counts:
    """How much was found. `contradicted`: sums whose parts do not make the total."""

    documents: int = 0
    claims: int = 0
    amounts: int = 0
    dates: int = 0
    sums: int = 0
    contradicted: int = 0
    entities: int = 0
    skipped: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    made_by: MadeBy | None = None

    def add(self, document: Document) -> None:
        self.documents += 1
        for name in ("claims", "amounts", "dates", "sums", "entities", "skipped"):
            setattr(self, name, getattr(self, name) + len(getattr(document, name)))
        self.contradicted += sum(not found.holds for found in document.sums)
        self.kinds.update(claim.kind for claim in document.claims)
        self.made_by = self.made_by or document.made_by


@dataclass(frozen=True)
class Summary:
    """What a run did. `interrupted`: it was stopped from the keyboard, and kept what was finished."""

    counts: Counts
    failures: tuple[Failure, ...]
    interrupted: bool = False
