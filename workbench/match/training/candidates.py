"""The candidates of the queries of a retrieval task, with their features."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from workbench.match.collection.memory import MemoryCollection
from workbench.match.rank.features import lexical
from workbench.match.rank.search import POOL, gather
from workbench.match.rank.text import Query
from workbench.match.training.fit import Table


def rows_of(path: Path) -> list[list[str]]:
    """The rows of a file of tab-separated values, without its heading."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))[1:]


def claims(folder: Path) -> list[tuple[str, str, str]]:
    """Id, statement and title of the task's checked claims."""
    return [(row[0], row[1], row[2]) for row in rows_of(folder / "verified_claims.docs.tsv")]


def queries(folder: Path, part: str) -> list[tuple[str, str, set[str]]]:
    """Id, text and right answers of the queries of a part."""
    right: dict[str, set[str]] = defaultdict(set)
    lines = (folder / part / "tweet-vclaim-pairs.qrels").read_text(encoding="utf-8").splitlines()
    for query, _, claim, relevant in (line.split() for line in lines):
        if int(relevant) > 0:
            right[query].add(claim)
    found = rows_of(folder / part / "tweets.queries.tsv")
    return [(row[0], row[1], right[row[0]]) for row in found]


def table(folder: Path, part: str, engine: str) -> tuple[Table, NDArray[np.int64]]:
    """The candidates of all queries of a part, and how many right answers each query has."""
    given = claims(folder)
    collection = MemoryCollection(engine)
    collection.add(given)
    first: dict[tuple[str, ...], int] = {}
    for seq, checked in collection.prepared(range(len(given))).items():
        first.setdefault(checked.key, seq)
    features, right, of, copies = [], [], [], []
    asked = queries(folder, part)
    for number, (_, text, answers) in enumerate(asked):
        for seq, row in candidates(collection, Query(text)).items():
            checked = collection.prepared([seq])[seq]
            features.append(row)
            right.append(given[seq][0] in answers)
            of.append(number)
            copies.append(first[checked.key] != seq)
    rows = Table(np.array(features), np.array(right), np.array(of), np.array(copies))
    return rows, np.array([len(answers) for _, _, answers in asked])


def candidates(collection: MemoryCollection, query: Query) -> dict[int, list[float]]:
    """The features of a query's candidates, as the ranking sees them."""
    seqs, cosines = gather(query, POOL, collection.sources(query))
    prepared = collection.prepared(seqs)
    return {
        seq: [*lexical(query, checked, collection.idf), *cosines.get(seq, ())]
        for seq, checked in prepared.items()
    }
