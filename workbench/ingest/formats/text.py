"""Plain text: the file is the article."""

from collections.abc import Iterator

from workbench.ingest.document import Document, document
from workbench.ingest.errors import IngestError
from workbench.ingest.reader import Input, Reader, encoding_note
from workbench.text.furniture.find import headline


def read(source: Input) -> Iterator[Document | IngestError]:
    """The article; its title is the headline that it opens with, if it does."""
    decoded = source.decoded()
    found = headline(decoded.text)
    yield document(
        decoded.text,
        source.name,
        encoding=decoded.encoding,
        title=" ".join(decoded.text[slice(*found)].split()) if found else None,
        meta=encoding_note(decoded),
    )


READER = Reader("text", (".txt", ".text"), read)
