"""Texts of social media, brought to what they say: no links, no signature, tags as words."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import NamedTuple


class Cleaned(NamedTuple):
    """What a text says, and the name of its author where a signature gives it."""

    text: str
    author: str


_LINK = re.compile(r"https?://[^\s—–]*|\b(?:pic\.twitter\.com|t\.co|bit\.ly|youtu\.be)/[^\s—–]*")
_GLUED = re.compile(r"pic\.twitter\.com/[^\s—–]*")  # also without a space before it
# An embedded post ends with "— Name (@handle) January 6, 2020".
_SIGNATURE = re.compile(
    r"(?:\s*[—–]|\s-)\s*(?P<name>[^—–\n]{0,80}?)\s*\((?P<handle>@\w{1,30})\)"
    r"\s*(?:[^\W\d_]+\.? \d{1,2}, \d{2,4}|\d{1,2}\.? [^\W\d_]+\.? \d{2,4})?\s*\Z"
)
_FORWARDED = re.compile(r"\A\s*RT @\w{1,30}:?\s+")
_TAG = re.compile(r"[#@](\w+)")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\d)(?=[A-Za-z])|_")
_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=1024)
def clean(text: str) -> Cleaned:
    """Drop links and signature, and read tags and handles as words ("#FakeNews": Fake News).

    A sentence of an article comes back as it is but for its white space.
    """
    if "&" in text:
        text = unescape(text)
    if "/" in text:
        text = _LINK.sub(" ", _GLUED.sub(" ", text))
    author = ""
    if "@" in text:
        signature = _SIGNATURE.search(text)
        if signature:
            text = text[: signature.start()]
            author = f"{signature['name']} {_apart(signature['handle'][1:])}"
        text = _FORWARDED.sub("", text)
    text = _TAG.sub(lambda match: f" {_apart(match[1])} ", text)
    return Cleaned(_SPACES.sub(" ", text).strip(), _SPACES.sub(" ", author).strip())


def _apart(tag: str) -> str:
    """The words of a tag that is written in humps."""
    return _HUMP.sub(" ", tag)
