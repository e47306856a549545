"""Numbers in digits and in English words, with their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from workbench.match.facts.stems import listed

Form = Literal["cardinal", "ordinal", "share", "times"]

_ONES = {
    word: value
    for value, word in enumerate(
        listed(
            """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen"""
        )
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}
_SCALES = {
    "hundred": 1e2,
    "dozen": 12.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}
_SHORT = {"k": 1e3, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12, "trn": 1e12}
_SCALE_OF = _SCALES | {f"{word}s": value for word, value in _SCALES.items()}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        listed("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"),
        1,
    )
}
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_PARTS |= {f"{word}s": value for word, value in _PARTS.items()}
_TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}

_SMALL = "|".join(sorted((*_ONES, *_TENS), key=len, reverse=True))
_SCALE = "|".join(f"{word}s?" for word in _SCALES)
_PART = "|".join(sorted(_PARTS, key=len, reverse=True))
_WORDS = (
    rf"(?:(?:an?|half\s+an?|{_SMALL})[\s-]+(?=(?:{_SCALE})\b))?(?:{_SMALL}|{_SCALE})"
    rf"(?:(?:\s+and\s+|[\s-]+)(?:{_SMALL}|(?:a\s+)?(?:{_SCALE}))\b)*(?:\s+and\s+an?\s+half\b)?"
)
_DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[\u00a0\u2009\u202f '’]\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d+)"
    r"(?!\d)(?:[.,]\d+)?"
)
_NUMBER = re.compile(
    rf"""(?<![\w.])(?:
      (?P<share>(?:(?P<top>an?|{_SMALL}|\d+)[\s-])(?P<part>{_PART})\b(?=\s+(?:of|the|all)\b|-)
        |(?<!first\s)(?<!second\s)(?<!latter\s)half\b(?=\s+(?:of|the|all|its|their|his|her)\b)
        |(?:(?P<one>{_SMALL}|\d+)\s+(?:in|out\s+of)\s+(?P<ten>(?:{_SMALL}|\d{{1,2}}0?)\b)))
    | (?P<times>once|twice|thrice)\b(?!\s+(?:again|more|the|they|he|she|it)\b)
    | (?P<ordinal>\d+(?:st|nd|rd|th)\b|(?:{"|".join(_ORDINALS)})\b)
    | (?P<sign>[-−+](?=\d))?(?P<digits>{_DIGITS})
      (?:\s*(?P<short>k|mn|mln|bn|tn|trn)\b|[\s-]*(?P<scale>{_SCALE})\b)?
    | (?P<words>{_WORDS})\b)""",
    re.I | re.X,
)
_SPLIT = re.compile(r"[\s-]+")


class Number(NamedTuple):
    """A number, with its span. The value of a share is in percent."""

    start: int
    end: int
    value: float
    form: Form


def numbers(text: str) -> Iterator[Number]:
    """The numbers of a text in order; years are among them."""
    for match in _NUMBER.finditer(text):
        form, value = _parsed(match)
        if value is not None:
            yield Number(match.start(), match.end(), value, form)


def _parsed(match: re.Match[str]) -> tuple[Form, float | None]:
    if match["share"]:
        return "share", _share(match)
    if match["times"]:
        return "times", _TIMES[match["times"].lower()]
    if match["ordinal"]:
        word = match["ordinal"].lower()
        return "ordinal", float(_ORDINALS.get(word) or int(re.sub(r"\D", "", word)))
    if match["digits"]:
        value = digits_value(match["digits"])
        value *= _SHORT.get((match["short"] or "").lower(), 1.0)
        value *= _SCALE_OF.get((match["scale"] or "").lower(), 1.0)
        return "cardinal", -value if match["sign"] in ("-", "−") else value
    return "cardinal", words_value(match["words"])


def _share(match: re.Match[str]) -> float | None:
    if match["one"]:
        one, ten = words_value(match["one"]), words_value(match["ten"])
        return 100 * one / ten if one is not None and ten and one < ten else None
    if match["part"]:
        top = 1.0 if match["top"].lower() in ("a", "an") else words_value(match["top"])
        return None if top is None else 100 * top / _PARTS[match["part"].lower()]
    return 50.0


def digits_value(written: str) -> float:
    """The value of digits with separators: "12,400", "12 400", "1.200.000", "3.5", "3,5"."""
    plain = re.sub(r"[\u00a0\u2009\u202f '’]", "", written)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", plain):
        plain = plain.replace(".", "")
    return float(plain.replace(",", "."))


def words_value(written: str) -> float | None:
    """The value of a number in words or digits, such as "two hundred and five thousand"."""
    if written[0].isdigit():
        return digits_value(written)
    total, group = 0.0, 0.0
    tokens = [token for token in _SPLIT.split(written.lower()) if token not in ("and", "")]
    for at, token in enumerate(tokens):
        if token == "half":
            group = group + 0.5 if at and at == len(tokens) - 1 else 0.5
            if at and at == len(tokens) - 1 and total and group == 0.5:  # a million and a half
                total, group = total * 1.5, 0.0
        elif token in ("a", "an"):
            group = group or (1.0 if at == 0 and len(tokens) > 1 else 0.0)
        elif token in _ONES or token in _TENS:
            group += _ONES.get(token, _TENS.get(token, 0))
        elif (scale := _SCALE_OF[token]) <= 100:
            group = (group or 1.0) * scale
        else:
            total += (group or 1.0) * scale
            group = 0.0
    return total + group
