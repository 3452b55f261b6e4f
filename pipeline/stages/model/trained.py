"""What is learned, as one thing that is loaded and saved: the network, its labels, the encoder's pieces."""

import io
import json
from pathlib import Path

import numpy as np

from pipeline.stages.model.lemmas import Lemmas
from pipeline.stages.model.network import Network
from pipeline.stages.model.pieces import Pieces

GRAPH, ARCS, LABELS, LIKENESSES, VOCABULARY = FILES = (
    "network.onnx", "arcs.npz", "labels.json", "lemmas.json", "vocab.txt",
)  # fmt: skip


class Trained:
    """`labels`: `tags`, `morphs` (`UPOS|FEATS`), `lemmas` (rules), `deps`, `names` (BIO), in the order of scores.
    `likenesses`: see `lemmas.taught`."""

    def __init__(
        self,
        network: Network,
        labels: dict[str, list[str]],
        likenesses: dict[str, list[str]],
        vocabulary: list[str],
    ):
        self.network, self.labels, self.likenesses = network, labels, likenesses
        self.pieces = Pieces(vocabulary)
        self.lemmas = Lemmas(likenesses, vocabulary)

    def parts(self) -> dict[str, bytes]:
        """File name → content."""
        arcs = io.BytesIO()
        np.savez(arcs, **self.network.weights)
        vocabulary = "".join(f"{piece}\n" for piece in self.pieces.vocabulary)
        return {
            GRAPH: self.network.graph,
            ARCS: arcs.getvalue(),
            LABELS: _json(self.labels),
            LIKENESSES: _json(self.likenesses),
            VOCABULARY: vocabulary.encode(),
        }

    @classmethod
    def of(cls, parts: dict[str, bytes]) -> "Trained":
        with np.load(io.BytesIO(parts[ARCS]), allow_pickle=False) as arcs:
            network = Network(parts[GRAPH], dict(arcs))
        vocabulary = parts[VOCABULARY].decode().removesuffix("\n").split("\n")
        return cls(network, json.loads(parts[LABELS]), json.loads(parts[LIKENESSES]), vocabulary)

    @classmethod
    def load(cls, folder: Path) -> "Trained":
        return cls.of({name: (folder / name).read_bytes() for name in FILES})

    def save(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.parts().items():
            (folder / name).write_bytes(content)


def _json(content: dict[str, list[str]]) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=0).encode()
