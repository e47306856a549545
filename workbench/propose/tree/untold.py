"""Participles that state nothing of the noun or subject before them."""

from __future__ import annotations

from workbench.propose.lexicon import NEGATIONS, TIME_NOUNS, word_set
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.unreal import as_such, going, helped_along, hoped_for

_CHARGED = word_set("accuse accuses accused charged suspected alleged acquitted cleared barred "
                    "banned prevented stopped indicted")  # fmt: skip
_PURSUITS = word_set("difficulty difficulties trouble problem problems experience success fun time "
                     "hours days weeks months years luck career job practice hope")  # fmt: skip
_DUTY = word_set("must should may might could ought would")
_CAUSING = word_set(
    "causing prompting forcing sparking triggering raising meaning allowing reflecting surprising"
)


_SENDING = word_set("sending harming hurting stoking fuelling fueling sparking")
_HINDERING = word_set("stranding delaying disrupting cutting isolating trapping")
_SHEDDING_LIGHT = word_set("underscoring underlining highlighting illustrating exemplifying")
_FELT = word_set("hopes fears doubts fear hope speculation")


_SIMPLE_PAST = word_set(
    "took went came began arose rose fell drove wrote spoke gave grew knew threw saw did "
    "chose broke froze stole swore tore wore woke shook ate flew drew blew sang sank rang ran "
    "swam became forgot"
)


def untold(tree: Tree, participle: int) -> bool:
    """Is it none of the subject's deeds: charged, tried, wanted, or what came of them all?"""
    tests = (
        finite,
        of_some,
        of_level,
        dated,
        unproven,
        listed,
        pursued,
        ensues,
        wanted,
        instead,
        meaning,
        turned,
        spelled_out,
        forecast,
        struck,
        hoped_for,
        helped_along,
        as_such,
        going,
    )
    return any(test(tree, participle) for test in tests)


def spelled_out(tree: Tree, verb: int) -> bool:
    """ "The firm has one aim: selling cars": what the aim is, and nobody has sold one."""
    first = tree.first_word(verb)
    return tree.fine[verb] == "VBG" and first > 0 and tree.words[first - 1].form == ":"


def forecast(tree: Tree, participle: int) -> bool:
    """ "Analysts expect a profit of 3m, helped by exports": nobody was helped yet."""
    above = tree.heads[participle]
    if tree.relations[participle] == "acl" and tree.relations[above] == "obj":
        above = tree.heads[above]
    behind = tree.words[participle - 1].form == "," and 0 <= above < participle
    if not behind or tree.fine[participle] != "VBN" or tree.low[above] not in _FORECASTS:
        return False
    of_verb = tree.relations[participle] in ("advcl", "acl")
    return of_verb and bool(tree.only(above, "obj", "ccomp", "xcomp"))


_FORECASTS = word_set("forecast forecasts forecasting expect expects expected predict predicts "
                      "predicted project projects projected estimate estimates "
                      "anticipate anticipates foresee foresees")  # fmt: skip


def struck(tree: Tree, participle: int) -> bool:
    """ "The plant was bombed, killing three": the plant killed nobody."""
    above = tree.heads[participle]
    killed = tree.low[participle] in _KILLING and tree.relations[participle] == "advcl"
    hit = killed and above >= 0 and tree.low[above] in _STRUCK
    return hit and bool(tree.only(above, "aux:pass"))


_KILLING = word_set("killing injuring wounding hurting maiming")
_STRUCK = word_set("bombed hit struck attacked shelled raided stormed targeted rammed torched "
                   "ambushed destroyed demolished shot evacuated")  # fmt: skip


def instead(tree: Tree, verb: int) -> bool:
    """ "Rather than raise taxes", "instead of paying": what is not done, or done besides."""
    led = {
        tree.low[c] for c in tree.only(verb, "cc", "advmod", "mark", "case", "fixed") if c < verb
    }
    nor = "nor" in led and tree.relations[verb] == "conj" and not tree.only(verb, "nsubj")
    return bool(led & _INSTEAD) or (nor and not tree.only(verb, "nsubj:pass", "expl"))


_INSTEAD = frozenset(("rather", "instead", "besides"))


def meaning(tree: Tree, verb: int) -> bool:
    """ "…, meaning that trains stop", "making it the largest", "compared with 11,000"."""
    if tree.low[verb] in ("making", "giving") and verb + 1 < len(tree.words):
        return tree.low[verb + 1] in _MADE and tree.relations[verb] in ("advcl", "acl", "conj")
    if tree.only(verb, "aux", "aux:pass", "nsubj"):
        return False
    if _itself(tree, verb):
        return True
    left_out = any(tree.low[c] in NEGATIONS for c in tree.only(verb, "advmod"))
    if left_out and tree.low[verb] in ("counting", "including"):
        return True  # "owes 38,000 crowns, not counting interest"
    apart = tree.fine[verb] == "VBG" and tree.words[verb - 1].form == ","
    things = [w for o in tree.only(verb, "obj") for w in (o, *tree.only(o, "nmod", "compound"))]
    summed = tree.low[verb] in _SUMMING and any(tree.low[w] in _TOTALS for w in things)
    above = tree.heads[verb]
    ended = tree.low[verb] in _ENDING and above >= 0 and bool(tree.only(above, "aux:pass"))
    shown = tree.low[verb] in _SHOWING and bool(tree.only(verb, "ccomp"))
    followed = tree.low[verb] == "followed" and tree.low[verb + 1 : verb + 2] == ["by"]
    if followed and tree.words[verb - 1].form == ",":
        return True  # "heard two blasts, followed by gunfire"
    return tree.low[verb] in ("meaning", "compared") or (apart and (summed or ended or shown))


def totalled(tree: Tree, verb: int) -> list[int]:
    """ "…, bringing the total for the year to 90": the total, which was brought to that."""
    things = tree.only(verb, "obj")
    hung = tree.fine[verb] == "VBG" and tree.relations[verb] in ("advcl", "conj")
    if not hung or not things or tree.low[verb] not in SUMMED or things[0] < verb:
        return []
    named = {tree.low[w] for w in (things[0], *tree.only(things[0], "compound"))}
    if not named & _COUNTED or tree.only(verb, "aux", "mark", *_SUBJECT):
        return []
    inside = tree.below(verb)
    for to in range(things[0] + 1, len(tree.words)):
        if to not in inside or tree.coarse[to] == "PUNCT":
            return []
        amount = tree.heads[to]
        if tree.low[to] == "to" and tree.relations[to] == "case" and amount > to:
            numbers = any(tree.coarse[w] == "NUM" for w in range(to + 1, amount + 1))
            return list(range(verb + 1, to)) if numbers else []
    return []


SUMMED = {"bringing": "brought", "taking": "taken", "raising": "raised", "lifting": "lifted",
          "pushing": "pushed"}  # fmt: skip
_COUNTED = word_set("total toll number count tally price cost bill death losses")
_SUBJECT = ("nsubj", "nsubj:pass")


def _itself(tree: Tree, verb: int) -> bool:
    """ "The number fell, bringing it to 90": the number, which brought nothing anywhere."""
    above = tree.heads[verb]
    if tree.low[verb] not in _SUMMING | _LEFT or tree.relations[verb] != "advcl" or above < 0:
        return False
    told = [tree.low[w] for w in tree.only(verb, "obj", "iobj")]
    about = tree.only(above, "nsubj")
    if not about or not told or tree.only(above, "obj", "ccomp", "xcomp") or above > verb:
        return False
    return (told[0], tree.fine[about[0]]) in (("it", "NN"), ("them", "NNS"))


_LEFT = word_set("leaving putting sending")
_SUMMING = word_set("bringing raising taking pushing lifting adding extending")
_TOTALS = word_set("total toll number count tally price prices cost costs prospect prospects hopes "
                   "time times risk weeks days hours pressure doubts concerns lead "
                   "losses")  # fmt: skip
_ENDING = word_set("ending leaving prolonging adding bringing raising costing")
_SHOWING = word_set("suggesting showing indicating implying demonstrating proving")


_MADE = frozenset(("it", "them", "him", "her"))


def turned(tree: Tree, head: int) -> bool:
    """ "…, as is his wife", "nor was his deputy": the same is said of the one behind the verb."""
    helped = tree.only(head, "cop", "aux")
    first = min(helped, default=0)
    led = 0 < first < head and tree.low[first - 1] in ("as", "nor", "neither", "so")
    return led and not tree.only(head, "nsubj", "nsubj:pass", "expl")


def finite(tree: Tree, participle: int) -> bool:
    """ "Oe took a look": a finite verb that was taken for a participle of the noun."""
    hung = tree.relations[participle] == "acl" and not tree.only(participle, "nsubj", "aux")
    return hung and tree.low[participle] in _SIMPLE_PAST


def of_some(tree: Tree, participle: int) -> bool:
    """ "Nine in ten anglers polled by the club": all were polled, and nine are told of."""
    noun = tree.heads[participle]
    if noun < 0 or tree.relations[participle] != "acl" or tree.fine[participle] != "VBN":
        return False
    first = tree.first_word(noun)
    share = tree.low[first + 1 : first + 2] in (["in"], ["of"], ["out"])
    if tree.low[noun] in ("percent", "cent", "%") and tree.only(noun, "nmod"):
        return True  # "56 percent of the phones bought by firms": all of those were
    return share and tree.coarse[first] == "NUM" and first + 1 < noun


def dated(tree: Tree, participle: int) -> bool:
    """ "His longest drought since joining Ley": since when, and nothing that the drought did."""
    marks = {tree.low[m] for m in tree.only(participle, "mark", "case")}
    above = tree.heads[participle]
    clock = above >= 0 and tree.coarse[above] == "NUM" and ":" in tree.words[above].form
    if clock and tree.relations[participle] == "acl":
        return True  # "goals in the final 4:29 forced extra time"
    if tree.low[participle] in ("ended", "ending") and tree.relations[participle] == "acl":
        return tree.low[above] in TIME_NOUNS | {"half", "period"}  # "the quarter ended June 30"
    return tree.relations[participle] == "acl" and bool(marks & {"since", "after", "before"})


def of_level(tree: Tree, participle: int) -> bool:
    """ "30cm below the level reached in 2007": which level it was, and no news of "the level"."""
    noun = tree.heads[participle]
    if noun < 0 or tree.relations[participle] != "acl" or tree.low[noun] not in _LEVELS:
        return False
    own = tree.only(noun, "amod", "compound", "nummod", "nmod", "nmod:poss")
    the = any(tree.low[c] == "the" for c in tree.only(noun, "det"))
    return the and not own and participle == noun + 1 and tree.low[participle] in _REACHED


_LEVELS = word_set("level rate figure number amount total pace price sum low high peak")
_REACHED = word_set("reached recorded seen set posted reported paid registered measured forecast "
                    "predicted expected achieved spent raised needed required")  # fmt: skip


def unproven(tree: Tree, participle: int) -> bool:
    """ "Accused of putting work first, taking her along": what they are accused of, too."""
    if tree.fine[participle] != "VBG":
        return False
    above = tree.heads[participle]
    while above >= 0 and tree.fine[above] == "VBG" and tree.low[above] not in _CHARGED:
        above = tree.heads[above]
    return 0 <= above < participle and tree.low[above] in _CHARGED


def listed(tree: Tree, participle: int) -> bool:
    """ "May include helping staff, supporting them and cutting noise": a list of doings."""
    above = tree.heads[participle]
    if above < 0 or tree.fine[participle] != "VBG" or tree.relations[participle] != "advcl":
        return False
    doings = (c for c in tree.children[above] if above < c < participle)
    return tree.low[above] in _INCLUDING and any(tree.fine[c] == "VBG" for c in doings)


_INCLUDING = word_set("include includes included involve involves involved mean means meant "
                      "entail entails entailed")  # fmt: skip


def pursued(tree: Tree, participle: int) -> bool:
    """ "Had difficulties getting across": what somebody else tried."""
    above = tree.heads[participle]
    bare = tree.relations[participle] == "acl" and tree.fine[participle] == "VBG"
    return bare and above >= 0 and tree.low[above] in _PURSUITS


def wanted(tree: Tree, participle: int) -> bool:
    """ "Must work with them while keeping a cool view", "could be shut, cutting off 900 people"."""
    above = tree.heads[participle]
    if above < 0 or tree.fine[participle] != "VBG" or tree.relations[participle] != "advcl":
        return False
    while _aimed(tree, above) and not tree.only(above, "aux"):
        above = tree.heads[above]  # "may choose to buy less, hurting sales"
    if _planned(tree, above):
        return True  # "is due to close, putting 600 jobs at risk"
    could = [tree.low[c] for c in tree.only(above, "aux")]
    said = tree.relations[above] != "acl:relcl"  # "the most that it can levy, taking it to 9"
    return any(w in _DUTY or (w == "can" and said) for w in could)


def _aimed(tree: Tree, verb: int) -> bool:
    """ "Must work to advance it while keeping a cool view": all of it is what they must do."""
    if tree.relations[verb] == "xcomp":
        return True
    to = any(tree.fine[m] == "TO" for m in tree.only(verb, "mark"))
    return to and tree.relations[verb] == "advcl" and tree.heads[verb] >= 0


def _planned(tree: Tree, verb: int) -> bool:
    """ "Is expected to spread", "plans to build": not done yet, and perhaps never."""
    within = verb
    while tree.relations[within] == "xcomp" and tree.heads[within] >= 0:
        within = tree.heads[within]
    ahead = tree.low[within] in _PLANS and bool(tree.only(within, "xcomp"))
    ahead = ahead or any(tree.low[c] == "due" and c < verb for c in tree.children[verb])
    return ahead or (tree.low[verb] in _PLANS and any(tree.low[m] == "to" for c in
                     tree.children[verb] for m in tree.only(c, "mark")))  # fmt: skip


_PLANS = word_set("due set expected scheduled forecast predicted likely plans plan planned "
                  "planning intends intend hopes hope wants want aims aim vowed promised agreed "
                  "threatened")  # fmt: skip


def ensues(tree: Tree, participle: int) -> bool:
    """ "…, leading to a run of goals": all of it led to that, and no single thing in it."""
    if tree.fine[participle] != "VBG" or tree.words[participle - 1].form != ",":
        return False
    led = tree.low[participle] in ("leading", "resulting") and (
        not tree.only(participle, "obj") or bool(tree.only(participle, "xcomp"))
    )  # "leading the firm to cut its price"
    felt = [tree.low[c] for c in tree.only(participle, "obj")]
    led = led or tree.low[participle] in _SENDING or bool(set(felt) & _FELT)
    above = tree.heads[participle]
    done = above >= 0 and bool(tree.only(above, "aux:pass"))
    led = led or tree.low[participle] in _SHEDDING_LIGHT
    led = led or (done and tree.low[participle] in _HINDERING)
    if tree.low[participle] == "costing" and above >= 0:
        led = led or not tree.only(above, "obj")  # "the mill closed, costing 300 jobs"
    causing = tree.low[participle] in _CAUSING
    return led or (causing and (done or (above >= 0 and _measured(tree, above))))


def _measured(tree: Tree, verb: int) -> bool:
    """ "Prices rose 3 per cent, prompting calls": that they rose did, and not the prices."""
    about = {tree.low[s] for s in tree.only(verb, "nsubj")}
    told = {tree.low[w] for w in tree.below(verb) if w > verb}
    changed = tree.low[verb] in _CHANGED and not tree.only(verb, "obj")
    return changed and bool(about & _MEASURES or told & _SHARES)


_CHANGED = word_set("risen fallen grown shrunk rose fell climbed dropped jumped plunged soared "
                    "slid shrank grew increased "
                    "decreased declined tumbled slumped surged slowed eased rise fall")  # fmt: skip
_MEASURES = word_set(
    "prices price inflation sales profit profits revenue rates exports imports "
    "output unemployment demand costs rents wages turnout temperatures"
)
_SHARES = word_set("cent percent % points")


def tabled(tree: Tree, verb: int) -> bool:
    """ "Ann Oe 6 steals.": a row of a table."""
    row = tree.fine[verb] == "VBZ" and verb > 1 and len(tree.words) <= _ROW
    return row and tree.words[verb - 1].form.isdigit() and tree.coarse[verb - 2] == "PROPN"


_ROW = 8  # words


def told_to(tree: Tree, verb: int) -> bool:
    """ "Only Oe will be there, but expect a fight": whoever reads it is told to."""
    bare = tree.fine[verb] == "VB" and not tree.only(verb, *_HELPED)
    but = any(tree.low[c] == "but" for c in tree.only(verb, "cc"))
    above = tree.heads[verb]
    denied = any(tree.low[c] in NEGATIONS for c in tree.children[above])
    return tree.relations[verb] == "conj" and bare and but and not denied


_HELPED = ("nsubj", "nsubj:pass", "csubj", "expl", "aux", "aux:pass", "cop", "mark")
