"""PDF: the text of its pages, by pypdf. A picture of a text is not read."""

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.ingest.document import Document, document
from workbench.ingest.errors import IngestError
from workbench.ingest.reader import Input, Reader
from workbench.text.furniture.find import headline

if TYPE_CHECKING:
    from pypdf import PdfReader

_PAGE_BREAK = "\n\n"
# What no text means: control characters but tab and line feed, and halves of surrogate pairs.
_BLANKED = dict.fromkeys([*range(9), *range(11, 32), *range(0x7F, 0xA0)], " ") | dict.fromkeys(
    range(0xD800, 0xE000), "\ufffd"
)


def read(source: Input) -> Iterator[Document | IngestError]:
    """The text of all pages, a blank line between them."""
    try:
        import pypdf
    except ImportError:
        hint = "install Workbench with its extra 'pdf': pip install '.[pdf]'"
        raise IngestError("PDF needs the extra `pdf`", source.name, hint) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of each flaw that it mends
    data = source.bytes()
    if b"%PDF-" not in data[:1024]:
        raise IngestError("is not a PDF", source.name)
    try:
        pdf = pypdf.PdfReader(io.BytesIO(data))
        if pdf.is_encrypted and not pdf.decrypt(""):
            hint = "save a copy without a password"
            raise IngestError("is encrypted", source.name, hint)
        pages = [page.extract_text() for page in pdf.pages]
        if not any(map(str.strip, pages)):
            _read_strictly(data)
        title, author = _said(pdf)
    except IngestError:
        raise
    except Exception as error:  # a damaged file can make the parser fail anywhere
        what = f"is a damaged PDF ({type(error).__name__})"
        raise IngestError(what, source.name, "open it and save it again") from None
    yield _document(source, [page.translate(_BLANKED) for page in pages], title, author)


def _read_strictly(data: bytes) -> None:
    """Read all pages once more, mending nothing: what holds no text may be damaged."""
    import pypdf

    for page in pypdf.PdfReader(io.BytesIO(data), strict=True).pages:
        page.extract_text()


def _document(source: Input, pages: list[str], title: str | None, author: str | None) -> Document:
    text = _PAGE_BREAK.join(page.strip("\n") for page in pages)
    if not text.strip():
        hint = "recognise its text first (OCR), or save it as .txt"
        raise IngestError("is a PDF without text; its pages are pictures", source.name, hint)
    found = headline(text)
    return document(
        text,
        source.name,
        encoding="pdf",
        title=title or (" ".join(text[slice(*found)].split()) if found else None),
        author=author,
        meta={"pages": str(len(pages))},
    )


def _said(pdf: "PdfReader") -> tuple[str | None, str | None]:
    """Title and author as the file gives them."""
    known = pdf.metadata
    if known is None:
        return None, None
    title, author = known.title, known.author
    return _line(title), _line(author)


def _line(value: object) -> str | None:
    plain = " ".join(str(value or "").translate(_BLANKED).split())
    return plain or None


READER = Reader("pdf", (".pdf",), read)
