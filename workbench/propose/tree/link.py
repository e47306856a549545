"""What links a noun and its apposition: "is", "was", "has been"."""

from __future__ import annotations

import re

from workbench.propose.lexicon import TIME_NOUNS
from workbench.propose.tree.clause import Clause
from workbench.propose.tree.number import be_form, plural_verb, since
from workbench.propose.tree.tree import Tree

PAST_YEAR = re.compile(r"1\d{3}|20[012]\d")


def link_of(tree: Tree, clause: Clause, own: list[int]) -> str:
    """The form of "be" between the subject of an apposition and its words ``own``."""
    link = be_form(tree, clause.subject, past_tense=False)
    then = (
        tree.low[own[0]] in ("once", "formerly", "long", "previously")
        or tree.low[clause.own[0]] == "then"
    )
    if (
        then
        or then_only(tree, clause)
        or _over(tree, own)
        or _when(tree, own)
        or _dead(tree, clause.subject)
        or _passed(tree, own)
    ):
        link = "was"  # "Ann Oe, then the commissioner"
    if tree.low[own[0]] in _SITES and tree.low[own[0] + 1 :][:1] == ["of"]:
        return "was the" if tree.low[own[0]] == "scene" else f"{link} the"
    if plural_verb(tree, clause.subject) or _teams(tree, clause):
        link = "were" if link == "was" else "are"  # "Sarrow, currently third, have won twice"
    if tree.low[own[0]] in _LEVELS:  # "shares, down 22 percent since May, dropped": were
        return be_form(tree, clause.subject, past_tense=_told_in_past(tree, clause.subject))
    if _state(tree, clause.head, own) and _told_in_past(tree, clause.subject):
        link = be_form(tree, clause.subject, past_tense=True)
    if since(tree, clause.head, own):
        link = "have been" if link in ("are", "were") else "has been"
    return link


_SITES = frozenset(("scene", "site", "birthplace", "epicentre", "epicenter"))


def then_only(tree: Tree, clause: Clause) -> bool:
    """ "The then mayor, Ann Oe": was the mayor."""
    nouns = {clause.head, tree.heads[clause.head]} - {-1}
    return any(tree.low[c] == "then" and tree.low[c - 1] in _OWNERS
               for noun in nouns for c in tree.children[noun] if c)  # fmt: skip


_OWNERS = frozenset(("the", "his", "her", "its", "their", "'s", "’s"))


def _when(tree: Tree, own: list[int]) -> bool:
    """ "The governor of Arl when the dam broke": was so then."""
    when = [w for w in own if tree.low[w] == "when"]
    return bool(when) and any(w > when[0] and tree.fine[w] == "VBD" for w in own)


def _passed(tree: Tree, own: list[int]) -> bool:
    """ "The walkout, a 48-hour stoppage last week", "a fire two years ago": it was."""
    for word in own:
        last = tree.low[word - 1] if word - 1 in own else ""
        if tree.low[word] == "ago" or (last == "last" and tree.low[word] in TIME_NOUNS):
            return not any(tree.low[w] in ("since", "for", "the") and w == word - 2 for w in own)
    return False


def _teams(tree: Tree, clause: Clause) -> bool:
    """ "Tessmark, the hosts", "Arsenal, the champions": are."""
    the = any(tree.low[c] == "the" for c in tree.only(clause.head, "det"))
    return the and tree.fine[clause.head] == "NNS"


def _dead(tree: Tree, subject: list[int]) -> bool:
    """ "Ann Oe, a nurse, has died", "a bomb killed Ann Oe, a nurse", "the murder of"."""
    inside = set(subject)
    top = next((w for w in subject if tree.heads[w] not in inside), -1)
    above = tree.heads[top] if top >= 0 else -1
    if above < 0:
        return False
    killed = tree.relations[top] in ("obj", "nsubj:pass") and tree.low[above] in _KILLED
    died = tree.relations[top] == "nsubj" and tree.low[above] in ("died", "dies")
    return killed or died or (tree.relations[top] == "nmod" and tree.low[above] in _DEATHS)


_LEVELS = frozenset(("up", "down"))
_KILLED = frozenset(("killed", "murdered", "assassinated", "executed", "beheaded"))
_DEATHS = frozenset(("murder", "death", "killing", "assassination", "funeral", "body", "execution"))


def _state(tree: Tree, head: int, own: list[int]) -> bool:
    """ "Full of diesel", "drunk at the time": was so then; "nine metres long" it always is."""
    if tree.relations[head] != "acl:aside" or tree.coarse[head] != "ADJ" or tree.only(head, "det"):
        return False
    lasting = tree.low[head] in _LASTING or tree.only(head, "obl:unmarked", "nmod:unmarked")
    return not lasting and tree.low[own[0]] not in _PRESENT


_LASTING = frozenset(("worth", "due", "home"))
_PRESENT = frozenset(("now", "currently", "still"))


def _told_in_past(tree: Tree, subject: list[int]) -> bool:
    """Is the verb that the noun is the subject of in a past tense?"""
    top = next((w for w in subject if tree.heads[w] not in subject), -1)
    verb = tree.heads[top] if top >= 0 else -1
    if verb < 0 or not tree.relations[top].startswith("nsubj"):
        return False
    return any(tree.fine[w] == "VBD" for w in (verb, *tree.only(verb, "aux", "aux:pass", "cop")))


def _over(tree: Tree, own: list[int]) -> bool:
    """ "Head of the agency until 2019", "mayor from 2009 to 2013"."""
    years = [w for w in own if PAST_YEAR.fullmatch(tree.words[w].form)]
    ends = [w for w in years if tree.low[w - 1] in ("until", "till")]
    spans = [w for w in years if tree.low[w - 1] in ("from", "between")]
    return bool(ends) or (bool(spans) and len(years) > 1)
