"""The candidates of one parsed sentence."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.propose.candidate import Candidate
from workbench.propose.chooser import Scored
from workbench.propose.clauses_tree import SUBJECTS, Clause, clauses
from workbench.propose.clauses_tree_words import pieces, statement, with_marks, written
from workbench.propose.discourse import Discourse
from workbench.propose.lexicon import BE, DO, HAVE
from workbench.propose.parse_tree import Tree
from workbench.propose.rules import read
from workbench.propose.semantic_gates import states_fact
from workbench.propose.semantic_phrases import Phrase, phrases
from workbench.propose.semantic_speech import Saying, according, saying_of
from workbench.propose.statements import tidy
from workbench.propose.worthiness import worth_of

_OPEN, _CLOSE = '“"«„', '”"»'


class Claims:
    """Makes the candidates of one tree; ``speaker`` is who spoke in it, once they are made."""

    def __init__(
        self,
        text: str,
        tree: Tree,
        span: tuple[int, int],
        discourse: Discourse,
        quoted: str | None,
        *,
        pool: Scored | None = None,
    ) -> None:
        self.text, self.tree, self.span = text, tree, span
        self.discourse = discourse
        self.quoted = quoted
        self._pool = pool
        self._taken: list[int] = []
        self.speaker: str | None = None
        self._found: list[Candidate] = []
        self._seen: set[str] = set()
        self._tags: list[Saying] = []

    def candidates(self, aside: bool = False) -> list[Candidate]:
        """The candidates in the order of the text; ``aside``: only what is said by the way."""
        found = clauses(self.tree)
        if aside:
            found = [c for c in found if c.kind in ("apposition", "relative")]
        tags = {s.verb: s for c in found if (s := saying_of(self.tree, c)) is not None}
        self._tags = list(tags.values())
        for clause in found:
            self._one(clause, tags)
        if self._pool is not None:
            for phrase in phrases(self.tree, self.text, self._pool, self._taken):
                self._phrase(phrase)
        return sorted(self._found, key=lambda c: (c.start, -c.end))

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
        if phrase is not None and states_fact(self.tree, clause):
            self._plain(clause, "attribution", None)
            inside = self.tree.below(phrase[0])
            clause.own = [w for w in clause.own if w not in inside]
            self._plain(clause, "clause", written(self.tree, self.text, phrase[1]))
            return
        if states_fact(self.tree, clause):
            self._plain(clause, "clause", self._speaker_of(clause))

    def _phrase(self, phrase: Phrase) -> None:
        """A piece that the queue leaves out unless it is asked for; no span comes twice."""
        spans = {(c.start, c.end) for c in self._found}
        words = self.tree.words
        for own in (phrase.own, phrase.used):
            if (words[own[0]].start, words[own[-1]].end) not in spans:
                self._add(phrase.said, own, phrase.used, "phrase", self.quoted or None)
                return

    def _speaker_of(self, clause: Clause) -> str | None:
        said_by = clause.said_by
        if said_by is not None:
            saying = saying_of(self.tree, said_by)
            if saying is not None:
                return written(self.tree, self.text, list(saying.speaker))
        tree, head = self.tree, clause.head
        for tag in self._tags:
            if tag.tag and (tag.content == head or head in tree.below(tag.content)):
                return written(tree, self.text, list(tag.speaker))
        return self.quoted or None

    def _plain(self, clause: Clause, kind: str, speaker: str | None) -> None:
        said, used = statement(self.tree, self.text, clause)
        own = [w for w in clause.own if w in used]
        if clause.kind == "apposition":
            own = sorted({*clause.subject, *own})
        if clause.subject and clause.kind != "apposition":
            own = [w for w in own if clause.relative is None or w not in clause.relative.dropped]
        self._add(self._filled(said, clause.subject or self._own_subject(clause)), own, used, kind,
                  speaker)  # fmt: skip

    def _own_subject(self, clause: Clause) -> list[int]:
        return self.tree.only(clause.head, *SUBJECTS)[:1]

    def _report(self, clause: Clause, saying: Saying) -> None:
        """ "Police said that …": as it stands."""
        self.speaker = written(self.tree, self.text, list(saying.speaker))
        if self.tree.relations[saying.content] == "parataxis":
            clause.own = sorted({*clause.own, *self._words_under(saying.content)})
        if states_fact(self.tree, clause, saying=True):
            self._plain(clause, "attribution", None)

    def _words_under(self, top: int) -> set[int]:
        return {w for w in self.tree.below(top) if self.tree.coarse[w] != "PUNCT"}

    def _tagged(self, saying: Saying) -> None:
        """ "…, police said": the speaker first in the statement."""
        tree, text = self.tree, self.text
        tag = tree.below(saying.verb)
        content = tree.below(saying.content)
        if saying.content in tag:
            tag -= content
        else:
            content -= tag
        content = {w for w in content if tree.coarse[w] != "PUNCT"}
        if not _follows(tree, saying, content):
            words = sorted(content | tag)
            self.speaker = written(tree, text, list(saying.speaker))
            self._add(
                written(tree, text, with_marks(tree, words)), words, words, "attribution", None
            )
            return
        about = {w for s in tree.only(saying.verb, *SUBJECTS) for w in tree.below(s)}
        about |= set(saying.speaker)  # "warns John Jones, chairman of …": not what he warns
        rest = sorted(w for w in tag if w not in about and tree.coarse[w] != "PUNCT")
        speaker = written(tree, text, list(saying.speaker))
        self.speaker = self._filled(speaker, list(saying.speaker))
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

    def _filled(self, said: str, subject: list[int]) -> str:
        """The name in place of a subject pronoun, where only one person can be meant."""
        if len(subject) != 1 or self.tree.low[subject[0]] not in ("he", "she"):
            return said
        words = read(self.text, *self.span)
        if self.tree.words[subject[0]].start not in words.starts:
            return said
        place = words.starts.index(self.tree.words[subject[0]].start)
        return self.discourse.fill(words, (place, place + 1), said + " ").strip()

    def _add(
        self, said: str, own: list[int], used: Iterable[int], kind: str, speaker: str | None
    ) -> None:
        line = _balanced(tidy(said))
        if not own or len(line.split()) < 2 or _is_bare(line) or line.lower() in self._seen:
            return
        self._seen.add(line.lower())
        words = self.tree.words
        worth = worth_of(line) if kind != "attribution" else round(worth_of(line) * 0.6, 4)
        start, end = words[min(own)].start, words[max(own)].end
        used = with_marks(self.tree, set(used))
        self._taken.append(sum(1 << w for w in used))
        self._found.append(
            Candidate(
                start, end, self.text[start:end], self.text[self.span[0] : self.span[1]], line,
                pieces(self.tree, self.text, used), worth, kind,
                self.span[0], self.span[1], speaker,
            )
        )  # fmt: skip


def _follows(tree: Tree, saying: Saying, content: set[int]) -> bool:
    """Does the tag stand after what was said, so that the two can change places?"""
    if not content or min(saying.speaker) < min(content):
        return False
    between = range(min(content), max(content))
    return all(w in content or tree.coarse[w] == "PUNCT" for w in between)


def _is_bare(line: str) -> bool:
    """A subject and a helping verb without anything helped: "It had"."""
    words = line.lower().split()
    return len(words) == 2 and words[1] in BE | HAVE | DO


def _balanced(line: str) -> str:
    """Without brackets whose partner was left out."""
    if line.count("(") != line.count(")"):
        line = line.replace("(", "").replace(")", "")
    return line
