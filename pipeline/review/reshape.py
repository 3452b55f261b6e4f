"""A claim whose span becomes another: its parts keep inside.

What stood inside the old span and is cut by the new one is cut with it; what stood outside (borrowed words, a subject
that a neighbour lends) stays. Amounts, dates and entities are those that stand in its words now, and those that it
had from elsewhere. The text that stands alone follows where its own words are found in it.
"""

import re
from collections.abc import Iterable
from typing import Any

from pipeline.record import VALUE_LABELS, Abstained, Claim, Document, Predicate, Span
from pipeline.review.changes import Refused
from pipeline.review.edges import Edge, inside, trimmed, without

UNKNOWN = "not_annotated"
"""Reason of an abstained field that a person has not filled in yet."""


def reshaped(document: Document, claim: Claim, start: int, end: int, *, strict: bool = True) -> Claim:
    """The claim on `text[start:end]`. `strict`: Refused where its predicate would stand outside; else the predicate
    becomes all of its words, and is said to be unknown."""
    text = document.text or ""
    old = edge(claim.span)
    new = trimmed(text, start, end)
    own = own_pieces(text, claim, old, new)
    new = (own[0][0], own[-1][1])
    pieces = sorted([*own, *borrowed_pieces(text, claim, old, new)])
    cut = _Cut(text, old, new)
    predicate = cut.role(claim.predicate)
    if predicate is None and strict:
        raise Refused(f"the predicate {claim.predicate.span.text!r} would stand outside: set it first")
    made = {
        "span": Span.of(text, *new),
        "fragments": tuple(Span.of(text, *piece) for piece in pieces),
        "subject": cut.role(claim.subject),
        "object": cut.role(claim.object),
        "predicate": predicate or unknown(text, new),
        "arguments": tuple(role for each in claim.arguments if (role := cut.role(each)) is not None),
        "polarity": claim.polarity.model_copy(update={"cues": cut.spans(claim.polarity.cues)}),
        "modality": claim.modality.model_copy(update={"cues": cut.spans(claim.modality.cues)}),
        **_links(document, claim, pieces),
        "text": followed(claim.text, words_of(text, own_pieces(text, claim, old, old)), words_of(text, own)),
        "abstained": claim.abstained if predicate else unset(claim, "predicate"),
    }
    return claim.model_copy(update=made)


def edge(span: Span) -> Edge:
    return span.start, span.end


def unknown(text: str, words: Edge) -> Predicate:
    """The predicate that nobody has set yet: all of the words."""
    span = Span.of(text, *words)
    return Predicate(
        role="predicate",
        span=span,
        text=span.text,
        head=span,
        lemma=span.text.lower(),
        tense="none",
        voice="active",
    )


def unset(claim: Claim, field: str) -> tuple[Abstained, ...]:
    """The claim's abstained fields, with one that nobody has set yet."""
    return (
        *(each for each in claim.abstained if each.field != field),
        Abstained(field=field, reason=UNKNOWN),
    )


def sentence(words: str) -> str:
    """Words as one sentence: a capital first, a full stop last."""
    words = re.sub(r"\s{1,20}([,.;:?!])", r"\1", " ".join(words.split())).rstrip(",;: ")
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?", "…", ".”", '."')) else ".")


class _Cut:
    """What is left of the parts that stood inside the old span."""

    def __init__(self, text: str, old: Edge, new: Edge) -> None:
        self.text, self.old, self.new = text, old, new

    def left(self, span: Span) -> Span | None:
        at = edge(span)
        if not inside(at, self.old) or inside(at, self.new):
            return span
        start, end = trimmed(self.text, max(at[0], self.new[0]), min(at[1], self.new[1]))
        return Span.of(self.text, start, end) if start < end and self.text[start:end].strip() else None

    def spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Cues that are cut in two are none."""
        return tuple(span for span in spans if self.left(span) == span)

    def role(self, role: Any) -> Any:
        """The role with what is left of its words; None where nothing is, and for no role."""
        span = self.left(role.span) if role is not None else None
        if span is None or span == role.span:
            return role if span is not None else None
        head = role.head if inside(edge(role.head), edge(span)) else last_word(self.text, span)
        said = span.text if role.text == role.span.text else role.text
        return role.model_copy(update={"span": span, "text": said, "head": head})


def last_word(text: str, span: Span) -> Span:
    """The last word of a stretch: its head, where nobody says otherwise."""
    found = list(re.finditer(r"\w[\w'’-]{0,60}", span.text))
    at = found[-1].span() if found else (0, len(span.text))
    return Span.of(text, span.start + at[0], span.start + at[1])


def own_pieces(text: str, claim: Claim, old: Edge, new: Edge) -> list[Edge]:
    """The claim's own pieces, cut and grown to its new span."""
    own = sorted(edge(f) for f in claim.fragments if inside(edge(f), old)) or [old]
    own = [(max(start, new[0]), min(end, new[1])) for start, end in own]
    own = [trimmed(text, *piece) for piece in own if piece[0] < piece[1] and text[slice(*piece)].strip()]
    if not own:
        return [new]
    first = (new[0] if new[0] < old[0] else own[0][0], own[0][1])
    own = [first, *own[1:]]
    return [*own[:-1], (own[-1][0], new[1] if new[1] > old[1] else own[-1][1])]


def borrowed_pieces(text: str, claim: Claim, old: Edge, new: Edge) -> list[Edge]:
    """What the claim had from outside its old span, without what its new span now holds itself."""
    outside = (edge(f) for f in claim.fragments if not inside(edge(f), old))
    pieces = (trimmed(text, *piece) for piece in without(outside, new))
    return [piece for piece in pieces if text[slice(*piece)].strip()]


def _links(document: Document, claim: Claim, pieces: list[Edge]) -> dict[str, Any]:
    """Its amounts, dates and entities, and its transfer where the amount that moves is still one of them."""
    links: dict[str, Any] = {
        name: linked(document, claim, name, pieces) for name in ("amounts", "dates", "entities")
    }
    transfer = claim.transfer if claim.transfer and claim.transfer.amount in links["amounts"] else None
    if transfer and transfer.period not in links["dates"]:
        transfer = transfer.model_copy(update={"period": None})
    return {**links, "transfer": transfer}


def linked(document: Document, claim: Claim, name: str, pieces: list[Edge]) -> tuple[str, ...]:
    """Ids of the amounts (dates, names) in the new words, and those that the claim had from elsewhere."""
    had = set(getattr(claim, name))
    before = [edge(f) for f in claim.fragments]
    kept = []
    for thing in getattr(document, name):
        was = any(inside(edge(thing.span), piece) for piece in before)
        now = any(inside(edge(thing.span), piece) for piece in pieces)
        if (thing.id in had and (now or not was)) or (
            now and not was and getattr(thing, "label", "") not in VALUE_LABELS
        ):
            kept.append(thing.id)
    return tuple(kept)


def words_of(text: str, pieces: Iterable[Edge]) -> str:
    return " ".join(text[slice(*piece)] for piece in pieces)


def followed(said: str, old: str, new: str) -> str:
    """The text that stands alone after its own words changed; as it was where they are not found in it."""
    if _plain(said) == _plain(old):
        return sentence(new)
    at = said.casefold().find(old.casefold())
    if at >= 0 and len(said.casefold()) == len(said):
        return sentence(said[:at] + new + said[at + len(old) :])
    core = said.rstrip(".")
    if old.startswith(new) and core.endswith(lost := old[len(new) :].strip()):
        return sentence(core.removesuffix(lost))
    if old.endswith(new) and core.startswith(lost := old.removesuffix(new).strip()):
        return sentence(core.removeprefix(lost))
    if new.startswith(old) and _plain(core)[-1:] == _plain(old)[-1:]:
        return sentence(core + new[len(old) :])
    return said


def _plain(words: str) -> list[str]:
    return re.findall(r"\w+", words.casefold())
