"""Plain rows that the store hands out.

They import nothing heavy, so that the screen can be painted before the store is loaded.
Ids named `seq` are small integers, local to one database; ids named `id` come from content
and are the same in every database.
"""

from __future__ import annotations

from typing import Any, NamedTuple

UNTITLED = "untitled"


def called(title: str | None, url: str | None, origin: str | None) -> str:
    """What a text is called: its title, address or the file it was read from; "" if none is known.

    The file is that of the origin, with the row in it.
    """
    return title or url or (origin or "").replace("\\", "/").rsplit("/", 1)[-1]


class Article(NamedTuple):
    """An article without its text."""

    seq: int
    id: str  # SHA-256 of the text, hex
    title: str | None
    url: str | None
    author: str | None
    speaker: str | None
    published: str | None  # ISO date or date-time
    language: str | None
    origin: str | None  # file and row it was read from
    encoding: str | None
    newline: str  # lf, crlf, cr, mixed, none
    length: int  # code points
    imported_at: str
    meta: dict[str, str]

    @property
    def name(self) -> str:
        """What it is called."""
        return called(self.title, self.url, self.origin) or UNTITLED


class Furniture(NamedTuple):
    """A part of an article that is not its story, as [start, end) code points."""

    start: int
    end: int
    kind: str


class Claim(NamedTuple):
    """A claim as it was proposed or added; what reviewers say of it is a `Review`."""

    seq: int
    id: str
    article_seq: int
    article_id: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    quote: str
    sentence: str
    statement: str
    parts: tuple[tuple[int, int], ...]
    kind: str  # clause, attribution, phrase
    worth: float
    attributed_to: str | None
    origin: str  # proposer or reviewer
    proposer: str  # name of the proposer or the reviewer
    version: str  # the proposer's version, "" for a reviewer
    status: str  # active or retired
    created_at: str


class Source(NamedTuple):
    """A document that evidence is quoted from, without its text."""

    seq: int
    id: str  # SHA-256 of the text, hex
    title: str | None
    url: str | None
    publisher: str | None
    author: str | None
    published: str | None  # ISO date
    retrieved: str | None  # ISO date
    language: str | None
    origin: str | None  # file and row it was read from
    length: int  # code points
    added_at: str
    meta: dict[str, str]


class Document(NamedTuple):
    """What evidence can be quoted from: a source, or an article."""

    id: str
    kind: str  # source, article
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    retrieved: str | None
    length: int
    origin: str | None = None  # file and row it was read from

    @property
    def name(self) -> str:
        """What it is called: its title, address, the file it was read from, or its id."""
        return called(self.title, self.url, self.origin) or self.id[:12]


class Evidence(NamedTuple):
    """A piece of evidence that a reviewer holds on a claim."""

    id: str  # UUID, given when it was first cited
    source_id: str | None  # id of a source or of an article; None: the text is not held
    url: str | None
    start: int | None  # [start, end) of the source's text, in code points
    end: int | None
    quote: str  # the source's text at [start, end); "" where it is not held
    stance: str  # supports, refutes, context
    check: str  # verbatim, typographic, confirmed, not held
    set_no: int  # all pieces of a set are needed, any one set is enough
    question: str  # what it answers; "" for none
    flags: tuple[str, ...]  # what a reader must be told of it
    at: str


class Review(NamedTuple):
    """What one reviewer holds of one claim now: the projection of her events."""

    claim_seq: int
    claim_id: str
    reviewer: str
    verdict: str | None  # id of a label of the scheme
    scheme: str | None  # "name@version" of the scheme at the time of the verdict
    discarded: bool
    later: bool
    note: str
    start: int | None  # her own span where she moved it
    end: int | None
    statement: str | None  # her own wording where she changed it
    tags: tuple[str, ...]
    decided_at: str | None
    updated_at: str
    evidence: tuple[Evidence, ...] = ()


class Gold(NamedTuple):
    """What a claim's reviews were settled to: the gold label."""

    claim_seq: int
    verdict: str | None  # id of a label of the scheme; None where the claim was discarded
    scheme: str | None
    discarded: bool
    how: str  # side, third, unanimous, control
    control: bool  # decided by a lead beforehand
    side: str | None  # the reviewer whose side was taken
    reason: str
    settled: bool  # as many leads agree as the project wants
    votes: tuple[dict[str, Any], ...]  # each lead's decision
    decided_at: str


class QueueItem(NamedTuple):
    """A claim in a reviewer's queue with her own review beside it."""

    claim: Claim
    review: Review | None


class Event(NamedTuple):
    """One immutable record of a human act."""

    id: str  # UUID
    act: str  # UUID shared by the events of one act
    clock: int  # Lamport clock: the order of replay is (clock, id)
    kind: str
    reviewer: str
    at: str  # ISO 8601, UTC, microseconds
    article_id: str | None
    claim_id: str | None
    payload: dict[str, Any]


class Progress(NamedTuple):
    """How far a reviewer is in an article."""

    article_seq: int
    article_id: str
    title: str | None
    claims: int
    decided: int
    discarded: int
    later: int
    imported_at: str
    url: str | None = None
    origin: str | None = None

    @property
    def name(self) -> str:
        """What the article is called."""
        return called(self.title, self.url, self.origin) or UNTITLED


class Problem(NamedTuple):
    """One thing that `verify` found wrong."""

    kind: str
    where: str
    what: str


class Filter(NamedTuple):
    """What a queue shows. Empty fields do not restrict."""

    article_seq: int | None = None
    state: str = ""  # open, decided, discarded, later
    verdict: str = ""
    tag: str = ""
    proposer: str = ""
    search: str = ""  # words that quote or statement must contain
    phrases: bool = False  # also candidates of kind phrase, whatever the project says
    order: str = "article"  # article, worth, uncertainty


class CheckedClaim(NamedTuple):
    """A claim that somebody fact-checked before, here or elsewhere (ClaimReview)."""

    seq: int
    id: str  # hash of its content
    external_id: str | None  # its id where it came from
    statement: str
    title: str | None
    verdict: str | None  # in its publisher's words
    polarity: str  # supported, refuted, mixed, unknown
    publisher: str | None
    url: str | None
    claimant: str | None
    claimed: str | None  # ISO date
    published: str | None  # ISO date
    language: str | None
    origin: str | None  # file and item it was read from
    added_at: str
    meta: dict[str, Any]
