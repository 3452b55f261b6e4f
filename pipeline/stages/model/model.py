"""The component: Doc → Doc by the trained network."""

from pathlib import Path
from typing import Any

import numpy as np
import srsly
from spacy.attrs import IS_SPACE, SENT_START, SPACY
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.stages.model import write
from pipeline.stages.model.reading import YES, read, sentences, trees
from pipeline.stages.model.seen import seen
from pipeline.stages.model.shapes import shapes
from pipeline.stages.model.trained import Trained


class Model:
    """Starts of sentences that stand on the Doc already are kept. Raises ValueError before anything was loaded."""

    def __init__(self, vocab: Vocab):
        self.vocab = vocab
        self.trained: Trained | None = None

    def __call__(self, doc: Doc) -> Doc:
        if self.trained is None:
            raise ValueError("the model has not been loaded: there is nothing it could read with")
        places = np.flatnonzero(doc.to_array(IS_SPACE) == 0)
        if not len(places):
            return doc
        network, pieces = self.trained.network, self.trained.pieces
        texts = [seen(token.text) for token in doc]
        shown = Doc(self.vocab, texts, doc.to_array(SPACY).astype(bool).tolist())
        words = [texts[at] for at in places.tolist()]
        known = doc.to_array(SENT_START).astype("int64")[places]
        scores = read(network, pieces, words, shapes(shown)[places], known, breaks(doc, places, known))
        cuts = sentences(scores.starts, known)
        heads, labels, sure = trees(network, scores, cuts, self.writer.root)
        self.writer.words(doc, places, scores, heads, labels)
        self.writer.entities(doc, places, scores, cuts)
        write.starts(doc, places, cuts)
        write.votes(doc, places, scores)
        write.arcs(doc, places, sure)
        return doc

    def load(self, trained: Trained) -> "Model":
        """Take over what was learned; its labels become strings of the vocabulary."""
        self.trained = trained
        self.writer = write.Writer(self.vocab, trained.labels, trained.lemmas)
        return self

    # What spaCy asks of a component that is saved, loaded or sent to another process.
    def to_disk(self, path: str | Path, **_: object) -> None:
        if self.trained is not None:
            self.trained.save(Path(path))

    def from_disk(self, path: str | Path, **_: object) -> "Model":
        return self.load(Trained.load(Path(path))) if Path(path).is_dir() else self

    def to_bytes(self, **_: object) -> bytes:
        return bytes(srsly.msgpack_dumps(self.trained.parts() if self.trained is not None else {}))

    def from_bytes(self, data: bytes, **_: object) -> "Model":
        parts = srsly.msgpack_loads(data)
        return self.load(Trained.of(parts)) if parts else self

    def __reduce__(self) -> Any:
        return _restored, (self.vocab, self.to_bytes())


def breaks(doc: Doc, places: Any, known: Any) -> list[bool]:
    """Per word: a sentence is known to start here, and the line ended before."""
    return [
        start == YES and at > 0 and doc[at - 1].is_space and "\n" in doc[at - 1].text
        for at, start in zip(places.tolist(), known.tolist(), strict=True)
    ]


def _restored(vocab: Vocab, data: bytes) -> Model:
    return Model(vocab).from_bytes(data)
