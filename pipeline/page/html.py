"""A Document as one self-contained page: no network, no fonts from elsewhere, readable without its script."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.page import segments, words
from pipeline.page.segments import Block, Mark, Segment
from pipeline.record import Claim, Document, Kind, names

HERE = Path(__file__).parent
KINDS: tuple[str, ...] = names(Kind)


@dataclass(frozen=True)
class Piece:
    """A segment as the template draws it: one nested element a layer, `covers` outermost first."""

    text: str
    covers: tuple[dict[str, Any], ...]
    anchors: tuple[dict[str, Any], ...]


def render(document: Document, *, kinds: Collection[str] = KINDS) -> str:
    """The page. Only claims of `kinds` are marked and listed; every claim keeps its number.

    Raises ValueError for a document that was written without its text.
    """
    if document.text is None:
        raise ValueError(f"document {document.id} was written without its text: there is nothing to set")
    numbers = {claim.id: n for n, claim in enumerate(document.claims, 1)}
    claims = tuple(claim for claim in document.claims if claim.kind in kinds)
    shown = document.model_copy(update={"claims": claims})
    tips = _tips(document, numbers)
    lanes = segments.lanes(claims)
    paper = [
        (block, [_piece(piece, shown, numbers, lanes, tips) for piece in block.segments])
        for block in segments.blocks(shown)
    ]
    return _template().render(
        document=document, paper=paper, groups=list(_groups(shown, numbers)), kinds=KINDS, words=words,
        tally=_tally(document), css=(HERE / "page.css").read_text("utf-8"),
    )  # fmt: skip


@cache
def _template() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(HERE)
    room = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return room.get_template("page.html.j2")


def _piece(
    segment: Segment, document: Document, numbers: dict[str, int], lanes: dict[str, int], tips: dict[Mark, str]
) -> Piece:
    kinds = {claim.id: claim.kind for claim in document.claims}
    covers: list[dict[str, Any]] = []
    for mark in sorted(segment.of("claim"), key=lambda m: (-lanes[m.key], m.start)):
        covers.append({"class": f"claim {kinds[mark.key]} lane{min(lanes[mark.key], 3)}", "claim": numbers[mark.key]})
    for layer in ("source", "cue", "entity", "date", "amount"):
        covers += [{"class": layer, "tip": tips[mark]} for mark in segment.of(layer)[:1]]
    opened = [mark for mark in segment.opens if mark.layer == "claim"]
    anchors = [
        {"n": numbers[mark.key], "kind": kinds[mark.key], "first": mark.part == 0} for mark in opened
    ]
    return Piece(segment.text, tuple(covers), tuple(sorted(anchors, key=lambda a: a["n"])))


def _tips(document: Document, numbers: dict[str, int]) -> dict[Mark, str]:
    said = {amount.id: words.exact(amount) for amount in document.amounts}
    said |= {date.id: words.join(words.date(date), "·", words.days(date) or "no days known") for date in document.dates}
    said |= {entity.id: f"{entity.name}, {entity.label}" for entity in document.entities}
    tips = {}
    for mark in segments.marks(document):
        what = said.get(mark.key) or f"{mark.layer} of claim {numbers.get(mark.key, '')}"
        tips[mark] = f"{what} · {mark.start}–{mark.end}"
    return tips


def _groups(document: Document, numbers: dict[str, int]) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """(ordinal, cards) of each paragraph that has a claim."""
    paragraphs = [block for block in segments.blocks(document) if not block.gap]
    for ordinal, block in enumerate(paragraphs, 1):
        cards = [_card(claim, document, numbers) for claim in document.claims if _starts_in(claim, block)]
        if cards:
            yield ordinal, cards


def _starts_in(claim: Claim, block: Block) -> bool:
    return block.start <= segments.pieces_of(claim)[0].start < block.end


def _card(claim: Claim, document: Document, numbers: dict[str, int]) -> dict[str, Any]:
    by_id = {item.id: item for item in (*document.amounts, *document.dates, *document.entities)}
    return {
        "claim": claim,
        "n": numbers[claim.id],
        "amounts": [by_id[key] for key in claim.amounts],
        "dates": [by_id[key] for key in claim.dates],
        "entities": [by_id[key] for key in claim.entities],
        "parent": claim.parent and (numbers.get(claim.parent.claim), claim.parent.relation.replace("_", " ")),
    }


def _tally(document: Document) -> list[str]:
    """`12 claims`, `5 amounts` … of the whole document, filtered or not."""
    lists = ("claims", "amounts", "dates", "entities")
    return [words.count(len(getattr(document, name)), _SINGULAR[name]) for name in lists]


_SINGULAR = {"claims": "claim", "amounts": "amount", "dates": "date", "entities": "entity"}
