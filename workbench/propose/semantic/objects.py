"""Give a verb back what it governs, where that hangs on something else."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_SUBJECT = ("nsubj", "nsubj:pass", "csubj", "expl")
_GOVERNED = ("obj", "iobj", "ccomp", "xcomp", "cop", "aux:pass")
_NOMINAL = ("NOUN", "PROPN", "NUM")


def repair_objects(tree: Tree) -> Tree:
    """The tree with such objects, helpers and members of lists under their verbs and nouns."""
    return stepwise(tree, _STEPS)


def _no_noun(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Corvane, a maker of lamps, supplies bulbs to Ley.": the only word that can be its verb."""
    name = tree.root
    if tree.coarse[name] != "PROPN" or tree.only(name, *_SUBJECT, "cop", "aux"):
        return
    for thing in tree.only(name, "parataxis", "appos", "list", "dep"):
        verb = tree.first_word(thing) - 1
        lone = verb > name + 2 and tree.words[verb - 1].form == "," and tree.fine[verb] == "NNS"
        if not lone or tree.coarse[thing] not in _NOMINAL or tree.only(thing, *_SUBJECT, "cop"):
            continue
        if tree.children[verb] and any(c != verb - 1 for c in tree.children[verb]):
            continue
        heads[verb], relations[verb] = -1, "root"
        heads[name], relations[name] = verb, "nsubj"
        heads[thing], relations[thing] = verb, "obj"
        tree.fine[verb], tree.coarse[verb] = "VBZ", "VERB"
        for child in tree.children[name]:
            if child > verb:
                heads[child] = verb if child != thing else heads[child]
        return


def _object(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Corvane, a maker of lamps, supplies bulbs to Ley": bulbs, though they hang on Corvane."""
    for noun, relation in enumerate(tree.relations):
        first = tree.first_word(noun)
        verb = first - 1
        if relation not in ("parataxis", "dep", "appos", "list") or not 0 <= heads[noun] < verb:
            continue
        plain = tree.fine[verb] in ("VBZ", "VBD", "VBP") and tree.coarse[verb] == "VERB"
        if not plain or tree.coarse[noun] not in _NOMINAL or tree.only(verb, *_GOVERNED):
            continue
        clause = tree.only(noun, *_SUBJECT, "cop", "case", "mark", "cc")
        if not clause and heads[verb] != noun and tree.words[verb].end < tree.words[first].start:
            heads[noun], relations[noun] = verb, "obj"


def _called(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe, who heads a unit called Blue, said": she heads it, and it is called so."""
    for called in range(3, len(heads)):
        if tree.fine[called] != "VBN" or tree.low[called] not in _NAMING:
            continue
        unit = called - 1
        verb = tree.first_word(unit) - 1
        lost = relations[unit] == "nsubj" and heads[unit] == called
        beside = heads[verb] == heads[called] and relations[verb] == "acl:relcl"
        if not lost or not beside or tree.only(called, "aux:pass", "aux"):
            continue
        if tree.fine[verb] in ("VBZ", "VBD", "VBP") and not tree.only(verb, *_GOVERNED):
            heads[unit], relations[unit] = verb, "obj"
            heads[called], relations[called] = unit, "acl"


_NAMING = word_set("called named known dubbed titled entitled")


def _behind_aside(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Can test, from one console, all layers": the layers are tested, and no console."""
    for noun, relation in enumerate(tree.relations):
        aside = heads[noun]
        verb = heads[aside] if relation == "appos" and 0 <= aside < noun else -1
        if not 0 <= verb < aside or tree.relations[aside] != "obl" or tree.only(verb, *_GOVERNED):
            continue
        opened = tree.words[verb + 1].form == "," and verb + 2 == tree.first_word(aside)
        closed = tree.words[tree.first_word(noun) - 1].form == ","
        several = any(
            tree.low[d] in ("all", "both", "every", "each") for d in tree.only(noun, "det")
        )
        if opened and closed and several and tree.coarse[verb] == "VERB":
            heads[noun], relations[noun] = verb, "obj"


def _helped(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Will help owners and shops rebuild": both are helped, and both rebuild."""
    for verb, relation in enumerate(tree.relations):
        helps = heads[verb]
        if relation not in ("parataxis", "conj", "ccomp") or helps < 0 or helps > verb:
            continue
        about = tree.only(verb, "nsubj")
        helped = [o for o in tree.only(helps, "obj") if helps < o < verb]
        if tree.low[helps] not in _HELPS or not about or not helped:
            continue
        joined = [c for c in tree.only(about[0], "cc") if helped[-1] < c < about[0]]
        bare = tree.fine[verb] in ("VBP", "VB") and not tree.only(verb, "aux", "cc", "mark")
        if joined and bare and tree.words[joined[0] - 1].form != ",":
            heads[about[0]], relations[about[0]] = helped[-1], "conj"
            relations[verb] = "xcomp"
            tree.fine[verb] = "VB"


_HELPS = word_set("help helps helped helping let lets make makes made")


def _first_of_list(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "70% of the boys, 38% of the girls and 10% of the men did not pass": all are its subject."""
    for last, relation in enumerate(tree.relations):
        verb = heads[last]
        if relation not in ("nsubj", "nsubj:pass") or not last < verb:
            continue
        firsts = [o for o in tree.only(verb, "obj") if o < last]
        links = [c for c in tree.only(verb, "cc") if c < last]
        if len(firsts) != 1 or len(links) != 1 or not firsts[0] < links[0] < last:
            continue
        first = firsts[0]
        if tree.low[first] != tree.low[last]:
            continue
        heads[last], relations[last] = first, "conj"
        heads[links[0]] = last
        relations[first] = relation
        for child in tree.only(first, "appos"):
            if first < child < last and tree.low[child] == tree.low[first]:
                relations[child] = "conj"


def _middle(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe, Tom Ley and Kim Lund said": Tom Ley is one of three, and no aside."""
    for child, relation in enumerate(tree.relations):
        first = heads[child]
        if relation != "appos" or not 0 <= first < child:
            continue
        later = [c for c in tree.only(first, "conj") if c > child]
        links = tree.only(later[0], "cc") if later else []
        if not links or links[0] - 1 not in tree.below(child):
            continue
        names = {tree.coarse[w] for w in (first, child, later[0])} == {"PROPN"}
        names = names and not tree.only(child, "det", "nmod:poss", "case")
        shares = tree.low[first] == tree.low[child] == tree.low[later[0]]
        if tree.coarse[links[0] - 1] != "PUNCT" and (names or shares):
            relations[child] = "conj"


def _charged(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "On charges of murder, conspiracy, possessing a gun": one more of the charges."""
    for doing, relation in enumerate(tree.relations):
        charges = heads[doing]
        if relation not in ("acl", "advcl") or tree.fine[doing] != "VBG" or charges < 0:
            continue
        if tree.low[charges] not in _CHARGES or tree.words[doing - 1].form != ",":
            continue
        first = [n for n in tree.only(charges, "nmod") if n < doing and tree.only(n, "conj")]
        if first:
            heads[doing], relations[doing] = first[0], "conj"


_CHARGES = word_set("charges counts offences offenses crimes suspicion accusations allegations")

_STEPS: tuple[Step, ...] = (
    _no_noun,
    _object,
    _called,
    _behind_aside,
    _helped,
    _first_of_list,
    _middle,
    _charged,
)
