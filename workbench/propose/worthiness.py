"""How much a sentence is worth a fact-checker's time: features with weights set by hand.

The weights are round numbers that people chose; nothing is fitted on anybody's data.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import NamedTuple

from workbench.propose.inflect import IRREGULAR_PAST

VERSION = 1
"""Another one for other features, weights or words: what was learned over them is learned anew."""


class Feature(NamedTuple):
    """A group of words: its ``weight`` counts for each one, ``most`` times at most."""

    name: str
    weight: float
    most: int
    words: str = ""


NUMBER = Feature("number", 1.3, 3)
NAME = Feature("name", 0.3, 3)
PAST = Feature(
    "past", 0.4, 3,
    "was were had did been has have 's 've became began went got came took made gave left sent "
    "built brought paid met won lost fell rose grew cut spent said told",
)  # fmt: skip
_GROUPS = (
    NUMBER._replace(
        words="two three four five six seven eight nine ten eleven twelve fifteen twenty thirty "
        "forty fifty sixty seventy eighty ninety hundred hundreds thousands dozen dozens half "
        "third quarter twice double doubled tripled quadrupled"
    ),
    Feature(
        "quantity or money", 1.3, 2,
        "million millions billion billions trillion percent percentage thousand dollars dollar "
        "euros pounds cents",
    ),
    Feature(
        "time", 0.4, 2,
        "year years month months decade decades century ago since week weeks yesterday last during "
        "monday tuesday wednesday thursday friday saturday sunday january february april june july "
        "august september october november december",
    ),
    Feature(
        "comparison or quantifier", 0.3, 3,
        "average rate majority most every never none record highest lowest largest biggest worst "
        "more less fewer than higher lower greater increase increased increases decrease decreased "
        "only first all no nothing nobody any rather many few each",
    ),
    Feature(
        "public matter", 0.3, 4,
        "tax taxes job jobs unemployment unemployed deficit deficits debt budget budgets inflation "
        "trade bill bills law laws congress senate house court courts government spending oil gas "
        "energy weapons weapon nuclear missile missiles troops soldiers military army navy forces "
        "health insurance medicare medicaid security schools school education crime crimes police "
        "election elections vaccine cancer program programs administration company companies "
        "workers economy poverty wages wage income imports exports border immigrants immigration "
        "sanctions treaty inspectors party abortion union plan record states state countries "
        "country nation nations soviet china iran iraq russia korea cuba war children families "
        "welfare farmers farm banks bank steel coal prison drug drugs guns gun trade deal "
        "commission report federal defense revenue cost costs price prices interest",
    ),
    Feature(
        "act on record", 0.9, 2,
        "voted opposed supported proposed vetoed passed signed raised created invaded appointed "
        "promised cut called favored endorsed attacked killed died arrested convicted elected "
        "reduced balanced ended imported exported shipped sold bought borrowed inherited doubled "
        "introduced received produced allowed refused recommended according",
    ),
    Feature("somebody else's doing", 0.3, 2, "he she his they their them him her"),
    Feature(
        "hope, promise or advice", -0.8, 3,
        "hope should must ought let maybe perhaps thank would 'd will 'll going gonna want need "
        "wish try trying can could may might pledge",
    ),
    Feature("opinion", -0.6, 3,
        "think believe feel guess mean suppose know understand agree disagree important "
        "wonderful right wrong beautiful fair love sure great good better best glad proud honest "
        "truth kind something things thing matter difference talk talking say saying tell look "
        "question answer point respect leadership",
    ),
    Feature(
        "address", -0.5, 3,
        "you your please mr. governor gentlemen ladies tonight senator well yes ok thanks sir "
        "welcome evening debate audience moderator minute minutes seconds",
    ),
    Feature("first person", -0.4, 3, "i me my myself we us our let's i'm i'll i'd"),
    Feature("condition", -0.7, 1, "if whether unless"),
)  # fmt: skip
_OF_WORD: dict[str, list[int]] = {}
FEATURES = (*_GROUPS, PAST, NAME)
for _index, _feature in enumerate(FEATURES):
    for _word in _feature.words.split():
        _OF_WORD.setdefault(_word, []).append(_index)
for _word in IRREGULAR_PAST.values():
    if len(FEATURES) - 2 not in _OF_WORD.setdefault(_word, []):
        _OF_WORD[_word].append(len(FEATURES) - 2)
_AT_NUMBER, _AT_MONEY, _AT_TIME, _AT_PAST, _AT_NAME = 0, 1, 2, len(FEATURES) - 2, len(FEATURES) - 1
NAMES = (*(feature.name for feature in FEATURES), "question", "length")
"""The names that ``features`` tells of."""

_TOKEN = re.compile(r"[$€£]|%|\d[\d.,]*|'?[^\W\d_]+")
_LONGEST = 2000  # characters looked at


@lru_cache(maxsize=1 << 14)
def _of_token(word: str, first: bool) -> tuple[int, ...]:
    """Numbers of the features that a word counts for."""
    if word == "May" and not first:  # the month
        return (_AT_TIME,)
    lower = word.lower()
    known = _OF_WORD.get(lower)
    found = list(known or ())
    char = word[0]
    if char.isdigit():
        year = len(word) == 4 and word[:2] in ("18", "19", "20")
        found.append(_AT_TIME if year else _AT_NUMBER)
    elif char in "$€£%":
        found.append(_AT_MONEY)
    elif char.isupper() and not first and len(word) > 1:
        found.append(_AT_NAME)
    elif known is None and len(word) > 4 and lower.endswith("ed"):
        found.append(_AT_PAST)
    return tuple(found)


def features(sentence: str) -> list[tuple[str, float]]:
    """Each feature found and what it adds to or takes from the score."""
    counts = [0] * len(FEATURES)
    plain = sentence[:_LONGEST].replace("’", "'")
    tokens = _TOKEN.findall(plain)
    words = len(tokens)
    if words:
        for index in _of_token(tokens[0], True):
            counts[index] += 1
        for word in tokens[1:]:
            for index in _of_token(word, False):
                counts[index] += 1
    found = [
        (feature.name, feature.weight * min(count, feature.most))
        for feature, count in zip(FEATURES, counts, strict=True)
        if count
    ]
    if plain.rstrip("\"”' ").endswith("?"):
        found.append(("question", -1.5))
    found.append(("length", 0.15 * min(words, 10) - 1.5))
    return found


@lru_cache(maxsize=256)  # one clause is asked for more than once
def worth_of(sentence: str) -> float:
    """The score of one sentence, in [0, 1]: a logistic function of the features' sum."""
    total = sum([weight for _, weight in features(sentence)])
    return round(1 / (1 + math.exp(1.0 - 0.7 * total)), 4)
