"""Every predicate of a tree with its subject and what hangs on it: more clauses than are claims.

What the clause rules leave in its sentence, or do not take for a fact, readers mark now and then.
These plain clauses are offered to a learned choice (``joint/``), and shown by nothing else.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from workbench.propose.lexicon import NEGATIONS, SAY, word_set
from workbench.propose.tree.apposed import apposed
from workbench.propose.tree.clause import SUBJECTS, Clause, relative_clause
from workbench.propose.tree.cuts import condition, is_predicate, loose, negated, was
from workbench.propose.tree.events import event
from workbench.propose.tree.nearer import asked
from workbench.propose.tree.nouns import antecedent, noun_words
from workbench.propose.tree.report import asks
from workbench.propose.tree.shared import bare_be, gapped, shared_auxiliaries
from workbench.propose.tree.shares import share_words
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.untold import tabled, told_to, untold

PLACES = ("root", "conj", "ccomp", "advcl", "acl:relcl", "acl", "parataxis", "appos", "csubj",
          "advcl:relcl", "acl:aside")  # fmt: skip
_NOUNS = ("appos", "acl:aside")
_CLAUSAL = ("acl:relcl", "advcl:relcl")
_PRONOUNS = ("WP", "WDT", "WRB")
# before what is not stated, or done by who knows whom: "accused them of meeting"
_UNSAID = word_set("as without if unless whether than lest of for from about against on in over "
                   "into despite towards toward like instead including "
                   "besides")  # fmt: skip
_NOTHING = NEGATIONS | word_set("nobody nothing no none")
_DEEPEST = 8
_FEWEST = 2  # words of a clause


class Spare(NamedTuple):
    """A clause, the place of its predicate (index in `PLACES`), and whether it is cut short."""

    clause: Clause
    place: int
    short: bool


def spares(tree: Tree) -> list[Spare]:
    """The plain clauses of a sentence, each whole and, where that differs, cut to its core."""
    heads = [w for w in range(len(tree.words)) if _heads_clause(tree, w)]
    found = []
    for head in heads:
        inner = [h for h in heads if h != head and not condition(tree, h)]
        whole = _own(tree, head, [h for h in inner if _parts(tree, h)])
        core = _own(tree, head, [h for h in inner if not _content(tree, h, head)])
        for own in (whole, core) if core != whole else (whole,):
            clause = _clause(tree, head, own)
            silent = len(own) < _FEWEST or _mute(tree, head, own) or _of_nothing(tree, head, own)
            if clause is not None and not silent and not _of_nobody(tree, clause):
                found.append(Spare(clause, PLACES.index(tree.relations[head]), own is core))
    return found


def _heads_clause(tree: Tree, word: int) -> bool:
    relation = tree.relations[word]
    marks = {tree.low[m] for m in tree.only(word, "mark")}
    if relation not in PLACES or marks & _UNSAID:
        return False
    if relation in ("acl", "acl:relcl") and "that" in marks:
        return False  # "the idea that it harms the heart", "the reason that it falls"
    if _without_subject(tree, word, marks) or (relation not in _CLAUSAL and asks(tree, word)):
        return False
    aged = relation == "advcl" and tree.coarse[word] == "NUM"  # "when she was six"
    if aged or _by_whom(tree, word, marks) or untold(tree, word) or tabled(tree, word):
        return False
    return relation in _NOUNS or is_predicate(tree, word)


def _without_subject(tree: Tree, word: int, marks: set[str]) -> bool:
    """Is it done by nobody who is named: who is told to, or what a noun is for?"""
    relation, fine = tree.relations[word], tree.fine[word]
    if told_to(tree, word) or (relation == "acl" and negated(tree, word)):
        return True  # "all candidates not named Oe"
    if fine == "VBG" and ("to" in marks or _named_by(tree, word) or _pictured(tree, word)):
        return True  # "a commitment to getting there"
    plain = tree.only(word, "nsubj", "nsubj:pass")
    return not plain and bool(tree.only(word, "csubj"))  # "whether he will depends on her"


def _named_by(tree: Tree, verb: int) -> bool:
    """ "Measures including calling for a debate", "in addition to cancelling it"."""
    first = tree.first_word(verb)
    before = {tree.low[first], tree.low[first - 1]} if first else {tree.low[first]}
    return bool(before & _NAMING)


def _pictured(tree: Tree, verb: int) -> bool:
    """ "A photo of Ann Oe holding a flag": the photo holds nothing."""
    noun = tree.heads[verb]
    return tree.relations[verb] == "acl" and noun >= 0 and tree.low[noun] in _PICTURES


_NAMING = word_set("including addition to toward towards")
_PICTURES = word_set("image images photo photos photograph photographs picture pictures video "
                     "videos footage clip painting statue selfie")  # fmt: skip


def _by_whom(tree: Tree, verb: int, marks: set[str]) -> bool:
    """ "Charged with taking bribes", "can be avoided by walking": nobody is told to do so."""
    alone = not tree.only(verb, *SUBJECTS)
    above = tree.heads[verb]
    acted = bool(tree.only(above, "aux:pass")) or tree.coarse[above] == "ADJ"
    if "before" in marks and alone and tree.low[above] in _AWAITING:
        return True  # "is awaiting results before naming the cause"
    return ("with" in marks and alone) or ("by" in marks and acted)


_AWAITING = word_set("await awaits awaited awaiting wait waits waited waiting need needs needed")


def _mute(tree: Tree, head: int, own: list[int]) -> bool:
    """ "She said at a briefing", without what she said."""
    told = [c for c in tree.only(head, "ccomp", "obj", "xcomp") if c in own]
    found = tree.low[head] in _FOUND and not tree.only(head, "aux:pass", "obl")
    return (tree.low[head] in SAY or found) and not told


_FOUND = word_set("found shown discovered learned learnt ruled finds shows")  # "a study has found"


def _of_nothing(tree: Tree, head: int, own: list[int]) -> bool:
    """ "A phone that nobody picks up": told of what there may not be."""
    which = tree.relations[head] in _CLAUSAL and not loose(tree, head)
    return which and any(tree.low[w] in _NOTHING for w in own)


def _of_nobody(tree: Tree, clause: Clause) -> bool:
    """ "There was no one taking pictures", "there is not anyone left"."""
    return any(tree.low[w] in _NOTHING or tree.low[w] in _ANY for w in clause.subject)


_FREE = word_set("all everything anything that those")  # "all they get"
_ANY = word_set("anyone anybody anything any")


def _content(tree: Tree, inner: int, head: int) -> bool:
    return tree.relations[inner] in ("ccomp", "csubj") and tree.heads[inner] == head


def _parts(tree: Tree, inner: int) -> bool:
    """Does an inner clause stand for itself: joined by "and", or set off by marks?"""
    return tree.relations[inner] in ("conj", "parataxis") or (
        tree.relations[inner] not in ("ccomp", "csubj") and loose(tree, inner)
    )


def _own(tree: Tree, head: int, cut: list[int]) -> list[int]:
    dropped = frozenset(
        c for c in tree.only(head, "cc", "mark", "discourse", "vocative") if tree.fine[c] != "TO"
    )
    marks = [m for m in tree.only(head, "mark") if tree.fine[m] != "TO"]
    if tree.relations[head] == "advcl" and not tree.only(head, *SUBJECTS):  # "when leaving home"
        marks += [m for m in tree.only(head, "advmod") if tree.fine[m] == "WRB"]
    dropped |= {
        c for c in tree.children[head] if marks and c <= marks[0]
    }  # "shortly after it broke"
    words = tree.below(head, dropped | frozenset(cut))
    return sorted(w for w in words if tree.coarse[w] != "PUNCT")


def _clause(tree: Tree, head: int, own: list[int]) -> Clause | None:
    """The clause under ``head`` with its subject from wherever it stands; None if it has none."""
    relation, above = tree.relations[head], tree.heads[head]
    subject = tree.only(head, *SUBJECTS)
    if subject and tree.fine[subject[0]] in _PRONOUNS and relation not in _CLAUSAL:
        return None
    if relation in _CLAUSAL:
        made = relative_clause(tree, head, above, _host(tree, above), parted=False)
        fits = made is not None and made.head == head
        free = tree.fine[above] == "WP" or tree.low[above] in _FREE  # "what they found"
        free = free or (not loose(tree, head) and (_of_most(tree, above) or _perhaps(tree, above)))
        return replace(made, own=own) if made is not None and fits and not free else None
    if subject:
        return _told_of_own(tree, head, own, subject[0])
    if relation in _NOUNS:
        noun = apposed(tree, head, above) if relation == "appos" else above
        return None if noun is None else Clause(head, "apposition", own, _noun(tree, noun, head))
    return _sharing(tree, head, own)


def _of_most(tree: Tree, noun: int) -> bool:
    """ "Most of the men who were hurt": not that the men all were."""
    of = any(tree.low[c] == "of" for c in tree.only(noun, "case"))
    return of and tree.relations[noun] == "nmod" and tree.low[tree.heads[noun]] in _SOME


def _perhaps(tree: Tree, noun: int) -> bool:
    """ "May have a tool that opens it", "would need a mill that runs on gas": there may be none."""
    verb = tree.heads[noun]
    new = not any(tree.low[c] in _KNOWN for c in tree.only(noun, "det", "nmod:poss"))
    return (
        new and tree.relations[noun] == "obj" and tree.coarse[noun] == "NOUN"
        and any(tree.low[c] in _MAYBE for c in tree.only(verb, "aux"))
    )  # fmt: skip


_SOME = word_set("most many some few several half all any none one each number majority")
_KNOWN = word_set("the this these those its his her their our my that")
_MAYBE = word_set("may might could would should")


def _told_of_own(tree: Tree, head: int, own: list[int], subject: int) -> Clause | None:
    """A clause with a subject of its own, which may lack its verb: "… and nine wounded"."""
    above = tree.heads[head]
    if tree.relations[head] == "conj" and gapped(tree, above, head):
        rest = [w for w in own if w not in tree.below(subject)]
        return Clause(head, "participle", rest, noun_words(tree, subject), host=above)
    top = above if tree.relations[head] == "conj" else head
    helped = tree.only(head, "aux", "aux:pass", "cop")
    led = top >= 0 and any(tree.low[m] == "with" for m in tree.only(top, "mark"))
    if helped or not led or tree.fine[head] not in ("VBG", "VBN") or tree.heads[top] < 0:
        return Clause(head, "main", own)
    return _absolute(tree, head, own, (subject, top))


def _absolute(tree: Tree, head: int, own: list[int], place: tuple[int, int]) -> Clause | None:
    """ "…, with the medal going to Poland", "with the doors shut and the windows smashed"."""
    subject, top = place
    if tree.fine[head] == "VBN" and not was(tree, _host(tree, tree.heads[top])):
        return None  # "is to be split, with its mines sold to a rival"
    noun = noun_words(tree, subject)
    rest = [w for w in own if w not in tree.below(subject)]
    return Clause(head, "participle", rest, noun, host=_host(tree, tree.heads[top]))


def _sharing(tree: Tree, head: int, own: list[int]) -> Clause | None:
    """A clause without a subject, with the one that it takes over."""
    relation, above = tree.relations[head], tree.heads[head]
    first = head
    while tree.relations[first] == "conj" and tree.fine[first][:2] == "VB":
        first = tree.heads[first]  # "tests set by the army and required under the law"
    if tree.relations[first] == "acl" and tree.fine[first] in ("VBN", "VBG"):
        relation, above = "acl", tree.heads[first]
    if relation == "acl":
        inside = tree.below(first)
        told = share_words(tree, antecedent(tree, above, verb=first), first)
        noun = [w for w in told if w not in inside]
        made = Clause(head, "participle", own, noun, host=_host(tree, above))
        return None if event(tree, above) else made  # "used force, an act condemned by unions"
    shared = _subject_above(tree, head)
    said = relation == "ccomp" and tree.relations[above] == "acl:relcl"  # "a site it said was used"
    if not shared or said:
        return None
    if relation == "advcl" and tree.fine[head] in ("VBG", "VBN"):
        between = min(shared) < head < above and not loose(tree, head)  # "water before eating does"
        made = Clause(head, "participle", own, shared, host=_tensed(tree, _host(tree, above)))
        return None if between else made
    lead = shared_auxiliaries(tree, above, head) if relation == "conj" and _bare(tree, head) else []
    return Clause(head, "main", own, shared, lead=lead)


def _noun(tree: Tree, noun: int, clause: int) -> list[int]:
    inside, first = tree.below(clause), tree.first_word(clause)
    words = [w for w in noun_words(tree, noun) if w not in inside]
    # "the size of loans given in May, as well as the rate": what stands before "given"
    return [w for w in words if w < first] if noun < clause else words


def _subject_above(tree: Tree, head: int) -> list[int]:
    """The subject that a clause without one shares with a clause above it."""
    path, which = {head}, False
    for _ in range(_DEEPEST):
        relation, above = tree.relations[head], tree.heads[head]
        if relation == "acl:relcl" or above < 0:
            if above >= 0 and tree.coarse[above] == "NUM" and tree.heads[above] >= 0:
                named = tree.coarse[tree.heads[above]] == "PROPN"  # "Oe, 51, who lived in Ley"
                above = tree.heads[above] if named else above
            return _noun(tree, above, head) if above >= 0 else []
        found = tree.only(above, *SUBJECTS)
        if relation == "xcomp" and asked(tree, head):
            return []  # "urged the council to open wards and hire nurses": they hire none
        if tree.relations[head] == "ccomp" and which:
            found = []  # "a flaw which he claims is old and can be used": the flaw can
        which = which or (bool(found) and tree.fine[found[0]] in _PRONOUNS)
        if found and tree.relations[found[0]] == "expl":
            return []  # "it is usual to assume that …, putting them at risk"
        if found and (found[0] in path or _done_by_doing(tree, found[0], path)):
            return []  # "drinking water before eating makes you slim"
        if found and tree.fine[found[0]] not in _PRONOUNS:
            return noun_words(tree, found[0])
        head = above
        path.add(head)
    return []


def _done_by_doing(tree: Tree, subject: int, clauses: set[int]) -> bool:
    """Is what somebody does the subject of a verb with "before eating" or "while at work"?"""
    return tree.relations[subject] == "csubj" and any(
        tree.only(c, "mark") and tree.relations[c] == "advcl" for c in clauses
    )


def _tensed(tree: Tree, verb: int) -> int:
    """The predicate whose tense a participle takes: "fired, killing three before turning away"."""
    while tree.fine[verb] == "VBG" and not tree.only(verb, "aux") and tree.heads[verb] >= 0:
        if tree.relations[verb] not in ("advcl", "conj", "acl", "xcomp"):
            break
        verb = tree.heads[verb]
    return verb


def _host(tree: Tree, word: int) -> int:
    """The predicate that a noun stands under."""
    for _ in range(_DEEPEST):
        if tree.heads[word] < 0 or is_predicate(tree, word):
            break
        word = tree.heads[word]
    return word


def _bare(tree: Tree, head: int) -> bool:
    helped = tree.only(head, "aux", "aux:pass", "cop")
    if bare_be(tree, head):
        return True
    return not helped and tree.fine[head] in ("VB", "VBN", "VBG", "VBD")
