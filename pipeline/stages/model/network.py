"""The trained network, run by ONNX Runtime on one thread: the only place that imports it.

The graph takes word pieces to scores (8-bit integers inside); a few small matrices beside it make arcs and their
labels out of two words. One thread and one window at a time: neighbours, batches and cores change no digit.
Long sums are taken in 64 bits, in the graph (models/scripts/steady.py) and here, so that the order in which a processor
adds changes none either.
"""

from typing import Any, NamedTuple

import numpy as np
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions

INPUTS = ("pieces", "shapes", "first", "last")


class Scores(NamedTuple):
    """Of W words: tags and morphs int (W), the best label; lemmas int (W × 3), the best rules; starts float (W), over
    0 where a sentence starts; names float (W × tags); worth float (W × 2), weight and vote; the rest float, vectors."""

    tags: Any
    morphs: Any
    lemmas: Any
    starts: Any
    names: Any
    worth: Any
    arc_child: Any
    arc_head: Any
    label_child: Any
    label_head: Any

    def cut(self, start: int, end: int) -> "Scores":
        return Scores(*(column[start:end] for column in self))


def joined(parts: list[Scores]) -> Scores:
    """Windows, one behind the other."""
    return (
        parts[0]
        if len(parts) == 1
        else Scores(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))
    )


class Network:
    """`network(pieces, shapes, first, last) -> Scores`; `arcs` and `labels` over the words of one sentence."""

    def __init__(self, graph: bytes, arcs: dict[str, Any]):
        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_ALL
        self.graph, self.weights = graph, arcs
        self.wide = {name: value.astype("float64") for name, value in arcs.items()}
        self.session = InferenceSession(graph, options, providers=["CPUExecutionProvider"])

    def __call__(self, pieces: Any, shapes: Any, first: Any, last: Any) -> Scores:
        """pieces: int64 P; shapes: int64 P × attributes; first, last: int64 W, where a word's pieces begin and end."""
        given = dict(zip(INPUTS, (pieces[None], shapes[None], first[None], last[None]), strict=True))
        return Scores(*(found[0] for found in self.session.run(list(Scores._fields), given)))

    def arcs(self, scores: Scores) -> Any:
        """words × (1 + words): how likely each word hangs on the root (column 0) or on another word."""
        heads = np.concatenate([self.wide["arc_root"], scores.arc_head])
        return scores.arc_child.astype("float64") @ heads.T

    def labels(self, scores: Scores, heads: Any) -> Any:
        """words × labels; `heads` as columns of `arcs`."""
        above = np.concatenate([self.wide["label_root"], scores.label_head])[heads]
        hidden = np.maximum(scores.label_child + above, 0)
        return hidden @ self.wide["label"].T + self.wide["label_bias"]
