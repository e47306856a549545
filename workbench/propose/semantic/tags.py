"""A sentence parted into what was said and who said it, so that each is parsed for itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workbench.propose.lexicon import BE, DO, HAVE, SAY, TAG, TELL, word_set
from workbench.propose.semantic.added import Added, part_added
from workbench.propose.semantic.around import (
    according,
    afterthought,
    another_says,
    behind_mark,
    between,
    by_when,
    quoted_behind,
    with_close,
)
from workbench.propose.semantic.documents import reads_last
from workbench.propose.semantic.names import PEOPLE
from workbench.propose.semantic.speakers import LAST, Speaking
from workbench.propose.speech import Tag, find_tag
from workbench.propose.statements import Words
from workbench.propose.tree.tokens import Word
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.words import with_marks, written

_OPEN, _CLOSE = "“„«", "”»"
_ENDS = (",", ".", "!", "?", "…", "—", "–")
_FEWEST = 2  # words of a tag
_LONGEST_CALLING = 16  # words of what the speaker is, with the comma
_RANKS = word_set("assistant associate deputy senior chief a an the")
_VERBAL = BE | HAVE | DO | word_set("will would can could may might said says")
_LONGEST_NAME = 5  # a comma and the words of a name
_LONGEST_TAG = 16
_LONGEST_FRONT = 9  # words before "he said" in "By 2015, he said, fares had doubled"
_FRONTED = word_set("in on at by between during from since after before under among for with "
                    "without over until within across despite")  # fmt: skip
_DETERMINERS = word_set("a an the this that his her its their our new latest final")
_WHO = ("who", "whose", "which")
_JOINING = word_set("and but or who which whose that")
_OPENERS = [line.split() for line in (
    "it should be noted that", "it is worth noting that", "it is noted that", "it is known that",
    "it should be recalled that", "it is worth recalling that", "it should be added that",
    "we will remind that", "we will remind you that", "we remind you that", "we will remind ,",
    "we remind ,", "recall that", "recall ,", "note that", "as a reminder ,", "as reported ,",
    "as reported earlier ,", "as previously reported ,", "as you know ,", "of note ,",
)]  # fmt: skip
_LONGEST_OPENER = max(len(opener) for opener in _OPENERS)


class Split(NamedTuple):
    """``said``: what was said; ``tag``: who said it; ``direct``: in the speaker's own words.

    ``tail`` is what is told of the speaker behind "according to": ", who leads the inquiry";
    ``added``: what the speaker goes on to say; ``scope``: what alone was said where the tag stands
    in a relative clause, as offsets: "the bridge, which, he said, [cost £3m], opened in May";
    ``name``: of whom "according to its owner, Lena Quist," means.
    """

    said: list[Word]
    tag: list[Word]
    direct: bool = False
    according: bool = False
    tail: tuple[Word, ...] = ()
    added: Added | None = None
    scope: tuple[int, int] | None = None
    name: str = ""


def split(words: Words, tokens: list[Word], inside: bool) -> Split:
    """Part a sentence; ``inside``: a quotation was open when it began."""
    tokens, added = part_added(_without_opener(tokens), inside)
    return _split(words, tokens, inside)._replace(added=added)


def _split(words: Words, tokens: list[Word], inside: bool) -> Split:
    found = (_quoted_first(tokens, inside) or _quoted_last(tokens)
             or _reports_last(tokens) or _inserted(tokens))  # fmt: skip
    if found is not None:
        return found
    if (parted := between(tokens)) is not None:
        return Split(*parted, inside)
    tag = find_tag(words.units, words.low)
    if tag is None:
        closed = next(
            (i for i, w in enumerate(tokens) if i and w.form in _CLOSE + '"'), len(tokens)
        )
        opened = bool(tokens) and tokens[0].form in _OPEN + '"' and closed > len(tokens) - 3
        return Split(tokens, [], inside or opened)
    units = words.units
    start = words.starts[units[tag.first].a]
    end = words.ends[units[tag.last - 1].b - 1]
    end = _with_calling(tokens, start, end) if tag.verb is not None else end
    said = [w for w in tokens if w.end <= start or w.start >= end]
    if tag.verb is not None and _goes_on([w for w in tokens if w.end <= start]):
        return Split(tokens, [])
    called = _name_behind(words, said, end) if tag.verb is None else []
    said = _without_name(said, end) if tag.verb is None else said
    said = said[len(called) :]
    tail = _of_speaker(said, end) if tag.verb is None else ()
    said = [w for i, w in enumerate(said) if w not in tail and not _gap(said, i, end)]
    if _after_helper(tokens, start) or (tag.verb is None and _before_verb(words, tag)):
        said = [w for w in said if w.start != end]  # "he had, according to the paper, left"
    said = with_close(said, tokens, start)
    goes_on = next((w for w in said if w.start >= end), None)
    if goes_on is not None and goes_on.form.lower() in ("and", "but"):
        mark = [w for w in tokens if w.start == start and w.form == ","]
        said = sorted([*said, *mark], key=lambda w: w.start)
    first, last = start, end
    if tag.verb is None:
        first, last = words.piece(tag.speaker)
    about = [w for w in tokens if first <= w.start and w.end <= last]
    if called:
        about = [w for w in tokens if first <= w.start and w.end <= called[-1].start]
    direct = inside or (bool(said) and said[0].form in _OPEN + '"')
    scope = _scope(tokens, start, end)
    since = (
        behind_mark(words, tokens, start) if tag.verb is None and start > tokens[0].start else -1
    )
    scope = (since, start) if since >= 0 else scope
    opens = tokens[0].start >= start
    other = another_says(words, end, near=not opens)
    if other >= 0 and scope is None:
        scope = (end, other) if opens else (tokens[0].start, start)
    elif scope is None and (since := quoted_behind(tokens, start)) >= 0:
        scope = since, start
    name = " ".join(w.form for w in called[:-1])
    return Split(said, _stripped(about), direct, tag.verb is None, tail, scope=scope, name=name)


def _scope(tokens: list[Word], start: int, end: int) -> tuple[int, int] | None:
    """From the tag's end to the next comma, where it stands in a relative clause."""
    if any(w.start == start and w.form in _CLOSE + '"' for w in tokens):
        return None  # "“We do this and that,” Oe said"
    before = [w for w in tokens if w.end <= start]
    while before and before[-1].form == ",":
        before.pop()
    after = [w for w in tokens if w.start >= end]
    while after and after[0].form == ",":
        after.pop(0)
    if not after or len(before) < _FEWEST or before[-1].form.lower() not in _LED:
        return None
    stop = next((w.start for w in after if w.form == ","), after[-1].end)
    return after[0].start, stop


_LED = ("who", "which", "whose", "that")


def _without_name(said: list[Word], end: int) -> list[Word]:
    """ "According to the mayor, Ivan Petkov, three houses burned": without his name."""
    after = [w for w in said if w.start >= end]
    if len(after) == len(said) and after[:1] and after[0].form == ",":
        close = next((i for i, w in enumerate(after) if i and w.form == ","), 0)
        name = after[1:close]
        if 1 < len(name) < _LONGEST_NAME and all(w.form[:1].isupper() for w in name):
            return after[close:]
    return said


def _name_behind(words: Words, said: list[Word], end: int) -> list[Word]:
    """ "According to its owner, Lena Quist, two left": her name with its comma, where a clause
    follows; not "according to his lawyer, Tom Oe, a nurse, left".
    """
    units = [u for u in words.units if words.ends[u.b - 1] <= end]
    role = [u for u in units if u.kind == "NP"][-1:]
    noun = words.low[role[0].b - 1] if role else ""
    close = next((i for i, w in enumerate(said) if w.form == ","), 0)
    name = said[:close]
    if noun not in PEOPLE | _SPEAKERS or not 1 < close < _LONGEST_NAME or said[0].start < end:
        return []
    if not all(w.form[:1].isupper() and w.form.lower() not in _DETERMINERS for w in name):
        return []
    after = [u for u in words.units if words.starts[u.a] > said[close].start]
    if [u.kind for u in after[:2]] == ["NP", "CC"] and said[close + 1].form[:1].isupper():
        return []  # "according to his mother, Tom Oe, Ana Ley and Lim Fox were hurt"
    comma = next((i for i, u in enumerate(after) if words.low[u.a] == ","), len(after))
    verbs = [i for i, u in enumerate(after[:comma]) if u.kind == "VG" and u.form in ("fin", "ed")]
    return said[: close + 1] if verbs and after[0].kind in _OPENING_CLAUSE else []


_SPEAKERS = word_set("spokeswoman spokesman spokesperson owner boss head leader")
_OPENING_CLAUSE = ("NP", "ADV", "T", "IN")


def _with_calling(tokens: list[Word], start: int, end: int) -> int:
    """ "…, said Ann Oe, who leads the Pact, a group of mills": to its end, as it is hers.

    So is "…, she said, citing the Post".
    """
    inside = [w.form for w in tokens if start < w.start < end]
    after = [w.form.lower() for w in tokens if w.start >= end]
    if after[:1] == [","] and after[1:2] and after[1] in _SPEAKING:
        return tokens[-1].end
    led = after[:1] == [","] and after[1:2] in (["a"], ["an"], ["the"]) and "," not in after[1:]
    aside = "," in inside[1:] and any(w.end <= start for w in tokens)
    return tokens[-1].end if led and aside and len(after) <= _LONGEST_CALLING + 4 else end


_SPEAKING = word_set("citing quoting offering describing referring pointing recalling alluding "
                     "gesturing blaming accusing thanking praising urging")  # fmt: skip


def _goes_on(before: Sequence[Word]) -> bool:
    """ "…, when, in fact, he said nothing": what stands before it is no whole sentence."""
    low = [w.form.lower() for w in before]
    commas = [i for i, w in enumerate(low) if w == ","]
    return any(low[i - 1] in _SUBORDINATE for i in commas[-2:] if i)


_SUBORDINATE = word_set("when while because although though whereas if")


def _before_verb(words: Words, tag: Tag) -> bool:
    """Is the tag, with its two commas, put between a subject or an auxiliary and its verb?"""
    after = words.units[tag.last : tag.last + 2]
    before = words.units[tag.first - 1].kind if tag.first else ""
    goes_on = [u.kind for u in after] == ["P", "VG"] and after[1].form in ("fin", "ed")
    return before in ("NP", "VG") and goes_on


def _after_helper(tokens: list[Word], start: int) -> bool:
    """ "The bank has[, the minister said,] broken the law": no comma is left in "has broken"."""
    before = [w.form.lower() for w in tokens if w.end <= start]
    clock = before[-1:] == ["am"] and before[-2:-1] != ["i"]  # "at 3am, police said,"
    return bool(before) and not clock and before[-1] in BE | HAVE | _MODAL


_MODAL = word_set("will would can could may might must should")


def _gap(said: list[Word], i: int, end: int) -> bool:
    """The comma of "an order which, they suggest, was broken", "the crews, he said, are free"."""
    opened = 0 < i < len(said) - 1 and said[i].form == "," and said[i + 1].start >= end
    if not opened or said[i - 1].start >= end:
        return False
    first = said[0].form.lower()
    about = first not in _FRONTED and not any(w.form == "," for w in said[:i])
    quoted = said[i + 1].form in _OPEN + '"' and i + 2 < len(said)  # "the plan, he said, “is dead”"
    following = said[i + 1 + quoted].form.lower()
    return said[i - 1].form.lower() in _JOINING or (about and following in _VERBAL)


def _of_speaker(said: list[Word], end: int) -> tuple[Word, ...]:
    """What follows on "according to Ann Oe": ", who leads it", when it ends the sentence."""
    after = [w for w in said if w.start >= end]
    if len(after) < _FEWEST + 1 or after[0].form != ",":
        return ()
    named = 1  # "according to the governor, Ann Oe, who leads it"
    while named < len(after) and after[named].form[:1].isupper():
        named += 1
    end = named == len(after) or after[named].form in ".!"
    told = named + 1 < len(after) and after[named].form == "," and after[named + 1].form in _WHO
    if named > 1 and named <= _LONGEST_NAME and (end or told):
        return tuple(after)
    if len(after) < _FEWEST + 2:
        return ()
    if after[1].form == "by" and any(w.form[:1].isupper() for w in after[2:4]):
        return tuple(after)  # "according to the report, by the Orm Institute, a research body"
    return tuple(after) if after[1].form in _WHO or _calling(after) else ()


def _calling(after: Sequence[Word]) -> bool:
    """ "According to Ann Oe, professor of law at Ley": what the speaker is."""
    low = [w.form.lower() for w in after]
    short = len(low) <= _LONGEST_CALLING and low[-1] in (".", "!") and "," not in low[1:]
    return short and low[1] in PEOPLE | _RANKS and not any(w in _VERBAL for w in low)


def _without_opener(tokens: list[Word]) -> list[Word]:
    """The sentence without "it should be noted that" or "as a reminder,"."""
    low = [w.form.lower() for w in tokens[:_LONGEST_OPENER]]
    for opener in _OPENERS:
        if low[: len(opener)] == opener and len(tokens) > len(opener) + 3:
            return tokens[len(opener) :]
    return tokens


def _reports_last(tokens: list[Word]) -> Split | None:
    """ "…, the press service of the palace reports."."""
    end = len(tokens)
    while end and tokens[end - 1].form in ".!":
        end -= 1
    if end < _FEWEST + 3 or tokens[end - 1].form not in LAST:
        return None
    if tokens[end - 2].form.lower() in _DETERMINERS:
        return None  # "has commented on the report"
    if tokens[end - 2].form.lower() in BE:
        return None  # "but no injuries were reported"
    comma = next((i for i in range(end - 2, 2, -1) if tokens[i].form == ","), 0)
    if not comma or end - comma - 2 < 1 or end - comma > _LONGEST_TAG:
        return None
    first = next((w.form.lower() for w in tokens[comma + 1 : end] if w.form.isalnum()), "")
    if first in _FRONTED or first == "according":
        return None  # "…, according to its audit report"
    return Split(tokens[:comma], tokens[comma + 1 : end])


def _inserted(tokens: list[Word]) -> Split | None:
    """ "Between 2009 and 2015, she told deputies, fares doubled": what opens it is said, too."""
    low = [w.form.lower() for w in tokens]
    first = next((i for i, w in enumerate(low) if w == ","), 0)
    opens = first and (low[0] in _FRONTED or low[0].endswith("ed"))
    if not opens or first > _LONGEST_FRONT:
        return None
    end = next((i for i in range(first + 1, len(low)) if low[i] == ","), 0)
    verb = next((i for i in range(first + 2, end) if low[i] in TAG), 0)
    if verb and low[verb - 1] in _DETERMINERS:
        return None  # "was docked a point"
    hears = verb and low[verb] in TELL
    if not verb or end - verb > (4 if hears else 1) or end - first > _LONGEST_FRONT:
        return None
    if len(tokens) - end < _FEWEST + 2 or low[end + 1] in _JOINING:
        return None
    return Split([*tokens[: first + 1], *tokens[end + 1 :]], tokens[first + 1 : end])


def _quoted_first(tokens: list[Word], inside: bool) -> Split | None:
    """ "“…,” he told reporters, surrounded by …": all that is outside the marks is his."""
    if not tokens or not (inside or tokens[0].form in _OPEN + '"‘'):
        return None
    marks = _CLOSE + '"'
    if tokens[0].form == "‘":  # "’" closes a quotation only after another mark
        close = next((i for i, w in enumerate(tokens) if i and w.form == "’"
                      and tokens[i - 1].form in _ENDS), None)  # fmt: skip
    else:
        close = next((i for i, w in enumerate(tokens) if i and w.form in marks), None)
    if close is None or len(tokens) - close <= _FEWEST:
        return None
    if tokens[close - 1].form not in _ENDS and tokens[close + 1].form != ",":
        return None
    again = next((i for i in range(close + 1, len(tokens)) if tokens[i].form in _OPEN + '"'),
                 len(tokens))  # fmt: skip
    tag, rest = tokens[close + 1 : again], tokens[again:]
    if rest and not any(w.form in (",", ":") for w in tag[-1:]):
        if tag and tag[-1].form.lower() in _CALLED:  # "…,” said the report, titled “The Sea”"
            tag, rest = tokens[close + 1 :], []
        end = next((i for i, w in enumerate(rest) if w.form in _CLOSE + '"' and i), len(rest))
        if end < len(rest) - 1:  # words quoted within the tag: called it “a farce” on Monday
            tag, rest = tokens[close + 1 :], []
    tag = _stripped(tag)
    words = any(w.form.isalpha() for w in tag)
    if len(tag) < _FEWEST or not words or _entitled(tokens[1:close], tag):
        return None
    comma = 1 if rest and tokens[close - 1].form == "," else 0  # “Our museum,” …, “has …”
    if any(w.form in _WHO for w in rest[:2]):
        comma = 0  # “This plan,” …, “which we drew up, has …”
    marks += _OPEN + ("‘" if tokens[0].form == "‘" else "")
    said = [w for w in (*tokens[: close - comma], *rest) if w.form not in marks]
    if not said:
        return None
    by = according(tag)  # "“…,” according to Orm Aid, which asked 200 nurses"
    return Split(said, tag[2:by], True, True, tuple(tag[by:])) if by else Split(said, tag, True)


def _entitled(quoted: Sequence[Word], rest: Sequence[Word]) -> bool:
    """ "“The Salt Road”, a film about a miner, opened in June": a title, and nobody says it."""
    long = [w.form for w in quoted if len(w.form) > _SMALL_WORD and w.form.isalpha()]
    said = any(w.form.lower() in SAY | TELL for w in rest)
    called = bool(rest) and rest[0].form.lower() in ("a", "an", "his", "her", "their")
    called = called and any(w.form == "," for w in rest)
    return bool(long) and all(w[:1].isupper() for w in long) and called and not said


_CALLED = word_set("titled entitled called named headlined dubbed captioned")
_SMALL_WORD = 3  # letters that a word of a title may have without a capital


def _quoted_last(tokens: list[Word]) -> Split | None:
    """ "He added: “…”"."""
    for i in range(_FEWEST, len(tokens) - 2):
        if tokens[i].form not in (":", ",") or tokens[i + 1].form not in _OPEN + '"':
            continue
        tag, said = tokens[:i], tokens[i + 2 :]
        if said[0].form in _VERBAL:
            return None  # "Oe said the firm, long the largest, “has shrunk”"
        close = next((k for k, w in enumerate(said) if w.form in _CLOSE + '"'), len(said))
        if any(w.form in _OPEN + '"' for w in tag):
            return None
        if len(said) - close > _FEWEST and not afterthought(said[close - 1 :]):
            return None
        low = [w.form.lower() for w in tag]
        if not any(w in SAY for w in low) and reads_last(low) < 0:
            return None
        front = by_when(tag)
        return Split([*tag[:front], *said[:close]], _stripped(tag[front:]), True)
    return None


def _stripped(tokens: Sequence[Word]) -> list[Word]:
    kept = _first_hand(list(tokens))
    while kept and kept[0].form in (",", "–", "—", "-", ".", ";"):
        kept.pop(0)
    while kept and kept[-1].form in (",", "–", "—", "-", ".", ";", ":"):
        kept.pop()
    return kept


def _first_hand(tokens: list[Word]) -> list[Word]:
    """ "The mayor said[, according to the Post]": who passed it on is left out."""
    low = [w.form.lower() for w in tokens]
    for i in range(_FEWEST, len(low) - 1):
        passed = low[i + 1] in ("via", "per") or low[i + 1 : i + 3] == ["according", "to"]
        if low[i] == "," and passed and "," not in low[i + 1 :]:
            return tokens[:i]
    return tokens


def quoted_line(tree: Tree, text: str, found: Speaking, said: str, direct: bool) -> str:
    """ "She told reporters: “…”" or "She told reporters that …"."""
    who = written(tree, text, with_marks(tree, found.who))
    before = [
        w for w in found.saying if w < min(found.who, default=0)
    ]  # "in a statement, Ann Oe said"
    before = before if tree.root not in before else []  # "wrote Ann Oe in a note"
    saying = written(tree, text, with_marks(tree, [w for w in found.saying if w not in before]))
    if before:
        front = written(tree, text, before)
        saying += f" {front[:1].lower()}{front[1:]}"
    return f"{who} {saying}: “{said}”" if direct else f"{who} {saying} that {said}"


def plain(text: str, said: Sequence[Word]) -> str:
    """What was said as one string, without marks of quotation at its edges."""
    out = ""
    before: Word | None = None
    for word in said:
        gap = text[before.end : word.start] if before is not None else ""
        if gap and gap != ",":  # a comma that was left out before a closing mark
            out += " "
        out += word.form
        before = word
    line = " ".join(out.split()).strip(' ,.;–—“”"„«»')
    marks = line.count('"')
    return line + '"' if marks > _FEWEST and marks % 2 else line  # the last was at the edge


def ranges(text: str, words: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """The ranges of the text that words cover, neighbours joined."""
    found: list[tuple[int, int]] = []
    for word in sorted(words, key=lambda w: w.start):
        if found and not text[found[-1][1] : word.start].strip():
            found[-1] = (found[-1][0], word.end)
        else:
            found.append((word.start, word.end))
    return tuple(found)
