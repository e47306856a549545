"""Which claims a reviewer is shown: by origin, by kind, and by the project's settings."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, true

from db import assignments, settings
from db.schema import TABLES

claim = TABLES["claim"]
article = TABLES["article"]

PHRASES, UNAIDED = "phrases", "unaided"
"""Settings: are noun phrases in the queue; the share of articles without suggestions."""

_DIGITS = 8
_RANGE = 16**_DIGITS


def visible(reviewer: str) -> ColumnElement[bool]:
    """Active candidates, and the claims that this reviewer added: nobody else's."""
    own = or_(claim.c.origin == "proposer", claim.c.proposer == reviewer)
    return and_(claim.c.status == "active", own)


def shown(connection: Connection, reviewer: str, *, phrases: bool = False) -> ColumnElement[bool]:
    """What `visible` lets through, by the project's settings.

    Noun phrases only where the project or the caller wants them; no candidates of the articles
    that are shown without suggestions; with an overlap, no claims that others hold all slots of;
    where a set was given to her, only that set.
    """
    values = settings.every(connection)
    conditions = [visible(reviewer), _suggested(values, phrases)]
    overlap, controls = int(values.get(assignments.OVERLAP, 0)), float(values.get("controls", 0))
    hers = assignments.open_to(connection, reviewer, overlap, controls > 0)
    if hers is not None:
        conditions.append(hers)
    return and_(*conditions)


def candidates(connection: Connection) -> ColumnElement[bool]:
    """The candidates that the project wants reviewed, whoever they go to."""
    active = and_(claim.c.status == "active", claim.c.origin == "proposer")
    return and_(active, _suggested(settings.every(connection), False))


def _suggested(values: dict[str, Any], phrases: bool) -> ColumnElement[bool]:
    """Candidates by kind and article, as the project's settings have it."""
    conditions: list[ColumnElement[bool]] = [true()]
    if not phrases and not values.get(PHRASES, False):
        conditions.append(claim.c.kind != "phrase")
    share = float(values.get(UNAIDED, 0))
    if share > 0:
        bare = select(article.c.seq).where(unaided(str(values.get("project", "")), share))
        conditions.append(or_(claim.c.origin != "proposer", claim.c.article_seq.not_in(bare)))
    return and_(*conditions)


def unaided(project: str, share: float) -> ColumnElement[bool]:
    """The articles that are shown without suggestions: about `share` of them.

    Which ones follows from the project's id and the article's alone, so they are the same for
    all reviewers, in every copy, in any order of import; a larger share keeps those of a smaller.
    An article's id is a hash already: eight of its digits, picked by the project, are compared
    with a stretch of their range that begins where the project says.
    """
    if share >= 1:
        return true()
    seed = sha256(project.encode()).digest()
    digits = func.substr(article.c.id, seed[0] % (64 - _DIGITS) + 1, _DIGITS)
    first = int.from_bytes(seed[1:5])
    last = first + round(share * _RANGE)
    above, below = digits >= _hex(first), digits < _hex(last % _RANGE)
    return and_(above, below) if last < _RANGE else or_(above, below)


def _hex(value: int) -> str:
    return f"{value:0{_DIGITS}x}"
