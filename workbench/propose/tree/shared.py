"""What two joined predicates share: auxiliaries before both, a verb that governs both."""

from __future__ import annotations

from workbench.propose.lexicon import BE, DO, HAVE, word_set
from workbench.propose.tree.tree import Tree

_INTRANSITIVE = word_set(
    "consisted belonged occurred happened appeared remained arrived emerged existed disappeared "
    "intended planned hoped wanted refused decided tried failed managed continued began promised "
    "died lived stayed vanished collapsed participated met flopped lasted struggled faltered "
    "succeeded prevailed suffered rose fell grew dropped climbed soared plunged slumped surged "
    "resigned retired apologised apologized travelled traveled returned departed joined competed "
    "featured included contained lacked cost became seemed sounded looked thrived flourished "
    "languished lingered proved ranked appealed responded replied reacted complained"
)
# "was sold in 2016 and closed in 2019": true without "was", too, unless somebody did it
_BY_ITSELF = word_set(
    "closed opened reopened ended started expanded moved changed merged sank burned burnt split"
)


_PARTICIPLES = word_set(
    "been done gone seen taken given gotten written broken driven eaten fallen known shown spoken "
    "stolen thrown forgotten hidden chosen frozen grown flown drawn begun worn torn sworn risen "
    "shaken forbidden ridden withdrawn undergone mistaken overthrown"
)  # that are no past tense as well


def gapped(tree: Tree, head: int, child: int) -> bool:
    """ "Four were killed and nine wounded": with a subject of its own, but without its "were"."""
    subject = tree.only(child, "nsubj", "nsubj:pass")
    helped = [tree.low[c] for c in tree.only(child, "aux", "aux:pass", "cop")]
    if helped == ["been"]:  # "two have died and six been taken to hospital"
        has = any(tree.low[c] in HAVE for c in tree.only(head, "aux"))
        return has and bool(subject) and subject[0] < child
    if helped or not tree.only(head, "aux:pass"):
        return False
    ahead = any(tree.fine[c] == "MD" for c in tree.only(head, "aux"))
    if tree.only(child, "obj"):  # "will be shut and its workers offered jobs"
        return tree.low[child] in _HANDED and ahead and bool(subject) and subject[0] < child
    done = tree.fine[child] == "VBN" or (
        tree.fine[child] == "VBD"
        and (
            bool(tree.only(child, "nsubj:pass"))
            or tree.low[child] in _EITHER | _DONE_TO
            or _became(tree, child)
        )
    )
    return done and bool(subject) and subject[0] < child


def second_infinitive(tree: Tree, head: int, own: list[int]) -> tuple[list[int], list[int]] | None:
    """ "Was ordered to open its store and to pay a fine": its words once for each of the two."""
    for first in tree.only(head, "xcomp"):
        for second in tree.only(first, "conj"):
            whole = all(tree.only(verb, "obj", "obl") for verb in (first, second))
            if tree.fine[second] != "VB" or not whole or first < head:
                continue
            later, words = tree.below(second), set(own)
            mark = set() if tree.only(second, "mark") else set(tree.only(first, "mark"))
            rest = words - tree.below(first) | (words & later) - set(tree.only(second, "cc")) | mark
            return sorted(words - later), sorted(rest)
    return None


def shared_auxiliaries(tree: Tree, head: int, child: int) -> list[int]:
    """Auxiliaries of ``head`` that a bare form after "and" shares, with their "not"."""
    if bare_be(tree, child):  # "will leave in May and be replaced", "have asked and been refused"
        been = any(tree.low[c] == "been" for c in tree.only(child, "aux", "aux:pass", "cop"))
        helping = tree.only(head, "aux")
        done = [c for c in helping if tree.fine[c] == "MD" or (been and tree.low[c] in HAVE)]
        return done + (_denials(tree, head, child) if done else [])
    form = _form(tree, head, child)
    if form == "VBD":
        return []
    denials = _denials(tree, head, child)
    shared = [
        c
        for c in tree.children[head]
        if c < head
        and (
            tree.relations[c] in ("aux", "aux:pass")
            or c in denials
            or (form == "VBN" and tree.relations[c] == "cop")
            or _is_to_be(tree, c)
        )
    ]
    if form == "VBN" and _broad(tree, head, child, shared):
        return shared
    own = all(tree.low[c] in ("was", "were") for c in shared) and _by_itself(tree, child)
    if own or (form == "VBN" and _not_done(tree, head, child)):
        return []
    if form == "VB" and not any(tree.fine[c] == "MD" or tree.low[c] in DO for c in shared):
        return []  # "were formed in 1887 and play": a present tense
    return shared


def _is_to_be(tree: Tree, word: int) -> bool:
    """ "Is [to] be sold and shut": between what both verbs share."""
    inside = tree.fine[word] == "TO" and 0 < word < len(tree.words) - 1
    return inside and tree.low[word + 1] == "be" and tree.low[word - 1] in BE


def _broad(tree: Tree, head: int, child: int, shared: list[int]) -> bool:
    """ "[Were] broad and carried out badly", "[is] old and owned by Oe": by others than itself."""
    links = [c for c in shared if tree.relations[c] == "cop" and tree.low[c] in _LINKS]
    if not links or tree.coarse[head] != "ADJ" or tree.fine[child] != "VBN":
        return False
    done = bool(tree.only(child, "obl:agent")) or tree.low[child] in _CARRIED
    return done and not tree.only(child, "obj", "ccomp", "xcomp")


_LINKS = frozenset(("is", "are", "was", "were"))
# what nothing does by itself
_CARRIED = word_set(
    "carried built made designed planned organised organized handled managed owned "
    "used priced packed filled covered stocked equipped furnished decorated "
    "lit written produced executed conducted enforced applied based located"
)


def hedged(tree: Tree, head: int, child: int) -> list[int]:
    """ "Allegedly hit him and took his phone": took it allegedly, too."""
    above = [c for c in tree.only(head, "advmod") if c < head and tree.low[c] in _HEDGES]
    return [] if any(tree.low[c] in _HEDGES for c in tree.only(child, "advmod")) else above


_HEDGES = frozenset(("allegedly", "reportedly", "purportedly", "supposedly"))


def _denials(tree: Tree, head: int, child: int) -> list[int]:
    """The "not" of the first verb, where it denies the second, too: no "not moved but closed"."""
    if any(tree.low[c] == "but" for c in tree.only(child, "cc")):
        return []
    return [c for c in tree.children[head] if c < head and tree.low[c] in ("not", "n't")]


def _not_done(tree: Tree, head: int, child: int) -> bool:
    """ "Was built in 1990 and attracted visitors": a past tense, in spite of its form."""
    if tree.fine[head] != "VBN" or tree.low[child] in _INTRANSITIVE:
        return True
    if tree.low[child] == "lost" and _beaten(tree, child):
        return True
    acts = tree.only(child, "obj") and tree.only(head, "aux:pass")
    return bool(acts) and not _received(tree, child)


def _beaten(tree: Tree, lost: int) -> bool:
    """ "[Were bowled out for 187] and lost by 96 runs", "and lost 2-1": they were beaten."""
    by = any(
        tree.low[c] == "by" and (tree.only(o, "nummod") or tree.coarse[o] == "NUM")
        for o in tree.only(lost, "obl", "obl:agent") for c in tree.only(o, "case")
    )  # fmt: skip
    return by or (lost + 1 < len(tree.words) and tree.words[lost + 1].form.isdigit())


def _form(tree: Tree, head: int, child: int) -> str:
    """The form of the second verb: often a participle that was taken for a past tense."""
    form = tree.fine[child]
    if any(tree.low[c] == "being" for c in tree.only(child, "aux:pass")):
        return "VBG"  # "is being cleaned and currently being painted"
    if form != "VBD":
        return form
    if tree.low[child] in _PARTICIPLES or _would_have(tree, head, child):
        return "VBN"
    if not tree.only(head, "aux:pass"):
        return form
    bare = not tree.only(child, "obj", "ccomp", "xcomp")
    become = (bare and _either(tree, child)) or _became(tree, child)
    return "VBN" if become or _received(tree, child) else form


def _either(tree: Tree, verb: int) -> bool:
    """Is the form a past tense and a participle alike?"""
    return tree.low[verb].endswith("ed") or tree.low[verb] in _EITHER


# what nobody does by himself, so that "one freed" was freed
_DONE_TO = word_set(
    "injured wounded killed arrested detained freed jailed charged questioned released fined "
    "convicted sentenced acquitted rescued evacuated damaged destroyed cancelled suspended sacked "
    "hospitalised hospitalized deported expelled displaced searched raided seized looted"
)


def _became(tree: Tree, verb: int) -> bool:
    """ "Found dead", "left homeless": by nobody who is named, so that nobody found or left."""
    if tree.only(verb, "obj", "ccomp"):
        return False
    return tree.low[verb] == "found" or (
        tree.low[verb] == "left" and bool(tree.only(verb, "xcomp"))
    )


def _would_have(tree: Tree, head: int, child: int) -> bool:
    """ "Would have banned smoking and raised the limit": neither came about."""
    helped = tree.only(head, "aux")
    could = any(tree.fine[c] == "MD" for c in helped) and any(tree.low[c] == "have" for c in helped)
    joined = any(tree.low[c] in ("and", "or") for c in tree.only(child, "cc"))
    return could and joined and _either(tree, child)


_EITHER = word_set("sold held cut put sent built made bought taught brought shot told caught paid "
                   "let lost kept spent")  # fmt: skip


def _received(tree: Tree, verb: int) -> bool:
    """ "[Was summoned,] handed a note and told to leave": nobody is named who got it or heard it.

    But "was built in 1990 and attracted visitors" and "was fined and paid the sum".
    """
    if tree.only(verb, "iobj"):
        return False
    things = tree.only(verb, "obj")
    if tree.low[verb] in _CHARGING:
        return any(tree.coarse[o] in ("SYM", "NUM") for o in things)
    if tree.low[verb] in _ASKED:
        return not things and bool(tree.only(verb, "xcomp", "ccomp"))
    if tree.low[verb] in _PARTICIPLES & _HANDED:
        return bool(things)  # "was fined and given six points"
    new = any(tree.low[c] in ("a", "an") for o in things for c in tree.only(o, "det"))
    return tree.low[verb] in _HANDED and new and not any(
        tree.low[c] == "to" for o in tree.only(verb, "obl") for c in tree.only(o, "case")
    )  # fmt: skip


_CHARGING = word_set("fined docked")  # "was jailed and fined $25,000"
_ASKED = word_set("told asked ordered forced allowed warned advised urged invited")
_HANDED = word_set("handed given shown awarded offered denied granted promised refused assigned")


def bare_be(tree: Tree, verb: int) -> bool:
    """ "[Will step down and] be replaced", "[have asked and] been refused": what no verb helps."""
    helped = tree.only(verb, "aux", "aux:pass", "cop")
    return [tree.low[c] for c in helped] in (["be"], ["been"])


def _by_itself(tree: Tree, child: int) -> bool:
    """Did it happen at a time or place of its own, by nobody: "sold in 2016 and closed in 2019"?"""
    own = tree.only(child, "obl", "obl:unmarked", "obl:agent", "advmod", "advcl")
    done = any(tree.low[c] == "by" for w in own for c in tree.only(w, "case"))
    return tree.low[child] in _BY_ITSELF and bool(own) and not done
