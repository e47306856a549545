"""What a line of the article looks like: its pieces, and the component classes of each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from workbench.tui.widgets.marks import FlatMarks, clipped
from workbench.tui.widgets.wrapping import Wrapped, clusters, is_simple

Spans = list[tuple[int, int]]


@dataclass
class Overlay:
    """What lies over the marks; each list sorted and disjoint, in code points."""

    dimmed: Spans = field(default_factory=list)
    hits: Spans = field(default_factory=list)
    parts: Spans = field(default_factory=list)
    selected: Spans = field(default_factory=list)
    caret: Spans = field(default_factory=list)
    current: tuple[int, int] | None = None

    def layers(self) -> tuple[tuple[str, Spans], ...]:
        """Component class and spans of what is drawn over the marks, lowest first."""
        return (
            ("article--current", [self.current] if self.current else []),
            ("article--part", self.parts),
            ("article--hit", self.hits),
            ("article--selected", self.selected),
            ("article--caret", self.caret),
        )


def line_pieces(
    wrapped: Wrapped, line: int, marks: FlatMarks, overlay: Overlay
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The displayed pieces of a line, each with its component classes, lowest first."""
    start, end = wrapped.starts[line], wrapped.ends[line]
    shown = wrapped.shown(line)
    stretches = _stretches(start, end, marks, overlay)
    if not stretches:
        yield shown, ()
        return
    cuts = {start, end, *(edge for a, b, _name in stretches for edge in (a, b))}
    caret_past_end = any(a == end for a, _b in overlay.caret)
    heads = None if is_simple(shown) else {cluster.start for cluster in clusters(shown)}
    edges = sorted(cut for cut in cuts if heads is None or cut == end or cut - start in heads)
    for begins, ends in pairwise(edges):
        names = tuple(name for a, b, name in stretches if a <= begins and b > begins)
        yield shown[begins - start : ends - start], names
    if caret_past_end:
        yield " ", ("article--caret",)


def _stretches(
    start: int, end: int, marks: FlatMarks, overlay: Overlay
) -> list[tuple[int, int, str]]:
    """Stretches of one component class each within a line, lowest layer first."""
    found = [(a, b, "article--dimmed") for a, b in clipped(overlay.dimmed, start, end)]
    found += [(a, b, f"article--{mark.state}") for a, b, mark in marks.between(start, end)]
    for name, spans in overlay.layers():
        found += [(a, b, name) for a, b in clipped(spans, start, end)]
    found += [(end, end, "article--caret") for a, _b in overlay.caret if a == end]
    return found
