"""Direct speech: where quotation marks, not the parse, give the edges of what is said."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from pipeline.marks import Row, read
from pipeline.plain import Doc
from pipeline.stages.attribution.saying import Saying

MOST = 0.6  # a content that fills this share of a quotation is that quotation


class Quotes:
    """The quotations of a Doc, found by code point. They do not overlap: the tokenize stage gives the outermost."""

    def __init__(self, doc: Doc):
        rows = [row for row in read(doc, "tokenize") if row["kind"] == "quote"]
        self.rows: Sequence[Row] = sorted(rows, key=lambda row: row["span"]["start"])
        self.starts = [row["span"]["start"] for row in self.rows]
        self.spoken = [row for row in self.rows if not row["scare"]]

    def at(self, point: int) -> Row | None:
        """The quotation, marks included, around a code point."""
        before = bisect_right(self.starts, point) - 1
        row = self.rows[before] if before >= 0 else None
        return row if row is not None and point < row["span"]["end"] else None

    def touching(self, start: int, end: int) -> Sequence[Row]:
        """The quotations that share a code point with this stretch."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return [
            row for row in self.rows[first : bisect_right(self.starts, end)] if row["span"]["end"] > start
        ]


def edges(quotes: Quotes, sayings: list[Saying]) -> list[Saying]:
    """Sayings whose content is one whole quotation get its inner edges. A subject or verb inside a quotation does not
    say what stands outside: such sayings are errors of the parse and are left out."""
    return [_with_quote(one, quotes) for one in sayings if not _torn(one, quotes)]


def _torn(one: Saying, quotes: Quotes) -> bool:
    row = quotes.at(one.speaker.idx) if one.speaker is not None else None
    if row is None or row["scare"]:
        return False
    return not _within(row, one.cue[0].idx) or not _within(row, one.content[0].idx)


def _within(row: Row, at: int) -> bool:
    return bool(row["span"]["start"] <= at < row["span"]["end"])


def _with_quote(one: Saying, quotes: Quotes) -> Saying:
    start, end = one.edges
    row = quotes.at(start)
    if row is None or row["scare"] or not row["inner"]["start"] <= start < row["inner"]["end"]:
        return one
    if end > row["span"]["end"]:
        return replace(one, quote=said_in(row)) if _overruns(one, row, quotes) else one
    opens = start - row["inner"]["start"] <= 2  # the parse found the first sentence of a longer quotation
    covers = not _within(row, one.cue[0].idx) and (opens or end - start >= MOST * len(row["inner"]["text"]))
    return replace(one, quote=said_in(row)) if covers else one


def _overruns(one: Saying, row: Row, quotes: Quotes) -> bool:
    """ "“It is dead,” he told us on Tuesday.": words behind the verb, in no quotation, hung on what is said."""
    behind = [t for t in one.content if t.idx >= row["span"]["end"]]
    said = one.cue[0].idx >= row["span"]["end"]
    return said and behind[0].i > one.cue[-1].i and all(quotes.at(t.idx) is None for t in behind)


def said_in(row: Row) -> tuple[int, int]:
    """The inner edges, less the comma that leads over to "said X"."""
    inner = row["inner"]
    return inner["start"], inner["start"] + len(inner["text"].rstrip(", \n"))
