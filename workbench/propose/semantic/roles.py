"""What "the company", "the bank" or "the alliance" names, where the article has said so."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.propose.lexicon import ORGANISATION, word_set
from workbench.propose.semantic.firms import Firms
from workbench.propose.semantic.houses import firm
from workbench.propose.semantic.mentions import Mention
from workbench.propose.semantic.names import PEOPLE
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.cuts import loose
from workbench.propose.tree.nouns import noun_words, told_of
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.words import with_marks, written

_KNOWN = {"nato": "alliance", "eu": "bloc"}
_FIRMS = word_set("company firm bank lender airline carrier retailer carmaker manufacturer maker "
                  "automaker operator insurer brewer developer startup")  # fmt: skip
_SURELY = word_set("company firm chipmaker carmaker automaker drugmaker retailer brewer insurer "
                   "planemaker miner supermarket utility")  # fmt: skip
_ANY_FIRM = ("company", "firm")
_OWNERS = word_set("my your his her its our their own")
_NOT_ALONE = (
    "amod",
    "compound",
    "nummod",
    "nmod",
    "acl",
    "acl:relcl",
    "flat",
    "appos",
    "nmod:poss",
)


class Roles:
    """The names that common nouns stand for, learnt from appositions and from names themselves."""

    def __init__(self) -> None:
        self._names: dict[str, list[str]] = {}
        self._age: dict[str, Mention] = {}
        self._left: set[str] = set()  # offices of which somebody is told who held it before
        self._offices: set[str] = set()
        self._firms = Firms()

    def learn(self, tree: Tree, text: str, here: Sequence[Mention]) -> None:
        """Take in what a sentence calls the things that it names."""
        persons = {m.at for m in here if m.kind == "person"}
        self._firms.learn(tree, text, here)
        for noun, tag in enumerate(tree.coarse):
            if tag == "PROPN" and tree.low[noun] in _KNOWN:
                self._add(_KNOWN[tree.low[noun]], tree.words[noun].form)
            if tag != "PROPN" or noun in persons or tree.relations[noun] in ("flat", "compound"):
                continue
            self._name(tree, text, noun, persons)
        for mention in here:
            if mention.kind == "person" and mention.text[:1].isupper() and not mention.plural:
                self._office(tree, mention)

    def _office(self, tree: Tree, person: Mention) -> None:
        """ "Foreign Minister Ann Oe", "Ann Oe, the chair of …": who "the minister" is later."""
        beside = tree.only(person.at, "nmod:desc", "compound", "appos")
        for word in (person.at, *beside):
            if tree.low[word] in PEOPLE and tree.fine[word] in ("NN", "NNP"):
                office = _IN_FULL.get(tree.low[word], tree.low[word])
                self._offices.add(office)
                self._add(office, person.text)
                if _held_before(tree, (person.at, word)):
                    self._left.add(office)

    def _name(self, tree: Tree, text: str, noun: int, persons: set[int]) -> None:
        words = _without_nouns(tree, noun_words(tree, noun))
        what = max((w for w in noun_words(tree, noun) if w < noun and tree.fine[w] == "NN"
                    and "HYPH" not in tree.fine[max(w - 1, 0) : w + 2]), default=-1)  # fmt: skip
        words = [w for w in words if w > what]  # "[F-35 maker] Brunn"
        while words and tree.low[words[0]] in _OWNERS:
            words = words[1:]  # "its own Preservation Commission"
        if words and tree.fine[words[-1]] == "POS":
            words = words[:-1]
        named = any(tree.words[w].form[:1].isupper() for w in words if tree.low[w] != "the")
        if not words or not named or len(words) > 7:
            return
        name = written(tree, text, with_marks(tree, words))
        name = name[:1].lower() + name[1:] if tree.low[words[0]] == "the" else name
        owned = words[0] > 0 and tree.low[words[0] - 1] in _OWNERS
        name = f"the {name}" if owned else name
        kind = tree.low[noun]
        if len(words) > 1 and kind in ORGANISATION | _FIRMS:
            self._add(kind, name)
        above = tree.heads[noun]
        near = [c for c in tree.only(noun, "appos", "nmod:desc", "compound") if c not in persons]
        if tree.relations[noun] == "appos" and above not in persons:
            near.append(told_of(tree, noun, above))
        for other in near:
            if tree.coarse[other] == "NOUN" and tree.fine[other] == "NN":
                self._add(tree.low[other], name)

    def _add(self, kind: str, name: str) -> None:
        if "- " in f"{name} ":
            return  # half of "F-35 maker Brunn"
        names = self._names.setdefault(kind, [])
        if name not in names:
            names.append(name)

    def fills(self, tree: Tree, past: Sequence[Sequence[Mention]]) -> dict[int, str]:
        """What to write for "the bank" and "the bank's" in the subject of a clause.

        ``past``: the phrases of the sentences before it, the last one last.
        """
        found: dict[int, str] = {}
        last = past[-1] if past else []
        rivals = {m.text for here in past for m in here if firm(m) and (m.subject or m.spoke)}
        new = {m.key for here in past for m in here if m.new}
        for noun, low in enumerate(tree.low):
            head = tree.heads[noun]
            subject = tree.relations[noun] in SUBJECTS or (
                tree.relations[noun] == "nmod:poss" and tree.relations[head] in SUBJECTS
            )
            if not subject or tree.fine[noun] not in ("NN", "JJ") or not _alone(tree, noun):
                continue
            name = self._meant(low, last, rivals) if low != "old" else _aged(last)
            if name is None and low in _SURELY and not self._names.get(low) and low not in new:
                name = self._firms.only(rivals | {m.text for m in last if firm(m)})
            if name is not None:
                first = tree.only(noun, "det")[0]
                found |= dict.fromkeys(range(first, noun), "") | {noun: name}
        return found

    def knows(self, kind: str) -> bool:
        """Was somebody or something called so?"""
        return kind in self._names and kind not in self._left

    def name(self, phrase: str) -> str:
        """What "the company" names, or the phrase itself."""
        first, _, noun = phrase.partition(" ")
        if noun in self._left:
            return phrase
        names = self._names.get(noun, []) if first == "the" else []
        return names[0] if len(names) == 1 else phrase

    def _meant(self, kind: str, last: Sequence[Mention], rivals: set[str]) -> str | None:
        names = self._names.get(kind, [])
        if kind in self._left:
            return None  # "a former governor": of this state, or of another?
        if len(names) > 1:
            acts = kind in self._offices  # of two judges, who did or said something just before
            names = [n for n in names if any(
                m.text == n and (m.subject or m.spoke or not acts) for m in last)]  # fmt: skip
        if len(names) == 1:
            return names[0]
        if names or kind not in _FIRMS:
            return None
        first = [m for m in last if firm(m) and m.subject]
        if len(first) == 1 and len(rivals) == 1:
            return first[0].text
        if kind not in _ANY_FIRM:
            return None
        # "Brunn, a maker of rails, …": the company, where no other was spoken of since
        called = {n for k in _FIRMS for n in self._names.get(k, ())}
        return next(iter(called)) if len(called) == 1 and rivals <= called else None


def _held_before(tree: Tree, words: tuple[int, int]) -> bool:
    """ "Former governor Ann Oe", "Ann Oe, the governor of Arland when the storm struck"."""
    person, office = words
    beside = [*tree.only(person, *_BESIDE), *tree.only(office, *_BESIDE)]
    if any(tree.low[w] in _BEFORE for w in beside):
        return True
    if tree.relations[office] != "appos":
        return False
    clauses = tree.only(office, "advcl", "advcl:relcl", "acl:relcl")
    times = {tree.low[w] for c in clauses for w in tree.only(c, "mark", "advmod")}
    return bool(times & {"when", "until", "while"})


_BESIDE = ("amod", "compound", "nmod:desc", "advmod")
_BEFORE = word_set("former ex late retired ousted deposed then one-time")
_IN_FULL = {"gov.": "governor", "sen.": "senator", "rep.": "representative", "gen.": "general",
            "sgt.": "sergeant", "sgt": "sergeant", "lt.": "lieutenant", "capt.": "captain",
            "col.": "colonel", "prof": "professor", "prof.": "professor", "dr.": "doctor",
            "dr": "doctor", "det.": "detective", "det": "detective", "insp": "inspector",
            "cllr": "councillor", "rev.": "reverend"}  # fmt: skip


def _without_nouns(tree: Tree, words: list[int]) -> list[int]:
    """The words of a name: no common noun, nor what a hyphen ties to one ("[eight-nation] Polar
    Council").
    """
    tied = {w for w in words if tree.fine[w] == "HYPH"}
    gone = {w for w in words if tree.coarse[w] == "NOUN"}
    for hyphen in sorted(tied):
        if hyphen + 1 in gone or hyphen - 1 in gone:
            gone |= {hyphen - 1, hyphen, hyphen + 1}
    return [w for w in words if w not in gone]


def _alone(tree: Tree, noun: int) -> bool:
    """ "The bank", without a word that says which."""
    words = tree.only(noun, "det")
    if not words or tree.low[words[0]] != "the":
        return False
    if tree.low[noun] == "old":  # "the 24-year-old"
        return noun - words[0] > 2 and bool(tree.only(noun, *_YEARS))
    beside = [c for c in tree.only(noun, *_NOT_ALONE) if c < noun or not loose(tree, c)]
    return words[0] == noun - 1 and not beside


_YEARS = ("obl:unmarked", "obl:npmod", "compound")


def _aged(last: Sequence[Mention]) -> str | None:
    """ "The 24-year-old": the only person of the sentence before, or its subject."""
    named = (m for m in last if m.kind == "person" and m.text[:1].isupper())
    persons = {m.key: m for m in named if not m.spoke}
    chosen = [m for m in persons.values() if m.subject] or list(persons.values())
    return chosen[0].text if len(chosen) == 1 else None
