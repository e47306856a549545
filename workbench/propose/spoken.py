"""In which language the claims of a text are looked for."""

from __future__ import annotations

import re

from workbench.text.language import SAMPLE, UNSURE, code_of, language

SHORT = 20
"""Words: in fewer, a word or two of another language ("a", "on", "van") say little."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_KNOWN = 0.6
"""From this share of known words on, a text without common ones ("Bank cuts 40 jobs") is English.

English headlines lie above it, news in other languages in Latin letters below a third."""


def spoken_language(text: str, given: str | None = None) -> str:
    """The language that claims are looked for in; "und" where it is unknown, and not English.

    Args:
        text: the article.
        given: what a file or a user says it is, in any usual form; what names none counts not.
    """
    named = code_of(given)
    if named != UNSURE:
        return named
    spoken = language(text)
    if spoken == "en":
        return spoken
    words = _WORD.findall(text[:SAMPLE])
    doubtful = spoken == UNSURE or len(words) < SHORT
    return "en" if doubtful and _read_english(words) else spoken


def _read_english(words: list[str]) -> bool:
    """Whether most words that are no names stand in the tagger's lexicon."""
    from workbench.propose.rules.perceptron import model

    words = [word for word in words if word.islower()] or [word.lower() for word in words]
    known = model().lexicon
    return sum(word in known for word in words) >= _KNOWN * len(words)
