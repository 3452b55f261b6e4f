"""What libraries would get by themselves: the trained model's names, quantulum3, dateparser, triples of the parse."""

from collections.abc import Iterator
from decimal import Decimal

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.record import Amount, Date, Document, Entity, Span
from pipeline.stages.dates import parser
from pipeline.stages.money import quantulum
from pipeline.trial.reading import read
from pipeline.trial.triples import triples

FIRST_OF_OURS = "entities"
UNITS = {"percentage": "percent", "dimensionless": "count"}


def alone(nlp: Language, document: Document) -> Document:
    """The text as they read it. Raises ValueError for a document that was written without its text."""
    doc, _ = read(nlp, document, until=FIRST_OF_OURS)
    text = doc.text
    amounts, dates = tuple(_amounts(doc, text)), tuple(_dates(document, text))
    return Document(
        id=document.id,
        sha256=document.sha256,
        text=text,
        made_by=document.made_by,
        entities=tuple(_names(doc, text)),
        amounts=amounts,
        dates=dates,
        claims=tuple(triples(doc, text, amounts, dates)),
    )


def _names(doc: Doc, text: str) -> Iterator[Entity]:
    for at, ent in enumerate(doc.ents, 1):
        span = Span.of(text, ent.start_char, ent.end_char)
        yield Entity.model_validate({"id": f"e{at}", "span": span, "label": ent.label_, "name": ent.text})


def _amounts(doc: Doc, text: str) -> Iterator[Amount]:
    at = 0
    for sentence in doc.sents:
        for start, end, value, unit, currency in quantulum.quantities(sentence.text):
            at += 1
            span = Span.of(text, sentence.start_char + start, sentence.start_char + end)
            figure = Decimal(repr(value)).normalize()
            yield Amount(
                id=f"m{at}", span=span, core=span, value=figure, low=figure, high=figure, comparator="eq",
                unit="currency" if currency else UNITS.get(unit, unit), currency=currency, rule="quantulum3",
            )  # fmt: skip


def _dates(document: Document, text: str) -> Iterator[Date]:
    for at, (start, end, day) in enumerate(parser.search(text, document.published), 1):
        span = Span.of(text, start, end)
        yield Date(
            id=f"d{at}", span=span, core=span, kind="date", relation=None, edtf=None, timex=None, grain="day",
            first=day, last=day, anchored_to="absolute", rule="dateparser",
        )  # fmt: skip
