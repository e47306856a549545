"""From the clauses of one sentence to its candidates."""

from __future__ import annotations

from workbench.propose.candidate import Candidate
from workbench.propose.chunks import Unit
from workbench.propose.clauses import Clause, Parser, Range, is_condition
from workbench.propose.discourse import Discourse
from workbench.propose.gates import states_fact
from workbench.propose.lexicon import ADDING, FACTIVE, FIRST_PERSON, LEADING, SAY, THINK
from workbench.propose.speech import QUOTES, Tag, find_tag
from workbench.propose.statements import (
    Words,
    finite_form,
    is_plural,
    own_ranges,
    stays,
    subtract,
    text_of,
    tidy,
)
from workbench.propose.worthiness import worth_of

_SILENT = frozenset(("question", "noun", "zero", "relobj", "aside", "imperative"))


class Harvest:
    """The candidates of one sentence."""

    def __init__(
        self, words: Words, sentence: Range, discourse: Discourse, quoted: str | None
    ) -> None:
        self.words, self.sentence, self.discourse = words, sentence, discourse
        self.quoted = quoted
        self.tag = find_tag(words.units, words.low, quoted is not None)
        self.speaker: str | None = None
        self.skip: list[Range] = []
        self.found: list[Candidate] = []
        self.cuts: list[Range] = []

    def candidates(self) -> list[Candidate]:
        """All candidates, in the order of the text."""
        kept = self._content_units()
        clauses = Parser(kept, self.words.low, self.words.tags).parse() if kept else []
        if self.tag is not None:
            self._tagged(self.tag)
        elif self.quoted:
            self.speaker = self.quoted
        said = self.speaker if self.tag is not None or self.quoted is not None else None
        aside = self._tag_clauses()
        self.cuts = [
            (c.first(), c.end)
            for c in (*clauses, *aside)
            if not stays(c, self.words.low) and c.parent
        ]
        for clause in clauses:
            self._clause(clause, said)
        for clause in aside:
            if clause.kind in ("appos", "rel", "part") and clause.comma:
                self._clause(clause, None)
        self.discourse.advance(self.words, clauses, self.speaker)
        return sorted(_distinct(self.found), key=lambda c: (c.start, c.end))

    def _tag_clauses(self) -> list[Clause]:
        """The clauses about the speaker inside the tag: "…, said Lena Fox, a nurse"."""
        tag = self.tag
        if tag is None or tag.verb is None:
            return []
        low = self.words.low
        inside = self.words.units[tag.first : tag.last]
        if tag.speaker[0] > tag.verb.a:
            inside = [u for u in inside if u.a >= tag.speaker[0]]
        while inside and inside[0].kind == "P":
            inside = inside[1:]
        inside = [u for u in inside if low[u.a] not in QUOTES]
        return Parser(inside, low, self.words.tags).parse() if inside else []

    def _content_units(self) -> list[Unit]:
        """The units without the tag and without quotation marks."""
        all_units = self.words.units
        if self.tag is not None:
            first, last = self.tag.first, self.tag.last
            if last < len(all_units):
                a = all_units[first].a
                self.skip.append((a, all_units[last].a))
            else:
                self.skip.append((all_units[first].a, len(self.words.words)))
            all_units = all_units[:first] + all_units[last:]
        low = self.words.low
        return [u for u in all_units if not (u.kind == "P" and low[u.a] in QUOTES)]

    # the saying

    def _tagged(self, tag: Tag) -> None:
        words = self.words
        speaker = tidy(words.string(tag.speaker))
        name = self._name(tag.speaker, speaker)
        self.speaker = name
        a, b = words.units[tag.first].a, self.skip[0][1]
        content = self._outside(a, b)
        if not content:
            return
        if tag.verb is None:
            said = tidy(" ".join(words.string(r) for r in content))
            statement = f"According to {words.string(tag.speaker)}, {self._lower(said, content)}"
            whole = self.sentence_range()
            self._add(whole, [*content, (a, b)], tidy_keep(statement), "attribution", None)
            return
        subject = name if words.low[tag.speaker[0]] in ("he", "she") else words.string(tag.speaker)
        saying = self._saying(subject, tag, tag.verb, b)
        said = tidy(" ".join(words.string(r) for r in content))
        quoted = any(w in QUOTES for w in words.words[: tag.first + 400])
        statement = (
            f"{saying}: “{_plain(said)}”"
            if quoted
            else f"{saying} that {self._lower(said, content)}"
        )
        self._add(
            self.sentence_range(), [*content, (a, b)], tidy_keep(statement), "attribution", None
        )

    def _saying(self, subject: str, tag: Tag, verb: Unit, end: int) -> str:
        """ "said Lena Fox, a nurse, on Monday" as "Lena Fox said …" in the usual order."""
        words = self.words
        inverted = tag.speaker[0] > verb.a
        start = max(verb.b, tag.speaker[1]) if inverted else verb.b
        tail = words.trim((start, end)) if start < end else None
        group = words.string((verb.a, verb.b))
        if tail is None:
            return f"{subject} {group}"
        if inverted and words.low[start] == ",":
            return f"{subject}, {words.string(tail)}, {group}"
        return f"{subject} {group} {words.string(tail)}"

    def _outside(self, a: int, b: int) -> list[Range]:
        total = len(self.words.words)
        pieces = [self.words.trim(r) for r in ((0, a), (b, total)) if r[0] < r[1]]
        return [p for p in pieces if p is not None]

    def sentence_range(self) -> Range:
        """All words of the sentence, marks at its edges left out."""
        return self.words.trim((0, len(self.words.words))) or (0, len(self.words.words))

    def _name(self, speaker: Range, shown: str) -> str:
        if speaker[1] - speaker[0] == 1 and self.words.low[speaker[0]] in ("he", "she"):
            return self.discourse.resolve(self.words.low[speaker[0]]) or shown
        return shown

    def _lower(self, said: str, content: list[Range]) -> str:
        first = content[0][0]
        keep = self.words.tags[first] == "NNP" or self.words.low[first] == "i"
        return said if keep else said[:1].lower() + said[1:]

    # clauses

    def _clause(self, clause: Clause, said: str | None) -> None:
        if clause.kind in _SILENT or clause.subject is None:
            if (
                clause.kind == "part"
                and clause.verb is not None
                and self.words.low[clause.verb.main] in ADDING
            ):
                return
            if clause.subject is None:
                return
            return
        if not _reaches(clause, self.words):
            return
        speaker, veto = self._reporting(clause, said)
        if veto or self._veiled(clause):
            return
        if self._says(clause):
            self._attribution(clause)
            return
        if clause.kind == "appos":
            self._apposition(clause, speaker)
        elif clause.kind == "part":
            self._participle(clause, speaker)
        elif states_fact(clause, self.words):
            self._finite(clause, speaker)

    def _own(self, clause: Clause) -> list[Range]:
        inside = any(a <= clause.start < b for a, b in self.skip)
        return own_ranges(clause, self.words, [] if inside else self.skip)

    def _subject(self, subject: Range) -> list[Range]:
        """The subject's words without what is set off inside it."""
        pieces = [self.words.trim(r) for r in subtract(subject, self.cuts)]
        return [p for p in pieces if p is not None] or [subject]

    def _says(self, clause: Clause) -> bool:
        verb = clause.verb
        return (
            verb is not None
            and self.words.low[verb.main] in SAY
            and any(child.kind == "content" for child in clause.children)
        )

    def _reporting(self, clause: Clause, said: str | None) -> tuple[str | None, bool]:
        """Who said this clause, and whether it is only thought, asked for or hoped."""
        words = self.words
        speaker = said
        veto = False
        inner: Clause | None = clause
        while inner is not None and inner.parent is not None:
            outer = inner.parent
            if inner.kind == "content" and outer.verb is not None:
                word = words.low[outer.verb.main]
                if word in SAY or word in ADDING:
                    if outer.subject is not None and outer.kind != "part":
                        speaker = self._name(outer.subject, tidy(words.string(outer.subject)))
                        self.speaker = speaker
                elif word in THINK and word not in FACTIVE:
                    veto = veto or not (clause.kind in ("rel", "appos") and clause.comma)
            elif inner.kind in ("noun", "question") and inner is not clause:
                veto = veto or not clause.comma
            elif is_condition(inner, words.low):
                veto = True
            inner = outer
        return speaker, veto

    def _veiled(self, clause: Clause) -> bool:
        """Conditions and the like state nothing themselves."""
        if is_condition(clause, self.words.low):
            return True
        if clause.kind == "sub" and clause.marker is not None:
            marker = self.words.low[clause.marker[0] : clause.marker[1]]
            return marker[-1] in ("than", "like", "for", "until", "till", "so", "that", "as")
        return False

    def _finite(self, clause: Clause, speaker: str | None) -> None:
        words = self.words
        own = self._own(clause)
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
        predicate = " ".join(words.string(r) for r in own)
        statement = tidy(f"{self._shown(shown)}{aux} {predicate}")
        self._emit(clause, own, statement, parts, speaker)

    def _shown(self, pieces: list[Range]) -> str:
        return " ".join(self.words.string(p) for p in pieces)

    def _emit(
        self, clause: Clause, span: list[Range], statement: str, parts: list[Range],
        speaker: str | None,
    ) -> None:  # fmt: skip
        assert clause.subject is not None
        kind = "clause"
        if clause.restrictive and clause.kind == "rel" and not self._definite(clause.subject):
            kind = "phrase"
        filled = self.discourse.fill(self.words, clause.subject, statement)
        self._add((span[0][0], span[-1][1]), parts, filled, kind, speaker)

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

    def _apposition(self, clause: Clause, speaker: str | None) -> None:
        words = self.words
        own = self._own(clause)
        subject = clause.subject
        if not own or subject is None:
            return
        host = clause.parent.verb if clause.parent is not None else None
        be = "are" if is_plural(words, subject) else "is"
        del host
        statement = tidy(f"{words.string(subject)} {be} {' '.join(words.string(r) for r in own)}")
        self._add((subject[0], own[-1][1]), [subject, *own], statement, "clause", speaker)

    def _participle(self, clause: Clause, speaker: str | None) -> None:
        words = self.words
        verb, subject = clause.verb, clause.subject
        own = self._own(clause)
        if verb is None or subject is None or not own or own[0][0] != verb.a:
            return
        if (
            words.low[verb.main] in ADDING
            or words.low[verb.main] in LEADING
            or any(w in FIRST_PERSON for w in words.low[subject[0] : subject[1]])
        ):
            return
        host = clause.parent.verb if clause.parent is not None else None
        if host is not None and host.form != "fin":
            host = None
        shown = self._subject(subject)
        form = finite_form(verb, words, host, is_plural(words, subject))
        rest = [(max(a, verb.b), b) for a, b in own if b > verb.b]
        if not rest:
            return
        tail = " ".join(words.string(r) for r in rest)
        statement = tidy(f"{self._shown(shown)} {form} {tail}")
        kind = "phrase" if clause.restrictive and not clause.copular else "clause"
        filled = self.discourse.fill(words, subject, statement)
        self._add((own[0][0], own[-1][1]), [*shown, *own], filled, kind, speaker)

    def _attribution(self, clause: Clause) -> None:
        words = self.words
        own = self._own(clause)
        if not own or clause.subject is None:
            return
        statement = text_of(words, own)
        if not any(a <= clause.subject[0] < b for a, b in own):
            statement = tidy(
                f"{words.string(clause.subject)} {statement[:1].lower()}{statement[1:]}"
            )
            parts = [clause.subject, *own]
        else:
            parts = own
        name = self._name(clause.subject, "")
        if name and statement.lower().startswith(words.low[clause.subject[0]] + " "):
            statement = name + statement[len(words.low[clause.subject[0]]) :]
        self._add((own[0][0], own[-1][1]), parts, statement, "attribution", None)

    def _add(
        self, span: Range, parts: list[Range], statement: str, kind: str, speaker: str | None
    ) -> None:
        words = self.words
        start, end = words.piece(span)
        pieces = tuple(sorted(words.piece(p) for p in parts))
        worth = worth_of(statement)
        self.found.append(
            Candidate(
                start, end, words.text[start:end], words.text[self.sentence[0] : self.sentence[1]],
                statement, pieces, round(worth * 0.6, 4) if kind == "attribution" else worth, kind,
                self.sentence[0], self.sentence[1], speaker or None,
            )
        )  # fmt: skip


def _reaches(clause: Clause, words: Words) -> bool:
    """Has the clause enough words to state something?"""
    return (
        clause.end - clause.start >= 2
        and clause.subject is not None
        and (clause.end - clause.start + clause.subject[1] - clause.subject[0] >= 3)
    )


def _plain(said: str) -> str:
    return said.replace("“", "").replace("”", "").replace('"', "").strip(" ,.")


def tidy_keep(statement: str) -> str:
    """As ``tidy``, but a quotation at the end keeps its mark."""
    plain = " ".join(statement.split())
    return plain[:1].upper() + plain[1:].rstrip(" .,")


def _distinct(found: list[Candidate]) -> list[Candidate]:
    seen: set[tuple[int, int, str]] = set()
    kept = []
    for candidate in found:
        key = (candidate.start, candidate.end, candidate.statement)
        if key not in seen:
            seen.add(key)
            kept.append(candidate)
    return kept
