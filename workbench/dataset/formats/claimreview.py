"""ClaimReview: JSON-LD of schema.org, as fact-checkers publish it.

https://schema.org/ClaimReview and https://developers.google.com/search/docs/appearance/structured-data/factcheck.
One review for each claim that has a label. `url` is a name and no address: put in the address of the
page that publishes the check.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.dataset.formats import Format
from workbench.dataset.formats._ids import urn
from workbench.dataset.formats._target import one_line
from workbench.dataset.held import held_notes, held_sets, held_statement, holders
from workbench.dataset.json_lines import write_array
from workbench.dataset.records import ClaimRecord, EvidenceRecord
from workbench.dataset.view import Export, Losses


class ClaimReview(Format):
    """One JSON-LD document with all reviews in its graph."""

    suffix = ".jsonld"
    guessed = True
    text_modes = ("full", "masked")
    description = "ClaimReview: JSON-LD of schema.org, a review for each claim with a label"
    offsets = "none"

    def write(self, export: Export, path: Path) -> None:
        """Write the graph, a review a line."""
        head = '{"@context": "https://schema.org", "@graph": ['
        write_array(path, _reviews(export), head, "]}")


def _reviews(export: Export) -> Iterator[dict[str, Any]]:
    for record in export.records():
        if record["label"] is None:
            export.losses.leave_out(f"claim without a label ({record['label_by']})")
        else:
            yield _review(export, record)


def _review(export: Export, record: ClaimRecord) -> dict[str, Any]:
    name = urn("claimreview", record["claim"])
    known: dict[str, Any] = {
        "@type": "ClaimReview",
        "@id": name,
        "url": name,
        "claimReviewed": one_line(held_statement(record)),
        "datePublished": _date(record),
        "author": _authors(export, record),
        "reviewRating": _rating(export, record),
        "itemReviewed": _claim(record),
        "reviewBody": "\n".join(held_notes(record)) or None,
        "citation": _citations(record, export.losses) or None,
    }
    return {name: value for name, value in known.items() if value is not None}


def _authors(export: Export, record: ClaimRecord) -> list[dict[str, str]]:
    names = [review["reviewer"] for review in holders(record)]
    if not names:
        return [{"@type": "Organization", "name": f"project {export.project.id}"}]
    return [{"@type": "Person", "name": name} for name in names]


def _date(record: ClaimRecord) -> str | None:
    gold = [record["gold"]["decided_at"]] if record["gold"] else []
    times = gold or [review["decided_at"] for review in holders(record) if review["decided_at"]]
    return max(times)[:10] if times else None


def _rating(export: Export, record: ClaimRecord) -> dict[str, Any]:
    """The verdict's name; with numbers where the scheme's labels are steps, the first the best."""
    rating: dict[str, Any] = {
        "@type": "Rating",
        "alternateName": record["label_name"] or record["label"],
    }
    steps = [label.id for label in export.project.scheme.labels]
    if export.project.scheme.ordered and record["label"] in steps:
        rating["ratingValue"] = len(steps) - steps.index(record["label"])
        rating["bestRating"], rating["worstRating"] = len(steps), 1
    return rating


def _claim(record: ClaimRecord) -> dict[str, Any]:
    speaker = record["attributed_to"] or record["speaker"]
    work = {"@type": "CreativeWork", "url": record["url"], "headline": record["title"]}
    appearance = {name: value for name, value in work.items() if value is not None}
    known: dict[str, Any] = {
        "@type": "Claim",
        "text": record["quote"],
        "author": {"@type": "Person", "name": speaker} if speaker else None,
        "datePublished": record["published"],
        "appearance": appearance if len(appearance) > 1 else None,
    }
    return {name: value for name, value in known.items() if value is not None}


def _citations(record: ClaimRecord, losses: Losses) -> list[dict[str, Any]]:
    sets = held_sets(record)
    pieces = [piece for pieces in sets for piece in pieces]
    losses.map("stance of evidence, which has no place", len(pieces))
    losses.map("alternative set of evidence: its pieces stand among the others", len(sets[1:]))
    return [_citation(piece) for piece in pieces]


def _citation(piece: EvidenceRecord) -> dict[str, Any]:
    known: dict[str, Any] = {
        "@type": "Quotation",
        "text": piece["quote"],
        "url": piece["url"],
        "isPartOf": {"@type": "CreativeWork", "name": piece["title"]} if piece["title"] else None,
    }
    return {name: value for name, value in known.items() if value is not None}


FORMAT = ClaimReview()
