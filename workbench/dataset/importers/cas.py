"""UIMA CAS in XMI, as INCEpTION exports it: a folder for each document, a file for each person."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from workbench.dataset.file_names import name_of
from workbench.dataset.importers import Importer
from workbench.dataset.importers.item import Aside, Item, Mark, WorkError
from workbench.ingest.files import is_special

TYPESYSTEM = "TypeSystem.xml"
_METADATA = "DocumentMetaData"
_OURS = ("verdict", "label", "value", "identifier")  # the feature that tells the label, by its name
_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
_PASSED = (
    *("uima.", "org.dkpro.core.api.xml"),
    *(f"{_DKPRO}{layer}" for layer in ("segmentation", "lexmorph", "syntax", "metadata")),
)  # what a tool adds by itself: tokens, sentences, parts of speech, trees


class _File(NamedTuple):
    where: str
    reviewer: str | None
    xmi: bytes
    types: bytes | None


class Cas(Importer):
    """`.xmi` files with their type system, loose or in the zip files of INCEpTION."""

    description = "UIMA CAS: .xmi files of INCEpTION, a folder for each document"
    extra = "cas"

    def read(self, path: Path, encoding: str | None = None) -> Iterator[Item | Aside]:
        """The files, in the order of their names; XML tells its own encoding."""
        try:
            import cassis  # noqa: F401
        except ModuleNotFoundError:
            raise WorkError(
                "this needs dkpro-cassis: install claim-workbench with the extra 'cas'"
            ) from None
        some = False
        for file in _files(path):
            some = True
            yield file if isinstance(file, Aside) else _item(file)
        if not some:
            raise WorkError(f"{path}: holds no CAS (.xmi)")


def _files(path: Path) -> Iterator[_File | Aside]:
    found = sorted(path.rglob("*")) if path.is_dir() else [path]
    for file in found:
        if file.suffix in (".zip", ".xmi") and is_special(file):
            yield Aside(str(file), "is not a regular file", None)
        elif file.suffix == ".zip":
            yield from _zipped(file)
        elif file.suffix == ".xmi":
            types = next((t for t in _types_near(file) if t.is_file()), None)
            yield _File(
                str(file),
                name_of(file.stem) if path.is_dir() else None,
                file.read_bytes(),
                types.read_bytes() if types else None,
            )


def _types_near(file: Path) -> list[Path]:
    return [folder / TYPESYSTEM for folder in (file.parent, file.parent.parent)]


def _zipped(file: Path) -> Iterator[_File | Aside]:
    if not zipfile.is_zipfile(file):
        yield Aside(str(file), "is not a zip file", None)
        return
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        names = archive.namelist()
        types = archive.read(TYPESYSTEM) if TYPESYSTEM in names else None
        for name in sorted(names):
            if name.endswith(".xmi"):
                stem = Path(name).stem
                yield _File(f"{file}:{name}", name_of(stem), archive.read(name), types)


def _item(file: _File) -> Item | Aside:
    import cassis

    if file.types is None:
        return Aside(file.where, f"has no {TYPESYSTEM} beside it", None)
    try:
        types = cassis.load_typesystem(io.BytesIO(file.types))
        cas = cassis.load_cas_from_xmi(io.BytesIO(file.xmi), typesystem=types, lenient=True)
    except (SyntaxError, KeyError, ValueError, AttributeError) as error:
        reason = " ".join(str(error).split())
        return Aside(file.where, f"is not a CAS: {reason}", None)
    data: dict[str, Any] = {}
    marks = []
    for one in cas.select("uima.tcas.Annotation"):
        kind = one.type.name
        if kind.endswith(f".{_METADATA}"):
            data = {name: getattr(one, name, None) for name in ("documentId", "documentTitle")}
            data["documentUri"] = getattr(one, "documentUri", None)
        elif not kind.startswith(_PASSED) and hasattr(one, "begin"):
            marks.append(_mark(one, file.reviewer))
    id = str(data.get("documentId") or "")
    url = str(data.get("documentUri") or "")
    return Item(
        where=file.where,
        text=cas.sofa_string,
        marks=tuple(marks),
        article=id if len(id) == 64 else None,
        title=data.get("documentTitle") or None,
        url=url if url.startswith(("http://", "https://")) else None,
        raw=[mark.raw for mark in marks],
    )


def _mark(one: Any, reviewer: str | None) -> Mark:
    values = {f.name: getattr(one, f.name, None) for f in one.type.all_features}
    texts = {name: value for name, value in values.items() if isinstance(value, str)}
    ours = {"statement", "note", "claim"}
    named = [texts[name] for name in _OURS if name in texts]
    others = [value for name, value in texts.items() if name not in ours and name not in _OURS]
    tags = getattr(values.get("tags"), "elements", None) or []
    return Mark(
        start=one.begin,
        end=one.end,
        quote=one.get_covered_text(),
        label=next(iter([*named, *others]), None),
        reviewer=reviewer,
        claim=texts.get("claim"),
        statement=texts.get("statement"),
        tags=tuple(str(tag) for tag in tags),
        note=texts.get("note") or "",
        raw={"type": one.type.name, "begin": one.begin, "end": one.end, **texts},
    )


IMPORTER = Cas()
