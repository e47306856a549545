"""Markdown: the source as it stands is the text; its markup is furniture."""

import re
from collections.abc import Iterator

from workbench.ingest.dates import iso_date
from workbench.ingest.document import Document, document
from workbench.ingest.errors import IngestError
from workbench.ingest.reader import Input, Reader, encoding_note
from workbench.text.furniture.find import Furniture

_FRONT = re.compile(
    r"---[ \t]*(?:\r\n|\r|\n)(.*?)(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)", re.S
)
_LINE = re.compile(r"[^\r\n]+")
_KEY = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]+(\S.*)")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_HEADING = re.compile(r"#{1,6}[ \t]+(\S.*?)(?:[ \t]+#+)?")
_UNDERLINE = re.compile(r"(?:=+|-{2,})")
_RULE = re.compile(r"(?:[-*_][ \t]*){3,}")
_MARKUP = re.compile(r"\[[^\]]{1,200}\]:[ \t]*\S.*|<!--.*-->|\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+.*")
_IMAGE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])|\[!\[[^\]]*\]\([^)]*\)\]\([^)]*\)")


def read(source: Input) -> Iterator[Document | IngestError]:
    """The article, with title, date and author from the front matter or the first heading."""
    decoded = source.decoded()
    front = _FRONT.match(decoded.text)
    known = _front_matter(front.group(1)) if front else {}
    pieces, heading = _markup(decoded.text, front.end() if front else 0)
    if front:
        pieces.insert(0, Furniture(0, front.end(), "markup"))
    yield document(
        decoded.text,
        source.name,
        encoding=decoded.encoding,
        pieces=tuple(pieces),
        title=known.get("title") or heading,
        url=known.get("url") or known.get("link"),
        published=iso_date(known.get("date") or known.get("published")),
        author=known.get("author"),
        language=known.get("language") or known.get("lang"),
        meta=encoding_note(decoded),
    )


def _front_matter(block: str) -> dict[str, str]:
    """The plain `key: value` lines of a front matter."""
    known: dict[str, str] = {}
    for line in block.splitlines():
        if found := _KEY.fullmatch(line.rstrip()):
            value = found[2].strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1]
            known.setdefault(found[1].lower(), value)
    return known


def _markup(text: str, start: int) -> tuple[list[Furniture], str | None]:
    """The lines that are markup, and the first heading."""
    pieces: list[Furniture] = []
    heading: str | None = None
    fence: tuple[str, int] | None = None
    before: tuple[int, int] | None = None
    for found in _LINE.finditer(text, start):
        line = found.group().strip()
        if not line:
            before = None
            continue
        begin = found.start() + found.group().index(line)
        end = begin + len(line)
        mark = _FENCE.match(line)
        if fence is not None:
            if mark and mark[1].startswith(fence[0]) and line == mark[1]:
                pieces.append(Furniture(fence[1], end, "markup"))
                fence = None
            continue
        adjacent = before is not None and _next_line(text, before[1], found.start())
        if mark:
            fence = (mark[1], begin)
        elif before and adjacent and _UNDERLINE.fullmatch(line):
            heading = heading or text[slice(*before)]
            pieces.append(Furniture(before[0], end, "heading"))
        elif (title := _HEADING.fullmatch(line)) is not None:
            heading = heading or title[1]
            pieces.append(Furniture(begin, end, "heading"))
        elif kind := _kind(line):
            pieces.append(Furniture(begin, end, kind))
        else:
            before = (begin, end)
            continue
        before = None
    if fence is not None:
        pieces.append(Furniture(fence[1], len(text.rstrip()), "markup"))
    return pieces, heading


def _next_line(text: str, end: int, start: int) -> bool:
    return text[end:start].strip(" \t") in ("\n", "\r", "\r\n")


def _kind(line: str) -> str | None:
    if _RULE.fullmatch(line) or _MARKUP.fullmatch(line):
        return "markup"
    return "caption" if _IMAGE.fullmatch(line) else None


READER = Reader("markdown", (".md", ".markdown"), read)
