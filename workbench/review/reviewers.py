"""Who reviews: the name under which decisions are kept. Imports no store."""

from __future__ import annotations

import getpass
import os
import unicodedata

LONGEST = 100
NAMELESS = "the reviewer's name is empty; give one with --reviewer"


class ReviewerError(ValueError):
    """A name that no reviewer can have; the text is one line for the user."""


def check_reviewer(name: str, missing: str = NAMELESS) -> str:
    """A reviewer's name, trimmed.

    Args:
        name: the name.
        missing: what to say of an empty one, which tells where another is given.

    Raises:
        ReviewerError: it is empty, too long, or holds control or invisible characters.
    """
    trimmed = name.strip()
    if not trimmed:
        raise ReviewerError(missing)
    if len(trimmed) > LONGEST:
        raise ReviewerError(f"the reviewer's name is longer than {LONGEST} characters")
    if any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in trimmed):
        raise ReviewerError("the reviewer's name holds control characters; give another")
    return trimmed


def reviewer_name(given: str | None) -> str:
    """Who acts: the name given, else of `WORKBENCH_REVIEWER`, else the system's user.

    Raises:
        ReviewerError: there is no name, or it is not one that can be kept.
    """
    named = given if given is not None else os.environ.get("WORKBENCH_REVIEWER")
    if named is not None:
        return check_reviewer(named)
    try:
        return check_reviewer(getpass.getuser())
    except (ImportError, KeyError, OSError) as error:
        raise ReviewerError("no reviewer's name: give one with --reviewer") from error
