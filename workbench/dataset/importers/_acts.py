"""What a mark says, as events on a claim; nothing that the reviewer holds already."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from db.imported import Given, known_id
from db.rows import Claim, Review
from workbench.dataset.importers.item import Citation, Mark, WorkError
from workbench.dataset.layers import CLAIM
from workbench.review.deciding import MAX_NOTE, MAX_TAG
from workbench.review.item import wording
from workbench.review.schemes import TARGETS, Scheme


class Labels:
    """What labels of a tool are in a project: verdicts of its scheme, or tags.

    A label is a verdict by what the user says, by its id, by its name, or by the name that it has
    in a well-known dataset. `claim` says nothing more than that there is one.
    """

    def __init__(self, scheme: Scheme, given: Mapping[str, str]) -> None:
        self._scheme = scheme
        self._known: dict[str, str] = {}
        for target in reversed(list(TARGETS)):
            for label in scheme.labels:
                if target in label.maps:
                    self._known[label.maps[target].casefold()] = label.id
        for label in scheme.labels:
            self._known[label.name.casefold()] = label.id
        for label in scheme.labels:
            self._known[label.id] = label.id
        for name, id in given.items():
            meant = scheme.named(id)
            if id != CLAIM and meant is None:
                known = ", ".join(label.id for label in scheme.labels)
                raise WorkError(f"the scheme has no verdict '{id}'; it has {known}")
            self._known[name.casefold()] = meant.id if meant else id

    def read(self, mark: Mark) -> tuple[str | None, tuple[str, ...]]:
        """The verdict of a mark, or None, and its tags.

        Raises:
            WorkError: a tag that the project does not allow.
        """
        verdict = self._verdict(mark.label)
        tags = list(mark.tags)
        if mark.label and verdict is None and mark.label.casefold() != CLAIM:
            tags.append(mark.label)
        cleaned = tuple(dict.fromkeys(" ".join(tag.split()) for tag in tags if tag.strip()))
        for tag in cleaned:
            if len(tag) > MAX_TAG:
                raise WorkError(f"the label or tag is longer than {MAX_TAG} characters")
            if not self._scheme.free_tags and tag not in self._scheme.tags:
                raise WorkError(f"'{tag}' is no verdict of the scheme and none of its tags")
        return verdict, cleaned

    def means_something(self, mark: Mark) -> bool:
        """Whether it says more than that there is a claim."""
        labelled = bool(mark.label) and str(mark.label).casefold() != CLAIM
        return labelled or bool(mark.tags or mark.note or mark.discarded or mark.later)

    def _verdict(self, label: str | None) -> str | None:
        found = self._known.get((label or "").casefold())
        return None if found == CLAIM else found


class Wanted(NamedTuple):
    """What a reviewer is to hold of a claim."""

    mark: Mark
    verdict: str | None
    tags: tuple[str, ...]
    span: tuple[int, int]


AS_IT_STOOD = ("moved", "reworded")
"""Kinds that say nothing where a mark has the claim as it stood: there is no event to know it by
when the same item comes again, after another mark has changed the claim."""


def differ(before: Wanted, after: Wanted) -> bool:
    """Whether two marks of one reviewer on a claim say what cannot both be held."""
    return any(
        one and other and one != other
        for one, other in zip(_said(before), _said(after), strict=True)
    )


def _said(wanted: Wanted) -> tuple[object, ...]:
    mark = wanted.mark
    decided = "discarded" if mark.discarded else wanted.verdict
    return decided, wording(mark.statement or ""), mark.note.strip(), mark.moved or wanted.span


def joined(before: Wanted, after: Wanted) -> Wanted:
    """Two marks of one reviewer on a claim as one; what the later one says counts."""
    first, last = before.mark, after.mark
    decides = last.discarded or last.later or after.verdict is not None
    mark = replace(
        last,
        statement=last.statement or first.statement,
        note=last.note or first.note,
        discarded=last.discarded if decides else first.discarded,
        later=last.later if decides else first.later,
        evidence=tuple(dict.fromkeys((*first.evidence, *last.evidence))),
        evidence_words=last.evidence_words or first.evidence_words,
    )
    verdict = after.verdict if decides else before.verdict
    tags = tuple(dict.fromkeys((*before.tags, *after.tags)))
    return Wanted(mark, verdict, tags, after.span)


def events(claim: Claim, now: Review | None, wanted: Wanted, scheme: str, item: str) -> list[Given]:
    """The events that bring a reviewer from what she holds to what is wanted.

    Args:
        claim: the claim.
        now: what she holds of it, None for nothing.
        wanted: what the mark says.
        scheme: name and version of the scheme.
        item: what the item is known by.
    """
    made = []
    for kind, payload in _changes(claim, now, wanted, scheme):
        key = json.dumps([item, claim.id, kind, payload], sort_keys=True)
        given = Given(key, kind, claim.article_id, claim.id, payload, _when(wanted.mark, kind))
        made.append(given)
    return made


def _when(mark: Mark, kind: str) -> str | None:
    return mark.decided or mark.at if kind in ("verdict", "discarded") else mark.at


def _changes(
    claim: Claim, now: Review | None, wanted: Wanted, scheme: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    mark = wanted.mark
    # First, for what is last is when her review changed, and a decision may be earlier.
    if mark.discarded:
        if now is None or not now.discarded:
            yield "discarded", {}
    elif wanted.verdict is not None:
        if now is None or now.verdict != wanted.verdict:
            yield "verdict", {"label": wanted.verdict, "scheme": scheme}
    elif mark.later and (now is None or not now.later):
        yield "later", {}
    span = mark.moved or wanted.span
    held = (claim.start, claim.end)
    if now is not None and now.start is not None and now.end is not None:
        held = (now.start, now.end)
    if span != held:
        yield "moved", {"start": span[0], "end": span[1]}
    yield from _words(claim, now, wanted)
    for number, citation in enumerate(mark.evidence):
        yield from _cited(claim, now, mark, number, citation)


def _words(
    claim: Claim, now: Review | None, wanted: Wanted
) -> Iterator[tuple[str, dict[str, Any]]]:
    for tag in wanted.tags:
        if now is None or tag not in now.tags:
            yield "tagged", {"tag": tag}
    words = "" if now is not None and now.evidence else wanted.mark.evidence_words
    note = f"{wanted.mark.note.strip()}\n{words}".strip()[:MAX_NOTE]
    if note and (now is None or now.note != note):
        yield "noted", {"text": note}
    statement = wording(wanted.mark.statement or "")
    if statement and statement != wording((now and now.statement) or claim.statement):
        yield "reworded", {"statement": statement}


def _cited(
    claim: Claim, now: Review | None, mark: Mark, number: int, citation: Citation
) -> Iterator[tuple[str, dict[str, Any]]]:
    """A piece of evidence, unless she holds it."""
    own = known_id("evidence", claim.id, mark.reviewer or "", str(number), json.dumps(citation))
    id = citation.id or own
    if now is not None and any(piece.id == id for piece in now.evidence):
        return
    yield (
        "cited",
        {
            "evidence": id,
            "source_id": citation.source,
            "url": citation.url,
            "start": citation.start,
            "end": citation.end,
            "quote": citation.quote,
            "stance": citation.stance,
            "check": citation.check,
            "set_no": citation.set_no,
            "question": citation.question,
            "flags": list(citation.flags),
        },
    )
