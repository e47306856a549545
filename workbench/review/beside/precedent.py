"""A verdict that was given before: how it stands to a claim, and what it is in a scheme's labels.

Whether two claims say the same is for the facts to tell
(`workbench.match.consistency.judge`); a score of likeness only ranks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from db.rows import CheckedClaim, Claim, Evidence
from workbench.match.claimreview.verdict import Polarity, polarity
from workbench.match.collection.memory import SIDES
from workbench.match.consistency.judge import SIDES as RELATED
from workbench.match.consistency.judge import relate, same_topic
from workbench.match.differences.compare import Difference
from workbench.review.schemes import Label, Scheme

Standing = Literal["same", "differs", "near"]

YOU, ADJUDICATED = "you", "adjudicated"
"""Whose a verdict of this project is, where it is no other reviewer's."""

POLARITIES: tuple[Polarity, ...] = ("supported", "refuted", "mixed", "unknown")

_POLARITIES: dict[str, Polarity] = {
    "SUPPORTS": "supported",
    "REFUTES": "refuted",
    "Supported": "supported",
    "Refuted": "refuted",
    "Conflicting Evidence/Cherrypicking": "mixed",
    "half-true": "mixed",
}
_TARGETS = ("fever", "averitec", "liar")  # by which a label's polarity is known, in this order


class Precedent(NamedTuple):
    """A claim with the verdict that it got before, beside the claim under review.

    Attributes:
        kind: checked (elsewhere) or decided (in this project).
        id: of the checked claim, or of the claim.
        seq: of the claim; None for a checked claim.
        statement: what the claim says.
        verdict: in its publisher's words, or the label's name.
        label: the label of the project's scheme that says the same; None where none or several do.
        polarity: what the verdict says.
        by: the publisher; `YOU`, `ADJUDICATED`, or the name of a reviewer.
        url: where the check can be read.
        published: ISO date of the check.
        score: how near the claim is, in [0, 1].
        standing: same (all facts agree), differs, or near (may be another claim).
        reason: what differs, in words.
        opposite: it says the same and its verdict says the opposite.
        evidence: what the verdict of this project rests on.
    """

    kind: Literal["checked", "decided"]
    id: str
    seq: int | None
    statement: str
    verdict: str
    label: str | None
    polarity: Polarity
    by: str
    url: str | None
    published: str | None
    score: float
    standing: Standing
    reason: str
    opposite: bool = False
    evidence: tuple[Evidence, ...] = ()

    def origin(self) -> dict[str, Any]:
        """Where a verdict or evidence was taken from, as an event records it."""
        kept = ("kind", "id", "statement", "verdict", "by", "url")
        return {name: value for name in kept if (value := getattr(self, name))}


def of_label(label: Label) -> Polarity:
    """What a verdict with this label says: by what it maps to in datasets, else by its name."""
    for target in _TARGETS:
        if (found := _POLARITIES.get(label.maps.get(target, ""))) is not None:
            return found
    return polarity(label.name) if not label.maps else "unknown"


def label_for(scheme: Scheme, verdict: str, meant: Polarity) -> str | None:
    """The label of a scheme that says what a verdict says; None where none or several do."""
    wanted = verdict.strip().casefold()
    named = [one.id for one in scheme.labels if wanted in (one.id.casefold(), one.name.casefold())]
    if not named and meant != "unknown":
        named = [one.id for one in scheme.labels if of_label(one) == meant]
    return named[0] if len(named) == 1 else None


def stand(statement: str, other: str, differing: Sequence[Difference]) -> tuple[Standing, str]:
    """How a claim stands to one that was decided before, and what differs.

    Args:
        statement: what the claim under review says.
        other: what the other says.
        differing: the facts in which they differ.
    """
    relation = relate(statement, other)
    reason = placed("; ".join(one.message for one in differing), SIDES)
    if relation is None:
        return ("differs" if reason and same_topic(statement, other) else "near"), reason
    if relation.kind == "agrees":
        return ("differs" if reason else "same"), reason
    return "differs", reason or placed(relation.reason, RELATED)


def placed(reason: str, sides: tuple[str, str]) -> str:
    """A reason as a reviewer reads it: what is in her claim is here, the other is there."""
    here, there = (f" in the {side}" for side in sides)
    return reason.replace(there, " there").replace(here, " here")


def of_check(
    check: CheckedClaim, scheme: Scheme, score: float, stands: tuple[Standing, str]
) -> Precedent:
    """A claim that was checked before."""
    verdict = check.verdict or ""
    meant: Polarity = next((one for one in POLARITIES if one == check.polarity), "unknown")
    return Precedent(
        kind="checked",
        id=check.id,
        seq=None,
        statement=check.statement,
        verdict=verdict or "no verdict",
        label=label_for(scheme, verdict, meant),
        polarity=meant,
        by=check.publisher or "",
        url=check.url,
        published=check.published,
        score=score,
        standing=stands[0],
        reason=stands[1],
    )


class Decided(NamedTuple):
    """A claim of the project with a verdict that the reviewer may see."""

    claim: Claim
    statement: str
    label: str
    by: str
    evidence: tuple[Evidence, ...]


def of_decision(
    decided: Decided, scheme: Scheme, score: float, stands: tuple[Standing, str]
) -> Precedent:
    """A claim that was decided in this project."""
    label = scheme.label(decided.label)
    return Precedent(
        kind="decided",
        id=decided.claim.id,
        seq=decided.claim.seq,
        statement=decided.statement,
        verdict=label.name if label else decided.label,
        label=label.id if label else None,
        polarity=of_label(label) if label else "unknown",
        by=decided.by,
        url=None,
        published=None,
        score=score,
        standing=stands[0],
        reason=stands[1],
        evidence=decided.evidence,
    )


def alarmed(found: Sequence[Precedent], verdict: Polarity) -> list[Precedent]:
    """The precedents, those that oppose the verdict marked; the most pressing first.

    Opposite are supported and refuted, nothing else. Before she has decided (`unknown`) there
    is nothing to oppose, but where two that say the same oppose each other both are marked.
    """
    same = {one.polarity for one in found if one.standing == "same"}
    torn = verdict == "unknown" and {"supported", "refuted"} <= same
    marked = [
        one._replace(
            opposite=one.standing == "same"
            and (opposed(one.polarity, verdict) or (torn and one.polarity in _OPPOSED))
        )
        for one in found
    ]
    return sorted(marked, key=_pressing)


def _pressing(one: Precedent) -> tuple[bool, int, bool, float, str]:
    """Alarms, the same claim, what differs, what is near; of these the project's own first."""
    standing = ("same", "differs", "near").index(one.standing)
    return not one.opposite, standing, one.kind == "checked", -one.score, one.id


_OPPOSED: dict[Polarity, Polarity] = {"supported": "refuted", "refuted": "supported"}


def opposed(one: Polarity, other: Polarity) -> bool:
    """Whether one verdict says the opposite of the other."""
    return _OPPOSED.get(one) == other
