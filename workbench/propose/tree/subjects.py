"""Correct subjects that a parser hung on the wrong verb."""

from __future__ import annotations

from workbench.propose.lexicon import LEADING, word_set
from workbench.propose.tree.tree import Tree

SUBJECT = ("nsubj", "nsubj:pass")
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_BEFORE_NOUN = frozenset(("det", "compound", "amod", "nummod", "nmod:poss", "flat"))
_LEFT_OVER = ("advcl", "parataxis", "dep", "conj", "ccomp", "acl")
# past tenses that are no participles
PAST_ONLY = word_set(
    "fell went rose took gave saw did wrote drove broke chose spoke froze stole grew knew threw "
    "flew drew began sang swam rang drank sank shrank ate forgot came became ran wore tore swore "
    "shook hid bit fled was were had"
)
_OPENERS = frozenset((",", ";", "and", "but"))
_SINGULAR = ("NN", "NNP")


def repair_subjects(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """Set heads and relations in place."""
    _find_subject(tree, heads, relations)
    for verb, relation in enumerate(tree.relations):
        if relation in ("advcl", "ccomp", "acl:relcl"):
            _counted_subject(tree, verb, heads, relations)
    _object_first(tree, relations)
    _one_subject(tree, heads, relations)
    _whole_subject(tree, heads, relations)
    _inner_subject(tree, heads, relations)
    _opening_participle(tree, heads, relations)
    _past_tenses(tree, heads, relations)
    for noun in range(len(heads)):
        if relations[noun] in ("conj", "appos") and tree.coarse[noun] in ("NOUN", "PROPN"):
            _new_clause(tree, noun, heads, relations)


def _find_subject(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Both deny it": what alone stands before the verb is its subject."""
    root = tree.root
    if tree.only(root, "nsubj", "nsubj:pass", "csubj", "expl"):
        return
    alone = root == 1 and tree.fine[0] == "DT" and tree.low[0] not in ("a", "an", "the")
    if alone and tree.heads[0] == root:
        relations[0] = "nsubj"
    for child in tree.only(root, "obl", "obl:unmarked"):
        phrase = tree.below(child)
        if min(phrase) < 3 and max(phrase) == root - 1 and not tree.only(child, "case"):
            relations[child] = "nsubj"
            return
    group = [c for c in tree.only(root, "aux", "aux:pass", "cop") if c < root]
    before = min([root, *group])
    for noun in range(before):  # "in 2008 the firm was founded": taken for one phrase
        at_end = relations[noun] == "appos" and max(tree.below(noun)) == before - 1
        if at_end and heads[noun] < noun and tree.words[min(tree.below(noun)) - 1].form != ",":
            heads[noun], relations[noun] = root, "nsubj"
            return


def _counted_subject(tree: Tree, verb: int, heads: list[int], relations: list[str]) -> None:
    """ "After 12 of its own members defected": the number is the subject, "after" a mark."""
    group = [verb, *(c for c in tree.only(verb, "aux", "aux:pass", "cop") if c < verb)]
    subject = tree.only(verb, *SUBJECT)
    for number in subject or tree.only(verb, "obl", "obl:unmarked", "advmod", "dep"):
        cases = tree.only(number, "case")
        since = [c for c in cases if tree.low[c] in _SINCE and c < number]
        if tree.coarse[number] != "NUM" or max(tree.below(number)) != min(group) - 1:
            continue
        if cases != since or not (since or tree.only(verb, "mark")):
            continue
        if subject or any(tree.fine[w] in ("VBD", "VBZ", "VBP") for w in group):
            passive = bool(tree.only(verb, "aux:pass"))
            relations[number] = "nsubj:pass" if passive else "nsubj"
            for word in since:
                heads[word], relations[word] = verb, "mark"


_SINCE = word_set("after before since until because while")


def _object_first(tree: Tree, relations: list[str]) -> None:
    """ "Said that 85% of the apps pay nothing": of two objects the one before the verb pays."""
    for verb in range(len(relations)):
        objects = tree.only(verb, "obj")
        if len(objects) < 2 or not objects[0] < verb < objects[1] or tree.only(verb, *SUBJECT):
            continue
        if tree.fine[verb] in ("VBP", "VBZ", "VBD") and tree.only(verb, "mark"):
            relations[objects[0]] = "nsubj"


def _one_subject(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The studio, one of the oldest, was sold": of two subjects the second is an apposition."""
    for verb in range(len(heads)):
        found = tree.only(verb, *SUBJECT)
        if len(found) == 2 and found[0] < found[1] < verb:
            between = [
                tree.words[w].form for w in range(found[0] + 1, min(tree.below(found[1])) + 1)
            ]
            if tree.only(found[0], "case") and tree.coarse[found[0]] != "PRON":
                relations[found[0]] = "obl"  # "with two turbines shut, the dam …"
            elif between and "," in between:
                heads[found[1]], relations[found[1]] = found[0], "appos"


def _whole_subject(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The Boeing 787 Dreamliner is": what stands right before the subject's noun is its own."""
    for subject, relation in enumerate(tree.relations):
        if relation not in SUBJECT or tree.coarse[subject] not in _NOMINAL:
            continue
        verb = heads[subject]
        after = subject + 1
        if after < verb and heads[after] == verb and relations[after] == relation:
            heads[after], relations[after] = subject, "flat"  # "Python 2.0 was": one subject
        before = subject - 1
        while before >= 0 and (heads[before] >= subject or subject > heads[before] > before):
            if heads[before] > subject:
                if relations[before] not in _BEFORE_NOUN:
                    break
                heads[before] = subject
            before -= 1


def _opening_participle(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Based in Kell, the firm makes engines": no preposition, but what the firm is."""
    noun = heads[0]
    if relations[0] != "case" or tree.fine[0] not in ("VBN", "VBG") or noun < 2:
        return
    verb = heads[noun]
    if verb < 0 or tree.low[1] in ("on", "to") or tree.low[0] in LEADING:
        return
    if relations[noun] in SUBJECT:
        heads[0], relations[0] = verb, "advcl"
    elif relations[noun] == "obl" and verb > noun and tree.only(noun, "case")[-1] > 0:
        heads[0], relations[0] = verb, "advcl"
        heads[noun] = 0
        for child in tree.children[noun]:
            if relations[child] == "punct" and child > noun:
                heads[child] = 0


def _past_tenses(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "He added that rents fell": a finite verb is no participle that hangs on the noun."""
    for verb, low in enumerate(tree.low):
        if low in PAST_ONLY and tree.fine[verb] == "VBN":
            tree.fine[verb] = "VBD"
        noun = heads[verb]
        if relations[verb] != "acl" or not 0 <= noun < verb or heads[noun] >= noun:
            continue
        whole = relations[noun] in ("root", "ccomp")  # "41 percent paid a fee"
        finite = tree.fine[verb] in ("VBD", "VBZ", "VBP")
        active = tree.fine[verb] == "VBN" and whole and tree.only(verb, "obj")
        if (finite or active) and not tree.only(verb, *SUBJECT, "mark"):
            tree.fine[verb] = "VBD" if active else tree.fine[verb]
            heads[verb], relations[verb] = heads[noun], relations[noun] if whole else "ccomp"
            heads[noun], relations[noun] = verb, "nsubj"
            for child in tree.only(noun, "mark"):
                heads[child] = verb


def _inner_subject(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "He added that rents in the county, where …, fell": the second subject is that of "fell"."""
    for verb in range(len(heads)):
        later = [s for s in tree.only(verb, *SUBJECT) if s > verb]
        earlier = [s for s in tree.only(verb, *SUBJECT) if s < verb]
        content = tree.only(verb, "ccomp")
        if not (later and earlier and content) or tree.only(content[0], *SUBJECT):
            continue
        inner, subject = content[0], later[0]
        for child in tree.children[subject]:
            if tree.coarse[child] == "SCONJ":  # "that"
                heads[child], relations[child] = inner, "mark"
        for child in tree.children[verb]:
            if subject <= child < inner and relations[child] != "punct":
                heads[child] = inner
                if subject < child and tree.only(child, "case"):
                    heads[child], relations[child] = subject, "nmod"


def _new_clause(tree: Tree, noun: int, heads: list[int], relations: list[str]) -> None:
    """ "Tickets cost 15 crowns, children under six enter free": the noun before a lone verb."""
    end = max(tree.below(noun))
    verb = end + 1
    while verb < len(heads) and tree.coarse[verb] in ("ADV", "AUX"):
        verb += 1
    if verb >= len(heads) or relations[verb] not in _LEFT_OVER or heads[verb] > noun:
        return
    fine = tree.fine[verb]
    if fine not in ("VBD", "VBP", "VBZ", "VB") or tree.only(verb, *SUBJECT, "mark"):
        return
    some = tree.low[noun] in ("percent", "cent", "%", "majority", "number")
    if (fine == "VBZ") != (tree.fine[noun] in _SINGULAR) and fine != "VBD" and not some:
        return
    first = tree.first_word(noun, "CCONJ")
    if first == 0 or tree.words[first - 1].form not in _OPENERS:
        return
    heads[noun], relations[noun] = verb, "nsubj"
    relations[verb] = "parataxis"
