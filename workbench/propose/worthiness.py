"""How much a sentence is worth a fact-checker's time: features with weights set by hand.

The weights are round numbers that people chose; nothing is fitted on anybody's data.
"""

from __future__ import annotations

import math
import re

_NUMBER = re.compile(r"\b\d[\d.,]*\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
                     r"twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|"
                     r"thousands?|dozens?)\b", re.I)  # fmt: skip
_BIG = re.compile(
    r"\b(?:million|billion|trillion|percent|per cent|percentage|thousand)s?\b|%|[$€£]\s?\d", re.I
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b|\byears?\b|\bmonths?\b|\bdecades?\b|\bcentury\b", re.I)
_SHARE = re.compile(
    r"\b(?:half|third|quarter|double[ds]?|tripled?|twice|average|rate|cost|costs|majority|most|"
    r"every|all|never|only|no one|nobody|none|record|highest|lowest|largest|biggest|worst|first|"
    r"more|less|fewer|than|higher|lower|increased?|decreased?|rose|fell|cut|grew|lost|raised)\b",
    re.I,
)
_POLICY = re.compile(
    r"\b(?:tax(?:es)?|jobs?|unemploy\w+|deficit|debt|budget|inflation|trade|bill|voted|law|"
    r"passed|signed|vetoed|congress|senate|court|government|spending|spent|oil|"
    r"weapons?|nuclear|troops?|military|health|insurance|medicare|security|schools?|crime|"
    r"police|killed|died|arrested|election|vaccin\w+|cancer|program|administration|companies|"
    r"workers?|economy|poverty|wages?|income|percent|imports?|exports?|border|immigra\w+|"
    r"opposed|supported|against|created|invaded|sanctions?|treaty|inspectors?)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|been|has|have|said|went|got|came|took|made|gave|left|sent|built|"
    r"brought|paid|met|won|\w{3,}ed)\b",
    re.I,
)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-zA-Z]+|\b[A-Z]{2,}\b")
_HOPE = re.compile(
    r"\b(?:i (?:think|believe|hope|want|would|will|mean|feel|'d|know|wish|'ll|like|am going)|"
    r"we (?:must|should|need|can|ought|will|'ll|want|have to)|let (?:me|us|'s)|let's|"
    r"should|must|ought|hope|maybe|perhaps|thank|would like|going to|glad|proud|"
    r"i'm (?:going|not|very|glad|sure)|i'd|i'll|we'll|we're going)\b",
    re.I,
)
_YOU = re.compile(r"\b(?:you|your|please|mr\.|governor|gentlemen|question|answer)\b", re.I)
_FIRST = re.compile(r"\b(?:i|me|my|we|our|us)\b", re.I)
_OPINION = re.compile(
    r"\b(?:great|good|wonderful|right|wrong|important|beautiful|fair|agree|disagree|feel|"
    r"believe|think|want|like|love|understand|talk|talking|say|saying|tell|well|yes|now|"
    r"honest|truth|problem|leadership|kind|something|things?|people)\b",
    re.I,
)
_WORD = re.compile(r"\w+")


def _few(pattern: re.Pattern[str], sentence: str, most: int) -> int:
    count = 0
    for _ in pattern.finditer(sentence):
        count += 1
        if count == most:
            break
    return count


def features(sentence: str) -> list[tuple[str, float]]:
    """Each feature found and what it adds to or takes from the score."""
    plain = sentence[:2000].replace("’", "'")
    words = _few(_WORD, plain, 60)
    return [
        ("number", 0.8 * _few(_NUMBER, plain, 3)),
        ("quantity or money", 0.9 * _few(_BIG, plain, 2)),
        ("time", 0.3 * _few(_YEAR, plain, 2)),
        ("comparison or quantifier", 0.3 * _few(_SHARE, plain, 4)),
        ("public matter", 0.4 * _few(_POLICY, plain, 4)),
        ("past", 0.5 * _few(_PAST, plain, 3)),
        ("name", 0.3 * _few(_NAME, plain, 3)),
        ("hope, promise or advice", -0.8 * _few(_HOPE, plain, 3)),
        ("address", -0.4 * _few(_YOU, plain, 3)),
        ("first person", -0.2 * _few(_FIRST, plain, 3)),
        ("opinion", -0.3 * _few(_OPINION, plain, 4)),
        ("question", -1.5 if plain.rstrip("\"”' ").endswith("?") else 0.0),
        ("length", 0.06 * min(words, 25) - 0.9),
    ]


def worth_of(sentence: str) -> float:
    """The score of one sentence, in [0, 1]: a logistic function of the features' sum."""
    total = sum(weight for _, weight in features(sentence))
    return round(1 / (1 + math.exp(1.2 - 0.7 * total)), 4)
