"""What a fact-checker's verdict says of the claim: supported, refuted, mixed or unknown."""

from __future__ import annotations

import re
import unicodedata
from math import isfinite
from typing import Literal

Polarity = Literal["supported", "refuted", "mixed", "unknown"]

# A phrase that is longer, or comes first, counts: "mostly true" before "true", "not true" before
# "true", and of "False. The true number is…" the beginning.
_PHRASES: dict[Polarity, str] = {
    "unknown": (
        "unproven|unverified|unsubstantiated|not enough evidence|not enough info"
        "|insufficient evidence|lacks evidence|no evidence|not verifiable|not checkable"
        "|unverifiable|research in progress|in progress|undetermined|legend|satire|labeled satire"
        "|sin pruebas|no verificable|non verifiable|nicht belegt|unbelegt|non verificabile"
        "|nao verificavel|brak dowodow|niet te controleren|unklar"
    ),
    "mixed": (
        "half true|half false|half right|mixture|mixed|mix|partly false|partly true|partially true"
        "|partially false|partly right|partially correct|misleading|missing context"
        "|lacks context|needs context|out of context|exaggerated|cherry picked|cherrypicking"
        "|distorts the facts|spins the facts|conflicting evidence|disputed|two pinocchios"
        "|misattributed|outdated|miscaptioned|true but|enganoso|media verdad|verdad a medias"
        "|sacado de contexto|falta contexto|trompeur|a nuancer|contexte manquant"
        "|partiellement faux|plutot vrai mais|irrefuhrend|teilweise falsch|teilweise richtig"
        "|halb wahr|fehlender kontext|fuorviante|mezza verita|parzialmente vero"
        "|distorcido|fora de contexto|meia verdade|misleidend|halfwaar|deels waar"
        "|gedeeltelijk waar|gedeeltelijk onwaar|manipulacja|polprawda|czesciowo falsz"
    ),
    "refuted": (
        "false|mostly false|not true|isn t true|untrue|fake|fake news|pants on fire|hoax|scam"
        "|incorrect|not correct|inaccurate|not accurate|wrong|debunked|refuted|refutes|refute"
        "|fabricated|altered|doctored|manipulated|four pinocchios|three pinocchios|baseless"
        "|fiction|not legit|no"
        "|falso|falsa|bulo|no es cierto|no es verdad|es mentira|faux|fausse|infox|pas vrai"
        "|c est faux|falsch|unwahr|nicht wahr|stimmt nicht|frei erfunden|groesstenteils falsch"
        "|grosstenteils falsch|bufala|non e vero|notizia falsa|nao e verdade|montagem|onwaar"
        "|niet waar|vals|falsz|nieprawda|ложь|неправда|фейк|falskt|usant|falsk|sahte|yanlis"
        "|hoaks|salah"
    ),
    "supported": (
        "true|mostly true|correct|mostly correct|accurate|mostly accurate|right|verified|confirmed"
        "|supported|supports|legit|genuine|authentic|correct attribution|geppetto checkmark|yes"
        "|verdadero|verdadera|cierto|es verdad|vrai|plutot vrai|c est vrai|wahr|richtig|stimmt"
        "|grosstenteils richtig|vero|vera|verdadeiro|verdade|fato|waar|grotendeels waar|juist"
        "|prawda|правда|верно|sant|dogru|benar"
    ),
}
_MEANING: dict[str, Polarity] = {
    phrase: kind for kind, phrases in _PHRASES.items() for phrase in phrases.split("|")
}
_ANY = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _MEANING), key=len, reverse=True))})\b")
_APART = re.compile(r"[\W_]+")
_NOT = re.compile(r"\b(?:not|isn t|never|no es|nicht|pas|non e|nao e|niet|nie) (?:\w+ )?\Z")
_OPPOSITE: dict[Polarity, Polarity] = {"supported": "refuted", "refuted": "mixed"}


def polarity(verdict: str) -> Polarity:
    """What a verdict's text says of the claim.

    English, Spanish, French, German, Italian, Portuguese, Dutch, Polish, some Russian, Swedish,
    Norwegian, Danish, Turkish and Indonesian; what is not known is `unknown`.
    """
    text = _folded(verdict)
    match = _ANY.search(text)
    if match is None:
        return "unknown"
    found = _MEANING[match[0]]
    return _OPPOSITE.get(found, found) if _NOT.search(text[: match.start()]) else found


def of_rating(value: float = 0.0, best: float = 0.0, worst: float = 0.0) -> Polarity:
    """What a rating in numbers says, by its place between the worst and the best.

    The outer quarters are `refuted` and `supported`. Without a scale nothing is known.
    """
    if not all(map(isfinite, (value, best, worst))) or best <= worst:
        return "unknown"
    place = (value - worst) / (best - worst)
    if not 0 <= place <= 1:
        return "unknown"
    if place <= 0.25:
        return "refuted"
    return "supported" if place >= 0.75 else "mixed"


def _folded(text: str) -> str:
    """Small letters without accents, words parted by single spaces."""
    lowered = text.lower().replace("ß", "ss").replace("ł", "l").replace("ı", "i")
    apart = unicodedata.normalize("NFKD", lowered)
    plain = "".join(char for char in apart if not unicodedata.combining(char))
    return _APART.sub(" ", unicodedata.normalize("NFC", plain)).strip()
