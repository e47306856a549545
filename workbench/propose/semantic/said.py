"""The candidates of a speech tag: that somebody said it, and what is told of the speaker."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.propose.candidate import Candidate
from workbench.propose.inflect import base_of_ing, past
from workbench.propose.lexicon import ORGANISATION, PEOPLES, SAY, word_set
from workbench.propose.semantic.added import Added
from workbench.propose.semantic.antecedents import Antecedents
from workbench.propose.semantic.claims import Claims
from workbench.propose.semantic.documents import reads_last
from workbench.propose.semantic.gates import is_wish
from workbench.propose.semantic.houses import firm
from workbench.propose.semantic.mentions import Mention
from workbench.propose.semantic.naming import shown
from workbench.propose.semantic.spare import Spared, spare_candidates
from workbench.propose.semantic.speakers import Speaking, given_name, quoted_as, speaking
from workbench.propose.semantic.tags import Split, plain, quoted_line, ranges
from workbench.propose.statements import tidy
from workbench.propose.tree.nouns import noun_words
from workbench.propose.tree.short_forms import spelled
from workbench.propose.tree.tokens import Word
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.words import with_marks, written
from workbench.propose.worthiness import worth_of

_SUBJECTS = ("he", "she", "it", "they")
_GOING_ON = word_set("added add continued continue explained")
_LINKS = ("meanwhile", "however", "but", "and", "so")


class Said:
    """One parted sentence; ``speaker`` and ``who`` are who spoke, once the tag was read."""

    def __init__(
        self, text: str, span: tuple[int, int], parted: Split, antecedents: Antecedents,
        last: Mention | None = None,
    ) -> None:  # fmt: skip
        """``last``: who spoke last before it."""
        self.text, self.span, self._split = text, span, parted
        self._last = last
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
        torn = reads_last(tag.low) not in (-1, tag.root)  # "a note found in the car read"
        aside = [] if torn else self._aside(tag, fills)
        return self._attribution(tag, fills, said) + aside

    def _aside(self, tag: Tree, fills: dict[int, str]) -> list[Candidate]:
        claims = Claims(self.text, tag, self.span, fills, None)
        found = claims.candidates(aside=True)
        self.spare += spare_candidates(claims, tag)
        return found

    def _attribution(self, tag: Tree, fills: dict[int, str], said: Tree | None) -> list[Candidate]:
        who = speaking(tag)
        if who is None:
            return []
        if name := given_name(tag, who.noun):
            who = Speaking(name[0], name, who.saying)
        self.who = self._antecedents.mention(tag, who.noun)
        if self.who is None and said is not None and _it_says(tag, who.noun):
            self.who = self._own(said)
            fills = {**fills, who.noun: self.who.text} if self.who is not None else fills
        if self._again(tag, who.noun) and self._last is not None:
            self.who = self._last
            fills = {**fills, who.noun: self._last.text}
        named = shown(tag, fills, who.who)
        self.speaker = self._name(named, who)
        if tag.low[who.noun] == "it" and not _it_says(tag, who.noun):
            self.speaker = None  # "…, it was reported on Monday"
        if (quoted := quoted_as(tag)) >= 0:
            self.who = self._antecedents.mention(tag, quoted)
            self.speaker = tidy(written(tag, self.text, noun_words(tag, quoted)))
        words = self._within()
        content = plain(self.text, words)
        if not content or self.asked or (said is not None and is_wish(said)):
            return []
        direct = self._split.direct or words[0].form in '“"'
        if not direct:
            content = self._lower(content)
        line = quoted_line(named, self.text, who, content, direct)
        used = [tag.words[w] for w in (*who.who, *who.saying)]
        return [self._made(line, used, words)]

    def by_name(self, found: list[Candidate], said: Tree, fills: dict[int, str]) -> list[Candidate]:
        """ "Police said that he had no gun": whom they tell it of, where that is not who speaks."""
        low, fill = said.low[0], fills.get(0, "")
        led = _led(said, fills)
        if led and not self._split.direct and fills[led] not in (self.speaker or ""):
            return self._by_role(found, said, (led, fills[led]))
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

    def _by_role(
        self, found: list[Candidate], said: Tree, meant: tuple[int, str]
    ) -> list[Candidate]:
        """ "The men were freed, police said": "Police said that Karl Oe and Tom Ley were"."""
        last, fill = meant
        words = [w.form for w in said.words[: last + 1]]
        old = " ".join([words[0].lower(), *words[1:]])
        lead = "(, )" if self._split.according else "( that )"
        begins = re.compile(rf"{lead}{re.escape(old)}(?=[\s'’])")
        return [
            replace(c, statement=begins.sub(lambda m: m[1] + fill, c.statement, count=1))
            if c.kind == "attribution" else c for c in found
        ]  # fmt: skip

    def _own(self, said: Tree) -> Mention | None:
        """ "Norvik will close two mines, it said": Norvik did."""
        subject = said.only(said.root, "nsubj", "nsubj:pass")
        meant = self._antecedents.mention(said, subject[0]) if subject else None
        if meant is None or firm(meant):
            return meant
        the = any(said.low[c] == "the" for c in said.only(subject[0], "det"))
        return meant if the and said.low[subject[0]] in ORGANISATION else None

    def _again(self, tag: Tree, noun: int) -> bool:
        """ "The men had fled, police said. …, they added": police did."""
        goes_on = tag.low[noun] == "they" and tag.low[tag.heads[noun]] in _GOING_ON
        last = self._last
        return goes_on and last is not None and (last.plural or last.kind != "person")

    def _name(self, tag: Tree, who: Speaking) -> str:
        if self.who is not None and self.who.kind == "person" and len(who.who) == 1:
            return self.who.text
        return tidy(written(tag, self.text, with_marks(tag, who.who)))

    def _according(self) -> list[Candidate]:
        about = plain(self.text, self._split.tag)
        if about in ("him", "her"):
            self.who = self._antecedents.person(about)
            about = self.who.text if self.who is not None else about
        self.speaker = tidy(self._split.name or about)
        said = self._within()
        content = plain(self.text, said)
        if not content:
            return []
        line = f"According to {about}, {self._lower(content)}"
        return [self._made(line, self._split.tag, said)]

    def _within(self) -> list[Word]:
        """The words that were said; none where the tag stands in a relative clause."""
        scope, said = self._split.scope, self._split.said
        if scope is None or not said:
            return said
        if scope[0] >= self._split.tag[0].start and self._split.tag[0].start > said[0].start:
            return []
        return [w for w in said if scope[0] <= w.start < scope[1]]

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

    def _made(self, line: str, tag: list[Word], said: list[Word] | None = None) -> Candidate:
        said = self._split.said if said is None else said
        words = [*said, *tag]
        while len(words) > 1 and said and words[0].form in ("“", '"', "„"):
            words = words[1:]
        return _candidate(self.text, self.span, line, words)


def added_line(
    text: str, span: tuple[int, int], added: Added, tree: Tree, speaker: str
) -> Candidate | None:
    """ "He added that the bridge was shut"; None for a hope."""
    content = plain(text, added.said)
    if not content or is_wish(tree):
        return None
    verb, *particle = (w.form for w in added.verb)  # "pointing out", "telling Oe"
    told = " ".join([past(base_of_ing(verb.lower())), *particle])
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
    says = tag.low[tag.heads[noun]] in SAY | {"read", "reads"}
    return tag.low[noun] == "it" and acts and says


def _led(said: Tree, fills: dict[int, str]) -> int:
    """Index of the noun of "the men" at the start, where a name is written for them; else 0."""
    last = next((w for w in range(len(said.words)) if fills.get(w, "-")), 0)
    return last if last in fills else 0


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
