"""Sums → rows on the Doc, shaped like `record.Sum`."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal

import spacy.tokens

from pipeline import marks
from pipeline.marks import Row
from pipeline.plain import Doc, plain
from pipeline.stages.sums.check import Sum, find
from pipeline.stages.sums.figure import Figure
from pipeline.stages.sums.sentence import Sentence, sentence


class Sums:
    """The component: reads amounts, dates, sentences and tags, leaves `doc._.sums`. Keeps no state."""

    def __call__(self, doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        page = plain(doc)
        found = find(list(sentences(page))) if len(marks.read(doc, "money")) > 1 else []
        return marks.put(doc, "sums", [row(page, f"s{n}", sum_) for n, sum_ in enumerate(found, start=1)])


def sentences(doc: Doc) -> Iterator[Sentence]:
    """The sentences of a Doc; pieces that a semicolon parts are one."""
    text = marks.text_of(doc)
    figures = [figure(amount) for amount in marks.read(doc, "money")]
    dates = [(day["span"]["start"], day["span"]["end"]) for day in marks.read(doc, "dates")]
    tags = {token.idx: token.pos_ for token in doc}
    starts = [r["span"]["start"] for r in marks.read(doc, "tokenize") if r["kind"] == "paragraph"]
    edges = list(_edges(doc))
    begins = [figure.start for figure in figures]
    before = [*(bisect_left(begins, start) for start, _ in edges), len(figures), len(figures)]
    for number, (start, end) in enumerate(edges):
        yield sentence(
            text,
            (start, end),
            figures,
            dates=dates,
            tag=lambda at: tags.get(at, ""),
            paragraph=bisect_right(starts, start),
            read=before[max(0, number - 1)] < before[number + 2],  # a figure in it or beside it
        )


def _edges(doc: Doc) -> Iterator[tuple[int, int]]:
    if not doc.has_annotation("SENT_START"):
        yield 0, len(marks.text_of(doc))
        return
    start: int | None = None
    for piece in doc.sents:
        start = piece.start_char if start is None else start
        if not piece.text.rstrip().endswith(";"):
            yield start, piece.end_char
            start = None
    if start is not None:
        yield start, len(marks.text_of(doc))


def figure(amount: Row) -> Figure:
    """An amount's row as a figure that can be added."""
    money = [amount["currency"]] if amount["currency"] else amount["candidates"]
    value, low, high = (None if amount[k] is None else Decimal(amount[k]) for k in ("value", "low", "high"))
    return Figure(
        id=amount["id"],
        start=amount["span"]["start"],
        end=amount["span"]["end"],
        core_start=amount["core"]["start"],
        core=amount["core"]["text"],
        value=value,
        low=low,
        high=high,
        kind=(amount["unit"], *money),
        per=amount["per"],
        change=amount["change"],
        rule=amount["rule"],
    )


def row(doc: Doc, id: str, found: Sum) -> Row:
    """One sum as a row: only strings, booleans, None and lists, so that the Doc can travel."""
    return {
        "id": id,
        "span": marks.cut(doc, found.start, found.end),
        "parts": list(found.parts),
        "total": found.total,
        "value": _digits(found.value),
        "low": _digits(found.low),
        "high": _digits(found.high),
        "holds": found.holds,
        "cue": marks.cut(doc, *found.cue),
        "rule": found.rule,
    }


def _digits(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
