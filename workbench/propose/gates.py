"""What can hold no claim: questions, hopes, wishes, commands, headings, opinions."""

from __future__ import annotations

import re

from workbench.propose.clauses import Clause
from workbench.propose.lexicon import FIRST_PERSON, HEDGE, SECOND_PERSON, THINK, word_set
from workbench.propose.statements import Words

_ENDS = re.compile(r"[.!?…][\"”’')\]]*$")
_QUESTION = re.compile(r"\?[\"”’')\]\s]*$")
_OPINION = word_set(
    "important necessary vital crucial essential good bad better best worst great "
    "terrible awful wonderful proud glad happy sad sorry sure unacceptable shameful "
    "outrageous clear time disappointing delighted confident committed grateful "
    "pleased optimistic hopeful mistake farce disgrace shame scandal joke tragedy disaster pity "
    "privilege honour honor"
)
_HOPING = word_set("hope hopes hoped hoping wish wishes wished want wants")


def is_question(sentence: str) -> bool:
    """Does the sentence ask?"""
    return bool(_QUESTION.search(sentence))


def is_heading(sentence: str, alone: bool) -> bool:
    """A short line by itself without a final stop."""
    return alone and not _ENDS.search(sentence) and len(sentence) < 160


def states_fact(clause: Clause, words: Words) -> bool:
    """Is this clause put as a fact, rather than hoped, wished, advised or thought?"""
    verb = clause.verb
    if verb is None:
        return False
    group = words.low[verb.a : verb.b]
    if any(w in HEDGE for w in group) or words.low[verb.main] in _HOPING:
        return False
    subject = words.low[clause.subject[0] : clause.subject[1]] if clause.subject else []
    if any(w in SECOND_PERSON for w in subject):
        return False
    first = any(w in FIRST_PERSON for w in subject)
    if first and (
        "will" in group or "'ll" in group or words.low[verb.main] in THINK or "i" in subject
    ):
        return False
    if group[0] in ("is", "are", "'s", "was", "were") and verb.b - verb.a == 1:
        after = words.low[verb.b : verb.b + 4]
        if any(w in _OPINION for w in after[:3]) and (
            first or subject in (["it"], ["this"], ["that"])
        ):
            return False
    return not (
        subject == ["there"]
        and any(w in ("no", "doubt") for w in words.low[verb.b : verb.b + 1])
        and "doubt" in words.low
    )
