"""Prove a dataset: its files, spans, labels, evidence and splits, and that its card tells of them.

What was edited shows by its hash; what was edited together with the hash, by what no longer
follows from the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from db.rows import Problem
from workbench.dataset.folder import card, guidelines, manifest
from workbench.dataset.folder.census import Census
from workbench.dataset.folder.figures import figure_problems
from workbench.dataset.folder.forms import malformed
from workbench.dataset.folder.loading import Loaded, LoadError, load
from workbench.dataset.folder.pairs import pair_problems
from workbench.dataset.folder.promises import Rows, promise_problems
from workbench.dataset.folder.proofs import article_problems, claim_problems
from workbench.dataset.records import ClaimRecord
from workbench.dataset.splits.near_texts import Progress

Texts = Callable[[str], str | None]  # id of an article or source → its text, None if not at hand


def no_texts(_id: str) -> str | None:
    """What stands for texts that are not at hand."""
    return None


def verify(
    folder: Path,
    texts: Texts = no_texts,
    progress: Progress | None = None,
    sha256: str | None = None,
) -> Iterator[Problem]:
    """Everything that is wrong with a dataset; nothing when it is sound.

    Args:
        folder: the dataset.
        texts: texts that the dataset does not hold itself, by their ids.
        progress: called with the claims compared so far and their number.
        sha256: what the SHA-256 of the manifest must be, as the export told it.
    """
    try:
        values = manifest.read(folder)
        if sha256 is not None and manifest.digest(folder) != sha256:
            told = f"is not the one that was exported: its SHA-256 is {manifest.digest(folder)}"
            yield Problem("manifest", manifest.NAME, told)
        yield from _files(folder, values)
        yield from _card(folder, values)
        yield from guidelines.problems(folder, values)
        found = load(folder, values)
    except LoadError as error:
        yield Problem("file", error.where, error.what)
        return
    except (ValueError, KeyError, TypeError) as error:
        yield Problem("manifest", str(folder / manifest.NAME), f"cannot be used: {error}")
        return
    texts = _with_own(found, values, texts)
    try:
        census = Census(found)
        yield from promise_problems(found)
        yield from _claims(found, census, texts)
        if found.read:
            yield from _sides(found, census)
            yield from figure_problems(found, census)
            if values["options"]["split"]:
                yield from pair_problems(found, census, texts, progress)
    except LoadError as error:
        yield Problem("file", error.where, error.what)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        yield Problem("file", str(folder), f"a row lacks what it should have: {error!r}")


def _with_own(found: Loaded, values: dict[str, Any], texts: Texts) -> Texts:
    """The texts of the dataset itself, then those that are given."""
    if values["options"]["text"] != "full":
        return texts
    own = found.articles
    return lambda id: own[id]["text"] if id in own else texts(id)


def _files(folder: Path, values: dict[str, Any]) -> Iterator[Problem]:
    if (folder / manifest.NAME).read_bytes() != manifest.sealed(values):
        yield Problem("manifest", manifest.NAME, "is not what was written: its own hash differs")
    named = dict(values["files"])
    there = {path.relative_to(folder).as_posix(): path for path in manifest.files_of(folder)}
    found = manifest.measured(folder, [there[name] for name in named if name in there])
    for name, expected in named.items():
        if name not in found:
            yield Problem("file", name, "is missing")
        elif found[name] != expected:
            yield Problem("file", name, "is not what was written: its SHA-256 differs")
    for name in there:
        if name not in named:
            yield Problem("file", name, "is not named in the manifest")


def _card(folder: Path, values: dict[str, Any]) -> Iterator[Problem]:
    path = folder / manifest.CARD
    if not path.is_file():
        yield Problem("card", manifest.CARD, "is missing")
        return
    expected = card.card(values).encode("utf-8", "backslashreplace")
    if path.read_bytes() != expected:
        yield Problem("card", manifest.CARD, "tells something else than the manifest")


def _claims(found: Loaded, census: Census, texts: Texts) -> Iterator[Problem]:
    """Each article with its claims; they are read once, and none is held."""
    values, left = found.values, dict.fromkeys(found.articles)
    rows = Rows(values["options"])
    for side, article, records in found.runs():
        row = found.articles.get(article)
        if row is not None:
            left.pop(article, None)
            yield from article_problems(row, records, values, texts)
            if row["split"] != side:
                what = f"has claims in {side}, but is in {row['split']}"
                yield Problem("split", f"article {article}", what)
        for record in records:
            census.add(side, record)
            yield from rows.problems(side, record)
            yield from _claim(record, row, values, texts)
    for article in left:
        yield from article_problems(found.articles[article], [], values, texts)


def _claim(
    record: ClaimRecord, row: dict[str, Any] | None, values: dict[str, Any], texts: Texts
) -> Iterator[Problem]:
    where = f"claim {record['claim']}"
    if row is None:
        yield Problem("claim", where, f"article {record['article']} is not in the dataset")
        return
    yield from claim_problems(record, row, values, texts)
    for what in malformed(record, values["options"]["labels"]):
        yield Problem("claim", where, what)


def _sides(found: Loaded, census: Census) -> Iterator[Problem]:
    for side, expected in found.values["splits"].items():
        labels, articles = dict(census.labels[side]), len(census.articles[side])
        told = (expected["labels"], expected["articles"], expected["claims"])
        if told != (labels, articles, sum(labels.values())):
            yield Problem("split", side, "has other claims or labels than the manifest says")
