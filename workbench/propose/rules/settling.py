"""What the tagger gets wrong and a word's neighbours tell: nouns and verbs of one form."""

from __future__ import annotations

from workbench.propose.lexicon import QUANTIFYING, word_set
from workbench.propose.rules.perceptron import FINITE

SUBJECT_END = frozenset(("NNS", "PRP", "CD", "NNP", "NN"))
_PARTING = frozenset(("CC", "WDT", "WP", "WRB"))
_FINITE_ONLY = frozenset(("VB", "VBP", "VBZ", "MD"))
_NOUNS = frozenset(("NN", "NNS", "NNP"))


def settle(tags: list[str], options: list[tuple[str, ...]], low: list[str]) -> None:
    """Mend the tags of a sentence in place.

    ``options`` are the tags that each word may have, ``low`` the words in small letters; both have
    two blanks at each end.
    """
    _settle(tags, options, low)
    start = 0
    for i, tag_ in enumerate([*tags, "."]):
        said = i and low[i + 2] == "that" and tags[i - 1][0] == "V"
        parts = tag_ in _PARTING and i and tags[i - 1] == ","
        if said or tag_ == "." or parts:
            if not any(t in FINITE for t in tags[start:i]):
                _repair(tags, options, start, i)
            start = i + 1


def _settle(tags: list[str], options: list[tuple[str, ...]], low: list[str]) -> None:
    if tags[1:2] and tags[0] == "VBZ" and "NNS" in options[2] and tags[1] in FINITE:
        tags[0] = "NNS"
    if low[2] in ("neither", "either", "both") and tags[:1] == ["CC"] and tags[1:2] in _COUNTED:
        tags[0] = "DT"
    if tags[:1] == ["VB"] and tags[1:2] and tags[1] in _NOUNS and _finite_after_names(tags):
        tags[0] = "NN"  # "Lead author Ann Hale … said"
    for i in range(1, len(tags) - 1):
        if tags[i] in _SURE:
            continue
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
        if verbal and before in SUBJECT_END and after not in _NOUNS:
            tags[i] = "VBN"
        may_be_noun = tags[i] == "VBZ" and "NNS" in options[i + 2]
        joined = before == "CC" and i > 1 and tags[i - 2] == ","
        if may_be_noun and joined and _verb_to_come(tags, low, i):
            tags[i] = "NNS"  # ", and trains … are"
        plural = tags[i] == "NNS" and ("VBZ" in options[i + 2] or "VBZ" in tags[:i])
        to_verb = low[i + 3] == "to" and tags[i + 2 : i + 3] == ["VB"]
        counted = tags[i + 2 : i + 3] == ["CD"] and low[i + 3] in QUANTIFYING
        if plural and before == "CC" and (to_verb or counted or after in _OBJECT):
            tags[i] = "VBZ"  # "… and plans to hire", "… and employs about 300"


_SURE = frozenset(
    ("DT", "IN", "NNP", "CD", ",", ".", ":", "PRP$", "TO", "RB", "POS", "WDT", "WP", "(", ")")
)
_SETTLED = frozenset(("NN", "VBN", "PRP", "CC", "NNS", "VB", "JJ", '"'))
_BEFORE_VERB = _NOUNS | {"WP", "WDT"}
_UNCHANGED = word_set("put set cut hit burst quit cast shed spread bid hurt shut split cost beat")


def _settle_word(tags: list[str], options: list[tuple[str, ...]], low: list[str], i: int) -> None:
    """Words that the tags beside them leave one tag to."""
    if low[i + 2] in _UNCHANGED and tags[i - 1] in _BEFORE_VERB and tags[i + 1] in _OBJECT:
        tags[i] = "VBD"  # "as the river burst its banks"
    elif tags[i] == "NNS":
        pronoun = low[i + 1] in ("it", "he", "she")  # "it points to", "who farms 80 hectares"
        if pronoun or (tags[i - 1] in ("WP", "WDT") and tags[i + 1] in _AFTER_VERB):
            tags[i] = "VBZ"
    elif tags[i] in ("NN", "JJ") and _second_base(tags, options, i):
        tags[i] = "VB"
    elif tags[i] in ("NN", "VB"):
        _settle_base(tags, options, low, i)
    else:
        _settle_other(tags, options, low, i)


def _second_base(tags: list[str], options: list[tuple[str, ...]], i: int) -> bool:
    """ "Will cut 410 jobs and close one of its shops"."""
    joined = tags[i - 1] == "CC" and tags[i + 1] in _OBJECT and "VB" in options[i + 2]
    return joined and "MD" in tags[max(0, i - _NEAR) : i]


_NEAR = 8  # words between "will" and the second verb


def _settle_base(tags: list[str], options: list[tuple[str, ...]], low: list[str], i: int) -> None:
    before, after = tags[i - 1], tags[i + 1]
    if tags[i] == "NN":
        if before == "MD" and after not in FINITE and after != "VB":
            tags[i] = "VB"  # "may station heavy weapons"
        elif low[i + 1] == "to" and after in _OBJECT:
            tags[i - 1], tags[i] = "TO", "VB"  # "to blacklist 31 companies"
    elif before == "CC" and not {"MD", "TO"} & set(tags[:i]):
        same = next((t for t in ("VBP", "VBD") if t in tags[:i] and t in options[i + 2]), "VB")
        tags[i] = same  # "operate 600 shops and employ …"


def _settle_other(tags: list[str], options: list[tuple[str, ...]], low: list[str], i: int) -> None:
    before, after, word = tags[i - 1], tags[i + 1], low[i + 2]
    if word == "left" and tags[i] == "JJ" and (after not in _NOUNS or before == "CC"):
        tags[i] = "VBD"  # "who led it, left in May"
    elif word == "had" and tags[i] == "VBN" and low[i + 1] not in ("have", "has", "had", "'ve"):
        tags[i] = "VBD"
    elif word == "her" and after in ("VB", "VBP") and "NN" in options[i + 3]:
        if before in _VERBS and tags[i + 2 : i + 3] in ([","], ["."], ["IN"]):
            tags[i], tags[i + 1] = "PRP$", "NN"  # "use her vote."
    elif word == "'" and low[i + 1].endswith("s") and before in ("NNS", "NNP"):
        if after in _NOUNS | {"JJ"} and "‘" not in low[: i + 2]:
            tags[i] = "POS"  # "tenants’ groups"
    elif word in ("neither", "either", "both") and tags[i] == "CC" and after in ("NN", "NNS"):
        tags[i] = "DT"


_OBJECT = frozenset(("DT", "PRP$", "CD"))
_VERBS = frozenset(("VB", "VBD", "VBZ", "VBP"))


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
        if verb is None or tags[i] not in _MISTAKEN or tags[i - 1] not in SUBJECT_END:
            continue
        several = tags[i - 1] == "NNS" or (tags[i - 1] != "NN" and "NNS" in tags[start:i])
        agrees = verb == "VBD" or (verb == "VBP") == several
        if agrees and tags[i + 1] in _AFTER_VERB:
            tags[i] = verb
            return


_MISTAKEN = frozenset(("NN", "NNS", "VB", "VBN"))
_AFTER_VERB = frozenset(("CD", "DT", "PRP$", "PRP", "IN", "TO", "JJ", "RB"))
