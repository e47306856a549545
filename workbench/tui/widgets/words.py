"""Words and sentences as steps of a selection: where the next and the last one begin or end.

Deliberately simple and local (a step never reads more than a few thousand characters); the
analysis of sentences for proposing is elsewhere.
"""

import re
import unicodedata

_JOINERS = frozenset("'’-‐.,\u200d")
_LONGEST = 200
_SENTENCE_END = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*(?=\s|$)|\r\n?|\n")
_REACH = 4000


def _letter(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"


def in_word(text: str, at: int) -> bool:
    """Whether the code point at `at` belongs to a word (``1,200`` and ``don't`` are one)."""
    if not 0 <= at < len(text):
        return False
    if _letter(text[at]):
        return True
    if text[at] not in _JOINERS or not 0 < at < len(text) - 1:
        return False
    if text[at] in ".,":
        return text[at - 1].isdigit() and text[at + 1].isdigit()
    return _letter(text[at - 1]) and _letter(text[at + 1])


def word_at(text: str, at: int) -> tuple[int, int]:
    """The word that holds `at`; where there is none, the empty span there."""
    if not in_word(text, at):
        return at, at
    start = end = at
    while start > 0 and at - start < _LONGEST and in_word(text, start - 1):
        start -= 1
    while end - at < _LONGEST and in_word(text, end):
        end += 1
    return start, end


def next_word_end(text: str, at: int) -> int:
    """Where the first word that ends after `at` ends; else the end of the text."""
    while at < len(text) and not in_word(text, at):
        at += 1
    return word_at(text, at)[1] if at < len(text) else len(text)


def next_word_start(text: str, at: int) -> int:
    """Where the first word that begins after `at` begins; else the end of the text."""
    at = max(at, word_at(text, at)[1])
    while at < len(text) and not in_word(text, at):
        at += 1
    return at


def word_start_before(text: str, at: int) -> int:
    """Where the last word that begins before `at` begins; else 0."""
    while at > 0 and not in_word(text, at - 1):
        at -= 1
    return word_at(text, at - 1)[0] if at > 0 else 0


def word_end_before(text: str, at: int) -> int:
    """Where the last word that ends before `at` ends; else 0."""
    if at > 0 and in_word(text, at - 1):
        at = word_at(text, at - 1)[0]
    while at > 0 and not in_word(text, at - 1):
        at -= 1
    return at


def snapped(text: str, start: int, end: int) -> tuple[int, int]:
    """``[start, end)`` widened to whole words and without white space at its edges."""
    if start < end:
        start = word_at(text, start)[0]
        end = max(end, word_at(text, end - 1)[1])
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def next_sentence_end(text: str, at: int) -> int:
    """Where the sentence after `at` ends (its full stop included)."""
    found = _SENTENCE_END.search(text, at)
    while found and (found.group()[0] in "\r\n" and not text[at : found.start()].strip()):
        found = _SENTENCE_END.search(text, found.end())
    if not found:
        return len(text)
    return found.start() if found.group()[0] in "\r\n" else found.end()


def sentence_start_before(text: str, at: int) -> int:
    """Where the last sentence that begins before `at` begins; else 0."""
    floor = max(0, at - _REACH)
    starts = [0] if floor == 0 else [floor]
    for found in _SENTENCE_END.finditer(text, floor, at):
        begins = found.end()
        while begins < at and text[begins].isspace():
            begins += 1
        if begins < at:
            starts.append(begins)
    return starts[-1]


def next_sentence_start(text: str, at: int) -> int:
    """Where the first sentence that begins after `at` begins; else the end of the text."""
    begins = next_sentence_end(text, at)
    while begins < len(text) and text[begins].isspace():
        begins += 1
    return begins
