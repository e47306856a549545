"""Is a statement whole that ends with a small word: "told her that", "where the van was"?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.propose.lexicon import word_set

_STOPS = re.compile(r"[\"”’')\]]*(?:$|\s?[.,;!?–—])")
_BEFORE_THAT = word_set("of before after from with about like than deny denies denied dispute "
                        "disputes disputed reject rejects rejected do does did")  # fmt: skip
_WHOSE = word_set("a the his her its their my our your free ill own")
_LAST = word_set("is are was were had has have can could did does from of into")
_ASKED = word_set("where what who whose how than as whatever which")


def stops(after: str) -> bool:
    """Does a mark, or the end of the sentence, stand right behind a stretch of it?"""
    return _STOPS.match(after) is not None


def ends_whole(words: Sequence[str]) -> bool:
    """ "Half of that", "denied that", "for a while", "against her will": nothing is missing."""
    last, before = words[-1], words[-2].lower()
    if last == "that":
        return before in _BEFORE_THAT
    if last == "will":
        return before in _WHOSE
    return (before, last) in (("a", "while"), ("in", "between"))


def ends_clause(words: Sequence[str]) -> bool:
    """ "Asked where the van was", "older than it was", "told her that", "the coat was his".

    For statements behind which a mark stands in the text.
    """
    last = words[-1].lower().rstrip(".")
    if last in ("that", "his"):
        return True
    near = [w.lower() for w in words[-8:-2]]  # a subject stands between
    thought = last == "be" and near[-1:] == ["thought"] and words[-2].lower() == "to"
    return (last in _LAST or thought) and any(w in _ASKED for w in near)


def breaks_off(line: str) -> bool:
    """ "Cells are not, as one might guess[, replaced]": what they are not is missing."""
    return _BROKEN.search(line) is not None


_BROKEN = re.compile(r"(?:\bnot|n['’]t), [^,]{1,40}$")
