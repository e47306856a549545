"""A look at what stands beside the current claim, in a thread of its own.

No key waits for it. It begins when a claim has been the current one for a moment and no key
waits; when she goes on before it is done, its answer is dropped. What takes long (the encoder, an
index of all claims) is loaded there once, in small pieces.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from workbench.tui.desk import Desk, DeskError

if TYPE_CHECKING:
    from workbench.review.beside.look import Beside, Surroundings
    from workbench.review.beside.precedent import Precedent

T = TypeVar("T")

PAUSE = 0.25
"""Seconds for which a claim is the current one before it is looked at: quick keys pass by."""

_ALARMS = 500  # decided claims that wait for their look, at most

Shows = Callable[["Surroundings"], None]
Warns = Callable[[int, "list[Precedent]"], None]
Runs = Callable[[Coroutine[Any, Any, None]], object]


class Watch:
    """Looks at the claims that she comes to, and at those that she has just decided.

    Args:
        desk: a thread with a session of its own.
        run: starts a coroutine beside all others.
        show: told what stands beside the current claim.
        warn: told the seq of a claim that was just decided, and the verdicts opposite to hers, if
            there are any.
        failed: told in one line, once, when it cannot look.
    """

    def __init__(
        self,
        desk: Desk,
        run: Runs,
        show: Shows,
        warn: Warns,
        failed: Callable[[str], None],
    ) -> None:
        self._desk = desk
        self._run, self._show, self._warn, self._failed = run, show, warn, failed
        self._beside: Beside | None = None
        self._wanted: tuple[int, int] | None = None  # seq, and which time she came to a claim
        self._turns = count()
        self._decided: deque[int] = deque(maxlen=_ALARMS)
        self._working = self._broken = self._told = False
        self._done = asyncio.Event()
        self.found: Surroundings | None = None

    def focus(self, seq: int) -> None:
        """She is at this claim now."""
        self._wanted, self.found = (seq, next(self._turns)), None
        self._begin()

    def decided(self, seq: int) -> None:
        """She has just decided this claim, and has gone on."""
        if seq not in self._decided:
            self._decided.append(seq)
            self._begin()

    async def look(self, seq: int) -> Surroundings:
        """All that stands beside a claim, at once.

        Raises:
            DeskError: it cannot be told.
        """
        found = self.found
        if found is None or found.seq != seq:
            found = await self._ask(lambda beside: beside.precedents(seq))
        if found.related is None:
            related = await self._ask(lambda beside: beside.related(seq))
            found = found._replace(related=related)
        return found

    async def settled(self) -> None:
        """Wait until all that was asked for is shown."""
        if self._working:
            await self._done.wait()

    async def close(self) -> None:
        """End the thread."""
        self._broken = True
        if self._beside is not None:
            self._beside.close()
        await self._desk.close()

    def _begin(self) -> None:
        self._done.clear()
        if self._beside is not None:
            self._beside.hurry()
        if not self._working and not self._broken:
            self._working = True
            self._run(self._work())

    async def _ask(self, what: Callable[[Beside], T]) -> T:
        if self._beside is None:
            await self._open()
        beside = self._beside
        assert beside is not None
        beside.hurry()
        return await self._desk.do(lambda _: what(beside), patient=False)

    async def _open(self) -> None:
        from workbench.review.beside.look import Beside

        session = await self._desk.open()
        if self._beside is None:
            self._beside = Beside(session)

    async def _work(self) -> None:
        try:
            while self._wanted is not None or self._decided:
                await self._rest()
                try:
                    await self._next()
                except DeskError as error:
                    self._wanted = None
                    self._fail(error)
                if self._wanted is None and not self._decided:
                    self._done.set()
                    await self._keep_up()
        except DeskError as error:
            self._fail(error)
        finally:
            self._working = False
            self._done.set()

    async def _rest(self) -> None:
        """Wait until she stays at a claim."""
        seen: object = self
        while seen != self._wanted:
            seen = self._wanted
            await asyncio.sleep(PAUSE)

    async def _next(self) -> None:
        """Look at the claim that she is at; else at one that she has decided."""
        wanted = self._wanted
        if wanted is None:
            seq = self._decided.popleft()
            found = await self._ask(lambda beside: beside.precedents(seq))
            self._warn(seq, found.alarms)
            return
        here = wanted[0]
        found = await self._ask(lambda beside: beside.precedents(here))
        if self._wanted != wanted:
            return  # she has gone on
        self._show(found)
        related = await self._ask(lambda beside: beside.related(here))
        if self._wanted == wanted:
            self._wanted, self.found = None, found._replace(related=related)
            self._show(self.found)

    def _fail(self, error: DeskError) -> None:
        """Tell once that something could not be looked for."""
        if not self._broken and not self._told:
            self._told = True
            self._failed(f"earlier verdicts were not searched: {error}")

    async def _keep_up(self) -> None:
        """Make vectors that are missing, until she does something."""
        beside = self._beside
        if beside is not None:
            await self._desk.do(lambda _: beside.make_vectors(), patient=False)
