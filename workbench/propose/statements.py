"""The words of a claim: which pieces of the text, and how they read alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from workbench.propose.inflect import base_of_ing, past, third_person
from workbench.propose.lexicon import BE, CONTRAST, HAVE, HEDGE, LINKS, TIME_NOUNS, word_set
from workbench.propose.rules.clauses import Clause, Range, is_condition
from workbench.propose.rules.tokens import Tokens
from workbench.propose.rules.unit import Unit

_EDGE = frozenset(",;:–—-\"“”„«»()[]‘’'")
_QUOTE_MARKS = re.compile('[“”„«»"]')
_start = attrgetter("a")
_BEFORE_MARK = re.compile(r"\s+([,;.:])")


class Words:
    """One tagged sentence: its words, where they stand in the text, their units."""

    __slots__ = ("ends", "low", "persons", "starts", "tags", "text", "units", "words")

    def __init__(self, text: str, tokens: Tokens, tags: list[str], low: list[str]) -> None:
        self.text, self.low, self.tags = text, low, tags
        self.words, self.starts, self.ends = tokens
        self.units: list[Unit] = []
        self.persons: dict[int, str] | None = None  # by unit, once they were looked for

    def unit_at(self, word: int) -> int:
        """Index of the first unit that begins at a word or behind it."""
        return bisect_left(self.units, word, key=_start)

    def units_in(self, words: Range) -> list[Unit]:
        """The units that begin in a range of words."""
        first = bisect_left(self.units, words[0], key=_start)
        return self.units[first : bisect_left(self.units, words[1], lo=first, key=_start)]

    def piece(self, words: Range) -> Range:
        """Offsets in the text of a range of words."""
        return self.starts[words[0]], self.ends[words[1] - 1]

    def string(self, words: Range) -> str:
        """The text of a range of words, white space normalised."""
        start, end = self.piece(words)
        return " ".join(self.text[start:end].split())

    def inside(self, pieces: list[Range]) -> str:
        """The pieces as they read inside a sentence: "the mill", "Ann Hale"."""
        shown = " ".join(self.string(piece) for piece in pieces)
        first = pieces[0][0]
        opens = first == 0 or not any(w[0].isalnum() for w in self.words[:first])
        if opens and self.tags[first] != "NNP" and self.words[first] not in ("I", "I'm"):
            return shown[:1].lower() + shown[1:]
        return shown

    def trim(self, words: Range) -> Range | None:
        """The range without marks at its edges; None when nothing is left."""
        a, b = words
        while a < b and (self.words[a] in _EDGE or self.tags[a] == "."):
            a += 1
        while b > a and (self.words[b - 1] in _EDGE or self.tags[b - 1] in (".", "CC")):
            b -= 1
        return (a, b) if a < b else None


def own_ranges(clause: Clause, words: Words, skip: list[Range]) -> list[Range]:
    """The words of a clause without the clauses inside it that stand for themselves."""
    cuts = [*skip, *_inner_cuts(clause, words.low)]
    start = min(_after_links(clause, words), clause.end)
    pieces = subtract((start, clause.end), cuts)
    trimmed = [r for r in map(words.trim, pieces) if r is not None]
    return trimmed[:1] + [r for r in trimmed[1:] if not _left_over(r, words)]


def _outweighs(child: Clause, clause: Clause, low: list[str]) -> bool:
    """Is it said after the verb, a fact of its own, and longer than what it is added to?"""
    verb, size = clause.verb, child.end - child.first()
    if child.parent is not clause or verb is None or child.start < verb.b or size < 7:
        return False
    rest = clause.end - clause.start - size
    if size < 0.7 * rest:
        return False
    if child.kind == "sub":
        if size < 10 or size < 1.2 * rest:
            return False
        marker = low[child.marker[0] : child.marker[1]] if child.marker else []
        return marker in (["after"], ["before"], ["when"], ["so", "that"])
    noun = child.antecedent or child.subject
    indefinite = noun is not None and noun[0] >= verb.b and low[noun[0]] in ("a", "an")
    return indefinite and child.kind in ("rel", "relobj", "part")


def _left_over(piece: Range, words: Words) -> bool:
    """What a clause that was cut out spoke of: "…, killing Ann Hale, a nurse"."""
    if words.low[piece[0] - 1] != "," or words.tags[piece[0]] not in _NOMINAL:
        return False
    return not any(words.tags[i] in _VERBAL for i in range(*piece))


_NOMINAL = frozenset(("DT", "NN", "NNS", "NNP", "JJ", "CD", "RB"))
_VERBAL = frozenset(("VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "MD"))


def _inner_cuts(clause: Clause, low: list[str]) -> list[Range]:
    """The clauses inside, however deep, that stand for themselves."""
    found: list[Range] = []
    open_ = list(clause.children)
    while open_:
        child = open_.pop()
        if _measured(child, low) or (stays(child, low) and not _outweighs(child, clause, low)):
            open_ += child.children
        else:
            found.append((child.first(), child.end))
    return found


def _measured(clause: Clause, low: list[str]) -> bool:
    """ "Remain there 18 years after the war ended", "came a day after it had been sold"."""
    first = clause.first()
    marker = low[slice(*clause.marker)] if clause.marker is not None else []
    if clause.kind != "sub" or marker not in (["after"], ["before"]) or first < 3:
        return False
    counted = low[first - 2] in _COUNTS or low[first - 2].isdigit()
    return low[first - 1] in TIME_NOUNS and counted and low[first - 3] not in _LASTING


_COUNTS = word_set("a an one two three four five six seven eight nine ten twelve")
_LASTING = word_set("for in of at within during over")


def subtract(whole: Range, cuts: list[Range]) -> list[Range]:
    """What is left of a range, in order."""
    start, end = whole
    ranges: list[Range] = []
    for a, b in sorted(cuts):
        if b <= start or a >= end:
            continue
        if a > start:
            ranges.append((start, a))
        start = max(start, b)
    if start < end:
        ranges.append((start, end))
    return ranges


def stays(child: Clause, low: list[str]) -> bool:
    """Is the inner clause part of what the outer one states?"""
    if child.kind == "sub":
        marker = low[child.marker[0] : child.marker[1]] if child.marker else []
        apart = child.comma and not child.fronted and marker == ["when"]  # "in May, when it rained"
        return is_condition(child, low) or not (apart or any(w in CONTRAST for w in marker))
    if child.kind in ("content", "noun", "question", "zero"):
        return True
    if child.kind in ("appos", "aside"):
        return False
    if child.kind == "part":
        return child.restrictive
    return child.restrictive


def _after_links(clause: Clause, words: Words) -> int:
    start = clause.start
    while start < clause.end and (
        words.words[start] in _EDGE
        or (
            words.low[start] in LINKS
            and clause.kind in _TOP
            and words.low[start + 1 : start + 2] != ["of"]  # "instead of"
        )
    ):
        start += 1
    return start


_TOP = ("main", "coord", "content")


def text_of(words: Words, ranges: list[Range]) -> str:
    """The pieces as one string."""
    return tidy(" ".join(words.string(r) for r in ranges))


def tidy(statement: str) -> str:
    """White space normalised, no lone quotation marks, capital first, no final stop."""
    plain = " ".join(statement.split()).strip(" ,;:–—-")
    if _QUOTE_MARKS.search(plain):
        plain = " ".join(_balanced(plain).split())
    if "‘" in plain or " '" in plain:
        plain = _lone_single(plain)
    if not (plain[-1:] == "." and _ends_in_abbreviation(plain)):
        plain = plain.rstrip(".!…, ")
    if " ," in plain or " ." in plain or " ;" in plain or " :" in plain:
        plain = _BEFORE_MARK.sub(r"\1", plain)
    return plain[:1].upper() + plain[1:]


def _balanced(plain: str) -> str:
    """The string with its quotation marks if they come in pairs, else without."""
    opened, closed = plain.count("“"), plain.count("”")
    if opened == closed + 1 and not plain.startswith("“"):
        return plain.rstrip(".,") + "”"
    if opened != closed or plain.count('"') % 2:
        return _QUOTE_MARKS.sub("", plain)
    return plain


def _lone_single(plain: str) -> str:
    """The string without a single opening mark whose partner was left out."""
    if plain.count("‘") > len(_CLOSED_SINGLE.findall(plain)):
        plain = _OPENED_SINGLE.sub("", plain)
    if len(_OPENED.findall(plain)) > len(_CLOSED.findall(plain)):
        plain = _OPENED.sub("", plain)
    return plain


_OPENED_SINGLE = re.compile(r"‘(?!(?:t|s|re|ve|ll|d|m)\b)")
_OPENED = re.compile(r"(?<!\S)'(?!(?:t|s|re|ve|ll|d|m)\b)(?=[^\W\d_])")
_CLOSED = re.compile(r"(?<=[\w.,!?])'(?!\w)")
_CLOSED_SINGLE = re.compile(r"’(?=\W|$)")


def _ends_in_abbreviation(plain: str) -> bool:
    return bool(re.search(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Ltd|Jr|Sr|Co|Corp|a\.m|p\.m)\.$", plain))


def asks(statement: str) -> bool:
    """Does it open as no statement does: "Did it pay", "anyone had planned it"?

    "Anyone who earns more must pay" is one, and so is "had it closed, 40 would have left".
    """
    first, second = [*statement.lower().split(maxsplit=2), "", ""][:2]
    if first in _ANY:
        return second in HAVE | BE | HEDGE | _ASKING
    return first in _ASKING and not (first in _SUPPOSING and "," in statement)


_ASKING = word_set("did do does had can could would should were")
_ANY = word_set("anyone anybody anything")
_SUPPOSING = word_set("had were should")
_STATES = word_set("based located situated known called named owned run made aged")


def finite_form(verb: Unit, words: Words, host: Unit | None, plural: bool) -> str:
    """A participle as a finite verb: "killing" → "killed", "founded" → "was founded"."""
    first = words.low[verb.a]
    host_past = host is None or _is_past(host, words)
    rest = words.string((verb.a + 1, verb.b)) if verb.b > verb.a + 1 else ""
    if verb.form == "ed":
        adverb = words.low[verb.a - 1] if verb.a and words.tags[verb.a - 1] == "RB" else ""
        dated = "CD" in words.tags[verb.b : verb.b + 4]
        state = words.low[verb.main] in _STATES and not dated and not host_past
        now = adverb == "now" or state
        be = ("are" if plural else "is") if now else ("were" if plural else "was")
        group = words.string((verb.a, verb.b))
        return " ".join([be, *([adverb] if adverb else []), group[:1].lower() + group[1:]])
    if first == "being":
        return f"{'were' if plural else 'was'} {rest}".strip()
    if first in HAVE:
        return f"had {rest}".strip()
    base = base_of_ing(words.low[verb.main])
    form = past(base) if host_past else (base if plural else third_person(base))
    lead = words.string((verb.a, verb.main)) + " " if verb.main > verb.a else ""
    tail = " " + words.string((verb.main + 1, verb.b)) if verb.b > verb.main + 1 else ""
    return lead + form + tail  # "chose not"


def _is_past(verb: Unit, words: Words) -> bool:
    first = words.tags[verb.a] if words.tags[verb.a] != "RB" else words.tags[verb.main]
    return first in ("VBD", "VBN") or words.low[verb.a] in (
        "was",
        "were",
        "had",
        "did",
        "has",
        "have",
    )


def is_plural(words: Words, subject: Range) -> bool:
    """Does the phrase stand for more than one?"""
    depth = range(*subject)
    head = None
    for i in depth:
        if words.tags[i] in ("NN", "NNS", "NNP", "CD", "PRP"):
            head = i
        if words.tags[i] == "CC" and words.low[i] == "and":
            return True
        if words.tags[i] in ("IN", "WDT") and head is not None:
            break
    if head is None:
        return False
    counted = words.tags[head] == "CD" and words.low[head] not in ("one", "1")
    return counted or words.tags[head] == "NNS" or words.low[head] in _SEVERAL


_SEVERAL = word_set("they we these those people many most some several few both all others")
