"""What a reader with no linguistics would get: the figure beside every figure.

Each baseline is a record made from the text alone and scored like any other, so that one scorer serves both.
It may choose its majority labels from the very gold it is scored on: a baseline is given the benefit of the doubt.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

from pipeline.record import (
    Amount,
    Attribution,
    Claim,
    Date,
    Document,
    Entity,
    Modality,
    Polarity,
    Predicate,
    Span,
    digest,
)
from pipeline.score.match import NAMED
from pipeline.score.spans import shared

# Sentences are cut from the text, not taken from gold: gold's spans would hand the baseline what it should find.
_SENTENCE = re.compile(r"[^\s.?!](?:[^.?!\n]|[.?!](?![\"”’')]{0,3}(?:\s|$)))*[.?!]?")
_MONEY = re.compile(
    r"(?:US|A|C|S|HK)?[$€£¥₹]\s?((?:\d{1,3}(?:,\d{3}){1,6}|\d{1,20})(?:\.\d{1,6})?)(?:\s?(million|billion|trillion|bn|m|tn)\b)?"
)
_YEAR = re.compile(r"(?:\b[Ii]n )?(?<!\d)(1\d{3}|20\d{2}|2100)(?!\d)")
_NAME = re.compile(r"[A-Z][\w'’-]{0,40}(?:\s[A-Z][\w'’-]{0,40}){0,8}")
_EDGES = "\"'“”‘’«».?!…,;: "
_WORD = re.compile(r"\w+")
_SCALES = {"m": 6, "million": 6, "bn": 9, "billion": 9, "tn": 12, "trillion": 12}
_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}


def trivial(gold: Sequence[Document]) -> list[Document]:
    """Every sentence a claim of the author, every capitalised run a name, every figure with a currency mark an
    amount, every year from 1000 to 2100 a date; majority labels. None, unless all documents hold their text."""
    majority = _majorities(gold)
    read = [_read(document, document.text, majority) for document in gold if document.text is not None]
    return read if len(read) == len(gold) else []


def sentences(text: str) -> list[Span]:
    """Stretches that end at `.` `?` `!` before white space, or at the end of a line."""
    found = [Span.of(text, m.start(), m.start() + len(m.group().rstrip())) for m in _SENTENCE.finditer(text)]
    return [span for span in found if _WORD.search(span.text)]


def _read(gold: Document, text: str, majority: dict[str, Any]) -> Document:
    amounts, dates = tuple(_amounts(text)), tuple(_dates(text))
    claims = (_claim(_trimmed(span), i, majority) for i, span in enumerate(sentences(text)))
    return Document(
        id=gold.id,
        sha256=digest(text),
        text=text,
        made_by=gold.made_by,
        entities=tuple(_entities(text, majority["label"])),
        amounts=amounts,
        dates=dates,
        claims=tuple(
            claim.model_copy(update={"amounts": _inside(claim, amounts), "dates": _inside(claim, dates)})
            for claim in claims
        ),
    )


def _inside(claim: Claim, items: Sequence[Amount] | Sequence[Date]) -> tuple[str, ...]:
    return tuple(item.id for item in items if shared(claim.span, item.span))


def _entities(text: str, label: Any) -> Iterable[Entity]:
    for i, m in enumerate(_NAME.finditer(text)):
        yield Entity(id=f"e{i}", span=Span.of(text, *m.span()), label=label, name=m.group())


def _amounts(text: str) -> Iterable[Amount]:
    for i, m in enumerate(_MONEY.finditer(text)):
        value = Decimal(m[1].replace(",", "")).scaleb(_SCALES.get(m[2], 0))
        mark = next(c for c in m.group() if c in _CURRENCIES)
        span = Span.of(text, *m.span())
        yield Amount(
            id=f"m{i}", span=span, core=span, value=value, low=value, high=value, comparator="eq",
            unit="currency", currency=_CURRENCIES[mark], currency_basis="default", rule="baseline",
        )  # fmt: skip


def _dates(text: str) -> Iterable[Date]:
    for i, m in enumerate(_YEAR.finditer(text)):
        span, year = Span.of(text, *m.span()), int(m[1])
        yield Date(
            id=f"d{i}", span=span, core=Span.of(text, *m.span(1)), kind="date", relation="in", edtf=None,
            timex=None, grain="year", first=dt.date(year, 1, 1), last=dt.date(year, 12, 31),
            anchored_to="absolute", rule="baseline",
        )  # fmt: skip


def _trimmed(span: Span) -> Span:
    """Without quotation marks and stops at its edges, which no claim of gold has."""
    start = span.start + len(span.text) - len(span.text.lstrip(_EDGES))
    text = span.text.strip(_EDGES)
    return Span(start=start, end=start + len(text), text=text)


def _claim(span: Span, ordinal: int, majority: dict[str, Any]) -> Claim:
    first = next(_WORD.finditer(span.text))  # what holds no word is no sentence
    word = Span(start=span.start + first.start(), end=span.start + first.end(), text=first.group())
    lemma = majority["lemma"]
    return Claim(
        id=f"c{ordinal}", span=span, fragments=(span,), sentence=ordinal, paragraph=0, region="body",
        text=span.text, subject=None, object=None,
        predicate=Predicate(
            role="predicate", span=word, text=word.text, head=word, lemma=lemma, tense="none", voice="active"
        ),
        kind=majority["kind"], polarity=Polarity(value=majority["polarity"]),
        modality=Modality(value=majority["modality"]), attribution=Attribution(source_type="author"),
    )  # fmt: skip


def _majorities(gold: Sequence[Document]) -> dict[str, Any]:
    claims = [claim for document in gold for claim in document.claims]
    names = [e.label for document in gold for e in document.entities if e.label in NAMED]
    return {
        "label": _majority(names, "GPE"),
        "kind": _of(claims, lambda c: c.kind, "fact"),
        "polarity": _of(claims, lambda c: c.polarity.value, "affirmed"),
        "modality": _of(claims, lambda c: c.modality.value, "asserted"),
        "lemma": _of(claims, lambda c: c.predicate.lemma, "be"),
    }


def _of(claims: list[Claim], read: Callable[[Claim], str], default: str) -> str:
    return _majority([read(claim) for claim in claims], default)


def _majority(labels: Sequence[str], default: str) -> str:
    """The most frequent, the first in the alphabet where several are."""
    counts = Counter(labels)
    return min(counts, key=lambda label: (-counts[label], label)) if counts else default
