"""What people say in set words and state nothing by: sympathy, thanks, blessings, slogans, appeals.

It goes by the words as they stand in the text, so that it is the same for all engines.
"""

from __future__ import annotations

import re

from workbench.propose.candidate import Candidate

_FELT = (
    r"(?:thoughts?|prayers?|sympath(?:y|ies)|(?:sincerest? |deepest )?condolences|best wishes|"
    r"thanks|gratitude|love|apologies|congratulations)"
)
_WE = r"(?:i|we)(?: (?:all|both|just|simply|sincerely|deeply|truly|really|only|also|do|now))*"
_LIKE = rf"{_WE}(?:[’']d| would)? (?:like|want|wish) to (?:\w+ )?"
_READERS = (
    r"(?:anyone|anybody|everyone|everybody|people|(?:the )?public|drivers|motorists|residents|"
    r"passengers|parents|customers|visitors|travell?ers|commuters|witnesses|readers|fans|patients|"
    r"walkers|swimmers|cyclists|pedestrians|house(?:holders|holds)|homeowners|owners|users|seekers|"
    r"voters|those|locals|shoppers|tenants|pupils|students)"
)
_SET = (
    rf"(?:all )?(?:my|our) (?:\w+ ){{0,3}}{_FELT}(?:,? (?:and|as well as)(?: our| my)? (?:\w+ )?"
    rf"{_FELT})* (?:is|are|go|goes|remains?|will (?:be|always)|continue)\b",
    r"(?:my|our) hearts? (?:\w+ )?(?:goes|go|is with|are with|breaks?|aches?|(?:is|are) broken)\b",
    rf"{_LIKE}(?:thank|apologi[sz]e|congratulate|say (?:thank|sorry|how)|pay tribute)\b",
    rf"{_LIKE}(?:express|offer|extend|send) (?:\w+ ){{0,4}}{_FELT}\b",
    rf"{_WE} (?:send|offer|extend|express|convey|pass on|share|owe) (?:\w+ ){{0,4}}{_FELT}\b",
    rf"{_WE} (?:thank (?!\w+ that)|apologi[sz]e (?:for|to) (?:any|all|those|our|anyone|every)|"
    r"congratulate\b|salute\b|implore\b|urge\b|beg\b|plead\b|appeal (?:to|for)\b|"
    r"call (?:up)?on (?!\d)|wish (?:him|her|them|you|everyone|all)\b|pray (?:for|that|to)\b)",
    rf"{_WE} apologi[sz]e for the (?:inconvenience|trouble|disruption)\b",
    rf"{_WE} ask (?:that|you|all|{_READERS})\b",
    r"(?:many thanks|thank (?:you|god|goodness|heavens)|congratulations|well done|good luck|"
    r"rest in peace|enough is enough|shame on|watch this space|long live)\b",
    r"never again(?:$|[.!,”\"])",
    r"if only (?:i|we|you|they|he|she|it|there|the)\b",
    r"(?:may |the )?(?:god|heaven|lord|allah) (?:bless|help|save|forbid|rest|keep|protect|grant)\b",
    r"may (?:god|peace|he|she|they|you|we|his|her|their)\b",
    r"(?:only )?time (?:will|would) tell\b",
    r"it (?:only )?remains to be seen\b",
    r"it(?:[’']s| is)(?: \w+)? time (?:for .{1,60} to|to|that|we|they|he|she)\b",
    r"it(?:[’']s| is)(?: high| about| now| past| really)* time (?:the|our|this|these|those|"
    r"every\w+|some\w+|people|ministers|politicians)\b",
    r"(?:all that|what) (?:really )?(?:matters|counts)(?: (?:now|most|here))? is\b",
    rf"(?:{_WE} look|(?:i am|i[’']m|we are|we[’']re)(?: really| very much)? looking) forward to\b",
    r"please\b|let[’']s\b|let us\b|don[’']t (?:be|let|forget|worry)\b",
    r"we (?:all )?(?:need|want|demand|deserve) (?:answers|action|change|justice|help|unity|peace|"
    r"respect|dignity|the truth)\b",
    r"(?:we (?:all )?)?need (?:it|them) now\b",
    r"(?:all i can say|what i(?:[’']d| would)? (?:want|like) to know) is\b",
    r"there (?:must|should|needs? to|ha(?:s|ve) to) be (?!.*(?:\d|\b(?:one|two|three|least)\b))",
    r"[^,.;]{2,60} must (?:now )?(?:act|listen|wake up|unite|stand up|do (?:more|better|"
    r"(?:its|their|his|her) duty))\b",
    r"quoting (?:crime |incident |police )?(?:reference|ref|log|number|incident)\b",
    r"[^.!?]{1,60}\bapologi[sz]e[sd]? for any inconvenience\b",
    r"[^?]{2,60} wanted to know$",
    r"(?:in the end, )?(?:it|that|this) (?:only |just )?(?:gets?|got) (?:even |much )?"
    r"(?:worse|better|harder|easier|weirder)\W*$",
    r"(?:in the end, )?(?:it|that|this) (?:do|does|did)(?:n[’']t| not) (?:really )?matter\W*$",
    r"of course (?:it|he|she|they|we|i|that|you) (?:can|could|will|would|do|does|did|is|was|are|"
    r"were|has|have)\W*$",
    r"there(?:[’']s| is| are) (?:a lot of|lots of|many|plenty of|so many) (?:things|ways)"
    r"(?: that)? (?:we|you|they|one) (?:can|could)\b",
    r"(?:this|that|it|the (?:news|move|announcement|decision|statement|warning|call)s?) "
    r"comes (?:just |only |even )?(?:after|as|amid)\b"
    r"(?!.*(?:\d|\b(?:hours|days|weeks|months|years)\b))",
    r"the (?:big |main |real |only )?(?:question|answer)(?: now| then| here)? is "
    r"(?:yes|no|who|what|whether|how|why|where|when|if)\b",
    r"the proof(?:[’']s| is) in the (?:pudding|eating)\b",
    r"(?:obviously,? )?[\w ]{2,20} is a long time\W*$",
    r"(?:these|those|such) things (?:(?:sometimes|just|do|can) )*happen(?:ed)?\W*$",
    r"there will (?:come|be) a (?:time|day)\b",
    r"(?:we|i)(?: all)? (?:already )?miss (?:him|her|them|\w+) (?:so|very|dearly|terribly|every)\b",
    r"(?:the|an) (?:opportunity|chance) is there\b",
    r"things can change(?: in the (?:interim|meantime))?\W*$",
    r"it was (?:just |very |so |really )?(?:severe|awful|terrible|horrible|horrific|tough|crazy|"
    r"amazing|incredible|surreal|scary|terrifying)\W*$",
)
_URGED = re.compile(
    rf"(?:[^,.;]{{1,60}} )?{_READERS}\b[^.;£$€]{{0,80}} (?:is|are)(?: also| again| now| still)*"
    r"(?: being)? (?:urged|asked|advised|reminded|encouraged|requested|invited) "
    r"(?:not |never )?to\b"
)
_OPENS = re.compile("|".join(f"(?:{pattern})" for pattern in _SET))
_ASKS = (
    r"\b(?:call(?:s|ed|ing)? (?:up)?on|urge[sd]?|appeal(?:s|ed)? to|begged|asked|implored|"
    r"pleaded with|must|should|ought to|needs? to)\b"
)
_APPEAL = re.compile(
    rf"{_ASKS}(?: [\w’'-]+){{0,8}} (?:come to (?:their|its|his|her|our|your) senses|"
    r"see (?:sense|reason)|do the right thing|get a grip|"
    r"swallow (?:their|its|his|her) pride)\b"
)
"""Whoever reports it, what is asked for is no deed: "called on them to come to their senses"."""

_MARKS = re.compile(r"^[\s\"'“”‘’„«]+")
_JOINING = re.compile(r"^(?:and|but|so|now|well|yes|no|again|finally),? ")
_GOES_ON = re.compile(
    r"\d|[,;:–—.!?] ?(?:and |but |while |so |as |because )?(?:we|the|i|it|he|she|they|our|this|"
    r"that|who|which)\b"
)
_CONTENT = re.compile(r": [“\"„]| that ")


_TO_KNOW = re.compile(
    r"(?:(?:this|these|that|here)(?: is|[’']s| are)|check out|read on for) [^.;:]{0,60}"
    r"\b(?:you|we) (?:all )?(?:need|want|have|should|ought)(?: to)? know\b"
)


def says_no_fact(candidate: Candidate) -> bool:
    """Are these set words: "Our thoughts are with them", "he said: “Enough is enough”"?"""
    if _while_there(candidate) or _TO_KNOW.match(candidate.quote.lower()):
        return True
    if candidate.kind == "attribution":
        said = _CONTENT.split(candidate.statement, maxsplit=1)
        content = _plain(said[1]) if len(said) > 1 else ""
        own = content.startswith("i ")
        if ": “" in candidate.statement and not own and exhorts(content, direct=True):
            return True
        return _GOES_ON.search(content) is None and _set(content)
    return _set(_plain(candidate.quote)) or _advised(candidate)


def _while_there(candidate: Candidate) -> bool:
    """ "[Take a look] while it is there": where is not said."""
    before = candidate.sentence[: candidate.start - candidate.sentence_start]
    return _WHILE.search(before) is not None and _THERE.fullmatch(candidate.statement) is not None


_WHILE = re.compile(r"\b(?:while|when|until|as long as|if) (?:\w+ )?$")
_THERE = re.compile(
    r"(?:[\w’'.-]+ ){1,4}(?:(?:is|are|was|were) |(?<=[’']s )|(?<=[’']re ))(?:still )?(?:there|here)"
)


def _advised(candidate: Candidate) -> bool:
    """ "Drivers are urged to stop and [call the police]": no driver has called."""
    sentence, at = candidate.sentence.lower(), candidate.start - candidate.sentence_start
    urged = _URGED.match(sentence)
    if urged is None or urged.end() > at:
        return False
    return re.search(r",|\b(?:who|which|that|after|because)\b", sentence[urged.end() : at]) is None


def _plain(line: str) -> str:
    return _JOINING.sub("", _MARKS.sub("", line.lower()))


def _set(line: str) -> bool:
    opens = (_OPENS.match(line), _URGED.match(line))
    return any(opens) or _APPEAL.search(line) is not None


_BOUND = (
    r"(?:has|have|needs?)(?: got)? to (?:now )?(?:go|resign|quit|act|stop|end|change|listen|answer|"
    r"learn|respect|understand|reali[sz]e|wake up|step (?:up|down|in|back|aside)|"
    r"do (?:more|better)|(?:come|work|stick) together|take responsibility|"
    r"be (?:stopped|held|heard|done|protected))\b"
)
_NEED = r"needs? to be (?:\w+ly )?\w+(?:ed|en|ne|nt|ught|ld|pt|id|ade|un|ut)\b"
_DUTY = re.compile(
    r"(?:(?!\b(?:that|who|which|if)\b|,).){2,80}\b(?:(?:must|should|ought to)\b(?! have\b)|"
    rf"{_BOUND}|{_NEED}|can(?:not|[’']t) be allowed\b)"
)
_MUST_NOT = re.compile(r"[^.]{2,200}\bmust (?:not be|never)\b")
_RULE = re.compile(r"\d|\b(?:by|before|within|under|until) \w")


def exhorts(statement: str, *, direct: bool) -> bool:
    """Is it only asked for by who said it: "The channel must not be cut off"?

    What names a number, a day or a law is a rule that can be looked up.

    Args:
        statement: What was said.
        direct: In the speaker's own words?
    """
    asked = _DUTY if direct else _MUST_NOT
    return asked.match(statement.lower()) is not None and _RULE.search(statement) is None
