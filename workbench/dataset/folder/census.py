"""What is kept of a dataset's claims while they are read one after the other."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from workbench.dataset.folder.loading import Loaded
from workbench.dataset.folder.plan import UNLABELLED
from workbench.dataset.records import ClaimRecord


class Known(NamedTuple):
    """A claim or article at the end of a pair that is written down."""

    article: str
    side: str
    statement: str


class Compared(NamedTuple):
    """A claim as it is compared with others; sorted, they stand as in the export."""

    article: str
    start: int
    end: int
    claim: str
    statement: str


class Census:
    """Counts claims, and keeps of them what is needed when all have been read.

    Args:
        found: the dataset.
    """

    def __init__(self, found: Loaded) -> None:
        options = found.values["options"]
        self._compares = bool(options["split"]) and options["text"] != "none"
        self._ends = {edge[end] for edge in found.edges for end in ("left", "right")}
        self.known = {
            article: Known(article, row["split"], "")
            for article, row in found.articles.items()
            if article in self._ends
        }
        """What is known of both ends of the pairs, by their ids."""
        self.counts = Counter({"articles": len(found.articles)})
        self.labels: dict[str, Counter[str]] = {side: Counter() for side in found.values["splits"]}
        self.articles: dict[str, set[str]] = {side: set() for side in found.values["splits"]}
        self.given: Counter[tuple[str, ...]] = Counter()
        """How often the reviewers of a claim gave these verdicts."""
        self.compared: list[Compared] = []

    def add(self, side: str, record: ClaimRecord) -> None:
        """Count a claim."""
        claim, article = record["claim"], record["article"]
        self.labels[side][record["label"] or UNLABELLED] += 1
        self.articles[side].add(article)
        if claim in self._ends:
            self.known[claim] = Known(article, side, record["statement"])
        if self._compares:
            start, end = record["start"], record["end"]
            self.compared.append(Compared(article, start, end, claim, record["statement"]))
        verdicts = [review["verdict"] for review in record["reviews"] if review["verdict"]]
        self.given[tuple(sorted(verdicts))] += 1
        self._count(record, bool(verdicts))

    def _count(self, record: ClaimRecord, decided: bool) -> None:
        counts, reviews = self.counts, record["reviews"]
        pieces: list[Any] = [piece for review in reviews for piece in review["evidence"]]
        counts["claims"] += 1
        counts["decided"] += decided
        counts["reviews"] += len(reviews)
        counts["evidence"] += len(pieces)
        counts["claims with evidence"] += bool(pieces)
        counts.update(f"evidence {piece['check']}" for piece in pieces)
