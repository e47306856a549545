"""The words of a text that searching goes by: folded, stemmed, without stop words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from workbench.match.lexical.stem import stem

_STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "if",
        "of",
        "at",
        "by",
        "for",
        "with",
        "about",
        "to",
        "from",
        "in",
        "on",
        "into",
        "over",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "this",
        "that",
        "these",
        "those",
        "it",
        "its",
        "he",
        "she",
        "they",
        "them",
        "his",
        "her",
        "their",
        "we",
        "our",
        "us",
        "you",
        "your",
        "i",
        "me",
        "my",
        "who",
        "whom",
        "which",
        "what",
        "as",
        "than",
        "then",
        "so",
        "such",
        "not",
        "no",
        "nor",
        "can",
        "could",
        "will",
        "would",
        "should",
        "shall",
        "may",
        "might",
        "must",
        "just",
        "also",
        "there",
        "here",
        "when",
        "where",
        "how",
        "why",
        "all",
        "any",
        "some",
        "via",
        "say",
        "says",
        "said",
        "dont",
        "doesnt",
        "didnt",
        "isnt",
        "wasnt",
        "arent",
        "wont",
        "cant",
        "im",
        "ive",
        "youre",
        "theyre",
        "hes",
        "shes",
        "s",
    ]
)
_TOKEN = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*")
_PIECE = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)|(?P<run>[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+)"
    r"|(?P<word>[^\W_]+(?:'[^\W_]+)*)"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_](?:'s)?")
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": " ", "ß": "ss"}
)


def words(text: str) -> list[str]:
    """Stems of the words of a text in their order; stop words are left out.

    Initials lose their full stops ("U.S." is "us"), numbers their separators of thousands, a
    genitive its "'s". Chinese, Japanese and Korean runs are cut into pairs of characters.
    """
    found: list[str] = []
    for token in _TOKEN.findall(_folded(text)):
        found += _stems(token)
    return found


@lru_cache(maxsize=1 << 18)
def _stems(token: str) -> tuple[str, ...]:
    if _INITIALS.fullmatch(token):
        return (token.removesuffix("'s").replace(".", ""),)
    found: list[str] = []
    for match in _PIECE.finditer(token):
        kind, piece = match.lastgroup, match[0]
        if kind == "number":
            found.append(piece.replace(",", ""))
        elif kind == "run":
            found += [piece[i : i + 2] for i in range(max(1, len(piece) - 1))]
        else:
            piece = piece.removesuffix("'s").replace("'", "")
            if piece not in _STOP:
                found.append(stem(piece))
    return tuple(found)


def _folded(text: str) -> str:
    text = text.lower()
    if not text.isascii():
        text = text.translate(_PLAIN)
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    kept = "".join(char for char in apart if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", kept)  # Hangul syllables together again
