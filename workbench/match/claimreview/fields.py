"""The fields of a checked claim, from a ClaimReview or from a row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any, NamedTuple

from workbench.match.claimreview.jsonld import part, text_of
from workbench.match.claimreview.verdict import Polarity, of_rating, polarity

_JOINT = re.compile(r"[\s_.-]+")
_HUMP = re.compile(r"([a-z0-9])([A-Z])")
_SPACES = re.compile(r"\s+")
_TAGS = re.compile(r"</?(?:p|b|i|em|strong|br|span|a|div)\b[^<>]*>", re.IGNORECASE)
_USUAL = {
    "statement": "claim_reviewed statement claim vclaim claim_text text",
    "title": "title headline name",
    "verdict": "verdict alternate_name textual_rating rating_name label rating",
    "publisher": "publisher publisher_name author author_name fact_checker site organization",
    "url": "url link review_url permalink",
    "claimant": "claimant speaker claim_author said_by",
    "claimed": "claimed claim_date claimed_at date_claimed",
    "published": "published date_published published_at review_date date",
    "language": "language lang in_language",
    "external_id": "id vclaim_id claim_id external_id identifier uid key",
}
_NAMES = {field: names.split() for field, names in _USUAL.items()}


@dataclass
class ClaimReviewError(ValueError):
    """A file of checked claims that cannot be taken; its string is one line."""

    what: str
    where: str
    hint: str = "nothing of the file is stored"

    def __str__(self) -> str:
        return " ".join(f"{self.where}: {self.what}; {self.hint}".split())


class Item(NamedTuple):
    """A checked claim as it was read."""

    statement: str
    title: str | None = None
    verdict: str | None = None
    polarity: Polarity = "unknown"
    publisher: str | None = None
    url: str | None = None
    claimant: str | None = None
    claimed: str | None = None
    published: str | None = None
    language: str | None = None
    external_id: str | None = None
    origin: str | None = None
    meta: dict[str, str] = {}  # noqa: RUF012 -- never changed


def from_review(review: dict[str, Any], where: str) -> Item:
    """The fields of a ClaimReview whose keys are bare.

    Raises:
        ClaimReviewError: it has no `claimReviewed`.
    """
    statement = text_of(review.get("claimReviewed"))
    if statement is None:
        raise ClaimReviewError("is a ClaimReview without claimReviewed", where)
    rating = review.get("reviewRating")
    verdict = _clean(text_of(part(rating, "alternateName")) or text_of(part(rating, "name")))
    numbers = {
        name: value
        for name in ("ratingValue", "bestRating", "worstRating")
        if (value := text_of(part(rating, name)))
    }
    said = part(review, "itemReviewed")
    given = polarity(verdict) if verdict else of_rating(**_numbers(numbers))
    return Item(
        statement=_clean(statement) or statement,
        title=_clean(text_of(review.get("headline")) or text_of(review.get("name"))),
        verdict=verdict,
        polarity=given,
        publisher=_clean(text_of(review.get("publisher")) or text_of(review.get("author"))),
        url=text_of(review.get("url")),
        claimant=_clean(text_of(part(said, "author"))),
        claimed=_date(text_of(part(said, "datePublished"))),
        published=_date(text_of(review.get("datePublished"))),
        language=text_of(review.get("inLanguage")),
        external_id=text_of(review.get("identifier")) or text_of(review.get("@id")),
        origin=where,
        meta=numbers,
    )


def from_row(row: dict[str, Any], where: str) -> Item:
    """The fields of a row or a plain object, by the usual names of their columns.

    The first column is the id where it has no name. Of what is in no known column the texts and
    numbers are kept in `meta`.

    Raises:
        ClaimReviewError: no column holds the statement, or it is empty.
    """
    plain = {_plain(str(name)) or "id": name for name in reversed(row)}
    found = {
        field: next((plain[name] for name in names if name in plain), None)
        for field, names in _NAMES.items()
    }
    if found["statement"] is None:
        shown = ", ".join(map(str, list(row)[:12])) or "none"
        what = f"has no column with the claim (statement, claim or claimReviewed); it has {shown}"
        raise ClaimReviewError(what, where)
    statement = text_of(row[found["statement"]])
    if statement is None:
        raise ClaimReviewError(f"has an empty {found['statement']!r}", where)
    values = {field: text_of(row[name]) for field, name in found.items() if name is not None}
    values |= {field: _date(values.get(field)) for field in ("claimed", "published")}
    used = set(found.values())
    meta = {
        str(name): text
        for name, value in row.items()
        if name not in used and not isinstance(value, dict | list) and (text := text_of(value))
    }
    verdict = values.get("verdict")
    known = polarity(verdict) if verdict else "unknown"
    return Item(**{**values, "statement": statement}, polarity=known, origin=where, meta=meta)  # type: ignore[arg-type]


def is_statement(column: str) -> bool:
    """Whether a column of this name holds the claim."""
    return _plain(column) in _NAMES["statement"]


def _plain(name: str) -> str:
    """ "Claim Reviewed", "claim-reviewed" and "claimReviewed" are all "claim_reviewed"."""
    return "_".join(_JOINT.split(_HUMP.sub(r"\1_\2", name.strip()))).lower()


def _clean(text: str | None) -> str | None:
    """Without the marks of a web page that some publishers leave in."""
    if text is None:
        return None
    if "<" in text:
        text = _TAGS.sub(" ", text)
    if "&" in text:
        text = unescape(text)
    return _SPACES.sub(" ", text).strip() or None


def _date(text: str | None) -> str | None:
    """`YYYY-MM-DD` of a date in ISO 8601, or None."""
    try:
        return date.fromisoformat(text[:10]).isoformat() if text else None
    except ValueError:
        return None


def _numbers(given: dict[str, str]) -> dict[str, float]:
    names = {"ratingValue": "value", "bestRating": "best", "worstRating": "worst"}
    found = {}
    for name, text in given.items():
        try:
            found[names[name]] = float(text)
        except ValueError:
            continue
    return found
