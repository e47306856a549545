"""The best engine: clause rules over the trees of the encoder that was fine-tuned to parse."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.propose.body import body_sentences
from workbench.propose.candidate import Candidate
from workbench.propose.chooser import Scored, scored
from workbench.propose.clauses_tree_repair import repair
from workbench.propose.discourse import Discourse
from workbench.propose.engines import Piece
from workbench.propose.gates import is_heading, is_question
from workbench.propose.parse_brackets import parse_around
from workbench.propose.parse_tokens import Word, tokenize
from workbench.propose.parse_tree import Tree
from workbench.propose.rules import QuoteTracker, read
from workbench.propose.saying import Saying
from workbench.propose.semantic_claims import Claims
from workbench.propose.statements import Words

GROUP = 64  # sentences parsed at a time: bounds memory on a long text
_HE_SHE = frozenset(("he", "she", "him", "her", "his", "hers"))


class SemanticEngine:
    """Clauses by rules over dependency trees; needs the extra ``semantic``."""

    name = "semantic"
    version = "2"

    def __init__(self, threads: int = 1) -> None:
        self._threads = threads

    def candidates(self, text: str, furniture: Sequence[Piece]) -> list[Candidate]:
        """The candidates of an English text; time is linear in its length.

        Raises:
            MissingExtraError: the extra ``semantic`` or the parser's model is missing.
        """
        spans = list(body_sentences(text, furniture, "en"))
        run = _Run(text, self._threads)
        for first in range(0, len(spans), GROUP):
            run.take(spans[first : first + GROUP])
        return run.found


class TaggedSentence(Saying):
    """A sentence whose speech tag ("…, police said") is parsed apart from what was said."""

    def attribute(self, quoted: str | None) -> None:
        """Make the candidate "who said what"; ``quoted``: who speaks around the sentence."""
        self.quoted = quoted
        if self.tag is not None:
            self._tagged(self.tag)

    def split(self) -> tuple[list[Word], list[Word]]:
        """The words of what was said, and the words of the tag without its verb."""
        words = tokenize(self.words.text, *self.sentence)
        if self.tag is None:
            return words, []
        self._content_units()
        start, end = self.words.piece(self.skip[0])
        content = [w for w in words if w.end <= start or w.start >= end]
        speaker = self.words.starts[self.tag.speaker[0]]
        verb = self.tag.verb
        last = self.words.starts[verb.a] if verb is not None else end
        if last <= speaker:
            last = end
        inside = [w for w in words if speaker <= w.start and w.end <= last]
        return content, inside if len(inside) > 3 else []


class _Run:
    """One text: what was said so far, and the candidates found."""

    def __init__(self, text: str, threads: int) -> None:
        self.text, self.threads = text, threads
        self.found: list[Candidate] = []
        self._discourse = Discourse()
        self._quotes = QuoteTracker()
        self._marks = QuoteTracker()

    def take(self, spans: Sequence[tuple[int, int, bool]]) -> None:
        """Propose from the next sentences."""
        tagged = [self._prepare(span) for span in spans]
        split = [s.split() if s is not None else ([], []) for s in tagged]
        parsed = parse_around([words for pair in split for words in pair], self.threads)
        trees = [repair(tree) if tree is not None else None for tree in parsed]
        said = [tree for tree in trees[::2] if tree is not None]
        pools = iter(scored(said, self.threads))
        for i, (span, sentence) in enumerate(zip(spans, tagged, strict=True)):
            quoted = self._quotes.enter(self.text, span[0], span[1])
            if sentence is not None:
                pool = next(pools) if trees[2 * i] is not None else None
                self._one(sentence, trees[2 * i], trees[2 * i + 1], quoted, pool)

    def _prepare(self, span: tuple[int, int, bool]) -> TaggedSentence | None:
        start, end, alone = span
        inside = self._marks.enter(self.text, start, end)
        sentence = self.text[start:end]
        if is_question(sentence) or is_heading(sentence, alone):
            return None
        words = read(self.text, start, end)
        return TaggedSentence(words, (start, end), self._discourse, inside)

    def _one(
        self, sentence: TaggedSentence, said: Tree | None, tag: Tree | None, quoted: str | None,
        pool: Scored | None,
    ) -> None:  # fmt: skip
        sentence.attribute(quoted)
        speaker = sentence.speaker
        found = list(sentence.found)
        if said is not None:
            claims = Claims(self.text, said, sentence.sentence, self._discourse,
                            speaker or quoted, pool=pool)  # fmt: skip
            found += claims.candidates()
            speaker = speaker or claims.speaker
        if tag is not None:
            claims = Claims(self.text, tag, sentence.sentence, self._discourse, None)
            found += claims.candidates(aside=True)
        self.found += _distinct(found)
        self._quotes.leave(speaker)
        _advance(self._discourse, sentence.words, speaker)


_RANK = {"clause": 0, "attribution": 1, "phrase": 2}


def _distinct(found: list[Candidate]) -> list[Candidate]:
    """One candidate for each span, in the order of the text; a clause goes before the others."""
    kept: dict[tuple[int, int], Candidate] = {}
    for candidate in sorted(found, key=lambda c: _RANK[c.kind]):
        kept.setdefault((candidate.start, candidate.end), candidate)
    return sorted(kept.values(), key=lambda c: (c.start, -c.end))


def _advance(discourse: Discourse, words: Words, speaker: str | None) -> None:
    """Remember who was named; a sentence about something else ends what "he" can mean."""
    named = discourse.persons(words)
    discourse.advance(words, [], speaker)
    if not named and speaker is None and not _HE_SHE.intersection(words.low):
        discourse.recent = []
