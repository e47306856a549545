"""The errors that tell the user in one line what is wrong; others are faults of ours."""

from __future__ import annotations

from db.engine import StoreError
from workbench.dataset.choice import ChoiceError
from workbench.dataset.export import ExportError
from workbench.dataset.formats import FormatError
from workbench.dataset.importers.item import WorkError
from workbench.dataset.splits.assign import SplitError
from workbench.encoder import MissingExtraError
from workbench.ingest.errors import IngestError
from workbench.match.claimreview.files import ClaimReviewError
from workbench.propose.engines import UnknownEngineError
from workbench.review.about import AboutError
from workbench.review.outcome import ReviewError
from workbench.review.project import ProjectError
from workbench.review.reviewers import ReviewerError
from workbench.review.schemes import SchemeError

KNOWN: tuple[type[Exception], ...] = (
    AboutError,
    ChoiceError,
    ClaimReviewError,
    ExportError,
    FormatError,
    IngestError,
    MissingExtraError,
    ProjectError,
    ReviewError,
    ReviewerError,
    SchemeError,
    SplitError,
    StoreError,
    UnknownEngineError,
    WorkError,
)
