"""The name of an organisation that stands right before an office: "Norrvik chief executive"."""

from __future__ import annotations

from workbench.propose.lexicon import ORGANISATION, word_set
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.words import written

_RANKS = word_set(
    "chief managing executive vice deputy general senior acting interim joint assistant "
    "co-chief group global founding non-executive"
)
_PARTS = word_set(
    "finance financial sales marketing policy press media communications operations commercial "
    "technology technical medical research humanitarian legal regional artistic investment "
    "sporting football company"
)
_BODIES = ORGANISATION | word_set("board campaign squad city county school district borough parish")
_LINKS = word_set("of and for the &")
_NO_HOUSE = word_set(
    "majority minority opposition republican republicans democrat democrats democratic tory "
    "conservative liberal house senate police foreign prime health finance interior justice "
    "education defence defense vice deputy chief first former ex"
)
_WITH_ARTICLE = word_set(
    "un eu us uk fbi cia office commission federation union association ministry department "
    "organisation organization embassy institute foundation museum agency authority service "
    "league party house board campaign alliance committee"
)
_NAMES_END = word_set("united international national athletic electric central")
_OTHERS = ("minister", "head")  # "Health Minister": of no organisation that is named Health
_GONE = word_set("former ex then ousted late retired outgoing")
_LONGEST = 6  # words of a name


def house_before(tree: Tree, text: str, holder: int) -> str | None:
    """ "Norrvik chief executive Tom Oe", "an Orvane spokesman": the name before the office."""
    if tree.low[holder] in _OTHERS:
        return None
    at = holder - 1
    while at >= 0 and tree.low[at] in _RANKS | _PARTS:
        at -= 1
    last = at
    while at >= 0 and tree.low[at] in _BODIES and tree.words[at].form.islower():
        at -= 1
    first = at + 1
    while at >= 0 and last - at < _LONGEST:
        link = tree.low[at] in _LINKS and at + 1 <= last and _capital(tree, at + 1)
        if not (_capital(tree, at) or link):
            break
        first = at if _capital(tree, at) else first
        at -= 1
    words = list(range(first, last + 1))
    named = [w for w in words if tree.words[w].form[:1].isupper()]
    if not words or not named or named[0] != first or _other(tree, holder, words):
        return None
    if any(tree.low[w] in _GONE for w in (first - 1, *tree.only(holder, "amod")) if w >= 0):
        return None
    name = written(tree, text, words)
    return f"the {name}" if _with_article(tree, words) else name


def _capital(tree: Tree, word: int) -> bool:
    """Is it a word of a name?"""
    name = tree.coarse[word] == "PROPN" or tree.fine[word] in ("NNP", "NNPS")
    return name and tree.words[word].form[:1].isupper()


def _other(tree: Tree, holder: int, words: list[int]) -> bool:
    """Does it not belong to the office, or is it no organisation: "Majority Leader"?"""
    described = tree.coarse[words[-1]] == "ADJ" and tree.low[words[-1]] not in _NAMES_END
    if tree.low[words[-1]] in _NO_HOUSE or described:
        return tree.low[words[-2:][0]] != "white" or tree.low[words[-1]] != "house"
    whose = {holder, tree.heads[holder], *range(words[0], holder)}
    return any(tree.heads[w] not in whose for w in words)


def _with_article(tree: Tree, words: list[int]) -> bool:
    """ "Bank of Norvia", "White House", "Eastlake school board"."""
    of = any(tree.low[w] == "of" for w in words)
    small = tree.words[words[-1]].form.islower()
    return of or small or tree.low[words[-1]] in _WITH_ARTICLE
