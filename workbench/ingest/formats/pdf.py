"""PDF: known, so that it is refused with a plain word."""

from collections.abc import Iterator

from workbench.ingest.document import Document
from workbench.ingest.errors import IngestError
from workbench.ingest.reader import Input, Reader


def read(source: Input) -> Iterator[Document | IngestError]:
    """One error that says what to do instead."""
    yield IngestError("PDF is not supported yet", source.name, "save its text as .txt or .html")


READER = Reader("pdf", (".pdf",), read)
