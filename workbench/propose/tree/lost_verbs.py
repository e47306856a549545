"""Correct what is told of a day, a place or an inner noun instead of the noun before it."""

from __future__ import annotations

import re

from workbench.propose.inflect import IRREGULAR_PAST
from workbench.propose.lexicon import MONTHS, WEEKDAYS, word_set
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import finite, stepwise

_SUBJECT = ("nsubj", "nsubj:pass", "csubj", "expl")
_SINCE = ("since", "before", "after", "until", "till", "by")
_STANDS = ("root", "ccomp", "parataxis", "conj", "advcl")
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_DAYS = MONTHS | WEEKDAYS | {"yesterday", "today"}


def repair_lost_verbs(tree: Tree) -> Tree:
    """The tree with each of them on its own noun."""
    return stepwise(tree, _STEPS)


def _since_day(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "A man held since May was freed": he was, and no month was."""
    for verb in range(3, len(heads)):
        marks = [m for m in tree.only(verb, "mark") if tree.low[m] in _SINCE]
        subject = tree.only(verb, "nsubj", "nsubj:pass")
        if relations[verb] not in ("advcl", "acl") or not marks or not subject:
            continue
        day, above = subject[0], heads[verb]
        timed = tree.low[day] in _DAYS or _YEAR.fullmatch(tree.words[day].form) is not None
        if not timed or day != marks[0] + 1 or above >= marks[0] or not finite(tree, verb):
            continue
        noun, inner = _told_noun(tree, above)
        if noun < 0 or relations[noun if inner < 0 else inner] not in _STANDS:
            continue
        place = noun if inner < 0 else inner
        heads[verb], relations[verb] = heads[place], relations[place]
        if inner >= 0:
            heads[inner], relations[inner] = noun, "acl"
            tree.fine[inner] = "VBN" if tree.fine[inner] == "VBD" else tree.fine[inner]
        _as_subject(tree, noun, verb, heads, relations)
        heads[marks[0]], relations[marks[0]] = day, "case"
        heads[day], relations[day] = above, "obl" if above != noun else "nmod"
        return


def _told_noun(tree: Tree, above: int) -> tuple[int, int]:
    """The noun of which is told, and the participle that was taken for its verb, or -1."""
    if tree.coarse[above] in _NOUNS and not tree.only(above, *_SUBJECT, "cop"):
        return above, -1
    if tree.relations[above] in ("acl", "acl:relcl", "amod"):
        return tree.heads[above], -1
    subject = tree.only(above, "nsubj", "nsubj:pass")
    helped = tree.only(above, "aux", "aux:pass", "cop", "mark", "obj")
    told = tree.fine[above] in ("VBN", "VBD") or tree.coarse[above] == "ADJ"
    return (subject[0], above) if subject and told and not helped else (-1, -1)


def _as_subject(tree: Tree, noun: int, verb: int, heads: list[int], relations: list[str]) -> None:
    """The noun as the subject of the verb, to which goes what does not belong to the noun."""
    heads[noun] = verb
    relations[noun] = "nsubj:pass" if tree.only(verb, "aux:pass") else "nsubj"
    for child in tree.children[noun]:
        if tree.low[child] in ("a", "an", "the") and child < noun:
            relations[child] = "det"
        front = child < noun and relations[child].startswith("nmod") and tree.only(child, "case")
        if front or relations[child] in ("mark", "cc") or (child > verb and heads[child] == noun):
            heads[child] = verb
            relations[child] = "obl" if front else relations[child]


def _report_that_called(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "In 2021 a report that found faults called for fans": it called for them."""
    noun = tree.root
    if tree.coarse[noun] != "NOUN" or tree.only(noun, *_SUBJECT, "cop"):
        return
    clauses = [c for c in tree.only(noun, "acl:relcl") if finite(tree, c)]
    for verb in tree.only(noun, "acl"):
        told = [c for c in clauses if max(tree.below(c)) + 1 == verb]
        past = tree.low[verb].endswith("ed") or tree.low[verb] in _PASTS
        if not told or tree.fine[verb] != "VBN" or not past:
            continue
        if tree.only(verb, "aux", "aux:pass", "mark", "case"):
            continue
        tree.fine[verb] = "VBD"
        heads[verb], relations[verb] = -1, "root"
        _as_subject(tree, noun, verb, heads, relations)
        return


def _bought_there(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Researchers who tested rice bought in shops found": the rice was bought."""
    for done, relation in enumerate(tree.relations):
        noun, near = heads[done], done - 1
        if relation != "acl" or tree.fine[done] not in ("VBN", "VBD") or not 0 <= noun < near:
            continue
        if noun == tree.root or tree.coarse[near] not in ("NOUN", "PROPN"):
            continue
        told = [c for c in tree.only(noun, "acl:relcl") if near in tree.below(c) and c < near]
        if not told or tree.only(done, *_SUBJECT, "aux", "aux:pass", "mark", "cc", "obj"):
            continue
        while tree.relations[near] in ("flat", "compound") and noun < heads[near] < done:
            near = heads[near]
        heads[done] = near
        tree.fine[done] = "VBN"


_PASTS = frozenset(IRREGULAR_PAST.values())


def _and_clearing(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ending a war that had lasted years and clearing the way": who ended it cleared it."""
    for doing in range(4, len(heads)):
        above = heads[doing]
        joined = any(tree.low[c] == "and" and c == doing - 1 for c in tree.only(doing, "cc"))
        if tree.fine[doing] != "VBG" or not joined or not 0 <= above < doing:
            continue
        if relations[doing] not in ("conj", "advcl") or tree.fine[above] == "VBG":
            continue
        inside = relations[above] == "acl:relcl" and finite(tree, above)
        if not inside or tree.only(doing, *_SUBJECT, "aux", "mark"):
            continue
        word = heads[above]
        while word >= 0 and tree.fine[word] != "VBG":
            word = heads[word]
        if word >= 0 and relations[word] in ("advcl", "acl", "conj") and not _both(tree, word):
            heads[doing], relations[doing] = word, "conj"


def _both(tree: Tree, word: int) -> bool:
    return any(tree.fine[c] == "VBG" for c in tree.only(word, "conj"))


def _year_which(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "A law that Oe passed in 2021, which curbs": the law does, and no year."""
    for which, low in enumerate(tree.low):
        verb = heads[which]
        if low != "which" or verb < which or relations[verb] != "acl:relcl":
            continue
        day = heads[verb]
        if relations[which] not in ("nsubj", "nsubj:pass") or day < 0 or tree.only(verb, "cop"):
            continue
        timed = tree.low[day] in _DAYS or _YEAR.fullmatch(tree.words[day].form) is not None
        governor = heads[day]
        if not timed or governor < 0 or not tree.fine[governor].startswith("VB"):
            continue
        things = [o for o in tree.only(governor, "obj") if governor < o < which]
        if relations[governor] == "acl:relcl" and heads[governor] >= 0:
            heads[verb] = heads[governor]
        elif things and tree.fine[things[0]] in ("NN", "NNS") and tree.low[verb] not in _CAUSING:
            heads[verb] = things[0]


_CAUSING = word_set("led leads meant means made makes caused causes prompted sparked forced left "
                    "resulted brought cost ended started triggered gave helped hurt")  # fmt: skip


def _cost_which(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The cost of closing mines, which came to £9m": the cost did."""
    for which, low in enumerate(tree.low):
        verb = heads[which]
        if low != "which" or verb < which or relations[verb] != "acl:relcl":
            continue
        to = [o for o in tree.only(verb, "obl") if any(tree.low[c] == "to" for c in
              tree.only(o, "case"))]  # fmt: skip
        sums = tree.low[verb] in _TOTALLING or (tree.low[verb] in _COMING and to)
        noun, steps = heads[verb], 0
        while sums and noun >= 0 and tree.low[noun] not in _COSTS and steps < _DEEPEST:
            noun, steps = heads[noun], steps + 1
        if sums and 0 <= noun < which and tree.low[noun] in _COSTS and noun != heads[verb]:
            heads[verb] = noun


_TOTALLING = word_set("totals totalled totaled averages averaged exceeds exceeded")
_COMING = word_set("comes came amounts amounted rose rises fell falls")
_COSTS = word_set("cost costs bill bills price prices value debt debts fine fines budget spending "
                  "fee fees loss losses damage profit profits sales revenue turnover income "
                  "salary salaries wage wages rent rents fortune estate")  # fmt: skip
_DEEPEST = 4


def _born_third(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Born in Ley, the third of six children, Ann Oe left": she is, and no town."""
    born = next((w for w, low in enumerate(tree.low[:3]) if low in _BORN), -1)
    verb = heads[born] if born >= 0 else -1
    about = [s for s in tree.only(verb, "nsubj", "nsubj:pass") if s > born] if verb > born else []
    if not about or relations[born] != "advcl":
        return
    for kin in range(born + 2, about[0]):
        child = relations[kin] == "appos" and heads[kin] in tree.below(born)
        child = child or (relations[kin] in ("nsubj", "nsubj:pass") and heads[kin] == born)
        if child and _kin(tree, kin) and tree.words[tree.first_word(kin) - 1].form == ",":
            heads[kin], relations[kin] = about[0], "appos"


def _kin(tree: Tree, noun: int) -> bool:
    """ "The son of a miner", "the youngest of nine", "the third of six children"."""
    if tree.low[noun] in _CHILDREN:
        return True
    of = [n for n in tree.only(noun, "nmod", "obl") if n > noun]
    many = any(tree.low[n] in _CHILDREN or tree.coarse[n] == "NUM" for n in of)
    return tree.low[noun] in _RANKS and many


_BORN = frozenset(("born", "raised"))
_CHILDREN = word_set("son daughter child children siblings brothers sisters sons daughters "
                     "grandson granddaughter")  # fmt: skip
_RANKS = word_set("first second third fourth fifth sixth seventh eighth ninth last youngest eldest "
                  "oldest one middle")  # fmt: skip


def _and_number(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "A slump, which fell 4% in May and 2% in June, hurt it": the 2% go with the 4%."""
    for number in range(4, len(heads)):
        noun = heads[number]
        counted = bool(tree.only(number, "nummod")) and tree.coarse[number] in ("SYM", "NUM")
        if relations[number] != "conj" or not counted or not 0 <= noun < number:
            continue
        if tree.only(noun, "nummod") or tree.coarse[noun] not in ("NOUN", "PROPN"):
            continue
        for verb in range(noun + 1, number):
            if tree.relations[verb] != "acl:relcl" or max(tree.below(verb)) + 2 < number - 1:
                continue
            like = [o for o in tree.only(verb, "obj", "obl", "obl:unmarked")
                    if tree.low[o] == tree.low[number]]  # fmt: skip
            if like:
                heads[number] = like[0]
                break


_STEPS = (_since_day, _report_that_called, _bought_there, _and_clearing, _year_which, _cost_which,
          _born_third, _and_number)  # fmt: skip
