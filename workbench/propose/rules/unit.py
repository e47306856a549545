"""The chunk of words that the clause rules go by."""

from __future__ import annotations


class Unit:
    """A chunk of words ``[a, b)`` of one sentence.

    ``kind``: NP, T (time without a preposition), VG, ADJ, ADV, IN, SUB (sure to open a clause),
    MAYBE (preposition or subordinator), W (relative or question word), THAT, CC, P (a mark).
    Of a verb group: ``form`` is fin, inf, ing, ed or base; ``main`` its last verb; ``head`` of a
    noun phrase its last noun.
    """

    __slots__ = ("a", "aux_end", "b", "form", "head", "kind", "main", "negated", "passive")

    def __init__(self, kind: str, a: int, b: int) -> None:
        self.kind, self.a, self.b = kind, a, b
        self.form = ""
        self.head = self.main = b - 1
        self.aux_end = a
        self.negated = self.passive = False

    def __repr__(self) -> str:
        return f"{self.kind}{'/' + self.form if self.form else ''}[{self.a}:{self.b}]"
