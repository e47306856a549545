"""The names of persons in a parsed sentence, and whether they are those of men or women."""

from __future__ import annotations

from workbench.propose.given_names import FEMALE, MALE
from workbench.propose.lexicon import MONTHS, ORGANISATION, TITLES, WEEKDAYS, word_set
from workbench.propose.tree.tree import Tree

_NO_PERSONS = (
    ORGANISATION | MONTHS | WEEKDAYS | word_set(
        "north south east west new european white red black security supreme high central national "
        "royal prime world health human foreign institute academy bank ministry kingdom states "
        "republic island islands bay city county sea river lake street university college league "
        "service centre center force forces trust fund peace house palace airport news times post "
        "united rovers albion wanderers hotspur"
    )
)  # fmt: skip
WHERE = word_set("in at near into outside across")
HIS = word_set("mr mr. king prince sir spokesman chairman businessman policeman fireman lord "
                "father brother son husband actor monk man boy uncle nephew grandfather widower "
                "fisherman stepfather waiter landlord")  # fmt: skip
HER = word_set("mrs mrs. ms ms. miss queen princess dame lady spokeswoman chairwoman "
                "businesswoman policewoman mother sister daughter wife actress nun woman girl aunt "
                "niece grandmother widow waitress stepmother landlady headmistress")  # fmt: skip
PEOPLE = TITLES | HIS | HER | word_set(
    "man woman boy girl teacher doctor nurse student driver pilot officer worker expert witness "
    "resident victim patient actor singer writer player rider journalist reporter activist "
    "politician soldier farmer fisherman customer professor biologist banker counterpart "
    "midfielder striker defender goalkeeper winger captain champion athlete veteran suspect "
    "defendant pensioner lawyer solicitor barrister novelist composer painter sculptor architect "
    "chemist physicist historian geologist astronaut footballer cyclist swimmer rower climber "
    "staff correspondent counsel nephew niece uncle aunt cousin widow widower partner colleague "
    "spokesperson runner sprinter steeplechaser skier golfer boxer jockey sailor blogger author "
    "vicar priest bishop rabbi imam headmistress headmaster headteacher principal pastor chef "
    "baker poet critic columnist photographer editor surgeon paramedic detective postman miner"
)  # fmt: skip
_MOST = 6  # words of a name, hyphens counted


def person(tree: Tree, noun: int, known: dict[str, str]) -> str | None:
    """The name of the person that the noun is, without titles; None when it is none."""
    beside = tree.only(noun, "compound", "nmod:desc")  # "the retired midwife Prof Ann Oe"
    office = any(tree.low[c] in PEOPLE for c in beside)
    body = any(tree.low[c] in ORGANISATION for c in beside)  # "operator Bellfield Living"
    if (
        not (tree.coarse[noun] == "PROPN" or _named_before(tree, noun, known))
        or body
        or (tree.only(noun, "det") and not office and not _described(tree, noun))
    ):
        return None
    names = _without_honours(tree, _name_words(tree, noun))
    low = _spelt(tree, names).lower().replace("’", "'").split()
    sure = low[-1] in known or low[0] in MALE | FEMALE
    if any(_no_person(tree, w, sure) for w in names) or len(names) > _MOST:
        return None
    titled = any(tree.low[c] in TITLES for c in tree.only(noun, "compound", "nmod:desc", "amod"))
    again = low[-1] in known and (len(low) == 1 or low[0] in known[low[-1]].lower())
    placed = any(tree.low[c] in WHERE for c in tree.only(noun, "case"))
    told = any(tree.low[c] in PEOPLE for c in tree.only(noun, "appos")) or who_follows(tree, noun)
    whole = len(low) > 1 and (_flat(tree, names, noun) or low[0] in MALE | FEMALE)
    lone = len(low) == 1 and (low[0] in MALE | FEMALE or _with_his(tree, noun))
    if titled or again or ((told or whole or lone) and not placed):
        return _spelt(tree, names)
    return None


def _described(tree: Tree, noun: int) -> bool:
    """ "The even wealthier Mark Oe": a person, whatever stands before the name."""
    given = tree.low[noun] in MALE | FEMALE and bool(tree.only(noun, "flat"))
    beside = [w for w in tree.only(noun, "amod") if tree.fine[w] in ("JJ", "JJR", "JJS", "VBN")]
    first = noun > 0 and tree.words[noun - 1].form[:1].islower()
    return given and first and bool(beside)


def _named_before(tree: Tree, noun: int, known: dict[str, str]) -> bool:
    """ "The terms imposed on Legg [tagged as a noun]", after "Robert Legg"."""
    capital = noun > 0 and tree.words[noun].form[:1].isupper()
    return capital and tree.fine[noun] == "NN" and tree.low[noun] in known


_HONOURS = word_set("frs mp mep qc kc obe mbe cbe phd md jr jr. sr sr. msp td")


def _without_honours(tree: Tree, names: list[int]) -> list[int]:
    """ "Ann Oe FRS": Ann Oe."""
    kept = [w for w in names if tree.low[w] not in _HONOURS]
    return kept or names


def _with_his(tree: Tree, noun: int) -> bool:
    """ "Byron left his regiment": a name alone, of somebody who does something with what is his."""
    if not tree.relations[noun].startswith("nsubj") or tree.fine[noun] != "NNP":
        return False
    inside = [w for w in sorted(tree.below(tree.heads[noun])) if w > noun]
    if tree.low[tree.heads[noun]] in _HAS:
        return False  # "Brunn has a place in his heart"
    for word in inside:
        if tree.low[word] in ("his", "her", "himself", "herself"):
            return True
        other = tree.coarse[word] == "PROPN" and tree.relations[word] in (*_ROLES, "flat")
        if other or tree.low[word] in ("its", "itself"):
            return False
    return False


_HAS = frozenset(("has", "have", "had", "is", "was"))
_ROLES = ("nsubj", "nsubj:pass", "obj", "iobj", "nmod:poss")


def who_follows(tree: Tree, noun: int) -> bool:
    """Does "who …", or "whose daughter …", tell of the noun?"""
    return any(
        tree.low[w] == "who" or (tree.low[w] in _KIN and _whose(tree, w))
        for c in tree.only(noun, "acl:relcl")
        for w in tree.children[c]
    )


_KIN = word_set("mother father brother sister daughter son wife husband nephew niece uncle aunt "
                "cousin widow widower parents children grandparents partner grandson")  # fmt: skip


def _whose(tree: Tree, noun: int) -> bool:
    return any(tree.low[c] == "whose" for c in tree.only(noun, "nmod:poss"))


def _no_person(tree: Tree, word: int, sure: bool) -> bool:
    """Is the word no part of a person's name: "Bank", "NATO", "Democrats"?"""
    form = tree.words[word].form
    shouted = form.isupper() and len(form) > 2
    several = tree.fine[word] == "NNPS" and not sure and tree.relations[word] != "flat"
    return (
        tree.low[word] in _NO_PERSONS
        or shouted
        or several
        or not (form[0].isalpha() or form == "-")
    )


def _name_words(tree: Tree, noun: int) -> list[int]:
    """The words of a name, first names before ``noun`` and last names after it."""
    names = [noun]
    _add_last(tree, names)
    while (
        names[0] > 0
        and tree.heads[names[0] - 1] == noun
        and tree.relations[names[0] - 1] in ("compound", "flat")
        and tree.coarse[names[0] - 1] == "PROPN"
        and tree.low[names[0] - 1] not in TITLES
    ):
        names.insert(0, names[0] - 1)
    while _hyphened(tree, names[-1]):  # "Vaughan-Lee", "Jens-Olof Karimi"
        names += [names[-1] + 1, names[-1] + 2]
        _add_last(tree, names)
    return names


def _add_last(tree: Tree, names: list[int]) -> None:
    """Add the names that follow: "Oe" after "Ann"."""
    while names[-1] + 1 < len(tree.words) and tree.coarse[names[-1] + 1] == "PROPN":
        last = names[-1] + 1
        if tree.relations[last] not in ("flat", "compound") or tree.heads[last] not in names:
            break
        names.append(last)


def _hyphened(tree: Tree, word: int) -> bool:
    """Does a hyphen join the word to another name: "Ri Yong-ho" too?"""
    if word + 2 >= len(tree.words) or tree.words[word + 1].form != "-":
        return False
    other = tree.words[word + 2]
    joined = tree.words[word].end == other.start - 1
    return joined and (other.form[:1].isupper() or tree.coarse[word + 2] == "PROPN")


def _spelt(tree: Tree, names: list[int]) -> str:
    """The names with the spaces that they are written with."""
    out, end = "", tree.words[names[0]].start
    for w in names:
        word = tree.words[w]
        out += (" " if word.start > end else "") + word.form
        end = word.end
    return out


def _flat(tree: Tree, names: list[int], noun: int) -> bool:
    """The treebank joins first and last names by "flat", other names mostly by "compound"."""
    rest = [w for w in names[1:] if tree.words[w].form != "-"]
    return names[0] == noun and all(tree.relations[w] == "flat" for w in rest)


def gender_of(tree: Tree, noun: int, name: str) -> str:
    """``m`` or ``f`` by title or first name; empty when unknown."""
    first = name.split(" ", 1)[0].lower()
    beside = {tree.low[c] for c in tree.only(noun, "compound", "nmod:desc", "appos")}
    if beside & HER:
        return "f"
    if beside & HIS:
        return "m"
    if first in _EITHER:
        return ""
    return "m" if first in MALE else "f" if first in FEMALE else ""


_EITHER = word_set("jean sam chris terry jan andrea simone gabriele laurie vivian")
