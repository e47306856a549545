"""What stands around a tag by the words alone: a date, an afterthought, a subject before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from workbench.propose.inflect import IRREGULAR_PAST
from workbench.propose.lexicon import BE, DO, HAVE, SAY, word_set
from workbench.propose.statements import Words
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
_PASTS = frozenset(IRREGULAR_PAST.values())
_FRONTING = word_set("in on at by after before during since for from with while when as if "
                     "although though because and but or so")  # fmt: skip


def afterthought(after: Sequence[Word]) -> bool:
    """ "She promised, “I will undo it,” a pledge that she has made before": told of what was said.

    ``after``: from the word before the mark that closes the quotation.
    """
    low = [w.form.lower() for w in after]
    return low[0] == "," and low[2:3] in (["a"], ["an"]) and low[3:4] != ["few"]


def according(tag: Sequence[Word]) -> int:
    """ "According to Orm Aid, which asked 200 nurses": where the name ends; 0 for another tag."""
    low = [w.form.lower() for w in tag]
    if low[:2] != ["according", "to"]:
        return 0
    end = low.index(",") if "," in low else len(low)
    return end if end > _FEWEST_NAMED else 0


_FEWEST_NAMED = 2


def by_when(tag: Sequence[Word]) -> int:
    """ "[By 2030,] Ann Oe said, “all will …”": how many words of the tag were said, too."""
    low = [w.form.lower() for w in tag]
    comma = low.index(",") if "," in low else 0
    timed = low[0] in ("by", "until", "within") and comma <= _LONGEST_DATE
    return comma + 1 if timed and any(w in SAY for w in low[comma + 1 :]) else 0


def behind_mark(words: Words, tokens: Sequence[Word], tag: int) -> int:
    """ "It is unclear why — two had left, according to Oe": where what she said begins.

    So does what follows a colon, where a clause stands on each side; else -1. ``tag``: where
    "according" stands.
    """
    marks = [w for w in tokens if w.end <= tag and w.form in _PARTING and _spaced(words.text, w)]
    if len(marks) != 1 or any(w.form in _QUOTES for w in tokens):
        return -1
    units = [(words.starts[u.a], u) for u in words.units if words.starts[u.a] < tag]
    first = [u for at, u in units if at < marks[0].start]
    last = [u for at, u in units if at > marks[0].start]
    verbs = [[u for k, u in enumerate(part) if u.kind == "VG" and u.form == "fin" and k]
             for part in (first, last)]  # fmt: skip
    told = any(words.low[u.main] in SAY for u in verbs[0])
    joined = bool(last) and (last[0].kind in ("CC", "SUB", "W", "THAT", "IN"))
    both = bool(last) and words.low[last[0].a] in ("both", "after", "in", "on", "at")
    return marks[0].end if all(verbs) and not told and (both or not joined) else -1


def quoted_behind(tokens: Sequence[Word], tag: int) -> int:
    """ "She changed her mind — “I recall it,” she said": where the quotation begins; else -1."""
    before = [w for w in tokens if w.end <= tag]
    mark = next((i for i in range(len(before) - 1, 0, -1) if before[i].form in '“"'), 0)
    dashed = mark > _LONGEST_SPEAKER // 2 and before[mark - 1].form in _PARTING
    closed = any(w.start == tag and w.form in '”"' for w in tokens)
    return before[mark].start if dashed and closed else -1


def _spaced(text: str, mark: Word) -> bool:
    """ "It is – they say" and "one thing: it", no "part-time" or "10:30"."""
    after = text[mark.end : mark.end + 1]
    return after.isspace() and (mark.form == ":" or text[mark.start - 1 : mark.start].isspace())


_PARTING = ("—", "–", ":")
_QUOTES = '“”„«»"'


def another_says(words: Words, tag: int, *, near: bool = True) -> int:
    """ "Two died, the police said[, while the council said that] …": where another speaks; else -1.

    ``tag``: where the tag ends; ``near``: only right there.
    """
    units = [u for u in words.units if words.starts[u.a] >= tag]
    for k in range(1 if near else len(units)):
        low = [words.low[u.a] for u in units[k : k + 2]]
        if low[:1] != [","] or low[1:] == [] or low[1] not in _CONTRASTING:
            continue
        after = pairwise(units[k + 2 : k + _NEAR])
        if any(u.kind == "VG" and u.form == "fin" and words.low[u.main] in SAY
               and before.kind == "NP" for before, u in after):  # fmt: skip
            return words.starts[units[k].a]
    return -1


_CONTRASTING = frozenset(("while", "whereas", "but", "though", "although"))
_NEAR = 8  # units


def with_close(said: list[Word], tokens: Sequence[Word], tag: int) -> list[Word]:
    """ "Selling it “was our dream,” Oe said": what was said, with its closing mark.

    ``tag``: where the tag begins, whose first mark it is.
    """
    close = next((w for w in tokens if w.start == tag and w.form in '”"'), None)
    before = [w for w in said if w.end <= tag]
    if close is None or close in said or not before or before[0].form in _QUOTES:
        return said
    forms = [w.form for w in before]
    opened = forms.count("“") > forms.count("”") if close.form == "”" else forms.count('"') % 2
    if not opened:
        return said
    if forms[-1] == ",":
        before.pop()
    return [*before, close, *(w for w in said if w.start >= tag)]


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
    goes_on = low[last + 1] in helping | _PASTS or low[last + 1].endswith(("s", "ed"))
    return ([*tokens[:first], *tokens[last + 1 :]], tokens[first + 1 : last]) if goes_on else None
