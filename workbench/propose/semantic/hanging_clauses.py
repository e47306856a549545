"""Correct a participle or a relative clause that hangs on a noun of which it is not told."""

from __future__ import annotations

from workbench.propose.lexicon import MONTHS, TIME_NOUNS, TITLES, WEEKDAYS, word_set
from workbench.propose.rules.kinds import kind_of
from workbench.propose.semantic.hanging import BODIES, someone
from workbench.propose.tree.relative import outcome
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.untold import struck
from workbench.propose.tree.verbs import Step, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_HELPERS = ("aux", "aux:pass", "cop")
_INNER = ("flat", "compound", "nmod:desc", "nummod")
_NOMINAL = ("NOUN", "PROPN")
_FREE = ("advcl", "acl", "ccomp", "parataxis", "dep", "conj")


def repair_hanging_clauses(tree: Tree) -> Tree:
    """The tree with such clauses under the noun that they are told of."""
    return stepwise(tree, _STEPS)


def top(tree: Tree, last: int) -> int:
    """The noun of a name or compound that ends with this word."""
    while tree.relations[last] in _INNER and 0 <= tree.heads[last] <= last:
        last = tree.heads[last]
    return last


def _ended(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "A profit for the quarter ended Sept. 30": which quarter, and no clause."""
    for verb in range(2, len(heads)):
        noun = verb - 1
        if tree.low[verb] not in ("ended", "ending") or tree.low[noun] not in _SPANS:
            continue
        first = noun
        while tree.coarse[first - 1] in ("NUM", "ADJ", "DET") and first > 1:
            first -= 1
        led = first - 1
        if tree.low[led] not in ("in", "for", "during", "over") or tree.only(verb, *_HELPERS):
            continue
        above = heads[verb]
        if heads[noun] == verb and above >= 0 and above not in tree.below(verb):
            heads[noun], relations[noun] = above, "obl"
        elif heads[noun] == verb:
            continue
        heads[led], relations[led] = noun, "case"
        heads[verb], relations[verb] = noun, "acl"
        tree.fine[verb] = "VBN" if tree.low[verb] == "ended" else "VBG"


_SPANS = word_set("quarter quarters year years half month months week weeks period season")


def _done_to_person(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "The rules imposed on Oe, convicted of fraud, are": Oe was, and no rules ever are."""
    for verb, relation in enumerate(tree.relations):
        noun, first = heads[verb], tree.first_word(verb)
        harmed = tree.low[verb] in _HARMED and kind_of(tree.low[noun]) == "event"
        if relation != "acl" or first < 2 or not (harmed or tree.low[verb] in _TO_PEOPLE):
            continue
        if tree.words[first - 1].form != "," or tree.coarse[noun] != "NOUN" or noun > verb:
            continue
        near = top(tree, first - 2)
        placed = any(tree.low[c] in ("in", "at", "near") for c in tree.only(near, "case"))
        whom = someone(tree, near) or (tree.coarse[near] == "PROPN" and not placed)
        thing = not someone(tree, noun) and kind_of(tree.low[noun]) not in ("group", "animal")
        thing = thing or (tree.low[noun] in _COUNSEL and tree.only(near, "case") != [])
        if thing and whom and noun < near:
            heads[verb] = near


_TO_PEOPLE = word_set("convicted accused charged arrested jailed imprisoned sentenced detained "
                      "acquitted born extradited indicted suspected")  # fmt: skip


_HARMED = word_set("shot stabbed strangled kidnapped abducted beaten drowned")
_COUNSEL = word_set("lawyer lawyers attorney attorneys solicitor barrister counsel advocate")


def _each_own(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The Orms, which Arl claims, and the Sull Bank, claimed by Kest": the bank is."""
    for verb, relation in enumerate(tree.relations):
        first = tree.first_word(verb)
        aside = relation in ("acl", "advcl") and tree.fine[verb] == "VBN" and first > 2
        if not aside or tree.words[first - 1].form != ",":
            continue
        near = top(tree, first - 2)
        joined = heads[near] if tree.relations[near] == "conj" else -1
        links = tree.only(near, "cc")
        if joined < 0 or heads[verb] == near or not links or tree.coarse[near] not in _NOMINAL:
            continue
        mine = [c for c in tree.only(joined, "acl:relcl", "acl") if c < links[0]]
        if mine and tree.words[links[0] - 1].form == ",":
            heads[verb], relations[verb] = near, "acl"


def _beside(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Grew by 30 percent in the years that followed the flood": the years did."""
    for pronoun in range(2, len(heads)):
        verb, near = heads[pronoun], top(tree, pronoun - 1)
        if tree.low[pronoun] not in ("that", "which") or verb < pronoun:
            continue
        noun = heads[verb]
        if tree.relations[verb] != "acl:relcl" or tree.coarse[near] not in _NOMINAL:
            continue
        late = tree.relations[noun] in _SUBJECT and noun < heads[noun] < near  # "a day came that"
        if 0 <= noun < near and near not in tree.below(noun) and not late:
            heads[verb] = near


def _where_of(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "The mayor of the village where they lived": nobody lives in a mayor."""
    for verb, relation in enumerate(tree.relations):
        noun = heads[verb]
        where = [w for w in tree.only(verb, "advmod") if tree.low[w] == "where"]
        if relation != "acl:relcl" or not where or tree.words[where[0] - 1].form == ",":
            continue
        near = top(tree, where[0] - 1)
        if near > noun and tree.heads[near] == noun and someone(tree, noun):
            heads[verb] = near


def _which_of(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "A member of the Reds, which has 40 seats": "which" is no person."""
    for pronoun in range(3, len(heads)):
        verb, comma = heads[pronoun], pronoun - 1
        if tree.low[pronoun] != "which" or verb < pronoun or tree.words[comma].form != ",":
            continue
        noun, near = heads[verb], top(tree, comma - 1)
        if (
            tree.relations[verb] != "acl:relcl"
            or not 0 <= noun < near
            or near not in tree.below(noun)
        ):
            continue
        who = tree.coarse[noun] == "NOUN" and someone(tree, noun)
        if who and tree.coarse[near] in _NOMINAL and not someone(tree, near):
            heads[verb] = near


def _which_for(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Life jackets for children, which the crew carried": no children are "which"."""
    for pronoun in range(3, len(heads)):
        verb, comma = _clause_over(tree, pronoun), pronoun - 1
        if tree.low[pronoun] != "which" or verb < pronoun or tree.words[comma].form != ",":
            continue
        near = heads[verb]
        if not 0 <= near < comma or near != top(tree, comma - 1) or _one_body(tree, near):
            continue
        if outcome(tree, verb, near):  # "began a feud with Ann Oe, which led to a match"
            continue
        above = near
        while tree.relations[above] == "nmod" and someone(tree, above) and tree.heads[above] >= 0:
            above = tree.heads[above]
        thing = above < near and tree.coarse[above] == "NOUN" and not someone(tree, above)
        if thing and not _disagrees(tree, verb, pronoun, above):
            heads[verb] = above


def _clause_over(tree: Tree, pronoun: int) -> int:
    """ "Which the crew was told to [carry]": the relative clause, by "told"; -1 where none is."""
    verb = tree.heads[pronoun]
    while verb >= 0 and tree.relations[verb] in ("xcomp", "ccomp"):
        verb = tree.heads[verb]
    return verb if verb >= 0 and tree.relations[verb] == "acl:relcl" else -1


def _one_body(tree: Tree, noun: int) -> bool:
    """ "Its rival, which", "insurers, which": firms and bodies, too."""
    low = tree.low[noun]
    return low in BODIES or low.removesuffix("s") in BODIES


def _larger_of(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "The larger of two trials, which enrolled 1,730 people": the larger one did."""
    for verb, relation in enumerate(tree.relations):
        near = heads[verb]
        if relation != "acl:relcl" or near < 0 or tree.fine[near] not in ("NNS", "NNPS"):
            continue
        first = tree.first_word(verb)
        parted = near < first and tree.words[first - 1].form == "," and top(tree, first - 2) == near
        chosen = heads[near]
        of = any(tree.low[c] == "of" for c in tree.only(near, "case"))
        if not parted or not of or not 0 < chosen < near or not _one_chosen(tree, chosen):
            continue
        group = (verb, *tree.only(verb, *_HELPERS))
        opener = [w for w in tree.only(verb, *_SUBJECT) if tree.low[w] in ("which", "who")]
        several = any(tree.fine[w] == "VBP" or tree.low[w] == "were" for w in group)
        if not (opener and several):
            heads[verb] = chosen
            tree.fine[chosen] = "NN"
            if tree.low[chosen] not in TITLES:  # "the First Lady"
                tree.coarse[chosen] = "NOUN"


def _one_chosen(tree: Tree, word: int) -> bool:
    """ "The [larger] of", "the [second] of": one of them, chosen by what it is like."""
    led = [c for c in tree.only(word, "det") if tree.low[c] == "the"]
    ranked = tree.fine[word] in ("JJR", "JJS", "RBS", "RBR") or tree.low[word] in _ORDINALS
    return bool(led) and led[0] == word - 1 and ranked and tree.low[word] not in _SEVERAL


_ORDINALS = word_set("first second third fourth fifth sixth seventh eighth ninth tenth last latest "
                     "eldest oldest youngest newest largest smallest biggest latter")  # fmt: skip
_SEVERAL = word_set("most more least fewer fewest less best worst better")


def _disagrees(tree: Tree, verb: int, pronoun: int, noun: int) -> bool:
    """ "A tax on drivers, which were told": no tax were."""
    if pronoun not in tree.only(verb, *_SUBJECT):
        return False
    words = {tree.low[w] for w in (verb, *tree.only(verb, *_HELPERS))}
    several = tree.fine[noun] == "NNS"
    return bool(words & ({"was", "is", "has"} if several else {"were", "are", "have"}))


def _as_they_moved(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Prices rose as residents in poor districts moved out": they did, and no prices."""
    for mark, low in enumerate(tree.low):
        noun = heads[mark]
        if low != "as" or relations[mark] != "case" or noun < mark or tree.fine[noun] != "NNS":
            continue
        verb, above = max(tree.below(noun)) + 1, heads[noun]
        if verb >= len(heads) - 1 or above < 0 or above > mark or relations[verb] not in _FREE:
            continue
        own = tree.only(verb, *_SUBJECT, *_HELPERS, "mark", "cc")
        if tree.fine[verb] not in ("VBN", "VBD") or own or heads[verb] == noun:
            continue
        tree.fine[verb] = "VBD"
        heads[verb], relations[verb] = above, "advcl"
        heads[noun], relations[noun] = verb, "nsubj"
        heads[mark], relations[mark] = verb, "mark"


def _on_sale(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "A phone with a large screen that goes on sale in May", "a house with a garden that costs
    £2m": the phone does, and the house.
    """
    for verb, relation in enumerate(tree.relations):
        near = heads[verb]
        if relation != "acl:relcl" or tree.relations[near] != "nmod":
            continue
        within = [tree.low[c] for c in tree.only(near, "case")] == ["with"]
        sold = tree.low[verb] in _COSTS or any(
            tree.low[o] == "sale" for o in tree.only(verb, "obl")
        )
        above = tree.heads[near]
        if within and sold and tree.coarse[above] == "NOUN" and tree.only(above, "det"):
            heads[verb] = above


_COSTS = word_set("costs cost sells sold retails retailed launches launched")


def _all_named(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Warrants for Ann Oe, 34, and her son, Joe Oe, 22, were issued": the warrants were."""
    root = tree.root
    if tree.fine[root] != "NNS" or tree.only(root, "cop", *_SUBJECT):
        return
    for verb in tree.only(root, "conj"):
        about = tree.only(verb, *_SUBJECT)
        links = [c for c in tree.only(verb, "cc") if tree.low[c] == "and"]
        several = any(tree.low[w] in ("were", "are", "have") for w in tree.only(verb, *_HELPERS))
        if len(about) != 1 or not links or not several or tree.only(about[0], "conj"):
            continue
        names = [n for n in tree.only(root, "nmod") if n < links[0]]
        first = min(tree.below(about[0]))
        if names and tree.fine[about[0]] in ("NN", "NNP") and links[0] + 1 == first:
            heads[verb], relations[verb] = -1, "root"
            heads[root], relations[root] = verb, relations[about[0]]
            heads[about[0]], relations[about[0]] = names[-1], "conj"
            heads[links[0]] = about[0]
            return


def _after_agent(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "When they saw the mill, which is owned by Oe, in June this year": they saw it in June."""
    for verb, relation in enumerate(tree.relations):
        noun = heads[verb]
        above = heads[noun] if noun >= 0 else -1
        if relation != "acl:relcl" or above < 0 or tree.coarse[above] != "VERB":
            continue
        for child in tree.only(verb, "obl"):
            first = tree.first_word(child)
            timed = tree.low[child] in MONTHS | TIME_NOUNS and tree.only(child, "case")
            if timed and first > verb and tree.words[first - 1].form == ",":
                for later in tree.only(verb, "obl", "obl:unmarked"):
                    heads[later] = above if later >= child else heads[later]


def _killing(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The plant was bombed by rebels, killing three": the rebels killed them."""
    for verb, relation in enumerate(tree.relations):
        if relation != "advcl" or not struck(tree, verb) or tree.only(verb, "mark", *_HELPERS):
            continue
        doers = [d for d in tree.only(heads[verb], "obl:agent", "obl") if d < verb
                 and any(tree.low[c] == "by" for c in tree.only(d, "case"))]  # fmt: skip
        if doers:
            heads[verb], relations[verb] = doers[0], "acl"


def _behind_month(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The budget approved in April that cut fares": the budget did, and no month."""
    for verb, relation in enumerate(tree.relations):
        month = heads[verb]
        if relation != "acl:relcl" or month < 1 or tree.low[month] not in MONTHS | WEEKDAYS:
            continue
        who = [s for s in tree.only(verb, *_SUBJECT) if tree.low[s] in ("that", "which")]
        if not who or tree.words[who[0] - 1].form == ",":
            continue  # "in May, which was cold"
        done = heads[month]
        if done < 0 or done > month or tree.coarse[done] != "VERB":
            continue
        acted = [o for o in tree.only(done, "obj") if done < o < month]
        noun = heads[done] if relations[done] == "acl" else acted[-1] if acted else -1
        if noun >= 0 and noun not in tree.below(verb):
            heads[verb] = noun


_STEPS: tuple[Step, ...] = (
    _behind_month, _ended, _done_to_person, _each_own, _beside, _where_of, _which_of,
    _which_for, _larger_of,
    _as_they_moved, _killing, _on_sale, _all_named, _after_agent,
)  # fmt: skip
