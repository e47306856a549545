"""What stands beside the current claim: shown after it, and two lists that open on a key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.tui.presenting.beside import entries, taken_words, verdict_of
from workbench.tui.screens.beside_lists import Contradictions, Precedents, Taken
from workbench.tui.watch import Watch
from workbench.tui.widgets.beside_panel import BesideLine, BesidePanel

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from db.rows import QueueItem
    from workbench.review.beside.look import Surroundings
    from workbench.review.beside.precedent import Precedent
    from workbench.tui.screens.course import Action, Course

NOTHING = "no earlier verdict is near, and nothing contradicts it"


class Comparing:
    """The keys on earlier verdicts and contradictions. No other key waits for them."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self._alarmed: set[int] = set()  # claims whose verdict is opposite to an earlier one
        self.watch = Watch(course.desk.another(), self._run, self._show, self._warn, self._say)

    def actions(self) -> dict[str, Action]:
        """Command id → what it does."""
        return {"precedents": self.precedents, "contradictions": self.contradictions}

    def focus(self, seq: int) -> None:
        """She has come to a claim: look what stands beside it, soon."""
        panel = self.course.screen.query_one(BesidePanel)
        if panel.used:
            panel.tell((), "…")
        self.watch.focus(seq)

    def let_go(self) -> None:
        """She is at no claim."""
        self.course.screen.query_one(BesidePanel).tell(())

    def acted(self, changed: Iterable[QueueItem]) -> None:
        """Look at the claims that she decided and has left: she is told of alarms only."""
        here = self.course.current
        for item in changed:
            away = here is None or item.claim.seq != here.claim.seq
            if away and item.review is not None and item.review.verdict is not None:
                self.watch.decided(item.claim.seq)

    async def precedents(self) -> None:
        """Show the earlier verdicts near the claim; take one over if she asks for it."""
        found = await self._look()
        if found is None:
            return
        screen = self.course.screen
        if not found.precedents:
            screen.say("no earlier verdict is near this claim")
            return
        chosen = await screen.open(Precedents(found.precedents, screen.keys))
        if chosen is not None:
            await self._take(found.precedents[chosen.at], chosen)

    async def contradictions(self) -> None:
        """Show what contradicts the claim or agrees with it, and go there."""
        found = await self._look()
        if found is None:
            return
        screen = self.course.screen
        if not found.related:
            screen.say("no claim contradicts this one, and none agrees")
            return
        chosen = await screen.open(Contradictions(found.related, self._statement(), screen.keys))
        if chosen is not None:
            await self._go(chosen)

    async def close(self) -> None:
        """End the thread that looks."""
        await self.watch.close()

    async def _look(self) -> Surroundings | None:
        here = self.course.current
        if here is None:
            return None
        self.course.screen.say("looking for earlier verdicts …")
        found = await self.watch.look(here.claim.seq)
        self.course.screen.say("")
        return found

    async def _take(self, precedent: Precedent, chosen: Taken) -> None:
        if chosen.command == "take-verdict":
            await self.course.acting.and_on(lambda s, seq: s.take_verdict(seq, precedent))
        elif chosen.command == "take-evidence":
            await self.course.acting.act(lambda s, seq: s.take_evidence(seq, precedent))
        elif precedent.seq is not None:
            await self._go(precedent.seq)

    async def _go(self, seq: int) -> None:
        if self.course.queue.position(seq) is None:
            self.course.screen.say("that claim is not in your list; esc shows all", "warning")
        else:
            await self.course.go_to(seq)

    def _statement(self) -> str:
        from workbench.review.session import statement

        item, story = self.course.current, self.course.story
        return statement(item, story.text if story else None) if item else ""

    # What the watch tells

    def _run(self, work: Coroutine[object, object, None]) -> None:
        self.course.screen.run_worker(work, group="beside", exit_on_error=False)

    def _show(self, found: Surroundings) -> None:
        here = self.course.current
        if here is None or here.claim.seq != found.seq:
            return
        colours = self.course.screen.app.theme_variables
        lines = [
            BesideLine(look.sign, look.word, colours.get(look.colour, ""), head, body)
            for look, head, body in entries(found)
        ]
        note = taken_words(found) or ("" if found.related is None or lines else NOTHING)
        for panel in self.course.screen.query(BesidePanel):  # none while the screen is closed
            panel.tell(lines, note)

    def _warn(self, seq: int, opposite: list[Precedent]) -> None:
        if not opposite:
            self._alarmed.discard(seq)
            return
        self._alarmed.add(seq)
        others = len(self._alarmed) - 1
        more = f" (and {others} more of your verdicts)" if others else ""
        self.course.screen.say(
            f"opposite to an earlier verdict{more}: {verdict_of(opposite[0])};"
            f" look again, or undo: “{opposite[0].statement}”",
            "warning",
        )

    def _say(self, text: str) -> None:
        self.course.screen.say(text, "warning")
