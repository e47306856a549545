"""Counts and times in words."""


def how_many(count: int, noun: str) -> str:
    """`1 claim`, `2 claims`; a noun of several words takes its plural at the end."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def in_seconds(time: float) -> str:
    """A time in seconds, for people: `2.4 s`, `12 s`."""
    return f"{time:.1f} s" if time < 10 else f"{time:.0f} s"
