"""Evidence in the line mode: search, cite, paste a quote, change a piece, judge another's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from workbench.tui.plain.words import UsageError, needed

if TYPE_CHECKING:
    from db.rows import Evidence, QueueItem
    from workbench.review.evidence.places import Place
    from workbench.review.evidence.searching import Found
    from workbench.review.evidence.sufficiency import Judgeable
    from workbench.review.session import Outcome, Session

STANCES = {"s": "supports", "r": "refutes", "c": "context"}


class Span(NamedTuple):
    """What `cite N` takes."""

    document_id: str
    start: int
    end: int


class Desk(Protocol):
    """What evidence needs of the line mode."""

    session: Session

    def say(self, text: str) -> None:
        """Write one safe line."""

    def current(self) -> int:
        """The claim she is at."""

    def item(self) -> QueueItem | None:
        """The same with her review."""

    def took_effect(self, outcome: Outcome) -> None:
        """Tell what came of an act."""


class PlainEvidence:
    """The commands on evidence; remembers what was found last."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._spans: list[Span] = []
        self._unsure: tuple[int, str, str] | None = None  # claim, stance, quote to be confirmed
        self._asked: Judgeable | None = None
        self.commands: dict[str, Callable[[str], None]] = {
            "evidence": self._search,
            "cite": self._cite,
            "quote": self._quote,
            "confirm": lambda _: self._confirm(),
            "link": self._link,
            "again": lambda _: self._act(self._session.reuse_last),
            "stance": self._stance,
            "question": self._question,
            "set": self._set,
            "uncite": self._uncite,
            "judge": lambda _: self._judge(),
            "yes": lambda _: self._answer(True),
            "no": lambda _: self._answer(False),
        }

    @property
    def _session(self) -> Session:
        return self._desk.session

    def _act(self, act: Callable[[int], Outcome]) -> None:
        self._desk.took_effect(act(self._desk.current()))

    def _search(self, words: str) -> None:
        found = self._session.search_evidence(self._desk.current(), words or None)
        self._spans = [Span(one.document.id, one.quote_start, one.quote_end) for one in found]
        for number, one in enumerate(found, start=1):
            for line in found_lines(number, one):
                self._desk.say(line)
        self._desk.say("cite N s|r|c takes one" if found else "nothing found")

    def _cite(self, rest: str) -> None:
        number, stance = _numbered(rest, "cite N s|r|c")
        if not 1 <= number <= len(self._spans):
            raise UsageError("no such passage; 'evidence' searches")
        span = self._spans[number - 1]
        self._act(lambda claim: self._session.cite(claim, *span, _stance(stance)))

    def _quote(self, rest: str) -> None:
        from workbench.review.evidence.places import QuoteUnsettledError

        word, _, quote = rest.partition(" ")
        stance, claim = _stance(word), self._desk.current()
        self._unsure = None
        try:
            self._desk.took_effect(self._session.cite_quote(claim, quote, stance))
        except QuoteUnsettledError as error:
            if error.reason == "differs":
                self._unsure = (claim, stance, quote)
            if error.places:
                self._places(error.places)
            raise

    def _places(self, places: Sequence[Place]) -> None:
        self._spans = [Span(place.document_id, place.start, place.end) for place in places]
        for number, place in enumerate(places, start=1):
            self._desk.say(f"{number}. {place.document_id[:12]} {place.start}: {place.text}")
            for told in place.told:
                self._desk.say(f"   differs: {told}")

    def _confirm(self) -> None:
        if self._unsure is None or self._unsure[0] != self._desk.current():
            raise UsageError("there is nothing to confirm")
        claim, stance, quote = self._unsure
        self._unsure = None
        made = self._session.cite_quote(claim, quote, stance, confirmed=True)
        self._desk.took_effect(made)

    def _link(self, rest: str) -> None:
        from workbench.review.evidence.citable import address_and_date

        word, _, url = rest.partition(" ")
        stance = _stance(word)
        address, published = address_and_date(needed(url, "link s|r|c URL [DATE]"))
        self._act(lambda claim: self._session.cite_url(claim, address, stance, published=published))

    def _stance(self, rest: str) -> None:
        number, stance = _numbered(rest, "stance N s|r|c")
        key = self._piece(number).id
        self._act(lambda claim: self._session.restance(claim, key, _stance(stance)))

    def _question(self, rest: str) -> None:
        number, text = _numbered(rest, "question N TEXT", empty=True)
        key = self._piece(number).id
        self._act(lambda claim: self._session.set_question(claim, key, text))

    def _set(self, rest: str) -> None:
        number, text = _numbered(rest, "set N SET")
        if not (text.isascii() and text.isdigit() and len(text) < 4):
            raise UsageError("set N SET: SET is a number")
        key = self._piece(number).id
        self._act(lambda claim: self._session.move_to_set(claim, key, int(text)))

    def _uncite(self, rest: str) -> None:
        number, _ = _numbered(rest, "uncite N", empty=True)
        key = self._piece(number).id
        self._act(lambda claim: self._session.uncite(claim, key))

    def _piece(self, number: int) -> Evidence:
        item = self._desk.item()
        held = item.review.evidence if item is not None and item.review is not None else ()
        if not 1 <= number <= len(held):
            raise UsageError("the claim has no such evidence")
        return held[number - 1]

    def _judge(self) -> None:
        found = self._session.sufficiency_queue()
        self._asked = found[0] if found else None
        if self._asked is None:
            from workbench.review.evidence.sufficiency import NOTHING_TO_JUDGE

            self._desk.say(NOTHING_TO_JUDGE)
            return
        item = self._session.items([self._asked.claim])[0]
        label = self._session.scheme.label(self._asked.verdict)
        self._desk.say(f"claim: {item.claim.statement}")
        self._desk.say(f"verdict: {label.name if label else self._asked.verdict}")
        for line in evidence_lines(self._asked.evidence):
            self._desk.say(line)
        self._desk.say("is this evidence alone enough for the verdict? yes or no")

    def _answer(self, sufficient: bool) -> None:
        if self._asked is None:
            raise UsageError("nothing is asked; 'judge' asks")
        asked, self._asked = self._asked, None
        outcome = self._session.judge_sufficiency(asked.claim, asked.of, sufficient)
        self._desk.say(outcome.message)
        self._judge()


def evidence_lines(pieces: Sequence[Evidence]) -> list[str]:
    """Pieces of evidence in lines, not yet safe."""
    return [line for number, piece in enumerate(pieces, start=1) for line in _told(number, piece)]


def _told(number: int, piece: Evidence) -> list[str]:
    about = [piece.stance, piece.check, f"set {piece.set_no}", *piece.flags]
    where = piece.url or (piece.source_id or "")[:12]
    lines = [f"evidence {number}: {', '.join(about)} · {where}"]
    if piece.quote:
        lines.append(f"  quote: {piece.quote}")
    if piece.question:
        lines.append(f"  answers: {piece.question}")
    return lines


def found_lines(number: int, found: Found) -> list[str]:
    """A passage in lines, not yet safe; the likely quote stands in guillemets."""
    document = found.document
    known = [document.name, document.publisher, document.published]
    about = [part for part in known if part]
    if found.own_article:
        about.append("this very article")
    if found.late:
        about.append("published after the claim")
    low, high = found.quote_start - found.start, found.quote_end - found.start
    text = f"{found.text[:low]}«{found.text[low:high]}»{found.text[high:]}"
    return [f"{number}. {' · '.join(about)}", f"   {text}"]


def _stance(word: str) -> str:
    return STANCES.get(word, word)


def _numbered(rest: str, usage: str, *, empty: bool = False) -> tuple[int, str]:
    word, _, text = rest.partition(" ")
    if not (word.isascii() and word.isdigit() and len(word) < 6) or not (empty or text.strip()):
        raise UsageError(usage)
    return int(word), text.strip()
