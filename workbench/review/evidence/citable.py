"""What may be cited: checks of what a reviewer gives, and what must be told of a piece."""

from __future__ import annotations

import unicodedata
from urllib.parse import urlsplit

from db.rows import Article, Document, Evidence
from workbench.ingest.dates import iso_date
from workbench.review.outcome import ReviewError

STANCES = ("supports", "refutes", "context")
MAX_QUOTE, MAX_QUESTION, MAX_URL, MAX_SET = 5_000, 1_000, 2_000, 99
LATE = "published after the claim"
OWN = "from the article under review"
DIFFERS = "differs: "  # what a flag begins with that tells of a confirmed difference


def is_late(article_published: str | None, published: str | None) -> bool | None:
    """Whether a source was published after the claim; None where one of the dates is not known.

    The claim's date is that of its article (Schlichtkrull et al. 2023, AVeriTeC: evidence must
    have been published before the claim).
    """
    if not article_published or not published:
        return None
    return published[:10] > article_published[:10]


def check_quote_text(quote: str) -> str:
    """A quote, trimmed.

    Raises:
        ReviewError: it is empty, too long, or holds control characters.
    """
    trimmed = quote.strip()
    if not trimmed:
        raise ReviewError("the quote is empty")
    if len(trimmed) > MAX_QUOTE:
        raise ReviewError(
            f"a quote has at most {MAX_QUOTE:,} characters; this has {len(trimmed):,}"
        )
    for at, char in enumerate(trimmed):
        if unicodedata.category(char) in ("Cc", "Cs") and not char.isspace():
            raise ReviewError(
                f"the quote holds a control character (U+{ord(char):04X} at {at}); leave it out"
            )
    return trimmed


def flags_of(article: Article, document: Document | None, published: str | None) -> tuple[str, ...]:
    """What a reader must be told of a piece from this document, or published at this date."""
    when = document.published if document else published
    found = [LATE] if is_late(article.published, when) else []
    if document is not None and document.id == article.id:
        found.append(OWN)
    return tuple(found)


def same_piece(one: Evidence, other: Evidence) -> bool:
    """Whether two pieces are the same place in the same set."""
    held = one.source_id, one.start, one.end, one.set_no
    if held != (other.source_id, other.start, other.end, other.set_no):
        return False
    return one.source_id is not None or one.url == other.url


def check_stance(stance: str) -> str:
    """A stance.

    Raises:
        ReviewError: there is no such stance.
    """
    if stance not in STANCES:
        raise ReviewError(f"a stance is one of {', '.join(STANCES)}")
    return stance


def check_set(set_no: int) -> int:
    """The number of a set.

    Raises:
        ReviewError: it is out of range.
    """
    if not 1 <= set_no <= MAX_SET:
        raise ReviewError(f"a set is a number from 1 to {MAX_SET}")
    return set_no


def check_question(question: str) -> str:
    """A question on one line.

    Raises:
        ReviewError: it is too long.
    """
    kept = " ".join(question.split())
    if len(kept) > MAX_QUESTION:
        raise ReviewError(f"a question has at most {MAX_QUESTION:,} characters")
    return kept


def address_and_date(line: str) -> tuple[str, str | None]:
    """The address in a line, and the date of its publication where one stands behind it.

    Raises:
        ReviewError: it is no address, or what stands behind it is no date.
    """
    address, _, rest = line.strip().partition(" ")
    published = iso_date(rest) if rest.strip() else None
    if rest.strip() and published is None:
        raise ReviewError("behind an address stands its date, as 2019-05-01, or nothing")
    return check_url(address), published


def check_url(url: str) -> str:
    """An address, trimmed.

    Raises:
        ReviewError: it is no address of the web.
    """
    address = url.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    plain = not any(unicodedata.category(char)[0] in "CZ" for char in address)
    if parts.scheme not in ("http", "https") or not parts.netloc or not plain:
        raise ReviewError("an address begins with http:// or https:// and holds no space")
    if len(address) > MAX_URL:
        raise ReviewError(f"an address has at most {MAX_URL:,} characters")
    return address
