"""Names on a Doc: what the model guessed, what the tables know and what the text defines, put together."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.marks import Row, cut, put, text_of
from pipeline.stages.entities.abbreviation import definitions
from pipeline.stages.entities.guesses import guessed
from pipeline.stages.entities.name import TABLES, Found, Known, find, head_label, lookup
from pipeline.stages.entities.runs import headed, titled
from pipeline.stages.entities.same import link

PLACES = ("GPE", "NORP", "LOC")


class Entities:
    """Doc → Doc, without state."""

    def __call__(self, doc: Doc) -> Doc:
        text = text_of(doc)
        tables = [found for found in find(text) if _is_name(doc, found.start, found.end)]
        names = merged([*guessed(doc), *tables, *headed(text), *titled(text), *_national(text, tables)])
        names = merged([*names, *_defined(doc, names), *_surnames(doc, names)])
        rows = [_row(doc, name) for name in names]
        link(rows)
        put(doc, "entities", rows)
        doc.ents = filter_spans(_spans(doc, names))
        return doc


def merged(names: Iterable[Found]) -> list[Found]:
    """None overlapping, in order. The longer wins, of equals the one that a table knows; but a person, a place or
    a people that a guess ran together ("U.S.-China") gives way to the table's names inside it."""
    names = sorted(names)
    taken = bytearray(max((name.end for name in names), default=0))
    kept: list[Found] = []
    wanted = (name for at, name in enumerate(names) if not _runs_together(name, names, at))
    for name in sorted(wanted, key=lambda n: (n.start - n.end, _rank(n), n.start)):
        if not any(taken[name.start : name.end]):
            taken[name.start : name.end] = b"\1" * (name.end - name.start)
            kept.append(name)
    return sorted(kept)


def _rank(name: Found) -> int:
    """A table before a rule, a rule before a guess."""
    return 0 if name.known.rule in TABLES else 1 + (name.known.rule == "ner")


def _runs_together(name: Found, names: list[Found], at: int) -> bool:
    """Is it a guessed place or people, with two that the tables know inside? `names[at]` is the name itself."""
    if name.known.rule != "ner" or name.known.label not in PLACES:
        return False
    near = takewhile(lambda n: n.start < name.end, names[max(0, at - 3) : at + 20])
    inside = [n for n in near if n.known.rule != "ner" and name.start <= n.start and n.end <= name.end]
    return sum(n.known.label in PLACES for n in inside) > 1


def _national(text: str, tables: list[Found]) -> Iterator[Found]:
    """A country or people right before one of its institutions: "U.S. Congress", "Indian Supreme Court"."""
    for owner, body in pairwise(tables):
        joined = text[owner.end : body.start] == " " and owner.known.label in ("GPE", "NORP")
        if joined and body.known.kind == "national":
            name = text[owner.start : body.end]
            yield Found(owner.start, body.end, Known("ORG", name, body.known.rule))


def _is_name(doc: Doc, start: int, end: int) -> bool:
    """Whole tokens, and not the start of a sentence that only looks like a name ("Polish your shoes")."""
    span = doc.char_span(start, end)
    if span is None:
        return False
    return not (len(span) == 1 and span[0].is_sent_start and span[0].pos_ in ("VERB", "AUX", "ADV"))


def _defined(doc: Doc, names: list[Found]) -> Iterator[Found]:
    """Long and short forms of the definitions in the text, and every later mention of the short form."""
    text, shorts = text_of(doc), {}
    for (start, end), (first, last) in definitions(text):
        long, short = text[start:end], text[first:last]
        near = names[bisect_left(names, start, key=lambda name: name.end) :][:20]
        known = _label_of_long(long, start, end, near)
        if known is None or (known.rule == "definition" and len(short) < 3):
            continue  # "Member of Parliament (MP)" names nobody
        yield Found(start, end, known)
        shorts.setdefault(short, (first, known))
    for token in doc:
        first, known = shorts.get(token.text, (len(text), None))
        if known and token.idx >= first:
            yield Found(token.idx, token.idx + len(token), known)


def _label_of_long(long: str, start: int, end: int, names: list[Found]) -> Known | None:
    """A name of the same end decides; else the head word; else capitals make an organisation of it."""
    if not long[0].isupper() or not all(word[0].isupper() for word in long.split() if len(word) > 3):
        return None
    for name in names:
        if start <= name.start and name.end == end and name.start - start < 5:
            return name.known._replace(name=name.known.name if name.start == start else long)
    guess = next((name.known.label for name in names if name.start < end and start < name.end), "ORG")
    label = head_label(long) or (guess if guess in ("ORG", "LAW", "EVENT", "FAC") else "ORG")
    return Known(label, long, "definition")


def _surnames(doc: Doc, names: list[Found]) -> Iterator[Found]:
    """Later words that are the last word of a person's full name: "Otieno" after "Ruth Otieno"."""
    people: dict[str, int] = {}
    for name in names:
        words = name.known.name.split()
        if name.known.label == "PERSON" and len(words) > 1 and len(words[-1]) > 2 and not lookup(words[-1]):
            people.setdefault(words[-1], name.end)
    beyond = len(text_of(doc))
    for token in doc:
        if token.idx >= people.get(token.text, beyond) and token.pos_ in ("PROPN", "NOUN", "X", ""):
            yield Found(token.idx, token.idx + len(token), Known("PERSON", token.text, "surname"))


def _row(doc: Doc, name: Found) -> Row:
    return {
        "id": "",
        "span": cut(doc, name.start, name.end),
        "label": name.known.label,
        "name": name.known.name,
        "same_as": None,
        "rule": name.known.rule,
    }


def _spans(doc: Doc, names: list[Found]) -> list[Span]:
    spans = (doc.char_span(n.start, n.end, label=n.known.label, alignment_mode="contract") for n in names)
    return [span for span in spans if span is not None]
