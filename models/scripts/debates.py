"""ClaimBuster's debate sentences, read as the pipeline reads an op-ed: with the features of the claims in each."""

import hashlib
import json
import os
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import marks
from pipeline.stages.worth.features import features
from pipeline.stages.worth.worth import listened, words

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("OPCLAIMS_DATA", ROOT.parent / "shared" / "data"))
SENTENCES = DATA / "checkworthy" / "claimbuster-train.json"
TOGETHER = 4  # sentences to a text
ENDS = '.?!…"”'
PARTS = ("test", "calibrate", "train")
HELD_OUT, UNSEEN = 26, 51  # of 256: for measuring; these, and those that calibrate


class Example(NamedTuple):
    text: str
    label: int
    features: dict[str, float] | None  # None: no claim in it
    wording: float | None  # None: the model does not vote

    @property
    def part(self) -> str:
        return part(self.text)


def part(text: str) -> str:
    """`test`, `calibrate` or `train`, by the hash of the text. The network is trained on `train` alone."""
    mark = hashlib.sha256(text.encode()).digest()[0]
    return "test" if mark < HELD_OUT else "calibrate" if mark < UNSEEN else "train"


def read(nlp: Language, path: Path = SENTENCES) -> list[Example]:
    """The sentences with their features, each text once. They are read `TOGETHER`, in the order of the debates, as in
    an op-ed a sentence has neighbours; those of one part only, so that no part hears of another."""
    rows = sorted(json.loads(path.read_text(encoding="utf-8")), key=lambda row: row["sentence_id"])
    labels = {row["text"].strip(): int(row["label"]) for row in rows}
    groups: list[tuple[str, ...]] = []
    for name in PARTS:
        groups += batched([text for text in labels if part(text) == name], TOGETHER)
    docs = nlp.pipe((joined(texts) for texts in groups), batch_size=64)
    return [
        Example(text, labels[text], _features(doc, *place), _wording(doc, *place))
        for texts, doc in zip(groups, docs, strict=True)
        for text, place in zip(texts, places(texts), strict=True)
    ]


def batched(texts: list[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(texts[at : at + size]) for at in range(0, len(texts), size)]


def joined(texts: Sequence[str]) -> str:
    """One text; a sentence without an end mark gets a line of its own."""
    return "".join(text + (" " if text[-1] in ENDS else "\n") for text in texts)


def places(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Where each stands in the joined text, in code points."""
    ends = list(accumulate(len(text) + 1 for text in texts))
    return [(end - 1 - len(text), end - 1) for text, end in zip(texts, ends, strict=True)]


def _wording(doc: Doc, start: int, end: int) -> float | None:
    found = listened(doc, start, end)
    return found.value if found is not None else None


def _features(doc: Doc, start: int, end: int) -> dict[str, float] | None:
    claims = [row for row in marks.read(doc, "claims") if start <= row["span"]["start"] < end]
    return features(sentence_row(claims), words(doc, start, end)) if claims else None


def sentence_row(claims: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The claims of a sentence as one row, as far as the features look: a fact or a plain assertion among them
    makes the sentence one."""
    attributions = [row["attribution"]["source_type"] for row in claims]
    tenses = [row["predicate"]["tense"] for row in claims]
    polarities = [row["polarity"]["value"] for row in claims]
    return {
        **{
            key: sorted({x for row in claims for x in row[key]})
            for key in ("amounts", "dates", "entities", "facets")
        },
        "kind": _first([row["kind"] for row in claims], "fact", "prediction"),
        "modality": {"value": _first([row["modality"]["value"] for row in claims], "asserted", "predicted")},
        "polarity": {"value": _first(polarities, "negated")},
        "predicate": {"tense": _first(tenses, "past")},
        "attribution": {"source_type": next((x for x in attributions if x != "author"), "author")},
    }


def _first(values: list[str], *wanted: str) -> str:
    """The first of `wanted` that is there, else the first value there is."""
    return next((value for value in wanted if value in values), next(iter(values), ""))
