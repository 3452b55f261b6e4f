"""A shipped model → a network that can be trained on: its 8-bit weights as numbers again.

    python scripts/restore.py OUT_DIR MODEL_DIR

OUT_DIR then holds what `train.py` leaves (`network.pt`, `labels.json`, `lemmas.json`) and what it wants of an encoder
(`config.json`, `vocab.txt`): it is both its `--start` and its MINILM_DIR, and that of `export.py`. What rounding took
away stays lost: a tenth of a point. Only a graph that `export.py` wrote is understood.
"""

import io
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from network import Network, Sizes
from onnx import numpy_helper
from torch import Tensor

from pipeline.stages.model import trained as shipped

PREFIX = "network."
SCALE, ZERO, ROUNDED = "_scale", "_zero_point", "_quantized"


def weights(graph: onnx.GraphProto) -> dict[str, Tensor]:
    """Name in `Network` → weights. Tables keep their names through rounding; matrices are named by their node only,
    and lie transposed; the mixtures of layers were folded into their softmax."""
    stored = {value.name: numpy_helper.to_array(value) for value in graph.initializer}
    found = {}
    for name in stored:
        if name.startswith(PREFIX):
            base = name.removesuffix(ROUNDED)
            if base != name:
                found[base] = whole(stored, base)
            elif not name.endswith((SCALE, ZERO)):
                found[name] = stored[name]
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            found[module(node.name) + ".weight"] = whole(stored, node.input[1].removesuffix(ROUNDED)).T
        elif node.op_type == "Split" and node.input[0] in stored:
            found[PREFIX + "mixtures"] = np.log(stored[node.input[0]])
    return {name.removeprefix(PREFIX): torch.tensor(value) for name, value in found.items()}


def whole(stored: dict[str, Any], base: str) -> Any:
    """Integers → numbers; scale and zero are one for all or, for a matrix, one a column."""
    zero = stored[base + ZERO].astype(np.float32)
    return (stored[base + ROUNDED].astype(np.float32) - zero) * stored[base + SCALE]


def module(node: str) -> str:
    """`/network/arc_child/arc_child.0/MatMul_quant` → `network.arc_child.0`: a part of a sequence repeats its name."""
    parts: list[str] = []
    for part in node.strip("/").split("/")[:-1]:
        if parts and part.startswith(f"{parts[-1]}."):
            parts.pop()
        parts.append(part)
    return ".".join(parts)


def restored(parts: dict[str, bytes]) -> tuple[Network, dict[str, int]]:
    """The network and the sizes of its encoder. `parts`: see `Trained.parts`."""
    given = weights(onnx.load_from_string(parts[shipped.GRAPH]).graph)
    with np.load(io.BytesIO(parts[shipped.ARCS]), allow_pickle=False) as arcs:
        given |= {name: torch.tensor(arcs[name][0]) for name in ("arc_root", "label_root")}
        given |= {"label.weight": torch.tensor(arcs["label"]), "label.bias": torch.tensor(arcs["label_bias"])}
    config = {
        "hidden_size": given["encoder.pieces.weight"].shape[1],
        "vocab_size": given["encoder.pieces.weight"].shape[0],
        "max_position_embeddings": given["encoder.places.weight"].shape[0],
        "intermediate_size": given["encoder.layers.0.wide.weight"].shape[0],
        "num_hidden_layers": sum(name.endswith("qkv.weight") for name in given),
    }
    labels = json.loads(parts[shipped.LABELS])
    network = Network(config, Sizes(*(len(labels[name]) for name in Sizes._fields)))
    network.load_state_dict(given)
    return network, config


def main(out: str, model: str) -> None:
    parts = {name: (Path(model) / "model" / name).read_bytes() for name in shipped.FILES}
    network, config = restored(parts)
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), folder / "network.pt")
    (folder / "config.json").write_text(json.dumps(config, indent=1), encoding="utf-8")
    for name in (shipped.LABELS, shipped.LIKENESSES, shipped.VOCABULARY):
        (folder / name).write_bytes(parts[name])
    print(f"{folder}: {sum(value.numel() for value in network.parameters()):,} weights")


if __name__ == "__main__":
    main(*sys.argv[1:])
