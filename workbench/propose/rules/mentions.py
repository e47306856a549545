"""The phrases of a sentence that a pronoun may stand for, found when one asks."""

from __future__ import annotations

from collections.abc import Callable

from workbench.propose.lexicon import MONTHS, ORGANISATION, TIME_NOUNS, WEEKDAYS, word_set
from workbench.propose.rules.clauses import Clause, Range
from workbench.propose.rules.discourse import Discourse
from workbench.propose.rules.kinds import kind_of
from workbench.propose.rules.topics import OWNERS, Topic, gender_of
from workbench.propose.rules.unit import Unit
from workbench.propose.speech import Tag
from workbench.propose.statements import Words, is_plural

MAIN, SUBJECT, OBJECT, GOVERNED, OF, OWNER, SPEAKER, BESIDE = range(8)
"""Roles: subject of the main clause or of another one, object, behind a preposition, behind "of",
owner, who is named behind what was said, beside another phrase."""
PRONOUN, FULL, LAST, NAMED, THE, A, THEIRS, BARE = range(8)
"""Forms: a pronoun, a person's full name or last name, another name, "the …", "a …", …"""


class Told:
    """A sentence that was read, and whom its pronouns stand for as far as they were asked."""

    __slots__ = ("answers", "clauses", "direct", "found", "opens", "pronouns", "tag",
                 "topic", "words")  # fmt: skip

    def __init__(
        self, words: Words, clauses: list[Clause], tag: Tag | None, direct: bool,
        topic: Callable[[Range], Topic | None],
    ) -> None:  # fmt: skip
        self.words, self.clauses, self.tag, self.direct = words, clauses, tag, direct
        self.topic = topic  # what a range of its words speaks of
        start = words.starts[0]
        self.opens = start == 0 or words.text[start - 1] == "\n"  # a paragraph
        self.pronouns: dict[int, Mention] = {}  # by their word
        self.found: list[Mention] | None = None
        self.answers: dict[int, Topic | None] = {}  # what its pronouns stand for

    def mentions(self, discourse: Discourse) -> list[Mention]:
        """All mentions, in the order of the sentence."""
        if self.found is None:
            self.found = _Finder(self, discourse).all()
        return self.found


class Mention:
    """A phrase ``[a, b)`` of a sentence that may be meant by a pronoun.

    ``key`` is the same for phrases of one that is meant: a last name or a noun. ``gender`` is as
    `Topic.gender`, but * for every name that may be a firm's.
    """

    __slots__ = ("a", "b", "clause", "form", "gender", "group", "head", "key", "kind", "name",
                 "plural", "role", "ruled", "source", "told")  # fmt: skip

    def __init__(self, told: Told, a: int, b: int, head: int) -> None:
        self.told, self.a, self.b, self.head = told, a, b, head
        self.key = self.gender = self.kind = ""
        self.name = False  # is it a person's, known by the key
        self.plural = self.group = False
        self.role, self.form = OBJECT, BARE
        self.source: Mention | None = None  # of a pronoun, the phrase that it stands for
        self.ruled: Topic | None = None  # what the rules choose, where it is no phrase found
        self.clause: Clause | None = None  # whose subject it is

    def means(self, other: Mention) -> None:
        """It is a pronoun that stands for what another one names."""
        self.key, self.kind, self.gender = other.key, other.kind, other.gender
        self.plural, self.group, self.name = other.plural, other.group, other.name
        self.source = other.source or other
        known = _GENDER.get(self.told.words.low[self.a])
        if known is not None and other.gender in ("?", "*"):
            self.gender = known

    def fits(self, pronoun: str) -> bool:
        """Can he, she, it or they stand for it?"""
        if pronoun == "they":
            return self.plural or self.group
        if self.plural:
            return False
        if pronoun == "it":
            return self.gender in ("", "*")
        return self.gender in ("?", "*", "m" if pronoun == "he" else "f")


class _Finder:
    """Goes through the noun phrases of one sentence."""

    def __init__(self, told: Told, discourse: Discourse) -> None:
        self.told, self.discourse, self.words = told, discourse, told.words
        self.named = discourse.named(told.words)
        self.owned = "POS" in told.words.tags
        self.subjects: dict[int, Clause] = {}
        for clause in reversed(told.clauses):
            if clause.subject is not None and clause.kind not in ("rel", "part", "appos"):
                self.subjects[clause.subject[0]] = clause
        self.found: list[Mention] = []

    def all(self) -> list[Mention]:
        words = self.words
        for i, unit in enumerate(words.units):
            if unit.kind != "NP":
                continue
            if words.low[unit.a] in OWNERS:
                self._pronoun(unit)
            if words.tags[unit.a] == "PRP" or words.low[unit.head] in _NOBODY:
                continue
            if (
                words.tags[unit.head] in ("NN", "NNS", "NNP", "CD")
                and not words.low[unit.head].isdigit()
            ):
                if self.owned:
                    self._owner(unit)
                self._phrase(i, unit)
        return self.found

    def _pronoun(self, unit: Unit) -> None:
        mention = Mention(self.told, unit.a, unit.a + 1, unit.a)
        mention.form = PRONOUN
        if unit.b - unit.a > 1:
            mention.role = OWNER
        else:
            self._role(mention, unit.a)
        self.told.pronouns[unit.a] = mention
        self.found.append(mention)

    def _phrase(self, i: int, unit: Unit) -> None:
        words = self.words
        a, b = unit.a, unit.b
        clause = self.subjects.get(a)
        if clause is not None and clause.subject is not None:
            b = max(b, clause.subject[1])
        elif i + 2 < len(words.units) and words.low[b : b + 1] == ["of"]:
            b = words.units[i + 2].b if words.units[i + 2].kind == "NP" else b
        mention = Mention(self.told, a, b, unit.head)
        key = self.named.get(i)
        if key is not None:
            self._person(mention, key)
        else:
            self._thing(mention, unit)
        if mention.kind == "time" or words.low[unit.head] in _TIMES:
            return
        mention.clause = clause
        self._role(mention, a, i)
        self.found.append(mention)

    def _person(self, mention: Mention, key: str) -> None:
        mention.key, mention.name, mention.kind = key, True, "person"
        mention.gender = self.discourse.gender.get(key, "*")
        two = mention.head > mention.a and self.words.tags[mention.head - 1] == "NNP"
        mention.form = FULL if two else LAST

    def _thing(self, mention: Mention, unit: Unit) -> None:
        words = self.words
        low, tag = words.low[unit.head], words.tags[unit.head]
        first = words.low[unit.a]
        mention.key = low
        mention.plural = is_plural(words, (mention.a, mention.b))
        if tag == "NNP":
            mention.form = THE if first == "the" else NAMED
            mention.key = words.words[unit.head]
            mention.group = not mention.plural
            mention.kind = "named"
            alone = unit.b - unit.a == 1 and low not in ORGANISATION
            mention.gender = "*" if alone and not mention.plural else ""
            return
        mention.kind = kind_of(low)
        mention.group = mention.kind == "group" or low in ORGANISATION
        if mention.kind == "person" and not mention.plural:
            mention.gender = gender_of(words, (unit.a, unit.b), low)
        mention.form = _FORMS.get(first, THEIRS if "POS" in words.tags[unit.a : unit.b] else BARE)

    def _owner(self, unit: Unit) -> None:
        words = self.words
        for k in range(unit.a + 1, unit.b):
            if words.tags[k] == "POS" and words.tags[k - 1] in ("NN", "NNP", "NNS"):
                mention = Mention(self.told, unit.a, k, k - 1)
                part = Unit("NP", unit.a, k)
                key = words.words[k - 1]
                if key in self.discourse.names:
                    self._person(mention, key)
                else:
                    self._thing(mention, part)
                mention.role = OWNER
                if mention.kind != "time" and words.low[k - 1] not in _TIMES:
                    self.found.append(mention)

    def _role(self, mention: Mention, a: int, i: int = 0) -> None:
        clause = self.subjects.get(a)
        tag = self.told.tag
        if clause is not None:
            mention.clause = clause
            mention.role = MAIN if clause.kind == "main" else SUBJECT
        elif tag is not None and tag.speaker[0] == a:
            mention.role = SPEAKER
        elif i and self.words.units[i - 1].kind in ("IN", "MAYBE"):
            mention.role = OF if self.words.low[a - 1] == "of" else GOVERNED


_NOBODY = word_set("nobody no-one one everyone everybody somebody someone anyone anybody nothing "
                   "something everything anything both none")  # fmt: skip
_TIMES = TIME_NOUNS | MONTHS | WEEKDAYS
_GENDER = {"he": "m", "his": "m", "she": "f", "her": "f"}
_FORMS = {"the": THE, "a": A, "an": A, "his": THEIRS, "her": THEIRS, "its": THEIRS,
          "their": THEIRS, "this": THE, "that": THE, "these": THE, "those": THE}  # fmt: skip
