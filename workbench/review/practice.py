"""What reviewers are told about how their claims come to them."""

from __future__ import annotations

from workbench.review.project import Project


def practice(project: Project) -> list[str]:
    """One paragraph for each rule that is on; shown with the guidelines."""
    told = []
    if project.overlap:
        who = "one reviewer" if project.overlap == 1 else f"{project.overlap} reviewers"
        told.append(
            f"Each claim goes to {who}. A claim that you leave for half an hour is free again."
        )
    if project.recheck:
        told.append(
            f"About {project.recheck:.0%} of your claims come back to you later, without your "
            "first verdict. Your answer measures how steady verdicts are; it changes no review."
        )
    if project.controls:
        told.append(
            f"About {project.controls:.0%} of your claims were decided beforehand by a lead. They "
            "look like all others, and measure how well verdicts fit the guidelines."
        )
    return told
