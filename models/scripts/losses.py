"""What the network says of a batch × what is known of it → losses. Only what is known counts."""

import torch
from batches import Batch
from network import Network, Outputs
from samples import COARSE, NEITHER, OPEN
from torch import Tensor
from torch.nn import functional

WEIGHTS = {
    "tags": 0.5, "morphs": 0.5, "lemmas": 0.5, "starts": 0.5, "arcs": 1.0, "labels": 1.0, "names": 1.0, "worth": 0.2,
}  # fmt: skip
NEVER = -1e4


def losses(network: Network, out: Outputs, gold: Batch, allowed: Tensor) -> dict[str, Tensor]:
    """A mean over the words of which each thing is known; absent where nothing is. `allowed`: see `finer`."""
    found = {}
    for name in ("tags", "morphs", "lemmas"):
        target = getattr(gold, name)
        if (target != OPEN).any():
            found[name] = _entropy(getattr(out, name), target)
    if (gold.names != OPEN).any():
        found["names"] = names(out.names.float(), gold.names, allowed)
    known = gold.starts != OPEN
    if known.any():
        found["starts"] = functional.binary_cross_entropy_with_logits(
            out.starts.float()[known], gold.starts[known].float()
        )
    if (gold.heads != OPEN).any():
        heads = gold.heads.clamp(min=0)
        found["arcs"] = _entropy(arcs(network, out, gold.sentence), gold.heads)
        found["labels"] = _entropy(network.labels(out, heads), gold.deps)
    known = ~gold.worth.isnan() & (gold.starts == 1)
    if known.any():
        found["worth"] = functional.binary_cross_entropy_with_logits(
            worth(out, gold.sentence)[known], gold.worth[known]
        )
    return found


def names(scores: Tensor, gold: Tensor, finer: Tensor) -> Tensor:
    """Cross entropy where the tag is known; where only persons, organisations and places are out of the question,
    all other tags together (`finer`: bool, tags) are the answer."""
    likely = scores.log_softmax(-1)
    right = likely.gather(-1, gold.clamp(min=0).unsqueeze(-1)).squeeze(-1)
    right = torch.where(gold == NEITHER, likely[..., finer].logsumexp(-1), right)
    return -right[gold != OPEN].mean()


def finer(tags: list[str]) -> Tensor:
    """bool, one a tag: is it none of a person, an organisation or a place?"""
    return torch.tensor([tag[2:] not in COARSE for tag in tags])


def total(found: dict[str, Tensor]) -> Tensor:
    return torch.stack([WEIGHTS[name] * loss for name, loss in found.items()]).sum()


def arcs(network: Network, out: Outputs, sentence: Tensor) -> Tensor:
    """Scores of heads, the root first; nobody's head is in another sentence, or itself. sentence: B × W."""
    same = sentence[:, :, None] == sentence[:, None, :]
    same &= ~torch.eye(sentence.shape[1], dtype=torch.bool)
    allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
    return network.arcs(out).float().masked_fill(~allowed, NEVER)


def worth(out: Outputs, sentence: Tensor) -> Tensor:
    """B × W: for each word the votes of the words of its sentence, weighed. sentence: B × W."""
    weight, vote = out.worth.float().unbind(-1)
    same = sentence[:, :, None] == sentence[:, None, :]
    shares = weight[:, None, :].masked_fill(~same, float("-inf")).softmax(-1)
    return (shares @ vote[..., None]).squeeze(-1)


def _entropy(scores: Tensor, target: Tensor) -> Tensor:
    return functional.cross_entropy(scores.float().flatten(0, 1), target.flatten(), ignore_index=OPEN)
