"""Numbers that name a thing and count nothing: "mill number 1", "No. 3", "Route 5", "page 12"."""

from __future__ import annotations

import re

from workbench.match.facts.stems import listed

_WORDS = frozenset(
    listed(
        """act apartment appendix area article berth block boiler box building bus case category
        chamber channel chapter clause column corridor court courtroom district dock engine episode
        exhibit exit figure flat flight floor gate grade group hall highway interstate issue item
        junction kiln lane launch level line lock lot motion motorway page paragraph part
        phase pier pit platform plot pole precinct proposition question reactor region road room
        round route row rule runway schedule season seat section shaft shed site slide square stage
        stand station step store table terminal track tram trial tunnel turbine type unit verse
        version volume ward well zone"""
    )
)
_BEFORE = re.compile(
    r"(?:(?P<sign>#|№|\b(?:[Nn]os?|[Nn]r|[Pp]p?)\.)\s*"
    r"|(?:(?P<first>[^\W\d_]+)\s+)?(?P<word>[^\W\d_]+)[\s-]+)$"
)
_PAGE = frozenset(("p.", "pp."))
_DETERMINERS = frozenset(listed("a an the this that these those each every its his her their our"))
_MANY = frozenset(listed("people dead men women children police who they we"))
_WRITTEN = re.compile(r"\d{1,4}|[a-z]+", re.I)
REACH = 32  # code points before a number where its word may stand


def label(text: str, start: int, end: int) -> str:
    """What a number at this place tells apart: "route" of "Route 5"; "" where it counts."""
    if not _WRITTEN.fullmatch(text, start, end):
        return ""
    found = _BEFORE.search(text[max(0, start - REACH) : start])
    if found is None:
        return ""
    if found["sign"]:
        return "page" if found["sign"].lower() in _PAGE else "number"
    word, first = found["word"].lower(), (found["first"] or "").lower()
    if word == "number":  # but "the members number 300"
        return "" if first in _MANY or first.endswith("s") else word
    if found["word"] == "No" and first and text[start].isdigit():
        return "number"
    counts = word not in _WORDS or not text[start].isdigit()
    # "across the district 300 homes burned"
    return "" if counts or (first in _DETERMINERS and found["word"].islower()) else word
