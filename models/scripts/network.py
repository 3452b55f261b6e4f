"""The network, for training: MiniLM read with the shape of each word, and a head for each thing that is asked.

Tensors: B windows, P word pieces, W words, H = 384. The heads read the mean of a word's first and last piece, each
from its own mixture of the layers (Peters et al. 2018). Trees: deep biaffine attention over possible heads (Dozat
and Manning 2017); the label comes from a small perceptron over a word and its head. Names: BIO tags, one a word.
"""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.stages.model.shapes import ROWS

LABEL_WIDTH = 256
HEADS_ATTENTION = 12
TASKS = ("words", "arcs", "names", "worth")


class Sizes(NamedTuple):
    """How many labels each head has."""

    tags: int
    morphs: int
    lemmas: int
    deps: int
    names: int


class Outputs(NamedTuple):
    """Per word: scores of tags, features, lemma rules, sentence start, name tags, check-worthiness (weight and vote);
    and the four vectors of which arcs and their labels are made."""

    tags: Tensor
    morphs: Tensor
    lemmas: Tensor
    starts: Tensor
    names: Tensor
    worth: Tensor
    arc_child: Tensor
    arc_head: Tensor
    label_child: Tensor
    label_head: Tensor


class Rest(nn.Module):
    """Dropout of whole features of a window (Gal and Ghahramani 2016): far fewer numbers to draw than word by word."""

    def __init__(self, rate: float):
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.rate:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) >= self.rate
        return x * (kept.to(x.dtype) / (1 - self.rate))


class Layer(nn.Module):
    """One BERT layer; `rest` is the dropout."""

    def __init__(self, width: int, inner: int, rest: float):
        super().__init__()
        self.qkv = nn.Linear(width, 3 * width)
        self.mixed = nn.Linear(width, width)
        self.norm_mixed = nn.LayerNorm(width, eps=1e-12)
        self.wide = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.rest = Rest(rest)

    def forward(self, x: Tensor, seen: Tensor | None) -> Tensor:
        batch, pieces, width = x.shape
        q, k, v = self.qkv(x).view(batch, pieces, 3, HEADS_ATTENTION, -1).permute(2, 0, 3, 1, 4)
        scores = (
            q @ k.transpose(2, 3) / q.shape[-1] ** 0.5
        )  # PyTorch's own attention is a third as fast on a CPU
        if seen is not None:
            scores = scores.masked_fill(~seen, -1e4)
        attended = scores.softmax(-1) @ v
        x = self.norm_mixed(x + self.rest(self.mixed(attended.transpose(1, 2).reshape(batch, pieces, width))))
        return self.norm(x + self.rest(self.narrow(functional.gelu(self.wide(x)))))


class Encoder(nn.Module):
    """Pieces and shapes → the hidden states of all layers, the input included."""

    def __init__(self, config: dict, rest: float = 0.1):
        super().__init__()
        width = config["hidden_size"]
        self.pieces = nn.Embedding(config["vocab_size"], width)
        self.places = nn.Embedding(config["max_position_embeddings"], width)
        self.shapes = nn.ModuleList(nn.Embedding(rows, width) for rows in ROWS)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.rest = Rest(rest)
        self.layers = nn.ModuleList(
            Layer(width, config["intermediate_size"], rest) for _ in range(config["num_hidden_layers"])
        )
        for table in self.shapes:
            nn.init.zeros_(table.weight)  # training starts from MiniLM as it is

    def forward(self, pieces: Tensor, shapes: Tensor, seen: Tensor | None = None) -> list[Tensor]:
        """pieces: B × P; shapes: B × P × 4, that of the piece's word (0 for frames); seen: B × 1 × 1 × P."""
        x = self.pieces(pieces) + self.places(torch.arange(pieces.shape[1], device=pieces.device))
        for at, table in enumerate(self.shapes):
            x = x + table(shapes[..., at])
        found = [self.rest(self.norm(x))]
        for layer in self.layers:
            found.append(layer(found[-1], seen))
        return found


class Network(nn.Module):
    def __init__(self, config: dict, sizes: Sizes, rest: float = 0.1, rest_heads: float = 0.33):
        super().__init__()
        width, depth = config["hidden_size"], config["num_hidden_layers"] + 1
        self.encoder = Encoder(config, rest)
        self.mixtures = nn.Parameter(torch.zeros(len(TASKS), depth))
        with torch.no_grad():
            self.mixtures[:, -1] = 1.0
        self.rest = Rest(rest_heads)
        self.tags = nn.Linear(width, sizes.tags)
        self.morphs = nn.Linear(width, sizes.morphs)
        self.lemmas = nn.Linear(width, sizes.lemmas)
        self.starts = nn.Linear(width, 1)
        self.names = nn.Sequential(
            nn.Linear(width, width), nn.GELU(), self.rest, nn.Linear(width, sizes.names)
        )
        self.worth = nn.Linear(width, 2)
        self.arc_child = nn.Sequential(nn.Linear(width, width), nn.GELU(), self.rest)
        self.arc_head = nn.Sequential(nn.Linear(width, width), nn.GELU(), self.rest)
        self.arc = nn.Linear(width, width)
        self.arc_root = nn.Parameter(torch.zeros(width))
        self.label_child = nn.Linear(width, LABEL_WIDTH)
        self.label_head = nn.Linear(width, LABEL_WIDTH)
        self.label_root = nn.Parameter(torch.zeros(LABEL_WIDTH))
        self.label = nn.Linear(LABEL_WIDTH, sizes.deps)

    def forward(
        self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor, seen: Tensor | None = None
    ) -> Outputs:
        """first, last: B × W, where each word's first and last piece stand."""
        layers = torch.stack([_at(x, first) + _at(x, last) for x in self.encoder(pieces, shapes, seen)]) / 2
        words, arcs, names, worth = (
            self.rest(torch.einsum("l,lbwh->bwh", weights, layers)) for weights in self.mixtures.softmax(-1)
        )
        return Outputs(
            tags=self.tags(words),
            morphs=self.morphs(words),
            lemmas=self.lemmas(words),
            starts=self.starts(words).squeeze(-1),
            names=self.names(names),
            worth=self.worth(worth),
            arc_child=self.arc(self.arc_child(arcs)),
            arc_head=self.arc_head(arcs),
            label_child=self.label_child(arcs),
            label_head=self.label_head(arcs),
        )

    def arcs(self, out: Outputs) -> Tensor:
        """B × W × (1 + W): how likely is each word's head the root (column 0) or another word."""
        root = self.arc_root.to(out.arc_head.dtype).expand(out.arc_head.shape[0], 1, -1)
        return (
            out.arc_child @ torch.cat([root, out.arc_head], 1).transpose(1, 2) / out.arc_head.shape[-1] ** 0.5
        )

    def labels(self, out: Outputs, heads: Tensor) -> Tensor:
        """B × W × labels, for heads counted as the columns of `arcs`."""
        root = self.label_root.to(out.label_head.dtype).expand(out.label_head.shape[0], 1, -1)
        return self.label(
            self.rest(functional.relu(out.label_child + _at(torch.cat([root, out.label_head], 1), heads)))
        )


def _at(x: Tensor, places: Tensor) -> Tensor:
    """x: B × N × H, places: B × W → B × W × H."""
    return torch.gather(x, 1, places.unsqueeze(-1).expand(-1, -1, x.shape[-1]))
