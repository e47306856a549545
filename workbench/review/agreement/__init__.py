"""Agreement between reviewers: on verdicts, tags, spans and evidence."""

from workbench.review.agreement.report import Agreement, agreement

__all__ = ["Agreement", "agreement"]
