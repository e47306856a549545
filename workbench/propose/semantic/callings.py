"""Words for what a person is: from where, how old, and of which calling."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.tree.tree import Tree

FORMER = word_set("former ex ousted sacked retired late deposed")
PLAIN = word_set(
    "veteran star young popular embattled outgoing disgraced billionaire celebrated renowned "
    "acclaimed left-handed experienced prominent famous controversial - black white born current "
    "international"
)
GENERIC = word_set("national native man woman citizen")
PARTIES = word_set("republican democrat")
_ADJECTIVES = word_set(
    "french dutch english welsh irish scottish british spanish portuguese danish swedish finnish "
    "polish turkish swiss czech greek thai chinese japanese korean vietnamese lebanese israeli "
    "iraqi pakistani bangladeshi saudi kuwaiti afghan cypriot argentine filipino icelandic"
)
_NOUNS = {
    "frenchman": "french", "frenchwoman": "french", "dutchman": "dutch", "dutchwoman": "dutch",
    "englishman": "english", "englishwoman": "english", "welshman": "welsh",
    "welshwoman": "welsh", "irishman": "irish", "irishwoman": "irish", "scot": "scottish",
    "scotsman": "scottish", "scotswoman": "scottish", "briton": "british", "spaniard": "spanish",
    "dane": "danish", "swede": "swedish", "finn": "finnish", "pole": "polish", "turk": "turkish",
    "swiss": "swiss", "czech": "czech", "greek": "greek", "thai": "thai", "israeli": "israeli",
    "iraqi": "iraqi", "pakistani": "pakistani", "afghan": "afghan", "cypriot": "cypriot",
    "argentine": "argentine", "argentinian": "argentine", "filipino": "filipino",
    "icelander": "icelandic", "serb": "serbian", "croat": "croatian", "slovene": "slovenian",
    "slovak": "slovak", "kazakh": "kazakh", "uzbek": "uzbek", "portuguese": "portuguese",
    "japanese": "japanese", "german": "german", "angolan": "angolan", "catalan": "catalan",
    "malian": "malian", "european": "european",
}  # fmt: skip
_PEOPLES = ("ian", "can", "ean", "lander", "ndan", "yan", "kan", "xan", "oan", "uban")
_NO_LAND = word_set(
    "guardian librarian politician musician physician technician civilian christian historian "
    "comedian magician electrician mathematician statistician optician academician veteran "
    "vegetarian custodian tactician theologian vatican ocean caribbean mediterranean median duncan "
    "ryan logan iran"
)
_SAME = tuple(
    word_set(group)
    for group in (
        "ambassador envoy diplomat",
        "manager coach boss tactician",
        "president premier leader",
        "striker forward",
        "goalkeeper keeper",
        "goaltender goalie",
        "actor actress",
        "author novelist writer",
        "doctor surgeon physician",
        "lawyer attorney",
        "journalist reporter correspondent",
        "businessman tycoon entrepreneur magnate mogul",
        "filmmaker film-maker",
        "priest cleric",
        "pope pontiff",
        "fraudster conman",
        "senator lawmaker legislator",
        "congressman lawmaker legislator",
        "congresswoman lawmaker legislator",
        "representative lawmaker legislator congressman congresswoman",
    )
)
_OVER = tuple(  # words for all of a kind, and the kinds
    (word_set(over), word_set(kinds))
    for over, kinds in (
        ("player footballer star", "striker forward midfielder winger defender goalkeeper "
         "footballer playmaker centre-back full-back"),
        ("player star", "pitcher catcher quarterback receiver linebacker guard shortstop "
         "outfielder goaltender goalie"),
        ("musician star performer artist vocalist", "singer rapper guitarist drummer pianist "
         "songwriter singer-songwriter"),
        ("star performer", "actor actress comedian"),
        ("athlete champion star", "runner sprinter swimmer cyclist rower gymnast skier"),
        ("fighter champion", "boxer"),
        ("politician", "senator congressman congresswoman representative mp mep councillor "
         "minister governor mayor"),
        ("billionaire", "businessman businesswoman tycoon founder investor entrepreneur"),
        ("scientist researcher academic", "professor biologist physicist chemist geologist "
         "epidemiologist astronomer"),
        ("cleric", "bishop archbishop cardinal imam rabbi"),
    )
)  # fmt: skip


def akin(one: str, other: str) -> bool:
    """Can who was called the other be "the one": an ambassador the envoy, a striker the star?"""
    if one == other or any(one in group and other in group for group in _SAME):
        return True
    return any(one in over and other in kinds | over for over, kinds in _OVER)


def is_calling(low: str) -> bool:
    """Is it a word for what a person does?"""
    return any(low in group for group in _SAME) or any(low in o | k for o, k in _OVER)


def land(form: str, *, alone: bool) -> str:
    """ "Argentine", "Frenchman", "Republican": of which country or party; else empty.

    Args:
        form: The word.
        alone: Does it stand for a person by itself?
    """
    low = form.lower()
    if not form[:1].isupper() or low in _NO_LAND:
        return ""
    if low in PARTIES:
        return low
    if low in _NOUNS:
        return _NOUNS[low]
    if low.endswith(_PEOPLES):
        return "argentine" if low == "argentinian" else low
    return low if low in _ADJECTIVES and not alone else ""


def ages(tree: Tree, first: int, end: int) -> list[int]:
    """The words of "54-year-old" within a stretch, the number first; empty where it has none."""
    for word in range(first, min(end, len(tree.words) - 4) + 1):
        if tree.low[word + 1 : word + 5] == ["-", "year", "-", "old"] and word + 4 <= end:
            return list(range(word, word + 5))
    return []
