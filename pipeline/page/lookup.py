"""Words of a claim → the rows of the tables of the lexicon that know them, with file and line.

Which tables know of which field stands in a table, too: `lookups.csv` (field, table, column; `value`: the column that
must say what the claim says; `many`: what separates several forms in one cell). What rules mean: `rule_meanings.csv`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache
from typing import NamedTuple

from pipeline import lexicon
from pipeline.record import Span

TOKEN = re.compile(r"\d[\d.,]{0,40}|[^\W\d]{1,60}(?:['’-][^\W\d]{1,40}){0,4}|[^\w\s]")
LONGEST = 4
"""Tokens of the longest form that is looked up."""


Lemmas = Mapping[tuple[int, int], str]
"""Code points of a word → its lemma."""


class Row(NamedTuple):
    """A row of a table: `file` from the root of the package, `line` from 1; `said`: the word that led to it."""

    file: str
    line: int
    row: dict[str, str]
    said: Span | None


class Word(NamedTuple):
    """A form to look up, in small letters, and where it stands; `None` where a rule's name holds it."""

    form: str
    span: Span | None


def rows(field: str, looked: Iterable[Word], values: Iterable[str | None] = ()) -> list[Row]:
    """What the tables of a field know of these words; of each table the longest word's row, the first in the text.
    `values`: what the claim says, of which a row must say one where its table is known by it."""
    known = sorted(looked, key=lambda word: -len(word.form))
    said = frozenset(values)
    found: list[Row] = []
    for look in lexicon.table("lookups"):
        if look["field"] == field and (row := _first(look, known, said)):
            found.append(row)
    return found


def meaning(field: str, rule: str) -> str | None:
    """What a rule does, in a few words; None for one that says so itself."""
    for row in lexicon.table("rule_meanings"):
        if row["field"] == field and fnmatchcase(rule, row["rule"]):
            return row["meaning"]
    return None


def spoken(spans: Iterable[Span]) -> Iterator[Word]:
    """Every stretch of up to LONGEST tokens."""
    for span in spans:
        edges = [found.span() for found in TOKEN.finditer(span.text)]
        for at in range(len(edges)):
            for last in range(at, min(at + LONGEST, len(edges))):
                start, end = edges[at][0], edges[last][1]
                text = span.text[start:end]
                place = Span(start=span.start + start, end=span.start + end, text=text)
                yield Word(" ".join(text.lower().split()), place)


def words(spans: Iterable[Span], lemmas: Lemmas) -> Iterator[Word]:
    """The same, and each word's lemma."""
    for word in spoken(spans):
        yield word
        span = word.span
        if span is not None and (lemma := lemmas.get((span.start, span.end))) and lemma != word.form:
            yield Word(lemma, span)


def named(rule: str) -> Word:
    """The word in a rule's name: `modal_will` → will, `advcl_as_long_as` → as long as."""
    return Word(rule.partition("_")[2].replace("_", " ").lower() or rule.lower(), None)


def _first(look: dict[str, str], looked: list[Word], said: frozenset[str | None]) -> Row | None:
    forms = _forms(look["table"], look["column"], look["many"])
    for word in looked:
        for line, row in forms.get(word.form, ()):
            if not look["value"] or row[look["value"]] in said:
                return Row(lexicon.place(look["table"]), line, row, word.span)
    return None


@cache
def _forms(table: str, column: str, many: str) -> dict[str, list[tuple[int, dict[str, str]]]]:
    """Form in small letters → lines and rows."""
    found: dict[str, list[tuple[int, dict[str, str]]]] = {}
    for line, row in zip(lexicon.lines(table), lexicon.table(table), strict=True):
        for form in row[column].split(many) if many else [row[column]]:
            if form:
                found.setdefault(form.strip().lower(), []).append((line, row))
    return found
