"""Number and tense that go with a subject of a tree: "is" or "are", "has been" since when."""

from __future__ import annotations

import re

from workbench.propose.tree.tree import Tree

_PLURAL = frozenset(["they", "we", "police", "people", "these", "those", "both"])
_PARTITIVE = frozenset(
    (
        "half",
        "most",
        "some",
        "many",
        "all",
        "several",
        "few",
        "both",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "none",
        "majority",
        "number",
        "third",
    )
)
_PEOPLE = re.compile(  # "around 100 prints", "the Israelis", "Republicans"
    r"(?:[a-z](?:ian|can|rean|eli|aqi|emi|tani|lander|man)|^(?:arab|turk|greek|pole|swede|dane|finn|"
    r"serb|croat|kurd|jew|muslim|democrat|briton|scot|catholic|protestant|dutchm[ae]n))s$"
)
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_SHARE = frozenset(("half", "most", "some", "all", "none", "majority", "third", "number"))


def is_plural(tree: Tree, subject: list[int]) -> bool:
    """Does the subject stand for more than one?"""
    inside = set(subject)
    top = next((w for w in subject if tree.heads[w] not in inside), None)
    if top is None:
        return False
    joined = [c for c in tree.only(top, "conj") if c in inside]
    if joined:
        return _several(tree, joined)
    if tree.low[top] in _PARTITIVE:  # "half of them", "two of the authors"
        named = [c for c in tree.only(top, "nmod") if c in inside]
        if tree.low[top] not in _SHARE:
            return True
        one = tree.low[top] == "number" and tree.low[min(inside)] == "the"  # "the number of cases"
        return not one and any(
            tree.fine[c] == "NNS" or tree.low[c] in ("them", "us") for c in named
        )
    if any(tree.low[c] in _PARTITIVE for c in tree.only(top, "det", "amod", "nummod")):
        return tree.fine[top] in ("NNS", "NNPS")
    counted = [n for n in tree.only(top, "nummod") if tree.low[n] not in ("1", "one")]
    common = tree.coarse[top] != "PROPN" or counted or _PEOPLE.search(tree.low[top])
    tag = tree.fine[top]  # a noun tagged as a verb's form: "Corvane shares"
    several = (tag in ("NNS", "NNPS") or (tree.coarse[top] == "NOUN" and tag == "VBZ")) and not (
        _one(tree, top)
    )
    return (several and bool(common)) or tree.low[top] in _PLURAL or _number(tree, top)


def _number(tree: Tree, top: int) -> bool:
    """ "Eleven [were hurt]", but not a year."""
    counts = tree.coarse[top] == "NUM" and tree.low[top] not in ("1", "one")
    return counts and not _YEAR.fullmatch(tree.low[top])


def _several(tree: Tree, joined: list[int]) -> bool:
    """Are those that "and" joins told of, and not one of them: "a truck or van"?"""
    if any(tree.low[w] == "or" for c in joined for w in tree.only(c, "cc")):
        return tree.fine[joined[-1]] in ("NNS", "NNPS")
    return True


def _one(tree: Tree, noun: int) -> bool:
    """ "An array" that was taken for several."""
    article = any(tree.low[c] in ("a", "an") for c in tree.only(noun, "det"))
    return article and not tree.low[noun].endswith("s")


def be_form(tree: Tree, subject: list[int], past_tense: bool) -> str:
    """The form of "be" that agrees with the subject."""
    if is_plural(tree, subject):
        return "were" if past_tense else "are"
    return "was" if past_tense else "is"


def since(tree: Tree, top: int, own: list[int]) -> bool:
    """ "In office since 2019", "a member since 1952", "a clerk for 31 years"; not "the first since
    1952", nor "a play about sisters who have not met since May".
    """
    if not any(tree.low[w] == "since" and _of_noun(tree, w, top) for w in own) and not any(
        tree.low[w] == "for" and _years(tree, tree.heads[w]) and _of_noun(tree, w, top) for w in own
    ):
        return False
    articles = [tree.low[c] for c in tree.only(top, "det")]
    new = bool(set(articles) & {"a", "an"}) or (not articles and tree.fine[top] == "NN")
    return new or tree.relations[top] == "acl:aside"


def _of_noun(tree: Tree, word: int, top: int) -> bool:
    """Does it hang on the noun itself, and on no clause that is told of another in it?"""
    while word != top and word >= 0:
        if tree.relations[word] in ("acl", "acl:relcl") and tree.relations[top] != "acl:aside":
            return False
        word = tree.heads[word]
    return word == top


def _years(tree: Tree, noun: int) -> bool:
    """ "31 years", "two decades"."""
    return tree.low[noun] in _SPANS and bool(tree.only(noun, "nummod"))


_SPANS = frozenset(("year", "years", "decade", "decades", "months", "weeks"))


def plural_verb(tree: Tree, noun: list[int]) -> bool:
    """Is the noun the subject of a verb that only goes with several?"""
    top = next((w for w in noun if tree.heads[w] not in noun), -1)
    if top < 0 or not tree.relations[top].startswith("nsubj") or tree.only(top, "conj"):
        return False
    verb = tree.heads[top]
    group = (verb, *tree.only(verb, "aux", "aux:pass", "cop"))
    return any(tree.fine[w] == "VBP" or tree.low[w] == "were" for w in group)
