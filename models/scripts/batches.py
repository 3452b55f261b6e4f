"""Samples → padded tensors."""

import random
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import torch
from samples import NEITHER, NO_COARSE, OPEN, Sample
from spacy.tokens import Doc
from spacy.vocab import Vocab
from torch import Tensor
from torch.nn import functional

from pipeline.stages.model.pieces import Pieces
from pipeline.stages.model.seen import seen
from pipeline.stages.model.shapes import shapes

LONGEST = 250  # pieces
EVEN = 16  # pieces; a batch is padded to a multiple of it


class Batch(NamedTuple):
    """B × P: pieces, seen. B × P × 4: shapes. B × W: all others; OPEN where nothing is known. worth: B × W, NaN where
    nothing is known.
    heads: 0 the root, else 1 + the head's place; sentence: the number of each word's sentence, -1 for padding."""

    pieces: Tensor
    shapes: Tensor
    seen: Tensor
    first: Tensor
    last: Tensor
    tags: Tensor
    morphs: Tensor
    lemmas: Tensor
    starts: Tensor
    heads: Tensor
    deps: Tensor
    names: Tensor
    sentence: Tensor
    worth: Tensor


class Batcher:
    def __init__(self, pieces: Pieces, vocab: Vocab, columns: dict[str, list[str]], masked: float = 0.0):
        self.split, self.vocab, self.masked = pieces, vocab, masked
        self.mask = pieces.vocabulary.index("[MASK]")
        self.ids = {name: {label: at for at, label in enumerate(labels)} for name, labels in columns.items()}
        self.targets = {**self.ids, "names": {**self.ids["names"], NO_COARSE: NEITHER}}

    def row(self, sample: Sample, rng: random.Random) -> dict[str, Tensor]:
        """One sample as unpadded tensors; its words in the form that the network is shown in use."""
        words = [seen(word) for word in sample.words]
        shape = shapes(Doc(self.vocab, words=words, spaces=sample.spaces))
        ids, owner, first, last = [self.split.opens], [-1], [], []
        for at, pieces in enumerate(self.split(words)):
            first.append(len(ids))
            ids.extend(pieces)
            owner.extend([at] * len(pieces))
            last.append(len(ids) - 1)
        ids.append(self.split.closes)
        owner.append(-1)
        if self.masked:
            hidden = {at for at in range(len(sample.words)) if rng.random() < self.masked}
            ids = [self.mask if own in hidden else i for i, own in zip(ids, owner, strict=True)]
        shown = torch.zeros(len(ids), shape.shape[1], dtype=torch.long)
        inner = torch.tensor(owner) >= 0
        shown[inner] = torch.from_numpy(shape)[torch.tensor(owner)[inner]]
        return {
            "pieces": torch.tensor(ids), "shapes": shown, "first": torch.tensor(first), "last": torch.tensor(last),
            **self._gold(sample),
        }  # fmt: skip

    def _gold(self, sample: Sample) -> dict[str, Tensor]:
        n = len(sample.words)
        found = {}
        for name, ids in self.targets.items():
            column = getattr(sample, name)
            found[name] = torch.tensor(
                [ids.get(x, OPEN) for x in column] if column is not None else [OPEN] * n
            )
        found["heads"] = torch.tensor(
            [h + 1 for h in sample.heads] if sample.heads is not None else [OPEN] * n
        )
        starts = sample.starts if sample.starts is not None else [OPEN] * n
        found["starts"] = torch.tensor([int(x) for x in starts])
        found["sentence"] = torch.cumsum(torch.tensor([int(bool(x)) for x in (sample.starts or [0] * n)]), 0)
        found["worth"] = torch.tensor([float("nan")] * n if sample.worth is None else sample.worth)
        return found

    def batch(self, rows: list[dict[str, Tensor]]) -> Batch:
        padding = {"pieces": 0, "shapes": 0, "first": 0, "last": 0, "sentence": -1, "worth": float("nan")}
        found = {
            name: torch.nn.utils.rnn.pad_sequence(
                [row[name] for row in rows], batch_first=True, padding_value=padding.get(name, OPEN)
            )
            for name in rows[0]
        }
        lengths = torch.tensor([len(row["pieces"]) for row in rows])
        spare = -found["pieces"].shape[1] % EVEN  # few different shapes: each one is compiled for
        found["pieces"] = functional.pad(found["pieces"], (0, spare))
        found["shapes"] = functional.pad(found["shapes"], (0, 0, 0, spare))
        seen = torch.arange(found["pieces"].shape[1])[None, :] < lengths[:, None]
        return Batch(seen=seen[:, None, None, :], **found)


def batches(
    samples: Iterable[Sample], batcher: Batcher, budget: int, rng: random.Random, pool: int = 1500
) -> Iterator[Batch]:
    """Batches of about `budget` pieces, padding included: samples of a like length go together. The few that are longer
    than the encoder is taught to read (a sentence of addresses) are left out."""
    waiting: list[dict[str, Tensor]] = []

    def flush() -> Iterator[Batch]:
        waiting.sort(key=lambda row: len(row["pieces"]))
        groups, group = [], []
        for row in waiting:
            if group and (len(group) + 1) * len(row["pieces"]) > budget:
                groups.append(group)
                group = []
            group.append(row)
        if group:
            groups.append(group)
        rng.shuffle(groups)
        waiting.clear()
        for group in groups:
            yield batcher.batch(group)

    for sample in samples:
        row = batcher.row(sample, rng)
        if len(row["pieces"]) <= LONGEST:
            waiting.append(row)
        if len(waiting) >= pool:
            yield from flush()
    if waiting:
        yield from flush()
