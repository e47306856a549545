"""Correct what is told behind a comma: appositions, "all of which", "claims that"."""

from __future__ import annotations

from workbench.propose.lexicon import TITLES, word_set
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_NOMINAL = ("NOUN", "PROPN")
_STRAY = ("conj", "parataxis", "dep", "list")
_CONTENT = word_set("claim claims report reports allegation allegations idea news warning warnings "
                    "argument suggestion suggestions belief fear fears hope hopes view promise "
                    "complaint complaints evidence doubts rumours rumors denial")  # fmt: skip


def repair_apposing(tree: Tree) -> Tree:
    """The tree with such words where they belong."""
    return stepwise(tree, _STEPS)


def _behind_comma(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "By Pulsa, a maker of trackers": a maker, and no other one than Pulsa."""
    for noun, relation in enumerate(tree.relations):
        first = tree.first_word(noun)
        stray = relation in _STRAY and tree.fine[noun] == "NN" and not tree.only(noun, "cc", "cop")
        before = first - 2
        if not stray or first < 2 or not _tells(tree, first, before):
            continue
        listed = any(
            c > noun and tree.only(c, "cc") for c in (*tree.only(heads[noun], "conj"),
                                                     *tree.only(noun, "conj"))
        )  # fmt: skip
        if tree.words[first - 1].form != "," or tree.coarse[before] not in _NOMINAL or listed:
            continue
        if tree.only(noun, *_SUBJECT):
            continue
        while relations[before] in ("flat", "compound") and heads[before] >= 0:
            before = heads[before]
        if before < first and heads[before] != noun:
            heads[noun], relations[noun] = before, "appos"


def _tells(tree: Tree, first: int, before: int) -> bool:
    """Does a phrase begin like an apposition: "a maker", of a name also "the maker", "its head"?"""
    low = tree.low[first]
    return low in ("a", "an") or (low in _OF_NAMES and tree.coarse[before] == "PROPN")


_OF_NAMES = word_set("the its his her their")


def _all_of_which(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The three, all of which concerned drugs": they did."""
    for which in range(3, len(tree.words) - 1):
        part, verb = which - 2, which + 1
        shape = tree.low[which] == "which" and tree.low[which - 1] == "of"
        if not shape or tree.words[which - 3].form != "," or heads[verb] != part:
            continue
        if tree.fine[verb] not in ("VBN", "VBD") or not 0 <= heads[part] < part:
            continue
        heads[verb], relations[verb] = heads[part], "acl:relcl"
        heads[part], relations[part] = verb, "nsubj"
        tree.fine[verb], tree.coarse[verb] = "VBD", "VERB"
        for noun in tree.only(part, "nmod", "obj", "obl"):
            if noun > verb:
                heads[noun], relations[noun] = verb, "obl" if tree.only(noun, "case") else "obj"


def _linked(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "She was for a decade the only woman": she was the woman, and no decade."""
    for link in range(1, len(tree.words)):
        noun, subject = heads[link], link - 1
        other = heads[subject]
        linked = relations[link] == "cop" and relations[subject] in _SUBJECT
        if linked and link < other < noun and tree.only(other, "case"):
            heads[subject] = noun


def _claimed(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The claims of the opposition that he had agreed": what they claim."""
    for verb, relation in enumerate(tree.relations):
        marked = any(tree.low[m] == "that" for m in tree.only(verb, "mark"))
        told = [s for s in tree.only(verb, *_SUBJECT) if tree.low[s] not in ("that", "who")]
        noun = heads[verb]
        if relation != "acl:relcl" or noun < 0 or not marked or not told:
            continue
        relations[verb] = "acl"
        above = heads[noun]
        if relations[noun] == "nmod" and above >= 0 and tree.low[above] in _CONTENT:
            heads[verb] = above


def _of_three(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "A father of three named Ann": the father is."""
    for verb, relation in enumerate(tree.relations):
        number = heads[verb]
        if relation != "acl" or number < 0 or tree.coarse[number] != "NUM":
            continue
        of = any(tree.low[c] == "of" for c in tree.only(number, "case"))
        if of and relations[number] == "nmod" and tree.low[verb] == "named":
            heads[verb] = heads[number]


def _of_those(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Of the 340 families asked, 212 said": which families, and no clause of its own."""
    if tree.low[:1] != ["of"]:
        return
    comma = next((w for w, word in enumerate(tree.words) if word.form == ","), -1)
    asked, root = comma - 1, tree.root
    noun = asked - 1
    short = (
        noun > 0
        and heads[0] in (noun, asked)
        and tree.fine[asked] in ("VBN", "VBD")
        and comma < root
    )
    if not short or tree.only(asked, "aux", "aux:pass", "mark"):
        return
    told = [s for s in tree.only(root, *_SUBJECT) if s > comma]
    if told and tree.coarse[noun] in ("NOUN", "PRON", "DET"):
        heads[noun], relations[noun] = root, "obl"
        heads[asked], relations[asked] = noun, "acl"
        tree.fine[asked], tree.coarse[asked] = "VBN", "VERB"
        heads[comma] = root
        for word in range(noun):
            heads[word] = noun if heads[word] == asked else heads[word]


def _turned(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "At the heart of it are new rosters", "among them was Ann Oe": they are, she was."""
    root = tree.root
    links = [c for c in tree.only(root, "cop") if c < root]
    if not links or tree.only(root, *_SUBJECT, "expl", "csubj", "mark", "case"):
        return
    told = tree.coarse[root] == "PROPN" or tree.fine[root] == "NNS"
    told = told or bool(tree.only(root, "det", "nummod", "nmod:poss"))
    front = [c for c in tree.children[root] if c < links[0] and tree.coarse[c] != "PUNCT"]
    begins = 1 if tree.low[:1] == ["also"] else 0  # "also in the file were"
    place = next((c for c in front if tree.first_word(c) == begins and c >= begins), -1)
    fits = place >= 0 and (bool(tree.only(place, "case")) or tree.coarse[place] in ("ADJ", "VERB"))
    if not told or not fits or max(tree.below(place)) + 1 != links[0]:
        return
    heads[place], relations[place] = -1, "root"
    heads[root], relations[root] = place, "nsubj"
    for word in (*links, *tree.only(root, "advmod", "aux")):
        if word <= links[0]:
            heads[word] = place
    for word in tree.only(root, "punct", "advcl", "parataxis", "conj"):
        if word > root and (relations[word] != "conj" or tree.coarse[word] == "VERB"):
            heads[word] = place


def _stands(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "On the wall hangs a portrait": it hangs, and nobody hangs it."""
    root = tree.root
    things = [o for o in tree.only(root, "obj") if o > root]
    placed = any(tree.first_word(c) == 0 and tree.only(c, "case") for c in tree.only(root, "obl"))
    if tree.low[root] in _STANDING and placed and things and not tree.only(root, *_SUBJECT):
        relations[things[0]] = "nsubj"


_STANDING = word_set("hangs hang hung lies lie lay stands stand stood sits sit sat lives live "
                     "lived comes come came runs run ran rises rise rose follows follow "
                     "followed")  # fmt: skip


def _neither_did(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Neither has replied so far": neither of them."""
    if tree.low[:1] != ["neither"] or len(tree.low) < 3 or tree.coarse[1] != "AUX":
        return
    verb = heads[1]
    if verb > 1 and not tree.only(verb, *_SUBJECT) and heads[0] == verb:
        relations[0] = "nsubj:pass" if tree.only(verb, "aux:pass") else "nsubj"
        tree.coarse[0] = "PRON"


def _absolute(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Its founder dead, Solara closed", "its head in jail, the party lost": not the founder."""
    noun = heads[0] if tree.low[:1] and tree.low[0] in _WHOSE else -1
    if noun < 1 or relations[0] != "nmod:poss" or relations[noun] not in ("appos", *_SUBJECT):
        return
    comma = next((w for w in range(noun, len(heads)) if tree.words[w].form == ","), -1)
    other = heads[noun] if relations[noun] == "appos" else _first(tree.only(noun, "appos"))
    subject = other if other > comma else _first(tree.only(heads[noun], *_SUBJECT), comma)
    verb = max(heads[subject], heads[noun]) if subject >= 0 else -1
    if not noun < comma < subject < verb or max(tree.below(noun) - tree.below(subject)) > comma + 1:
        return
    rest = [c for c in tree.children[noun] if noun < c < comma]
    state = any(relations[c] in ("amod", "acl") for c in rest) or any(
        relations[c] == "nmod" and not tree.only(c, "det", "nmod") and tree.low[c - 1] in _WITHIN
        for c in rest
    )
    closed = any(tree.words[w].form == "," for w in range(subject, verb))
    if state and not closed and tree.first_word(subject) == comma + 1:
        heads[subject], relations[subject] = verb, "nsubj"
        heads[noun], relations[noun] = verb, "obl"


def _first(words: list[int], after: int = -1) -> int:
    return next((w for w in words if w > after), -1)


_WHOSE = word_set("its his her their")
_WITHIN = word_set("in on under at")


def _at_firm_who(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "An economist at Norbank who follows it": at Norbank, which is no part of "who"."""
    for who in range(2, len(heads) - 1):
        name, at = who - 1, who - 2
        while relations[at] in ("compound", "flat") and at > 0:
            at -= 1
        verb = heads[who]
        glued = heads[name] >= who and tree.coarse[name] == "PROPN"
        if tree.low[who] != "who" or not glued or relations[at] != "case" or verb <= who:
            continue
        noun = heads[verb]
        if relations[verb] == "acl:relcl" and 0 <= noun < at:
            heads[name], relations[name] = noun, "nmod"
            heads[at] = name


def _firm_called(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Its owner, Swedish oil firm Halden Oil, said": Halden Oil is the owner, a firm it is."""
    for kind in range(3, len(heads) - 1):
        first = tree.first_word(kind)
        noun, name = heads[kind], kind + 1
        if relations[kind] != "appos" or not 0 <= noun < first or tree.fine[kind] != "NN":
            continue
        if tree.words[first - 1].form != "," or tree.only(kind, "det") or first < 2:
            continue
        run = [name]
        while run[-1] + 1 < len(heads) and tree.coarse[run[-1] + 1] == "PROPN":
            run.append(run[-1] + 1)
        known = any(heads[w] == noun and relations[w] == "appos" for w in run)
        if tree.coarse[name] != "PROPN" or not known or noun in tree.below(name):
            continue
        outside = [c for w in run for c in tree.children[w] if c not in run and c > name]
        heads[name], relations[name] = noun, "appos"
        heads[kind], relations[kind] = name, "nmod:desc"
        for word in (*run[1:], *outside):
            heads[word] = name
            relations[word] = "flat" if word in run else relations[word]


def _office_of(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The office of the mayor, Ann Oe": the mayor is Ann Oe, and no office."""
    for name in range(4, len(heads)):
        office, mayor = heads[name], name - 2
        if relations[name] != "appos" or not 0 <= office < mayor or tree.coarse[name] != "PROPN":
            continue
        if tree.low[office] not in _OFFICES or tree.words[name - 1].form != ",":
            continue
        if tree.low[mayor] == "general" and tree.fine[mayor] == "JJ":
            mayor -= 1  # "attorney general"
            if heads[mayor + 1] == office and mayor > office:
                heads[mayor + 1] = mayor
        role = tree.low[mayor] in _ROLES or tree.words[mayor].form.isupper()
        if heads[mayor] == office and relations[mayor] == "nmod" and role:
            heads[name] = mayor


_OFFICES = word_set("office campaign administration department team lawyer lawyers spokesman "
                    "spokeswoman spokesperson family wife husband son daughter home")  # fmt: skip
_ROLES = TITLES | {"attorney", "solicitor", "prosecutor", "speaker"}
_STEPS: tuple[Step, ...] = (
    _behind_comma, _at_firm_who, _all_of_which, _linked, _claimed, _of_three, _of_those, _turned,
    _stands, _neither_did, _absolute, _firm_called, _office_of,
)  # fmt: skip
