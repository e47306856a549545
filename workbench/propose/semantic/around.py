"""What stands around a tag by the words alone: a date, an afterthought, a subject before it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.propose.lexicon import BE, DO, HAVE, SAY, word_set
from workbench.propose.tree.tokens import Word

_LONGEST_DATE = 5  # words before the comma of "By the end of 2030,"
_LONGEST_SUBJECT = 8  # words before the comma of "The press conference, recalls Oe, was …"
_LONGEST_SPEAKER = 6
_INVERTED = word_set(
    "said says recalls recalled notes noted argues argued insists insisted explains explained "
    "adds added warns warned writes wrote concedes conceded admits admitted observes observed"
)
_MODAL = word_set("will would can could may might must should")
_WHICH = frozenset(("which", "who", "whom", "whose", "that", "what", "how"))
_FRONTING = word_set("in on at by after before during since for from with while when as if "
                     "although though because and but or so")  # fmt: skip


def afterthought(after: Sequence[Word]) -> bool:
    """ "She promised, “I will undo it,” a pledge that she has made before": told of what was said.

    ``after``: from the word before the mark that closes the quotation.
    """
    low = [w.form.lower() for w in after]
    return low[0] == "," and low[2:3] in (["a"], ["an"]) and low[3:4] != ["few"]


def by_when(tag: Sequence[Word]) -> int:
    """ "[By 2030,] Ann Oe said, “all will …”": how many words of the tag were said, too."""
    low = [w.form.lower() for w in tag]
    comma = low.index(",") if "," in low else 0
    timed = low[0] in ("by", "until", "within") and comma <= _LONGEST_DATE
    return comma + 1 if timed and any(w in SAY for w in low[comma + 1 :]) else 0


def between(tokens: list[Word]) -> tuple[list[Word], list[Word]] | None:
    """ "The plan, recalls Ann Oe, was late": what was said and the tag within its subject."""
    low = [w.form.lower() for w in tokens]
    first = low.index(",") if "," in low else 0
    if not 0 < first <= _LONGEST_SUBJECT or low[first + 1 : first + 2] == []:
        return None
    helping = BE | HAVE | DO | _MODAL
    if low[first + 1] not in _INVERTED or low[0] in _FRONTING or set(low[:first]) & helping:
        return None
    last = next((i for i in range(first + 2, len(low)) if low[i] == ","), 0)
    speaker = tokens[first + 2 : last]
    named = bool(speaker) and len(speaker) <= _LONGEST_SPEAKER and speaker[-1].form[:1].isupper()
    which = {w.form.lower() for w in speaker} & _WHICH
    if (
        not named
        or which
        or speaker[0].form.lower() in _FRONTING | {"of", "to"}
        or len(low) - last < _LONGEST_SPEAKER // 2
    ):
        return None
    goes_on = low[last + 1] in helping or low[last + 1].endswith(("s", "ed"))
    return ([*tokens[:first], *tokens[last + 1 :]], tokens[first + 1 : last]) if goes_on else None
