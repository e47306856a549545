"""Correct subjects in an order that misleads a parser: "nine in ten", "were rates to rise"."""

from __future__ import annotations

from workbench.propose.lexicon import TAG, TELL, word_set
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, finite, stepwise

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
    _raise(tree, verb, heads, relations)


def _past_joined(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "An offer of 455p followed but was dismissed": no participle, as nothing else is finite
    before what "but" joins.
    """
    root = tree.root
    if tree.coarse[root] not in _NOUN or tree.only(root, "cop", "aux", "expl", *_SUBJECT):
        return
    inside = [root, *tree.only(root, "nmod")]
    for verb in (v for noun in inside for v in tree.only(noun, "acl")):
        joined = [c for c in tree.only(verb, "conj") if tree.only(c, "cc") and finite(tree, c)
                  and not tree.only(c, *_SUBJECT)]  # fmt: skip
        bare = tree.fine[verb] in ("VBN", "VBD") and not tree.only(verb, "aux", "mark", "aux:pass")
        before = any(tree.fine[w] in _FINITE for w in range(joined[0] if joined else 0)
                     if w != verb and w not in tree.below(joined[0]))  # fmt: skip
        led = verb > root and tree.words[verb - 1].form not in (",", "–", "—")
        if bare and led and joined and not before:
            _raise(tree, verb, heads, relations)
            return


def _past_with_object(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The avalanche buried seven skiers, of whom …": it buried them, and no skiers are buried."""
    root = tree.root
    if tree.coarse[root] not in _NOUN or tree.only(root, "cop", "aux", "expl", *_SUBJECT):
        return
    for verb in tree.only(root, "amod"):
        before = [w for w in range(verb) if not 0 <= heads[w] < verb]
        counted = any(c > verb for c in tree.only(root, "det", "nummod", "nmod:poss"))
        if tree.fine[verb] not in ("VBD", "VBN") or len(before) != 1 or not counted:
            continue
        about = before[0]
        if tree.coarse[about] not in _NOUN or relations[about] not in _SUBJECT or about != verb - 1:
            continue
        heads[about], relations[about] = verb, "nsubj"
        heads[verb], relations[verb] = -1, "root"
        heads[root], relations[root] = verb, "obj"
        tree.fine[verb], tree.coarse[verb] = "VBD", "VERB"
        for child in tree.children[root]:
            if child < verb or (tree.coarse[child] == "PUNCT" and child == len(heads) - 1):
                heads[child] = verb
        return


def _passed_by(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The motion passed by 61 votes to 38": by so many, and nobody passed it."""
    root = tree.root
    about = [s for s in tree.only(root, *_SUBJECT) if s < root]
    if tree.fine[root] != "VBN" or not about or tree.only(root, "aux", "aux:pass", "cop", "mark"):
        return
    for measure in tree.only(root, "obl:agent", "obl"):
        by = any(tree.low[c] == "by" for c in tree.only(measure, "case"))
        if by and tree.low[measure] in _BY and not tree.only(measure, "det"):
            relations[measure] = "obl"
            relations[about[0]], tree.fine[root] = "nsubj", "VBD"


_BY = word_set("votes points % percent cent pence runs goals seats lengths margin majority")


def _raise(tree: Tree, verb: int, heads: list[int], relations: list[str]) -> None:
    """The verb above the root, which is its subject, with all that follows it."""
    root = tree.root
    heads[verb], relations[verb] = -1, "root"
    heads[root], relations[root] = verb, "nsubj"
    tree.fine[verb], tree.coarse[verb] = "VBD", "VERB"
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
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_STEPS: tuple[Step, ...] = (
    _said_first, _ratios, _condition, _after_place, _noun_alone, _past_joined, _past_with_object,
    _passed_by,
)  # fmt: skip
