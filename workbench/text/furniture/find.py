"""Furniture: the parts of a scraped page that are not the story.

Headlines that stand in the text, bylines, "READ MORE", captions, share buttons, corrections, tags.
They stay in the text, for offsets are sacred; they are shown dimmed and no claim comes from them.
Recognition goes line by line and leans to body text: a line is marked only if its form says so.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.text.furniture import patterns as like
from workbench.text.furniture.boxes import mark_bios, mark_boxes
from workbench.text.furniture.credits import BIO
from workbench.text.furniture.foot import mark_foot, mark_teasers
from workbench.text.furniture.form import form, is_date
from workbench.text.furniture.site import NOTES
from workbench.text.furniture.units import Unit, units_of

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_SITE = re.compile(r"\s+[-–—|:·»]+\s")
_AUTHOR = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w'’-]+(?: [A-ZÀ-ÞĀ-Ž]\.)?(?: [A-ZÀ-ÞĀ-Ž][\w'’-]+){1,2}")
_BY = re.compile(r"^(?:(?:words|text|story|reporting) )?by\s+", re.IGNORECASE)
_HEADLINE = 200
_REPEAT = 40
_LISTED = 12
_HEAD = 30  # characters: a shorter line below a caption may be a heading
_LABELS, _LABEL = 3, 3  # lines above a headline, words of one
_STANDFIRST, _LEAD = 2, 320  # lines, characters


class Furniture(NamedTuple):
    """A piece of text that is not body: `[start, end)` in code points and what it is.

    Kinds: title, repeat, link, byline, caption, share, correction, tags, heading, dateline; and
    markup, which readers of formats add.
    """

    start: int
    end: int
    kind: str


def furniture(text: str, title: str | None = None) -> list[Furniture]:
    """Find what is not body text, in time linear in the text.

    Args:
        text: The article as read; any newline form.
        title: The article's title where it is known from elsewhere.

    Returns:
        Sorted pieces that do not overlap, each a line or a paragraph without the white space
        around it.
    """
    units = list(units_of(text))
    kinds: list[str | None] = [form(unit.text) for unit in units]
    _mark_names(units, kinds)
    _mark_captions(units, kinds)
    _mark_lists(units, kinds)
    _mark_authors(units, kinds)
    mark_boxes(units, kinds)
    mark_bios(units, kinds)
    mark_teasers(units, kinds)
    mark_foot(units, kinds)
    _mark_notes(units, kinds)
    _mark_titles(units, kinds, title)
    _mark_standfirst(units, kinds)
    _mark_teaser(units, kinds)
    _mark_repeats(units, kinds)
    _mark_headings(units, kinds)
    return list(_pieces(units, kinds))


def headline(text: str) -> tuple[int, int] | None:
    """The headline that a plain text opens with, as `[start, end)`, or None.

    It is the first line that is not a byline or the like, is short, has no final stop and is
    followed by a blank line or by itself; and a body has to follow.
    """
    window = text[:20_000]
    units = list(units_of(window))
    kinds = [form(unit.text) for unit in units]
    _mark_names(units, kinds)
    found = _headline(units, kinds)
    return None if found is None else (units[found].start, units[found].end)


def dateline_end(text: str, start: int) -> int:
    """Where the sentence proper starts after a dateline at `start`; `start` where there is none.

    "BRUSSELS (Reuters) - The West …" gives the offset of "The". Offsets are code points.
    """
    found = like.DATELINE.match(text[start : start + 120])
    return start + found.end() if found else start


def _pieces(units: Sequence[Unit], kinds: Sequence[str | None]) -> Iterator[Furniture]:
    """The marked units, and links at the end of unmarked ones."""
    for unit, kind in zip(units, kinds, strict=True):
        if kind is not None:
            yield Furniture(unit.start, unit.end, kind)
        elif found := like.INLINE_LINK.search(unit.text, max(0, len(unit.text) - 200)):
            yield Furniture(unit.start + found.start(), unit.end, "link")


def _is_item(line: str) -> bool:
    return like.BULLET.match(line) is not None


def _mark_names(units: Sequence[Unit], kinds: list[str | None]) -> None:
    """A person's name by itself beside "By" or a date; the text below "Correction"."""
    for at, (unit, kind) in enumerate(zip(units, kinds, strict=True)):
        before = kinds[at - 1] if at else None
        after = kinds[at + 1] if at + 1 < len(kinds) else None
        if kind is not None or len(unit.text) > like.LONGEST:
            continue
        if before == "correction" and len(units[at - 1].text) < 30:
            if re.search(r"\b(?:earlier|previous|incorrect|correct|misstate|amend)", unit.text):
                kinds[at] = "correction"
            continue
        if not like.PERSON.fullmatch(unit.text) or like.STOP.search(unit.text):
            continue
        opener = at and like.BY.fullmatch(units[at - 1].text)
        dated = at > 0 and after == "byline" and is_date(units[at + 1].text)
        if opener or (dated and at < 8):
            kinds[at] = "byline"


def _mark_authors(units: Sequence[Unit], kinds: list[str | None]) -> None:
    """Who the author is, among the last lines of an article that has more to say."""
    bylines = [u.text for u, kind in zip(units[:15], kinds, strict=False) if kind == "byline"]
    names = {
        name.casefold()
        for line in bylines
        for name in _AUTHOR.findall(_BY.sub("", line[: like.LONGEST]))
    }
    last = [at for at, kind in enumerate(kinds) if kind is None][-4:]
    for at in last:
        line = units[at].text[: like.LONGEST]
        own = _AUTHOR.match(line)
        if at > 3 and (BIO.match(line) or (own and own.group().casefold() in names)):
            kinds[at] = "byline"


def _mark_captions(units: Sequence[Unit], kinds: list[str | None]) -> None:
    """The second line of a caption: no full stop, right below it, and above a paragraph."""
    for at in range(1, len(units) - 1):
        line, after = units[at].text, units[at + 1]
        below = kinds[at - 1] == "caption" and kinds[at] is None and not units[at].gap
        told = _HEAD < len(line) <= _LEAD and not like.STOP.search(line)
        if below and told and after.gap and _is_body(after.text):
            kinds[at] = "caption"


def _mark_notes(units: Sequence[Unit], kinds: list[str | None]) -> None:
    """All that follows "Notes to editors" or "ENDS", which stand below the story."""
    half = units[-1].end // 2 if units else 0
    for at, unit in enumerate(units):
        if unit.start > half and len(unit.text) < 40 and NOTES.match(unit.text.lower()):
            kinds[at:] = [kind or "correction" for kind in kinds[at:]]
            return


def _mark_lists(units: Sequence[Unit], kinds: list[str | None]) -> None:
    """The titles below "Related articles", the one below "ALSO READ:", the names below "Tags:"."""
    left, kind, strict = 0, "link", True
    for at, unit in enumerate(units):
        line = unit.text
        if (
            kinds[at] in (None, "link")
            and len(line) < 80
            and like.LINK_LIST.fullmatch(line.lower())
        ):
            kinds[at], left, kind, strict = "link", _LISTED, "link", False
        elif (
            kinds[at] == "link"
            and len(line) < 40
            and like.LINK.match(line.lower().rstrip(":") + ":")
        ):
            alone = line.endswith(":") or len(line.split()) < 3
            left, kind, strict = (1 if alone else 0), "link", not line.endswith(":")
        elif kinds[at] == "tags" and len(line) < 20 and line[0] != "#":
            left, kind, strict = (_LISTED if len(line.rstrip(":").split()) < 3 else 0), "tags", True
        elif left and kinds[at] is None:
            listed = not strict or not (unit.gap or _is_item(line))
            longest = 140 if kind == "link" else 40
            if like.STOP.search(line) or len(line) > longest or not listed:
                left = 0
            else:
                kinds[at] = kind
                left -= 1


def _mark_titles(units: Sequence[Unit], kinds: list[str | None], title: str | None) -> None:
    """The headline where it stands, and again as a repeat."""
    at = _headline(units, kinds)
    wanted = _folded(title) if title else None
    names = {wanted, _folded(_SITE.split(title)[0])} if title else set()
    seen = False
    for number, unit in enumerate(units[:60]):
        if len(unit.text) > like.LONGEST:
            continue
        if _folded(unit.text) in names or (number == at and not seen):
            kinds[number] = "repeat" if seen else "title"
            seen = True
            names.add(_folded(unit.text))


def _mark_standfirst(units: Sequence[Unit], kinds: list[str | None]) -> None:
    """The lines between the headline and the byline, which tell what the story goes on to tell."""
    titled = next((at for at, kind in enumerate(kinds[:12]) if kind in ("title", "repeat")), None)
    if titled is None:
        return
    signed = next((at for at in range(titled + 1, min(titled + 6, len(units)))
                   if kinds[at] == "byline"), None)  # fmt: skip
    if signed is None or not any(
        kind is None and _is_body(unit.text)
        for unit, kind in zip(units[signed:], kinds[signed:], strict=True)
    ):
        return
    between = [at for at in range(titled + 1, signed) if kinds[at] is None]
    if len(between) <= _STANDFIRST and all(len(units[at].text) <= _LEAD for at in between):
        for at in between:
            kinds[at] = "heading"


def _mark_teaser(units: Sequence[Unit], kinds: list[str | None]) -> None:
    """A line in one block with the byline above it and buttons below: it tells the story, too."""
    for at in range(1, min(_LISTED, len(units) - 1)):
        block = not units[at].gap and not units[at + 1].gap and len(units[at].text) <= _LEAD
        between = kinds[at - 1] == "byline" and kinds[at + 1] == "share"
        if kinds[at] is None and block and between:
            kinds[at] = "heading"


def _headline(units: Sequence[Unit], kinds: Sequence[str | None]) -> int | None:
    """The number of the unit that is the headline; labels such as "WELLNESS" may stand above it."""
    first = [n for n, kind in enumerate(kinds[:12]) if kind is None][:_LABELS]
    for at in first:
        if _is_headline(units, kinds, at):
            return at
        if len(units[at].text.split()) > _LABEL:
            return None
    return None


def _is_headline(units: Sequence[Unit], kinds: Sequence[str | None], at: int) -> bool:
    if at + 1 >= len(units):
        return False
    unit, after = units[at], units[at + 1]
    line = unit.text
    quoted = line[0] in like.QUOTES and line[-1] in like.QUOTES
    if len(line) > _HEADLINE or quoted or _is_item(line):
        return False
    if (like.STOP.search(line) and not line.endswith("?")) or line[-1] in ",;:":
        return False
    apart = after.gap or kinds[at + 1] is not None or _folded(after.text) == _folded(line)
    signed = len(line.split()) > _LABEL and "byline" in kinds[at + 2 : at + 4]
    if not (apart or signed):
        return False
    return any(_is_body(unit.text) for unit in units[at + 1 : at + 40])


def _mark_repeats(units: Sequence[Unit], kinds: list[str | None]) -> None:
    """A paragraph or a headline that stood before."""
    seen: set[str] = set()
    for at, unit in enumerate(units):
        if kinds[at] not in (None, "title") or len(unit.text) > 4000:
            continue
        folded = _folded(unit.text)
        if kinds[at] is None and folded in seen:
            kinds[at] = "repeat"
        if kinds[at] == "title" or len(folded) >= _REPEAT:
            seen.add(folded)


def _mark_headings(units: Sequence[Unit], kinds: list[str | None]) -> None:
    """Short lines between paragraphs that announce and do not state."""
    for at, unit in enumerate(units):
        if kinds[at] is not None or len(unit.text) > 100:
            continue
        if re.match(r"#{1,6}\s+\S", unit.text):
            kinds[at] = "heading"
            continue
        before = next((n for n in range(at - 1, max(at - 4, -1), -1) if kinds[n] is None), None)
        after = next((n for n in range(at + 1, min(at + 4, len(units))) if kinds[n] is None), None)
        if after is None or not _is_body(units[after].text) or not _is_heading(unit.text):
            continue
        if before is None or _is_body(units[before].text) or _is_item(units[before].text):
            kinds[at] = "heading"


def _is_heading(line: str) -> bool:
    if len(line) > 70 or line[-1] in ",;:-–—" or like.STOP.search(line) or line[0] in like.QUOTES:
        return False
    words = [word.lower() for word in _WORD.findall(line)]
    if not words or len(words) > 8 or not line[0].isupper() or like.BULLET.match(line):
        return False
    if words[0] in like.HEADING_OPENERS:
        return True
    if any(char.isdigit() for char in line) and len(words) > 3:
        return False
    return not any(word in like.HEADING_VERBS or word.endswith("ed") for word in words)


def _is_body(line: str) -> bool:
    """A paragraph: it ends as a sentence does and is no mere exclamation."""
    return len(line) >= 40 and like.STOP.search(line[-40:]) is not None


def _folded(line: str) -> str:
    return " ".join(line.casefold().split()).rstrip(".!?…: ")
