"""A Document in the terminal: the op-ed with its marks in place, and after each paragraph its claims."""

from collections.abc import Collection, Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.style import Style
from rich.text import Text

from pipeline.cli.message import plain
from pipeline.page import figures, segments, sums, times, words
from pipeline.page.segments import Block, Segment
from pipeline.page.shown import Shown
from pipeline.record import Claim, Document

KINDS = {"fact": "bright_blue", "prediction": "yellow", "recommendation": "magenta", "evaluation": "red"}
LAYERS = {
    "source": "italic",
    "cue": "italic",
    "entity": "underline",
    "date": "bold cyan",
    "amount": "bold green",
}
WRONG = "bold red"  # amounts of a sum that does not add up
OUTSIDE = Style(dim=True)  # words of the op-ed that no claim takes up
NARROW, LABEL = 60, 20  # columns: below the first, a claim's kind stands in its text and not in a column
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Painted(Shown):
    """A rich renderable; `kinds` are the kinds of claims to mark and list."""

    def __init__(self, document: Document, kinds: Collection[str] = tuple(KINDS)) -> None:
        super().__init__(document, kinds)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width, raised = options.max_width, options.encoding.startswith("utf")
        for line in (*self._head(), _legend(raised)):
            yield from _lines(line, console, width)
        for block in segments.blocks(self.document):
            if not block.gap:
                yield Text()
                yield from _lines(self._paragraph(block, raised), console, width)
                claims = self.claims_of(block)
                yield from [Text()] if claims else []
                for claim in claims:
                    yield from self._row(claim, console, width)
                for line in self._sums(block):
                    yield from _lines(line, console, width)

    def _head(self) -> Iterator[Text]:
        document = self.document
        if document.outlet:
            yield Text(safe(document.outlet).upper(), "dim")
        yield Text(safe(words.heading(document)), "bold")
        day = times.long_day(document.published) if document.published else ""
        line = " · ".join(part for part in (safe(document.byline or ""), day) if part)
        if line:
            yield Text(line, "dim")

    def _paragraph(self, block: Block, raised: bool) -> Text:
        painted = Text()
        for piece in block.segments:
            opened = sorted(
                {mark.key for mark in piece.opens if mark.layer == "claim"}, key=self.numbers.__getitem__
            )
            for place, key in enumerate(opened):
                painted.append("·" if place and raised else "", OUTSIDE)
                painted.append(_marker(self.numbers[key], raised), f"bold {KINDS[self.claims[key].kind]}")
            painted.append(safe(piece.text), self._style(piece))
        return painted

    def _style(self, piece: Segment) -> Style:
        """The innermost claim colours the words unless it is a plain fact; values stand out on top of it."""
        covering = piece.of("claim")
        kind = self.claims[covering[-1].key].kind if covering else ""
        style = Style.parse(KINDS[kind]) if kind and kind != "fact" else Style()
        for layer, look in LAYERS.items():
            if any(mark.layer == layer for mark in piece.marks):
                style += Style.parse(look)
        if any(mark.key in self.contradicted for mark in piece.of("amount")):
            style += Style.parse(WRONG)
        return style if piece.marks else OUTSIDE

    def _row(self, claim: Claim, console: Console, width: int) -> Iterator[Text]:
        """Number, kind, text and what was made of its values, with a hanging indent where there is room."""
        colour = KINDS[claim.kind]
        label = f"{self.numbers[claim.id]:>4} {claim.kind} "
        indent = LABEL if width >= NARROW else 5
        body = Text(safe(claim.text))
        notes = Text.assemble((" · ", "dim")).join(self._notes(claim))
        if indent < len(label):
            body = Text.assemble((f"{claim.kind} ", colour), body)
            label = label[:indent]
        lines = (*_lines(body, console, width - indent), *_lines(notes, console, width - indent))
        for at, line in enumerate(lines):
            yield Text().append(" " * indent if at else label.ljust(indent), colour).append_text(line)

    def _sums(self, block: Block) -> Iterator[Text]:
        """What was added up in a paragraph, below its claims."""
        for found in self.document.sums:
            if block.start <= found.span.start < block.end:
                label, look = ("adds up", "dim") if found.holds else ("does not add up", WRONG)
                said = safe(sums.spoken(self.document, found))
                yield Text.assemble((f"     {label}: ", look), (said, "dim" if found.holds else ""))

    def _notes(self, claim: Claim) -> Iterator[Text]:
        """The amounts, dates and source of a claim, normalised, and what is unusual about it."""
        for key in claim.amounts:
            amount = self.amounts[key]
            yield Text(safe(words.join(figures.exact(amount), figures.converted(amount))), LAYERS["amount"])
        for key in claim.dates:
            yield Text(safe(times.spoken(self.dates[key])), LAYERS["date"])
        if said := words.said(claim.attribution):
            yield Text(safe(said), LAYERS["source"])
        if odd := words.unusual(claim):
            yield Text(", ".join(odd), "dim")


def safe(text: str) -> str:
    """On one line, without control characters."""
    return plain(text.replace("\r\n", " ").replace("\n", " ").replace("\t", " "))


def _lines(text: Text, console: Console, width: int) -> Iterator[Text]:
    """Wrapped, without the blanks that would trail in a pipe; none for an empty text."""
    for line in text.wrap(console, width) if text else ():
        line.rstrip()
        yield line


def _marker(number: int, raised: bool) -> str:
    return str(number).translate(_RAISED) if raised else f"[{number}]"


def _legend(raised: bool) -> Text:
    legend = Text()
    for kind, colour in KINDS.items():
        legend.append(_marker(1, raised), f"bold {colour}").append(kind, colour).append("  ")
    for layer in ("amount", "date", "entity", "source"):
        legend.append(" ").append(layer, LAYERS[layer])
    return legend
