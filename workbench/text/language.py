"""Which language a text is in, by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

SAMPLE = 20_000  # code points looked at
UNSURE = "und"  # ISO 639-2: undetermined

# Function words that mark their language; words that two of these languages share count for both.
_COMMON = {
    "en": "a i the of and to in that is was for with on as by from are were has have not which "
    "this but an at it be been had he she they his her its who will would said after about "
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
    "da": "og i at det som en på er af med den til har de for et om var fra ikke men han hun "
    "efter ved blev bliver eller være også kan sig",
    "no": "og i at det som en på er av med den til har de for et om var fra ikke men han hun "
    "etter ved ble blir eller være også kan seg opp fram",
    "fi": "ja on ei että se oli hän mutta kun niin myös kuin joka jonka mukaan ovat olivat "
    "vuonna tai sekä hänen jotka",
    "et": "ja on ei et see oli ta aga kui nii ka mis mille kohaselt ning või olid aastal tema",
    "cs": "a v na se že je do to s z o k podle za pro ve ale jako které který která byl byla "
    "bylo roce také jeho od po však",
    "sk": "a v na sa že je do to s z o k podľa za pre vo ale ako ktoré ktorý ktorá bol bola "
    "bolo roku tiež jeho od po však",
    "hr": "i u na je se da za od s su koji koja koje će bi kako ali iz o nije rekao bio bila "
    "prema godine što",
    "hu": "a az és hogy nem is egy meg ez volt már csak de el szerint mint vagy azt amely még "
    "után ki pedig lesz",
    "ro": "și de la a în cu că nu din pe o un care pentru mai este au fost sa să prin dar fi ar "
    "va lui sunt potrivit",
    "ca": "el la els les de del i que en un una per amb no és al a va ha són més com seu seva "
    "aquest aquesta segons però també",
    "id": "yang dan di pada itu ini untuk dengan dari tidak akan dalam telah oleh ke adalah "
    "sebagai juga mengatakan bahwa",
    "vi": "và của là có được trong cho không với một các những đã này người từ khi đến tại "
    "theo năm sẽ nói",
}
_WORDS = {code: frozenset(words.split()) for code, words in _COMMON.items()}
_LONG = {
    code: names.split()
    for code, names in {
        "en": "eng english", "de": "deu ger german", "fr": "fra fre french",
        "es": "spa spanish", "it": "ita italian", "pt": "por portuguese", "nl": "nld dut dutch",
        "sv": "swe swedish", "pl": "pol polish", "tr": "tur turkish", "da": "dan danish",
        "no": "nor nb nn norwegian", "fi": "fin finnish", "cs": "ces cze czech",
        "hu": "hun hungarian", "ru": "rus russian", "uk": "ukr ukrainian",
        "ar": "ara arabic", "zh": "zho chi chinese", "ja": "jpn japanese", "ko": "kor korean",
    }.items()
}  # fmt: skip
_CODES = {name: code for code, names in _LONG.items() for name in names}
_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9-_.]*)?")
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


def code_of(given: str | None) -> str:
    """The code of a language as files name it: "en" for "EN", "en-US", "en_GB", "eng", "English".

    Returns:
        An ISO 639-1 code, or the tag's own where there is none; "und" for what names no language.
    """
    plain = (given or "").strip().lower()
    if plain in _CODES:
        return _CODES[plain]
    tag = _TAG.fullmatch(plain)
    return _CODES.get(tag[1], tag[1]) if tag else UNSURE


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
