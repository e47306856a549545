"""What the keys of the adjudication screen do: a side, a third verdict, many at once, undo."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.content import Content

from workbench.tui import theme
from workbench.tui.desk import DeskError
from workbench.tui.keys.team import SIDE
from workbench.tui.plain.words import claims_of
from workbench.tui.presenting.case import CasePresenter
from workbench.tui.screens.cases import Cases
from workbench.tui.screens.confirm import Confirm
from workbench.tui.screens.dashboard import DashboardScreen
from workbench.tui.screens.guidelines import guidelines_page
from workbench.tui.screens.help import help_page
from workbench.tui.screens.keyed import changed_words
from workbench.tui.screens.settling_asked import DROP, Asked, Chosen
from workbench.tui.theme import verdict_colour
from workbench.tui.widgets.claim_row import one_line

if TYPE_CHECKING:
    from workbench.review.outcome import Outcome
    from workbench.review.polling import Case
    from workbench.review.session import Session
    from workbench.tui.screens.adjudication import AdjudicationScreen

ORDERS = {
    "disagreement": "the most divided first",
    "article": "by article",
    "worth": "by check-worthiness",
}
NONE_LEFT = "no disagreement waits for you"


class Settling:
    """Which claim she is at, and her acts on it. What is shown of it is the screen's."""

    def __init__(self, screen: AdjudicationScreen, session: Session) -> None:
        self.screen, self.desk, self.session = screen, screen.desk, session
        self.cases = Cases(screen.desk)
        self.asked = Asked(screen, session.scheme)
        self.current: Case | None = None
        self.actions: dict[str, Callable[[], Awaitable[None]]] = {
            "third": self.third,
            "drop": self.drop,
            "bulk": self.bulk,
            "settle-undo": self.undo,
            "settle-redo": self.redo,
            "settle-next-open": self.next_open,
            "settle-order": self.order,
            "settle-again": self.again,
            "settle-dashboard": self.dashboard,
            "settle-guidelines": self.guidelines,
            "settle-help": self.help,
            "settle-theme": self.theme,
        }

    @property
    def presenter(self) -> CasePresenter:
        """How cases look in the theme that is in force."""
        colours = self.screen.app.theme_variables
        return CasePresenter(
            self.session.scheme,
            lambda name: verdict_colour(name, colours),
            self.session.reviewer,
            self.session.project.votes,
        )

    async def begin(self, order: str) -> None:
        """Read the disagreements, and go to the first that waits for her."""
        here = self.current.claim.seq if self.current else None
        before = self.session.scheme
        await self.desk.do(lambda s: s.look_again())
        if self.session.scheme != before:
            self.asked = Asked(self.screen, self.session.scheme)
            self.screen.use_keys_of(self.session.scheme, self.screen.keymap)
        await self.cases.open(order)
        self.screen.show_list()
        first = here if here in self.cases.seqs else self.cases.next_open(None)
        await self.go_to(first if first is not None else next(iter(self.cases.seqs), None))
        await self._told()

    async def go_to(self, seq: int | None) -> None:
        """Show a claim with its reviews, or that there is none."""
        if seq is None:
            self.current = None
            self.screen.show_case(None, None)
            return
        self.current = case = await self.cases.fresh(seq)
        self.screen.show_case(case, await self.cases.article(case.claim.article_seq))

    async def move(self, step: int) -> None:
        """Go some rows on or back."""
        if self.current is not None:
            await self.go_to(self.cases.neighbour(self.current.claim.seq, step))

    async def next_open(self) -> None:
        """Go to the next claim that waits for her."""
        here = self.current.claim.seq if self.current else None
        following = self.cases.next_open(here)
        if following is None:
            self.screen.say(NONE_LEFT, "done")
        else:
            await self.go_to(following)

    # Acts

    async def side(self, command_id: str) -> None:
        """Take the side of a column."""
        number = int(command_id.removeprefix(SIDE))
        case = self.current
        if case is None or number > len(case.reviews):
            self.screen.say(f"there is no column {number}", "warning")
            return
        seq, side = case.claim.seq, case.reviews[number - 1]
        try:
            await self._settle(lambda s: s.take_side(seq, side.reviewer, seen=side))
        except DeskError:
            with suppress(DeskError):
                await self.go_to(seq)  # she may have decided otherwise since
            raise

    async def third(self) -> None:
        """Ask for a verdict and a reason."""
        if self.current is not None:
            chosen = await self.asked.verdict(self.current.claim.seq)
            if chosen is not None:
                await self._with_reason(chosen, chosen.word)

    async def drop(self) -> None:
        """Settle that this is no claim worth keeping."""
        if self.current is not None:
            await self._with_reason(Chosen(DROP, None))

    async def bulk(self) -> None:
        """Settle all claims that reviewers agree on, after a look at how many there are."""
        from db.decided import DISCARDED

        found = await self.desk.do(lambda s: s.agreed(), "counting")
        number = sum(found.values())
        if not number:
            self.screen.say("no claims that all reviewers agree on wait for you")
            return
        words = {
            label: self.presenter.outcome(None if label == DISCARDED else label)[1]
            for label in found
        }
        lines = [Content(f"{n:>9,}  {one_line(words[label], 60)}") for label, n in found.items()]
        least = max(2, self.session.project.overlap)
        lines += [
            Content(""),
            Content(f"Each has {least} reviews or more. One undo takes it back."),
        ]
        heading = f"Settle {claims_of(number)} that all reviewers agree on?"
        if await self.screen.open(Confirm(heading, lines)):
            done = await self.desk.do(lambda s: s.settle_agreed(), "settling them")
            await self._after(done, lambda: self._took(done))

    async def undo(self) -> None:
        """Take back what she settled last, and go to its claim; her own review stays."""
        await self._turn(await self.desk.do(lambda s: s.undo_settling(), "saving"))

    async def redo(self) -> None:
        """Do again what was taken back."""
        await self._turn(await self.desk.do(lambda s: s.redo_settling(), "saving"))

    async def _with_reason(self, chosen: Chosen, typed: str = "") -> None:
        case = self.current
        reason = await self.asked.reason(case.claim.seq, chosen.word) if case else None
        if case is None or reason is None:
            return
        seq, why = case.claim.seq, reason
        try:
            await self._settle(lambda s: s.third(seq, chosen.label, why))
        except DeskError:
            self.asked.refused(seq, why, typed)
            raise

    async def _settle(self, act: Callable[[Session], Outcome]) -> None:
        """Act on the current claim, and go on to the next that waits."""
        here = self.current.claim.seq if self.current else None
        outcome = await self.desk.do(act, "saving")
        await self._after(outcome, lambda: self._on(outcome, here))

    async def _on(self, outcome: Outcome, here: int | None) -> None:
        await self._took(outcome)
        following = self.cases.next_open(here)
        await self.go_to(here if following is None else following)
        if following is None:
            self.screen.say(f"{NONE_LEFT} · {outcome.message}", "done")

    async def _turn(self, outcome: Outcome) -> None:
        await self._after(outcome, lambda: self._back(outcome))

    async def _back(self, outcome: Outcome) -> None:
        await self._took(outcome)
        if outcome.focus is not None and self.cases.position(outcome.focus) is not None:
            await self.go_to(outcome.focus)

    async def _after(self, outcome: Outcome, show: Callable[[], Awaitable[None]]) -> None:
        """Show what an act led to. It has happened, so what fails here is no error of the act."""
        try:
            await show()
        except DeskError as error:
            with suppress(DeskError):  # a claim that she may not see is listed no more
                await self.begin(self.cases.order)
            self.screen.say(f"{outcome.message} · {error}", "warning")
            return
        if self.session.changed_elsewhere:
            await self.begin(self.cases.order)
            self.screen.say(f"{outcome.message} · {changed_words()}", "warning")

    async def _took(self, outcome: Outcome) -> None:
        fresh = await self.cases.changed(outcome.changed, self.session.reviewer)
        self.screen.show_rows(fresh)
        self.screen.say(outcome.message, "done")

    # Looking

    async def order(self) -> None:
        """The next order."""
        names = list(ORDERS)
        following = names[(names.index(self.cases.order) + 1) % len(names)]
        await self.begin(following)
        self.screen.say(ORDERS[following])

    async def again(self) -> None:
        """Read the disagreements again: others review and settle meanwhile."""
        await self.begin(self.cases.order)

    async def dashboard(self) -> None:
        """How the work of the team stands."""
        await self.screen.open(DashboardScreen(self.desk, self.screen.keys))

    async def guidelines(self) -> None:
        """The scheme's verdicts and the project's guidelines."""
        text = await self.desk.do(lambda s: s.guidelines())
        colours, keys = self.screen.app.theme_variables, self.screen.keys
        await self.screen.open(guidelines_page(self.session.scheme, text, keys, colours))

    async def help(self) -> None:
        """The keys that are in force."""
        await self.screen.open(help_page(self.screen.keys, self.screen.mode))

    async def theme(self) -> None:
        """The next theme."""
        app = self.screen.app
        app.theme = theme.following(app.theme)

    async def _told(self) -> None:
        """What is to be done, in the line of notices."""
        agreed = sum((await self.desk.do(lambda s: s.agreed(), "counting")).values())
        waiting = len(self.cases) - len(self.cases.done)
        noun = "disagreement" if waiting == 1 else "disagreements"
        bulk = f" · {claims_of(agreed)} that all agree on" if agreed else ""
        self.screen.say(f"{waiting:,} {noun} to settle{bulk}")
