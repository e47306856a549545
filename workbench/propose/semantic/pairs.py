"""What "both", "the two", "neither", "the latter" and "they" of a share of people stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.propose.lexicon import MONTHS, WEEKDAYS, word_set
from workbench.propose.rules.kinds import given_gender
from workbench.propose.semantic.certain import couple
from workbench.propose.semantic.mentions import Mention, speaks
from workbench.propose.tree.cuts import loose
from workbench.propose.tree.nouns import noun_words
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.words import written

_SUBJECT = ("nsubj", "nsubj:pass")
_TWO = word_set("two pair couple duo")
_AND = " and "
_MORE = word_set("other others more and")
_NAMES = 2
_PLACED = re.compile(r" (?:in|at|on|near) ")


def pairs(tree: Tree, past: Sequence[Sequence[Mention]]) -> dict[int, str]:
    """What to write for such subjects, by the index of their words.

    "Ann Oe met Kim Ley. Both …": "Ann Oe and Kim Ley"; "two men were held. Neither …": "neither of
    the two men". ``past``: the phrases of the sentences before it, the last one last.
    """
    last = past[-1] if past else []
    found: dict[int, str] = {}
    for word, low in enumerate(tree.low):
        if tree.relations[word] not in _SUBJECT or tree.only(word, "nmod", "conj"):
            continue
        if low == "they" and tree.low[word + 1 : word + 2] == ["both"]:
            both = _two(last, "both")  # "they both wept"
            found |= {word: both} if both is not None else {}
            continue
        verb = tree.heads[word]
        if tree.coarse[verb] != "VERB" and not tree.only(verb, "cop"):
            continue  # "the couple, both in their 70s"
        beside = [c for c in tree.children[word] if tree.coarse[c] != "PUNCT"
                  and not (tree.relations[c] == "acl:relcl" and loose(tree, c))]  # fmt: skip
        led = [tree.low[c] for c in beside] == ["the"] and beside[0] == word - 1
        said = None
        if (low in ("both", "neither") and not beside) or (low in _TWO and led):
            said = _two(last, low)
        elif low in _PEOPLE and (said := _people(tree, beside, past, low)) is not None:
            pass
        elif low in ("former", "latter") and led:
            said = _one(tree, word, last)
        if said is not None:
            found |= dict.fromkeys(beside, "") | {word: said}
    return found


def _two(last: Sequence[Mention], low: str) -> str | None:
    """The two that the sentence before told of, where it told of no other two or three."""
    several = [m.text for m in last if m.plural]
    if not several and (met := couple(last)) is not None:
        several = [met.text]
    twos = {t for t in several if _names(t) or _counted(t)}
    meant = next(iter(twos), "")
    names, beside = _names(meant), any(_AND in t for t in several if t != meant)
    if len(twos) != 1 or beside or (not names and low in ("pair", "couple")):
        return None
    if not names:
        meant = _PLACED.split(meant)[0]  # "arrested two men in Ley"
    if low == "neither":
        return f"neither {names[0]} nor {names[1]}" if names else f"neither of {meant}"
    return meant


def _people(
    tree: Tree, beside: Sequence[int], past: Sequence[Sequence[Mention]], low: str
) -> str | None:
    """ "Ann Oe and Kim Ley were freed. The women …", "both women": the two that were named."""
    led = [tree.low[c] for c in beside]
    if led not in (["the"], ["both"], ["the", "two"]) or tree.coarse[beside[-1]] == "NOUN":
        return None
    back = past[-1:] if led == ["the"] else past[::-1]
    for here in back:
        several = {m.text for m in here if m.plural and m.kind == "person"}
        if not several:
            continue
        names = _names(next(iter(several))) if len(several) == 1 else []
        firsts = {given_gender(name.split()[0]) for name in names}
        fits = names and firsts <= {"", _PEOPLE[low]}
        return next(iter(several)) if fits else None
    return None


_PEOPLE = {"men": "m", "women": "f", "brothers": "m", "sisters": "f"}


def _counted(phrase: str) -> bool:
    words = phrase.lower().split()
    return words[:2] == ["the", "two"] and not set(words) & _MORE


def _names(phrase: str) -> list[str]:
    """The names that "and" joins to one phrase; empty where they are not two."""
    names = phrase.split(_AND)
    whole = len(names) == _NAMES and all(n[:1].isupper() and "," not in n for n in names)
    return names if whole else []


def _one(tree: Tree, word: int, last: Sequence[Mention]) -> str | None:
    """The first or the last of the two that were named, where no others were."""
    dates = MONTHS | WEEKDAYS
    if any(tree.coarse[w] == "PROPN" and tree.low[w] not in dates for w in range(word)):
        return None
    singles = {m.text: m for m in last if m.text[:1].isupper() and not m.plural}
    names = list(singles)
    joined = [n for m in last if m.plural for n in (_names(m.text),) if n]
    if joined:
        names = joined[0] if set(names) <= set(joined[0]) else []
    if len(names) != _NAMES:
        return None
    return names[0] if tree.low[word] == "former" else names[1]


def tallied(tree: Tree, text: str) -> dict[int, str]:
    """ "62% said they had paid", "half of the drivers said they …": they are who say it."""
    found = {}
    for word, low in enumerate(tree.low):
        if low != "they" or tree.relations[word] not in _SUBJECT:
            continue
        verb = tree.heads[word]
        while tree.relations[verb] == "conj" and tree.coarse[tree.heads[verb]] == "VERB":
            verb = tree.heads[verb]
        above = tree.heads[verb]
        if tree.relations[verb] != "ccomp" or not speaks(tree, above):
            continue
        for who in tree.only(above, *_SUBJECT)[:1]:
            words = noun_words(tree, who)
            few = len(words) <= _LONGEST and words[-1] < above < word
            if few and (tree.coarse[who] == "NUM" or tree.low[who] in _SOME):
                found[word] = written(tree, text, words)
    return found


_SOME = word_set("% percent half third thirds quarter quarters fifth fifths tenth tenths "
                 "majority minority most many some others several")  # fmt: skip
_LONGEST = 8  # words of who says something
