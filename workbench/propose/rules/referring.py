"""What the subject of a clause stands for when it is a pronoun."""

from __future__ import annotations

from itertools import pairwise

from workbench.propose.lexicon import SAY, word_set
from workbench.propose.rules.clauses import Clause, Range
from workbench.propose.rules.discourse import Discourse
from workbench.propose.rules.evidence import BEFORE, EARLIER, HOST, SAYER, Ask
from workbench.propose.rules.mentions import Told
from workbench.propose.rules.referents import answer
from workbench.propose.rules.topics import OWNERS, Topic, asks, of_theirs, put_in
from workbench.propose.speech import QUOTES, Tag
from workbench.propose.statements import Words, is_plural, subtract

_PAPERS = word_set("statement filing release notice announcement")  # "…, the statement said"
_LONG = 6  # words of a phrase that is no longer repeated with its owner


def _above(clause: Clause) -> list[Clause]:
    """The clause and those that it stands in."""
    found = [clause]
    while found[-1].parent is not None:
        found.append(found[-1].parent)
    return found


class Referring:
    """One sentence, its clauses, and what was spoken of before."""

    words: Words
    discourse: Discourse
    quoted: str | None
    tag: Tag | None
    clauses: list[Clause]
    cuts: list[Range]
    told: Told | None = None

    def _filled(self, clause: Clause, statement: str) -> str:
        """The statement with what its subject's pronoun stands for, where that is certain."""
        pronoun = asks(self.words, clause)
        topic = self._stands_for(clause, pronoun) if pronoun is not None else None
        if topic is None or clause.subject is None:
            return statement
        return put_in(statement, self.words, clause.subject, topic)

    def _stands_for(self, clause: Clause, pronoun: str) -> Topic | None:
        """What the pronoun stands for, as far as that is certain."""
        if pronoun == "them":
            return self._ruled(clause, pronoun)[0]
        assert clause.subject is not None
        at, told = clause.subject[0], self._told()
        if at not in told.answers:
            ask = Ask(self.words, clause, pronoun)
            ask.acted_upon = self._acted_upon(clause, pronoun)
            told.answers[at] = answer(ask, told, self.discourse, *self._ruled(clause, pronoun))
        return told.answers[at]

    def _told(self) -> Told:
        if self.told is None:
            direct = self.quoted is not None or self.words.words[0] in QUOTES
            self.told = Told(self.words, self.clauses, self.tag, direct, self._topic)
        return self.told

    def _ruled(self, clause: Clause, pronoun: str) -> tuple[Topic | None, int]:
        """Who said it, else the subject of a clause before, else what came up before.

        And by which of these rules, for the weights.
        """
        host = self._host_subject(clause)
        if host is not None and host.fits(pronoun):
            return host, HOST
        sayer = self._sayer(clause)
        if sayer is not None and OWNERS.get(self._owner(clause)) == pronoun:
            return self.discourse.stands_for(pronoun), BEFORE  # "his lawyer said that he …"
        sayer = sayer if sayer is not None and sayer.fits(pronoun) else None
        reported = any(c.kind == "content" for c in _above(clause))
        if sayer is not None and (reported or pronoun in ("he", "she")):
            return sayer, SAYER
        # "It stays shut, the council says": the tunnel told of before
        found = self._subject_before(clause, pronoun)
        if found is not None:
            return found, EARLIER
        found = self._told_before(clause, pronoun)
        return (found, BEFORE) if found is not None else (sayer, SAYER)

    def _subject_before(self, clause: Clause, pronoun: str) -> Topic | None:
        """The subject of a clause before it in the sentence that the pronoun can stand for."""
        assert clause.subject is not None
        at = clause.subject[0]
        for other in reversed(self.clauses):
            if other.subject is None or other.kind not in ("main", "coord", "sub", "content"):
                continue
            if other.subject[1] <= at and asks(self.words, other) is None:
                topic = self._topic(other.subject)
                if topic is not None and topic.fits(pronoun):
                    return topic
                club = topic is not None and topic.gender in ("", "*")
                if club and pronoun == "they" and clause.subject[1] - at > 1:
                    return topic  # "Ulvern sold their captain"
        return None

    def _told_before(self, clause: Clause, pronoun: str) -> Topic | None:
        """Whom the sentence named before the pronoun, or what the sentence before was about."""
        assert clause.subject is not None
        if pronoun in ("he", "she"):
            named = self.discourse.named_before(self.words, clause.subject[0], pronoun)
            if named:
                return named[0] if len(named) == 1 else None
        direct = self.quoted is not None or self.words.words[0] in QUOTES
        if direct or self._acted_upon(clause, pronoun):
            return None
        return self.discourse.stands_for(pronoun, says=self._says(clause))

    def _acted_upon(self, clause: Clause, pronoun: str) -> bool:
        """ "The museum bought the painting. It was stolen": hardly the museum."""
        assert clause.subject is not None
        passive = clause.verb is not None and clause.verb.passive
        passive = passive and not of_theirs(self.words, clause.subject)
        return passive and self.discourse.acted == pronoun

    def _host_subject(self, clause: Clause) -> Topic | None:
        """ "Found that the union had erred when it …": the union, and not who found it."""
        host = clause.parent
        if clause.kind != "sub" or clause.fronted or host is None or host.kind != "content":
            return None
        if host.subject is None or asks(self.words, host) is not None:
            return None
        return self._topic(host.subject)

    def _says(self, clause: Clause) -> bool:
        verb = clause.verb
        return (
            verb is not None
            and self.words.low[verb.main] in SAY
            and any(child.kind == "content" for child in clause.children)
        )

    def _owner(self, clause: Clause) -> str:
        """The word that the subject of the saying around a clause begins with."""
        inner: Clause | None = clause
        while inner is not None and inner.parent is not None:
            if inner.kind == "content" and inner.parent.subject is not None:
                a, b = inner.parent.subject
                return self.words.low[a] if b - a > 1 else ""
            inner = inner.parent
        return ""

    def _sayer(self, clause: Clause) -> Topic | None:
        inner: Clause | None = clause
        while inner is not None and inner.parent is not None:
            if inner.kind == "content" and inner.parent.subject is not None:
                return self._topic(inner.parent.subject)
            inner = inner.parent
        direct = self.quoted is not None or self.words.words[0] in QUOTES
        if self.tag is None or direct:
            return None
        a, b = self.tag.speaker
        own = b - a > 1 and self.words.low[a] in OWNERS
        return None if own else self._topic((a, b))  # "it paid, according to its report"

    def _goes_on_about(self) -> tuple[Topic | None, bool]:
        """What the next sentence's "it" goes on about, and whether a pronoun stood for it here.

        That is the subject of the main clause, or who did it: "The firm was founded by Norlake".
        """
        main = next((c for c in self.clauses if c.kind == "main" and c.subject is not None), None)
        if main is None or main.subject is None:
            return None, False
        agent = self._agent(main)
        if agent is not None:
            return agent, False
        direct = self.quoted is not None or self.words.words[0] in QUOTES
        speaker = self._topic(self.tag.speaker) if self.tag is not None else None
        paper = speaker is not None and speaker.text.split()[-1] in _PAPERS
        if speaker is not None and not speaker.gender and not direct and not paper:
            return speaker, False  # "…, a study has found. It followed 40 men"
        pronoun = OWNERS.get(self.words.low[main.subject[0]])
        return self._topic(main.subject), pronoun is not None

    def _acts_on(self) -> str:
        """The pronoun that what the main clause acts upon can have; empty where it has none."""
        main = next((c for c in self.clauses if c.kind == "main" and c.subject is not None), None)
        verb = main.verb if main is not None else None
        following = self.words.units_in((verb.b, len(self.words.words)))[:1] if verb else []
        if verb is None or verb.passive or not following or following[0].kind != "NP":
            return ""
        return "they" if is_plural(self.words, (following[0].a, following[0].b)) else "it"

    def _agent(self, clause: Clause) -> Topic | None:
        """The organisation that did what is told in the passive, if it is named last."""
        verb = clause.verb
        if verb is None or not verb.passive:
            return None
        found = None
        units = self.words.units_in((verb.b, clause.end))
        for by, unit in pairwise(units):
            if self.words.low[by.a] == "by" and unit.kind == "NP":
                named = self.words.tags[unit.head] == "NNP"
                found = self.discourse.topic_of(self.words, [(unit.a, unit.b)]) if named else None
        return found if found is not None and not found.gender and not found.plural else None

    def _topic(self, subject: Range) -> Topic | None:
        """What a subject speaks of; a pronoun, of what it stands for itself."""
        pronoun = OWNERS.get(self.words.low[subject[0]])
        if pronoun is not None and subject[1] - subject[0] == 1:
            says = any(c.subject == subject and self._says(c) for c in self.clauses)
            return self.discourse.stands_for(pronoun, says)
        pieces = self._subject(subject)
        topic = self.discourse.topic_of(self.words, pieces)
        if topic is None and pronoun is None:
            noun = self.words.units_in(pieces[0])[:1]  # "a bill that would require …": the bill
            topic = (
                self.discourse.topic_of(self.words, [(u.a, u.b) for u in noun]) if noun else None
            )
        if topic is not None and pronoun is not None and len(topic.text.split()) < _LONG:
            owner = self.discourse.stands_for(pronoun)
            if owner is not None:
                filled = put_in(topic.text, self.words, subject, owner)
                topic = topic._replace(text=filled[:1].lower() + filled[1:])
        return topic

    def _subject(self, subject: Range) -> list[Range]:
        """The subject's words without what is set off inside it."""
        pieces = [self.words.trim(r) for r in subtract(subject, self.cuts)]
        return [p for p in pieces if p is not None] or [subject]
