"""Commands for teams: agreement."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.common import (
    CliError,
    DbOption,
    JsonOption,
    ReviewerOption,
    examples,
    number,
    opened,
    say,
    say_json,
    target,
)
from workbench.cli.progress import Bar
from workbench.text.display import safe_line

if TYPE_CHECKING:
    from workbench.review.agreement import Agreement
    from workbench.review.agreement.figures import Figure
    from workbench.review.agreement.quality import Steadiness
    from workbench.review.agreement.verdicts import Group

WIDTH = 34  # of the names of figures, in cells
MEANING = 48  # of what a reference is


def agreement(
    context: typer.Context,
    *,
    by: Annotated[
        str, typer.Option(metavar="STEP", help="Steps of the table over time: week or day.")
    ] = "week",
    reviewer: ReviewerOption = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Show how far reviewers agree.

    Krippendorff's alpha and the kappas, with 95 % intervals over claims; by pair, label, tag,
    article and time; on spans and on evidence. What cannot be told says why.
    """
    if by not in ("week", "day"):
        raise CliError(f"--by {by}: use week or day")
    from workbench.review.agreement import agreement as measure
    from workbench.review.blind import told, viewer

    with opened(target(context, db)) as database, Bar("measuring") as bar:
        bound = viewer(database, reviewer)
        found = measure(database, by=by, viewer=bound, progress=bar.show)
    if json:
        say_json(found.as_json() | {"viewer": bound})
        return
    _tell(found)
    if bound is not None:
        say(told(bound))


def _tell(found: Agreement) -> None:
    from workbench.review.agreement.report import REFERENCES

    say(
        f"{number(found.claims, 'claim')} decided by {number(len(found.reviewers), 'reviewer')}, "
        f"{found.overlapping:,} of them by two or more"
    )
    _line("Krippendorff's alpha, nominal", found.alpha)
    if found.ordinal_alpha is not None:
        _line("Krippendorff's alpha, ordinal", found.ordinal_alpha)
    _line("Fleiss' kappa", found.fleiss)
    _line("free-marginal kappa", found.free_marginal)
    _line("raw agreement", found.raw)
    _line("worth keeping: alpha", found.keeping)
    for reference in REFERENCES:
        first, *more = wrap(reference.what, MEANING)
        say(f"{'  to compare: ' + reference.name:<{WIDTH}} {reference.value:6.3f}  {first}")
        for line in more:
            say(" " * (WIDTH + 9) + line)
    _table("Cohen's kappa by pair", found.pairs)
    _table("alpha by label", found.labels)
    _table("alpha by tag", found.tags)
    _table("alpha by article", found.articles)
    _table("alpha over time", found.periods)
    say()
    _plain("spans, exact F1", found.spans.exact, found.spans.why)
    _plain("spans, F1 of characters", found.spans.characters, found.spans.why)
    _plain("evidence, Jaccard of quotes", found.evidence.spans, found.evidence.why)
    _plain("evidence, Jaccard of sources", found.evidence.sources, found.evidence.why)
    _steady("with herself, on claims shown again", found.rechecks)
    _steady("with the leads, on control claims", found.controls)


def _line(name: str, figure: Figure, indent: str = "") -> None:
    if figure.value is None:
        say(f"{indent + safe_line(name, WIDTH - 2):<{WIDTH}} not defined: {figure.why}")
        return
    between = ""
    if figure.low is not None and figure.high is not None:
        between = f"[{figure.low:.3f}, {figure.high:.3f}]"
    size = f"{number(figure.claims, 'claim')}, {number(figure.reviews, 'review')}"
    label = f"{indent + safe_line(name, WIDTH - 2):<{WIDTH}}"
    say(f"{label} {figure.value:6.3f}  {between:<16}  {size}".rstrip())


def _table(title: str, groups: Sequence[Group]) -> None:
    if groups:
        say()
        say(title)
    for group in groups:
        _line(group.name, group.figure, "  ")


def _plain(name: str, value: float | None, why: str) -> None:
    say(f"{name:<{WIDTH}} {f'{value:6.3f}' if value is not None else f'not defined: {why}'}")


def _steady(title: str, rows: Sequence[Steadiness]) -> None:
    if rows:
        say()
        say(title)
    for row in rows:
        drift = ""
        if row.earlier is not None and row.later is not None:
            drift = f", first half {row.earlier:.0%}, second half {row.later:.0%}"
        name = "  " + safe_line(row.reviewer, WIDTH - 2)
        say(f"{name:<{WIDTH}} {row.share:6.1%}  of {number(row.claims, 'claim')}{drift}")


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command(epilog=examples("agreement", "agreement --by day", "agreement --json"))(agreement)
