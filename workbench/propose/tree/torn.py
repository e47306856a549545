"""Correct clauses that an aside, a far verb or "being" tore from the word they belong to."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_SUBJECT = ("nsubj", "nsubj:pass", "csubj", "expl")
_OBJECT = ("obj", "ccomp", "xcomp")
_OPENS = word_set("the a an its his her their some several")
_GIVEN = word_set("awarded given handed granted offered paid sold sent promised allotted allocated "
                  "assigned denied refused shown lent")  # fmt: skip
_TAKES = word_set("sold sells sell bought buys buy acquired acquires acquire approved approves "
                  "approve signed signs sign announced announces announce published publishes "
                  "released releases unveiled unveils launched launches launch rejected rejects "
                  "reject imposed imposes impose adopted adopts adopt awarded awards award named "
                  "introduced introduces commissioned obtained secured seized received receives "
                  "issued issues granted demolished")  # fmt: skip
_WITHOUT = word_set("without despite")
_PLANS = word_set(
    "propose proposes proposed plan plans planned planning refuse refuses refused decide decides "
    "decided intend intends intended hope hopes hoped hoping vow vows vowed pledge pledges pledged "
    "agree agrees agreed threaten threatens threatened seek seeks sought seeking try tries tried "
    "trying attempt attempts attempted fail fails failed promise promises promised aim aims aimed "
    "offer offers offered begin begins began begun start starts started continue continues "
    "continued prepare prepares prepared preparing manage manages managed decline declines "
    "declined undertake undertakes undertook"
)
_SHARES = word_set("rest remainder others balance latter former majority")


def repair_torn(tree: Tree) -> Tree:
    """The tree with such words where they belong."""
    return stepwise(tree, _STEPS)


def _proposed(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The sale, which the state plans to ban": the sale is banned, and not planned."""
    for pronoun, relation in enumerate(tree.relations):
        plans = heads[pronoun]
        which = tree.low[pronoun] in ("which", "that", "whom", "who")
        if relation != "obj" or not which or plans < pronoun or tree.low[plans] not in _PLANS:
            continue
        inner = [x for x in tree.only(plans, "xcomp") if x > plans and tree.fine[x] == "VB"]
        does = [s for s in tree.only(plans, "nsubj") if pronoun < s < plans]
        if len(inner) != 1 or not does or tree.only(inner[0], "obj", "ccomp", "xcomp", "cop"):
            continue
        if any(tree.fine[m] == "TO" for m in tree.only(inner[0], "mark")):
            heads[pronoun] = inner[0]


def _behind_aside(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Was awarded, without a tender, the first of four deals": no tender is a deal."""
    for noun, relation in enumerate(tree.relations):
        first = tree.first_word(noun)
        aside = heads[noun] if relation == "appos" else _aside_before(tree, noun, first)
        if (
            relation not in ("appos", "parataxis")
            or not 0 <= aside < noun
            or not _opens(tree, first)
        ):
            continue
        verb, case = heads[aside], tree.first_word(aside)
        between = tree.words[first - 1].form == "," and tree.words[case - 1].form == ","
        if relations[aside] != "obl" or verb < 0 or verb != case - 2 or not between:
            continue
        led = [c for c in tree.only(aside, "case") if c == case]
        if not led or tree.coarse[verb] != "VERB" or tree.only(verb, *_OBJECT):
            continue
        passive = bool(tree.only(verb, "aux:pass"))
        takes = tree.low[case] in _WITHOUT or tree.low[verb] in _TAKES
        if tree.low[verb] in _GIVEN if passive else takes:
            heads[noun], relations[noun] = verb, "obj"
            heads[first - 1] = aside


def _opens(tree: Tree, first: int) -> bool:
    """ "The line", "its yard", "two ships": does a word open a noun that something is done to?"""
    return tree.low[first] in _OPENS or tree.coarse[first] == "NUM"


def _aside_before(tree: Tree, noun: int, first: int) -> int:
    """ "Sold, [for three crowns], the line", with "line" on the verb: "crowns"; -1 for none."""
    plain = tree.coarse[noun] in ("NOUN", "PROPN") and not tree.only(noun, "cop", "cc", *_SUBJECT)
    if not plain or _led_from_behind(tree, noun):
        return -1
    beside = [c for c in tree.only(tree.heads[noun], "obl") if c < first]
    return beside[-1] if beside and max(tree.below(beside[-1])) in (first - 2, first - 1) else -1


def _led_from_behind(tree: Tree, noun: int) -> bool:
    """ "The line [was closed]": does the word above a noun stand behind it, or is there none?"""
    return not 0 <= tree.heads[noun] < noun


def _being(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Holds 28%, the rest being in the hands of funds": the rest is, and nobody is the rest."""
    for being in range(3, len(heads) - 1):
        noun, told = being - 1, heads[being]
        if tree.low[being] != "being" or relations[being] not in ("cop", "aux:pass", "aux"):
            continue
        while relations[noun] in ("nmod", "flat", "compound") and heads[noun] > 0:
            noun = heads[noun]
        first = tree.first_word(noun)
        if told < being or relations[noun] not in ("appos", "conj", "dep") or first < 2:
            continue
        loose = tree.words[first - 1].form in (",", ";") and first <= noun < being
        within = told in tree.below(noun)
        if not loose or noun in tree.below(told) or tree.only(told, *_SUBJECT):
            continue
        share = tree.low[noun] in _SHARES or tree.fine[noun] in ("JJS", "RBS")
        verb = _verb_above(tree, noun) if within else heads[told]
        if verb < 0 or tree.only(noun, "cc") or not (share or not within):
            continue
        # not "Arl Steel, a firm being sold by its owner"
        heads[told], relations[told] = verb, "parataxis"
        heads[noun] = told
        relations[noun] = "nsubj:pass" if relations[being] == "aux:pass" else "nsubj"


def _share_of_whose(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The union, half of whose members work at night, met": half of its members work."""
    for whose in range(4, len(heads) - 2):
        share, of, owned = whose - 2, whose - 1, heads[whose]
        shape = tree.low[whose] == "whose" and tree.low[of] == "of" and owned > whose
        if not shape or relations[share] != "appos" or tree.words[share - 1].form != ",":
            continue
        noun = heads[share]
        verbs = [v for v in sorted(tree.below(share)) if v > owned and heads[v] in (share, owned)
                 and tree.coarse[v] == "VERB" and relations[v] in _HUNG]  # fmt: skip
        if not verbs or not 0 <= noun < share or tree.coarse[owned] != "NOUN":
            continue
        verb = verbs[0]
        passive = bool(tree.only(verb, "aux:pass"))
        heads[verb], relations[verb] = noun, "acl:relcl"
        heads[share], relations[share] = verb, "nsubj:pass" if passive else "nsubj"
        heads[owned], relations[owned] = share, "nmod"
        heads[of], relations[of] = owned, "case"
        heads[share - 1] = verb
        if tree.fine[verb] == "VBN" and not tree.only(verb, "aux", "aux:pass"):
            tree.fine[verb] = "VBD"


_HUNG = ("ccomp", "acl:relcl", "acl", "parataxis")


def _just_below(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Just below the limit that needs a vote": just below it, and not just the limit."""
    for just in range(len(heads) - 2):
        case = just + 1
        noun = heads[case]
        near = tree.low[just] in _NEAR and tree.coarse[case] == "ADP" and relations[case] == "case"
        if not near or noun <= case or not tree.only(noun, "acl:relcl"):
            continue
        if relations[just] == "advmod" and heads[just] in tree.below(noun):
            heads[just] = case


_NEAR = word_set("just well slightly far right shortly immediately directly only even barely "
                 "mostly mainly partly somewhat")  # fmt: skip


def _verb_above(tree: Tree, noun: int) -> int:
    """The verb that a noun hangs under, through other nouns; -1 for none."""
    at = tree.heads[noun]
    while at >= 0 and tree.coarse[at] != "VERB":
        at = tree.heads[at]
    return at


_STEPS: tuple[Step, ...] = (_proposed, _behind_aside, _being, _share_of_whose, _just_below)
