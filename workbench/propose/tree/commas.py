"""Asides between commas that certainly end: a helping verb of the main clause follows the second.

"The mill, which has stood empty since a fire in 2011, will be sold": what stands between the two
commas can be parsed for itself, and so leads a parser astray no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workbench.propose.inflect import IRREGULAR_PAST
from workbench.propose.lexicon import SAY, word_set
from workbench.propose.tree.tokens import Word

_GOES_ON = word_set(
    "is are was were has have had will would can could may might must does did do cannot said says "
    "say told"
)
_RELATIVE = word_set("which who")
_ARTICLES = word_set("a an the its his her their")
_AFTER_PARTICIPLE = word_set("in by on at from to for as since after with during under up")
_PARTICIPLES = word_set("set built born led held made known found sold bought written sent run")
_FRONTED = word_set(
    "in on at by for from with after before since when if while as under during although though "
    "because until once despite according between among without unless whereas instead like"
)
_PASTS = frozenset(IRREGULAR_PAST.values())
_LONGEST = 40
_FEWEST = 3


class Aside(NamedTuple):
    """Words ``first`` to ``last`` between commas, and their relation to the noun before them."""

    first: int
    last: int
    relation: str


def asides(words: Sequence[Word]) -> list[Aside]:
    """The asides of a sentence, in order; none holds another.

    Only relative clauses may hold commas, or follow a phrase in front of the subject.
    """
    low = [w.form.lower() for w in words]
    dashes = [i for i, w in enumerate(low) if w in "–—" or _spaced(words, i)]
    if len(dashes) == 2 and 2 < dashes[1] - dashes[0] <= _LONGEST and dashes[0] > 0:
        first, last = dashes[0] + 1, dashes[1] - 1
        relation = _relation(low, dashes[0])
        aside = Aside(first, last, relation or "parataxis")
        sure = low[first - 1] != "-" or (relation and closing(words, aside))
        if last + 2 < len(low) and sure:
            return [aside]
    commas = [i for i, w in enumerate(low) if w == ","]
    found: list[Aside] = []
    at = 0
    for place, i in enumerate(commas):
        if i < max(at, 1) or i + 2 >= len(low):
            continue
        relation = _relation(low, i)
        end = _end(low, i, commas[place + 1 : place + 1 + _LONGEST]) if relation else -1
        alone = place == 0 and low[0] not in _FRONTED and commas[1:2] == [end]
        if end > 0 and (relation == "acl:relcl" or alone):
            found.append(Aside(i + 1, end - 1, relation))
            at = end + 1
    return found


def _spaced(words: Sequence[Word], i: int) -> bool:
    """ "The mill - a ruin - burned": a hyphen that stands for a dash, not "well-known"."""
    if words[i].form != "-" or not 0 < i < len(words) - 1:
        return False
    return words[i - 1].end < words[i].start and words[i].end < words[i + 1].start


def closing(words: Sequence[Word], aside: Aside) -> bool:
    """ "Ann Oe, held over lost funds - a claim she denies - left": is its end that of another?

    The second dash closes what the comma opened.
    """
    low = [w.form.lower() for w in words]
    commas = [i for i in range(aside.first) if low[i] == ","]
    end = aside.last + 1
    if len(commas) != 1 or end + 1 >= len(low) or low[end] == "," or low[0] in _FRONTED:
        return False
    opens, following = low[commas[0] + 1], low[end + 1]
    told = opens in _RELATIVE | _ARTICLES | _PARTICIPLES or opens.endswith("ed")
    goes_on = following in _GOES_ON | SAY | _PASTS or following.endswith("ed")
    return told and goes_on


def _relation(low: Sequence[str], comma: int) -> str:
    first, second = low[comma + 1], low[comma + 2]
    if first in _RELATIVE:
        return "acl:relcl"
    if (first.endswith("ed") or first in _PARTICIPLES) and second in _AFTER_PARTICIPLE:
        return "acl"
    return "appos" if first in _ARTICLES else ""


def _end(low: Sequence[str], comma: int, commas: Sequence[int]) -> int:
    """The comma after which the main clause goes on; -1 when none certainly is."""
    for j in commas:
        if j <= comma + _FEWEST or j + 1 >= len(low):
            continue
        if j - comma > _LONGEST or any(w in '“”";:' for w in low[comma:j]):
            return -1
        following = low[j + 1]
        if following in _GOES_ON or following in SAY or following.endswith("ed"):
            return j
    return -1
