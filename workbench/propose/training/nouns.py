"""Write what nouns name and whom names are given to.

``python -m workbench.propose.training.nouns DICT NAMES``: DICT is the folder ``dict`` of WordNet,
NAMES a gzipped table with the columns ``first_name``, ``sex`` and ``count``, as those of the
United States Social Security Administration are given.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parents[1] / "data"
_FILES = {4: "event", 5: "animal", 10: "words", 11: "event", 14: "group", 15: "place", 18: "person",
          28: "time"}  # fmt: skip
_OUTWEIGHING = ("person", "group")  # kinds that most uses of a noun are enough for
_NOUN = re.compile(r"[a-z][a-z-]+")
_BORNE = 300  # bearers that a name must have
_SHARE = 0.97  # of them of one gender


class Sense(NamedTuple):
    """One meaning of a noun: its rank, the file that it is in, how often it was met."""

    rank: int
    file: int
    met: int
    common: bool  # is it written small, and no one thing?


def nouns(folder: Path) -> dict[str, list[str]]:
    """The nouns of each kind, by their first meaning or what they mean mostly."""
    found: dict[str, list[str]] = defaultdict(list)
    for noun, senses in sorted(_senses(folder).items()):
        common = [s for s in sorted(senses) if s.common]
        if not common:
            continue
        weights: dict[str, float] = defaultdict(float)
        for sense in senses:
            weights[_FILES.get(sense.file, "")] += sense.met + 0.5
        first, whole = _FILES.get(common[0].file, ""), sum(weights.values())
        mostly = [k for k in _OUTWEIGHING if first == k or weights[k] > whole / 2]
        kind = mostly[0] if mostly else first
        if kind:
            found[kind].append(noun)
    return found


def _senses(folder: Path) -> dict[str, list[Sense]]:
    synsets = dict(_synsets(folder / "data.noun"))
    found: dict[str, list[Sense]] = defaultdict(list)
    for line in (folder / "index.sense").read_text("utf-8").splitlines():
        key, offset, rank, met = line.split()
        noun, _, rest = key.partition("%")
        if rest[0] == "1" and _NOUN.fullmatch(noun):
            file, words, single = synsets[offset]
            common = noun in words and not single
            found[noun].append(Sense(int(rank), file, int(met), common))
    return found


def _synsets(path: Path) -> Iterator[tuple[str, tuple[int, list[str], bool]]]:
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("  "):
            continue  # the licence
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        yield fields[0], (int(fields[1]), fields[4 : 4 + 2 * count : 2], "@i" in fields)


def names(path: Path) -> dict[str, list[str]]:
    """The given names that nearly all who bear them share."""
    counts: dict[str, dict[str, float]] = defaultdict(lambda: {"m": 0.0, "f": 0.0})
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            counts[row["first_name"].lower()][row["sex"].lower()] += float(row["count"])
    found: dict[str, list[str]] = {"m": [], "f": []}
    for name, borne in sorted(counts.items()):
        gender = max(borne, key=lambda g: borne[g])
        whole = sum(borne.values())
        if name.isalpha() and whole >= _BORNE and borne[gender] >= _SHARE * whole:
            found[gender].append(name)
    return found


def write(words: dict[str, list[str]], out: Path) -> None:
    """One line for each kind."""
    joined = {kind: " ".join(sorted(some)) for kind, some in words.items()}
    out.write_text(json.dumps(joined, indent=0, ensure_ascii=False) + "\n", "utf-8")


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(prog="python -m workbench.propose.training.nouns")
    parser.add_argument("dict", type=Path, help="WordNet's folder dict")
    parser.add_argument("names", type=Path, help="how many bore each name")
    options = parser.parse_args()
    write(nouns(options.dict), DATA / "nouns.json")
    write(names(options.names), DATA / "given_names.json")


if __name__ == "__main__":
    main()
