"""The command palette: every key's command, found by its words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from workbench.text.display import safe
from workbench.tui.keys import REVIEW, Command

if TYPE_CHECKING:
    from workbench.tui.screens.review import ReviewScreen


class KeyCommands(Provider):
    """Offers the commands of the review screen with their keys."""

    @property
    def _review(self) -> ReviewScreen:
        return cast("ReviewScreen", self.screen)

    async def discover(self) -> Hits:
        """All commands, before anything is typed."""
        for command in self._commands():
            yield DiscoveryHit(Content(_name(command)), partial(self._run, command))

    async def search(self, query: str) -> Hits:
        """The commands that what is typed fits."""
        matcher = self.matcher(query)
        for command in self._commands():
            name = _name(command)
            if (score := matcher.match(name)) > 0:
                shown = matcher.highlight(name)
                yield Hit(score, shown, partial(self._run, command), text=name)

    def _commands(self) -> list[Command]:
        keys = self._review.keys
        return [c for c in keys.commands if c.mode == REVIEW and c.id != "palette"]

    def _run(self, command: Command) -> None:
        course = self._review.course
        self._review.do(lambda: course.perform(command.id))


def _name(command: Command) -> str:
    return safe(f"{command.help}  {command.shown}".strip())
