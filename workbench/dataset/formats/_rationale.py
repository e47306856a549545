"""Evidence as numbers of sentences, as FEVER and SciFact have it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from typing import NamedTuple

from workbench.dataset.records import EvidenceRecord
from workbench.dataset.view import Export, SourceView

HELD = 64  # sources whose sentences are kept at hand


class Cited(NamedTuple):
    """A source with its sentences as spans."""

    source: SourceView
    sentences: list[tuple[int, int]]

    def lines(self) -> list[str]:
        """The sentences, each on one line."""
        return [" ".join(self.source.text[start:end].split()) for start, end in self.sentences]


class Rationales:
    """The sources that an export cites, cut into sentences; the last ones used are kept."""

    def __init__(self, export: Export) -> None:
        self._export = export
        self._held: OrderedDict[str, Cited | None] = OrderedDict()
        self.ids: set[str] = set()
        """The ids of all sources that evidence was found in."""

    def cited(self, source: str) -> Cited | None:
        """A source with its sentences; None where its text is not held."""
        if source not in self._held:
            self._held[source] = self._read(source)
            if len(self._held) > HELD:
                self._held.popitem(last=False)
        self._held.move_to_end(source)
        return self._held[source]

    def numbers(self, piece: EvidenceRecord) -> list[int]:
        """The numbers, from 0, of the sentences that a piece of evidence touches.

        Empty where the source's text, or the place in it, is not held.
        """
        if piece["source"] is None or piece["start"] is None or piece["end"] is None:
            return []
        found = self.cited(piece["source"])
        if found is None:
            return []
        first = bisect_right([end for _, end in found.sentences], piece["start"])
        last = bisect_left([start for start, _ in found.sentences], piece["end"])
        if first < last:
            self.ids.add(piece["source"])
        return list(range(first, last))

    def _read(self, id: str) -> Cited | None:
        from workbench.text.language import language as recognise
        from workbench.text.sentences import sentences

        source = self._export.source(id)
        if source is None:
            return None
        return Cited(source, sentences(source.text, recognise(source.text)))
