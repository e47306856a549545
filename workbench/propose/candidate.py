"""What a proposer finds: a candidate claim."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that a proposer found and that nobody has decided yet.

    All offsets are code points of the article's text, ``[start, end)``.

    Attributes:
        start: Where the span begins.
        end: Where the span ends; ``text[start:end] == quote``.
        quote: The span, verbatim: what a reader would underline.
        sentence: The sentence around it, verbatim.
        statement: The claim in stand-alone words: subject and pronouns filled in where certain.
        parts: The pieces of the text that the statement is made of, in the text's order.
        worth: How much the claim is worth a checker's time, in [0, 1].
        kind: ``clause``, ``attribution`` (who said it) or ``phrase`` (a smaller piece, or a claim
            that checkers hardly ever mark).
        sentence_start: Where the sentence begins.
        sentence_end: Where the sentence ends.
        attributed_to: The speaker, when the claim is what somebody said.
    """

    start: int
    end: int
    quote: str
    sentence: str
    statement: str
    parts: tuple[tuple[int, int], ...]
    worth: float
    kind: str
    sentence_start: int
    sentence_end: int
    attributed_to: str | None = None


def verbatim(candidate: Candidate, text: str) -> Candidate:
    """The candidate with its quote and sentence as they stand in a text of the same length."""
    return replace(
        candidate,
        quote=text[candidate.start : candidate.end],
        sentence=text[candidate.sentence_start : candidate.sentence_end],
    )
