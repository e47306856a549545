"""Closed word lists that the English clause rules go by."""

from __future__ import annotations

import re


def word_set(text: str) -> frozenset[str]:
    """The words of a string."""
    return frozenset(text.split())


BE = word_set("be is are was were been being am 's 're 'm")
HAVE = word_set("have has had having 've 'd")
DO = word_set("do does did")
NEGATIONS = word_set("not n't never no neither nor")

SAY_BASE = (
    "say tell add announce state claim report note argue insist stress warn declare confirm "
    "deny admit acknowledge explain write tweet post allege accuse suggest reveal estimate "
    "assert maintain emphasize emphasise reiterate observe comment remark reply respond "
    "recall conclude testify point promise pledge predict vow caution agree contend disclose "
    "complain boast concede quip lament counter continue specify clarify remind assure inform "
    "notify calculate grumble fume retort rebut affirm underline underscore mention signal hint "
    "swear certify joke proclaim exclaim accept indicate"
)
_IRREGULAR = {
    "say": "says said", "tell": "tells told", "write": "writes wrote", "deny": "denies denied",
    "reply": "replies replied", "admit": "admits admitted", "testify": "testifies testified",
    "swear": "swears swore sworn", "stress": "stresses stressed", "specify": "specifies specified",
    "clarify": "clarifies clarified", "notify": "notifies notified",
    "certify": "certifies certified", "rebut": "rebuts rebutted",
}  # fmt: skip


def _forms(base: str) -> list[str]:
    if base in _IRREGULAR:
        return _IRREGULAR[base].split()
    past = base + "d" if base.endswith("e") else base + "ed"
    return [base + "s", past]


SAY = (
    frozenset(form for base in SAY_BASE.split() for form in _forms(base))
    | word_set("wrote saying adding telling")
    | word_set(SAY_BASE)
)
QUANTIFYING = word_set("more less fewer at up nearly almost about roughly only just around over")
# whose object hears
TELL = word_set(
    "tell tells told remind reminds reminded assure assures assured inform informs informed notify "
    "notifies notified"
)
# verbs that make a tag of a sentence ("…, he said") and are hardly used otherwise there
TAG = SAY - word_set(
    "accuses accused maintains maintained posts posted reports agrees agreed counters accepts "
    "mentions signals hints certifies certified calculates "
    "indicates deny denies denied"
) | word_set("reported posted agreed")
ADDING = word_set(
    "saying adding noting warning stressing arguing insisting explaining claiming stating "
    "suggesting reiterating pointing alleging"
)
# participles that lead in or list rather than state
LEADING = word_set(
    "speaking saying asked citing calling using including according following regarding "
    "concerning depending starting given asking referring responding commenting writing "
    "being adding noting compared related excluding owing beginning ranging dating judging"
)
THINK = word_set(
    "think thinks thought believe believes believed hope hopes hoped know knows knew feel feels "
    "felt fear fears feared expect expects expected find finds found show shows showed showed "
    "indicate indicates indicated mean means meant prove proves proved see saw learn learned "
    "understand decide decided rule ruled order ordered propose proposed demand demanded "
    "recommend recommends recommended request requests requested urge urges urged require requires "
    "required demands proposes orders hear heard doubt doubts doubted wish wishes wished "
    "assume assumes assumed consider considers considered"
)
# what a fact is learnt by: the clause under it is stated as a fact
FACTIVE = word_set(
    "show shows showed shown find finds found prove proves proved reveal reveals revealed learn "
    "learned know knows knew known confirm confirms confirmed indicate indicates indicated "
    "discover discovers discovered rule ruled mean means meant"
)
REPORTING = SAY | THINK | FACTIVE
HEDGE = word_set(
    "should must ought shall let hope hopes hoping hoped wish wishes wishing may might could "
    "would perhaps maybe hopefully"
)
SUB_SURE = word_set(
    "although though because if unless whereas whether lest albeit provided providing while when "
    "whilst whenever once where wherever"
)
SUB_MAYBE = word_set("after before since until till as than like so except given")
CONDITION = word_set("if unless whether lest provided providing")
CONTRAST = word_set("although though whereas while")

WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = word_set(
    "january february march april may june july august september october november december "
    "jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec."
)
TIME_NOUNS = word_set(
    "year years month months week weeks day days decade decades century centuries hour hours "
    "minute minutes morning evening afternoon night weekend summer winter spring autumn fall "
    "season quarter second seconds time today yesterday tomorrow tonight"
)
MEASURES = word_set("percent cent % points point degrees kilometers kilometres pence")
MONEY = word_set("dollars pounds euros crowns yen rupees francs pesos roubles rubles yuan rand "
                 "shillings cents pence $ £ €")  # fmt: skip
TIME_DETERMINERS = word_set("last this next every each that earlier later all one")
LINKS = word_set("however meanwhile moreover also therefore thus nevertheless nonetheless instead "
               "furthermore besides additionally still yet and but so or indeed then")  # fmt: skip
FIRST_PERSON = word_set("i me my myself we us our ours ourselves let's")
SECOND_PERSON = word_set("you your yours yourself")
TITLES = word_set(
    "mr mr. mrs mrs. ms ms. dr dr. president minister secretary chairman chairwoman director "
    "mayor governor senator judge general chief spokesman spokeswoman spokesperson professor "
    "king queen prince princess chancellor commissioner ambassador captain colonel officer "
    "coach manager sheriff analyst scientist researcher author lawyer secretary-general leader "
    "head prime vice former first foreign finance interior defence defense chief founder owner "
    "engineer economist executive lawmaker councillor deputy premier det insp supt sgt pc ch "
    "dci inspector superintendent detective constable sergeant lieutenant cllr coun prof rev "
    "sir dame lord lady miss cmdr. rep. sen. gov. gen. lt. col. capt. adm. maj. sgt. hon. rev. rt. "
    "prof. det."
)
PEOPLES = re.compile(r"(?:an|ish|ese|[aeiou]?qi|[lr]i|nch|eek|tch|wiss|zech)$")
"""How adjectives of peoples end, which keep their capital: "Norwegian", "Iraqi"."""
ORGANISATION = word_set(
    "company firm alliance agency bank group union club team council ministry party court "
    "organisation organization university hospital school government commission committee "
    "airline charity museum institute association federation bloc corporation operator maker "
    "regulator board department network factory newspaper chain retailer office authority startup "
    "giant conglomerate broadcaster insurer lender carmaker automaker producer supplier"
)
# what happens; owns nothing
EVENTS = word_set(
    "accident attack avalanche blackout blast blaze bombing collapse collision crash cyclone "
    "derailment disaster earthquake epidemic eruption explosion fire flood hurricane kidnapping "
    "landslide massacre murder outage outbreak quake raid riot robbery shooting stabbing stampede "
    "storm strike tornado tsunami typhoon wildfire"
)
# what "we" do in words alone: "we stand by our decision", "we are looking into it"
PROFESSING = word_set(
    "stand respect support understand remain welcome need want love trust regret continue "
    "strive value recognise recognize encourage face reject refuse look believe appreciate "
    "acknowledge accept admire aim appeal applaud ask aspire call care celebrate cherish condemn "
    "congratulate demand deplore deserve do doubt embrace endeavour endeavor enjoy ensure expect "
    "feel fight hate hope imagine insist intend know like listen mean mind miss "
    "note object oppose owe pledge praise pray prefer pride promise realise realize "
    "recommend remember salute say see stick stress strongly suggest sympathise "
    "sympathize talk thank think try urge view wish wonder worry agree disagree argue "
    "assure commend commit consider deny maintain prioritise prioritize "
    "working looking doing trying hoping fighting talking striving asking calling aiming "
    "seeking learning thinking urging hearing seeing feeling facing continuing monitoring "
    "encouraging"
)
