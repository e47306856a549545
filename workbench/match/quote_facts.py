"""The facts in which a quote differs from its place, and what stands right beside the place."""

from __future__ import annotations

import re

from workbench.match.differences import differences
from workbench.match.differences_kinds import Difference, Sides
from workbench.match.differences_numbers import number_differences
from workbench.match.facts import kept_facts
from workbench.match.facts_names import capitals

NAMES = ("quote", "source")
REACH = 60  # code points beside a place that are read
_SENTENCE_END = re.compile(r"[.!?]['\"”’)\]]*\s|\n\s*\n")
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
    at_edges = list(number_differences(_numbers(quote, context, start - low, end - low)))
    rest = differences(quote, source[start:end], NAMES, strict=True)
    told = {word for difference in at_edges for word in difference.left.lower().split()}
    return (
        *(d for d in rest if d.kind == "date"),
        *at_edges,
        *(
            d
            for d in rest
            if d.kind not in ("date", "number", "unit")
            and not (d.kind == "quantifier" and told.intersection(d.left.lower().split()))
        ),
        *_turned(context[: start - low]),
    )


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


def _context(source: str, start: int, end: int) -> tuple[int, str]:
    """Where the text around a place begins, and that text, of its sentences alone."""
    low, high = max(0, start - REACH), min(len(source), end + REACH)
    before = [match.end() for match in _SENTENCE_END.finditer(source, low, start)]
    behind = _SENTENCE_END.search(source, end, high)
    low = before[-1] if before else low
    return low, source[low : behind.start() + 1 if behind else high]


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
