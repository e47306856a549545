"""The card of a dataset: README.md with the front matter of the Hugging Face Hub, from facts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from workbench.dataset.folder.manifest import EDGES
from workbench.text.plural import how_many

_SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
_NAMES = ("n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "10M<n<100M")
_LOADED = {"jsonl": "", "csv": "", "parquet": "data/claims.parquet"}  # by datasets.load_dataset
_TEXTS = {
    "full": "The articles' texts are in `articles.jsonl`.",
    "quotes": "The articles' texts are not published: only the quoted spans are.",
    "masked": "The articles' texts are masked outside the spans, each character by one of its size,"
    " so that every offset holds.",
    "none": "The articles' texts are not published: URL, hash and offsets are.",
}
_LABELS = {
    "all": "every reviewer's, beside the one that the project holds (`label`, `label_by`)",
    "majority": "the one that the project holds: adjudicated, else that of more than half",
    "gold": "adjudicated ones only",
}


def card(values: Mapping[str, Any]) -> str:
    """The text of the card, from the values of the manifest."""
    body = [_front(values), *_sections(values)]
    return "\n".join(body) + "\n"


def _front(values: Mapping[str, Any]) -> str:
    project = values["project"]
    front: dict[str, Any] = {
        "pretty_name": project["title"] or "Claims with verdicts",
        "license": _licence(project["licence"]),
        "task_categories": ["text-classification"],
        "tags": ["fact-checking", "claims"],
        "size_categories": [_size(values["counts"]["claims"])],
    }
    inner = _LOADED.get(values["options"]["format"])
    if inner is not None:
        files = [
            {
                "split": "train" if side == "all" else side,
                "path": "/".join(part for part in (split["path"], inner) if part),
            }
            for side, split in values["splits"].items()
            if split["claims"]
        ]
        front["configs"] = [{"config_name": "default", "data_files": files}]
    # JSON is YAML, and cannot be broken out of.
    lines = [f"{name}: {json.dumps(value, ensure_ascii=True)}" for name, value in front.items()]
    return "\n".join(["---", *lines, "---", ""])


def _licence(stated: str) -> str:
    """The licence as the Hub knows it: ids in small letters; addresses as they are."""
    return (stated if "/" in stated else stated.lower()) or "unknown"


def _size(claims: int) -> str:
    return _NAMES[sum(claims >= size for size in _SIZES)]


def _sections(values: Mapping[str, Any]) -> Iterator[str]:
    project, options = values["project"], values["options"]
    counts = values["counts"]
    yield f"# {_plain(project['title'] or 'Claims with verdicts')}"
    yield ""
    yield (
        f"{counts['claims']:,} claims of {counts['articles']:,} articles, {counts['decided']:,} of"
        f" them decided, with {counts['reviews']:,} reviews. Made with Workbench"
        f" {values['workbench']}; `manifest.json` has every file's hash, and"
        " `workbench verify` proves them."
    )
    yield ""
    yield f"- Licence: {_plain(project['licence'] or 'not stated')}"
    yield f"- Source: {_plain(project['source'] or 'not stated')}"
    if project["release"] or project["released"]:
        day = f", of {project['released']}" if project["released"] else ""
        yield f"- Release: {project['release'] or 'without a number'}{day}"
    if project["citation"]:
        yield f"- Cite as: {_plain(project['citation'])}"
    yield f"- Scheme: {_scheme_name(project['scheme'])}."
    yield f"- Guidelines: {_guidelines(values['guidelines'])}"
    yield f"- Labels: {_LABELS[options['labels']]}."
    yield f"- Texts: {_TEXTS[options['text']]}"
    if options["pseudonyms"]:
        yield "- Reviewers bear pseudonyms under a key that is not part of the dataset."
    yield ""
    yield from _labels(values)
    yield from _splits(values)
    yield from _agreement(values)
    yield from _evidence(counts)
    yield from _scheme(project["scheme"])
    yield from _limits(values)


def _labels(values: Mapping[str, Any]) -> Iterator[str]:
    splits = values["splits"]
    names = sorted({label for split in splits.values() for label in split["labels"]})
    yield "## Labels"
    yield ""
    yield "| label | " + " | ".join(splits) + " |"
    yield "| --- |" + " ---: |" * len(splits)
    for name in names:
        numbers = (f"{split['labels'].get(name, 0):,}" for split in splits.values())
        yield f"| {_plain(name)} | " + " | ".join(numbers) + " |"
    yield "| all | " + " | ".join(f"{split['claims']:,}" for split in splits.values()) + " |"
    yield ""


def _splits(values: Mapping[str, Any]) -> Iterator[str]:
    options, groups = values["options"], values["groups"]
    if options["split"] is None:
        return
    yield "## Splits"
    yield ""
    how = (
        "by hand"
        if options["split"] == "by hand"
        else f"{options['split']}, seed {options['seed']}"
    )
    alike = "by words and by meaning" if options["by_meaning"] else "by words"
    yield (
        f"Split {how}. The articles make {how_many(groups['groups'], 'group')}, each on one side:"
        " an article with its claims, articles with near-duplicate texts, articles with"
        f" near-duplicate claims ({alike}), and articles with claims that go back to the same"
        f" checked claim. Groups of two articles or more: {groups['of_more_than_one']:,}; the"
        f" largest has {how_many(groups['largest'], 'article')}. `articles.jsonl` names the group"
        f" of each article, `{EDGES}` the pairs that join them."
    )
    yield ""
    for side, split in values["splits"].items():
        yield f"- {side}: {how_many(split['groups'], 'group')}"
    for kind, number in groups["joined_by"].items():
        yield f"- joined by {how_many(number, 'pair')}: {kind}"
    yield f"- pairs on two sides: {groups['leaks']:,}"
    yield ""


def _agreement(values: Mapping[str, Any]) -> Iterator[str]:
    yield "## Agreement"
    yield ""
    yield "Of the whole project, with 95 % bootstrap intervals over claims."
    yield ""
    for name, figure in values["agreement"].items():
        words = name.replace("_", " ")
        if figure["value"] is None:
            yield f"- {words}: not defined: {figure['not_defined']}"
            continue
        between = ""
        if figure["low"] is not None:
            between = f" ({figure['low']:.3f} to {figure['high']:.3f})"
        yield f"- {words}: {figure['value']:.3f}{between}, {figure['claims']:,} claims"
    yield ""


def _evidence(counts: Mapping[str, int]) -> Iterator[str]:
    yield "## Evidence"
    yield ""
    pieces = counts.get("evidence", 0)
    if not pieces:
        yield "No claim has evidence."
    else:
        held = how_many(counts["claims with evidence"], "claim")
        yield f"Evidence is held for {held}, in {how_many(pieces, 'piece')}:"
        yield ""
        for check in ("verbatim", "typographic", "confirmed", "not held"):
            number = counts.get(f"evidence {check}", 0)
            yield f"- {check}: {number:,} ({number / pieces:.0%})"
    yield ""


def _scheme_name(scheme: Mapping[str, Any]) -> str:
    name, title = _plain(str(scheme["name"])), _plain(str(scheme["title"]))
    called = f"{title} (`{name}`)" if title and title != name else name
    return f"{called}, version {scheme['version']}"


def _guidelines(told: Mapping[str, str] | None) -> str:
    if told is None:
        return "none."
    title = f"“{_plain(told['title'])}”, " if told["title"] else ""
    return f"{title}version `{told['version']}`, in `{told['file']}`."


def _scheme(scheme: Mapping[str, Any]) -> Iterator[str]:
    yield "## Scheme"
    yield ""
    yield f"{_scheme_name(scheme)}. {_plain(str(scheme['description']))}".rstrip()
    yield ""
    for label in scheme["labels"]:
        meaning = label.get("definition") or ""
        yield f"- **{_plain(label['name'])}** (`{_plain(label['id'])}`) {_plain(meaning)}".rstrip()
    yield ""


def _limits(values: Mapping[str, Any]) -> Iterator[str]:
    yield "## Known limits"
    yield ""
    open_claims = values["counts"]["claims"] - values["counts"]["decided"]
    yield f"- {open_claims:,} claims have no verdict."
    if values["counts"]["reviews"] == values["counts"]["decided"]:
        yield (
            "- No claim has the verdicts of two reviewers."
            if values["options"]["labels"] == "all"
            else "- One review stands for each claim; agreement is stated above."
        )
    for what, number in values["left_out"].items():
        yield f"- Left out: {number:,} × {what}."
    for what, number in values["mapped"].items():
        yield f"- Mapped: {number:,} × {what}."
    empty = [side for side, split in values["splits"].items() if not split["claims"]]
    if empty:
        yield f"- Nothing fell to {', '.join(empty)}: there are too few groups of articles."


def _plain(text: str) -> str:
    """Text of others as one line of Markdown that is nothing but text."""
    from workbench.text.display import safe_line

    line = safe_line(text)
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|" else char for char in line)
