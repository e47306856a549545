"""Whether a quote stands in a source, and in what it differs from what stands there."""

from __future__ import annotations

from typing import Literal, NamedTuple

from workbench.match.differences import Difference, differences
from workbench.text.fold import fold
from workbench.text.words import snap_to_words, words

QuoteKind = Literal["verbatim", "typographic", "fuzzy", "absent"]
Change = Literal["equal", "replace", "insert", "delete"]
SHORT = 12  # code points; a shorter quote may stand anywhere
FUZZY = 0.6  # a score below this is no match


class WordChange(NamedTuple):
    """A run of words that are equal, or changed between the quote and the source.

    `op` tells what turns the quote into the source: "insert" is in the source alone, "delete" in
    the quote alone.
    """

    op: Change
    in_quote: str
    in_source: str


class QuoteCheck(NamedTuple):
    """Where a quote stands in a source, and how well.

    Attributes:
        kind: "verbatim"; "typographic" when quotes, dashes, white space, case, soft hyphens or
            ligatures differ; "fuzzy" when words differ; "absent".
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


_OPS: dict[str, Change] = {
    "equal": "equal",
    "replace": "replace",
    "insert": "insert",
    "delete": "delete",
}
ABSENT = QuoteCheck("absent", 0, 0)


def check_quote(quote: str, source: str) -> QuoteCheck:
    """The best place of a quote in a source."""
    found = find_quote(quote, source, 2)
    return found[0] if found else ABSENT


def find_quote(quote: str, source: str, limit: int = 20) -> list[QuoteCheck]:
    """Every place of a quote in a source, the best first, at most `limit`."""
    wanted = quote.strip()
    if not wanted:
        return []
    exact = _every(source, wanted, limit)
    if exact:
        return [QuoteCheck("verbatim", a, b, (), 1.0, (), len(exact)) for a, b in exact]
    folded, folded_quote = fold(source), fold(wanted).text.strip()
    if not folded_quote:
        return []
    spans = [folded.original(a, b) for a, b in _every(folded.text, folded_quote, limit)]
    if spans:
        return [QuoteCheck("typographic", a, b, (), 1.0, (), len(spans)) for a, b in spans]
    return _fuzzy(wanted, source)


def is_ambiguous(quote: str, check: QuoteCheck) -> bool:
    """Whether the reviewer should be asked which place is meant: a short quote, or several hits."""
    return check.kind != "absent" and (len(quote.strip()) < SHORT or check.places > 1)


def _every(text: str, wanted: str, limit: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = text.find(wanted)
    while at >= 0 and len(spans) < limit:
        spans.append((at, at + len(wanted)))
        at = text.find(wanted, at + 1)
    return spans


def _fuzzy(quote: str, source: str) -> list[QuoteCheck]:
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.fuzz import partial_ratio_alignment

    found = partial_ratio_alignment(quote.lower(), source.lower(), score_cutoff=100 * FUZZY)
    if found is None or found.dest_end <= found.dest_start or len(source.lower()) != len(source):
        return []
    start, end = snap_to_words(source, found.dest_start, found.dest_end)
    mine, theirs = _words(quote), _words(source[start:end])
    changes = tuple(
        WordChange(
            _OPS[op.tag],
            " ".join(mine[op.src_start : op.src_end]),
            " ".join(theirs[op.dest_start : op.dest_end]),
        )
        for op in Levenshtein.opcodes([w.lower() for w in mine], [w.lower() for w in theirs])
    )
    told = differences(quote, source[start:end], strict=True)
    return [QuoteCheck("fuzzy", start, end, told, found.score / 100, changes, 1)]


def _words(text: str) -> list[str]:
    return [text[a:b] for a, b in words(text)]
