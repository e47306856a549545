"""What a project says of its datasets: title, licence, source, how to cite them, release."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

_RELEASE = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")


class AboutError(ValueError):
    """A release, a date or a text that is none; one line for the user."""


class About(NamedTuple):
    """Settings that go into each dataset; "" is what was never set."""

    title: str = ""
    licence: str = ""  # an id or an address, as cc-by-4.0
    source: str = ""  # where the articles come from
    citation: str = ""  # how to cite the dataset, in plain text or BibTeX
    release: str = ""  # MAJOR.MINOR.PATCH
    released: str = ""  # day of publication, YYYY-MM-DD


def from_settings(values: Mapping[str, Any]) -> About:
    """What a store's settings say."""
    return About(**{name: str(values.get(name) or "") for name in About._fields})


def checked(given: Mapping[str, str | None]) -> dict[str, str]:
    """The fields that are given, without those that are None.

    Raises:
        AboutError: a release that is no version of three numbers, a day that is none, or bytes
            that are no text.
    """
    found = {name: value.strip() for name, value in given.items() if value is not None}
    for name, value in found.items():
        try:
            value.encode()
        except UnicodeEncodeError:  # half characters stand for such bytes
            raise AboutError(f"the {name} is not UTF-8; type it again") from None
    release, released = found.get("release"), found.get("released")
    if release and not _RELEASE.fullmatch(release):
        raise AboutError(f"'{release}' is no release; write three numbers, as 1.0.0")
    if released:
        try:
            found["released"] = date.fromisoformat(released).isoformat()
        except ValueError:
            raise AboutError(f"'{released}' is no day; write it as 2026-05-31") from None
    return found
