"""The facts in which a quote differs from its place, and what stands right beside the place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.match.differences.compare import differences
from workbench.match.differences.kinds import Difference, Sides, told
from workbench.match.differences.numbers import number_differences, same
from workbench.match.facts.names import capitals, surely_named
from workbench.match.facts.parse import kept_facts
from workbench.match.facts.values import Quantity

NAMES = ("quote", "source")
REACH = 60  # code points beside a place that are read
_SENTENCE_END = re.compile(r"[.!?]['\"”’)\]]*\s|\n\s*\n")
_HOUR = re.compile(
    r"\b(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?\s?m\b\.?|\b(\d{1,2}):([0-5]\d)\b(?!:)", re.I
)
_LIMITED = re.compile(
    r"\b(?:only|merely|solely|almost|nearly|barely|hardly|scarcely|allegedly|reportedly|supposedly"
    r"|few|some|most|may|might|could)\s+$",
    re.I,
)
_TURNED = re.compile(
    r"\b(?:not|never|no|n['’]t|hardly|cannot|neither|without|no longer|den(?:y|ies|ied)(?: that)?"
    r"|(?:false|untrue|wrong|incorrect|a lie|a myth|not (?:true|correct|the case))"
    r"(?: to (?:say|claim))?(?: that)?)\s+$"
    r"|n['’]t\s+$",
    re.I,
)


def quote_differences(quote: str, source: str, start: int, end: int) -> tuple[Difference, ...]:
    """The facts that differ between a quote and its place [start, end) in the source.

    A number, unit or bound that the quote's edge cuts ("5" of "5 million"), and a negation right
    before it, count: the quote is true to the letter and says something else.
    """
    low, context = _context(source, start, end)
    sides = _numbers(quote, context, start - low, end - low)
    hours = list(_clock(quote, source[start:end]))
    at_edges = [
        d for d in (*number_differences(sides), *_renamed(sides)) if not _in_hours(d, hours)
    ]
    rest = differences(quote, source[start:end], NAMES, strict=True)
    named = {word for difference in at_edges for word in difference.left.lower().split()}
    found = (
        *(d for d in rest if d.kind == "date"),
        *hours,
        *at_edges,
        *(
            d
            for d in rest
            if d.kind not in ("date", "number", "unit")
            and not (d.kind == "quantifier" and named.intersection(d.left.lower().split()))
        ),
        *_crossed(quote, source[start:end], [d for d in rest if d.kind in ("name", "order")]),
        *_turned(context[: start - low]),
        *_limited(context[: start - low], at_edges),
    )
    return tuple({difference.message: difference for difference in found}.values())


def _numbers(quote: str, context: str, start: int, end: int) -> Sides:
    """The quantities of the quote, and those of the source that its place touches."""
    known = capitals(quote) | capitals(context)
    mine = [fact for fact in kept_facts(quote, known) if fact.kind == "quantity"]
    theirs = [
        fact
        for fact in kept_facts(context, known)
        if fact.kind == "quantity" and fact.start < end and start < fact.end
    ]
    return Sides(quote, context, mine, theirs, NAMES, strict=True)


def _renamed(sides: Sides) -> Iterator[Difference]:
    """The same number with a unit that is about as much: tons for tonnes."""
    for one in sides.left_facts:
        for other in sides.right_facts:
            left, right = one.value, other.value
            assert isinstance(left, Quantity) and isinstance(right, Quantity)
            alike = left.number == right.number and same(left, right)
            if alike and left.written != right.written:
                yield sides.differ("unit", one.text, other.text)


def _context(source: str, start: int, end: int) -> tuple[int, str]:
    """Where the text around a place begins, and that text, of its sentences alone."""
    low, high = max(0, start - REACH), min(len(source), end + REACH)
    before = [match.end() for match in _SENTENCE_END.finditer(source, low, start)]
    behind = _SENTENCE_END.search(source, end, high)
    low = before[-1] if before else low
    return low, source[low : behind.start() + 1 if behind else high]


def _clock(quote: str, place: str) -> Iterator[Difference]:
    """Times of the day that differ, those of the morning and the evening among them."""
    for one, other in zip(_HOUR.finditer(quote), _HOUR.finditer(place), strict=False):
        if _hour(one) != _hour(other):
            yield Difference("number", one[0], other[0], told(one[0], other[0], NAMES))


def _hour(found: re.Match[str]) -> tuple[int, int, str]:
    """Hour, minute, and half of the day where it is told."""
    return int(found[1] or found[4]), int(found[2] or found[5] or 0), (found[3] or "").lower()


def _in_hours(difference: Difference, hours: Sequence[Difference]) -> bool:
    """Whether a number that differs is part of a time of the day that is told to differ."""
    return difference.kind == "number" and any(
        difference.left in hour.left and difference.right in hour.right for hour in hours
    )


def _crossed(quote: str, place: str, known: Sequence[Difference]) -> Iterator[Difference]:
    """Names in another order, places among them: in a quote, an order is never free."""
    mine, theirs = surely_named(quote, place)
    left = [fact for fact in kept_facts(quote, mine) if fact.kind == "name"]
    right = [fact for fact in kept_facts(place, theirs) if fact.kind == "name"]
    keys = [str(fact.value) for fact in left], [str(fact.value) for fact in right]
    if known or keys[0] == keys[1] or sorted(keys[0]) != sorted(keys[1]):
        return
    at = [one != other for one, other in zip(*keys, strict=True)]
    first, last = at.index(True), len(at) - 1 - at[::-1].index(True)
    one, other = (f"{side[first].text} … {side[last].text}" for side in (left, right))
    yield Difference("name", one, other, told(one, other, NAMES))


def _turned(before: str) -> tuple[Difference, ...]:
    """A negation that stands right before a place."""
    match = _TURNED.search(before)
    if match is None:
        return ()
    word = " ".join(match[0].split())
    if word.lower() in ("n't", "n’t"):
        word = before.rsplit(maxsplit=1)[-1]
    message = f"“{word}” stands right before the quote in the source"
    return (Difference("negation", "", word, message),)


def _limited(before: str, told_already: Sequence[Difference]) -> tuple[Difference, ...]:
    """A word right before a place that limits what it says, such as "only" or "nearly"."""
    match = _LIMITED.search(before)
    word = match[0].strip() if match else ""
    if not word or any(word in difference.right for difference in told_already):
        return ()
    message = f"“{word}” stands right before the quote in the source"
    return (Difference("quantifier", "", word, message),)
