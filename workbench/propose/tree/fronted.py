"""Correct participles that open a sentence, absolutes, and joined participles, by their place.

"Made a dame in 2011, Ann Oe chaired it": what stands before the comma belongs to the participle.
"""

from __future__ import annotations

from workbench.propose.lexicon import SAY
from workbench.propose.tree.subjects import PAST_ONLY
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, finite, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_OWNED = (*_SUBJECT, "csubj", "expl", "aux", "aux:pass", "cop", "mark", "case", "cc", "det")
_PLACES = (
    "root",
    "amod",
    "acl",
    "parataxis",
    "ccomp",
    "dep",
    "csubj",
    "appos",
    "nsubj",
    "obl",
    "xcomp",
    "advcl",
)
_MISHUNG = (*_SUBJECT, "obj", "obl", "obl:unmarked", "appos", "dep", "compound")
_TOLD_OF = ("amod", "acl", "xcomp")
_MARKS = frozenset("\"“‘'")


def repair_fronted(tree: Tree) -> Tree:
    """The tree with such participles on the verb of their sentence."""
    return stepwise(tree, _STEPS)


def _lost_subject(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Wounded in the arm, Ann Oe, 28, left": she did, and is no arm."""
    first, verb = _participle(tree), tree.root
    if first < 0 or verb < first or tree.only(verb, *_SUBJECT, "csubj", "expl"):
        return
    for name in range(first + 1, verb):
        start = tree.first_word(name)
        apposed = relations[name] == "appos" and tree.coarse[name] == "PROPN"
        if apposed and first < heads[name] < start - 1 and tree.words[start - 1].form == ",":
            heads[name], relations[name] = verb, "nsubj"
            return


def _opening(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Elected mayor in 2015, Ann Oe lost": she was elected; no mayor lost, and none elected."""
    first = _participle(tree)
    if first < 0 or relations[first] not in _PLACES or tree.only(first, *_OWNED):
        return
    verb = _main_verb(tree, first)
    comma = _comma_before_subject(tree, verb, first) if verb >= 0 else -1
    if comma < 0 or not _bare(tree, first, comma, verb):
        return
    if relations[first] == "advcl" and tree.fine[first] != "JJ":
        return
    tree.fine[first], tree.coarse[first] = "VBN", "VERB"
    if heads[first] < 0:
        heads[verb], relations[verb] = -1, "root"
        for child in tree.children[first]:
            if child > verb:
                heads[child] = verb
    told = heads[first] if relations[first] in _TOLD_OF and heads[first] < comma else -1
    heads[first], relations[first] = verb, "advcl"
    _gather(tree, (first, comma, told), heads, relations)


def _gather(
    tree: Tree, place: tuple[int, int, int], heads: list[int], relations: list[str]
) -> None:
    """Hang on a participle what stands between it and its comma, and what it makes somebody."""
    first, comma, told = place
    for word in range(comma):
        inside = first <= heads[word] < comma and word != told
        if word == first or inside or (word < first and tree.coarse[word] == "PUNCT"):
            continue
        heads[word] = first
        if word == told or relations[word] in (*_SUBJECT, "obj", "appos", "dep", "compound"):
            relations[word] = "xcomp"


def _participle(tree: Tree) -> int:
    """The participle that opens a sentence, behind an adverb or two; -1 where none does."""
    for word, fine in enumerate(tree.fine[:_NEAR]):
        if fine in ("VBN", "VBD") and tree.low[word] not in PAST_ONLY:
            return word
        lost = fine == "NNP" and tree.relations[word] == "root"
        like = (fine == "JJ" or lost) and tree.low[word].endswith("ed")  # "wounded in the arm, …"
        if like and tree.fine[word + 1 : word + 2] in (["IN"], ["TO"]):
            return word
        if fine not in ("RB", "RBS", "RBR") and tree.words[word].form not in _MARKS:
            return -1
    return -1


_NEAR = 4  # words


def _main_verb(tree: Tree, first: int) -> int:
    """The verb of the clause behind the comma; -1 where there is none."""
    if tree.heads[first] >= 0:
        return tree.root if tree.root > first else -1
    for verb in tree.only(first, "parataxis", "ccomp", "conj"):
        tag = tree.low[verb] in SAY and not tree.only(verb, "ccomp", "obj")
        if verb > first and not tree.only(verb, "mark", "cc") and not tag:
            return verb
    return -1


def _comma_before_subject(tree: Tree, verb: int, first: int) -> int:
    """The comma right before the subject of the verb; -1 where none stands there."""
    for subject in tree.only(verb, *_SUBJECT):
        start = tree.first_word(subject)
        if first < start - 1 and tree.words[start - 1].form == "," and subject < verb:
            return start - 1
        named = subject > first and tree.heads[first] == subject  # "armed with knives, three men"
        inner = [w for w in sorted(tree.below(subject) - tree.below(first)) if w > first]
        if named and inner and tree.words[inner[0] - 1].form == ",":
            return inner[0] - 1
    return -1


def _bare(tree: Tree, first: int, comma: int, verb: int) -> bool:
    """Does nothing but the participle and what it takes stand before the comma?

    Not "retired judges, Ann Oe said, …" nor "armed police, who …, left".
    """
    noun = tree.heads[first] if tree.relations[first] in _TOLD_OF else -1
    if first < noun < comma:
        hung = tree.relations[noun] in _MISHUNG and not tree.only(noun, "det", "case")
        if not hung or tree.heads[noun] < comma:
            return False
    for word in range(first + 1, comma):
        if tree.words[word].form in (";", ":", "—", "–"):
            return False
        if finite(tree, word) and tree.relations[word] in ("conj", "parataxis", "root"):
            return False
    return finite(tree, verb) or tree.relations[verb] == "root"


def _joined(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Fined for dumping waste and threatened with closure": joined to "fined"."""
    for word, relation in enumerate(tree.relations):
        above = heads[word]
        lone = relation == "conj" and tree.fine[word] == "VBN" and tree.only(word, "cc")
        if not lone or above < 0 or tree.fine[above] != "VBG" or tree.only(word, "aux", "aux:pass"):
            continue
        if tree.relations[above] not in ("advcl", "acl", "xcomp") or tree.only(above, "aux"):
            continue
        host = heads[above]
        if 0 <= host < above and tree.fine[host] == "VBN":
            heads[word] = host


def _gapped(tree: Tree, _heads: list[int], relations: list[str]) -> None:
    """ "Four were killed and eleven injured": they were injured, and it is no adjective."""
    for word, relation in enumerate(tree.relations):
        first = tree.heads[word]
        done = tree.low[word].endswith("ed") or tree.low[word] == "hurt"
        if relation != "conj" or tree.fine[word] != "JJ" or not done or first < 0:
            continue
        told = [s for s in tree.only(word, *_SUBJECT) if first < s < word]
        helped = tree.only(word, "aux", "aux:pass", "cop", "obj")
        if told and tree.only(first, "aux:pass") and tree.only(word, "cc") and not helped:
            tree.fine[word], tree.coarse[word] = "VBN", "VERB"
            relations[told[0]] = "nsubj:pass"


def _absolute(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "His licence revoked, Ann Oe left": it had been revoked, and did nothing."""
    root = tree.root
    told = tree.only(root, *_SUBJECT)
    if tree.fine[root] not in ("VBD", "VBN") or not told or tree.first_word(told[0]) > 0:
        return
    owned = tree.fine[0] == "PRP$" and heads[0] == told[0] and tree.low[root].endswith("ed")
    if not owned or tree.only(root, "aux", "aux:pass", "obj", "xcomp", "ccomp", "mark", "cop"):
        return
    for verb in tree.only(root, "conj", "parataxis"):
        after = _comma_before_subject(tree, verb, root)
        if after < 0 or tree.only(verb, "cc", "mark") or tree.low[verb] in SAY:
            continue
        heads[verb], relations[verb] = -1, "root"
        heads[root], relations[root] = verb, "advcl"
        tree.fine[root] = "VBN"
        for child in tree.children[root]:
            if child >= after:
                heads[child] = verb if child != verb else -1
        return


def _homes_destroyed(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Their homes destroyed, 400 people live in tents": the people do, and no homes."""
    noun = heads[0] if tree.fine[:1] == ["PRP$"] else -1
    verb = heads[noun] if noun > 0 and relations[noun] in _SUBJECT else -1
    done = noun + 1
    if verb < done + 1 or tree.fine[done] not in ("VBN", "VBD") or heads[done] != noun:
        return
    comma = next((w for w in range(done, verb) if tree.words[w].form == ","), -2)
    for subject in (*tree.only(noun, "appos"), *tree.only(verb, *_SUBJECT)):
        if tree.first_word(subject) == comma + 1 and subject < verb:
            tree.fine[done] = "VBN"
            heads[done], relations[done] = verb, "advcl"
            heads[subject], relations[subject] = verb, relations[noun]
            heads[noun], relations[noun] = done, "nsubj:pass"
            return


def _between_commas(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe, jailed in 2017 and freed in 2021, now runs a charity": she jailed nobody."""
    done = tree.root
    told = [s for s in tree.only(done, *_SUBJECT) if s < done]
    parted = done > 1 and tree.words[done - 1].form == "," and tree.fine[done] in ("VBD", "VBN")
    if not told or not parted or not tree.only(done, "obl", "obl:unmarked", "obl:agent"):
        return
    if max(w for w in tree.below(told[0]) if tree.coarse[w] != "PUNCT") != done - 2:
        return  # "the crowd, he said, roared, then left"
    if not tree.low[done].endswith("ed") or tree.only(done, "aux", "obj", "xcomp", "ccomp", "cop"):
        return
    for verb in tree.only(done, "parataxis", "conj"):
        group = [verb, *tree.only(verb, "aux", "aux:pass", "cop", "advmod")]
        first = min(w for w in group if w > done)
        after = verb > done and finite(tree, verb) and tree.words[first - 1].form == ","
        if not after or tree.only(verb, *_OWNED[:4], "mark", "cc"):
            continue
        heads[verb], relations[verb] = -1, "root"
        heads[told[0]] = verb
        heads[done], relations[done], tree.fine[done] = told[0], "acl", "VBN"
        for child in tree.children[done]:
            if child >= first - 1 and child != verb:
                heads[child] = verb
        return


def _with_done(tree: Tree, _heads: list[int], relations: list[str]) -> None:
    """ "With the roof gone and the windows smashed": the windows smashed nothing."""
    for verb, fine in enumerate(tree.fine):
        top = tree.heads[verb] if relations[verb] == "conj" else verb
        led = top >= 0 and relations[top] == "advcl" and any(
            tree.low[m] == "with" for m in tree.only(top, "mark"))  # fmt: skip
        bare = not tree.only(verb, "aux", "aux:pass", "cop", "obj", "ccomp")
        if led and bare and fine == "VBD" and tree.low[verb].endswith("ed"):
            tree.fine[verb] = "VBN"


_STEPS: tuple[Step, ...] = (
    _lost_subject, _opening, _joined, _gapped, _absolute, _homes_destroyed, _between_commas,
    _with_done,
)  # fmt: skip
