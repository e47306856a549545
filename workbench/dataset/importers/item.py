"""What importers hand over: an article with the marks that people made in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

Unit = Literal["code points", "utf16"]


class WorkError(ValueError):
    """Work of others that cannot be brought in; the text is one line for the user."""


class Aside(NamedTuple):
    """Something that could not be used: it is listed and kept, never dropped."""

    where: str
    reason: str
    raw: Any  # what the file said, as JSON values


class Citation(NamedTuple):
    """A piece of evidence; without `source` its text is not held, and there is no quote."""

    stance: str  # supports, refutes, context
    url: str | None = None
    question: str = ""
    set_no: int = 1
    source: str | None = None  # id of a source or an article
    start: int | None = None
    end: int | None = None
    quote: str = ""
    check: str = "not held"
    flags: tuple[str, ...] = ()
    id: str | None = None  # a UUID; None: from content


@dataclass(frozen=True)
class Mark:
    """A span that somebody marked, with what she said of it.

    `start` and `end` may be wrong, or None: `quote` is what tells. A mark of nobody is a candidate.
    """

    start: int | None
    end: int | None
    quote: str | None = None
    label: str | None = None  # as the tool calls it
    reviewer: str | None = None
    claim: str | None = None  # id of our claim, where the tool kept it
    statement: str | None = None
    tags: tuple[str, ...] = ()
    note: str = ""
    discarded: bool = False
    later: bool = False
    moved: tuple[int, int] | None = None  # where she moved a claim whose own span is the mark's
    at: str | None = None  # ISO 8601 in UTC with microseconds
    decided: str | None = None  # when she decided, where that was before `at`
    unit: Unit = "code points"
    prefix: str = ""
    suffix: str = ""
    row: Mapping[str, Any] = field(default_factory=dict)  # of the claim, as a proposer gave it
    evidence: tuple[Citation, ...] = ()
    evidence_words: str = ""  # evidence in words; part of the note where she cites nothing
    raw: Any = None


@dataclass(frozen=True)
class Item:
    """An article with its marks. Its text, or the id of one in the store, or both."""

    where: str
    text: str | None
    marks: tuple[Mark, ...] = ()
    article: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    speaker: str | None = None
    language: str | None = None
    encoding: str = "utf-8"
    meta: Mapping[str, str] = field(default_factory=dict)
    raw: Any = None
