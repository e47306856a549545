"""Lists of which a member is made of something: what follows "and" is a member, too."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.tree.tree import Tree

_MADE = word_set("made carved built woven forged fashioned cast crafted sewn knitted constructed "
                 "moulded molded hewn cut hammered")  # fmt: skip
_CLOSED = (",", "–", "—", ")", "-")
_STUFF = ("NN", "NNP", "JJ", "CC")
_LONGEST = 7  # words of the material, two with "and" between them included


def behind_material(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Two coins, a comb made of bone and the skull of a dog": no comb is made of a skull."""
    for verb, relation in enumerate(tree.relations):
        noun = tree.heads[verb]
        if relation != "acl" or tree.low[verb] not in _MADE or not 0 <= noun < verb:
            continue
        final = _with_article(tree, verb)
        if final < 0:
            continue
        first = _first(tree, noun, final)
        _whole(tree, verb, heads, relations)
        heads[final], relations[final] = first, "conj"
        if first != noun and relations[noun] == "appos":
            relations[noun] = "conj"


def _whole(tree: Tree, verb: int, heads: list[int], relations: list[str]) -> None:
    """ "Made of elk antler", where the antler was hung on the comb: one material."""
    of, kind, stuff = verb + 1, verb + 2, verb + 3
    torn = stuff < len(heads) and tree.fine[kind] == tree.fine[stuff] == "NN"
    if torn and heads[kind] == verb and heads[stuff] == heads[verb] and heads[of] == kind:
        heads[stuff], relations[stuff] = verb, relations[kind]
        heads[kind], relations[kind] = stuff, "compound"
        heads[of] = stuff


def _with_article(tree: Tree, verb: int) -> int:
    """ "Made of bone and [the skull]": what has an article where the material has none; or -1."""
    of = verb + 1
    if tree.low[of : of + 1] != ["of"]:
        return -1
    stuff: list[int] = []
    for word in range(of + 1, min(of + _LONGEST, len(tree.words))):
        if tree.fine[word] not in _STUFF:
            break
        stuff.append(word)
    joined = [c for w in stuff for c in tree.only(w, "conj")]
    for word in sorted(joined):
        links = tree.only(word, "cc")
        led = tree.only(word, "det", "nmod:poss")
        if led and links and tree.low[links[0]] == "and" and links[0] + 1 == min(led):
            return word
    return -1


def _first(tree: Tree, noun: int, final: int) -> int:
    """The first member of the list that the noun stands in, which may be itself."""
    above = tree.heads[noun]
    if above < 0 or above > noun:
        return noun
    if tree.relations[noun] == "conj":
        return above
    last = max(tree.below(final)) + 1
    aside = last < len(tree.words) and tree.words[last].form in _CLOSED
    first = tree.first_word(noun)
    parted = first > 0 and tree.words[first - 1].form == ","
    told = tree.relations[noun] == "appos" and parted and tree.coarse[above] == "NOUN"
    return above if told and not aside else noun
