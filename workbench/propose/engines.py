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
        from workbench.propose.rules.engine import RuleEngine

        return RuleEngine()
    if name == "sentences":
        from workbench.propose.whole import SentenceEngine

        return SentenceEngine(language)
    if name == "semantic" and semantic_installed():
        found: Proposer = import_module("workbench.propose.semantic.engine").SemanticEngine()
        return found
    if name == "semantic":
        raise UnknownEngineError(
            "the engine 'semantic' is not installed: pip install 'claim-workbench[semantic]'"
        )
    raise UnknownEngineError(
        f"there is no engine {name!r}; there are auto, rules, semantic, sentences"
    )


def best(language: str) -> str:
    """Name of the best engine installed for a language."""
    if language != "en":
        return "sentences"
    return "semantic" if semantic_installed() else "rules"


def semantic_installed() -> bool:
    """Is the neural engine here, with its extra and its models? Imports none of it."""
    from workbench.encoder.runtime import installed, model_file

    return installed() and all(model_file(name).is_file() for name in _MODELS)


_MODELS = ("parser.onnx", "parser.json", "tokenizer.json", "marker.onnx", "pointer.onnx",
           "chooser_arcs.onnx", "chooser_pieces.onnx", "chooser_rivals.onnx",
           "antecedent.onnx", "keep.onnx", "joint.onnx")  # fmt: skip
