"""The rules by which two statements on the same thing agree or disagree."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from workbench.match.consistency.counting import Counted, differing, equal_in, is_rank, lone, shown
from workbench.match.consistency.reading import Reading, read, scope
from workbench.match.consistency.times import meet, overlap
from workbench.match.consistency.topic import COVERED, SHARED, Topic, topic
from workbench.match.differences.compare import differences
from workbench.match.differences.dates import conflict, days_conflict
from workbench.match.differences.kinds import told
from workbench.match.facts.names import surely_named
from workbench.match.facts.stems import listed, stem
from workbench.match.facts.values import Date, Fact

SIDES = ("first", "second")
AGREES = 0.75  # share of the longer statement's items that the other must have to agree
_ONCE = frozenset(
    stem(word)
    for word in listed(
        """build construct erect founded establish open close shut die bear born join sign effect
        complete finish launch destroy demolish kill murder marry invent discover publish ratify
        begin start end abolish introduce ban buy sell sink resign retire graduate inaugurate
        unveil collapse independence bankrupt assassinate adopt enact dissolve disband burn"""
    )
)
_ONE_HOLDER = frozenset(
    stem(word)
    for word in listed(
        """founded invent discover write compose design paint chair lead head own direct capital
        mayor president chancellor king queen headquarter author founder owner inventor winner"""
    )
)
_BY = re.compile(r"\bby\s+(?:(?:an?|the)\s+)?([^\W\d_]+)", re.I)
_PRONOUN = re.compile(
    r"(?:In \d{4},? )?(?:he|she|it|they|we|i|you|this|these|his|her|its|their|our|my)\b", re.I
)
_PARTS_OF = frozenset(  # words that tell one of two things from the other
    stem(word)
    for word in listed(
        """north northern south southern east eastern west western upper lower male female man men
        woman women public private import export early late"""
    )
)
_SUPERLATIVE = re.compile(r"\b(?:\w{2,}est|most)\b", re.I)


class Relation(NamedTuple):
    """How two statements stand to each other, and why; a warning, never a verdict."""

    kind: Literal["contradicts", "agrees"]
    reason: str


def relate(left: str, right: str) -> Relation | None:
    """How two statements stand to each other; None when they speak of different things."""
    if _PRONOUN.match(left) or _PRONOUN.match(right):
        return None  # who is meant is not known
    mine, theirs = surely_named(left, right)
    one, other = read(left, mine), read(right, theirs)
    if _labels_apart(one, other):
        return None
    common = _but_causes(topic(one, other), _causes(one, other))
    if not common.is_same:
        return None
    negated = len(_negated(one, common)) + len(_negated(other, common))
    turned = (negated + len(common.opposites)) % 2 == 1
    if turned:
        return _turned(one, other, common)
    for rule in _RULES:
        outcome = rule(one, other, common)
        if outcome is not None:
            return outcome if outcome.reason else None
    return _agreement(one, other, common)


def same_topic(left: str, right: str) -> bool:
    """Whether two statements speak of one thing, at whatever time: most words of the shorter."""
    mine, theirs = surely_named(left, right)
    common = topic(read(left, mine), read(right, theirs))
    return len(common.shared) >= SHARED and common.covered >= COVERED


_APART = Relation("agrees", "")  # marks two occasions: no relation at all


def _contradicts(left: str, right: str) -> Relation:
    return Relation("contradicts", told(left, right, SIDES))


def _negated(reading: Reading, common: Topic) -> list[Fact]:
    """The negations of what both speak of; others belong to a clause of their own."""
    known = common.shared | {word for pair in common.opposites for word in pair}
    scopes = ((fact, scope(reading.text[fact.end : fact.end + 60])) for fact in reading.negations)
    return [fact for fact, words in scopes if not words or known.intersection(words)]


def _turned(one: Reading, other: Reading, common: Topic) -> Relation | None:
    """One says what the other denies: a contradiction, if at the same time."""
    if common.left_names and common.right_names:
        return None
    if common.opposites:
        if _PARTS_OF.issuperset(common.opposites[0]) and differing(one, other):
            return None  # the north tower is so high, the south tower is so high
        reason = _words(one, other, common.opposites[0])
    else:
        mine = _negated(one, common)
        fact = (mine or _negated(other, common))[0]
        reason = told(fact.text, "", SIDES if mine else SIDES[::-1])
    for a in one.dates:
        for b in other.dates:
            if meet(a, b) and a.mode != b.mode:
                return Relation("agrees", f"one ends when the other begins: {_year(a)}")
            together = overlap(a, b)
            if together is False or (together is None and days_conflict(a.day, b.day)):
                return None
    if one.dates and other.dates and one.dates != other.dates:
        left, right = _date_text(one), _date_text(other)
        reason = f"{reason}; {told(left, right, SIDES)}"
    return Relation("contradicts", reason)


def _by_date(one: Reading, other: Reading, common: Topic) -> Relation | None:
    """Dates that cannot both be true, or that tell two occasions apart."""
    for a in one.dates:
        if any(a == b for b in other.dates):
            continue
        for b in other.dates:
            if a.mode == b.mode and days_conflict(a.day, b.day):
                # "until 2014" and "until 2019" disagree; so do two days of what happens once.
                bound = a.mode not in ("in", "from")
                once = common.shared & _ONCE and not differing(one, other)
                if (bound or once) and not _names_apart(common):
                    return _contradicts(_date_text(one, a), _date_text(other, b))
                return _APART
            together = overlap(a, b)
            if together is False or (together is None and conflict(a, b)):
                return _APART
    return None


def _by_number(one: Reading, other: Reading, common: Topic) -> Relation | None:
    """Quantities of one kind that cannot both be true."""
    if _names_apart(common):
        return None
    found = differing(one, other)
    ranks = [pair for pair in found if is_rank(pair[0])]
    if ranks and len(ranks) < len(found):
        return _APART  # of the first so many, of the second so many
    for fact, rival in found:
        if is_rank(fact):
            return _contradicts(fact.text, rival.text)
        return _contradicts(shown(fact, one), shown(rival, other))
    return _by_rank(*lone(one, other), one, other)


def _by_share(one: Reading, other: Reading, common: Topic) -> Relation | None:
    """All of them, and a part of them."""
    if _names_apart(common) or (common.left and common.right):
        return None
    for some, rest, turned in ((one, other, False), (other, one, True)):
        whole = next((f for f in some.facts if f.kind == "quantifier" and f.value == "all"), None)
        part = next((f for f, q in rest.quantities if q.unit == "%" and q.value < 100), None)
        if whole and part and not any(q.unit == "%" for _, q in some.quantities):
            words = (whole.text, part.text)
            return _contradicts(*(words[::-1] if turned else words))
    return None


def _by_rank(
    mine: Counted,
    theirs: Counted,
    one: Reading,
    other: Reading,
) -> Relation | None:
    """ "The second longest" and "the longest"."""
    for some, reading, turned in ((mine, other, False), (theirs, one, True)):
        rank = next((f for f, q in some if q.unit == "ordinal" and q.number > 1), None)
        best = _SUPERLATIVE.search(reading.text)
        if rank and best:
            words = (rank.text, f"the {best[0]}")
            return _contradicts(*(words[::-1] if turned else words))
    return None


def _by_holder(one: Reading, other: Reading, common: Topic) -> Relation | None:
    """Two names for what only one can be, or two causes of what happened once."""
    if common.left_names and common.right_names:
        if common.shared & _ONE_HOLDER and not common.left and not common.right:
            left, right = (
                _name(r, n[0]) for r, n in ((one, common.left_names), (other, common.right_names))
            )
            return _contradicts(left, right)
        return _APART
    causes = _causes(one, other)
    if causes and common.shared & _ONCE:
        return _contradicts(*(f"by {cause}" for cause in causes))
    return _APART if causes else None


def _causes(one: Reading, other: Reading) -> tuple[str, str] | None:
    """The words behind "by" where both have one, and not the same."""
    a, b = _BY.search(one.text), _BY.search(other.text)
    if not a or not b or a[1].isdigit() or stem(a[1]) == stem(b[1]):
        return None
    known = stem(a[1]) in one.words and stem(b[1]) in other.words
    return (a[1], b[1]) if known else None


def _but_causes(common: Topic, causes: tuple[str, str] | None) -> Topic:
    """What is shared, when the causes do not count."""
    if causes is None:
        return common
    roots = {stem(cause) for cause in causes}
    return common._replace(
        left=tuple(word for word in common.left if word not in roots),
        right=tuple(word for word in common.right if word not in roots),
    )


def _by_role(one: Reading, other: Reading, _: Topic) -> Relation | None:
    """Who did it to whom."""
    for difference in differences(one.text, other.text, SIDES, strict=True):
        swapped = difference.kind == "order" or (
            difference.kind == "name" and "…" in difference.left and "…" in difference.right
        )
        if swapped:
            return _contradicts(difference.left, difference.right)
    return None


def _agreement(one: Reading, other: Reading, common: Topic) -> Relation | None:
    """The same said twice: nearly all words shared, and every fact of the one in the other."""
    if common.spread < AGREES or (common.left and common.right):
        return None
    if (
        one.labels != other.labels
        or len(one.quantities) != len(other.quantities)
        or bool(one.dates) != bool(other.dates)
    ):
        return None
    if not all(equal_in(quantity, other) for _, quantity in one.quantities):
        return None
    facts = [shown(fact, one) for fact, _ in one.quantities] + [
        fact.text for fact in one.facts if fact.kind == "date"
    ]
    return Relation("agrees", f"both: {', '.join(facts)}" if facts else "the same in other words")


def _labels_apart(one: Reading, other: Reading) -> bool:
    """Whether numbers name two things of one kind: mill number 1 and mill number 2."""
    shared = one.labels.keys() & other.labels.keys()
    return any(one.labels[word].isdisjoint(other.labels[word]) for word in shared)


def _names_apart(common: Topic) -> bool:
    return bool(common.left_names and common.right_names)


def _words(one: Reading, other: Reading, pair: tuple[str, str]) -> str:
    """Two stems as their statements write them."""
    left, right = (
        next((w for w in re.findall(r"[^\W\d_]+", r.text) if stem(w) == root), root)
        for r, root in ((one, pair[0]), (other, pair[1]))
    )
    return told(left, right, SIDES)


def _date_text(reading: Reading, date: Date | None = None) -> str:
    wanted = date or reading.dates[0]
    fact = next(fact for fact in reading.facts if fact.value == wanted)
    return fact.text if wanted.mode in ("in", "from") else f"{wanted.mode} {fact.text}"


def _year(date: Date) -> str:
    return str(date.day.year or "")


def _name(reading: Reading, key: str) -> str:
    return next(f.text for f in reading.facts if f.kind == "name" and f.value == key)


_RULES: tuple[Callable[[Reading, Reading, Topic], Relation | None], ...] = (
    _by_date,
    _by_holder,
    _by_number,
    _by_share,
    _by_role,
)
