"""Whether a quote stands in a source, and in what it differs from what stands there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from workbench.match.differences.kinds import Difference
from workbench.match.quote.align import WordChange, alike, changes, place, similarity
from workbench.match.quote.facts import quote_differences
from workbench.match.quote.index import SourceIndex, Span, snap_near, source_index
from workbench.match.quote.tokens import LIGHT, Token, tokens, weight

__all__ = ["QuoteCheck", "WordChange", "check_quote", "find_quote", "is_ambiguous"]

QuoteKind = Literal["verbatim", "typographic", "fuzzy", "absent"]
SHORT = 12  # code points; a shorter quote may stand anywhere
FUZZY = 0.55  # a score below this is no match
CANDIDATES = 4  # places that are laid word by word, at least
LONGEST = 20_000  # code points; of a longer quote every word must be right
REPEATED = 60  # code points; longer quotes with the same words stand nowhere else as a rule
STOPS = ".,;:()[]"  # at the ends of a quote they may be the writer's own
ROOM = 0.7  # of a quote's length that what stands beside a place must have to be looked at
MOST = 20  # places that are looked for so
AS_GOOD = 0.02  # scores that differ by less are of places that fit equally well
_RANK: dict[QuoteKind, int] = {"verbatim": 0, "typographic": 1, "fuzzy": 2, "absent": 3}


class QuoteCheck(NamedTuple):
    """Where a quote stands in a source, and how well.

    Attributes:
        kind: "verbatim"; "typographic" when quotes, dashes, white space, case, soft hyphens,
            ligatures, or quotation marks and stops at its ends differ; "fuzzy" when words or
            punctuation differ; "absent".
        start: of the place in the source, in code points, at a word's edge; 0 when absent.
        end: of the place, behind it; 0 when absent.
        differences: facts that differ between the quote and the place.
        score: similarity in [0, 1]; 1 for verbatim and typographic.
        words: the word difference of a fuzzy match, else empty.
        places: how many places fit as well as this one; over 1 means: ask which.
    """

    kind: QuoteKind
    start: int
    end: int
    differences: tuple[Difference, ...] = ()
    score: float = 0.0
    words: tuple[WordChange, ...] = ()
    places: int = 0


ABSENT = QuoteCheck("absent", 0, 0)


def check_quote(quote: str, source: str | SourceIndex) -> QuoteCheck:
    """The best place of a quote in a source.

    Args:
        quote: what is said to stand there.
        source: the text, or its index where many quotes are checked against it.

    Returns:
        The check; of kind "absent" when nothing like the quote stands there.
    """
    found = find_quote(quote, source, CANDIDATES)
    return found[0] if found else ABSENT


def find_quote(quote: str, source: str | SourceIndex, limit: int = 20) -> list[QuoteCheck]:
    """Every place of a quote in a source, the best first, at most `limit`.

    Places with other words are given only where there is none with the same.
    """
    index = source if isinstance(source, SourceIndex) else source_index(source)
    wanted = quote.strip()
    found = _found(wanted, index, limit) if wanted else []
    if not found:
        return []
    best = sum(check.score >= found[0].score - AS_GOOD for check in found)
    return [
        check._replace(differences=_differences(wanted, index.text, check), places=best)
        for check in found
    ]


def _differences(quote: str, text: str, check: QuoteCheck) -> tuple[Difference, ...]:
    if len(quote) > LONGEST:
        return ()
    # What differs in typography alone states the same facts, but for what the edges cut.
    same = text[check.start : check.end] if check.kind != "fuzzy" else quote
    return quote_differences(same, text, check.start, check.end)


def is_ambiguous(quote: str, check: QuoteCheck) -> bool:
    """Whether the reviewer should be asked which place is meant: a short quote, or several hits."""
    return check.kind != "absent" and (len(quote.strip()) < SHORT or check.places > 1)


def _found(quote: str, index: SourceIndex, limit: int) -> list[QuoteCheck]:
    """The places of a quote without their differences, the best first."""
    checks = {span: QuoteCheck("verbatim", *span, (), 1.0) for span in index.exact(quote, limit)}
    if len(quote) > LONGEST:
        if not checks:
            checks = {
                span: QuoteCheck("typographic", *span, (), 1.0)
                for span in index.folded_exact(quote)
            }
    elif not checks or len(quote) < REPEATED:
        _add(checks, quote, index, index.candidates(quote, max(limit, CANDIDATES)))
    if not checks and len(quote) <= LONGEST and not (index.is_plain and quote.isascii()):
        _add(checks, quote, index, _folded_candidates(quote, index, max(limit, CANDIDATES)))
    ranked = sorted(checks.values(), key=lambda one: (_RANK[one.kind], -one.score, one.start))
    if ranked and ranked[0].kind != "fuzzy":
        ranked = [check for check in ranked if check.kind != "fuzzy"]
    return ranked[:limit]


def _add(
    checks: dict[Span, QuoteCheck], quote: str, index: SourceIndex, stretches: Sequence[Span]
) -> None:
    """Lay the quote against stretches, and keep the places that are new.

    What stands right beside the place of a short quote is looked at, too: sentences that differ
    in a word may follow each other.
    """
    waiting = list(reversed(stretches))
    reach = len(quote)
    while waiting:
        low, high = waiting.pop()
        check = _laid(quote, index.text, *snap_near(index.text, low, high))
        if check and not any(a < check.end and check.start < b for a, b in checks):
            checks[check.start, check.end] = check
            beside = (
                (check.end, min(len(index.text), high + reach)),
                (max(0, low - reach), check.start),
            )
            if len(quote) < REPEATED and len(checks) < MOST:
                waiting += [(a, b) for a, b in beside if b - a >= ROOM * len(quote)]


def _folded_candidates(quote: str, index: SourceIndex, limit: int) -> list[Span]:
    """Stretches where a quote may stand in a source whose words must be folded to be found."""
    folded, starts, ends = index.folded
    return [
        (starts[low], ends[high - 1]) for low, high in folded.candidates(quote, limit) if low < high
    ]


def _laid(quote: str, text: str, start: int, end: int) -> QuoteCheck | None:
    """A quote laid against a stretch of the source; None when it does not fit."""
    stretch_text = text[start:end]
    known = {token.text for token in tokens(quote)}
    stretch = tokens(stretch_text, known)
    mine = tokens(quote, {token.text for token in stretch})
    low, high = place(mine, stretch)
    if low == high:
        return None
    mine, theirs = _ends(mine, stretch, low, high)
    score = similarity(_words(mine), _words(theirs))
    if score < FUZZY or not _tells(mine, theirs):
        return None
    span = start + theirs[0].start, start + theirs[-1].end
    found = changes(quote, mine, stretch_text, theirs)
    kind: QuoteKind = "typographic" if all(_trivial(change) for change in found) else "fuzzy"
    return QuoteCheck(
        kind,
        *span,
        (),
        1.0 if kind == "typographic" else score,
        () if kind == "typographic" else found,
    )


def _ends(
    quote: list[Token], stretch: list[Token], low: int, high: int
) -> tuple[list[Token], list[Token]]:
    """A quote and its place, without stops at the quote's ends that the place has not."""
    kept = len(quote)
    while kept > 1 and quote[kept - 1].is_mark:
        kept -= 1
    for token in quote[kept:]:
        if high < len(stretch) and stretch[high].text == token.text:
            high, kept = high + 1, kept + 1
        else:
            if token.text not in STOPS:
                kept = len(quote)
            break
    first = 0
    while first < kept - 1 and quote[first].text in STOPS and quote[first].is_mark:
        first += 1
    return quote[first:kept], stretch[low:high]


def _tells(quote: list[Token], theirs: list[Token]) -> bool:
    """Whether a quote and its place share a word that means something, or one spelt like it."""
    heavy = {token.text for token in quote if weight(token.text) > LIGHT}
    others = {token.text for token in theirs}
    return not heavy.isdisjoint(others) or any(
        len(word) > 3 and word[0] == other[0] and alike(word, other)
        for word in heavy
        for other in others
    )


def _words(found: list[Token]) -> list[Token]:
    return [token for token in found if not token.is_mark]


def _trivial(change: WordChange) -> bool:
    return change.op == "equal"
