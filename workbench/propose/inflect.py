"""English verb forms for statements: "killing" → "killed" or "kills"."""

from __future__ import annotations

import re

from workbench.propose.lexicon import word_set

_PAIRS = (
    "beat/beat bind/bound bid/bid bite/bit blow/blew burst/burst creep/crept dig/dug flee/fled "
    "forgive/forgave freeze/froze hang/hung mistake/mistook spin/spun spring/sprang sting/stung "
    "swear/swore swing/swung wake/woke "
    "be/was become/became begin/began break/broke bring/brought build/built buy/bought "
    "catch/caught choose/chose come/came cost/cost cut/cut deal/dealt do/did draw/drew "
    "drink/drank drive/drove eat/ate fall/fell feed/fed feel/felt fight/fought "
    "find/found fly/flew forbid/forbade forget/forgot get/got give/gave go/went "
    "grow/grew have/had hear/heard hide/hid hit/hit hold/held hurt/hurt keep/kept "
    "know/knew lay/laid lead/led leave/left lend/lent let/let lie/lay lose/lost "
    "make/made mean/meant meet/met pay/paid put/put quit/quit read/read ride/rode "
    "ring/rang rise/rose run/ran say/said see/saw seek/sought sell/sold send/sent "
    "set/set shake/shook shoot/shot shrink/shrank shut/shut sing/sang sink/sank sit/sat "
    "sleep/slept slide/slid speak/spoke spend/spent split/split spread/spread "
    "stand/stood steal/stole stick/stuck strike/struck sweep/swept swim/swam take/took "
    "teach/taught tear/tore tell/told think/thought throw/threw understand/understood "
    "undergo/underwent arise/arose bear/bore wear/wore win/won withdraw/withdrew write/wrote "
    "overthrow/overthrew overtake/overtook outdo/outdid rebuild/rebuilt repay/repaid "
    "retake/retook foresee/foresaw offset/offset bet/bet cast/cast broadcast/broadcast cling/clung "
    "shed/shed thrust/thrust slay/slew weave/wove wind/wound grind/ground weep/wept kneel/knelt "
    "light/lit breed/bred bleed/bled speed/sped strive/strove forsake/forsook befall/befell "
    "behold/beheld beset/beset bend/bent"
)
IRREGULAR_PAST: dict[str, str] = {
    base: form for base, _, form in (pair.partition("/") for pair in _PAIRS.split())
}
_NO_E = word_set(
    "visit limit edit exhibit deposit audit exit hit orbit profit benefit train gain "
    "remain contain maintain obtain explain retain detain sustain repair appear clear "
    "hear fear wear bear tear repeat treat cheat eat beat defeat seat heat greet meet "
    "treat claim feel look work book cook break speak leak peak soak seek kick pick "
    "attack lack pass discuss focus process address access press cross miss join "
    "point appoint aid raid avoid plead lead head spread load upload recruit sit cut "
    "put set run plan begin win shut plot ban boom happen open listen determin "
    "threaten weaken widen soften loosen strengthen develop stop drop keep help sleep "
    "leap reap ship rob grab stab join cool pool pull fail sail mail reveal deal "
    "focus bias canvas murmur debut bloat pilot riot ballot pivot ruin float gloat combat "
    "format repeat scan appeal heal seal bring sing hang belong allow follow"
)
_E_WORDS = word_set(
    "mak tak com giv hav liv leav mov los clos clos us clos caus rais increas decreas "
    "releas purchas promis advis chang charg urg merg surg forc reduc produc announc "
    "plac replac fac rac trad invad decid provid includ exclud conclud guid divid rid "
    "hid writ unit invit cit quot vot devot promot execut contribut distribut "
    "institut prosecut scor stor restor ignor explor fir hir retir requir acquir "
    "inspir expir secur injur ensur measur captur featur prepar compar shar declar "
    "car observ serv reserv preserv receiv achiev believ prov approv improv remov "
    "driv arriv surviv reviv strik tak shak wak lik stok evok provok revok nam blam "
    "fram tim resum assum consum welcom complet delet compet creat hop escap shap rop "
    "typ wip tap fil pil styl rul schedul handl settl tumbl doubl tripl enabl battl "
    "struggl nois seiz pris analys rescu issu argu valu continu pursu fin lin combin "
    "becom overcom recit incit bit excit ignit not tast wast past adher interfer "
    "interven conven wan pip breath seeth teeth bath sooth manufactur oppos consol postpon massacr "
    "inquir examin determin imagin defin declin phon clon mandat evacuat damag manag "
    "encourag engag expedit brows stag voyag pledg challeng arrang rang exchang plung"
)


def base_of_ing(word: str) -> str:
    """The base form of an -ing form: "killing" → "kill", "making" → "make"."""
    stem = word[:-3]
    if stem in _ODD:
        return _ODD[stem]
    if stem in _E_WORDS:
        return stem + "e"
    if stem in _NO_E or len(stem) < 3:
        return stem
    if stem.endswith("ck") and stem in _CK:
        return stem[:-1]
    if stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        return stem[:-1] if stem[-1] not in "lsfz" or _DOUBLED_L.fullmatch(stem) else stem
    return stem + "e" if _SILENT_E.search(stem) else stem


_ODD = {"add": "add", "us": "use", "su": "sue", "di": "die", "dy": "die", "ly": "lie", "ty": "tie",
        "quizz": "quiz", "ag": "age"}  # fmt: skip
_CK = word_set("panick picnick mimick traffick frolick")
_DOUBLED_L = re.compile(
    r"(?!inst|out|over|under|rec|bef|appa|ref|res|ret|unr|enthr)[^aeiou]*[aeiou]+[^aeiou]+[aeiou]ll"
)
_SILENT_E = re.compile(
    r"(?:^[^aeiou]+[aiouy]p|[^e]at|iz|[aeiou]z|c|v|dg|[bcdfgkptz]l|rg|u|[aeiou]s|ns|rs|[^aeiou][aeiou]k|ua?d|"
    r"[^aeiou][aio]d|[^aeiou][aiou]b|[^aeiou][au]m|[^a]im|[^aeo]il|[^aeo]ul|[^aeiou]ir|[^aeo]ur|"
    r"[^aeiou]ar|[^aeou]in|[^aeo]un|[^aeo]ut|[^aeou]ot|[^aeiou]ag)$"
)
"""How stems end that lost an "e": "describ", "ris", "smil"."""


def past(base: str) -> str:
    """The simple past of a base form."""
    odd = _irregular(base)
    if odd is not None:
        return odd
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"
    if base.endswith("ic"):
        return base + "ked"  # "panicked"
    if base in _DOUBLING or _SHORT_VOWEL.fullmatch(base):
        return base + base[-1] + "ed"
    return base + "ed"


def _irregular(base: str) -> str | None:
    """ "Bid", and so "outbid"; "oversaw", "withheld"."""
    if base in IRREGULAR_PAST:
        return IRREGULAR_PAST[base]
    before = _PREFIX.match(base)
    rest = IRREGULAR_PAST.get(base[before.end() :]) if before is not None else None
    return before[0] + rest if before is not None and rest is not None else None


_PREFIX = re.compile(r"(?:out|over|under|up|with|mis|inter|re(?!lay)|un)(?=..)")
_SHORT_VOWEL = re.compile(r"[^aeiou]*[aeiou][bdfgklmnprtvz]")  # "cap": "capped"
_DOUBLING = word_set(
    "stop drop plan ban rob grab stab ship plot permit admit commit submit refer occur "
    "fulfil enrol unzip prefer transfer control cancel equip slam trap wrap drag beg jam "
    "regret rebut acquit outwit format overlap kidnap allot abet remit omit emit transmit recap "
    "overstep outfit refit retrofit propel compel expel repel rebel dispel excel patrol incur "
    "recur concur deter defer infer confer unplug outstrip outgun underpin"
)  # fmt: skip


def third_person(base: str) -> str:
    """The present form with he, she or it."""
    special = {"be": "is", "have": "has", "do": "does", "go": "goes"}.get(base)
    if special:
        return special
    if base.endswith(("s", "sh", "ch", "x", "z")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def takes_an(word: str) -> bool:
    """ "An effective way", "an hour", "an MP", but "a European", "a one-off": by its sound."""
    if word[:2].isupper() and word[:2].isalpha():
        return word[0] in "AEFHILMNORSX"
    return _VOWEL.match(word) is not None


_VOWEL = re.compile(
    r"(?!eu|ewe|once|one\b|uni(?!n|m)|us[aeiu]|ut[aei]|ubi|ur[aio]n)[aeiou]"
    r"|hour|honou?r|honest|heir|8|1[18]\b",
    re.IGNORECASE,
)


def possessive(name: str, several: bool) -> str:
    """ "Ann Oe's", "James's", "the nurses'": who owns what follows, ``several``: more than one."""
    last = name.rsplit(maxsplit=1)[-1]
    if last.endswith(("'s", "’s")):
        return name  # "the monks of St Aidan's"
    plain = several or (last.islower() and not last.endswith(("ss", "us", "is")))
    return name + ("'" if name.endswith("s") and plain else "'s")
