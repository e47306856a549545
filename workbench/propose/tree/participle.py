"""The finite verb that a participle stands for."""

from __future__ import annotations

import re

from workbench.propose.inflect import base_of_ing, past, third_person
from workbench.propose.lexicon import MONTHS, NEGATIONS, word_set
from workbench.propose.tree.clause import Clause
from workbench.propose.tree.cuts import past as past_form
from workbench.propose.tree.number import be_form, is_plural
from workbench.propose.tree.shared import gapped
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.untold import SUMMED

_PLACED = frozenset(("based", "located", "situated"))
_STATES = _PLACED | word_set(
    "known called named owned run made aged home used powered heated cooled fuelled"
)
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_LED = word_set("led headed backed ruled controlled chaired owned run")
_AHEAD = word_set("expected scheduled set designed intended thought believed supposed due needed "
                  "required")  # fmt: skip


def done_as_finite(tree: Tree, clause: Clause, own: list[int], was: bool) -> str:
    """What stands before a participle like "founded": "was", "are", "has been", "will be"."""
    if any(tree.low[w] == "since" and tree.relations[w] == "case" for w in own):
        return _has_been(tree, clause)
    if clause.host is not None and gapped(tree, clause.host, clause.head):
        return _helped_alike(tree, clause, clause.host)
    told = tree.relations[clause.head] != "acl" or tree.words[clause.head - 1].form == ","
    if told and _ahead(tree, clause) and tree.low[clause.head] not in _PLACED:
        return "will be"
    low = tree.low[clause.head]
    month = any(tree.low[w] in MONTHS or _YEAR.fullmatch(tree.low[w]) for w in own)
    host = clause.host
    did = host is not None and (past_form(tree, host) or _ended(tree, host, clause.subject))
    by = low in ("called", "made") and tree.only(clause.head, "obl:agent", "compound:prt")
    by = by or (low in ("made", "named") and tree.only(clause.head, "xcomp"))  # "named captain"
    now = (low in _STATES and not did and not month and not by) or low in _PLACED
    now = now or (not was and not month and any(tree.low[w] in _ALWAYS for w in own))
    now = now or (low in _BROUGHT and not did and not month and _illness(tree, clause))
    now = now or (low in _LED and not did and not month)
    now = now or (low in _AHEAD and not was and bool(tree.only(clause.head, "xcomp")))
    return be_form(tree, clause.subject, not now)


_ALWAYS = word_set("annually yearly daily weekly monthly regularly always usually typically often")


def _illness(tree: Tree, clause: Clause) -> bool:
    """ "One of three diseases caused by a worm": they are caused by it, whenever it is."""
    top = next((w for w in clause.subject if tree.heads[w] not in clause.subject), -1)
    return top >= 0 and tree.low[top].removesuffix("s") in _ILLNESSES


_ILLNESSES = word_set("disease illnesse infection condition disorder illness fever")
_BROUGHT = word_set("caused spread transmitted carried triggered")


def _has_been(tree: Tree, clause: Clause) -> str:
    return "have been" if is_plural(tree, clause.subject) else "has been"


def _helped_alike(tree: Tree, clause: Clause, host: int) -> str:
    """ "Two have been arrested and a third questioned": it has been, as the two have."""
    helped = tree.only(host, "aux")
    might = [tree.words[c].form for c in helped if tree.fine[c] == "MD"]
    if any(tree.low[c] == "had" for c in helped):
        return "had been"
    if any(tree.low[c] in ("has", "have") for c in helped):
        return f"{might[0]} have been" if might else _has_been(tree, clause)
    if might:
        return f"{might[0]} be"
    group = tree.only(host, "aux", "aux:pass")
    link = be_form(tree, clause.subject, any(tree.fine[c] == "VBD" for c in group))
    return f"{link} being" if any(tree.low[c] == "being" for c in group) else link


def _ended(tree: Tree, host: int, subject: list[int]) -> bool:
    """ "The firm, owned by Ann Oe, has been sold", "a coup led by Ann Oe has failed": it was."""
    done = any(tree.low[a] in ("has", "have") for a in tree.only(host, "aux"))
    new = bool(subject) and tree.low[subject[0]] in ("a", "an")
    return tree.low[host] == "died" or (done and (new or tree.low[host] in _ENDING))


_ENDING = word_set("failed collapsed fallen closed ended dissolved sold cancelled scrapped "
                   "disbanded folded shut left quit rejected lost burned destroyed")  # fmt: skip


def ing_as_finite(tree: Tree, clause: Clause, was: bool) -> str:
    """ "Killing" as "killed", or as "kills" or "kill"; ``was``: in a past tense."""
    base = base_of_ing(tree.low[clause.head])
    if tree.relations[clause.head] != "acl" and _ahead(tree, clause) and not was:
        return f"will {base}"
    if was:
        return past(base)
    return base if is_plural(tree, clause.subject) else third_person(base)


def sum_as_finite(tree: Tree, clause: Clause, was: bool) -> str:
    """ "Bringing the total to 90": "was brought", or "is", "will be brought"."""
    done = SUMMED[tree.low[clause.head]]
    if _ahead(tree, clause) and not was:
        return f"will be {done}"
    return f"{be_form(tree, clause.subject, was)} {done}"


def _ahead(tree: Tree, clause: Clause) -> bool:
    """ "Will orbit it, mapping the ice": it will map it, too; "opened in 1962, it will shut"."""
    host = clause.host
    if (
        host is None
        or clause.head < host
        or any(tree.low[c] in NEGATIONS for c in tree.children[host])
    ):
        return False
    return any(tree.low[w] in ("will", "'ll") for w in tree.only(host, "aux"))
