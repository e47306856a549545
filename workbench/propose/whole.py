"""The engine for languages without clause rules: every sentence of the body is a candidate."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.propose.body import body_sentences
from workbench.propose.candidate import Candidate
from workbench.propose.engines import Piece
from workbench.propose.gates import is_heading, is_question
from workbench.propose.statements import tidy
from workbench.propose.worthiness import worth_of


class SentenceEngine:
    """Whole sentences, for any language."""

    name = "sentences"
    version = "1"

    def __init__(self, language: str = "en") -> None:
        self._language = language

    def candidates(self, text: str, furniture: Sequence[Piece]) -> list[Candidate]:
        """One candidate for each sentence that is not furniture, a heading or a question."""
        found = []
        for start, end, alone in body_sentences(text, furniture, self._language):
            sentence = text[start:end]
            if is_question(sentence) or is_heading(sentence, alone) or not _has_word(sentence):
                continue
            found.append(
                Candidate(
                    start, end, sentence, sentence, tidy(sentence), ((start, end),),
                    worth_of(sentence), "clause", start, end,
                )
            )  # fmt: skip
        return found


def _has_word(sentence: str) -> bool:
    return sum(c.isalpha() for c in sentence) > 2
