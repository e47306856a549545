"""What can hold no claim: questions, hopes, wishes, commands, headings, opinions."""

from __future__ import annotations

import re

from workbench.propose.lexicon import (
    BE,
    FIRST_PERSON,
    HAVE,
    HEDGE,
    NEGATIONS,
    SECOND_PERSON,
    THINK,
    word_set,
)
from workbench.propose.rules.clauses import Clause
from workbench.propose.rules.unit import Unit
from workbench.propose.statements import Words

_ENDS = re.compile(r"[.!?…]\s?[\"”’')\]]*$")
_QUESTION = re.compile(r"\?[\"”’')\]\s]*$")
_OPINION = word_set(
    "important necessary vital crucial essential good bad better best worst great "
    "terrible awful wonderful proud glad happy sad sorry sure unacceptable shameful "
    "outrageous clear time disappointing delighted confident committed grateful "
    "pleased optimistic hopeful mistake farce disgrace shame scandal joke tragedy disaster pity "
    "privilege honour honor unclear uncertain convinced certain thrilled excited desirable welcome"
)
_ASKING = word_set("should must ought shall let")
_HOPEFUL = word_set("hope hopes hopeful optimistic optimism confident eager")
_VOICING = word_set("express expresses expressed voice voices voiced")
_EVALUATING = word_set("important necessary vital crucial essential unacceptable shameful")
_NEEDING = word_set("need needs")
_LIKING = word_set("like love prefer rather welcome")
_HOPING = word_set("hope hopes hoped hoping wish wishes wished want wants")


def is_question(sentence: str) -> bool:
    """Does the sentence ask?"""
    return bool(_QUESTION.search(sentence))


def is_heading(sentence: str, alone: bool) -> bool:
    """A short line by itself without a final stop."""
    return alone and not _ENDS.search(sentence) and len(sentence) < 160


def _stated(word: str, clause: Clause, words: Words) -> bool:
    """ "would" foretells, and in what somebody said it stands for "will", "could" for "can"; "may
    not" forbids, and "must" with a number tells of a duty.
    """
    if clause.kind == "content" or clause.verb is None:
        return word in ("would", "could")
    if word == "may":
        subject = words.low[clause.subject[0]] if clause.subject else ""
        forbids = clause.verb.negated or subject in ("neither", "no", "nobody", "none")
        return forbids and "have" not in words.low[clause.verb.a : clause.verb.b]
    dated = "CD" in words.tags[clause.start : clause.end]  # "must register by 3 May"
    return word == "would" or (word == "must" and dated and clause.kind in ("main", "coord", "rel"))


def states_fact(clause: Clause, words: Words) -> bool:
    """Is this clause put as a fact, rather than hoped, wished, advised or thought?"""
    verb = clause.verb
    if verb is None:
        return False
    group = words.low[verb.a : verb.b]
    subject = words.low[clause.subject[0] : clause.subject[1]] if clause.subject else []
    first = any(w in FIRST_PERSON for w in subject)
    if any(w in HEDGE and not _stated(w, clause, words) for w in group):
        return False
    if words.low[verb.main] in _HOPING or words.low[verb.a] == "be":
        return False  # "that it be abolished" is asked for
    asked = "let" in words.low[clause.start : clause.start + 1]
    if asked or any(w in SECOND_PERSON for w in subject) or (first and _own_mind(group, subject)):
        return False
    if "would" in group and words.low[verb.main] in _LIKING:
        return False
    wished = _duty(words, verb, first) or _hopeful(words, verb)
    return not wished and not _opinion(clause, words, first)


def is_wish(clause: Clause, words: Words) -> bool:
    """Is it only hoped, wished or asked for: "we hope that …", "the talks must go on"?"""
    verb = clause.verb
    if verb is None:
        return True
    group, main = words.low[verb.a : verb.b], words.low[verb.main]
    subject = words.low[clause.subject[0] : clause.subject[1]] if clause.subject else []
    first = any(w in FIRST_PERSON for w in subject)
    after = words.low[verb.b : verb.b + 3]
    return (
        any(w in _ASKING for w in group)
        or _duty(words, verb, first)
        or (first and main in BE and any(w in _OPINION for w in after))
        or (main in BE and after[:1] != [] and after[0] in _EVALUATING)
        or main in _HOPING
        or _hopeful(words, verb)
        or (first and main in THINK)
        or (_would(group) and main in _LIKING)
        or ("would" in group and main in BE and any(w in _OPINION for w in after))
    )


def _would(group: list[str]) -> bool:
    return any(w in ("would", "'d", "’d") for w in group)


def _duty(words: Words, verb: Unit, first: bool) -> bool:
    """ "Work needs to be done", "we have to act"."""
    main = words.low[verb.main]
    to = words.low[verb.b : verb.b + 1] == ["to"]
    return to and (main in _NEEDING or (first and main in HAVE))


def _hopeful(words: Words, verb: Unit) -> bool:
    """ "They voiced the hope that …", "she is confident that …"."""
    main, after = words.low[verb.main], words.low[verb.b : verb.b + 3]
    if main in _VOICING and "confidence" in after and "no" not in after:
        return True
    return main in BE | _VOICING and any(w in _HOPEFUL for w in after)


def _own_mind(group: list[str], subject: list[str]) -> bool:
    """What the speaker will do, would do or thinks."""
    return "i" in subject or group[-1] in THINK or any(w in ("will", "'ll", "would") for w in group)


def _opinion(clause: Clause, words: Words, first: bool) -> bool:
    """ "It is important", "we were proud", "there is no doubt"."""
    verb = clause.verb
    if verb is None or clause.subject is None:
        return False
    group = words.low[verb.a : verb.b]
    subject = words.low[clause.subject[0] : clause.subject[1]]
    after = words.low[verb.b : verb.b + 3]
    if group[-1] == "be" or (
        group[0] in ("is", "are", "'s", "was", "were") and all(w in NEGATIONS for w in group[1:])
    ):
        if after[:1] and after[0] in _EVALUATING:
            return True  # "dialogue is important"
        judged = first or subject in (["it"], ["this"], ["that"])
        if judged and any(w in _OPINION for w in after):
            return True
    return subject == ["there"] and after[:1] in (["no"], ["doubt"]) and "doubt" in words.low
