"""The parser's network: biaffine heads and relations over the encoder's states.

Source: Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing", ICLR 2017.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from workbench.encoder.shape import SHAPES
from workbench.encoder.training.body import WIDTH, Body

HEAD_WIDTH = 256
RELATION_WIDTH = 100
LOWER = 3  # layers whose states the marker goes on from


def of_words(pieces: Tensor, first: Tensor) -> Tensor:
    """States [b, w + 1, 384] of the sentence ([CLS]) and of the first piece of each word."""
    root = torch.zeros_like(first[:, :1])
    index = torch.cat([root, first], dim=1)[:, :, None].expand(-1, -1, WIDTH)
    return torch.gather(pieces, 1, index)


class Parser(nn.Module):  # type: ignore[misc,unused-ignore]
    """Scores of heads, relations and tags for each word."""

    def __init__(self, relations: int, coarse: int, fine: int) -> None:
        super().__init__()
        self.body = Body(extra=SHAPES)
        self.drop = nn.Dropout(0.25)
        self.head_child = nn.Linear(WIDTH, HEAD_WIDTH)
        self.head_parent = nn.Linear(WIDTH, HEAD_WIDTH)
        self.head_scores = nn.Linear(HEAD_WIDTH, HEAD_WIDTH, bias=False)
        self.head_prior = nn.Linear(HEAD_WIDTH, 1, bias=False)
        self.relation_child = nn.Linear(WIDTH, RELATION_WIDTH)
        self.relation_parent = nn.Linear(WIDTH, RELATION_WIDTH)
        self.relation_scores = nn.Linear(
            RELATION_WIDTH + 1, relations * (RELATION_WIDTH + 1), False
        )
        self.coarse = nn.Linear(WIDTH, coarse)
        self.fine = nn.Linear(WIDTH, fine)
        self.relations = relations
        nn.init.zeros_(self.head_scores.weight)
        nn.init.zeros_(self.relation_scores.weight)

    def states(self, ids: Tensor, mask: Tensor, shapes: Tensor, first: Tensor) -> Tensor:
        """States [b, w + 1, 384]: the root ([CLS]) and the first piece of each word."""
        return self.drop(of_words(self.body(ids, mask, shapes), first))

    def score_heads(self, states: Tensor) -> Tensor:
        """Scores [b, w, w + 1] of each possible head of each word."""
        child = self.drop(torch.relu(self.head_child(states[:, 1:])))
        parent = self.drop(torch.relu(self.head_parent(states)))
        pairs = self.head_scores(child) @ parent.transpose(1, 2)
        return pairs + self.head_prior(parent).transpose(1, 2)

    def relation_parts(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """The two sides of the relation scores, each with a constant 1 appended."""
        child = self.drop(torch.relu(self.relation_child(states[:, 1:])))
        parent = self.drop(torch.relu(self.relation_parent(states)))
        return (
            torch.cat([child, torch.ones_like(child[:, :, :1])], dim=-1),
            torch.cat([parent, torch.ones_like(parent[:, :, :1])], dim=-1),
        )

    def score_relations(self, child: Tensor, parent: Tensor) -> Tensor:
        """Scores [b, w, relations] for children and their heads, both [b, w, 101]."""
        batch, words = child.shape[0], child.shape[1]
        mixed = self.relation_scores(child).view(batch, words, self.relations, RELATION_WIDTH + 1)
        return (mixed @ parent[:, :, :, None])[:, :, :, 0]


class Exported(nn.Module):  # type: ignore[misc,unused-ignore]
    """The shipped graph: heads' scores, best relation for each pair, tags, states halfway."""

    def __init__(self, parser: Parser) -> None:
        super().__init__()
        self.parser = parser

    def forward(
        self, ids: Tensor, mask: Tensor, shapes: Tensor, first: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Scores [b, w, w + 1], relation [b, w, w + 1], two tags [b, w], states [b, w + 1, 384]."""
        parser = self.parser
        after = parser.body.after_each(ids, mask, shapes)
        states = of_words(after[-1], first)
        heads = parser.score_heads(states)
        child, parent = parser.relation_parts(states)
        batch, words = child.shape[0], child.shape[1]
        mixed = parser.relation_scores(child).view(
            batch, words * parser.relations, RELATION_WIDTH + 1
        )
        pairs = mixed @ parent.transpose(1, 2)
        pairs = pairs.view(batch, words, parser.relations, words + 1)
        inner = states[:, 1:]
        return (
            heads,
            pairs.argmax(2),
            parser.coarse(inner).argmax(-1),
            parser.fine(inner).argmax(-1),
            of_words(after[LOWER - 1], first),
        )
