"""A trained network → a spaCy pipeline that needs no PyTorch: ONNX, 8-bit integers.

    python scripts/export.py OUT_DIR TRAINED_DIR MINILM_DIR [--float]

Weights are rounded per output channel to signed 7 bits (`reduce_range`: older processors overflow with 8), activations
to unsigned 8 as they come (dynamic quantisation); long sums are of 64 bits (`steady.py`). `--float` leaves weights and
activations in 32 bits, to measure what rounding costs.
"""

import argparse
import csv
import json
import tempfile
from pathlib import Path

import onnx
import spacy
import torch
from network import Network, Outputs, Sizes
from onnxruntime.quantization import QuantType, quantize_dynamic
from steady import steady
from torch import Tensor, nn

from pipeline import trust
from pipeline.stages.model import network as runtime
from pipeline.stages.model.trained import Trained
from pipeline.stages.model.windows import AROUND, LONGEST

VERSION = "0.2.1"
CARD = {
    "name": "oped", "version": VERSION, "license": "CC BY-SA 4.0", "author": "the opclaims project",
    "description": "English op-eds: tags, features, lemmas, Universal Dependencies, sentences, names, check-worthiness",
}  # fmt: skip
SOURCES = Path(__file__).parents[1] / "sources.csv"
PLACES = 2 * (LONGEST + 2 * AROUND)  # frames and breaks stand between the pieces of a window


class Exported(nn.Module):
    """The network with what the runtime wants of it: best labels instead of scores, arcs ready to be multiplied."""

    def __init__(self, network: Network):
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> Outputs:
        out = self.network(pieces, shapes, first, last)
        return out._replace(
            tags=out.tags.argmax(-1),
            morphs=out.morphs.argmax(-1),
            lemmas=out.lemmas.topk(3, -1).indices,
            arc_child=out.arc_child / out.arc_head.shape[-1] ** 0.5,
        )


def graph(network: Network, path: Path) -> None:
    """Write the ONNX graph; pieces and words may be any number."""
    pieces = torch.tensor([[1, 2, 3, 4]])
    given = (pieces, torch.zeros(1, 4, 4, dtype=torch.long), torch.tensor([[1, 2]]), torch.tensor([[1, 2]]))
    free = {"pieces": {1: "P"}, "shapes": {1: "P"}, "first": {1: "W"}, "last": {1: "W"}}
    torch.onnx.export(
        Exported(network).eval(), given, path, input_names=list(runtime.INPUTS), output_names=list(Outputs._fields),
        dynamic_axes=free | {name: {1: "W"} for name in Outputs._fields}, opset_version=17, dynamo=False,
    )  # fmt: skip


def trimmed(network: Network, vocabulary: list[str]) -> list[str]:
    """Drop what is never read: pieces that BERT left unused, places behind the longest window."""
    kept = [at for at, piece in enumerate(vocabulary) if not piece.startswith("[unused")]
    encoder = network.encoder
    encoder.pieces = nn.Embedding.from_pretrained(encoder.pieces.weight[kept])
    encoder.places = nn.Embedding.from_pretrained(encoder.places.weight[:PLACES])
    return [vocabulary[at] for at in kept]


def rounded(source: Path, target: Path) -> None:
    quantize_dynamic(
        source, target, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"],
    )  # fmt: skip


def trained(folder: Path) -> tuple[Network, dict[str, list[str]], dict[str, list[str]]]:
    """The network, its labels, and which forms taught the rarer lemma rules."""
    labels, likenesses, config = (
        json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("labels", "lemmas", "config")
    )
    network = Network(config, Sizes(*(len(labels[name]) for name in Sizes._fields)))
    network.load_state_dict(torch.load(folder / "network.pt", weights_only=True))
    return network.eval(), labels, likenesses


def arcs(network: Network) -> dict[str, object]:
    weights = {
        "arc_root": network.arc_root[None], "label_root": network.label_root[None],
        "label": network.label.weight, "label_bias": network.label.bias,
    }  # fmt: skip
    return {name: value.detach().numpy().astype("float32") for name, value in weights.items()}


def sources() -> list[dict[str, str]]:
    with SOURCES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def reported(meta: Path) -> dict[str, object]:
    """What `report.py` wrote into the card of the model before, until it writes it anew."""
    found = json.loads(meta.read_text(encoding="utf-8")) if meta.is_file() else {}
    return {key: found[key] for key in ("performance", "figures", "limits") if key in found}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("out", type=Path)
    options.add_argument("trained", type=Path)
    options.add_argument("minilm", type=Path)
    options.add_argument("--float", action="store_true")
    chosen = options.parse_args()
    network, labels, likenesses = trained(chosen.trained)
    vocabulary = (chosen.minilm / "vocab.txt").read_text(encoding="utf-8").splitlines()
    vocabulary = trimmed(network, vocabulary)
    with tempfile.TemporaryDirectory() as room:
        whole, small = Path(room, "whole.onnx"), Path(room, "small.onnx")
        graph(network, whole)
        if not chosen.float:
            rounded(whole, small)
        content = steady(onnx.load(whole if chosen.float else small)).SerializeToString()
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "opclaims.tokenizer.v1"}}})
    learned = Trained(runtime.Network(content, arcs(network)), labels, likenesses, vocabulary)
    nlp.add_pipe("opclaims_model", name="model").load(learned)
    nlp.meta.update(CARD, sources=sources(), **reported(chosen.out / "meta.json"))
    nlp.to_disk(chosen.out)
    trust.seal(chosen.out)
    size = sum(file.stat().st_size for file in chosen.out.rglob("*") if file.is_file())
    print(f"{chosen.out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
