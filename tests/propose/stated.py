"""What the engine `semantic` shows of a text."""

from __future__ import annotations

from workbench import propose


def statements(text: str) -> list[str]:
    """The statements of the claims that the queue shows, in the order of the text."""
    found = propose(text, engine="semantic", language="en")
    return [c.statement for c in found if c.kind != "phrase"]
