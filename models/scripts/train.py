"""Samples → a trained network: tags, features, lemmas, trees, sentences, names and check-worthiness together.

    python scripts/train.py OUT_DIR MINILM_DIR WORK_DIR CLAIMBUSTER.json [--minutes 65] [--start FOLDER] [--rate 0.1]

Adam with warm-up and linear decay over the time given; what ships is a moving average of the weights. The time, not
the steps, is fixed: on two cores with bfloat16 units 65 minutes are about 5,000 steps of 3,072 pieces. To go on from a
network, its folder (`--start`: what this script leaves, or `restore.py`) is MINILM_DIR too.
"""

import argparse
import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import augment
import samples as data
import spacy
import torch
from batches import Batcher, batches
from debates import part
from minilm import pretrained
from network import Network, Sizes
from progress import measure
from samples import Sample
from trainer import Trainer

from pipeline.stages.model.lemmas import taught
from pipeline.stages.model.pieces import Pieces

PIECES = 3072  # in a batch, padding included
MASKED = 0.1  # of the words: their shape stays, as of a name never seen
EVERY = 600  # steps between two looks at dev
LEAST = {"tags": 1, "morphs": 2, "lemmas": 3, "deps": 1, "names": 1}  # a rarer label is not learned
NAMES = {"gum": 1, "crossner": 3, "uner": 2, "redocred": 1, "re3d": 1, "sec": 0.3, "btc": 0.4, "wnut": 0.4}
MARKS_COARSE = ("gum", "uner", "btc")  # every person, organisation and place is marked there
Part = tuple[list[Sample], float]  # samples, passes a round


def parts_of(work: Path, claimbuster: Path, nlp, pieces: Pieces) -> list[Part]:
    """All sources. GUM's trees come with its names, and its names once more alone: only those can be renamed."""

    def named(name: str) -> list[Sample]:
        return data.named(work / f"ner-{name}.spacy", nlp.vocab, name in MARKS_COARSE)

    rows = json.loads(claimbuster.read_text(encoding="utf-8"))
    judged = data.judged([row for row in rows if part(row["text"].strip()) == "train"], nlp.tokenizer)
    ewt, gum = (data.trees(work / f"{name}-train.spacy", nlp.vocab) for name in ("ewt", "gum"))
    return [
        (list(data.fitting(ewt, pieces)), 1.5),
        (list(data.fitting(data.with_names(gum, named("gum")), pieces)), 2),
        (judged, 0.5),
        *((data.short(named(name)), weight) for name, weight in NAMES.items()),
    ]


def stream(parts: list[Part], renaming: augment.Renaming, rng: random.Random) -> Iterator[Sample]:
    """Endless; of each part as many passes a round as its weight says."""
    while True:
        drawn: list[Sample] = []
        for samples, weight in parts:
            whole, rest = divmod(weight, 1)
            drawn += samples * int(whole) + rng.sample(samples, int(len(samples) * rest))
        rng.shuffle(drawn)
        yield from (augment.varied(sample, rng, renaming) for sample in drawn)


def prepared(
    chosen: argparse.Namespace, nlp, pieces: Pieces
) -> tuple[list[Part], dict[str, list[str]], dict[str, list[Sample]]]:
    """What is learned from, the labels (written beside the network to be), and what is looked at on the way."""
    parts = parts_of(chosen.work, chosen.claimbuster, nlp, pieces)
    everything = [sample for samples, _ in parts for sample in samples]
    labels = {name: data.labels(everything, name, least) for name, least in LEAST.items()}
    chosen.out.mkdir(parents=True, exist_ok=True)
    for name, content in (("labels", labels), ("lemmas", likenesses(everything))):
        text = json.dumps(content, indent=0, ensure_ascii=False)
        (chosen.out / f"{name}.json").write_text(text, encoding="utf-8")
    if chosen.start:  # its labels, and the rules that it must never use, stay
        for name in ("labels", "lemmas"):
            shutil.copy(chosen.start / f"{name}.json", chosen.out)
        labels = json.loads((chosen.start / "labels.json").read_text(encoding="utf-8"))
    shutil.copy(chosen.minilm / "config.json", chosen.out)
    dev = {
        name: list(data.fitting(data.trees(chosen.work / f"{name}-dev.spacy", nlp.vocab), pieces))
        for name in ("gum", "ewt")
    }
    for name in ("gum", "crossner"):
        dev[f"names-{name}"] = data.short(data.named(chosen.work / f"dev-{name}.spacy", nlp.vocab, False))
    return parts, labels, dev


def begun(chosen: argparse.Namespace, sizes: Sizes) -> Network:
    """The network that training goes on from: MiniLM, or one that has learned all this before."""
    if not chosen.start:
        return pretrained(chosen.minilm, sizes)
    network = Network(json.loads((chosen.start / "config.json").read_text(encoding="utf-8")), sizes)
    network.load_state_dict(torch.load(chosen.start / "network.pt", weights_only=True))
    return network


def likenesses(samples: list[Sample]) -> dict[str, list[str]]:
    """Which forms taught the rarer lemma rules."""
    pairs = (zip(s.lemmas, s.words, strict=True) for s in samples if s.lemmas)
    return taught((rule, form) for column in pairs for rule, form in column if rule)


def options() -> argparse.Namespace:
    found = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("out", "minilm", "work", "claimbuster"):
        found.add_argument(name, type=Path)
    found.add_argument("--minutes", type=float, default=65.0)
    found.add_argument("--start", type=Path, help="a folder with network.pt and its labels, to go on from")
    found.add_argument("--rate", type=float, default=1.0, help="of the usual rates of learning")
    found.add_argument("--seed", type=int, default=0, help="another one for another go over the same data")
    found.add_argument("--names", type=Path, default=Path("world_names.csv"))
    return found.parse_args()


def main() -> None:
    chosen = options()
    torch.manual_seed(chosen.seed)
    rng = random.Random(chosen.seed)
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "opclaims.tokenizer.v1"}}})
    pieces = Pieces((chosen.minilm / "vocab.txt").read_text(encoding="utf-8").splitlines())
    parts, labels, dev = prepared(chosen, nlp, pieces)
    renaming = augment.Renaming(chosen.names, nlp.tokenizer)
    network = begun(chosen, Sizes(*(len(labels[name]) for name in Sizes._fields)))
    trainer = Trainer(network, chosen.minutes, labels["names"], chosen.rate)
    tester = Batcher(pieces, nlp.vocab, labels)
    for batch in batches(
        stream(parts, renaming, rng), Batcher(pieces, nlp.vocab, labels, MASKED), PIECES, rng
    ):
        found = trainer.learn(batch)
        if trainer.step % 100 == 0:
            print(
                f"{trainer.step} {trainer.done:.0%}", {k: round(v, 3) for k, v in found.items()}, flush=True
            )
        if trainer.step % EVERY == 0 or trainer.done >= 1:
            for name, samples in dev.items():
                print("   ", name, measure(trainer.average.module, tester, samples), flush=True)
            torch.save(trainer.average.module.state_dict(), chosen.out / "network.pt")
        if trainer.done >= 1:
            break


if __name__ == "__main__":
    main()
