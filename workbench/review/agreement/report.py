"""All figures of agreement of a project, in one object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any, NamedTuple, TypeVar

from db import gold
from db import ratings as stored
from db.engine import Database
from workbench.review.agreement import coefficients, verdicts
from workbench.review.agreement.bootstrap import RESAMPLES, SEED
from workbench.review.agreement.figures import Figure, figure
from workbench.review.agreement.overall import overall
from workbench.review.agreement.quality import Steadiness, steadiness
from workbench.review.agreement.spans import (
    EvidenceAgreement,
    SpanAgreement,
    evidence_agreement,
    span_agreement,
)
from workbench.review.agreement.verdicts import Group
from workbench.review.project import settings


class Reference(NamedTuple):
    """A published figure to hold one's own against, and what it is."""

    name: str
    value: float
    what: str


REFERENCES = (
    Reference(
        "AVeriTeC",
        0.619,
        "kappa on four verdicts of real-world claims, free-marginal (Randolph), after several "
        "rounds of annotation; Schlichtkrull, Guo and Vlachos (2023)",
    ),
    Reference(
        "FEVER",
        0.684,
        "Fleiss' kappa on three verdicts of claims made from Wikipedia; Thorne, Vlachos, "
        "Christodoulopoulos and Mittal (2018)",
    ),
)


@dataclass(frozen=True)
class Agreement:
    """The figures. Verdicts are the labels of the scheme; a discarded claim has none."""

    claims: int  # that somebody has decided
    overlapping: int  # that two reviewers or more have decided
    reviewers: tuple[str, ...]
    ordered: bool  # the scheme's labels are steps
    alpha: Figure
    ordinal_alpha: Figure | None  # None where the scheme is not ordered
    fleiss: Figure
    free_marginal: Figure
    raw: Figure
    keeping: Figure  # alpha of whether a claim is worth keeping
    pairs: list[Group]
    labels: list[Group]
    tags: list[Group]
    articles: list[Group]
    periods: list[Group]
    spans: SpanAgreement
    evidence: EvidenceAgreement
    rechecks: list[Steadiness]
    controls: list[Steadiness]

    def as_json(self) -> dict[str, Any]:
        """The same for programs."""
        tables = ("pairs", "labels", "tags", "articles", "periods")
        return {
            "claims": self.claims,
            "overlapping": self.overlapping,
            "reviewers": list(self.reviewers),
            "bootstrap": {"resamples": RESAMPLES, "seed": SEED, "over": "claims"},
            "verdicts": {
                "krippendorff_alpha": self.alpha.as_json(),
                "krippendorff_alpha_ordinal": self._ordinal(),
                "fleiss_kappa": self.fleiss.as_json(),
                "free_marginal_kappa": self.free_marginal.as_json(),
                "raw_agreement": self.raw.as_json(),
            },
            "keeping": self.keeping.as_json(),
            **{
                name: [{"name": g.name} | g.figure.as_json() for g in getattr(self, name)]
                for name in tables
            },
            "spans": self.spans.as_json(),
            "evidence": self.evidence.as_json(),
            "rechecks": [row.as_json() for row in self.rechecks],
            "controls": [row.as_json() for row in self.controls],
            "references": [reference._asdict() for reference in REFERENCES],
        }

    def _ordinal(self) -> dict[str, Any] | None:
        return self.ordinal_alpha.as_json() if self.ordinal_alpha is not None else None


T = TypeVar("T")
Progress = Callable[[int, int], None]
STEPS = 6


def agreement(
    database: Database,
    *,
    by: str = "week",
    viewer: str | None = None,
    progress: Progress = lambda _done, _total: None,
) -> Agreement:
    """Compute all figures.

    Args:
        database: the project; read in one transaction.
        by: the steps of time, `week` or `day`.
        viewer: only from claims that this reviewer has decided herself, for she reviews blind;
            None for all.
        progress: called with the steps done and their number.
    """
    scheme = settings(database).scheme
    with database.read() as connection:
        ratings = stored.ratings(connection)
        tags = list(stored.tags(connection))
        spans, cited = stored.spans(connection), stored.cited(connection)
        names = stored.titles(connection)
        again, controlled = list(gold.rechecked(connection)), list(gold.controlled(connection))
    if viewer is not None:
        own = {rating.claim_seq for rating in ratings if rating.reviewer == viewer}
        ratings = [rating for rating in ratings if rating.claim_seq in own]
        tags = [row for row in tags if row[0] in own]
        cited = [row for row in cited if row.claim_seq in own]
        spans = [span for span in spans if span.reviewer == viewer]
        again = [row for row in again if row.reviewer == viewer]
        controlled = []  # they must not be told apart from other claims
    claims = verdicts.by_claim(ratings)
    progress(0, STEPS)
    spread = verdicts.Spread(
        list(verdicts.labels_of([label.id for label in scheme.labels], ratings))
    )
    of = spread.units(claims)
    whole = overall(of, len(spread.labels), scheme.ordered)

    steps = count(1)

    def told(value: T) -> T:
        progress(next(steps), STEPS)
        return value

    def title(seq: int) -> str:
        article_id, name = names[seq]
        return name or article_id[:12]

    return Agreement(
        claims=len(claims),
        overlapping=sum(len(claim.labels) > 1 for claim in claims),
        reviewers=tuple(sorted({rating.reviewer for rating in ratings})),
        ordered=scheme.ordered,
        alpha=whole.krippendorff_alpha,
        ordinal_alpha=whole.krippendorff_alpha_ordinal,
        fleiss=told(whole.fleiss_kappa),
        free_marginal=whole.free_marginal_kappa,
        raw=whole.raw_agreement,
        keeping=told(figure(coefficients.alpha, verdicts.kept(claims), "keeping")),
        pairs=told(verdicts.pairs(claims, spread.labels)),
        labels=told(verdicts.by_label(spread, of)),
        tags=told(verdicts.by_tag(claims, tags)),
        articles=verdicts.grouped(
            claims, spread, lambda claim: claim.article_seq, title, scheme.ordered
        ),
        periods=verdicts.grouped(
            claims, spread, lambda claim: verdicts.period(claim, by), str, scheme.ordered
        ),
        spans=told(span_agreement(spans, ratings)),
        evidence=evidence_agreement(cited, ratings),
        rechecks=steadiness(again),
        controls=steadiness(controlled),
    )
