"""Is a statement a sentence by its form alone? What was cut wrongly mostly shows at its edges."""

from __future__ import annotations

import re

from workbench.propose.candidate import Candidate
from workbench.propose.endings import breaks_off, ends_clause, ends_whole
from workbench.propose.gates import _OPINION
from workbench.propose.lexicon import BE, DO, HAVE, HEDGE, TAG, word_set
from workbench.propose.statements import asks

_LEADING = word_set("that which who whom whose and or but nor than because though although whereas")
_VERBS = word_set("is are was has have")
_OPENING = word_set("while where when why")
_CLAUSAL = word_set("because though although whereas")  # right before a clause and its comma
_TRAILING = word_set(
    "of and or but nor the a an than that which who whose whom as its their his our your my "
    "because although though if unless whether while whereas into onto from between among during "
    "per is are was were be been has had will would can could may might must"
)
# verbs by which saying is doing, so that it is news whatever was said
_ACTS = word_set(
    "accuse accuses accused deny denies denied admit admits admitted promise promises promised "
    "pledge pledges pledged vow vows vowed threaten threatens threatened warn warns warned "
    "announce announces announced agree agrees agreed apologise apologised apologize apologized "
    "confess confessed confirm confirms confirmed claim claims claimed demand demands demanded "
    "contend predict predicts predicted concede concedes conceded acknowledge acknowledges "
    "acknowledged testify testified disclose disclosed reveal reveals revealed allege alleges "
    "alleged declare declares declared shouted yelled"
)
_VIEWS = (HEDGE | _OPINION | word_set("needs think believe optimistic love")) - word_set(
    "would could time"
)
_URGING = word_set("urge urges urged ask asks asked warn warns warned advise advises advised")
_FEW = 5  # words of a tag that says nothing alone
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))
_PRONOUNS = {"which", "whom"}
_OBJECTS = word_set("them him us me")
# "Oe is and the board's chair", "Oe is its own clerk", "one of the all four"
_SEAM = re.compile(r"\b(?:is|are|was|were) (?:and|(?:its|their|his|her) own [a-z])|\bof the all ")
_HALF_PART = re.compile(r"\bof (?:which|whom),")
_HALF_ONLY = re.compile(r"\b[Nn]ot only\b(?!.*(?:\bbut\b|, (?:it|he|she|they|we) ))")
_SUCH = re.compile(r"\b(?:is|are|was|were) such as\b")
_HOPED = re.compile(
    r"\b(?:said|says|added|adds|wrote) (?:he|she|they|we|it) (?:hope[sd]?|wishe[sd])\b|"
    r"\b(?:expressed|expresses|voiced) (?:\w+ )?(?:confidence|hope|optimism|gratitude) that\b"
)
_SAME = re.compile(
    r"(.+?),?(?: \d\d,?)? (?:is|are|was|were) (?:the |mr |mrs |ms |dr |sir |lord |lady |prof )?\1",
    re.I,
)
_CUT = re.compile(
    r"^(?:\S+ ){1,6}(?:has|have|had|did|do|does|is|are|was|were|will|would|could|can)"
    r"(?:n['’]t| not| never)?$"
)
_SAID_WAS = re.compile(
    r"(?:\S+ ){1,4}(?:said|says|say|hopes|expects|believes) (?:was|were|is|are|will|would|had|has) "
)
_STRUCK = re.compile(
    r"(?:killed|injured|hurt|wounded|arrested|held|found|rescued) (?:was|were) ", re.I
)
_LONE = re.compile(
    r"(?:most (?:is|was|were) |(?:those|that) (?:in|of|to|from|at|on|for|with|under|over) )",
    re.IGNORECASE,
)
_CLEFT = re.compile(r"it (?:is|was|’s|'s) (?:not )?[^,]+(?:,? (?:and )?not [^,]+)?", re.IGNORECASE)
_CLEFT_ON = re.compile(
    r",? (?:(?:and )?not|but|rather than|as much as) [^,.;]{1,60},? (?:that|who|which)\b"
    r"|,? (?:that|who) ",
    re.IGNORECASE,
)
_TWO_VERBS = re.compile(
    r"\b(?:is|are|was|were|has|have) (?:will|would|is|are|was|were|had|whose|be)\b"
)
_EMERGED = re.compile(
    r"it (?:has |had )?(?:emerged|emerges|transpired"
    r"|(?:was|has been) (?:announced|reported|confirmed|revealed|claimed))"
    r"(?: (?:yesterday|last night|late|early|\w+day|(?:on|in|at|during|by) \w+(?: \w+){0,3}))*$",
    re.IGNORECASE,
)
_BARE_SAYING = re.compile(
    r".{1,60}(?<! was)(?<! were)(?<! been)(?<! is)(?<! are)"
    r" (?:showed|shows|heard|ruled|found|suggested|suggests|reported|announced|warned)"
    r"(?: (?:yesterday|\w+day|(?:on|last|late|early|this) \w+(?: \w+)?))+$"
    r"|.{1,60} (?:was|were|is|are) seen by (?:the \w+|\w+)(?: shows?)?$"
    r"|\d+ \w+ (?:behind|ahead|adrift|clear)$"  # "still 63 runs behind"
    r"|(?:in )?the \w+ months ended \w+ \d+$",
    re.IGNORECASE,
)
# "[two] days [after] the storm wrecked it", "hours were a newspaper published it"
_TIMED = re.compile(
    r"(?!every |each |last |next |this |that |one )"
    r"(?:\w+ )?(?:minutes?|hours?|days?|weeks?|months?|years?|decades?) "
    r"(?:(?:the|his|her|its|their) |were an? ).*$",
    re.IGNORECASE,
)
_HALVES = (_TIMED, _SAID_WAS, _LONE, _STRUCK, _EMERGED, _BARE_SAYING)
_TWICE = re.compile(r"\b(?!had\b|that\b|very\b|so\b|no\b)([^\W\d_]+) \1\b(?!-)", re.I)
_CORRELATIVE = re.compile(r"\bthe (?:more|less|\w+er)\b[^,.]*, the (?:more|less|\w+er)\b", re.I)
_SPAN = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?|option|options|choice|alternative)$")
_SO = re.compile(r"\b(?:become|became|grown|grew|got|been|was|were|is|are) so \w+$")
_SO_THAT = re.compile(r"^(?:\w+ )so \w+,? (?:that|the|they|it|he|she|we|many|some)\b")
_GOES_ON = re.compile(r" (?:after|before|since|but to|but for|other than)\b", re.IGNORECASE)
_THOSE = re.compile(r"those (?!(?:who|in|of|with|from|on|at|that)\b)[a-z]+\b", re.IGNORECASE)
_COMING = word_set("comes came follows followed happens happened")
_WORD = re.compile(r"[\w’'%$€£.-]+")


def well_formed(line: str, pointing: bool = False, stopped: bool = False) -> bool:
    """No linking word in front, none left at the end, no quotation half cut off.

    Args:
        line: The statement.
        pointing: "that" in front belongs to a noun: "that night".
        stopped: its end is followed by a mark in its sentence.
    """
    words = _WORD.findall(line)
    if len(words) < 2:
        return False
    first, last = words[0].lower(), words[-1].lower().rstrip(".")
    if (
        first in _VERBS | _OBJECTS
        or asks(line)
        or _SEAM.search(line)
        or breaks_off(line)
        or _HALF_PART.search(line)
        or {w.lower() for w in words[1:3]} & _PRONOUNS
    ):
        return False  # "are most at risk", "two books of which, The Price", "in which case it"
    if first in _LEADING and not pointing and not (first in _CLAUSAL and "," in line):
        return False
    opens = first in _OPENING and "," not in line  # "while prices fell", "where it has spread"
    opens = opens or (first == "of" and "," not in line) or _HALF_ONLY.search(line) is not None
    cut = opens or line.startswith(("'s ", "’s ", "- ", "– "))
    if cut or line.rstrip("”\"'’).")[-1:] in ",;:–—(":
        return False
    closed = line.rstrip().endswith(("”", '"'))  # "called it “as good as it is”"
    open_ = last in _TRAILING and not closed and words[-1].islower()
    if open_ and not (ends_whole(words) or (stopped and ends_clause(words))):
        return False
    return line.count('"') % 2 == 0 and _balanced(line)


_LEFT = re.compile(r"\b\w+ (?:with|to|from|for|of|at|by|into|about|against)$")


def half_as(sentence: str, line: str) -> bool:
    """ "The earlier they come[, the better it is]", "the crash comes a day [after …]", "had no
    choice [but to go]", "those [in favour] said": one half of two that go together.
    """
    if _CORRELATIVE.search(sentence) is not None and ", the " not in line:
        return True
    those = _THOSE.match(line)
    if those is not None and those[0].lower() not in sentence.lower():
        return True
    left = _LEFT.search(line)
    if left is not None and re.search(rf"\b{left[0]} (?:and|or) [a-z]", sentence) is not None:
        return True  # "will engage with [and seek views from owners]"
    so = _SO.search(line)
    if so is not None and _SO_THAT.search(sentence[sentence.find(so[0]) :]) is not None:
        return True
    end = " ".join(line.split()[-2:]).lower()
    at = sentence.lower().find(end) if _SPAN.search(end) else -1
    return at >= 0 and _GOES_ON.match(sentence, at + len(end)) is not None


def half_cleft(sentence: str, line: str) -> bool:
    """ "It was the army[, not the police, that fired]": without what it was that did it."""
    if not _CLEFT.fullmatch(line):
        return False
    at = sentence.lower().find(line.lower())
    rest = sentence[at + len(line) :] if at >= 0 else ""
    told = _CLEFT_ON.match(rest) is not None
    contrast = re.search(r"\b(?:not|but|rather)\b", f"{line}{rest[:20]}") is not None
    return told and contrast


def doubled(sentence: str, line: str) -> bool:
    """Does a word stand twice in a row in a statement, and not so in its sentence?"""
    twice = _TWICE.search(line) or _TWO_VERBS.search(line)
    return twice is not None and twice[0] not in sentence


def without_idle(found: list[Candidate]) -> list[Candidate]:
    """The candidates of a sentence without sayings of which nothing can be checked.

    "She said they must not give up" is no claim; "she promised that …" is, and so is "she said
    that …" where what she said is a claim, too.
    """
    found = [c for c in found if c.kind != "attribution" or not hoped(c.statement)]
    if any(c.kind == "clause" and c.attributed_to is not None for c in found):
        return found
    return [c for c in found if c.kind != "attribution" or not _idle(c.statement)]


def _idle(line: str) -> bool:
    """Is what was said a demand, a hope or a view, and the saying itself no act?"""
    saying, *said = re.split(r": [“\"„]| that ", line, maxsplit=1)
    if not said or any(word.lower() in _ACTS for word in _WORD.findall(saying)):
        return False
    return any(word.lower() in _VIEWS for word in _WORD.findall(said[0]))


def _balanced(line: str) -> bool:
    if "„" in line:
        return True  # German marks close with another's opening one
    return all(line.count(a) == line.count(b) for a, b in _PAIRS)


def hoped(line: str) -> bool:
    """ "Said she hoped they would come", "expressed confidence that it would last"."""
    return _HOPED.search(line) is not None


_MUTE = re.compile(  # "he says, declining to give his name", without what he says
    r"[^:“\"]{2,80} (?:says|said), (?:declining|refusing|speaking|referring|pointing) [^:“\"]+"
)
_OBJECTLESS = re.compile(
    r"(?:(?!\b(?:than|what|that|which|who|whom|as|how|to|not|is|are|was|were|be|been|being|has|"
    r"have|had)\b)[^,]){2,60} (?:provides|contains|includes|requires|owns|shouted|yelled|supplied|"
    r"provided|contained|included|required|owned|headed|brought|gave|made|caused)|"
    r"(?:[A-Z][\w’'.-]* )+(?:supplies|heads|makes|gives|causes)"
)


# "Oe did not say when", "the firm would not elaborate": when what, and on what, is not told
_SILENT = re.compile(
    r"[^,:“\"]{2,40} (?:has|have) (?:learned|learnt)|[^,:“\"]{2,40} understands|"
    r"[^,:“\"]{2,60} (?:did|would|could) not (?:elaborate|(?:say|specify|explain|disclose)"
    r"(?: (?:when|where|why|how|more|who|which|what))?)",
    re.I,
)


def says_nothing(line: str) -> bool:
    """A subject and a verb that says nothing without more: "It had", "Police urge"."""
    words = line.lower().split()
    if (
        _SILENT.fullmatch(line)
        or _SAME.fullmatch(line)
        or _SUCH.search(line)
        or (len(words) < _FEW and words[-1] in TAG | DO and not _happened(words))
    ):
        return True  # "its authors stress", "he never did"
    if _CUT.search(line) or any(p.match(line) for p in _HALVES):
        return True  # "Arl has not", "those in the south rose"
    if len(words) < _FEW and words[0] in ("this", "that", "it") and words[-1] in _COMING:
        return True  # "this comes [after …]"
    if len(words) < _FEW and words[-1] in ("ordered", "reads", "urged"):
        return True
    if (
        _OBJECTLESS.fullmatch(line)
        or _MUTE.fullmatch(line)
        or words[-1] in ("shouted", "yelled", "exclaimed", "chanted")
    ):
        return True  # "the firm supplies"
    return len(words) == 2 and words[1] in BE | HAVE | DO | TAG | _URGING


def _happened(words: list[str]) -> bool:
    """ "The trial continues", "the envoy was recalled": whole, though others say by the verb."""
    passive = words[-1] in ("announced", "recalled", "reported") and words[-2] in ("was", "were")
    return words[0] not in ("it", "they", "that", "this") and (
        passive or words[-1] in ("continues", "complained")
    )


_AMONG = re.compile(r", (?:among|including) (?:them|whom)$")
_ADDING = re.compile(r",[’”\"']? (?:adding|noting|saying|stressing|insisting|claiming)$")


def without_half(line: str) -> str:
    """Without what a bracket, ", among them" or ", adding" opens whose other half was left out."""
    line = _AMONG.sub("", line)
    if adds := _ADDING.search(line):
        closing = adds[0][1:2]
        line = line[: adds.start()] + (closing if closing in "’”\"'" else "")
    if line.count("(") == line.count(")") + 1:
        line = line[: line.rindex("(")].rstrip(" ,;")
    if line.count("(") != line.count(")"):
        line = " ".join(line.replace("(", "").replace(")", "").split())
    return line
