"""The engines that propose, and which of them is used."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple, Protocol

from workbench.propose.candidate import Candidate

Piece = tuple[int, int, str]  # furniture: start, end, kind


class Engine(NamedTuple):
    """What proposes: kept with every claim, so that a newer one can replace its work."""

    name: str
    version: str


class Proposer(Protocol):
    """An engine: candidates of a text, in the order of the text."""

    name: str
    version: str

    def candidates(self, text: str, furniture: Sequence[Piece]) -> list[Candidate]:
        """Find the candidates of ``text``; nothing may come from ``furniture``."""


class UnknownEngineError(ValueError):
    """There is no engine of that name, or it is not installed."""


def engine(name: str = "auto", language: str = "en") -> Proposer:
    """The engine of that name; ``auto`` is the best one installed for the language.

    Raises:
        UnknownEngineError: the name is not known or its extra is not installed.
    """
    if name == "auto":
        name = best(language)
    if name == "rules":
        from workbench.propose.rules import RuleEngine

        return RuleEngine()
    if name == "sentences":
        from workbench.propose.whole import SentenceEngine

        return SentenceEngine(language)
    if name == "semantic" and semantic_installed():
        found: Proposer = import_module("workbench.propose.semantic").SemanticEngine()
        return found
    raise UnknownEngineError(f"no engine named {name!r} is installed (rules, sentences, semantic)")


def best(language: str) -> str:
    """Name of the best engine installed for a language."""
    if language not in ("en", "und"):  # a short English text is often too short to be sure
        return "sentences"
    return "rules"  # `semantic` is level with it and 20 times slower; see docs/proposing.md


def semantic_installed() -> bool:
    """Is the neural engine here, with its extra and its model?"""
    from importlib.util import find_spec

    return find_spec("workbench.propose.semantic") is not None and all(
        find_spec(module) is not None for module in ("onnxruntime", "tokenizers", "numpy")
    )
