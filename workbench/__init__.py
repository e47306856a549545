"""Workbench: annotate and fact-check claims, in the terminal and from Python.

```python
import workbench

for claim in workbench.propose(text):
    print(claim.start, claim.end, claim.statement)

with workbench.open("project.db") as store:
    store.add(text, title="A headline")
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.version import __version__

if TYPE_CHECKING:
    from workbench.match import match
    from workbench.match.collection.memory import Match
    from workbench.match.quote.find import QuoteCheck, check_quote
    from workbench.propose import check_worthiness, propose
    from workbench.propose.candidate import Candidate
    from workbench.store import Store, open

__all__ = [
    "Candidate",
    "Match",
    "QuoteCheck",
    "Store",
    "__version__",
    "check_quote",
    "check_worthiness",
    "match",
    "open",
    "propose",
]

_HOME = {
    "Candidate": ("workbench.propose.candidate", "Candidate"),
    "Match": ("workbench.match.collection.memory", "Match"),
    "QuoteCheck": ("workbench.match.quote.find", "QuoteCheck"),
    "Store": ("workbench.store", "Store"),
    "check_quote": ("workbench.match.quote.find", "check_quote"),
    "check_worthiness": ("workbench.propose", "check_worthiness"),
    "match": ("workbench.match", "match"),
    "open": ("workbench.store", "open"),
    "propose": ("workbench.propose", "propose"),
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: `import workbench` stays cheap."""
    if name not in _HOME:
        raise AttributeError(f"module 'workbench' has no attribute '{name}'")
    from importlib import import_module

    from workbench.foreign import ensure_own_db

    ensure_own_db()
    module, attribute = _HOME[name]
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value
