"""For whom the persons of an article speak: what "we", "his client" and "her country" are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbench.propose.lexicon import ORGANISATION, word_set
from workbench.propose.semantic.house_names import house_before
from workbench.propose.semantic.mentions import Mention
from workbench.propose.semantic.pronouns import named
from workbench.propose.tree.nouns import noun_words
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.words import written

_LEADERS = word_set(
    "executive director chair chairman chairwoman chairperson president secretary spokesman "
    "spokeswoman spokesperson minister head founder co-founder manager boss ceo officer "
    "economist statistician secretary-general superintendent headteacher curator "
    "treasurer leader counsel organiser organizer principal governor coach captain"
)
_COUNSEL = word_set("lawyer solicitor barrister attorney counsel advocate")
_SPOKESMEN = word_set("spokesman spokeswoman spokesperson")
_BOSSES = word_set("director executive ceo chairman chairwoman chair founder co-founder boss owner")
_RANKS = word_set("chief managing executive general deputy vice")
_ARTICLES = frozenset(("a", "the", "another"))
_STATESMEN = word_set("minister ambassador envoy premier chancellor")
_HOLDERS = ("nmod:desc", "compound", "appos")
_WHERE = word_set("of at for with from")


class Houses:
    """For whom the persons of an article speak: their firm, union or ministry, or their client."""

    def __init__(self) -> None:
        self._of: dict[str, str] = {}
        self._client: dict[str, str] = {}
        self._land: dict[str, str] = {}
        self._unnamed: set[str] = set()  # who speaks for something that is not named beside them
        self._last: tuple[str, str | None] = ("", None)  # who spoke last, and for whom

    def learn(
        self, tree: Tree, text: str, here: Sequence[Mention], known: Callable[[int], str | None]
    ) -> None:
        """Take in the offices that a sentence names; ``known``: what a pronoun of it means."""
        for mention in here:
            if mention.kind != "person" or mention.plural:
                continue
            if not named(mention):
                self._forget(mention.key)  # another spokesman than the last
            for holder in _offices(tree, mention.at):
                self._office(tree, text, here, known, mention, holder)

    def _office(  # noqa: PLR0917
        self, tree: Tree, text: str, here: Sequence[Mention], known: Callable[[int], str | None],
        mention: Mention, holder: int,
    ) -> None:  # fmt: skip
        low = tree.low[holder]
        client = low in _COUNSEL
        if not client and low not in _LEADERS and not _of_land(tree, holder):
            return
        owner = _owner(tree, holder, mention.at, client=client)
        whose = _called(tree, text, owner, here, known) if owner >= 0 else None
        if owner < 0 and not client:
            whose = house_before(tree, text, holder)
        if whose is None and not client and _silent(tree, holder, owner):
            self._unnamed.add(mention.key)
        if whose is None or whose.lower() == mention.text.lower():
            return
        if owner >= 0 and tree.words[mention.at].form in whose.split():
            return  # "Foreign Minister of Arl Ann Oe": the land is not called "Arl Ann Oe"
        (self._client if client else self._of).setdefault(mention.key, whose)
        if low in _STATESMEN and whose[:1].isupper():
            self._land.setdefault(mention.key, whose)

    def _forget(self, key: str) -> None:
        for known in (self._of, self._client, self._land):
            known.pop(key, None)
        self._unnamed.discard(key)

    def of(self, speaker: Mention, last: Sequence[Mention]) -> str | None:
        """The organisation that somebody speaks for; ``last``: phrases of the sentence before.

        "A spokesman", or "its chair", speaks for the firm that the sentence before was about.
        """
        if speaker.kind == "thing" and not speaker.plural:
            lone = " " not in speaker.text and not speaker.text.isupper()  # "Prewitt said"
            known = any(c.isupper() for c in speaker.text) and not lone
            known = known or speaker.key in ORGANISATION
            return speaker.text if known else None
        if speaker.key in self._of or speaker.key not in self._unnamed:
            return self._of.get(speaker.key)
        firms = {m.text for m in last if firm(m) and (m.subject or m.spoke)}
        return next(iter(firms)) if len(firms) == 1 else None

    def meant(self, speaker: Mention | None, last: Sequence[Mention]) -> str | None:
        """Whom "we" of a quotation are, where it is somebody's who speaks for others."""
        if speaker is None:
            return None
        key, before = self._last
        house = self.of(speaker, last) or (before if key == speaker.key else None)  # it goes on
        self._last = speaker.key, house
        return house

    def end_quotation(self) -> None:
        """What follows is no more in the words of who spoke last."""
        self._last = ("", None)

    def wards(
        self, tree: Tree, found: dict[int, Mention], speaker: Mention | None
    ) -> dict[int, str]:
        """ "His client", "her country" by their names.

        Args:
            tree: The sentence.
            found: What its pronouns mean.
            speaker: Who says it: whose they are where what is in ``found`` has none.
        """
        shown: dict[int, str] = {}
        for noun, low in enumerate(tree.low):
            names = {"client": self._client, "country": self._land}.get(low, {})
            for owner in tree.only(noun, "nmod:poss")[:1]:
                whose = [m.key for m in (found.get(owner), speaker) if m is not None]
                name = next((names[key] for key in whose if key in names), None)
                own = any(tree.low[c] == "own" for c in tree.only(noun, "amod"))
                if name is not None and tree.low[owner] in ("his", "her") and not own:
                    shown |= {owner: "", noun: name}
        return shown


def firm(mention: Mention) -> bool:
    """Is it one thing with a name?"""
    capital = mention.text.removeprefix("the ")[:1].isupper()
    return mention.kind == "thing" and capital and not mention.plural


def _offices(tree: Tree, person: int) -> list[int]:
    """The nouns that tell what a person is: before the name, beside it, or the word itself."""
    found = [person, *tree.only(person, *_HOLDERS)]
    above = tree.heads[person]
    if above >= 0 and tree.relations[person] == "appos":
        found.append(above)
    return found


def _of_land(tree: Tree, person: int) -> bool:
    """ "Italy's Ann Oe"."""
    owners = tree.only(person, "nmod:poss") if tree.coarse[person] == "PROPN" else []
    return bool(owners) and tree.coarse[owners[0]] == "PROPN"


def _owner(tree: Tree, holder: int, person: int, *, client: bool) -> int:
    """Whose director, or the director of what; -1 where nobody is named."""
    for noun in (holder, person):
        for owner in tree.only(noun, "nmod:poss"):
            return owner
        inside = tree.only(noun, "nmod")
        for inner in [*_at(tree, inside), *inside]:
            cases = {tree.low[c] for c in tree.only(inner, "case")}
            if cases & (_FOR if client else _WHERE):
                return inner
    return -1


_FOR = frozenset(("for",))


def _at(tree: Tree, nouns: Sequence[int]) -> list[int]:
    """ "Head of sales at Brunn Steel", whichever noun the firm hangs on."""
    return [
        n
        for noun in nouns
        for n in (noun, *tree.only(noun, "nmod"))
        if tree.coarse[n] == "PROPN" and any(tree.low[c] == "at" for c in tree.only(n, "case"))
    ]


def _silent(tree: Tree, holder: int, owner: int) -> bool:
    """ "A spokesman", "its chair": is it left to the sentence before to say of what?"""
    if owner >= 0:
        return tree.low[owner] in ("its", "their")
    beside = [tree.low[w] for w in tree.only(holder, "amod", "compound", "nmod", "det")]
    if tree.relations[holder] == "nmod:desc" and tree.low[holder] in _BOSSES:
        return set(beside) <= _RANKS and (tree.low[holder] != "executive" or "chief" in beside)
    return set(beside) <= _ARTICLES and tree.low[holder] in _SPOKESMEN


def _called(
    tree: Tree, text: str, owner: int, here: Sequence[Mention], known: Callable[[int], str | None]
) -> str | None:
    if tree.coarse[owner] == "PRON":
        return known(owner)
    meant = next((m for m in here if m.at == owner), None)
    if meant is not None:
        return meant.text if meant.text[:1].isupper() or meant.key in ORGANISATION else None
    if tree.coarse[owner] != "PROPN":
        return None
    return written(tree, text, [w for w in noun_words(tree, owner) if tree.fine[w] != "POS"])
