"""Names of stores as they may be shown."""

from __future__ import annotations

import re

PASSWORD = re.compile(r"(://[^:/?#]*):.*@(?=[^@]*$)")


def public(url: str) -> str:
    """A URL with `***` in place of its password; anything else as it is."""
    return PASSWORD.sub(r"\1:***@", url)
