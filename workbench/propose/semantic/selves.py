"""What "I" and "we" of a quotation are, by who says it and for whom she speaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbench.propose.inflect import third_person
from workbench.propose.lexicon import ORGANISATION, THINK, word_set
from workbench.propose.semantic.mentions import Mention
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.nouns import noun_words
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.words import written


def selves(tree: Tree, name: str, gender: str) -> dict[int, str]:
    """ "I have kept my seat" as "Ann Oe has kept her seat": what to write for each such word.

    Of clauses that tell what "I" did or have done; those with "we" stay as they are.
    """
    found: dict[int, str] = {}
    for word, low in enumerate(tree.low):
        head = tree.heads[word]
        if low == "my" and tree.relations[head] in ("nsubj", "nsubj:pass"):
            found[word] = f"{name}'s"  # "my wife has a broken arm"
        if low != "i" or tree.relations[word] not in ("nsubj", "nsubj:pass"):
            continue
        first = min([head, *tree.only(head, "aux", "aux:pass", "cop")])
        others = (c for c in tree.only(head, "conj", "parataxis") if tree.only(c, *SUBJECTS))
        inside = tree.below(head, frozenset(others))
        said = {tree.low[w] for w in inside}
        if tree.low[head] in THINK or said & _OURS or not _tells(tree, first):
            continue
        found[word] = name
        if tree.low[first] in _THIRD:
            found[first] = _THIRD[tree.low[first]]
        mine = _MINE.get(gender, _MINE[""])
        found |= {w: mine[tree.low[w]] for w in inside if tree.low[w] in mine}
    return found


_OURS = word_set("we our us ours ourselves you your")
_THIRD = {"have": "has", "'ve": " has", "am": "is", "'m": " is"}
_MINE = {
    "m": {"my": "his", "me": "him", "myself": "himself"},
    "f": {"my": "her", "me": "her", "myself": "herself"},
    "": {"my": "their", "me": "them", "myself": "themselves"},
}


def _tells(tree: Tree, verb: int) -> bool:
    """Is the first word of a predicate a past tense, or one of "have" and "am" with a verb?"""
    if tree.fine[verb] == "VBD":
        return True
    return tree.low[verb] in _THIRD and tree.coarse[verb] == "AUX"


def ours(tree: Tree, house: str) -> dict[int, str]:
    """ "We have closed two of our mills" as "Northline has closed two of its mills".

    ``house``: whom the speaker speaks for. Of clauses that tell what "we" did, have done or do.
    """
    found: dict[int, str] = {}
    for word, low in enumerate(tree.low):
        head = tree.heads[word]
        if low == "our" and tree.relations[head] in ("nsubj", "nsubj:pass"):
            if tree.low[head] not in _SHARED:
                found[word] = f"{house}'s"
            continue
        if low != "we" or tree.relations[word] not in ("nsubj", "nsubj:pass"):
            continue
        first = min([head, *tree.only(head, "aux", "aux:pass", "cop")])
        others = (c for c in tree.only(head, "conj", "parataxis") if tree.only(c, *SUBJECTS))
        inside = tree.below(head, frozenset(others))
        said = {tree.low[w] for w in inside}
        does = tree.fine[first] == "VBP" and tree.low[first] in _DOES
        told = tree.fine[first] == "VBD" or does or (
            tree.fine[first] == "VBP" and first == head and tree.coarse[head] == "VERB"
        )  # fmt: skip
        if not told or said & _ALL or tree.low[head] in THINK | _WANTS:
            continue
        found[word] = house
        if tree.low[first] in _DOES:
            found[first] = _DOES[tree.low[first]]
        elif tree.low[first] == "were":
            found[first] = "was"
        elif tree.fine[first] == "VBP":
            found[first] = third_person(tree.low[first])
        found |= {w: _ITS[tree.low[w]] for w in inside if tree.low[w] in _ITS}
    return found


_DOES = {"have": "has", "'ve": " has", "’ve": " has", "are": "is", "'re": " is", "’re": " is",
         "do": "does"}  # fmt: skip
_ITS = {"our": "its", "us": "it", "ourselves": "itself"}
_ALL = word_set("all both i my me you your each everybody everyone")
_WANTS = word_set("want need love like live need regret welcome apologise apologize thank deserve")
_SHARED = word_set("children kids country world lives life planet neighbours neighbors friends "
                   "generation society daughter son mother father family families")  # fmt: skip
_LEADERS = word_set(
    "executive director chair chairman chairwoman chairperson president secretary spokesman "
    "spokeswoman spokesperson minister head founder co-founder manager boss ceo officer "
    "economist statistician secretary-general superintendent headteacher curator "
    "treasurer leader counsel organiser organizer principal"
)
_COUNSEL = word_set("lawyer solicitor barrister attorney counsel advocate")
_HOLDERS = ("nmod:desc", "compound", "appos")
_WHERE = word_set("of at for with from")


class Houses:
    """For whom the persons of an article speak: their firm, union or ministry, or their client."""

    def __init__(self) -> None:
        self._of: dict[str, str] = {}
        self._client: dict[str, str] = {}
        self._heads: set[str] = set()  # of something that is not named beside them

    def learn(
        self, tree: Tree, text: str, here: Sequence[Mention], known: Callable[[int], str | None]
    ) -> None:
        """Take in the offices that a sentence names; ``known``: what a pronoun of it means."""
        for mention in here:
            if mention.kind != "person" or mention.plural:
                continue
            for holder in _offices(tree, mention.at):
                low = tree.low[holder]
                client = low in _COUNSEL
                if not client and low not in _LEADERS and not _of_land(tree, holder):
                    continue
                owner = _owner(tree, holder, mention.at, client=client)
                whose = _called(tree, text, owner, here, known) if owner >= 0 else None
                if whose is None and not client:
                    self._heads.add(mention.key)
                if whose is not None and whose.lower() != mention.text.lower():
                    (self._client if client else self._of).setdefault(mention.key, whose)

    def of(self, speaker: Mention, last: Sequence[Mention]) -> str | None:
        """The organisation that somebody speaks for; ``last``: phrases of the sentence before.

        A spokesman of nobody speaks for the firm that the sentence before was about.
        """
        if speaker.kind == "thing" and not speaker.plural:
            named = any(c.isupper() for c in speaker.text) or speaker.key in ORGANISATION
            return speaker.text if named else None
        if speaker.key in self._of or speaker.key not in self._heads | _LEADERS:
            return self._of.get(speaker.key)
        firms = {m.text for m in last if firm(m) and (m.subject or m.spoke)}
        return next(iter(firms)) if len(firms) == 1 else None

    def clients(self, tree: Tree, lawyer: Mention | None) -> dict[int, str]:
        """ "His client", "her country" of who speaks, by their names."""
        if lawyer is None:
            return {}
        land = self._of.get(lawyer.key, "")
        named = {"client": self._client.get(lawyer.key)}
        if land[:1].isupper() and land.split()[-1].lower() not in ORGANISATION:
            named["country"] = land
        found: dict[int, str] = {}
        for noun, low in enumerate(tree.low):
            owner = tree.only(noun, "nmod:poss")
            name = named.get(low)
            if name and owner and tree.low[owner[0]] in ("his", "her", "my"):
                found |= {owner[0]: "", noun: name}
        return found


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
        for inner in tree.only(noun, "nmod"):
            cases = {tree.low[c] for c in tree.only(inner, "case")}
            if cases & (_FOR if client else _WHERE):
                return inner
    return -1


_FOR = frozenset(("for",))


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
