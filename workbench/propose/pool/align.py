"""Find one sentence's words in another, in order, unbroken runs preferred."""

from __future__ import annotations

from collections.abc import Sequence

_RUN = 0.4  # worth of going on beside the word before
_NEVER = -1e9


def matched(words: Sequence[str], others: Sequence[str]) -> list[int]:
    """Places in ``words`` of the words of ``others`` that are found, by dynamic programming."""
    here, best = _tables(words, others)
    i = j = 0
    found: list[int] = []
    running = False
    while i < len(words) and j < len(others):
        if words[i] == others[j] and (running or best[i][j] == here[i][j]):
            found.append(i)
            running = _RUN + here[i + 1][j + 1] >= best[i + 1][j + 1]
            i, j = i + 1, j + 1
            continue
        running = False
        if best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def _tables(
    words: Sequence[str], others: Sequence[str]
) -> tuple[list[list[float]], list[list[float]]]:
    """Worth of what follows from each pair on: when the pair is matched, and in any case."""
    width = len(others) + 1
    here = [[_NEVER] * width for _ in range(len(words) + 1)]
    best = [[0.0] * width for _ in range(len(words) + 1)]
    for i in range(len(words) - 1, -1, -1):
        for j in range(len(others) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if words[i] == others[j]:
                here[i][j] = 1 + max(best[i + 1][j + 1], _RUN + here[i + 1][j + 1])
                best[i][j] = max(best[i][j], here[i][j])
    return here, best
