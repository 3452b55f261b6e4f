"""What the earlier stages left on a Doc, read once, and what is remembered while the text is read."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.marks import Row, metadata, read, text_of, tokens_of
from pipeline.plain import Doc, Span
from pipeline.record import digest
from pipeline.stages.claims.arguments import Around, around
from pipeline.stages.claims.near import Near
from pipeline.stages.claims.speech import Speech


@dataclass
class Annotations:
    """What the earlier stages left on the Doc, read once."""

    doc: Doc
    document: str
    """Its id, or the start of its hash."""
    layout: Sequence[Row]
    laid: Near[Row]
    """The layout of the whole text, to be asked for a sentence's."""
    amounts: list[Row]
    dates: list[Row]
    entities: list[Row]
    speech: Speech
    told: Callable[[int, int], Speech]
    """`(first, last)`, code points → the speech between them."""
    know: Around
    figures: set[int]
    """The tokens of amounts."""
    paragraphs: list[int]
    """Where each begins."""
    published: str | None = None
    every: list[Row] = field(default_factory=list)
    """The dates of the whole text."""
    seen: Counter[str] = field(default_factory=Counter)
    """How often a claim with these words and this path came so far."""

    @classmethod
    def of(cls, doc: Doc) -> "Annotations":
        """Of the whole Doc."""
        entities, dates = read(doc, "entities"), read(doc, "dates")
        document = metadata(doc, "article_id") or digest(text_of(doc))[:16]
        amounts = read(doc, "money")
        layout = read(doc, "tokenize")
        paragraphs = [row["span"]["start"] for row in layout if row["kind"] == "paragraph"]
        know = around(doc, entities, dates, amounts)
        speech = Speech.of(doc, read(doc, "attribution"))
        return cls(
            doc, document, layout, Near(layout, [_edges(row) for row in layout]), amounts, dates, entities,
            speech, speech.near(), know, set(know.figure_at), paragraphs,
            metadata(doc, "published"), dates,
        )  # fmt: skip

    def near(self, sentence: Span) -> "Annotations":
        """The same with only the rows that stand in this sentence: what a claim looks through stays short."""
        first, last = sentence.start_char, sentence.end_char
        amounts, dates, entities = (
            _between(rows, first, last) for rows in (self.amounts, self.dates, self.entities)
        )
        layout, speech = self.laid.between(first, last), self.told(first, last)
        return replace(self, layout=layout, amounts=amounts, dates=dates, entities=entities, speech=speech)

    def ahead(self, dates: list[Row]) -> list[Span]:
        """Those of these dates that begin after the day of publication: their tokens. What lasts until then has begun,
        and "by 2025", said in 2025, may look back."""
        rows = [row for row in dates if self.published and row["relation"] != "until"]
        rows = [row for row in rows if (row["first"] or _unit(row)) > (self.published or "")]
        spans = (tokens_of(self.doc, row["core"]) for row in rows)
        return [span for span in spans if span is not None]

    def paragraph(self, start: int) -> int:
        """The ordinal of the paragraph around a code point."""
        return max(0, bisect_right(self.paragraphs, start) - 1)


def _edges(row: Row) -> tuple[int, int]:
    return row["span"]["start"], row["span"]["end"]


def _between(rows: list[Row], first: int, last: int) -> list[Row]:
    """Rows (in order of start) that start within these code points."""
    edges = (bisect_left(rows, edge, key=lambda row: row["span"]["start"]) for edge in (first, last))
    return rows[slice(*edges)]


def _unit(row: Row) -> str:
    """Where the unit begins that an open date ends with: of "by 2025" 1 January. "" where that is not known."""
    last, grain = row["last"], row["grain"]
    if last is None or grain == "century":
        return ""
    if grain == "decade":
        return f"{last[:3]}0-01-01"
    return f"{last[:4]}-01-01" if grain in ("year", "fiscal_year", "half", "quarter", "season") else last
