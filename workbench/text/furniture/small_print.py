"""The small print of a page: privacy, comments, licences, disclosures, and who pays for the site.

As in `patterns`: one line each, in small letters, of at most `LONGEST` code points, without
quotations. What opens a line so is no story, whoever publishes it.
"""

# ruff: noqa: E501 - a pattern is easier to read where it is not cut

import re
from typing import Final

from workbench.text.furniture.foot import FOOT
from workbench.text.furniture.patterns import any_of

_PIECE = r"(?:article|story|page|post|piece|report|text|content|document|work|program(?:me)?|site|website)"
_TOPIC = (
    r"(?:journalism|reporting|coverage|newsroom|news|fact[- ]?checks?|fact-checking|series|work)"
)

_PRIVACY = (
    r"(?:privacy|cookie|copyright|pop-?up|legal) notice\s*[:–—]",
    r"(?:(?:our|these|the) )?(?:newsletters?|e-?mails) may (?:contain|include)\b[^.!?]*\b(?:information|ads?|advert\w*|content|offers|links)\b",
    r"(?:we|this (?:site|website|page|form)) (?:uses?|is protected by) (?:a |google )?(?:re)?captcha\b",
    r"data returned from the piano\b",
    r"(?:sorry,? |oops[,!]? )?(?:something went wrong|an error (?:has )?occurred)(?:$|[.!]|,? please)",
    r"(?:new!?)?\s?you can now (?:listen|read|watch|follow|subscribe|download|get)\b",
    r"(?:add|save|remove) (?:\w+ ){0,2}(?:articles|items|stories|topics)\b[^.!?]*\b(?:list|later|saved|feed)\b",
    r"(?:\S+ ){0,2}(?:members|subscribers) can (?:log|sign) in to (?:read|see|view|comment|access)\b",
    r"(?:.{0,120}\b)?(?:tips|ideas|questions|pitches|suggestions) can be (?:sent|e-?mailed|submitted) to \S+@",
    rf"this {_PIECE} is also available in\b",
    r"(?:learn|find out|discover|hear) (?:more|all) about\b",
    r"data (?:is|are) (?:a real-time\b|real-time\b|delayed (?:by )?(?:at least )?\d+ min)",
)
_COMMENTS = (
    r"we want (?:our|your|the) (?:comments?|comment section|discussions?|community|readers) to be\b",
    r"(?:those|these) (?:ads|adverts|advertisements)\b[^.!?]*\b(?:you do see|local business\w*|audience)\b",
    r"to (?:encourage|foster|promote|ensure) (?:\w+ ){0,4}(?:conversations?|discussions?|debates?)\b[^.!?]*\b(?:submissions?|our (?:online|comments?|readers)|commenters)\b",
    r"pseudonyms (?:will|are|may)\b[^.!?]*\b(?:permitted|allowed|accepted)\b",
    r"by (?:submitting|posting|commenting|entering|registering|providing)\b[^.!?]{0,80}\byou (?:are |will be )?(?:accept|agree|agreeing|consent|confirm|acknowledge|grant)",
    r"please (?:note|include|do your part|attribute)\b",
    r"(?:it is|it's) important that we continue to promote\b",
    r"(?:if you are|you are) (?:reading this|receiving this|dissatisfied)\b",
    r"(?:all |reader |our |your )?comments (?:on this (?:story|article|page|post) )?(?:are|is|will be) (?:now )?(?:moderated|pre-?moderated|welcome while|hidden|open to)\b",
    r"repl(?:y|ies) to this (?:comment|post) (?:is|are|have|has)\b",
    r"we reserve the right to (?:close|edit|remove|delete|moderate|refuse|reject)\b",
    r"(?:those|anyone|readers|users) who wish(?:es)? to comment must (?:first )?(?:register|log|sign|be )",
    r"this poll (?:is|has) (?:now )?(?:closed|ended|over)\b",
    r"(?:total votes|\d[\d,.]* votes? cast)\b.{0,60}$",
    rf"th(?:is|e) {_PIECE} (?:has been|was|is) (?:reviewed|fact-checked|checked|vetted) (?:according to|in line with|in accordance with)\b",
    r"(?:our )?editors have highlighted\b",
)
_LICENCES = (
    rf"(?:this|the|our|all) (?:original )?{_PIECE}s? (?:of this \w+ )?(?:is|are) (?:subject to copyright|protected by copyright|free to re-?publish|(?:licen[cs]ed|published|made available) under\b.{{0,120}}\b(?:licen[cs]e|terms)\b)",
    r"apart from any fair dealing\b",
    r"no part (?:of (?:this|it)\b.{0,40})?may be reproduced\b",
    rf"(?:the |this |all )?(?:information|{_PIECE})s? (?:on this \w+ )?(?:is|are) (?:provided |intended )?for (?:general )?(?:information|educational|entertainment)(?:al)?(?: purposes)? only\b",
    r"copyrights?\s?\(c\)",
    r"copyrights? [^.!?]{2,40}\. .{0,240}\b(?:website|material|reproduc\w+|redistribut\w+|permission|prohibited|contact us)\b",
    r"(?:(?:unauthori[sz]ed|any|all) )?(?:reproduction|redistribution|retransmission|republication)(?:(?:,| and| or|, or) \w+){0,3} (?:(?:is|are) )?(?:strictly )?(?:prohibited|forbidden|not permitted)\b",
    r"this is an? (?:rush|rough|draft|machine-generated|computer-generated|automated) transcript\b",
    r"attribution: please\b",
)
_DISCLOSURES = (
    r"[^.!?]{2,60} (?:does not|do not) work for, consult\b",
    r"[^.!?]{2,60} (?:has|have) (?:disclosed|declared) no (?:relevant |competing |other )?(?:affiliations?|interests?|conflicts?)\b",
    r"[^.!?]{2,60} provides? funding as an? (?:founding |strategic |content )?(?:member|partner)\b",
    rf"our {_TOPIC}s? (?:is|are) (?:funded|supported|financed|made possible) (?:\w+ )?by\b",
    r"(?:the|our) (?:funders?|sponsors?|donors?|advertisers?) (?:has|have|had) no (?:say|control|influence|input|role)\b",
    r"this is part of [^.!?]{2,80}s?['’] ?s? (?:\w+ )?effort to (?:address|combat|fact-check|counter)\b",
    r"nothing (?:on|in) this \w+ (?:is|should be|constitutes|may be)\b[^.!?]*\b(?:advice|recommendation|offer|solicitation)\b",
    r"this is (?:a|our|your) (?:daily|weekly|monthly|twice-weekly|morning|evening) (?:round-?up|newsletter|digest|e-?mail|briefing)\b",
    r"the (?:[\w’'-]+ ){1,5}newsletter (?:delivers|brings|gives you|is (?:our|your))\b",
    r"(?:this (?:web)?site|this newspaper) and (?:its )?associated (?:newspapers|titles|publications)\b",
    r"readers like you\b",
    rf"[^.!?]{{0,40}}\b(?:readers|supporters|subscribers|members) have (?:already )?(?:pitched in|chipped in|signed up|donated|given)\b[^.!?]*\b(?:free|our|us|journalism|{_TOPIC})\b",
    r"we (?:rely|depend)(?: \w+ly)? on (?:the )?(?:\w+ ){0,2}(?:contributions|donations|generosity|support|subscriptions) (?:from|of|by) (?:people like you|(?:our |the )?(?:readers|viewers|listeners|subscribers|members|supporters|community))\b",
    r"[^.!?]{2,60} is an? (?:[\w-]+,? ){0,3}(?:newsroom|news (?:organi[sz]ation|outlet|site)|media outlet|publication)\b[^.!?]*\. (?:.*\b(?:we|our|us|your?|its journalists)\b)",
    r"about [^.!?:]{2,40}: [^.!?]{2,60} is an?\b",
)
_MATCH_DAY = (
    r"[^.!?:]{2,40}\(\d(?:-\d){1,4}\)\s*:\s",
    r"(?:subs(?:titutes)?|bench)(?: not used)?\s*:\s",
    r"(?:referee|attendance|booked|sent off|man of the match)\s*:\s",
)
"""Teams as a report of a match lists them."""

SMALL_PRINT: Final = (
    *FOOT,
    ("share", any_of(*_PRIVACY)),
    ("correction", any_of(*_COMMENTS, *_LICENCES, *_DISCLOSURES)),
    ("tags", any_of(*_MATCH_DAY)),
)


def small_print(line: str) -> str | None:
    """The kind of furniture that a line without quotations is by its first words, or None."""
    lower = line.lower().replace("’", "'").lstrip("*• ")
    return next((kind for kind, pattern in SMALL_PRINT if pattern.match(lower)), None)


_MONTH = r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|march|april|may|june|july|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
_PAST = (
    r"(?!.{0,400}\b(?:said|says|told|was|were|will|had|would|could|announced|reported|according)\b)"
)
_TEXT = r"(?:[^.!?:;]|\b(?:[a-z]|gov|sen|rep|dr|mr|mrs|ms|st|sgt|lt|gen|col|capt|jr|sr|no|inc|co|u\.s)\.)"
_SHOWN = re.compile(
    rf"{_PAST}{_TEXT}{{4,160}}\b(?:speaks?|attends?|walks?|poses?|looks?|"
    r"gestures?|waves?|stands?|sits?|battles?|reacts?|listens?|waits?|inspects?|carry|carries|"
    r"greets?|shakes? hands|(?:is|are) (?:seen|pictured|shown))\b"
    rf".{{0,160}}(?:,| on| in)? (?:\w+day,? )?(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}})"
    r"(?:,? (?:in|at|near|outside) .{2,60}|\.?(?: [^.!?]{2,60})?)\.?$"
)
"""What a picture shows, told in the present, and the day it was taken, which is past."""
_AGENCY = re.compile(
    rf"{_PAST}{_TEXT}{{4,160}}\b(?:celebrates?|testif(?:y|ies)|arrives?|leaves?|gathers?|march(?:es)?|"
    r"protests?|holds?|wears?|watch(?:es)?|cheers?|addresse?s?|answers?|hugs?|shoots?|dunks?|passes|drives|"
    r"runs|throws|kicks|puts|plays|takes|makes|talks?|rides?|visits?)\b"
    rf".{{0,160}}, \w+day, {_MONTH} \d{{1,2}}, \d{{4}}(?:, (?:in|at|near|outside) .{{2,60}})?\.?$"
)
"""The same as agencies date it: "…, Tuesday, Nov. 19, 2019, in Ley"."""
_FIRST = re.compile(rf".{{40,300}}?\w+day, {_MONTH} \d{{1,2}}, \d{{4}}\.(?= )")
_PICTURE = (
    r"(?:photo(?:graph)?|picture|image|video|handout|still|grab|frame ?grab|screen ?(?:shot|grab))"
)
_SEEN = re.compile(
    rf"[^!?]{{2,200}}\b(?:seen|shown|pictured) in (?:this|an?) (?:undated|file|handout|aerial|combination|still|screen)? ?{_PICTURE}\b"
    rf"|(?:in )?this (?:[\w-]+ ){{0,3}}{_PICTURE}s?,? (?:\w+ )?(?:taken|provided|released|made available|obtained|dated)\b"
    r"|this (?:[\w.&'’-]+ ){0,4}(?:illustration|rendering|artist['’]s (?:concept|impression)|infographic) (?:shows?|depicts?|illustrates?|compares?)\b"
    rf"|{_TEXT}{{4,120}}, (?:pictured|seen|shown) (?:here|above|below|at|in|on|with|during)\b[^,.!?]{{2,80}}(?:, (?:when|where|in|on|at) [^,.!?]{{2,80}})?(?:\.|$)",
)


def shows_picture(line: str) -> bool:
    """ "Ana Oe speaks in Ley on May 14, 2024.", "Oe is seen in this undated photo"."""
    lower = line.lower()
    first = _FIRST.match(lower)  # "… shake hands in Ley Monday, May 3, 2021. Oe is on a visit"
    shown = first.group() if first else lower
    return any(p.match(shown) for p in (_SHOWN, _AGENCY)) or _SEEN.match(lower) is not None
