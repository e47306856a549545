"""The pointer's network: which words before a pronoun it stands for.

It goes on from the parser's lower layers, which stay as they are and see one sentence each. Three
layers read up to five sentences together; biaffine scores say of each word how likely another one
stands for it (Dozat and Manning 2017), with what its distance adds, and one more score that none
does (Lee et al. 2017).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from workbench.encoder.apart import BACK, FAR, KINDS, NEAR
from workbench.encoder.training.body import LAYERS, WIDTH, Layer, bias_of
from workbench.encoder.training.parser_model import LOWER

_HIDDEN = 256


class Pointer(nn.Module):  # type: ignore[misc,unused-ignore]
    """Scores of the words that another one may stand for, and of none."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.layers = nn.ModuleList([Layer(dropout) for _ in range(LAYERS - LOWER)])
        self.back = nn.Embedding(BACK, WIDTH)
        self.asks, self.known = nn.Linear(WIDTH, _HIDDEN), nn.Linear(WIDTH, _HIDDEN)
        self.mix = nn.Linear(_HIDDEN, _HIDDEN, bias=False)
        self.prior, self.none = nn.Linear(_HIDDEN, 1), nn.Linear(_HIDDEN, 1)
        self.near = nn.Parameter(torch.zeros(KINDS, NEAR))
        self.far = nn.Parameter(torch.zeros(KINDS, FAR))
        self.unknown = nn.Parameter(torch.zeros(KINDS))
        self.drop = nn.Dropout(0.2)
        nn.init.normal_(self.back.weight, std=0.02)
        nn.init.normal_(self.mix.weight, std=0.01)

    def states(self, lower: Tensor, mask: Tensor, back: Tensor) -> Tensor:
        """States [b, n, 384] of sentences, and how far back each stands [b, n], to states."""
        x = lower + self.back(back)
        bias = bias_of(mask, x)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def parts(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """The two sides of the scores: what asks, and what may be meant."""
        asks = self.drop(functional.gelu(self.asks(states)))
        return asks, self.drop(functional.gelu(self.known(states)))

    def apart(self, kinds: Tensor, apart: Tensor) -> Tensor:
        """What the distance [2, q, n] adds for kinds of words [q]."""
        return self.near[kinds[:, None], apart[0]] + self.far[kinds[:, None], apart[1]]


class ExportedPointer(nn.Module):  # type: ignore[misc,unused-ignore]
    """What the shipped graph computes for the sentences of one window."""

    def __init__(self, pointer: Pointer) -> None:
        super().__init__()
        self.pointer = pointer

    def forward(
        self, lower: Tensor, back: Tensor, places: Tensor, kinds: Tensor, apart: Tensor
    ) -> tuple[Tensor, Tensor]:
        """For words at ``places`` [w] in the states: scores of each two [w, w], and of none [w]."""
        pointer = self.pointer
        states = pointer.states(lower, torch.ones_like(lower[:, :, 0]), back)[0][places]
        asks, known = pointer.parts(states)
        scores = pointer.mix(asks) @ known.transpose(0, 1) + pointer.prior(known).transpose(0, 1)
        none = pointer.none(asks)[:, 0] + pointer.unknown[kinds]
        return scores + pointer.apart(kinds, apart), none
