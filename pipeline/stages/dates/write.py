"""Dates onto the Doc. Where words were tagged, the tags have a say: "may", "march", "fall" as verbs are no dates."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import spacy.tokens

from pipeline import marks
from pipeline.plain import Doc, Token, plain
from pipeline.stages.dates.date import find
from pipeline.stages.dates.order import habit_of
from pipeline.stages.dates.reading import Found
from pipeline.stages.dates.syntax import Syntax

# Forms of one word that are also other words: a tag other than these refuses them.
NAMES = {"month_alone": ("PROPN", "NOUN"), "weekday_alone": ("PROPN", "NOUN"), "season": ("NOUN", "PROPN")}
COUNTED = ("nummod", "nummod:gov")


class Dates:
    """`dates(doc) -> doc` with rows in `doc._.dates`."""

    def __init__(self, *, day_first: bool | None = None):
        self.day_first = day_first

    def __call__(self, doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        return marks.put(doc, "dates", self._rows(plain(doc)))

    def _rows(self, doc: Doc) -> list[marks.Row]:
        tagged, parsed = doc.has_annotation("POS"), doc.has_annotation("DEP")
        syntax = Syntax(doc) if parsed and tagged else None
        found = find(
            doc.text,
            published=_published(doc),
            day_first=self.day_first,
            habit=habit_of(marks.metadata(doc, "outlet")),
            tense=syntax.tense if syntax else None,
            aside=syntax.aside if syntax else None,
            any_year=syntax.any_year if syntax else None,
            keep=_kept(doc, tagged),
        )
        return [date.row(doc.text, f"d{n}") for n, date in enumerate(found, 1)]

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
    day = marks.metadata(doc, "published")
    return dt.date.fromisoformat(day) if day else None


def _kept(doc: Doc, tagged: bool) -> Callable[[Found], bool]:
    """Refuses what the tags refuse, and how often something is paid inside an amount ("a million each day")."""
    amounts = [(row["span"]["start"], row["span"]["end"]) for row in marks.read(doc, "money")]
    is_date = _tagged_as_date(doc) if tagged else None

    def keep(found: Found) -> bool:
        paid = found.reading.kind == "set" and any(a < found.end and found.start < b for a, b in amounts)
        return not paid and (is_date is None or is_date(found))

    return keep


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
    before = token.nbor(-1) if token.i else None
    bare = (
        before is None or before.pos_ not in ("DET", "ADP", "PRON", "PART", "PUNCT") or before.text in ":;—–"
    )
    plural = "Plur" in head.morph.get("Number", []) and head.pos_ != "PROPN"
    return token.dep_ in COUNTED and head.i == token.i + 1 and plural and bare
