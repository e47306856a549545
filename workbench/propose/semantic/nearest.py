"""Correct what a comma parts from a name, where the words tell which of the two it is about.

A parser hangs "…, which accuses him" and "…, the Texas-based think tank" on the noun that the
sentence is about as often as on the name right before the comma.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.propose.lexicon import ORGANISATION, SAY, THINK, word_set
from workbench.propose.semantic.names import person
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_INNER = ("flat", "compound", "nmod:desc", "nummod")
_SUBJECT = ("nsubj", "nsubj:pass")
_PLACED = word_set("in at on near")
_ACTING = SAY | THINK | word_set(
    "accuse accuses accused aim aims aimed seek seeks sought want wants wanted plan plans planned "
    "own owns owned operate operates operated run runs ran employ employs employed publish "
    "publishes published deny denies denied refuse refuses refused borders border sells sell sold "
    "makes make buys supplies supply hopes hope represents represent campaigns advises"
)  # fmt: skip
_GOT = word_set("acquired acquires bought buys owned owns founded founds launched runs ran leads "
                "led sold sells took")  # fmt: skip
_TOWNS = word_set("town city village suburb resort island port capital country")
_GROUPS = ORGANISATION | word_set("tank network operation outlet newspaper site website charity")


def repair_nearest(tree: Tree) -> Tree:
    """The tree with such clauses and appositions under the name that they stand behind."""
    return stepwise(tree, _STEPS)


class _Relative(NamedTuple):
    """A relative pronoun, its verb, the noun that it hangs on, and the name before its comma."""

    pronoun: int
    verb: int
    noun: int
    name: int


def _relatives(tree: Tree, low: str) -> Iterator[_Relative]:
    """The relative clauses with this pronoun that hang on a noun around the name before them."""
    for pronoun in range(3, len(tree.words)):
        verb = tree.heads[pronoun]
        if tree.low[pronoun] != low or verb < pronoun or tree.relations[verb] != "acl:relcl":
            continue
        noun, name = tree.heads[verb], _name_before(tree, pronoun - 1)
        if 0 <= noun < name and name in tree.below(noun) - tree.below(verb):
            yield _Relative(pronoun, verb, noun, name)


def _name_before(tree: Tree, comma: int) -> int:
    """The top of a name that ends right before a comma; -1 where there is none."""
    word = comma - 1
    if comma < 1 or tree.words[comma].form != "," or tree.coarse[word] != "PROPN":
        return -1
    while tree.heads[word] >= 0 and (tree.relations[word] in _INNER or _named_after(tree, word)):
        word = tree.heads[word]
    return word if tree.coarse[word] == "PROPN" and word < comma else -1


def _named_after(tree: Tree, word: int) -> bool:
    """ "The Alliance for Mills", "the Bank of Corvia": the last name belongs to the first."""
    cases = [tree.low[c] for c in tree.only(word, "case")]
    named = tree.relations[word] == "nmod" and tree.coarse[tree.heads[word]] == "PROPN"
    return named and cases in (["of"], ["for"])


def _which(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Fights extradition to Arl, which accuses him"; "cuts at Meld, which it bought in May"."""
    for pronoun, verb, noun, name in _relatives(tree, "which"):
        bought = tree.relations[pronoun] == "obj" and tree.low[verb] in _GOT
        acts = tree.relations[pronoun] == "nsubj" and tree.low[verb] in _ACTING
        placed = any(tree.low[c] in _PLACED for c in tree.only(name, "case"))
        thing = tree.coarse[noun] == "NOUN" and tree.low[noun] not in _GROUPS
        thing = thing and person(tree, name, {}) is None
        if thing and (bought or (acts and not placed)):
            heads[verb] = name


def _who(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Talks between the mayor and the Reds, who refused": no talks ever refuse."""
    for _, verb, noun, name in _relatives(tree, "who"):
        if tree.low[noun] in _MEETINGS:
            heads[verb] = name


_MEETINGS = word_set("talks talk meeting meetings deal agreement treaty pact fight war dispute row "
                     "match game clash clashes negotiations summit")  # fmt: skip


def _thought_to(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Signs of such plumes from Arl, which is thought to hold a sea": the signs hold none."""
    for pronoun, verb, noun, name in _relatives(tree, "which"):
        passive = tree.relations[pronoun] == "nsubj:pass" and bool(tree.only(verb, "xcomp"))
        if passive and tree.low[verb] in THINK | SAY and tree.low[noun] in _SIGNS:
            heads[verb] = name


_SIGNS = word_set("sign signs evidence trace traces news image images picture pictures data signal "
                  "signals sample samples")  # fmt: skip


def _of_group(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe, an analyst at Starn, the Texas-based think tank": Starn is one, and not she."""
    for group, relation in enumerate(tree.relations):
        noun, first = heads[group], tree.first_word(group)
        if relation != "appos" or first < 2 or tree.low[group] not in _GROUPS | _TOWNS:
            continue
        name = _name_before(tree, first - 1)
        led = any(tree.low[c] in ("the", "a", "an") for c in tree.only(group, "det"))
        if (
            led
            and noun < name < first
            and tree.low[group] in _TOWNS
            and tree.coarse[noun] == "NOUN"
        ):
            heads[group] = name
        elif led and noun < name < first and person(tree, noun, {}) is not None:
            heads[group] = name if person(tree, name, {}) is None else noun


def _one_of(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "One of them, a cook, left", "one of them, who is ill": it is the one, and not they."""
    for told, relation in enumerate(tree.relations):
        several = heads[told]
        if relation not in ("appos", "acl:relcl") or several < 0 or not _of_one(tree, told):
            continue
        one = tree.heads[several]
        of = {tree.low[c] for c in tree.only(several, "case")} == {"of"}
        many = tree.fine[several] in ("NNS", "NNPS") or tree.low[several] in ("them", "us")
        if of and many and one >= 0 and tree.low[one] in ("one", "another"):
            heads[told] = one


def _of_one(tree: Tree, told: int) -> bool:
    """Is it told of one: "a cook", "who is ill", behind a comma?"""
    if tree.relations[told] == "appos":
        led = {tree.low[c] for c in tree.only(told, "det")} & {"a", "an"}
        return tree.fine[told] == "NN" and bool(led)
    first = tree.first_word(told)
    single = any(tree.fine[w] == "VBZ" or tree.low[w] == "was"
                 for w in (told, *tree.only(told, "aux", "aux:pass", "cop")))  # fmt: skip
    return single and tree.low[first] == "who" and tree.words[first - 1].form == ","


def _done_to_nearer(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "People living in a street torn apart by a blast": the street was, and not they."""
    for done, relation in enumerate(tree.relations):
        near, far = done - 1, heads[done]
        if relation != "acl" or tree.fine[done] != "VBN" or near <= far or far < 0:
            continue
        doing = heads[near]
        inside = tree.relations[near] in ("obl", "obj") and heads[doing] == far
        if inside and tree.relations[doing] == "acl" and tree.fine[doing] == "VBG" and (
            tree.coarse[near] == "NOUN"
        ):  # fmt: skip
            heads[done] = near


def _when_subject(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "When Ann Oe took a look, she left": Oe looked, and "she" is who left."""
    for verb, relation in enumerate(tree.relations):
        main = heads[verb]
        wh = next((w for w in tree.only(verb, "advmod") if tree.low[w] == "when"), verb)
        if relation != "advcl" or main < verb or wh == verb or tree.only(verb, *_SUBJECT):
            continue
        found = [s for s in tree.only(main, *_SUBJECT) if wh < s < verb]
        again = [p for p in range(verb + 1, main) if tree.low[p] in ("he", "she", "it", "they")
                 and heads[p] in found]  # fmt: skip
        if len(found) == 1 and again:
            heads[again[-1]], relations[again[-1]] = main, relations[found[0]]
            heads[found[0]], relations[found[0]] = verb, "nsubj"


_STEPS: tuple[Step, ...] = (
    _when_subject,
    _which,
    _who,
    _thought_to,
    _of_group,
    _one_of,
    _done_to_nearer,
)
