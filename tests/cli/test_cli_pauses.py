"""When Python looks for garbage, in a process of its own: how it does so is the process's."""

from __future__ import annotations

import subprocess
import sys


def _told(code: str) -> list[int]:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return [int(word) for word in done.stdout.split()]


def test_no_look_while_a_command_is_loaded() -> None:
    looks, _ = _told(
        "import gc, sys\n"
        "from workbench.cli import main\n"
        "looks = []\n"
        "gc.callbacks.append(lambda phase, _: looks.append(phase))\n"
        "sys.argv = ['workbench', 'export', 'nothing.jsonl', '--db', 'no-such.db']\n"
        "sys.stderr = open('/dev/null', 'w')\n"
        "try:\n"
        "    main.program()\n"
        "except SystemExit as ended:\n"
        "    gc.disable()\n"
        "    print(len(looks), ended.code)\n"
    )
    assert looks == 0


def test_what_stands_when_the_store_is_open_is_set_aside() -> None:
    aside, least = _told(
        "import gc, tempfile, pathlib\n"
        "from workbench.tui.app import Start, WorkbenchApp\n"
        "import workbench.tui as tui\n"
        "kept = {}\n"
        "WorkbenchApp.run = lambda app: kept.update(connect=app.desk._connect) or 0\n"
        "with tempfile.TemporaryDirectory() as folder:\n"
        "    tui.run_review(str(pathlib.Path(folder) / 'store.db'), 'anna')\n"
        "    session = kept['connect']()\n"
        "    print(gc.get_freeze_count(), len(gc.get_objects()))\n"
        "    session.close()\n"
    )
    assert aside > 10 * least
