"""Write docs/keys.md from the keys that the review screen declares; `--check` compares only."""

from __future__ import annotations

import sys
from pathlib import Path

from workbench.review.schemes import preset
from workbench.tui.keys.evidence import EVIDENCE, JUDGING, PIECES, STANCE
from workbench.tui.keys.export import EXPORT
from workbench.tui.keys.table import (
    ADJUDICATE,
    CARET,
    DASHBOARD,
    DIALOG,
    PRECEDENT,
    REVIEW,
    VERDICT,
    Command,
    build,
)

EVIDENCES = (EVIDENCE, STANCE, PIECES, JUDGING)
PAGE = Path(__file__).with_name("keys.md")

HEAD = """\
# Keys

One key decides, saves and goes on to the next undecided claim. This page is written from the
declarations of the keys (`python docs/keys_page.py`); `?` shows the same table in the tool, with
the verdicts of your project and your own keys.
"""

VERDICTS = """
The keys of the verdicts come from the project's [scheme](schemes.md). Those of the scheme
`default`:
"""

OWN = """
## Your own keys

Write them into `keys.toml` in your settings folder: `~/.config/workbench/` (or
`$XDG_CONFIG_HOME/workbench/`), `~/Library/Application Support/workbench/` on macOS,
`%APPDATA%\\workbench\\` on Windows.

```toml
[keys]
later = "l"
undo = ["u", "ctrl+z"]
refuted = "w"        # a verdict, by the id of its label
```

The names on the left are the commands of the tables above, or ids of the scheme's labels; what you
give replaces the default keys of that command. A key is a printable character or a name: `space`,
`enter`, `escape`, `up`, `pagedown`, `ctrl+t`. A key map with a mistake is not used, and the screen
says why when it opens.

Terminals do not deliver every key: `ctrl+i`, `ctrl+m` and `ctrl+h` arrive as tab, enter and
backspace; `ctrl+s`, `ctrl+q` and `ctrl+z` may be caught by the terminal; `ctrl+enter` and
`shift+enter` often do not arrive at all. Plain letters always do.

## The mouse

Click a claim in the list or a marked span in the article to go there; drag over the article to
select words; the wheel scrolls what is under the pointer.
"""


def table(commands: list[Command]) -> str:
    """A Markdown table of commands: keys, what they do, the name for a key map."""
    rows = ["", "| key | what it does | name |", "| --- | --- | --- |"]
    for command in commands:
        keys = " ".join(f"`{key}`" for key in command.keys)
        name = command.id.removeprefix(VERDICT)
        rows.append(f"| {keys} | {command.help} | `{name}` |".replace("`|`", "`\\|`"))
    return "\n".join(rows) + "\n"


def page() -> str:
    """The whole page."""
    keys = build(preset("default"))
    text = HEAD
    for mode in (REVIEW, *EVIDENCES, CARET, ADJUDICATE, DASHBOARD, EXPORT, DIALOG, PRECEDENT):
        for group, commands in keys.groups(mode).items():
            text += f"\n## {group}\n"
            verdicts = [c for c in commands if c.id.startswith(VERDICT)]
            if verdicts:
                text += VERDICTS + table(verdicts) + "\nAnd with every scheme:\n"
            text += table([c for c in commands if c not in verdicts])
    return text + OWN


def main() -> int:
    """Write the page, or compare it; returns the exit code."""
    if "--check" in sys.argv[1:]:
        same = PAGE.read_text(encoding="utf-8") == page()
        print("docs/keys.md " + ("is up to date" if same else "differs: run docs/keys_page.py"))
        return 0 if same else 1
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
