"""Relative clauses about a part: "one of which", "most of whom", "of whom 300 are medics"."""

from __future__ import annotations

from workbench.propose.lexicon import TIME_NOUNS, word_set
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_PARTS = word_set(
    "one two three four five six seven eight nine ten both all most many some none half several "
    "each few part much neither either two-thirds third quarter majority dozens hundreds thousands "
    "% percent cent"
)
_LONGEST = 4  # words before "of which" that say which part
_STRAY = ("acl:relcl", "appos", "conj", "dep")
_INNER = ("flat", "compound", "nmod:desc", "nummod")
_PLURAL = ("NNS", "NNPS")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def repair_parts(tree: Tree) -> Tree:
    """The tree with such clauses on the noun whose part they tell about."""
    return stepwise(tree, (_parts,))


def part_of(tree: Tree, pronoun: int) -> tuple[int, ...]:
    """ "Of which" where a part is told about, else nothing."""
    if tree.low[pronoun] not in ("which", "whom") or pronoun < 2:
        return ()
    return (pronoun - 1, pronoun) if tree.low[pronoun - 1] == "of" else ()


def _parts(tree: Tree, heads: list[int], relations: list[str]) -> None:
    for pronoun in range(3, len(heads) - 1):
        if not part_of(tree, pronoun):
            continue
        part = pronoun - 2
        counted = tree.low[part] in _PARTS or tree.coarse[part] == "NUM" or _named_part(tree, part)
        before = part if counted else pronoun - 1
        while before > 0 and tree.words[before - 1].form != "," and before > part - 3:
            before -= 1
        if before < 2 or tree.words[before - 1].form != ",":
            continue
        verb = _verb(tree, heads, relations, pronoun)
        if verb < 0:
            continue
        noun = _whole(tree, before - 2)
        if _under(heads, noun, verb):
            continue
        heads[verb], relations[verb] = noun, "acl:relcl"
        if counted:
            _hang_part(tree, heads, relations, range(before, pronoun + 1), verb)
        else:
            heads[pronoun], relations[pronoun] = verb, "obl"
            for word in range(pronoun + 1, verb):  # "of whom 120 are welders"
                if relations[word] in _SUBJECT and heads[word] < word:
                    heads[word] = verb
                elif tree.coarse[word] == "NUM" and (
                    relations[word] in _STRAY or heads[word] < pronoun
                ):
                    heads[word], relations[word] = verb, "nsubj"
        heads[pronoun - 1], relations[pronoun - 1] = pronoun, "case"


def _hang_part(tree: Tree, heads: list[int], relations: list[str], words: range, verb: int) -> None:
    """ "The first of which was built": the first is the subject, unless another one is."""
    pronoun, part = words[-1], words[-3]
    done = any(s > pronoun for s in tree.only(verb, *_SUBJECT))
    heads[part], relations[part] = verb, "obj" if done else "nsubj"
    for word in words[:-3]:
        if heads[word] not in words[:-3]:
            heads[word] = part
    heads[pronoun], relations[pronoun] = part, "nmod"


def _named_part(tree: Tree, part: int) -> bool:
    """ "The last of which", "the most valuable of which", "a copy of which"; "part of which"."""
    first = part
    while first > max(0, part - _LONGEST) and tree.words[first - 1].form != ",":
        first -= 1
    if first < 1 or tree.words[first - 1].form != ",":
        return False
    words = range(first, part + 1)
    plain = not any(tree.fine[w] in _FINITE or tree.coarse[w] == "ADP" for w in words)
    opens = tree.low[first] in ("the", "a", "an") and first < part
    return plain and (opens or (tree.low[part] == "part" and first == part))


def _verb(tree: Tree, heads: list[int], relations: list[str], pronoun: int) -> int:
    """The predicate of the clause that the pronoun opens."""
    _dates(tree, relations, pronoun + 1)
    for word in range(pronoun + 1, len(heads)):
        if tree.words[word].form in (",", ";", ":"):
            return -1
        if relations[word] in ("aux", "aux:pass", "cop") and heads[word] > word:
            return heads[word]
        if tree.fine[word] in _FINITE:
            return word
        if tree.fine[word] == "VBN" and relations[word] == "amod" and heads[word] > word:
            noun = heads[word]  # "all of which concerned painkillers"
            heads[word], relations[word] = heads[noun], relations[noun]
            heads[noun], relations[noun] = word, "obj"
            tree.fine[word], tree.coarse[word] = "VBD", "VERB"
            return word
        counted = tree.only(word, "nummod")
        if tree.fine[word] == "NN" and counted and tree.only(word, "nmod", "obl"):
            heads[counted[0]], relations[counted[0]] = word, "nsubj"  # "of whom 120 work here"
            tree.fine[word], tree.coarse[word] = "VBP", "VERB"
            return word
    return -1


def _dates(tree: Tree, relations: list[str], word: int) -> None:
    """ "The last of which dates from 2019": a verb, and no dates."""
    if tree.fine[word] == "NNS" and tree.only(word, "nmod", "obl"):
        tree.fine[word], tree.coarse[word] = "VBZ", "VERB"
        for noun in tree.only(word, "nmod"):
            relations[noun] = "obl"


def _whole(tree: Tree, word: int) -> int:
    """The noun before the comma, or one above it that is of several."""
    noun = word
    while tree.relations[noun] in _INNER and tree.heads[noun] >= 0:
        noun = tree.heads[noun]
    if tree.low[noun] in TIME_NOUNS:  # "booked a charge in the quarter, half of which"
        verb = tree.heads[noun]
        return next(iter((*tree.only(verb, "obj"), *tree.only(verb, *_SUBJECT))), noun)
    if tree.fine[noun] in _PLURAL or tree.coarse[noun] == "NUM":
        return noun
    at = noun
    for _ in range(6):
        at = tree.heads[at]
        if at < 0:
            break
        if tree.fine[at] in _PLURAL and at < word:
            return at
        for subject in tree.only(at, *_SUBJECT):
            if tree.fine[subject] in _PLURAL and subject < word:
                return subject
    return noun


def _under(heads: list[int], noun: int, verb: int) -> bool:
    """Does the noun hang under the verb, so that joining them would make a circle?"""
    at = noun
    for _ in heads:
        if at == verb:
            return True
        at = heads[at] if at >= 0 else -1
    return False
