"""All that was found in one sentence, and what is known of each: a row of numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from workbench.propose.candidate import Candidate
from workbench.propose.joint.grounds import NAMES as GROUNDS
from workbench.propose.joint.grounds import Ground, columns, predicate
from workbench.propose.joint.underline import NAMES as UNDERLINED
from workbench.propose.joint.underline import Stretches
from workbench.propose.joint.underline import columns as underlined
from workbench.propose.lexicon import BE, HAVE, HEDGE, word_set
from workbench.propose.semantic.phrases import PHRASE, SCRAP
from workbench.propose.semantic.spare import Spared
from workbench.propose.tree.tree import Tree

Array = NDArray[np.float32]
# a claim of the trees, a smaller piece of them, one of the rules, a plain clause of the trees; and
# a claim of the trees that is not shown after all
SHOWN, PIECE, RULED, SPARE, DROPPED = range(5)
SAME = 0.6  # token Jaccard similarity from which on two candidates are the same claim

_AGAIN = 0.8  # token Jaccard similarity from which on one says again what another says
_TWO = 2  # claims in one
_MOST = 0.8  # share of a claim's tokens that lie within another that holds it
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_POINTING = word_set("it they he she we this that these i you")
_MODAL = HEDGE | word_set("will can")


@dataclass(frozen=True, slots=True)
class Told:
    """A candidate, the tokens of its span and of its parts (by their offsets), and its source.

    ``known``: of a plain clause the place of its predicate, whether it is cut short, and whether
    the gates take it for a fact; else zeros. ``speaker``: who says a plain clause. ``near``: how
    like it is to the nearest that is shown; ``varies``: is it built on the word that one of those
    is built on; ``trims``: is it such a one without its date, or of another subject?
    """

    candidate: Candidate
    span: frozenset[int]
    parts: frozenset[int]
    source: int
    known: tuple[float, float, float] = (0.0, 0.0, 0.0)
    speaker: str | None = None
    near: float = 0.0
    varies: bool = False
    trims: bool = False

    def like(self, other: Told) -> float:
        """Jaccard similarity of the spans or of the parts, whichever is more."""
        return max(jaccard(self.span, other.span), jaccard(self.parts, other.parts))


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Similarity of two sets in [0, 1]."""
    both = len(one & other)
    return both / max(1, len(one) + len(other) - both)


def tokens(text: str, ranges: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Where the words of some ranges of the text begin."""
    return frozenset(m.start() for a, b in ranges for m in _WORD.finditer(text, a, b))


def table(
    text: str, found: Sequence[Candidate], ruled: Sequence[Candidate], spare: Sequence[Spared]
) -> list[Told]:
    """The candidates of one sentence: of the trees, of the rules, and plain clauses."""
    made = [_told(text, c, PIECE if c.kind in (PHRASE, SCRAP) else SHOWN) for c in found]
    made += [_told(text, c, RULED) for c in ruled if c.kind != PHRASE]
    for one in spare:
        known = (float(one.place), float(one.short), float(one.fact))
        told = _told(text, one.candidate, SPARE)
        made.append(replace(told, known=known, speaker=one.speaker))
    return made


def _told(text: str, candidate: Candidate, source: int) -> Told:
    span = tokens(text, [(candidate.start, candidate.end)])
    return Told(candidate, span, tokens(text, candidate.parts), source)


def compared(told: Sequence[Told], trees: Sequence[Tree]) -> list[Told]:
    """All of them, those that are not shown compared with those that are."""
    shown: dict[int, list[Told]] = {}
    for one in told:
        if one.source == SHOWN:
            shown.setdefault(predicate(trees, one.candidate), []).append(one)
    every = [one for some in shown.values() for one in some]
    return [
        t if t.source in (SHOWN, DROPPED)
        else _compared(t, every, shown.get(predicate(trees, t.candidate), ()))
        for t in told
    ]  # fmt: skip


def _compared(told: Told, shown: Sequence[Told], beside: Sequence[Told]) -> Told:
    """With how near it is to what is ``shown``; ``beside``: what is built on the same word."""
    trims = any(_undated(told, one) or _of_another(told, one) for one in beside)
    return replace(told, near=_nearest(told, shown), varies=bool(beside), trims=trims)


def _of_another(told: Told, other: Told) -> bool:
    """Is it a piece of the other with another subject: "[His sister], Ann Oe, left early"?"""
    return told.span <= other.span and bool(told.parts - other.parts)


def _undated(told: Told, other: Told) -> bool:
    """Is it the other without a number at its beginning: "[In 2019] the mill closed"?"""
    first = min(told.parts, default=0)
    left = [at for at in other.parts - told.parts if at < first]
    text, start = told.candidate.sentence, told.candidate.sentence_start
    return told.parts < other.parts and any(
        text[at - start : at - start + 1].isdigit() for at in left
    )


def options(told: Sequence[Told]) -> list[int]:
    """The places of those that may be shown besides: not what is said, nor two claims as one.

    ``told``: as `compared` gives them.
    """
    shown = [t for t in told if t.source == SHOWN]
    spans = {(t.candidate.start, t.candidate.end) for t in shown}  # no span comes twice
    free = [p for p, t in enumerate(told) if t.source not in (SHOWN, DROPPED) and not _again(t)
            and shown_span(t.candidate) not in spans]  # fmt: skip
    return [p for p in free if sum(_holds(told[p], other) for other in shown) < _TWO]


def shown_span(candidate: Candidate) -> tuple[int, int]:
    """What is underlined of a candidate when it is shown: a piece in one stretch, all of it."""
    if candidate.kind in (PHRASE, SCRAP) and len(candidate.parts) == 1:
        return candidate.parts[0]
    return candidate.start, candidate.end


def _again(told: Told) -> bool:
    """Does it say what is shown, or the same with a word more or less?"""
    return told.trims or told.near >= (SAME if told.varies else _AGAIN)


def _holds(told: Told, other: Told) -> bool:
    return len(other.span & (told.span | told.parts)) >= _MOST * len(other.span) > 0


def lines(told: Sequence[Told], trees: Sequence[Stretches]) -> Array:
    """What may be underlined says of all that was ``told``: [told, `UNDERLINED`]."""
    return underlined([t.candidate for t in told], [t.source == SHOWN for t in told], trees)


def rows(
    text: str, told: Sequence[Told], places: Sequence[int], grounds: Sequence[Ground], lines: Array
) -> Array:
    """A row of `NAMES` for each of the ``places`` in ``told``; [places, names]."""
    by_source = [[t for t in told if t.source == source] for source in (SHOWN, PIECE, RULED, SPARE)]
    chosen = [told[place] for place in places]
    spans = {(t.candidate.sentence_start, t.candidate.sentence_end) for t in chosen}
    sizes = {span: len(tokens(text, [span])) for span in spans}  # mostly one sentence
    made = [[*_row(text, t, by_source, sizes), *columns(grounds, t.candidate)] for t in chosen]
    known = np.array(made, dtype=np.float32).reshape(len(made), len(NAMES) - len(UNDERLINED))
    return np.concatenate([known, lines[list(places)]], axis=1)


NAMES = (
    "piece", "ruled", "clause", "attribution", "like shown", "like a piece", "like the rules",
    "worth", "words", "span", "parts", "span to parts", "shown beside", "sentence", "share",
    "number in span", "number", "pronoun first", "capitals", "attributed", "pieces", "inside",
    "be", "modal", "place", "stop after", "spare", "like spare", "predicate", "short", "fact",
    "new", *GROUNDS, *UNDERLINED,
)  # fmt: skip


def _row(
    text: str, told: Told, by_source: Sequence[Sequence[Told]], sizes: dict[tuple[int, int], int]
) -> list[float]:
    c, span = told.candidate, told.span
    shown, pieces, ruled, spare = by_source
    sentence = sizes[c.sentence_start, c.sentence_end]
    words = c.statement.split()
    low = [word.lower() for word in words]
    inside = (len(span & t.span) / max(1, len(span)) for t in shown if t is not told)
    return [
        told.source == PIECE, told.source == RULED, c.kind == "clause", c.kind == "attribution",
        _nearest(told, shown), _nearest(told, pieces), _nearest(told, ruled), c.worth, len(words),
        len(span), len(told.parts), len(span) / max(1, len(told.parts)),
        sum(1 for t in shown if t.span & span), sentence, len(span) / max(1, sentence),
        bool(_DIGIT.search(c.quote)), bool(_DIGIT.search(c.statement)), low[0] in _POINTING,
        sum(word[:1].isupper() for word in words[1:]), c.attributed_to is not None, len(c.parts),
        max(inside, default=0.0), any(w in BE or w in HAVE for w in low),
        any(w in _MODAL for w in low), c.start / len(text), text[c.end : c.end + 1] in (".", "!"),
        told.source == SPARE, _nearest(told, spare), *told.known,
        len(span - {w for t in shown if t is not told for w in t.span}) / max(1, len(span)),
    ]  # fmt: skip


def _nearest(told: Told, others: Sequence[Told]) -> float:
    return max((told.like(other) for other in others if other is not told), default=0.0)
