"""What went wrong with one input."""

from dataclasses import dataclass


@dataclass
class IngestError(ValueError):
    """An input that cannot become an article.

    Readers yield it among the documents, so that one bad file of a thousand is named and the rest
    goes in. Its string is one line.
    """

    what: str
    """What is wrong, in words that a user understands."""
    where: str
    """The file, with the line where one is known."""
    hint: str = ""
    """What to do about it."""

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}" + (f"; {self.hint}" if self.hint else "")
        return " ".join(line.splitlines())
