"""What "him", "it", "their" stand for where they are no subject, as far as it is certain.

A pronoun beside a verb is never that verb's subject (Chomsky 1981, "binding"), so in "It sold it"
only the other thing that was spoken of is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.propose.lexicon import word_set
from workbench.propose.semantic.mentions import Mention
from workbench.propose.semantic.pronouns import agrees, owns
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.tree import Tree

_MEANT = {"him": "he", "his": "he", "her": "she", "it": "it", "its": "it", "them": "they",
          "their": "they"}  # fmt: skip
_MAKES = word_set("make makes made making find finds found finding consider considered call calls "
                  "called calling")  # fmt: skip
_CONTENT = ("xcomp", "ccomp", "csubj", "expl")
_PLACES = ("obj", "iobj", "obl", "nmod", "nmod:poss", "obl:agent")
_UNCLEAR = word_set("it its he his him she her they them their which who that this")
_PRONOUNS = frozenset(("his", "her", "their", "its"))
_ARTICLES = word_set("the these those this its his her their our")
_LONGEST = 5  # words of what is written for one


def others(
    tree: Tree,
    here: Sequence[Mention],
    found: dict[int, Mention],
    past: Sequence[Sequence[Mention]],
) -> dict[int, Mention]:
    """The meaning of pronouns that are no subjects, by their index.

    Args:
        tree: The sentence.
        here: The phrases that it names.
        found: What its pronouns that are subjects mean.
        past: The phrases of the sentences before it, the last one last.
    """
    known: dict[int, Mention] = {}
    for word, low in enumerate(tree.low):
        if word in found or low not in _MEANT or tree.relations[word] not in _PLACES:
            continue
        if tree.coarse[word] != "PRON" or _empty(tree, word) or _beside(tree, word):
            continue
        meant = _meant(tree, word, _MEANT[low], here, found, past)
        sum_ = meant is not None and low == "it" and any(c.isdigit() for c in meant.text)
        if meant is not None and _nameable(meant.text) and owns(tree, word, meant) and not sum_:
            of = any(tree.low[c] == "of" for c in tree.only(word, "case"))
            bare = meant.plural and meant.text.split()[0].islower() and meant.kind != "place"
            known[word] = meant._replace(text=_with_article(meant.text)) if of and bare else meant
    return known


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
    """ "34 people, among them 12 women": means what stands right before it."""
    if tree.low[word - 1] == "among":
        return True
    first = min(tree.below(word))
    return first > 0 and tree.words[first - 1].form == "," and bool(tree.only(word, "case"))


def _empty(tree: Tree, word: int) -> bool:
    """ "Made it clear that": stands for nothing said before."""
    head = tree.heads[word]
    verb = tree.low[head] in _MAKES and tree.low[word] == "it"
    return verb and bool(tree.only(head, *_CONTENT))


def _meant(  # noqa: PLR0917
    tree: Tree, word: int, pronoun: str, here: Sequence[Mention], found: dict[int, Mention],
    past: Sequence[Sequence[Mention]],
) -> Mention | None:  # fmt: skip
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
