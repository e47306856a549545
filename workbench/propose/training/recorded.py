"""What the engine ``semantic`` finds in each sentence of a text before it chooses among it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workbench.propose.candidate import Candidate
from workbench.propose.engines import Piece
from workbench.propose.joint.choose import Joint
from workbench.propose.joint.grounds import Ground
from workbench.propose.joint.table import Told
from workbench.propose.semantic.engine import SemanticEngine
from workbench.propose.semantic.spare import Spared
from workbench.propose.spoken import spoken_language
from workbench.text.furniture.find import furniture


class Recorded(NamedTuple):
    """One sentence: what was found in it, and its trees."""

    told: list[Told]
    grounds: list[Ground]


class _Recorder(Joint):
    """Adds nothing, and keeps what was found in each sentence."""

    def __init__(self, text: str, furniture: Sequence[Piece], threads: int = 1) -> None:
        super().__init__(text, furniture, threads)
        self.kept: list[Recorded] = []
        _Recorder.last = self

    last: _Recorder

    def joined(
        self, start: int, found: Sequence[Candidate], spare: Sequence[Spared],
        grounds: Sequence[Ground], *, direct: bool = False,
    ) -> list[Candidate]:  # fmt: skip
        self.kept.append(Recorded(self.table(start, found, spare), list(grounds)))
        return list(found)


def recorded(text: str) -> list[Recorded]:
    """The sentences of an English text, in their order."""
    assert spoken_language(text) == "en", "the articles are English"
    pieces = [(p.start, p.end, p.kind) for p in furniture(text, None)]
    SemanticEngine(joint=_Recorder).candidates(text, pieces)
    return _Recorder.last.kept
