"""A project: a store with its scheme and its guidelines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from db import events, identity
from db import settings as stored
from db.engine import Connection, Database, open_database
from db.fold import gold as gold_fold
from db.fold import state as projection
from db.shown import PHRASES, UNAIDED
from workbench.review.about import About, checked, from_settings
from workbench.review.reviewers import check_reviewer
from workbench.review.schemes import Scheme, from_dict, preset, to_dict

__all__ = ["Project", "ProjectError", "init", "open_database", "open_project", "settings"]

DEFAULT_SCHEME = "default"
MANY = 1_000  # no project has so many reviewers
RULES = ("scheme", "leads")
"""The settings that acts depend on: what the keys mean, and who settles."""
NAMELESS_LEAD = "a lead's name is empty; give one with --lead"


class ProjectError(ValueError):
    """What is asked cannot be done with this project; one line for the user."""


class Project(NamedTuple):
    """The settings of a project."""

    id: str
    scheme: Scheme
    guidelines: str
    phrases: bool  # noun phrases are in the queue, too
    unaided: float  # share of articles that are shown without suggestions
    overlap: int  # reviewers of each claim; 0: everybody reviews every claim
    blind: bool = True  # nobody sees others' reviews of a claim before her own
    leads: tuple[str, ...] = ()  # who settles disagreements; empty: everybody may
    votes: int = 1  # how many leads must agree on a gold label
    recheck: float = 0.0  # share of her own claims that a reviewer is shown again
    controls: float = 0.0  # share of a reviewer's queue that leads decided beforehand
    about: About = About()  # what its datasets say of themselves


def open_project(target: str | Path, *, create: bool = True) -> Database:
    """Open a store, and give it the default settings when it is new."""
    database = open_database(target, create=create)
    with database.read() as connection:
        fresh = not stored.is_set(connection, "project")
    if fresh:
        with database.write() as connection:
            if not stored.is_set(connection, "project"):
                stored.put(connection, "project", identity.new_uuid())
    return database


def settings(database: Database) -> Project:
    """The project's settings; what was never set has its default.

    Raises:
        ProjectError: what is stored is no settings of ours.
    """
    with database.read() as connection:
        values = stored.every(connection)
    try:
        return _project(values)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ProjectError(
            f"{database.name}: its settings cannot be used: {error};"
            " 'workbench verify' names those that were changed"
        ) from error


def rules(connection: Connection) -> dict[str, Any]:
    """The settings that acts depend on, as they are stored: to compare, later."""
    return stored.some(connection, *RULES)


def _project(values: dict[str, Any]) -> Project:
    scheme = values.get("scheme")
    return Project(
        id=str(values.get("project", "")),
        scheme=from_dict(scheme) if scheme else preset(DEFAULT_SCHEME),
        guidelines=str(values.get("guidelines", "")),
        phrases=bool(values.get(PHRASES, False)),
        unaided=float(values.get(UNAIDED, 0)),
        overlap=int(values.get("overlap", 0)),
        blind=bool(values.get("blind", True)),
        leads=tuple(str(name) for name in values.get("leads", ())),
        votes=int(values.get("votes", 1)),
        recheck=float(values.get("recheck", 0.0)),
        controls=float(values.get("controls", 0.0)),
        about=from_settings(values),
    )


def init(
    database: Database,
    *,
    reviewer: str,
    scheme: Scheme | None = None,
    guidelines: str | None = None,
    overlap: int | None = None,
    phrases: bool | None = None,
    unaided: float | None = None,
    blind: bool | None = None,
    leads: Sequence[str] | None = None,
    votes: int | None = None,
    recheck: float | None = None,
    controls: float | None = None,
    about: Mapping[str, str | None] | None = None,
) -> Project:
    """Set what is given, as one act; leave the rest as it is.

    Raises:
        workbench.review.about.AboutError: a release or a day that is none.
        ProjectError: the scheme lacks a label that verdicts already use, a share is none, a number
            of people is too large, or fewer leads are named than must agree.
        workbench.review.reviewers.ReviewerError: a lead's name cannot be kept.
    """
    check_numbers(unaided, recheck, controls, overlap, votes)
    changes = {
        "scheme": to_dict(scheme) if scheme else None,
        "guidelines": guidelines,
        "overlap": overlap,
        PHRASES: phrases,
        UNAIDED: unaided,
        "blind": blind,
        "leads": check_leads(leads, votes),
        "votes": votes,
        "recheck": recheck,
        "controls": controls,
    }
    changes |= checked(about or {})
    given = {name: value for name, value in changes.items() if value is not None}
    with database.write() as connection:
        if scheme is not None:
            _check_labels(scheme, connection)
        if votes is not None or leads is not None:
            values = stored.every(connection) | given
            check_leads(values.get("leads"), values.get("votes"))
        for name, value in given.items():
            stored.put(connection, name, value)
        acts = [(f"{name}_set", None, None, {"value": value}) for name, value in given.items()]
        if acts:
            projection.append(connection, check_reviewer(reviewer), acts)
        if votes is not None:
            gold_fold.refold_all(connection)
    return settings(database)


def check_numbers(
    unaided: float | None,
    recheck: float | None,
    controls: float | None,
    overlap: int | None,
    votes: int | None,
) -> None:
    """See that shares are shares, which "nan" is not, and that there can be so many people.

    Raises:
        ProjectError: one is not, or there cannot.
    """
    shares = {
        "articles without suggestions": unaided,
        "own claims that come back": recheck,
        "control claims": controls,
    }
    for what, share in shares.items():
        if share is not None and not 0 <= share <= 1:
            raise ProjectError(f"the share of {what} goes from 0 to 1")
    people = {"reviewers of a claim (--overlap)": overlap, "leads who must agree (--votes)": votes}
    for what, number in people.items():
        if number is not None and number > MANY:
            raise ProjectError(f"{what} are {MANY:,} at most")


def check_leads(leads: Sequence[str] | None, votes: int | None) -> list[str] | None:
    """The names of leads, each once; None for None.

    Raises:
        ProjectError: fewer are named than must agree, so that nothing could ever be settled.
        workbench.review.reviewers.ReviewerError: a name that cannot be kept.
    """
    if leads is None:
        return None
    names = list(dict.fromkeys(check_reviewer(name, NAMELESS_LEAD) for name in leads))
    if names and votes is not None and votes > len(names):
        few = "1 lead" if len(names) == 1 else f"{len(names)} leads"
        raise ProjectError(
            f"{votes} leads must agree on a gold label, and the project names {few}"
            f" ({', '.join(names)}): name more with --lead, or ask for fewer with --votes"
        )
    return names


def _check_labels(scheme: Scheme, connection: Connection) -> None:
    from db import status

    known = {label.id for label in scheme.labels}
    used = events.labels(connection) | set(status.verdicts(connection))
    if orphans := sorted(used - known):
        raise ProjectError(
            f"the scheme '{scheme.name}' lacks labels that verdicts use: {', '.join(orphans)};"
            " keep their ids and change their names"
        )
