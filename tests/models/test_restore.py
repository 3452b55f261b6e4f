"""A network goes into 8 bits and comes back: nothing is lost but what rounding takes."""

import json

import numpy as np
import pytest

torch = pytest.importorskip(
    "torch", reason="PyTorch trains the model and is not needed to use it (pip install .[train])"
)
pytest.importorskip("onnx", reason="ONNX is needed only to train (pip install .[train])")

import export  # noqa: E402
import restore  # noqa: E402
from network import Network, Sizes  # noqa: E402

from pipeline.stages.model import network as runtime  # noqa: E402
from pipeline.stages.model.trained import Trained  # noqa: E402

CONFIG = {
    "hidden_size": 24, "vocab_size": 30, "max_position_embeddings": 20, "intermediate_size": 48,
    "num_hidden_layers": 2,
}  # fmt: skip
LABELS = {
    "tags": ["A", "B"], "morphs": ["X|", "Y|", "Z|"], "lemmas": ["0", "1", "2"], "deps": ["root", "obj"],
    "names": ["O", "B-ORG", "I-ORG"],
}  # fmt: skip
WORDS = ["[UNK]", "[CLS]", "[SEP]", *"abcdefghijklmnopqrstuvwxyz", "##a"]


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(1)
    made = Network(CONFIG, Sizes(*map(len, LABELS.values())))
    with torch.no_grad():
        for weights in made.parameters():
            weights.add_(0.1 * torch.randn_like(weights))
    return made.eval()


@pytest.fixture(scope="module")
def parts(network, tmp_path_factory):
    room = tmp_path_factory.mktemp("export")
    export.graph(network, room / "whole.onnx")
    export.rounded(room / "whole.onnx", room / "small.onnx")
    graph = runtime.Network((room / "small.onnx").read_bytes(), export.arcs(network))
    return Trained(graph, LABELS, {}, WORDS).parts()


def test_every_weight_comes_back(network, parts):
    found, config = restore.restored(parts)
    assert config == CONFIG
    assert torch.allclose(found.mixtures.softmax(-1), network.mixtures.softmax(-1), atol=1e-6)
    for (name, old), new in zip(network.named_parameters(), found.parameters(), strict=True):
        if name != "mixtures":
            step = (old.max() - old.min()).item() / 100  # 7 bits are 128 steps
            assert np.abs((old - new).detach().numpy()).max() <= step, name


def test_the_folder_serves_to_train_and_to_export(parts, tmp_path):
    (tmp_path / "en" / "model").mkdir(parents=True)
    for name, content in parts.items():
        (tmp_path / "en" / "model" / name).write_bytes(content)
    restore.main(str(tmp_path / "out"), str(tmp_path / "en"))
    again, labels, likenesses = export.trained(tmp_path / "out")
    assert (labels, likenesses) == (LABELS, {})
    assert again.encoder.pieces.weight.shape == (30, 24)
    assert json.loads((tmp_path / "out" / "config.json").read_text(encoding="utf-8")) == CONFIG
    assert (tmp_path / "out" / "vocab.txt").read_text(encoding="utf-8").split() == WORDS


@pytest.mark.parametrize(
    ("node", "name"),
    [
        ("/network/tags/MatMul_quant", "network.tags"),
        ("/network/encoder/layers.0/qkv/MatMul_quant", "network.encoder.layers.0.qkv"),
        ("/network/arc_child/arc_child.0/MatMul_quant", "network.arc_child.0"),
    ],
)
def test_a_node_names_its_module(node, name):
    assert restore.module(node) == name
