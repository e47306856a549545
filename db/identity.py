"""Identity from content: the same thing has the same id in every database."""

from __future__ import annotations

import hashlib
import uuid
from datetime import UTC, datetime


def article_id(text: str) -> str:
    """SHA-256 of the text in UTF-8, as 64 hex digits.

    Raises:
        ValueError: the text holds lone surrogates, which no UTF-8 file can hold.
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def claim_id(article: str, start: int, end: int, origin: str) -> str:
    """The id of the claim that `origin` sees at [start, end) of an article, as 32 hex digits.

    `origin` is "proposer" for candidates, whichever proposer found them: two that find the same
    span have found the same claim. For a claim that a reviewer added it is "reviewer:NAME".
    """
    key = f"{article}\n{start}\n{end}\n{origin}"
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:32]


def new_uuid() -> str:
    """A fresh random UUID."""
    return str(uuid.uuid4())


def now() -> str:
    """The time now: ISO 8601 in UTC with microseconds, so that text order is time order."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
