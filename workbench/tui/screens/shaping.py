"""Shaping claims: the span's edges, split, merge, and adding one by choosing words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from workbench.text.graphemes import next_boundary, previous_boundary
from workbench.tui.keys.table import CARET, REVIEW
from workbench.tui.widgets import words
from workbench.tui.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from db.rows import QueueItem
    from workbench.tui.screens.course import Action, Course

Step = Callable[[str, int], int]

_STEPS: dict[str, tuple[str, Step]] = {
    "start-left": ("start", words.word_start_before),
    "start-right": ("start", words.next_word_start),
    "end-left": ("end", words.word_end_before),
    "end-right": ("end", words.next_word_end),
    "start-back": ("start", previous_boundary),
    "start-on": ("start", next_boundary),
    "end-back": ("end", previous_boundary),
    "end-on": ("end", next_boundary),
}
CARET_STEPS = {
    "word-left": ("word", -1),
    "word-right": ("word", 1),
    "line-up": ("line", -1),
    "line-down": ("line", 1),
    "char-left": ("char", -1),
    "char-right": ("char", 1),
    "sentence-left": ("sentence", -1),
    "sentence-right": ("sentence", 1),
}


class Shaping:
    """The acts that change which words a claim is made of."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self._splitting: QueueItem | None = None

    def actions(self) -> dict[str, Action]:
        """Command id → what it does."""
        found: dict[str, Action] = {name: partial(self._move_edge, name) for name in _STEPS}
        found |= {name: partial(self._move_caret, name) for name in CARET_STEPS}
        found |= {
            "add": self.add,
            "split": self.split,
            "merge": self.merge,
            "anchor": self._anchor,
            "swap": self._swap,
            "accept": self._accept,
            "leave": self._leave,
        }
        return found

    @property
    def _article(self) -> ArticleView:
        return self.course.screen.query_one(ArticleView)

    async def add(self) -> None:
        """Add a claim of what is selected; where nothing is, choose words first."""
        if self.course.story is None:
            return
        if self._article.selection:
            await self._add_selection()
        else:
            self._article.start_selection()
            self._choose("choose words: space begins, ⏎ adds the claim")

    async def split(self) -> None:
        """Choose the word that begins the second half."""
        from workbench.review.session import span

        item = self.course.current
        if item is None or self.course.story is None:
            return
        start, end = span(item)
        self._splitting = item
        middle = words.next_word_start(self.course.story.text, (start + end) // 2)
        self._article.start_selection(middle if start < middle < end else start)
        self._choose(
            "choose the word that begins the second half: ⏎ splits there", ("anchor", "swap")
        )

    async def merge(self) -> None:
        """Make one claim of this and the next one of the article."""
        item = self.course.current
        if item is not None:
            seq = item.claim.seq
            merged = await self.course.desk.do(lambda s: s.merge_with_next(seq), "saving")
            await self.course.took_effect(merged)

    async def _move_edge(self, name: str) -> None:
        from workbench.review.session import span

        item, story = self.course.current, self.course.story
        if item is None or story is None:
            return
        start, end = span(item)
        edge, step = _STEPS[name]
        if edge == "start":
            start = step(story.text, start)
        else:
            end = step(story.text, end)
        if not start < end:
            self.course.screen.say("the span would be empty", "warning")
            return
        seq = item.claim.seq
        moved = await self.course.desk.do(lambda s: s.move_span(seq, start, end), "saving")
        await self.course.took_effect(moved)

    # Choosing words with the caret

    def _choose(self, hint: str, without: Sequence[str] = ()) -> None:
        screen = self.course.screen
        screen.use_keys(screen.keys, CARET, without)
        screen.say(hint)

    async def _move_caret(self, name: str) -> None:
        self._article.move_head(*CARET_STEPS[name])

    async def _anchor(self) -> None:
        if self._splitting is None:
            self._article.toggle_anchor()

    async def _swap(self) -> None:
        self._article.swap_ends()

    async def _accept(self) -> None:
        splitting, at = self._splitting, self._article.caret
        if splitting is not None and at is not None:
            seq, place = splitting.claim.seq, at
            outcome = await self.course.desk.do(lambda s: s.split(seq, place), "saving")
            self._end()
            await self.course.took_effect(outcome)
        elif self._article.selection:
            await self._add_selection()
        else:
            self.course.screen.say("nothing is chosen yet: space begins", "warning")

    async def _add_selection(self) -> None:
        story, chosen = self.course.story, self._article.selection
        if story is None or chosen is None:
            return
        seq, (start, end) = story.article.seq, chosen
        outcome = await self.course.desk.do(lambda s: s.add_claim(seq, start, end), "saving")
        self._end()
        await self.course.took_effect(outcome)

    async def _leave(self) -> None:
        self._end()
        self.course.screen.say("nothing was changed")

    def _end(self) -> None:
        self._splitting = None
        self._article.clear_selection()
        self.course.screen.use_keys(self.course.screen.keys, REVIEW)
