"""Whether two statements speak of the same thing, and what is left over on either side."""

from __future__ import annotations

from typing import NamedTuple

from workbench.match.consistency.reading import Reading
from workbench.match.facts.names import same_name
from workbench.match.facts.stems import stem
from workbench.match.facts.words import opposite_stems

SHARED = 2  # items that two statements share at least
COVERED = 0.66  # share of the shorter statement's items that the other has, too
BOTH = 0.75  # the same where each has something that the other has not


class Topic(NamedTuple):
    """What two statements share.

    Attributes:
        shared: names and stems of both.
        left: stems of the left alone.
        right: stems of the right alone.
        left_names: names of the left alone.
        right_names: names of the right alone.
        opposites: pairs of words that say opposite things.
    """

    shared: frozenset[str]
    left: tuple[str, ...]
    right: tuple[str, ...]
    left_names: tuple[str, ...]
    right_names: tuple[str, ...]
    opposites: tuple[tuple[str, str], ...]

    @property
    def covered(self) -> float:
        """Share of the shorter statement's items that the other has, too."""
        return self._share(min(self._lone()))

    @property
    def spread(self) -> float:
        """The same of the longer one's."""
        return self._share(max(self._lone()))

    def _lone(self) -> tuple[int, int]:
        return len(self.left) + len(self.left_names), len(self.right) + len(self.right_names)

    def _share(self, lone: int) -> float:
        common = len(self.shared) + len(self.opposites)
        return common / (common + lone) if common else 0.0

    @property
    def is_same(self) -> bool:
        """Whether both speak of the same thing, whatever they say of it."""
        if self.is_same_but_names:
            return True
        if len(self.shared) + len(self.opposites) < SHARED or not self.shared:
            return False
        both = (self.left or self.left_names) and (self.right or self.right_names)
        return self.covered >= (BOTH if both else COVERED)

    @property
    def is_same_but_names(self) -> bool:
        """Whether nothing but a name tells the two apart."""
        return bool(
            len(self.shared) >= SHARED
            and self.left_names
            and self.right_names
            and not (self.left or self.right or self.opposites)
        )


def topic(left: Reading, right: Reading) -> Topic:
    """What two statements share and what not."""
    names, left_names, right_names = _names(left, right)
    shared = set(left.words) & set(right.words)
    mine = [word for word in left.words if word not in shared]
    theirs = [word for word in right.words if word not in shared]
    # A name at a sentence's head may be a common word inside the other.
    left_names, theirs = _as_words(left_names, theirs, names)
    right_names, mine = _as_words(right_names, mine, names)
    pairs = []
    for word in list(mine):
        rival = next((other for other in theirs if opposite_stems(word, other)), None)
        if rival:
            pairs.append((word, rival))
            mine.remove(word)
            theirs.remove(rival)
    return Topic(
        frozenset(shared | names),
        tuple(mine),
        tuple(theirs),
        tuple(left_names),
        tuple(right_names),
        tuple(pairs),
    )


def _names(left: Reading, right: Reading) -> tuple[set[str], list[str], list[str]]:
    shared: set[str] = set()
    mine, theirs = [], list(right.names)
    for name in left.names:
        twin = next((other for other in theirs if same_name(name, other)), None)
        if twin is None:
            mine.append(name)
        else:
            theirs.remove(twin)
            shared.add(max(name, twin, key=len))
    return shared, mine, theirs


def _as_words(names: list[str], words: list[str], shared: set[str]) -> tuple[list[str], list[str]]:
    """Names that stand among the other side's words go over to what is shared."""
    kept = []
    for name in names:
        stems = {stem(word) for word in name.split()}
        if stems <= set(words):
            shared.add(name)
            words = [word for word in words if word not in stems]
        else:
            kept.append(name)
    return kept, words
