"""Which claims and labels go into a dataset, and under what names."""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from workbench.dataset.records import ClaimRecord, EvidenceRecord, GoldRecord, ReviewRecord

AS_QUOTED = ("verbatim", "typographic")
NAMED = 20  # tags that a refusal names
PREFIX, DIGITS = "reviewer-", 10
PSEUDONYM = rf"{PREFIX}[0-9a-f]{{{DIGITS}}}"  # a regular expression


class ChoiceError(ValueError):
    """A choice that cannot be followed; the text is one line for the user."""


@dataclass(frozen=True)
class Choice:
    """What is chosen of a project's claims. Empty fields do not restrict.

    `labels` says whose decision stands: "all" keeps every reviewer's beside the project's one
    label; "majority" keeps the one label, as one review (gold first); "gold" only what was
    adjudicated.
    """

    WHOSE: ClassVar[tuple[str, ...]] = ("all", "majority", "gold")

    labels: str = "all"
    decided: bool = False  # only claims that bear a label (with "all": a verdict of anybody)
    verdicts: tuple[str, ...] = ()  # labels by id
    tags: tuple[str, ...] = ()  # one of these, by any reviewer
    agreement: float = 0.0  # share of those who decided that hold the most frequent outcome
    verbatim: bool = False  # only claims all of whose evidence stands in its source as quoted
    key: bytes = b""  # names of reviewers become pseudonyms under this key

    @cached_property
    def _everything(self) -> bool:
        return self == Choice()

    def check(self, known: Sequence[str]) -> None:
        """See that every verdict is one of the scheme's, by its id, and that the share is one.

        Raises:
            ChoiceError: one is not.
        """
        if not 0 <= self.agreement <= 1:
            raise ChoiceError("the share of those who agree goes from 0 to 1")
        for verdict in self.verdicts:
            if verdict not in known:
                raise ChoiceError(f"no verdict '{verdict}'; the scheme has {', '.join(known)}")

    def check_tags(self, known: Sequence[str]) -> None:
        """See that every tag is one that the scheme has, or that somebody used.

        Raises:
            ChoiceError: one is not.
        """
        for tag in self.tags:
            if tag not in known:
                told = ", ".join(known[:NAMED]) or "none"
                more = f" and {len(known) - NAMED:,} more" if len(known) > NAMED else ""
                raise ChoiceError(f"no tag '{tag}' in this project; there are {told}{more}")

    def apply(self, record: ClaimRecord) -> ClaimRecord | None:
        """The record as it goes into the dataset, or None to leave it out."""
        if self._everything:
            return record
        record = _labelled(record, self.labels)
        if not self.wants(record):
            return None
        if self.labels != "all":
            record["reviews"] = _one_review(record)
        return _renamed(record, self.key) if self.key else record

    def wants(self, record: ClaimRecord) -> bool:
        """Whether a record with every reviewer's review passes the filters."""
        reviews = record["reviews"]
        if self.decided and not _decided(record, self.labels):
            return False
        if self.verdicts and record["label"] not in self.verdicts:
            return False
        if self.tags and not any(tag in self.tags for r in reviews for tag in r["tags"]):
            return False
        if self.agreement and _agreement(reviews) < self.agreement:
            return False
        return not self.verbatim or _verbatim(reviews)


def _labelled(record: ClaimRecord, labels: str) -> ClaimRecord:
    made = record.copy()
    if labels == "gold" and settled(record) is None:
        made["label"] = made["label_name"] = None
        made["label_by"] = "open"
    return made


def settled(record: ClaimRecord) -> GoldRecord | None:
    """What a claim was adjudicated to, where as many leads agree as the project wants."""
    gold = record["gold"]
    return gold if gold is not None and gold["settled"] else None


def _one_review(record: ClaimRecord) -> list[ReviewRecord]:
    """The project's one review in place of all: its label, with the evidence of who holds it."""
    label = record["label"]
    if label is None and record["label_by"] != "discarded":
        return []
    holders = [
        review
        for review in record["reviews"]
        if review["verdict"] == label and review["discarded"] == (label is None)
    ]
    times = sorted(review["decided_at"] or "" for review in holders)
    gold = settled(record)
    return [
        ReviewRecord(
            reviewer="gold" if gold else "majority",
            verdict=label,
            verdict_name=record["label_name"],
            scheme=gold["scheme"] if gold else next((r["scheme"] for r in holders), None),
            discarded=label is None,
            later=False,
            tags=_common_tags(holders),
            note="",
            span=None,
            statement=None,
            evidence=_evidence(holders),
            decided_at=gold["decided_at"] if gold else next(iter(times[-1:]), None),
            updated_at=gold["decided_at"] if gold else next(iter(times[-1:]), ""),
        )
    ]


def _common_tags(reviews: list[ReviewRecord]) -> list[str]:
    """The tags that more than half of them hold."""
    counts = Counter(tag for review in reviews for tag in review["tags"])
    return sorted(tag for tag, number in counts.items() if 2 * number > len(reviews))


def _evidence(reviews: list[ReviewRecord]) -> list[EvidenceRecord]:
    """Everybody's pieces; the sets of one reviewer stay apart from those of the next."""
    pieces: list[EvidenceRecord] = []
    for review in reviews:
        above = max((piece["set"] for piece in pieces), default=0)
        pieces += [{**piece, "set": piece["set"] + above} for piece in review["evidence"]]
    return pieces


def _decided(record: ClaimRecord, labels: str) -> bool:
    if labels == "all":
        return any(review["verdict"] for review in record["reviews"])
    return record["label"] is not None


def _agreement(reviews: list[ReviewRecord]) -> float:
    held = [r["verdict"] for r in reviews if r["verdict"] is not None or r["discarded"]]
    return max(Counter(held).values()) / len(held) if held else 0.0


def _verbatim(reviews: list[ReviewRecord]) -> bool:
    pieces = [piece for review in reviews for piece in review["evidence"]]
    return bool(pieces) and all(piece["check"] in AS_QUOTED for piece in pieces)


def pseudonym(name: str, key: bytes) -> str:
    """A name that stands for a reviewer: the same under the same key, and no way back without it.

    HMAC-SHA256 of the name (RFC 2104), its first 40 bits.
    """
    return PREFIX + hmac.new(key, name.encode("utf-8"), hashlib.sha256).hexdigest()[:DIGITS]


def read_key(path: Path) -> bytes:
    """The key for pseudonyms in a file: all its bytes.

    Raises:
        ChoiceError: it cannot be read, or has fewer than 16 bytes.
    """
    try:
        key = path.read_bytes()
    except OSError as error:
        raise ChoiceError(f"{path}: cannot be read: {error.strerror or error}") from error
    if len(key) < 16:
        raise ChoiceError(
            f"{path}: a key has 16 bytes or more; make one with 'openssl rand -hex 32'"
        )
    return key


def _renamed(record: ClaimRecord, key: bytes) -> ClaimRecord:
    if record["origin"] == "reviewer":
        record["proposer"] = pseudonym(record["proposer"], key)
    record["reviews"] = [
        {**review, "reviewer": pseudonym(review["reviewer"], key)} for review in record["reviews"]
    ]
    record["reviews"].sort(key=lambda review: review["reviewer"])
    return record
