"""Words and sentences as steps of a selection: where the next and the last one begin or end.

What a word is says `workbench.text.words`. The sentences are deliberately simple and local (a step
never reads more than a few thousand characters); their analysis for proposing is elsewhere.
"""

import re

from workbench.text.words import next_word_end, next_word_start, word_at
from workbench.text.words import previous_word_end as word_end_before
from workbench.text.words import previous_word_start as word_start_before
from workbench.text.words import snap_to_words as snapped

__all__ = [
    "next_sentence_end",
    "next_sentence_start",
    "next_word_end",
    "next_word_start",
    "sentence_start_before",
    "snapped",
    "word_at",
    "word_end_before",
    "word_start_before",
]

_SENTENCE_END = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*(?=\s|$)|\r\n?|\n")
_REACH = 4000


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
