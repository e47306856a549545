"""The same store gives the same bytes in every format, whatever the process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import TEXT, add_article

from db.engine import Database
from workbench.dataset import formats
from workbench.dataset.aside import MARKER
from workbench.dataset.export import ExportError, export
from workbench.ingest.document import document
from workbench.review.evidence.sources import add_source
from workbench.review.project import open_project
from workbench.review.session import Session

SCRIPT = """
import sys
from workbench.dataset import formats
from workbench.dataset.export import export
from workbench.dataset.folder.plan import Split
from workbench.review.project import open_project
for name in formats.names():
    suffix = formats.get(name).suffix
    print(name, export(open_project(sys.argv[1]), sys.argv[2] + "/" + name + suffix, name).sha256)
split = Split("60/20/20", seed=1)
print(export(open_project(sys.argv[1]), sys.argv[2] + "/whole", "jsonl", split=split).sha256)
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "formats.db"
    database = open_project(path)
    add_article(database, TEXT, ["The harbour board met in May", "closed two piers"])
    add_article(database, "Das Wetter war gut. 東京の港。", ["Das Wetter war gut", "東京の港"])
    source = add_source(database, document("The board met.", "m.txt", title="M")).source_id
    for name in ("anna", "ben", "cleo"):
        session = Session(database, name)
        for seq in (1, 2, 3):
            session.decide(seq, "verified" if seq < 3 or name == "ben" else "refuted")
        session.tag(1, "b")
        session.tag(1, "a")
        session.cite(1, str(source), 0, 9, "supports")
    database.close()
    return path


def digests(store: Path, folder: Path, seed: str, **place: str) -> list[str]:
    """What is written from a copy of the store, in another place of the world."""
    folder.mkdir()
    copy = folder / f"copy{seed}.db"
    shutil.copy(store, copy)
    command = [sys.executable, "-c", SCRIPT, str(copy), str(folder)]
    root = str(Path(__file__).parents[2])
    path = os.pathsep.join([root, os.environ.get("PYTHONPATH", "")])
    env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, **place}
    done = subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.split("\n")


def test_the_same_bytes_in_two_processes(store: Path, tmp_path: Path) -> None:
    for package in ("pyarrow", "spacy", "cassis"):
        pytest.importorskip(package)
    one = digests(store, tmp_path / "one", "1", TZ="Asia/Tokyo", LC_ALL="C.UTF-8", USER="ann")
    assert len(one) == len(formats.names()) + 2
    two = digests(store, tmp_path / "two", "2", TZ="America/Lima", LC_ALL="C", USER="bo")
    assert two == one


def test_gold_and_evidence_reach_the_records(store: Path, tmp_path: Path) -> None:
    database = open_project(store)
    lead = Session(database, "lead")
    lead.third(3, "not-checkable", "it is a hope")
    lead.third(1, None, "no claim")
    export(database, tmp_path / "out.jsonl")
    with (tmp_path / "out.jsonl").open("rb") as file:
        found = {r["quote"]: r for r in formats.get("jsonl").read(file)}  # type: ignore[attr-defined]
    database.close()
    labels = {quote: (r["label"], r["label_by"]) for quote, r in found.items()}
    assert labels == {
        "The harbour board met in May": (None, "discarded"),
        "closed two piers": ("verified", "agreed"),
        "Das Wetter war gut": ("not-checkable", "gold"),
        "東京の港": (None, "open"),
    }
    (piece,) = found["The harbour board met in May"]["reviews"][0]["evidence"]
    assert (piece["quote"], piece["title"], piece["check"]) == ("The board", "M", "verbatim")


def test_a_folder_is_replaced_only_when_it_is_an_export(
    database: Database, article_seq: int, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert article_seq
    first = export(database, out, "brat")
    (out / "stray").write_text("from a former export")
    assert export(database, out, "brat").sha256 == first.sha256
    assert not (out / "stray").exists()
    (out / MARKER).unlink()
    with pytest.raises(ExportError, match="other things in it"):
        export(database, out, "brat")
    with pytest.raises(ExportError, match="is a folder"):
        export(database, out, "jsonl")
    (tmp_path / "file").write_text("mine")
    with pytest.raises(ExportError, match="is a file"):
        export(database, tmp_path / "file", "brat")


def test_a_folder_that_fails_leaves_the_old_one(
    database: Database, article_seq: int, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert article_seq
    before = export(database, out, "fever")

    def fail(_done: int, _total: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(ExportError, match="No space left"):
        export(database, out, "fever", progress=fail)
    assert (out / "claims.jsonl").stat().st_size == before.bytes
    assert [path.name for path in tmp_path.glob(".*")] == []
