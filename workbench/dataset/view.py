"""What a format is given to write: a project's articles with their claims, one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from db.rows import Article
from workbench.dataset.records import ClaimRecord
from workbench.review.project import Project


class ArticleView(NamedTuple):
    """An article with those of its claims that are exported: one or more.

    `claims` can be read once, and before the next article is asked for.
    """

    article: Article
    text: str
    claims: Iterator[ClaimRecord]


class SourceView(NamedTuple):
    """A document that evidence is quoted from."""

    id: str  # SHA-256 of the text
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    text: str


def no_source(_id: str) -> SourceView | None:
    """What stands for the sources of a project that holds none."""
    return None


@dataclass
class Losses:
    """What a format could not hold, counted by kind: nothing is dropped in silence."""

    left_out: Counter[str] = field(default_factory=Counter)
    mapped: Counter[str] = field(default_factory=Counter)

    def leave_out(self, what: str, number: int = 1) -> None:
        """Count what is not in the file."""
        if number:
            self.left_out[what] += number

    def map(self, what: str, number: int = 1) -> None:
        """Count what is in the file in another form than in the store."""
        if number:
            self.mapped[what] += number


@dataclass
class Export:
    """A project as a format sees it.

    `views` starts reading from the first article; a format reads once.
    `source` gives a source, or an article that evidence is quoted from, by its id.
    Articles come in the order of their ids, claims in that of their spans. Nothing is held.
    """

    project: Project
    views: Callable[[], Iterator[ArticleView]]
    source: Callable[[str], SourceView | None] = no_source
    losses: Losses = field(default_factory=Losses)

    def articles(self) -> Iterator[ArticleView]:
        """The articles that have claims to export."""
        return self.views()

    def records(self) -> Iterator[ClaimRecord]:
        """All claims, article by article."""
        for view in self.views():
            yield from view.claims

    def target(self, record: ClaimRecord, dataset: str) -> str | None:
        """What a claim's label is in a well-known dataset, as the scheme maps it; None if nothing.

        Args:
            record: the claim.
            dataset: one of `workbench.review.schemes.TARGETS`.
        """
        label = self.project.scheme.label(record["label"]) if record["label"] else None
        return label.maps.get(dataset) if label is not None else None
