"""Which language a text is in, by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

SAMPLE = 20_000  # code points looked at
UNSURE = "und"  # ISO 639-2: undetermined

# Function words that mark their language; words that two of these languages share count for both.
_COMMON = {
    "en": "the of and to in that is was for with on as by from are were has have not which this "
    "but an at it be been had he she they his her its who will would said after about "
    "met over die we you more than when she also been can could their",
    "de": "der die das und nicht ist von mit den dem des ein eine einen auf für im sich auch als "
    "wurde werden hat sind bei nach zum zur dass über aus wird oder war noch",
    "fr": "le la les des et est une un dans que qui pour pas sur avec par au aux du ce cette "
    "sont ont été était plus mais leur ses nous vous ne elle il se",
    "es": "el la los las de del que y en un una por con para es su al lo como más fue se no "
    "son han pero sus este esta entre también desde sobre",
    "it": "il lo la gli le di del della dei delle che e è un una per con non in sono al alla "
    "nel nella da dal come più anche ha hanno ma si questo stato",
    "pt": "o a os as de do da dos das que e em um uma por com para é não no na se ao mais "
    "foi são como mas sua seu pela pelo também está",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er die ook als bij door "
    "naar heeft om was werd maar over uit deze hebben",
    "sv": "och att det som en på är av för med den till inte har de ett om var från men vi "
    "kan han hon efter vid eller så under",
    "pl": "w i na z do nie się jest że to o jak po od za przez dla co są był była było ale "
    "oraz tego które który roku",
    "tr": "ve bir bu için ile da de olarak çok daha gibi olan sonra kadar ama değil var "
    "ise her en göre ancak",
}
_WORDS = {code: frozenset(words.split()) for code, words in _COMMON.items()}
_TOKEN = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)


def language(text: str) -> str:
    """The ISO 639-1 code of the language of a text; "und" when that is not sure."""
    sample = text[:SAMPLE]
    tokens = [token.lower() for token in _TOKEN.findall(sample)]
    letters = sum(map(len, tokens))
    if not letters:
        return UNSURE
    for code, pattern in _SCRIPTS:
        share = 0.02 if code in ("ja", "uk") else 0.4
        if len(pattern.findall(sample)) > share * letters:
            return code
    counts = Counter(tokens)
    scores = {
        code: sum(counts[word] for word in words if word in counts)
        for code, words in _WORDS.items()
    }
    best, second = sorted(scores, key=lambda code: -scores[code])[:2]
    sure = scores[best] >= max(1, 0.08 * len(tokens)) and scores[best] > scores[second]
    return best if sure else UNSURE
