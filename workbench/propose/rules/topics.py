"""What a sentence is about, and whether "he", "it" or "they" can stand for it."""

from __future__ import annotations

from typing import NamedTuple

from workbench.propose.lexicon import BE, EVENTS, ORGANISATION, TIME_NOUNS, TITLES, word_set
from workbench.propose.rules.clause import Clause, Range
from workbench.propose.statements import Words, is_plural

OWNERS = {"he": "he", "his": "he", "she": "she", "her": "she", "it": "it", "its": "it",
          "they": "they", "their": "they"}  # fmt: skip
"""Pronouns that a subject is or begins with, and the pronoun of the same number and gender."""

_MOST_WORDS = 9
_MOST_OWNING = 4
_MAN = word_set("man father son husband brother uncle king prince boy grandfather mr mr. sir lord")
_WOMAN = word_set(
    "woman mother daughter wife sister aunt queen princess girl grandmother mrs mrs. ms ms. lady "
    "dame chairwoman spokeswoman councilwoman congresswoman policewoman businesswoman"
)
_PERSON = (_MAN | _WOMAN | TITLES) | word_set(
    "person teacher nurse doctor driver farmer artist writer actor actress singer player officer "
    "official reporter journalist student professor soldier pilot patient victim suspect "
    "defendant candidate resident neighbour neighbor worker child baby teenager spokesman chairman "
    "solicitor prosecutor attorney defender striker goalkeeper winner champion founder geologist "
    "cardiologist"
)
_GROUP = ORGANISATION | word_set(
    "police staff government family crew couple pair majority opposition"
)
# "it seems that", "it emerged", "it rained": stands for nothing
_EMPTY = word_set(
    "seem seems seemed appear appears appeared emerge emerges emerged turn turns turned rain rains "
    "rained snow snowed happen happens happened remain remains remained follow follows followed "
    "take takes took matter matters mattered depends depended means meant helps helped"
)
_SEASON = word_set("winter summer spring autumn night noon midnight dark cold hot windy foggy "
                   "raining snowing")  # fmt: skip
_ADDED = frozenset(
    ("that", "who", "which", "whether", "what", "how", "why", "when", "if", "because")
)


class Topic(NamedTuple):
    """A phrase that a pronoun may stand for, as it reads inside a sentence.

    ``gender`` is m, f or ? (unknown) for one person, * for a name that may be a firm's, empty for
    anything else; a ``group`` can be both "it" and "they".
    """

    text: str
    plural: bool = False
    gender: str = ""
    group: bool = False

    def fits(self, pronoun: str) -> bool:
        """Can he, she, it or they stand for this?"""
        if pronoun == "them":
            return self.plural
        if pronoun in ("he", "she"):
            return self.gender in ("?", "*", "m" if pronoun == "he" else "f")
        if self.gender:
            return self.gender == "*" and pronoun == "it"
        return (self.plural or self.group) if pronoun == "they" else not self.plural


def topic_of(words: Words, subject: list[Range], name: str | None, gender: str) -> Topic | None:
    """The topic that a subject makes; None for pronouns and what is too long to be repeated.

    ``name`` and ``gender`` are those of the person whom the subject names, if it names one.
    """
    first = subject[0][0]
    count = sum(b - a for a, b in subject)
    if words.tags[first] in ("PRP", "EX") or count > _MOST_WORDS:
        return None
    plural = is_plural(words, subject[0])
    if name is not None and not plural:
        return Topic(name, gender=gender or ("?" if " " in name else "*"))
    head = _head(words, subject[0])
    if head in TIME_NOUNS or words.tags[first] in ("WP", "WDT"):
        return None
    shown = words.inside(subject)
    for article in ("a ", "an "):
        if shown.startswith(article):
            shown = "the " + shown.removeprefix(article)  # it is known by now
    if head in _PERSON and not plural:
        return Topic(shown, gender=gender_of(words, subject[0], head))
    return Topic(shown, plural=plural, group=head in _GROUP)


def _head(words: Words, subject: Range) -> str:
    for unit in words.units_in(subject):
        if unit.kind in ("NP", "T"):
            return words.low[unit.head]
    return words.low[subject[1] - 1]


def gender_of(words: Words, subject: Range, head: str) -> str:
    """m, f or ? of a phrase for one person, by the noun that is its head."""
    if head in _MAN or (head.endswith("man") and not head.endswith(("woman", "human"))):
        return "m"
    titled = words.low[subject[0]] in ("mrs", "mrs.", "ms", "ms.")
    return "f" if head in _WOMAN or titled or head.endswith("woman") else "?"


def asks(words: Words, clause: Clause) -> str | None:
    """The pronoun that a clause's subject is or belongs to: "it", "its president"; or None."""
    if clause.subject is None:
        return None
    a, b = clause.subject
    if _of_them(words, clause.subject):
        return "them"
    owner = of_theirs(words, clause.subject)
    if owner:
        return OWNERS[owner]
    pronoun = OWNERS.get(words.low[a])
    owning = words.low[a] in ("his", "her", "its", "their")
    if pronoun is None or owning != (b - a > 1):
        return None
    return (
        None if pronoun == "it" and not owning and _stands_for_nothing(words, clause) else pronoun
    )


def _stands_for_nothing(words: Words, clause: Clause) -> bool:
    """ "It is clear that …", "it was the mayor who …", "it seems …"."""
    verb = clause.verb
    if verb is None or words.low[verb.main] in _EMPTY:
        return True
    bare = words.low[verb.main] in BE
    if bare and words.low[verb.b : verb.b + 1] and words.low[verb.b] in _SEASON:
        return True  # "it is winter"
    if bare and words.low[verb.b : verb.b + 1] == ["the"] and words.low[verb.b + 1] in _ORDER:
        return True  # "it was the second failure in a row"
    return (bare or verb.passive) and _clause_to_come(words, clause, bare)


def _clause_to_come(words: Words, clause: Clause, bare: bool) -> bool:
    assert clause.verb is not None
    at = clause.verb.b
    for unit in words.units_in((at, min(at + 9, clause.end))):
        if unit.kind in ("THAT", "W") or words.low[unit.a] in _ADDED:
            return True
        if unit.kind == "VG":
            return bare and unit.form == "inf"
        if unit.kind == "P" and words.low[unit.a] != ",":
            return False
    return False


def _of_them(words: Words, subject: Range) -> bool:
    """ "two thirds of them": does the pronoun stand near the beginning?"""
    low = words.low[subject[0] : min(subject[1], subject[0] + 5)]
    return "them" in low[2:] and low[low.index("them") - 1] == "of"


def of_theirs(words: Words, subject: Range) -> str:
    """The owner in "two of its lorries", "none of her predecessors"; else empty."""
    low, a = words.low, subject[0]
    for at in range(a + 1, min(subject[1] - 2, a + 4)):
        counted = low[at - 1] in _COUNTS or words.tags[at - 1] == "CD"
        if low[at] == "of" and counted and low[at + 1] in ("its", "his", "her", "their"):
            return low[at + 1]
    return ""


_OF_SOMEBODY = frozenset(("its", "their", "his", "her"))
_COUNTS = word_set("one two three four five six seven eight nine ten half most some many all none "
                   "several both few each neither either third quarter majority")  # fmt: skip
_DETERMINED = word_set("the these those his her its their all some many most")


_ORDER = word_set("first second third fourth fifth sixth seventh latest last")


def _possessive(words: Words, topic: Topic) -> str:
    mark = "’" if "’" in words.text else "'"
    named = topic.text.lower().startswith("the ") and topic.text.rpartition(" ")[2][:1].isupper()
    several = topic.plural or named  # "the Americans' helicopter"
    return topic.text + (mark if topic.text.endswith("s") and several else mark + "s")


def put_in(statement: str, words: Words, subject: Range, topic: Topic) -> str:
    """The statement with the topic in the place of its subject's pronoun."""
    shown = words.words[subject[0]]
    owner = of_theirs(words, subject)
    happened = topic.text.rpartition(" ")[2] in EVENTS  # "the crash …; two of its cars"
    unowned = happened and (owner or words.low[subject[0]] == "its")
    if unowned or topic.text.partition(" ")[0].lower() in _OF_SOMEBODY:
        return statement  # "its models": whose, is not said here
    if owner:
        return statement.replace(f" of {owner} ", f" of {_possessive(words, topic)} ", 1)
    if _of_them(words, subject):
        bare = topic.text[:1].islower() and topic.text.partition(" ")[0] not in _DETERMINED
        return statement.replace(" of them", f" of {'the ' * bare}{topic.text}", 1)
    owning = subject[1] - subject[0] > 1
    new = topic.text
    if owning:
        if len(new.split()) > _MOST_OWNING:
            return statement
        new = _possessive(words, topic)
    capital = shown[:1].upper() + shown[1:]
    if statement.startswith(capital + " "):
        return new[:1].upper() + new[1:] + statement[len(capital) :]
    return statement.replace(f" {shown} ", f" {new} ", 1)
