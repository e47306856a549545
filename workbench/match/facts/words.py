"""The small words that turn a statement around: negations, quantifiers, hedges, opposites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.match.facts.stems import listed, stem
from workbench.match.facts.values import Fact

_NEGATION = re.compile(
    r"\b(?:(?P<no_longer>no longer|not any ?more)|(?P<no>no one|nobody|nothing|none|nowhere|"
    r"no(?!\.|\s+(?:fewer|less|more|later)\s+than|\s+doubt))|(?P<never>never)|"
    r"(?P<neither>neither|nor)|(?P<without>without)|"
    r"(?P<not>cannot|not(?!\s+(?:only|(?:less|more)\s+than)\b)))\b"
    r"|(?P<short>n['’]t)\b",
    re.I,
)
_QUANTIFIERS = {
    form: group.split()[0]
    for group in listed(
        """all every each everyone everybody everything both always|some several few
    sometimes|many|most majority mostly|only merely solely|often frequently|rarely seldom
    hardly barely scarcely|may might could possibly perhaps|will would shall|must|allegedly
    reportedly|usually generally|almost nearly|entirely completely fully totally wholly|partly
    partially""",
        "|",
    )
    for form in group.split()
}
_QUANTIFIER = re.compile(
    rf"\b(?:{'|'.join(sorted(_QUANTIFIERS, key=len, reverse=True))})\b(?![\s-]+\d)", re.I
)
_SHORT_MODAL = re.compile(
    r"\b(?:(?P<will>wo|would|sha)|(?P<may>might|could)|(?P<must>must))n['’]t\b"
    r"|(?<=\w)(?P<short>['’]ll)\b",
    re.I,
)
_MODALS = frozenset(["may", "will", "must"])

_OPPOSITES = """
rise increase grow climb jump gain surge soar|fall drop decline decrease shrink sink plunge slump
more|fewer less
higher|lower
before|after
win|lose
support back endorse favour favor|oppose resist
accept approve adopt pass|reject refuse
allow permit legalise legalize|ban prohibit forbid outlaw
confirm admit|deny
safe|unsafe dangerous
legal lawful|illegal unlawful
guilty|innocent
true|false untrue
right correct|wrong incorrect
up|down
if|unless
double treble triple quadruple|halve
double|treble triple quadruple
earn|lose
praise welcome applaud hail|condemn criticise criticize denounce
arrest jail imprison|release
open|close closed shut
include|exclude
enter join|leave quit exit
buy purchase|sell
arrive|depart
begin start|end stop cease finish
improve|worsen deteriorate
strengthen|weaken
able|unable
likely|unlikely
possible|impossible
agree|disagree
success succeed|failure fail
import|export
north northern|south southern
east eastern|west western
largest biggest|smallest
highest|lowest
longest|shortest
oldest|youngest
best|worst
early earlier|late later
public|private
male men man|female women woman
majority|minority
maximum|minimum
victim|perpetrator
alive|dead
present|absent
raise lift|lower cut reduce
above|below
ally|enemy
cause|prevent
build construct|demolish
hire|dismiss fire sack
married|divorced
rich|poor
convict|acquit
war|peace
known|unknown
employed|unemployed
active|inactive
legitimate|illegitimate
effective|ineffective
""".strip()


def _sides() -> dict[str, list[tuple[int, int]]]:
    """Each stem's pairs and its side there."""
    table: dict[str, list[tuple[int, int]]] = {}
    for pair, line in enumerate(_OPPOSITES.splitlines()):
        for side, words in enumerate(line.split("|")):
            for word in words.split():
                table.setdefault(stem(word), []).append((pair, side))
    return table


_SIDES = _sides()


def negations(text: str) -> Iterator[Fact]:
    """The negations of a text; their value is a class: "not", "no", "never", …"""
    for match in _NEGATION.finditer(text):
        value = "not" if match.lastgroup in ("short", None) else str(match.lastgroup)
        start, end = match.span()
        if match.lastgroup == "short":
            start = max(0, start - len(re.split(r"\W", text[max(0, start - 8) : start])[-1]))
        yield Fact("negation", start, end, text[start:end], value)


def quantifiers(text: str) -> Iterator[Fact]:
    """The quantifiers and hedges of a text; their value is the first of the words of a class."""
    for match in _QUANTIFIER.finditer(text):
        value = _QUANTIFIERS[match[0].lower()]
        # The month and the testament are no hedges.
        if value in _MODALS and match[0][0].isupper():
            continue
        yield Fact("quantifier", match.start(), match.end(), match[0], value)
    for match in _SHORT_MODAL.finditer(text):
        value = "will" if match["short"] else str(match.lastgroup)
        yield Fact("quantifier", match.start(), match.end(), match[0], value)


def opposite(left: str, right: str) -> bool:
    """Whether two words say opposite things, such as "rose" and "fell"."""
    return opposite_stems(stem(left), stem(right))


def opposite_stems(one: str, other: str) -> bool:
    """The same of two stems."""
    sides = _SIDES.get(one)
    if not sides:
        return False
    others = _SIDES.get(other, ())
    return any((pair, 1 - side) in others for pair, side in sides)
