"""Deciding: verdict, later, discard, undo, redo, tags, note, wording."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.rows import QueueItem
    from workbench.review.session import Outcome, Session
    from workbench.tui.screens.course import Action, Course
    from workbench.tui.widgets.prompt_bar import Completer

TAGS_OFFERED = 6


class Acting:
    """The acts on the current claim that leave its span alone."""

    def __init__(self, course: Course) -> None:
        self.course = course

    def actions(self) -> dict[str, Action]:
        """Command id → what it does."""
        return {
            "later": self.later,
            "discard": self.discard,
            "undo": self.undo,
            "redo": self.redo,
            "tag": self.tag,
            "untag": self.untag,
            "note": self.note,
            "reword": self.reword,
        }

    async def decide(self, label: str) -> None:
        """Give a verdict, and go on."""
        await self.and_on(lambda s, seq: s.decide(seq, label))

    async def later(self) -> None:
        """Put the claim off, and go on."""
        await self.and_on(lambda s, seq: s.later(seq))

    async def discard(self) -> None:
        """Discard the claim, and go on."""
        await self.and_on(lambda s, seq: s.discard(seq))

    async def undo(self) -> None:
        """Take the last act back, and go to its claim."""
        await self.course.took_effect(await self.course.desk.do(lambda s: s.undo(), "saving"))

    async def redo(self) -> None:
        """Do again what was taken back."""
        await self.course.took_effect(await self.course.desk.do(lambda s: s.redo(), "saving"))

    async def tag(self) -> None:
        """Ask for a tag, with completion over the tags in use."""
        item = self.course.current
        if item is None:
            return
        known = [tag for tag, _ in await self.course.desk.do(lambda s: s.tags())]
        await self._ask(
            item,
            "tag",
            lambda answer: answer.strip().removeprefix("#") if answer.strip() else None,
            lambda s, seq, tag: s.tag(seq, tag),
            completions=lambda typed: matching_tags(typed, known),
        )

    async def untag(self) -> None:
        """Take a tag off; ask which where there are several."""
        item = self.course.current
        tags = list(item.review.tags) if item and item.review else []
        if item is None or not tags:
            self.course.screen.say("the claim has no tags")
            return
        answer: str | None = tags[0]
        if len(tags) > 1:
            complete = lambda typed: matching_tags(typed, tags)  # noqa: E731
            answer = await self.course.screen.ask("take off", complete)
        if answer:
            tag = answer
            await self.act(lambda s, seq: s.untag(seq, tag), item)

    async def note(self) -> None:
        """Ask for the note; an empty one takes it away."""
        item = self.course.current
        if item is None:
            return
        before = item.review.note if item.review else ""
        await self._ask(
            item, "note", _other_than(before), lambda s, seq, text: s.note(seq, text), before
        )

    async def reword(self) -> None:
        """Ask for the statement; an empty one brings the proposed wording back."""
        from workbench.review.session import statement

        item, story = self.course.current, self.course.story
        if item is None or story is None:
            return
        before = statement(item, story.text)
        await self._ask(
            item, "statement", _other_than(before), lambda s, seq, text: s.reword(seq, text), before
        )

    async def _ask(
        self,
        item: QueueItem,
        label: str,
        meant: Callable[[str], str | None],
        act: Callable[[Session, int, str], Outcome],
        initial: str = "",
        *,
        completions: Completer | None = None,
    ) -> None:
        """Ask for words and act with them; what is refused is asked for again as it was typed.

        Args:
            item: the claim.
            label: what is asked for.
            meant: the words that an answer means; None where nothing is to be done.
            act: what is done with them.
            initial: what stands in the line at first.
            completions: as `PromptBar.ask` takes it.
        """
        seq = item.claim.seq

        async def take(answer: str) -> Outcome | None:
            words = meant(answer)
            if words is None:
                return None
            return await self.course.desk.do(lambda s: act(s, seq, words), "saving")

        outcome = await self.course.screen.ask_until(label, take, completions, initial)
        if outcome is not None:
            await self.course.took_effect(outcome)

    async def act(
        self, act: Callable[[Session, int], Outcome], item: QueueItem | None = None
    ) -> None:
        """Act on a claim, the current one if no other is named, and stay there."""
        on = item or self.course.current
        if on is None:
            return
        seq = on.claim.seq
        await self.course.took_effect(await self.course.desk.do(lambda s: act(s, seq), "saving"))

    async def and_on(self, act: Callable[[Session, int], Outcome]) -> None:
        """Act; then on to the next claim to decide, or to the next of all when revising."""
        course = self.course
        item = course.current
        if item is None:
            return
        seq = item.claim.seq
        outcome = await course.desk.do(lambda s: act(s, seq), "saving")
        if is_revised(item):
            following = course.queue.after(seq)
        else:
            following = await course.queue.next_open(seq)
        await course.took_effect(outcome, go=seq if following is None else following)
        if following is None and course.session and course.session.project.overlap:
            await course.read_again()  # others have taken what the list still shows


def is_revised(item: QueueItem) -> bool:
    """Whether the claim was decided before: then the next one in the list follows."""
    return item.review is not None and (item.review.discarded or item.review.verdict is not None)


def matching_tags(typed: str, known: Sequence[str]) -> list[str]:
    """The tags that fit what is typed, best first: exact beginnings, then near matches."""
    wanted = typed.strip().removeprefix("#").casefold()
    if not wanted:
        return list(known[:TAGS_OFFERED])
    from rapidfuzz import fuzz, process

    begins = [tag for tag in known if tag.casefold().startswith(wanted)]
    near = process.extract(
        wanted,
        known,
        scorer=fuzz.WRatio,
        processor=str.casefold,
        limit=TAGS_OFFERED,
        score_cutoff=60,
    )
    found = dict.fromkeys([*begins, *(tag for tag, _, _ in near)])
    return list(found)[:TAGS_OFFERED]


def _other_than(before: str) -> Callable[[str], str | None]:
    """An answer as it is, or None where it is what stood there before."""
    return lambda answer: answer if answer != before else None
