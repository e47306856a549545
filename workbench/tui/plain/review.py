"""The review line by line: for screen readers, and for pipes. Textual is not needed.

One command a line is read, and what came of it is written in whole lines; nothing is ever
drawn over. The acts are those of the screen, on the same `Session`.
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from db.rows import Filter, QueueItem
from workbench.text.display import safe, safe_line
from workbench.tui.plain.beside import PlainBeside
from workbench.tui.plain.evidence import PlainEvidence
from workbench.tui.plain.words import (
    HELP,
    ORDERS,
    SHORT,
    UsageError,
    claims_of,
    find_article,
    label_of,
    needed,
    numbers,
    told,
    typed,
    verdict,
)

if TYPE_CHECKING:
    from workbench.review.session import Outcome, Session

Command = Callable[[str], None]

PATIENCE = 60.0
"""Seconds after which a command is given up that the store does not take."""


def review_plainly(
    connect: Callable[[], Session], article: str | None, lines: TextIO, out: TextIO
) -> int:
    """Read commands until the end of the input or `quit`.

    Args:
        connect: opens the store.
        article: where to begin: the beginning of its id, its title or its number.
        lines: commands, one a line.
        out: claims and answers.

    Returns:
        0; 1 if a command could not be done; 2 where the store or the article is not there.
    """
    from db.engine import StoreError
    from workbench.review.session import ReviewError

    try:
        session = connect()
    except (StoreError, ValueError) as error:
        print(safe_line(str(error)), file=out)
        return 2
    try:
        desk = PlainDesk(session, out)
        if not desk.begin(article):
            return 2
        failed = False
        for line in lines:
            try:
                if not desk.obey_patiently(typed(line)):
                    break
            except (ReviewError, StoreError, UsageError) as error:
                desk.say(f"! {error}")
                failed = True
            desk.catch_up()
        desk.leave()
        return 1 if failed else 0
    finally:
        session.close()


class PlainDesk:
    """Obeys one command after the other, and tells what came of it."""

    def __init__(self, session: Session, out: TextIO) -> None:
        self.session, self._out = session, out
        self.filter = Filter()
        self.seqs: array[int] = array("q")
        self.seq: int | None = None
        self._bare: int | None = None  # an article without claims, where she is at none
        self._titles: dict[int, str] = {}
        self._beside = PlainBeside(self)
        self._commands: dict[str, Command] = {
            "later": lambda _: self._and_on(session.later),
            "discard": lambda _: self._and_on(session.discard),
            "undo": lambda _: self.took_effect(session.undo()),
            "redo": lambda _: self.took_effect(session.redo()),
            "tag": lambda tag: self._act(lambda seq: session.tag(seq, needed(tag, "tag TAG"))),
            "untag": lambda tag: self._act(lambda seq: session.untag(seq, tag)),
            "note": lambda text: self._act(lambda seq: session.note(seq, text)),
            "reword": lambda text: self._act(lambda seq: session.reword(seq, text)),
            "add": self._add,
            "move": self._move,
            "split": lambda at: self._act(lambda seq: session.split(seq, *numbers(at, 1))),
            "merge": lambda _: self._act(session.merge_with_next),
            "next": lambda _: self._go(self._neighbour(1)),
            "prev": lambda _: self._go(self._neighbour(-1)),
            "open": lambda _: self._go_on(),
            "go": self._go_to_number,
            "show": lambda _: self.show(),
            "list": lambda _: self._list(),
            "articles": lambda _: self._articles(),
            "guide": lambda _: self._guide(),
            "search": self._search,
            "order": self._order,
            "why": lambda _: self._why(),
            "help": lambda _: print(HELP, file=self._out),
        } | PlainEvidence(self).commands
        self._commands |= self._beside.commands

    def obey_patiently(self, line: str) -> bool:
        """Do a command, and while the store is away do it again, for a minute at most."""
        from workbench.review.resending import FIRST_PAUSE, sent

        began = time.monotonic()

        def away(why: str, pause: float) -> bool:
            if pause == FIRST_PAUSE:
                self.say(f"{why}; what you did is kept and sent again when it is back")
            time.sleep(pause)
            return time.monotonic() - began < PATIENCE

        done: object = sent(self.session, lambda _: self.obey(line), away)
        if not isinstance(done, bool):  # it was saved before the answer was lost
            self.say("saved")
            self.show()
        return bool(done)

    def catch_up(self) -> None:
        """Show what she did in another window meanwhile, and say so."""
        from db.engine import StoreError
        from workbench.review.elsewhere import CHANGED
        from workbench.review.project import ProjectError

        with suppress(StoreError, ProjectError):  # her next command tells her
            if self.session.noticed():
                self.session.look_again()
                self.seqs = self.session.queue(self.filter)
                if self.seq not in self.seqs:
                    self.seq = self.session.next_open(self.filter, None)
                    self.seq = self.seq or next(iter(self.seqs), None)
                self.say(f"{CHANGED}; what follows is as it is now")
                self.show()

    def begin(self, article: str | None) -> bool:
        """Go to an article, or to where she stopped. False where the article is not there."""
        self.session.look_again()
        here: int | None = None
        if article is not None:
            found = find_article(self.session, article)
            if found is None:
                self.say(f"no article '{article}'")
                return False
            within = Filter(article_seq=found)
            claims = self.session.queue(within)
            here = self.session.next_open(within, None) or (claims[0] if claims else None)
            self._bare = found if here is None else None
        self.seqs = self.session.queue(self.filter)
        if self._bare is not None or not self.seqs:
            self._begin_bare()
            return True
        if here is None:
            place = self.session.place()
            here = place[1] if place else None
        if here is None or here not in self.seqs:
            here = self.session.next_open(self.filter, None) or self.seqs[0]
        self._go(here)
        return True

    def _begin_bare(self) -> None:
        """Begin at no claim: in the article that she named, else in the first."""
        if self._bare is None:
            self._bare = next((a.article_seq for a in self.session.articles()), None)
        if self._bare is None:
            self.say("nothing to review yet: import articles with 'workbench import'")
        else:
            self.say(f"no claims to review here: add START END · {self._title(self._bare)}")

    def obey(self, line: str) -> bool:
        """Do what a line says. False for `quit`.

        Raises:
            UsageError: the line is no command.
            ReviewError: the command cannot be done.
        """
        word, _, rest = line.partition(" ")
        label = label_of(self.session.scheme, line)
        if not line:
            self.show()
        elif label is not None:
            self._and_on(lambda seq: self.session.decide(seq, label), self._beside.alarm)
        elif SHORT.get(word, word) == "quit":
            return False
        elif (command := self._commands.get(SHORT.get(word, word))) is not None:
            command(rest.strip())
        else:
            raise UsageError(f"no command '{safe_line(word, 40)}'; 'help' lists them")
        return True

    def leave(self) -> None:
        """Write down where she is, and how far."""
        item = self.item()
        if item is not None:
            self.session.keep_place(item.claim.article_seq, item.claim.seq)
        counts = self.session.counts()
        self.say(f"{counts.decided + counts.discarded} of {counts.claims} claims decided")

    def say(self, text: str) -> None:
        """Write one safe line."""
        print(safe_line(text), file=self._out, flush=True)

    def show(self) -> None:
        """Write the current claim."""
        item = self.item()
        if item is None:
            self.say("no claim")
            return
        article = item.claim.article_seq
        place = self.seqs.index(item.claim.seq) + 1 if item.claim.seq in self.seqs else 0
        self.say(f"claim {place} of {len(self.seqs)} · {self._title(article)}")
        for line in told(item, self.session.text(article), self.session.scheme):
            self.say(line)

    def _title(self, article_seq: int) -> str:
        if article_seq not in self._titles:
            self._titles[article_seq] = self.session.article(article_seq).name
        return self._titles[article_seq]

    def item(self) -> QueueItem | None:
        """The claim that she is at, with her review."""
        found = self.session.items([self.seq]) if self.seq is not None else []
        return found[0] if found else None

    def current(self) -> int:
        """The seq of the claim that she is at.

        Raises:
            UsageError: there is none.
        """
        if self.seq is None:
            raise UsageError("there is no claim")
        return self.seq

    def _neighbour(self, step: int) -> int:
        place = self.seqs.index(self.current()) + step
        if not 0 <= place < len(self.seqs):
            raise UsageError("no claim there: this is the " + ("last" if step > 0 else "first"))
        return self.seqs[place]

    def _go(self, seq: int) -> None:
        self.seq = seq
        self.show()

    def _go_on(self) -> None:
        following = self.session.next_open(self.filter, self.seq)
        if following is None:
            counts = self.session.counts()
            later = f", {counts.later} put off" if counts.later else ""
            self.say(f"no undecided claim is left{later}")
        else:
            if following not in self.seqs:  # it has become free for her since
                self.seqs = self.session.queue(self.filter)
            self._go(following)

    def _go_to_number(self, rest: str) -> None:
        (number,) = numbers(rest, 1)
        if not 1 <= number <= len(self.seqs):
            raise UsageError(f"go N: N from 1 to {len(self.seqs)}")
        self._go(self.seqs[number - 1])

    def _act(self, act: Callable[[int], Outcome]) -> None:
        self.took_effect(act(self.current()))

    def _and_on(
        self, act: Callable[[int], Outcome], then: Callable[[int], None] = lambda _: None
    ) -> None:
        seq = self.current()
        self.say(act(seq).message)
        then(seq)
        self._go_on()

    def took_effect(self, outcome: Outcome) -> None:
        """Tell what came of an act, and show the claim."""
        self.say(outcome.message)
        if outcome.added or outcome.removed:
            self.seqs = self.session.queue(self.filter)
        if outcome.focus is not None and outcome.focus in self.seqs:
            self.seq = outcome.focus
        elif self.seq not in self.seqs:
            self.seq = self.seqs[0] if self.seqs else None
        self.show()

    def _add(self, rest: str) -> None:
        item = self.item()
        article = item.claim.article_seq if item else self._bare
        if article is None:
            raise UsageError("there is no article")
        start, end = numbers(rest, 2)
        self.took_effect(self.session.add_claim(article, start, end))

    def _move(self, rest: str) -> None:
        start, end = numbers(rest, 2)
        self._act(lambda seq: self.session.move_span(seq, start, end))

    def _search(self, words: str) -> None:
        wanted = self.filter._replace(search=words)
        found = self.session.queue(wanted)
        if not found:
            raise UsageError("no claims with these words")
        self.filter, self.seqs = wanted, found
        self.say(claims_of(len(found)))
        here = self.seq
        self._go(here if here is not None and here in found else found[0])

    def _order(self, name: str) -> None:
        if name not in ORDERS:
            raise UsageError(f"order {'|'.join(ORDERS)}")
        self.filter = self.filter._replace(order=name)
        self.seqs = self.session.queue(self.filter)
        self.say(f"{claims_of(len(self.seqs))}, {ORDERS[name]}")
        first = self.session.next_open(self.filter, None)
        if first is not None:
            self._go(first)

    def _why(self) -> None:
        if self.seq is not None:
            self.say(self.session.why(self.seq))

    def _list(self) -> None:
        from workbench.review.session import quote

        for number, item in enumerate(self.session.items(self.seqs), start=1):
            words = quote(item, self.session.text(item.claim.article_seq))
            self.say(f"{number}. {verdict(item, self.session.scheme)}: {words}")

    def _articles(self) -> None:
        for article in self.session.articles():
            done = article.decided + article.discarded
            self.say(f"{article.article_seq}. {article.name}: {done}/{article.claims}")

    def _guide(self) -> None:
        for label in self.session.scheme.labels:
            self.say(f"{label.key} {label.name} ({label.id}): {label.definition}")
        for line in self.session.guidelines().splitlines():
            print(safe(line), file=self._out)
