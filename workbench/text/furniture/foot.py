"""The foot of a page: what a site says of itself, and the stories that it would have read next.

As in `small_print`: one line each, in small letters, of at most `LONGEST` code points, without
quotations.
"""

# ruff: noqa: E501 - a pattern is easier to read where it is not cut

import re
from collections.abc import Sequence
from typing import Final

from workbench.text.furniture import patterns as like
from workbench.text.furniture.patterns import any_of
from workbench.text.furniture.units import Unit

_WHAT = r"(?:materials?|contents?|texts?|articles?|stor(?:y|ies)|photo\w*)"

_RIGHTS = (
    rf"(?:the |all |this |no )?{_WHAT} (?:on|of|in) (?:this|our) (?:site|website|page) (?:may not|may|cannot|must not) be\b",
    rf"(?:the |all |this |no )?{_WHAT} (?:may not|may|cannot|must not) be (?:reproduced|published|broadcast|copied|distributed|rewritten), (?:\w+, ){{1,5}}or \w+\b",
    r"the contents? of this (?:site|website|page) (?:is|are)\b.{0,20}(?:©|copyright)",
    r"use of this (?:site|website|page) (?:constitutes|means|signifies|implies)\b",
    r"this copy is for your personal\b",
    r"distribution and use of this material\b",
    r"\W?[\w .&'-]{2,40}\W? is a registered trade ?mark\b",
    r"[\w .&'-]{2,60} is part of [^.!?]{2,60}, an? (?:\w+ ){1,4}(?:group|company) and leading (?:\w+ ){0,2}publisher\b",
    r"(?:ipso|impress)[- ]regulated\b",
    r"(?:the )?(?:opinions|views)(?: and (?:opinions|views))? expressed by [^.!?]{2,60} are (?:their|his|her) own\W*$",
)
_MONEY = (
    r"(?:some |the )?(?:posts|links|articles|pages)(?: (?:on|in) [^!? ]{2,40}(?: \w+)?)? (?:may contain|contain|are|include|may include) affiliate\b",
    r"[^.!?]{2,40} may (?:earn|receive|collect) (?:an? )?(?:share|portion|commission|percentage)\b[^.!?]*\b(?:links?|purchased?|(?:web)?site|affiliates?|retailers?)\b",
    r"get (?:unlimited |full )?access to\b[^.!?]{0,100}\b(?:subscriptions?|for as little as|for just|for only)\b",
    r"members get (?:all|unlimited|exclusive|full|ad-free)\b[^.!?]*\b(?:access|content|articles|magazine|newsletters?)\b",
    r"(?:all )?(?:market data|quotes|stock quotes|real-?time quotes)(?: are| is)? (?:delayed (?:by )?(?:at least )?\d|(?<!quotes )provided by\b)",
    r"nobody covers\b[^.!?]* like (?:us|we do|the(?: \w+){1,3})\W*$",
    r"(?:start|begin) your (?:day|morning|week|evening) with\b",
    r"[\w .&'-]{2,40} offers (?:daily|weekly|regular) (?:updates|news|newsletters?) (?:of|on|about|for) the latest\b",
    r"we (?:send newsletters|measure how often our)\b",
)
_READERS = (
    r"community (?:rules|guidelines|standards) apply\b",
    r"this (?:story|article) has been (?:shared|viewed|read|liked) [\d,.]+k? times\.?(?: [\d,.]+k?)?$",
    r"your (?:e-?mail address|personal data|data|details|comment) (?:will|may|can|is|are) (?:(?:not|only|be|also|never|otherwise) )*(?:published|shared|disclosed|stored|deleted|processed)\b",
    r"you (?:may|can) (?:revoke|withdraw) (?:this|your) consent\b",
    r"(?:further|more) information (?:on|about) (?:data (?:privacy|protection)|cookies)\b",
    r"the cookie settings on this\b",
    r"(?:e-?mail|send|submit) (?:your |us )?(?:comments|suggestions|tips|feedback|corrections)\b",
    r"[\w .&'-]{2,40} moderates (?:all )?comments\b",
    r"(?:abusive|offensive|off-topic)[^.!?]* comments will be (?:rejected|removed|deleted)\b",
    r"(?:as|when|before) you comment\b",
    r"our goal with (?:article )?comments\b",
    r"[^.!?]{2,60} reserves the right to (?:close|edit|remove|delete|moderate|refuse|block)\b[^.!?]*\b(?:comments?|posts?|accounts?|submissions?)\b",
    r"(?:the )?(?:web)?(?:sites?'?s? )?administrat(?:ion|ors?) (?:has|have|reserves?) the right to\b[^.!?]*\b(?:users?'?s?|accounts?|comments?|posts)\b",
    r"the [\w .'-]{2,40} is committed to publishing a diversity of (?:letters|views|voices|opinions)\b",
    r"we've detected (?:that )?you(?:'re| are)\b",
    r"escape will (?:cancel|close)\b",
    r"(?:the )?(?:video|media|audio) player is loading\b",
    r"(?:post limit reached|we are (?:having|experiencing) (?:some )?technical (?:difficulties|problems)|something went wrong with (?:the|your) connection)\b",
)

FOOT: Final = (
    ("share", any_of(*_MONEY, *_READERS)),
    ("correction", any_of(*_RIGHTS)),
)
"""What such a line opens with, and its kind."""

_OWNER = any_of(
    r".{0,80}(?:©|\(c\)|\bcopyright)\s.{0,80}\b(?:19|20)\d\d\b",
    r"(?:.{0,120}[\s.,|])?all rights reserved\b",
)
_RESERVED = "ights reserved"
_CUT = re.compile(r"[\w,]\s?(?:\.\.\.|…)(?: more)?$")
_FEW, _NEAR = 3, 12  # cut lines that are a list of other stories, within so many lines


def mark_foot(units: Sequence[Unit], kinds: list[str | None]) -> None:
    """What follows whose page it is ("© 2021 The Post"), in the last quarter of the text."""
    if not units:
        return
    late = units[-1].end - units[-1].end // 4
    for at, unit in enumerate(units):
        short = len(unit.text) <= like.LONGEST and unit.start > late
        if short and _OWNER.match(unit.text.lower()) and (kinds[at] or _RESERVED in unit.text):
            kinds[at:] = [kind or "share" for kind in kinds[at:]]
            return


def mark_teasers(units: Sequence[Unit], kinds: list[str | None]) -> None:
    """Lines that break off, several near each other: "The mayor of Ley has said that she…"."""
    cut = [
        at
        for at, unit in enumerate(units)
        if kinds[at] in (None, "link")
        and len(unit.text) <= like.LONGEST
        and _CUT.search(unit.text, max(0, len(unit.text) - 12))
        and not any(mark in unit.text for mark in '“”"')
    ]
    for first in range(len(cut) - _FEW + 1):
        together = cut[first : first + _FEW]
        if together[-1] - together[0] < _NEAR:
            for at in together:
                kinds[at] = "link"
