"""MiniLM's first layers in NumPy: words → vectors. Enough of BERT to read single words, without PyTorch."""

import json
import unicodedata
from pathlib import Path

import numpy as np

HEADS = 12
LAYERS = 3
LONGEST = 12  # pieces in a word
Weights = dict[str, np.ndarray]


class Encoder:
    """`encoder(words) -> (len(words), 2 * 384)`: mean of the pieces at the input, joined to layer `LAYERS`."""

    def __init__(self, folder: Path):
        self.weights = _weights(folder / "model.safetensors")
        lines = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
        self.pieces = {piece: at for at, piece in enumerate(lines)}

    def __call__(self, words: list[str]) -> np.ndarray:
        pieces = [self._split(word) for word in words]
        width = max(map(len, pieces)) + 2
        ids = np.zeros((len(words), width), dtype=int)
        for row, piece in zip(ids, pieces, strict=True):
            row[: len(piece) + 2] = [self.pieces["[CLS]"], *piece, self.pieces["[SEP]"]]
        inner = np.array([[0 < at <= len(piece) for at in range(width)] for piece in pieces])
        first = self._input(ids)
        last = first
        for layer in range(LAYERS):
            last = self._layer(last, ids != 0, f"encoder.layer.{layer}.")
        return np.concatenate([_unit(_mean(first, inner)), _unit(_mean(last, inner))], axis=1)

    def _split(self, word: str) -> list[int]:
        """Wordpieces without accents, longest match first; a word that cannot be split is one [UNK]."""
        word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
        found, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = ("##" if start else "") + word[start:end]
                if piece in self.pieces:
                    found.append(self.pieces[piece])
                    start = end
                    break
            else:
                return [self.pieces["[UNK]"]]
        return found[:LONGEST]

    def _input(self, ids: np.ndarray) -> np.ndarray:
        w = self.weights
        words = w["embeddings.word_embeddings.weight"][ids]
        places = w["embeddings.position_embeddings.weight"][: ids.shape[1]]
        kind = w["embeddings.token_type_embeddings.weight"][0]
        return self._norm(words + places + kind, "embeddings.LayerNorm")

    def _layer(self, x: np.ndarray, seen: np.ndarray, name: str) -> np.ndarray:
        q, k, v = (
            self._heads(self._linear(x, f"{name}attention.self.{part}")) for part in ("query", "key", "value")
        )
        scores = (
            q @ k.transpose(0, 1, 3, 2) / np.sqrt(q.shape[-1]) + np.where(seen, 0, -1e9)[:, None, None, :]
        )
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        mixed = (weights / weights.sum(axis=-1, keepdims=True) @ v).transpose(0, 2, 1, 3).reshape(x.shape)
        x = self._norm(
            x + self._linear(mixed, f"{name}attention.output.dense"), f"{name}attention.output.LayerNorm"
        )
        inner = _gelu(self._linear(x, f"{name}intermediate.dense"))
        return self._norm(x + self._linear(inner, f"{name}output.dense"), f"{name}output.LayerNorm")

    def _heads(self, x: np.ndarray) -> np.ndarray:
        return x.reshape(*x.shape[:2], HEADS, -1).transpose(0, 2, 1, 3)

    def _linear(self, x: np.ndarray, name: str) -> np.ndarray:
        return x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def _norm(self, x: np.ndarray, name: str) -> np.ndarray:
        centred = x - x.mean(axis=-1, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-12)
        return scaled * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]


def _gelu(x: np.ndarray) -> np.ndarray:
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))


def _mean(x: np.ndarray, inner: np.ndarray) -> np.ndarray:
    return (x * inner[:, :, None]).sum(axis=1) / inner.sum(axis=1, keepdims=True)


def _unit(x: np.ndarray) -> np.ndarray:
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def _weights(path: Path) -> Weights:
    """A safetensors file: eight bytes of header length, a JSON header, then the tensors."""
    data = path.read_bytes()
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    found = {}
    for name, info in header.items():
        if info.get("dtype") == "F32":
            start, end = info["data_offsets"]
            tensor = np.frombuffer(data, "<f4", offset=8 + size + start, count=(end - start) // 4)
            found[name.removeprefix("bert.")] = tensor.reshape(info["shape"])
    return found
