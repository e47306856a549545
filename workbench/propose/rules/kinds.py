"""What a noun names, and whom a given name is given to."""

from __future__ import annotations

import json
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from workbench.propose.given_names import FEMALE, MALE

_DATA = Path(__file__).parents[1] / "data"
_IRREGULAR = {"men": "man", "women": "woman", "people": "person", "children": "child"}


def _read(name: str) -> dict[str, str]:
    found: dict[str, Any] = json.loads((_DATA / name).read_text("utf-8"))
    return {word: kind for kind, words in found.items() for word in words.split()}


@cache
def _nouns() -> dict[str, str]:
    return _read("nouns.json")


@cache
def _names() -> dict[str, str]:
    names = _read("given_names.json")
    return names | dict.fromkeys(MALE, "m") | dict.fromkeys(FEMALE, "f")


def given_gender(name: str) -> str:
    """m or f for a given name that nearly all who bear it share; empty for any other."""
    low = name.lower()
    found = _names().get(low)
    if found is None and not low.isascii():
        plain = unicodedata.normalize("NFD", low)
        found = _names().get("".join(c for c in plain if not unicodedata.combining(c)))
    return found or ""


@lru_cache(maxsize=8192)
def kind_of(noun: str) -> str:
    """person, group, animal, event, place, time or words by the noun's first sense; or empty."""
    nouns = _nouns()
    if noun in nouns:
        return nouns[noun]
    single = _IRREGULAR.get(noun)
    if single is None:
        single = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    found = nouns.get(single) or (nouns.get(noun[:-2]) if noun.endswith("es") else None)
    if found is None:
        last = single.rpartition("-")[2]
        if last.endswith(("man", "woman", "person", "men", "women")):
            return "person"
        found = nouns.get(last) if last != single else None
    return found or ""
