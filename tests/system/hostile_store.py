"""A store full of hostile texts, made by the real commands."""

from __future__ import annotations

import json
from pathlib import Path

from hostile import CORPUS, OSC_0, OSC_52

TITLES = {
    name: f"{name} {text[:40]} {OSC_52}[/nope][@click=app.quit]t[/]\u202e\x9b31m"
    for name, text in CORPUS.items()
}
GUIDELINES = f"# Rules\n\nDecide {OSC_52}[bold]well[/nope] in\x9d0;x\x9c time.\n\u202eRight\n"


def write_rows(folder: Path) -> Path:
    """All texts as rows of a JSON Lines file, with hostile titles, speakers and addresses."""
    path = folder / "rows.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for name, text in CORPUS.items():
            row = {
                "id": f"{name}{OSC_0}",
                "title": TITLES[name],
                "text": text,
                "speaker": f"S{OSC_52}peaker [/nope]",
                "url": f"https://example.org/{OSC_0}",
            }
            print(json.dumps(row), file=file)
    return path


def write_files(folder: Path) -> list[Path]:
    """Some texts as files of their own, one of them with a hostile name."""
    paths = []
    for number, name in enumerate(("markup", "bidi", "crlf", "cr", "osc-52", "c1", "controls")):
        stem = f"{name}\x1b]0;name\x07[nope]\x9b31m" if number == 0 else name
        path = folder / f"{stem}.txt"
        path.write_bytes(CORPUS[name].encode())
        paths.append(path)
    return paths
