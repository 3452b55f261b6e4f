"""Docs from `word/POS/TAG/dep/head` (head: 1-based within the sentence, 0 the root); sentences stand on lines."""

import pytest
import spacy
from spacy.tokens import Doc

from pipeline import marks

VOCAB = spacy.blank("en").vocab


def build(parse, entities=""):
    rows, starts = [], []
    for line in parse.strip().splitlines():
        first = len(rows)
        for number, one in enumerate(line.split()):
            word, pos, tag, dep, head = one.split("/")
            rows.append((word, pos, tag, dep, first + (int(head) - 1 if int(head) else number)))
            starts.append(number == 0)
    words, pos, tags, deps, heads = zip(*rows, strict=True)
    doc = Doc(
        VOCAB, words=list(words), pos=list(pos), tags=list(tags), deps=[d if h != i else "ROOT" for i, (d, h) in enumerate(zip(deps, heads, strict=True))],
        heads=list(heads), lemmas=[w.lower() for w in words], sent_starts=starts,
        morphs=["Number=Plur" if tag == "NNS" else "" for tag in tags],
    )  # fmt: skip
    found = []
    for number, one in enumerate(part for part in entities.split(";") if part):
        label, name = one.strip().split(" ", 1)
        start = doc.text.index(name)
        span = marks.cut(doc, start, start + len(name))
        found.append({"id": f"e{number}", "span": span, "label": label, "name": name, "same_as": None})
    return marks.put(doc, "entities", found)


@pytest.fixture
def parsed():
    return build
