"""Parts of speech: a lexicon for words of one tag, an averaged perceptron for the others.

The tags are the Penn Treebank's, a little merged (see ``MERGED``). Method: Collins (2002),
"Discriminative training methods for hidden Markov models", decoded greedily.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from workbench.propose.lexicon import word_set
from workbench.propose.rules.perceptron import State, best_tag, model
from workbench.propose.rules.settling import SUBJECT_END, settle

MERGED = {
    "NNPS": "NNP", "JJR": "JJ", "JJS": "JJ", "RBR": "RB", "RBS": "RB", "PDT": "DT", "LS": "CD",
    "FW": "NN", "ADD": "NN", "AFX": "JJ", "GW": "NN", "-LRB-": "(", "-RRB-": ")", "``": '"',
    "''": '"', "HYPH": ":", "NFP": ":", "SYM": ":", "$": "CD",
}  # fmt: skip
PUNCTUATION = {
    ",": ",", ".": ".", "?": ".", "!": ".", "…": ".", "...": ".", ":": ":", ";": ":", "-": ":",
    "–": ":", "—": ":", "--": ":", "(": "(", "[": "(", ")": ")", "]": ")", '"': '"', "“": '"',
    "”": '"', "„": '"', "«": '"', "»": '"', "'": '"', "‘": '"', "’": '"', "/": ":", "*": ":",
    "•": ":", "·": ":", "|": ":", "{": "(", "}": ")", "%": "NN", "&": "CC", "&amp;": "CC",
}  # fmt: skip
OPEN_LOWER = ("NN", "JJ", "VB", "VBP")
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("izes", ("VBZ",)),
    ("ifies", ("VBZ",)),
    ("ing", ("VBG", "NN", "JJ")),
    ("ed", ("VBN", "VBD", "JJ")),
    ("ly", ("RB", "JJ")),
    ("ness", ("NN",)),
    ("tion", ("NN",)),
    ("ment", ("NN",)),
    ("ity", ("NN",)),
    ("ism", ("NN",)),
    ("ist", ("NN",)),
    ("ous", ("JJ",)),
    ("ful", ("JJ", "NN")),
    ("ive", ("JJ", "NN")),
    ("less", ("JJ",)),
    ("ss", ("NN", "JJ", "VB", "VBP")),
    ("s", ("NNS", "VBZ")),
)


def possible(
    word: str, lower: str, first: bool, lexicon: dict[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """The tags that a word may have, before its context is looked at."""
    if word in PUNCTUATION:
        return (PUNCTUATION[word],)
    if len(word) == 1 and word.isupper() and word not in ("A", "I"):
        return ("NNP",)
    if word in _ACRONYMS or (word == "May" and not first):
        return ("NNP",)
    known = lexicon.get(lower)
    return (
        _unknown(word, lower, first, lexicon) if known is None else _with_case(word, known, first)
    )


def _unknown(
    word: str, lower: str, first: bool, lexicon: dict[str, tuple[str, ...]]
) -> tuple[str, ...]:
    char = word[0]
    found = _by_ending(lower)
    if char.isdigit() or char in "$€£¥":
        found = ("JJ",) if "-" in word and word[-1].isalpha() else ("CD",)
    elif not char.isalpha():
        found = (":",)
    elif char.isupper():
        if not first or "-" in word or word.isupper():
            found = ("NNP",)
        else:
            found = ("NNP",) if found in (OPEN_LOWER, ("NN",)) else ("NNP", *found)
    elif "-" in word:
        found = _hyphenated(lower, lexicon)
    return found


def _with_case(word: str, known: tuple[str, ...], first: bool) -> tuple[str, ...]:
    if not word[0].isupper() or known == ("NNP",):
        return known
    closed = [t for t in known if t not in _OPEN]
    if not first:
        return known if closed else ("NNP",)
    return known if closed or "NNP" in known else (*known, "NNP")


_ACRONYMS = frozenset(("US", "IT", "WHO", "UN", "EU", "UK"))
_OPEN = frozenset(("NN", "NNS", "NNP", "JJ", "VB", "VBP", "VBD", "VBN", "VBG", "VBZ", "RB", "UH"))


def _by_ending(lower: str) -> tuple[str, ...]:
    for ending, tags in _ENDINGS:
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return tags
    return OPEN_LOWER


def _hyphenated(lower: str, lexicon: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    last = lexicon.get(lower.rpartition("-")[2], ())
    if last == ("NNS",):
        return ("NNS",)
    return ("NN",) if last == ("NN",) and not lower.startswith(_MODIFIERS) else ("JJ", "NN")


_MODIFIERS = ("two-", "three-", "four-", "five-", "one-", "long-", "short-", "high-", "low-")


Lookup = Callable[[str, bool], tuple[str, ...]]


@lru_cache(maxsize=1 << 16)
def _lookup(word: str, first: bool) -> tuple[str, ...]:
    return possible(word, word.lower().replace("’", "'"), first, model().lexicon)


def prepare(words: list[str], lookup: Lookup) -> tuple[list[str], list[tuple[str, ...]], list[str]]:
    """Lower-case words, their possible tags, and these as one string, padded by two blanks."""
    low = ["", "", *[w.lower().replace("’", "'") for w in words], "", ""]
    options: list[tuple[str, ...]] = [(), ()]
    first = True
    for i, word in enumerate(words):
        found = lookup(word, first)
        unknown = first and len(found) > 1 and found[0] == "NNP"
        if unknown and words[i + 1 : i + 2] and words[i + 1][0].isupper():
            found = ("NNP",)  # an unknown word before another name
        options.append(found)
        if word[0].isalnum():
            first = False
        elif word in ':“"':
            first = True
    options += [(), ()]
    return low, options, [" ".join(o) for o in options]


_TO_NOUN = frozenset(("due", "according", "thanks", "access", "return", "responded", "led"))


def tag(words: list[str]) -> list[str]:
    """One tag for each word of a sentence."""
    return tag_lower(words)[0]


def tag_lower(words: list[str]) -> tuple[list[str], list[str]]:
    """One tag for each word of a sentence, and the words in small letters."""
    low, options, classes = prepare(words, _lookup)
    state = State()
    tags: list[str] = []
    for i in range(2, len(words) + 2):
        choice = options[i]
        best = choice[0]
        if low[i - 1] == "to" and "VB" in choice and low[i - 2] not in _TO_NOUN:
            best, tags[-1] = "VB", "TO"
        elif len(choice) > 1:
            best = best_tag(i, low, classes, state, choice)
        if best == "VB" and tags and tags[-1] in SUBJECT_END and not _bare_after(low, tags, i):
            best = "VBP"
        if low[i] == "will" and tags and tags[-1] in ("POS", "PRP$"):
            best = "NN"  # "the mayor's will"
        tags.append(best)
        state.advance(low[i], best)
    settle(tags, options, low)
    return tags, low[2:-2]


_BARE = word_set(
    "let lets help helps helped helping make makes made making see sees saw seeing watch watched "
    "have had to do does did n't hear heard that"
)


def _bare_after(low: list[str], tags: list[str], i: int) -> bool:
    """Does something a few words before ask for the bare form at ``i``?"""
    first = max(2, i - 6)
    return any(w in _BARE for w in low[first:i]) or "MD" in tags[first - 2 : i - 2]
