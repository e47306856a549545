"""Correct lists that a parser took apart, and words that belong to the one before them."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.tree.materials import behind_material
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_HYPHENS = ("-", "‐", "‑")
_CHAIN = 3  # words that hyphens join
_CHARGES = word_set("charge charges count counts crime crimes offence offences offense offenses")


def repair_listing(tree: Tree) -> Tree:
    """The tree with such lists in one piece."""
    return stepwise(tree, _STEPS)


def _out_of_state(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Hundreds of out-of-state contractors": one word about the contractors."""
    first = 0
    while first < len(heads):
        chain = _joined(tree, first)
        noun = chain[-1] + 1
        inner = any(tree.coarse[w] == "ADP" for w in chain)
        if len(chain) >= _CHAIN and inner and noun < len(heads) and tree.coarse[noun] == "NOUN":
            for word in chain:
                if heads[word] >= 0 and relations[word] in _LINKS:
                    heads[word], relations[word] = chain[0], "flat"
            heads[chain[0]], relations[chain[0]] = noun, "compound"
        first = noun


_LINKS = ("case", "compound", "nmod", "fixed", "flat", "amod", "punct", "obl", "advmod", "det")


def _joined(tree: Tree, first: int) -> list[int]:
    """The words from ``first`` on that hyphens join without a space."""
    chain, words = [first], tree.words
    while chain[-1] + 2 < len(words):
        mark, after = chain[-1] + 1, chain[-1] + 2
        glued = words[mark - 1].end == words[mark].start and words[mark].end == words[after].start
        if words[mark].form not in _HYPHENS or not glued:
            break
        chain.append(after)
    return chain


def _shares(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "7% of A, 8% of B and C and 9% of D had none": one list, "and" included."""
    for first in range(len(heads)):
        rest = [c for c in tree.only(first, "appos", "conj") if c > first]
        rest += [c for c in tree.only(heads[first], relations[first]) if c > first]
        counted = all(tree.only(n, "nummod") for n in (first, *rest))
        if relations[first] not in _SUBJECT or len(rest) < 2 or not counted:
            continue
        link = tree.first_word(rest[-1]) - 1
        joins = any(tree.relations[c] == "cc" for c in tree.children[rest[-1]])
        if not joins and tree.coarse[link] == "CCONJ":
            heads[link], relations[link] = rest[-1], "cc"
        elif not joins:
            continue
        for noun in rest:
            heads[noun], relations[noun] = first, "conj"


def _charges(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "On charges of fraud, theft, possessing a knife and arson": one of the charges."""
    for verb, relation in enumerate(tree.relations):
        noun = heads[verb]
        if relation not in ("acl", "advcl") or tree.fine[verb] != "VBG" or noun < 0:
            continue
        listed = [n for n in tree.only(noun, "nmod") if n < verb]
        if tree.low[noun] in _CHARGES and listed and tree.words[verb - 1].form == ",":
            heads[verb], relations[verb] = listed[-1], "conj"


def _set_and_required(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Did not meet tests set by the army and required under the law": the tests were."""
    for verb, relation in enumerate(tree.relations):
        above = heads[verb]
        under = tree.low[verb + 1 : verb + 2] in (["under"], ["by"])
        part = tree.fine[verb] == "VBN" or (tree.fine[verb] == "VBD" and under)
        if relation != "conj" or not part or tree.coarse[above] != "VERB":
            continue
        if tree.only(verb, "aux", "aux:pass", *_SUBJECT, "obj", "ccomp", "xcomp", "mark"):
            continue
        if tree.fine[above] == "VBN" or tree.only(above, "aux:pass") or not tree.only(verb, "cc"):
            continue
        if any(tree.low[w] in _HAD for w in tree.only(above, "aux")):
            continue
        done = [p for n in tree.only(above, "obj") for p in tree.only(n, "acl")
                if tree.fine[p] == "VBN" and n < p < tree.only(verb, "cc")[0]]  # fmt: skip
        if done:
            heads[verb] = done[-1]


_HAD = ("have", "has", "had", "'ve", "’ve", "having")


def _made_part(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The cap was agreed in May and made part of the act": it was."""
    for verb, relation in enumerate(tree.relations):
        part = tree.low[verb : verb + 3] == ["made", "part", "of"]
        above = heads[verb]
        if not part or relation != "conj" or not tree.only(above, "aux:pass"):
            continue
        if not tree.only(verb, *_SUBJECT, "aux", "aux:pass"):
            tree.fine[verb], relations[verb + 1] = "VBN", "xcomp"


def _there_that(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "There are phones that connect, but do not call": those phones do not."""
    for verb, relation in enumerate(tree.relations):
        above = heads[verb]
        if relation != "conj" or tree.only(verb, *_SUBJECT, "expl", "mark"):
            continue
        if not tree.only(above, "expl") or tree.coarse[verb] != "VERB":
            continue
        told = [r for n in tree.only(above, "nsubj") for r in tree.only(n, "acl:relcl") if r < verb]
        if told and tree.only(told[-1], *_SUBJECT):
            heads[verb] = told[-1]


def _shooting_at(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "A shooting at a theater showing the film": the theater shows it; "killing": it did."""
    for verb, relation in enumerate(tree.relations):
        event = heads[verb]
        if relation != "acl" or tree.fine[verb] != "VBG":
            continue
        if tree.low[verb] in _DONE_BY_EVENTS:
            above = heads[event]
            if relations[event] == "nmod" and above >= 0 and tree.low[above] in _EVENTS:
                heads[verb] = above
            continue
        if tree.low[event] not in _EVENTS:
            continue
        places = [n for n in tree.only(event, "nmod") if event < n < verb]
        if places and max(tree.below(places[-1])) == verb - 1:
            heads[verb] = places[-1]


_EVENTS = word_set("shooting attack crash explosion blast fire accident collision stabbing bombing "
                   "massacre incident raid riot fight robbery")  # fmt: skip
_DONE_BY_EVENTS = word_set("killing injuring wounding hurting involving leaving causing destroying "
                           "damaging claiming sparking forcing affecting including "
                           "targeting")  # fmt: skip


def _aged(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "After the 13-month-old was found": who was."""
    for old, low in enumerate(tree.low):
        verb = heads[old]
        if low != "old" or not old < verb or relations[old] not in ("advmod", "obl", "advcl"):
            continue
        led = tree.only(old, "det") and tree.words[old - 1].form in _HYPHENS
        if led and not tree.only(verb, *_SUBJECT, "expl", "csubj"):
            passive = tree.only(verb, "aux:pass")
            relations[old] = "nsubj:pass" if passive else "nsubj"
            tree.coarse[old] = "NOUN"


def _engage_with(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Will engage with and seek views from owners": "with" goes with the first verb."""
    for word in range(1, len(heads) - 2):
        verb, noun = word - 1, heads[word]
        joined = tree.coarse[word + 1] == "CCONJ" and tree.coarse[word + 2] == "VERB"
        if relations[word] == "case" and joined and tree.coarse[verb] == "VERB" and noun > word + 2:
            heads[word], relations[word] = verb, "compound:prt"


def _whenever(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Whenever there is a crash, they close it": the clause, and not a word of it."""
    for word, low in enumerate(tree.low):
        inner = [c for c in tree.only(word, "advcl:relcl", "acl:relcl") if c > word]
        if low in ("whenever", "wherever") and inner and heads[word] >= 0:
            heads[inner[0]], relations[inner[0]] = heads[word], "advcl"
            heads[word], relations[word] = inner[0], "advmod"


def _held_when(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe, the mayor when the storm struck, left": the mayor is told of, not the storm."""
    for verb, relation in enumerate(tree.relations):
        about = tree.only(verb, *_SUBJECT)
        if relation != "appos" or len(about) < 2:
            continue
        when = [w for w in tree.only(verb, "advmod", "mark") if tree.low[w] == "when"]
        held, other = about[0], about[-1]
        if when and held < when[0] < other < verb and heads[verb] < held:
            heads[held], relations[held] = heads[verb], "appos"
            heads[verb], relations[verb] = held, "advcl"


def _held_when_behind(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe, the mayor when the storm struck, left": she did not leave when it struck."""
    for held, relation in enumerate(tree.relations):
        first = max(tree.below(held)) + 1
        if relation != "appos" or tree.low[first : first + 1] != ["when"]:
            continue
        verb = heads[first]
        hung = relations[verb] == "advcl" and heads[verb] > verb and tree.first_word(verb) == first
        if hung and tree.coarse[held] == "NOUN":
            heads[verb] = held


def _others_done(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Windows were broken, tyres slashed and a car set alight": they were, and it was."""
    for verb, relation in enumerate(tree.relations):
        if relation != "conj" or tree.only(verb, "aux", "aux:pass", "cop") or not verb:
            continue
        top = verb
        while tree.relations[top] == "conj":
            top = tree.heads[top]
        linked = tree.only(top, "cop")
        passive = tree.only(top, "aux:pass") or (linked and _participle(tree, top))
        if not passive or not _participle(tree, verb):
            continue
        if not tree.only(verb, *_SUBJECT) and not _with_subject(tree, verb, heads, relations):
            continue
        heads[verb] = top
        tree.coarse[verb], tree.fine[verb] = "VERB", "VBN"
        for link in linked:
            relations[link] = "aux:pass"
            tree.coarse[top], tree.fine[top] = "VERB", "VBN"


def _with_subject(tree: Tree, verb: int, heads: list[int], relations: list[str]) -> bool:
    """ "A car [set alight]": make the noun before the verb its subject, if it can be."""
    noun = verb - 1
    fits = tree.coarse[noun] in _NOMINAL and relations[noun] in _BEFORE and heads[noun] == verb
    if not fits or not (tree.fine[noun] == "NNS" or tree.children[verb][0] < noun):
        return False
    relations[noun] = "nsubj:pass"
    for child in tree.children[verb]:
        if child < noun and relations[child] in ("det", "nummod", "amod", "nmod:poss"):
            heads[child] = noun
    return True


_NOMINAL = ("NOUN", "PROPN", "NUM")
_BEFORE = ("compound", "nmod", "amod", "nummod", "obl:unmarked", "dep", "det")


def _participle(tree: Tree, word: int) -> bool:
    """ "Killed", "broken" or "injured", however it is tagged."""
    done = tree.low[word].endswith(("ed", "en")) or tree.low[word] in ("hurt", "shut", "set")
    return tree.fine[word] == "VBN" or (tree.fine[word] == "JJ" and done)


def _kinds(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Cars, several vans, a version of its truck and a wagon": the wagon goes with the cars."""
    for noun in range(len(heads)):
        members = [
            w
            for w in tree.only(noun, "conj")
            if w > noun and _some(tree, w) and tree.words[tree.first_word(w) - 1].form == ","
        ]
        if len(members) < _SEVERAL or not _some(tree, noun) or tree.coarse[noun] != "NOUN":
            continue
        final = _final(tree, members[-1], max(tree.below(noun)))
        if final >= 0:
            heads[final], relations[final] = noun, "conj"


def _final(tree: Tree, member: int, last: int) -> int:
    """What "and" adds to the last member, under it and up to the end; -1 where nothing."""
    added = [
        tree.heads[link]
        for link in tree.below(member)
        if tree.low[link] == "and" and tree.relations[link] == "cc" and link > member
    ]
    ends = [w for w in added if member < w and tree.relations[w] == "conj" and _some(tree, w)
            and max(tree.below(w)) == last]  # fmt: skip
    return ends[0] if len(ends) == 1 else -1


def _some(tree: Tree, noun: int) -> bool:
    """Is it "a truck", "several vans" or "new cars", of which nothing was told before?"""
    first = tree.low[tree.first_word(noun, "CCONJ")]
    led = tree.only(noun, "det", "nmod:poss")
    return first in ("a", "an", "several", "some") or (tree.fine[noun] == "NNS" and not led)


_SEVERAL = 2  # after the first, before "and"
_STEPS: tuple[Step, ...] = (
    _kinds, behind_material,
    _out_of_state, _shares, _charges, _set_and_required, _made_part, _there_that,
    _others_done, _shooting_at, _aged, _engage_with, _whenever, _held_when, _held_when_behind,
)  # fmt: skip
