"""Article text → candidate claims. Cheap to import; the engines load when they are used."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any

from workbench.propose.candidate import Candidate
from workbench.propose.engines import Engine, UnknownEngineError

__all__ = [
    "Candidate",
    "Engine",
    "UnknownEngineError",
    "check_worthiness",
    "engine_name",
    "propose",
]


def propose(
    text: str,
    *,
    title: str | None = None,
    language: str | None = None,
    engine: str = "auto",
    furniture: Sequence[tuple[int, int, str]] | None = None,
) -> list[Candidate]:
    """The candidate claims of an article, in the order of the text.

    Args:
        text: The article, exactly as it is kept.
        title: Its title, so that a repeated headline is known as furniture.
        language: ISO 639-1 code, or a tag or name as files give it ("en-US", "English");
            recognised from the text when not given.
        engine: ``auto`` (the best one installed for the language) or an engine's name.
        furniture: Pieces that no candidate may come from, as (start, end, kind); found in the
            text when not given.

    Raises:
        UnknownEngineError: no engine of that name is installed.
    """
    from workbench.propose.candidate import verbatim
    from workbench.propose.engines import engine as find
    from workbench.propose.spoken import spoken_language
    from workbench.text.furniture.find import furniture as find_furniture
    from workbench.text.offsets import encodable

    if not text.strip():
        return []
    clean = encodable(text)
    spoken = spoken_language(clean, language)
    if furniture is None:
        furniture = [(p.start, p.end, p.kind) for p in find_furniture(clean, title)]
    found = find(engine, spoken).candidates(clean, furniture)
    return found if clean == text else [verbatim(candidate, text) for candidate in found]


def engine_name(engine: str = "auto", language: str = "en") -> Engine:
    """Name and version of the engine that ``propose`` would use.

    Raises:
        UnknownEngineError: no engine of that name is installed.
    """
    from workbench.propose.engines import engine as find
    from workbench.text.language import code_of

    found = find(engine, code_of(language))
    return Engine(found.name, found.version)


def check_worthiness(sentences: Sequence[str]) -> list[float]:
    """How much each sentence is worth a fact-checker's time, in [0, 1]."""
    from workbench.propose.worthiness import worth_of

    return [worth_of(sentence) for sentence in sentences]


class _CallablePackage(ModuleType):
    """`workbench.propose` names this package and, called, does what its `propose` does."""

    def __call__(self, text: str, **options: Any) -> list[Candidate]:
        return propose(text, **options)


sys.modules[__name__].__class__ = _CallablePackage
