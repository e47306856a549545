"""What a site says of itself and to its readers, and rows of data: no part of a story either.

Three signs tell it: how the line opens, how it ends (an invitation), and that it speaks to readers
("we", "you") about the site's own things. Nobody's quoted words are taken for it.
"""

# ruff: noqa: E501 - a pattern is easier to read where it is not cut

import re
from typing import Final

from workbench.text.furniture.patterns import LONGEST, QUOTES, STOP, any_of
from workbench.text.furniture.small_print import small_print

_PAGE = r"(?:article|story|page|post|piece|report|text|content|summary|video|podcast|newsletter)"
_LIVE = r"(?:live ?blog|blog|live page|live feed|live coverage|live story|feed|live updates)"
_CURRENCY = r"(?:[$€£]\s?\d[\d.,]*|\d[\d.,]* (?:euros?|dollars?|pounds?|francs?))"
_OWN = (
    r"(?:newsletters?|journalism|podcasts?|readers|subscribers|supporters|members|newsroom|live ?blog|"
    r"live (?:coverage|page|updates|feed)|coverage|website|site|app|reporters?|correspondents?|"
    r"journalists|partners|cookies|privacy (?:policy|notice)|channel|community guidelines)"
)

_CONSENT = (
    r"(?:allow|load|show|display|accept|activate)\b[^.!?]{0,60}\b(?:content|embeds?|posts?|media)\?",
    r"(?:this|the) (?:article|story|page|post|piece) (?:includes?|contains?|features?|may contain) "
    r"(?:third[- ]party |external |embedded )?(?:content|material|affiliate|embeds?|links|spoilers)\b",
    r"(?:to|in order to) (?:view|see|display|watch|load|use) (?:this|the) (?:content|post|video|embed|"
    r"tweet|map|chart|graphic|feature|element)\b",
    r"this (?:content|video|embed|player|feature|media|audio|post|element|form) (?:is (?:not|no longer|"
    r"currently un)\s?(?:available|supported)|is (?:hosted|provided|unavailable|blocked)|cannot|"
    r"can['’]t|could not|failed to|requires)\b",
    r"(?:sorry, )?your (?:browser|device|ad ?blocker|privacy settings|cookie settings)\b",
)
_BLOG = (
    rf"(?:this|our|the(?= live)) {_LIVE} (?:is|has|was|will)(?: now| been| be)? (?:closed|closing|ended|"
    r"ending|over|paused|finished|archived|no longer)\b",
    r"(?:showing|sort(?:ed)? by:?|view|order by:?) (?:the )?(?:newest|oldest|latest|most recent)\b",
    r"key (?:events|moments|updates|posts)(?: ?\(\d+\)|$|\s{2,})",
    r"(?:that['’]s|that is|this is|and that['’]s) (?:all|it)(?: we have)? (?:for|from) (?:now|today|"
    r"tonight|me|us|this)\b",
    r"(?:thanks|thank you)(?: so much| very much| all)? for (?:reading|following|joining|listening|"
    r"watching|being|your (?:messages|comments|e-?mails|questions|company|support))\b",
    r"(?:hello|hi|welcome|good (?:morning|afternoon|evening))\b[^.!?]{0,30}\b(?:welcome|(?:to|on) (?:our|"
    r"the|this|today['’]s) (?:\w+ ){0,3}(?:live|blog|coverage|newsletter|edition|briefing))\b",
    r"(?:stay|keep|stick) (?:with us|tuned|it here|here for|across)\b",
    r"(?:here (?:is|are)|here['’]s) (?:where (?:things|we) (?:stand|are)|what we know|what (?:has )?"
    r"happened(?: so far)?[:.]?$|a (?:quick |brief )?(?:summary|recap|round-?up|reminder)|the latest[:.]?$)",
    r"(?:i['’]m|i am|we['’]re|we are|it['’]s time for me to) (?:hand(?:ing)?|clos(?:e|ing)|wrapp?(?:ing)?|"
    r"paus(?:e|ing)|sign(?:ing)?) (?:over|off|up|this|the|our)\b",
    r"(?:we['’]ll|we will|we['’]re going to|i['’]ll|i will) (?:bring|keep|have|be|update|get|post|share|"
    r"return|continue) (?:you|more|back|updat|with|to bring|this|the latest|it here)",
    r"(?:some|a bit of|a little)(?: more)? (?:background|context|history)\b[^.!?]{0,40}\bwhile we\b",
    r"(?:refresh|reload) (?:the|this|your) (?:page|browser|feed)\b",
    r"(?:get in touch|let us know|send us|tell us|share your (?:experiences?|stor(?:y|ies)|views|"
    r"photos?|memories))\b",
)
_LICENCE = (
    r"reproduction (?:is )?(?:only )?(?:allowed|permitted|prohibited|forbidden)\b",
    r"[^.!?]{2,60} is (?:produced|published) with the (?:financial )?support of\b",
    r"[^.!?]{0,120}\b(?:hyperlink|link|reference)\b[^.!?]{0,60}\b(?:is|are) (?:obligatory|required|"
    r"mandatory)\b",
    r"(?:re-?)?(?:use|printing|publication|publishing|production|producing|distribution|posting)\b of "
    r"(?:(?:any|the|all|our|this|these|site) ){0,2}(?:materials?|contents?|texts?|articles?|"
    r"photo\w*|images?|stor(?:y|ies))\b[^.!?]*\b(?:permi\w+|consent|prohibited|allowed|only|link)\b",
    r"(?:when|in case of|for) (?:using|quoting|citing|copying|reprinting|use of) (?:the |our |these |any )?"
    r"(?:site )?materials\b",
    r"(?:re-?publish|re-?print|re-?use|syndicate|license) (?:this|our|these)\b",
    r"(?:this|our|the) (?:work|article|story|text|content)s? (?:is|are) (?:licen[cs]ed|made available|"
    r"free to republish|published) under (?:an? |the |our )?(?:[\w.-]+ ){0,3}(?:licen[cs]e|cc|terms)\b",
    r"(?:licen[cs]ed under|cc[- ]by\b|creative commons (?:licen|attribution|by\b))",
    rf"(?:this|the|parts of this) {_PAGE} (?:was|is|has been|were) (?:\w+ )?(?:translated|"
    r"generated|produced|created|written|summari[sz]ed|narrated)\b[^.!?]{0,50}\b(?:ai|artificial "
    r"intelligence|machine|tools?|automat\w+|language model|software|chatbot|computer)\b",
    r"[^!?]{0,160}\b(?:syndicated|wire[- ]agency|agency) feed\b",
    r"\(?(?:c|©)?\)?[^.!?]{0,60}\. (?:click|see|tap) for (?:restrictions|terms|conditions)\b",
)
_APPEAL = (
    rf"{_CURRENCY} (?:buys?|pays? for|provides?|feeds?|can|could|will|would|covers?|helps?)\b"
    r"[^.!?]*[.!] ?(?:donate|give|please|your|help|support)\b",
    r"(?:your|every|any|a (?:small|regular|monthly)) (?:donation|gift|contribution|subscription|"
    r"membership|support) (?:\w+ )?(?:helps?|keeps?|makes?|allows?|funds?|supports?|means|matters|goes)\b",
    r"(?:local|independent|quality|public[- ]interest|good|our) (?:journalism|news|reporting|media) "
    r"(?:needs|depends on|relies on|costs|is (?:only )?(?:possible|made possible|powered|funded|free))\b"
    r"[^.!?]*(?:\b(?:you|us|readers?)\b|[.!] (?:become|join|support|donate|subscribe|please|help)\b)",
    r"(?:please )?(?:become|be) (?:an? )[^.!?]{0,40}\b(?:member|supporter|subscriber|patron)\b",
    r"(?:please )?(?:support|help|back) (?:us|our|local (?:news|journalism)|independent (?:media|journalism))\b",
    r"(?:please )?consider (?:making|becoming|supporting|donating|subscribing|a (?:donation|gift))\b",
    r"unlike (?:many|most|other)(?: other)? (?:news|media|newspapers|outlets|publishers|sites)\b[^.!?]*\b(?:we|our)\b",
    r"thanks to (?:our )?(?:readers|subscribers|supporters|members)\b[^.!?]*\b(?:we|our)\b",
    r"[^.!?]{2,60} is (?:an? )?(?:reader|listener)[- ](?:funded|supported)\b",
)
_OFFER = (
    r"(?:new|exclusive|offer|win|special offer)\s?! (?:the|our|now|get|try|listen|read|win|save|you)\b",
    r"(?:the|our) [^.!?]{0,30}\bapp (?:now|is (?:free|available|here)|can|lets|brings|has a new)\b[^.!?]*"
    r"(?:[.!] \S.*|\byou\b.*)",
    r"(?:get|open|read|listen|watch|use|view|download|follow)\b[^.!?]{0,60}\b(?:in|on|with|via|from) (?:the|our) "
    r"(?:[\w’'-]+ ){0,3}app\b",
    r"(?:listen|subscribe|available|find us|follow|download)\b[^.!?]{0,60}\b(?:wherever|app store|google "
    r"play|spotify|apple podcasts|audible|alexa)\b",
    r"(?:in|on) (?:this week['’]s|today['’]s|this) (?:episode|podcast|newsletter)\b",
    r"this (?:episode|podcast|edition|newsletter|bulletin|show) (?:was|is|has been) (?:produced|edited|"
    r"hosted|written|presented|sent|sponsored|supported|brought)\b",
    r"(?:brought to you|presented|sponsored|powered|supported|paid for) (?:to you )?by\b[^.!?]{1,60}$",
    r"(?:in (?:paid )?partnership with|paid partnership|partner content from)\b[^.!?]{1,60}$",
    r"(?:terms|t&cs?|conditions)(?: and conditions)? appl(?:y|ies)\b",
    r"(?:18\+|over 18s? only|(?:please )?gamble responsibly|begambleaware)",
    r"(?:all )?prices (?:were |are )?(?:correct|accurate) (?:at|as of|when)\b",
    r"(?:official|our|media|main|title) (?:partners?|sponsors?|suppliers?)\s*:",
    r"(?:take|try|do|play|enter|join) (?:our|this|the|today['’]s) (?:\w+ ){0,3}(?:quiz|poll|survey|"
    r"crossword|wordle|challenge|competition)\b",
    r"(?:poll|quiz|vote|survey|your view)(?: closed| closes| results?| ends)?(?:\s{2,}|\s*[:|]|$)",
    r"[^.!]{0,160}\?\s*yes\s*/\s*no\b.{0,80}$",
    r"(?:total votes|\d[\d,.]* (?:votes?|responses|answers)(?: cast| so far)?$)",
)
_RULES = (
    r"we are (?:an? )?(?:member|signatory|members|signatories) of the\b[^.!?]*\b(?:press|standards|complaints)\b",
    r"(?:this|our) (?:newspaper|paper|title|website|site|publication|magazine|newsroom|organisation|organization) "
    r"(?:is (?:an? )?(?:member|regulated|part|owned|published|signatory|subject|committed)|abides|adheres|complies)\b"
    r"(?![^.!?]*\b(?:said|says|told)\b)",
    r"if you (?:have|want|wish|would like) (?:to (?:make )?)?(?:an? |any )?complaints? (?:about|against)\b",
    r"(?:please )?(?:keep|be) (?:your )?(?:comments?|posts?|civil|respectful|kind)\b[^.!?]*\b(?:civil|polite|"
    r"respectful|comment\w*|on topic|relevant|legal|courteous)\b",
    r"(?:all |reader |readers['’] )?comments? (?:are|may be|will be|must be|can be|that|should) "
    r"(?:subject to|pre-?moderated|moderated|reviewed|removed|deleted|published at|break|breach|violate|be civil)\b",
    r"you (?:must|need to|have to) (?:be )?(?:log\w* in|sign\w* in|register\w* to (?:comment|post|read|vote))\b",
    r"to (?:post a )?comment,",
    r"[^.!?]{2,60} (?:values|welcomes|moderates) your (?:comments?|feedback|views|opinions?)\b",
    r"(?:all |reader |your )?(?:comments?|posts?) (?:are|must|should|have|need)(?: to)?(?: be| stay| remain| keep)? "
    r"(?:on[ -]topic|civil|polite|respectful)\b",
    r"for legal reasons,? (?:we|this|comments|the comments)\b",
    r"(?:content |trigger |graphic |spoiler )?(?:warning|content note)\s*[:–—-]\s*(?:this|the "
    r"following|contains|some|graphic|distressing|spoilers?|includes|discuss\w+|mentions?)\b",
    r"(?:this|the following) (?:article|story|report|video|piece) (?:contains|includes|describes|discusses)\b",
    r"[^.!?]{0,120}\b(?:some )?(?:readers|viewers) (?:may|might) find [^.!?]{0,40}\b(?:distressing|"
    r"upsetting|disturbing|offensive)\b",
    r"(?:the |in the uk,? |in the us,? |uk )?(?:[\w’'-]+ ){0,4}(?:helpline|hotline|samaritans|crimestoppers|"
    r"lifeline|childline)\b[^.!?]{0,60}\b(?:on|at|via|call)\s+\+?\d[\d ()-]{2,}",
    r"(?:for|with) (?:more|further|additional|general) (?:information|details|inquiries|enquiries)\b"
    r"[^.!?]{0,60}\b(?:contact|visit|see|call|e-?mail|go to|click|write)\b",
    r"for (?:media|press|interview|business) (?:enquiries|inquiries|requests)\b",
    r"(?:media|press) (?:contacts?|enquiries|inquiries|office|release|kit)\s*(?:[:|–—-]|$|\s{2,})",
    r"(?:attachments?|download (?:report|pdf|the|this|our)|reuse this content|explore more on)\b",
    r"(?:the )?(?:author|writer|columnist)s? (?:has|have|holds?|declares?|does|do|is|are|owns?) "
    r"(?:no|not|nothing|shares|long|short)\b[^.!?]*\b(?:shares?|positions?|interests?|stocks?|compan\w+|"
    r"organi[sz]ations?|funding|disclose|declare)\b",
    r"[^.!?]{2,60} (?:owns?|holds?|has|have|does not (?:own|hold|have)|do not (?:own|hold|have)) (?:no |any )*"
    r"(?:shares|positions?|stakes?|stocks?|interests?) in (?:any of )?(?:the |any )?(?:stocks?|companies|"
    r"company|securities|firms|funds) (?:mentioned|named|discussed|listed)"
    r"(?: (?:here|above|in (?:this|the) \w+))?\.?$",
    r"(?:the )?(?:views|opinions)(?: and (?:views|opinions))? expressed (?:in this|here|above|are|by the author)\b",
    r"(?:this|the above|nothing (?:here|in this \w+)) (?:is|does|should|constitutes?)\b[^.!?]{0,60}\b"
    r"(?:financial|investment|legal|medical|tax) advice\b",
    r"(?:figures|data|prices|quotes|market data|times)(?: are)? (?:delayed|as of|correct as of|provided by)\b"
    r"[^.!?]{0,60}$",
    r"this is (?:part \w+|the \w+(?: part| article| story| report)?|one) (?:of|in) (?:an? |our )"
    r"(?:[\w-]+ ){0,2}series(?: (?:on|about|exploring|examining|looking)\b|[.:]?$)",
)
_CALL = (
    r"here (?:is|are) (?:an? )?(?:short |brief |quick |handy |little )?(?:guide|primer|explainer|look|"
    r"background)\b[^.!?]{0,80}[.:]?$",
    r"(?:anyone|anybody|relatives|families|residents|passengers|witnesses|customers|patients|parents|readers)\b"
    r"[^.!?]{0,60}\b(?:can|may|should|is asked to|are asked to|is urged to|are urged to) (?:call|ring|phone|text|"
    r"contact|e-?mail)\b[^.!?]*(?:\+?\d[\d ()-]{4,}\d|@)",
)
_SIGNPOST = (
    r"(?:here|below|above)(?:['’]s| is| are) (?:all|some|the|an?|our|how|what|why|where|more)\b[^:]*$",
    r"the (?:following|accompanying) (?:charts?|tables?|graphs?|graphics?|maps?|lists?|videos?)\b",
    r"in (?:this|the next|the following) (?:section|article|post|piece|chapter),? (?:we|i|you)\b",
    r"more (?:details )?(?:follows?|to follow)[.!]?$",
    r"[^.!?]{0,80}\bheadlines\b[^.!?]{0,40}(?:\. \d+)? are here\b",
)
"""What points to a part of the page, of a sentence by itself."""
_CAPTION = (
    r"(?:pictured|seen here|shown here)(?: \((?:left|right|above|below)\))?(?:,| (?:is|are|left|right|here|"
    r"above|below|at|in|with|from))\b(?![^.!?]*,[^.!?]*\b(?:said|says|told)\b)",
)
_KINDS = (
    ("share", any_of(*_CONSENT, *_APPEAL, *_OFFER, *_CALL)),
    ("correction", any_of(*_LICENCE, *_RULES)),
    ("caption", any_of(*_CAPTION)),
)

_BLOGGED = any_of(*_BLOG)
_CALLS = any_of(*_CALL, *_SIGNPOST)
_BETWEEN = re.compile(r"(?<=[.!?])\s+")

_INVITES: Final = re.compile(
    r"(?:^|[.!?]\s+|\s{2,})(?:please )?(?:donate|subscribe|unsubscribe|sign up|register|click|learn more|"
    r"find out more|read more|secure your \w+|book (?:now|your)|buy (?:now|yours?|tickets)|order (?:now|yours)|"
    r"join (?:us|now|today)|get (?:yours|started|tickets|in touch)|apply (?:now|here|online)|press play|"
    r"tap (?:here|play)|vote (?:now|here)|download (?:now|here|it)|watch (?:now|here|live)|"
    r"listen (?:now|here|live)|shop now|try it|become an? [^.!?]{2,40}|start your [^.!?]{2,40}|"
    r"give (?:now|today|what you can))"
    r"(?: (?:seats?|tickets?|place|copy|now|today|here|online|below|for (?:free|just|only)|it|for "
    rf"{_CURRENCY}(?: an? \w+)?))*[.!]?$"
)
"""What a line ends with that wants something of the reader."""

_MINE = frozenset(["we", "us", "our", "we'll", "we're", "we've", "i'm", "i'll"])
_YOURS = frozenset(["you", "your", "yours", "you'll", "you're", "you've"])
_TO_READERS = any_of(
    rf"\bour (?:\w+ )?{_OWN}\b",
    r"\b(?:newsletters?|podcasts?|unsubscribe|subscri(?:be|bers?|ption)|inbox|journalism|javascript|"
    r"notifications|ad ?blocker|cookies|log(?:ged)? in|sign(?:ed)? up)\b",
    rf"\bthis {_LIVE}\b",
    r"\b(?:bring|give|send|show|update) you\b[^.!?]{0,40}\b(?:latest|updates?|news|more|live|all)\b",
)
_OF_THE_PAGE = any_of(
    rf"\b(?:this|our) {_LIVE}\b",
    r"\bthis (?:article|story|page|post|newsletter|podcast|episode)\b",
    r"\bour (?:newsletters?|journalism|podcasts?|subscribers|supporters|live ?blog|live coverage|"
    r"cookies|privacy policy|community guidelines)\b",
)
_PERSON = re.compile(r"\b(?:we|us|our|you|your|stay|i'm|i’m|thanks|this|here)\b", re.I)
_TOLD = re.compile(r"\b(?:said|says|told|wrote|added|according to)\b")
_SPOKEN = re.compile(
    "[" + re.escape(QUOTES.replace("'", "").replace("’", "").replace("‘", "")) + "]"
)

_MARKET = re.compile(
    r"[▲▼△▽]|[+−–-]\s?\d[\d.,]*\s?%?\s?\(\s?[+−–-]?\s?\d[\d.,]*\s?%?\s?\)|"
    r"^\(?\s?[$€£]?1 ?= ?[$€£]?\d[\d.,]* ?[^.!?]{0,30}\)?$|"
    r"^[^.!?]{0,24}\d{1,2}\s?°\s?[CF]?(?:[^\w.!?].{0,24})?$"
)
_ROW_OF_PEOPLE = re.compile(
    r"(?:Clockwise )?[Ff]rom (?:the )?(?:top |bottom |far )?(?:left|right)(?: to right)?"
    r"(?:\s?:|, [A-Z][\w.'’-]+ [A-Z][\w'’-]+(?:,| and| with)) "
)
_CELL = re.compile(r"\s{2,}|\t+")
_LABEL = re.compile(
    r"(?:format|source|language|country|primary country|countries|theme|attachments?|origin|location|"
    r"date|type|category|author|publisher|views|reading time|posted|published|updated|duration)$",
    re.I,
)
_DESK = re.compile(r"(?:PTI|ANI|IANS|AFP|AP|UNI|dpa)(?: [A-Z]{2,6}){1,7}$")
_US_CREDIT = re.compile(
    r"[.!?”\"]\s+(?:By )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,2}(?:,| [|/–—-]| for) (?:The )?"
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}$|"
    r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}\s?/\s?[A-Z][\w.'’ -]{1,30}(?::|\s[–—|-]|\s{2,})\s*\S"
)


def site_form(line: str) -> str | None:
    """The kind of furniture where the site speaks or lists data, of a line of at most `LONGEST`.

    The line has no white space around it; its spaces, which part cells, are as they stand.
    """
    spoken = _SPOKEN.search(line) is not None
    if not spoken and (kind := addressed(line) or small_print(line)):
        return kind
    if _ROW_OF_PEOPLE.match(line):
        return "caption"
    if STOP.search(line):
        return None
    if _MARKET.search(line) or _is_row(line):
        return "share"
    if _US_CREDIT.search(line):
        return "caption"
    return "byline" if _DESK.match(line) else None


def addressed(line: str) -> str | None:
    """The kind where the site speaks to its readers, in a line or a sentence without quotations."""
    lower = line.lower().replace("’", "'")
    if all(_BLOGGED.match(sentence) for sentence in _BETWEEN.split(lower)):
        return "share"  # what opens with talk may go on with news
    for kind, pattern in _KINDS:
        if pattern.match(lower):
            return kind
    if _INVITES.search(lower, max(0, len(lower) - 160)):
        return "share"
    if _TOLD.search(lower) or not all(map(_in_person, _BETWEEN.split(lower))):
        return None
    words = _words(lower)
    mine, yours = not words.isdisjoint(_MINE), not words.isdisjoint(_YOURS)
    if (yours and _TO_READERS.search(lower)) or (mine and _OF_THE_PAGE.search(lower)):
        return "share"
    return None


def _in_person(sentence: str) -> bool:
    """Does it say "we" or "you", or is it talk? What follows it may be news."""
    said = not _words(sentence).isdisjoint(_MINE | _YOURS)
    return said or _BLOGGED.match(sentence) is not None


def _words(lower: str) -> set[str]:
    return set(lower.replace(",", " ").replace(".", " ").split())


def is_talk(sentence: str) -> bool:
    """Does a sentence of a story speak to its readers: "Some background while we wait"?"""
    if _CALLS.match(sentence.lower()):
        return True
    if _SPOKEN.search(sentence) or len(sentence) > LONGEST:
        return False
    if _PERSON.search(sentence) is not None and addressed(sentence) is not None:
        return True
    return small_print(sentence) is not None


def _is_row(line: str) -> bool:
    """Cells with wide gaps: labels and their values, buttons, tables."""
    cells = _CELL.split(line)
    if len(cells) == 2:
        return _LABEL.match(cells[0]) is not None
    return len(cells) > 2 and all(
        len(cell) <= 48 and not cell[0].islower() and not cell.endswith(".") for cell in cells
    )


NOTES: Final = any_of(
    r"(?:notes? (?:to|for) (?:the )?editors?|editors['’]? notes?|notes|(?:for|to) (?:further|more) information|"
    r"(?:media|press) contacts?|about the authors?)\s*:?$",
    r"-?\s?(?:ends|end|###|# # #|\*\*\*)\s?-?$",
)
"""A line after which, late in a text, nothing of the story follows (in small letters)."""
