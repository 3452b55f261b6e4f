"""A Document as one self-contained page: no network, no fonts from elsewhere, readable without its script."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from pipeline.page import figures, segments, sums, times, words
from pipeline.page.segments import Block, Layer, Mark, Segment
from pipeline.page.shown import Shown
from pipeline.page.template import template
from pipeline.page.wording import wording
from pipeline.record import VALUE_LABELS, Claim, Document, Kind, names

HERE = Path(__file__).parent
KINDS: tuple[str, ...] = names(Kind)
_LAYERS: tuple[Layer, ...] = ("source", "cue", "entity", "date", "amount")
_AROUND = 8  # characters that may stand around a by-line or a title: `By `, `# `


def render(document: Document, *, kinds: Collection[str] = KINDS) -> str:
    """The page. Only claims of `kinds` are marked and listed; every claim keeps its number.

    Raises ValueError for a document that was written without its text.
    """
    page: str = template(HERE / "page.html.j2").render(
        document=document,
        paper=_Paper(document, kinds).blocks(),
        kinds={kind: sum(claim.kind == kind for claim in document.claims) for kind in KINDS},
        tally=_tally(document),
        figures=figures,
        times=times,
        words=words,
        css=(HERE / "page.css").read_text("utf-8"),
    )
    return page


class _Paper(Shown):
    """The dicts the template draws: blocks of pieces, and the cards beside each."""

    def __init__(self, document: Document, kinds: Collection[str]) -> None:
        super().__init__(document, kinds)
        self.lanes = segments.lanes(self.document.claims)
        self.tips = _tips(document)

    def blocks(self) -> list[dict[str, Any]]:
        return [self._block(n, block) for n, block in enumerate(segments.blocks(self.document))]

    def _block(self, ordinal: int, block: Block) -> dict[str, Any]:
        return {
            "ordinal": ordinal,
            "gap": block.gap,
            "text": block.text,
            "again": self._is_metadata(words.flat(block.text)),
            "opening": words.opening(block.text),
            "pieces": [self._piece(piece) for piece in block.segments],
            "cards": [self._card(claim) for claim in self.claims_of(block)],
            "sums": [
                {"sum": found, "spoken": sums.spoken(self.document, found)}
                for found in self.document.sums
                if block.start <= found.span.start < block.end
            ],
        }

    def _is_metadata(self, line: str) -> bool:
        """Whether a paragraph only says what stands above the op-ed already: its title, `By …`."""
        known = [self.document.title or "", *(found.span.text for found in self.document.found)]
        return any(
            text and text in line and len(line) < len(text) + _AROUND for text in map(words.flat, known)
        )

    def _piece(self, segment: Segment) -> dict[str, Any]:
        """A segment as nested elements: `covers`, outermost first; `anchors`, the numbers before it."""
        claims = sorted(segment.of("claim"), key=lambda mark: (-self.lanes[mark.key], mark.start))
        covers = [
            {"class": f"claim {self.claims[mark.key].kind} lane{min(self.lanes[mark.key], 3)}",
             "claim": self.numbers[mark.key]} for mark in claims
        ]  # fmt: skip
        for layer in _LAYERS:
            covers += [{"class": self._look(mark), "tip": self._tip(mark)} for mark in segment.of(layer)[:1]]
        anchors = [
            {"n": self.numbers[mark.key], "kind": self.claims[mark.key].kind, "mark": mark}
            for mark in segment.opens if mark.layer == "claim"
        ]  # fmt: skip
        return {"text": segment.text, "covers": covers, "anchors": sorted(anchors, key=lambda a: a["n"])}

    def _look(self, mark: Mark) -> str:
        """The classes of a mark: an amount of a sum that does not hold is seen."""
        return f"{mark.layer} wrong" if mark.key in self.contradicted else mark.layer

    def _tip(self, mark: Mark) -> str:
        claim = self.numbers.get(mark.key)
        return f"{self.tips.get(mark.key) or f'{mark.layer} of claim {claim}'} · {mark.start}–{mark.end}"

    def _card(self, claim: Claim) -> dict[str, Any]:
        parent = claim.parent and {
            "relation": claim.parent.relation.replace("_", " "),
            "n": self.numbers[claim.parent.claim],
            "shown": claim.parent.claim in self.claims,
        }
        return {
            "claim": claim,
            "wording": wording(claim),
            "n": self.numbers[claim.id],
            "parent": parent,
            "amounts": [self.amounts[key] for key in claim.amounts],
            "dates": [self.dates[key] for key in claim.dates],
            "entities": [self.entities[key] for key in claim.entities],
        }


def _tips(document: Document) -> dict[str, str]:
    """What stands over a mark on hover, by the record's id."""
    tips = {a.id: words.join(figures.spoken(a), figures.converted(a)) for a in document.amounts}
    for found in document.sums:
        for id in (*found.parts, found.total):
            if id is not None:
                tips[id] += f" · {sums.spoken(document, found)}"
    for date in document.dates:
        tips[date.id] = words.join(times.spoken(date), times.normal(date) and f"· {times.normal(date)}")
    return tips | {entity.id: f"{entity.name}, {entity.label}" for entity in document.entities}


def _tally(document: Document) -> list[str]:
    """`12 claims`, `5 amounts` … of the whole document, filtered or not."""
    parts = {"claim": document.claims, "amount": document.amounts, "date": document.dates}
    named = [e for e in document.entities if e.label not in VALUE_LABELS]
    return [words.count(len(items), noun) for noun, items in {**parts, "entity": named}.items()]
