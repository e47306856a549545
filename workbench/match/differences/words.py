"""Where two texts differ in negation, quantifiers, opposites, or in who did what to whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from workbench.match.differences.kinds import Difference, Sides
from workbench.match.facts.stems import FUNCTION, stem
from workbench.match.facts.values import Fact
from workbench.match.facts.words import opposite
from workbench.text.fold import fold
from workbench.text.words import words

PLAIN = frozenset(("not", "no", "neither"))  # negations that say the same
SCOPE = 3  # content words behind a negation that it negates, at most


def word_differences(sides: Sides) -> Iterator[Difference]:
    """Negations, quantifiers, opposites, and in strict comparison words that changed places."""
    yield from _negation(sides)
    if sides.strict:
        left, right = _unmatched(*sides.of("quantifier"))
        yield from _paired(sides, left, right)
    yield from _opposites(sides)
    if sides.strict:
        yield from _crossed(sides)


def _negation(sides: Sides) -> Iterator[Difference]:
    left, right = _unmatched(*sides.of("negation"))
    if len(left) == len(right) and not sides.strict:
        return
    if sides.strict:
        yield from _stronger(sides, left, right)
        one, other = left[len(right) :], right[len(left) :]
    else:
        one = [fact for fact in left if _affirmed(fact, sides.left, sides.right)]
        other = [fact for fact in right if _affirmed(fact, sides.right, sides.left)]
        if one and other:
            return
    for fact in one:
        yield sides.differ("negation", fact.text, "")
    for fact in other:
        yield sides.differ("negation", "", fact.text)


def _stronger(sides: Sides, left: list[Fact], right: list[Fact]) -> Iterator[Difference]:
    """Two negations of which one says more: "never" is more than "not", "no longer" is less."""
    for one, other in zip(left, right, strict=False):
        if not PLAIN.issuperset((one.value, other.value)):
            yield sides.differ("negation", one.text, other.text)


def _unmatched(left: list[Fact], right: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """The facts whose class the other side has not as often."""
    return _beyond(left, right), _beyond(right, left)


def _beyond(facts: list[Fact], others: list[Fact]) -> list[Fact]:
    count = Counter(fact.value for fact in others)
    found = []
    for fact in facts:
        if count[fact.value]:
            count[fact.value] -= 1
        else:
            found.append(fact)
    return found


def _paired(sides: Sides, left: list[Fact], right: list[Fact]) -> Iterator[Difference]:
    for at in range(max(len(left), len(right))):
        one = left[at].text if at < len(left) else ""
        other = right[at].text if at < len(right) else ""
        yield sides.differ("quantifier", one, other)


def _affirmed(negation: Fact, text: str, other: str) -> bool:
    """Whether a word that is negated in one text stands in the other."""
    scope = [stem(word) for word in content(text[negation.end : negation.end + 60])][:SCOPE]
    stems = {stem(word) for word in content(other)}
    return any(word in stems for word in scope)


def _opposites(sides: Sides) -> Iterator[Difference]:
    """Words of one text alone whose opposite is in the other alone."""
    one, other = content(sides.left, 2), content(sides.right, 2)
    mine, theirs = {stem(word) for word in one}, {stem(word) for word in other}
    free = [word for word in other if stem(word) not in mine]
    for word in one:
        if stem(word) in theirs:
            continue
        twin = next((rival for rival in free if opposite(word, rival)), None)
        if twin:
            free.remove(twin)
            yield sides.differ("opposite", word, twin)


def _crossed(sides: Sides) -> Iterator[Difference]:
    """Runs of words that changed places: "the council sued the union" the other way around."""
    from rapidfuzz.distance import Levenshtein

    one, other = content(sides.left), content(sides.right)
    mine, theirs = [word.casefold() for word in one], [word.casefold() for word in other]
    blocks = [
        (op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Levenshtein.opcodes(mine, theirs)
        if op.tag == "replace"
    ]
    known = {
        str(fact.value) for fact in (*sides.left_facts, *sides.right_facts) if fact.kind == "name"
    }
    for at, (a, b, c, d) in enumerate(blocks):
        for e, f, g, h in blocks[at + 1 :]:
            if mine[a:b] == theirs[g:h] and mine[e:f] == theirs[c:d]:
                first, second = " ".join(one[a:b]), " ".join(one[e:f])
                if {first.casefold(), second.casefold()} <= known:
                    continue  # told as names
                yield sides.differ("order", f"{first} … {second}", f"{second} … {first}")


def content(text: str, shortest: int = 1) -> list[str]:
    """The words of a text that carry meaning, as they are written but for typography."""
    found: Sequence[tuple[int, int]] = words(folded := fold(text).text)
    extra = ("before", "after", "above", "below", "more", "fewer", "less", "up", "down", "if")
    return [
        word
        for start, end in found
        if len(word := folded[start:end]) >= shortest
        and (word not in FUNCTION or word in extra)
        and (word[0].isalnum() or len(word) > 1)
    ]
