"""The command palette: every key's command, found by its words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from workbench.text.display import safe
from workbench.tui.keys.table import Command

if TYPE_CHECKING:
    from workbench.tui.screens.keyed import KeyedScreen


class KeyCommands(Provider):
    """Offers the commands of a screen with their keys."""

    @property
    def _keyed(self) -> KeyedScreen:
        return cast("KeyedScreen", self.screen)

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
        mode = self._keyed.home
        return [
            c for c in self._keyed.keys.commands if c.mode == mode and not c.id.endswith("palette")
        ]

    def _run(self, command: Command) -> None:
        screen = self._keyed
        screen.do(lambda: screen.perform(command.id))


def _name(command: Command) -> str:
    return safe(f"{command.help}  {command.shown}".strip())
