"""What a clause of a tree must be to state a fact."""

from __future__ import annotations

from workbench.propose.gates import _EVALUATING, _HOPING, _NEEDING, _OPINION
from workbench.propose.inflect import past
from workbench.propose.lexicon import (
    ADDING,
    CONDITION,
    FIRST_PERSON,
    HEDGE,
    LEADING,
    NEGATIONS,
    REPORTING,
    SECOND_PERSON,
    word_set,
)
from workbench.propose.semantic.looked_up import counted, does
from workbench.propose.semantic.names import person
from workbench.propose.semantic.selves import thinks
from workbench.propose.tree.agreement import FINITE, finite_form
from workbench.propose.tree.clause import SUBJECTS, Clause
from workbench.propose.tree.cuts import may_be, negated
from workbench.propose.tree.number import is_plural
from workbench.propose.tree.report import asks
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.untold import tabled
from workbench.propose.tree.words import past_tense

_GROUPS = word_set("group pair couple team family number series minority majority")
_FEELINGS = word_set(
    "hope hopes confidence optimism condolences gratitude thanks wish wishes desire"
)
_PUTS = word_set("put puts like likes liked recommend recommends recommended suggested call called")
WISHING = word_set("hope hopes hoped hoping wish wishes wished wishing")
_NONE = frozenset(("neither", "no", "none"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM", "VERB"))
_LIKING = word_set("like love prefer rather hate welcome expect think imagine")
_SHOULD = frozenset(("should", "must", "ought"))
_POINTING = frozenset(("it", "this", "that", "these", "those"))
_PERSONS = frozenset(("they", "he", "she"))
_SURE = frozenset(("they", "we", "these", "those", "both", "i", "you"))
_COLLECTIVE = frozenset(("police", "people", "politics", "economics", "news", "series", "percent"))
_RELATIVE = frozenset(("who", "which", "that", "what", "whose", "whom", "where", "when"))


def states_fact(  # noqa: PLR0911  one per reason
    tree: Tree, clause: Clause, *, saying: bool = False, said: bool = False, direct: bool = False,
    filled: frozenset[int] = frozenset(),
) -> bool:  # fmt: skip
    """Is the clause put as a fact, rather than hoped, wished, advised, asked or thought?

    Args:
        tree: The sentence.
        clause: One of its clauses.
        saying: Is it itself that somebody said something?
        said: Is it what somebody said?
        direct: In the speaker's own words?
        filled: Pronouns that it is known what they stand for.
    """
    head = clause.head
    group = [tree.low[c] for c in tree.only(head, "aux", "aux:pass", "cop", "advmod")]
    group += [tree.low[w] for w in clause.lead] + [tree.low[head]]
    sure = frozenset({"let"}) if direct else _sure_of(tree, clause, said, filled)
    empty = _ever(tree, head) or _seems(tree, head) or _torn_reason(tree, head)
    if any(w in HEDGE - sure for w in group) or tree.low[head] in _HOPING or empty:
        return False
    if clause.kind == "apposition":
        return _same_number(tree, clause)
    own = tree.only(head, *SUBJECTS)
    asked = clause.relative is None and asks(tree, head)
    if asked or (not own and not clause.subject) or tabled(tree, head):
        return False
    if clause.kind in ("main", "said") and not clause.subject and not _finite(tree, head):
        return False
    if clause.kind == "main" and clause.subject and not clause.lead and not _tensed(tree, head):
        return False  # "having failed"
    subject = clause.subject or sorted(tree.below(own[0]))
    if (
        _urged(tree, head)
        or not finite_form(tree, clause)
        or _by_the_way(tree, head)
        or _voices(tree, head)
    ):
        return False
    if (
        _supposed(tree, head)
        or may_be(tree, head)
        or hopefully(tree, head)
        or _leading(tree, clause, saying)
        or _inverted(tree, head, subject)
        or not agrees(tree, clause)
    ):
        return False
    if tree.coarse[subject[0]] == "SCONJ" or (not saying and _verb_first(tree, clause)):
        return False  # a clause that the parser took into the subject; "reports Oe"
    low = [tree.low[w] for w in subject]
    if any(w in SECOND_PERSON for w in low) or (len(low) == 1 and low[0] in _RELATIVE
                                                and clause.relative is None):  # fmt: skip
        return False
    first = any(w in FIRST_PERSON for w in low)
    first = first and subject[0] not in filled  # "I" that is written as a name
    if first and ("i" in low or "will" in group or "'ll" in group or thinks(tree, head)):
        return False
    if _sentential(tree, clause) or _of_nothing(tree, clause):
        return False
    if direct and (
        _points(tree, clause, subject, filled)
        or (first and _first(tree, subject) and not _reports(tree, head))
    ):
        return False
    return saying or not _opinion(tree, head, low, first)


def _supposed(tree: Tree, head: int) -> bool:
    """ "It is likely the mine will shut": the likelihood is left out."""
    above = tree.heads[head]
    inner = above >= 0 and tree.relations[head] in ("ccomp", "csubj") and above < head
    return inner and tree.low[above] in _LIKELY and bool(tree.only(above, "cop"))


def hopefully(tree: Tree, head: int) -> bool:
    """ "Hopefully they can mend it and sell it": both are hoped."""
    while tree.relations[head] == "conj" and not tree.only(head, *SUBJECTS):
        head = tree.heads[head]
    return any(tree.low[c] == "hopefully" for c in tree.only(head, "advmod"))


_LIKELY = word_set("likely unlikely probable possible conceivable doubtful plausible")


def _urged(tree: Tree, head: int) -> bool:
    """ "Drivers are urged to check it", "we call on them to go", "he is hopeful that"."""
    helpers = [tree.low[w] for w in tree.only(head, "aux", "aux:pass")]
    if tree.low[head] == "missed" and "will" in helpers and "be" in helpers:
        return True
    if tree.low[head] in ("optimistic", "hopeful") and tree.only(head, "cop"):
        return True
    asked = tree.low[head] in _ASKED and bool(tree.only(head, "xcomp"))
    if asked and helpers[:1] in (["are"], ["is"]):
        return True
    first = any(tree.low[w] in FIRST_PERSON for w in tree.only(head, *SUBJECTS))
    return first and tree.low[head] in _CALLING and not helpers


_ASKED = word_set("urged asked advised encouraged invited reminded requested")
_CALLING = word_set("call urge appeal ask invite beg demand")


def _sentential(tree: Tree, clause: Clause) -> bool:
    """ "…, which worried him": about what was told, if all there is before it is a person."""
    if clause.relative is None or not any(tree.low[w] == "which" for w in clause.relative.dropped):
        return False
    top = next((w for w in clause.subject if tree.heads[w] not in clause.subject), -1)
    return top >= 0 and person(tree, top, {}) is not None


def _of_nothing(tree: Tree, clause: Clause) -> bool:
    """ "No second plan, which would have closed the street": told of what there is not."""
    if clause.subject and not any(tree.coarse[w] in _NOMINAL for w in clause.subject):
        return True  # "[grew] up, a wooden villa, was built"
    if clause.relative is None:
        return False
    tops = [w for w in clause.subject if tree.heads[w] not in clause.subject]
    if any(tree.low[w] == "another" for w in tops):
        return True  # "in line with another, which aimed to cut it"
    return any(tree.low[w] in NEGATIONS for w in clause.subject)


def _tensed(tree: Tree, head: int) -> bool:
    """Is it no "-ing" form without a verb that helps it?"""
    if tree.fine[head] != "VBG":
        return True
    return any(tree.fine[w] in ("VBZ", "VBP", "VBD") for w in tree.only(head, "aux"))


def _sure_of(tree: Tree, clause: Clause, said: bool, filled: frozenset[int]) -> frozenset[str]:
    """Modal verbs that state something here: what is announced, ruled, or could not be done."""
    head = clause.head
    found = {"let"}  # "were let in"; "let us hope" has no subject before it
    if not said:
        found.add("must")
    subject = [c for s in tree.only(head, *SUBJECTS) for c in tree.children[s]]
    near = [w for c in tree.children[head] for w in (c, *tree.only(c, "advmod", "det"))]
    if any(tree.low[w] in NEGATIONS | _NONE for w in (*near, *subject)):
        found |= {"could"} if said else {"could", "may"}
    if any(tree.low[w] in CONDITION for w in clause.own) or _inverted_condition(tree, clause):
        return frozenset(found | {"would", "could"})  # the condition is told with it
    if _refers(tree, clause, filled):
        return frozenset(found)
    if said:
        found |= {"could", "may", "might"}  # "warned that revenue could fall": a forecast
    if tree.low[head] not in _LIKING:
        found.add("would")  # "said that it would close the plant", "the wage would rise to $4.25"
    return frozenset(found)


def _refers(tree: Tree, clause: Clause, filled: frozenset[int]) -> bool:
    """Is it said of "this", "it" or "I", so that a guess is no forecast?"""
    subject = clause.subject or tree.only(clause.head, *SUBJECTS)
    if len(subject) != 1 or subject[0] in filled:
        return False
    return tree.low[subject[0]] in _POINTING | FIRST_PERSON | {"one"}


def _inverted_condition(tree: Tree, clause: Clause) -> bool:
    """ "Had the vote been tied, …"."""
    return bool(clause.own) and tree.low[clause.own[0]] in ("had", "were", "should")


def _ever(tree: Tree, head: int) -> bool:
    """ "Before they ever knew", "the most it ever sold": no fact without what is around it."""
    words = (w for w in tree.only(head, "advmod") if tree.low[w] == "ever" and w < head)
    return any(tree.low[w - 1] not in ("than", "as", "if", ",") for w in words) and not negated(
        tree, head
    )


def is_wish(tree: Tree) -> bool:
    """Is the whole sentence a hope: "I hope that …", "I think we should …"?"""
    root = tree.root
    if tree.low[root] in WISHING or "hopefully" in tree.low:
        return True
    first = any(tree.low[w] in FIRST_PERSON for w in tree.only(root, *SUBJECTS))
    if (first and tree.low[root] == "confident") or _urged(tree, root):
        return True
    inner = [w for c in tree.only(root, "ccomp") for w in (c, *tree.only(c, "aux"))]
    if first and any(tree.low[w] in _HOPING or tree.low[w] in _SHOULD for w in inner):
        return True
    return first and any(tree.low[w] in _HOPING for w in tree.only(root, "ccomp", "xcomp"))


def _same_number(tree: Tree, clause: Clause) -> bool:
    """ "Bram Oduya" is no "employees", and "new names" are no "group"."""
    if tree.coarse[clause.head] != "NOUN":
        return True
    if tree.low[clause.head] in ("one", "ones") or _figure(tree, clause.head):
        return False  # "buttons, real ones"
    one = any(tree.low[c] in ("a", "an") for c in tree.only(clause.head, "det"))
    several = tree.fine[clause.head] == "NNS"
    top = next((w for w in clause.subject if tree.heads[w] not in clause.subject), -1)
    the = any(tree.low[c] == "the" for c in tree.only(clause.head, "det"))
    common = top >= 0 and tree.fine[top] == "NNS" and tree.fine[clause.head] == "NN"
    # "measles, her own grandmother", "the seats, the panel and the wheel"
    one = one or (common and (the or bool(tree.only(clause.head, "nmod:poss"))))
    plural = is_plural(tree, clause.subject)
    named = top >= 0 and person(tree, top, {}) is not None
    return not (plural and one and tree.low[clause.head] not in _GROUPS) and not (named and several)


def _figure(tree: Tree, noun: int) -> bool:
    """ "Rudiskes, population 61", "the report, page 3": a heading and its number."""
    number = any(c == noun + 1 and tree.coarse[c] == "NUM" for c in tree.children[noun])
    return number and not tree.only(noun, "det", "nmod:poss", "amod")


def _voices(tree: Tree, head: int) -> bool:
    """ "Expressed confidence that the ties would be strengthened": a hope in other words."""
    felt = tree.low[head] in ("expressed", "express", "expresses", "voiced", "conveyed")
    return felt and any(tree.low[c] in _FEELINGS for c in tree.only(head, "obj"))


def _by_the_way(tree: Tree, head: int) -> bool:
    """ "As she liked to say", "as the authors put it": says how, not what."""
    if not any(tree.low[m] == "as" for m in tree.only(head, "mark")):
        return False
    told = tree.low[head] in REPORTING | _PUTS
    return told or not tree.only(head, "obj", "cop", "ccomp", "xcomp", "aux:pass", "obl")


def _torn_reason(tree: Tree, head: int) -> bool:
    """ "Rents rose because charges[, which they set, have soared]": a reason without its verb."""
    cases = [c for noun in tree.only(head, "obl", "nmod") for c in tree.only(noun, "case")]
    return any(tree.low[c] == "because" and tree.low[c + 1 : c + 2] != ["of"] for c in cases)


def _seems(tree: Tree, head: int) -> bool:
    """ "They were aimed, it seemed, at the mayor": nothing is told of "it"."""
    it = [tree.low[s] for s in tree.only(head, *SUBJECTS)] == ["it"]
    content = tree.only(head, "xcomp", "ccomp", "csubj", "advcl", "advmod")
    return it and tree.low[head] in _SEEM and not content


_SEEM = frozenset(("seemed", "seems", "appeared", "appears"))


def _first(tree: Tree, subject: list[int]) -> bool:
    """Is the subject the speaker, and not what is his: "our industrial business"?"""
    tops = [w for w in subject if tree.heads[w] not in subject]
    return any(tree.low[w] in FIRST_PERSON for w in tops)


def _points(tree: Tree, clause: Clause, subject: list[int], filled: frozenset[int]) -> bool:
    """ "It is a dark day", "this shows that": says nothing without what was said before."""
    low = tree.low[subject[0]]
    if len(subject) != 1 or subject[0] in filled:
        return False
    if low in _POINTING | _PERSONS and counted(tree, clause):
        return False
    past = tree.coarse[clause.head] == "VERB" and past_tense(tree, clause.head)
    return low in _POINTING or (low in _PERSONS and not past)


def _reports(tree: Tree, head: int) -> bool:
    """ "We have sent 40 tanks" is a fact, "we are late" and "we have to act" are views."""
    if tree.low[head] in ("have", "need") and tree.only(head, "xcomp"):
        return False
    could = any(tree.low[a] == "could" for a in tree.only(head, "aux"))
    if could and negated(tree, head):
        return True  # "we could not measure it"
    if past_tense(tree, head) or any(tree.coarse[w] == "NUM" for w in tree.below(head)):
        return True
    return does(tree, head)


_CLAIMS = frozenset(("alleging", "claiming"))


def _leading(tree: Tree, clause: Clause, saying: bool) -> bool:
    """Participles that lead in or list rather than state: "compared with", "citing"."""
    low, head = tree.low, clause.head
    makes = low[head] == "making" and any(
        tree.coarse[c] == "PRON" for c in tree.only(head, "obj", "iobj")
    )  # "making it the largest"
    claims = low[head] in _CLAIMS and bool(tree.only(head, "obj"))  # "alleging fraud"
    leads = makes or (low[head] in LEADING | ADDING and not claims)
    return not saying and clause.kind == "participle" and leads


def _inverted(tree: Tree, head: int, subject: list[int]) -> bool:
    """ "Had the contest gone on, …": a condition without "if"."""
    opener = min([head, *tree.only(head, "aux", "aux:pass", "cop")])
    if opener == head or tree.low[opener] not in ("had", "were", "should"):
        return False
    return opener < min(subject) < head and tree.fine[head] != "EX"


def _verb_first(tree: Tree, clause: Clause) -> bool:
    """ "[Helping there] is the low price", "[…,] reports Oe": what is left begins with its verb."""
    opener = next((w for w in clause.own if tree.relations[w] != "cc"), -1)
    group = (clause.head, *tree.only(clause.head, "aux", "aux:pass", "cop"))
    asked = tree.low[opener] in ("had", "were", "should")  # "were prices to fall, …"
    nor = any(tree.low[c] == "nor" for c in tree.only(clause.head, "cc"))  # "nor did it pay"
    that = tree.low[opener : opener + 2] == ["is", "that"]  # "another is that it leaks"
    first = not clause.subject and opener in group and tree.fine[opener] in FINITE
    return first and not (asked or nor or that)


def agrees(tree: Tree, clause: Clause) -> bool:
    """Does a subject that stands elsewhere agree in number with the finite verb?"""
    if not clause.subject or clause.kind == "participle" or clause.lead:
        return True
    if clause.relative is not None and clause.relative.role != "subject":
        return True
    group = [*tree.only(clause.head, "aux", "aux:pass", "cop"), clause.head]
    verb = next((w for w in sorted(group) if tree.fine[w] in ("VBZ", "VBP", "VBD", "MD")), None)
    if verb is None or (tree.fine[verb] == "VBD" and tree.low[verb] not in ("was", "were")):
        return True
    plural = is_plural(tree, clause.subject)
    if tree.fine[verb] == "VBZ" or tree.low[verb] == "was":
        return not plural or (tree.low[clause.subject[-1]] not in _SURE and not _sure(tree, clause))
    return True


def _sure(tree: Tree, clause: Clause) -> bool:
    """Is the subject a plural noun, and not a list or a name, which may count as one?"""
    inside = set(clause.subject)
    top = next(w for w in clause.subject if tree.heads[w] not in inside)
    named = any(tree.coarse[w] == "PROPN" for w in (top, *tree.only(top, "compound", "flat")))
    if tree.only(top, "nummod") and tree.low[top] in _COLLECTIVE:
        return True  # "87 people"
    return not named and tree.fine[top] == "NNS" and tree.low[top] not in _COLLECTIVE


def _opinion(tree: Tree, head: int, subject: list[str], first: bool) -> bool:
    if tree.low[head] == "time" and tree.only(head, "amod"):
        return False  # "it was the first time that"
    if tree.low[head] in _EVALUATING and tree.only(head, "cop"):
        return True  # "dialogue is important"
    asked = tree.only(head, "xcomp") if tree.low[head] in _NEEDING else []
    if any(tree.only(done, "aux:pass") for done in asked):
        return True  # "work needs to be done"
    valued = tree.coarse[head] == "ADJ" and subject == ["it"]
    if valued and tree.only(head, "xcomp", "advcl", "csubj") and tree.only(head, "cop"):
        return True  # "it is too early to say"
    return (
        tree.low[head] in _OPINION | {"possible", "likely", "unlikely"}
        and bool(tree.only(head, "cop"))
        and (first or subject in (["it"], ["this"], ["that"]))
    )


_PROPOSING = word_set("suggest suggests suggested demand demands demanded recommend recommends "
                      "recommended insist insists insisted propose proposes proposed ask asks "
                      "asked request requests requested urge urges urged require requires required "
                      "order ordered see sees saw make makes made let lets help helps helped "
                      "watch watched")  # fmt: skip


def _finite(tree: Tree, head: int) -> bool:
    """Has the predicate a finite verb?"""
    helpers = tree.only(head, "aux", "aux:pass", "cop")
    if not helpers and tree.fine[head] in ("VBN", "VBD") and tree.only(head, "obl:agent"):
        return False  # "a petition signed by 8,400 people"
    if tree.fine[head] in ("VBN", "VB") and not helpers and tree.only(head, *SUBJECTS):
        low, above = tree.low[head], tree.heads[head]
        urged = tree.fine[head] == "VB" and tree.relations[head] == "ccomp" and past(low) != low
        return not (urged and tree.low[above] in _PROPOSING)  # "reopened" taken for a participle
    group = [head, *helpers]
    return any(tree.fine[w] in ("VBD", "VBZ", "VBP", "MD") for w in group)
