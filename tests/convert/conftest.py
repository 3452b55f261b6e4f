"""Documents whose claims name amounts and dates; the words do not matter here."""

import datetime as dt
from decimal import Decimal

import pytest

from pipeline.record import (
    Amount,
    Attribution,
    Claim,
    Date,
    Document,
    MadeBy,
    Modality,
    Polarity,
    Predicate,
    Span,
    digest,
)

TEXT = "It paid money."
ALL = Span.of(TEXT, 0, len(TEXT))


def amount(id="m1", value="20000000", currency="USD", low="same", high="same", unit="currency"):
    exact = value and Decimal(value)
    low, high = (exact if end == "same" else end and Decimal(end) for end in (low, high))
    return Amount(
        id=id, span=ALL, core=ALL, value=exact, low=low, high=high, comparator="eq", unit=unit, currency=currency,
        rule="mark",
    )  # fmt: skip


def date(id, first, last, kind="date"):
    first, last = (day and dt.date.fromisoformat(day) for day in (first, last))
    return Date(
        id=id, span=ALL, core=ALL, kind=kind, relation="in", edtf=None, timex=None, grain="year", first=first,
        last=last, anchored_to="absolute", rule="year",
    )  # fmt: skip


def claim(id, amounts=("m1",), dates=()):
    return Claim(
        id=id, span=ALL, fragments=(ALL,), sentence=0, paragraph=0, region="body", text=TEXT, subject=None,
        object=None, kind="fact", polarity=Polarity(value="affirmed"), modality=Modality(value="asserted"),
        predicate=Predicate(
            role="predicate", span=ALL, text=TEXT, head=ALL, lemma="pay", tense="past", voice="active"
        ),
        attribution=Attribution(source_type="author"), amounts=amounts, dates=dates,
    )  # fmt: skip


@pytest.fixture
def make():
    """A Document of amounts, dates and claims, published on a day."""

    def build(*items, published="2024-04-30"):
        kinds = {Amount: "amounts", Date: "dates", Claim: "claims"}
        fields = {name: tuple(x for x in items if type(x) is kind) for kind, name in kinds.items()}
        return Document(
            id="a", sha256=digest(TEXT), text=TEXT, made_by=MadeBy(version="0", model="none", config="0"),
            published=published and dt.date.fromisoformat(published), **fields,
        )  # fmt: skip

    return build


@pytest.fixture(scope="session")
def build():
    """The parts of a document."""
    return {"amount": amount, "date": date, "claim": claim}
