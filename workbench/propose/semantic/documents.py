"""What is written speaks, too: "“…,” the statement read", "a sign on the gate reads: “…”"."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.propose.lexicon import word_set

DOCUMENTS = word_set(
    "statement letter email e-mail message post tweet note notice sign banner placard poster "
    "caption headline headlines slogan memo text release complaint lawsuit indictment affidavit "
    "filing petition report document order ruling verdict inscription plaque invitation "
    "announcement description article editorial advert advertisement label card leaflet page "
    "website transcript resolution draft comment reply response warning signs posters banners "
    "placards letters messages posts tweets statements"
)
_READ = ("read", "reads")
_OF_IT = (["in", "part"], ["in", "full"], ["simply"], ["as", "follows"])


def document(low: Sequence[str]) -> int:
    """Index of the noun of what is written, before anything is told of it; -1 for a person."""
    for word, form in enumerate(low):
        if form in DOCUMENTS and (low[word + 1 : word + 2] or ["of"])[0] not in DOCUMENTS:
            return word
        if form in ("of", "on", "from", "by", "in", "to", ",") and low[0] != "one":
            return -1
    return -1


def reads_last(low: Sequence[str]) -> int:
    """ "The statement [read] in part": index of the verb; -1 where nothing written is told."""
    end = len(low)
    for tail in _OF_IT:
        end -= len(tail) if list(low[end - len(tail) : end]) == tail else 0
    verb = end - 1
    if verb < 1 or low[verb] not in _READ:
        return -1
    return verb if (low[0] == "it" and verb == 1) or document(low[:verb]) >= 0 else -1


def reads_first(low: Sequence[str]) -> bool:
    """ "Reads a sign on the fence": the verb stands before who speaks."""
    return low[:1] != [] and low[0] in _READ and document(low[1:]) >= 0
