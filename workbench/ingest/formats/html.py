"""HTML: the main text of the page, by trafilatura."""

import re
from collections.abc import Iterator

from workbench.ingest.dates import iso_date
from workbench.ingest.document import Document, document
from workbench.ingest.errors import IngestError
from workbench.ingest.reader import Input, Reader, encoding_note

_DECLARED = re.compile(
    rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})|"
    rb"<\?xml\b[^>]{0,100}?\bencoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_LOOKS = re.compile(
    r"\s*<(?:!doctype\s+html|html|head|body|article|div|p|h[1-6]|!--|\?xml)\b", re.I
)
_ROOT = re.compile(r"<html\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html\b[^>]{0,400}?\slang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
_REFERENCE = re.compile(
    r"&#(?:x0*([0-9a-f]{1,6})(?![0-9a-f])|0*([0-9]{1,7})(?![0-9]));?", re.IGNORECASE
)
_NO_XML = frozenset([*range(1, 9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
_PARAGRAPH_END = re.compile(r"\n(?![-|\n])")


def read(source: Input) -> Iterator[Document | IngestError]:
    """The article of the page, with title, date, author and address."""
    try:
        import trafilatura
        from trafilatura.settings import Document as Page
    except ImportError:
        hint = "install Workbench with its extra 'html': pip install '.[html]'"
        raise IngestError("HTML needs the extra `html`", source.name, hint) from None
    decoded = source.decoded(declared_charset(source.bytes()))
    source_text = _REFERENCE.sub(_without_controls, decoded.text)
    if _ROOT.search(source_text) is None:
        source_text = f"<html><body>{source_text}</body></html>"
    found = trafilatura.bare_extraction(
        source_text,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    page = found if isinstance(found, Page) else Page()
    meta = encoding_note(decoded)
    text = page.text or ""
    if not text.strip():
        text = trafilatura.html2txt(source_text)
        meta["extraction"] = "whole page"
    if not text.strip():
        raise IngestError("has no main text", source.name)
    language = _LANGUAGE.search(decoded.text[:10_000])
    yield document(
        _PARAGRAPH_END.sub("\n\n", text),
        source.name,
        encoding=decoded.encoding,
        title=page.title,
        url=page.url,
        published=iso_date(page.date),
        author=page.author,
        language=language[1].lower() if language else None,
        meta=meta,
    )


def _without_controls(reference: re.Match[str]) -> str:
    """Nothing for a control character, which trafilatura drops only where it stands itself."""
    hexadecimal, decimal = reference.groups()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return "" if code in _NO_XML else reference[0]


def declared_charset(data: bytes) -> str | None:
    """The charset that the page's own first bytes declare."""
    found = _DECLARED.search(data[:4096])
    return (found[1] or found[2]).decode("ascii") if found else None


def _looks(start: str) -> bool:
    return _LOOKS.match(start) is not None


READER = Reader("html", (".html", ".htm", ".xhtml"), read, _looks)
