"""What speaks for each that a subject's pronoun may stand for, as small numbers."""

from __future__ import annotations

from workbench.propose.lexicon import BE, SAY
from workbench.propose.rules.clauses import Clause
from workbench.propose.rules.discourse import Discourse
from workbench.propose.rules.mentions import PRONOUN, Mention, Told
from workbench.propose.rules.topics import Topic
from workbench.propose.statements import Words

NAMES = (
    "one", "owning", "back", "role", "form", "kind", "gender", "named", "in_pronoun", "ruled",
    "rank", "many", "clause", "passive", "verb", "direct", "hosts", "same", "speaker", "opens",
    "spoke", "best", "at", "plural", "group", "seen",
    "seat",
)  # fmt: skip
"""The columns of `rows`.

Of the pronoun: ``owning`` (its, not it), the kind of its ``clause``, ``passive``, its ``verb`` (of
saying, of being), ``direct`` speech, where ``at`` in its sentence, how ``many`` options it has.

Of an option: sentences ``back``, paragraphs between (``opens``), ``role`` and ``best`` role, both
``back`` and role (``seat``), ``form``, ``kind``, ``gender``, ``plural``, ``group``, in how many
sentences ``named`` and how often ``seen``, meant by a pronoun before (``in_pronoun``), by which of
the rules chosen (``ruled``), ``rank`` from the latest on, subject of the clause around (``hosts``),
in the ``same`` clause, ``speaker`` of the sentence before, subject of a verb of saying (``spoke``).
"""
SIZES = dict(zip(NAMES, (1, 2, 4, 8, 8, 8, 4, 6, 2, 5, 6, 7, 6, 2, 3, 2, 2, 2, 2, 3, 2, 8, 13, 2, 2,
                         7, 32), strict=True))  # fmt: skip
"""How many values each column has, from 0 on."""

HOST, SAYER, EARLIER, BEFORE = 1, 2, 3, 4
"""The rule that chooses: subject of the clause around, who says it, the subject of a clause before,
what the sentence before was about."""

_SEEN_IN = 4000  # characters before, so that a long text takes no longer for each pronoun
_KINDS = {"person": 1, "group": 2, "named": 3, "animal": 4, "event": 5, "place": 6, "words": 7}
_CLAUSES = {"main": 0, "coord": 1, "content": 2, "sub": 3, "noun": 4}
_GENDERS = {"?": 1, "*": 2, "m": 3, "f": 3}


class Ask:
    """A pronoun at the head of a clause's subject."""

    __slots__ = (
        "acted_upon",
        "at",
        "clause",
        "host",
        "owning",
        "passive",
        "pronoun",
        "start",
        "verb",
    )

    def __init__(self, words: Words, clause: Clause, pronoun: str) -> None:
        assert clause.subject is not None
        self.pronoun = pronoun
        self.at, end = clause.subject
        self.acted_upon = False  # as something was by the subject of the sentence before
        self.owning = int(end - self.at > 1)
        self.start = clause.start
        self.clause = _CLAUSES.get(clause.kind, 5)
        self.verb = self.passive = 0
        if clause.verb is not None:
            main = words.low[clause.verb.main]
            self.verb = 2 if main in SAY else int(main in BE)
            self.passive = int(clause.verb.passive)
        host = clause.parent.subject if clause.parent is not None else None
        self.host = host[0] if host is not None else -1


class Option:
    """One who may be meant: the latest mention, and what the others add."""

    __slots__ = ("back", "best", "in_pronoun", "mention", "opens", "rank", "rule", "ruled")

    def __init__(self, mention: Mention, back: int, rank: int, opens: int) -> None:
        self.mention, self.back, self.rank, self.opens = mention, back, rank, opens
        self.best = mention.role
        self.in_pronoun = mention.form == PRONOUN
        self.ruled: Topic | None = None  # set if the rules choose it
        self.rule = 0  # by which they do

    def again(self, mention: Mention) -> None:
        """Take in an earlier mention of it."""
        self.best = min(self.best, mention.role)
        if mention.form == PRONOUN:
            self.in_pronoun = True


def rows(options: list[Option], ask: Ask, told: Told, discourse: Discourse) -> list[list[int]]:
    """A row for each option, in the order of `NAMES`."""
    many, at = min(len(options), 6), min(ask.at, 12)
    spoke_before = discourse.speaker or ""
    text, start = told.words.text, told.words.starts[0]
    since = max(0, start - _SEEN_IN)
    found = []
    for option in options:
        mention = option.mention
        clause, here = mention.clause, option.back == 0
        verb = clause.verb if clause is not None else None
        found.append([
            0, ask.owning, option.back, mention.role, mention.form,
            _KINDS.get(mention.kind, 0), _GENDERS.get(mention.gender, 0),
            min(discourse.times.get(mention.key, 0), 5) if mention.name else 0,
            option.in_pronoun, option.rule, min(option.rank, 5), many,
            ask.clause, ask.passive, ask.verb, told.direct,
            here and ask.host == mention.a,
            here and clause is None and mention.a >= ask.start,
            mention.name and spoke_before.endswith(mention.key),
            min(option.opens, 2),
            verb is not None and mention.told.words.low[verb.main] in SAY,
            option.best, at, mention.plural, mention.group,
            min(text.count(mention.key, since, start), 6),
            8 * option.back + mention.role,
        ])  # fmt: skip
    return found
