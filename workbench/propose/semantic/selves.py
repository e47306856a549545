"""What "I" and "we" of a quotation are, by who says it and for whom she speaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.propose.inflect import IRREGULAR_PAST, possessive, third_person
from workbench.propose.lexicon import THINK, word_set
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.tree import Tree


def selves(tree: Tree, name: str, gender: str) -> dict[int, str]:
    """ "I have kept my seat" as "Ann Oe has kept her seat": what to write for each such word.

    Of clauses that tell what "I" did or have done; those with "we" stay as they are.
    """
    found = _owned(tree, "my", name)  # "my wife has a broken arm"
    mine = _MINE.get(gender, _MINE[""])
    found |= _hearing(tree, name, gender) | _with_me(tree, name, gender)
    for deed in _deeds(tree, "i"):
        felt = tree.coarse[deed.head] == "ADJ" and tree.low[deed.first] in ("am", "'m")
        felt = felt and not any(tree.coarse[w] == "NUM" for w in deed.words)
        told = (_tells(tree, deed.first) and not felt) or _lasts(tree, deed)
        if thinks(tree, deed.head) or deed.said & _OURS or not told:
            continue
        found[deed.subject] = name
        found |= _in_third(tree, deed.first)
        found |= {w: mine[tree.low[w]] for w in deed.words if tree.low[w] in mine}
        found |= _joined(tree, deed.head)
    return found


def thinks(tree: Tree, verb: int) -> bool:
    """ "I know the street is dark", and not "I saw people climbing out", "I heard two shots"."""
    if tree.low[verb] not in THINK:
        return False
    found = tree.only(verb, "obj") and not tree.only(verb, "ccomp", "aux")
    return not (tree.low[verb] in _PERCEIVED and found)


_PERCEIVED = frozenset(("saw", "heard", "found", "showed", "learned", "learnt"))


def _hearing(tree: Tree, name: str, gender: str) -> dict[int, str]:
    """ "She told me that it was gone": told Ann Oe; "my doctor told me": told her.

    "They gave me a desk in my old office": in hers. "They told me I was out" stays as it is.
    """
    mine, found = _MINE.get(gender, _MINE[""]), dict[int, str]()
    for word, low in enumerate(tree.low):
        verb = tree.heads[word]
        if low != "me" or tree.relations[word] not in ("obj", "iobj") or tree.fine[verb] != "VBD":
            continue
        subject = [w for s in tree.only(verb, *SUBJECTS) for w in tree.below(s)]
        about, inside = {tree.low[w] for w in subject}, _words(tree, verb)
        if not subject or about & (_OURS | {"i"}) or any(tree.low[w] == "i" for w in inside):
            continue
        found |= {w: mine["my"] if gender else possessive(name, several=False)
                  for w in inside if tree.low[w] == "my" and w not in subject
                  and tree.relations[tree.heads[w]] not in _SUBJECT}  # fmt: skip
        found[word] = mine["me"] if "my" in about else name
    return found


def _with_me(tree: Tree, name: str, gender: str) -> dict[int, str]:
    """ "My wife and I sold the mill": his wife and Jon Oe sold it."""
    found: dict[int, str] = {}
    for word, low in enumerate(tree.low):
        noun = tree.heads[word]
        subject = low == "i" and tree.relations[word] == "conj" and tree.relations[noun] in _SUBJECT
        verb = tree.heads[noun] if subject else -1
        if verb < 0 or thinks(tree, verb):
            continue
        first = min([verb, *tree.only(verb, "aux", "aux:pass", "cop")])
        if _tells(tree, first):
            found[word] = name
            mine = [w for w in tree.only(noun, "nmod:poss") if tree.low[w] == "my" and gender]
            found |= dict.fromkeys(mine, _MINE[gender]["my"])
    return found


def _joined(tree: Tree, head: int) -> dict[int, str]:
    """ "I have tried but have not found it", "I live and work here": the second verb, too."""
    found: dict[int, str] = {}
    for verb in tree.only(head, "conj"):
        if not tree.only(verb, *SUBJECTS):
            found |= _in_third(tree, min([verb, *tree.only(verb, "aux", "aux:pass", "cop")]))
    return found


def _in_third(tree: Tree, verb: int) -> dict[int, str]:
    """The first word of a predicate of "I" as it is said of another: "have" as "has"."""
    low = tree.low[verb]
    if low in _THIRD:
        return {verb: _THIRD[low]}
    return {verb: third_person(low)} if tree.fine[verb] == "VBP" else {}


def _lasts(tree: Tree, deed: _Deed) -> bool:
    """ "I work in Ley", "I have two cows", and not "I love it", "I have no idea"."""
    verb = deed.head
    if deed.first != verb or tree.fine[verb] != "VBP":
        return False
    held = [w for w in tree.only(verb, "obj") if tree.coarse[w] == "NOUN"]
    has = tree.low[verb] == "have" and bool(held) and not tree.only(verb, "xcomp")
    no = any(tree.low[c] == "no" for w in held for c in tree.only(w, "det"))
    return tree.low[verb] in _LASTING or (has and not no and tree.low[held[0]] not in _FELT)


_LASTING = word_set("work own play wear teach live run drive grow sell coach earn pay rent farm "
                    "represent employ chair breed raise rely")  # fmt: skip
_FELT = word_set("idea doubt doubts hope hopes faith confidence feeling feelings sympathy respect "
                 "concern concerns regret regrets problem problems question questions right "
                 "reason reasons fear fears trust time chance duty message opinion view views "
                 "suspicion plan plans intention desire memory memories admiration "
                 "love")  # fmt: skip


class _Deed(NamedTuple):
    """What a pronoun does: its index, the predicate, the first word of that, and all its words."""

    subject: int
    head: int
    first: int
    words: set[int]
    said: set[str]


def _deeds(tree: Tree, pronoun: str) -> Iterator[_Deed]:
    """The clauses whose subject is the pronoun, without those that are joined to them."""
    for word, low in enumerate(tree.low):
        if low != pronoun or tree.relations[word] not in _SUBJECT:
            continue
        head = tree.heads[word]
        first = min([head, *tree.only(head, "aux", "aux:pass", "cop")])
        inside = _words(tree, head)
        yield _Deed(word, head, first, inside, {tree.low[w] for w in inside})


def _words(tree: Tree, head: int) -> set[int]:
    """The words of a clause, without those that are joined to it."""
    others = (c for c in tree.only(head, "conj", "parataxis") if tree.only(c, *SUBJECTS))
    return set(tree.below(head, frozenset(others)))


def _owned(tree: Tree, pronoun: str, name: str) -> dict[int, str]:
    """ "My" or "our" before a subject, but for what is everybody's: "our children"."""
    return {
        word: possessive(name, several=False)
        for word, low in enumerate(tree.low)
        if low == pronoun
        and tree.relations[tree.heads[word]] in _SUBJECT
        and not (pronoun == "our" and tree.low[tree.heads[word]] in _SHARED)
    }


_PASTS = frozenset(IRREGULAR_PAST.values()) | {"was", "had", "did"}
_AS_EVER = frozenset(("put", "cut", "hit", "shut", "set", "quit"))
_SUBJECT = ("nsubj", "nsubj:pass")
_OURS = word_set("we our us ours ourselves you your")
_THIRD = {"have": "has", "'ve": " has", "am": "is", "'m": " is"}
_MINE = {  # of a speaker who is a man, a woman, or not known
    "m": {"my": "his", "me": "him", "myself": "himself"},
    "f": {"my": "her", "me": "her", "myself": "herself"},
    "": {"my": "their", "me": "them", "myself": "themselves"},
}


def _tells(tree: Tree, verb: int) -> bool:
    """Is the first word of a predicate a past tense, or one of "have" and "am" with a verb?"""
    if tree.fine[verb] == "VBD":  # but "I remember the van" is tagged so, too
        return tree.low[verb].endswith("ed") or tree.low[verb] in _PASTS | _AS_EVER
    return tree.low[verb] in _THIRD and tree.coarse[verb] == "AUX"


def ours(tree: Tree, house: str) -> dict[int, str]:
    """ "We have closed two of our mills" as "Northline has closed two of its mills".

    ``house``: whom the speaker speaks for. Of clauses that tell what "we" did, have done or do.
    """
    found = _owned(tree, "our", house)
    for deed in _deeds(tree, "we"):
        first = deed.first
        about = {w for c in deed.words if tree.relations[c] == "acl:relcl" for w in tree.below(c)}
        said = {tree.low[w] for w in deed.words - about}  # "issues that did not make me glad"
        if not _done(tree, deed) or said & _ALL or tree.low[deed.head] in THINK | _WANTS:
            continue
        found[deed.subject] = house
        if tree.low[first] in _DOES:
            found[first] = _DOES[tree.low[first]]
        elif tree.fine[first] == "VBP":
            found[first] = third_person(tree.low[first])
        found |= _joined_ours(tree, deed.head)
        found |= {w: _ITS[tree.low[w]] for w in deed.words if tree.low[w] in _ITS}
    return found


def _joined_ours(tree: Tree, head: int) -> dict[int, str]:
    """ "We take it seriously and have told the police": the second verb, too."""
    found: dict[int, str] = {}
    for verb in tree.only(head, "conj"):
        if tree.only(verb, *SUBJECTS):
            continue
        first = min([verb, *tree.only(verb, "aux", "aux:pass", "cop")])
        if tree.low[first] in _DOES:
            found[first] = _DOES[tree.low[first]]
        elif first == verb and tree.fine[verb] == "VBP":
            found[verb] = third_person(tree.low[verb])
    return found


def _done(tree: Tree, deed: _Deed) -> bool:
    """Is it told as done or going on, and not as what may or will be?"""
    tense = tree.fine[deed.first]
    verb = deed.first == deed.head and tree.coarse[deed.head] == "VERB"
    return tense == "VBD" or (tense == "VBP" and (verb or tree.low[deed.first] in _DOES))


_DOES = {"have": "has", "'ve": " has", "’ve": " has", "are": "is", "'re": " is", "’re": " is",
         "do": "does", "were": "was"}  # fmt: skip
_ITS = {"our": "its", "us": "it", "ourselves": "itself"}
_ALL = word_set("all both i my me you your each everybody everyone")
_WANTS = word_set("want need love like live regret welcome apologise apologize thank deserve")
_SHARED = word_set("children kids country world lives life planet neighbours neighbors friends "
                   "generation society daughter son mother father family families")  # fmt: skip
