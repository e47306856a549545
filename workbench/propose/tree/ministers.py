"""Hang "Secretary of State Ann Oe" on her name, as parsers do with "Foreign Minister Ann Oe"."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.rules.kinds import given_gender
from workbench.propose.tree.tree import Tree

_MINISTERS = word_set("secretary minister undersecretary under-secretary commissioner chancellor "
                      "secretary-general attorney director president")  # fmt: skip
_LONGEST = 4  # words of what a minister is for: "Culture, Media and Sport"
_TO_NAME = ("case", "appos", "acl:relcl", "acl", "cc", "conj", "punct", "mark")


def ministers(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "By Secretary of State Ann Oe": by Oe, and not by the secretary."""
    for title, low in enumerate(tree.low):
        if low not in _MINISTERS or tree.low[title + 1 : title + 2] not in (["of"], ["for"]):
            continue
        name = _name(tree, title + 2)
        inside = tree.below(title)
        if name < 0 or name not in inside or relations[title] == "nmod:desc":
            continue
        heads[name], relations[name] = heads[title], relations[title]
        heads[title], relations[title] = name, "nmod:desc"
        for child in tree.children[title]:
            if relations[child] in _TO_NAME and child != name and not title < child < name:
                heads[child] = name
        place = name - 1  # "[of] State", "Foreign [Affairs]"
        heads[place], relations[place] = title, "nmod"
        for word in range(title + 1, place):
            heads[word] = place
            relations[word] = "case" if word == title + 1 else "compound"
        for word in inside:  # the last name, wherever the parser hung it
            if heads[word] in range(title, name) and word > name:
                heads[word] = name


def _name(tree: Tree, first: int) -> int:
    """Where the given name and a last name begin after "State"; -1 where none do."""
    for word in range(first, min(first + _LONGEST, len(tree.words) - 1)):
        form, last = tree.words[word].form, tree.words[word + 1].form
        if not form[:1].isupper() or tree.coarse[word] not in ("PROPN", "NOUN", "ADJ"):
            return -1
        named = given_gender(form) and last[:1].isupper() and tree.coarse[word + 1] == "PROPN"
        if named and word > first:
            return word
    return -1
