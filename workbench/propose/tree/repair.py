"""Correct what a parser often gets wrong and what the words alone settle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workbench.propose.lexicon import SAY
from workbench.propose.tree.apposing import repair_apposing
from workbench.propose.tree.asides import repair_asides
from workbench.propose.tree.attached import repair_attached
from workbench.propose.tree.contact import repair_contact
from workbench.propose.tree.figures import repair_figures
from workbench.propose.tree.fronted import repair_fronted
from workbench.propose.tree.governed import repair_governed
from workbench.propose.tree.happened import repair_effects, repair_happened
from workbench.propose.tree.listing import repair_listing
from workbench.propose.tree.lost_verbs import repair_lost_verbs
from workbench.propose.tree.mistaken import repair_mistaken
from workbench.propose.tree.order import repair_order
from workbench.propose.tree.parts import repair_parts
from workbench.propose.tree.phrases import repair_phrases
from workbench.propose.tree.report import repair_reports
from workbench.propose.tree.reported import repair_reported
from workbench.propose.tree.retold import repair_retold
from workbench.propose.tree.stray import repair_stray
from workbench.propose.tree.subjects import repair_subjects
from workbench.propose.tree.subordinate import repair_lent, repair_subordinate
from workbench.propose.tree.titles import repair_titles
from workbench.propose.tree.torn import repair_torn
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import is_tree, repair_verbs

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_WRONG_RELATIVE = frozenset(("advcl", "advcl:relcl", "ccomp", "parataxis", "acl", "dep", "conj"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_SINCE = frozenset(("after", "before", "since", "because", "until", "while"))
_TAIL = frozenset(("obl", "obl:unmarked", "advmod", "obl:tmod", "nmod"))


def repair(tree: Tree) -> Tree:
    """The tree with its relative clauses on a noun and a speech tag's adverbials on its verb.

    Repairs whose outcome is no tree are left out: who walks down a cycle never comes back.
    """
    for step in _BEFORE:
        tree = step(tree)
    tree = _repair_heads(tree)
    for step in _AFTER:
        tree = step(tree)
    return tree


_BEFORE: tuple[Callable[[Tree], Tree], ...] = (
    repair_lent, repair_happened,
    repair_contact, repair_fronted, repair_listing, repair_figures, repair_stray, repair_apposing,
    repair_titles, repair_order, repair_attached, repair_governed, repair_verbs, repair_mistaken,
    repair_phrases, repair_subordinate,
)  # fmt: skip
_AFTER: tuple[Callable[[Tree], Tree], ...] = (
    repair_reported, repair_reports, repair_parts, repair_asides, repair_retold, repair_lost_verbs,
    repair_effects, repair_torn,
)  # fmt: skip


def _repair_heads(tree: Tree) -> Tree:
    heads, relations = list(tree.heads), list(tree.relations)
    repair_subjects(tree, heads, relations)
    _turn_root(tree, heads, relations)
    _relatives(tree, heads, relations)
    _time_clauses(tree, heads, relations)
    for word, relation in enumerate(relations):
        if relation in ("parataxis", "advcl", "dep", "ccomp"):
            _join(tree, word, heads, relations)
    for head in range(len(heads)):
        if relations[head] == "acl:relcl":
            _attach_conjunct(tree, head, heads)
            _leave_relative(tree, head, heads)
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
    changed = heads != tree.heads or relations != tree.relations
    return replace(tree, heads=heads, relations=relations) if changed and is_tree(heads) else tree


def _relatives(tree: Tree, heads: list[int], relations: list[str]) -> None:
    for pronoun, low in enumerate(tree.low):
        if low in ("who", "which", "where") and pronoun > 1:
            if tree.words[pronoun - 1].form == ",":
                _attach_relative(tree, pronoun, heads, relations)
            _agree(tree, pronoun, heads, relations)


def _turn_root(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Founded in 1998, the charity has grown": the participle hangs on the finite clause."""
    root = tree.root
    told = tree.only(root, "nsubj", "nsubj:pass")  # "born in 1931, the son of a driver, he won"
    parted = all(w > root and tree.words[tree.first_word(w) - 1].form == "," for w in told)
    if tree.fine[root] not in ("VBN", "VBG") or tree.only(root, "aux", "aux:pass") or not parted:
        return
    for child in tree.only(root, "parataxis", "ccomp", "conj"):
        if (
            child > root
            and tree.only(child, "nsubj", "nsubj:pass")
            and not tree.only(child, "mark")
        ):
            heads[child], relations[child] = -1, "root"
            heads[root], relations[root] = child, "advcl"
            for noun in told:
                heads[noun], relations[noun] = tree.only(child, "nsubj", "nsubj:pass")[0], "appos"
            for later in tree.only(root, "conj", "parataxis"):
                if later > child:
                    heads[later] = child
            return


def _time_clauses(tree: Tree, heads: list[int], relations: list[str]) -> None:
    for word, low in enumerate(tree.low):
        if low in _SINCE and relations[word] == "case":
            _time_clause(tree, word, heads, relations)


def _time_clause(tree: Tree, after: int, heads: list[int], relations: list[str]) -> None:
    """ "took office after his predecessor resigned": the noun is the subject of the next verb."""
    noun = heads[after]
    if noun < after or max(tree.below(noun)) >= len(heads) - 1:
        return
    verb = max(tree.below(noun)) + 1
    helped = tree.only(verb, "aux", "aux:pass")
    past = tree.coarse[after] == "SCONJ" and tree.fine[verb] == "VBN" and not helped
    left = relations[verb] in ("parataxis", "ccomp", "dep") or (past and relations[verb] == "advcl")
    wh = any(tree.fine[c].startswith("W") or tree.low[c] == "that" for c in tree.children[verb])
    left = left or (relations[verb] == "acl:relcl" and not wh)  # "since a crash killed 61 people"
    if (tree.fine[verb] not in _FINITE and not past) or not left:
        return
    if heads[noun] < 0 or heads[noun] > after or tree.only(verb, "nsubj", "nsubj:pass", "mark"):
        return
    tree.fine[verb] = "VBD" if past else tree.fine[verb]
    heads[verb], relations[verb] = heads[noun], "advcl"
    heads[noun], relations[noun] = verb, "nsubj"
    heads[after], relations[after] = verb, "mark"


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
    if head < pronoun or not relations[pronoun].startswith(("nsubj", "advmod")):
        return
    misplaced = relations[head] == "acl:relcl" and (
        heads[head] > pronoun
        or (tree.low[pronoun] == "where" and heads[head] < pronoun - 2)
        or any(tree.fine[w] in _FINITE for w in range(heads[head] + 1, pronoun))
    )
    if relations[head] not in _WRONG_RELATIVE and not misplaced:
        return
    above = heads[head]
    if relations[head] == "ccomp" and relations[above] == "acl:relcl" and tree.low[above] in SAY:
        return  # "the treaty, which he said was void"
    noun = pronoun - 2
    if tree.coarse[noun] not in _NOMINAL:
        return
    while heads[noun] >= 0 and relations[noun] in ("flat", "compound", "nmod:desc", "nummod"):
        noun = heads[noun]
    if noun in tree.below(head):
        return
    heads[head], relations[head] = noun, "acl:relcl"


def _agree(tree: Tree, pronoun: int, heads: list[int], relations: list[str]) -> None:
    """ "residents of the island, who pay": of two nouns the one that agrees with the verb."""
    verb = heads[pronoun]
    if verb < 0 or relations[verb] != "acl:relcl" or not relations[pronoun].startswith("nsubj"):
        return
    noun = heads[verb]
    _nearer(tree, pronoun, heads)
    above = heads[noun] if noun >= 0 and relations[noun] == "nmod" else -1
    if above < 0 or tree.coarse[noun] == "PRON":
        return
    helpers = [w for w in tree.only(verb, "aux", "aux:pass", "cop") if w < verb]
    first = tree.fine[min([verb, *helpers])]
    if first not in ("VBZ", "VBP"):
        return
    plural = ("NNS", "NNPS")
    wanted = first == "VBP"
    if (tree.fine[noun] in plural) != wanted and (tree.fine[above] in plural) == wanted:
        heads[verb] = above


def _nearer(tree: Tree, pronoun: int, heads: list[int]) -> None:
    """ "There were 46 people on the bus, which was on its way": it was, and they were not."""
    verb, near = heads[pronoun], pronoun - 2
    noun = heads[verb]
    helpers = [w for w in tree.only(verb, "aux", "aux:pass", "cop") if w < verb]
    first = min([verb, *helpers])
    one = tree.fine[first] == "VBZ" or tree.low[first] == "was"
    several = tree.fine[noun] == "NNS" and tree.low[noun] not in _AS_ONE
    inside = near in tree.below(noun) and tree.relations[near] == "nmod" and near > noun
    if one and several and inside and tree.fine[near] in ("NN", "NNP"):
        heads[verb] = near


_AS_ONE = frozenset(("series", "headquarters", "species", "means", "works", "barracks", "news"))


def _join(tree: Tree, word: int, heads: list[int], relations: list[str]) -> None:
    """ "was built, carries 480 people and runs": the second of three joined verbs."""
    head = heads[word]
    if not 0 <= head < word or tree.words[word - 1].form != ",":
        return
    if tree.fine[word] not in ("VBD", "VBZ", "VBP", "VB"):
        return
    if tree.only(word, "mark", "nsubj", "nsubj:pass", "aux"):
        return
    later = [c for c in tree.only(head, "conj") if c > word and tree.only(c, "cc")]
    if later and tree.fine[later[0]] == tree.fine[word]:
        relations[word] = "conj"


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


def _leave_relative(tree: Tree, relative: int, heads: list[int]) -> None:
    """ "waited at the ward, where ten cars stood, and was never seen": who waited was not."""
    inner = [s for s in tree.only(relative, "nsubj", "nsubj:pass") if tree.low[s] not in _WHO]
    above = heads[relative]
    while above >= 0 and not tree.only(above, "nsubj", "nsubj:pass"):
        above = heads[above]
    if not inner or above < 0 or inner[0] > relative:
        return
    for word in tree.only(relative, "conj"):
        first = min([word, *tree.only(word, "cc")])
        owned = tree.only(word, "nsubj", "nsubj:pass", "expl")
        parted = tree.words[first - 1].form == "," and tree.only(word, "cc")
        if parted and not owned and not _like(tree, inner[0], word):
            heads[word] = above


_WHO = frozenset(("who", "which", "that"))
_ONE, _SEVERAL = frozenset(("was", "is", "has")), frozenset(("were", "are", "have"))


def _like(tree: Tree, subject: int, verb: int) -> bool:
    """May the noun be the subject of the verb, by its number?"""
    group = {tree.low[w] for w in (verb, *tree.only(verb, "aux", "aux:pass", "cop"))}
    several = tree.fine[subject] in ("NNS", "NNPS") or bool(tree.only(subject, "conj"))
    return not (group & _ONE if several else group & _SEVERAL)


def _leave_content(tree: Tree, content: int, heads: list[int]) -> None:
    """ "said on Monday that …": what stands before "that" belongs to the verb of saying."""
    mark = next((m for m in tree.only(content, "mark") if tree.low[m] == "that"), content)
    for child in tree.children[content]:
        if heads[content] < child < mark < content and tree.relations[child] in _TAIL:
            heads[child] = heads[content]
    verb, subjects = heads[content], tree.only(content, "nsubj", "nsubj:pass", "expl")
    for child in tree.children[content] if subjects and mark == content else ():
        words = tree.below(child)  # "said on Thursday it would close"
        after = min(words) == verb + 1 and max(words) + 1 == min(tree.below(subjects[0]))
        if after and tree.low[verb] in SAY and tree.relations[child] in _TAIL:
            heads[child] = verb


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
