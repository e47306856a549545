"""Of what the clause rules leave aside, what readers would mark as well.

Plain clauses and smaller pieces of the trees, and what the other engine finds, are scored by a
small ensemble of gradient-boosted trees; the best is shown, too, where it is true to the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from workbench.propose.candidate import Candidate
from workbench.propose.endings import stops
from workbench.propose.engines import Piece
from workbench.propose.joint.arcs import Arcs, arcs, true_to
from workbench.propose.joint.faithful import (
    asserted,
    place_of,
    told_of_name,
    unbroken,
    whole,
)
from workbench.propose.joint.grounds import Ground
from workbench.propose.joint.keep import KEEP, dropped
from workbench.propose.joint.likely import LEAST as LEAST_OF_LIKELY
from workbench.propose.joint.likely import LIKE, Likely, no_wish, unmet
from workbench.propose.joint.pairs import half
from workbench.propose.joint.placed import placed, severed
from workbench.propose.joint.sound import sound
from workbench.propose.joint.standing import standing, subordinate
from workbench.propose.joint.table import (
    DROPPED,
    PIECE,
    RULED,
    SAME,
    SHOWN,
    SPARE,
    Array,
    Told,
    compared,
    jaccard,
    lines,
    options,
    rows,
    shown_span,
    table,
)
from workbench.propose.joint.torn import torn
from workbench.propose.joint.underline import Stretches, stretches
from workbench.propose.lexicon import SAY
from workbench.propose.pool.chooser import run_trees
from workbench.propose.rules.engine import RuleEngine
from workbench.propose.semantic.form import half_as
from workbench.propose.semantic.gates import states_fact
from workbench.propose.semantic.phrases import PHRASE, SCRAP
from workbench.propose.semantic.spare import Spared
from workbench.propose.tree.brackets import parse_around
from workbench.propose.tree.clause import Clause
from workbench.propose.tree.tokens import tokenize
from workbench.propose.tree.tree import Tree

JOINT = "joint.onnx"
LEAST = 0.035  # score from which on a candidate is shown
LEAST_OF_VARIANT = 0.06  # of one that is built on the same word as one that is shown
LEAST_OF_MADE = 0.2  # of a piece, or one of the rules', that is no clause of the sentence as it is
LEAST_OF_VIEW = 0.2  # of one that does not look like a fact: "may damage", "wants to raise"


class Joint:
    """The other engine's candidates of a text, and the choice among them."""

    def __init__(self, text: str, furniture: Sequence[Piece], threads: int = 1) -> None:
        self.text, self.threads = text, threads
        self._ruled: dict[int, list[Candidate]] = {}
        for candidate in RuleEngine().candidates(text, furniture):
            self._ruled.setdefault(candidate.sentence_start, []).append(candidate)

    def table(self, start: int, found: Sequence[Candidate], spare: Sequence[Spared]) -> list[Told]:
        """All that was found in the sentence at ``start``: by the trees, plain, by the rules."""
        return table(self.text, found, self._ruled.get(start, ()), spare)

    def joined(
        self, start: int, found: Sequence[Candidate], spare: Sequence[Spared],
        grounds: Sequence[Ground], *, direct: bool = False,
    ) -> list[Candidate]:  # fmt: skip
        """What is found in the sentence at ``start``, with what is to be shown besides.

        ``found``: by the trees; ``direct``: is it in somebody's own words? What is hardly ever
        marked becomes a phrase, and phrases that say the same as what is added are left out.
        """
        told = self.table(start, found, spare)
        if not told or not grounds:
            return list(found)
        known = [stretches(g.tree, self.threads) for g in grounds]
        marked = lines(told, known)
        left = self._without_low(told, grounds, marked, direct=direct)
        taken = self._taken(told, left, grounds, known, marked)
        said = [t.parts for t in taken]
        again = {
            id(t.candidate)
            for t in told
            if t.source == PIECE and any(jaccard(t.parts, parts) >= _SAID for parts in said)
        }
        low = {id(t.candidate) for t in left if t.source == DROPPED}
        kept = (replace(c, kind=PHRASE) if id(c) in low else c for c in found)
        rest = [c for c, old in zip(kept, found, strict=True) if id(old) not in again]
        return [*(_as_claim(self.text, _with_teller(t, told)) for t in taken), *rest]

    def _without_low(
        self, told: list[Told], grounds: Sequence[Ground], marked: Array, *, direct: bool
    ) -> list[Told]:
        shown = [place for place, t in enumerate(told) if t.source == SHOWN]
        if not shown:
            return told
        scores = np.ones(len(told), np.float32)
        table = rows(self.text, told, shown, grounds, marked)
        scores[shown] = run_trees(KEEP, table, self.threads)
        return dropped(told, scores, direct=direct)

    def _taken(
        self, told: list[Told], left: list[Told], grounds: Sequence[Ground],
        known: Sequence[Stretches], marked: Array,
    ) -> list[Told]:  # fmt: skip
        """The best of what may be shown besides what is ``left`` of all that was ``told``."""
        trees = [g.tree for g in grounds]
        left = compared(left, trees)
        places = options(left)
        if not places:
            return []
        found = rows(self.text, told, places, grounds, marked)
        scores = run_trees(JOINT, found, self.threads)
        offered = [left[place] for place in places]
        taken = chosen(offered, scores, trees, self.threads)
        shown = [*(t for t in left if t.source == SHOWN), *taken]
        likely = unmet(self.text, known, shown)
        return [*taken, *besides(offered, scores, trees, likely, self.threads)]


_VERBATIM = 0.02  # by how much what stands so in the text goes before a shorter piece of it
_FEWEST = 2  # words of what is underlined
_SAID = 0.8  # Jaccard similarity from which on a phrase says what a claim says


def _with_teller(option: Told, told: Sequence[Told]) -> Told:
    """A candidate with who says a clause of the tree that is like it; the rules know less."""
    sure = option.candidate.attributed_to is not None and option.source != RULED
    if option.source == SPARE or sure:
        return option
    by = [(option.like(t), t) for t in told if t.source == SPARE and t.speaker]
    near, best = max(by, key=lambda pair: pair[0], default=(0.0, option))
    if near < SAME or option.candidate.kind == "attribution" or _reports(option, best.speaker):
        return option
    return replace(option, candidate=replace(option.candidate, attributed_to=best.speaker))


def _reports(option: Told, speaker: str | None) -> bool:
    """ "Oe says the police beat him": who says so is told, and nobody says that she says it."""
    line = option.candidate.statement
    after = line.removeprefix(f"{speaker} ") if speaker else line
    return after != line and after.split(" ", 1)[0] in SAY


def _as_claim(text: str, told: Told) -> Candidate:
    """A piece as a clause, its subject underlined where that stands beside it; who says it."""
    candidate = told.candidate
    if told.source == SPARE:
        return replace(candidate, attributed_to=told.speaker)
    if candidate.kind not in (PHRASE, SCRAP):
        return candidate
    start, end = shown_span(candidate)
    return replace(candidate, kind="clause", start=start, end=end, quote=text[start:end])


def chosen(
    told: Sequence[Told], scores: Array, trees: Sequence[Tree], threads: int = 1,
    least: float = LEAST,
) -> list[Told]:  # fmt: skip
    """The best that are faithful to the sentence with ``trees``, one for each verb.

    ``least``: the score from which on one is taken.
    """
    taken: list[Told] = []
    verbs: set[str] = set()
    known = arcs(trees)
    for place in sorted(range(len(told)), key=lambda i: -_rank(told[i], float(scores[i]))):
        option = told[place]
        if scores[place] < least:
            continue
        if any(option.like(other) >= SAME for other in taken) or torn(option.candidate):
            continue
        if len(option.span) < _FEWEST:
            continue  # "wanted a channel that [works]"
        if option.varies and scores[place] < LEAST_OF_VARIANT:
            continue
        if _half(option, trees):
            continue
        if _lacks(option, trees) or (scores[place] < LEAST_OF_VIEW and _no_fact(option)):
            continue  # before the statement is parsed, which takes time
        line = option.candidate.statement
        as_it_stands = standing(trees, option.candidate.parts)
        if as_it_stands is None and option.source != SPARE and scores[place] < LEAST_OF_MADE:
            continue
        tree = as_it_stands or parse_around([tokenize(line, 0, len(line))], threads)[0]
        if tree is None or tree.low[tree.root] in verbs:
            continue
        if not sound(line, tree, as_it_stands is not None, _stopped(option.candidate)):
            continue
        likely = scores[place] >= LEAST_OF_VIEW and _of_somebody(tree)
        if not likely and not _fact(option, tree):
            continue
        if _joins_nothing(option, tree, known) and _stated(option, tree, trees):
            taken.append(option)
            verbs.add(tree.low[tree.root])
    return taken


def besides(
    told: Sequence[Told], scores: Array, trees: Sequence[Tree], likely: Iterable[Likely],
    threads: int = 1,
) -> list[Told]:  # fmt: skip
    """For each stretch that is ``likely`` underlined and not shown, the best that says just it."""
    taken: list[Told] = []
    known = arcs(trees)
    order = sorted(range(len(told)), key=lambda i: -_rank(told[i], float(scores[i])))
    for stretch in likely:
        fit = (told[i] for i in order
               if scores[i] >= LEAST_OF_LIKELY and stretch.is_said(told[i], LIKE))  # fmt: skip
        best = next((t for t in fit if _passes(t, trees, known, threads)), None)
        if best is not None and not any(best.like(other) >= SAME for other in taken):
            taken.append(best)
    return taken


def _rank(option: Told, score: float) -> float:
    return score + _VERBATIM * (len(option.candidate.parts) == 1)


def _passes(option: Told, trees: Sequence[Tree], known: Arcs, threads: int) -> bool:
    """Is it sound and true, though it may look like no fact, or leave what its end is told of?"""
    candidate = option.candidate
    named = told_of_name(candidate)
    if torn(candidate) or _half(option, trees):
        return False
    if not whole(trees, candidate.parts, of_name=named, ends=True):
        return False
    line = candidate.statement
    as_it_stands = standing(trees, candidate.parts)
    tree = as_it_stands or parse_around([tokenize(line, 0, len(line))], threads)[0]
    stopped = _stopped(candidate)
    if tree is None or not sound(line, tree, as_it_stands is not None, stopped):
        return False
    if not no_wish(tree):
        return False
    return _joins_nothing(option, tree, known) and _stated(option, tree, trees)


def _stopped(candidate: Candidate) -> bool:
    """Does a mark stand right behind it in its sentence?"""
    return stops(candidate.sentence[candidate.parts[-1][1] - candidate.sentence_start :])


def _half(option: Told, trees: Sequence[Tree]) -> bool:
    """Is it one of two that go together, or a clause with the word that hangs it on another?"""
    candidate = option.candidate
    if half_as(candidate.sentence, candidate.statement):
        return True
    return subordinate(trees, candidate.parts) or half(trees, candidate.parts)


def _lacks(option: Told, trees: Sequence[Tree]) -> bool:
    """Does it lack what belongs to one of its words, unless it is a whole clause of the tree?"""
    _, short, _ = option.known
    entire = option.source == SPARE and not short
    named = told_of_name(option.candidate)
    return not entire and not whole(trees, option.candidate.parts, of_name=named)


def _joins_nothing(option: Told, tree: Tree, known: Arcs) -> bool:
    """Is it a clause of the tree, verbatim, or does its statement join no words anew?"""
    if option.source == SPARE or len(option.candidate.parts) == 1:
        return True
    return told_of_name(option.candidate) or true_to(tree, known)


def _no_fact(option: Told) -> bool:
    return option.source == SPARE and not option.known[2]


def _of_somebody(tree: Tree) -> bool:
    """Is it told of a noun, or what "we" or "they" did; not "it is hard", "we will fight"?"""
    if tree.coarse[0] != "PRON":
        return True
    return tree.low[0] in ("we", "they", "he", "she") and "MD" not in tree.fine


def _fact(option: Told, tree: Tree) -> bool:
    """Is it put as a fact: a plain clause in its sentence, another by its statement's tree?"""
    if option.source == SPARE:
        return not _no_fact(option)
    candidate = option.candidate
    clause = Clause(tree.root, "main", list(range(len(tree.words))))
    said = candidate.attributed_to is not None
    saying = candidate.kind == "attribution"
    return states_fact(tree, clause, saying=saying, said=said, filled=_filled(candidate, tree))


_OPEN = (["he"], ["she"], ["they"])  # who speaks is not known by name


def _filled(candidate: Candidate, tree: Tree) -> frozenset[int]:
    """Each "I" of its sentence's tree that the statement writes as a name."""
    words = candidate.statement.lower().replace("’", "'").split()
    own = any(word.partition("'")[0] == "i" for word in words) or words[:1] in _OPEN
    return frozenset(w for w, low in enumerate(tree.low) if low == "i" and not own)


def _stated(option: Told, tree: Tree, trees: Sequence[Tree]) -> bool:
    """Does the sentence state what the statement with ``tree`` does?"""
    parts = option.candidate.parts
    place = place_of(trees, parts, tree.low[tree.root])
    if place is None:
        return True
    whole_noun = placed(place, parts) and not severed(place, parts, option.candidate.statement)
    return whole_noun and asserted(place) and unbroken(parts, place)
