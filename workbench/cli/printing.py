"""Candidates of files, printed without a store: as text to read, or as JSON for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.cli.common import (
    DONE,
    FAILED,
    UNUSABLE,
    CliError,
    complain,
    number,
    say,
    say_json,
)
from workbench.cli.importing import AS_FOUND, Reading, documents
from workbench.text.display import safe_line

if TYPE_CHECKING:
    from workbench.ingest.document import Document
    from workbench.propose.candidate import Candidate


_WHOLE = " (whole sentences: no rules for this language)"


def print_candidates(
    paths: Sequence[str], reading: Reading = AS_FOUND, *, json: bool, engine: str = "auto"
) -> int:
    """Print the candidates of each article; returns the exit code.

    As text without those of kind `phrase`, which the review does not show either.

    Raises:
        UnknownEngineError: no such engine is installed.
    """
    from workbench.ingest.errors import IngestError
    from workbench.propose import engine_name, propose
    from workbench.propose.spoken import spoken_language

    engine_name(engine)  # before anything is read
    used: dict[str, None] = {}
    articles = claims = failed = 0
    for document in documents(paths, reading):
        if isinstance(document, IngestError):
            complain(str(document))
            failed += 1
            continue
        parts = [(int(f[0]), int(f[1]), str(f[2])) for f in document.furniture]
        found = propose(
            document.text,
            title=document.title,
            language=document.language,
            furniture=parts,
            engine=engine,
        )
        articles += 1
        by = engine_name(engine, spoken_language(document.text, document.language))
        used[f"{by.name} {by.version}{_WHOLE if by.name == 'sentences' else ''}"] = None
        if json:
            _print_json(document, found)
            continue
        found = [candidate for candidate in found if candidate.kind != "phrase"]
        claims += len(found)
        _print_text(document, found)
    if not json and articles:
        counted = f"{number(claims, 'claim')} in {number(articles, 'article')}"
        say(f"{counted}, found by {', '.join(used)}")
    if not articles:
        if not failed:
            raise CliError(f"nothing to read in {', '.join(paths)}")
        return UNUSABLE
    return FAILED if failed else DONE


def _print_json(document: Document, found: Sequence[Candidate]) -> None:
    from db.identity import article_id

    article = article_id(document.text)
    for candidate in found:
        say_json(
            {
                "article": article,
                "start": candidate.start,
                "end": candidate.end,
                "quote": candidate.quote,
                "sentence": candidate.sentence,
                "statement": candidate.statement,
                "parts": candidate.parts,
                "worth": candidate.worth,
                "kind": candidate.kind,
                "attributed_to": candidate.attributed_to,
                "origin": document.origin,
            }
        )


def _print_text(document: Document, found: Sequence[Candidate]) -> None:
    say(safe_line(document.title or document.origin))
    if document.title:
        say(safe_line(document.origin))
    for candidate in found:
        kind = "" if candidate.kind == "clause" else f" [{candidate.kind}]"
        say(f"  {candidate.worth:.2f}  {safe_line(candidate.quote)}{kind}")
        if safe_line(candidate.statement) != safe_line(candidate.quote):
            say(f"      = {safe_line(candidate.statement)}")
    say()
