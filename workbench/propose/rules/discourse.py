"""Who has been talked about, so that "he" can be filled in where only one can be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.propose.lexicon import (
    MONTHS,
    ORGANISATION,
    SAY,
    TIME_NOUNS,
    TITLES,
    WEEKDAYS,
    word_set,
)
from workbench.propose.rules.clauses import Range
from workbench.propose.rules.kinds import given_gender
from workbench.propose.rules.topics import Topic, topic_of
from workbench.propose.rules.unit import Unit
from workbench.propose.statements import Words

if TYPE_CHECKING:
    from workbench.propose.rules.mentions import Told
    from workbench.propose.rules.referents import Weigh

_PLACES = word_set(
    "harbor harbour lines airlines airways group partners brothers stores foods bureau port "
    "fort mount saint san santa row close drive terrace crescent gardens common north south "
    "east west new united european white red black security supreme high central national royal "
    "prime world health human foreign science sciences street road lane park square bank times "
    "post herald gazette act law bill medal prize award cup church hall bridge lake river "
    "valley island islands bay beach mountain hill hills fund trust league congress motors "
    "resources minerals industries holdings systems energy foundation college academy society "
    "press news radio television tv airport station stadium gallery library festival day week "
    "sunday easter christmas city town county state republic kingdom states nations province "
    "region district coast sea ocean gulf strait peninsula forest desert avenue palace castle "
    "tower house"
)

# what a secretary or minister is of: no part of the name that follows
_OFFICES = word_set(
    "state defense defence energy commerce labor labour health education justice transportation "
    "transport treasury interior agriculture finance trade housing security staff police works "
    "affairs culture tourism environment science sport sports development parliament congress"
)
_NO_NAMES = _PLACES | ORGANISATION | MONTHS | WEEKDAYS
_MISTER = frozenset(("mr", "mr.", "sir"))
_MISS = frozenset(("mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame"))
_ROLES = ("er", "or", "ist", "ian", "man", "woman", "nurse", "judge", "captain")
_OFFICERS = word_set(
    "official chairman chairwoman president director spokesman spokeswoman chief secretary adviser "
    "advisor ambassador envoy aide attorney analyst manager officer leader member counsel lawyer"
)
_LOOK_BACK = 2  # sentences in which a pronoun's referent is looked for
_BACK = 4  # sentences that a person is remembered for
_WHERE = frozenset(("in", "at", "near", "from", "to"))


class Discourse:
    """Persons named so far. A pronoun is certain when the sentence before named one person only."""

    def __init__(self, weigh: Weigh) -> None:
        self.weigh = weigh
        self.names: dict[str, str] = {}  # last name → fullest name
        self.gender: dict[str, str] = {}
        self.speaker: str | None = None
        self.topic: Topic | None = None  # what the sentence before was about
        self.several: Topic | None = None  # the only things of a number that it named
        self.acted = ""  # the pronoun of what the sentence before acted upon
        self.continued = False  # and a pronoun stood for it there
        self.past: list[list[str]] = []  # persons of the last sentences, by last name
        self.told: list[Told] = []  # the last sentences
        self.times: dict[str, int] = {}  # in how many sentences a person was named

    def stands_for(self, pronoun: str, says: bool = False) -> Topic | None:
        """What he, she, it, they or "of them" in a new sentence's subject stands for, if certain.

        ``says``: the sentence is about what the one meant says, as the one before may have been.
        """
        if pronoun == "them":
            return self.several
        topic = self.topic if self.topic is not None and self.topic.fits(pronoun) else None
        if pronoun in ("it", "they"):
            return topic
        return self._person_meant("m" if pronoun == "he" else "f", says, topic)

    def _person_meant(self, gender: str, says: bool, topic: Topic | None) -> Topic | None:
        key = (self.speaker or "").rpartition(" ")[2]
        if says and key in self.names and self.gender.setdefault(key, gender) == gender:
            return Topic(self.names[key], gender=gender)
        if self.continued and self.topic is not None and self.topic.gender == gender:
            return self.topic
        for persons in reversed(self.past):
            fitting = [k for k in persons if self.gender.get(k, gender) == gender]
            if len(fitting) == 1:
                self.gender.setdefault(fitting[0], gender)
                return Topic(self.names.get(fitting[0], fitting[0]), gender=gender)
            if fitting:
                return None
        return topic

    def go_on(self, topic: Topic | None, continued: bool, acted: str = "") -> None:
        """Take in what a sentence was about; ``continued``: a pronoun stood for it there.

        ``acted`` is the pronoun that fits what it acted upon: it, they or empty.
        """
        self.acted = acted
        if topic is not None or not continued:
            self.topic = topic
        self.continued = continued and topic is not None

    def topic_of(self, words: Words, subject: list[Range]) -> Topic | None:
        """The topic that a subject makes; the person named in it, if there is one."""
        first = words.unit_at(subject[0][0])
        named, names = self.named(words), []
        for i, unit in enumerate(words.units_in(subject[0]), first):
            if unit.kind == "IN" and i > first:
                break  # "a spokesman for Karaoglan"
            if i in named:
                names.append(named[i])
        key = names[0] if len(names) == 1 else None
        name = self.names.get(key, key) if key is not None else None
        return topic_of(words, subject, name, self.gender.get(key, "") if key is not None else "")

    def persons(self, words: Words) -> list[str]:
        """Last names of the persons that a sentence names, in order, each once."""
        named = self.named(words)
        if "POS" not in words.tags:
            return list(dict.fromkeys(named.values()))
        found: list[str] = []
        for i, unit in enumerate(words.units):
            if i in named:
                found.append(named[i])
            elif unit.kind == "NP":
                found += self._owners(unit, words)
        return list(dict.fromkeys(found))

    def named(self, words: Words) -> dict[int, str]:
        """The last name of the person that each unit of a sentence names."""
        if words.persons is None:
            words.persons = found = {}
            for i, unit in enumerate(words.units):
                key = self._person(unit, i, words) if unit.kind == "NP" else None
                if key is not None:
                    found[i] = key
        return words.persons

    def named_before(self, words: Words, at: int, pronoun: str) -> list[Topic]:
        """The persons named before a word of the sentence whom "he" or "she" may mean."""
        gender = "m" if pronoun == "he" else "f"
        keys = []
        named = self.named(words)
        for i, unit in enumerate(words.units):
            key = named.get(i) if unit.b <= at else None
            governed = i > 0 and words.units[i - 1].kind == "IN"  # "with Hale Line": a firm?
            if key is not None and (key in self.gender or not governed):
                keys.append(key)
        fitting = [k for k in dict.fromkeys(keys) if self.gender.get(k, gender) == gender]
        return [Topic(self.names.get(k, k), gender=gender) for k in fitting]

    def _owners(self, unit: Unit, words: Words) -> list[str]:
        """Persons known already whom something in a phrase belongs to: "Mr Stroud's house"."""
        return [
            self._called(words.words[k - 1], k - 2, words)
            for k in range(unit.a + 1, unit.b)
            if words.tags[k] == "POS" and words.words[k - 1] in self.names
        ]

    def _called(self, key: str, title: int, words: Words) -> str:
        """The person of that last name, or another one of it: "Mr Stroud" after Angela Stroud."""
        said = words.low[title] if title >= 0 else ""
        gender = "m" if said in _MISTER else "f" if said in _MISS else ""
        if not gender or self.gender.setdefault(key, gender) == gender:
            return key
        other = f"{words.words[title]} {key}"
        self.names[other], self.gender[other] = other, gender
        return other

    def _person(self, unit: Unit, i: int, words: Words) -> str | None:
        if words.tags[unit.b - 1] != "NNP":
            return None
        titled = any(w in TITLES for w in words.low[unit.a : unit.b])
        first = last = unit.b
        while first > unit.a and words.tags[first - 1] == "NNP":
            if words.low[first - 1] in TITLES:
                break
            first -= 1
        role = words.low[first - 1] if first > unit.a and words.tags[first - 1] == "NN" else ""
        office = role in _OFFICERS  # "Security Council official Tom Ray"
        if not office and any(w in ORGANISATION for w in words.low[unit.a : unit.b - 1]):
            return None  # "grocery chain Fennick"
        titled = titled or office or role.endswith(_ROLES)  # "the striker Tom Pell"
        if i and words.low[words.units[i - 1].a] == "of":
            while first < last and words.low[first] in _OFFICES:
                first, titled = first + 1, True
        names = words.words[first:last]
        if not names or not _could_be_name(names) or _names_again(words, i) or _of_body(words, i):
            return None
        key = names[-1]
        said = words.low[first - 1] if first > unit.a else ""
        if key in self.names:
            return self._called(key, first - 1, words)
        speaks = len(names) == 1 and last == unit.b and _speaks(words, i)
        named = titled or speaks or (len(names) in (2, 3) and words.low[unit.a] not in ("a", "an"))
        if not named or (words.low[unit.a] == "the" and not titled) or _placed(words, i):
            return None
        self.names[key] = " ".join(names)
        given = given_gender(names[0]) if len(names) > 1 else ""
        if given:
            self.gender[key] = given
        if said in _MISTER or said in _MISS:
            self.gender[key] = "m" if said in _MISTER else "f"
        return key

    def advance(self, words: Words, speaker: str | None) -> None:
        """Take a sentence in, after its claims were made."""
        found = self.persons(words)
        self.several = _only_plural(words)
        named = self.named(words)
        behind = {named[i] for i in named if _spoken_for(words, i)}
        self.past = [*self.past[1 - _BACK :], [key for key in found if key not in behind]]
        for key in found:
            self.times[key] = self.times.get(key, 0) + 1
        self.speaker = speaker

    def keep(self, told: Told) -> None:
        """Remember a sentence that was read and taken in."""
        self.told = [*self.told[1 - _LOOK_BACK :], told]


def _could_be_name(names: list[str]) -> bool:
    if any(not n[0].isalpha() or (n.isupper() and len(n) > 1) for n in names):
        return False
    return not any(n.lower() in _NO_NAMES for n in names)


def _only_plural(words: Words) -> Topic | None:
    """The only phrase of a sentence that "they" can stand for."""
    found = [
        u
        for u in words.units
        if u.kind == "NP" and words.tags[u.head] == "NNS" and words.low[u.head] not in _MEASURES
    ]
    if len(found) != 1:
        return None
    a, b = found[0].a, found[0].b
    if words.tags[a] == "CD" and b > a + 1:  # "3,600 new flats"
        return Topic("the " + words.string((a + 1, b)), plural=True)
    return Topic(words.inside([(a, b)]), plural=True)


_MEASURES = TIME_NOUNS | word_set(
    "percent dollars euros pounds crowns miles kilometers kilometres meters metres tons tonnes "
    "points votes seats degrees feet inches acres hectares cents times"
)


def _of_body(words: Words, i: int) -> bool:
    """ "the Institute of Cave Science": what a body with a name is of."""
    if i < 2 or words.low[words.units[i - 1].a] != "of":
        return False
    body = words.units[i - 2].head
    return words.tags[body] == "NNP" and words.low[body] not in TITLES


def _names_again(words: Words, i: int) -> bool:
    """ "born Wanda Pike", "known as W. Pike": another name of somebody already there."""
    before = words.units[i - 1] if i else None
    return before is not None and words.low[before.b - 1] in ("born", "named", "called", "née")


def _speaks(words: Words, i: int) -> bool:
    following = words.units[i + 1] if i + 1 < len(words.units) else None
    return following is not None and following.kind == "VG" and words.low[following.main] in SAY


def _spoken_for(words: Words, i: int) -> bool:
    """ "A spokesman for Ann Oe", "a lawyer for Ann Oe": who is not the one that speaks."""
    if i < 2 or words.low[words.units[i - 1].a] not in ("for", "of"):
        return False
    return words.low[words.units[i - 2].head] in _SPEAKERS


_SPEAKERS = word_set("spokesman spokeswoman spokesperson lawyer attorney solicitor barrister aide")


def _placed(words: Words, i: int) -> bool:
    before = words.units[i - 1] if i else None
    if before is None or before.kind != "IN":
        return False
    home = words.low[before.a] == "of" and i > 1 and words.units[i - 2].kind == "P"
    return home or words.low[before.a] in _WHERE  # "Ann Hale, of Mill Row"
