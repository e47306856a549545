"""Is a statement, parsed for itself, one finite clause with a subject, cut off nowhere?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.propose.joint.arcs import SUBJECTS
from workbench.propose.lexicon import LINKS, SAY, TIME_NOUNS, word_set
from workbench.propose.semantic.form import hoped, says_nothing, well_formed
from workbench.propose.semantic.gates import is_wish
from workbench.propose.semantic.names import person
from workbench.propose.tree.agreement import FINITE, finite_form
from workbench.propose.tree.clause import Clause
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.untold import tabled

HELPERS = ("aux", "aux:pass", "cop")
_LOST = frozenset(("dep", "orphan", "list", "discourse", "reparandum", "vocative", "goeswith"))
_OPENING = frozenset(("nsubj", "csubj", "expl", "obl", "advmod", "advcl", "cc", "mark", "nmod"))
_DANGLING = word_set("by to with for")
_WANTING = word_set("come comes came revolves revolve consists consist depends depend lies stems "
                    "became become becomes remains involves includes contains include involve "
                    "contain")  # fmt: skip
_SHOWING = word_set("show shows showed hear hears heard suggest suggests suggested recommend "
                    "recommends recommended")  # fmt: skip


def sound(line: str, tree: Tree, known: bool = False, stopped: bool = False) -> bool:
    """Is a statement, by its own tree, one finite clause with a subject, and no wish?

    ``known``: it is by the tree of its sentence, which tells more than its own. ``stopped``: its
    end is followed by a mark there.
    """
    if (
        hoped(line)
        or says_nothing(line)
        or _PARTLY.search(line)
        or _GLUED_ON.search(line)
        or _linked(tree)
        or _led_by_saying(tree)
        or tabled(tree, tree.root)
    ):
        return False
    if known:
        return (
            _agreeing(tree)
            and not is_wish(tree)
            and not _cut_off(tree)
            and well_formed(line, stopped=stopped)
        )
    root = tree.root
    group = (root, *tree.only(root, *HELPERS))
    finite = any(tree.fine[w] in FINITE for w in group)
    if not finite or not tree.only(root, *SUBJECTS) or is_wish(tree) or _two(tree):
        return False
    if _one_of_two(tree, group) or _asking(tree):
        return False
    if any(_kind(relation) in _LOST for relation in tree.relations) or _cut_off(tree):
        return False
    opens = _kind(tree.relations[_top(tree)]) in _OPENING and not _half_aside(tree)
    pointing = tree.low[0] == "that" and tree.relations[0] == "det"
    return opens and well_formed(line, pointing, stopped) and not _whether(tree)


def _whether(tree: Tree) -> bool:
    """ "What trends show up in it": asked, though it looks like a clause."""
    return tree.low[0] in ("what", "whose") and tree.relations[0] == "det"


def _agreeing(tree: Tree) -> bool:
    """ "Ann Oe [and her son] do not": the verb goes with more than is left."""
    subject = tree.only(tree.root, *SUBJECTS)
    about = sorted(tree.below(subject[0])) if subject else []
    return finite_form(tree, Clause(tree.root, "main", [], about))


# "most of whom were hurt", "the reports are the last of which dates from 2019"
_PARTLY = re.compile(
    r"^(?:\w+ ){0,5}of wh(?:ich|om)\b|\b(?:is|are|was|were) (?:the )?\w+ of wh(?:ich|om)\b", re.I
)


# two sentences of a quotation; not "Gov. Oe", "Prof. Oe"
_GLUED_ON = re.compile(
    r"^[^“”\"]*[^\W\d_]{3}(?<!\b(?:Gov|Sen|Rep|Rev|Cpl|Sgt|Col|Gen|Maj|Hon|Mrs|Pvt|Adm|Sec))"
    r"(?<!\b(?:Capt|Prof|Supt|Insp|Cmdr|Pres|Asst|Atty))[.!?] [A-Z]"
)


def _led_by_saying(tree: Tree) -> bool:
    """ "A driver who witnesses said fled the scene": a clause in the clause, and no more."""
    before = tree.root - 1
    return before > 0 and tree.low[before] in SAY and tree.relations[before] == "acl:relcl"


def _linked(tree: Tree) -> bool:
    """ "However, relations are strained": it goes on with what was said before."""
    return tree.low[0] in LINKS and tree.low[1:2] == [","]


def _one_of_two(tree: Tree, group: Sequence[int]) -> bool:
    """ "Ann Oe [and her son] were rescued", "the boy tour it": one with a verb of several."""
    several = any(tree.low[w] in ("were", "are", "have", "do") for w in group)
    subject = tree.only(tree.root, *SUBJECTS)[0]
    alone = not tree.only(subject, "conj") and tree.fine[subject] != "NNPS"
    if several and alone and person(tree, subject, {}) is not None:
        return True
    clause = Clause(tree.root, "main", [], sorted(tree.below(subject)))
    return not finite_form(tree, clause)


def _asking(tree: Tree) -> bool:
    """ "She even when caught": a word that opens a clause stands between subject and verb."""
    subject = tree.only(tree.root, *SUBJECTS)[0]
    opens = (*tree.only(tree.root, "mark"), *tree.only(tree.root, "advmod"))
    return any(
        subject < w < tree.root and (tree.fine[w] == "WRB" or tree.relations[w] == "mark")
        for w in opens
    )


def _two(tree: Tree) -> bool:
    """ "Was sent off for a foul, faces a ban": two clauses that nothing joins."""
    joined = tree.only(tree.root, "conj")
    beside = tree.only(tree.root, "parataxis")
    loose_ends = (tree.coarse[c] == "VERB" and not tree.only(c, *SUBJECTS) for c in beside)
    return any(loose_ends) or bool(joined and not any(tree.only(c, "cc") for c in joined))


def _cut_off(tree: Tree) -> bool:
    """Does the end want more: "was fined by", "the report says", "came hours [after …]"?"""
    last = tree.low[-1]
    hours = last in TIME_NOUNS and last.endswith("s") and not tree.children[-1]
    saying = last in SAY and tree.coarse[-1] == "VERB"  # no "report", "points"
    saying = saying and tree.low[-2:] != ["to", "comment"]
    active = not tree.only(len(tree.words) - 1, "aux:pass")
    showing = last in _SHOWING and tree.coarse[-1] == "VERB" and active
    wanting = last in _WANTING and tree.coarse[-1] == "VERB" and tree.low[-1] == tree.low[tree.root]
    bare = wanting or last in _DANGLING or tree.low[-2:] == ["to", "do"]
    return hours or saying or showing or bare


def _half_aside(tree: Tree) -> bool:
    """ "Ann Oe sent off for a foul, faces a ban": an aside with one of its two commas."""
    subject = tree.only(tree.root, *SUBJECTS)[0]
    first = min(tree.root, *tree.only(tree.root, *HELPERS), len(tree.words))
    marks = [w for w in range(subject, first) if tree.words[w].form == ","]
    named = bool(tree.only(subject, "appos")) and not tree.only(subject, "conj")
    return len(marks) == 1 and (marks[0] == first - 1 or named)


def _kind(relation: str) -> str:
    return relation.partition(":")[0]


def _top(tree: Tree) -> int:
    """What the first word of a statement hangs on, right under its predicate."""
    word = next((w for w, tag in enumerate(tree.coarse) if tag != "PUNCT"), 0)
    while tree.heads[word] >= 0 and tree.heads[word] != tree.root:
        word = tree.heads[word]
    return word
