"""Relative clauses with a subject of their own, as statements: "which the city bought in 2017"."""

from __future__ import annotations

from typing import NamedTuple

from workbench.propose.lexicon import SAY, THINK, word_set
from workbench.propose.rules.clause import Clause, Range
from workbench.propose.statements import Words, text_of, tidy

_PARTS = word_set("one two three four five six seven eight nine ten both all most many some none "
                  "half several each few much neither either two-thirds third quarter")  # fmt: skip
_DETERMINED = word_set("the his her its their our my these those this that")
_OBJECTS = frozenset(("which", "whom", "who"))
_TAILS = frozenset(("IN", "TO"))
_GAP_BEFORE = frozenset(("IN", "MAYBE", "T", "ADV", "P", "SUB", "CC"))


class Stated(NamedTuple):
    """A statement, and the pieces that it is made of."""

    statement: str
    parts: list[Range]


def object_relative(  # noqa: PLR0911  one per role
    clause: Clause, words: Words, own: list[Range]
) -> Stated | None:
    """The statement of such a clause, with its antecedent where the gap is; None if unsure."""
    marker, verb, antecedent = clause.marker or clause.relative, clause.verb, clause.antecedent
    if not own or marker is None or verb is None or antecedent is None or verb.form != "fin":
        return None
    word, does = words.low[marker[0]], words.low[verb.main]
    if does in SAY | THINK and word != "whose":
        return None
    if word == "whose" and (words.tags[marker[0] - 1] == "IN" or marker[1] - marker[0] == 1):
        return None  # "under whose supervision"; or nothing is owned
    placed = words.tags[marker[1]] in _TAILS  # "whose contract at Olvar expires"
    at = own[0][0]
    if word == "whose" and clause.subject is None and (at == verb.a or (placed and at < verb.a)):
        return _possessed(marker, antecedent, words, own)
    if word == "of" and clause.subject is None and clause.gap is not None:
        return _part((clause.gap + 1, marker[0]), antecedent, words, own)
    if clause.subject is None or word == "whose":
        return None  # "whose invoices he paid"
    said = own if own[0][0] <= clause.subject[0] else [clause.subject, *own]
    if word == "where":
        return Stated(text_of(words, said), said)
    if marker[1] - marker[0] > 1:
        after = words.units_in((marker[1], clause.end))[:2]
        if [unit.kind for unit in after] == ["NP", "NP"]:
            return None  # "in which [case] [the naps] would be a consequence"
        if word == "for" and words.low[antecedent[0] - 1] in ("in", "at", "near"):
            return None  # "the poisoning of an agent in Salm, for which"
        return _in_place(marker, antecedent, words, said) if word != "of" else None
    fits = word in _OBJECTS and _gap_follows(verb.b, words, own[-1][1])
    at = _stranded(verb.b, words, own[-1][1])
    return _with_object(at, antecedent, words, said) if fits else None


def _in_place(marker: Range, antecedent: Range, words: Words, said: list[Range]) -> Stated:
    """ "the main tank, through which water leaked" is "water leaked through the main tank"."""
    pieces = [*said, (marker[0], marker[0] + 1)]
    place = words.inside([antecedent])
    return Stated(tidy(f"{text_of(words, pieces)} {place}"), [*pieces, antecedent])


def is_part(low: list[str], tags: list[str], at: int) -> bool:
    """Is the word before "of which" a share or a number: "one", "none", "half"?"""
    return at >= 0 and (low[at] in _PARTS or tags[at] == "CD")


def _part(part: Range, antecedent: Range, words: Words, own: list[Range]) -> Stated:
    """ "two lines, one of which is shut" is "one of the two lines is shut"."""
    whole = words.inside([antecedent])
    first, _, rest = whole.partition(" ")
    if (first.lower() in _PARTS or first.isdigit()) and rest.startswith("of "):
        whole = rest.removeprefix("of ")  # "two of the officers, both of whom"
        first, _, rest = whole.partition(" ")
    if first.lower() in ("a", "an", "both", "all") and rest:
        whole = "the " + rest
    elif first.lower() not in _DETERMINED and not words.tags[antecedent[0]].startswith("NNP"):
        whole = "the " + whole
    statement = tidy(f"{words.string(part)} of {whole} {' '.join(words.string(r) for r in own)}")
    return Stated(statement, [antecedent, (part[0], part[1] + 1), *own])


def _possessed(marker: Range, antecedent: Range, words: Words, own: list[Range]) -> Stated:
    """ "Ann Hale, whose party lost" is "Ann Hale's party lost"."""
    owner = words.string(antecedent)
    mark = "’" if "’" in words.text else "'"
    of = owner + (mark if owner.endswith("s") else mark + "s")
    thing = words.string((marker[0] + 1, marker[1]))
    statement = tidy(" ".join([of, thing, *(words.string(r) for r in own)]))
    return Stated(statement, [antecedent, (marker[0] + 1, marker[1]), *own])


def _with_object(at: int, antecedent: Range, words: Words, own: list[Range]) -> Stated:
    before = [(a, min(b, at)) for a, b in own if a < at]
    after = [(max(a, at), b) for a, b in own if b > at]
    what = words.inside([antecedent])
    said = [*(words.string(r) for r in before), what, *(words.string(r) for r in after)]
    return Stated(tidy(" ".join(said)), [antecedent, *own])


def _stranded(at: int, words: Words, end: int) -> int:
    """Behind the verb, or the preposition: "had relied on [the firm]", "came into contact with"."""
    units = words.units_in((at, end))
    for unit, then in zip(units, [*units[1:], None], strict=False):
        timed = then is not None and then.kind == "T" and words.low[unit.a] in _NO_TIME
        alone = then is None or then.kind in ("IN", "ADV", "MAYBE") or timed
        if unit.kind == "IN" and alone:
            return unit.b
    return at


_NO_TIME = frozenset(("with", "to", "into", "against"))


def _gap_follows(at: int, words: Words, end: int) -> bool:
    """Does no object follow the verb, so that the antecedent is one?"""
    following = words.units_in((at, end))
    return not following or following[0].kind in _GAP_BEFORE
