"""Gold Docs → training samples: the words of a window with whatever is known of them.

What a sample does not know is left open and teaches nothing: a text with names has no tree, a word that the source
of names leaves open has no tag. A sample is what the network is shown at once in use: sentences of one paragraph,
cut by `pipeline/stages/model/windows.py`.
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from pipeline.stages.model.lemmas import rule
from pipeline.stages.model.pieces import Pieces
from pipeline.stages.model.seen import seen
from pipeline.stages.model.windows import windows

OPEN = -100  # not known; the number that cross entropy leaves out
NEITHER = -101  # a name tag that is not known, but is none of a person, an organisation or a place
OUTSIDE, UNKNOWN, NO_COARSE = "O", "", "?"
NO_LEMMA = ("_", "")  # the treebanks' mark for half a word
COLUMNS = (
    "starts",
    "tags",
    "morphs",
    "lemmas",
    "deps",
    "names",
    "worth",
)  # heads count from the sample's start
COARSE = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})


@dataclass
class Sample:
    """One stretch of words; columns are as long as `words`, or None where the source does not have them.

    heads: index of the head in `words`, -1 for a root. names: BIO tags, UNKNOWN where open, NO_COARSE where the source
    would have marked a person, an organisation or a place. worth: the label of the word's sentence.
    """

    words: list[str]
    spaces: list[bool]
    starts: list[bool] | None = None
    tags: list[str] | None = None
    morphs: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    deps: list[str] | None = None
    names: list[str] | None = None
    worth: list[float] | None = None

    def cut(self, start: int, end: int) -> "Sample":
        """Words `start` to `end`; whole sentences only, if there are trees."""
        part = Sample(self.words[start:end], self.spaces[start:end])
        for name in COLUMNS:
            column = getattr(self, name)
            setattr(part, name, column[start:end] if column is not None else None)
        if self.heads is not None:
            part.heads = [head - start if head >= 0 else -1 for head in self.heads[start:end]]
        return part


def trees(path: Path, vocab: Vocab) -> list[Sample]:
    """From `treebank.py`: one sample a paragraph."""
    return [
        Sample(
            words=[t.text for t in doc],
            spaces=[bool(t.whitespace_) for t in doc],
            starts=[bool(t.is_sent_start) for t in doc],
            tags=[t.tag_ for t in doc],
            morphs=[features(t.pos_, str(t.morph)) for t in doc],
            lemmas=[UNKNOWN if t.lemma_ in NO_LEMMA else rule(t.text, t.lemma_) for t in doc],
            heads=[-1 if t.head is t or t.head.i == t.i else t.head.i for t in doc],
            deps=[t.dep_ for t in doc],
        )
        for doc in DocBin().from_disk(path).get_docs(vocab)
    ]


def features(pos: str, morph: str) -> str:
    """UPOS and FEATS as one label: `NOUN|Number=Sing`."""
    return f"{pos}|{morph}"


def named(path: Path, vocab: Vocab, marks_coarse: bool) -> list[Sample]:
    """From `names.py`: several sentences a sample. `marks_coarse`: what is open is no person, organisation or place,
    for the source marks all of those."""
    other = {0: NO_COARSE if marks_coarse else UNKNOWN, 2: OUTSIDE}
    return [
        Sample(
            words=[t.text for t in doc],
            spaces=[bool(t.whitespace_) for t in doc],
            names=[other.get(t.ent_iob, f"{'B' if t.ent_iob == 3 else 'I'}-{t.ent_type_}") for t in doc],
        )
        for doc in DocBin().from_disk(path).get_docs(vocab)
        if len(doc)
    ]


def with_names(paragraphs: list[Sample], texts: list[Sample]) -> list[Sample]:
    """Trees and names of the same words, cut into texts differently."""
    names = [tag for text in texts for tag in text.names or ()]
    assert len(names) == sum(len(paragraph.words) for paragraph in paragraphs)
    tags = iter(names)
    return [replace(paragraph, names=[next(tags) for _ in paragraph.words]) for paragraph in paragraphs]


def judged(rows: Iterable[dict], tokenizer) -> list[Sample]:
    """ClaimBuster's sentences (label 1: worth checking) in the order of the debates, one to six to a sample: how much
    a sentence is worth depends on those beside it, as in use."""
    rows = sorted((row for row in rows if row["text"].strip()), key=lambda row: row["sentence_id"])
    sizes, found = itertools.cycle(range(1, 7)), []
    while rows:
        size = next(sizes)
        found.append(_together([(tokenizer(row["text"].strip()), row["label"]) for row in rows[:size]]))
        rows = rows[size:]
    return found


def _together(sentences: list[tuple[Doc, int]]) -> Sample:
    words, spaces, starts, worth = [], [], [], []
    for doc, label in sentences:
        words += [t.text for t in doc]
        spaces += [bool(t.whitespace_) for t in doc[:-1]] + [True]
        starts += [t.i == 0 for t in doc]
        worth += [float(label)] * len(doc)
    return Sample(words, spaces, starts=starts, worth=worth)


def labels(samples: Iterable[Sample], column: str, least: int = 1) -> list[str]:
    """The labels seen at least `least` times, the commonest first."""
    counts = Counter(label for sample in samples for label in getattr(sample, column) or ())
    return [
        label
        for label, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if n >= least and label not in (UNKNOWN, NO_COARSE)
    ]


def short(samples: Iterable[Sample], longest: int = 120) -> list[Sample]:
    """Texts without trees, cut where a sentence seems to end."""
    found = []
    for sample in samples:
        start = 0
        for at, word in enumerate(sample.words):
            ends = word in (".", "!", "?") and at - start > 0.6 * longest
            if ends or at - start >= longest or at + 1 == len(sample.words):
                found.append(sample.cut(start, at + 1))
                start = at + 1
    return found


def fitting(paragraphs: Iterable[Sample], split: Pieces) -> Iterator[Sample]:
    """The paragraphs, cut as the network reads them in use, had every sentence a known beginning; a sentence that is
    longer than a window stays whole, with what is read behind it."""
    for sample in paragraphs:
        assert sample.starts is not None
        lengths = [len(ids) for ids in split([seen(word) for word in sample.words])]
        cuts = windows(lengths, sample.starts, [False] * len(lengths))
        edges = [window.first for window in cuts if sample.starts[window.first]]
        for start, end in itertools.pairwise([*edges, len(lengths)]):
            yield sample.cut(start, end)
