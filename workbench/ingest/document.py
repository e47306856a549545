"""An article as it was read, before it is stored."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.ingest.errors import IngestError
from workbench.text.furniture.find import Furniture, furniture

_NEWLINE = re.compile(r"\r\n|\r|\n")
_NAMES = {"\n": "lf", "\r\n": "crlf", "\r": "cr"}


@dataclass(frozen=True, slots=True)
class Document:
    """A text and what is known about it. The text is kept exactly as read."""

    text: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    """ISO date, YYYY-MM-DD."""
    speaker: str | None = None
    author: str | None = None
    language: str | None = None
    external_id: str | None = None
    """What the file calls this article."""
    encoding: str = "utf-8"
    newline: str = "none"
    """lf, crlf, cr, mixed or none."""
    origin: str = ""
    """Display name of the file, with the line for a row of it."""
    furniture: tuple[Furniture, ...] = ()
    meta: dict[str, str] = field(default_factory=dict)
    """What else the file says; "encoding" says how the encoding was found unless it is UTF-8."""

    @property
    def id(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal: the article's identity."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def newline_form(text: str) -> str:
    """Which newlines the text has: lf, crlf, cr, mixed or none."""
    form = "none"
    for found in _NEWLINE.finditer(text):
        name = _NAMES[found.group()]
        if form not in ("none", name):
            return "mixed"
        form = name
    return form


def document(
    text: str,
    origin: str,
    *,
    encoding: str = "utf-8",
    pieces: tuple[Furniture, ...] = (),
    title: str | None = None,
    meta: dict[str, str] | None = None,
    **known: str | None,
) -> Document:
    """Make a document of a text: check it, find its newline form and its furniture.

    Args:
        text: The text, exactly as decoded.
        origin: Display name of the file and row.
        encoding: What it was decoded from.
        pieces: Furniture that the format tells (Markdown); it goes before what the text tells.
        title: The title, where the format tells it.
        meta: What else the file says.
        known: url, published, speaker, author, language, external_id.

    Raises:
        IngestError: The text is empty, or something holds half of a surrogate pair.
    """
    if not text.strip("\ufeff \t\r\n"):
        raise IngestError("holds no text", origin)
    _refuse_half_characters({"text": text, "title": title, **known, **(meta or {})}, origin)
    return Document(
        text=text,
        title=title,
        encoding=encoding,
        newline=newline_form(text),
        origin=origin,
        furniture=_merged(pieces, furniture(text, title)),
        meta=meta or {},
        **known,
    )


def _refuse_half_characters(parts: Mapping[str, str | None], origin: str) -> None:
    """Refuse lone surrogates, which JSON can write: they have no UTF-8 form."""
    for name, value in parts.items():
        try:
            (name + (value or "")).encode()
        except UnicodeEncodeError as error:
            code = f"U+{ord(error.object[error.start]):04X}"
            shown = ascii(name).strip("'")
            raise IngestError(f"has half of a character ({code}) in {shown!r}", origin) from None


def _merged(first: tuple[Furniture, ...], second: list[Furniture]) -> tuple[Furniture, ...]:
    """Both, sorted; of two that overlap the one from `first` stays."""
    if not first:
        return tuple(second)
    kept = list(first)
    at = 0
    for piece in second:
        while at < len(first) and first[at].end <= piece.start:
            at += 1
        if at == len(first) or piece.end <= first[at].start:
            kept.append(piece)
    return tuple(sorted(kept))
