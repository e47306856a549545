"""The optimizer of a network whose body was trained before and whose heads are new."""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import nn


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
