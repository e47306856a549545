"""How the work of a team stands: the numbers behind the dashboard and `status --json`.

Reviewers stand in the order of their names; nothing here ranks them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import groupby, pairwise
from statistics import median
from typing import Any, NamedTuple

from db import assignments, gold, ratings, status
from db.engine import Connection, Database
from db.status import ArticleState
from workbench.review.agreement import coefficients, verdicts
from workbench.review.agreement.figures import Figure, figure
from workbench.review.project import Project, settings

PAUSE = 300.0  # seconds: a longer gap between two decisions is a pause, and left out
HOURS = 48  # hours with decisions that are told, the last ones


class Pace(NamedTuple):
    """How a reviewer gets on. Times are None until she has made two decisions in a row."""

    reviewer: str
    decided: int  # verdicts; with discards where these are not told
    discarded: int | None  # None: of another, for a viewer who reviews blind
    later: int
    open: int
    first: str | None  # ISO 8601, UTC
    last: str | None
    seconds: float | None  # median between two decisions, pauses over five minutes left out
    per_hour: float | None  # decisions in an hour of work


@dataclass(frozen=True)
class Left:
    """What is still to be done."""

    reviews: int  # decisions until each claim has as many as the project wants
    claims: int  # claims that want one or more
    disagreements: int  # claims that a lead must settle
    unanimous: int  # claims that can be settled in bulk
    wanting_votes: int  # gold labels that want another lead's vote


@dataclass(frozen=True)
class Dashboard:
    """All of it, read in one transaction."""

    totals: dict[str, int]  # articles, candidates, added
    wanted: int  # decisions that a claim wants
    articles: list[ArticleState]
    reviewers: list[Pace]
    hours: list[tuple[str, int]]  # hour (`2025-02-03T14`, UTC) and decisions in it
    seconds: float | None  # median between two decisions of the same reviewer
    per_hour: float | None  # decisions of one reviewer in an hour of work
    labels: dict[str, int]
    discarded: int
    tags: dict[str, int]
    alpha: Figure
    gold: dict[str, int]  # how settled, to the number of claims
    assigned: list[tuple[str, str, int]]  # reviewer, kind, claims
    left: Left
    viewer: str | None = None  # the blind reviewer whose decisions bound labels, tags and alpha

    @property
    def claims(self) -> int:
        """Candidates that the project wants reviewed."""
        return sum(article.claims for article in self.articles)

    def as_json(self) -> dict[str, Any]:
        """The same for programs."""
        return {
            "wanted": self.wanted,
            "claims": self.claims,
            "articles": [article._asdict() for article in self.articles],
            "pace": [pace._asdict() for pace in self.reviewers],
            "hours": [{"hour": hour, "decisions": number} for hour, number in self.hours],
            "seconds_per_decision": self.seconds,
            "decisions_per_hour": self.per_hour,
            "discarded": self.discarded,
            "alpha": self.alpha.as_json(),
            "gold": self.gold,
            "assigned": [
                {"reviewer": reviewer, "kind": kind, "claims": number}
                for reviewer, kind, number in self.assigned
            ],
            "left": asdict(self.left),
            "viewer": self.viewer,
        }


def dashboard(database: Database, viewer: str | None = None) -> Dashboard:
    """Read the state of the work.

    Args:
        database: the project.
        viewer: a reviewer who reviews blind: labels, discards, tags, agreement and what is to
            be settled then are those of the claims that she has decided herself, and of another
            reviewer only the number of decisions is told. None for all.
    """
    project = settings(database)
    wanted = project.overlap or 1
    with database.read() as connection:
        articles = status.article_states(connection, wanted)
        times = status.decision_times(connection)
        gaps = _gaps(times)
        everyone = [gap for own in gaps.values() for gap in own]
        people = status.by_reviewer(connection)
        return Dashboard(
            totals=status.totals(connection),
            wanted=wanted,
            articles=articles,
            reviewers=[_pace(connection, row, gaps, viewer) for row in people],
            hours=sorted(Counter(at[:13] for _, at in times).items())[-HOURS:],
            seconds=median(everyone) if everyone else None,
            per_hour=_per_hour(everyone),
            labels=status.verdicts(connection, viewer),
            discarded=status.discarded(connection, viewer),
            tags=status.tags(connection, viewer),
            alpha=_alpha(connection, project, viewer),
            gold=gold.counts(connection),
            assigned=assignments.overview(connection),
            left=_left(connection, project, wanted, viewer),
            viewer=viewer,
        )


def _gaps(times: list[tuple[str, str]]) -> dict[str, list[float]]:
    """Seconds between each reviewer's decisions that follow each other, without pauses."""
    found = {}
    for reviewer, group in groupby(times, key=lambda row: row[0]):
        at = [datetime.fromisoformat(row[1]) for row in group]
        gaps = ((after - before).total_seconds() for before, after in pairwise(at))
        found[reviewer] = [gap for gap in gaps if gap <= PAUSE]
    return found


def _per_hour(gaps: list[float]) -> float | None:
    whole = sum(gaps)
    return 3600 * len(gaps) / whole if whole else None


def _pace(
    connection: Connection, row: dict[str, Any], gaps: dict[str, list[float]], viewer: str | None
) -> Pace:
    name = str(row["reviewer"])
    hidden = viewer not in (None, name)
    own = gaps.get(name, [])
    return Pace(
        reviewer=name,
        decided=row["decided"] + (row["discarded"] if hidden else 0),
        discarded=None if hidden else row["discarded"],
        later=row["later"],
        open=status.counts(connection, name).open,
        first=row["first"],
        last=row["last"],
        seconds=median(own) if own else None,
        per_hour=_per_hour(own),
    )


def _alpha(connection: Connection, project: Project, viewer: str | None) -> Figure:
    found = ratings.ratings(connection)
    claims = verdicts.by_claim(found)
    if viewer is not None:
        claims = [claim for claim in claims if viewer in claim.labels]
    labels = [label.id for label in project.scheme.labels]
    spread = verdicts.Spread(list(verdicts.labels_of(labels, found)))
    return figure(coefficients.alpha, spread.units(claims), "alpha")


def _left(connection: Connection, project: Project, wanted: int, viewer: str | None) -> Left:
    claims, reviews = status.wanting(connection, wanted)
    polls = gold.polls(connection, by=viewer)
    least = max(2, project.overlap)
    return Left(
        reviews=reviews,
        claims=claims,
        disagreements=sum(len(poll.outcomes) > 1 for poll in polls),
        unanimous=sum(len(poll.outcomes) == 1 and poll.reviews >= least for poll in polls),
        wanting_votes=gold.counts(connection).get("wanting votes", 0),
    )
