"""A batch → a better network; the time, not the number of steps, is given."""

import time

import torch
from batches import Batch
from losses import finer, losses, total
from network import Network

RATE, RATE_HEADS, WARM, CLIP = 3e-4, 1e-3, 0.07, 2.0  # WARM: share of the time
KEPT = 0.999  # of the moving average, each step


class Trainer:
    """One network in training, its moving average beside it."""

    def __init__(self, network: Network, minutes: float, tags: list[str], rate: float = 1.0):
        self.network, self.seconds, self.began, self.step = network, 60 * minutes, time.time(), 0
        self.finer = finer(tags)
        body = list(network.encoder.parameters())
        inner = {id(weights) for weights in body}
        heads = [weights for weights in network.parameters() if id(weights) not in inner]
        groups = [{"params": body, "top": rate * RATE}, {"params": heads, "top": rate * RATE_HEADS}]
        self.adam = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
        self.average = torch.optim.swa_utils.AveragedModel(network, multi_avg_fn=moved)

    @property
    def done(self) -> float:
        return (time.time() - self.began) / self.seconds

    def learn(self, batch: Batch) -> dict[str, float]:
        self.step += 1
        for group in self.adam.param_groups:
            group["lr"] = group["top"] * min(1.0, self.done / WARM) * max(0.0, 1 - self.done)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = self.network(batch.pieces, batch.shapes, batch.first, batch.last, batch.seen)
            found = losses(self.network, out, batch, self.finer)
        self.adam.zero_grad(set_to_none=True)
        total(found).backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), CLIP)
        self.adam.step()
        self.average.update_parameters(self.network)
        return {name: loss.item() for name, loss in found.items()}


@torch.no_grad()
def moved(averages: list[torch.Tensor], current: list[torch.Tensor], updates: torch.Tensor | int) -> None:
    """The moving average; its first steps count for less, so that it soon forgets where training began."""
    kept = min(KEPT, (1 + int(updates)) / (10 + int(updates)))
    torch._foreach_lerp_(averages, current, 1 - kept)
