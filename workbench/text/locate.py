"""Where a quote stands in a text, told apart by what stands around it."""

from __future__ import annotations

from collections.abc import Iterator


def find_context(
    text: str, quote: str, prefix: str = "", suffix: str = ""
) -> list[tuple[int, int]]:
    """The exact occurrences of a quote, those with the given context alone if there are any.

    Args:
        text: the text searched.
        quote: what to find, code point for code point; overlapping occurrences count.
        prefix: what stands right before it, as far as known.
        suffix: what stands right behind it, as far as known.

    Returns:
        Spans [start, end) in order. Occurrences with both contexts if there are any; else those
        with one of them; else all. Empty for an empty quote.
    """
    if not quote:
        return []
    ranked: list[list[tuple[int, int]]] = [[], [], []]
    for start in _occurrences(text, quote):
        end = start + len(quote)
        fits = text.endswith(prefix, 0, start) + text.startswith(suffix, end)
        ranked[fits].append((start, end))
    return next((spans for spans in reversed(ranked) if spans), [])


def _occurrences(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)
