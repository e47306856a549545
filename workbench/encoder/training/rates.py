"""What the networks that go on from a trained body share: optimizer, rates, a pass over data."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import torch
from torch import Tensor, nn

G = TypeVar("G")


def two_rates(
    network: nn.Module, body: Iterable[nn.Parameter], slow: float, fast: float
) -> torch.optim.AdamW:
    """AdamW over what may be learned: ``body`` at the rate ``slow``, the rest at ``fast``."""
    old = [parameter for parameter in body if parameter.requires_grad]
    known = {id(parameter) for parameter in old}
    new = [p for p in network.parameters() if p.requires_grad and id(p) not in known]
    return torch.optim.AdamW(
        [{"params": old, "lr": slow}, {"params": new, "lr": fast}], weight_decay=0.01
    )


class Course:
    """Training in a number of steps: the rates rise in the first of them, then fall."""

    def __init__(
        self, network: nn.Module, optimizer: torch.optim.Optimizer, steps: int, warm: int,
        floor: float = 0.0,
    ) -> None:  # fmt: skip
        self.network, self.optimizer = network, optimizer
        self.schedule: Any = torch.optim.lr_scheduler.LambdaLR(
            optimizer,
            lambda step: min((step + 1) / warm, max(floor, (steps - step) / (steps - warm))),
        )
        self.started = time.monotonic()

    def pass_over(self, plan: Sequence[G], loss_of: Callable[[G], Tensor], name: str) -> None:
        """One step for each group of lessons; prints the mean loss and the time since the start."""
        losses = 0.0
        for group in plan:
            loss = loss_of(group)
            self.optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimizer.step()
            self.schedule.step()
            losses += loss.item()
        seconds = time.monotonic() - self.started
        print(f"{name} {losses / len(plan):.3f} {seconds:.0f} s", flush=True)
