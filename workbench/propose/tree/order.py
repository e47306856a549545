"""Correct subjects in an order that misleads a parser: "nine in ten", "were rates to rise"."""

from __future__ import annotations

from workbench.propose.lexicon import TAG, TELL
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_NOUN = ("NOUN", "PROPN")
_INVERTED = frozenset(("were", "had", "should"))


def repair_order(tree: Tree) -> Tree:
    """The tree with such subjects on their verbs."""
    return stepwise(tree, _STEPS)


def _ratios(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Nine in ten analysts had expected it", "nine out of ten lorries carry …"."""
    for first in range(len(heads) - 3):
        if tree.coarse[first] != "NUM" or tree.low[first + 1] not in ("in", "out"):
            continue
        second = first + 2 if tree.low[first + 1] == "in" else first + 3
        if second + 1 >= len(heads) or tree.coarse[second] != "NUM":
            continue
        noun = second + 1
        while noun + 1 < len(heads) and relations[noun] in ("amod", "compound"):
            noun += 1
        if tree.fine[noun] not in ("NNS", "NNPS"):
            continue
        at, relation = heads[noun], relations[noun]
        if at == first or relations[first] == "root":
            at, relation = heads[first], relations[first]
        for word in range(first, noun):
            if relations[word] not in ("amod", "compound"):
                heads[word], relations[word] = noun, "nummod"
        heads[noun], relations[noun] = at, relation
        for child in tree.children[first]:
            if child > noun:
                heads[child] = noun
        _as_subject(tree, noun, heads, relations)


def _as_subject(tree: Tree, noun: int, heads: list[int], relations: list[str]) -> None:
    """What opens the sentence before a verb without a subject is the subject."""
    if relations[noun] == "root":
        verb = next((v for v, h in enumerate(heads) if h == noun and v > noun
                     and relations[v] in ("parataxis", "conj", "dep")), -1)  # fmt: skip
        if verb < 0 or tree.only(verb, *_SUBJECT):
            return
        heads[verb], relations[verb] = -1, "root"
        heads[noun], relations[noun] = verb, "nsubj"
        return
    hangs = relations[noun] in ("obl", "nmod") and heads[noun] > noun
    if hangs and not tree.only(heads[noun], *_SUBJECT):
        relations[noun] = "nsubj"


def _condition(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Were rates to rise, one borrower in ten would fail": each verb with its own subject."""
    root = tree.root
    comma = next((w for w in range(1, root) if tree.words[w].form == ","), -1)
    if tree.low[0] not in _INVERTED or comma < 3:
        return
    group = [c for c in tree.only(root, "aux", "aux:pass", "cop") if comma < c < root]
    if not group or tree.fine[group[0]] != "MD" or heads[0] != root:
        return
    verbs = [w for w in range(1, comma) if tree.coarse[w] in ("VERB", "ADJ")]
    subject = next((s for s in tree.only(root, *_SUBJECT) if s < comma), -1)
    noun = next((w for w in range(comma + 1, group[0]) if not comma < heads[w] < group[0]
                 and tree.coarse[w] in (*_NOUN, "PRON", "NUM")), -1)  # fmt: skip
    if not verbs or subject < 0 or noun < 0:
        return
    inner = verbs[-1]
    passive = bool(tree.only(root, "aux:pass"))
    heads[noun], relations[noun] = root, "nsubj:pass" if passive else "nsubj"
    heads[inner], relations[inner] = root, "advcl"
    heads[subject], relations[subject] = inner, "nsubj"
    for word in range(comma):
        if word != inner and not 0 <= heads[word] < comma:
            heads[word] = inner


def _after_place(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Among the finds is a violin made in 1742": the violin is the subject."""
    root = tree.root
    links = [c for c in tree.only(root, "cop") if c > root]
    if not links or tree.only(root, *_SUBJECT) or not tree.only(root, "case"):
        return
    for verb in tree.only(root, "acl", "acl:relcl", "ccomp"):
        for noun in tree.only(verb, *_SUBJECT):
            if links[-1] < noun < verb and not tree.only(verb, "aux", "aux:pass"):
                heads[noun], relations[noun] = root, "nsubj"
                heads[verb], relations[verb] = noun, "acl"
                return


def _noun_alone(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The measure passed by 52 votes.": no phrase, but a sentence with a past tense."""
    root, verb = tree.root, tree.root + 1
    if tree.coarse[root] not in _NOUN or verb + 1 >= len(heads) or tree.words[-1].form != ".":
        return
    bare = tree.fine[verb] == "VBN" and heads[verb] == root and relations[verb] == "acl"
    finite = any(tree.fine[w] in ("VBD", "VBZ", "VBP", "MD") for w in range(len(heads)))
    if not bare or finite or tree.only(root, "cop"):
        return
    for word in range(root):
        if heads[word] == root and relations[word] in _SUBJECT:
            relations[word] = "det"
    heads[verb], relations[verb] = -1, "root"
    heads[root], relations[root] = verb, "nsubj"
    tree.fine[verb] = "VBD"
    for child in tree.children[root]:
        if child > verb:
            heads[child] = verb


def _said_first(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "…, said the union's secretary, Ann Oe": who said it is the subject."""
    root = tree.root
    opens = all(tree.coarse[w] in ("PUNCT", "CCONJ", "ADV") for w in range(root))
    if not opens or tree.low[root] not in TAG - TELL or tree.only(root, *_SUBJECT, "csubj", "aux"):
        return
    for noun in tree.children[root]:
        if noun < root or tree.coarse[noun] in ("PUNCT", "ADV", "ADP", "PART"):
            continue
        fits = relations[noun] in _HEARD and tree.coarse[noun] in (*_NOUN, "PRON")
        if fits and not tree.only(noun, "case", "mark", "cop", *_SUBJECT):
            relations[noun] = "nsubj"
        return


_HEARD = ("iobj", "obj", "ccomp", "xcomp", "dep", "obl", "parataxis")
_STEPS: tuple[Step, ...] = (_said_first, _ratios, _condition, _after_place, _noun_alone)
