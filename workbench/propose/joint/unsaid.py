"""What a sentence does not state, though it says it: denied, hoped, supposed, or a condition."""

from __future__ import annotations

from workbench.propose.lexicon import NEGATIONS, REPORTING, SAY, word_set
from workbench.propose.semantic.gates import WISHING
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.cuts import conditional, loose, may_be, negated, past, was
from workbench.propose.tree.events import called
from workbench.propose.tree.report import by_nobody, promised
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.untold import meaning, told_to

_RELATIVES = ("acl:relcl", "advcl:relcl", "advcl")
_DENYING = word_set("deny denies denied denying doubt doubts doubted refuse refuses refused fail "
                    "fails failed")  # fmt: skip
_MAYBE = word_set("would could might may should")
_BELIEVING = word_set("believe believes think thinks worry worries worried fear fears feared "
                      "suspect suspects suspected imagine imagines thought wonder "
                      "wonders believed assumed supposed presumed feared expect "
                      "bet bets betting gambling wagering hoping guessing")  # fmt: skip
_SUPPOSING = word_set("likely unlikely probable doubtful crucial important vital essential "
                      "necessary possible conceivable desirable assume suppose imagine "
                      "pretend")  # fmt: skip


def unsaid(tree: Tree, word: int) -> bool:
    """Does a word stand under what is denied, hoped, supposed, or a condition?"""
    while tree.heads[word] >= 0:
        if _open(tree, word):
            return True
        if _told_besides(tree, word):
            return False
        word = tree.heads[word]
    return False


def _open(tree: Tree, word: int) -> bool:
    """Is what a word says left open by what it hangs on, and how?"""
    relation, above = tree.relations[word], tree.heads[word]
    if _supposed(tree, word) or _conditioned(tree, word) or _whenever(tree, word):
        return True
    if may_be(tree, word) or _guessed(tree, word):
        return True
    if relation in ("ccomp", "xcomp", "csubj") and _doubted(tree, word):
        return True
    if relation in _RELATIVES and _in_case(tree, word):
        return True
    if relation in _TOLD_OF and _of_any(tree, word):
        return True
    nothing = any(tree.low[c] in NEGATIONS for c in tree.only(above, "det"))
    return nothing and relation.startswith("acl")


def _told_besides(tree: Tree, clause: int) -> bool:
    """ "If it works in the trial, scheduled for May, …": so whatever is supposed of the trial.

    So is what is told of a name: "denied that he knew Oe, who left".
    """
    named = tree.coarse[tree.heads[clause]] == "PROPN" and tree.relations[clause] == "acl:relcl"
    return (
        named
        or _reason(tree, clause)
        or (tree.relations[clause] in ("acl", "acl:relcl") and loose(tree, clause))
    )


def _reason(tree: Tree, clause: int) -> bool:
    """ "Asked if she would wait, since the cat was ill": it was, whatever is asked; not what
    somebody only believes.
    """
    marks = {tree.low[m] for m in tree.only(clause, "mark")}
    if tree.relations[clause] != "advcl" or not marks & _REASONS or not loose(tree, clause):
        return False
    above = tree.heads[clause]
    while above >= 0:
        if tree.low[above] in _BELIEVING:
            return False
        above = tree.heads[above]
    return bool(tree.only(clause, *SUBJECTS)) and tree.first_word(clause) > 0


_REASONS = word_set("since because although though")


def _guessed(tree: Tree, clause: int) -> bool:
    """ "It may have begun after a lamp fell over": perhaps none did."""
    above = tree.heads[clause]
    marks = {tree.low[m] for m in tree.only(clause, "mark", "advmod")}
    maybe = any(tree.low[a] in ("may", "might") for a in tree.only(above, "aux"))
    timed = tree.relations[clause] == "advcl" and bool(marks & _TIMES)
    return timed and maybe and 0 <= above < clause and not loose(tree, clause)


_TIMES = word_set("after when as once before")
_TOLD_OF = ("acl", "acl:relcl", "advcl:relcl")


def _of_any(tree: Tree, clause: int) -> bool:
    """ "Those who refuse", "all goods sold in May", "what he called a mistake": of what there may
    be, and no fact; nor is "the hall, after which it will be locked" told of the hall.
    """
    noun = tree.heads[clause]
    after = any(tree.low[w] == "which" and tree.low[w - 1] in ("after", "since")
                for w in tree.below(clause) if w)  # fmt: skip
    if tree.fine[noun] == "WP" or after or called(tree, noun):
        return True  # "called it a betrayal that shamed the nation"
    if loose(tree, clause) or tree.coarse[noun] not in ("NOUN", "PRON", "DET"):
        return False
    above = tree.heads[noun]
    maybe = above >= 0 and any(tree.low[a] in _MAYBE for a in tree.only(above, "aux"))
    if maybe and tree.relations[noun] == "obj" and not was(tree, clause):
        return True  # "may have a device that reads sealed letters"
    number = tree.relations[noun] == "nmod" and tree.low[above] in _NUMBERS
    if number and any(tree.low[c] == "of" for c in tree.only(noun, "case")):
        return True  # "the number of policymakers who wanted a cut"
    first = {tree.low[c] for c in tree.only(noun, "det", "amod", "nmod:poss", "advmod")}
    bare = tree.fine[noun] == "NNS" and not tree.only(noun, "det", "nmod:poss", "nummod")
    bare = bare and tree.relations[noun] != "appos" and not _told_once(tree, clause)
    return bool(first & _ALL) or tree.low[noun] in _ALL or bare


def _told_once(tree: Tree, clause: int) -> bool:
    """ "Records obtained by the Echo show", "nurses who were on their way were hurt": no rule."""
    if tree.only(clause, "obl:agent"):
        return True
    above = tree.heads[clause]
    if _of_some(tree, above) and tree.coarse[clause] == "VERB":
        return True
    relative = tree.relations[clause] == "acl:relcl" and tree.relations[above] in SUBJECTS
    if relative and tree.coarse[tree.heads[above]] == "ADJ":
        return False  # "people who slept less were more likely to"
    while tree.heads[above] >= 0 and tree.coarse[above] != "VERB":
        above = tree.heads[above]
    done = tree.relations[clause] == "acl" and tree.fine[clause] in ("VBN", "VBD")
    return (done or past(tree, clause)) and was(tree, above)


def _of_some(tree: Tree, noun: int) -> bool:
    """ "Men working at the fort have found it", "people who live there say": just those who did."""
    verb = tree.heads[noun]
    if tree.relations[noun] not in SUBJECTS or verb < 0 or tree.coarse[verb] != "VERB":
        return False
    helped = [tree.low[a] for a in tree.only(verb, "aux")]
    says = not helped and tree.fine[verb] in ("VBP", "VBD") and tree.low[verb] in SAY
    done = helped[:1] in (["have"], ["had"]) and tree.fine[verb] == "VBN"
    return (says or done) and not tree.only(verb, "aux:pass")


_NUMBERS = word_set("number numbers proportion share percentage majority minority rate")
_ALL = word_set("all every each most any no only such many few those anyone anybody everyone "
                "everybody one ones somebody someone")  # fmt: skip


def _conditioned(tree: Tree, word: int) -> bool:
    """ "If it opens", "did not say when it opens"."""
    above = tree.heads[word]
    silent = tree.low[above] in SAY and negated(tree, above)
    return tree.relations[word] == "advcl" and (silent or conditional(tree, word))


def _whenever(tree: Tree, word: int) -> bool:
    """ "When the lungs react", "before they charge", "failed at mending it"."""
    noun = tree.heads[word]
    if tree.fine[word] == "VBG" and not tree.only(word, "aux"):
        led = {tree.low[m] for m in tree.only(word, "mark", "case")}
        awaited = "before" in led and (tree.fine[noun] == "VBG" or _ahead(tree, noun))
        led &= _LEADING
        return bool(awaited or led) and not tree.only(word, *SUBJECTS)
    ranked = any(tree.low[c] in _RANKED for c in tree.only(noun, "amod"))
    if tree.relations[word] == "acl:relcl" and ranked:
        return True  # "the first time they will tour together in 25 years", "the best he had"
    marks = {tree.low[m] for m in tree.only(word, "mark", "advmod")}
    if tree.relations[word] != "advcl" or not marks & (_WHEN | {"after"}):
        return False
    if not marks & _WHEN:
        return _ahead(tree, noun) and not past(tree, word)  # "after they have been freed"
    open_ = marks & {"before", "until", "till"}  # "before they have gone home"
    return not was(tree, word) or ((open_ or _ahead(tree, noun)) and not past(tree, word))


def _ahead(tree: Tree, verb: int) -> bool:
    """ "Will be lifted [once it has been contained]"."""
    helped = {tree.low[c] for c in tree.only(verb, "aux", "mark", "cop")}
    return bool(helped & {"will", "'ll", "would", "to", "can", "must"})


_RANKED = word_set("first second third last only next biggest largest best worst hardest youngest "
                   "oldest highest lowest greatest most")  # fmt: skip
_WHEN = word_set("when whenever before until till once")
_LEADING = word_set("at on of from to for about against without than with rather instead between")


def _supposed(tree: Tree, word: int) -> bool:
    """ "Whether it will", "look as if it had", "as Oe reports", "evidence that it has"."""
    marks = [tree.low[m] for m in tree.only(word, "mark")]
    if told_to(tree, word) or any(m in _OPEN_MARKS for m in marks) or marks[:2] == ["as", "if"]:
        return True
    if "as" in marks and tree.low[word] in REPORTING and tree.relations[word] == "advcl":
        return not tree.only(word, "xcomp", "ccomp", "obj")  # "as Oe decided to go" tells it
    noun = tree.low[tree.heads[word]]
    return tree.relations[word] == "acl" and "that" in marks and noun not in _CERTAIN


_OPEN_MARKS = word_set("whether like lest than unless if")
_CERTAIN = word_set("fact news announcement decision ruling announcements finding findings")


def _doubted(tree: Tree, content: int) -> bool:
    """ "Denied that", "did not say that", "it is crucial that"."""
    above = tree.heads[content]
    if tree.low[above] in _SUPPOSING:
        return tree.relations[content] != "xcomp"
    if tree.relations[content] == "ccomp" and (_no_report(tree, above) or _asked(tree, above)):
        return True
    if tree.relations[content] == "ccomp" and promised(tree, content):
        return True
    could = [tree.low[c] for c in tree.only(above, "aux")]
    supposed = tree.low[above] in _BELIEVING or any(w in _MAYBE for w in could)
    if tree.relations[content] == "ccomp" and tree.low[above] not in SAY and supposed:
        return True  # "they think that it", "it would mean that it"
    denied = any(tree.low[c] in NEGATIONS for c in tree.only(above, "advmod"))
    denied = denied or by_nobody(tree, above)
    doubted = denied or tree.low[above] in _DENYING | WISHING
    return doubted and tree.relations[content] != "csubj"


def _no_report(tree: Tree, above: int) -> bool:
    """ "Rumours spread that", "evidence to conclude that", "until it is sure that"."""
    felt = tree.low[above] in _SPREADING and any(
        tree.low[s] in _RUMOURS for s in tree.only(above, *SUBJECTS)
    )
    within = tree.relations[above] == "acl" and bool(tree.only(above, "mark"))
    sure = tree.low[above] in _SURE and any(tree.low[m] in _UNTIL for m in tree.only(above, "mark"))
    seems = meaning(tree, above) and tree.low[above] != "meaning"  # "suggesting that"
    return felt or within or sure or seems


def _asked(tree: Tree, finding: int) -> bool:
    """ "Urged the court to find that the rules go too far": it has not found so yet."""
    to = any(tree.fine[m] == "TO" for m in tree.only(finding, "mark"))
    above = tree.heads[finding]
    asked = tree.relations[finding] == "xcomp" and tree.low[above] in _ASKING
    return to and asked and tree.low[finding] in _RULING


_ASKING = word_set("urge urges urged ask asks asked want wants wanted beg begged press pressed "
                   "invite invited persuade persuaded")  # fmt: skip
_RULING = word_set("find rule hold decide declare conclude accept believe agree")
_SPREADING = word_set("spread spreading spreads grew growing grow grows mounted mounting mount "
                      "faded fading fade circulated circulating circulate persist persisted "
                      "swirled emerged rose arose")  # fmt: skip
_RUMOURS = word_set("rumours rumour rumors rumor fears fear hopes hope concern concerns worries "
                    "speculation suspicion suspicions doubts doubt talk")  # fmt: skip
_SURE = word_set("sure certain convinced satisfied confident clear")
_UNTIL = frozenset(("until", "till", "unless", "if", "before", "once"))


def _in_case(tree: Tree, verb: int) -> bool:
    """ "…, in which case the naps would be harmless"."""
    return any(tree.low[w - 1] == "which" and tree.low[w] == "case" for w in tree.below(verb) if w)
