"""Marks into the store: articles, candidates, and what each reviewer held, as events.

Identity follows from content, so importing twice adds nothing, and what is held already adds
nothing either. Each article is one act of each of its reviewers.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from db import articles, claims, imported, reviews, sources
from db.engine import Connection, Database
from db.rows import Claim, Document
from workbench.dataset.importers import _acts, _rows
from workbench.dataset.importers.item import Aside, Citation, Item, Mark, WorkError
from workbench.dataset.importers.place import Place, Placer, Unplaced
from workbench.ingest.document import document
from workbench.ingest.errors import IngestError
from workbench.review.deciding import MAX_NOTE
from workbench.review.intake import add_text
from workbench.review.project import settings
from workbench.review.reviewers import ReviewerError, check_reviewer
from workbench.review.schemes import Scheme

ITEMS, LOT = 50, 500_000  # articles, and about as many characters, of one transaction


@dataclass
class WorkReport:
    """What became of the marks. What is set aside is in `asides`, whole."""

    articles: int = 0  # new in the store
    claims: int = 0  # new in the store
    marks: int = 0  # placed
    events: int = 0  # new in the store
    searched: int = 0  # marks whose offsets were wrong: the quote was searched and found
    reviewers: set[str] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)  # labels that are no verdict of the scheme
    encodings: set[str] = field(default_factory=set)
    asides: list[Aside] = field(default_factory=list)


class Taker:
    """Brings items of one tool into one store.

    Args:
        database: the store.
        tool: its name; candidates that it brings are proposed by it.
        reviewer: whose the marks are where an item names nobody.
        labels: what the tool's labels are in the project's scheme: label to id.
        progress: called after each lot of items.
    """

    def __init__(
        self,
        database: Database,
        tool: str,
        *,
        reviewer: str | None = None,
        labels: Mapping[str, str] | None = None,
        progress: Callable[[WorkReport], None] | None = None,
    ) -> None:
        self.report = WorkReport()
        self._database = database
        self._tool = tool
        self._reviewer = check_reviewer(reviewer) if reviewer is not None else None
        self._scheme: Scheme = settings(database).scheme
        self._labels = _acts.Labels(self._scheme, labels or {})
        self._progress = progress

    def take(self, items: Iterable[Item | Aside]) -> WorkReport:
        """Bring them in: some at a time, each lot in one transaction."""
        lot: list[Item] = []
        held = 0
        for item in items:
            if isinstance(item, Aside):
                self.report.asides.append(item)
                continue
            lot.append(item)
            held += len(item.text or "") + 100 * len(item.marks)
            if held >= LOT or len(lot) >= ITEMS:
                self._store(lot)
                lot, held = [], 0
        self._store(lot)
        return self.report

    def _store(self, lot: list[Item]) -> None:
        if lot:
            with self._database.write() as connection:
                for item in lot:
                    self._item(connection, item)
        if self._progress is not None:
            self._progress(self.report)

    def _item(self, connection: Connection, item: Item) -> None:
        try:
            seq, article, text = self._article(connection, item)
        except (IngestError, WorkError) as error:
            self._aside(item.where, str(error).removeprefix(f"{item.where}: "), item.raw)
            return
        self.report.encodings.add(item.encoding)
        self._marks(connection, item, article, seq, text)

    def _article(self, connection: Connection, item: Item) -> tuple[int, str, str]:
        """Seq, id and text of the item's article, which is in the store afterwards."""
        if item.article is not None:
            known = articles.seq_of(connection, item.article)
            if known is not None:
                return known, item.article, articles.text(connection, known)
        if item.text is None:
            raise WorkError(f"the article {item.article} is not in this store: import its text")
        made = document(
            item.text,
            item.where,
            encoding=item.encoding,
            title=item.title,
            meta=dict(item.meta),
            url=item.url,
            published=item.published,
            speaker=item.speaker,
            language=item.language,
        )
        seq, fresh = add_text(connection, made)
        self.report.articles += fresh
        return seq, made.id, made.text

    def _marks(self, connection: Connection, item: Item, article: str, seq: int, text: str) -> None:
        placer, digest = Placer(text), _digest(item)
        held: Held = {}
        for mark in item.marks:
            place = placer.place(mark)
            if isinstance(place, Unplaced):
                self._aside(item.where, place.reason, mark.raw)
                continue
            self._mark(connection, _Seat(item, digest, article, seq, text, place), mark, held)
        for reviewer, wanted in held.items():
            self._act(connection, reviewer, digest, wanted)

    def _act(
        self, connection: Connection, reviewer: str, digest: str, wanted: Mapping[int, _Meant]
    ) -> None:
        """One act of a reviewer: all that an item says of what she holds."""
        now = reviews.of_claims(connection, list(wanted), reviewer)
        again = imported.has_act(connection, reviewer, digest)
        given = [
            event
            for seq, (known, one) in wanted.items()
            for event in _acts.events(known, now.get(seq), one, self._scheme.ref, digest)
            if not (again and event.kind in _acts.AS_IT_STOOD)
        ]
        self.report.events += len(imported.append(connection, reviewer, digest, given))
        if given or now:
            self.report.reviewers.add(reviewer)

    def _mark(self, connection: Connection, seat: _Seat, mark: Mark, held: Held) -> None:
        try:
            reviewer = self._whose(mark)
            verdict, tags = self._labels.read(mark)
        except (ReviewerError, WorkError) as error:
            self._aside(seat.item.where, str(error), mark.raw)
            return
        if len(mark.note) > MAX_NOTE:
            reason = f"the note is cut to {MAX_NOTE:,} characters; the mark is taken"
            self._aside(seat.item.where, reason, mark.raw)
        self.report.marks += 1
        self.report.searched += seat.place.searched
        known = self._known(connection, seat, mark, reviewer)
        if reviewer is None:
            return
        self.report.tags.update(set(tags) - set(mark.tags))
        mark = self._with_sources(connection, seat.item, mark)
        wanted = _acts.Wanted(mark, verdict, tags, (seat.place.start, seat.place.end))
        hers = held.setdefault(reviewer, {})
        if known.seq in hers:
            before = hers[known.seq].wanted
            if _acts.differ(before, wanted):
                reason = (
                    f"{reviewer} marked this claim twice, and differently: the last mark counts"
                )
                self._aside(seat.item.where, reason, before.mark.raw)
            wanted = _acts.joined(before, wanted)
        hers[known.seq] = _Meant(known, wanted)

    def _known(
        self, connection: Connection, seat: _Seat, mark: Mark, reviewer: str | None
    ) -> Claim:
        """The claim that a mark is of: the one that it names, else that at its span, made anew."""
        span = (seat.place.start, seat.place.end)
        named = claims.by_id(connection, mark.claim) if mark.claim else None
        if named is not None and named.article_seq != seat.seq:
            named = None
        if named is not None and (named.start, named.end) == span:
            return named
        row = _rows.row(seat.article, seat.text, span, mark, self._tool)
        there = claims.by_id(connection, str(row["id"]))
        if named is not None:
            # The claim that it names may have come after the mark, which made one at its span: that
            # one is meant when the mark comes again.
            own = there is not None and there.proposer == self._tool
            if not own or imported.touched(connection, reviewer or "", seat.digest, named.id):
                return named
        return there if there is not None else self._made(connection, seat, row)

    def _made(self, connection: Connection, seat: _Seat, row: dict[str, Any]) -> Claim:
        if row["origin"] == "proposer":
            self.report.claims += claims.add(connection, [{**row, "article_seq": seat.seq}])
        else:  # what a reviewer added is an event of hers
            key = f"added\n{row['id']}"
            given = imported.Given(key, "added", seat.article, row["id"], _rows.payload(row))
            made = imported.append(connection, str(row["proposer"]), key, [given])
            self.report.events += len(made)
            self.report.claims += len(made)
            self.report.reviewers.add(str(row["proposer"]))
        known = claims.by_id(connection, str(row["id"]))
        assert known is not None, "it was just added"
        return known

    def _with_sources(self, connection: Connection, item: Item, mark: Mark) -> Mark:
        """The mark without evidence in sources that the store lacks; each piece is set aside."""
        wanted = {piece.source for piece in mark.evidence if piece.source is not None}
        there = sources.documents(connection, wanted) if wanted else {}
        kept = []
        for piece in mark.evidence:
            if piece.source is None or _fits(piece, connection, there):
                kept.append(piece)
            else:
                reason = f"evidence in a source that is not in this store ({piece.source})"
                self._aside(item.where, reason, piece._asdict())
        return replace(mark, evidence=tuple(kept))

    def _whose(self, mark: Mark) -> str | None:
        """Whose the mark is; None for a candidate.

        Raises:
            WorkError: it says something that only a person can say, and names nobody.
        """
        name = mark.reviewer or self._reviewer
        if name is not None:
            return check_reviewer(name)
        if self._labels.means_something(mark):
            raise WorkError("names no reviewer: give one with --reviewer")
        return None

    def _aside(self, where: str, reason: str, raw: object) -> None:
        self.report.asides.append(Aside(where, reason, raw))


class _Meant(NamedTuple):
    """A claim, and what a reviewer is to hold of it."""

    known: Claim
    wanted: _acts.Wanted


Held = dict[str, dict[int, _Meant]]  # by reviewer and seq of the claim


@dataclass(frozen=True)
class _Seat:
    """Where a mark goes."""

    item: Item
    digest: str  # of the item
    article: str
    seq: int
    text: str
    place: Place


def _fits(piece: Citation, connection: Connection, there: Mapping[str, Document]) -> bool:
    """Whether a piece quotes a document that the store holds."""
    if piece.source not in there or piece.start is None or piece.end is None:
        return False
    return sources.text(connection, str(piece.source))[piece.start : piece.end] == piece.quote


def _digest(item: Item) -> str:
    """What an item is known by: its content, not the file that it came in."""
    content = json.dumps([item.article, item.text, item.raw], sort_keys=True, default=str)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
