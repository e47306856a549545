"""What people say in their own words and state nothing by: judgements, comfort, boasts, sayings.

It goes by the words of a claim that stands in quotation marks, so that it is the same for all
engines. What names a number, a date or a law is left: it can be looked up.
"""

from __future__ import annotations

import re

from workbench.propose.candidate import Candidate
from workbench.propose.lexicon import PROFESSING

_MARKED = re.compile(r"\d|[$£€%]|(?<=\w )May\b")
_LOOKED_UP = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|"
    r"hundreds?|thousands?|dozens?|millions?|billions?|half|third|quarter|first|second|fourth|fifth|"
    r"last time|since|january|february|april|june|july|august|september|october|november|"
    r"december|(?<!above the )laws?|treaty|constitution|contract|because)\b"
)
_IS = (
    r"(?: is|[’']s| are|[’']re| was| were|(?: has| have|[’']s|[’']ve) been| will be| would be)"
    r"(?:n[’']t)?(?: (?:not|just|really|such|truly|simply|so|very|all|absolutely|quite|also|still|"
    r"always|certainly|clearly|obviously|definitely|nothing but|nothing short of))*"
)
_THERE = r"there(?:[’']s| is| are|[’']re)(?: absolutely| simply| just| still| really| always)*"
_ABOUT = r"[^,;:]{1,60}?"
_JUDGED = (
    r"(?:amazing|incredible|fantastic|brilliant|wonderful|awesome|superb|unbelievable|overwhelming|"
    r"magnificent|phenomenal|sensational|terrific|fabulous|marvellous|marvelous|lovely|"
    r"awful|terrible|horrible|dreadful|appalling|disgusting|disgraceful|shameful|outrageous|"
    r"ridiculous|absurd|ludicrous|crazy|sickening|heartbreaking|unacceptable|inexcusable|"
    r"unforgivable|intolerable|bittersweet|priceless|second to none|beyond words)"
)
_GLAD = (
    r"(?:heartbroken|devastated|gutted|delighted|thrilled|honoured|honored|humbled|grateful|"
    r"speechless|lucky|blessed|over the moon|proud|pleased|ready|confident|hopeful|excited|"
    r"in this together|in the same boat)"
)
_PRAISED = (
    r"(?:great|good|fantastic|wonderful|brilliant|terrible|amazing|incredible|proud|sad|tremendous|"
    r"superb|terrific|awful|horrible|lovely|perfect|remarkable|extraordinary|outstanding|excellent|"
    r"tough|difficult|exciting|magnificent|disappointing|frustrating|special|"
    r"loving|caring|kind|generous|gentle|beautiful|devoted)"
)
_TERM = (
    r"(?:step (?:in the (?:right|wrong) direction|too far|forward|back(?:wards?)?)|"
    r"slap in the face|kick in the teeth|wake-?up call|game[- ]changer|dream come true|no-brainer|"
    r"roller-?coaster|breath of fresh air|drop in the ocean|tip of the iceberg|"
    r"(?:bitter|body|hammer) blow|disgrace|farce|joke|shambles|mess|tragedy|nightmare|travesty|"
    r"outrage|insult|betrayal|scandal|(?:victory|triumph|defeat|win|recipe) for|"
    r"(?:credit|asset|tribute|testament|inspiration) to|inspiration|legend|hero(?:es)?|"
    r"gentlem[ae]n|class act|blessing|privilege|hono[u]?r|pleasure|relief|shame|pity|miracle|"
    r"success|disappointment|achievement|boost|mistake|sham\b|disaster|"
    r"no-win|matter of (?:life|principle|fairness|trust|common sense|pride)|"
    r"question of (?:when|trust|fairness|principle)|beauty of|"
    r"(?:day|moment|night|time|occasion|week) for (?:all|every\w+|us|our|the (?:whole )?"
    r"(?:country|nation|club|city|town|world|industry|game|fans?|people|family|community))\b)"
)
_BEST = (
    r"(?:(?:top|number one|first|highest|absolute|main|greatest|biggest)(?: and \w+)? "
    r"(?:priority|concern|asset|strength|focus)|future|lifeblood|backbone)"
)
_SAYINGS = (
    r"""
ball is in (?:\w+[’']s|their|his|her|our|your) court
devil is in the
tip of the iceberg
light at the end of the
clock is ticking
time is running out
(?:common sense|rule book) has gone out of the
(?:is|was) (?:always )?one too many
(?:whole|entire) (?:life|lives|future) ahead of
touched (?:so many|many|countless|the lives)
(?:lit|lights?|lighted) up (?:a|the|every|any) room
smile on (?:his|her|their) face
heart of gold
(?:a|the) big(?:gest)? heart
loved by (?:all|every\w+)
be (?:sorely|sadly|greatly|deeply|dearly|so) missed
(?:legacy|memory|spirit) (?:will )?(?:always )?lives? on
dark clouds? (?:hangs?|is hanging|has hung)
atmosphere (?:is|was) electric
justice (?:has been|was|is) (?:served|done)
history will (?:judge|show|remember)
eyes of the world
world is watching
numbers don[’']t lie
talk is cheap
brings? (?:people|us|everyone|communities) (?:all )?together
finds? a way$
life goes on
money is(?:n[’']t| not) everything
only get (?:better|worse)
door is always open
the future is (?:bright|ours|now|here|looking)
sky[’']?s? (?:is )?the limit
best is (?:still )?yet to come
long way to go
feet on the ground
(?:situation|everything) is under control
get any (?:better|worse)
never (?:seen|known|experienced|witnessed) anything (?:like|quite)
change (?:your|our) lives?
(?:worst|best|greatest|finest|proudest|happiest|saddest) \w+ of (?:my|our|his|her) (?:lif|liv|car)
(?:the|our|my|your|his|her|their) best \w+ (?:yet|ever|so far)$
(?:do|does|did|done|doing) (?:a|an|such an?) (?:\w+ )?_PRAISED job
sends? (?:out )?(?:a|the) (?:very )?(?:clear|strong|powerful|wrong|right) (?:message|signal)
(?:some|a sense of|a measure of) closure
begin to heal
bring (?:him|her|them|my \w+|our \w+) back$
at the heart of (?:everything|what|all)
in (?:our|my) hearts
leaves? a (?:\w+ )?(?:hole|void|gap)
above the law$
one of a kind
out of touch
way we (?:live|work|think|travel|shop|eat|communicate)
love letter to
(?:backbone|lifeblood|heart and soul|cornerstone|life and soul) of
(?:much|far|a lot|even|so much) (?:better|worse|harder|easier)$
pulled together$
makes? no sense
message is (?:clear|simple)
""".strip()
    .replace("\n", "|")
    .replace("_PRAISED", _PRAISED)
)
_TALK = (
    rf"{_ABOUT}\b(?:deserve[sd]?|owe it to)\b",
    r"(?:every\w*(?: \w+)?|all \w+|people|the (?:public|people)|we|they|you|families|victims|"
    r"parents|patients|children|residents|voters|fans|citizens|women|workers) (?:has|have) "
    r"(?:got )?(?:a|the|every) right to (?:know|be|feel|expect|live|demand|ask|decide|say|an? |"
    r"answers|the truth)",
    rf"{_THERE} no (?:place for|words|excuses?|justification|substitute for|shame|denying|question|"
    r"doubt|going back|turning back|point in|magic|silver|quick fix|easy|such thing)",
    rf"{_THERE} nothing (?:like|better|worse|more|to (?:hide|fear|celebrate))",
    rf"{_THERE} (?:much|a lot(?: more)?|lots|plenty|more) (?:of )?(?:hard )?(?:work )?(?:left )?"
    r"to (?:be done|do\b|learn|play for)",
    rf"{_THERE} (?:(?:a )?light at|room for improvement|only so much|always hope)",
    rf"{_ABOUT}{_IS} {_JUDGED}(?! (?:for|to|that|by)\b)[^,;]{{0,30}}$",
    rf"(?:i|we){_IS}(?: feeling| never been)?(?: more| too)? {_GLAD}\b(?! by\b)",
    rf"{_ABOUT}{_IS} (?:(?:a|an|the|my|our|their|one|real|true|complete|total|absolute|huge|big|"
    r"great|massive|utter|bit of|kind of|sort of|historic|proud|sad|dark|very|\w+al|\w+ing) ){1,4}"
    rf"{_TERM}",
    rf"{_ABOUT}{_IS} (?:(?:an?|the|one of the|some|my|our)(?: \w+ly)? )?{_PRAISED} \w+$",
    rf"{_ABOUT}{_IS} (?:an?|the|one of the)(?: \w+ly)? {_PRAISED} \w+ (?:for|to|and|of|in|from)\b",
    rf"{_ABOUT}{_IS} (?:(?:our|my) {_BEST}|the (?:top|number one|highest) priority|"
    r"the future$)\b",
    rf"{_ABOUT} (?:shows?|reflects?|underlines?|demonstrates?|highlights?|underscores?) "
    r"(?:our|the|their|its) (?:\w+ )?(?:confidence|commitment|determination|dedication|passion|"
    r"importance|spirit)\b",
    rf"{_ABOUT} (?:works?|worked|(?:has|have|[’']ve) worked|(?:is|are) working)"
    r"(?: \w+ly| so| very)? (?:hard|tirelessly)\b",
    rf"{_ABOUT} (?:gave|give|gives|given) (?:it )?(?:everything|(?:their|our|his|her) all)"
    r"(?:$| (?:for|out)\b| (?:they|we|he|she) (?:had|could)\b)",
    rf"{_ABOUT} (?:showed|shown|show|shows) (?:\w+ ){{0,3}}(?:character|spirit|heart|courage|"
    r"class|resilience|quality)$",
    rf"{_ABOUT} (?:means?|meant) (?:so much|a lot|everything|the world|a great deal) to\b",
    rf"{_ABOUT} (?:makes?|made) for (?:grim|sobering|interesting|uncomfortable|difficult) reading",
    rf"{_ABOUT} (?:speaks?|spoke) (?:for (?:itself|themselves)|volumes)",
    r"at the end of the day,",
    rf"[^,;]{{0,40}}\b(?:{_SAYINGS})",
    r"(?:they|he|she)(?:[’']re|[’']s| are| is| was| were)(?: such| a| an| really| just| very)* "
    rf"(?:nice|decent|funny|{_PRAISED})(?: \w+)?(?: and \w+)*$",
    r"(?:it|this|that)(?: is|[’']s| was| has been|[’']s been)"
    r"(?: \w+ly| not| never| always| just| all| so| very| such)* "
    r"(?:an? |about |like |what |why |how |nice|good|great|bad|hard|easy|tough|sad|time|up to)"
    r"(?!.* (?:who|which|that)\b)",
    r"(?:this|that|it) (?:feels|hurts$|breaks (?:my|our|your|the) heart|goes without|"
    r"(?:just )?goes to show)\b",
)
_OPENS = re.compile("|".join(f"(?:{pattern})" for pattern in _TALK))
_PROFESS = f"(?:{'|'.join(sorted(PROFESSING))})(?<!working(?= (?:at|in|as|for) ))"
_OF_US = (
    rf" (?!do not|do n|don[’']){_PROFESS}",
    r"(?: (?:are|am)|[’'](?:re|m))(?:n[’']t)?(?: (?:all|also|always|just|not|so|very|\w+ly))* "
    rf"(?:{_PROFESS}|aware|committed|equal|united|determined|convinced|sure|certain|clear|sorry|sad|"
    r"happy|glad|open|keen|prepared|conscious|mindful|here|fine|good|ok|well|better)",
    r" can(?:not|[’']t)?(?: and will| all| just| only| now)* (?:be|go on|allow|do|get|build|afford|"
    r"win|achieve|overcome|beat|rely|count|work|learn|make|move)",
    r" have (?:a|an|the) (?:great|good|strong|big|fantastic|wonderful|clear|duty|responsibility|"
    r"long|proud|real|right|plan|chance|opportunity)",
    r" take (?:.{1,40} seriously|pride|responsibility)",
    r" work (?:closely|hard|tirelessly|together|with)",
    r"(?: are|[’']re) going to (?:be|do|fight|give|have|keep|need|try|win)",
    r" live in (?:\w+ )?(?:times|world|society|days)",
    r"(?: need|(?: have|[’']ve) got) to",
    r" have to (?:be|do|get|make|take|keep|find|look|win|learn|accept|act|ensure|improve|remember|"
    r"try|focus|stop|start|change|stand|fight|go on|continue|respect|face|see|show|think|"
    r"understand|believe|ask|listen)",
    r" play for each other",
)
_OURS = re.compile(
    r"(?:i|we)(?: (?:all|also|always|both|just|still|\w+ly))*"
    rf"(?:{'|'.join(f'(?:{pattern})' for pattern in _OF_US)})\b"
)
_JOINING = re.compile(r"^(?:and|but|so|now|well|yes|no|again|look|obviously),? ")
_AT_MARK = re.compile('[“”"]')


def in_quotes(candidate: Candidate) -> bool:
    """Does it stand within quotation marks that the sentence opens?"""
    before = candidate.sentence[: candidate.start - candidate.sentence_start]
    marks = _AT_MARK.findall(before)
    return bool(marks) and (marks[-1] == "“" or (marks[-1] == '"' and len(marks) % 2 == 1))


def is_talk(candidate: Candidate, *, direct: bool) -> bool:
    """Is it only judged, praised, mourned or promised by who says it: "The fans were amazing"?

    Args:
        candidate: What is claimed.
        direct: Is it in the speaker's own words?
    """
    if candidate.kind == "attribution":
        _, _, said = candidate.statement.partition(": “")
        return _GOES_ON.search(said) is None and _idle(said, said)
    told = candidate.kind == "clause" and candidate.attributed_to is not None
    return told and direct and _idle(candidate.statement, candidate.quote)


_GOES_ON = re.compile(r"[;–—.!?] |,? (?:and|but|while|so|as|after|when|who|which|that) ")


def _idle(statement: str, quote: str) -> bool:
    """Is it talk by the words of the statement, or by those of the text, where "we" is still so?"""
    line, own = (_JOINING.sub("", text.lower()) for text in (statement, quote))
    if _MARKED.search(statement) or _LOOKED_UP.search(line):
        return False
    return _OPENS.match(line) is not None or _OURS.match(own) is not None
