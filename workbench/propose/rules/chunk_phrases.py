"""Phrases of several words that are one unit, by their first word."""

from __future__ import annotations

PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
"""First word → (all words, the kind of unit they are)."""

for _text, _kind in (
    ("at least", "ADV"), ("at most", "ADV"), ("at all", "ADV"), ("of course", "ADV"),
    ("as well as", "CC"), ("as well", "ADV"), ("rather than", "IN"), ("such as", "IN"),
    ("due to", "IN"), ("according to", "IN"), ("because of", "IN"), ("instead of", "IN"),
    ("thanks to", "IN"), ("in order", "ADV"), ("so that", "SUB"), ("even though", "SUB"),
    ("even if", "SUB"), ("as soon as", "SUB"), ("as long as", "SUB"), ("as if", "SUB"),
    ("even as", "SUB"), ("even after", "MAYBE"), ("just as", "SUB"), ("now that", "SUB"),
    ("in case", "SUB"), ("provided that", "SUB"), ("given that", "SUB"), ("shortly after", "MAYBE"),
    ("shortly before", "MAYBE"), ("soon after", "MAYBE"), ("up to", "IN"), ("out of", "IN"),
    ("each other", "NP"), ("one another", "NP"), ("no longer", "ADV"), ("but also", "CC"),
    ("except for", "IN"), ("more than", "ADV"), ("less than", "ADV"), ("fewer than", "ADV"),
    ("only if", "SUB"), ("in which", "W"), ("of which", "W"), ("at which", "W"), ("on which", "W"),
    ("during which", "W"), ("for which", "W"), ("after which", "W"), ("to which", "W"),
    ("of whom", "W"), ("with whom", "W"), ("not only", "ADV"), ("by which", "W"),
    ("through which", "W"), ("under which", "W"), ("into which", "W"), ("from which", "W"),
    ("with which", "W"), ("about which", "W"), ("over which", "W"), ("against which", "W"),
    ("within which", "W"), ("without which", "W"), ("to whom", "W"), ("for whom", "W"),
    ("by whom", "W"), ("from whom", "W"),
):  # fmt: skip
    _key = tuple(_text.split())
    PHRASES.setdefault(_key[0], []).append((_key, _kind))
