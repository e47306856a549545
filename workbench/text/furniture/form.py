"""What the form of a single line tells: is it furniture, and of which kind?"""

import re

from workbench.text.furniture import credits
from workbench.text.furniture import patterns as like
from workbench.text.furniture.site import site_form
from workbench.text.furniture.small_print import shows_picture

_CRUMBS = re.compile(r"\s*[|›»>•·/→]\s*")
_DATE_TOKEN = re.compile(
    r"\d[\d:./-]*(?:[a-zà-ž]{1,2}\b)?\.?(?:t[\d:.]+z?)?|[^\W\d_]+(?:\.[^\W\d_]\.)?"
)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?:\s?(?:[ap]\.?m\.?|uhr|h|[a-z]{2,4}))?")  # of a live blog
_ORNAMENT = re.compile(
    "^[\U0001f000-\U0001faff\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\\s]+"
)
_NAMED = re.compile(rf"[{re.escape(like.QUOTES)}][^\n]{{2,160}}[{re.escape(like.QUOTES)}]\s?:\s")
_CLOSED = re.compile(r"[)\]]\.?$")
_KINDS = (
    ("correction", credits.CORRECTION),
    ("link", like.LINK),
    ("share", like.SHARE),
    ("caption", credits.CAPTION),
    ("tags", like.TAGS),
    ("byline", credits.BYLINE),
)


def form(line: str) -> str | None:
    """The kind of furniture that the form of a line tells, or None; see `Furniture`."""
    if len(line) > like.LONGEST:
        return None
    if line[0] in like.QUOTES:
        return "caption" if _pull_quote(line) else None
    if "\n" in line or "\r" in line:
        line = " ".join(line.split())
    bullet = like.BULLET.match(line)
    bare = line[bullet.end() :] if bullet else line
    bare = _ORNAMENT.sub("", bare, count=1)
    if not bare:
        return None
    if found := _worded(bare.lower()) or site_form(bare):
        return found
    return None if len(bare) > like.LONGEST // 2 else _free_form(bare, bullet is not None)


def _pull_quote(line: str) -> bool:
    """ "‘She was left in pain’: Ann Other. Photograph: Alan Pike/The Post": under a picture."""
    end = max(0, len(line) - 130)
    return (
        _NAMED.match(line) is not None
        and credits.CREDIT_AFTER.search(line.lower(), end) is not None
    )


def _worded(lower: str) -> str | None:
    """What the words of a line tell."""
    for kind, pattern in _KINDS:
        if pattern.match(lower):
            return kind
    for words, kind, pattern in like.WITHIN:
        if words in lower and pattern.match(lower):
            return kind
    end = max(0, len(lower) - 130)
    stop = like.STOP.search(lower, max(0, len(lower) - 12)) is not None
    closed = _CLOSED.search(lower, max(0, len(lower) - 2)) is not None
    credited = (not stop or closed) and credits.CREDIT.search(lower, end)
    return "caption" if credited or credits.CREDIT_AFTER.search(lower, end) else None


def _free_form(bare: str, item: bool) -> str | None:
    """Credits; bylines, dates, datelines and rows of words, which do not end as a sentence does."""
    if _names_makers(bare):
        return "byline"
    if shows_picture(bare) or credits.NAMED_CREDIT.search(bare, max(0, len(bare) - 130)):
        return "caption"
    if like.STOP.search(bare) and not bare.endswith("m."):
        return None
    if _is_byline(bare) or is_date(bare):
        return "byline"
    if not item and like.DATELINE_ALONE.fullmatch(bare):
        return "dateline"
    return _row(bare)


def _names_makers(line: str) -> bool:
    """As in "Reporting by Jane Doe; additional reporting by John Roe in Paris"."""
    pieces = [p for p in credits.BETWEEN.split(line.strip("()[] .")) if p]
    for piece in pieces:
        made = credits.MADE_BY.match(piece)
        name = like.NAME.match(piece, made.end()) if made else None
        if name is None:
            return False
        rest = piece[name.end() :].strip(" .,").removeprefix("on ")
        if rest and not is_date(rest):
            return False
    return bool(pieces)


def _is_byline(line: str) -> bool:
    """As in "By Jane Doe and John Roe, Staff Writers | 3 May 2021"."""
    by = like.BY.match(line)
    if by is None:
        return False
    rest = line[by.end() :]
    if not rest:
        return True
    if not rest[0].isspace():
        return False
    name = like.NAME.match(rest.lstrip())
    if name is None:
        return False
    after = rest.lstrip()[name.end() :].strip(" ,|·•/–—-")
    return not after or is_date(after)


def is_date(line: str) -> bool:
    """Nothing but a date, or two: "Published 3 May 2021, 10:14 GMT", "2 hours ago"."""
    lead = like.DATE_LEAD.match(line)
    body = line[lead.end() :] if lead else line
    if len(body) > 120:
        return False
    if _CLOCK.fullmatch(body.lower()):
        return True
    tokens = _DATE_TOKEN.findall(body.lower())
    if not tokens or len(tokens) > 20:
        return False
    known = 0
    for token in tokens:
        if token.rstrip(".") in like.DATE_WORDS or token in like.DATE_WORDS:
            known += 1
        elif not token[0].isdigit() and token not in like.DATE_GLUE:
            return _names_writer(body) if lead and known else False
    numbers = sum(token[0].isdigit() for token in tokens)
    written = re.search(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}", body) is not None
    return written or (numbers > 0 and (known > 0 or lead is not None)) or known > 1


def _names_writer(rest: str) -> bool:
    """As in "Published 3 May 2021 by Jane Doe"."""
    date, by, name = rest.partition(" by ")
    return bool(by) and like.NAME.fullmatch(name.strip()) is not None and is_date(date)


def _row(line: str) -> str | None:
    """Rows of buttons and of section names."""
    if len(line) > 120:
        return None
    words = [word.lower().strip(".:") for word in re.split(r"[\s|/,·•]+", line) if word]
    if words and all(word in like.SOCIAL for word in words) and len(words[0]) > 3:
        return "share"
    parts = _CRUMBS.split(line)
    if len(parts) == 1:
        return None
    few = all(0 < len(part.split()) <= 3 and part[:1].isupper() for part in parts)
    if few and (len(parts) > 2 or (len(parts) == 2 and line.isupper())):
        return "tags"
    return None
