"""Parts of speech: a lexicon for words of one tag, an averaged perceptron for the others.

The tags are the Penn Treebank's, a little merged (see ``MERGED``). Method: Collins (2002),
"Discriminative training methods for hidden Markov models", decoded greedily.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from workbench.propose.lexicon import word_set
from workbench.propose.perceptron import FINITE, State, best_tag, model

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
        if best == "VB" and tags and tags[-1] in _SUBJECT_END and not _bare_after(low, tags, i):
            best = "VBP"
        tags.append(best)
        state.advance(low[i], best)
    _settle(tags, options, low)
    start = 0
    for i, tag_ in enumerate([*tags, "."]):
        said = i and low[i + 2] == "that" and tags[i - 1][0] == "V"
        if said or tag_ == "." or (tag_ == "CC" and i and tags[i - 1] == ","):
            if not any(t in FINITE for t in tags[start:i]):
                _repair(tags, options, start, i)
            start = i + 1
    return tags, low[2:-2]


_SUBJECT_END = frozenset(("NNS", "PRP", "CD", "NNP", "NN"))
_BARE = word_set(
    "let lets help helps helped helping make makes made making see sees saw seeing watch watched "
    "have had to do does did n't hear heard that"
)


def _bare_after(low: list[str], tags: list[str], i: int) -> bool:
    """Does something a few words before ask for the bare form at ``i``?"""
    first = max(2, i - 6)
    return any(w in _BARE for w in low[first:i]) or "MD" in tags[first - 2 : i - 2]


_FINITE_ONLY = frozenset(("VB", "VBP", "VBZ", "MD"))
_NOUNS = frozenset(("NN", "NNS", "NNP"))


def _settle(tags: list[str], options: list[tuple[str, ...]], low: list[str]) -> None:
    """Nouns and verbs of one form that their neighbours tell apart."""
    if tags[1:2] and tags[0] == "VBZ" and "NNS" in options[2] and tags[1] in FINITE:
        tags[0] = "NNS"
    if low[2] in ("neither", "either", "both") and tags[:1] == ["CC"] and tags[1:2] in _COUNTED:
        tags[0] = "DT"
    if tags[:1] == ["VB"] and tags[1:2] and tags[1] in _NOUNS and _finite_after_names(tags):
        tags[0] = "NN"  # "Lead author Ann Hale … said"
    for i in range(1, len(tags) - 1):
        before, after = tags[i - 1], tags[i + 1]
        if tags[i] in _SETTLED:
            _settle_word(tags, options, low, i)
        if low[i + 1] in ("a", "an", "the") and tags[i] in _FINITE_ONLY:
            tags[i] = "NNS" if tags[i] == "VBZ" else "NN"
        if (low[i + 2] == "mine" and before in ("DT", "JJ", "NN")) or (
            low[i + 2] == "executive" and after not in _NOUNS
        ):
            tags[i] = "NN"
        verbal = tags[i] == "JJ" and "VBD" in options[i + 2] and low[i + 2].endswith("ed")
        if verbal and before in _SUBJECT_END and after not in _NOUNS:
            tags[i] = "VBN"
        may_be_noun = tags[i] == "VBZ" and "NNS" in options[i + 2]
        joined = before == "CC" and i > 1 and tags[i - 2] == ","
        if may_be_noun and joined and _verb_to_come(tags, low, i):
            tags[i] = "NNS"  # ", and trains … are"
        plural = tags[i] == "NNS" and ("VBZ" in options[i + 2] or "VBZ" in tags[:i])
        to_verb = low[i + 3] == "to" and tags[i + 2 : i + 3] == ["VB"]
        if plural and before == "CC" and (to_verb or after in ("CD", "DT", "PRP$")):
            tags[i] = "VBZ"  # "… and plans to hire", "… and employs 300"


_SETTLED = frozenset(("NN", "VBN", "PRP", "CC", "NNS", "VB", "JJ", '"'))
_BEFORE_VERB = _NOUNS | {"WP", "WDT"}
_UNCHANGED = word_set("put set cut hit burst quit cast shed spread bid hurt shut split cost beat")


def _settle_word(tags: list[str], options: list[tuple[str, ...]], low: list[str], i: int) -> None:
    """Words that the tags beside them leave one tag to."""
    before, after, word = tags[i - 1], tags[i + 1], low[i + 2]
    if before == "MD" and tags[i] == "NN" and after not in FINITE and after != "VB":
        tags[i] = "VB"  # "may station heavy weapons"
    elif word == "left" and tags[i] == "JJ" and (after not in _NOUNS or before == "CC"):
        tags[i] = "VBD"  # "who led it, left in May"
    elif word in _UNCHANGED and before in _BEFORE_VERB and after in ("DT", "PRP$", "CD"):
        tags[i] = "VBD"  # "as the river burst its banks"
    elif word == "had" and tags[i] == "VBN" and low[i + 1] not in ("have", "has", "had", "'ve"):
        tags[i] = "VBD"
    elif word == "her" and tags[i] == "PRP" and after in ("VB", "VBP") and "NN" in options[i + 3]:
        if before in ("VB", "VBD", "VBZ", "VBP") and tags[i + 2 : i + 3] in ([","], ["."], ["IN"]):
            tags[i], tags[i + 1] = "PRP$", "NN"  # "use her vote."
    elif word == "'" and low[i + 1].endswith("s") and before in ("NNS", "NNP"):
        if after in _NOUNS | {"JJ"} and "‘" not in low[: i + 2]:
            tags[i] = "POS"  # "tenants’ groups"
    elif tags[i] == "NNS" and before in ("WP", "WDT") and after in _AFTER_VERB:
        tags[i] = "VBZ"  # "who farms 80 hectares"
    elif tags[i] == "NN" and low[i + 1] == "to" and after in ("CD", "DT", "PRP$"):
        tags[i - 1], tags[i] = "TO", "VB"  # "to blacklist 31 companies"
    elif tags[i] == "VB" and before == "CC" and not {"MD", "TO"} & set(tags[:i]):
        same = next((t for t in ("VBP", "VBD") if t in tags[:i] and t in options[i + 2]), "VB")
        tags[i] = same  # "operate 600 shops and employ …"
    elif word in ("neither", "either", "both") and tags[i] == "CC" and after in ("NN", "NNS"):
        tags[i] = "DT"


def _finite_after_names(tags: list[str]) -> bool:
    for tag_ in tags[1:20]:
        if tag_ in FINITE:
            return True
        if tag_ not in _NAMING:
            return False
    return False


_COUNTED = (["NN"], ["NNS"])
_NAMING = frozenset(("NN", "NNP", "NNS", "DT", "JJ", "IN", "POS", ",", "CD"))


def _verb_to_come(tags: list[str], low: list[str], i: int) -> bool:
    for j in range(i + 1, len(tags)):
        if low[j + 2] in ("are", "were", "have") or tags[j] == "MD":
            return True
        if tags[j] in (",", ".", ":", "WDT", "PRP", "NNS"):
            return False
    return False


def _repair(tags: list[str], options: list[tuple[str, ...]], start: int, end: int) -> None:
    """No finite verb: take the noun that may be one and stands where a verb would."""
    for i in range(start + 1, min(end, len(tags) - 1)):
        verb = next((t for t in options[i + 2] if t in ("VBZ", "VBP", "VBD")), None)
        if verb is None or tags[i] not in _MISTAKEN or tags[i - 1] not in _SUBJECT_END:
            continue
        several = tags[i - 1] == "NNS" or (tags[i - 1] != "NN" and "NNS" in tags[start:i])
        agrees = verb == "VBD" or (verb == "VBP") == several
        if agrees and tags[i + 1] in _AFTER_VERB:
            tags[i] = verb
            return


_MISTAKEN = frozenset(("NN", "NNS", "VB", "VBN"))
_AFTER_VERB = frozenset(("CD", "DT", "PRP$", "PRP", "IN", "TO", "JJ", "RB"))
