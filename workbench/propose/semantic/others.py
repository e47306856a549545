"""What "him", "it", "their" stand for where they are no subject, as far as it is certain.

A pronoun beside a verb is never that verb's subject (Chomsky 1981, "binding"), so in "It sold it"
only the other thing that was spoken of is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.propose.lexicon import word_set
from workbench.propose.semantic.mentions import Mention
from workbench.propose.semantic.pronouns import GENDER, agrees, clause_of, owns, part_of_subject
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.tree import Tree

MEANT = {"him": "he", "his": "he", "her": "she", "it": "it", "its": "it", "them": "they",
          "their": "they", "these": "they", "those": "they"}  # fmt: skip
_MAKES = word_set("make makes made making find finds found finding consider considered call calls "
                  "called calling")  # fmt: skip
_IDIOMS = word_set("toll way best mind turn wake own")
_CONTENT = ("xcomp", "ccomp", "csubj", "expl")
_PLACES = ("obj", "iobj", "obl", "nmod", "nmod:poss", "obl:agent")
_UNCLEAR = word_set("it its he his him she her they them their which who that this")
_PRONOUNS = frozenset(("his", "her", "their", "its"))
_ARTICLES = word_set("the these those this its his her their our")
_LONGEST = 5  # words of what is written for one


def asked(tree: Tree, word: int) -> bool:
    """Is a word a pronoun that is no subject, and may be written out?"""
    if tree.low[word] not in MEANT or tree.relations[word] not in _PLACES:
        return False
    if tree.low[word] in _POINTING and not _share(tree, word):
        return False
    if (
        tree.low[word] == "her"
        and tree.relations[word] in ("obj", "iobj")
        and _owns_next(tree, word)
    ):
        return False
    each = tree.low[word] == "them" and tree.low[word - 1] == "between"
    if each and tree.relations[word] == "obl":
        return False  # "Arl and Kest, which between them buy it all"
    return tree.coarse[word] == "PRON" and not _empty(tree, word) and not _beside(tree, word)


def _owns_next(tree: Tree, word: int) -> bool:
    """ "Had searched her flat", where the tree makes two objects of it."""
    after = (
        tree.coarse[word + 1 : word + 2] == ["NOUN"] and tree.heads[word + 1] == tree.heads[word]
    )
    return after and tree.low[tree.heads[word]] not in _GIVES


_GIVES = word_set("give gave given gives giving tell told tells send sent sends show showed shown "
                  "offer offered pay paid owe owed lend lent teach taught bring brought cost buy "
                  "bought make made hand handed grant granted award awarded ask asked")  # fmt: skip


def _share(tree: Tree, word: int) -> bool:
    """ "Five of these were built in Ley", and not "five of those who …"."""
    alone = [tree.low[c] for c in tree.children[word]] == ["of"]
    return alone and part_of_subject(tree, word)


_POINTING = frozenset(("these", "those"))


def bound(
    tree: Tree, word: int, here: Sequence[Mention], found: dict[int, Mention]
) -> Mention | None:
    """The subject beside a pronoun that owns nothing: it is never meant."""
    if tree.relations[word] == "nmod:poss":
        return None
    return _subject(tree, word, here, found)[1]


def within(tree: Tree, word: int, meant: Mention) -> bool:
    """ "A man wearing a mask over his nose": is it the man's within the phrase that names him?"""
    clause = clause_of(tree, word)
    own = tree.relations[clause] in ("acl", "acl:relcl") and tree.heads[clause] == meant.at
    subjects = tree.only(clause, *SUBJECTS)
    own = own and all(tree.low[s] in _RELATIVES for s in subjects)
    return own and meant.start == tree.words[meant.at].start


def who_owns(tree: Tree, word: int, here: Sequence[Mention]) -> Mention | None:
    """ "Ada Brook, who won an award for her role": hers, if it is anybody's who is told here."""
    clause = clause_of(tree, word)
    who = any(tree.low[s] == "who" for s in tree.only(clause, *SUBJECTS))
    if tree.relations[word] != "nmod:poss" or tree.relations[clause] != "acl:relcl" or not who:
        return None
    found = (m for m in here if m.at == tree.heads[clause])
    return next((m for m in found if agrees(m, MEANT[tree.low[word]])), None)


_RELATIVES = word_set("who which that")


def asker(
    tree: Tree, word: int, here: Sequence[Mention], found: dict[int, Mention]
) -> Mention | None:
    """ "Oe persuaded the widow to lend him money": who asks for it is meant."""
    pronoun = MEANT[tree.low[word]]
    verb = tree.heads[word]
    above = tree.heads[verb] if verb >= 0 else -1
    asks = above >= 0 and tree.relations[verb] == "xcomp" and tree.only(verb, "mark")
    if (
        not asks
        or tree.relations[word] not in ("obj", "iobj")
        or not tree.only(above, "obj", "iobj")
    ):
        return None
    subjects = tree.only(above, *SUBJECTS)
    meant = next((found.get(s) or m for s in subjects for m in here if m.at == s), None)
    return meant if meant is not None and agrees(meant, pronoun) else None


def doubtful(tree: Tree, word: int, here: Sequence[Mention], found: dict[int, Mention]) -> bool:
    """ "His client kept his word": the client's, or his?"""
    pronoun = MEANT[tree.low[word]]
    subject = _subject(tree, word, here, found)[1]
    if subject is None or tree.relations[word] != "nmod:poss":
        return False
    same = not subject.gender or subject.gender == GENDER.get(pronoun)
    return same and subject.ward.removeprefix("kin ") == pronoun


def told(tree: Tree, word: int, meant: Mention) -> Mention | None:
    """What is written for a pronoun that means a phrase, if that can be."""
    sum_ = tree.low[word] == "it" and any(c.isdigit() for c in meant.text)
    if not _nameable(meant.text) or not owns(tree, word, meant) or sum_:
        return None
    if tree.low[tree.heads[word]] in _OF_TWO and not two(meant.text):
        return None  # "two of the four were freed. Neither of them …"
    of = any(tree.low[c] == "of" for c in tree.only(word, "case"))
    return meant._replace(text=all_of(meant)) if of else meant


def two(text: str) -> bool:
    """ "The two men", "Ann Oe and Kim Ley": does a phrase name two?"""
    return "two" in text.lower().split() or (" and " in text and ", " not in text)


_OF_TWO = word_set("neither both either")


def all_of(meant: Mention) -> str:
    """ "Half of the nurses", "six of the Greenpoint activists": bare nouns get an article."""
    words = meant.text.split()
    common = words[0].islower() or (words[-1].islower() and not set(words) & {"of", "and"})
    bare = meant.plural and common and meant.kind != "place" and "'" not in meant.text
    return _with_article(meant.text) if bare and "’" not in meant.text else meant.text


def told_again(line: Iterable[str], meant: str) -> bool:
    """Do the words of a statement hold the phrase already, so that a pronoun is plain in it?"""
    if meant in _PRONOUNS:
        return False
    words = {word.lower() for word in line}
    name = meant.removesuffix("'s").removesuffix("'").split()
    return not name or name[-1].lower() in words


def _nameable(text: str) -> bool:
    """Can the phrase be written for a pronoun: short, and clear by itself?"""
    words = text.lower().split()
    return len(words) <= _LONGEST and ", " not in text and not any(w in _UNCLEAR for w in words)


def _with_article(text: str) -> str:
    """ "Half of the nurses", not "half of nurses"."""
    return text if text.split(maxsplit=1)[0] in _ARTICLES else f"the {text}"


def _beside(tree: Tree, word: int) -> bool:
    """ "34 people, among them 12 women", "…, two of them women": means what stands before it."""
    if tree.low[word - 1] == "among":
        return True
    first = min(tree.below(word))
    share = word - 2
    if tree.low[word - 1] == "of" and share > 0 and tree.words[share - 1].form in (",", "–", "—"):
        told = tree.heads[share]
        states = tree.coarse[told] in ("VERB", "AUX") or tree.only(told, "cop")
        return tree.relations[share] not in SUBJECTS or not states
    return first > 0 and tree.words[first - 1].form == "," and bool(tree.only(word, "case"))


def _empty(tree: Tree, word: int) -> bool:
    """ "Made it clear that", "take their toll": stands for nothing that one would write."""
    head = tree.heads[word]
    if tree.relations[word] == "nmod:poss":
        fair = tree.low[head] == "share" and tree.low[head - 1] == "fair"
        return fair or tree.low[head] in _IDIOMS
    if tree.low[word] == "it" and word and tree.low[word - 1] == "about":
        return True  # "nobody was told about it": what happened
    verb = tree.low[head] in _MAKES and tree.low[word] == "it"
    return verb and bool(tree.only(head, *_CONTENT))


def certain_other(
    tree: Tree, word: int, here: Sequence[Mention], found: dict[int, Mention],
    past: Sequence[Sequence[Mention]],
) -> Mention | None:  # fmt: skip
    """What such a pronoun means as far as the rules can tell.

    Args:
        tree: The sentence.
        word: The pronoun.
        here: The phrases that the sentence names.
        found: What its pronouns that are subjects mean.
        past: The phrases of the sentences before it, the last one last.
    """
    pronoun = MEANT[tree.low[word]]
    noun, meaning = _subject(tree, word, here, found)
    owner = tree.relations[word] == "nmod:poss"
    if owner and meaning is not None and agrees(meaning, pronoun):
        return meaning  # "the firm sold its ships", "was closed by its owner"
    if owner and pronoun == "they" and meaning is not None and meaning.kind == "person":
        return None  # "one runner was caught with their number off": hers or his
    if noun >= 0 and meaning is None and (owner or tree.coarse[noun] == "PRON"):
        return None  # who or what does it is not known
    other = meaning.key if meaning is not None else ""
    about = _aside(tree) | _sayers(tree, word)  # "Ann Oe, a lawyer from Ley, … it"
    before = {m.key: m for m in here if m.at < word and agrees(m, pronoun) and m.key != other
              and m.at not in about
              and m.at != tree.heads[word]}  # fmt: skip
    for subject, mention in found.items():
        if subject < word and agrees(mention, pronoun) and mention.key != other:
            before.setdefault(mention.key, mention)
    if before:
        return next(iter(before.values())) if len(before) == 1 else None
    last = past[-1] if past else []
    person = pronoun in ("he", "she")
    fitting = {m.key: m for m in last if agrees(m, pronoun) and m.key != other
               and (person or m.subject or m.object)}  # fmt: skip
    if not person and len({m.key for m in last if agrees(m, pronoun)}) > _FEW:
        return None
    return next(iter(fitting.values())) if len(fitting) == 1 else None


_FEW = 3  # things in a sentence, of which one may be meant


def _sayers(tree: Tree, word: int) -> set[int]:
    """ "Doctors say most of them have recovered": not the doctors."""
    part = tree.heads[word]
    verb = tree.heads[part]
    if tree.relations[word] != "nmod" or tree.relations[part] not in SUBJECTS or verb < 0:
        return set()
    above = tree.heads[verb]
    return set(tree.only(above, *SUBJECTS)) if tree.relations[verb] == "ccomp" else set()


def _aside(tree: Tree) -> set[int]:
    """The words of all appositions: named by the way."""
    return {
        w for c, r in enumerate(tree.relations) if r == "appos" for w in tree.below(c) if w != c
    }


def _subject(
    tree: Tree, word: int, here: Sequence[Mention], found: dict[int, Mention]
) -> tuple[int, Mention | None]:
    """The subject of the clause that a word stands in, and what it means; -1 where it is in it."""
    at, steps = word, 0
    inside = set()
    while at >= 0 and steps < len(tree.words):
        inside.add(at)
        subjects = [s for s in tree.only(at, *SUBJECTS) if s not in inside]
        if subjects:
            noun = subjects[0]
            return noun, found.get(noun) or next((m for m in here if m.at == noun), None)
        if tree.relations[at] in SUBJECTS:
            return -1, None
        above = tree.heads[at]
        asked = [o for o in tree.only(above, "obj", "iobj") if o < at] if above >= 0 else []
        if asked and tree.relations[at] == "xcomp" and tree.only(at, "mark"):
            noun = asked[-1]  # "persuaded the widow to lend him money": she is to lend it
            return noun, found.get(noun) or next((m for m in here if m.at == noun), None)
        at, steps = above, steps + 1
    return -1, None
