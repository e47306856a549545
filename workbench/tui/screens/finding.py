"""Looking: search, filter, articles, guidelines, help, theme; and leaving."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from db.rows import Filter
from workbench.tui import theme
from workbench.tui.desk import DeskError
from workbench.tui.plain.words import claims_of
from workbench.tui.screens.adjudication import AdjudicationScreen
from workbench.tui.screens.articles import Articles
from workbench.tui.screens.bare import show_bare
from workbench.tui.screens.dashboard import DashboardScreen
from workbench.tui.screens.filters import Filters, described, options
from workbench.tui.screens.guidelines import guidelines_page
from workbench.tui.screens.help import help_page
from workbench.tui.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from workbench.tui.screens.course import Action, Course


class Finding:
    """The keys that change what is shown, and no work."""

    def __init__(self, course: Course) -> None:
        self.course = course

    def actions(self) -> dict[str, Action]:
        """Command id → what it does."""
        return {
            "search": self.search,
            "filter": self.filter,
            "clear": self.clear,
            "articles": self.articles,
            "adjudicate": self.adjudicate,
            "dashboard": self.dashboard,
            "export": self.export,
            "guidelines": self.guidelines,
            "help": self.help,
            "caret-help": self.help,
            "palette": self.palette,
            "theme": self.theme,
            "quit": self.quit,
        }

    async def search(self) -> None:
        """Show only claims with some words; no words end the search."""
        before = self.course.queue.filter
        answer = await self.course.screen.ask("search", initial=before.search)
        if answer is not None and answer.strip() != before.search:
            await self.show(before._replace(search=answer.strip()))

    async def filter(self) -> None:
        """Choose which claims are shown."""
        session, story = self.course.session, self.course.story
        if session is None:
            return
        labels = [(label.id, label.name) for label in session.scheme.labels]
        tags = await self.course.desk.do(lambda s: s.tags())
        article = story.article.seq if story else None
        proposers = await self.course.desk.do(lambda s: s.proposers(), "reading the queue")
        screen = self.course.screen
        offered = options(labels, tags, proposers, article)
        chosen = await screen.open(Filters(self.course.queue.filter, offered, screen.keys))
        if chosen is not None:
            await self.show(chosen)

    async def clear(self) -> None:
        """Let go of a selection; else end search and filter."""
        article = self.course.screen.query_one(ArticleView)
        if article.selection:
            article.clear_selection()
            return
        before = self.course.queue.filter
        if before != (everything := Filter(order=before.order)):
            await self.show(everything)

    async def articles(self) -> None:
        """Choose an article, and go to its first undecided claim."""
        progress, unaided = await self.course.desk.do(
            lambda s: (s.articles(), s.unaided()), "reading the articles"
        )
        screen, story = self.course.screen, self.course.story
        current = story.article.seq if story else None
        chosen = await screen.open(Articles(progress, current, screen.keys, unaided))
        if chosen is not None:
            await self._go_to_article(chosen)

    async def adjudicate(self) -> None:
        """Settle what reviewers disagree on, if she may."""
        screen, session = self.course.screen, self.course.session
        await self.course.desk.do(lambda s: s.check_lead())
        await screen.open(AdjudicationScreen(self.course.desk, screen.keymap, session=session))
        await self.course.reload()  # gold labels stand beside the claims

    async def dashboard(self) -> None:
        """How the work of the team stands."""
        await self.course.screen.open(DashboardScreen(self.course.desk, self.course.screen.keys))

    async def export(self) -> None:
        """Choose a dataset, look what it would hold, and write it."""
        # Imported here: it needs the store, which is loaded after the first paint.
        from workbench.tui.screens.exporting import ExportScreen

        screen, session = self.course.screen, self.course.session
        if session is not None:
            await screen.open(ExportScreen(self.course.desk, screen.keys, session))

    async def guidelines(self) -> None:
        """The scheme's verdicts and the project's guidelines."""
        session, screen = self.course.session, self.course.screen
        if session is not None:
            text = await self.course.desk.do(lambda s: s.guidelines())
            colours = screen.app.theme_variables
            await screen.open(guidelines_page(session.scheme, text, screen.keys, colours))

    async def help(self) -> None:
        """The keys that are in force now."""
        screen = self.course.screen
        await screen.open(help_page(screen.keys, screen.mode))

    async def palette(self) -> None:
        """Find a command by its name."""
        self.course.screen.app.action_command_palette()

    async def theme(self) -> None:
        """The next theme."""
        app = self.course.screen.app
        app.theme = theme.following(app.theme)

    async def quit(self) -> None:
        """Write down the place, and leave."""
        if self.course.session is None:
            self.course.screen.app.exit(2)
            return
        with suppress(DeskError):  # the store is away: only the place is lost
            await self.course.keep_place()
        self.course.screen.app.exit(0)

    async def show(self, chosen: Filter) -> None:
        """Let the list show what a filter lets through, in its order; unless that is nothing."""
        course, screen = self.course, self.course.screen
        here = course.current.claim.seq if course.current else None
        if not await course.show_queue(chosen):
            screen.say(f"no claims: {self._words(chosen)}", "warning")
            return
        course.show_hits()
        screen.say(self._told())
        listed = here is not None and course.queue.position(here) is not None
        await course.go_to(here if listed and here is not None else course.queue.seqs[0])

    async def _go_to_article(self, seq: int) -> None:
        course = self.course
        first = await course.queue.first_of(seq)
        if first is not None:
            await course.go_to(first)
        else:
            await show_bare(course, seq)

    def _told(self) -> str:
        words = self._words(self.course.queue.filter)
        count = claims_of(len(self.course.queue))
        return f"{count}: {words} · esc shows all" if words else f"all {count}"

    def _words(self, chosen: Filter) -> str:
        session = self.course.session
        labels = session.scheme.labels if session else ()
        return described(chosen, [(label.id, label.name) for label in labels])
