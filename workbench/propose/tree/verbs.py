"""Correct words that a parser took for something else than the verb or name that they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from workbench.propose.lexicon import MONTHS, SAY, WEEKDAYS
from workbench.propose.tree.named import after_verb, dated, hyphened, over_verb, titled, while_doing
from workbench.propose.tree.tree import Tree

Step = Callable[[Tree, list[int], list[str]], None]
_SUBJECT = ("nsubj", "nsubj:pass", "csubj")
_FINITE = ("VBD", "VBZ", "VBP")
_BEFORE_NOUN = ("det", "nummod", "nmod:poss")
_PHRASES = ("appos", "parataxis", "conj", "dep", "list")
_SAME = ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "appos", "conj", "obl:agent")
_NOMINAL = ("NOUN", "PROPN", "NUM")


def repair_verbs(tree: Tree) -> Tree:
    """The tree with verbs found that hung on nouns, and names in one piece."""
    return stepwise(tree, _STEPS)


def stepwise(tree: Tree, steps: Sequence[Step]) -> Tree:
    """The tree after each step, which sees what the one before it did.

    A step whose outcome is no tree, with one root and no cycle, is left out.
    """
    heads, relations = list(tree.heads), list(tree.relations)
    for step in steps:
        step(tree, heads, relations)
        if heads != tree.heads or relations != tree.relations:
            tree = replace(tree, heads=heads, relations=relations) if is_tree(heads) else tree
            heads, relations = list(tree.heads), list(tree.relations)
    return tree


def is_tree(heads: Sequence[int]) -> bool:
    """Is there one root, and does every word lead to it?"""
    if heads.count(-1) != 1:
        return False
    good = [head < 0 for head in heads]
    for word in range(len(heads)):
        path: list[int] = []
        while not good[word] and len(path) <= len(heads):
            path.append(word)
            word = heads[word]
        if not good[word]:
            return False
        for step in path:
            good[step] = True
    return True


def _headless(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Wanda Irlam, a geologist who …, died in May": the verb after the asides is the root."""
    root = tree.root
    if tree.coarse[root] not in ("PROPN", "NOUN", "PRON") or tree.only(root, "cop", "nsubj"):
        return
    for verb in tree.only(root, "acl"):  # "15 per cent of employees work at night"
        if tree.fine[verb] in ("NN", "NNS") and tree.only(verb, "obl", "obj"):
            tree.fine[verb], tree.coarse[verb] = "VBP", "VERB"
    for verb in tree.only(root, "conj", "parataxis", "acl", "acl:relcl", "dep", "advcl"):
        alone = not tree.only(verb, "cc", "mark", "nsubj", "nsubj:pass")
        if verb > root + 1 and finite(tree, verb) and alone:
            passive = bool(tree.only(verb, "aux:pass"))
            heads[verb], relations[verb] = -1, "root"
            heads[root], relations[root] = verb, "nsubj:pass" if passive else "nsubj"
            return


def finite(tree: Tree, verb: int) -> bool:
    """Has the verb, or a verb that helps it, a tense?"""
    if not tree.fine[verb].startswith("VB"):
        return False
    group = (verb, *tree.only(verb, "aux", "aux:pass"))
    return any(tree.fine[w] in (*_FINITE, "MD") for w in group)


def _second_subject(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Neither figure was audited, a point that …": the noun after the verb is no subject."""
    for verb in range(1, len(heads)):
        found = tree.only(verb, "nsubj", "nsubj:pass")
        if len(found) == 2 and found[0] < verb < found[1]:
            first = tree.first_word(found[1])
            if tree.words[first - 1].form == ",":
                relations[found[1]] = "parataxis"


def _said_subject(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Said Damascus, whose forces …, would cooperate": who would is not what was said."""
    for verb, low in enumerate(tree.low):
        if low not in SAY:
            continue
        for content in tree.only(verb, "ccomp"):
            before = [o for o in tree.only(verb, "obj") if verb < o < content]
            if before and finite(tree, content) and not tree.only(content, "nsubj", "nsubj:pass"):
                heads[before[-1]], relations[before[-1]] = content, "nsubj"


def _opening_noun(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "By the end of last year 7,900 had been finished": the word before "had" is its subject."""
    for verb in range(1, len(heads)):
        group = [c for c in tree.only(verb, "aux", "aux:pass", "cop") if c < verb]
        if tree.only(verb, "nsubj", "nsubj:pass", "csubj", "expl") or not group:
            continue
        noun = min(group) - 1
        above = heads[noun]
        if noun < 1 or relations[noun] not in ("flat", "nmod:unmarked", "dep", "nummod"):
            continue
        opens = 0 <= above < noun and heads[above] == verb and relations[above] == "obl"
        if opens and tree.coarse[noun] in _NOMINAL and not tree.children[noun]:
            passive = bool(tree.only(verb, "aux:pass"))
            heads[noun], relations[noun] = verb, "nsubj:pass" if passive else "nsubj"


def _split_names(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Wout Peeters" or "a magnitude 6.1 earthquake": neighbours that hang alike are one."""
    for first in range(len(heads) - 1):
        relation = relations[first]
        if relation not in _SAME or tree.coarse[first] not in ("NOUN", "PROPN"):
            continue
        last = first + 1
        while last < len(heads) - 1 and tree.coarse[last] == "NUM" and heads[last] > last:
            last += 1
        names = tree.fine[first] == tree.fine[last] == "NNP" and relations[last] in _SAME
        alike = heads[first] == heads[last] and (relation == relations[last] or names)
        if not alike or tree.coarse[last] not in ("NOUN", "PROPN"):
            continue
        heads[first], relations[first] = last, "compound"
        for child in tree.children[first]:
            heads[child] = last


def _named_group(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The watchdog group Clean Hands": a name right after a noun says which."""
    for word, relation in enumerate(relations):
        if relation not in ("parataxis", "list") or tree.fine[word].startswith("VB"):
            continue
        first = min(tree.below(word))
        capital = tree.words[first].form[:1].isupper() and tree.words[word].form[:1].isupper()
        if capital and first > 0 and tree.fine[first - 1] == "NN" and heads[word] < first:
            tree.coarse[word], tree.fine[word] = "PROPN", "NNP"
            heads[word], relations[word] = first - 1, "appos"


def _owners(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Norvik Bank, Finland's second-largest lender": the owner stands before what it owns."""
    for word, relation in enumerate(relations):
        if relation != "nmod:poss" or not 0 <= heads[word] < word:
            continue
        for noun in range(word + 1, len(heads)):
            if tree.coarse[noun] in ("NOUN", "PROPN") and relations[noun] != "compound":
                heads[word] = noun
                break


def _listed_verbs(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "ran 11 projects, trained 4,000 officers and shared data": no participles of the nouns."""
    found = -1
    for word in range(2, len(heads)):
        noun = heads[word]
        before = tree.words[word - 1].form
        if relations[word] != "amod" or tree.fine[word] not in ("VBN", "VBD") or noun < word:
            continue
        again = found >= 0 and tree.low[word - 1] in ("and", "but")
        counted = before in (",", "and") and any(c > word for c in tree.only(noun, *_BEFORE_NOUN))
        verb = found if again else _governor(tree, noun)
        if not (again or counted) or verb < 0 or verb > word or tree.fine[verb] not in _FINITE:
            continue
        tree.fine[word], tree.coarse[word] = "VBD", "VERB"
        heads[word], relations[word] = (heads[found] if again else verb), "conj"
        heads[noun], relations[noun] = word, "obj"
        for child in tree.children[noun]:
            if child < word or (relations[child] == "conj" and child != word):
                heads[child] = word
        for child in tree.children[word]:  # "shared radar data over …"
            heads[child] = word
        found = word


def _governor(tree: Tree, word: int) -> int:
    """The verb that the word hangs on, through nouns; -1 when there is none."""
    seen = 0
    while word >= 0 and seen < len(tree.words):
        word, seen = tree.heads[word], seen + 1
        if word >= 0 and tree.coarse[word] == "VERB":
            return word
    return -1


def _trailing_participle(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "…, missing forecasts" and "…, damaging houses": what the clause before did, no noun."""
    for word in range(2, len(heads)):
        noun = heads[word]
        if relations[word] != "amod" or not tree.low[word].endswith("ing") or noun < word:
            continue
        listed = relations[noun] == "conj" and max(tree.only(heads[noun], "conj")) > noun
        if tree.low[word] == "managing" or listed:
            continue  # "managing director", "owners, crofting bodies, planning bodies and others"
        first = tree.first_word(noun)
        if first != word or tree.words[word - 1].form != "," or relations[noun] not in _PHRASES:
            continue
        verb = _governor(tree, noun)
        if verb < 0 or verb > word:
            continue
        tree.fine[word], tree.coarse[word] = "VBG", "VERB"
        heads[word], relations[word] = verb, "advcl"
        heads[noun], relations[noun] = word, "obj"
        for child in tree.children[noun]:
            verbal = relations[child] == "conj" and tree.fine[child] == "VBG"
            if child != word and (child < word or verbal):
                heads[child] = word


def _joined_verbs(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "continues … to Bains and ends on Sunday": a finite verb is not joined to a noun."""
    for verb in range(2, len(heads)):
        noun = heads[verb]
        if relations[verb] != "conj" or not finite(tree, verb) or noun < 0:
            continue
        nominal = tree.coarse[noun] in _NOMINAL and not tree.only(noun, "cop", "nsubj")
        bare = tree.fine[noun] == "VB" and not tree.only(noun, "aux")  # "had told them to stop"
        if not (nominal or bare) or tree.only(verb, "nsubj", "nsubj:pass", "mark"):
            continue
        inside = [c for c in tree.only(noun, "acl:relcl") if c < verb]
        if inside and nominal and heads[noun] > verb:
            heads[verb] = inside[-1]  # "the decision, which was taken … and was halted, means"
            continue
        above = _governor(tree, noun)
        while above >= 0 and not finite(tree, above):
            above = _governor(tree, above)
        if 0 <= above < verb and (nominal or bare) and _tense(tree, above) == _tense(tree, verb):
            heads[verb] = above


def _tense(tree: Tree, verb: int) -> str:
    group = sorted((verb, *tree.only(verb, "aux", "aux:pass")))
    fine = next((tree.fine[w] for w in group if tree.fine[w] in (*_FINITE, "MD")), "")
    return "VBZ" if fine == "VBP" else fine


def _copula(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "were down 6.4%": the copula belongs to "down"."""
    for word, relation in enumerate(relations):
        far, near = heads[word], word + 1
        if relation == "cop" and near < far and heads[far] == near:
            heads[word] = near


def _days_of_subjects(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "A court on Thursday overturned": the day is that of the verb."""
    for noun, relation in enumerate(tree.relations):
        if relation in ("nsubj", "nsubj:pass") and heads[noun] > noun:
            for child in tree.only(noun, "nmod", "nmod:unmarked"):
                if child > noun and tree.low[child] in WEEKDAYS | MONTHS:
                    heads[child], relations[child] = heads[noun], "obl"


def _participles(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "…, warning that": a participle, though tagged as a noun."""
    for word, low in enumerate(tree.low):
        clause = relations[word] in ("advcl", "acl", "conj") and tree.coarse[word] == "VERB"
        if clause and low.endswith("ing") and tree.fine[word] in ("NN", "VBD"):
            tree.fine[word] = "VBG"
        if _opens(tree, word):
            tree.fine[word], relations[word] = "VBN", "advcl"
        having = any(tree.low[c] == "having" for c in tree.only(word, "aux"))
        if having and relations[word] == "parataxis" and not tree.only(word, "nsubj", "nsubj:pass"):
            relations[word] = "advcl"
        alone = tree.fine[word] == "VBG" and not tree.only(word, "aux", "nsubj", "mark")
        if (
            alone
            and relations[word] == "conj"
            and 0 <= heads[word] < word
            and finite(tree, heads[word])
            and tree.fine[heads[word]] != "VBG"
        ):
            before = [c for c in tree.only(heads[word], "advcl") if heads[word] < c < word
                      and tree.fine[c] == "VBG" and not tree.only(c, "mark", "aux")]  # fmt: skip
            if before and tree.only(word, "cc"):
                heads[word] = before[-1]  # "exploded, killing 12 and wounding 30"
            else:
                relations[word] = "advcl"


def _opens(tree: Tree, verb: int) -> bool:
    """ "Asked what it cost, Ann Oe said …": no past tense, as nobody is its subject."""
    fronted = tree.relations[verb] == "advcl" or (verb == 0 and tree.relations[verb] == "ccomp")
    past = tree.fine[verb] == "VBD" and fronted and verb < tree.heads[verb]
    return past and not tree.only(verb, *_SUBJECT, "aux", "aux:pass", "mark", "advmod")


_STEPS: tuple[Step, ...] = (
    while_doing, over_verb, after_verb, dated, titled, hyphened, _participles, _headless,
    _opening_noun,
    _split_names, _named_group, _owners, _listed_verbs, _trailing_participle, _joined_verbs,
    _copula, _second_subject, _said_subject, _days_of_subjects,
)  # fmt: skip
