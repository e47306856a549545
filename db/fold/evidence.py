"""Evidence in the fold of events: what a reviewer cites, and how she finds another's evidence.

A `cited` event says all that is known of a piece; one with the id of a piece that is there already
changes it in its place. `uncited` takes one away.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, insert

from db.rows import Event, Evidence
from db.schema import TABLES

review_evidence = TABLES["review_evidence"]
sufficiency = TABLES["sufficiency"]

KINDS = ("cited", "uncited")
JUDGED = "sufficiency"
ALL = frozenset((*KINDS, JUDGED))


def fold_evidence(held: dict[str, Evidence], item: Event) -> None:
    """Bring the pieces that she holds, by id in the order of citing, up to date."""
    key = str(item.payload["evidence"])
    if item.kind == "uncited":
        held.pop(key, None)
    else:
        held[key] = piece(item)


def piece(item: Event) -> Evidence:
    """The piece that a `cited` event describes."""
    given = item.payload
    start, end = given.get("start"), given.get("end")
    return Evidence(
        id=str(given["evidence"]),
        source_id=_text(given.get("source_id")),
        url=_text(given.get("url")),
        start=None if start is None else int(start),
        end=None if end is None else int(end),
        quote=str(given.get("quote", "")),
        stance=str(given["stance"]),
        check=str(given["check"]),
        set_no=int(given.get("set_no", 1)),
        question=str(given.get("question", "")),
        flags=tuple(str(flag) for flag in given.get("flags", ())),
        at=item.at,
    )


def payload(made: Evidence) -> dict[str, Any]:
    """The payload of the `cited` event that describes a piece."""
    values = made._asdict()
    del values["at"]
    return {"evidence": values.pop("id"), **values, "flags": list(made.flags)}


def fold_judgement(judged: dict[str, dict[str, Any]], item: Event) -> None:
    """Bring what she said of others' evidence up to date."""
    given = item.payload
    judged[str(given["of"])] = {
        "verdict": str(given["verdict"]),
        "sufficient": bool(given["sufficient"]),
        "at": item.at,
    }


def store(
    connection: Connection,
    seq: int,
    reviewer: str,
    held: dict[str, Evidence],
    judged: dict[str, dict[str, Any]],
) -> None:
    """Write anew what a reviewer cites on a claim, and what she judged."""
    for table in (review_evidence, sufficiency):
        mine = (table.c.claim_seq == seq) & (table.c.reviewer == reviewer)
        connection.execute(delete(table).where(mine))
    key = {"claim_seq": seq, "reviewer": reviewer}
    if held:
        rows = [key | evidence_values(made, at) for at, made in enumerate(held.values())]
        connection.execute(insert(review_evidence), rows)
    if judged:
        rows = [key | {"of": of} | values for of, values in sorted(judged.items())]
        connection.execute(insert(sufficiency), rows)


def evidence_values(made: Evidence, position: int) -> dict[str, Any]:
    """The columns of `review_evidence` for a piece."""
    return {**payload(made), "position": position, "at": made.at}


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
