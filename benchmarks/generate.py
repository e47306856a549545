"""Articles and stores of any size, of our own making and the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PLACES = ("Osterholt", "Varnholm", "Alder Bay", "Hallum", "Port Ellery", "Karelmark", "Sandvar")
BODIES = ("council", "harbour board", "water company", "museum", "university", "tenants' league")
ACTS = (
    ("bought", "sold", "repaired", "inspected"),
    ("boats", "flats", "pumps", "paintings", "sensors", "buses"),
)
ENDS = ("cost {n} million crowns", "lasted {n} days", "served {n},000 people", "won {n} prizes")


def sentence(chance: random.Random) -> str:
    """A sentence with two predicates, numbers and a year."""
    body, place = chance.choice(BODIES), chance.choice(PLACES)
    act, thing = (chance.choice(words) for words in ACTS)
    end = chance.choice(ENDS).format(n=chance.randint(2, 90))
    year = chance.randint(1900, 2023)
    return (
        f"The {body} of {place} {act} {chance.randint(2, 900)} {thing} in {year}, "
        f"and the work {end}."
    )


def article(seed: int, sentences: int = 25) -> str:
    """A text of some sentences, five to a paragraph."""
    chance = random.Random(seed)
    made = [sentence(chance) for _ in range(sentences)]
    groups = [" ".join(made[at : at + 5]) for at in range(0, sentences, 5)]
    return f"Report {seed} from {chance.choice(PLACES)}\n\n" + "\n\n".join(groups) + "\n"


def spans(text: str, number: int) -> list[tuple[int, int]]:
    """Spans of six words that overlap, spread evenly over a text."""
    starts = [at + 1 for at, char in enumerate(text) if char == " "]
    step = max(1, (len(starts) - 6) // number)
    return [(starts[n * step], starts[n * step + 6] - 1) for n in range(number)]


def fill(target: Path, articles: int, claims_each: int, sentences: int = 25) -> None:
    """Make a store of `articles` × `claims_each` claims; no proposer is asked."""
    from db import articles as stored
    from db import claims
    from workbench.review.project import open_project

    database = open_project(target)
    with database.write() as connection:
        for number in range(articles):
            text = article(number, sentences)
            seq = stored.add(connection, _article_row(text, f"Report {number}"), text)
            rows = list(_claim_rows(text, seq, claims_each))
            assert claims.add(connection, rows) == claims_each == len(rows)
    database.close()


def _article_row(text: str, title: str) -> Any:
    from db import identity
    from db.schema import ArticleRow

    return ArticleRow(
        id=identity.article_id(text),
        title=title,
        length=len(text),
        newline="lf",
        imported_at=identity.now(),
    )


def _claim_rows(text: str, article_seq: int, number: int) -> Iterator[dict[str, Any]]:
    from db import identity

    article_id, at = identity.article_id(text), identity.now()
    for start, end in spans(text, number):
        yield {
            "id": identity.claim_id(article_id, start, end, "proposer"),
            "article_seq": article_seq,
            "start": start,
            "end": end,
            "sentence_start": start,
            "sentence_end": end,
            "quote": text[start:end],
            "statement": text[start:end],
            "parts": [[start, end]],
            "kind": "clause",
            "worth": 0.5,
            "attributed_to": None,
            "origin": "proposer",
            "proposer": "benchmark",
            "version": "1",
            "status": "active",
            "created_at": at,
        }
