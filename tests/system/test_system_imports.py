"""What is imported, and when: seen from outside, in processes of their own."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import workbench as package

ROOT = Path(__file__).resolve().parents[2]
STORE = {"sqlmodel", "sqlalchemy", "sqlite3", "alembic"}
HEAVY = STORE | {"textual", "typer", "trafilatura", "rapidfuzz", "onnxruntime", "numpy", "pydantic"}


def loaded_by(code: str) -> set[str]:
    """The top-level modules that are loaded after some code ran."""
    tail = (
        "\nimport sys\nprint('\\n'.join(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code + tail], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stdout.splitlines())


def modules_below(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def dotted(path: Path) -> str:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    return name.removesuffix(".__init__")


def imported_names(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def test_the_package_alone_is_light() -> None:
    assert not loaded_by("import workbench") & HEAVY


def test_proposing_needs_no_screen_and_no_store() -> None:
    loaded = loaded_by("import workbench; workbench.propose('The mill was sold in 1903.')")
    assert not loaded & ({"textual", "typer", "trafilatura"} | STORE)


def test_the_rows_of_the_store_are_free_of_sql() -> None:
    assert not loaded_by("import db.rows") & HEAVY


def test_the_command_line_loads_nothing_before_a_command_runs() -> None:
    loaded = loaded_by("import workbench.cli.main")
    assert "typer" in loaded
    assert not loaded & ({"textual", "trafilatura", "rapidfuzz"} | STORE)


def test_status_needs_no_screen(tmp_path: Path) -> None:
    path = str(tmp_path / "store.db")
    with package.open(path) as store:
        store.add("The mill was sold in 1903. It burned down in 1911. Nobody was hurt.")
        for claim in list(store.claims()):
            store.decide(claim.id, "verified")
    code = (
        "from typer.testing import CliRunner; from workbench.cli.main import app\n"
        f"told = CliRunner().invoke(app, ['status', '--db', {path!r}])\n"
        "assert told.exit_code == 0 and 'pace: ' in told.output, told.output"
    )
    assert "textual" not in loaded_by(code)


def test_the_screen_is_painted_before_the_store_is_loaded() -> None:
    loaded = loaded_by("import workbench.tui.app")
    assert "textual" in loaded
    assert not loaded & ({"trafilatura", "typer"} | STORE)


def test_the_line_mode_needs_no_textual() -> None:
    assert "textual" not in loaded_by("import workbench.tui, workbench.tui.plain.review")


def test_a_store_in_a_notebook_needs_no_textual(tmp_path: Path) -> None:
    code = f"import workbench; workbench.open({str(tmp_path / 'store.db')!r})"
    assert "textual" not in loaded_by(code)


@pytest.mark.parametrize(
    "part", ["text", "ingest", "propose", "encoder", "review", "dataset", "cli"]
)
def test_below_the_screen_nothing_loads_textual(part: str) -> None:
    names = [dotted(path) for path in modules_below(f"workbench/{part}")]
    names = [name for name in names if ".training" not in name]  # needs torch, never at run time
    assert names
    assert "textual" not in loaded_by("\n".join(f"import {name}" for name in names))


def test_sql_is_in_db_only() -> None:
    files = modules_below("workbench")
    assert len(files) > 50
    found = {
        (dotted(path), name)
        for path in files
        for name in imported_names(path)
        if name.partition(".")[0] in STORE
    }
    assert not found


def test_textual_is_in_the_screen_only() -> None:
    files = modules_below("workbench") + modules_below("db")
    found = {
        dotted(path)
        for path in files
        if any(name.partition(".")[0] == "textual" for name in imported_names(path))
    }
    assert found
    assert all(name.startswith("workbench.tui") for name in found)


def test_the_import_contract_holds() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(tool), "--no-cache"], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout
