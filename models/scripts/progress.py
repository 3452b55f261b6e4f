"""How training goes: figures on dev, on the treebank's own words and sentences. Quicker than `evaluate.py`, and a
little kinder: there the text is raw."""

import random

import torch
from batches import Batch, Batcher, batches
from losses import arcs
from network import Network
from samples import NEITHER, OPEN, Sample
from torch import Tensor

from pipeline.stages.model.names import spans

PIECES = 8192


class Count:
    """Hits among so many found and so many to be found."""

    def __init__(self) -> None:
        self.hits = self.found = self.gold = 0

    def add(self, hits: int, found: int, gold: int) -> None:
        self.hits, self.found, self.gold = self.hits + hits, self.found + found, self.gold + gold

    def f1(self) -> float:
        return round(200 * self.hits / max(1, self.found + self.gold), 2)


@torch.no_grad()
def measure(network: Network, batcher: Batcher, samples: list[Sample]) -> dict[str, float]:
    """Per cent of words right: tags, features, lemmas, heads (`uas`), heads with labels (`las`); F1 of sentence
    starts and of names. Only what the samples know."""
    network.eval()
    counts: dict[str, Count] = {}
    for batch in batches(samples, batcher, PIECES, random.Random(0)):
        for name, triple in _counted(network, batch, list(batcher.ids["names"])).items():
            counts.setdefault(name, Count()).add(*triple)
    network.train()
    return {name: count.f1() for name, count in counts.items() if count.gold}


def _counted(network: Network, batch: Batch, tags: list[str]) -> dict[str, tuple[int, int, int]]:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = network(batch.pieces, batch.shapes, batch.first, batch.last, batch.seen)
        heads = arcs(network, out, batch.sentence).argmax(-1)
        deps = network.labels(out, heads).argmax(-1)
    found = {
        name: _right(getattr(out, name).argmax(-1), getattr(batch, name))
        for name in ("tags", "morphs", "lemmas")
    }
    found["uas"] = _right(heads, batch.heads)
    found["las"] = (int(((heads == batch.heads) & (deps == batch.deps)).sum()), *found["uas"][1:])
    known = batch.starts != OPEN
    begins, gold = (out.starts > 0) & known, (batch.starts == 1) & known
    found["starts"] = int((begins & gold).sum()), int(begins.sum()), int(gold.sum())
    found["names"] = _names(out.names.float(), batch, tags)
    return found


def _right(found: Tensor, gold: Tensor) -> tuple[int, int, int]:
    known = int((gold != OPEN).sum())
    return int((found == gold).sum()), known, known


def _names(scores: Tensor, batch: Batch, tags: list[str]) -> tuple[int, int, int]:
    """A guess that touches a word which the gold leaves open counts neither way."""
    hits = found = right = 0
    for row, gold, last in zip(scores.numpy(), batch.names.tolist(), batch.last.tolist(), strict=True):
        length = sum(place > 0 for place in last)
        if all(at == OPEN for at in gold):
            continue
        open_ = {at for at, tag in enumerate(gold) if tag in (OPEN, NEITHER)}
        guessed = {span for span in spans(row[:length], tags) if not open_ & set(range(*span[:2]))}
        known = set(_marked([tags[at] if at >= 0 else "" for at in gold[:length]]))
        hits, found, right = hits + len(guessed & known), found + len(guessed), right + len(known)
    return hits, found, right


def _marked(tags: list[str]) -> list[tuple[int, int, str]]:
    starts = [at for at, tag in enumerate(tags) if tag.startswith("B-")]
    ends = [
        next((e for e in range(at + 1, len(tags)) if not tags[e].startswith("I-")), len(tags))
        for at in starts
    ]
    return [(at, end, tags[at][2:]) for at, end in zip(starts, ends, strict=True)]
