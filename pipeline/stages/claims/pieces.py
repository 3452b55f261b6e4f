"""Words → pieces, and pieces → one sentence: spaces, small letters inside, quotations closed, a stop at the end."""

import re
from dataclasses import dataclass

from pipeline.marks import Row, cut_span
from pipeline.plain import Doc, Span, Token
from pipeline.stages.claims.tree import runs

CLITIC = re.compile(r"'(?:s|d|ll|re|ve|m)\b")
"""With a typewriter's mark; the curly one opens no quotation, and always stands close."""

DETERMINERS = frozenset(
    ["The", "A", "An", "This", "That", "These", "Those", "Its", "Their", "His", "Her", "Our", "My", "Your",
     "Some", "Many", "Most"]
)  # fmt: skip
"""Words whose capital comes from the start of the sentence they were taken from."""


@dataclass
class Piece:
    """Words of the standalone text; `reason` is None for the claim's own, else why they were brought in."""

    text: str
    source: tuple[Row, ...] = ()
    reason: str | None = None
    op: str = "insert"
    small: bool = False
    """Its capital comes from the start of the sentence it was taken from."""


def as_inside(first: Token, text: str) -> str:
    """The words without the capital that only the start of a sentence gave them."""
    name = (
        first.pos_ == "PROPN"
        or bool(first.ent_type_)
        or first.text == "I"
        or not (first.text[1:].islower() or len(first) == 1)
    )
    return text if name or not first.is_sent_start else text[0].lower() + text[1:]


def own_piece(span: Span) -> Piece:
    """Words of the claim's own, on one line."""
    return Piece(" ".join(span.text.split()), small=as_inside(span[0], span[0].text) != span[0].text)


def borrowed_piece(span: Span, reason: str) -> Piece:
    """Words from elsewhere, on one line; they are their own source."""
    own = own_piece(span)
    return Piece(own.text, (cut_span(span),), reason, small=own.small)


def borrowed(doc: Doc, words: list[int], reason: str) -> list[Piece]:
    """A piece for each stretch of these tokens."""
    return [borrowed_piece(span, reason) for span in runs(doc, words)]


def sentence(pieces: list[Piece]) -> str:
    """The pieces in order, as an editor would print them."""
    joined = ""
    for piece in pieces:
        text = piece.text
        if not text:
            continue  # what is dropped
        if joined and (piece.small or text.partition(" ")[0] in DETERMINERS):
            text = text[0].lower() + text[1:]
        close = not joined or text[:1] in ",;:.%)’" or CLITIC.match(text)
        joined += text if close else f" {text}"
    joined = _balanced(re.sub(r"[ ,]{1,3}(?:and|or|but|nor)$", "", joined.strip(" ,;:—–")))
    joined = joined[:1].upper() + joined[1:]
    return joined if joined.rstrip('”’"»)').endswith((".", "?", "!", "…")) else f"{joined}."


def _balanced(text: str) -> str:
    """A quotation that begins or ends outside the claim is closed inside it."""
    opened, closed = text.count("“"), text.count("”")
    if opened == closed + 1 and text.rfind("“") > text.rfind("”"):
        return f"{text}”"
    if closed == opened + 1 and (not opened or text.find("”") < text.find("“")):
        return f"“{text}"
    return f'{text}"' if text.count('"') % 2 else text
