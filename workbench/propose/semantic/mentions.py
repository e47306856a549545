"""Who and what a parsed sentence names: the phrases that a later "he", "it" or "they" may mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from workbench.propose.inflect import possessive
from workbench.propose.lexicon import (
    MONTHS,
    ORGANISATION,
    SAY,
    TIME_NOUNS,
    WEEKDAYS,
    word_set,
)
from workbench.propose.pool.features import relation_number
from workbench.propose.semantic.names import HER, HIS, PEOPLE, WHERE, gender_of, person, who_follows
from workbench.propose.semantic.several import (
    joined,
    listed,
    married,
    named_for,
    with_plural,
    with_singular,
    without_score,
)
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.nouns import noun_words
from workbench.propose.tree.number import is_plural
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.words import with_marks, written

_ONE_COUNTRY = word_set(
    "states nations philippines netherlands emirates maldives bahamas seychelles"
)
_PEOPLES = ("lander", "ian", "ese", "ish", "aqi", "aeli", "can", "ench", "eek")
_LONGEST = 9  # words of a phrase that may stand for a pronoun
_LONGEST_OWNER = 4
_PARTS = ("flat", "compound", "nmod:desc", "fixed", "goeswith", "case", "det", "punct")
_VAGUE = word_set("no few little none nobody nothing each every another some any such more most "
                  "many much less fewer one half there it this that these those world")  # fmt: skip


_SHARES = word_set("shares stake stakes share")
_CHOSEN = frozenset(("only",))
_OWNERS = word_set("my your his her its our their whose")  # "his country" needs to be filled itself


class Mention(NamedTuple):
    """One phrase of a sentence.

    Attributes:
        text: As it may be written for a pronoun.
        key: The last name of a person; the noun of anything else; in small letters.
        kind: ``person``, ``place`` or ``thing``.
        plural: Does it stand for several?
        gender: ``m`` or ``f`` where it is known, else empty.
        subject: Is it the subject of the sentence's main clause?
        object: Is it the object of the main clause?
        spoke: Is it who said the rest?
        at: Index of its noun.
        role: What its noun is in the sentence: number of the relation's group.
        new: Is it spoken of for the first time: "a drill", "two fathers"?
        start: Offset of its noun in the text; -1 where it has none of its own.
        ward: "he" or "she" where it is named as his or hers: "her lawyer, Ann Oe"; "kin he" or
            "kin she" where either may be meant: "her daughter, Ann Oe".
        judge: Does it sit in judgment: "Judge Ann Oe"?
        held: Is it named by who owns it, and no subject: "asked his mother"?
        officer: Is it of the police or the like: "Det Sgt Ann Oe"?
    """

    text: str
    key: str
    kind: str
    plural: bool
    gender: str
    subject: bool
    object: bool
    at: int
    spoke: bool = False
    role: int = -1
    new: bool = False
    start: int = -1
    ward: str = ""
    judge: bool = False
    held: bool = False
    officer: bool = False


def mentions(tree: Tree, text: str, known: dict[str, str]) -> list[Mention]:
    """The phrases of a sentence, in order; ``known``: full names of persons by last name."""
    subject, speaker = topics(tree)
    found = []
    for noun, tag in enumerate(tree.coarse):
        parts = tree.only(noun, "nmod") if tag == "NUM" and noun in (subject, speaker) else []
        several = bool(parts) and all(tree.coarse[part] != "PRON" for part in parts)
        if (tag not in ("NOUN", "PROPN") and not several) or tree.relations[noun] in _PARTS:
            continue
        if tree.low[noun] in TIME_NOUNS | WEEKDAYS | MONTHS or tree.low[noun] in _VAGUE:
            continue
        if noun and tree.words[noun - 1].form == "-":  # "his mother-in-law"
            continue
        made = _mention(tree, text, noun, named_for(tree, noun) == subject, known)
        if made is not None and made.text.startswith("whose "):
            made = _of_owner(tree, text, made, known)
        if made is not None and made.text[:1] not in "-–":  # half of "in-car music"
            hers = _by_noun(tree, noun)
            made = made._replace(spoke=noun == speaker, role=relation_number(tree.relations[noun]),
                                 new=_new(tree, noun),
                                 start=tree.words[noun].start,
                                 ward=_ward(tree, noun),
                                 judge=_judge(tree, noun, _BENCH),
                                 officer=_judge(tree, noun, _POLICE),
                                 gender=hers if hers == "f" else made.gender or hers)  # fmt: skip
            if pair := married(tree, text, noun):
                made = made._replace(text=pair, key=pair.lower(), plural=True, gender="")
            elif noun in (subject, speaker) and made.kind != "person":
                whole = listed(tree, text, noun)
                if whole:
                    made = made._replace(text=whole, plural=True)
            found.append(made)
            both = made.kind == "person" and made.plural and tag == "PROPN"
            if both and not pair:
                others = any(person(tree, c, known) for c in tree.only(noun, "conj"))
                # "Achebe and her colleagues": she; "Ann Oe and Kim Ley": either of them
                found.append(made._replace(plural=False, subject=made.subject and not others))
                found[-2:-1] = _together(tree, text, made, known)
    return found


def _judge(tree: Tree, noun: int, words: frozenset[str]) -> bool:
    beside = [noun, *tree.only(noun, "nmod:desc", "compound", "appos", "amod")]
    beside += [c for w in beside[1:] for c in tree.only(w, "compound", "flat", "amod")]
    return any(tree.low[w] in words for w in beside)


_BENCH = word_set("judge magistrate justice recorder sheriff coroner")
_POLICE = word_set("det det. sgt sgt. insp insp. pc constable sheriff detective inspector sergeant "
                   "superintendent supt supt. lt lt. lieutenant trooper commissioner prosecutor "
                   "police marshal deputy chief captain capt. officer")  # fmt: skip


def _by_noun(tree: Tree, noun: int) -> str:
    """ "A spokeswoman, Kim Tran", "his aunt Kim Tran": hers or his by what she is."""
    beside = [noun, *tree.only(noun, "nmod:desc", "compound")]
    if tree.relations[noun] == "appos" and tree.heads[noun] >= 0:
        beside = [*beside, tree.heads[noun]]
    if any(tree.low[w] in HER for w in beside):
        return "f"
    return "m" if any(tree.low[w] in HIS for w in beside) else ""


def _ward(tree: Tree, noun: int) -> str:
    """ "His lawyer, Ann Oe", "his lawyer Ann Oe": whose she is."""
    beside = [noun, *tree.only(noun, "nmod:desc", "appos")]
    if tree.relations[noun] in ("appos", "flat", "compound") and tree.heads[noun] >= 0:
        beside.append(tree.heads[noun])
    owners = {tree.low[c] for w in beside for c in tree.only(w, "nmod:poss")}
    whose = "he" if "his" in owners else "she" if "her" in owners else ""
    kin = any(tree.low[w] in (_HIS_KIN if whose == "he" else _HER_KIN) for w in beside)
    return f"kin {whose}" if whose and kin else whose


_HIS_KIN = word_set("father brother son husband uncle nephew grandfather stepfather partner friend")
_HER_KIN = word_set("mother sister daughter wife aunt niece grandmother stepmother partner friend")


def _together(tree: Tree, text: str, first: Mention, known: dict[str, str]) -> list[Mention]:
    """ "Piotr Mazur and Lee Abernathy", "Achebe and her colleagues": by all their names, or not."""
    names = [first.text]
    joined = [k for c in tree.only(first.at, "conj") for k in (c, *_also(tree, c, known))]
    for child in joined:
        name = person(tree, child, known)
        low = tree.low[tree.first_word(child) + 1 : child + 1]
        counted = bool(low) and tree.coarse[tree.first_word(child) + 1] == "NUM"
        counted = counted or tree.coarse[child] == "NUM"
        if name is None and not counted and not (low and low[0] in _OWNERS):
            return []
        if _torn(tree, child, name or ""):
            return []
        names.append(name or written(tree, text, noun_words(tree, child)))
    said = ", ".join(names[:-1]) + f" and {names[-1]}"
    return [first._replace(text=said, key=said.lower())]


def _torn(tree: Tree, noun: int, name: str) -> bool:
    """ "Ann Oe, Lee [Park] and …": is a name parted from its last word?"""
    after = noun + 1
    cut = after < len(tree.words) and tree.coarse[noun] == tree.coarse[after] == "PROPN"
    return cut and tree.heads[after] != noun and tree.words[after].form not in name


def _also(tree: Tree, noun: int, known: dict[str, str]) -> list[int]:
    """ "Ann Oe, Kim Ley and [joined to her] Lee Park": the persons that hang on the last."""
    last = person(tree, noun, known) is not None
    return [c for c in tree.only(noun, "conj") if person(tree, c, known)] if last else []


def _new(tree: Tree, noun: int) -> bool:
    first = [tree.low[c] for c in tree.only(noun, "det")]
    return bool(set(first) & {"a", "an"}) or (not first and bool(tree.only(noun, "nummod")))


def topics(tree: Tree) -> tuple[int, int]:
    """The subject of what is told, and who says it; -1 where there is none."""
    root = tree.root
    subject = (tree.only(root, *SUBJECTS) or [-1])[0]
    content = tree.only(root, "ccomp")
    if not speaks(tree, root) or not content:
        return subject, -1
    return (tree.only(content[0], *SUBJECTS) or [-1])[0], subject


def _mention(
    tree: Tree, text: str, noun: int, subject: bool, known: dict[str, str]
) -> Mention | None:
    name = person(tree, noun, known)
    beside = [n for c in tree.only(noun, "appos") if (n := person(tree, c, known)) is not None]
    if name is None and beside and tree.fine[noun] == "NNS":
        return None  # "two fathers, Ann Oe and Joe Ley": by their names
    if name is None and beside and tree.coarse[noun] == "NOUN":
        name = beside[0]  # "the owner, Joaquim Pires": by his name
    if name is not None:
        key = name.split()[-1].lower()
        if key in known and " " in name and name.split(" ", 1)[0] not in known[key]:
            key = name.lower()  # another of that name
        name = known.get(key, name)
        return Mention(name, key, "person", joined(tree, noun), gender_of(tree, noun, name),
                       subject, _object(tree, noun) or noun == tree.root, noun)  # fmt: skip
    above = tree.heads[noun]
    if tree.relations[noun] == "appos" and person(tree, above, known) is not None:
        return None  # "Edwin Oe, a botanist": named already
    if _describes_name(tree, noun) or _what_one_is(tree, noun):
        return None
    words = _counted(tree, noun, noun_words(tree, noun))
    kind = "thing"
    if tree.low[noun] in PEOPLE or who_follows(tree, noun) or _demonym(tree, noun):
        kind = "person"
    elif tree.coarse[noun] == "PROPN" and any(
        tree.low[c] in WHERE for c in tree.only(noun, "case")
    ):
        kind = (
            "thing" if above >= 0 and tree.low[above] in _SHARES else "place"
        )  # "shares in Corvane"
    words = _name_alone(tree, noun, without_score(tree, noun, words))
    words = words[1:] if tree.fine[words[0]] == "CC" and words[0] != noun else words
    counted = tree.low[words[0]] == "one" and words[0] != noun  # "one alarm"
    cut = len(words) > _LONGEST
    if cut:
        words = [w for w in words if w <= noun]  # "the drill", without what it was made for
    owned = tree.low[words[0]] in _OWNERS  # "its army": written with the owner's name
    vague = tree.low[words[0]] in _VAGUE and tree.coarse[noun] != "PROPN"
    if len(words) > _LONGEST or (vague and not counted) or _half(tree, words, cut=cut):
        return None
    held = owned and not counted and tree.relations[noun] not in SUBJECTS
    gender = "m" if tree.low[noun] in HIS else "f" if tree.low[noun] in HER else ""
    shown = _definite(tree, written(tree, text, with_marks(tree, words)), words, noun)
    several = is_plural(tree, words) or (subject and with_plural(tree, noun))
    several = several or (tree.fine[noun] == "NNPS" and tree.low[noun] not in _ONE_COUNTRY)
    body = any(tree.low[c] in ORGANISATION for c in tree.only(noun, "compound", "nmod:desc"))
    several = several and not with_singular(tree, noun)
    several = several and not (body and tree.coarse[noun] == "PROPN")  # "airline Skyways said it"
    return Mention(shown, tree.low[noun], kind, several, gender, subject,
                   _object(tree, noun), noun, held=held)  # fmt: skip


def _name_alone(tree: Tree, noun: int, words: list[int]) -> list[int]:
    """ "Rival airline Skyjet": Skyjet, where no article stands before it."""
    first = next((i for i, w in enumerate(words) if tree.coarse[w] == "PROPN"), 0)
    before = words[:first]
    if tree.coarse[noun] != "PROPN" or not before or tree.fine[before[-1]] != "NN":
        return words
    what = all(tree.coarse[w] in _DESCRIBING and tree.fine[w] != "NNS" for w in before)
    small = all(tree.words[w].form[:1].islower() for w in before if w > 0)
    near = all(tree.heads[w] in words for w in before)
    return words[first:] if what and small and near else words


_DESCRIBING = ("NOUN", "ADJ", "ADV")


def _half(tree: Tree, words: list[int], *, cut: bool) -> bool:
    """ "Race and Oe's [legacy]", "the only candidates [who have not qualified]"."""
    joined = {w for c in tree.children[words[0]] if tree.relations[c] == "conj" for w in (c, c + 1)}
    owner = tree.fine[words[-1]] == "POS" and words[-1] in joined  # but "Garrick's" is a firm
    chosen = any(tree.low[w] in _CHOSEN for w in words)
    told = any(tree.relations[c] == "acl:relcl" for w in words for c in tree.children[w])
    return owner or (chosen and (cut or told))


def _of_owner(tree: Tree, text: str, made: Mention, known: dict[str, str]) -> Mention | None:
    """ "Ann Oe, whose daughter was hurt": Ann Oe's daughter."""
    at = made.at
    while at >= 0 and not tree.relations[at].startswith("acl"):
        at = tree.heads[at]
    owner = _mention(tree, text, tree.heads[at], False, known) if at >= 0 else None
    if owner is None or len(owner.text.split()) > _LONGEST_OWNER:
        return None
    whose = possessive(owner.text, owner.plural)
    return made._replace(text=whose + made.text.removeprefix("whose"))


def _what_one_is(tree: Tree, noun: int) -> bool:
    """ "Oe was a chemist and physicist", "elected mayor, she": no other person."""
    made = tree.relations[noun] == "xcomp" and tree.fine[tree.heads[noun]] == "VBN"
    if made and tree.coarse[noun] == "NOUN" and tree.relations[tree.heads[noun]] == "advcl":
        return True
    if tree.low[noun] not in PEOPLE or tree.fine[noun] != "NN":
        return False
    while tree.relations[noun] == "conj" and tree.heads[noun] >= 0:
        noun = tree.heads[noun]
    return bool(tree.only(noun, "cop")) and bool(tree.only(noun, *SUBJECTS))


def _describes_name(tree: Tree, noun: int) -> bool:
    """ "Orbex, the second-largest operator": the name says it."""
    above = tree.heads[noun]
    named = tree.relations[noun] == "appos" and tree.coarse[above] == "PROPN"
    return named and tree.coarse[noun] == "NOUN" and bool(tree.only(noun, "det", "nmod:poss"))


def _counted(tree: Tree, noun: int, words: list[int]) -> list[int]:
    """ "No more than 340 beds" are the 340 beds when they are spoken of again."""
    number = tree.only(noun, "nummod")
    if not number or number[0] not in words or tree.low[number[0] - 1] != "than":
        return words
    return words[words.index(number[0]) :]


def _object(tree: Tree, noun: int) -> bool:
    return tree.relations[noun] in ("obj", "iobj") and tree.heads[noun] == tree.root


def _definite(tree: Tree, shown: str, words: list[int], noun: int) -> str:
    """ "A network" is "the network" when it is spoken of again, "two witnesses" "the two …"."""
    first = words[0]
    rest = shown[len(tree.words[first].form) :]
    if tree.low[first] in ("a", "an"):
        return "the" + rest
    if tree.low[first] == "the":
        return "the" + rest
    following = tree.low[first + 1 : first + 2]
    share = following and following[0] in _OF_ALL  # "one in five", "two thirds"
    if tree.coarse[first] == "NUM" and first != noun and not share:
        return "the " + shown[:1].lower() + shown[1:]
    if tree.coarse[first] == "ADJ" and tree.low[first].endswith(_PEOPLES):
        return shown  # "Tunisian judges"
    inside = any(tag != "PUNCT" for tag in tree.coarse[:first])  # "congratulated Oe": a name
    if tree.coarse[first] not in ("PROPN", "NUM") and tree.coarse[noun] != "PROPN" and not inside:
        return shown[:1].lower() + shown[1:] if not shown[:2].isupper() else shown
    return shown


_OF_ALL = word_set("in of per out thirds quarters fifths percent cent % - –")


def _demonym(tree: Tree, noun: int) -> bool:
    """ "The Icelander", "the Norwegian": who comes from there."""
    capital = tree.words[noun].form[:1].isupper()
    return capital and bool(tree.only(noun, "det")) and tree.low[noun].endswith(_PEOPLES)


def speaks(tree: Tree, verb: int) -> bool:
    """Is the word a verb of saying?"""
    return verb >= 0 and tree.low[verb] in SAY


def unnamed_topic(said: Tree | None, found: Iterable[Mention]) -> str:
    """The "he" or "she" that a sentence is about, where nobody can tell who that is."""
    subject = topics(said)[0] if said is not None else -1
    if said is None or subject < 0 or said.low[subject] not in ("he", "she"):
        return ""
    return "" if any(m.at == subject for m in found) else said.low[subject]
