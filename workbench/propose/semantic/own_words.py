""" "My" and "our" of a quotation within a sentence, which would read as the article's own."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.propose.candidate import Candidate

_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")
_FIRST = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Uu]s|[Mm]ine|[Oo]urs)\b(?!\.)")
_EDGES = " ,.;:!?…"


def kept_apart(candidate: Candidate) -> Candidate | None:
    """ "Oe said it was “my best day”": with the marks round "my"; None where they cannot stand.

    Such a sentence is not the speaker's own from its beginning.
    """
    line = candidate.statement
    for found in _QUOTED.finditer(candidate.sentence):
        quoted = (found[1] or found[2]).strip(_EDGES)
        if not _FIRST.search(quoted):
            continue
        bare = _FIRST.search(_QUOTED.sub("", line))
        if bare is None:
            break
        at = line.find(quoted)
        if at > 0 and not set(line) & set('“”"'):
            mark = "“”" if found[1] else '""'
            line = line[:at] + mark[0] + quoted + mark[1] + line[at + len(quoted) :]
        elif re.search(rf"\b{re.escape(bare[0])}\b", quoted):
            return None
    return replace(candidate, statement=line)
