"""What the lower-casing encoder does not see of a word: its shape."""

from __future__ import annotations

_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})

SHAPES = 6
"""How many shapes there are; 0 belongs to what is no word."""


def straight(word: str) -> str:
    """The word with typewriter quotes and dashes, the form that the parser learned from.

    "give[s]" is read as "gives".
    """
    plain = word.translate(_STRAIGHT)
    if len(word) > 2 and "[" in word and word[0].isalpha():
        plain = plain.replace("[", "").replace("]", "")
    return plain or word


def shape_of(word: str) -> int:
    """1 lower case, 2 capitalised, 3 all capitals, 4 with digits, 5 anything else."""
    if any(c.isdigit() for c in word):
        return 4
    if not any(c.isalpha() for c in word):
        return 5
    if word.islower():
        return 1
    if word.isupper() and len(word) > 1:
        return 3
    return 2 if word[0].isupper() else 1
