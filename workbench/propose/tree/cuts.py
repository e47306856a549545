"""Which parts of a clause stand for themselves and are cut out of what it states."""

from __future__ import annotations

from workbench.propose.lexicon import (
    CONDITION,
    CONTRAST,
    HAVE,
    MONTHS,
    TIME_NOUNS,
    WEEKDAYS,
    word_set,
)
from workbench.propose.tree.alike import unlike
from workbench.propose.tree.titles import in_title
from workbench.propose.tree.tree import Tree

_SPOKEN_OF = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "conj")
_AMID = frozenset(("despite", "amid", "after", "because", "by", "to"))
_FRAMING = word_set(
    "stripped adjusted measured counted taken seen viewed put weighed averaged corrected converted"
)
_WHILE = frozenset(("during", "after", "before"))
_SUBJECT = ("nsubj", "nsubj:pass")
_LOOSE = frozenset(("when", "as", "so"))
_IDLE = 5
_LONG, _LONGER = 9, 12  # words of a clause that is told for itself
_REGIONS = word_set("county province state oblast region district governorate")
_OPENERS = frozenset(",;:–—-()")


def is_predicate(tree: Tree, word: int) -> bool:
    """Is the word a verb, or something that "is" or a subject makes a predicate?"""
    if tree.fine[word].startswith("VB") and tree.coarse[word] in ("VERB", "AUX"):
        return True
    return bool(tree.only(word, "cop", "nsubj", "nsubj:pass", "expl"))


def loose(tree: Tree, top: int) -> bool:
    """Is the phrase under ``top`` set off by a mark, or does it open the sentence?"""
    words = sorted(tree.below(top))
    first = next((w for w in words if tree.coarse[w] != "PUNCT"), top)
    if first == 0:
        return True
    before = tree.words[first - 1]
    if before.form in _OPENERS:
        return before.form != "-" or first < 2 or tree.words[first - 2].end < before.start
    return all(tree.coarse[w] in ("PUNCT", "CCONJ") for w in range(first))


def cut_children(tree: Tree, head: int, inside: bool = False) -> set[int]:
    """Children of ``head`` whose subtrees do not belong to what ``head`` states.

    ``inside``: ``head`` is no predicate but stands within a clause.
    """
    found = _after_colon(tree, head) if not inside else set()
    for child in tree.children[head]:
        relation = tree.relations[child]
        if (
            relation in ("vocative", "discourse", "list", "acl:aside")
            or (relation == "advcl:relcl" and not _cleft(tree, head) and not _how(tree, head))
            or (relation in ("appos", "acl:relcl", "acl") and _aside(tree, head, child, relation))
            or (relation == "conj" and not inside and _splits(tree, head, child))
            or (relation == "parataxis" and not _quoted_words(tree, child))
            or (
                relation == "advcl"
                and (not inside or not is_predicate(tree, head))
                and _stands_alone(tree, child)
            )
        ):
            found.add(child)
    return found


def _after_colon(tree: Tree, head: int) -> set[int]:
    """What a colon opens after a whole clause: "was fined twice: in 2015 for …"."""
    colon = next((w for w in range(head + 1, len(tree.words)) if tree.words[w].form == ":"
                  and not in_title(tree, w)), -1)  # fmt: skip
    if colon < 0 or tree.coarse[colon - 1] in ("VERB", "AUX"):
        return set()
    return {c for c in tree.children[head] if c > colon and tree.relations[c] != "ccomp"}


def _quoted_words(tree: Tree, child: int) -> bool:
    """Some words in quotation marks that are no clause: called it "a betrayal"."""
    words = sorted(w for w in tree.below(child) if tree.coarse[w] != "PUNCT")
    before = tree.words[words[0] - 1].form if words and words[0] > 0 else ""
    return not is_predicate(tree, child) and before in ('"', "“")


def _aside(tree: Tree, head: int, child: int, relation: str) -> bool:
    if relation == "acl" and tree.only(child, "mark"):
        return False
    if relation == "appos" and _stays(tree, head, child):
        return False
    if any(tree.low[c] == "not" for c in tree.children[child]):
        return False  # "capacity, not political will, was"
    if relation == "acl:relcl" and (
        tree.only(child, "cc")
        or newly_told(tree, head)  # "…, a doctor who was not"
        or meanwhile(tree, child)
        or (news(tree, head, child) and len(tree.below(child)) > _LONG and not _bare(tree, head))
    ):
        return True
    return loose(tree, child)


def _bare(tree: Tree, noun: int) -> bool:
    """ "Vacated an order that required Oe to …": "an order" alone says nothing."""
    said = [c for c in tree.children[noun] if tree.relations[c] not in ("det", "acl:relcl")]
    verb = tree.heads[noun]
    behind = [c for c in tree.children[verb] if c > noun and tree.coarse[c] != "PUNCT"]
    plain = tree.relations[noun] == "obj" and tree.low[noun] in _PAPERS
    return plain and not behind and all(tree.coarse[c] == "PUNCT" for c in said)


_PAPERS = word_set("order law rule bill plan policy ruling decision meeting measure deal proposal")


def _stays(tree: Tree, head: int, child: int) -> bool:
    """Does what the parser took for an apposition belong to the clause around it?"""
    owned = tree.only(child, "nmod", "nmod:poss")
    owned += [w for c in tree.only(child, "nmod") for w in tree.children[c]]
    of_them = any(tree.low[w] == "them" for w in owned)  # "two of them goals"
    counted = tree.only(head, "nummod") or tree.coarse[head] == "NUM"
    ranked = counted and tree.fine[child] == "JJS"  # "71 percent, the highest since 1990"
    dated = any(tree.low[c].rstrip(".") in MONTHS for c in (child, *tree.children[child]))
    if tree.coarse[head] == tree.coarse[child] == "NUM":
        return True  # "won 7-5, 3-6, 6-2"
    if tree.low[head] in WEEKDAYS and dated:
        return True  # "on Friday, Dec. 6"
    return bool(is_list(tree, child) or is_region(tree, child) or of_them or ranked)


def newly_told(tree: Tree, noun: int) -> bool:
    """Is it what somebody is, with "a": "Ann Oe, a doctor who …", but not "the doctor who …"?"""
    if tree.relations[noun] != "appos" or not loose(tree, noun) or _wherein(tree, noun):
        return False
    return not any(tree.low[c] == "the" for c in tree.only(noun, "det"))


def _wherein(tree: Tree, noun: int) -> bool:
    """ "A disease in which the lungs burn": no disease without it."""
    clauses = [c for c in tree.only(noun, "acl:relcl") if not loose(tree, c)]
    return any(tree.low[w] == "which" and tree.only(w, "case") for c in clauses
               for w in tree.below(c))  # fmt: skip


def introduced(tree: Tree, noun: int) -> bool:
    """ "A petition", "despite inflation": first spoken of here, so that what follows is news."""
    if tree.relations[noun] not in _SPOKEN_OF:
        return False
    if any(tree.low[c] in ("a", "an") for c in tree.only(noun, "det")):
        return True
    bare = tree.fine[noun] == "NN" and not tree.only(noun, "det", "nmod:poss", "amod", "nmod")
    return bare and any(tree.low[c] in _AMID for c in tree.only(noun, "case"))


def news(tree: Tree, noun: int, verb: int) -> bool:
    """Does a relative clause without a comma tell what happened to something new?"""
    opened = any(tree.fine[w].startswith("W") or tree.low[w] == "that" for w in tree.below(verb))
    return opened and was(tree, verb) and introduced(tree, noun)


def meanwhile(tree: Tree, verb: int) -> bool:
    """ "Talks during which Arl left": what happened in the time is told for itself."""
    return any(tree.low[w] == "which" and any(tree.low[c] in _WHILE for c in tree.only(w, "case"))
               for w in tree.only(verb, "obl"))  # fmt: skip


def _how(tree: Tree, head: int) -> bool:
    """ "Was why [he left]", "a picture of how [it grew]": nothing without the clause."""
    return tree.fine[head] == "WRB" and tree.low[head] in ("why", "how", "where")


def _cleft(tree: Tree, head: int) -> bool:
    """ "It was Germany that blocked the deal"."""
    it = any(tree.low[s] == "it" for s in tree.only(head, "expl", "nsubj"))
    return it and bool(tree.only(head, "cop"))


def was(tree: Tree, head: int) -> bool:
    """Is the predicate in a past tense?"""
    return any(tree.fine[w] == "VBD" or tree.low[w] in ("has", "have")
               for w in (head, *tree.only(head, "aux", "aux:pass", "cop")))  # fmt: skip


def past(tree: Tree, head: int) -> bool:
    """Is the predicate in the past tense, "had" among it, and no perfect?"""
    return any(tree.fine[w] == "VBD" for w in (head, *tree.only(head, "aux", "aux:pass", "cop")))


def is_region(tree: Tree, child: int) -> bool:
    """ "In Cambridge, Massachusetts": the second name says where the first is."""
    noun = tree.heads[child]
    told = [c for c in tree.only(child, "amod") if not tree.words[c].form[:1].isupper()]
    if tree.coarse[child] != "PROPN" or told or tree.only(child, "det", "nmod"):
        return False
    near = child - 2  # "the museum in Ley, Corvia": hung on the museum
    beside = near > noun and tree.coarse[near] == "PROPN" and tree.words[child - 1].form == ","
    if beside and any(tree.low[c] in ("in", "at", "near") for c in tree.only(near, "case")):
        return True
    placed = bool(tree.only(noun, "case")) or tree.low[child] in _REGIONS
    return tree.coarse[noun] == "PROPN" and placed


def is_list(tree: Tree, child: int) -> bool:
    """ "Two shops, a garage and a library": taken for an apposition, but the second of three.

    Nor does "a free-market, liberal think tank" tell two things.
    """
    noun = tree.heads[child]
    adjective = tree.fine[noun] in ("NN", "JJ") and tree.only(noun, "det")
    if adjective and tree.fine[child] == "NN" and not tree.only(child, "det", "nmod:poss"):
        return noun < child and tree.coarse[noun] == "NOUN" and tree.words[noun + 1].form == ","
    if _second_of_three(tree, noun, child) or _second_name(tree, noun, child):
        return True
    if unlike(tree, noun, child):
        return True
    if _owned(tree, noun) and _owned(tree, child):  # "its name, its mill at Leek and its staff"
        later = (w for w in tree.below(child) if tree.relations[w] == "conj")
        if any(_owned(tree, w) and tree.only(w, "cc") for w in later):
            return True
    joined = [c for c in tree.only(child, "conj") if not is_predicate(tree, c)]
    said = [tree.low[d] for d in tree.only(child, "det")]
    titled = not said and tree.fine[child] == "NN" and tree.coarse[child] == "NOUN"
    shared = tree.coarse[child] == "NOUN" and "the" in said  # "the founder and main owner of it"
    one = titled or shared or any(w in ("a", "an") for w in said)
    one = one and tree.coarse[noun] == "PROPN"
    if one and not any(tree.only(c, "det") or tree.coarse[c] != "NOUN" for c in joined):
        return False  # "Ann Oe, a historian and former boxer"
    return any(tree.only(c, "cc") for c in joined)


def _owned(tree: Tree, noun: int) -> bool:
    return any(tree.coarse[w] == "PRON" for w in tree.only(noun, "nmod:poss"))


def _second_of_three(tree: Tree, noun: int, child: int) -> bool:
    """ "Nine houses, a chapel and a mill": the "and" without a comma joins to the first."""
    if tree.coarse[noun] != "NOUN" or tree.coarse[child] != "NOUN" or child < noun:
        return False
    after = [c for c in tree.only(noun, "conj") if c > child]
    links = tree.only(after[0], "cc") if after else []
    return (
        bool(links) and links[0] - 1 in tree.below(child) and tree.coarse[links[0] - 1] != "PUNCT"
    )


def _second_name(tree: Tree, noun: int, child: int) -> bool:
    """ "Blue Oris, Sarr Corporation and Spake": the second of three names."""
    names = tree.coarse[child] == "PROPN" == tree.coarse[noun]
    after = [c for c in tree.only(noun, "conj") if c > child and tree.coarse[c] == "PROPN"]
    return names and bool(after and tree.only(after[0], "cc")) and not loose(tree, after[0])


def _splits(tree: Tree, head: int, child: int) -> bool:
    """Do two predicates make two claims? Not when they share what comes after both."""
    instead = any(tree.low[c] in _NOT_BOTH for c in tree.only(child, "cc"))
    if not is_predicate(tree, child) or tree.only(child, "orphan") or instead:
        return False  # "hid in caves rather than go south"
    if tree.relations[head] == "xcomp" or not is_predicate(tree, head) or neither(tree, head):
        return False
    if tree.low[head] == "up" and tree.low[child] == "running":
        return False  # "are up and running"
    alone = all(w in (head, child) or tree.coarse[w] in ("CCONJ", "PUNCT", "ADV")
                for w in range(head, child))  # fmt: skip
    shared = bool(tree.only(child, "obj")) and not tree.only(head, "aux:pass")
    return not (alone and shared and not tree.only(child, "nsubj", "nsubj:pass", "cop"))


_NOT_BOTH = frozenset(("rather", "not", "instead", "or"))


def neither(tree: Tree, head: int) -> bool:
    """ "Neither confirmed nor denied": the word before the verb denies both."""
    return any(tree.low[c] == "neither" for c in tree.only(head, "cc:preconj", "advmod"))


def _stands_alone(tree: Tree, child: int) -> bool:
    marks = {tree.low[m] for m in tree.only(child, "mark", "advmod")}
    comes = "after" in marks and tree.low[tree.heads[child]] in _COMING
    if marks & CONTRAST or comes or _days_after(tree, child):
        return bool(marks & CONTRAST)
    after = child > tree.heads[child]
    if marks & _LOOSE and after and loose(tree, child) and tree.only(child, *_SUBJECT, "expl"):
        return True  # "…, when workers cut a cable", "…, as the law asks", "…, so that it closed"
    if "after" in marks and after and was(tree, child) and len(tree.below(child)) > _LONGER:
        return True  # a second piece of news
    return absolute(tree, child) or _told_apart(tree, child)


def _told_apart(tree: Tree, child: int) -> bool:
    """Is it a participle between commas that tells what happened: "…, killing three"?"""
    helped = [c for c in tree.only(child, "aux") if tree.low[c] != "having"]
    if helped or tree.only(child, "mark", "nsubj", "nsubj:pass") or framing(tree, child):
        return False
    if _opened(tree, child) or negated(tree, child):
        return False  # "when built", "not having paid"
    return tree.fine[child] in ("VBG", "VBN") and loose(tree, child)


def absolute(tree: Tree, child: int) -> bool:
    """ "His licence revoked, Ann Oe left", "…, Ben Ley scoring twice": with its own subject."""
    told = tree.fine[child] == "VBN" or (tree.fine[child] == "VBG" and _named_doer(tree, child))
    if not told or tree.relations[child] != "advcl" or not loose(tree, child):
        return False
    helped = tree.only(child, "aux", "aux:pass", "cop", "mark", "case", "cc", "expl")
    return bool(tree.only(child, *_SUBJECT)) and not helped and not negated(tree, child)


def _named_doer(tree: Tree, doing: int) -> bool:
    """Is it done by somebody named or counted: "Ben Ley", "the firm", "12 of them"?"""
    doer = next(iter(tree.only(doing, "nsubj")), -1)
    if doer < 0 or doer > doing or tree.coarse[doer] not in ("NOUN", "PROPN", "NUM"):
        return False
    the = any(tree.low[c] == "the" for c in tree.only(doer, "det"))
    named = tree.coarse[doer] != "NOUN" or bool(tree.only(doer, "nummod"))
    return (the or named) and not tree.only(doer, "case", "mark")


def _opened(tree: Tree, child: int) -> bool:
    """ "Once built, it will …", but not "first built in 1934" or "widely praised"."""
    first = tree.first_word(child)
    return any(c == first and (tree.fine[c] == "WRB" or tree.low[c] in _OPENING)
               for c in tree.only(child, "advmod"))  # fmt: skip


_COMING = word_set("come comes came coming follows followed")
_OPENING = word_set("when while once if as though although even so until till")


def _days_after(tree: Tree, clause: int) -> bool:
    """ "Came a day after he left": the day goes with the clause."""
    mark = next((m for m in tree.only(clause, "mark") if tree.low[m] in _WHILE), 0)
    noun = mark - 1
    if mark < 1 or tree.low[noun] not in TIME_NOUNS or tree.coarse[noun] != "NOUN":
        return False
    counted = bool(tree.only(noun, "det", "nummod")) or tree.fine[noun] == "NNS"
    return counted and not tree.only(noun, "case")  # "shut for a week after it leaked"


def idle(tree: Tree, clause: int) -> bool:
    """ "When the result was read out": what is only said to tell the time, without a detail."""
    words = [w for w in tree.below(clause) if tree.coarse[w] not in ("PUNCT", "SCONJ")]
    told = any(tree.coarse[w] in ("NUM", "PROPN") for w in words)
    return not told and len(words) <= _IDLE and not tree.only(clause, "obj")


def framing(tree: Tree, participle: int) -> bool:
    """ "Combined, the two …", "stripped of fuel": says how it is looked at, not what happened."""
    if tree.fine[participle] != "VBN" or tree.heads[participle] < participle:
        return False
    told = [c for c in tree.children[participle] if tree.coarse[c] not in ("PUNCT", "ADV")]
    return not told or (tree.low[participle] in _FRAMING and not _sighted(tree, participle))


def _sighted(tree: Tree, seen: int) -> bool:
    """ "Seen as a moderate", "last seen in Ley" tell something; "seen from the air" does not."""
    if tree.low[seen] not in ("seen", "viewed"):
        return False
    view = [w for w in tree.only(seen, "obl") if any(tree.low[c] == "as" for c in tree.children[w])]
    last = any(tree.low[c] in ("last", "first", "once", "often", "widely")
               for c in tree.only(seen, "advmod"))  # fmt: skip
    return last or any(tree.low[w] != "whole" for w in view)


def negated(tree: Tree, head: int) -> bool:
    """Is the predicate denied?"""
    return any(tree.low[c] in ("not", "n't", "never") for c in tree.children[head])


def conditional(tree: Tree, head: int) -> bool:
    """Is it a condition: "if", "unless"?"""
    return any(tree.low[m] in CONDITION for m in tree.only(head, "mark"))


def condition(tree: Tree, head: int) -> bool:
    """Is it a condition by "if" or by its order: "were prices to fall, …"?"""
    if conditional(tree, head):
        return True
    first = min([head, *tree.only(head, "aux", "aux:pass", "cop")])
    turned = tree.low[first] in ("were", "had", "should") and tree.relations[head] == "advcl"
    return turned and any(first < s < head for s in tree.only(head, *_SUBJECT, "expl"))


def may_be(tree: Tree, head: int) -> bool:
    """ "May own a car that was stolen", "otherwise the firm will close": there may be none."""
    led = any(tree.low[c] == "otherwise" and c < head for c in tree.only(head, "advmod", "mark"))
    if led and any(tree.fine[c] == "MD" for c in tree.only(head, "aux")):
        return True
    if any(tree.low[s] in _HOPES for s in tree.only(head, "nsubj:outer")):
        return True  # "the hope is that it will last"
    noun = tree.heads[head]
    if tree.relations[head] not in ("acl", "acl:relcl") or noun > head or loose(tree, head):
        return False
    first = {tree.low[c] for c in tree.only(noun, "det")}
    owner = tree.heads[noun] if tree.relations[noun] == "obj" else -1
    open_ = tree.coarse[noun] == "NOUN" and first <= {"a", "an"} and owner >= 0
    helped = {tree.low[c] for c in tree.only(owner, "aux")} if open_ else set()
    done = any(tree.low[c] in HAVE for c in tree.only(owner, "aux")) if open_ else False
    never = open_ and "would" in helped and negated(tree, owner)  # "would not buy a car made in"
    return (bool(helped & {"may", "might"}) and not done) or never


_HOPES = word_set("hope hopes fear fears wish dream assumption expectation worry concern idea risk "
                  "danger")  # fmt: skip
