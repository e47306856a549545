"""Counts in words."""


def how_many(count: int, noun: str) -> str:
    """`1 claim`, `2 claims`; a noun of several words takes its plural at the end."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
