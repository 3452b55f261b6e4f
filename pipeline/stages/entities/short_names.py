"""Names that other names of the text explain: abbreviations, surnames, short forms."""

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Doc

from pipeline.marks import text_of
from pipeline.stages.entities.abbreviation import definitions
from pipeline.stages.entities.name import Found, Known, head_label, lookup


def defined(doc: Doc, names: list[Found]) -> Iterator[Found]:
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


def surnames(doc: Doc, names: list[Found]) -> Iterator[Found]:
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


def shortened(names: list[Found]) -> list[Found]:
    """A guess that begins the longer name of a body or building in the same text is that: "Harlan State" beside
    "Harlan State University"."""
    long: dict[str, Known] = {}
    for name in names:
        words = name.known.name.split()
        if name.known.label in ("ORG", "FAC"):
            for size in range(2, len(words)):
                long.setdefault(" ".join(words[:size]), name.known)
    return [
        name._replace(known=long[name.known.name])
        if name.known.rule == "ner" and name.known.name in long
        else name
        for name in names
    ]
