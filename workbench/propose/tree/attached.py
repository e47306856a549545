"""Correct what hangs on the wrong one of two nouns, where the order of the words settles it."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, finite, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_NOMINAL = ("NOUN", "PROPN")
_MARKS = word_set(", ; : – — ( )")
_TWO = 2
_PLACING = word_set("at in from near on")
_MODIFIERS = ("nmod", "acl")


def repair_attached(tree: Tree) -> Tree:
    """The tree with such phrases on the noun that they stand behind."""
    return stepwise(tree, _STEPS)


def _behind_apposition(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe, a fellow at the institute, said": the institute is the fellow's."""
    for noun in range(len(heads)):
        for told in tree.only(noun, "appos"):
            for child in tree.only(noun, *_MODIFIERS):
                first = tree.first_word(child)
                between = range(max(tree.below(told)) + 1, first)
                if first > told and not any(tree.words[w].form in _MARKS for w in between):
                    heads[child] = told


def _where(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "A doctor at the hospital where they were treated": not in the doctor."""
    for verb, relation in enumerate(tree.relations):
        opens = next((w for w in tree.only(verb, "advmod") if tree.low[w] == "where"), 0)
        noun = tree.heads[verb]
        near = opens - 1
        if relation != "acl:relcl" or near <= noun or noun < 0:
            continue
        placed = any(tree.low[c] in _PLACING for c in tree.only(near, "case"))
        if placed and tree.coarse[near] in _NOMINAL and tree.heads[near] == noun:
            heads[verb] = near


def _state_won(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "In a state Trump won": the state does not belong to his name."""
    for name, relation in enumerate(tree.relations):
        verb = tree.heads[name]
        noun = name - 1
        if relation not in _SUBJECT or tree.coarse[name] != "PROPN" or not name < verb:
            continue
        mine = noun in tree.only(name, "compound") and tree.coarse[noun] == "NOUN"
        led = tree.only(name, "det")
        if not mine or not led or not finite(tree, verb) or tree.relations[verb] == "root":
            continue
        above = tree.heads[verb]
        while above >= 0 and tree.coarse[above] not in ("VERB", "AUX"):
            above = tree.heads[above]
        if above < 0 or above > noun or any(tree.fine[c] in _WH for c in tree.children[verb]):
            continue
        cases = tree.only(name, "case")
        heads[noun], relations[noun] = above, "obl" if cases else "obj"
        heads[verb], relations[verb] = noun, "acl:relcl"
        for child in tree.children[name]:
            if child < noun:
                heads[child] = noun


_WH = ("WP", "WDT", "WRB", "WP$")


def _named_again(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "In Arl, Hamm and Ley, they voted": the names before the comma are no second subject."""
    for verb in range(len(heads)):
        subjects = tree.only(verb, *_SUBJECT)
        if len(subjects) != _TWO or tree.coarse[subjects[0]] != "PROPN":
            continue
        names, pronoun = subjects
        place = [p for p in tree.only(verb, "obl") if p < names and tree.only(p, "case")]
        comma = tree.words[pronoun - 1].form == ","
        if place and comma and tree.coarse[pronoun] == "PRON" and pronoun < verb:
            heads[names], relations[names] = place[-1], "conj"


def _after_frame(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "On Mill Street, the index rose", "in a talk on Ann Oe, the host said": it did, she did."""
    for noun, relation in enumerate(tree.relations):
        if relation != "appos" or tree.words[tree.first_word(noun) - 1].form != ",":
            continue
        frame = tree.heads[noun]
        while frame >= 0 and tree.relations[frame] in ("nmod", "appos", "conj"):
            frame = tree.heads[frame]
        verb = tree.heads[frame] if frame >= 0 else -1
        fronted = verb > noun and tree.relations[frame] in ("obl", "obl:unmarked")
        if not fronted or tree.relations[verb] not in ("root", "ccomp", "parataxis"):
            continue
        if not tree.only(verb, *_SUBJECT, "csubj", "expl") and finite(tree, verb):
            passive = bool(tree.only(verb, "aux:pass"))
            heads[noun], relations[noun] = verb, "nsubj:pass" if passive else "nsubj"


def _up_to(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Up to 99% of them left": so many did, though "up to" looks like a preposition."""
    for noun, relation in enumerate(tree.relations):
        verb = tree.heads[noun]
        if relation != "obl" or noun > verb or tree.only(verb, *_SUBJECT, "csubj", "expl"):
            continue
        first = tree.first_word(noun)
        about = tree.low[first : first + 2] == ["up", "to"] or tree.low[first] in _ABOUT
        counted = tree.only(noun, "nummod") or tree.coarse[noun] == "NUM"
        if about and counted and finite(tree, verb) and tree.relations[verb] not in ("conj", "acl"):
            passive = bool(tree.only(verb, "aux:pass"))
            heads[noun], relations[noun] = verb, "nsubj:pass" if passive else "nsubj"


_ABOUT = word_set("over around about nearly")

_NAME_PARTS = ("flat", "compound", "nmod:desc", "nummod")


def _ampersands(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Plug & Charge – which lets the car pay": one name."""
    for mark in range(1, len(heads) - 1):
        left, right = mark - 1, mark + 1
        capital = tree.words[left].form[:1].isupper() and tree.words[right].form[:1].isupper()
        if tree.words[mark].form != "&" or not capital:
            continue
        top = left
        while relations[top] in _NAME_PARTS and heads[top] >= 0:
            top = heads[top]
        other = right
        while relations[other] in _NAME_PARTS and heads[other] > mark:
            other = heads[other]
        if other != top and heads[other] == top and relations[other] == "conj":
            for child in tree.children[other]:
                if child > other and relations[child] not in _NAME_PARTS:
                    heads[child] = top
            heads[mark], relations[mark] = other, "cc"
            relations[other] = "flat"


def _hyphenated(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "20 of his season-high 31 points": of his points, and not of his season."""
    for mark in range(1, len(heads) - 1):
        left, right = mark - 1, mark + 1
        glued = tree.words[left].end == tree.words[mark].start
        glued = glued and tree.words[mark].end == tree.words[right].start
        noun, above = heads[right], heads[left]
        if tree.words[mark].form != "-" or not glued or not 0 <= above < left or noun <= right:
            continue
        if relations[noun] not in _STRAY or relations[right] != "amod":
            continue
        heads[noun], relations[noun] = above, relations[left]
        for child in tree.children[left]:
            heads[child] = noun
        heads[left], relations[left] = right, "compound"


def _down(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The stock was down 5%", "sales are down 2 percent": the number goes with "down"."""
    for word in range(1, len(heads) - 1):
        number = word + 1
        if tree.low[word] not in ("down", "up", "off") or tree.coarse[number] != "NUM":
            continue
        top = number
        while tree.relations[top] in ("nummod", "compound", "nmod") and tree.heads[top] > word:
            top = tree.heads[top]
        be = word - 1
        if relations[be] != "cop":
            continue
        if heads[be] == top and heads[word] != top:
            heads[word], relations[word] = top, "advmod"
        elif heads[be] == word and heads[top] != word and heads[top] >= 0:
            heads[top], relations[top] = word, "obl:unmarked"


def _all_but(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Is all but dead": nearly so."""
    for word in range(1, len(heads)):
        if tree.low[word] == "but" and tree.low[word - 1] == "all" and relations[word] == "cc":
            heads[word], relations[word] = word - 1, "fixed"


def _saying(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Arl welcomed the swap, saying the men had suffered": Arl said so, and not the swap."""
    for verb in range(2, len(heads)):
        noun = heads[verb]
        if relations[verb] != "acl" or tree.low[verb] not in _SAYING or noun < 0:
            continue
        if tree.words[verb - 1].form == "," and relations[noun] in ("obj", "obl", "nmod", "iobj"):
            above = noun
            while above >= 0 and tree.coarse[above] != "VERB":
                above = heads[above]
            if 0 <= above < noun:
                heads[verb], relations[verb] = above, "advcl"


_SAYING = word_set("saying adding noting arguing claiming telling citing quoting calling accusing "
                   "urging blaming warning insisting stressing pointing offering")  # fmt: skip
_STRAY = ("parataxis", "dep", "appos", "ccomp")

_STEPS: tuple[Step, ...] = (
    _ampersands, _hyphenated, _behind_apposition, _where, _state_won, _named_again, _after_frame,
    _up_to, _down, _saying, _all_but,
)  # fmt: skip
