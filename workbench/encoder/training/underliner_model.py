"""The underliner's network: which stretches of a sentence a reader would underline as a claim.

It goes on from the parser's lower layers, which stay as they are. Three layers more, then biaffine
scores of every two words as the first and the last one (Dozat and Manning 2017; of named entities
Yu, Bohnet and Poesio, ACL 2020), with what the length adds; and a score of each word as the
predicate of a claim.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from workbench.encoder.training.body import LAYERS, WIDTH, Layer, bias_of
from workbench.encoder.training.parser_model import LOWER

LONG = 48  # words; what is longer counts as this long
_HIDDEN = 128
_SELDOM = -5.0  # log odds of a stretch, to begin with


class Underliner(nn.Module):  # type: ignore[misc,unused-ignore]
    """Scores of stretches, and of predicates."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.layers = nn.ModuleList([Layer(dropout) for _ in range(LAYERS - LOWER)])
        self.first, self.last = nn.Linear(WIDTH, _HIDDEN), nn.Linear(WIDTH, _HIDDEN)
        self.mix = nn.Linear(_HIDDEN, _HIDDEN, bias=False)
        self.opens, self.closes = nn.Linear(_HIDDEN, 1), nn.Linear(_HIDDEN, 1)
        self.long = nn.Parameter(torch.zeros(LONG))
        self.anchor = nn.Linear(WIDTH, 1)
        self.drop = nn.Dropout(0.2)
        nn.init.normal_(self.mix.weight, std=0.02)
        nn.init.constant_(self.closes.bias, _SELDOM)

    def forward(self, lower: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """States [b, w + 1, 384] to log odds of stretches [b, w, w] and of words [b, w]."""
        bias = bias_of(mask, lower)
        for layer in self.layers:
            lower = layer(lower, bias)
        words = self.drop(lower)[:, 1:]
        first = self.drop(functional.gelu(self.first(words)))
        last = self.drop(functional.gelu(self.last(words)))
        pairs = self.mix(first) @ last.transpose(1, 2) * (4 / math.sqrt(_HIDDEN))
        pairs = pairs + self.opens(first) + self.closes(last).transpose(1, 2)
        places = torch.arange(pairs.shape[1])
        apart = (places[None] - places[:, None]).clamp(0, LONG - 1)
        return pairs.float() + self.long[apart], self.anchor(words)[:, :, 0].float()


class ExportedUnderliner(nn.Module):  # type: ignore[misc,unused-ignore]
    """What the shipped graph computes for one sentence."""

    def __init__(self, underliner: Underliner) -> None:
        super().__init__()
        self.underliner = underliner

    def forward(self, lower: Tensor) -> tuple[Tensor, Tensor]:
        """Log odds of stretches [w, w] and of predicates [w]."""
        pairs, anchors = self.underliner(lower, torch.ones_like(lower[:, :, 0]))
        return pairs[0], anchors[0]
