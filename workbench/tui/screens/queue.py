"""What the review screen holds in memory: the queue, its claims and the articles around them.

No widget is known here. Everything is read through the desk and cached; what an act changed
is read again.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.rows import Article, Document, Filter, QueueItem

if TYPE_CHECKING:
    from workbench.review.session import Outcome, Session
    from workbench.tui.desk import Desk

CLAIMS_KEPT = 8_000
ARTICLES_KEPT = 8


@dataclass(slots=True)
class Story:
    """An article as it is on the screen: its text, its furniture and all its claims."""

    article: Article
    text: str
    dimmed: list[tuple[int, int]]
    items: dict[int, QueueItem]


class Queue:
    """The claims she goes through, in order, with what is known of each.

    `position` answers where a claim stands; it is kept for the whole queue, so that a jump by
    claim costs nothing with 100,000 of them.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.filter = Filter()
        self.seqs: array[int] = array("q")
        self.claims = self.done = 0
        self.from_top = False  # another order came: what is to be done next begins at its top
        self._order: dict[int, int] = {}
        self._items: OrderedDict[int, QueueItem] = OrderedDict()
        self._stories: OrderedDict[int, Story] = OrderedDict()
        self._documents: dict[str, Document] = {}

    def __len__(self) -> int:
        return len(self.seqs)

    def position(self, seq: int) -> int | None:
        """Where a claim stands in the queue."""
        return self._order.get(seq)

    async def open(self, chosen: Filter) -> bool:
        """Fill the queue with what a filter lets through.

        Returns:
            False where that is nothing; then the queue stays as it was.
        """
        seqs = await self.desk.do(lambda s: s.queue(chosen), "reading the claims")
        if seqs:
            self._set(seqs)
            self.filter = chosen
        return bool(seqs)

    def forget(self) -> None:
        """Let go of what is in memory: the store has changed, and it is read again."""
        self._items.clear()
        self._stories.clear()

    async def items(self, seqs: Sequence[int]) -> list[QueueItem]:
        """The claims with these numbers, from memory where they are there."""
        missing = [seq for seq in seqs if seq not in self._items]
        if missing:
            self._keep(await self.desk.do(lambda s: s.items(missing), "reading the claims"))
        return [self._items[seq] for seq in seqs if seq in self._items]

    async def item(self, seq: int) -> QueueItem | None:
        """One claim, or None where there is none of this number."""
        found = await self.items([seq])
        return found[0] if found else None

    def loaded(self, article_seq: int) -> Story | None:
        """The article if it is in memory."""
        return self._stories.get(article_seq)

    async def count(self) -> None:
        """Count all claims of the project, and those decided or discarded, in the store."""
        counts = await self.desk.do(lambda s: s.counts(), "counting")
        self.claims, self.done = counts.claims, counts.decided + counts.discarded

    async def story(self, article_seq: int) -> Story:
        """An article with all its claims, whatever the filter hides in the list."""
        story = self._stories.get(article_seq)
        if story is None:
            story = await self.desk.do(lambda s: _read_story(s, article_seq), "reading the article")
            self._stories[article_seq] = story
            self._keep(list(story.items.values()))
            while len(self._stories) > ARTICLES_KEPT:
                self._stories.popitem(last=False)
        self._stories.move_to_end(article_seq)
        return story

    async def documents(self, item: QueueItem) -> dict[str, Document]:
        """What is known of the sources of a claim's evidence, by id."""
        pieces = item.review.evidence if item.review is not None else ()
        wanted = [piece.source_id for piece in pieces if piece.source_id]
        missing = [source_id for source_id in wanted if source_id not in self._documents]
        if missing:
            doing = "reading the sources"
            self._documents |= await self.desk.do(lambda s: s.documents(missing), doing)
        return {key: self._documents[key] for key in wanted if key in self._documents}

    async def refresh(self, outcome: Outcome) -> list[QueueItem]:
        """Read again what an act changed; claims that came or went re-order the queue.

        Returns:
            The claims that changed or are new.
        """
        touched = [*outcome.changed, *outcome.added]
        fresh = await self.desk.do(lambda s: s.items(touched)) if touched else []
        known = [self._items.get(seq) for seq in (*outcome.changed, *outcome.removed)]
        before = [item for item in known if item is not None]
        await self._recount(outcome, before, fresh)
        self._keep(fresh)
        for item in fresh:
            story = self._stories.get(item.claim.article_seq)
            if story is not None:
                story.items[item.claim.seq] = item
        for story in self._stories.values():
            for seq in outcome.removed:
                story.items.pop(seq, None)
        if outcome.added or outcome.removed:
            for article_seq in {item.claim.article_seq for item in (*before, *fresh)}:
                await self._reorder(article_seq, set(outcome.added), set(outcome.removed))
        return fresh

    async def next_open(self, after: int | None) -> int | None:
        """The next claim to decide: undecided, around the end; then those put off; else None."""
        if self.from_top:
            after, self.from_top = None, False
        chosen = self.filter
        found = await self.desk.do(lambda s: s.next_open(chosen, after), "looking for the next")
        if found is not None:
            return found
        put_off = chosen._replace(state="later", verdict="")
        waiting = await self.desk.do(lambda s: s.queue(put_off), "looking for the next")
        here = self._order.get(after, -1) if after is not None else -1
        behind = (seq for seq in waiting if self._order.get(seq, -1) > here)
        return next(behind, waiting[0] if waiting else None)

    async def previous_open(self, before: int) -> int | None:
        """The last undecided claim before this one, or None."""
        chosen = self.filter
        return await self.desk.do(lambda s: s.previous_open(chosen, before), "looking back")

    def after(self, seq: int) -> int | None:
        """The claim behind this one in the list, or None."""
        place = self._order.get(seq)
        return self.seqs[place + 1] if place is not None and place + 1 < len(self.seqs) else None

    async def first_of(self, article_seq: int) -> int | None:
        """The first claim to decide of an article, else its first in the list, else None."""
        story = await self.story(article_seq)
        listed = sorted((self._order[seq], seq) for seq in story.items if seq in self._order)
        undecided = (seq for _, seq in listed if not _is_done(story.items[seq]))
        return next(undecided, listed[0][1] if listed else None)

    async def _recount(
        self, outcome: Outcome, before: Sequence[QueueItem], fresh: Sequence[QueueItem]
    ) -> None:
        # Counting 100,000 claims after each key would cost more than the act itself.
        if len(before) < len(outcome.changed) + len(outcome.removed):
            await self.count()
            return
        self.claims += len(outcome.added) - len(outcome.removed)
        self.done += sum(map(_is_done, fresh)) - sum(map(_is_done, before))

    async def reorder(self) -> None:
        """Bring what is in the queue into the order that the store has now."""
        await self._by_order(set(), set())
        self.from_top = True

    async def _reorder(self, article_seq: int, added: set[int], removed: set[int]) -> None:
        """Put claims that came into their places, and take out those that went.

        What she decided meanwhile stays in it, though the filter may not let it through: rows
        must not vanish under her hands.
        """
        if self.filter.order != Filter().order:
            await self._by_order(added, removed)
            return
        # Only the article's own stretch of the queue is read again.
        whole = Filter(article_seq=article_seq, phrases=True)
        ordered = await self.desk.do(lambda s: s.queue(whole))
        stretch = [seq for seq in ordered if seq in self._order or seq in added]
        moved = {*ordered, *removed}
        at = min((self._order[seq] for seq in moved if seq in self._order), default=len(self))
        others = [seq for seq in self.seqs if seq not in moved]
        self._set([*others[:at], *stretch, *others[at:]])

    async def _by_order(self, added: set[int], removed: set[int]) -> None:
        whole = Filter(phrases=True, order=self.filter.order)
        ordered = await self.desk.do(lambda s: s.queue(whole), "reading the claims")
        stay = [seq for seq in ordered if seq in self._order or seq in added]
        known = {*stay, *removed}
        self._set([*stay, *(seq for seq in self.seqs if seq not in known)])

    def _set(self, seqs: Sequence[int]) -> None:
        self.seqs = array("q", seqs)
        self._order = {seq: index for index, seq in enumerate(self.seqs)}

    def _keep(self, items: Sequence[QueueItem]) -> None:
        for item in items:
            self._items[item.claim.seq] = item
            self._items.move_to_end(item.claim.seq)
        while len(self._items) > CLAIMS_KEPT:
            self._items.popitem(last=False)


def _is_done(item: QueueItem) -> bool:
    review = item.review
    return review is not None and (review.discarded or review.verdict is not None)


def _read_story(session: Session, article_seq: int) -> Story:
    items = {item.claim.seq: item for item in session.article_items(article_seq)}
    dimmed = [(part.start, part.end) for part in session.furniture(article_seq)]
    return Story(session.article(article_seq), session.text(article_seq), dimmed, items)
