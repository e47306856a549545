"""From the clauses of one sentence to its candidates."""

from __future__ import annotations

import re

from workbench.propose.candidate import Candidate
from workbench.propose.gates import is_wish, states_fact
from workbench.propose.lexicon import ADDING, FACTIVE, FIRST_PERSON, SAY, THINK, word_set
from workbench.propose.rules.clauses import Clause, Parser, Range, is_condition
from workbench.propose.rules.describing import TOLD, Describing
from workbench.propose.rules.phrases import pieces_of
from workbench.propose.rules.relatives import object_relative
from workbench.propose.rules.saying import nobody, own_words
from workbench.propose.rules.unit import Unit
from workbench.propose.rules.wellformed import well_formed
from workbench.propose.statements import (
    Words,
    stays,
    text_of,
    tidy,
)
from workbench.propose.worthiness import worth_of

_SET_OFF = re.compile(r", (?:in|on|at|of|for|with|who|which|whose|the|an?) [^,]*$")
_STOPS = frozenset(".;:!")
_RULING = word_set("rule rules ruled ruling")
_DENYING = word_set("deny denies denied denying doubt doubts doubted dispute disputes disputed")
_ANYBODY = word_set("someone somebody anyone anybody everyone those one people others something")
_SILENT = frozenset(("question", "noun", "zero", "relobj", "aside", "imperative"))


class Harvest(Describing):
    """The candidates of one sentence."""

    def candidates(self) -> list[Candidate]:
        """All candidates, in the order of the text."""
        if self.tag is not None and self._asks():
            return []
        kept = self._content_units()
        clauses = Parser(kept, self.words.low, self.words.tags).parse() if kept else []
        if self.tag is not None:
            self._tagged(self.tag, self._only_wishes(clauses))
        elif self.quoted:
            self.speaker = self.quoted
        said = self.speaker if self.tag is not None or self.quoted is not None else None
        aside = self._tag_clauses()
        added = self._added_clauses()
        self.cuts = [
            (c.first(), c.end)
            for c in (*clauses, *aside, *added)
            if not stays(c, self.words.low) and c.parent
        ]
        self.clauses = clauses
        for clause in clauses:
            self._by_who_said(clause)
            self._clause(clause, said)
        for clause in aside:
            if clause.kind in ("appos", "rel", "relobj", "part") and clause.comma:
                self._clause(clause, None)
        for clause in added:
            self._clause(clause, None)
        about = self._goes_on_about()
        self.discourse.advance(self.words, self.speaker)
        self.discourse.go_on(*about, self._acts_on())
        self.discourse.keep(self._told())
        return _distinct(self.found)

    def _by_who_said(self, clause: Clause) -> None:
        """ "Ann Oe said that the plan was lawful, saying she trusted": she, and no plan."""
        host = clause.parent
        says = clause.kind == "part" and clause.comma and clause.verb is not None
        if not says or clause.verb is None or self.words.low[clause.verb.main] not in ADDING:
            return
        while host is not None and host.kind == "content":
            host = host.parent
        if host is not None and host is not clause.parent and host.subject is not None:
            clause.subject = host.subject

    def _clause(self, clause: Clause, said: str | None) -> None:
        if clause.kind == "relobj":
            self._object_relative(clause, said)
        if clause.kind in _SILENT or not _reaches(clause) or self._cleft(clause):
            return
        speaker, veto = self._reporting(clause, said)
        if veto or self._veiled(clause):
            return
        if self._says(clause):
            said_here = [c for c in clause.children if c.kind == "content"]
            if not all(is_wish(c, self.words) for c in said_here):
                self._attribution(clause)
        elif clause.kind == "appos":
            self._apposition(clause, speaker)
        elif clause.kind == "part":
            self._participle(clause, speaker)
        elif states_fact(clause, self.words) or self._own_deed(clause, speaker):
            self._finite(clause, speaker)

    def _own_deed(self, clause: Clause, speaker: str | None) -> bool:
        """ "I was elected by 61 votes": a fact about whoever says so."""
        words, verb, subject = self.words, clause.verb, clause.subject
        if verb is None or subject is None or words.low[subject[0] : subject[1]] != ["i"]:
            return False
        main = words.low[verb.main]
        named = speaker is not None and all(w[0].isupper() for w in speaker.split())
        done = words.tags[verb.a] == "VBD" or (words.low[verb.a] in _DONE and verb.main > verb.a)
        if not named or not done or main in SAY or main in THINK:
            return False
        return not any(w in FIRST_PERSON for w in words.low[subject[1] : clause.end])

    def _cleft(self, clause: Clause) -> bool:
        """ "It was the mayor who sold the land" is one claim."""
        host = clause.parent
        if clause.kind != "rel" or clause.comma or host is None or host.subject is None:
            return False
        return self.words.low[host.subject[0] : host.subject[1]] == ["it"]

    def _asks(self) -> bool:
        """ "“Who will pay?” asked the mayor" tells nothing."""
        low = self.words.low
        return "?" in low and not any(mark in low[:-1] for mark in (".", "!"))

    def _only_wishes(self, clauses: list[Clause]) -> bool:
        """Is nothing said in these clauses but hopes, demands and questions?"""
        top = [c for c in clauses if c.kind in ("main", "coord") and c.verb is not None]
        return all(is_wish(c, self.words) for c in top)

    def _reporting(self, clause: Clause, said: str | None) -> tuple[str | None, bool]:
        """Who said this clause, and whether it is only thought, asked for or hoped."""
        words = self.words
        speaker = said
        veto = heard = False
        inner: Clause | None = clause
        while inner is not None and inner.parent is not None:
            outer = inner.parent
            if inner.kind == "content" and outer.verb is not None:
                word = words.low[outer.verb.main]
                veto = veto or _denied(words, outer.verb)
                if word in SAY or word in ADDING:
                    if outer.subject is not None and nobody(words, outer):
                        veto = veto or not own_words(words, outer)  # "what they say is that"
                    elif outer.subject is not None and not heard:
                        shown = text_of(words, self._subject(outer.subject))
                        self.speaker = speaker = self._sayer_of(outer, shown)
                        heard = True
                elif word in THINK and word not in FACTIVE:
                    veto = veto or not (clause.kind in ("rel", "appos") and clause.comma)
            elif inner.kind in ("noun", "question") and inner is not clause:
                veto = veto or not clause.comma
            elif is_condition(inner, words.low):
                veto = True
            if inner.kind == "sub" and inner.comma and _contrasts(inner, words) and not heard:
                return None, veto  # "said that it paid, while the union held out"
            inner = outer
        return speaker, veto

    def _sayer_of(self, clause: Clause, shown: str) -> str:
        """Who says so: "when Ann Oe spoke, she said …" has the name in the sentence itself."""
        assert clause.subject is not None
        name = self._name(clause.subject, shown)
        if name.lower() not in ("he", "she", "it", "they"):
            return name
        topic = self._stands_for(clause, name.lower())
        return topic.text[:1].upper() + topic.text[1:] if topic is not None else name

    def _veiled(self, clause: Clause) -> bool:
        """Conditions and the like state nothing themselves."""
        if is_condition(clause, self.words.low):
            return True
        if clause.kind == "sub" and clause.marker is not None:
            marker = self.words.low[clause.marker[0] : clause.marker[1]]
            if self.words.low[clause.marker[0] - 1 : clause.marker[0]] == ["only"]:
                return True  # "only when they take off"
            if marker == ["so", "that"] and clause.comma:
                return False  # "…, so that it had to sell its shops"
            return marker[-1] in ("than", "like", "for", "until", "till", "so", "that", "as")
        return False

    def _finite(self, clause: Clause, speaker: str | None) -> None:
        words = self.words
        own = _without_that(clause, words, self._own(clause))
        subject = clause.subject
        if not own or subject is None or clause.verb is None:
            return
        inherited = not any(a <= subject[0] < b for a, b in own)
        if not inherited:
            self._emit(clause, own, text_of(words, own), own, speaker)
            return
        shown = self._subject(subject)
        parts = [*shown, *([clause.shared_aux] if clause.shared_aux else []), *own]
        aux = (
            f" {words.string(clause.shared_aux)}"
            if clause.shared_aux and clause.shared_aux[0] < clause.shared_aux[1]
            else ""
        )
        parts = [p for p in parts if p[0] < p[1]]
        predicate = _spelled(" ".join(words.string(r) for r in own), words.low[clause.verb.main])
        statement = tidy(f"{self._shown(shown)}{aux} {predicate}")
        self._emit(clause, own, statement, parts, speaker)

    def _object_relative(self, clause: Clause, said: str | None) -> None:
        own = self._own(clause)
        stated = object_relative(clause, self.words, own)
        if stated is None or clause.verb is None or not states_fact(clause, self.words):
            return
        speaker, veto = self._reporting(clause, said)
        if stated.statement.lower().startswith(("those", "these")):
            return  # "those whose naps were short": who they are is not said
        if not veto and (clause.comma or worth_of(stated.statement) >= TOLD):
            span = (own[0][0], own[-1][1])
            filled = self._filled(clause, stated.statement)
            self._add(span, stated.parts, filled, "clause", speaker)

    def _phrases(self, clause: Clause, own: list[Range], speaker: str | None) -> None:
        """The clause with less after its verb, for whoever wants the pieces."""
        verb, subject, low = clause.verb, clause.subject, self.words.low
        assert verb is not None and subject is not None
        tail = [
            u
            for a, b in own
            if b > verb.b
            for u in self.words.units_in((max(a, verb.b), b))
            if not (u.kind == "P" and low[u.a] in _STOPS)
        ]
        if not tail or any(u.kind in ("SUB", "THAT", "W") for u in tail):
            return
        if clause.shared_aux is not None and clause.shared_aux[0] == verb.a:
            return
        aux = [clause.shared_aux] if clause.shared_aux else []
        lead = [*self._subject(subject), *(a for a in aux if a[0] < a[1]), (verb.a, verb.b)]
        for piece in pieces_of(self.words, tail):
            parts = [*lead, *piece]
            statement = text_of(self.words, parts)
            start = verb.a if len(piece) == 1 else piece[-1][0]
            self._add((start, piece[-1][1]), parts, statement, "phrase", speaker)

    def _emit(
        self, clause: Clause, span: list[Range], statement: str, parts: list[Range],
        speaker: str | None,
    ) -> None:  # fmt: skip
        assert clause.subject is not None
        anybody = clause.kind == "rel" and self.words.low[clause.subject[0]] in _ANYBODY
        if not well_formed(clause, self.words, statement):
            return
        filled = self._filled(clause, statement)
        if speaker is not None:
            filled = _by_name(filled, speaker)
        worth = worth_of(filled)
        told = clause.kind != "rel" or not clause.restrictive or self._definite(clause.subject)
        kind = "clause" if told or (not anybody and worth >= TOLD) else "phrase"
        self.worth = 0.5 * worth
        self._add((span[0][0], span[-1][1]), parts, filled, kind, speaker)
        self._phrases(clause, span, speaker)

    def _definite(self, subject: Range) -> bool:
        return self.words.low[subject[0]] in (
            "the",
            "this",
            "these",
            "its",
            "his",
            "her",
            "their",
        ) or (self.words.tags[subject[0]] == "NNP")


def _spelled(predicate: str, main: str) -> str:
    """ "[Weather that]’s lasted since May": it has."""
    found = _SHORT.match(predicate)
    if found is None:
        return predicate
    whole = _WHOLE[found[1]]
    if found[1] == "s" and (main in _COME or " since " in predicate):
        whole = "has"
    return whole + predicate[found.end() :]


def _without_that(clause: Clause, words: Words, own: list[Range]) -> list[Range]:
    """ "Said it was late and [that] nobody had asked": without the word that opens the clause."""
    first, end = own[0] if own else (0, 0)
    if end - first < 2 or words.low[first] != "that":
        return own
    opens = words.tags[first] == "IN" or words.tags[first + 1] in _NO_ONE_THING
    if not opens and words.low[first + 1] not in _NOT_THAT:
        return own
    if clause.subject is not None and clause.subject[0] == first:
        clause.subject = (first + 1, clause.subject[1])
    return [(first + 1, end), *own[1:]]


_NO_ONE_THING = frozenset(("DT", "PRP", "NNS", "NNP", "PRP$", "EX"))
_NOT_THAT = word_set("police people none nobody nothing everybody everyone somebody something")


def _denied(words: Words, verb: Unit) -> bool:
    """ "Denied that it was shut", "did not say that it was", "does not rule out that it was"."""
    main = words.low[verb.main]
    out = main in _RULING and words.low[verb.main + 1 : verb.main + 2] == ["out"]
    silent = verb.negated and main in SAY and main not in _DENYING
    return out or silent or (main in _DENYING and not verb.negated)


_SHORT = re.compile(r"[’'](s|re|ve|ll)(?= )")
_WHOLE = {"s": "is", "re": "are", "ve": "have", "ll": "will"}
_COME = word_set(
    "been happened lasted become come gone grown risen fallen lost won had seen taken begun"
)


def _contrasts(clause: Clause, words: Words) -> bool:
    marker = words.low[slice(*clause.marker)] if clause.marker is not None else []
    return marker in (["while"], ["whereas"])


def _by_name(line: str, speaker: str) -> str:
    """ "I’ve been there" as "Ann Oe has been there"."""
    for pattern, form in _OWN:
        found = pattern.match(line)
        if found is not None:
            return speaker + form + line[found.end() :]
    return line


_DONE = frozenset(("have", "'ve", "’ve", "am", "'m", "’m"))
_OWN = (
    (re.compile(r"I(?: have|[’']ve)(?= )"), " has"),
    (re.compile(r"I(?: am|[’']m)(?= )"), " is"),
    (re.compile(r"I(?= )"), ""),
)


def _reaches(clause: Clause) -> bool:
    """Has the clause a subject and enough words to state something?"""
    if clause.subject is None or clause.end - clause.start < 2:
        return False
    return clause.end - clause.start + clause.subject[1] - clause.subject[0] >= 3


def _distinct(found: list[Candidate]) -> list[Candidate]:
    """One candidate for each span; a clause goes before an attribution and that before a phrase."""
    kept: dict[tuple[int, int], Candidate] = {}
    for candidate in sorted(found, key=lambda c: _RANK[c.kind]):
        kept.setdefault((candidate.start, candidate.end), candidate)
    return sorted(kept.values(), key=lambda c: (c.start, c.end))


_RANK = {"clause": 0, "attribution": 1, "phrase": 2}
