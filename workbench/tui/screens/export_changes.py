"""Changing a line of the export screen: a dialog or a question for each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.dataset import formats
from workbench.dataset.choice import ChoiceError, read_key
from workbench.dataset.folder.given import read_kept
from workbench.dataset.splits.assign import SplitError, shares
from workbench.tui.desk import DeskError
from workbench.tui.exporting.asked import (
    AGREEMENT,
    LABELS,
    SPLITS,
    TEXTS,
    Asked,
    texts_of,
    typed_path,
)
from workbench.tui.screens.export_choices import Offer, OneOf, SomeOf

if TYPE_CHECKING:
    from workbench.tui.screens.exporting import ExportScreen

OTHER = "other"


class Changes:
    """Asks; answers with what is asked for then, which is the same where she gives up."""

    def __init__(self, screen: ExportScreen) -> None:
        self._screen = screen
        self._ways: dict[str, Callable[[Asked], Awaitable[Asked]]] = {
            "format": self._format,
            "labels": self._labels,
            "text": self._text,
            "shares": self._shares,
            "seed": self._seed,
            "kept": self._kept,
            "verdicts": self._verdicts,
            "tags": self._tags,
            "agreement": self._agreement,
            "key": self._key,
        }

    async def ask(self, field: str) -> Asked:
        """Ask for a field of `Asked`.

        Raises:
            DeskError: what she gave cannot be used; one line for her.
        """
        try:
            return await self._ways[field](self._screen.asked)
        except (ChoiceError, SplitError) as error:
            raise DeskError(str(error)) from error

    @staticmethod
    def described(name: str) -> str:
        """What a format holds, in one line."""
        return formats.get(name).description

    async def _one_of(self, heading: str, offered: Offer, chosen: str) -> str | None:
        return await self._screen.open(OneOf(heading, offered, chosen, self._screen.keys))

    async def _format(self, asked: Asked) -> Asked:
        offered = [(name, f"{name} · {self.described(name)}") for name in formats.names()]
        chosen = await self._one_of("Format", offered, asked.format)
        return replace(asked, format=chosen or asked.format)

    async def _labels(self, asked: Asked) -> Asked:
        chosen = await self._one_of("Whose labels", list(LABELS.items()), asked.labels)
        return replace(asked, labels=chosen or asked.labels)

    async def _text(self, asked: Asked) -> Asked:
        offered = [(mode, TEXTS[mode]) for mode in texts_of(asked.format)]
        chosen = await self._one_of("Texts of the articles", offered, asked.mode.name)
        return replace(asked, text=chosen or asked.text)

    async def _shares(self, asked: Asked) -> Asked:
        chosen = await self._one_of("Split without leaks", list(SPLITS.items()), asked.shares)
        if chosen != OTHER:
            return asked if chosen is None else replace(asked, shares=chosen)

        def take(answer: str) -> Asked:
            if answer.strip():
                shares(answer)  # refused here, before anything is read
            return replace(asked, shares=answer.strip())

        return await self._typed("shares, as in 80/10/10", take, asked.shares) or asked

    async def _seed(self, asked: Asked) -> Asked:
        def take(answer: str) -> Asked:
            try:
                return replace(asked, seed=int(answer))
            except ValueError:
                raise ChoiceError(f"'{answer}' is no whole number") from None

        return await self._typed("seed", take, str(asked.seed)) or asked

    async def _kept(self, asked: Asked) -> Asked:
        def take(answer: str) -> Asked:
            name = answer.strip()
            kept = read_kept(typed_path(name)) if name else None
            return replace(asked, kept=kept, kept_from=name)

        return await self._typed("old sides stay as in the dataset", take, asked.kept_from) or asked

    async def _verdicts(self, asked: Asked) -> Asked:
        offered = [(label.id, label.name) for label in self._screen.scheme.labels]
        return replace(
            asked, verdicts=await self._some_of("Only verdicts", offered, asked.verdicts)
        )

    async def _tags(self, asked: Asked) -> Asked:
        used = await self._screen.desk.do(lambda session: session.tags())
        if not used:
            raise ChoiceError("there are no tags to choose from")
        offered = [(tag, f"{tag} ({number})") for tag, number in used]
        return replace(asked, tags=await self._some_of("Only with a tag", offered, asked.tags))

    async def _some_of(
        self, heading: str, offered: Offer, chosen: tuple[str, ...]
    ) -> tuple[str, ...]:
        every = ("", "all")
        dialog = SomeOf(heading, [every, *offered], chosen, self._screen.keys)
        answer = await self._screen.open(dialog)
        return chosen if answer is None else () if "" in answer else answer

    async def _agreement(self, asked: Asked) -> Asked:
        offered = [(str(share), word) for share, word in AGREEMENT.items()]
        chosen = await self._one_of("Only where so many agree", offered, str(asked.agreement))
        return replace(asked, agreement=asked.agreement if chosen is None else float(chosen))

    async def _key(self, asked: Asked) -> Asked:
        def take(answer: str) -> Asked:
            name = answer.strip()
            return replace(asked, key=read_key(typed_path(name)) if name else b"")

        return await self._typed("file with the key for pseudonyms; empty for names", take) or asked

    async def _typed(
        self, label: str, take: Callable[[str], Asked], initial: str = ""
    ) -> Asked | None:
        """Ask for a line until it can be taken; None where she gives up."""

        async def tried(answer: str) -> Asked:
            try:
                return take(answer)
            except (ChoiceError, SplitError) as error:
                raise DeskError(str(error)) from error

        return await self._screen.ask_until(label, tried, initial=initial)
