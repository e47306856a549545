"""Who said it: the tag of a sentence ("…, the minister said on Monday") and what was said."""

from __future__ import annotations

from typing import NamedTuple

from workbench.propose.lexicon import ADDING, TAG, TELL, word_set
from workbench.propose.rules.clauses import Parser
from workbench.propose.rules.unit import Unit

QUOTES = frozenset("\"“”„«»‘'")
# verbs after what was said and before who said it: "…, said the mayor"
_INVERTING = word_set(
    "said says say added adds wrote writes replied replies asked asks explained explains insisted "
    "argued recalled warned noted tweeted quipped concluded continued commented remarked laughed "
    "joked shouted cried reads"
)
# what data do at a sentence's end: "…, figures showed on Monday"
_SHOWING = word_set(
    "showed shows show suggests suggested suggest found finds indicated indicates believe believes "
    "reads emerged transpired hears heard estimates decided ruled advised advises "
    "reckon reckoned reckons understands maintained maintains quipped"
)
_HEARING = TELL | word_set("warned asked urged advised accused")
_OPENING = '“"„«'
_TAIL = frozenset(("T", "IN", "MAYBE", "ADV", "P", "NP", "CC"))


_LONGEST_CALLING = 16  # units of "leader of a group of observers from the Council for Peace in Arl"


class Tag(NamedTuple):
    """Units ``[first, last)`` say who spoke; the speaker's words are ``speaker``."""

    first: int
    last: int
    speaker: tuple[int, int]
    verb: Unit | None  # None: "according to …"


def find_tag(units: list[Unit], low: list[str]) -> Tag | None:
    """The tag after or in the middle of what was said, if the sentence has one."""
    for k, unit in enumerate(units):
        if unit.kind == "IN" and low[unit.a] == "according":
            return _according(k, units, low)
        spoke = k and unit.kind == "VG" and (unit.form in ("fin", "ed") or _say(k, units, low))
        if spoke and _speaks(k, units, low):
            tag = _subject_before(k, units, low) or _subject_after(k, units, low)
            if tag is not None:
                return tag
    return None


def _say(k: int, units: list[Unit], low: list[str]) -> bool:
    """ "The mills are shut, say experts": a bare form that is a tag."""
    ends = [u.kind for u in units[k + 1 : k + 3]] in (["NP"], ["NP", "P"])
    return units[k].form == "base" and low[units[k].a] == "say" and ends and k + 3 >= len(units)


def _speaks(k: int, units: list[Unit], low: list[str]) -> bool:
    """A verb of saying, or any verb right after a closing quotation mark and its subject."""
    after = low[units[k + 1].a] if k + 1 < len(units) and units[k + 1].kind == "IN" else ""
    if low[units[k].main] == "commented" and after == "on":
        return False  # "the bank has commented on the report"
    heard = "been" in low[units[k].a : units[k].main] and low[units[k].main] in _HEARING
    if heard and units[k - 1].kind == "P":
        return False  # "the firm, which denies it, had been warned six times"
    if low[units[k].main] in TAG or low[units[k].main] in _SHOWING:
        return True
    if units[k].form != "fin" or k < 2 or low[units[0].a] not in QUOTES:
        return False
    if low[units[k - 1].a] in "”\"»'" and k + 1 < len(units) and units[k + 1].kind == "NP":
        return True  # "…,” urged the mayor"
    j = k - 1
    while j > 0 and units[j].kind in ("NP", "IN"):
        j -= 1
    return j > 1 and j < k - 1 and low[units[j].a] in "”\"»'"


def _according(k: int, units: list[Unit], low: list[str]) -> Tag | None:
    j = k + 1
    while j < len(units) and not (units[j].kind == "P" and low[units[j].a] in ",.;"):
        j += 1
    if (
        j == k + 1
        or units[k + 1].kind != "NP"
        or any(
            u.kind == "VG" and u.form == "fin" and not low[u.main].endswith("ed")
            for u in units[k + 1 : j]
        )
    ):
        return None
    speaker = (units[k + 1].a, units[j - 1].b)
    if k == 0 and j + 1 < len(units) and units[j + 1].kind == "W":
        # "according to the ministry, which declared it in May, …"
        j = next((m for m in range(j + 2, len(units)) if low[units[m].a] == ","), j)
    if k == 0:
        return Tag(0, min(j + 1, len(units)), speaker, None)
    first = k - 1 if units[k - 1].kind == "P" else k
    return Tag(first, j, speaker, None)


def _mark(unit: Unit, low: list[str]) -> bool:
    return unit.kind == "P" and (low[unit.a] in QUOTES or low[unit.a] in (",", "–", "—"))


def _content_before(p: int, units: list[Unit], low: list[str], closed: bool = False) -> bool:
    """Is something said before unit ``p``? ``closed``: a comma follows, and more of it may come."""
    if closed and p > 0 and low[units[p].a] == ",":
        return True  # "The plan, she said, would fail"
    if any(low[u.a] in QUOTES for u in units[:p] if u.kind == "P"):
        return True
    if units[0].kind in ("SUB", "MAYBE") and not any(_mark(u, low) for u in units[:p]):
        return False
    return any(u.kind == "VG" and u.form == "fin" for u in units[:p])


def _subject_before(k: int, units: list[Unit], low: list[str]) -> Tag | None:
    p = k - 1
    if units[p].kind == "P" and low[units[p].a] == ",":
        p = _apposition_start(p, units, low)
    while p >= 0 and (units[p].kind in ("NP", "IN", "CC", "T", "ADV") or _involved(p, units)):
        p -= 1
    if p < 0 or p == k - 1 or not _mark(units[p], low) or units[p + 1].kind not in ("NP",):
        return None
    if _opens_quote(p, units, low):
        return None  # "— “I recall it,” he said": no tag "I recall"
    hears = k + 1 < len(units) and low[units[k].main] in TELL and units[k + 1].kind == "NP"
    behind = k + 1 + hears
    closed = behind < len(units) and low[units[behind].a] == ","
    if not _content_before(p, units, low, closed) or not _tail_fits(k, units, low):
        return None
    end = _end(k, units, low, before=True)
    return Tag(p, end, (units[p + 1].a, _np_end(p + 1, k, units)), units[k])


def _opens_quote(p: int, units: list[Unit], low: list[str]) -> bool:
    """Does the mark at unit ``p`` open a quotation within the sentence?"""
    mark = low[units[p].a]
    before = [low[u.a] for u in units[:p] if u.kind == "P"]
    if before.count("“") > before.count("”"):
        return p > 0 and mark == "“"  # a straight mark may close what a curly one opened
    ends = p > 0 and low[units[p].a - 1] in (",", "!", "?")  # "…," Oe said, of two sentences
    return p > 0 and (mark == "“" or (mark == '"' and before.count('"') % 2 == 0 and not ends))


def _involved(p: int, units: list[Unit]) -> bool:
    """ "Two officials [involved] in the talks told Reuters", "[familiar] with the matter"."""
    beside = units[p - 1].kind == "NP" and units[p + 1].kind == "IN" if p else False
    involved = units[p].kind == "VG" and units[p].form == "ed"
    return beside and (involved or units[p].kind == "ADJ")


def _apposition_start(p: int, units: list[Unit], low: list[str]) -> int:
    """ "…, Stoltenberg, the alliance's chief, said": from the last comma to the one before."""
    for j in range(p - 1, max(-1, p - _LONGEST_CALLING), -1):
        if units[j].kind == "P" and low[units[j].a] == ",":
            return j - 1
        if units[j].kind not in ("NP", "IN", "CC", "T", "ADJ", "W", "VG", "ADV", "MAYBE"):
            return p
    return p


def _subject_after(k: int, units: list[Unit], low: list[str]) -> Tag | None:
    if low[units[k].main] not in _INVERTING and low[units[k - 1].a] not in QUOTES:
        return None
    mark = _mark(units[k - 1], low) and not _opens_quote(k - 1, units, low)
    if not mark or k + 1 >= len(units) or units[k + 1].kind != "NP":
        return None
    if not _content_before(k - 1, units, low) or low[units[k].main] in TELL:
        return None
    relative = [u.kind for u in units[:3]] == ["NP", "P", "W"] and low[units[k - 1].a] == ","
    if relative and not _told_behind(k, units, low):
        return None  # "Ann Oe, who had worked there, wrote 212 cheques"
    goes_on = Parser(units[k + 1 :], low, []).verb_after_subject(0) is not None
    if goes_on or _quoted_verb(k + 2, units, low):
        return None
    j = k + 2
    while j < len(units) and units[j].kind in ("IN", "NP"):
        j += 1
    end = _end(k, units, low)
    return Tag(k - 1, end, (units[k + 1].a, _np_end(k + 1, j, units)), units[k])


def _quoted_verb(k: int, units: list[Unit], low: list[str]) -> bool:
    """ "The owner, Ana Oe, says she “cannot afford it”": no tag "says she"."""
    verb = [u.kind for u in units[k : k + 2]] == ["P", "VG"]
    return verb and low[units[k].a] in _OPENING and units[k - 1].b - units[k - 1].a == 1


def _told_behind(k: int, units: list[Unit], low: list[str]) -> bool:
    """ "The fire, which began at ten, spread to the roof, said Ann Oe": a verb before "said"."""
    close = next((j for j in range(3, k) if low[units[j].a] == ","), k)
    told = close + 1 < k and units[close + 1].kind == "VG" and units[close + 1].form == "fin"
    return told and low[units[k].main] in ("said", "says")


def _np_end(first: int, stop: int, units: list[Unit]) -> int:
    """End of the speaker's phrase: the noun with its "of" and "for" tail, no comma."""
    end = units[first].b
    for unit in units[first + 1 : stop]:
        if unit.kind in ("P", "VG", "T", "MAYBE"):
            break
        if unit.kind == "NP":
            end = unit.b
    return end


def _tail_fits(k: int, units: list[Unit], low: list[str]) -> bool:
    """Nothing that the verb itself could be reporting comes after it."""
    if k + 1 >= len(units):
        return True
    following = units[k + 1]
    told = low[units[k].main] in TELL
    if following.kind not in _TAIL or (following.kind == "NP" and not told):
        return False
    if following.kind == "P" and low[following.a] == ":":
        return False
    parser = Parser(units[k + 1 :], low, [])
    if parser.verb_after_subject(0) is not None:
        return False
    near = units[k + 1 : k + 4]
    adding = next((j for j, u in enumerate(near) if low[u.main] in ADDING), len(near))
    return not any(u.kind == "THAT" for u in near[:adding])


def _end(k: int, units: list[Unit], low: list[str], before: bool = False) -> int:
    """The end of a tag; ``before``: its speaker stands before its verb."""
    for j in range(k + 1, len(units)):
        unit = units[j]
        if unit.kind == "P" and low[unit.a] in QUOTES:
            return j
        if unit.kind == "P" and low[unit.a] in (".", ";", ":"):
            return j
        if unit.kind == "P" and low[unit.a] == "," and not _aside_follows(j, units, low):
            return j
        if before and [low[u.a] for u in units[j : j + 2]] == [",", "which"]:
            return j  # "…,” Oe told Pike, which meant that"
        if unit.kind in ("SUB",) or (unit.kind == "VG" and low[unit.main] in ADDING):
            return j
    return len(units)


def _counts(unit: Unit, low: list[str]) -> bool:
    """ "…, police said, flooding 200 homes": a participle before a number, taken for a noun."""
    doing = unit.kind == "NP" and low[unit.a].endswith("ing") and unit.b - unit.a > 1
    return doing and low[unit.a + 1][:1].isdigit()


def _aside_follows(j: int, units: list[Unit], low: list[str]) -> bool:
    """Does the comma open an apposition to the speaker rather than go back to the content?"""
    k = j + 1
    if k < len(units) and (units[k].kind == "W" or _counts(units[k], low)):
        return units[k].kind == "W"
    while k < len(units) and units[k].kind in ("NP", "IN", "T", "CC"):
        k += 1
    if k == j + 1:
        return False
    if k < len(units) and units[k].kind == "W":
        return True  # "…, a fisherman who …"
    return k >= len(units) or (units[k].kind == "P" and low[units[k].a] in ".,")
