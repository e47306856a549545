"""Correct a clause that stands behind a noun but is not told of it, or of no other noun."""

from __future__ import annotations

from workbench.propose.lexicon import SAY, word_set
from workbench.propose.semantic.hanging import someone
from workbench.propose.semantic.hanging_clauses import top
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_HELPERS = ("aux", "aux:pass", "cop")
_INNER = ("flat", "compound", "nmod:desc", "nummod")
_NOMINAL = ("NOUN", "PROPN")
_FREE = ("parataxis", "advcl", "advcl:relcl", "ccomp", "dep", "acl:relcl", "conj")


def repair_behind(tree: Tree) -> Tree:
    """The tree with such clauses under the noun or verb that they are told of."""
    return stepwise(tree, _STEPS)


def _found_bleeding(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Guards found a man bleeding, who was taken away": the man was, and no guards."""
    for pronoun in range(3, len(heads)):
        verb = heads[pronoun]
        if tree.low[pronoun] != "who" or verb < pronoun or relations[verb] not in _FREE:
            continue
        state, comma = heads[verb], pronoun - 1
        behind = 0 <= state < pronoun and tree.words[comma].form == ","
        if not behind or relations[state] != "xcomp" or tree.fine[state] not in ("VBG", "VBN"):
            continue
        found = [o for o in tree.only(heads[state], "obj") if heads[state] < o < state]
        if found and tree.coarse[found[-1]] in _NOMINAL:
            heads[verb], relations[verb] = found[-1], "acl:relcl"


def _at_one_point(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Launched a raid to free them at one point that failed": the raid failed, and no point."""
    for verb, relation in enumerate(tree.relations):
        time = heads[verb]
        that = any(tree.low[s] == "that" for s in tree.only(verb, *_SUBJECT))
        if relation != "acl:relcl" or not that or tree.low[time] not in _MOMENTS:
            continue
        one = any(tree.low[c] in ("one", "some") for c in tree.only(time, "nummod", "det"))
        at = any(tree.low[c] == "at" for c in tree.only(time, "case"))
        above = tree.heads[time]
        while above >= 0 and not _new(tree, above) and tree.relations[above] in _AIMS:
            above = tree.heads[above]
        if one and at and above >= 0 and _new(tree, above):
            heads[verb] = _new(tree, above)[-1]


def _new(tree: Tree, verb: int) -> list[int]:
    """The object of a verb, where it is "a" something."""
    return [o for o in tree.only(verb, "obj") if tree.fine[o] == "NN"
            and any(tree.low[d] in ("a", "an") for d in tree.only(o, "det"))]  # fmt: skip


_MOMENTS = word_set("point stage time moment")
_AIMS = ("advcl", "xcomp", "acl", "ccomp", "conj")


def _shot_that(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "He fired a shot at Oe that hit the bar": the shot did, though the clause hangs on "won"."""
    for pronoun in range(2, len(heads)):
        verb = heads[pronoun]
        lost = tree.fine[pronoun] == "WDT" and relations[pronoun] in _SUBJECT and verb > pronoun
        near = top(tree, pronoun - 1)
        name = tree.coarse[near] == "PROPN" and not tree.only(near, "det") and heads[verb] == near
        if not lost or not (name or relations[verb] in ("parataxis", "ccomp", "dep")):
            continue
        if tree.low[pronoun] != "that" or tree.coarse[near] not in _NOMINAL:
            continue
        above = heads[near]
        named = tree.coarse[near] == "PROPN" or someone(tree, near)
        thing = relations[near] in ("nmod", "obl") and named and above >= 0
        if thing and tree.coarse[above] == "VERB":
            objects = [o for o in tree.only(above, "obj") if o < near]
            near = objects[-1] if objects else near
        elif thing and tree.coarse[above] == "NOUN":
            near = above
        if near not in tree.below(verb):
            heads[verb], relations[verb] = near, "acl:relcl"


def _across_verb(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The rebels downed the plane, which they said crashed": the plane, beside the comma."""
    for pronoun in range(3, len(heads)):
        verb = heads[pronoun]
        while verb >= 0 and tree.relations[verb] == "ccomp":
            verb = heads[verb]
        if tree.low[pronoun] != "which" or verb < 0 or tree.words[pronoun - 1].form != ",":
            continue
        noun, near = heads[verb], top(tree, pronoun - 2)
        if _said_crashed(tree, pronoun, verb) and tree.coarse[near] in _NOMINAL:
            relations[pronoun] = "nsubj"
            if near not in tree.below(verb):
                heads[verb], relations[verb] = near, "acl:relcl"
            continue
        if tree.relations[verb] != "acl:relcl" or noun < 0 or tree.coarse[near] not in _NOMINAL:
            continue
        main = heads[noun]
        subject = tree.relations[noun] in _SUBJECT and noun < main < near
        if subject and near not in tree.below(noun) and near not in tree.below(verb):
            heads[verb] = near


def _said_crashed(tree: Tree, pronoun: int, says: int) -> bool:
    """ "Which they said crashed": what did has no other subject."""
    inner = tree.heads[pronoun]
    if inner == says or tree.heads[inner] != says or tree.low[says] not in SAY:
        return False
    whole = tree.relations[inner] == "ccomp" and tree.relations[says] == "advcl:relcl"
    other = tree.only(inner, *_SUBJECT, "expl")
    return whole and tree.relations[pronoun] == "obj" and not other and pronoun < says


def _on_whose(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The firm on whose board Oe had a seat": she had it on the board, and it is the firm's."""
    for whose in range(2, len(heads)):
        owned = heads[whose]
        if tree.low[whose] != "whose" or relations[whose] != "nmod:poss" or owned < whose:
            continue
        noun = heads[owned]
        led = tree.only(owned, "case")
        if not led or relations[owned] not in ("nmod", "obl") or not 0 <= noun < whose:
            continue
        behind = (*tree.only(owned, "acl:relcl", "acl"), *tree.only(noun, "acl:relcl", "acl"))
        verbs = [v for v in behind if v > owned and tree.only(v, *_SUBJECT)]
        if verbs and tree.coarse[noun] in _NOMINAL:
            heads[verbs[0]], relations[verbs[0]] = noun, "acl:relcl"
            heads[owned], relations[owned] = verbs[0], "obl"


def _third(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Talks between him, Oe and other leaders": Oe is one of them, and no name of the talks."""
    for name, relation in enumerate(tree.relations):
        noun, first = heads[name], tree.first_word(name)
        comma, last = first - 1, max(tree.below(name) - _told(tree, name))
        if relation != "appos" or tree.coarse[name] != "PROPN" or comma < 1 or noun > name:
            continue
        before, link = comma - 1, last + 1
        while heads[before] > noun and tree.relations[before] in _INNER:
            before = heads[before]
        listed = link < len(heads) and tree.low[link] == "and" and tree.words[comma].form == ","
        if not listed or before == noun or before not in tree.below(noun):
            continue
        if any(c > link and heads[link] == c for c in tree.only(before, "conj")):
            heads[name], relations[name] = before, "conj"


def _told(tree: Tree, name: int) -> set[int]:
    """The words of the clauses that hang on a name."""
    return {w for c in tree.only(name, "acl:relcl", "acl", "punct") for w in tree.below(c)}


def _in_which(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Talks between him and other leaders in which they agreed": in the talks, and in nobody."""
    for which in range(2, len(heads)):
        verb = heads[which]
        within = [c for c in tree.only(which, "case") if tree.low[c] in ("in", "during")]
        if tree.low[which] != "which" or verb < which or not within:
            continue
        noun, seen = heads[verb], 0
        if tree.relations[verb] != "acl:relcl" or not 0 <= noun < within[0]:
            continue
        above = noun
        first = noun
        while tree.relations[first] == "conj" and seen < len(heads):
            first, seen = heads[first], seen + 1
        among = any(tree.low[c] in ("between", "among") for c in tree.only(first, "case"))
        if not (someone(tree, noun) or among):
            continue
        while (
            above >= 0
            and seen < len(heads)
            and (someone(tree, above) or tree.coarse[above] in ("PROPN", "PRON"))
        ):
            nominal = tree.relations[above] in ("nmod", "conj", "appos")
            above, seen = (heads[above] if nominal else -1), seen + 1
        if 0 <= above < noun and tree.coarse[above] == "NOUN":
            heads[verb] = above


def _use_of(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "The frequency of force used against them": the force is used, and no frequency."""
    for verb, relation in enumerate(tree.relations):
        noun, near = heads[verb], top(tree, verb - 1) if verb else -1
        if relation != "acl" or tree.fine[verb] != "VBN" or near < 0 or heads[near] != noun:
            continue
        of = any(tree.low[c] == "of" for c in tree.only(near, "case"))
        measured = tree.low[noun] in _MEASURES and tree.relations[near] == "nmod"
        if of and measured and tree.coarse[near] == "NOUN" and near < verb:
            heads[verb] = near


_MEASURES = word_set("frequency amount number share proportion extent size scale volume level rate "
                     "value weight price cost quality intensity severity")  # fmt: skip


def _moment(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Shows the moment a girl was saved": it shows the moment, in which she was."""
    for verb in range(3, len(heads)):
        about = [s for s in tree.only(verb, *_SUBJECT) if s < verb]
        if len(about) != 2 or tree.low[about[0]] not in _TIMES:
            continue
        moment = about[0]
        shows = tree.first_word(moment) - 1
        if shows < 0 or tree.coarse[shows] != "VERB" or shows in tree.below(verb):
            continue
        if not tree.only(shows, "obj", "ccomp") and moment < about[1]:
            heads[moment], relations[moment] = shows, "obj"
            heads[verb], relations[verb] = moment, "acl:relcl"


_TIMES = word_set("moment instant day night time way reason minute second")


def _who_left(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Hired a new chief, replacing Ann Oe, who left in May": she left, and no new chief."""
    for pronoun in range(4, len(heads)):
        verb = heads[pronoun]
        if tree.low[pronoun] not in ("who", "whose") or tree.words[pronoun - 1].form != ",":
            continue
        if tree.low[pronoun] == "whose":
            verb = heads[verb]
        near = top(tree, pronoun - 2)
        if verb < pronoun or tree.relations[verb] != "acl:relcl" or heads[verb] >= near:
            continue
        doing, noun = heads[near], heads[verb]
        between = noun < doing < near and tree.relations[near] == "obj"
        parted = between and tree.words[tree.first_word(doing) - 1].form == ","
        fits = tree.fine[doing] == "VBG" and tree.coarse[near] in _NOMINAL
        if parted and fits and near not in tree.below(verb):
            heads[verb] = near


def _of_a(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "The rubble of a house that fell": the house did, as "a" is who asks which one."""
    for verb, relation in enumerate(tree.relations):
        noun, opener = heads[verb], tree.first_word(verb)
        if relation != "acl:relcl" or opener < 2 or tree.low[opener] not in ("that", "which"):
            continue
        near = top(tree, opener - 1)
        new = any(tree.low[d] in ("a", "an") for d in tree.only(near, "det"))
        known = any(tree.low[d] == "the" for d in tree.only(noun, "det"))
        of = any(tree.low[c] == "of" for c in tree.only(near, "case"))
        if new and known and of and heads[near] == noun and tree.coarse[near] == "NOUN":
            heads[verb] = near


def _launched(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Demand for the phone, launched in May": the phone was, and no demand."""
    for verb, relation in enumerate(tree.relations):
        noun, first = heads[verb], tree.first_word(verb)
        if relation not in ("acl", "acl:relcl") or first < 2 or noun < 0:
            continue
        near = top(tree, first - 2) if tree.words[first - 1].form == "," else -1
        out = tree.low[verb] in _LAUNCHED and tree.low[noun] in _ABOUT
        if out and noun < near and heads[near] == noun and tree.relations[near] == "nmod":
            known = tree.coarse[near] == "PROPN" or bool(tree.only(near, "det", "nmod:poss"))
            heads[verb] = near if known else noun


_LAUNCHED = word_set("launched released built founded opened published completed introduced made "
                     "unveiled born created formed established premiered")  # fmt: skip
_ABOUT = word_set("demand sales shares stock interest prices price cost costs profits profit fans "
                  "critics users makers work number value production owners tickets orders "
                  "supporters opponents members")  # fmt: skip


def _of_whom(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Given to 300 patients at three hospitals, of whom 40 died": the patients."""
    for whom in range(2, len(heads)):
        verb = heads[whom]
        while verb >= 0 and verb > whom and tree.relations[verb] != "acl:relcl":
            verb = heads[verb]
        of = any(tree.low[c] == "of" for c in tree.only(whom, "case"))
        if tree.low[whom] != "whom" or not of or verb < whom:
            continue
        near = heads[verb]
        above = heads[near] if 0 <= near < whom and tree.relations[near] == "nmod" else -1
        if above >= 0 and not someone(tree, near) and someone(tree, above):
            heads[verb] = above


_STEPS: tuple[Step, ...] = (
    _found_bleeding, _at_one_point, _shot_that, _across_verb, _on_whose, _third, _in_which,
    _moment, _who_left, _of_a, _use_of, _launched, _of_whom,
)  # fmt: skip
