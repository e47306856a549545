"""The reviewer's own key map: a small TOML file.

```toml
[keys]
later = "l"
undo = ["u", "ctrl+z"]
refuted = "v"        # a verdict, by the id of its label
```
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workbench.tui.keys.table import KeyMapError


def config_folder(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> Path:
    """Where the reviewer's settings are, by the custom of her system."""
    environ = os.environ if environ is None else environ
    if named := environ.get("XDG_CONFIG_HOME"):
        return Path(named) / "workbench"
    if platform == "win32" and (roaming := environ.get("APPDATA")):
        return Path(roaming) / "workbench"
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "workbench"
    return Path.home() / ".config" / "workbench"


def read_keymap(path: Path) -> dict[str, tuple[str, ...]]:
    """The keys of a key map: command id → keys. Empty where there is no such file.

    Raises:
        KeyMapError: not readable, not TOML, or not made of keys; one line.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise KeyMapError(f"{path.name}: {error}") from error
    import tomllib

    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KeyMapError(f"{path.name}: {error}") from error
    section = content.get("keys", {})
    if not isinstance(section, dict) or set(content) - {"keys"}:
        raise KeyMapError(f"{path.name}: expected one section, [keys]")
    return {name: _keys(path, name, value) for name, value in section.items()}


def _keys(path: Path, name: str, value: Any) -> tuple[str, ...]:
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not keys or not all(isinstance(k, str) and k for k in keys):
        raise KeyMapError(f'{path.name}: \'{name}\' needs a key, like "x" or ["x", "ctrl+x"]')
    return tuple("space" if key == " " else key for key in keys)
