"""What somebody says in her own words that can be looked up: what "we" do, what is counted."""

from __future__ import annotations

from workbench.propose.lexicon import PROFESSING, word_set
from workbench.propose.tree.clause import Clause
from workbench.propose.tree.cuts import negated
from workbench.propose.tree.tree import Tree


def does(tree: Tree, head: int) -> bool:
    """ "We sleep in the car", "we are suing the council", and not "we stand by our decision"."""
    helpers = {tree.low[w] for w in tree.only(head, "aux")}
    if tree.low[head] in PROFESSING or tree.coarse[head] != "VERB" or helpers - _PRESENT:
        return False
    if "do" in helpers and not negated(tree, head):
        return False
    told = tree.only(head, "obj", "obl")
    vague = all(tree.low[c] in _VAGUE or tree.coarse[c] == "PRON" for c in told)
    return not vague and not tree.only(head, "ccomp", "xcomp", "aux:pass")


_PRESENT = frozenset(("do", "are", "'re", "’re"))
_VAGUE = word_set("thing things everything best right way ways lot bit kind sort life part")


def counted(tree: Tree, clause: Clause) -> bool:
    """ "This is the first strike since 1986", "they are all under 14": that can be looked up."""
    if not tree.only(clause.head, "cop"):
        return False
    digits = any(tree.words[w].form[:1].isdigit() for w in clause.own)
    again = tree.low[clause.head] in ("time", "occasion")
    nth = any(tree.low[w] in _ORDINALS for w in tree.only(clause.head, "amod"))
    return digits or (again and nth and bool(tree.only(clause.head, "acl:relcl", "acl", "ccomp")))


_ORDINALS = word_set("first second third fourth fifth sixth seventh eighth ninth tenth last")
