"""Named entities of a source → gold Docs in our labels: the sources disagree.

    python scripts/names.py [--measure | --as-annotated] OUT.spacy SOURCE:PATH …

`ner_mapping.csv` maps each source's labels. Then the same tables that work in the pipeline decide edges,
nationalities, countries and heads ("Suez Canal"). What a source leaves open (types it does not have, mentions it
does not mark) is left open in the gold too, and teaches nothing. With `--measure`, names that only our tables
know are left open as well, so that the tables are not measured against themselves. With `--as-annotated` nothing is
cleaned or left open: people, organisations and places with the source's own edges, as other systems are measured.
"""

import csv
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import mentions
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from pipeline.stages.entities.name import LABELS, decide, find, lookup, trim

TOGETHER = 5  # sentences in one text
READERS = {
    "gum": mentions.gum,
    "uner": mentions.uner,
    "redocred": mentions.redocred,
    "re3d": mentions.re3d,
    "crossner": mentions.columns,
    "sec": mentions.columns,
    "btc": mentions.columns,
    "wnut": mentions.columns,
    "europarl": mentions.columns,
}
COARSE = {"PERSON": "PER", "ORG": "ORG", "place": "LOC", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
JOINING = frozenset("of the and for de la al bin van von der del on in to ' ’ - – . &".split())  # noqa: SIM905


@cache
def mapping() -> dict[tuple[str, str], str]:
    path = Path(__file__).parent.parent / "ner_mapping.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {(row["source"], row["label"]): row["target"] for row in csv.DictReader(file)}


def gold(vocab: Vocab, source: str, text: mentions.Text, measuring: bool) -> Doc:
    """The Doc with its entities; tokens about which the source says nothing are missing, not outside."""
    doc = Doc(vocab, words=text.words, spaces=text.spaces)
    known, unknown = [], []
    for first, end, label in text.mentions:
        target = mapping()[source, label] if label != "none" else "none"
        span = _named(doc[first:end], target) if target != "none" else None
        if span is not None:
            (known if span.label_ in LABELS else unknown).append(span)
    known = filter_spans(known)
    tabled = _from_tables(doc, known)
    if measuring:
        unknown += tabled
    else:
        known = filter_spans([*known, *tabled])
    if mapping()[source, "*"] == "capitals":
        unknown += [doc[t.i : t.i + 1] for t in doc if _capital(t) and not _opens(t)]
    taken = {token.i for span in known for token in span}
    open_ = [doc[t.i : t.i + 1] for span in unknown for t in span if t.i not in taken]
    doc.set_ents(known, missing=filter_spans(open_), default="outside")
    return doc


def annotated(vocab: Vocab, source: str, text: mentions.Text) -> Doc:
    """The Doc with PER, ORG and LOC as they stand in the source."""
    doc = Doc(vocab, words=text.words, spaces=text.spaces)
    found = [
        (doc[first:end], COARSE.get(mapping()[source, label]))
        for first, end, label in text.mentions
        if label != "none"
    ]
    doc.set_ents(
        [Span(doc, span.start, span.end, label=label) for span, label in found if label], default="outside"
    )
    return doc


def _named(span: Span, target: str) -> Span | None:
    """The name inside a mention, with its final label; `missing` where nobody decides; None if it holds no name."""
    start, end = trim(span.text, target)
    inner = span.doc.char_span(span.start_char + start, span.start_char + end, alignment_mode="expand")
    inner = _capitals(inner)
    if inner is None:
        return None
    if target == "EVENT" and inner.end < span.end:  # "Italian general election": the head is no capital
        known = lookup(inner.text)
        return Span(span.doc, inner.start, inner.end, label=known.label if known else "missing")
    guess = {"place": "GPE", "missing": "missing"}.get(target, target)
    if (
        target == "missing"
        and inner.start
        and inner.doc[inner.start - 1].text in ('"', "“")
        and len(inner) > 1
    ):
        guess = "WORK_OF_ART"
    return Span(span.doc, inner.start, inner.end, label=decide(inner.text, guess).label)


def _capitals(span: Span) -> Span | None:
    """The longest stretch of capitalised words and the small words that join them."""
    best, start = None, None
    for token in [*span, None]:
        if token is not None and (_capital(token) or (start is not None and token.text.lower() in JOINING)):
            start = token.i if start is None else start
        elif start is not None:
            end = token.i if token is not None else span.end
            while not _capital(span.doc[end - 1]):
                end -= 1
            if best is None or end - start > len(best):
                best = span.doc[start:end]
            start = None
    return best


def _capital(token) -> bool:
    return token.text[0].isupper() or (
        token.text[0].isdigit() and token.i > 0 and token.nbor(-1).text[0].isupper()
    )


def _opens(token) -> bool:
    return token.i == 0 or token.nbor(-1).text in (".", "!", "?", ":", '"', "“", "”")


def _from_tables(doc: Doc, known: list[Span]) -> list[Span]:
    taken = {token.i for span in known for token in span}
    spans = [
        doc.char_span(found.start, found.end, label=found.known.label, alignment_mode="contract")
        for found in find(doc.text)
    ]
    return [span for span in spans if span is not None and not any(token.i in taken for token in span)]


def grouped(texts: Iterable[mentions.Text]) -> Iterator[mentions.Text]:
    """`TOGETHER` sentences as one text: in use, most sentences do not open one."""
    texts = iter(texts)
    while group := list(islice(texts, TOGETHER)):
        words, spaces, found = [], [], []
        for text in group:
            found += [(first + len(words), end + len(words), label) for first, end, label in text.mentions]
            words += text.words
            spaces += [*text.spaces[:-1], True]
        yield mentions.Text(words, spaces, found)


def curled(text: mentions.Text) -> mentions.Text:
    """The same with typographic quotation marks and apostrophes, as newspapers print them."""
    words, closing = [], False
    for word in text.words:
        words.append(word.replace("'", "’").replace('"', "”" if closing else "“"))
        closing ^= '"' in word
    return text._replace(words=words)


def main(*args: str) -> None:
    out, *sources = [arg for arg in args if not arg.startswith("--")]
    store, vocab, counts = DocBin(store_user_data=False), Vocab(), {}
    for given in sources:
        source, _, path = given.partition(":")
        for at, text in enumerate(grouped(READERS[source](Path(path)))):
            text = curled(text) if at % 2 else text
            if "--as-annotated" in args:
                store.add(annotated(vocab, source, text))
                continue
            doc = gold(vocab, source, text, "--measure" in args)
            for ent in doc.ents:
                counts[ent.label_] = counts.get(ent.label_, 0) + 1
            store.add(doc)
    store.to_disk(out)
    print(f"{out}: {len(store)} texts, {dict(sorted(counts.items()))}")


if __name__ == "__main__":
    main(*sys.argv[1:])
