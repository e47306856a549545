"""Blind review outside the session: what somebody may see of others' reviews.

A session reads only the reviewer's own reviews. Exports, the history, the status and the
agreement read everybody's; for a reviewer they leave out what others did on claims that she has
not decided herself.

Who is bound: everybody while the project names leads, but the leads; else everybody who has
decided a claim, or who gave a name with `--reviewer` or `WORKBENCH_REVIEWER` and has settled no
disagreement. A project that is not blind binds nobody. This keeps honest people unbiased; it
does not guard secrets from somebody who opens the file with other tools.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from db import gold
from db.engine import Connection, Database
from db.rows import Event, Review
from workbench.review.project import settings
from workbench.review.reviewers import ReviewerError, reviewer_name


def viewer(database: Database, given: str | None = None) -> str | None:
    """The reviewer whose own decisions bound what is shown; None where all is shown.

    Args:
        database: the project.
        given: the name given for this command, if any.

    Raises:
        ReviewerError: the name given cannot be kept.
    """
    project = settings(database)
    if not project.blind:
        return None
    named = given is not None or "WORKBENCH_REVIEWER" in os.environ
    try:
        name = reviewer_name(given)
    except ReviewerError:
        if named:
            raise
        return None
    if project.leads:
        return None if name in project.leads else name
    with database.read() as connection:
        reviews = gold.has_decided(connection, name)
        return name if reviews or (named and not gold.has_settled(connection, name)) else None


def told(viewer: str | None) -> str:
    """One line for a reviewer of whom something is kept; "" where all is shown."""
    if viewer is None:
        return ""
    return f"blind: verdicts, tags, agreement: of what {viewer} has decided"


def decided(review: Review) -> bool:
    """Whether a review is a decision."""
    return review.verdict is not None or bool(review.discarded)


def seen(viewer: str | None, reviews: Sequence[Review]) -> list[Review]:
    """The reviews of one claim that `viewer` may see."""
    if viewer is None or any(r.reviewer == viewer and decided(r) for r in reviews):
        return list(reviews)
    return [review for review in reviews if review.reviewer == viewer]


def sight(connection: Connection, viewer: str | None) -> Callable[[Event], bool]:
    """Which events `viewer` may see; those on no claim are for everybody."""
    sees = may_see(connection, viewer)
    return lambda event: sees(event.claim_id, event.reviewer)


def may_see(connection: Connection, viewer: str | None) -> Callable[[str | None, str | None], bool]:
    """Whether `viewer` may see what somebody did on a claim: claim's id, reviewer."""
    if viewer is None:
        return lambda _claim, _reviewer: True
    own = gold.decided_by(connection, viewer)
    return lambda claim, reviewer: claim is None or reviewer == viewer or claim in own
