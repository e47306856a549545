"""Names that are surely firms': those of whom shares, chief executives and the like are told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.propose.lexicon import word_set
from workbench.propose.semantic.house_names import house_before
from workbench.propose.semantic.houses import firm
from workbench.propose.semantic.mentions import Mention
from workbench.propose.tree.tree import Tree

_SHARES = word_set("shares stock")
_OFFICES = word_set("executive ceo shareholders shareholder investors")
_OWNED = _SHARES | _OFFICES | word_set("profit profits")
_ENDS = word_set("inc inc. ltd ltd. plc corp corp. co co. holdings motors airlines airways "
                 "pharmaceuticals technologies")  # fmt: skip


class Firms:
    """The firms of an article."""

    def __init__(self) -> None:
        self._names: list[str] = []

    def learn(self, tree: Tree, text: str, here: Sequence[Mention]) -> None:
        """Take in the names of a sentence that are surely firms'."""
        found = [m.text for m in here if firm(m) and _is_firm(tree, m)
                 and tree.relations[m.at] not in ("amod", "compound")]  # fmt: skip
        bosses = [n for n, low in enumerate(tree.low) if low in ("ceo", "executive")]
        found += [name for n in bosses if (name := house_before(tree, text, n)) is not None]
        for name in found:
            if name.split()[-1].lower() in _BODIES:
                continue
            if not any(_same(name, other) for other in self._names):
                self._names.append(name)

    def only(self, others: Iterable[str]) -> str | None:
        """The only firm that was named, if none of the ``others`` may be another one."""
        if len(self._names) != 1 or not all(_same(self._names[0], other) for other in others):
            return None
        return self._names[0]


def _same(one: str, other: str) -> bool:
    """ "Corvane Inc.", "Corvane": is one of two names part of the other?"""
    short, long = sorted((one.lower().split(), other.lower().split()), key=len)
    return set(short) <= set(long)


def _is_firm(tree: Tree, mention: Mention) -> bool:
    at, above = mention.at, tree.heads[mention.at]
    before = at - len(mention.text.split())
    torn = before >= 0 and tree.low[before] in ("&", "and")
    if torn or tree.relations[at] == "conj" or tree.only(at, "conj"):
        return False  # half of "Orbex Gas and Electric Co."
    if mention.text.rpartition(" ")[2].lower() in _ENDS:
        return True
    if above < 0:
        return False
    relation = tree.relations[at]
    if relation == "nmod:poss":
        return tree.low[above] in _OWNED
    inside = relation == "nmod" and any(tree.low[c] in _IN for c in tree.only(at, "case"))
    return inside and tree.low[above] in _SHARES | _OFFICES


_BODIES = word_set("council county borough trust university hospital association federation union "
                   "charity museum board school police authority commission agency party kong "
                   "ministry club league foundation department institute service")  # fmt: skip
_IN = frozenset(("in", "of"))
