"""Dates onto the Doc. Where words were tagged, the tags have a say: "may", "march", "fall" as verbs are no dates."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from spacy.tokens import Doc, Token

from pipeline import marks
from pipeline.stages.dates.date import find
from pipeline.stages.dates.reading import Found

# Forms of one word that are also other words: a tag other than these refuses them.
NAMES = {"month_alone": ("PROPN", "NOUN"), "weekday_alone": ("PROPN", "NOUN"), "season": ("NOUN", "PROPN")}
COUNTED = ("nummod", "nummod:gov")


class Dates:
    """`dates(doc) -> doc` with rows in `doc._.dates`."""

    def __init__(self, *, day_first: bool | None = None):
        self.day_first = day_first

    def __call__(self, doc: Doc) -> Doc:
        tagged, parsed = doc.has_annotation("POS"), doc.has_annotation("DEP")
        found = find(
            doc.text,
            published=_published(doc),
            day_first=self.day_first,
            future=_tense(doc) if parsed and tagged else None,
            keep=_tagged_as_date(doc) if tagged else None,
        )
        return marks.put(
            doc, "dates", [date.row(marks.text_of(doc), f"d{n}") for n, date in enumerate(found, 1)]
        )

    # Nothing to save with a pipeline: the tables and rules are code.
    def to_disk(self, path: str | Path, **_: object) -> None:
        """There is no state to write."""

    def from_disk(self, path: str | Path, **_: object) -> "Dates":
        return self

    def to_bytes(self, **_: object) -> bytes:
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> "Dates":
        return self


def _published(doc: Doc) -> dt.date | None:
    day = doc._.published if Doc.has_extension("published") else None
    return dt.date.fromisoformat(day) if day else None


def _tagged_as_date(doc: Doc) -> Callable[[Found], bool]:
    """Refuses a one-word form whose word is tagged as something else, and a year that counts what follows it."""

    def keep(found: Found) -> bool:
        tokens = doc.char_span(found.start, found.end, alignment_mode="expand")
        if tokens is None:
            return True
        if found.rule in NAMES and len(tokens) == 1:
            return tokens[0].pos_ in NAMES[found.rule]
        return not (found.rule == "year" and len(tokens) == 1 and _counts(tokens[0]))

    return keep


def _counts(token: Token) -> bool:
    """ "2019 people": a number that modifies the plural right after it, without an article before it."""
    head = token.head
    bare = token.i == 0 or token.nbor(-1).pos_ not in ("DET", "ADP", "PRON", "PART", "PUNCT")
    plural = "Plur" in head.morph.get("Number", []) and head.pos_ != "PROPN"
    return token.dep_ in COUNTED and head.i == token.i + 1 and plural and bare


def _tense(doc: Doc) -> Callable[[int], bool]:
    """Whether the verb that governs the token at an offset is in the future: "will" and its like, or to-infinitives."""

    def future(offset: int) -> bool:
        span = doc.char_span(offset, offset + 1, alignment_mode="expand")
        if span is None:
            return False
        verb = next((t for t in (span[0], *span[0].ancestors) if t.pos_ in ("VERB", "AUX")), None)
        if verb is None or _told_as_past(verb):
            return False
        case = next((child.text.lower() for child in span[0].children if child.dep_ == "case"), "")
        return _looks_ahead(verb) or case in ("by", "until", "till")

    return future


def _told_as_past(verb: Token) -> bool:
    """A finite past, or a participle after "had", "was", "were"."""
    finite = "Past" in verb.morph.get("Tense", []) and "Part" not in verb.morph.get("VerbForm", [])
    helpers = {child.text.lower() for child in verb.children if child.dep_.startswith("aux")}
    return finite or not helpers.isdisjoint(("had", "was", "were", "did"))


def _looks_ahead(verb: Token) -> bool:
    if any(
        child.dep_ == "aux" and child.text.lower() in ("will", "shall", "'ll", "’ll", "wo", "must", "should")
        for child in verb.children
    ):
        return True
    to = any(child.dep_ == "mark" and child.text.lower() == "to" for child in verb.children)
    past = "Past" in verb.head.morph.get("Tense", []) if verb.dep_ in ("xcomp", "advcl", "acl") else True
    return to and not past
