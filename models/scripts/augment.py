"""Samples → the same sample as another newspaper would print it: other marks, other capitals, other names."""

import csv
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from samples import OUTSIDE, Sample

PRINTED, DASHED, LOWERED, RAISED, TITLED = 0.5, 0.5, 0.03, 0.02, 0.02
SWAPPED = 0.5  # of the samples with names
RENAMED = 0.5  # of the names in them
KINDS = {
    "PERSON": "person", "GPE": "city", "ORG": "org", "NORP": "norp", "LOC": "loc", "FAC": "fac",
    "WORK_OF_ART": "work", "LAW": "law", "EVENT": "event", "PRODUCT": "product",
}  # fmt: skip


def printed(sample: Sample, rng: random.Random) -> Sample:
    """Quotation marks and dashes as newspapers print them; how marks are curled the network is not shown."""
    dash = rng.choice("—–")
    words = []
    for word in sample.words:
        dashed = word == "--" and rng.random() < DASHED
        words.append('"' if word in ("''", "``") else dash if dashed else word)
    return replace(sample, words=words)


def recased(sample: Sample, change: Callable[[str], str]) -> Sample:
    return replace(sample, words=[change(word) for word in sample.words])


class Renaming:
    """Swaps names for names of the whole world: the sources know the West best. `table`: region, kind, name."""

    def __init__(self, table: Path, tokenizer):
        self.names: dict[str, list[list[tuple[str, bool]]]] = {}
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                pieces = [(t.text, bool(t.whitespace_)) for t in tokenizer(row["name"])]
                self.names.setdefault(row["kind"], []).append(pieces)

    def __call__(self, sample: Sample, rng: random.Random) -> Sample:
        """Only for samples without trees. The same name is swapped for the same name."""
        words, spaces, tags, known, at = [], [], [], {}, 0
        assert sample.names is not None
        while at < len(sample.words):
            end = self._end(sample.names, at)
            tag = sample.names[at]
            old = tuple(sample.words[at:end])
            if tag.startswith("B-") and old not in known:
                known[old] = self._other(tag[2:], end - at, rng)
            new = known.get(old) if tag.startswith("B-") else None
            for place, (word, space) in enumerate(new or zip(old, sample.spaces[at:end], strict=True)):
                words.append(word)
                spaces.append(space)
                tags.append(tag if place == 0 else f"I-{tag[2:]}" if new else sample.names[at + place])
            spaces[-1] = sample.spaces[end - 1]
            at = end
        return Sample(words, spaces, names=tags)

    def _other(self, label: str, length: int, rng: random.Random) -> list[tuple[str, bool]] | None:
        kind = "surname" if label == "PERSON" and length == 1 else KINDS.get(label, "")
        names = self.names.get(kind)
        return rng.choice(names) if names and rng.random() < RENAMED else None

    @staticmethod
    def _end(tags: list[str], at: int) -> int:
        end = at + 1
        if tags[at] not in ("", OUTSIDE):
            while end < len(tags) and tags[end].startswith("I-"):
                end += 1
        return end


def varied(sample: Sample, rng: random.Random, renaming: Renaming | None) -> Sample:
    """One draw of all of the above."""
    if renaming and sample.names is not None and sample.heads is None and rng.random() < SWAPPED:
        sample = renaming(sample, rng)
    if rng.random() < PRINTED:
        sample = printed(sample, rng)
    draw = rng.random()
    if draw < LOWERED and sample.names is None:
        sample = recased(sample, str.lower)
    elif draw > 1 - RAISED:
        sample = recased(sample, str.upper)
    elif draw > 1 - RAISED - TITLED:
        sample = recased(sample, lambda word: word[:1].upper() + word[1:])  # as in headlines
    return sample
