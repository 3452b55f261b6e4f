"""What anyone gets without learning: the commonest tag of each word, and capitalised runs as names."""

from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc, Span
from spacy.training import Example

UNKNOWN = "NNP"


def commonest_tags(train: Iterable[Doc]) -> dict[str, str]:
    """Word → its commonest tag in training."""
    counts: dict[str, Counter] = {}
    for doc in train:
        for token in doc:
            counts.setdefault(token.text, Counter())[token.tag_] += 1
    return {word: tags.most_common(1)[0][0] for word, tags in counts.items()}


def tag_accuracy(table: dict[str, str], examples: Iterable[Example]) -> float:
    """Share of aligned tokens whose tag the table knows; a word it has not seen is taken for a proper noun."""
    right = total = 0
    for example in examples:
        for token, gold in zip(example.predicted, example.get_aligned("TAG", as_string=True), strict=True):
            if gold is not None:
                total += 1
                right += table.get(token.text, UNKNOWN) == gold
    return right / total if total else 0.0


def capitals(doc: Doc) -> Doc:
    """Every run of capitalised words that does not open a text is an ORG (the commonest label in CrossNER)."""
    spans, start = [], None
    for token in doc:
        capital = token.text[0].isupper() and token.i > 0 and token.text != "I"
        if capital and start is None:
            start = token.i
        elif not capital and start is not None:
            spans.append(Span(doc, start, token.i, label="ORG"))
            start = None
    doc.ents = spans
    return doc
