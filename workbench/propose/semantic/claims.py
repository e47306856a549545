"""The candidates of one parsed sentence."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from workbench.propose.candidate import Candidate
from workbench.propose.endings import stops
from workbench.propose.lexicon import HEDGE, SAY
from workbench.propose.pool.chooser import Scored
from workbench.propose.semantic.form import (
    doubled,
    half_as,
    half_cleft,
    says_nothing,
    well_formed,
    without_half,
)
from workbench.propose.semantic.gates import WISHING, agrees, states_fact
from workbench.propose.semantic.naming import Naming, shown
from workbench.propose.semantic.phrases import PHRASE, SCRAP, Phrase, part_of, phrases
from workbench.propose.semantic.speech import Saying, according, saying_of
from workbench.propose.semantic.within import (
    belongs,
    complainer,
    dashed,
    in_apposition,
    quoted_on,
    said_within,
    teller_above,
)
from workbench.propose.statements import tidy
from workbench.propose.tree.agreement import finite_form
from workbench.propose.tree.clause import SUBJECTS, Clause
from workbench.propose.tree.clauses import clauses
from workbench.propose.tree.nouns import noun_words
from workbench.propose.tree.report import by_the_way
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.words import by_its_name, pieces, statement, with_marks, written
from workbench.propose.worthiness import worth_of

_NOBODY = frozenset(("that", "this", "nothing", "nobody", "what", "which"))
_JOINING = frozenset(("who", "whose", "whom", "which", "and", "or", "but", "nor"))
_THEY = ("they", "he", "she")
_VERBS = ("AUX", "VERB")
_OPEN, _CLOSE = '“"«„', '”"»'


class Claims:
    """Makes the candidates of one tree.

    ``speaker`` is who spoke in it, and ``spoke`` the noun, once they are made.
    """

    def __init__(
        self,
        text: str,
        tree: Tree,
        span: tuple[int, int],
        fills: dict[int, str],
        quoted: str | None,
        *,
        direct: bool = False,
        pool: Scored | None = None,
    ) -> None:
        self.text, self.tree, self.span = text, tree, span
        self.quoted = quoted
        self.speaker: str | None = None
        self.spoke = -1
        self._fills = fills
        self._naming = Naming(text, tree, fills)
        self._direct = direct
        self._pool = pool
        self._taken: list[int] = []
        self._found: list[Candidate] = []
        self._seen: set[str] = set()
        self._tags: list[Saying] = []
        self._clauses: dict[int, Clause] = {}

    def candidates(self, aside: bool = False) -> list[Candidate]:
        """The candidates in the order of the text; ``aside``: only what is said by the way."""
        found = clauses(self.tree)
        if aside:
            top = self.tree.root
            found = [c for c in found if (c.head != top and c.kind != "said")
                     or (c.said_by is not None and c.said_by.head != top)]  # fmt: skip
        tags = {s.verb: s for c in found if (s := saying_of(self.tree, c)) is not None}
        self._tags = list(tags.values())
        self._clauses = {c.head: c for c in reversed(found)}
        for clause in found:
            self._one(clause, tags)
        if self._pool is not None:
            for phrase in phrases(self.tree, self.text, self._pool, self._taken):
                self._phrase(phrase)
        return sorted(self._found, key=lambda c: (c.start, -c.end))

    def about(self) -> str:
        """The subject of the sentence: who goes on, "noting that …"; "" when it has none."""
        subject = self.tree.only(self.tree.root, *SUBJECTS)
        return self._named(noun_words(self.tree, subject[0])) if subject else ""

    def _one(self, clause: Clause, tags: dict[int, Saying]) -> None:
        saying = tags.get(clause.head)
        if saying is not None:
            if saying.tag:
                self._tagged(saying)
            else:
                self._report(clause, saying)
            return
        tag = next((t for t in tags.values() if t.content == clause.head and t.tag), None)
        if tag is not None and self.tree.heads[tag.verb] == clause.head:
            self._tagged(tag)
        phrase = according(self.tree, clause)
        if phrase is not None and states_fact(self.tree, clause, said=True):
            self._plain(clause, "attribution", None)
            inside = self.tree.below(phrase[0])
            clause.own = [w for w in clause.own if w not in inside]
            self._plain(clause, "clause", written(self.tree, self.text, phrase[1]))
            return
        if self._unnamed_reason(clause):
            return
        speaker = self._speaker_of(clause)
        if states_fact(self.tree, clause, said=bool(speaker), direct=self._direct,
                       filled=frozenset(self._fills)):  # fmt: skip
            self._plain(clause, "clause", speaker or self._told_by(clause))

    def worded(self, clause: Clause) -> Candidate | None:
        """A clause as a candidate, whatever it states; None when it is no sentence."""
        said, used = statement(self._naming.tree_of(clause), self.text, clause)
        own = self._underlined(clause, used)
        line = without_half(tidy(said))
        fits = agrees(self.tree, clause) and finite_form(self.tree, clause)
        if not own or len(line.split()) < 2 or not fits:
            return None
        return self._made(line, own, with_marks(self.tree, set(used)), "clause", None)

    @property
    def named(self) -> Tree:
        """The tree with names for all pronouns that are certain."""
        return shown(self.tree, self._fills, self._fills)

    def aside(self, line: str, own: list[int], noun: list[int]) -> Candidate:
        """A statement of an aside without a verb, told of a noun before it."""
        return self._made(tidy(line), own, with_marks(self.tree, {*own, *noun}), "clause", None)

    def teller(self, clause: Clause) -> str | None:
        """Who says what a clause states, if anybody does."""
        if clause.kind not in ("apposition", "relative") or self._direct:
            for saying in self._tags:
                apart = by_the_way(self.tree, clause.head, saying.content)
                apart = apart or in_apposition(self.tree, clause.head, saying.content)
                if clause.head in self.tree.below(saying.content) and not apart:
                    who = self._named(saying.speaker) or None
                    vague = self._direct and (who or "").lower() in _THEY
                    return self.quoted or who if vague else who
        told = self._speaker_of(clause) or self._told_by(clause)
        return told or self._named(teller_above(self.tree, clause.head)) or None

    def fact(self, clause: Clause) -> bool:
        """Is a clause put as a fact, as far as the gates can tell?"""
        if _idle(self.tree, clause.head):
            return False
        return states_fact(self.tree, clause, direct=self._direct, filled=frozenset(self._fills))

    def _unnamed_reason(self, clause: Clause) -> bool:
        """ "Closed the pool because it leaked", where "it" is not certain: told there alone."""
        subject = self.tree.only(clause.head, *SUBJECTS)
        if self.tree.relations[clause.head] != "advcl" or not subject:
            return False
        return self.tree.low[subject[0]] in ("it", "they") and subject[0] not in self._fills

    def _phrase(self, phrase: Phrase) -> None:
        """A piece that the queue leaves out unless asked, or a scrap; no span comes twice."""
        last = phrase.used[-1] if phrase.used else -1
        if self.tree.relations[last] in ("case", "mark", "det") and self.tree.heads[last] > last:
            return  # "homes in [the quarter]"
        spans = {(c.start, c.end) for c in self._found}
        words = self.tree.words
        said, speaker = phrase.said, self.quoted or None
        clause = self._clauses.get(phrase.head)
        part = part_of(self.tree, clause, phrase) if clause is not None else None
        if part is not None:
            said, speaker = (
                statement(self._naming.tree_of(part), self.text, part)[0],
                self._speaker_of(part),
            )
        for own in (phrase.own, phrase.used):
            if (words[own[0]].start, words[own[-1]].end) not in spans:
                self._add(said, own, phrase.used, phrase.kind, speaker)
                return

    def _speaker_of(self, clause: Clause) -> str | None:
        said_by = clause.said_by
        if clause.kind == "participle" and not self._direct and dashed(self.tree, clause.head):
            return None
        while said_by is not None:  # "said they knew that it leaked": they said so
            saying = saying_of(self.tree, said_by)
            if saying is not None:
                who = self._whose(said_by) + self._named(saying.speaker)
                if who and who.lower() not in ("it", *(_THEY if self._direct else ())):
                    return who
                if said_by.said_by is None:
                    return (self.quoted if self._direct else None) or who or None
            said_by = said_by.said_by  # "Oe said it had been made clear that": Oe said so
        tree, head = self.tree, clause.head
        for tag in self._tags:
            inside = head in tree.below(tag.content) - tree.below(tag.verb)
            if tag.tag and (tag.content == head or inside):
                return self._named(tag.speaker)
        aside = clause.kind in ("apposition", "relative") and not self._direct
        return None if aside else self.quoted or None

    def _told_by(self, clause: Clause) -> str | None:
        """Who says what a clause tells inside what somebody says, though not told as content."""
        tree = self.tree
        if self._direct:
            return None
        if clause.kind != "apposition" and (words := complainer(tree, clause.head)):
            return self._named(words)
        if self.quoted is None and (words := quoted_on(tree, clause.head)):
            return self._named(words)
        if clause.kind != "relative":
            return None
        saying = said_within(tree, clause.head, self._tags)
        if saying is not None:
            return self._named(saying.speaker) or None
        whole = self.quoted and belongs(tree, clause.head, range(len(tree.words)))
        return self.quoted or None if whole else None

    def _whose(self, saying: Clause) -> str:
        """ "Ann Oe's " of "Ann Oe, whose lawyer said"; else nothing."""
        owner = saying.relative is not None and saying.relative.role == "owner"
        return f"{self._named(saying.subject)}'s " if owner else ""

    def _named(self, words: Iterable[int]) -> str:
        """The speaker, a pronoun replaced by the name that it stands for."""
        kept = [w for w in words if self.tree.low[w] != "whose"]
        line = written(shown(self.tree, self._fills, kept), self.text, with_marks(self.tree, kept))
        return " ".join(line.split())

    def _plain(self, clause: Clause, kind: str, speaker: str | None) -> None:
        named = self._naming.tree_of(clause)
        if clause.kind == "apposition" and (
            self._naming.same(named, clause) or self._of_which(clause)
        ):
            return
        said, used = statement(named, self.text, clause)
        own = self._underlined(clause, used)
        if clause.subject and clause.kind != "apposition":
            own = [w for w in own if clause.relative is None or w not in clause.relative.dropped]
        if self._sound(used):
            self._add(said, own, used, kind, speaker)

    def _underlined(self, clause: Clause, used: Iterable[int]) -> list[int]:
        """The words of a clause's span: its own, with a subject that hangs on its verb."""
        if by_its_name(self.tree, clause):
            return clause.subject
        inside = set(used)
        own = [w for w in clause.own if w in inside]
        beside = clause.kind == "participle" and any(
            self.tree.heads[w] == clause.head for w in clause.subject
        )
        return sorted({*clause.subject, *own}) if beside else own

    def _of_which(self, clause: Clause) -> bool:
        """ "The reports, the last of which dates from 2019", "the youngest of them only 19"."""
        low = [self.tree.low[w] for w in clause.own]
        return any(a == "of" and b in ("which", "whom", "them") for a, b in pairwise(low))

    def _report(self, clause: Clause, saying: Saying) -> None:
        """ "Police said that …": as it stands."""
        self.speaker = self._named(saying.speaker) or None
        self.spoke = next((w for w in saying.speaker
                           if self.tree.heads[w] not in saying.speaker), -1)  # fmt: skip
        if self.tree.low[saying.content] in WISHING:
            return  # "said that she hoped"
        if self.tree.relations[saying.content] == "parataxis":
            clause.own = sorted({*clause.own, *self._words_under(saying.content)})
        if states_fact(self.tree, clause, saying=True):
            self._plain(clause, "attribution", self._speaker_of(clause))

    def _words_under(self, top: int) -> set[int]:
        return {w for w in self.tree.below(top) if self.tree.coarse[w] != "PUNCT"}

    def _tagged(self, saying: Saying) -> None:
        """ "…, police said": the speaker first in the statement."""
        tree, text = self.tree, self.text
        tag = tree.below(saying.verb)
        content = set(tree.below(saying.content))
        if saying.content in tag:
            tag -= content
        else:
            content -= tag
        content = {w for w in content if tree.coarse[w] != "PUNCT"}
        if not _follows(tree, saying, content):
            words = sorted(content | tag)
            self.speaker = written(tree, text, list(saying.speaker)) or None
            self._add(
                written(tree, text, with_marks(tree, words)), words, words, "attribution", None
            )
            return
        about = {w for s in tree.only(saying.verb, *SUBJECTS) for w in tree.below(s)}
        about |= set(saying.speaker)  # "warns John Jones, chairman of …": not what he warns
        rest = sorted(w for w in tag if w not in about and tree.coarse[w] != "PUNCT")
        first = min(saying.speaker, default=0)
        if any(w < first and w != saying.verb for w in rest):
            return  # "After news broke that …, the firm denied it": no tag behind what was said
        self.speaker = self._named(saying.speaker)
        said = written(tree, text, with_marks(tree, content))
        tail = written(tree, text, with_marks(tree, rest))
        first = min(content, default=saying.verb)
        opened = first > 0 and tree.words[first - 1].form in _OPEN
        if opened or self.quoted is not None:
            line = f"{self.speaker} {tail}: “{said.strip(_OPEN + _CLOSE)}”"
        else:
            proper = tree.coarse[first] == "PROPN" or tree.words[first].form in ("I",)
            said = (
                said if proper or tree.words[first].form.isupper() else said[:1].lower() + said[1:]
            )
            line = f"{self.speaker} {tail} that {said}"
        words = sorted(content | tag)
        self._add(line, [w for w in words if tree.coarse[w] != "PUNCT"], words, "attribution", None)

    def _sound(self, used: Iterable[int]) -> bool:
        """Does every "who" and "and" still stand after what it joins to?"""
        tree, kept = self.tree, set(used)
        for word in kept:
            if tree.low[word] not in _JOINING or tree.relations[word] == "cc:preconj":
                continue
            if tree.relations[word] == "cc":
                joined = tree.heads[word]
                if joined not in kept or tree.heads[joined] not in kept:
                    return False
                continue
            before = word - 1
            while before > 0 and tree.coarse[before] == "PUNCT":
                before -= 1
            if before >= 0 and before not in kept:
                return False
        return True

    def _add(
        self, said: str, own: list[int], used: Iterable[int], kind: str, speaker: str | None
    ) -> None:
        led = [self.tree.low[w] for w in own[:3]]
        lead = 2 if led[:2] == ["is", "that"] else 3 * (led == ["another", "is", "that"])
        if lead and said.lower().startswith(" ".join(led[:lead])):
            said, own = said[len(" ".join(led[:lead])) + 1 :], own[lead:]  # "another is that it"
            used = [w for w in used if w in own]
        line = without_half(tidy(said))
        if not own or len(line.split()) < 2 or says_nothing(line) or line.lower() in self._seen:
            return
        first = min(used, default=own[0])
        pointing = self.tree.low[first] == "that" and self.tree.relations[first] == "det"
        last = self.tree.words[max(own)]
        stopped = line.endswith(last.form) and stops(self.text[last.end : self.span[1]])
        if kind not in (PHRASE, SCRAP) and not well_formed(line, pointing, stopped):
            return
        sentence = self.text[self.span[0] : self.span[1]]
        if half_as(sentence, line) or doubled(sentence, line) or half_cleft(sentence, line):
            return
        self._seen.add(line.lower())
        used = with_marks(self.tree, set(used))
        self._taken.append(sum(1 << w for w in used))
        self._found.append(self._made(line, own, used, kind, speaker))

    def _made(
        self, line: str, own: list[int], used: list[int], kind: str, speaker: str | None
    ) -> Candidate:
        words = self.tree.words
        worth = worth_of(line) if kind != "attribution" else round(worth_of(line) * 0.6, 4)
        start, end = words[min(own)].start, words[max(own)].end
        speaker = None if (speaker or "").lower() in _NOBODY else speaker  # "that tells me it …"
        if speaker in ("We", "we", "I") and self.quoted:
            speaker = self.quoted  # "“We can tell you that it is so,” said Ann Oe"
        return Candidate(
            start, end, self.text[start:end], self.text[self.span[0] : self.span[1]], line,
            pieces(self.tree, self.text, used), worth, kind, self.span[0], self.span[1], speaker,
        )  # fmt: skip


def _idle(tree: Tree, verb: int) -> bool:
    """ "He said it could be worse": nothing of it can be checked but that he did."""
    content = tree.only(verb, "ccomp") if tree.low[verb] in SAY else []
    return any(
        tree.low[a] in HEDGE and any(tree.low[s] in ("it", "that", "this") for s in about)
        for c in content
        if (about := tree.only(c, *SUBJECTS))
        for a in tree.only(c, "aux")
    )


def _follows(tree: Tree, saying: Saying, content: set[int]) -> bool:
    """Does the tag stand after what was said, so that the two can change places?"""
    if not content or not saying.speaker or min(saying.speaker) < min(content):
        return False
    between = range(min(content), max(content))
    return all(w in content or tree.coarse[w] == "PUNCT" for w in between)
