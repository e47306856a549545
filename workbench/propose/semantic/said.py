"""The candidates of a speech tag: that somebody said it, and what is told of the speaker."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.propose.candidate import Candidate
from workbench.propose.inflect import base_of_ing, past
from workbench.propose.lexicon import PEOPLES, SAY
from workbench.propose.semantic.added import Added
from workbench.propose.semantic.antecedents import Antecedents
from workbench.propose.semantic.claims import Claims
from workbench.propose.semantic.gates import is_wish
from workbench.propose.semantic.houses import firm
from workbench.propose.semantic.mentions import Mention
from workbench.propose.semantic.naming import shown
from workbench.propose.semantic.spare import Spared, spare_candidates
from workbench.propose.semantic.tags import Speaking, Split, plain, quoted_line, ranges, speaking
from workbench.propose.statements import tidy
from workbench.propose.tree.short_forms import spelled
from workbench.propose.tree.tokens import Word
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.words import with_marks, written
from workbench.propose.worthiness import worth_of

_SUBJECTS = ("he", "she", "it", "they")
_LINKS = ("meanwhile", "however", "but", "and", "so")


class Said:
    """One parted sentence; ``speaker`` and ``who`` are who spoke, once the tag was read."""

    def __init__(
        self, text: str, span: tuple[int, int], parted: Split, antecedents: Antecedents
    ) -> None:
        self.text, self.span, self._split = text, span, parted
        self._antecedents = antecedents
        self.speaker: str | None = None
        self.who: Mention | None = None
        self.spare: list[Spared] = []  # plain clauses of the tag
        self._proper: frozenset[str] = frozenset()
        self.asked = any(w.form == "?" for w in parted.said)

    def candidates(self, tag: Tree | None, said: Tree | None) -> list[Candidate]:
        """ "Who said what", and the claims about the speaker inside the tag."""
        self._proper = _capitals(said)
        if not self._split.tag:
            return []
        if tag is None or self._split.according:
            told = self._according()
            if tag is None:
                return told
            return told + self._aside(tag, self._antecedents.fills(tag))
        fills = self._antecedents.fills(tag)
        return self._attribution(tag, fills, said) + self._aside(tag, fills)

    def _aside(self, tag: Tree, fills: dict[int, str]) -> list[Candidate]:
        claims = Claims(self.text, tag, self.span, fills, None)
        found = claims.candidates(aside=True)
        self.spare += spare_candidates(claims, tag)
        return found

    def _attribution(self, tag: Tree, fills: dict[int, str], said: Tree | None) -> list[Candidate]:
        who = speaking(tag)
        if who is None:
            return []
        self.who = self._antecedents.mention(tag, who.noun)
        if self.who is None and said is not None and _it_says(tag, who.noun):
            self.who = self._own(said)
            fills = {**fills, who.noun: self.who.text} if self.who is not None else fills
        named = shown(tag, fills, who.who)
        self.speaker = self._name(named, who)
        if tag.low[who.noun] == "it" and not _it_says(tag, who.noun):
            self.speaker = None  # "…, it was reported on Monday"
        content = plain(self.text, self._split.said)
        if (
            self._split.scope is not None
            or not content
            or self.asked
            or (said is not None and is_wish(said))
        ):
            return []
        if not self._split.direct:
            content = self._lower(content)
        line = quoted_line(named, self.text, who, content, self._split.direct)
        used = [tag.words[w] for w in (*who.who, *who.saying)]
        return [self._made(line, used)]

    def by_name(self, found: list[Candidate], said: Tree, fills: dict[int, str]) -> list[Candidate]:
        """ "Police said that he had no gun": whom they tell it of, where that is not who speaks."""
        low, fill = said.low[0], fills.get(0, "")
        speaks = self.who is not None and fill in (self.who.text, self.speaker)
        if self._split.direct or low not in _SUBJECTS or not fill or speaks:
            return found
        short = spelled(said, 1)
        old = low + (said.words[1].form if short else "")
        lead = "(, )" if self._split.according else "( that )"
        begins = re.compile(rf"{lead}{re.escape(old)}(?=\s)")
        return [
            replace(c, statement=begins.sub(lambda m: m[1] + fill + short, c.statement, count=1))
            if c.kind == "attribution" else c for c in found
        ]  # fmt: skip

    def _own(self, said: Tree) -> Mention | None:
        """ "Norvik will close two mines, it said": Norvik did."""
        subject = said.only(said.root, "nsubj", "nsubj:pass")
        meant = self._antecedents.mention(said, subject[0]) if subject else None
        return meant if meant is not None and firm(meant) else None

    def _name(self, tag: Tree, who: Speaking) -> str:
        if self.who is not None and self.who.kind == "person" and len(who.who) == 1:
            return self.who.text
        return tidy(written(tag, self.text, with_marks(tag, who.who)))

    def _according(self) -> list[Candidate]:
        about = plain(self.text, self._split.tag)
        if about in ("him", "her"):
            self.who = self._antecedents.person(about)
            about = self.who.text if self.who is not None else about
        content = plain(self.text, self._split.said)
        self.speaker = tidy(about)
        if not content or self._split.scope is not None:
            return []
        return [self._made(f"According to {about}, {self._lower(content)}", self._split.tag)]

    def _lower(self, content: str) -> str:
        """The content as it goes on after "that": no linking word, no capital but a name's."""
        first, _, rest = content.partition(", ")
        if first.lower() in _LINKS and rest:
            content = rest
        elif content.lower().startswith(("but ", "and ")):
            content = content.partition(" ")[2]
        word = re.split(r"[\s,;:’'-]", content, maxsplit=1)[0]
        named = content[len(word) :].startswith(", who ")  # "Maddox, who had worked there, wrote"
        keep = named or word in self._proper or word == "I" or word[1:2].isupper()
        return content if keep else content[:1].lower() + content[1:]

    def _made(self, line: str, tag: list[Word]) -> Candidate:
        words = [*self._split.said, *tag]
        while len(words) > 1 and self._split.said and words[0].form in ("“", '"', "„"):
            words = words[1:]
        return _candidate(self.text, self.span, line, words)


def added_line(
    text: str, span: tuple[int, int], added: Added, tree: Tree, speaker: str
) -> Candidate | None:
    """ "He added that the bridge was shut"; None for a hope."""
    content = plain(text, added.said)
    if not content or is_wish(tree):
        return None
    verb, *particle = (w.form.lower() for w in added.verb)
    told = " ".join([past(base_of_ing(verb)), *particle])
    said = f": “{content}”" if added.direct else f" that {content}"
    words = [*added.verb, *added.said]
    while words[-1].form in ".!":
        words = words[:-1]
    return _candidate(text, span, f"{speaker} {told}{said}", words)


def _candidate(text: str, span: tuple[int, int], line: str, words: list[Word]) -> Candidate:
    """The attribution, its span without the marks at its end."""
    line = tidy(line)
    start, end = min(w.start for w in words), max(w.end for w in words)
    while end > start and text[end - 1] in ".,;" and end - start > 3:
        end -= 1
    return Candidate(
        start, end, text[start:end], text[span[0] : span[1]], line, ranges(text, words),
        round(worth_of(line) * 0.6, 4), "attribution", span[0], span[1], None,
    )  # fmt: skip


def _it_says(tag: Tree, noun: int) -> bool:
    """ "…, it said", but not "…, it was reported on Monday" or "…, it emerged"."""
    acts = tag.relations[noun] == "nsubj" and not tag.only(tag.heads[noun], "aux:pass")
    return tag.low[noun] == "it" and acts and tag.low[tag.heads[noun]] in SAY


def _capitals(tree: Tree | None) -> frozenset[str]:
    """The words of a sentence that are written with a capital wherever they stand."""
    if tree is None:
        return frozenset()
    return frozenset(
        word.form
        for i, word in enumerate(tree.words)
        if tree.coarse[i] == "PROPN"
        or tree.fine[i] in ("NNP", "NNPS")
        or (tree.coarse[i] == "ADJ" and PEOPLES.search(word.form))
    )
