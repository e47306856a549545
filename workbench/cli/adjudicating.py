"""The command adjudicate: settling what reviewers disagree on, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.common import (
    CliError,
    DbOption,
    JsonOption,
    ReviewerOption,
    ends_on_terminal,
    examples,
    number,
    opened,
    require_store,
    say,
    say_json,
    target,
)
from workbench.text.display import safe_line

if TYPE_CHECKING:
    from db.engine import Database
    from workbench.review.adjudicating import Case
    from workbench.review.schemes import Scheme
    from workbench.review.session import Session


def adjudicate(
    context: typer.Context,
    claim: Annotated[
        str | None, typer.Argument(metavar="[CLAIM]", help="A claim's id, or how it begins.")
    ] = None,
    *,
    side: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Make this reviewer's decision the gold label."),
    ] = None,
    verdict: Annotated[
        str | None, typer.Option(metavar="LABEL", help="Give a verdict of your own, by id or name.")
    ] = None,
    discard: Annotated[
        bool, typer.Option("--discard", help="Say that it is no claim worth keeping.")
    ] = False,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why.")] = "",
    control: Annotated[
        bool, typer.Option("--control", help="Decide it beforehand, as a control claim.")
    ] = False,
    unanimous: Annotated[
        bool, typer.Option("--unanimous", help="Settle all claims that reviewers agree on.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what you settled last.")] = False,
    order: Annotated[
        str, typer.Option(metavar="NAME", help="Of the list: disagreement, article or worth.")
    ] = "disagreement",
    plain: Annotated[
        bool, typer.Option("--plain", help="Lines, in a terminal too; else the screen opens.")
    ] = False,
    reviewer: ReviewerOption = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Settle what reviewers disagree on, in a screen or line by line.

    Alone it opens the screen, or lists the claims where there is no terminal; with CLAIM it shows
    the reviews, or settles them. The decision is the claim's gold label. For leads, where the
    project names them.
    """
    from workbench.review.reviewers import reviewer_name
    from workbench.review.session import Session

    deciding = discard or verdict is not None
    decisions = (side is not None) + (verdict is not None) + discard
    if decisions > 1:
        raise CliError("use one of --side, --verdict and --discard")
    _check_alone(claim, bool(decisions or reason), unanimous, undo)
    if claim is None and decisions:
        raise CliError("name the claim to settle: how its id begins")
    if control and not deciding:
        raise CliError("--control needs --verdict LABEL or --discard")
    if reason and not decisions:
        raise CliError("--reason needs --side NAME, --verdict LABEL or --discard")
    store = target(context, db)
    listing = claim is None and not (unanimous or undo or json)
    if listing and not plain and ends_on_terminal():
        raise typer.Exit(_screen(store, reviewer_name(reviewer), order))
    with opened(store) as database:
        session = Session(database, reviewer_name(reviewer))
        seq = _find(database, claim) if claim is not None else None
        if undo:
            done = session.undo_settling().message
        elif unanimous:
            done = f"{number(session.settle_unanimous(), 'claim')} settled"
        elif seq is not None and side is not None:
            done = session.take_side(seq, side, reason).message
        elif seq is not None and deciding:
            settle = session.control if control else session.third
            meant = session.scheme.named(verdict) if verdict is not None else None
            done = settle(seq, meant.id if meant else verdict, reason).message
        else:
            _tell(session, seq, order, json)
            return
        left = len(session.disagreements())
    if json:
        say_json({"done": done, "disagreements": left})
    else:
        say(f"{safe_line(done)}; {number(left, 'disagreement')} left")


def _check_alone(claim: str | None, more: bool, unanimous: bool, undo: bool) -> None:
    """Refuse what would do nothing beside an act on whatever claims there are.

    Raises:
        CliError: a claim or a decision beside --unanimous or --undo, or both of these.
    """
    if unanimous and undo:
        raise CliError("use one of --unanimous and --undo")
    if (unanimous or undo) and (claim is not None or more):
        which = "--unanimous settles all claims that reviewers agree on"
        raise CliError(
            f"{which if unanimous else '--undo takes your last act back'}: give it alone"
        )


def _screen(store: str, reviewer: str, order: str) -> int:
    """Open the adjudication screen; its exit code.

    Raises:
        CliError: there is no such store, or no such order.
    """
    require_store(store)
    from workbench.tui import run_adjudication
    from workbench.tui.screens.settling import ORDERS

    if order not in ORDERS:
        raise CliError(f"no order '{order}'; there are {', '.join(ORDERS)}")
    return run_adjudication(store, reviewer, order)


def _find(database: Database, prefix: str) -> int:
    from db import claims

    with database.read() as connection:
        found = claims.by_id_prefix(connection, prefix)
    if len(found) != 1:
        why = "more than one claim begins so" if found else "no such claim"
        raise CliError(f"{prefix}: {why}")
    return found[0].seq


def _tell(session: Session, seq: int | None, order: str, json: bool) -> None:
    """Show one claim, or all that reviewers disagree on."""
    wanted = session.disagreements(order) if seq is None else [seq]
    for case in map(session.case, wanted):
        if json:
            say_json(_case_json(case))
        else:
            _show(case, session.scheme)
    if seq is None and not json:
        agreed = len(session.unanimous())
        say(
            f"{number(len(wanted), 'disagreement')}; {number(agreed, 'claim')} that all agree on "
            "can be settled with --unanimous"
        )


def _show(case: Case, scheme: Scheme) -> None:
    say(f"{case.claim.id[:12]}  {safe_line(case.claim.quote)}")
    names = {label.id: label.name for label in scheme.labels}
    for review in case.reviews:
        given = "discarded" if review.discarded else names.get(str(review.verdict), review.verdict)
        tags = "".join(f" #{tag}" for tag in review.tags)
        note = f"  {review.note}" if review.note else ""
        say(f"  {safe_line(f'{review.reviewer}: {given}{tags}{note}')}")
        for piece in review.evidence:
            quote = piece.quote or piece.url or "(not held)"
            say(f"      {safe_line(f'{piece.stance}: {quote}')}")
    if case.gold is not None:
        gold = case.gold
        given = "discarded" if gold.discarded else names.get(str(gold.verdict), gold.verdict)
        state = "" if gold.settled else ", wanting votes"
        why = f": {gold.reason}" if gold.reason else ""
        say(f"  {safe_line(f'gold: {given} ({gold.how}{state}){why}')}")


def _case_json(case: Case) -> dict[str, object]:
    return {
        "claim": case.claim.id,
        "article": case.claim.article_id,
        "quote": case.claim.quote,
        "statement": case.claim.statement,
        "reviews": [
            review._asdict() | {"evidence": [piece._asdict() for piece in review.evidence]}
            for review in case.reviews
        ],
        "gold": case.gold._asdict() if case.gold is not None else None,
    }


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command(
        epilog=examples(
            "adjudicate                                  # the screen; --plain lists them",
            "adjudicate 3fa9 --side alice",
            "adjudicate 3fa9 --verdict refuted --reason 'the minutes say 2018'",
            "adjudicate --unanimous",
        )
    )(adjudicate)
