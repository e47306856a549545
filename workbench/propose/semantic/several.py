"""Phrases that stand for several, or that only look so: "Mr and Mrs Oe", "Little Lanterns runs"."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.nouns import noun_words
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.words import with_marks, written

_SPOUSES = word_set("mr mrs ms dr sir lady lord")
_TWO = 2


def married(tree: Tree, text: str, noun: int) -> str:
    """ "Mr and Mrs Oe bought it": two persons of one name; empty where it is no such pair."""
    titles = [c for c in tree.children[noun] if c < noun and tree.low[c].rstrip(".") in _SPOUSES]
    if len(titles) < _TWO or "and" not in tree.low[titles[0] : noun]:
        return ""
    last = max([noun, *tree.only(noun, "flat")])
    return written(tree, text, list(range(titles[0], last + 1)))


def all_of(tree: Tree, noun: int) -> list[int]:
    """ "Workers, guards and suppliers all said": all of them, commas or not."""
    words = set(noun_words(tree, noun))
    joined = [c for c in tree.only(noun, "conj") if noun < c < tree.heads[noun]]
    if any(tree.coarse[c] not in ("NOUN", "PROPN") for c in joined):
        return sorted(words)
    for child in joined:
        words |= {*tree.only(child, "cc"), *noun_words(tree, child)}
    return sorted(words)


def listed(tree: Tree, text: str, noun: int) -> str:
    """ "Teachers, nurses and drivers said they": all three; empty where it is no such list."""
    three = [c for c in tree.only(noun, "conj") if noun < c < tree.heads[noun]]
    if len(three) < _TWO or any(tree.only(c, "appos", "acl:relcl") for c in (noun, *three)):
        return ""
    words = all_of(tree, noun)
    return written(tree, text, with_marks(tree, words)) if max(three) in words else ""


def named_for(tree: Tree, noun: int) -> int:
    """ "Two brothers, Ali and Reza Oe, deny it": those who are named are the subject."""
    above = tree.heads[noun]
    named = tree.relations[noun] == "appos" and tree.coarse[noun] == "PROPN"
    several = named and tree.fine[above] == "NNS" and bool(tree.only(noun, "conj"))
    return above if several else noun


def joined(tree: Tree, noun: int) -> bool:
    """ "Ann Oe and her son", "Captain Oe and two of his men": is another joined to the noun?"""
    return any(tree.coarse[c] in ("NOUN", "PROPN") or (tree.coarse[c] == "NUM"
               and tree.only(c, "nmod")) for c in tree.only(noun, "conj"))  # fmt: skip


def without_score(tree: Tree, noun: int, words: list[int]) -> list[int]:
    """ "Orlow beat Halvern 3-1": Halvern."""
    after = [w for w in words if w > noun]
    score = tree.coarse[noun] == "PROPN" and [tree.coarse[w] for w in after[:1]] == ["NUM"]
    score = score and any(tree.words[w].form in "-–" for w in after)
    return [w for w in words if w <= noun] if score else words


def with_plural(tree: Tree, noun: int) -> bool:
    """ "The Social Democrats lead": the verb tells that they are several."""
    verb = tree.heads[noun]
    group = (verb, *tree.only(verb, "aux", "aux:pass", "cop")) if verb >= 0 else ()
    return any(tree.fine[w] == "VBP" or tree.low[w] == "were" for w in group)


def with_singular(tree: Tree, noun: int) -> bool:
    """ "Little Lanterns runs four hospices": one, whatever its name looks like."""
    bare = tree.coarse[noun] == "NOUN" and not tree.low[noun].endswith("s")  # "their pollster says"
    if not (bare or tree.coarse[noun] == "PROPN") or tree.relations[noun] not in SUBJECTS:
        return False
    verb = tree.heads[noun]
    first = min(verb, *tree.only(verb, "aux", "aux:pass", "cop"), len(tree.words))
    return tree.fine[first] == "VBZ" or tree.low[first] == "was"
