"""The encoder's body in torch: the six-layer BERT of all-MiniLM-L6-v2."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 384
LAYERS = 6
HEADS = 12


class Layer(nn.Module):  # type: ignore[misc,unused-ignore]
    """One transformer layer, normalised after each half (Devlin et al. 2019)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.wide = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """States [b, n, 384] to states; ``bias`` [b, 1, 1, n] is 0 or very negative."""
        batch, length = x.shape[0], x.shape[1]

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        query, key, value = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = query @ key.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + bias
        mixed = self.drop(scores.softmax(-1)) @ value
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.drop(self.mix(mixed)))
        return self.norm2(x + self.drop(self.narrow(functional.gelu(self.wide(x)))))


class Body(nn.Module):  # type: ignore[misc,unused-ignore]
    """Word pieces to states."""

    def __init__(self, dropout: float = 0.0, extra: int = 0) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.extra = nn.Embedding(extra, WIDTH) if extra else None
        if self.extra is not None:
            nn.init.zeros_(self.extra.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, mask: Tensor, extra: Tensor | None = None) -> Tensor:
        """States [b, n, 384] for piece ids and a mask of ones and zeros, both [b, n]."""
        return self.after_each(ids, mask, extra)[-1]

    def after_each(self, ids: Tensor, mask: Tensor, extra: Tensor | None = None) -> list[Tensor]:
        """The states after each layer."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places) + self.kind
        if self.extra is not None and extra is not None:
            x = x + self.extra(extra)
        x = self.drop(self.norm(x))
        bias = bias_of(mask, x)
        found = []
        for layer in self.layers:
            x = layer(x, bias)
            found.append(x)
        return found


def bias_of(mask: Tensor, states: Tensor) -> Tensor:
    """What a layer adds to its scores [b, 1, 1, n]: 0 for what is real, else very negative."""
    return (1.0 - mask[:, None, None, :].to(states.dtype)) * -10000.0


def load_body(body: Body, arrays: Mapping[str, Any]) -> None:
    """Put the published weights into ``body``."""

    def put(target: Tensor, name: str) -> None:
        with torch.no_grad():
            target.copy_(torch.from_numpy(arrays[name].copy()))

    put(body.words.weight, "embeddings.word_embeddings.weight")
    put(body.positions.weight, "embeddings.position_embeddings.weight")
    with torch.no_grad():
        body.kind.copy_(
            torch.from_numpy(arrays["embeddings.token_type_embeddings.weight"][0].copy())
        )
    put(body.norm.weight, "embeddings.LayerNorm.weight")
    put(body.norm.bias, "embeddings.LayerNorm.bias")
    for number, layer in enumerate(body.layers):
        prefix = f"encoder.layer.{number}."
        for module, name in (
            (layer.query, "attention.self.query"),
            (layer.key, "attention.self.key"),
            (layer.value, "attention.self.value"),
            (layer.mix, "attention.output.dense"),
            (layer.norm1, "attention.output.LayerNorm"),
            (layer.wide, "intermediate.dense"),
            (layer.narrow, "output.dense"),
            (layer.norm2, "output.LayerNorm"),
        ):
            put(module.weight, prefix + name + ".weight")
            put(module.bias, prefix + name + ".bias")


class Pooled(nn.Module):  # type: ignore[misc,unused-ignore]
    """The sentence encoder: mean of the states, made a unit vector."""

    def __init__(self, body: Body) -> None:
        super().__init__()
        self.body = body

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Unit rows [b, 384]."""
        states = self.body(ids, mask)
        weight = mask.to(states.dtype)[:, :, None]
        mean = (states * weight).sum(1) / weight.sum(1).clamp(min=1e-9)
        return functional.normalize(mean, dim=-1)
