"""What is told of a noun inside what somebody says: theirs, too, or told by the way?"""

from __future__ import annotations

from collections.abc import Iterable

from workbench.propose.inflect import base_of_ing
from workbench.propose.lexicon import SAY
from workbench.propose.semantic.speech import Saying
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.cuts import loose
from workbench.propose.tree.nouns import noun_words
from workbench.propose.tree.report import by_the_way
from workbench.propose.tree.tree import Tree


def said_within(tree: Tree, head: int, sayings: Iterable[Saying]) -> Saying | None:
    """ "Said it is at work on a plan which it will publish": the innermost saying around it.

    None where it is told by the way: "told them the mill, which opened in 1988, would close".
    """
    around = [(tree.below(s.content), s) for s in sayings if not s.tag]
    inside = [(len(words), s) for words, s in around
              if head in words and not by_the_way(tree, head, s.content)]  # fmt: skip
    if not inside:
        return None
    _, saying = min(inside, key=lambda pair: pair[0])
    if in_apposition(tree, head, saying.content) or _known_besides(tree, head, saying):
        return None
    return saying if belongs(tree, head, tree.below(saying.content)) else None


def belongs(tree: Tree, head: int, said: Iterable[int]) -> bool:
    """Does a relative clause say which noun is meant, or end what is ``said``?"""
    top = head
    while tree.relations[top] == "conj" and tree.heads[top] >= 0:
        top = tree.heads[top]
    last = max((w for w in said if tree.coarse[w] != "PUNCT"), default=-1)
    if any(tree.words[w].form in _MARKS for w in tree.below(top)):
        return True  # "said the bridge, which “was never safe”, would be torn down"
    return not loose(tree, top) or last in tree.below(top)


_MARKS = '“"„«'


def in_apposition(tree: Tree, head: int, content: int) -> bool:
    """ "Joked that he was not Ann Oe, the singer who won": that she won is no joke of his."""
    word = head
    while word not in (content, -1):
        if tree.relations[word] == "appos" and loose(tree, word):
            return True
        word = tree.heads[word]
    return False


def _known_besides(tree: Tree, head: int, saying: Saying) -> bool:
    """ "Said he hoped the swap would lead to talks with the League, who have refused them": a
    tense that is not the report's, told of somebody by the way.
    """
    who = any(tree.low[w] in ("who", "whose") for w in tree.only(head, *SUBJECTS))
    own = {tree.low[w] for w in tree.only(head, "aux")}
    before = {tree.low[w] for w in tree.below(saying.content) if w < tree.first_word(head)}
    shifted = bool(before & _BACK) and tree.fine[saying.verb] == "VBD"
    return who and loose(tree, head) and bool(own & _PERFECT) and shifted


_BACK = frozenset(("had", "would", "was", "were", "hoped", "wanted", "could"))
_PERFECT = frozenset(("has", "have"))


def dashed(tree: Tree, head: int) -> bool:
    """ "Said the campaign – run by a firm in Ley – had failed": between two dashes."""
    words = [w for w in tree.below(head) if tree.coarse[w] != "PUNCT"]
    first, last = min(words, default=0), max(words, default=0)
    if first < 1 or last + 1 >= len(tree.words):
        return False
    return tree.words[first - 1].form in _DASHES and tree.words[last + 1].form in _DASHES


_DASHES = ("–", "—", "-", "--")


def quoted_on(tree: Tree, head: int) -> list[int]:
    """ "She lent them money, “but some will never come back”": so she says.

    The words of the subject, where a second clause stands in quotation marks for itself.
    """
    first = tree.first_word(head)
    opened = first > 0 and tree.words[first - 1].form in ('"', "“")
    beside = tree.relations[head] in ("conj", "parataxis") and tree.heads[head] == tree.root
    if not opened or not beside or not tree.only(head, "cc") or not tree.only(head, *SUBJECTS):
        return []
    about = tree.only(tree.root, "nsubj")
    someone = about and (tree.low[about[0]] in ("he", "she") or tree.coarse[about[0]] == "PROPN")
    return noun_words(tree, about[0]) if someone else []


def teller_above(tree: Tree, head: int) -> list[int]:
    """ "A book in which she says that the mayor stole": she, for who stole; else no words."""
    word = head
    while tree.relations[word] == "conj" and tree.heads[word] >= 0:
        word = tree.heads[word]
    verb = tree.heads[word]
    if tree.relations[word] != "ccomp" or verb < 0 or tree.low[verb] not in SAY:
        return []
    about = [s for s in tree.only(verb, "nsubj") if tree.low[s] not in ("who", "which", "that")]
    return noun_words(tree, about[0]) if about else []


def complainer(tree: Tree, head: int) -> list[int]:
    """ "Oe ruled it a murder, concluding that she was drowned": Oe, for who was drowned.

    The words of whom a participle of saying is told of, where ``head`` stands in its content.
    """
    word = head
    while tree.heads[word] >= 0:
        above = tree.heads[word]
        says = tree.fine[above] == "VBG" and base_of_ing(tree.low[above]) in SAY and above < word
        if tree.relations[word] == "ccomp" and says and not tree.only(above, *SUBJECTS, "aux"):
            return _subject_above(tree, above)
        word = above
    return []


def _subject_above(tree: Tree, participle: int) -> list[int]:
    """The noun that a participle hangs on, or the subject of the verb that it does."""
    verb = tree.heads[participle]
    if tree.relations[participle] == "acl" and tree.coarse[verb] in ("NOUN", "PROPN"):
        inside = tree.below(participle)
        return [w for w in noun_words(tree, verb) if w not in inside]
    while verb >= 0:
        subject = tree.only(verb, *SUBJECTS)
        if subject:
            return noun_words(tree, subject[0]) if tree.relations[subject[0]] == "nsubj" else []
        verb = tree.heads[verb]
    return []
