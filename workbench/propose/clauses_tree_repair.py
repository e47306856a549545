"""Correct what a parser often gets wrong and what the words alone settle."""

from __future__ import annotations

from dataclasses import replace

from workbench.propose.lexicon import SAY
from workbench.propose.parse_tree import Tree

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_WRONG_RELATIVE = frozenset(("advcl", "ccomp", "parataxis", "acl", "dep", "conj"))
_BEFORE_NOUN = frozenset(("det", "compound", "amod", "nummod", "nmod:poss", "flat"))
_TAIL = frozenset(("obl", "obl:unmarked", "advmod", "obl:tmod", "nmod"))


def repair(tree: Tree) -> Tree:
    """The tree with its relative clauses on a noun and a speech tag's adverbials on its verb."""
    heads, relations = list(tree.heads), list(tree.relations)
    _find_subject(tree, relations)
    _turn_root(tree, heads, relations)
    _one_subject(tree, heads, relations)
    _whole_subject(tree, heads, relations)
    for pronoun, low in enumerate(tree.low):
        if low in ("who", "which") and pronoun > 1 and tree.words[pronoun - 1].form == ",":
            _attach_relative(tree, pronoun, heads, relations)
    for head in range(len(heads)):
        if relations[head] == "acl:relcl":
            _attach_conjunct(tree, head, heads)
        elif relations[head] == "ccomp":
            _leave_content(tree, head, heads)
        elif relations[head] == "conj" and tree.fine[head].startswith("VB"):
            _follow_conjunct(tree, head, heads)
    for subject, relation in enumerate(tree.relations):
        if relation in ("nsubj", "nsubj:pass"):
            _leave_subject(tree, subject, heads)
    for verb, low in enumerate(tree.low):
        if low in SAY and verb + 1 < len(tree.words):
            _attach_tail(tree, verb, heads, relations)
    if heads == tree.heads and relations == tree.relations:
        return tree
    return replace(tree, heads=heads, relations=relations)


def _find_subject(tree: Tree, relations: list[str]) -> None:
    """ "Both deny it": what alone stands before the verb is its subject."""
    root = tree.root
    if tree.only(root, "nsubj", "nsubj:pass", "csubj", "expl"):
        return
    if root == 1 and tree.fine[0] == "DT" and tree.heads[0] == root:
        relations[0] = "nsubj"
    for child in tree.only(root, "obl", "obl:unmarked"):
        phrase = tree.below(child)
        if min(phrase) < 3 and max(phrase) == root - 1 and not tree.only(child, "case"):
            relations[child] = "nsubj"


def _one_subject(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The studio, one of the oldest, was sold": of two subjects the second is an apposition."""
    for verb in range(len(heads)):
        found = tree.only(verb, "nsubj", "nsubj:pass")
        if len(found) == 2 and found[0] < found[1] < verb:
            between = [
                tree.words[w].form for w in range(found[0] + 1, min(tree.below(found[1])) + 1)
            ]
            if between and "," in between:
                heads[found[1]], relations[found[1]] = found[0], "appos"


def _whole_subject(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The Boeing 787 Dreamliner is": what stands right before the subject's noun is its own."""
    for subject, relation in enumerate(tree.relations):
        if relation not in ("nsubj", "nsubj:pass") or tree.coarse[subject] not in _NOMINAL:
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


def _turn_root(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Founded in 1998, the charity has grown": the participle hangs on the finite clause."""
    root = tree.root
    if tree.fine[root] not in ("VBN", "VBG") or tree.only(root, "nsubj", "nsubj:pass", "aux"):
        return
    for child in tree.only(root, "parataxis", "ccomp", "conj"):
        if (
            child > root
            and tree.only(child, "nsubj", "nsubj:pass")
            and not tree.only(child, "mark")
        ):
            heads[child], relations[child] = -1, "root"
            heads[root], relations[root] = child, "advcl"
            return


def _leave_subject(tree: Tree, subject: int, heads: list[int]) -> None:
    """ "Engineers hired by the city said in May": "in May" cannot belong to the subject."""
    verb = tree.heads[subject]
    if verb < subject:
        return
    for word in tree.below(subject):
        if word > verb > heads[word] and tree.relations[word] in _TAIL:
            heads[word] = verb


def _attach_relative(tree: Tree, pronoun: int, heads: list[int], relations: list[str]) -> None:
    """ "…, who heads the institute, said": the clause hangs on the noun before the comma."""
    head = heads[pronoun]
    if head < 0 or relations[head] not in _WRONG_RELATIVE or head < pronoun:
        return
    if not relations[pronoun].startswith("nsubj"):
        return
    noun = pronoun - 2
    if tree.coarse[noun] not in _NOMINAL:
        return
    while heads[noun] >= 0 and relations[noun] in ("flat", "compound", "nmod:desc", "nummod"):
        noun = heads[noun]
    if noun in tree.below(head):
        return
    heads[head], relations[head] = noun, "acl:relcl"


def _attach_conjunct(tree: Tree, relative: int, heads: list[int]) -> None:
    """ "…, which was set up in 2004 but has not met": no comma ends the clause before "but"."""
    first = min(tree.below(relative))
    pronoun = next((w for w in range(first, relative) if tree.low[w] in ("who", "which")), None)
    if pronoun is None or tree.words[pronoun - 1].form != ",":
        return
    for word in range(relative + 1, len(heads)):
        if tree.words[word].form in (",", ";", ".", "”", '"', ":"):
            return
        if tree.relations[word] == "conj" and heads[word] < pronoun and heads[word] >= 0:
            marked = any(tree.low[c] in ("and", "but") for c in tree.only(word, "cc"))
            owned = tree.only(word, "nsubj", "nsubj:pass", "expl")
            if marked and not owned and tree.fine[word].startswith("VB"):
                heads[word] = relative
            return


def _leave_content(tree: Tree, content: int, heads: list[int]) -> None:
    """ "said on Monday that …": what stands before "that" belongs to the verb of saying."""
    mark = next((m for m in tree.only(content, "mark") if tree.low[m] == "that"), content)
    for child in tree.children[content]:
        if heads[content] < child < mark < content and tree.relations[child] in _TAIL:
            heads[child] = heads[content]


def _follow_conjunct(tree: Tree, conjunct: int, heads: list[int]) -> None:
    """ "cancelled its tour and refunded tickets": what comes after "refunded" is its own."""
    first = heads[conjunct]
    if first < 0 or not tree.fine[first].startswith("VB"):
        return
    for child in tree.children[first]:
        if child > conjunct and tree.relations[child] in (*_TAIL, "obj", "xcomp", "ccomp"):
            heads[child] = conjunct


def _attach_tail(tree: Tree, verb: int, heads: list[int], relations: list[str]) -> None:
    """ "The van was stolen, police said on Tuesday": what follows the verb belongs to it."""
    for content in tree.only(verb, "ccomp"):
        if content > verb:
            continue
        following = verb + 1
        for child in tree.children[content]:
            words = tree.below(child)
            if relations[child] in _TAIL and child > verb and min(words) == following:
                heads[child] = verb
                following = max(words) + 1
