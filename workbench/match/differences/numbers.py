"""Where the numbers and units of two texts differ."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import isclose

from workbench.match.differences.kinds import Difference, DifferenceKind, Sides
from workbench.match.facts.stems import stem
from workbench.match.facts.values import Fact, Quantity

CLOSE = 0.01  # converted units are written rounded: 5 miles, 8 km


def number_differences(sides: Sides) -> Iterator[Difference]:
    """The quantities that differ."""
    left, right = sides.of("quantity")
    matched: list[tuple[Fact, Fact]] = []
    for fact in list(left):
        twin = next((other for other in right if same(_value(fact), _value(other))), None)
        if twin:
            matched.append((fact, twin))
            left.remove(fact)
            right.remove(twin)
    if sides.strict:
        yield from _swapped(sides, matched)
    for fact in list(left):
        rival = _rival(fact, right, strict=sides.strict)
        if rival:
            left.remove(fact)
            right.remove(rival)
            kind = _kind(_value(fact), _value(rival))
            if sides.strict or kind == "unit" or not compatible(_value(fact), _value(rival)):
                shown = _shown(fact, kind, sides.left), _shown(rival, kind, sides.right)
                yield sides.differ(kind, *shown)
    if sides.strict:
        for fact in left:
            yield sides.differ("number", fact.text, "")
        for fact in right:
            yield sides.differ("number", "", fact.text)


def _swapped(sides: Sides, matched: list[tuple[Fact, Fact]]) -> Iterator[Difference]:
    """Two numbers that changed places."""
    for (a, a2), (b, b2) in pairwise(matched):
        if a2.start > b2.start and _value(a).value != _value(b).value:
            yield sides.differ("number", f"{a.text} … {b.text}", f"{b2.text} … {a2.text}")


def equal_values(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities are as much, their bounds aside."""
    if left.unit != right.unit:
        return False
    tolerance = 1e-9 if left.written == right.written else CLOSE
    return isclose(left.value, right.value, rel_tol=tolerance, abs_tol=1e-12)


def same(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities say the same; "about 50" and "50" do."""
    return equal_values(left, right) and left.bound.strip("~") == right.bound.strip("~")


def comparable(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities are of one kind: lengths, sums of a currency, counts of one thing."""
    if left.unit != right.unit:
        return False
    return not (left.of and right.of) or stem(left.of) == stem(right.of)


def compatible(left: Quantity, right: Quantity) -> bool:
    """Whether both may be true: "more than 40" and "52", "about 50" and "51"."""
    if not left.bound and not right.bound:
        return equal_values(left, right)
    if "~" in (left.bound, right.bound) and left.unit == right.unit:
        return isclose(left.value, right.value, rel_tol=0.05)
    if left.bound and right.bound:
        if left.bound == right.bound:
            return True
        low, high = (left, right) if left.bound == ">" else (right, left)
        return low.value < high.value
    bound, exact = (left, right) if left.bound else (right, left)
    return exact.value >= bound.value if bound.bound == ">" else exact.value <= bound.value


def _rival(fact: Fact, others: list[Fact], *, strict: bool) -> Fact | None:
    """The quantity on the other side that answers this one."""
    value = _value(fact)
    fits = [other for other in others if comparable(value, _value(other))]
    fits += [
        o
        for o in others
        if o not in fits
        and value.number == _value(o).number
        and (strict or _same_dimension(value, _value(o)))
    ]
    if strict:
        fits += [other for other in others if other not in fits]
    return fits[0] if fits else None


def _same_dimension(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities have units, both of them, as 5 dollars and 5 euros have."""
    return bool(left.unit) and bool(right.unit) and "ordinal" not in (left.unit, right.unit)


def _kind(left: Quantity, right: Quantity) -> DifferenceKind:
    if left.written != right.written and left.number == right.number:
        return "unit"
    return "quantifier" if equal_values(left, right) else "number"


def _shown(fact: Fact, kind: DifferenceKind, text: str) -> str:
    if kind != "quantifier":
        return fact.text
    bound = {">": "more than", "<": "less than"}.get(_value(fact).bound, "")
    before = text[max(0, fact.start - 14) : fact.start].split()[-2:]
    return f"{' '.join(before) if bound else ''} {fact.text}".strip()


def _value(fact: Fact) -> Quantity:
    assert isinstance(fact.value, Quantity)
    return fact.value
