"""Appositions and other descriptions beside a noun: which noun they tell about, if any."""

from __future__ import annotations

from workbench.propose.lexicon import MEASURES, MONTHS, TIME_NOUNS, WEEKDAYS, word_set
from workbench.propose.tree.cuts import is_list, is_predicate, is_region, loose
from workbench.propose.tree.events import event
from workbench.propose.tree.nouns import noun_words, told_of
from workbench.propose.tree.tree import Tree

ASIDE = "acl:aside"  # our own relation: a description without a verb
_POSTS = word_set("post role job position title office seat")  # "became editor, a post he held"
_STATE = 2  # letters of "FL"
_ARTICLES = word_set("a an the")
_AFTER = frozenset(("jr.", "jr", "sr.", "sr", "inc.", "inc", "ltd.", "ltd", "etc.", "etc"))


def described(tree: Tree, top: int) -> bool:
    """Does ``top`` head a description without a verb: "in office since 2019", "due in May"?"""
    return tree.relations[top] == ASIDE


def _kin(tree: Tree, child: int, parent: int) -> bool:
    """ "Survived by her mother, Joyce; her sister, Bea": who is meant goes to and fro."""
    inside = tree.below(child)
    last = max(inside)
    if "respectively" in tree.low[child : last + 3]:
        return True
    if any(tree.words[w].form == ";" for w in inside):
        return True
    while parent >= 0 and tree.coarse[parent] in ("NOUN", "PROPN"):
        parent = tree.heads[parent]
    return parent >= 0 and tree.low[parent] == "survived" and bool(tree.only(parent, "aux:pass"))


def apposed(tree: Tree, child: int, parent: int) -> int | None:
    """The noun that an apposition tells about; None when it tells nothing that stands alone."""
    within = is_list(tree, child) or is_region(tree, child) or _party(tree, child)
    within = within or _kin(tree, child, parent)
    if within or not loose(tree, child):
        return None
    article = any(tree.low[c] in _ARTICLES for c in tree.only(child, "det"))
    article = article or bool(tree.only(child, "nmod:poss"))
    nominal = tree.coarse[child] in ("NOUN", "PROPN") or tree.low[child] == "one"
    ranked = tree.fine[child] == "VBN" and bool(tree.only(child, "advmod"))  # "worst affected"
    nominal = nominal or (article and (tree.coarse[child] in ("ADJ", "NUM") or ranked))
    if tree.words[parent].form.isupper() and len(tree.words[parent].form) == _STATE:
        parent = max(tree.heads[parent], 0)  # "in Palm Beach, FL, the first stop"
    part = tree.low[child] == "part" and tree.relations[parent] in ("obl", "nmod")
    nominal = nominal and not part  # "played in the hall, part of a short tour"
    named = nominal and tree.coarse[parent] in ("NOUN", "PROPN") and not is_predicate(tree, child)
    post = tree.low[child] in _POSTS and any(tree.low[c] == "a" for c in tree.only(child, "det"))
    if not named or post or event(tree, child) or not _beside(tree, child, parent):
        return None
    parent = told_of(tree, child, parent)
    if _of_other(tree, child, parent) or tree.low[child] in _AFTER:
        return None
    if tree.coarse[max(tree.below(child))] == "NUM" == tree.coarse[tree.first_word(child) - 2]:
        return None  # "Hamm 3, Ley 1"
    words = noun_words(tree, child)
    short = len(words) == 1 and (tree.words[child].form.isupper() or child - parent <= 2)
    if (
        short
        or any(tree.low[c] in ("not", "including") for c in tree.children[child])
        or "/" in tree.words[child].form  # an address
        or tree.only(child, "nummod")
        or (tree.coarse[words[0]] in ("NUM", "ADP", "ADV") and tree.low[child] != "one")
    ):
        return None
    return parent


def _party(tree: Tree, child: int) -> bool:
    """ "Sen. Ann Oe, R-Texas": her party and state."""
    first = tree.first_word(child)
    return tree.words[first].form in ("R", "D", "I") and tree.low[first + 1 : first + 2] == ["-"]


def _of_other(tree: Tree, child: int, parent: int) -> bool:
    """ "12,400 last year, the fewest since 2019": says it of the number, and not of the year."""
    if (
        any(tree.low[c] == "them" for c in tree.only(child, "nmod"))
        or tree.low[parent] in TIME_NOUNS | MONTHS | WEEKDAYS
    ):
        return True
    if _compared(tree, child, parent):
        return True
    if parent > 0 and tree.words[parent - 1].form == "(":
        return True  # "Ann Oe (Con, Easby Moor)"
    before = tree.first_word(child) - 2
    if before >= 0 and tree.low[before] in MEASURES:
        return True
    # "spends 4% of it on defense, the highest share" says it of the 4%
    ranked = tree.fine[child] == "JJS" or any(
        tree.fine[c] == "JJS" for c in tree.only(child, "amod")
    )
    bare = tree.fine[parent] == "NN" and not tree.only(parent, "det", "nmod:poss", "amod", "nmod")
    if ranked and bare and tree.relations[parent] in ("obl", "nmod"):
        return True
    # "fell by 2 percent, the first drop since 2013" says it of the fall
    return bool(tree.only(parent, "nummod")) or tree.coarse[parent] == "NUM"


def _compared(tree: Tree, child: int, parent: int) -> bool:
    """ "40 counties in Arl and Kest, a smaller area than last week": who knows of which noun."""
    more = any(tree.fine[c] == "JJR" for c in tree.only(child, "amod"))
    than = any(tree.low[w] == "than" for w in tree.below(child))
    listed = tree.relations[parent] == "conj" or bool(tree.only(parent, "conj"))
    return more and than and listed


def _beside(tree: Tree, child: int, parent: int) -> bool:
    """Does it stand right after the noun's phrase, and is it no list after a colon?"""
    first = tree.first_word(child)
    if first < parent or tree.words[first - 1].form == ":":
        return first < parent
    phrase = tree.below(parent)
    return all(w in phrase or tree.coarse[w] == "PUNCT" for w in range(parent, first))
