"""UIMA CAS as XMI, for INCEpTION: a CAS for each article and reviewer.

Claims are annotations of the type `webanno.custom.Claim`, which INCEpTION reads as a span layer
from `TypeSystem.xml` (Settings, Layers, Import). Offsets are UTF-16 units in the files, as UIMA
wants; dkpro-cassis converts them from and to code points. XML cannot hold most control characters:
each becomes U+FFFD, which keeps all offsets.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from workbench.dataset.file_names import FileNames, is_cut
from workbench.dataset.formats import Format, missing
from workbench.dataset.layers import Layer, Mark, count_apart, count_evidence, layers
from workbench.dataset.view import ArticleView, Export, Losses

TYPE = "webanno.custom.Claim"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
FEATURES = ("verdict", "statement", "note", "claim")
TYPESYSTEM = "TypeSystem.xml"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Cas(Format):
    """A folder for each article with `REVIEWER.xmi`, and the type system beside them."""

    text_modes = ("full", "masked")
    description = "UIMA CAS XMI for INCEpTION: a file for each article and reviewer"
    offsets = "UTF-16 units"
    extra = "cas"

    def write(self, export: Export, path: Path) -> None:
        """Write the type system, then the CAS of each layer."""
        types = _types()
        (path / TYPESYSTEM).write_text(types.to_xml(), encoding="utf-8")
        names = FileNames()
        for view in export.articles():
            folder = path / view.article.id
            folder.mkdir()
            for layer in layers(view, export.losses):
                name = names.of(layer.reviewer)
                export.losses.map("reviewer's name too long for a file", is_cut(name))
                count_apart(layer.marks, export.losses)
                count_evidence(layer.marks, export.losses)
                made = _cas(types, view, layer, export.losses)
                made.to_xmi(folder / f"{name}.xmi")


def _types() -> Any:
    try:
        import cassis
    except ModuleNotFoundError:
        raise missing("dkpro-cassis", "cas") from None
    types = cassis.TypeSystem()
    claim = types.create_type(TYPE, supertypeName="uima.tcas.Annotation")
    for name in FEATURES:
        types.create_feature(claim, name, "uima.cas.String")
    types.create_feature(claim, "tags", "uima.cas.StringArray")
    data = types.create_type(METADATA, supertypeName="uima.tcas.DocumentAnnotation")
    for name in ("documentTitle", "documentId", "documentUri"):
        types.create_feature(data, name, "uima.cas.String")
    return types


def _cas(types: Any, view: ArticleView, layer: Layer, losses: Losses) -> Any:
    import cassis

    text = _xml(view.text, losses)
    made = cassis.Cas(typesystem=types, sofa_string=text, sofa_mime="text/plain")
    data = types.get_type(METADATA)(
        begin=0,
        end=len(text),
        documentId=view.article.id,
        documentTitle=_xml(view.article.title or "", losses),
        documentUri=_xml(view.article.url or "", losses),
    )
    made.add(data)
    for mark in layer.marks:
        made.add(_claim(types, mark, losses))
    return made


def _claim(types: Any, mark: Mark, losses: Losses) -> Any:
    array = types.get_type("uima.cas.StringArray")
    return types.get_type(TYPE)(
        begin=mark.start,
        end=mark.end,
        verdict=mark.verdict,
        statement=_xml(mark.statement, losses),
        note=_xml(mark.note, losses) or None,
        claim=mark.claim,
        tags=array(elements=[_xml(tag, losses) for tag in mark.tags]) if mark.tags else None,
    )


def _xml(text: str, losses: Losses) -> str:
    """The text with what XML cannot hold replaced, at the same length."""
    held, number = _NOT_XML.subn("\ufffd", text)
    losses.map("control character that XML cannot hold, which is U+FFFD", number)
    return held


FORMAT = Cas()
