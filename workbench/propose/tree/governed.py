"""Correct what a verb or a number governs, where the words around it settle that."""

from __future__ import annotations

from workbench.propose.lexicon import MEASURES, word_set
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_HELPERS = ("aux", "aux:pass", "cop")
_BEHIND = ("obl", "obl:agent", "nmod", "advcl")
_RANKED = word_set("first second third fourth fifth last only next youngest oldest latest")
_SHARES = word_set("third quarter half fifth tenth dozen hundred thousand million majority")
_SELVES = word_set("himself herself itself themselves")
_LEADING = word_set("after before while when since until because as")


def repair_governed(tree: Tree) -> Tree:
    """The tree with such words under what governs them."""
    return stepwise(tree, _STEPS)


def _swept(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "After a fire swept through the hall": a clause, and no fire that was swept."""
    for verb, relation in enumerate(tree.relations):
        noun = heads[verb]
        near = (*tree.only(verb, "mark"), *(tree.only(noun, "case") if noun >= 0 else ()))
        marks = [m for m in near if m < noun and tree.low[m] in _LEADING and tree.low[m] != "as"
                 and (tree.coarse[m] == "SCONJ" or tree.low[verb] in _BURST)]  # fmt: skip
        if relation != "acl" or not marks or tree.only(verb, *_SUBJECT, *_HELPERS, "obl:agent"):
            continue
        if tree.fine[verb] in ("VBN", "VBD") and heads[noun] >= 0:
            heads[verb], relations[verb] = heads[noun], "advcl"
            heads[noun], relations[noun] = verb, "nsubj"
            heads[marks[0]], relations[marks[0]] = verb, "mark"
            tree.fine[verb] = "VBD"


_BURST = word_set("derailed collapsed exploded crashed burst collided capsized erupted overturned "
                  "fell broke died swept tore ripped raged spread ploughed")  # fmt: skip


def _after_clause(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "After the body of a man was found": the body was, and nothing before "after"."""
    for mark, low in enumerate(tree.low):
        noun = heads[mark]
        if low not in _LEADING or relations[mark] not in ("case", "mark") or noun < mark:
            continue
        host = heads[noun]
        nominal = tree.coarse[noun] in ("NOUN", "PROPN")
        if relations[noun] not in _BEHIND or host < 0 or not nominal:
            continue
        verb = _verb_after(tree, noun, relations)
        if verb < 0:
            verb = _verb_behind_aside(tree, noun, heads, relations)
        if verb < 0 or verb == host or (heads[verb] == noun and not _acts(tree, verb)):
            continue
        if _acts(tree, verb):
            tree.fine[verb] = "VBD"
        passive = bool(tree.only(verb, "aux:pass"))
        heads[verb], relations[verb] = host, "advcl"
        heads[noun], relations[noun] = verb, "nsubj:pass" if passive else "nsubj"
        heads[mark], relations[mark] = verb, "mark"


def _verb_behind_aside(tree: Tree, noun: int, heads: list[int], relations: list[str]) -> int:
    """ "As Typhoon Luming, packing high winds, hit the island": the verb behind both commas."""
    opens, phrase = noun + 1, tree.below(noun)
    while opens + 2 < len(tree.words) and opens in phrase and tree.words[opens].form != ",":
        opens += 1
    if opens + 2 >= len(tree.words) or tree.words[opens].form != ",":
        return -1
    ends = range(opens + 2, min(opens + _ASIDE, len(tree.words) - 1))
    close = next((w for w in ends if tree.words[w].form == ","), -1)
    first = close + 1
    doing = tree.fine[opens + 1] in ("VBG", "VBN")
    if close < 0 or tree.fine[first] not in ("VBD", "VBZ"):
        return -1
    verb = heads[first] if relations[first] in _HELPERS else first
    stray = relations[verb] in ("advcl", "parataxis", "ccomp", "conj", "dep")
    if not stray or tree.only(verb, *_SUBJECT, "cc"):
        return -1
    if doing:
        heads[opens + 1], relations[opens + 1] = noun, "acl"
    return verb


_ASIDE = 14  # words between the commas


def _verb_after(tree: Tree, noun: int, relations: list[str]) -> int:
    """The finite verb without a subject that stands right behind a noun phrase; or -1."""
    phrase = tree.below(noun)
    first = noun + 1
    while first < len(tree.words) and first in phrase and not _acts(tree, first):
        first += 1
    if first >= len(tree.words) or tree.coarse[first - 1] == "PUNCT":
        return -1
    verb = tree.heads[first] if relations[first] in _HELPERS else first
    stray = relations[verb] in ("acl", "advcl", "parataxis", "ccomp", "conj", "xcomp", "dep")
    finite = tree.fine[first] in ("VBD", "VBZ", "VBP", "MD") or _acts(tree, first)
    if not finite or not stray or tree.only(verb, *_SUBJECT, "cc", "expl"):
        return -1
    wh = any(tree.fine[c] in ("WP", "WDT") for c in tree.children[verb])
    return -1 if wh or verb < first else verb


def _acts(tree: Tree, verb: int) -> bool:
    """Is it a past tense, also one that was taken for a participle: "revealed cracks"?"""
    object_ = tree.relations[verb] == "acl" and tree.fine[verb] == "VBN" and tree.only(verb, "obj")
    return tree.fine[verb] == "VBD" or bool(object_)


def _marked(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "[She said,] hours after a truce had collapsed": a clause with "after"."""
    for mark, low in enumerate(tree.low):
        noun = heads[mark]
        if low not in ("after", "before") or relations[mark] != "case" or noun < mark:
            continue
        verb = heads[noun]
        stray = verb >= 0 and relations[verb] in ("parataxis", "ccomp", "conj", "dep")
        if relations[noun] in _SUBJECT and stray and verb > noun:
            heads[mark], relations[mark], relations[verb] = verb, "mark", "advcl"


def _was_no_passive(tree: Tree, _heads: list[int], relations: list[str]) -> None:
    """ "A train derailed on Sunday": a past tense, as nothing helps it and nobody did it."""
    root = tree.root
    subject = tree.only(root, "nsubj:pass")
    before = subject and subject[0] < root
    if tree.fine[root] == "VBN" and before and not tree.only(root, *_HELPERS, "obl:agent", "obj"):
        relations[subject[0]], tree.fine[root] = "nsubj", "VBD"


def _being(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Evidence of beeswax being used": the beeswax is."""
    for verb, relation in enumerate(tree.relations):
        noun = heads[verb]
        being = any(tree.low[c] == "being" for c in tree.only(verb, "aux", "aux:pass"))
        if relation != "acl" or not being or noun < 0:
            continue
        inner = [c for c in tree.only(noun, "nmod") if noun < c < verb]
        if inner and not tree.only(verb, *_SUBJECT):
            heads[verb] = inner[-1]


def _article(tree: Tree, _heads: list[int], relations: list[str]) -> None:
    """ "According to a study": an article, whatever it was taken for."""
    for word, low in enumerate(tree.low[:-1]):
        if low in ("a", "an", "the") and relations[word] == "nsubj" and tree.coarse[word] != "X":
            noun = tree.heads[word]
            if noun > word and tree.coarse[noun] in ("NOUN", "PROPN"):
                relations[word] = "det"


def _over(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Declared the search over, three days after": what it was declared."""
    for verb, low in enumerate(tree.low):
        if low not in ("declared", "declare", "declares", "pronounced"):
            continue
        things = tree.only(verb, "obj")
        end = max(tree.below(things[0])) + 1 if things else 0
        for over in range(verb + 2, min(end + 2, len(heads) - 1)):
            if tree.low[over] == "over" and tree.words[over + 1].form in (",", "."):
                heads[over], relations[over] = verb, "xcomp"


def _helped(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Outsold those of its rivals, helped by demand": what outsold them was helped."""
    for verb, low in enumerate(tree.low[:-1]):
        by = low in _MOVED and tree.low[verb + 1] == "by" and tree.words[verb - 1].form == ","
        above = heads[verb]
        if not by or relations[verb] != "acl" or above < 0 or tree.only(verb, *_HELPERS):
            continue
        those = tree.relations[above] == "nmod" and tree.low[heads[above]] in ("those", "that")
        amount = tree.relations[above] in ("obl", "nmod") and bool(tree.only(above, "nummod"))
        those = those or amount or tree.low[above] in MEASURES
        while those and above >= 0 and tree.coarse[above] not in ("VERB", "AUX"):
            above = tree.heads[above]
        if those and above >= 0:
            heads[verb], relations[verb] = above, "advcl"


_MOVED = word_set("helped boosted hit hurt driven led buoyed weighed lifted dragged supported "
                  "fuelled fueled")  # fmt: skip


def _succeeding(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Was named chair of the board, succeeding Oe": who was named succeeds Oe."""
    for verb, low in enumerate(tree.low):
        noun = heads[verb]
        if low in ("succeeding", "replacing") and relations[verb] == "advcl":
            named = [o for o in tree.only(noun, "obj", "iobj") if noun < o < verb]
            if tree.low[noun] in _NAMED and named and not tree.only(noun, "aux:pass"):
                heads[verb], relations[verb] = min(named), "acl"  # "named Ann Oe, replacing"
                continue
        if low not in ("succeeding", "replacing") or relations[verb] != "acl" or noun < 0:
            continue
        while noun >= 0 and tree.coarse[noun] != "VERB" and tree.relations[noun] not in _SUBJECT:
            noun = heads[noun]
        if noun >= 0 and tree.coarse[noun] == "VERB" and tree.words[verb - 1].form == ",":
            heads[verb], relations[verb] = noun, "advcl"


_NAMED = word_set("appointed named elected nominated chose picked promoted hired appoints names")


def _charged(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Appeared before a court charged with theft": who appeared was."""
    for verb, low in enumerate(tree.low):
        noun = heads[verb]
        if low not in ("charged", "accused", "charges") or relations[verb] != "acl":
            continue
        above = heads[noun]
        if relations[noun] == "obl" and tree.low[above] in ("appeared", "appears", "appear"):
            heads[verb], relations[verb] = above, "advcl"


def _second_participle(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Damaging 30 homes and uprooting trees": the trees are what it uproots."""
    for second, relation in enumerate(tree.relations[:-1]):
        first = heads[second]
        if tree.fine[second] != "VBG" or first < 0 or tree.only(second, "obj"):
            continue
        noun = next((w for w in range(second + 1, len(heads)) if relations[w] == "conj"), -1)
        adjective = relation == "amod" and noun == first
        joined = relation == "conj" and tree.fine[first] == "VBG"
        if noun < 0 or not (adjective or joined) or not tree.only(noun, "cc"):
            continue
        above = heads[noun]
        verb = first if joined else heads[above]
        link = tree.only(noun, "cc")[0]
        if link != second - 1 or relations[above] != "obj" or tree.fine[verb] != "VBG":
            continue
        heads[second], relations[second] = verb, "conj"
        heads[noun], relations[noun] = second, "obj"
        heads[link] = second


def _first_to(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Became the first woman to win": the woman who won, and not why she became one."""
    for to in range(2, len(heads) - 1):
        noun, verb = to - 1, heads[to]
        ranked = tree.low[noun] in _RANKED or any(
            tree.low[c] in _RANKED or tree.fine[c] == "JJS" for c in tree.only(noun, "amod")
        )
        if tree.fine[to] != "TO" or not ranked or verb <= to or relations[verb] == "acl":
            continue
        if relations[verb] in ("advcl", "xcomp") and heads[verb] in (heads[noun], noun):
            heads[verb], relations[verb] = noun, "acl"


def _himself(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The minister, himself a doctor, left": a doctor himself."""
    for word, low in enumerate(tree.low):
        parted = word > 0 and tree.words[word - 1].form == ","
        if low not in _SELVES:
            continue
        if parted and relations[word] == "nsubj" and relations[heads[word]] == "appos":
            relations[word] = "advmod"
        if relations[word] not in ("appos", "nmod", "obl:unmarked"):
            continue
        beside = [c for c in tree.only(heads[word], "appos") if c > word]
        if parted and beside:
            heads[word], relations[word] = beside[0], "advmod"


def _more_than(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "More than a third of the schools have": what more than belongs to."""
    for more in range(len(heads) - 4):
        low = tree.low[more : more + 3]
        if low[:2] not in (["more", "than"], ["less", "than"], ["fewer", "than"]):
            continue
        share = more + 2 + (low[2] in ("a", "an", "one"))
        if tree.low[share] not in _SHARES or heads[share] == more:
            continue
        verb = heads[share]
        if heads[more] == verb or heads[more] == share:
            heads[more], relations[more] = share, "advmod"
            alone = not tree.only(verb, *_SUBJECT) and verb > share
            if relations[share] == "obl" and alone and not tree.only(share, "case"):
                relations[share] = "nsubj"


def _and_that(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Said sales fell since it moved and that he was sorry": he said that he was."""
    for verb, relation in enumerate(tree.relations):
        that = any(tree.low[m] == "that" for m in tree.only(verb, "mark"))
        above = heads[verb]
        if relation != "conj" or not that or tree.relations[above] == "ccomp":
            continue
        steps = 0
        while above >= 0 and tree.relations[above] != "ccomp" and steps < len(heads):
            above, steps = heads[above], steps + 1
        if above >= 0 and tree.relations[above] == "ccomp":
            heads[verb] = above


def _shared_object(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Supports, but does not fund, the militia": the militia is what it supports."""
    for second, relation in enumerate(tree.relations):
        first = heads[second]
        if relation != "conj" or not 0 <= first < second or tree.words[first + 1].form != ",":
            continue
        after = (*tree.only(second, "obj", "xcomp"), *tree.only(first, "parataxis", "dep"))
        things = [o for o in after if o > second and not tree.only(o, *_SUBJECT, "cop")
                  and tree.words[tree.first_word(o) - 1].form == ","]  # fmt: skip
        alone = not tree.only(first, "obj", "ccomp", "xcomp", "obl")
        if things and alone and tree.only(second, "cc") and tree.coarse[first] == "VERB":
            heads[things[0]], relations[things[0]] = first, "obj"
            relations[second] = "list"  # said of the same thing, which stands behind it


def _doing_besides(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Appealing for witnesses, police said two men had fled": that is not what they said."""
    for verb, relation in enumerate(tree.relations):
        above = heads[verb]
        if relation != "ccomp" or tree.fine[verb] != "VBG" or verb > above:
            continue
        said = [c for c in tree.only(above, "ccomp") if c > above]
        if said and not tree.only(verb, *_SUBJECT, *_HELPERS):
            relations[verb] = "advcl"


_STEPS: tuple[Step, ...] = (
    _article, _marked, _was_no_passive, _being, _swept, _after_clause, _over, _helped, _charged,
    _succeeding, _second_participle, _first_to, _himself, _more_than, _and_that, _shared_object,
    _doing_besides,
)  # fmt: skip
