"""How earlier verdicts and contradictions look: a sign, a word and a colour for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from workbench.review.beside.contradicting import Related
    from workbench.review.beside.look import Surroundings
    from workbench.review.beside.precedent import Precedent


class Look(NamedTuple):
    """A sign, its word, and a variable of the theme for its colour, "" for none."""

    sign: str
    word: str
    colour: str = ""


OPPOSITE = Look("!", "opposite verdict", "error")
STANDINGS = {
    "same": Look("=", "same claim", "success"),
    "differs": Look("≠", "differs", "warning"),
    "near": Look("~", "near"),
}
CONTRADICTS, AGREES = Look("⊥", "contradicts", "warning"), Look("≡", "agrees")


class Entry(NamedTuple):
    """What is told of one claim: a line, and what it says. Untrusted but for the look."""

    look: Look
    head: str
    body: str


def look_of(precedent: Precedent) -> Look:
    """The sign of an earlier verdict."""
    return OPPOSITE if precedent.opposite else STANDINGS[precedent.standing]


def verdict_of(precedent: Precedent) -> str:
    """Verdict and whose it is: "False · Harbour Facts"."""
    by = f"by {precedent.by}" if precedent.kind == "decided" else precedent.by
    by = "by you" if by == "by you" else "adjudicated" if by == "by adjudicated" else by
    return " · ".join(filter(None, (precedent.verdict, by)))


def look_of_related(related: Related) -> Look:
    """The sign of a claim that contradicts or agrees."""
    return CONTRADICTS if related.contradicts else AGREES


def entries(found: Surroundings) -> list[Entry]:
    """What the panel tells, the most pressing first: alarms, contradictions, earlier verdicts."""
    told = [_precedent(one) for one in found.precedents]
    alarms = sum(one.opposite for one in found.precedents)
    against = [_related(one) for one in found.related or () if one.contradicts]
    agree = [_related(one) for one in found.related or () if not one.contradicts]
    return [*told[:alarms], *against, *told[alarms:], *agree]


def taken_words(found: Surroundings) -> str:
    """Where the verdict was taken from, in a line; "" for her own."""
    taken = found.taken
    by = str(taken.get("by", "")) or str(taken.get("kind", ""))
    return f"verdict taken over from {by}: {taken.get('statement', '')}" if taken else ""


def _precedent(one: Precedent) -> Entry:
    told = [verdict_of(one), one.reason]
    if one.standing == "differs":  # what matters most stands first, where the line is cut
        told.reverse()
    return Entry(look_of(one), " · ".join(filter(None, told)), one.statement)


def _related(one: Related) -> Entry:
    where = f" · {one.title}" if one.title else ""
    return Entry(look_of_related(one), f"{one.relation.reason}{where}", one.statement)


def precedent_details(one: Precedent) -> list[tuple[str, str]]:
    """Words and texts of an earlier verdict, in full; untrusted, left out when empty."""
    origin = "fact-check" if one.kind == "checked" else "this project"
    pairs = [
        ("says", one.statement),
        ("verdict", verdict_of(one)),
        ("from", " · ".join(filter(None, (origin, (one.published or "")[:10])))),
        ("link", one.url or ""),
        ("differs", one.reason),
        ("evidence", " / ".join(_piece(piece) for piece in one.evidence)),
    ]
    return [pair for pair in pairs if pair[1]]


def related_details(one: Related, wanted: str) -> list[tuple[str, str]]:
    """Both sentences and the reason."""
    pairs: Sequence[tuple[str, str]] = (
        ("this", wanted),
        ("that", one.statement),
        ("in", one.item.claim.sentence if one.item.claim.sentence != one.statement else ""),
        ("reason", one.relation.reason),
        ("article", one.title or "this one"),
    )
    return [pair for pair in pairs if pair[1]]


def _piece(piece: object) -> str:
    quote, url = getattr(piece, "quote", ""), getattr(piece, "url", "")
    return f"{getattr(piece, 'stance', '')} “{quote}”" if quote else str(url)
