"""Names for things on the web that have no address: the same thing has the same name."""

from __future__ import annotations

import base64
import uuid

_NAMESPACE = uuid.UUID("6f0d3c1e-5a0b-5f57-9b0e-3d5e7f0c9a21")


def urn(*parts: str) -> str:
    """A name from content, as a UUID of version 5."""
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, chr(10).join(parts))}"


def text_name(digest: str) -> str:
    """The name of a text by its SHA-256 in hexadecimal, after RFC 6920."""
    encoded = base64.urlsafe_b64encode(bytes.fromhex(digest)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{encoded}"
