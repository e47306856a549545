"""Words as the parser's treebank cuts them, with exact offsets in the text.

Universal Dependencies' English treebanks split contractions (do|n't, Ann|'s), most hyphenated
compounds (two|-|year|-|old), marks, currency signs, percent signs and units after a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from workbench.text.wordlike import found_words

LONGEST_WORD = 60  # characters; a longer run is cut, so that its pieces stay few

_WORD = re.compile(
    r"""
    (?:https?://|www\.)\S+?(?=[.,;:!?)\]"”’]*(?:\s|$))     # a link
    |[\w.+-]+@\w[\w-]*(?:\.\w+)+                           # a mail address
    |[@\#]\w+
    |(?:[^\W\d_]\.){2,}                                     # U.S., e.g.
    |W\.\ ?Va\.
    |(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|St|Jr|Sr|vs|Inc|Ltd|Co|Corp|No
        |Rt|Hon|Rev|Maj|Adm|Cmdr|Calif|Ariz|Colo|Conn|Fla|Mass|Mich|Minn|Neb|Nev|Okla|Ore|Tenn|Va|Wis|Wyo
        |Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.(?=[\s,])
    |(?-i:Sens|Reps|Govs|Gens|Drs|Profs|Messrs|Mmes|Det|Supt|Insp)\.(?=\s)
    |[^\W\d_]\.(?=\s[A-Z])                                  # an initial
    |(?:US|A|C|NZ|HK)?[$€£¥](?=\d)
    |\d+(?:[.,:]\d+)*(?=(?:bn|tn|mn|m|km|kg|k|pm|am|ft|cm|mm|mph|kmh|g|p)\b)
    |\d++(?:[.,:/]\d++)*+(?:st|nd|rd|th|s)?(?![^\W\d_])
    |(?:km|m|mi|miles|kg|g|mg|kWh|MWh)/(?:h|s|hr|day|year|l|kg)\b
    |(?:can)(?=not\b)
    |[^\W\d_]+?(?=n['’]t\b)|n['’]t\b                       # did|n't
    |['’](?:s|re|ve|ll|d|m)(?!\w)
    |(?:anti|non|co|pre|re|ex|multi|e|semi|mid|vice)-(?=\w)\w+   # prefixes stay joined
    |[OoDd]['’][^\W\d_]{2,}                                 # O'Neill
    |\w[\w-]*(?-i:\.[a-z]{2,})+(?!\w)                      # example.org
    |\w[\w-]+(?-i:\.(?:Net|Com|Org|NET|COM|ORG))(?!\w)     # Example.Net
    |[^\W\d_]\w*\[[a-z]{1,3}\](?!\w)                        # give[s]
    |[^\W\d_]\w+\+(?!\w)                                   # Disney+
    |[^\W\d_](?:[^\W_]|&(?=\w)|\.(?=[^\W\d_]\.))*(?:(?<=s)['’](?=\s))?
    |\w+
    |\.{2,}|-{2,}|\S
    """,
    re.VERBOSE | re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"^(.{2,}s)(['’])$")


class Word(NamedTuple):
    """A word and where it stands: ``text[start:end] == form``."""

    form: str
    start: int
    end: int


def tokenize(text: str, start: int, end: int) -> list[Word]:
    """The words of ``text[start:end]``; offsets are those of ``text``."""
    words: list[Word] = []
    for first, last in found_words(_WORD, text, start, end):
        words.extend(_split(text[first:last], first))
    return words


def _split(form: str, start: int) -> Iterator[Word]:
    possessive = _POSSESSIVE.match(form)
    if possessive:
        middle = start + len(possessive.group(1))
        yield Word(possessive.group(1), start, middle)
        yield Word(possessive.group(2), middle, start + len(form))
        return
    for cut in range(0, len(form), LONGEST_WORD):
        piece = form[cut : cut + LONGEST_WORD]
        yield Word(piece, start + cut, start + cut + len(piece))
