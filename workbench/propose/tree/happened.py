"""Verbs that need no object, in the past tense, which a parser took for participles."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import finite, stepwise

_SUBJECT = ("nsubj", "nsubj:pass", "csubj", "expl")
_HELPERS = ("aux", "aux:pass", "cop")
_NOUNS = ("NOUN", "PROPN", "NUM", "PRON")
# nothing and nobody "is overturned" or "is emerged" where no helper stands
HAPPENED = word_set(
    "overturned collapsed crashed capsized derailed exploded erupted emerged happened occurred "
    "disappeared vanished arrived returned resumed fell rose sank died escaped fled surged soared "
    "plunged slumped dropped rallied failed collided burst"
)
_TOO = HAPPENED | word_set("closed opened reopened ended started began spread stalled stopped")
_EFFECTS = word_set("spilling killing injuring wounding trapping burying blocking crushing "
                    "damaging destroying flooding")  # fmt: skip


def repair_happened(tree: Tree) -> Tree:
    """The tree with such verbs as verbs of their own nouns."""
    return stepwise(tree, _STEPS)


def repair_effects(tree: Tree) -> Tree:
    """The tree with what came of such a deed told of who did it."""
    return stepwise(tree, (_its_effect, _beside))


def _not_passive(tree: Tree, _heads: list[int], relations: list[str]) -> None:
    """ "After a lorry carrying coal overturned": it did, and nobody overturned it."""
    for verb, low in enumerate(tree.low):
        about = tree.only(verb, "nsubj:pass")
        if low not in HAPPENED or len(about) != 1 or about[0] > verb:
            continue
        if tree.only(verb, *_HELPERS, "obl:agent", "obj") or tree.coarse[verb] != "VERB":
            continue
        tree.fine[verb] = "VBD"
        relations[about[0]] = "nsubj"


def _of_the_noun(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "A lorry carrying coal overturned on Monday": a sentence, and no noun alone."""
    noun = tree.root
    if tree.coarse[noun] not in _NOUNS or tree.only(noun, *_SUBJECT, "cop", "aux", "mark"):
        return
    if not tree.words or tree.words[-1].form not in (".", "”", '"'):
        return
    told = [c for c in tree.only(noun, "acl") if c == noun + 1 and tree.fine[c] in ("VBG", "VBN")]
    other = [c for c in tree.only(noun, "conj", "parataxis", "advcl") if finite(tree, c)]
    if not told or other:
        return
    verb = next((w for w in range(told[0] + 1, len(heads)) if tree.low[w] in _TOO), -1)
    if verb < 0 or verb not in tree.below(noun) or tree.only(verb, *_SUBJECT, *_HELPERS):
        return
    between = [tree.words[w].form for w in range(noun, verb)]
    if "," in between or tree.low[verb - 1] in ("and", "or", "to", "by", "been", "was", "were"):
        return
    for word in range(len(heads)):
        after = word > verb and 0 <= heads[word] < verb
        if word < verb and heads[word] == verb:
            heads[word] = told[0]
        elif after and relations[word] != "punct":
            heads[word] = verb
            relations[word] = "obl" if relations[word].startswith("nmod") else relations[word]
        elif heads[word] == verb and relations[word] == "nmod":
            relations[word] = "obl"
    heads[verb], relations[verb] = -1, "root"
    heads[noun], relations[noun] = verb, "nsubj"
    tree.fine[verb], tree.coarse[verb] = "VBD", "VERB"


def _its_effect(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Was shut after a lorry overturned, spilling its load": the lorry spilled it."""
    for doing, low in enumerate(tree.low):
        main = heads[doing]
        if low not in _EFFECTS or relations[doing] != "advcl" or not 0 <= main < doing:
            continue
        if tree.words[doing - 1].form != "," or not tree.only(main, "aux:pass"):
            continue
        inner = [c for c in tree.only(main, "advcl") if main < c < doing
                 and tree.low[c] in HAPPENED and tree.only(c, "nsubj")]  # fmt: skip
        if inner and max(tree.below(inner[-1])) >= doing - 2:
            heads[doing] = inner[-1]


def _beside(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Norvik won 3-0, Ben Ley scoring twice": what happened besides, and no apposition."""
    for doing, relation in enumerate(tree.relations):
        above = heads[doing]
        own = [s for s in tree.only(doing, "nsubj") if s < doing]
        if tree.fine[doing] != "VBG" or relation not in ("parataxis", "appos", "dep") or not own:
            continue
        if tree.only(doing, *_HELPERS, "mark", "case", "cc") or not 0 <= above < own[0]:
            continue
        first = tree.first_word(own[0])
        if first < 1 or tree.words[first - 1].form != ",":
            continue
        while above >= 0 and not finite(tree, above) and not tree.only(above, "cop"):
            above = heads[above]
        if above >= 0:
            heads[doing], relations[doing] = above, "advcl"


def _parted_passive(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Cells are not, as one might guess, replaced": they are not replaced."""
    root = tree.root
    behind = root + 1 + (tree.low[root + 1 : root + 2] in (["not"], ["n't"]))
    parted = behind < len(tree.words) and tree.words[behind].form == ","
    if tree.low[root] not in ("is", "are", "was", "were") or not parted:
        return
    for done in tree.only(root, "advcl", "conj", "dep"):
        lone = not tree.only(done, *_SUBJECT, *_HELPERS, "mark", "cc")
        if tree.fine[done] != "VBN" or not lone or tree.words[done - 1].form != ",":
            continue
        if done - 1 <= behind:
            continue
        heads[done], relations[done] = -1, "root"
        heads[root], relations[root] = done, "aux:pass"
        for child in tree.children[root]:
            if child != done:
                heads[child] = done
                passive = relations[child] == "nsubj"
                relations[child] = "nsubj:pass" if passive else relations[child]
        return


_STEPS = (_parted_passive, _not_passive, _of_the_noun)
