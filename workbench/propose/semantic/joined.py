"""Correct a second verb that is joined to another than the words before it say."""

from __future__ import annotations

from workbench.propose.inflect import IRREGULAR_PAST
from workbench.propose.lexicon import word_set
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_SUBJECT = ("nsubj", "nsubj:pass", "csubj", "expl")
_HELPERS = ("aux", "aux:pass", "cop", "mark")
_ONE = ("NN", "NNP")


def repair_joined(tree: Tree) -> Tree:
    """The tree with such verbs under the one that they share a helping word with."""
    return stepwise(tree, _STEPS)


def _joined(tree: Tree, verb: int) -> bool:
    """Is it a bare verb behind "and", without a subject?"""
    bare = tree.fine[verb] in ("VB", "VBP") and tree.coarse[verb] == "VERB"
    alone = not tree.only(verb, *_SUBJECT, *_HELPERS)
    return bare and alone and tree.relations[verb] == "conj" and bool(tree.only(verb, "cc"))


def _to_and(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Are urging it to set rules and make firms pay": to make them, as it cannot be "are make".

    Nor is it "urged it to set rules and make": the council is to do both.
    """
    for verb in range(2, len(heads)):
        above = heads[verb]
        if not 0 <= above < verb or not _joined(tree, verb):
            continue
        to = [x for x in tree.only(above, "xcomp", "advcl", "ccomp") if above < x < verb
              and any(tree.fine[m] == "TO" for m in tree.only(x, "mark"))]  # fmt: skip
        helped = [tree.fine[a] == "MD" or tree.low[a] in ("do", "does", "did", "to")
                  for a in tree.only(above, "aux", "mark")]  # fmt: skip
        if not to or any(helped) or tree.fine[above] in ("VB", "VBP"):
            continue
        if tree.fine[verb] == "VBP" and not _never(tree, above):
            continue
        heads[verb], tree.fine[verb] = to[-1], "VB"


def _never(tree: Tree, above: int) -> bool:
    """Can no verb of several in the present be joined to it: "urged … and make", "urges … and"?"""
    return tree.fine[above] in ("VBD", "VBZ") or bool(tree.only(above, "aux"))


def _would(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Dorn would leave early, but always stop by his desk": would stop by it."""
    for verb in range(2, len(heads)):
        above = heads[verb]
        if not 0 <= above < verb or not _joined(tree, verb) or tree.fine[verb] != "VBP":
            continue
        modal = any(tree.fine[a] == "MD" for a in tree.only(above, "aux"))
        about = tree.only(above, "nsubj", "nsubj:pass")
        named = bool(about) and (tree.fine[about[0]] in _ONE or tree.coarse[about[0]] == "PROPN")
        one = named or any(tree.low[s] in ("he", "she", "it") for s in about)
        habit = any(tree.low[c] in _OFTEN for v in (above, verb) for c in tree.only(v, "advmod"))
        if modal and ((one and not tree.only(about[0], "conj")) or habit):
            tree.fine[verb] = "VB"


_OFTEN = word_set("always usually typically often sometimes never rarely regularly normally")


def _will_cut(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Will open five and shut three", "would raise it and cut jobs": will shut them, too."""
    for verb in range(2, len(heads)):
        above = heads[verb]
        same = IRREGULAR_PAST.get(tree.low[verb]) == tree.low[verb]
        if tree.relations[verb] != "conj" or not same or not 0 <= above < verb:
            continue
        modal = any(tree.low[a] in _WILL for a in tree.only(above, "aux"))
        past = tree.fine[verb] in ("VBD", "VBN") and tree.fine[above] == "VB"
        alone = not tree.only(verb, *_SUBJECT, *_HELPERS) and bool(tree.only(verb, "cc"))
        if modal and past and alone and tree.only(verb, "obj"):
            tree.fine[verb] = "VB"


_WILL = word_set("will would can could may might must should 'll wo")


def _and_more(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Nurses, who have had no rise, and doctors": no nurses are doctors."""
    for other, relation in enumerate(tree.relations):
        first = tree.first_word(other)
        noun = heads[other]
        link = first - 1 if tree.low[first] not in ("and", "or") else first
        if relation != "appos" or link < 1 or noun > other or tree.low[link] not in ("and", "or"):
            continue
        if tree.relations[link] == "cc" and heads[link] == other and tree.coarse[other] == "NOUN":
            relations[other] = "conj"


def _and(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "High demand and a coding fault led to it": the "and" joins the two, and not the verb."""
    for link, relation in enumerate(tree.relations):
        verb = heads[link]
        if relation != "cc" or verb < link or link + 1 >= len(heads):
            continue
        for noun in tree.only(verb, "nsubj", "nsubj:pass"):
            for other in (*tree.only(noun, "conj"), *tree.only(verb, *_BESIDE)):
                beside = noun < link < other < verb and tree.first_word(other) == link + 1
                if beside and noun != other and not tree.only(other, "cc", "case", "mark"):
                    heads[link], heads[other], relations[other] = other, noun, "conj"


def _yet(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The rules are yet to be sent": the rules are, and "yet" has no subject."""
    for yet, low in enumerate(tree.low):
        verb = heads[yet]
        if low != "yet" or relations[yet] != "advmod" or verb < yet:
            continue
        for noun in tree.only(yet, "nsubj", "nsubj:pass"):
            passive = bool(tree.only(verb, "aux:pass"))
            heads[noun], relations[noun] = verb, "nsubj:pass" if passive else "nsubj"


def _called(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Called the ruling, under which it must pay, a victory": what she called it."""
    for what, relation in enumerate(tree.relations):
        thing = heads[what]
        verb = heads[thing] if relation == "appos" and 0 <= thing < what else -1
        if verb < 0 or tree.relations[thing] != "obj" or tree.low[verb] not in _CALLING:
            continue
        first = tree.first_word(what)
        aside = [c for c in tree.only(thing, "acl:relcl", "acl") if c < what]
        closed = bool(aside) and max(tree.below(aside[-1])) + 2 >= first
        if closed and tree.low[first] in ("a", "an", "the"):
            heads[what], relations[what] = verb, "xcomp"


_CALLING = word_set("call calls called calling dub dubbed brand branded label labelled consider "
                    "considers considered declare declared name named")  # fmt: skip


def _believed(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The fire, thought to have begun in a shed, spread": it spread, and was thought to."""
    for thought in range(2, len(heads) - 2):
        asked = tree.low[thought] in _THOUGHT and tree.low[thought + 1] == "to"
        about = [s for s in tree.only(thought, "nsubj", "nsubj:pass") if s < thought]
        if not asked or not about or tree.only(thought, "aux", "aux:pass", "mark", "cc"):
            continue
        if tree.words[thought - 1].form != ",":
            continue
        for verb in tree.only(thought, "xcomp", "ccomp", "conj", "parataxis", "advcl"):
            plain = verb > thought + 1 and tree.words[verb - 1].form == ","
            if not plain or tree.fine[verb] not in ("VBN", "VBD", "VBZ", "VBP"):
                continue
            if tree.only(verb, *_SUBJECT, *_HELPERS, "cc"):
                continue
            heads[verb], relations[verb] = heads[thought], relations[thought]
            heads[about[0]], relations[about[0]] = verb, "nsubj"
            heads[thought], relations[thought] = about[0], "acl"
            tree.fine[verb] = "VBD" if tree.fine[verb] == "VBN" else tree.fine[verb]
            tree.fine[thought] = "VBN"
            for child in tree.children[thought]:
                if child > verb:
                    heads[child] = verb
            break


_THOUGHT = word_set("thought believed understood known said reported feared")


def _see_closed(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Would see 12 stations closed and 300 staff moved": would see them moved, too."""
    for verb in range(3, len(heads)):
        see = heads[verb]
        if relations[verb] != "conj" or not 0 <= see < verb or tree.low[see] not in _SEEING:
            continue
        done = [x for x in tree.only(see, "xcomp", "ccomp") if see < x < verb]
        alike = bool(done) and tree.fine[done[-1]] == "VBN" and tree.fine[verb] in ("VBN", "VBD")
        own = bool(tree.only(verb, "nsubj", "nsubj:pass")) and bool(tree.only(verb, "cc"))
        modal = any(tree.fine[a] == "MD" for a in tree.only(see, "aux"))
        if alike and own and modal and not tree.only(verb, *_HELPERS):
            heads[verb], tree.fine[verb] = done[-1], "VBN"


_SEEING = word_set("see leave have get keep")
_BESIDE = ("nsubj", "nsubj:pass", "obj", "obl", "dep", "appos", "list")
_STEPS: tuple[Step, ...] = (
    _yet, _to_and, _would, _will_cut, _and, _and_more, _called, _believed, _see_closed,
)  # fmt: skip
