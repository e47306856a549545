"""What a speaker goes on to say: "…, he said, adding that the bridge was shut"."""

from __future__ import annotations

from typing import NamedTuple

from workbench.propose.lexicon import ADDING, SAY
from workbench.propose.tree.tokens import Word

_OPEN, _CLOSE = "“„«", "”»"
_ENDS = ("”", '"')  # what stands before it was said
_FEWEST = 3  # words of what is added
_PARTICLE = "out"  # "pointing out that"
_TELLING = "telling"
_HEARERS = ("reporters", "him", "her", "them", "the", "court", "jurors", "parliament")
_LONGEST_HEARER = 5


class Added(NamedTuple):
    """The participle, with its particle, and what it reports, parsed for itself.

    ``direct``: in the speaker's own words.
    """

    verb: list[Word]
    said: list[Word]
    direct: bool


def part_added(tokens: list[Word], inside: bool) -> tuple[list[Word], Added | None]:
    """The sentence without ", adding that …" at its end, and that; ``inside``: a quotation was
    open when it began.
    """
    quoted, spoke = inside, False
    for i, word in enumerate(tokens):
        if word.form in _OPEN:
            quoted = True
        elif word.form in _CLOSE:
            quoted = False
        elif word.form == '"':
            quoted = not quoted
        spoke = spoke or word.form.lower() in SAY or (not quoted and i > 0 and word.form in _ENDS)
        if word.form == "," and not quoted and spoke:
            found = _opened(tokens, i + 1)
            if found is not None:
                return tokens[:i], found
    return tokens, None


def _opened(tokens: list[Word], verb: int) -> Added | None:
    """What the participle at ``verb`` reports, to the end of the sentence."""
    low = [w.form.lower() for w in tokens[verb : verb + 4]]
    if not low or (low[0] not in ADDING and low[0] != _TELLING):
        return None
    end = verb + 1 + (low[1:2] == [_PARTICLE])
    while low[0] == _TELLING and end < min(verb + _LONGEST_HEARER, len(tokens)):
        if not (tokens[end].form[:1].isupper() or tokens[end].form in _HEARERS):
            break  # ", telling Oe, “…”"
        end += 1
    after = [w.form for w in tokens[end : end + 2]]
    if after[:1] == ["that"] and after[1:2] != [","]:
        said, direct = tokens[end + 1 :], False
    elif after[:1] in ([":"], [","]) and after[1:2] and after[1] in _OPEN + '"':
        said = [w for w in tokens[end + 2 :] if w.form not in _CLOSE + '"']
        direct = True
    else:
        return None
    return Added(tokens[verb:end], said, direct) if len(said) >= _FEWEST else None
