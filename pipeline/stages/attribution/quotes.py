"""Direct speech: where quotation marks, not the parse, give the edges of what is said."""

from dataclasses import replace

from spacy.tokens import Doc

from pipeline.marks import Row, read
from pipeline.stages.attribution.found import Saying

MOST = 0.6  # a content that fills this share of a quotation is that quotation


def spoken(doc: Doc) -> list[Row]:
    """The quotation rows that hold speech: not scare quotes."""
    return [row for row in read(doc, "tokenize") if row["kind"] == "quote" and not row["scare"]]


def edges(doc: Doc, sayings: list[Saying]) -> list[Saying]:
    """Sayings whose content is one whole quotation get its inner edges. A subject inside a quotation does not
    say what stands outside: such sayings are errors of the parse and are left out."""
    rows = spoken(doc)
    return [_with_quote(one, rows) for one in sayings if not _torn(one, rows)]


def _torn(one: Saying, rows: list[Row]) -> bool:
    if one.speaker is None:
        return False
    who, cue = one.speaker.idx, one.cue[0].idx
    return any(_within(row, who) and not _within(row, cue) for row in rows)


def _within(row: Row, at: int) -> bool:
    return bool(row["span"]["start"] <= at < row["span"]["end"])


def _with_quote(one: Saying, rows: list[Row]) -> Saying:
    start, end = one.edges
    for row in rows:
        inner = row["inner"]
        if inner["start"] <= start < inner["end"] and end <= row["span"]["end"]:
            opens = start - inner["start"] <= 2  # the parse found the first sentence of a longer quotation
            covers = not _within(row, one.cue[0].idx) and (opens or end - start >= MOST * len(inner["text"]))
            return replace(one, quote=said_in(row)) if covers else one
    return one


def said_in(row: Row) -> tuple[int, int]:
    """The inner edges, less the comma that leads over to "said X"."""
    inner = row["inner"]
    return inner["start"], inner["start"] + len(inner["text"].rstrip(", \n"))
