"""A source made ready for searching, and the stretches of it where a quote may stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from workbench.match.quote.tokens import CJK, folded_tokens
from workbench.text.fold import fold
from workbench.text.words import snap_to_words

Span = tuple[int, int]
Scored = tuple[float, Span]
STEP = 6  # words that are looked up at once; more only while no place stands out
SEEDS = 20  # words that are looked up, at most
HITS = 800  # places of one word that are weighed
ENOUGH = 85  # similarity in [0, 100] from which no further words are looked up
CLEAR = 65  # the same where no other place comes close
ALIKE = 50  # similarity in [0, 100] below which a place is not looked at
CLOSE = 12  # similarity by which a place may stand behind the best to be looked at
PIECE = 300  # code points of a long quote that are looked for at first
BESIDE = 120  # code points beside a place that are read to find whole words
INDEXED = 3  # searches after which the words of a source are indexed
_WORD = re.compile(r"\w+")
_CJK = re.compile(f"[{CJK}]")
_HIDDEN = re.compile(  # what folds to something of another length
    "[\u00ad\u0300-\u036f\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufb00-\ufb06\ufeff\uff01-\uff5e\u00df\u0130\u0132\u0133]"
)


class SourceIndex:
    """A source, and what was learnt of it while quotes were looked for.

    Making one costs next to nothing. The first searches scan the text; then its words are indexed.

    Args:
        text: the source as it is.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._searches = 0
        self._hits: dict[str, Sequence[int]] = {}

    @cached_property
    def low(self) -> str:
        """The text in small letters, code point for code point."""
        low = self.text.replace("\u0130", "i").lower()  # İ is the one that would become two
        if len(low) == len(self.text):
            return low
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)

    @cached_property
    def is_plain(self) -> bool:
        """Whether no folding but small letters is needed to find words."""
        return self.text.isascii() or not _HIDDEN.search(self.text)

    @cached_property
    def folded(self) -> tuple[SourceIndex, Sequence[int], Sequence[int]]:
        """The folded text's own index, and where each of its code points starts and ends here."""
        made = fold(self.text)
        return SourceIndex(made.text), made.starts, made.ends

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for match in _WORD.finditer(self.low):
            places.setdefault(match[0], []).append(match.start())
        return places

    def exact(self, quote: str, limit: int) -> list[Span]:
        """The places of a quote, code point for code point, that cut no word."""
        found: list[Span] = []
        at = self.text.find(quote)
        tries = 0
        while at >= 0 and len(found) < limit and tries < HITS:
            span = at, at + len(quote)
            # Only a word can be cut, and only one of some length by another.
            if len(quote) > BESIDE or snap_near(self.text, *span) == span:
                found.append(span)
            at = self.text.find(quote, span[1])
            tries += 1
        return found

    def folded_exact(self, quote: str) -> list[Span]:
        """The first place of a quote of which nothing but typography differs."""
        index, starts, ends = self.folded
        wanted = fold(quote).text.strip()
        at = index.text.find(wanted) if wanted else -1
        return [(starts[at], ends[at + len(wanted) - 1])] if at >= 0 else []

    def candidates(self, quote: str, limit: int) -> list[Span]:
        """Stretches of the source where a quote may stand, the likeliest first.

        Words of the quote are looked up, long and rare ones first; each hit votes for the place
        where the quote would begin, and the places with most votes are compared with rapidfuzz.
        Where all words are too common for that, rapidfuzz scans the whole source. Of a long quote
        a piece is looked for, from its beginning, middle or end.
        """
        self._searches += 1
        low_quote = " ".join(fold(quote).text.split())
        length = len(low_quote)
        if length <= PIECE:
            return self._stretches(low_quote, limit)
        for offset in (0, (length - PIECE) // 2, length - PIECE):
            found = self._stretches(low_quote[offset : offset + PIECE], limit)
            if found:
                room = length // 5 + offset // 5
                return [
                    (
                        max(0, low - offset - room),
                        min(len(self.low), low - offset + length + 2 * room),
                    )
                    for low, _ in found
                ]
        return []

    def _stretches(self, low_quote: str, limit: int) -> list[Span]:
        """The same for a folded quote of a few dozen words."""
        seeds = self._ranked(_seeds(low_quote))
        votes: list[tuple[int, int]] = []
        best: list[Scored] = []
        common = looked = 0
        for at, (word, offset) in enumerate(seeds):
            hits = self._lookup(word)
            if len(hits) >= HITS and looked + 1 >= STEP:
                continue  # rarer words have told enough
            common += len(hits) >= HITS
            looked += 1
            votes += [(place - offset, at) for place in hits[:HITS]]
            if looked % STEP == 0 and _stands_out(
                best := self._compared(low_quote, votes, 3 * limit)
            ):
                return _near_best(best, limit)
        if looked % STEP:
            best = self._compared(low_quote, votes, 3 * limit)
        if common and looked - common < STEP and not _stands_out(best):
            best = sorted([*best, *self._scanned(low_quote)], key=_by_score)
        return _near_best(best, limit)

    def _ranked(self, seeds: list[tuple[str, int]]) -> list[tuple[str, int]]:
        """The seeds that are looked up, the rarest first as far as is known."""
        if self._searches > INDEXED:
            places = self._places
            seeds.sort(
                key=lambda seed: (
                    len(places.get(seed[0], ())) or (0 if _CJK.search(seed[0]) else HITS)
                )
            )
        return seeds[:SEEDS]

    def _lookup(self, word: str) -> Sequence[int]:
        """Where a word stands, the first `HITS` places."""
        if word not in self._hits:
            if self._searches > INDEXED and not _CJK.search(word):
                return self._places.get(word, ())
            self._hits[word] = list(_scan(self.low, word))
        return self._hits[word]

    def _compared(self, quote: str, votes: list[tuple[int, int]], limit: int) -> list[Scored]:
        """The likeliest places with their similarity in [0, 100], the best first."""
        from rapidfuzz.fuzz import partial_ratio_alignment

        length, found = len(quote), []
        reach, room = 40 + length // 8, 32 + length // 4
        for place in _peaks(sorted(votes), reach, limit):
            low = max(0, place - room)
            stretch = self.low[low : place + length + reach + room]
            score = partial_ratio_alignment(quote, stretch)
            if score is not None and score.score >= ALIKE:
                start, end = low + score.dest_start, low + score.dest_end
                found.append((score.score, (max(0, start - room), min(len(self.low), end + room))))
        return sorted(found, key=_by_score)

    def _scanned(self, quote: str) -> Iterator[Scored]:
        """The place that rapidfuzz finds in the whole source."""
        from rapidfuzz.fuzz import partial_ratio_alignment

        found = partial_ratio_alignment(quote, self.low, score_cutoff=60)
        if found is not None:
            room = 24 + len(quote) // 5
            yield found.score, (max(0, found.dest_start - room), found.dest_end + room)


def snap_near(text: str, start: int, end: int) -> Span:
    """As `snap_to_words`; of a word that goes on and on, only the beginning and end are taken."""
    low = max(0, start - BESIDE)
    first, last = snap_to_words(text[low : end + BESIDE], start - low, end - low)
    return low + first, low + last


def _by_score(one: Scored) -> tuple[float, Span]:
    return -one[0], one[1]


def _stands_out(best: list[Scored]) -> bool:
    """Whether the first place is so much better than the next that no word need be looked up."""
    if not best or best[0][0] < CLEAR:
        return False
    return best[0][0] >= ENOUGH or len(best) < 2 or best[1][0] < best[0][0] - CLOSE


def _near_best(best: list[Scored], limit: int) -> list[Span]:
    return [span for score, span in best if score >= best[0][0] - CLOSE][:limit]


@lru_cache(4)
def source_index(text: str) -> SourceIndex:
    """The index of a source; the last few are kept."""
    return SourceIndex(text)


def _scan(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    for _ in range(HITS):
        if at < 0:
            return
        yield at
        at = text.find(word, at + len(word))


def _seeds(quote: str) -> list[tuple[str, int]]:
    """The words of a folded quote with their offsets, long ones and numbers first.

    Of scripts without blanks, two neighbouring characters are a seed.
    """
    found = [token for token in folded_tokens(quote) if token.text[0].isalnum()]
    seeds: dict[str, int] = {}
    for at, token in enumerate(found):
        if _CJK.match(token.text):
            end = found[at + 1].end if at + 1 < len(found) else token.end
            seeds.setdefault(quote[token.start : end], token.start)
        else:
            for match in _WORD.finditer(token.text):
                seeds.setdefault(match[0], token.start + match.start())
    ranked = sorted(seeds.items(), key=lambda seed: -_telling(seed[0]))
    if len(ranked) > 4 * SEEDS:  # of a long quote, words from all of it
        ranked = ranked[:: len(ranked) // (2 * SEEDS)]
    return ranked


def _telling(word: str) -> int:
    """How rare a word may be, by its look."""
    return min(len(word), 12) + (3 if word.isdigit() else 0)


def _peaks(votes: list[tuple[int, int]], reach: int, limit: int) -> list[int]:
    """The places on which most seeds agree within `reach`, the best first; none overlap."""
    counts: Counter[int] = Counter()
    scored: list[tuple[int, int]] = []
    low = 0
    for place, seed in votes:
        counts[seed] += 1
        while place - votes[low][0] > reach:
            gone = votes[low][1]
            counts[gone] -= 1
            if not counts[gone]:
                del counts[gone]
            low += 1
        scored.append((-len(counts), votes[low][0]))
    taken: dict[int, int] = {}
    peaks: list[int] = []
    for _, place in sorted(scored):
        cell = place // (reach + 1)
        near = (taken.get(cell - 1), taken.get(cell), taken.get(cell + 1))
        if all(other is None or abs(other - place) > reach for other in near):
            taken[cell] = place
            peaks.append(place)
            if len(peaks) == limit:
                break
    return peaks
