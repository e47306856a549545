"""Asides without a verb that say something of a number or a part, for the learned choice.

"Net debt stood at 1.08 billion, up from 890 million", "410 fighters, most of them held in Tembe",
"112 people, among them 30 children", "3,912 sales, the lowest number since 1998": the tree hangs
them now here, now there, so they are found by their words, between two marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from workbench.propose.lexicon import MEASURES, MONTHS, TIME_NOUNS, WEEKDAYS, word_set
from workbench.propose.tree.befallen import befallen
from workbench.propose.tree.nouns import noun_words
from workbench.propose.tree.number import be_form
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.words import past_tense, written

_SUBJECTS = ("nsubj", "nsubj:pass")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_MARKS = (",", ";", ":", "–", "—", "(", ")", ".", "!", "?", "”", '"')
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*)"
_PART = re.compile(
    rf"(?:(?:at least|about|some|nearly|almost|more than|only|just) )?"
    rf"(?:most|some|many|half|all|several|few|none|both|two-thirds|{_NUMBER}|a (?:third|quarter|"
    rf"fifth|tenth|few|handful|majority)|the (?:\w+est|first|last)) of (?:them|it)\b(?! since\b)",
    re.IGNORECASE,
)
_SINGULAR = re.compile(r"one of|none of|the \w+ of", re.IGNORECASE)
_SOME = word_set("many most some several two three four five six seven eight nine ten")
_LEVEL = re.compile(
    r"(?:(?:still|just|well|far|slightly|even|only|about|some|nearly|almost|roughly|around) )*"
    rf"(?:(?:up|down) (?:by )?(?:from )?(?:[$£€]?\d|{_NUMBER}\b)|(?:above|below) (?:the|its|a|an)\b"
    r"|(?:[$£€]?\d[\d.,]*\S* ?(?:per ?cent|percent|percentage points|points|million|billion|\w+)? "
    r"?)(?:more|less|fewer|higher|lower) than\b"
    r"|(?:twice|double|half|three times|four times|five times|ten times) (?:as|the|what|that)\b"
    r"|(?:more|less) than (?:twice|double|half) )",
    re.IGNORECASE,
)
_AMONG = re.compile(r"among (?:them|whom|which) (?:are |were )?(?=\S)", re.IGNORECASE)
_RANK = re.compile(
    r"(?:(?:by far|still) )?(?:the|its|their) (?:[\w-]+ )?(?:\w+est|most \w+|least \w+|first|worst"
    r"|best|second|third)\b|an? (?:new )?(?:[\w-]+ )?record\b",
    re.IGNORECASE,
)
_CHANGES = word_set("drop rise fall increase decline gain jump slump surge decrease step move")
_MONEY = ("$", "£", "€")
_COINS = word_set("dollars euros pounds crowns kronor francs yen yuan rupees pesos dinars pence")
_MOST = 30  # words of an aside


class Verbless(NamedTuple):
    """A statement, the words of its aside, those of what it is told of, and its place.

    Attributes:
        said: The statement.
        own: The words of the aside.
        noun: The words of what it is told of.
        part: Is it told of a part, rather than of a number?
        host: The predicate that it stands behind.
    """

    said: str
    own: list[int]
    noun: list[int]
    part: bool
    host: int = -1


def verbless(tree: Tree, text: str) -> list[Verbless]:
    """The asides of a sentence that have no verb, each with what it says as a sentence."""
    found = ((_told(tree, text, own), _host(tree, own[0])) for own in _asides(tree))
    return [told._replace(host=host) for told, host in found if told is not None]


def _asides(tree: Tree) -> Iterator[list[int]]:
    """What stands behind a comma or a dash up to the next mark, commas within numbers aside."""
    marks = [w for w, word in enumerate(tree.words) if word.form in _MARKS]
    for at, mark in enumerate(marks):
        if tree.words[mark].form not in (",", "–", "—"):
            continue
        end = marks[at + 1] if at + 1 < len(marks) else len(tree.words)
        own = list(range(mark + 1, end))
        if 2 <= len(own) <= _MOST and mark > 0:
            yield own


def _told(tree: Tree, text: str, own: list[int]) -> Verbless | None:
    line = written(tree, text, own)
    host = _host(tree, own[0])
    if host < 0:
        return None
    past = past_tense(tree, host)
    if _AMONG.match(line) and not _finite(tree, own[2:], ("are", "were")):
        rest = [w for w in own[2:] if tree.low[w] not in ("are", "were")]
        return _among(tree, text, own, rest, past=past)
    if any(tree.fine[w] in _FINITE for w in own):
        return None
    part = _PART.match(line)
    if part is not None:
        return _part(tree, text, own, line, part.end(), host=host)
    if tree.low[own[0]] in ("both", "all", "each") and tree.fine[own[1]] == "VBN":
        return _each(tree, text, own, line)
    several = _of_several(tree, text, own, line, past=past)
    return several or _of_number(tree, text, own, line, host)


def _of_number(tree: Tree, text: str, own: list[int], line: str, host: int) -> Verbless | None:
    """ "Up from 890 million", "the highest reading there since 1997"."""
    level = _LEVEL.match(line) is not None
    if not level and not _ranked(tree, own, line):
        return None
    noun = _measured(tree, own[0], host, near=not level)
    if noun and tree.low[noun[0]] in ("nobody", "no", "none", "nothing", "who", "which", "that"):
        return None  # "one in four lives where nobody works, up from one in five"
    if noun and level and (_of_name(tree, noun, own) or _counted(tree, noun)):
        return None
    if (
        noun
        and level
        and (_things(tree, noun) or (_TIMES.match(line) and not _has_number(tree, noun)))
    ):
        return None
    past = past_tense(tree, host)
    one = bool(noun) and tree.coarse[noun[0]] in ("NUM", "SYM") and _currency(tree, noun)
    link = ("was" if past else "is") if one else be_form(tree, noun, past)
    said = f"{_definite(tree, text, noun)} {link} {line}" if noun else ""
    return Verbless(said, own, noun, part=False) if noun else None


_TIMES = re.compile(r"(?:\w+ ){0,2}(?:twice|double|half|\w+ times)\b", re.IGNORECASE)


def _things(tree: Tree, noun: list[int]) -> bool:
    """ "Opened 34 shops, down from 51": the number is down, and no shop."""
    if _currency(tree, noun):
        return False
    top = next((w for w in noun if tree.heads[w] not in noun), noun[0])
    return tree.fine[top] == "NNS" and tree.low[top] not in MEASURES and bool(
        tree.only(top, "nummod")
    )  # fmt: skip


def _counted(tree: Tree, noun: list[int]) -> bool:
    """ "Won 23 of the 120 seats, up from nine": the number is up, and none of the seats."""
    top = next((w for w in noun if tree.heads[w] not in noun), noun[0])
    of = any(tree.low[c] == "of" for n in tree.only(top, "nmod") for c in tree.only(n, "case"))
    return tree.coarse[top] == "NUM" and of


def _of_name(tree: Tree, noun: list[int], own: list[int]) -> bool:
    """ "Ann Oe won by 312 votes, down from 8,406": the votes are, and not she."""
    top = next((w for w in noun if tree.heads[w] not in noun), noun[0])
    who = tree.coarse[top] == "PROPN" or tree.fine[top] == "PRP"
    return who and "from" in (tree.low[w] for w in own[1:3])


def _has_number(tree: Tree, noun: list[int]) -> bool:
    return any(tree.coarse[w] == "NUM" for w in noun) or _currency(tree, noun)


def _currency(tree: Tree, noun: list[int]) -> bool:
    """ "1,140 dollars a month": one sum."""
    return any(tree.low[w] in _MONEY or tree.low[w] in _COINS for w in noun)


def _finite(tree: Tree, words: list[int], but: tuple[str, ...]) -> bool:
    return any(tree.fine[w] in _FINITE and tree.low[w] not in but for w in words)


def _ranked(tree: Tree, own: list[int], line: str) -> bool:
    """ "The highest reading there since 1997", "a club record"; no noun of change."""
    if not _RANK.match(line) or any(tree.low[w] in ("being", "rest") for w in own[:4]):
        return False
    nouns = [w for w in own if tree.coarse[w] == "NOUN"]
    return bool(nouns) and tree.low[nouns[0]] not in _CHANGES and not any(
        tree.coarse[w] == "PROPN" and tree.relations[w] in ("appos", *_SUBJECTS) for w in own
    )  # fmt: skip


def _host(tree: Tree, first: int) -> int:
    """The finite predicate before an aside, the nearest; -1 where there is none."""
    for word in range(first - 1, -1, -1):
        group = (word, *tree.only(word, "aux", "aux:pass", "cop"))
        if tree.only(word, *_SUBJECTS) and any(tree.fine[w] in _FINITE for w in group):
            return word
    return _verb_behind(tree, first)


def _verb_behind(tree: Tree, first: int) -> int:
    """ "Sixty flats, half of them empty, will go": the predicate that the noun before is of."""
    noun = first - 2
    while noun >= 0 and tree.relations[noun] not in _SUBJECTS:
        noun = tree.heads[noun]
    verb = tree.heads[noun] if noun >= 0 else -1
    group = (verb, *tree.only(verb, "aux", "aux:pass", "cop")) if verb > first else ()
    return verb if any(tree.fine[w] in _FINITE for w in group) else -1


def _measured(tree: Tree, first: int, host: int, *, near: bool) -> list[int]:
    """What an aside about a number is told of: the object, or the subject, that has one."""
    before = first - 2
    nouns = [*tree.only(host, "obj"), *tree.only(host, *_SUBJECTS)]
    nouns = [n for n in nouns if n < first]
    told = [noun_words(tree, n) for n in nouns]
    numbered = [words for words in told if any(tree.coarse[w] == "NUM" for w in words)]
    sum_ = _sum(tree, before) if near else -1
    if sum_ >= 0:
        return noun_words(tree, sum_)
    beside = next((words for words in told if before in words), [])
    if beside and (not near or beside in numbered):
        return beside
    if numbered:
        return numbered[0]
    put = tree.low[host] in _PUTTING  # "a poll put support for her at 38%, down three points"
    return [] if near or not told else told[0 if put else -1]


_PUTTING = word_set("put puts set sets left leaves brought brings")


def _sum(tree: Tree, word: int) -> int:
    """The sum of money that ends right before an aside: "for £3.2m, a club record"; or -1."""
    while tree.heads[word] >= 0 and tree.low[word] not in _MONEY:
        word = tree.heads[word] if tree.relations[word] in ("nummod", "compound") else -1
        if word < 0:
            return -1
    return word if tree.low[word] in _MONEY else -1


def _part(
    tree: Tree, text: str, own: list[int], line: str, end: int, *, host: int
) -> Verbless | None:
    """ "Most of them held in Tembe": said of the several before."""
    rest = line[end:].strip()
    noun = _several(tree, own[0], money=line[:end].endswith("it"))
    adverbs = all(
        tree.coarse[w] in ("ADV", "PUNCT") for w in own if tree.words[w].form in rest.split()
    )
    if not rest or not noun or adverbs:
        return None  # "two men were shot, one of them fatally"
    share, past = line[:end].rsplit(" ", 1)[0], past_tense(tree, host)
    singular = _SINGULAR.match(line) is not None or line[:end].endswith("it")
    link = ("was" if past else "is") if singular else ("were" if past else "are")
    whole = _definite(tree, text, noun, lower=True)
    where = tree.low[_after(tree, own, end)] in _WHERE
    link = (befallen(tree, text, noun, host, one=singular) if where else "") or link
    return Verbless(f"{share[:1].upper()}{share[1:]} {whole} {link} {rest}", own, noun, part=True)


_WHERE = word_set("in at on near inside outside during after before since by")


def _after(tree: Tree, own: list[int], end: int) -> int:
    """The first word of an aside behind its first ``end`` code points."""
    start = tree.words[own[0]].start + end
    return next((w for w in own if tree.words[w].start >= start), own[-1])


def _each(tree: Tree, text: str, own: list[int], line: str) -> Verbless | None:
    """ "Two projectors, both built in 1956": the noun before, all of it."""
    noun = _several(tree, own[0])
    if not noun or own[0] - 2 not in noun:
        return None
    return Verbless(f"{_definite(tree, text, noun)} were {line}", own, noun, part=True)


def _of_several(tree: Tree, text: str, own: list[int], line: str, *, past: bool) -> Verbless | None:
    """ "Two men, one from Ley and the other from Arl", "seven lorries, three carrying fuel"."""
    first, second = own[0], own[1]
    one = _ONE_OTHER.match(line) is not None
    some = tree.low[first] in _SOME or tree.words[first].form.isdigit()
    doing = tree.fine[second] == "VBG" or tree.low[second] in ("from", "in", "on")
    if not one and not (some and doing and len(own) > 2):
        return None
    noun = _several(tree, first)
    counted = any(tree.coarse[w] == "NUM" for w in noun)
    if not counted or not (one or first - 2 in noun):
        return None
    link = ("was" if past else "is") if one else ("were" if past else "are")
    share = written(tree, text, [first])
    whole = _definite(tree, text, noun, lower=True)
    rest = written(tree, text, own[1:])
    return Verbless(
        f"{share[:1].upper()}{share[1:]} of {whole} {link} {rest}", own, noun, part=True
    )


_ONE_OTHER = re.compile(
    r"one (?:from|in|at|of|on|aged|with|by|for)\b.*\band (?:the other|one|another) "
)


def _among(
    tree: Tree, text: str, own: list[int], rest: list[int], *, past: bool
) -> Verbless | None:
    """ "Among them 30 children": they were among them."""
    noun = _several(tree, own[0])
    if not noun or not rest:
        return None
    some = written(tree, text, rest)
    link = be_form(tree, rest, past)
    if tree.coarse[rest[0]] == "NUM" and tree.low[rest[0]] != "one":
        link = "were" if past else "are"
    whole = _definite(tree, text, noun, lower=True)
    return Verbless(f"{some[:1].upper()}{some[1:]} {link} among {whole}", own, noun, part=True)


def _several(tree: Tree, first: int, *, money: bool = False) -> list[int]:
    """The nearest noun before an aside that stands for several, a counted one first."""
    fitting: list[list[int]] = []
    nearest = first
    for word in range(first - 2, -1, -1):
        if tree.words[word].form in (";", ":"):
            break
        if tree.low[word] in TIME_NOUNS | MEASURES | MONTHS | WEEKDAYS:
            continue
        if not money and not fitting and _bare_number(tree, word):
            break  # "two people died and 17 are in hospital, four of them": of the 17
        plural = tree.fine[word] in ("NNS", "NNPS") or tree.low[word] in ("people", "police")
        sum_ = tree.low[word] in _MONEY
        if (sum_ if money else plural) and tree.relations[word] not in ("compound", "nmod:poss"):
            words = _together(noun_words(tree, word), word, first - 1)
            if fitting and _clause_before(tree, word, nearest):
                break
            nearest = word if not fitting else nearest
            if tree.only(word, "nummod"):
                return words
            fitting.append(words)
    return fitting[0] if fitting else []


def _bare_number(tree: Tree, word: int) -> bool:
    """ "17 are in hospital", "freed two": people whom only a number names."""
    told = tree.relations[word] in (*_SUBJECTS, "obj") and tree.coarse[word] == "NUM"
    one = tree.low[word] in ("one", "1")
    return told and not one and not tree.only(word, "nmod", "det", "compound", "nmod:poss")


def _clause_before(tree: Tree, word: int, near: int) -> bool:
    """ "While there are 40 men at the base, there are hundreds in the town, many of them cooks":
    a clause of its own parts the men from those in the town.
    """
    comma = next((w for w in range(word, near) if tree.words[w].form == ","), near)
    return any(
        tree.relations[w] in (*_SUBJECTS, "expl") and tree.fine[w] not in ("WP", "WDT")
        for w in range(comma, near + 1)
    )


def _together(words: list[int], word: int, end: int) -> list[int]:
    """The words of a phrase before ``end`` that stand beside its noun, without a gap."""
    first = word
    while first - 1 in words:
        first -= 1
    last = word
    while last + 1 in words and last + 1 < end:
        last += 1
    return list(range(first, last + 1))


_ROUGHLY = frozenset(("at", "about", "around", "nearly", "almost", "over", "up", "more", "roughly"))


def _definite(tree: Tree, text: str, noun: list[int], *, lower: bool = False) -> str:
    """ "410 fighters" are "the 410 fighters" when a part of them is told of."""
    said = written(tree, text, noun)
    low = tree.low[noun[0]]
    if low in ("a", "an"):
        return ("the" if lower else "The") + said[len(low) :]
    counted = tree.coarse[noun[0]] == "NUM" or tree.fine[noun[0]] in ("NNS", "JJ", "$")
    counted = counted or "-" in said.split()[0]  # "out-of-town builders"
    if lower and counted:
        return f"the {said[:1].lower()}{said[1:]}"
    if lower and (low in ("the", "some", "its", "their") or low in _ROUGHLY):
        return said[:1].lower() + said[1:]
    return said[:1].upper() + said[1:] if not lower else said
