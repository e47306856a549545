"""What must be true of each article and claim of a dataset."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from db.identity import claim_id
from db.rows import Problem
from workbench.dataset.choice import settled
from workbench.dataset.folder.promises import shown_problems
from workbench.dataset.records import ClaimRecord, ReviewRecord, label_of
from workbench.dataset.text_modes import mask, shown_spans
from workbench.text.offsets import OffsetMap

Texts = Callable[[str], str | None]


def article_problems(
    row: dict[str, Any], claims: list[ClaimRecord], values: dict[str, Any], texts: Texts
) -> Iterator[Problem]:
    """What is wrong with an article: its text has the hash that names it, or masks such a one."""
    where, mode = f"article {row['article']}", values["options"]["text"]
    shown, real = row["text"], texts(row["article"])
    if mode == "full":
        real = shown or ""
    elif mode != "masked" and shown is not None:
        yield Problem("article", where, "shows a text that it should not")
    elif mode == "masked" and shown is None and row["length"]:
        yield Problem("article", where, "lacks its masked text")
    if real is not None:
        digest = hashlib.sha256(real.encode("utf-8")).hexdigest()
        if digest != row["article"]:
            yield Problem("article", where, "its text is not the one that it is named by")
    if (real is not None and len(real) != row["length"]) or (
        shown is not None and len(shown) != row["length"]
    ):
        yield Problem("article", where, "its text has another length")
    if mode == "masked" and real is not None:
        spans = [span for record in claims for span in shown_spans(record)]
        if claims and mask(real, spans) != shown:
            yield Problem("article", where, "its mask does not fit its text")


def claim_problems(
    record: ClaimRecord, row: dict[str, Any], values: dict[str, Any], texts: Texts
) -> Iterator[Problem]:
    """What is wrong with a claim: its spans, its label, its evidence."""
    where, mode = f"claim {record['claim']}", values["options"]["text"]
    yield from _identity(where, record, row, values["options"])
    text = row["text"] if mode in ("full", "masked") else texts(record["article"])
    yield from _span(where, dict(record), row["length"], text, mode == "none")
    for start, end in record["parts"]:
        if not 0 <= start < end <= row["length"]:
            yield Problem("claim", where, "one of its parts is outside the text")
    if text is not None and mode in ("full", "masked"):
        yield from _around(where, record, text)
    for review in record["reviews"]:
        held = f"{where}, {review['reviewer']}"
        if review["span"] is not None:
            yield from _span(held, dict(review["span"]), row["length"], text, mode == "none")
        yield from _evidence(held, review, mode, texts)
    yield from _label(where, record, values)
    for what in shown_problems(record, values["options"]):
        yield Problem("claim", where, what)


def _identity(
    where: str, record: ClaimRecord, row: dict[str, Any], options: dict[str, Any]
) -> Iterator[Problem]:
    """The id follows from article, span and origin; the rest is told of the article."""
    added = record["origin"] == "reviewer"
    origin = f"reviewer:{record['proposer']}" if added else "proposer"
    if not (added and options["pseudonyms"]):
        made = claim_id(record["article"], record["start"], record["end"], origin)
        if made != record["claim"]:
            yield Problem("claim", where, "its id is not that of its article, span and origin")
    about = {"title": row["title"], "url": row["url"], "published": row["published"]}
    about["speaker"] = row["speaker"]
    for name, value in about.items():
        if record.get(name) != value:
            yield Problem("claim", where, f"its {name} is not that of its article")


def _span(
    where: str, span: dict[str, Any], length: int, text: str | None, bare: bool
) -> Iterator[Problem]:
    start, end = span["start"], span["end"]
    if not 0 <= start < end <= length:
        yield Problem("span", where, f"[{start}, {end}) is outside the text")
        return
    if not bare and len(span["quote"]) != end - start:
        yield Problem("span", where, f"its quote is not as long as [{start}, {end})")
    if text is None:
        return
    if not bare and text[start:end] != span["quote"]:
        yield Problem("span", where, f"the text at [{start}, {end}) is not its quote")
    offsets = OffsetMap(text)
    for name in ("start", "end"):
        at = span[name]
        if span[f"utf8_{name}"] != offsets.utf8(at) or span[f"utf16_{name}"] != offsets.utf16(at):
            yield Problem("span", where, f"its {name} differs between the units")


def _around(where: str, record: ClaimRecord, text: str) -> Iterator[Problem]:
    start, end = record["start"], record["end"]
    fits = (
        text[:start].endswith(record["prefix"]),
        text[end:].startswith(record["suffix"]),
        text[record["sentence_start"] : record["sentence_end"]] == record["sentence"],
    )
    if not all(fits):
        yield Problem("span", where, "its context is not that of the text")


def _evidence(where: str, review: ReviewRecord, mode: str, texts: Texts) -> Iterator[Problem]:
    for piece in review["evidence"]:
        if piece["source"] is None or piece["start"] is None or piece["end"] is None:
            if piece["check"] != "not held":
                yield Problem("evidence", where, "has no place in a source, but says it has")
            continue
        if mode == "none":
            continue
        if len(piece["quote"]) != piece["end"] - piece["start"]:
            yield Problem("evidence", where, "its quote is not as long as its place")
        text = texts(piece["source"])
        if text is not None and text[piece["start"] : piece["end"]] != piece["quote"]:
            yield Problem("evidence", where, "its quote is not what its source says there")


def _label(where: str, record: ClaimRecord, values: dict[str, Any]) -> Iterator[Problem]:
    known = {label["id"]: label["name"] for label in values["project"]["scheme"]["labels"]}
    named = [(record["label"], record["label_name"])]
    named += [(review["verdict"], review["verdict_name"]) for review in record["reviews"]]
    if record["gold"] is not None:
        named.append((record["gold"]["verdict"], record["gold"]["verdict_name"]))
    for label, name in named:
        if name != (known.get(label) if label is not None else None):
            yield Problem("label", where, f"'{label}' is not called '{name}' in the scheme")
    if values["options"]["labels"] == "all":
        if label_of(record["reviews"], record["gold"]) != (record["label"], record["label_by"]):
            yield Problem("label", where, "its label does not follow from its reviews")
        return
    if settled(record) and label_of((), record["gold"]) != (record["label"], record["label_by"]):
        yield Problem("label", where, "its label is not what was adjudicated")
    if record["reviews"] and record["reviews"][0]["verdict"] != record["label"]:
        yield Problem("label", where, "its label is not that of its review")
