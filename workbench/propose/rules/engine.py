"""The base engine: clause rules over the tagger, in plain Python."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.propose.body import body_sentences
from workbench.propose.candidate import Candidate
from workbench.propose.engines import Piece
from workbench.propose.gates import is_heading, is_question
from workbench.propose.rules.chunks import units
from workbench.propose.rules.discourse import Discourse
from workbench.propose.rules.harvest import Harvest
from workbench.propose.rules.referents import Weigh, weigh
from workbench.propose.rules.tagger import tag_lower
from workbench.propose.rules.tokens import tokenize
from workbench.propose.set_phrases import exhorts, says_no_fact
from workbench.propose.statements import Words
from workbench.propose.talk import in_quotes, is_talk

_TALK = 0.14  # check-worthiness below which what is quoted is hardly more than talk
_MARKS = re.compile('[“”"]')


class RuleEngine:
    """Clauses by word lists, a small tagger and rules; ``weigh`` says what pronouns stand for."""

    name = "rules"
    version = "16"

    def __init__(self, weigh: Weigh = weigh) -> None:
        self.weigh = weigh

    def candidates(self, text: str, furniture: Sequence[Piece]) -> list[Candidate]:
        """The candidates of an English text; time is linear in its length."""
        found: list[Candidate] = []
        discourse = Discourse(self.weigh)
        quotes = QuoteTracker()
        for start, end, alone in body_sentences(text, furniture, "en"):
            sentence = text[start:end]
            quoted = quotes.enter(text, start, end)
            if is_question(sentence) or is_heading(sentence, alone):
                continue
            words = read(text, start, end)
            if not any(u.kind == "VG" for u in words.units):
                continue
            harvest = Harvest(words, (start, end), discourse, quoted)
            found += [c for c in harvest.candidates() if not _no_fact(c, quoted)]
            quotes.leave(harvest.speaker)
        return found


def _no_fact(candidate: Candidate, quoted: str | None) -> bool:
    """Is it a courtesy, a demand, or a view of somebody who is quoted?"""
    direct = quoted is not None or in_quotes(candidate)
    told = candidate.kind == "clause" and candidate.attributed_to is not None
    asked = told and exhorts(candidate.statement, direct=direct)
    ours = candidate.statement.startswith("We ")
    if told and direct and candidate.worth < _TALK and not ours:
        return True  # "crime does not pay"
    return asked or says_no_fact(candidate) or is_talk(candidate, direct=direct)


def read(text: str, start: int, end: int) -> Words:
    """Tokens, tags and units of one sentence."""
    tokens = tokenize(text, start, end)
    tags, low = tag_lower(tokens.words)
    words = Words(text, tokens, tags, low)
    words.units = units(words.low, words.tags)
    return words


class QuoteTracker:
    """Is a sentence inside a quotation that began before it, and who speaks there?"""

    def __init__(self) -> None:
        self.inside = False
        self.speaker: str | None = None
        self._at = 0
        self._began_inside = False

    def enter(self, text: str, start: int, end: int) -> str | None:
        """Take the next sentence; the speaker when it lies wholly in an open quotation."""
        gap = text[self._at : start]
        if "\n\n" in gap or "\r\n\r\n" in gap:
            self.inside = False
        began = self.inside
        self._count(text[self._at : start])
        began = self.inside
        self._count(text[start:end])
        self._at = end
        self._began_inside = began
        opens = text[start] in "“\"‘'"
        return (self.speaker or "") if began or opens else None

    def _count(self, piece: str) -> None:
        for mark in _MARKS.findall(piece):
            self.inside = mark == "“" or (mark == '"' and not self.inside)

    def forget(self) -> None:
        """Nobody is known to speak next."""
        self.speaker = None

    def leave(self, speaker: str | None) -> None:
        """Keep who spoke in the sentence just read."""
        if speaker is not None:
            self.speaker = speaker
