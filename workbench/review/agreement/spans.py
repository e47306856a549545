"""Agreement on what is a claim: spans that reviewers added or moved; and on their evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from db.ratings import Cited, Rating, SpanOf
from workbench.review.agreement.pairing import Span, best_overlap


class SpanAgreement(NamedTuple):
    """How well the spans of two reviewers agree, over all pairs and the articles of both.

    `exact` is the F1 of spans that are the same to the character, `characters` the F1 of the
    characters that spans share under the best one-to-one pairing. None where nobody has a span.
    """

    exact: float | None
    characters: float | None
    why: str
    spans: int  # of all reviewers
    articles: int  # that two reviewers or more worked on

    def as_json(self) -> dict[str, Any]:
        """The same for programs."""
        known = self._asdict()
        why = known.pop("why")
        return known | ({"not_defined": why} if why else {})


class EvidenceAgreement(NamedTuple):
    """How far reviewers of the same claim quote the same.

    `spans` is the mean Jaccard index of the quoted characters, `sources` that of the sources,
    over the pairs of reviewers who both quote evidence for a claim.
    """

    spans: float | None
    sources: float | None
    why: str
    pairs: int  # pairs of reviewers of a claim who both quote evidence
    one_sided: int  # pairs of which only one does

    def as_json(self) -> dict[str, Any]:
        """The same for programs."""
        known = self._asdict()
        why = known.pop("why")
        return known | ({"not_defined": why} if why else {})


def span_agreement(found: Sequence[SpanOf], ratings: Iterable[Rating]) -> SpanAgreement:
    """Of reviewers who worked on the same article, by their spans there."""
    held: dict[int, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for rating in ratings:
        _ = held[rating.article_seq][rating.reviewer]  # she worked on it, and may have no span
    for article_seq, reviewer, start, end in found:
        held[article_seq][reviewer].append((start, end))
    shared = {seq: people for seq, people in held.items() if len(people) > 1}
    exact = spans = together = characters = 0
    for people in shared.values():
        for a, b in combinations(people.values(), 2):
            exact += 2 * len(set(a) & set(b))
            spans += len(set(a)) + len(set(b))
            together += 2 * best_overlap(a, b)
            characters += sum(end - start for start, end in (*a, *b))
    if not spans:
        why = "no article has two reviewers" if not shared else "nobody added or moved a claim"
        return SpanAgreement(None, None, why, len(found), len(shared))
    return SpanAgreement(exact / spans, together / characters, "", len(found), len(shared))


def evidence_agreement(cited: Iterable[Cited], ratings: Iterable[Rating]) -> EvidenceAgreement:
    """Of reviewers who decided the same claim, by the spans of sources that they quote."""
    people: dict[int, dict[str, dict[str, list[Span]]]] = defaultdict(dict)
    for rating in ratings:
        people[rating.claim_seq][rating.reviewer] = defaultdict(list)
    for seq, reviewer, source, start, end in cited:
        if reviewer in people[seq]:
            people[seq][reviewer][source].append((start, end))
    quoted, sources, one_sided = [], [], 0
    for claim in people.values():
        for a, b in combinations(claim.values(), 2):
            if a and b:
                quoted.append(_jaccard(a, b))
                sources.append(len(a.keys() & b.keys()) / len(a.keys() | b.keys()))
            else:
                one_sided += bool(a) != bool(b)
    if not quoted:
        why = "no two reviewers quote evidence for the same claim"
        return EvidenceAgreement(None, None, why, 0, one_sided)
    n = len(quoted)
    return EvidenceAgreement(sum(quoted) / n, sum(sources) / n, "", n, one_sided)


def _jaccard(a: dict[str, list[Span]], b: dict[str, list[Span]]) -> float:
    """Characters that both quote, over characters that either quotes."""
    both = either = 0
    for source in a.keys() | b.keys():
        first, second = _united(a.get(source, [])), _united(b.get(source, []))
        length = sum(end - start for start, end in _united([*first, *second]))
        either += length
        both += sum(end - start for start, end in (*first, *second)) - length
    return both / either if either else 0.0


def _united(spans: Iterable[Span]) -> list[Span]:
    """The same characters as spans that do not overlap."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
