"""Words typed faster than the screen is drawn, as people type them."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot


async def typed(pilot: Pilot[Any], text: str, *keys: str) -> None:
    """Type a text ahead of what is drawn, then press keys, each when the one before is done."""
    for character in text:
        key = events.Key(_character_to_key(character), character)
        key.set_sender(pilot.app)
        pilot.app.post_message(key)
    await pilot.pause()
    await pilot.press(*keys)
