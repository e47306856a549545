"""The marker's network: which words belong to the proposition around an anchor word.

It goes on from the parser's lower layers, which stay as they are. One more layer sees the sentence
as it is, two see it once unmarked, to find the anchors, and once for each anchor.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from workbench.encoder.training.body import LAYERS, WIDTH, Layer, bias_of
from workbench.encoder.training.parser_model import LOWER
from workbench.encoder.training.shipped_parser import Graph, set_values

MARKS = 4  # none, before the anchor, at it, after it


class Marker(nn.Module):  # type: ignore[misc,unused-ignore]
    """Scores of anchors, and of the words that belong to each."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.shared = nn.ModuleList([Layer(dropout)])
        self.marked = nn.ModuleList([Layer(dropout) for _ in range(LAYERS - LOWER - 1)])
        self.mark = nn.Embedding(MARKS, WIDTH)
        self.emit = nn.Linear(WIDTH, 1)
        self.anchor = nn.Linear(WIDTH, 1)
        self.trans = nn.Parameter(torch.zeros(3))
        self.drop = nn.Dropout(0.2)
        nn.init.normal_(self.mark.weight, std=0.02)
        with torch.no_grad():
            self.mark.weight[0] = 0

    def base(self, lower: Tensor, mask: Tensor) -> Tensor:
        """States [b, n, 384] of sentences to states."""
        bias = bias_of(mask, lower)
        for layer in self.shared:
            lower = layer(lower, bias)
        return lower

    def top(self, states: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """States with marks [b, n] to states."""
        states = states + self.mark(marks)
        bias = bias_of(mask, states)
        for layer in self.marked:
            states = layer(states, bias)
        return self.drop(states)


class ExportedMarker(nn.Module):  # type: ignore[misc,unused-ignore]
    """What the shipped graph computes for one sentence and any rows of marks."""

    def __init__(self, marker: Marker) -> None:
        super().__init__()
        self.marker = marker

    def forward(self, lower: Tensor, marks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Log odds of anchors and of belonging [r, w]; the scores of neighbours [r, 3]."""
        marker = self.marker
        states = marker.base(lower, torch.ones_like(lower[:, :, 0]))
        states = states.expand(marks.shape[0], -1, -1)
        states = marker.top(states, torch.ones_like(states[:, :, 0]), marks)[:, 1:]
        steps = marker.trans.expand(marks.shape[0], -1)
        return marker.anchor(states)[:, :, 0], marker.emit(states)[:, :, 0], steps


def load_parser_layers(marker: Marker, parser: Path) -> None:
    """Put the upper layers of the shipped parser into ``marker``, turned back to floats."""
    load_layers([*marker.shared, *marker.marked], parser)


def load_layers(layers: Iterable[Any], parser: Path) -> None:
    """Put the upper layers of the shipped parser into these, turned back to floats."""
    graph = Graph(parser)
    for number, layer in enumerate(layers, start=LOWER):
        for name in ("query", "key", "value", "mix", "wide", "narrow"):
            part = f"body.layers.{number}.{name}"
            set_values(getattr(layer, name).weight, graph.weights(part))
            set_values(getattr(layer, name).bias, graph.array(f"parser.{part}.bias"))
        for name in ("norm1", "norm2"):
            for kind in ("weight", "bias"):
                values = graph.array(f"parser.body.layers.{number}.{name}.{kind}")
                set_values(getattr(getattr(layer, name), kind), values)


def chain_total(inward: Tensor, steps: Tensor, mask: Tensor) -> Tensor:
    """Log sum [r] over all sets of words; ``inward`` [r, w] and a mask of real words."""
    both, one, none = steps[0], steps[1], steps[2]
    now_in, now_out = inward[:, 0], torch.zeros_like(inward[:, 0])
    for word in range(1, inward.shape[1]):
        next_in = torch.logaddexp(now_in + both, now_out + one) + inward[:, word]
        next_out = torch.logaddexp(now_in + one, now_out + none)
        real = mask[:, word]
        now_in = torch.where(real, next_in, now_in)
        now_out = torch.where(real, next_out, now_out)
    return torch.logaddexp(now_in, now_out)


def chain_score(inward: Tensor, inside: Tensor, steps: Tensor, mask: Tensor) -> Tensor:
    """Score [r] of given sets of words, ``inside`` [r, w] of ones and zeros."""
    left, right = inside[:, :-1], inside[:, 1:]
    both, none = left * right, (1 - left) * (1 - right)
    pairs = both * steps[0] + (1 - both - none) * steps[1] + none * steps[2]
    real = mask.to(inward.dtype)
    return (inward * inside * real).sum(1) + (pairs * real[:, 1:]).sum(1)
