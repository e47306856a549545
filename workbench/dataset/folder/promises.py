"""What the options of a dataset promise of its sides, its rows and their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any

from db.rows import Problem
from workbench.dataset.choice import AS_QUOTED, PSEUDONYM, Choice, settled
from workbench.dataset.folder.loading import Loaded
from workbench.dataset.folder.naming import WHOLE, file_of
from workbench.dataset.formats import FormatError
from workbench.dataset.records import ClaimRecord
from workbench.dataset.splits.assign import SIDES, SplitError, shares, sides

_PSEUDONYM = re.compile(PSEUDONYM)


def promise_problems(found: Loaded) -> Iterator[Problem]:
    """Where sides, files and articles are not as the options say."""
    yield from _names(found.values)
    yield from _articles(found, found.values)
    if found.read and found.values["left_out"]:
        yield Problem("manifest", "left_out", "this format holds everything")


class Rows:
    """Looks at one claim after the other: at its place, and at what the options promise of it."""

    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        self._before: tuple[str, tuple[str, int, int, str]] | None = None

    def problems(self, side: str, record: ClaimRecord) -> Iterator[Problem]:
        """What is wrong with the claim that comes next."""
        where, here = f"claim {record['claim']}", (side, _place(record))
        if self._before is not None and self._before[0] == side and self._before >= here:
            yield Problem("order", where, f"stands in the wrong place of {side}")
        self._before = here
        names = [review["reviewer"] for review in record["reviews"]]
        if names != sorted(names):
            yield Problem("order", where, "its reviews are not in the order of their reviewers")
        for what in _broken(record, self._options):
            yield Problem("options", where, what)


def _place(record: ClaimRecord) -> tuple[str, int, int, str]:
    return record["article"], record["start"], record["end"], record["claim"]


def _names(values: dict[str, Any]) -> Iterator[Problem]:
    """The sides and their files are those that split and format make."""
    options, there = values["options"], list(values["splits"])
    split = options["split"]
    if split is None:
        fits = there == [WHOLE]
    elif split == "by hand":
        fits = there == [side for side in SIDES if side in there]
    else:
        fits = there == _made_by(split)
    if not fits:
        told = f"the split is {split or 'none'}, but there are {', '.join(there)}"
        yield Problem("options", "split", told)
    for side, one in values["splits"].items():
        path = _file_of(side, options["format"])
        inside = any(path is not None and _is_in(name, path) for name in values["files"])
        if one["path"] != path or (one["claims"] and not inside):
            yield Problem("options", side, f"is not a file of the format {options['format']}")


def _made_by(split: object) -> list[str]:
    try:
        return list(sides(len(shares(str(split)))))
    except SplitError:
        return []


def _file_of(side: str, format: str) -> str | None:
    try:
        return file_of(side, format)
    except FormatError:
        return None


def _is_in(name: str, path: str) -> bool:
    return not path or PurePath(name).is_relative_to(path)


def _articles(found: Loaded, values: dict[str, Any]) -> Iterator[Problem]:
    """Articles stand side by side, in the order of their ids, and as many as are told."""
    order = {side: at for at, side in enumerate(values["splits"])}
    before = (-1, "")
    for article, row in found.articles.items():
        here = (order.get(row["split"], len(order)), article)
        if here <= before:
            yield Problem("order", f"article {article}", "stands in the wrong place")
        before = here
    for side, one in values["splits"].items():
        number = sum(row["split"] == side for row in found.articles.values())
        if number != one["articles"]:
            told = f"says {one['articles']} for articles, there are {number}"
            yield Problem("manifest", f"splits of {side}", told)
    if values["counts"]["articles"] != len(found.articles):
        told = f"says {values['counts']['articles']} for articles, there are {len(found.articles)}"
        yield Problem("manifest", "counts", told)


def _broken(record: ClaimRecord, options: dict[str, Any]) -> Iterator[str]:
    """What a claim has that it should not have, or has not that it should."""
    reviews = record["reviews"]
    pieces = [piece for review in reviews for piece in review["evidence"]]
    if options["labels"] == "all":
        choice = Choice(
            decided=options["decided"],
            verdicts=tuple(options["verdicts"]),
            tags=tuple(options["tags"]),
            agreement=options["agreement"],
            verbatim=options["verbatim"],
        )
        if not choice.wants(record):
            yield "would have been left out by the filters"
        return
    if options["labels"] == "gold" and record["label_by"] != "open" and settled(record) is None:
        yield f"its label is by {record['label_by']}, not gold"
    if len(reviews) > 1:
        yield f"has {len(reviews)} reviews for one label"
    unlabelled = record["label"] is None
    if (options["decided"] and unlabelled) or (
        options["verdicts"] and record["label"] not in options["verdicts"]
    ):
        yield "would have been left out by the filters"
    if options["verbatim"] and any(piece["check"] not in AS_QUOTED for piece in pieces):
        yield "has evidence that is not as quoted"


def shown_problems(record: ClaimRecord, options: dict[str, Any]) -> Iterator[str]:
    """What a claim shows that pseudonyms and the mode of texts keep back."""
    reviewers: Sequence[str] = [review["reviewer"] for review in record["reviews"]]
    if record["origin"] == "reviewer":
        reviewers = [*reviewers, record["proposer"]]
    if options["pseudonyms"] and not all(_PSEUDONYM.fullmatch(name) for name in reviewers):
        yield "names a reviewer who should bear a pseudonym"
    if options["text"] == "none" and (record["quote"] or record["statement"]):
        yield "shows words that it should not"
