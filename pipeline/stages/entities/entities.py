"""Names on a Doc: what the model guessed, what the tables know and what the text defines, put together."""

from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.marks import Row, cut, put, read, text_of
from pipeline.stages.entities.forms import datelines, facilities, is_no_name, numbered, of_laws, provisions
from pipeline.stages.entities.guesses import guessed
from pipeline.stages.entities.name import TABLES, Found, Known, find, head_label, lookup, trim
from pipeline.stages.entities.runs import headed, shortened_heads, titled
from pipeline.stages.entities.same_entity import link
from pipeline.stages.entities.short_names import defined, shortened, surnames

PLACES = ("GPE", "NORP", "LOC")
_PARTICLES = frozenset("al bin da de del der di dos du el ibn la le van von y".split())  # noqa: SIM905


class Entities:
    """Doc → Doc, without state."""

    def __call__(self, doc: Doc) -> Doc:
        text = text_of(doc)
        tables = [found for found in find(text) if _is_name(doc, found.start, found.end)]
        guesses = [*guessed(doc), *_signed(doc)]
        head = [*datelines(text)]
        ruled = [
            *provisions(text),
            *numbered(text),
            *headed(text),
            *shortened_heads(text),
            *titled(text),
            *_national(text, tables),
        ]
        begin = head[0].end if head else 0
        names = merged([*head, *(name for name in (*guesses, *tables, *ruled) if name.start >= begin)])
        names = of_laws(text, facilities(text, [name for name in names if not is_no_name(text, name)]))
        names = shortened(merged([*names, *defined(doc, names), *surnames(doc, names)]))
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
    """A table before a rule, a rule before a guess; but a guessed person before all: few cities are nobody's name."""
    if name.known.rule == "ner":
        return 0 if name.known.label == "PERSON" else 3
    return 1 if name.known.rule in TABLES else 2


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
    """Whole tokens of one sentence, and not its start that only looks like a name ("Polish your shoes")."""
    span = doc.char_span(start, end)
    if span is None or any(token.is_sent_start for token in span[1:]):
        return False
    return not (len(span) == 1 and span[0].is_sent_start and span[0].pos_ in ("VERB", "AUX", "ADV"))


def _signed(doc: Doc) -> Iterator[Found]:
    """Who signed the op-ed, as the layout shows it: a person, whatever the model takes the name for."""
    for row in read(doc, "tokenize"):
        if row["kind"] != "found" or row["field"] != "byline":
            continue
        text, at = row["span"]["text"], row["span"]["start"]
        words = text.split()
        capitals = len(words) > 1 and all(word[0].isupper() or word in _PARTICLES for word in words)
        if capitals and not (lookup(text) or head_label(text)):
            start, end = trim(text, "PERSON")
            yield Found(at + start, at + end, Known("PERSON", text[start:end], "byline"))


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
