"""spaCy: documents with claims as spans, in DocBin files for `spacy train` and `Corpus`.

https://spacy.io/api/docbin. `doc.spans["claims"]` holds the project's labels; the layer of each
reviewer is `doc.spans["reviewer:NAME"]`. Spans may overlap. The id of a span is that of its claim.
Texts are cut by the blank tokenizer of their language.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from workbench.dataset.formats import Format, missing
from workbench.dataset.formats._marked import Marked, marked
from workbench.dataset.view import ArticleView, Export, Losses

FULL = 2_000_000  # code points of text in one file, which bounds the memory


class Spacy(Format):
    """A folder of `.spacy` files."""

    text_modes = ("full", "masked")
    description = "spaCy: DocBin files with claims as span groups, for spancat"
    offsets = "tokens; code points in spaCy"
    extra = "spacy"

    def write(self, export: Export, path: Path) -> None:
        """Write the articles, some thousands a file."""
        try:
            from spacy.tokens import DocBin
        except ModuleNotFoundError:
            raise missing("spaCy", "spacy") from None
        box, held, number = DocBin(store_user_data=True), 0, 0
        for view in export.articles():
            box.add(_document(view, export.losses))
            held += len(view.text)
            if held >= FULL:
                box.to_disk(path / f"claims-{number:05}.spacy")
                box, held, number = DocBin(store_user_data=True), 0, number + 1
        if held or not number:
            box.to_disk(path / f"claims-{number:05}.spacy")


@cache
def _blank(language: str) -> Any:
    """The tokenizer of a language; that of all languages where it needs a package of its own."""
    import spacy

    try:
        made = spacy.blank(language)
    except (ImportError, ValueError):
        made = spacy.blank("xx")
    made.max_length = 2**31
    return made


def _document(view: ArticleView, losses: Losses) -> Any:
    doc = _blank(view.article.language or "xx").make_doc(view.text)
    groups: dict[str, list[Any]] = {"claims": []}
    notes: dict[str, dict[str, Any]] = {}
    for mark in marked(view, losses):
        record = mark.record
        notes[record["claim"]] = {"statement": record["statement"], "worth": record["worth"]}
        groups["claims"].append(_span(doc, mark, losses))
        for review in record["reviews"]:
            if review["verdict"] is not None:
                own = review["span"] or record
                held = Marked(own["start"], own["end"], review["verdict"], record)
                key = f"reviewer:{review['reviewer']}"
                groups.setdefault(key, []).append(_span(doc, held, None))
    for key, spans in groups.items():
        doc.spans[key] = spans
    article = view.article
    doc.user_data |= {"article": article.id, "title": article.title, "url": article.url}
    doc.user_data["claims"] = notes
    return doc


def _span(doc: Any, mark: Marked, losses: Losses | None) -> Any:
    """The span, widened to whole tokens."""
    span = doc.char_span(
        mark.start,
        mark.end,
        label=mark.label,
        span_id=mark.record["claim"],
        alignment_mode="expand",
    )
    widened = (span.start_char, span.end_char) != (mark.start, mark.end)
    if losses is not None:
        losses.map("claim whose edges are not those of tokens: moved to theirs", widened)
    return span


FORMAT = Spacy()
