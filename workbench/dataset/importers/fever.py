"""FEVER: claims with their labels; each is an article of its own.

Its evidence names pages of an old Wikipedia and sentences on them. The store cannot quote what it
does not hold, so the names stand in the claim's note.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.dataset.importers import Importer
from workbench.dataset.importers._json import Found, objects, text_of
from workbench.dataset.importers.item import Aside, Item, Mark


class Fever(Importer):
    """One claim a line; a folder as we export it holds them in `claims.jsonl`."""

    description = "FEVER: claims with labels, one a line"
    reviewer = "fever"

    def read(self, path: Path, encoding: str | None = None) -> Iterator[Item | Aside]:
        """The claims of a file, or of `claims.jsonl` in a folder or its sides."""
        for found in objects(path, encoding, "claims.jsonl"):
            yield found if isinstance(found, Aside) else _item(found)


def _item(found: Found) -> Item | Aside:
    row = found.value
    claim = text_of(row.get("claim"))
    if claim is None:
        return Aside(found.where, "has no claim ('claim')", row)
    mark = Mark(
        start=0,
        end=len(claim),
        quote=claim,
        label=text_of(row.get("label")),
        note=_note(row),
        raw=row,
    )
    meta = {"fever id": json.dumps(row["id"])} if "id" in row else {}
    return Item(
        where=found.where,
        text=claim,
        marks=(mark,),
        language="en",
        encoding=found.encoding,
        meta=meta,
        raw=row,
    )


def _note(row: Mapping[str, Any]) -> str:
    """The evidence in words, a set a line: any one line is enough."""
    lines = []
    sets = row.get("evidence")
    for one in sets if isinstance(sets, list) else []:
        pieces = [
            f"{piece[2]}, sentence {piece[3]}"
            for piece in (one if isinstance(one, list) else [])
            if isinstance(piece, list) and len(piece) >= 4 and piece[2] is not None
        ]
        if pieces:
            lines.append("evidence: " + "; ".join(pieces))
    return "\n".join(dict.fromkeys(lines))


IMPORTER = Fever()
