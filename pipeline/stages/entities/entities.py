"""Names on a Doc: what the model guessed, what the tables know and what the text defines, put together."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.marks import Row, cut, put, text_of
from pipeline.stages.entities.abbreviation import definitions
from pipeline.stages.entities.name import LABELS, Known, decide, find, head_label, is_name, trim
from pipeline.stages.entities.runs import headed, titled
from pipeline.stages.entities.same import link

_OPENING = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "PART", "PRON", "SCONJ", "VERB"})


class Name(NamedTuple):
    """Code points `start` to `end`, and what is known of them."""

    start: int
    end: int
    known: Known


class Entities:
    """Doc → Doc, without state."""

    def __call__(self, doc: Doc) -> Doc:
        text = doc.text
        tables = [Name(*found) for found in find(text) if _is_name(doc, found.start, found.end)]
        runs = [Name(*found) for found in (*headed(text), *titled(text))]
        names = merged([*_guessed(doc), *tables, *runs, *_national(text, tables)])
        names = merged([*names, *_defined(doc, names)])
        rows = [_row(doc, name) for name in names]
        link(rows)
        put(doc, "entities", rows)
        doc.ents = filter_spans(_spans(doc, names))
        return doc


def merged(names: Iterable[Name]) -> list[Name]:
    """None overlapping, in order. The longer wins, of equals the one that a table knows; but a person, a place or
    a people that a guess ran together ("U.S.-China") gives way to the table's names inside it."""
    names = list(names)
    split = [name for name in names if not _runs_together(name, names)]
    kept: list[Name] = []
    for name in sorted(split, key=lambda n: (n.start - n.end, n.known.rule == "ner", n.start)):
        if all(name.end <= other.start or other.end <= name.start for other in kept):
            kept.append(name)
    return sorted(kept)


def _runs_together(name: Name, names: list[Name]) -> bool:
    inside = [n for n in names if n.known.rule != "ner" and name.start <= n.start and n.end <= name.end]
    places = [n for n in inside if n.known.label in ("GPE", "NORP", "LOC") and n != name]
    return name.known.rule == "ner" and name.known.label in ("GPE", "NORP", "LOC") and len(places) > 1


def _national(text: str, tables: list[Name]) -> Iterator[Name]:
    """A country or people right before one of its institutions: "U.S. Congress", "Indian Supreme Court"."""
    for owner, body in pairwise(tables):
        joined = text[owner.end : body.start] == " " and owner.known.label in ("GPE", "NORP")
        if joined and body.known.kind == "national":
            name = text[owner.start : body.end]
            yield Name(owner.start, body.end, Known("ORG", name, body.known.rule))


def _is_name(doc: Doc, start: int, end: int) -> bool:
    """Whole tokens, and not the start of a sentence that only looks like a name ("Polish your shoes")."""
    span = doc.char_span(start, end)
    if span is None:
        return False
    return not (len(span) == 1 and span[0].is_sent_start and span[0].pos_ in ("VERB", "AUX", "ADV"))


def _guessed(doc: Doc) -> Iterator[Name]:
    """What the model found, trimmed, with the label that the tables or the head word give it."""
    for ent in doc.ents:
        ent = _opened(ent)
        if ent.label_ not in LABELS or not _can_be_name(ent):
            continue
        start, end = trim(ent.text, ent.label_)
        start, end = ent.start_char + start, ent.start_char + end
        name = text_of(doc)[start:end]
        if is_name(name):
            yield Name(start, end, decide(name, ent.label_))


def _opened(ent: Span) -> Span:
    """Without the words that only open the sentence: "But Rio", "For Peru"."""
    start = ent.start
    while start < ent.end - 1 and ent.doc[start].pos_ in _OPENING and ent.label_ != "WORK_OF_ART":
        start += 1
    return Span(ent.doc, start, ent.end, label=ent.label_)


def _can_be_name(ent: Span) -> bool:
    """Some word of it is a proper noun; of works, laws and events and peoples another will do. No tags: yes."""
    kinds = {token.pos_ for token in ent}
    loose = {"NOUN", "ADJ"} if ent.label_ in ("NORP", "WORK_OF_ART", "LAW", "EVENT") else set()
    return bool(kinds & ({"PROPN", ""} | loose))


def _defined(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Long and short forms of the definitions in the text, and every later mention of the short form."""
    text = doc.text
    for (start, end), (first, last) in definitions(text):
        long, short = text[start:end], text[first:last]
        known = _label_of_long(long, start, end, names)
        if known is None or (known.rule == "definition" and len(short) < 3):
            continue  # "Member of Parliament (MP)" names nobody
        yield Name(start, end, known)
        yield from (Name(t.idx, t.idx + len(t), known) for t in doc if t.text == short and t.idx >= first)


def _label_of_long(long: str, start: int, end: int, names: list[Name]) -> Known | None:
    """A name of the same end decides; else the head word; else capitals make an organisation of it."""
    if not long[0].isupper() or not all(word[0].isupper() for word in long.split() if len(word) > 3):
        return None
    for name in names:
        if start <= name.start and name.end == end and name.start - start < 5:
            return name.known._replace(name=name.known.name if name.start == start else long)
    guess = next((name.known.label for name in names if name.start < end and start < name.end), "ORG")
    label = head_label(long) or (guess if guess in ("ORG", "LAW", "EVENT", "FAC") else "ORG")
    return Known(label, long, "definition")


def _row(doc: Doc, name: Name) -> Row:
    return {
        "id": "",
        "span": cut(doc, name.start, name.end),
        "label": name.known.label,
        "name": name.known.name,
        "same_as": None,
        "rule": name.known.rule,
    }


def _spans(doc: Doc, names: list[Name]) -> list[Span]:
    spans = (doc.char_span(n.start, n.end, label=n.known.label, alignment_mode="contract") for n in names)
    return [span for span in spans if span is not None]
