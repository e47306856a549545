"""The best engine: clause rules over the trees of the encoder that was fine-tuned to parse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from workbench.propose.body import body_sentences
from workbench.propose.candidate import Candidate
from workbench.propose.engines import Piece
from workbench.propose.gates import is_heading, is_question
from workbench.propose.joint.choose import Joint
from workbench.propose.joint.grounds import Ground
from workbench.propose.joint.held import held
from workbench.propose.pool.chooser import Scored, scored
from workbench.propose.rules.engine import QuoteTracker, read
from workbench.propose.semantic.antecedents import Antecedents
from workbench.propose.semantic.behind import repair_behind
from workbench.propose.semantic.between import repair_between
from workbench.propose.semantic.claims import Claims
from workbench.propose.semantic.doing import repair_doing
from workbench.propose.semantic.form import without_idle
from workbench.propose.semantic.hanging import repair_hanging
from workbench.propose.semantic.hanging_clauses import repair_hanging_clauses
from workbench.propose.semantic.joined import repair_joined
from workbench.propose.semantic.mentions import Mention
from workbench.propose.semantic.nearest import repair_nearest
from workbench.propose.semantic.objects import repair_objects
from workbench.propose.semantic.own_words import kept_apart
from workbench.propose.semantic.phrases import PHRASE, SCRAP
from workbench.propose.semantic.pronouns import named as named_person
from workbench.propose.semantic.quoted import repair_quoted
from workbench.propose.semantic.ranking import Case
from workbench.propose.semantic.reporters import repair_reporters
from workbench.propose.semantic.reworded import Reworder
from workbench.propose.semantic.said import Said, added_line
from workbench.propose.semantic.spare import Spared, parts_told, spare_candidates
from workbench.propose.semantic.spoken import repair_spoken
from workbench.propose.semantic.strayed import repair_strayed
from workbench.propose.semantic.tags import Split, split
from workbench.propose.semantic.told_on import repair_told_on
from workbench.propose.semantic.weighing import weighed
from workbench.propose.set_phrases import exhorts, says_no_fact
from workbench.propose.talk import in_quotes, is_talk
from workbench.propose.tree.brackets import parse_around
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.parse import with_states
from workbench.propose.tree.repair import repair
from workbench.propose.tree.tokens import Word, tokenize
from workbench.propose.tree.tree import Tree

GROUP = 64  # sentences parsed at a time: bounds memory on a long text


class SemanticEngine:
    """Clauses by rules over dependency trees; needs the extra ``semantic``."""

    name = "semantic"
    version = "28"

    def __init__(
        self,
        threads: int = 1,
        joint: type[Joint] | None = Joint,
        weigh: Callable[[Case], Mention | None] = weighed,
    ) -> None:
        """An engine.

        ``joint`` chooses claims besides those of the trees, ``weigh`` what pronouns mean.
        """
        self._threads = threads
        self._weigh = weigh
        self._joint = joint

    def candidates(self, text: str, furniture: Sequence[Piece]) -> list[Candidate]:
        """The candidates of an English text; time is linear in its length.

        Raises:
            MissingExtraError: the extra ``semantic`` or the parser's model is missing.
        """
        spans = list(body_sentences(text, furniture, "en"))
        joint = self._joint(text, furniture, self._threads) if self._joint is not None else None
        run = _Run(text, self._threads, joint, Antecedents(text, self._weigh, self._again))
        for first in range(0, len(spans), GROUP):
            run.take(spans[first : first + GROUP])
        return run.found

    def _again(self, words: list[Word]) -> Tree | None:
        """The tree of a sentence in other words."""
        tree = parse_around([words], self._threads)[0]
        return with_states(_repaired(tree), self._threads) if tree is not None else None


class _Parsed(NamedTuple):
    """One sentence, parted and parsed; ``said`` is None when it is too long to parse."""

    span: tuple[int, int]
    split: Split
    said: Tree | None
    tag: Tree | None
    added: Tree | None
    pool: Scored | None
    more: Scored | None  # the pool of what was added


class _Run:
    """One text: what was said so far, and the candidates found."""

    def __init__(
        self, text: str, threads: int, joint: Joint | None, antecedents: Antecedents
    ) -> None:
        self.text, self.threads = text, threads
        self.found: list[Candidate] = []
        self._joint = joint
        self._antecedents = antecedents
        self._who: Mention | None = None  # who spoke last
        self._quotes = QuoteTracker()
        self._marks = QuoteTracker()

    def take(self, spans: Sequence[tuple[int, int, bool]]) -> None:
        """Propose from the next sentences."""
        splits = [self._prepare(span) for span in spans]
        parts = [part for s in splits if s is not None for part in _parts(s)]
        trees = [
            with_states(held(t, _repaired, self.threads), self.threads) if t is not None else None
            for t in parse_around(parts, self.threads)
        ]
        told = [t for i, t in enumerate(trees) if t is not None and i % _PARTS != _TAG]
        pools = iter(scored(told, self.threads))
        made = iter(trees)
        for span, parted in zip(spans, splits, strict=True):
            speaker = self._quotes.enter(self.text, span[0], span[1])
            if parted is not None:
                said, tag, added = next(made), next(made), next(made)
                pool = next(pools) if said is not None else None
                more = next(pools) if added is not None else None
                self._one(_Parsed(span[:2], parted, said, tag, added, pool, more), speaker)

    def _prepare(self, span: tuple[int, int, bool]) -> Split | None:
        start, end, alone = span
        inside = self._marks.enter(self.text, start, end)
        sentence = self.text[start:end]
        if is_question(sentence) or is_heading(sentence, alone):
            return None
        return split(read(self.text, start, end), tokenize(self.text, start, end),
                     inside is not None and sentence[0] not in '“"')  # fmt: skip

    def _one(self, sentence: _Parsed, spoke: str | None) -> None:
        quoted = sentence.said if sentence.split.direct else None
        self._antecedents.begins((sentence.said, sentence.tag, sentence.added), quoted)
        said = Said(self.text, sentence.span, sentence.split, self._antecedents, self._who)
        found = said.candidates(sentence.tag, sentence.said)
        spare = list(said.spare)
        speaker = said.speaker if said.speaker is not None else spoke
        claims = None
        again = Reworder(self.text)
        if sentence.said is not None and not said.asked:
            goes_on = sentence.split.direct and spoke  # who spoke last speaks on
            who = said.who or (self._who if goes_on else None)
            fills = self._antecedents.fills(sentence.said, who, sentence.split.direct)
            claims = Claims(self.text, sentence.said, sentence.span, fills, speaker,
                            direct=sentence.split.direct, pool=sentence.pool)  # fmt: skip
            found = said.by_name(found, sentence.said, fills)
            again.learn(sentence.said, fills)
            found += claims.candidates() + parts_told(claims)
            spare += spare_candidates(claims, sentence.said)
        found, spare = _scoped(found, spare, sentence.split.scope, said.speaker)
        who = said.who or _speaker(self._antecedents, sentence.said, claims)
        named = said.speaker or (claims.speaker if claims is not None else None)
        if sentence.added is not None:
            adds = named or (claims.about() if claims is not None else "")
            meant = who or _subject(self._antecedents, sentence.said)
            more, other = self._added(sentence, sentence.added, meant, adds)
            found, spare = found + more, spare + other
        found = _distinct(without_idle(found))
        if self._joint is not None:
            direct = sentence.split.direct or bool(spoke)
            joined = self._joint.joined(sentence.span[0], found, spare, _grounds(sentence),
                                        direct=direct)  # fmt: skip
            found = _distinct(again.all(joined, found))
        if not (sentence.split.direct or spoke):
            found = [c for one in found if (c := kept_apart(one)) is not None]
        self.found += [c for c in found if c.kind != SCRAP and not _no_fact(c, sentence.split)]
        self._antecedents.advance(sentence.said, sentence.tag, said.who, sentence.split)
        self._quotes.leave(who.text if who is not None else named)
        self._who = who or self._who
        if who is None and named is None and self._other_person(sentence):
            self._quotes.forget()
            self._who = None

    def _other_person(self, sentence: _Parsed) -> bool:
        """Is it told of another person than spoke last, who may say what is quoted next?"""
        subject = _subject(self._antecedents, sentence.said)
        if subject is None or self._who is None or sentence.split.direct:
            return False
        return named_person(subject) and subject.key != self._who.key

    def _added(
        self, sentence: _Parsed, tree: Tree, who: Mention | None, speaker: str
    ) -> tuple[list[Candidate], list[Spared]]:
        """The candidates of what the speaker went on to say, and its plain clauses."""
        added = sentence.split.added
        assert added is not None
        fills = self._antecedents.fills(tree, who, added.direct)
        if added.direct and added.verb[0].form == "telling":  # "he", said to Ann Oe's face
            fills = {w: fill for w, fill in fills.items() if tree.low[w] not in _OTHERS}
        claims = Claims(self.text, tree, sentence.span, fills, speaker,
                        direct=added.direct, pool=sentence.more)  # fmt: skip
        line = added_line(self.text, sentence.span, added, tree, speaker) if speaker else None
        found = ([line] if line is not None else []) + claims.candidates()
        return found, spare_candidates(claims, tree)


def _no_fact(candidate: Candidate, parted: Split) -> bool:
    """Is it a courtesy, or a demand of somebody who is quoted or reported?"""
    told = parted.direct or bool(parted.tag) or candidate.attributed_to is not None
    asked = told and candidate.kind == "clause"
    asked = asked and exhorts(candidate.statement, direct=parted.direct)
    direct = parted.direct or in_quotes(candidate)
    return asked or says_no_fact(candidate) or is_talk(candidate, direct=direct)


def _scoped(
    found: list[Candidate], spare: list[Spared], scope: tuple[int, int] | None, speaker: str | None
) -> tuple[list[Candidate], list[Spared]]:
    """Only what lies within the ``scope`` of a tag, where it has one, was said by the speaker."""
    if scope is None:
        return found, spare

    told = any(c.kind == "attribution" and c.start >= scope[1] for c in found)

    def by(candidate: Candidate) -> str | None:
        who, report = candidate.attributed_to, candidate.kind == "attribution"
        if scope[0] <= candidate.start < scope[1]:
            return who if report else who or speaker
        return None if who == speaker and (report or not told) else who  # she may report it again

    found = [replace(c, attributed_to=by(c)) for c in found]
    return found, [s._replace(speaker=by(s.candidate)) for s in spare]


def _repaired(tree: Tree) -> Tree:
    tree = repair_quoted(tree)
    tree = repair_between(repair_objects(repair_spoken(repair(tree))))
    tree = repair_nearest(repair_told_on(repair_reporters(tree)))
    tree = repair_behind(repair_hanging_clauses(repair_hanging(tree)))
    return repair_strayed(repair_joined(repair_doing(tree)))


def _grounds(sentence: _Parsed) -> list[Ground]:
    made = ((sentence.said, sentence.pool), (sentence.tag, None), (sentence.added, sentence.more))
    return [Ground(tree, pool, tree is sentence.tag) for tree, pool in made if tree is not None]


_PARTS, _TAG = 3, 1  # of a sentence: what was said, who said it, what was added


def _parts(parted: Split) -> tuple[list[Word], list[Word], list[Word]]:
    added = parted.added.said if parted.added is not None else []
    return parted.said, [*parted.tag, *parted.tail], added


def _speaker(antecedents: Antecedents, tree: Tree | None, claims: Claims | None) -> Mention | None:
    if tree is None or claims is None or claims.spoke < 0:
        return None
    return antecedents.mention(tree, claims.spoke)


def _subject(antecedents: Antecedents, tree: Tree | None) -> Mention | None:
    found = tree.only(tree.root, *SUBJECTS) if tree is not None else []
    return antecedents.mention(tree, found[0]) if tree is not None and found else None


_OTHERS = frozenset(("he", "she", "him", "her", "his"))
_RANK = {"clause": 0, "attribution": 1, PHRASE: 2, SCRAP: 3}


def _distinct(found: list[Candidate]) -> list[Candidate]:
    """One candidate for each span, in the order of the text; a clause goes before the others."""
    kept: dict[tuple[int, int], Candidate] = {}
    for candidate in sorted(found, key=lambda c: _RANK[c.kind]):
        kept.setdefault((candidate.start, candidate.end), candidate)
    return sorted(kept.values(), key=lambda c: (c.start, -c.end))
