"""A claim's standalone text → its pieces: the op-ed's own words, and those that were filled in."""

import re
from dataclasses import dataclass

from pipeline.record import Claim, Edit


@dataclass(frozen=True)
class Wording:
    """A piece of a claim's text; `edit` is what put it there, None for words that stand there in the op-ed."""

    text: str
    edit: Edit | None = None


def wording(claim: Claim) -> tuple[Wording, ...]:
    """The pieces joined give the claim's text.

    The record names the words of an edit, not their place: an edit whose words stand in the text more than
    once, or not at all, is not shown here.
    """
    found: list[tuple[int, int, Edit]] = []
    for edit in claim.edits:
        places = _places(edit, claim.text)
        if len(places) == 1 and all(places[0][1] <= a or b <= places[0][0] for a, b, _ in found):
            found.append((*places[0], edit))
    pieces, at = [], 0
    for start, end, edit in sorted(found, key=lambda f: f[0]):
        pieces += [Wording(claim.text[at:start]), Wording(claim.text[start:end], edit)]
        at = end
    pieces.append(Wording(claim.text[at:]))
    return tuple(piece for piece in pieces if piece.text)


def _places(edit: Edit, text: str) -> list[tuple[int, int]]:
    if edit.op == "delete" or not edit.text:
        return []
    pattern = rf"(?<!\w){re.escape(edit.text)}(?!\w)"
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
