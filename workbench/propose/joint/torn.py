"""Is a statement cut where its sentence goes on with what it needs?"""

from __future__ import annotations

import re

from workbench.propose.candidate import Candidate
from workbench.propose.lexicon import MONTHS, WEEKDAYS, word_set
from workbench.propose.semantic.form import doubled, half_cleft

_SHORT = 24  # code points before the end that tell how it ends
# how a statement ends, and what follows in its sentence that must not be cut off
_WANTING = (
    # "came a day [after he left]"
    (r"\b(?!.* for )\w+ (?:second|minute|hour|day|night|week|month|year|decade)s?$",
     r"\s(?:after|before)\b"),
    # "has no choice [but to go]"
    (r"\b(?:no choice|no option|no alternative|nothing|anything|all)$",
     r"\s(?:but|other than|except)\b"),
    # "sentenced to seven years [and two months]"
    (r"\byears?$", r"\sand (?:\d+|[a-z]+) (?:months?|days?)\b"),
    # "should be treated [with caution]", "identified them as Ann Oe[, 41, and her son]"
    (r"\bbe (?:interpreted|treated|viewed|taken|seen|handled|placed)$", r"\s(?:with|as|on|in)\b"),
    (r"\bas (?:[A-Z]\w+ ){1,2}[A-Z]\w+$", r",?(?: \d+,)? and [A-Zh]"),
    # "took less than three hours [to convict him]", "will have to pay [to use it]"
    (r"\b(?:(?:took|takes|take)|than) .*(?:minute|hour|day|week|month|year)s?$", r"\sto \w"),
    (r"\bto pay$", r"\sto \w"),
    # "earned $2.10 [per share]"
    (r"[$£€]\d[\d.,]*$", r"\s(?:per|a|an)\s\w"),
    # "arrested in connection [with it]", "services between Oban [and Mull]"
    (r"\bin connection$", r"\swith\b"),
    (r"\bbetween (?:(?! and ).)*$", r"\sand\b"),
    # "come in black, white [and green]"
    (r", [\w’'-]+$", r",? (?:and|or) \w"),
    # "will rise from 2.1% [to 2.5%]", "closed down [0.7%]", "came through 6-3[, 3-6]"
    (r"\bfrom [$£€]?\d[^,]*$", r"\sto [$£€]?\d"),
    (r"\b(?:down|up)$", r"\s[$£€]?\d"),
    (r"\b\d{1,2}[-–]\d{1,2}$", r",? (?:and )?\d{1,2}[-–]\d{1,2}\b"),
    # "passed by 61 votes [to 38]"
    (r"\bby \d[\d,]*(?: votes)?$", r"\sto \d"),
    # "owes £1.9bn, equivalent [to £8,100 each]", "their lowest level [since January]"
    (r"\b(?:equivalent|equal|subject)$", r"\sto\b"),
    (r"\b(?:\w\w+est|most \w+|first|best|worst)(?: [\w-]+){0,2}$", r"\ssince\b"),
    # "tightened its grip [on power]", "asked him to hold off [using it]"
    (r"\b(?:grip|hold|toll|stranglehold)$", r"\son\b"),
    (r"\b(?:hold|put|keep|carry|go|went|kept|end|ended|give|gave) (?:off|on|up)$", r"\s\w+ing\b"),
    # "sells it under the name [Oris]", "won a contract this year [to guard it]"
    (r"\b(?:name|names|title|label|brand|nickname|alias|slogan)$", r"\s[“\"‘]?[A-Z]"),
    (r"\b(?:contract|deal|bid)\b(?: \w+){0,2}$", r"\sto [a-z]"),
    # "can be used [to fix it]", "draws the line [between …]", "a net profit [of 90m]"
    (r"\b(?:be|was|were|is|are|been) used$", r"\s(?:to|as|for|in)\b"),
    (r"\b(?:line|difference|distinction|gap|balance|distinguish|choose)$", r"\sbetween\b"),
    (r"\b(?:profit|loss|income|revenue|deficit|surplus|turnover|total|average|fine|penalty)$",
     r"\sof\b"),
    # "declined to speak [further]", "was struck by figures [which show it]"
    (r"\w$", r"\s(?:further|anew)\b"),
    (r"\bby \w+$", r"\s(?:which|that|who)\b"),
    # "may buy a mill built [in 1850]"
    (r"\ban? \w+ (?:built|made|held|owned|led|founded|published|based|used|run|written|set)$",
     r"\s(?:in|by|from|of|for|at|on|with|to|near|up)\b"),
    # "protested over a ship[, a boat and two planes]"
    (r"\b[a-z]+$", r",\s(?:an?|one|two|three|four|five|six|\d+)\s[^,.;:]{1,40}?,? and "
     r"(?:an?|one|two|three|four|five|six|seven|\d+)\s"),
    # "no firm has done more [to change it]"
    (r"\b(?:more|less|fewer|enough|(?:too|so|as) \w+)$", r"\s(?:to|than|as|that)\b"),
    # "rose at a time [when prices fell]", "it is a way [to help]", "that is where [he lived]"
    (r"\ban? (?:\w+ )?(?:time|moment|point|stage)$", r"\s(?:when|that|(?:at|in) which)\b"),
    (r"\b(?:an?|the|any|no|another) (?:\w+ )?(?:way|chance|opportunity|attempt|effort|ability"
     r"|right|power|duty|need)$", r"\s(?:to|of|for) \w"),
    (r"\b(?:where|why|how|whether)$", r"\s\w"),
    # "cut the number of people [who could be hit]", "will be comfortable [in doing it]"
    (r"\b(?:number|share|proportion|amount) of [\w-]+$", r"\s(?:who|that|which|whose)\b"),
    (r"\b(?:comfortable|confident|interested|capable|aware|fond|proud|responsible|eligible|likely"
     r"|unlikely|able|unable|willing|ready|keen|due|bound)$", r"\s(?:in|with|of|about|for|to)\b"),
    # "are being backed [by a fund]", "raise it to 24% [by 2030]", "cutting it [from 450m to 350m]"
    (r"\bbeing (?:\w+ly )?\w+(?:ed|en|n|d|t)$", r"\sby\b"),
    (r"\bto [$£€]?\d[\d.,]*%?$", r"\s(?:by|in) (?:the end|(?:19|20)\d\d)\b"),
    (r"(?:cut|reduc|rais|increas|lift|lower|push)(?:ing)? \D+$",
     r"\s(?:from|to) (?:\w+ ){0,2}[$£€]?\d"),
)  # fmt: skip
_WANTS = [(re.compile(end), re.compile(follows)) for end, follows in _WANTING]
# "urged anyone [to go]", "kept ambulances [from reaching it]"
_ASKED = re.compile(
    r"\b(?:urged?|ordered|orders|asked|asks|told|forced|forces|allowed|allows|persuaded|warned"
    r"|advised|encouraged|required|requires|kept|stopped|prevented|accused|led|prompted|helped"
    r"|tried|offered|went on)\b[^,]*$"
)
_ACCUSED = re.compile(r"\baccus(?:e|es|ed|ing)\b[^,]*$")
_BOTH_OF = re.compile(r"\s(?:and|or) (?:[\w’'-]+ ){1,5}of\b")  # "the firm [and its owner of theft]"
_TO = re.compile(r"\s(?:to \w|from \w+ing\b|of \w+ing\b|who\b)")
_DESCRIBED = re.compile(
    r"\b(?:described|regarded|named|identified|portrayed|dismissed|hailed|praised|branded|known)\b"
    r"[^,]*$"
)
_BETWEEN = re.compile(r"\b(?:line|difference|distinction|gap|balance) between (?:(?! and ).)*$")
_ASIDE = re.compile(r"\w, (?:from|with|in|on|at|by|for) [^,]+$")
_LOOSE, _INTO = re.compile(r", [^,]+$"), re.compile(r",\s(?:into|onto)\b")
_ALL = re.compile(r",\s(?:all|both|each|every)\b")
_AS = re.compile(r"\sas\b")
_IT_WAS = ("It was ", "It is ", "It’s ", "It's ")
_THAT = re.compile(
    r",?\s(?:that|who|when|where|in which|on which)\b"
)  # "it was the mayor, and his aide[, who left]"
_GLUED = re.compile(r"[^\W_][-–/’']?$|[-–/]$")
_GLUE = re.compile(r"[-–/]?[^\W_]")


def torn(candidate: Candidate) -> bool:
    """Is it half of something, or a word cut at a hyphen: "a [twin-engine wide-]body aircraft"?"""
    text, line = candidate.sentence, candidate.statement
    return (
        doubled(text, line)
        or half_cleft(text, line)
        or _wanting(candidate)
        or _half_name(candidate)
        or _half_front(candidate)
        or any(_within_word(candidate, a, b) for a, b in candidate.parts)
    )


def _wanting(candidate: Candidate) -> bool:
    text, line = candidate.sentence, candidate.statement
    end = candidate.parts[-1][1] - candidate.sentence_start
    last = text[max(0, end - _SHORT) : end]
    if any(ends.search(last) and follows.match(text, end) for ends, follows in _WANTS):
        return True
    if _BETWEEN.search(line) is not None and text[end : end + 5] == " and ":
        return True
    if _ASIDE.search(line) is not None and _ALL.match(text, end) is not None:
        return True  # "can test, from one console[, all layers]"
    if _LOOSE.search(line) is not None and _INTO.match(text, end) is not None:
        return True  # "is putting three parts, once sold apart[, into one]"
    both = _ACCUSED.search(line) is not None and _BOTH_OF.match(text, end) is not None
    it_was = line.startswith(_IT_WAS) and _THAT.match(text, end) is not None
    if _DESCRIBED.search(line) and _AS.match(text, end):
        return True  # "described the couple [as generous]"
    return it_was or both or (_ASKED.search(line) is not None and _TO.match(text, end) is not None)


def _half_front(candidate: Candidate) -> bool:
    """ "[Hours before the match] Tuesday, Ann Oe signed": the day is that of the match."""
    text, start = candidate.sentence, candidate.parts[0][0] - candidate.sentence_start
    day = _DAY.match(text, start)
    before = text[:start].rstrip()
    return day is not None and day[1].lower() in MONTHS | WEEKDAYS and before[-1:].isalnum()


_DAY = re.compile(r"([A-Z][a-z]+),")


def _half_name(candidate: Candidate) -> bool:
    """ "[Indian External] Affairs Minister Oe arrived"."""
    text, start = candidate.sentence, candidate.parts[0][0] - candidate.sentence_start
    before = _CAPITAL.search(text[:start])
    if before is None or not text[start : start + 1].isupper() or not before.start():
        return False
    return before[1].lower() not in MONTHS | WEEKDAYS | _OPENING


_CAPITAL = re.compile(r"\b([A-Z][a-z’'-]+) $")
_OPENING = word_set("but and however meanwhile in on as when while after before if the")


def _within_word(candidate: Candidate, start: int, end: int) -> bool:
    text, first = candidate.sentence, candidate.sentence_start
    before = text[max(0, start - first - 2) : start - first]
    return _GLUED.search(before) is not None or _GLUE.match(text, end - first) is not None
