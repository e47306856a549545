"""The Porter stemmer: English words cut to their stems ("connections" → "connect").

After M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, with the two
departures of its author's later program (-bli and -logi in step 2).
"""

from __future__ import annotations

from functools import lru_cache
from string import ascii_lowercase

_STEP2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize",
    "bli": "ble", "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize",
    "ation": "ate", "ator": "ate", "alism": "al", "iveness": "ive", "fulness": "ful",
    "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble", "logi": "log",
}  # fmt: skip
_STEP3 = {
    "icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": "",
}  # fmt: skip
_STEP4 = (
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
    "ive", "ize", "al", "er", "ic", "ou",
)  # fmt: skip
_KINDS = {ord(c): "v" if c in "aeiou" else c if c == "y" else "c" for c in ascii_lowercase}
_STEP2_ENDS = tuple(sorted(_STEP2, key=len, reverse=True))
_STEP3_ENDS = tuple(sorted(_STEP3, key=len, reverse=True))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a word in small letters; what is no English word comes back much as it was."""
    if len(word) <= 2 or not word.isascii() or not word.isalpha():
        return word
    word = _step1c(_step1b(_step1a(word)))
    word = _step4(_replace(_replace(word, _STEP2_ENDS, _STEP2), _STEP3_ENDS, _STEP3))
    return _step5(word)


def _form(word: str) -> str:
    """The word as a row of v and c, one letter each."""
    form = word.translate(_KINDS)
    while (at := form.find("y")) >= 0:  # a vowel behind a consonant
        form = form[:at] + ("v" if form[at - 1 : at] == "c" else "c") + form[at + 1 :]
    return form


def _measure(word: str) -> int:
    """How often a consonant follows a vowel: m in [C](VC)^m[V]."""
    return _form(word).count("vc")


def _has_vowel(word: str) -> bool:
    return "v" in _form(word)


def _ends_double(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[-2] and _form(word)[-1] == "c"


def _ends_cvc(word: str) -> bool:
    return _form(word).endswith("cvc") and word[-1] not in "wxy"


def _step1a(word: str) -> str:
    if word.endswith("sses") or word.endswith("ies"):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def _step1b(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    base = next((word[: -len(e)] for e in ("ed", "ing") if word.endswith(e)), "")
    if not base or not _has_vowel(base):
        return word
    if base.endswith(("at", "bl", "iz")):
        return base + "e"
    if _ends_double(base) and base[-1] not in "lsz":
        return base[:-1]
    return base + "e" if _measure(base) == 1 and _ends_cvc(base) else base


def _step1c(word: str) -> str:
    return word[:-1] + "i" if word.endswith("y") and _has_vowel(word[:-1]) else word


def _replace(word: str, ends: tuple[str, ...], by: dict[str, str]) -> str:
    if not word.endswith(ends):  # most words: one call instead of twenty
        return word
    for end in ends:
        if word.endswith(end):
            base = word[: -len(end)]
            return base + by[end] if _measure(base) > 0 else word
    return word


def _step4(word: str) -> str:
    if word.endswith(_STEP4):
        end = next(end for end in _STEP4 if word.endswith(end))
        base = word[: -len(end)]
        return base if _measure(base) > 1 else word
    if word.endswith(("sion", "tion")) and _measure(word[:-3]) > 1:
        return word[:-3]
    return word


def _step5(word: str) -> str:
    if word.endswith("e"):
        base = word[:-1]
        measure = _measure(base)
        if measure > 1 or (measure == 1 and not _ends_cvc(base)):
            word = base
    if word.endswith("ll") and _measure(word) > 1:
        word = word[:-1]
    return word
