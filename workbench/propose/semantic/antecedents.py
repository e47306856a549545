"""What "he", "it", "they", "his" and "the company" stand for, where that is certain enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from workbench.propose.inflect import possessive
from workbench.propose.semantic.barred import barred, unclear
from workbench.propose.semantic.binding import own_subject, plain_here, teller_or_told
from workbench.propose.semantic.certain import Spoken, certain, person_before, said_by_several
from workbench.propose.semantic.descriptions import Descriptions
from workbench.propose.semantic.epithets import Epithet, with_pronoun
from workbench.propose.semantic.happenings import Happenings
from workbench.propose.semantic.houses import Houses, firm
from workbench.propose.semantic.mentions import Mention, topics, unnamed_topic
from workbench.propose.semantic.others import (
    MEANT,
    asked,
    asker,
    bound,
    certain_other,
    doubtful,
    told,
    who_owns,
    within,
)
from workbench.propose.semantic.others_of import others_of
from workbench.propose.semantic.pairs import pairs, tallied
from workbench.propose.semantic.parts_of_it import share_of_unnamed
from workbench.propose.semantic.phrase_reader import PhraseReader
from workbench.propose.semantic.pronouns import (
    GENDER,
    agrees,
    asks,
    goes_on,
    mute,
    named,
    named_beside,
    one_person,
    says_i,
    wills,
)
from workbench.propose.semantic.ranking import Case, Option, Place, options, phrase_name
from workbench.propose.semantic.reading import Reading
from workbench.propose.semantic.reports import by_report
from workbench.propose.semantic.roles import Roles
from workbench.propose.semantic.selves import ours, selves
from workbench.propose.semantic.tags import Split
from workbench.propose.semantic.unmeant import of_speaker, other_named, unnamed
from workbench.propose.tree.tokens import Word
from workbench.propose.tree.tree import Tree

_BACK = 3  # sentences that a name is remembered for
_FAR = 5  # sentences of which a phrase may be weighed
_SHORT = 4  # words of a name that may own something
_OWN = {"he": "he", "his": "he", "she": "she", "her": "she", "it": "it", "its": "it",
        "they": "they", "their": "they"}  # fmt: skip
_OWNERS = ("his", "her", "its", "their", "my", "our")


class Antecedents:
    """Who and what an article spoke of so far.

    ``weigh``: takes what the rules found, and chooses where they leave several or none.
    ``again``: reads a sentence in other words; without it, no epithet is named.
    """

    def __init__(
        self,
        text: str,
        weigh: Callable[[Case], Mention | None],
        again: Callable[[list[Word]], Tree | None] | None = None,
    ) -> None:
        self.text = text
        self._weigh = weigh
        self._again = again
        self._known: dict[tuple[int, int], Mention | None] = {}  # by tree and word, this sentence
        self._called: dict[tuple[int, int], str] = {}  # the same, for "the company", "both men"
        self.roles = Roles()
        self._descriptions = Descriptions(self.roles)
        self._houses = Houses()
        self._happenings = Happenings()
        self._names: dict[str, str] = {}
        self._phrases = PhraseReader(text, self._names, self.roles)
        self._past: list[list[Mention]] = []
        self._history: list[list[Mention]] = []  # as past, of more sentences
        self._sentences: list[list[Tree]] = []  # the last ones, with this one
        self._reading = Reading(())
        self._times: Counter[str] = Counter()
        self._unknown = ""
        self._quotation: Tree | None = None  # of this sentence, in the speaker's own words
        self._quoted: Mention | None = None  # the subject of the quotation that goes on

    def begins(self, trees: Iterable[Tree | None], quoted: Tree | None = None) -> None:
        """Take the trees of the sentence that is asked about next.

        Args:
            trees: Them.
            quoted: The one of them that is in the speaker's own words.
        """
        found = [tree for tree in trees if tree is not None]
        self._quotation = quoted
        found.sort(key=lambda tree: tree.words[0].start)
        self._sentences = [*self._sentences[-_FAR:], found]
        self._reading = Reading(self._sentences)

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
        rest: dict[int, Mention] = {}
        here = self._phrases.free(tree)
        teller = speaker
        if speaker is not None and not direct and self._only_tells(tree, speaker):
            speaker = None
        for word, low in enumerate(tree.low):
            if low in _OWN and asks(tree, word):
                meant = self._meant(tree, word, here, found, speaker=speaker,
                                    direct=direct)  # fmt: skip
                if meant is not None and (owned := self._owned(tree, meant)) is not None:
                    found[word] = owned
            elif asked(tree, word):
                place = Place(tree, word, MEANT[low], direct, speaker)
                meant = None if plain_here(tree, word) else self._other(place, here, found)
                if meant is not None and within(tree, word, meant):
                    continue
                if meant is not None and (written := told(tree, word, meant)) is not None:
                    rest[word] = written
        shown = {w: self._written(tree, w, m) for w, m in found.items()}
        if direct and speaker is not None and says_i(speaker):
            shown |= selves(tree, speaker.text, speaker.gender)
        last = self._past[-1] if self._past else []
        house = self._houses.meant(speaker, last) if direct else None
        if house is not None:
            shown |= ours(tree, house)
        happened = not direct and self._happenings.fills(tree, last)
        shown |= (happened or {}) | {w: self._written(tree, w, m) for w, m in rest.items()}
        if not direct:
            self.roles.learn(tree, self.text, here)
            self._learn_houses(tree, here)
            who = teller or next((m for m in here if m.spoke), None)
            shown |= self._houses.wards(tree, found, who)
            called = self.roles.fills(tree, self._past) | pairs(tree, self._past)
            called |= others_of(tree, self._sentences[-2] if len(self._sentences) > 1 else ())
            if self._again is not None:
                called |= self._descriptions.fills(
                    tree,
                    self._phrases.of(tree),
                    self._history,
                    called,
                    lambda e, p: self._as_if(tree, e, p),
                )
            self._called |= {(id(tree), w): name for w, name in called.items() if name}
            shown = self._by_name(tree, shown, called) | called | tallied(tree, self.text)
        return shown

    def _only_tells(self, tree: Tree, speaker: Mention) -> bool:
        """ "He was taken to hospital, Sgt Ann Oe said": who is named for the first time, after it.

        So he or she is not "he" where another person was spoken of before.
        """
        after = tree.words[0].start < speaker.start
        new = named(speaker) and speaker.key not in self._names
        return after and new and any(one_person(m) for here in self._past for m in here)

    def _as_if(self, tree: Tree, epithet: Epithet, pronoun: str) -> Mention | None:
        """Whom a pronoun in an epithet's place would mean."""
        start = tree.words[epithet.first].start
        read = (
            self._again(with_pronoun(tree, epithet, pronoun)) if self._again is not None else None
        )
        word = next((w for w, at in enumerate(read.words) if at.start == start), -1) if read else -1
        if read is None or word < 0 or read.low[word] not in _OWN or not asks(read, word):
            return None
        kept, gender = self._reading, dict(self._phrases.gender)
        last = [read if t is tree else t for t in self._sentences[-1]]
        self._reading = Reading([*self._sentences[:-1], last])
        here = self._phrases.free(read)
        before: dict[int, Mention] = {}
        for w in range(word):
            if read.low[w] in _OWN and asks(read, w):
                meant = self._meant(read, w, here, before)
                before |= {w: meant} if meant is not None else {}
        meant = self._meant(read, word, here, before)
        self._reading, self._phrases.gender = kept, gender
        return meant

    def _by_name(self, tree: Tree, shown: dict[int, str], called: dict[int, str]) -> dict[int, str]:
        """ "The company owed its creditors", written "Solara owed": by its name again."""
        renamed = {m.text: called[m.at] for m in self._phrases.of(tree) if called.get(m.at)}
        owned = {possessive(old, s): possessive(new, s)
                 for old, new in renamed.items() for s in (False, True)}  # fmt: skip
        return {w: (renamed | owned).get(said, said) for w, said in shown.items()}

    def _by_call(self, tree: Tree, here: Sequence[Mention]) -> list[Mention]:
        """ "The men were freed", told of Ann Oe and Kim Ley: by their names after this."""
        here = self._descriptions.by_name(tree, here)
        named = [(m, self._called.get((id(tree), m.at))) for m in here]
        return [
            m._replace(text=said, kind="person" if " and " in said else m.kind) if said else m
            for m, said in named
        ]

    def _other(
        self, place: Place, here: Sequence[Mention], found: dict[int, Mention]
    ) -> Mention | None:
        """What a pronoun means that is no subject and owns none."""
        tree, word = place.tree, place.word
        if doubtful(tree, word, here, found) or share_of_unnamed(tree, word, here):
            return None
        if other_named(tree, word, here):
            return None
        ruled = None if place.direct else certain_other(tree, word, here, found, self._past)
        ruled = ruled or of_speaker(place, here, self._past)
        if ruled is not None and barred(place, ruled, list(here)):
            ruled = None
        beside = bound(tree, word, here, found)
        never = phrase_name(beside) if beside is not None else ""
        given = options(place, self._phrases.of(tree), found, self._history)
        given = [o for o in given if phrase_name(o.mention) != never
                 and not barred(place, o.mention, list(here))]  # fmt: skip
        case = Case(place, given, ruled, self._history, self._times, self._reading)
        meant = asker(tree, word, here, found) or self._weigh(case)
        if (own := own_subject(tree, word)) >= 0:
            meant = found.get(own)
        whose = who_owns(tree, word, here)
        if meant is not None and whose is not None and phrase_name(whose) != phrase_name(meant):
            meant = None
        if meant is not None and teller_or_told(place, meant, here):
            meant = None
        owned = self._owned(tree, meant) if meant is not None else None
        self._known[id(tree), word] = owned
        return owned

    def _learn_houses(self, tree: Tree, here: Sequence[Mention]) -> None:
        def known(word: int) -> str | None:
            meant = self._known.get((id(tree), word))
            return meant.text if meant is not None else None

        self._houses.learn(tree, self.text, here, known)

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
            here = self._by_call(tree, self._phrases.of(tree))
            here = [owned for m in here if (owned := self._owned(tree, m)) is not None]
            if tree is said:
                self._quoted = next((m for m in here if m.subject), None) if direct else None
            if tree is said and direct:
                here = [m._replace(subject=False, object=False) for m in here if named(m)]
            else:
                here = self._pronouns(tree, here) + here
            if tree is tag:
                here = [m._replace(subject=False, object=False) for m in here]
            if parted.according:
                here = [m._replace(subject=m.subject and (m.kind == "person" or firm(m)))
                        for m in here]  # fmt: skip
            found += here
            self._happenings.learn(tree)
            self.roles.learn(tree, self.text, here)
        self._called.clear()
        self._descriptions.clear()
        self._known.clear()  # its trees are gone after this
        self._phrases.clear()
        if not direct:
            self._houses.end_quotation()
        if direct and speaker is None and not found:
            return  # a quotation goes on: the speaker is the one before it
        if speaker is not None:
            found = [m for m in found if m.key != speaker.key or m.subject]
            found.insert(0, speaker._replace(subject=False, object=False, spoke=True))
        for mention in found:
            if named(mention):
                self._names.setdefault(mention.key, mention.text)
        self._past = [*self._past[1 - _BACK :], [m for m in found if not m.held]]
        self._history = [*self._history[1 - _FAR :], found]
        self._times.update({phrase_name(m) for m in found})
        self._unknown = unnamed_topic(said, found)

    def _pronouns(self, tree: Tree, here: Sequence[Mention]) -> list[Mention]:
        """Whom the subject "he", or "his" in it, goes on with."""
        found = []
        subject, speaker = topics(tree)
        owners = tree.only(subject, "nmod:poss") if subject >= 0 else []
        for word in (subject, speaker, *owners):
            if word >= 0 and tree.low[word] in _OWN and asks(tree, word):
                meant = self._meant(tree, word, here, {})
                meant = self._owned(tree, meant) if meant is not None else None
                if meant is not None:
                    found.append(meant._replace(
                        subject=word == subject, spoke=word == speaker, object=word in owners,
                        at=word, start=tree.words[word].start,
                    ))  # fmt: skip
        return found

    def _owned(self, tree: Tree, meant: Mention) -> Mention | None:
        """ "Its embassy … it": with the owner's name, and not at all where that is unknown.

        Only phrases of ``tree`` begin with such a word; those of others have the owner's name.
        """
        first, _, rest = meant.text.partition(" ")
        if first.lower() not in _OWNERS:
            return meant
        for word in tree.only(meant.at, "nmod:poss"):
            owner = self._known.get((id(tree), word))
            if owner is not None and owner.text.split(maxsplit=1)[0].lower() not in _OWNERS:
                return meant._replace(text=f"{self._written(tree, word, owner)} {rest}")
        return None

    def mention(self, tree: Tree, noun: int) -> Mention | None:
        """The phrase at a noun, a pronoun replaced by what it stands for."""
        here = self._phrases.free(tree)
        if tree.low[noun] in _OWN:
            meant = self._meant(tree, noun, here, {})
        else:
            meant = next((m for m in here if m.at == noun), None)
        return self._owned(tree, meant) if meant is not None else None

    def person(self, pronoun: str) -> Mention | None:
        """Whom "him" or "her" means after "according to"."""
        spoken = Spoken(self._past, self._unknown)
        return person_before(spoken, {"him": "he", "her": "she"}.get(pronoun, pronoun), says=True)

    def _written(self, tree: Tree, word: int, meant: Mention) -> str:
        if tree.relations[word] != "nmod:poss":
            return meant.text
        return possessive(meant.text, meant.plural)

    def _meant(
        self, tree: Tree, word: int, here: Sequence[Mention], found: dict[int, Mention],
        *, speaker: Mention | None = None, direct: bool = False,
    ) -> Mention | None:  # fmt: skip
        if (id(tree), word) in self._known:
            return self._known[id(tree), word]
        place = Place(tree, word, _OWN[tree.low[word]], direct, speaker)
        here = self._phrases.gendered(here)  # "Ann Oe said she …, but he …": by the pronoun before
        ruled = certain(place, here, found, Spoken(self._past, self._unknown))
        if ruled is None and direct:
            ruled = self._quoted_before(place, here)
        if unclear(place, list(here)) or other_named(tree, word, here):
            return None
        others = self._quoted_of(tree)
        if ruled is not None and phrase_name(ruled) in others:
            ruled = None
        if ruled is not None and barred(place, ruled, list(here)):
            ruled = None
        given = options(place, self._phrases.of(tree), found, self._history)
        if unnamed(place, here, [o.mention for o in given if o.back <= 1]):
            return None
        given = [o for o in given if phrase_name(o.mention) not in others
                 and not barred(place, o.mention, list(here))]  # fmt: skip
        if ruled is not None and all(phrase_name(o.mention) != phrase_name(ruled) for o in given):
            places = (ruled.start,) if ruled.start >= 0 else ()
            given.append(Option(ruled, 1, places))  # two persons together
        meant = self._weigh(Case(place, given, ruled, self._history, self._times, self._reading))
        if meant is not None and ruled is not None and said_by_several(tree, word, place.pronoun):
            meant = meant if phrase_name(meant) == phrase_name(ruled) else None
        settled, beside = by_report(tree, word, here)
        if settled:
            ruled = meant = beside
        silent = meant is not None and wills(tree, word) and mute(meant)
        if meant is not None and (silent or named_beside(tree, word, meant)):
            meant = None
        if meant is not None and tree.relations[word] == "nmod:poss":
            both = named(meant) and meant.plural  # "Ann Oe and Kim Ley's release"
            meant = meant if len(meant.text.split()) <= _SHORT + both else None
        sure = meant is not None and ruled is not None and phrase_name(ruled) == phrase_name(meant)
        if meant is not None and sure and place.pronoun in GENDER:
            self._phrases.gender[meant.key] = GENDER[place.pronoun]
        self._known[id(tree), word] = meant
        return meant

    def _quoted_of(self, tree: Tree) -> set[str]:
        """ "“Mr Oe makes it harder,” he said": whom the quotation names does not say it."""
        if self._quotation is None or tree is self._quotation:
            return set()
        return {phrase_name(m) for m in self._phrases.of(self._quotation) if named(m)}

    def _quoted_before(self, place: Place, here: Sequence[Mention]) -> Mention | None:
        """ "“Mr Pell was not in the yard,” she said. “He was in Ley.”": he goes on, not she."""
        before, speaker = self._quoted, place.speaker
        if (
            before is None
            or not goes_on(place.tree, place.word)
            or not agrees(before, place.pronoun)
        ):
            return None
        if speaker is not None and phrase_name(speaker) == phrase_name(before):
            return None
        rival = any(m.at < place.word and agrees(m, place.pronoun) for m in here)
        return None if rival else before
