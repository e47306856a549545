"""Correct what a parser hangs on the wrong word between commas, where the marks settle it."""

from __future__ import annotations

from workbench.propose.lexicon import ORGANISATION, word_set
from workbench.propose.rules.kinds import kind_of
from workbench.propose.semantic.names import PEOPLE, person
from workbench.propose.tree.cuts import loose
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_HELPERS = ("aux", "aux:pass", "cop")
_PAIRS = word_set("couple pair duo trio brothers sisters twins family")
_LEADERS = word_set("leader leaders president head chairman chairwoman chair chief boss owner "
                    "founder editor member secretary-general")  # fmt: skip
_SOME = word_set("most some many half all several few none two three four five six seven eight "
                 "nine ten")  # fmt: skip
_CONTRAST = frozenset(("not", "rather"))


def repair_between(tree: Tree) -> Tree:
    """The tree with names, descriptions and asides where the commas around them put them."""
    return stepwise(tree, _STEPS)


def _names(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Two brothers, Adam Deeb, 30, and Omar Deeb, 27, were jailed": both names are theirs."""
    for second, relation in enumerate(tree.relations):
        noun = heads[second]
        if relation != "conj" or noun < 0 or tree.coarse[second] != "PROPN":
            continue
        several = tree.fine[noun] == "NNS" or tree.low[noun] in _PAIRS
        first = [c for c in tree.only(noun, "appos") if noun < c < second
                 and tree.coarse[c] == "PROPN"]  # fmt: skip
        if tree.coarse[noun] == "NOUN" and several and first:
            heads[second] = first[0]
            for age in tree.only(noun, "appos", "nummod"):
                if first[0] < age < second and tree.coarse[age] == "NUM":
                    heads[age], relations[age] = first[0], "nummod"
            for age in tree.only(second, "appos"):
                if tree.coarse[age] == "NUM":
                    relations[age] = "nummod"


def _fronted(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "A former soldier, Ann Oe was elected": she was, as no comma stands before the verb."""
    for noun, relation in enumerate(tree.relations):
        verb = heads[noun]
        if relation not in _SUBJECT or tree.coarse[noun] != "NOUN" or tree.first_word(noun):
            continue
        names = [c for c in tree.only(noun, "appos") if noun < c < verb
                 and (tree.coarse[c] == "PROPN" or tree.low[c] in ("he", "she"))]  # fmt: skip
        if not names or tree.words[tree.first_word(names[0]) - 1].form != ",":
            continue
        placed = tree.coarse[tree.first_word(names[0]) - 2] == "PROPN"
        if placed and tree.coarse[names[0]] == "PROPN" and person(tree, names[0], {}) is None:
            continue  # "the museum in Ley, Corvia was"
        if _joined_behind(tree, noun, names[0]):
            continue
        first = min([verb, *(h for h in tree.only(verb, *_HELPERS, "advmod") if h > names[0])])
        between = tree.words[first - 1].form in (",", ")", "–", "—")
        if between or tree.coarse[first - 1] == "PUNCT" or verb < names[0]:
            continue
        heads[names[0]], relations[names[0]] = verb, relation
        heads[noun], relations[noun] = names[0], "appos"
        return


def _trades(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe, a nurse, and Joe Ley, a cook, were married": two persons, and not four."""
    for noun, relation in enumerate(tree.relations):
        name, first = heads[noun], tree.first_word(noun)
        if relation != "conj" or tree.coarse[name] != "PROPN" or tree.low[noun] not in PEOPLE:
            continue
        led = tree.low[first] in ("a", "an", "the") and tree.words[first - 1].form == ","
        last = max(tree.below(noun))
        closed = tree.low[last + 1 : last + 3] == [",", "and"]
        named = any(c > last and tree.coarse[c] == "PROPN" for c in tree.only(name, "conj"))
        if led and closed and named and not tree.only(noun, "cc"):
            relations[noun] = "appos"
    for other, relation in enumerate(tree.relations):
        noun = heads[other]
        trade = relation == "conj" and relations[noun] == "appos" and tree.low[noun] in PEOPLE
        if trade and tree.coarse[other] == "PROPN" == tree.coarse[heads[noun]] and noun < other:
            mine = any(tree.coarse[c] == "NOUN" for c in tree.only(other, "appos"))
            closed = [w.form for w in tree.words[noun + 1 : noun + 3]] == [",", "and"]
            heads[other] = heads[noun] if mine and closed else noun


def _joined_behind(tree: Tree, noun: int, name: int) -> bool:
    """ "Ley's mayor, Ann Oe, and her son's firm were fined": the comma closes the name."""
    last = max([name, *tree.only(name, "flat")])
    closed = last + 2 < len(tree.words) and tree.words[last + 1].form == ","
    return closed and tree.low[last + 2] == "and" and bool(tree.only(noun, "conj"))


def _as_clause(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Came as the president, Ann Oe, was leaving": a clause, and no phrase with "as"."""
    for mark, low in enumerate(tree.low):
        noun = heads[mark]
        if low not in ("as", "while") or relations[mark] != "case" or noun < mark:
            continue
        above, first = heads[noun], max(tree.below(noun)) + 1
        if above < 0 or first >= len(heads) or tree.coarse[first] not in ("AUX", "VERB"):
            continue
        verb = heads[first] if relations[first] in _HELPERS else first
        named = any(tree.coarse[c] == "PROPN" for c in tree.only(noun, "appos"))
        free = relations[verb] in ("parataxis", "advcl", "conj", "ccomp", "dep")
        if not named or not free or verb < first or tree.only(verb, *_SUBJECT, "mark", "cc"):
            continue
        heads[verb], relations[verb] = above, "advcl"
        heads[noun], relations[noun] = verb, "nsubj"
        heads[mark], relations[mark] = verb, "mark"


def _most_of_them(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "50 people, most of them women, were held": an aside, and no second subject."""
    for part in range(2, len(heads) - 3):
        them = tree.low[part + 1 : part + 3] == ["of", "them"]
        counted = tree.low[part] in _SOME or tree.coarse[part] == "NUM"
        if not them or not counted or tree.words[part - 1].form != ",":
            continue
        end = next((w for w in range(part, len(heads)) if tree.words[w].form == ","), -1)
        verb = heads[part]
        if end < 0 or relations[part] not in _SUBJECT or verb < end:
            continue
        noun = part - 2
        while heads[noun] != verb and heads[noun] >= 0:
            noun = heads[noun]
        if heads[noun] != verb:
            continue
        inside = range(part, end)
        for word in inside:
            if heads[word] not in inside:
                heads[word], relations[word] = noun if word == part else part, "list"
        if relations[noun] not in _SUBJECT:
            relations[noun] = tree.relations[part]


def _contrast(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "It was the army, not the police, that fired": the army did."""
    for verb, relation in enumerate(tree.relations):
        other = heads[verb]
        if relation != "acl:relcl" or other < 0 or tree.relations[other] not in _JOINED:
            continue
        noun = tree.heads[other]
        denied = any(tree.low[c] in _CONTRAST for c in tree.children[other] if c < other)
        it = noun >= 0 and any(tree.low[s] == "it" for s in tree.only(noun, "nsubj", "expl"))
        if denied and it and tree.only(noun, "cop"):
            heads[verb] = noun


_JOINED = ("conj", "parataxis", "appos", "dep")


def _who(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "The leader of the Reds, who was shot": the leader was, if one body is no person."""
    for verb, relation in enumerate(tree.relations):
        group = heads[verb]
        who = any(tree.low[c] == "who" for c in tree.children[verb])
        if relation != "acl:relcl" or not who or not loose(tree, verb):
            continue
        above = tree.heads[group]
        role = above >= 0 and (tree.low[above] in PEOPLE | _LEADERS or _person(tree, above))
        several = any(tree.fine[w] == "VBP" or tree.low[w] == "were"
                      for w in (verb, *tree.only(verb, *_HELPERS)))  # fmt: skip
        body = tree.low[group] in ORGANISATION or (
            tree.coarse[group] == "PROPN" and person(tree, group, {}) is None
        )
        body = body or _thing(tree, group)
        if role and body and tree.relations[group] == "nmod":
            same = several == (tree.fine[above] == "NNS")
            heads[verb] = above if same else group


def _thing(tree: Tree, noun: int) -> bool:
    """ "The ferry", "the family": no one person, by its meaning or else by how it ends."""
    low, kind = tree.low[noun], kind_of(tree.low[noun])
    doer = low.endswith(("er", "or", "ist", "ian", "ed", "ee", "ant", "ent", "man", "woman"))
    return tree.fine[noun] == "NN" and kind not in ("person", "animal") and bool(kind or not doer)


def _person(tree: Tree, noun: int) -> bool:
    return tree.coarse[noun] == "NOUN" and kind_of(tree.low[noun]) == "person"


def _which(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "A report by the bank, which was sent in May", "the mill in Ley, which employs 40": the
    report was, the mill does.
    """
    for verb, relation in enumerate(tree.relations):
        near = heads[verb]
        which = any(tree.low[s] == "which" for s in tree.only(verb, *_SUBJECT))
        if relation != "acl:relcl" or not which or tree.relations[near] != "nmod":
            continue
        above = tree.heads[near]
        if not loose(tree, verb) or tree.coarse[above] != "NOUN" or _person(tree, above):
            continue
        if not _fits(tree, above, verb):
            continue
        cases = {tree.low[c] for c in tree.only(near, "case")}
        text = cases & {"by", "from", "of"} and tree.low[above] in _TEXTS and (
            tree.low[verb] in _ISSUED)  # fmt: skip
        site = cases & {"in", "at", "near", "outside"} and tree.coarse[near] == "PROPN" and (
            tree.low[verb] in _RUN or _holds(tree, verb))  # fmt: skip
        if text or site:
            for told in tree.only(near, "acl:relcl"):  # also ", and which had"
                heads[told] = above


def _fits(tree: Tree, noun: int, verb: int) -> bool:
    """Does the verb go with the noun by its number?"""
    forms = {tree.low[w] for w in tree.only(verb, *_HELPERS)}
    one = bool(forms & {"is", "was", "has"}) or tree.fine[verb] == "VBZ"
    several = bool(forms & {"are", "were", "have"}) or tree.fine[verb] == "VBP"
    plural = tree.fine[noun] == "NNS"
    return not (one and plural) and not (several and not plural)


def _holds(tree: Tree, verb: int) -> bool:
    """ "Has 340 pupils"."""
    held = tree.only(verb, "obj") if tree.low[verb] in ("has", "had", "have") else []
    return any(tree.low[o] in _INMATES for o in held)


_TEXTS = word_set("report study survey audit review letter poll inquiry analysis paper petition "
                  "statement complaint")  # fmt: skip
_ISSUED = word_set("published released sent issued based conducted carried commissioned leaked "
                   "drafted written signed completed submitted posted dated covered")  # fmt: skip
_RUN = word_set("opened opens reopened closed closes built rebuilt demolished owned run operated "
                "employs employed employing makes made manufactures produces produced treats "
                "houses housed teaches founded shut converted")  # fmt: skip
_INMATES = word_set("pupils students beds rooms seats staff workers employees patients inmates "
                    "cells floors storeys")  # fmt: skip


def _inverted(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Among the dead were a judge and her driver": the judge was, among the dead."""
    root = tree.root
    for link in range(2, root):
        noun = heads[link]
        fronted = relations[link] == "cop" and noun < link and tree.first_word(noun) == 0
        if fronted and tree.fine[0] == "IN" and heads[noun] == root:
            heads[noun], relations[noun] = -1, "root"
            heads[root], relations[root] = noun, "nsubj"
            for age in range(root + 1, len(heads)):
                after = tree.words[age - 1].form == "," and relations[age] in ("conj", "appos")
                if tree.coarse[age] == "NUM" and after:
                    relations[age] = "nummod"


def _kin(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "A brother, Joe, with whom he ran it": with Joe."""
    for name, relation in enumerate(tree.relations):
        noun = heads[name]
        if relation != "appos" or noun > name or tree.coarse[name] != "PROPN":
            continue
        if tree.coarse[noun] != "NOUN" or not tree.only(noun, "det", "nmod:poss", "nummod"):
            continue
        end = max(w for w in (name, *tree.only(name, "flat")))
        whom = next((w for w in range(end + 2, min(end + 4, len(heads)))
                     if tree.low[w] in ("who", "whom")), -1)  # fmt: skip
        if whom < 0 or tree.words[end + 1].form != ",":
            continue
        told = tree.only(whom, "acl:relcl")
        verb = told[0] if told else heads[whom]
        if verb <= whom or (not told and relations[verb] != "acl:relcl"):
            continue
        heads[verb], relations[verb] = name, "acl:relcl"
        if told:
            heads[whom] = verb


def _thought(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Found a car, thought to be the one used": the car is thought to be."""
    for verb in range(2, len(heads) - 1):
        thought = tree.low[verb] in _THOUGHT and tree.low[verb + 1] == "to"
        if not thought or tree.words[verb - 1].form != "," or tree.only(verb, *_SUBJECT, "aux"):
            continue
        noun = verb - 2
        while heads[noun] >= 0 and relations[noun] in ("flat", "compound", "nmod", "nummod"):
            noun = heads[noun]
        free = relations[verb] in ("parataxis", "advcl", "conj", "acl", "ccomp", "dep")
        if free and tree.coarse[noun] in ("NOUN", "PROPN") and relations[noun] in ("obj", "obl"):
            heads[verb], relations[verb] = noun, "acl"
            tree.fine[verb] = "VBN"


_THOUGHT = word_set("thought believed understood known said reported")


def _remains(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Was shut and remains closed": what it remains."""
    for verb, low in enumerate(tree.low[:-1]):
        done = verb + 1
        if low not in ("remains", "remained", "remain") or tree.fine[done] != "VBN":
            continue
        if heads[done] != verb and not tree.only(done, *_SUBJECT, *_HELPERS):
            if heads[verb] == done:
                heads[verb], relations[verb] = heads[done], relations[done]
            for child in tree.children[done]:
                if child < verb:
                    heads[child] = verb
            heads[done], relations[done] = verb, "xcomp"


_STEPS: tuple[Step, ...] = (
    _trades, _names, _fronted, _as_clause, _most_of_them, _contrast, _who, _which, _inverted, _kin,
    _thought, _remains,
)  # fmt: skip
