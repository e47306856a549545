"""The phrase that a pronoun most likely means, by what was learned from marked articles."""

from __future__ import annotations

import numpy as np

from workbench.propose.pool.chooser import run_trees
from workbench.propose.pool.features import Array
from workbench.propose.semantic.mentions import Mention
from workbench.propose.semantic.pronouns import GENDER, able, agrees, named, undergoes
from workbench.propose.semantic.ranking import Case, phrase_name, reported, rows

ANTECEDENT = "antecedent.onnx"
LEAST = 0.5  # score from which on a phrase is taken to be meant
LEAST_ALONE = 0.65  # where the rules see none
LEAST_ACTED = 0.7  # where they see none because it may be any: "bought the house. It was old"
LEAST_OF_PAIR = 0.35  # of two who met or married, where the rules see them in "they"
LEAST_OF_SUBJECTS = 0.3  # of two who are the subject of the sentence before
CLOSE = 0.05  # to the best score
LEAD = 0.2  # by which it must be ahead of the next where the rules see none


def weighed(case: Case) -> Mention | None:
    """The phrase with the best score; None where none is likely enough."""
    place, ruled = case.place, case.ruled
    if not case.given:
        return ruled
    acted = place.pronoun in ("it", "they") and undergoes(place.tree, place.word)
    least = LEAST if ruled is not None else LEAST_ACTED if acted else LEAST_ALONE
    scores = run_trees(ANTECEDENT, np.array(rows(case), dtype=np.float32))
    may = [able(place.tree, place.word, option.mention) for option in case.given]
    scores = np.where(may, scores, np.float32(0))
    if ruled is not None and place.pronoun == "they" and " and " in ruled.text:
        least = LEAST_OF_PAIR
    best = picked(scores, ruled is None, least)
    if best is not None and _says_of_itself(case, scores, best):
        return ruled
    if best is None and _pair_told(case, scores):
        return ruled
    if best is None or (ruled is None and _twin(case, best)):
        return None
    return case.given[best].mention


def _says_of_itself(case: Case, scores: Array, best: int) -> bool:
    """ "Acme says it has lost $3m": Acme, by the rules, and no other is much likelier.

    As is "Acme has paid ever since he left it, Oe said": Oe.
    """
    if case.ruled is None or not (_by_firm(case) or _by_person(case)):
        return False
    own = [i for i, o in enumerate(case.given) if o.mention.text == case.ruled.text]
    return bool(own) and best not in own and scores[best] - max(scores[own]) < LEAD


def _pair_told(case: Case, scores: Array) -> bool:
    """ "Arl and Kest were in talks. They were near a deal": both, and nothing is likelier."""
    ruled = case.ruled
    if ruled is None or case.place.pronoun != "they" or " and " not in ruled.text:
        return False
    own = [float(scores[i]) for i, o in enumerate(case.given) if o.mention.text == ruled.text]
    near = bool(own) and float(scores.max()) - max(own) < CLOSE
    return near and ruled.subject and max(own) >= LEAST_OF_SUBJECTS


def _by_firm(case: Case) -> bool:
    return case.place.pronoun == "it" and reported(case.place)


def _by_person(case: Case) -> bool:
    place, ruled = case.place, case.ruled
    if place.speaker is None or ruled is None or place.direct or place.pronoun not in GENDER:
        return False
    return named(ruled) and phrase_name(ruled) == phrase_name(place.speaker)


def _twin(case: Case, best: int) -> bool:
    """ "A book about Karl Oe and Peter Ley. He …": is another one named in the same breath?"""
    meant = case.given[best].mention
    others = [o.mention for o in case.given if o.mention.text != meant.text
              and agrees(o.mention, case.place.pronoun)]  # fmt: skip
    joined = [o.mention.text for o in case.given if " and " in o.mention.text]
    return any(meant.text in text and other.text in text for other in others for text in joined
               if other.text != text != meant.text)  # fmt: skip


def picked(scores: Array, silent: bool, least: float | None = None) -> int | None:
    """Index of the phrase that is meant; None where none is sure enough.

    ``silent``: do the rules see none? Then it must be clearly ahead of the others.
    """
    if least is None:
        least = LEAST_ALONE if silent else LEAST
    best = int(scores.argmax())
    others = np.delete(scores, best)
    close = silent and len(others) > 0 and scores[best] - others.max() < LEAD
    return best if scores[best] >= least and not close else None
