"""What a change of a project's settings changed: a line each."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.review.project import Project

LONGEST = 60  # characters of a value that are shown
EVERYBODY = ("leads", "overlap")  # settings whose empty value lets everybody do it


def told(before: Project, after: Project, given: Collection[str]) -> Iterator[str]:
    """A line for each setting that was given or is another now.

    Args:
        before: the settings as they were.
        after: as they are.
        given: names of the settings that the user gave.
    """
    old, new = _values(before), _values(after)
    for name, value in new.items():
        if value != old[name]:
            yield f"{name}: {_shown(name, value)}, was {_shown(name, old[name])}"
        elif name in given:
            yield f"{name}: {_shown(name, value)}, as before"


def _values(project: Project) -> dict[str, Any]:
    plain = project._asdict()
    del plain["id"], plain["about"]
    return plain | {"scheme": project.scheme.ref} | project.about._asdict()


def _shown(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not value and name in EVERYBODY:
        return "everybody"
    if isinstance(value, tuple):
        return ", ".join(value)
    text = " ".join(str(value).split())
    if not text:
        return "none"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
