"""Correct what names and callings stand beside each other: "Ann Oe, CEO and founder of Brunn"."""

from __future__ import annotations

from workbench.propose.lexicon import TITLES, word_set
from workbench.propose.tree.cuts import loose
from workbench.propose.tree.ministers import ministers
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step

_SUBJECT = ("nsubj", "nsubj:pass")
_CALLINGS = TITLES | word_set("ceo cfo coo cto co-founder cofounder md chairperson")
_CALLED = word_set("company firm group man woman officer charity club body agency studio label "
                   "team person student player bank newspaper magazine website")  # fmt: skip


def _ampersands(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe, chief of Brunn Sales & Repairs": the mark joins the words on its two sides."""
    for mark, word in enumerate(tree.words):
        last = heads[mark]
        if word.form != "&" or not 0 < mark < last or relations[last] != "conj":
            continue
        left = mark - 1
        while relations[left] == "flat":
            left = heads[left]
        if heads[last] != left and tree.coarse[left] == "PROPN":
            heads[last] = left


def _calling(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe, head of research at Brunn": what she is, and no other one."""
    for noun, relation in enumerate(tree.relations):
        name = tree.heads[noun]
        bare = relation in ("conj", "list", "dep") and not tree.only(
            noun, "det", "cc", "flat", "nmod:poss"
        )
        titled = bare and tree.coarse[name] == "PROPN" and tree.low[noun] in _CALLINGS
        first = tree.first_word(noun)
        if titled and first > 1 and tree.words[first - 1].form == "," and tree.only(name, "flat"):
            relations[noun] = "appos"


def _named_after(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The firm that runs the awards, Clark Ltd, denies it": it is the firm's name."""
    for name, relation in enumerate(tree.relations):
        inner = tree.heads[name]
        if relation != "appos" or inner < 0 or tree.coarse[name] != "PROPN":
            continue
        verb = tree.heads[inner]
        hung = tree.relations[inner] in ("obj", "obl", "nmod") and verb >= 0
        if not hung or tree.relations[verb] != "acl:relcl" or loose(tree, verb):
            continue
        noun, first = tree.heads[verb], tree.first_word(name)
        end = max(tree.below(name)) + 1
        parted = first > 1 and tree.words[first - 1].form == ","
        ends = end < len(tree.words) and tree.words[end].form == "," and end + 1 < len(tree.words)
        called = tree.low[noun] in _CALLED and tree.relations[noun] in _SUBJECT
        if called and parted and ends and tree.heads[noun] >= end and tree.only(noun, "det"):
            heads[name] = noun


def _two_callings(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe, a historian and former boxer": both are what she is."""
    for noun, relation in enumerate(tree.relations):
        name = tree.heads[noun]
        if relation != "conj" or name < 0 or tree.coarse[name] != "PROPN":
            continue
        called = [a for a in tree.only(name, "appos") if name < a < noun]
        links = tree.only(noun, "cc")
        parted = links and tree.words[links[0] - 1].form == ","
        one = tree.relations[name].startswith("nsubj") and tree.fine[heads[name]] == "VBZ"
        bare = tree.coarse[noun] == "NOUN" and tree.fine[noun] != "NNS"
        titled = one and bare and not tree.only(noun, "det", "nmod:poss")
        calling = tree.coarse[noun] == "NOUN" or tree.low[noun] in _CALLINGS
        near = links and calling and (not parted or titled)
        if called and near:
            heads[noun] = called[-1]


def _two_names(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The minister of Corrin, Teodor Maas, has": Maas is the name after the comma's."""
    for word in range(2, len(heads)):
        head, before = heads[word], word - 1
        near = relations[before] == "appos" and 0 <= head < before and heads[before] == head
        if relations[word] == "flat" and near and tree.coarse[before] == "PROPN":
            heads[word] = before
        if relations[word] == "cc" and head == before and tree.words[word].form.istitle():
            relations[word] = "flat"  # "the company, Medilux Plus,"


CALLING_STEPS: tuple[Step, ...] = (
    ministers, _ampersands, _calling, _named_after, _two_callings, _two_names,
)  # fmt: skip
