"""Correct words that strayed to a noun or a clause beside their own, where the words settle it."""

from __future__ import annotations

from workbench.propose.lexicon import MEASURES, MONTHS, TIME_NOUNS, word_set
from workbench.propose.semantic.hanging import someone
from workbench.propose.semantic.hanging_clauses import top
from workbench.propose.tree.inner import told_of_inner
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_HELPERS = ("aux", "aux:pass", "cop")


def repair_strayed(tree: Tree) -> Tree:
    """The tree with such words where they belong."""
    return stepwise(tree, _STEPS)


def _moved_object(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Restored to the public memory 63 villages": the memory, and what was restored to it."""
    for noun, relation in enumerate(tree.relations):
        verb, inner = heads[noun], tree.only(noun, "compound")
        counted = [n for n in tree.only(noun, "nummod") if n == noun - 1]
        led = tree.only(noun, "case")
        if relation != "obl" or tree.fine[noun] != "NNS" or not (inner and counted and led):
            continue
        near, first = inner[-1], tree.first_word(noun)
        plain = tree.fine[near] == "NN" and near == counted[0] - 1 and led[0] == first
        articles = [d for d in tree.only(noun, "det", "nmod:poss") if led[0] < d < near]
        whole = not tree.only(verb, "obj", "aux:pass", "ccomp") and tree.coarse[verb] == "VERB"
        if not (plain and articles and whole and led[0] > verb) or _reckoned(tree, near, noun):
            continue
        heads[near], relations[near] = verb, "obl"
        relations[noun] = "obj"
        for child in tree.children[noun]:
            if child < near:
                heads[child] = near


def _reckoned(tree: Tree, near: int, noun: int) -> bool:
    """ "In the class 4 races", "worked in the city 12 years": a rank's number, and a time."""
    return tree.low[near] in _RANKS or tree.low[noun] in TIME_NOUNS | MEASURES | MONTHS


_RANKS = word_set("class page phase grade group level type category tier stage section division "
                  "form gate line route formula lot article chapter band zone")  # fmt: skip


def _and_has_since(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Was reissued after a fire had shut the mill, and has never closed": no fire has."""
    for verb, relation in enumerate(tree.relations):
        inner = heads[verb]
        if relation != "conj" or not 0 <= inner < verb or tree.relations[inner] != "advcl":
            continue
        links, told = tree.only(verb, "cc"), tree.only(inner, *_SUBJECT)
        had = any(tree.low[w] == "had" for w in tree.only(inner, "aux"))
        now = [w for w in tree.only(verb, *_HELPERS) if tree.low[w] in _NOW]
        parted = bool(links) and links[0] > 0 and tree.words[links[0] - 1].form == ","
        above = heads[inner]
        if not (had and told and now and parted) or tree.only(verb, *_SUBJECT, "expl", "mark"):
            continue
        if 0 <= above < inner and tree.relations[above] in ("conj", "root"):
            heads[verb] = heads[above] if tree.relations[above] == "conj" else above


_NOW = word_set("has have is are was were will")


def _second_hand(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Most were second-hand, bought from a clinic and sold to a school": most were bought."""
    for like in range(2, len(heads)):
        told, linked = tree.only(like, *_SUBJECT), tree.only(like, "cop")
        compound = tree.words[like - 1].form == "-" and not tree.only(like, "det", "nmod:poss")
        if not told or not linked or not (compound or tree.coarse[like] == "ADJ"):
            continue
        for verb in tree.only(like, "acl", "conj"):
            mine = tree.words[verb - 1].form == "," and tree.fine[verb] == "VBN" and verb > like
            if not mine or tree.only(verb, *_SUBJECT, *_HELPERS, "mark", "cc", "obj"):
                continue
            tree.coarse[like], tree.fine[like] = "ADJ", "JJ"
            relations[verb] = "advcl"
            for later in tree.only(like, "conj"):
                bare = not tree.only(later, *_SUBJECT, *_HELPERS, "obj")
                if later > verb and bare and tree.fine[later] in ("VBN", "VBD"):
                    heads[later] = verb
                    tree.fine[later] = "VBN"


def _gas_which(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "A slump in sales, which fell 4%": the sales fell."""
    for verb, relation in enumerate(tree.relations):
        noun = heads[verb]
        who = [w for w in tree.only(verb, *_SUBJECT) if tree.low[w] == "which"]
        comma = who[0] - 1 if who else 0
        if relation != "acl:relcl" or comma < 2 or tree.words[comma].form != ",":
            continue
        near = top(tree, comma - 1)
        inside = noun < near and tree.relations[near] == "nmod" and heads[near] == noun
        if inside and told_of_inner(tree, near, noun, verb):
            heads[verb] = near


def _gapped(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Three wanted a rise and one, Ann Oe, a cut": one wanted it, and she is no cut."""
    for one in range(3, len(heads) - _FEW):
        low, noun = tree.low[one - 1], -1
        if low not in ("and", "while", "but") or not _counted(tree, one):
            continue
        last = one + 2
        while last < len(heads) - 1 and tree.coarse[last] == "PROPN":
            last += 1
        named = tree.words[one + 1].form == "," and last > one + 2
        if not named or tree.words[last].form != "," or last + 2 >= len(heads):
            continue
        if tree.low[last + 1] in ("a", "an", "the", "no"):
            noun = heads[last + 1]
        above = [w for w in range(one - 1) if tree.only(w, "obj") and tree.only(w, *_SUBJECT)]
        alone = noun > last and max(tree.below(noun)) + 2 >= len(heads)
        if alone and above and tree.coarse[noun] == "NOUN" and not someone(tree, noun):
            name = top(tree, last - 1)
            heads[one], relations[one] = above[-1], "conj"
            heads[one - 1] = one
            heads[name], relations[name] = one, "appos"
            heads[noun], relations[noun] = one, "orphan"


_FEW = 5  # words of the name, the commas and what the one wanted, at least


def _counted(tree: Tree, word: int) -> bool:
    """ "One", "another", "two": of those who did something."""
    return tree.coarse[word] == "NUM" or tree.low[word] in ("another", "others", "some")


def _during_which(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Talks during which Kest, which sells gas, twice left": it left during them."""
    for which, relation in enumerate(tree.relations):
        verb = heads[which]
        if relation != "obl" or tree.low[which] != "which" or verb < which:
            continue
        later = [s for s in tree.only(verb, *_SUBJECT) if tree.low[s] in ("which", "who")]
        noun = heads[verb]
        if not later or not tree.only(which, "case") or tree.relations[verb] != "acl:relcl":
            continue
        outer = heads[noun] if which < noun < later[0] < verb else -1
        if outer > verb and tree.relations[noun] in _SUBJECT:
            heads[which] = outer


def _days_before(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "In the two days before, 90 litres had leaked": one phrase, by its noun."""
    for word in range(2, len(heads) - 1):
        days = word - 1
        if tree.low[word] not in _BESIDE or tree.low[days] not in TIME_NOUNS | MEASURES:
            continue
        led = [c for c in tree.only(days, "case") if tree.low[c] in ("in", "during", "over", "for")]
        ended = tree.words[word + 1].form == "," and not tree.only(word, *_SUBJECT, "obl", "cop")
        if not led or not ended or heads[days] != word or heads[word] < 0:
            continue
        heads[days], relations[days] = heads[word], "obl"
        heads[word], relations[word] = days, "advmod"
        for child in tree.children[word]:
            if child != days:
                heads[child] = days


_BESIDE = word_set("before after earlier prior beforehand afterwards")


def _dated(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Have died since 9 January, and the number has doubled": the month goes with its day."""
    for day in range(1, len(heads) - 1):
        month, form = day + 1, tree.words[day].form
        if not form.isdigit() or not 1 <= int(form) <= _LAST_DAY or tree.low[month] not in MONTHS:
            continue
        parted = month not in tree.below(day) and not tree.children[month]
        led = tree.low[day - 1] in _SINCE and tree.words[month].form.istitle()
        if led and parted and heads[month] >= 0:
            heads[month], relations[month] = day, "nmod:unmarked"


_LAST_DAY = 31
_SINCE = word_set("since on until till from by before after to")

_STEPS: tuple[Step, ...] = (
    _days_before, _dated, _during_which, _gapped, _moved_object, _and_has_since, _second_hand,
    _gas_which,
)  # fmt: skip
