"""What "he", "it", "they", "his" and "the company" stand for, where that is certain.

A subject mostly goes on with the subject before it (Grosz, Joshi and Weinstein 1995, "Centering").
So a pronoun that is a subject takes the subject of the clause or sentence before it when that
agrees in number, gender and kind, or else the only phrase there that agrees; if there are more,
it stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from workbench.propose.semantic.happenings import Happenings
from workbench.propose.semantic.mentions import Mention, mentions, speaks, topics
from workbench.propose.semantic.others import others
from workbench.propose.semantic.pronouns import (
    GENDER,
    able,
    agrees,
    clause_of,
    counted,
    expletive,
    goes_on,
    named,
    one,
    owns,
    part_of_subject,
    predicate,
    role_of,
    sayer,
    selves,
    spoken_for,
    undergoes,
)
from workbench.propose.semantic.ranking import Case, Place, options, phrase_name
from workbench.propose.semantic.roles import Roles
from workbench.propose.semantic.tags import Split
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.report import phrasal
from workbench.propose.tree.tree import Tree

_BACK = 3  # sentences that a name is remembered for
_FAR = 5  # sentences of which a phrase may be weighed
_SHORT = 4  # words of a name that may own something
_OWN = {"he": "he", "his": "he", "she": "she", "her": "she", "it": "it", "its": "it",
        "they": "they", "their": "they"}  # fmt: skip
_OWNERS = ("his", "her", "its", "their", "my", "our")
_ACTORS = tuple(s for s in SUBJECTS if s != "expl")  # "there was one bell, and it rang"
_ABOVE = ("conj", "advcl", "ccomp", "xcomp", "acl:relcl", "parataxis")


class Antecedents:
    """Who and what an article spoke of so far.

    ``weigh``: takes what the rules found, and chooses where they leave several or none.
    """

    def __init__(self, text: str, weigh: Callable[[Case], Mention | None]) -> None:
        self.text = text
        self._weigh = weigh
        self._known: dict[tuple[int, int], Mention | None] = {}  # by tree and word, this sentence
        self.roles = Roles()
        self._happenings = Happenings()
        self._names: dict[str, str] = {}
        self._gender: dict[str, str] = {}
        self._past: list[list[Mention]] = []
        self._history: list[list[Mention]] = []  # as past, of more sentences
        self._times: Counter[str] = Counter()
        self._unknown = ""

    def fills(
        self, tree: Tree, speaker: Mention | None = None, direct: bool = False
    ) -> dict[int, str]:
        """What to write for words of a sentence, by their index.

        Args:
            tree: The sentence.
            speaker: Who says all of it.
            direct: Is it in the speaker's own words?
        """
        found: dict[int, Mention] = {}
        here = self._mentions(tree)
        for word, low in enumerate(tree.low):
            if low in _OWN and self._asks(tree, word):
                meant = self._meant(tree, word, here, found, speaker=speaker,
                                    direct=direct)  # fmt: skip
                if meant is not None and (owned := self._owned(tree, meant, found)) is not None:
                    found[word] = owned
        shown = {w: self._written(tree, w, m) for w, m in found.items()}
        if direct and speaker is not None and speaker.text[:1].isupper():
            shown |= selves(tree, speaker.text, speaker.gender)
        if not direct:
            last = self._past[-1] if self._past else []
            shown |= self._happenings.fills(tree, last)
            rest = others(tree, here, found, self._past)
            shown |= {w: self._written(tree, w, m) for w, m in rest.items()}
            self.roles.learn(tree, self.text, here)
            shown |= self.roles.fills(tree, self._past)
        return shown

    def advance(
        self, said: Tree | None, tag: Tree | None, speaker: Mention | None, parted: Split
    ) -> None:
        """Take a sentence in, after its claims were made.

        Of what was said in the speaker's own words, only persons' names are kept. "According to a
        poll, support has fallen. It …" may go on with either.
        """
        direct = parted.direct
        found: list[Mention] = []
        for tree in (tag, said):
            if tree is None:
                continue
            here = self._mentions(tree)
            if tree is said and direct:
                here = [m._replace(subject=False, object=False) for m in here if named(m)]
            else:
                here = self._pronouns(tree, here) + here
            if tree is tag:
                here = [m._replace(subject=False, object=False) for m in here]
            if parted.according:
                here = [m._replace(subject=m.subject and m.kind == "person") for m in here]
            found += here
            self._happenings.learn(tree)
            self.roles.learn(tree, self.text, here)
        if direct and speaker is None and not found:
            return  # a quotation goes on: the speaker is the one before it
        if speaker is not None:
            found = [m for m in found if m.key != speaker.key or m.subject]
            found.insert(0, speaker._replace(subject=False, object=False, spoke=True))
        for mention in found:
            if named(mention):
                self._names.setdefault(mention.key, mention.text)
        self._past = [*self._past[1 - _BACK :], found]
        self._history = [*self._history[1 - _FAR :], found]
        self._times.update({phrase_name(m) for m in found})
        self._unknown = self._unnamed(said, found)
        self._known.clear()

    @staticmethod
    def _unnamed(said: Tree | None, found: Sequence[Mention]) -> str:
        """The "he" or "she" that the sentence is about, where nobody can tell who that is."""
        subject = topics(said)[0] if said is not None else -1
        if said is None or subject < 0 or said.low[subject] not in GENDER:
            return ""
        return "" if any(m.at == subject for m in found) else said.low[subject]

    def _pronouns(self, tree: Tree, here: Sequence[Mention]) -> list[Mention]:
        """Whom the subject "he", or "his" in it, goes on with."""
        found = []
        subject, speaker = topics(tree)
        owners = tree.only(subject, "nmod:poss") if subject >= 0 else []
        for word in (subject, speaker, *owners):
            if word >= 0 and tree.low[word] in _OWN and self._asks(tree, word):
                meant = self._meant(tree, word, here, {})
                if meant is not None:
                    found.append(meant._replace(
                        subject=word == subject, spoke=word == speaker, object=word in owners,
                        at=word,
                    ))  # fmt: skip
        return found

    def _owned(self, tree: Tree, meant: Mention, found: dict[int, Mention]) -> Mention | None:
        """ "Its embassy … it": with the owner's name, and not at all where that is unknown."""
        first, _, rest = meant.text.partition(" ")
        if first.lower() not in _OWNERS:
            return meant
        owner = next((w for w in tree.only(meant.at, "nmod:poss") if w in found), None)
        if owner is None:
            return None
        return meant._replace(text=f"{self._written(tree, owner, found[owner])} {rest}")

    def mention(self, tree: Tree, noun: int) -> Mention | None:
        """The phrase at a noun, a pronoun replaced by what it stands for."""
        here = self._mentions(tree)
        if tree.low[noun] in _OWN:
            return self._meant(tree, noun, here, {})
        return next((m for m in here if m.at == noun), None)

    def person(self, pronoun: str) -> Mention | None:
        """Whom "him" or "her" means after "according to"."""
        return self._person({"him": "he", "her": "she"}.get(pronoun, pronoun), says=True)

    def _mentions(self, tree: Tree) -> list[Mention]:
        found = mentions(tree, self.text, self._names)
        found = [m._replace(text=self.roles.name(m.text)) for m in found]
        return [m._replace(gender=m.gender or self._gender.get(m.key, "")) for m in found]

    @staticmethod
    def _asks(tree: Tree, word: int) -> bool:
        """Is the pronoun a subject, or the owner of one?"""
        relation, head = tree.relations[word], tree.heads[word]
        if relation in ("nsubj", "nsubj:pass"):
            return not expletive(tree, word)
        owner = relation == "nmod:poss" and head >= 0 and word < head
        return owner and (tree.relations[head] in SUBJECTS or part_of_subject(tree, head))

    def _written(self, tree: Tree, word: int, meant: Mention) -> str:
        if tree.relations[word] != "nmod:poss":
            return meant.text
        return meant.text + ("'" if meant.text.endswith("s") and meant.plural else "'s")

    def _meant(
        self, tree: Tree, word: int, here: Sequence[Mention], found: dict[int, Mention],
        *, speaker: Mention | None = None, direct: bool = False,
    ) -> Mention | None:  # fmt: skip
        if (id(tree), word) in self._known:
            return self._known[id(tree), word]
        place = Place(tree, word, _OWN[tree.low[word]], direct, speaker)
        ruled = self._ruled(place, here, found)
        given = options(place, here, found, self._history)
        meant = self._weigh(Case(place, given, ruled, self._history, self._times))
        if meant is not None and tree.relations[word] == "nmod:poss":
            meant = meant if len(meant.text.split()) <= _SHORT else None
        if meant is not None and place.pronoun in GENDER:
            self._gender[meant.key] = GENDER[place.pronoun]
        self._known[id(tree), word] = meant
        return meant

    def _ruled(
        self, place: Place, here: Sequence[Mention], found: dict[int, Mention]
    ) -> Mention | None:
        """What a pronoun means as far as the rules can tell."""
        tree, word, pronoun, direct, speaker = place
        meant = self._above(tree, word, pronoun, here, found)
        if meant is None and not direct and speaker is not None and agrees(speaker, pronoun):
            # "It stays shut, the council says" goes on with the tunnel of the sentence before
            other = self._before(tree, word, pronoun) if pronoun not in GENDER else None
            meant = other or speaker
        near = self._beside(tree, word, pronoun, here) if meant is None and not direct else {}
        if near:
            meant = next(iter(near.values())) if len(near) == 1 else None
        elif meant is None and not direct:
            meant = self._before(tree, word, pronoun)
        return meant

    def _above(
        self, tree: Tree, word: int, pronoun: str, here: Sequence[Mention],
        found: dict[int, Mention],
    ) -> Mention | None:  # fmt: skip
        """The subject of the clause above: "Lavrov called them vague, but he did not reject …"."""
        at = predicate(tree, word)
        for _ in range(3):
            relation, above = tree.relations[at], tree.heads[at]
            who = any(tree.low[s] == "who" for s in tree.only(at, *SUBJECTS))
            if relation == "acl:relcl" and who:  # "Pons, who says she …"
                meant = next((m for m in here if m.at == above), None)
                return meant if meant is not None and agrees(meant, pronoun) else None
            while relation == "acl:relcl" and above >= 0 and tree.coarse[above] != "VERB":
                above = tree.heads[above]  # "into the town, where they killed three"
            if above < 0 or relation not in _ABOVE:
                return None
            for subject in tree.only(above, *_ACTORS)[:1]:
                meant = found.get(subject) or next((m for m in here if m.at == subject), None)
                fronted = relation == "advcl" and word < subject
                told = relation != "ccomp" or speaks(tree, above) or phrasal(tree, above)
                if meant is not None and told and (subject < word or fronted):
                    if pronoun in ("it", "they") and meant.kind == "person":
                        meant = spoken_for(tree, subject, here) or meant
                    if pronoun == "it" and not able(tree, word, meant):
                        return sayer(tree, above, here)
                    alone = relation != "parataxis" or one(here, pronoun, word)
                    if relation == "advcl" and pronoun not in GENDER and undergoes(tree, word):
                        alone = one(here, pronoun, word)  # "closed the pool because it leaked"
                    if alone and agrees(meant, pronoun):
                        return meant
                    if pronoun not in GENDER or not alone:
                        return None
            at = above
        return None

    @staticmethod
    def _beside(tree: Tree, word: int, pronoun: str, here: Sequence[Mention]) -> dict[str, Mention]:
        """Persons named in a clause before, in the same sentence: "…, Ann Oe; her party won"."""
        if pronoun not in GENDER:
            return {}
        clause = clause_of(tree, word)
        joined = tree.relations[clause] in ("parataxis", "conj")
        return {m.key: m for m in here if joined and m.at < word and named(m)
                and agrees(m, pronoun) and clause_of(tree, m.at) != clause}  # fmt: skip

    def _before(self, tree: Tree, word: int, pronoun: str) -> Mention | None:
        says = speaks(tree, tree.heads[word])
        if pronoun in GENDER:
            return self._person(pronoun, says)
        if not self._past or not goes_on(tree, word):
            return None
        last = self._past[-1]
        says = says or role_of(tree, word)
        acted = {m.key for m in last if m.object and agrees(m, pronoun) and not counted(m)}
        if acted and tree.relations[word] == "nsubj:pass" and undergoes(tree, word):
            return None  # "bought the painting. It was stolen"
        first = sorted((m for m in last if m.subject or m.spoke), key=lambda m: m.spoke != says)
        for mention in first:
            if agrees(mention, pronoun) and owns(tree, word, mention):
                return mention
        fitting = {m.text: m for m in last if m.object and agrees(m, pronoun)}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _person(self, pronoun: str, says: bool) -> Mention | None:
        all_named = {m.key for s in self._past for m in s if named(m) and agrees(m, pronoun)}
        for back, sentence in enumerate(reversed(self._past)):
            agreeing = [m for m in sentence if agrees(m, pronoun)]
            fitting = {m.key: m for m in agreeing}
            if not fitting:
                continue
            first = {m.key: m for m in agreeing if m.spoke or m.subject}
            if len(first) > 1 and says:
                first = {m.key: m for m in first.values() if m.spoke}
            chosen = first if len(first) == 1 else fitting
            if back == 0 and not first and self._unknown == pronoun:
                return None  # she of the sentence before, rather than whom it names
            meant = next(iter(chosen.values())) if len(chosen) == 1 else None
            if meant is not None and not (first or meant.object or back) and len(all_named) > 1:
                return None  # named by the way, and another person was spoken of
            known = meant is not None and named(meant) and len(all_named) == 1
            return meant if known or back == 0 else None
        return None


def shown(tree: Tree, fills: dict[int, str], words: Iterable[int]) -> Tree:
    """The tree with these of its words written as they are meant."""
    wanted = {w: fills[w] for w in words if w in fills}
    if not wanted:
        return tree
    forms = [word._replace(form=wanted.get(i, word.form)) for i, word in enumerate(tree.words)]
    return replace(tree, words=forms)
