"""Who said what: the candidates that attribute."""

from __future__ import annotations

from itertools import pairwise

from workbench.propose.candidate import Candidate
from workbench.propose.lexicon import ADDING, PEOPLES
from workbench.propose.rules.clauses import Clause, Parser, Range
from workbench.propose.rules.discourse import Discourse
from workbench.propose.rules.referring import Referring
from workbench.propose.rules.topics import OWNERS, put_in
from workbench.propose.rules.unit import Unit
from workbench.propose.speech import QUOTES, Tag, find_tag
from workbench.propose.statements import (
    Words,
    finite_form,
    is_plural,
    own_ranges,
    text_of,
    tidy,
)
from workbench.propose.worthiness import worth_of


def _some_of_them(units: list[Unit], low: list[str]) -> tuple[int, int] | None:
    """The units of ", six of them in danger" at a sentence's end; None where there are none."""
    end = len(units)
    while end and units[end - 1].kind == "P":
        end -= 1
    first = next((k for k in range(end - 1, 0, -1) if units[k].kind in ("P", "VG", "W")), 0)
    if not first or units[first].kind != "P" or low[units[first].a] not in (",", "–", "—"):
        return None
    opening = low[units[first].b : units[first].b + 4]
    counted = opening[1:3] == ["of", "them"] or opening[2:4] == ["of", "them"]
    return (first, end) if counted or opening[:2] == ["among", "them"] else None


def _who(unit: Unit, low: list[str]) -> bool:
    return unit.kind == "W" and low[unit.a] in ("who", "whose", "which")


class Saying(Referring):
    """One sentence, its speaker, and the candidates found in it so far.

    ``quoted`` is the speaker of the quotation that the sentence stands in ("" when unknown), None
    outside quotations. ``skip`` holds the words of the tag, which the clauses leave out.
    """

    def __init__(
        self, words: Words, sentence: Range, discourse: Discourse, quoted: str | None
    ) -> None:
        self.words, self.sentence, self.discourse = words, sentence, discourse
        self.quoted = quoted
        self.tag = find_tag(words.units, words.low)
        if self.tag is not None and words.low[self.tag.speaker[0]] in ("i", "we"):
            self.tag = None  # "“I now recall,” he said": who says "I"?
        self.speaker: str | None = None
        self.worth = 0.0  # of the clause whose phrases are being made
        self.skip: list[Range] = []
        self.added: list[Unit] = []  # "…, adding that …" behind the tag
        self.found: list[Candidate] = []
        self.cuts: list[Range] = []
        self.clauses: list[Clause] = []

    def _content_units(self) -> list[Unit]:
        """The units without the tag and without quotation marks."""
        kept = self.words.units
        low = self.words.low
        if self.tag is not None:
            first, last = self.tag.first, self.tag.last
            behind = last + 1 if last < len(kept) and low[kept[last].a] == "," else last
            if behind < len(kept) and low[kept[behind].main] in ADDING:
                self.added, last = kept[behind:], len(kept)
            elif self._closed(first, last):
                last = len(kept)  # "“…,” he said, to laughter from the gallery"
            elif self.tag.verb is None and behind + 1 < len(kept) and _who(kept[behind], low):
                last = len(kept)  # "according to Ann Oe, who leads it"
            end = kept[last].a if last < len(kept) else len(self.words.words)
            self.skip.append((kept[first].a, end))
            kept = kept[:first] + kept[last:]
        aside = _some_of_them(kept, low)
        if aside is not None:
            self.skip.append((kept[aside[0]].a, kept[aside[1] - 1].b))
            kept = kept[: aside[0]] + kept[aside[1] :]
        return [u for u in kept if not (u.kind == "P" and low[u.a] in QUOTES)]

    def _closed(self, first: int, last: int) -> bool:
        """Does a quotation that opens the sentence end at the tag, with none behind it?"""
        low, units = self.words.low, self.words.units
        marks = [k for k, unit in enumerate(units) if unit.kind == "P" and low[unit.a] in QUOTES]
        opened = bool(marks) and marks[0] == 0 and self.tag is not None
        return opened and first - 2 <= marks[-1] <= first and len(marks) > 1 and last < len(units)

    def _tag_clauses(self) -> list[Clause]:
        """The clauses about the speaker inside the tag: "…, said Lena Fox, a nurse"."""
        tag = self.tag
        if tag is None:
            return []
        low = self.words.low
        inside = self.words.units[tag.first : tag.last]
        if tag.verb is None:
            end = self.skip[0][1] if self.skip else 0
            inside = [u for u in self.words.units if tag.speaker[0] <= u.a < end]
            if not any(_who(u, low) for u in inside):
                return []
        elif tag.speaker[0] > tag.verb.a:
            inside = [u for u in inside if u.a >= tag.speaker[0]]
        while inside and inside[0].kind == "P":
            inside = inside[1:]
        inside = [u for u in inside if low[u.a] not in QUOTES]
        return Parser(inside, low, self.words.tags).parse() if inside else []

    def _added_clauses(self) -> list[Clause]:
        """What the speaker went on to say: "…, she said, adding that it had rained"."""
        if not self.added or self.tag is None:
            return []
        parser = Parser(self.added, self.words.low, self.words.tags)
        adding = parser.current
        adding.kind, adding.verb, adding.subject = "part", self.added[0], self.tag.speaker
        adding.comma = True
        return parser.parse()

    def _tagged(self, tag: Tag, wishes: bool = False) -> None:
        """The candidate "who said what" of a sentence with a tag; sets the speaker.

        ``wishes``: what was said is hoped or asked for, which makes no candidate.
        """
        words = self.words
        self.speaker = self._name(tag.speaker, tidy(words.string(tag.speaker)))
        a, b = self.skip[0]
        content = self._outside(a, b)
        if self.added:
            b = self.added[0].a
        asks = any("?" in self.words.low[a:b] for a, b in content)
        if not content or wishes or asks:
            return
        said = tidy(" ".join(words.string(r) for r in content))
        if tag.verb is None:
            statement = f"According to {words.string(tag.speaker)}, {self._lower(said, content)}"
        else:
            pronoun = words.low[tag.speaker[0]] in ("he", "she")
            subject = self.speaker if pronoun else words.string(tag.speaker)
            saying = self._saying(subject, tag, tag.verb, b)
            direct = self.quoted is not None or words.words[0] in QUOTES
            statement = (
                f"{saying}: “{_plain(said)}”"
                if direct
                else f"{saying} that {self._lower(said, content)}"
            )
        last = len(words.words)
        whole = (0, last - 1 if words.tags[-1] == "." and last > 1 else last)
        self._add(whole, [*content, (a, b)], _capital(statement), "attribution", None)

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

    def _lower(self, said: str, content: list[Range]) -> str:
        first = content[0][0]
        tag = self.words.tags[first]
        people = tag == "JJ" and PEOPLES.search(self.words.words[first]) is not None
        keep = tag == "NNP" or people or self.words.low[first] == "i"
        return said if keep else said[:1].lower() + said[1:]

    def _name(self, speaker: Range, shown: str) -> str:
        if speaker[1] - speaker[0] == 1 and self.words.low[speaker[0]] in ("he", "she"):
            topic = self.discourse.stands_for(self.words.low[speaker[0]], says=True)
            return topic.text[:1].upper() + topic.text[1:] if topic is not None else shown
        pronoun = OWNERS.get(self.words.low[speaker[0]])
        owner = self.discourse.stands_for(pronoun) if pronoun is not None else None
        if owner is not None and speaker[1] - speaker[0] > 1:
            return put_in(shown, self.words, speaker, owner)  # "its president"
        return shown

    def _attribution(self, clause: Clause) -> None:
        words = self.words
        own = self._own(clause)
        if not own or clause.subject is None or nobody(words, clause):
            return
        statement = text_of(words, own)
        if clause.kind == "part" and clause.verb is not None:
            said = finite_form(clause.verb, words, None, is_plural(words, clause.subject))
            rest = words.string((clause.verb.b, own[-1][1]))
            statement = tidy(f"{text_of(words, self._subject(clause.subject))} {said} {rest}")
            parts = [clause.subject, *own]
        elif not any(a <= clause.subject[0] < b for a, b in own):
            statement = tidy(
                f"{text_of(words, self._subject(clause.subject))} "
                f"{statement[:1].lower()}{statement[1:]}"
            )
            parts = [clause.subject, *own]
        else:
            parts = own
        statement = self._filled(clause, statement)
        self._add((own[0][0], own[-1][1]), parts, statement, "attribution", None)

    def _own(self, clause: Clause) -> list[Range]:
        inside = any(a <= clause.start < b for a, b in self.skip)
        return own_ranges(clause, self.words, [] if inside else self.skip)

    def _add(
        self, span: Range, parts: list[Range], statement: str, kind: str, speaker: str | None
    ) -> None:
        """Keep a candidate; a phrase takes its worth from its clause, which is set before it."""
        words = self.words
        start, end = words.piece(span)
        pieces = tuple(sorted(words.piece(p) for p in parts))
        if any(then[0] < before[1] for before, then in pairwise(pieces)):
            return  # misread: its subject reaches into its predicate
        if kind == "phrase":
            worth = self.worth
        else:
            worth = worth_of(statement) * (0.6 if kind == "attribution" else 1)
        self.found.append(
            Candidate(
                start, end, words.text[start:end], words.text[self.sentence[0] : self.sentence[1]],
                statement, pieces, round(worth, 4), kind,
                self.sentence[0], self.sentence[1], speaker or None,
            )
        )  # fmt: skip


def own_words(words: Words, clause: Clause) -> bool:
    """Is the subject of a saying "I" or "we"?"""
    low = words.low[slice(*clause.subject)] if clause.subject is not None else []
    return low in (["i"], ["we"])


def nobody(words: Words, clause: Clause) -> bool:
    """Can the subject of a saying not be named as a speaker: "I", "what they do"?"""
    low = words.low[slice(*clause.subject)] if clause.subject is not None else []
    told = clause.verb is not None and clause.verb.passive  # "I was told that"
    return (own_words(words, clause) and not told) or not _QUESTIONS.isdisjoint(low)


_QUESTIONS = frozenset(("what", "whatever", "whoever", "how", "why"))


def _plain(said: str) -> str:
    return said.replace("“", "").replace("”", "").replace('"', "").strip(" ,.")


def _capital(statement: str) -> str:
    plain = " ".join(statement.split()).rstrip(" .,")
    return plain[:1].upper() + plain[1:]
