"""Names: runs of capitalised words that are not capitalised for the sentence's sake alone."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache

from workbench.match.facts.stems import FUNCTION, listed
from workbench.match.facts.values import Fact

_TOKEN = r"[^\W\d_](?:[^\W_]|['’.&-](?=[^\W_]))*\.?"
_RUN = re.compile(
    rf"{_TOKEN}(?:[ \u00a0\u00ad](?:(?:of|de|der|den|van|von|da|di|du|del|la|le|al|el|bin|ibn|"
    rf"and the)[ \u00a0](?:the )?)*{_TOKEN})*"
)
_WORD = re.compile(_TOKEN)
_LINK = frozenset(listed("of de der den van von da di du del la le al el bin ibn and the"))
_BEGINS = re.compile(r"(?:^|[.!?:;…]|[\n\r]|[“\"‘'«(\[–—-])[\s“\"‘'«(\[]*$")
_TITLES = frozenset(
    listed(
        """mr mrs ms miss dr prof professor sir lord lady king queen prince princess president
    chancellor minister senator congressman congresswoman governor mayor judge justice general
    colonel captain lieutenant sergeant major admiral pope bishop archbishop cardinal chief
    secretary ambassador representative rep sen gov gen st"""
    )
)
_COMMON_START = FUNCTION | frozenset(
    listed(
        """today yesterday tomorrow meanwhile moreover furthermore nevertheless according despite
    many several last next first second two three four five six seven eight nine ten dozens
    hundreds thousands instead later earlier once perhaps indeed finally overall officials
    police experts critics people men women children residents ministers members voters
    workers prices rents exports imports taxes wages sales unemployment inflation half
    whenever wherever unlike like given following including nearly almost roughly
    approximately another even yes no mr mrs ms"""
    )
)
_CALENDAR = frozenset(
    listed(
        """january february march april june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
    fridays saturdays sundays may"""
    )
)
_COMMON_END = (
    "ment", "tion", "sion", "ness", "ance", "ence", "ing", "ers", "ists", "ism", "ship", "ities",
    "ity", "ants", "ies", "ees", "ors", "ed", "ly",
)  # fmt: skip
_ALIASES = {
    "us": "united states", "u.s": "united states", "usa": "united states", "u.s.a": "united states",
    "america": "united states", "united states of america": "united states",
    "uk": "united kingdom", "u.k": "united kingdom", "britain": "united kingdom",
    "great britain": "united kingdom", "eu": "european union", "un": "united nations",
    "u.n": "united nations",
}  # fmt: skip


def names(text: str, known: Container[str] = ()) -> Iterator[Fact]:
    """The names of a text in order, without their titles.

    Args:
        text: the text.
        known: words in small letters that are names for sure; they count where a single word
            begins a sentence and may be capitalised for that alone.
    """
    for match in _RUN.finditer(text):
        yield from _of_run(text, match.start(), match.end(), known)


@lru_cache(32768)
def capitals(text: str) -> frozenset[str]:
    """The words, in small letters, that are capitalised inside a sentence."""
    return frozenset(
        match[0].rstrip(".").casefold()
        for match in _WORD.finditer(text)
        if match[0][0].isupper()
        and not _BEGINS.search(text, max(0, match.start() - 4), match.start())
    )


@lru_cache(32768)
def openers(text: str) -> frozenset[str]:
    """The words, in small letters, that are capitalised where a sentence begins."""
    return frozenset(
        match[0].rstrip(".").casefold()
        for match in _WORD.finditer(text)
        if match[0][0].isupper() and _BEGINS.search(text, max(0, match.start() - 4), match.start())
    )


def surely_named(left: str, right: str) -> tuple[frozenset[str], frozenset[str]]:
    """Of two texts, the words at the beginning of a sentence that the other shows to be names."""
    known = capitals(left) | capitals(right)
    return openers(left) & known, openers(right) & known


def _of_run(text: str, start: int, end: int, known: Container[str]) -> Iterator[Fact]:
    """The names in a run of words."""
    group: list[tuple[int, int]] = []
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        if word[0].isupper() and not _is_calendar(word) and text[match.start() - 1 :][:1] != "°":
            group.append(match.span())
        elif not (group and word in _LINK):
            yield from _name(text, group, known)
            group = []
        elif word in _LINK:
            group.append(match.span())
    yield from _name(text, group, known)


def _is_calendar(word: str) -> bool:
    return word.casefold().rstrip(".") in _CALENDAR


def _name(text: str, group: list[tuple[int, int]], known: Container[str]) -> Iterator[Fact]:
    """The name that a group of words is, if it is one; trimmed of links, titles and openers."""
    group = list(group)
    while group and text[slice(*group[-1])] in _LINK:
        group.pop()
    if not group:
        return
    begins = _BEGINS.search(text, max(0, group[0][0] - 4), group[0][0]) is not None
    while group and (word := _plain(text, group[0])) and _opener(word, begins, len(group)):
        del group[0]
        begins = False
        if [_plain(text, span) for span in group[:2]] == ["of", "state"]:
            del group[:2]
    while group and text[slice(*group[0])] in _LINK:
        del group[0]
    if not group or (begins and len(group) == 1 and not _surely(text[slice(*group[0])], known)):
        return
    start, end = group[0][0], group[-1][1]
    shown = re.sub(r"['’]s?$", "", text[start:end])
    if shown.endswith(".") and not re.search(r"\.\w\.$", shown):
        shown = shown[:-1]
    yield Fact("name", start, start + len(shown), shown, key(shown))


def _plain(text: str, span: tuple[int, int]) -> str:
    return text[slice(*span)].casefold().rstrip(".")


def _opener(word: str, begins: bool, length: int) -> bool:
    if word in _TITLES:
        return length > 1 or begins
    return (begins and word in _COMMON_START) or (word in FUNCTION and word not in ("us", "may"))


def _surely(word: str, known: Container[str]) -> bool:
    """Whether a single word that begins a sentence is taken for a name."""
    low = word.casefold().rstrip(".")
    if low in known or not word[1:].islower() or low.endswith(("'s", "’s")):
        return len(word) > 1
    return not low.endswith(_COMMON_END)


def key(name: str) -> str:
    """What two ways to write a name have in common."""
    low = re.sub(r"\s+", " ", name.casefold().replace("’", "'").replace("\u00ad", "")).rstrip(".")
    return _ALIASES.get(low.removeprefix("the "), low)


def same_name(left: str, right: str) -> bool:
    """Whether two keys may be of one bearer: all words of one are in the other."""
    if left == right:
        return True
    one, other = set(left.split()) - _LINK, set(right.split()) - _LINK
    return one <= other or other <= one or _initials(left) == right or _initials(right) == left


def _initials(name: str) -> str:
    words = [word for word in name.split() if word not in _LINK]
    return "".join(word[0] for word in words) if len(words) > 1 else ""
