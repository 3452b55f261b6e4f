"""The rules of `corpus/GUIDELINES.md` that can be tested on a finished record. Pure; (entry, reason) of each breach."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Any

from pipeline.gold.ranges import open_ends
from pipeline.gold.sentences import Sentence, sentences
from pipeline.record import Claim, Document, Entity, Span

UNIT = re.compile(r"[a-z]+(?:_[a-z0-9]+)*")
Finding = tuple[str, str]
MARKS = " \n“”\"'.,;:—"
PAIRED = {"”": "“", "’": "‘", '"': '"', "'": "'", "»": "«", ")": "("}  # closing → opening
LISTS = (("name", "entities"), ("amount", "amounts"), ("date", "dates"), ("claim", "claims"))


def broken(document: Document) -> Iterator[Finding]:
    """All findings about a record that the schema accepts."""
    whole = sentences(document.text or "")
    for one, many in LISTS:
        for at, thing in enumerate(getattr(document, many), start=1):
            checks = _claim(thing, whole, document) if isinstance(thing, Claim) else _mention(thing, whole)
            yield from ((f"{one} {at} ({thing.span.text[:30]!r})", reason) for reason in checks)
    yield from _order(document)
    yield from _first_mentions(document)
    yield from _complete(document, whole)
    if document.made_by.version != "gold":
        yield "made_by", f"has the version {document.made_by.version!r}, gold says 'gold'"


def _mention(thing: Any, whole: tuple[Sentence, ...]) -> Iterator[str]:
    if _home(thing.span, whole) is None:
        yield "does not stand inside one sentence"
    if isinstance(thing, Entity):
        return
    if not _holds(thing.span, thing.core):
        yield f"does not hold its core {thing.core.text!r}"
    if thing.rule != "gold":
        yield f"has the rule {thing.rule!r}, in gold it is 'gold'"
    for name in ("unit", "per"):
        unit = getattr(thing, name, None)
        if unit and not UNIT.fullmatch(unit):
            yield f"has the {name} {unit!r}: small letters, with _ between words (kilowatt_hour)"
    yield from open_ends(thing)


def _claim(claim: Claim, whole: tuple[Sentence, ...], document: Document) -> Iterator[str]:
    if claim.sentence >= len(whole):
        yield f"stands in sentence {claim.sentence}, the last one is {len(whole) - 1}"
        return
    home = whole[claim.sentence]
    if claim.paragraph != home.paragraph:
        yield f"is in paragraph {home.paragraph}, not {claim.paragraph}"
    for span in dict.fromkeys((claim.span, *claim.fragments, claim.predicate.span)):
        if not home.start <= span.start < span.end <= home.end:
            yield f"{span.text[:40]!r} is not in its sentence {claim.sentence}"
    yield from _words(claim)
    yield from _speech(claim)
    yield from _held(claim, document)
    parent = next((c for c in document.claims if claim.parent and c.id == claim.parent.claim), None)
    if parent and (parent.sentence != claim.sentence or parent is claim):
        yield f"its parent is {'itself' if parent is claim else f'in sentence {parent.sentence}'}"


def _frayed(words: str) -> bool:
    """A mark at an edge; but quotation marks and brackets that open and close inside belong to the words."""
    first, last = words[0] in MARKS, words[-1] in MARKS
    inside = PAIRED.get(words[-1], "\n") in words[:-1]
    closes = any(mark in words[1:] for mark, opens in PAIRED.items() if opens == words[0])
    return (first and not closes) or (last and not inside)


def _words(claim: Claim) -> Iterator[str]:
    if not claim.predicate.lemma.strip():
        yield "has a predicate without a lemma"
    if _frayed(claim.span.text):
        yield "its span begins or ends with a mark or a space"
    edges = [(piece.start, piece.end) for piece in claim.fragments]
    if not edges or any(before[1] > after[0] for before, after in pairwise(edges)):
        yield "its fragments are none, not in order, or overlap"
    if not any(start == claim.span.start for start, _ in edges) or not any(
        end == claim.span.end for _, end in edges
    ):
        yield "its fragments do not begin and end where its span does"
    if claim.confidence is not None or claim.check_worthiness is not None:
        yield "has a confidence or a check-worthiness, which gold leaves open"


def _speech(claim: Claim) -> Iterator[str]:
    said = claim.attribution
    if (said.source_type == "author") != (said.content == "none"):
        yield f"is said by {said.source_type!r} with the content {said.content!r}"
    if said.source_type == "author" and said.source is not None:
        yield "is the author's and has a source"
    if said.source_type != "author" and said.source is None and said.cue is None:
        yield f"is said by {said.source_type!r}, but has neither source nor cue"


def _held(claim: Claim, document: Document) -> Iterator[str]:
    """A claim lists what stands in its fragments; of amounts, nothing else."""
    for many in ("amounts", "dates", "entities"):
        inside = [
            t.id for t in getattr(document, many) if any(_holds(piece, t.span) for piece in claim.fragments)
        ]
        listed = getattr(claim, many)
        if missing := [id for id in inside if id not in listed]:
            yield f"its fragments hold the {many} {', '.join(missing)}, which it does not list"
        if many == "amounts" and (beside := [id for id in listed if id not in inside]):
            yield f"lists the amounts {', '.join(beside)}, which are not in its fragments"


def _order(document: Document) -> Iterator[Finding]:
    for _, many in LISTS:
        for at, (before, after) in enumerate(pairwise(getattr(document, many)), start=2):
            if (before.span.start, before.span.end) > (after.span.start, after.span.end):
                yield f"{many}, {at}", "is out of order (by start, then end)"


def _first_mentions(document: Document) -> Iterator[Finding]:
    known = {entity.id: entity for entity in document.entities}
    for at, entity in enumerate(document.entities, start=1):
        first = known[entity.same_as] if entity.same_as else None
        if first and (first.same_as or first.span.start >= entity.span.start or first.name != entity.name):
            yield (
                f"name {at} ({entity.span.text!r})",
                f"same_as {first.id} is no first mention of the same name",
            )


def _complete(document: Document, whole: tuple[Sentence, ...]) -> Iterator[Finding]:
    """Every sentence has a claim or is skipped, never both; what is skipped is the sentence."""
    claimed = {claim.sentence for claim in document.claims}
    skipped = {item.sentence: item.span for item in document.skipped}
    for home in whole:
        number = home.number
        if number in claimed and number in skipped:
            yield f"sentence {number}", "has a claim and is skipped"
        if number not in claimed and number not in skipped:
            yield f"sentence {number}", "has no claim and is not skipped"
        if number in skipped and (skipped[number].start, skipped[number].end) != (home.start, home.end):
            yield f"sentence {number}", f"what is skipped is {skipped[number].text[:40]!r}, not the sentence"
    for number in sorted(number for number in chain(claimed, skipped) if number >= len(whole)):
        yield f"sentence {number}", f"is not there, the last one is {len(whole) - 1}"


def _home(span: Span, whole: tuple[Sentence, ...]) -> int | None:
    return next((home.number for home in whole if home.start <= span.start and span.end <= home.end), None)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
