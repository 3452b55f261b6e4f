"""MiniLM's weights → the encoder's: the names of Hugging Face's BERT are those of the file."""

import json
from pathlib import Path

import torch
from network import Layer, Network, Sizes
from safetensors.torch import load_file
from torch import Tensor, nn


def pretrained(folder: Path, sizes: Sizes) -> Network:
    """The network with MiniLM's weights in its encoder; nothing else in it has learned yet."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    network = Network(config, sizes)
    given = {
        name.removeprefix("bert."): value for name, value in load_file(folder / "model.safetensors").items()
    }
    encoder = network.encoder
    with torch.no_grad():
        encoder.pieces.weight.copy_(given["embeddings.word_embeddings.weight"])
        kind = given["embeddings.token_type_embeddings.weight"][0]
        encoder.places.weight.copy_(given["embeddings.position_embeddings.weight"] + kind)
        _copy(encoder.norm, given, "embeddings.LayerNorm")
        for at, layer in enumerate(encoder.layers):
            _copy_layer(layer, given, f"encoder.layer.{at}.")
    return network


def _copy_layer(layer: Layer, given: dict[str, Tensor], name: str) -> None:
    parts = [f"{name}attention.self.{part}." for part in ("query", "key", "value")]
    layer.qkv.weight.copy_(torch.cat([given[f"{part}weight"] for part in parts]))
    layer.qkv.bias.copy_(torch.cat([given[f"{part}bias"] for part in parts]))
    _copy(layer.mixed, given, f"{name}attention.output.dense")
    _copy(layer.norm_mixed, given, f"{name}attention.output.LayerNorm")
    _copy(layer.wide, given, f"{name}intermediate.dense")
    _copy(layer.narrow, given, f"{name}output.dense")
    _copy(layer.norm, given, f"{name}output.LayerNorm")


def _copy(module: nn.Module, given: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(given[f"{name}.weight"])
    module.bias.copy_(given[f"{name}.bias"])
