"""Where the antecedent goes in a relative clause."""

from __future__ import annotations

from typing import NamedTuple

from workbench.propose.lexicon import MEASURES, MONTHS, SAY, TIME_NOUNS, WEEKDAYS, word_set
from workbench.propose.tree.cuts import loose, meanwhile, negated, newly_told, news
from workbench.propose.tree.parts import part_of
from workbench.propose.tree.telling import tells
from workbench.propose.tree.tree import Tree

_LEADS = word_set("led leads means meant resulted results prompted prompts sparked sparks")
_SHOWS = word_set("suggests suggested indicates indicated implies implied underlines underlined "
                  "explains explained")  # fmt: skip
_TELLING = word_set(
    "report study survey data figures findings results analysis research evidence document paper "
    "statement letter poll review audit test tests trial book article index theory model"
)
_TIMED = frozenset(("after", "before", "during", "since", "by", "in", "on"))
_DEEPEST = 4
_DIGITS = 4  # of a year
_PARTICLES = frozenset(("up", "down", "out", "off", "over", "away", "back"))
_ON = {"off": "on", "onto": "on", "along": "on"}
_PORTIONS = word_set("part parts side sides area areas stretch stretches half most some section "
                     "sections bank banks slopes top")  # fmt: skip
_SPOTS = word_set("site spot scene point junction crossing station stop summit entrance gate "
                  "checkpoint corner")  # fmt: skip
_WHERE = frozenset(("in", "on", "at", "near", "inside", "outside", "across"))


class Relative(NamedTuple):
    """``role``: subject, object, owner, share, place, part, or bare: told without its noun.

    share: of what it owns, as in "most of whose people".

    ``dropped``: the pronoun and its words.

    ``gap`` is the verb whose object it is, where that is an infinitive: "refused to extend".
    """

    role: str
    dropped: tuple[int, ...]
    preposition: str = ""
    gap: int = -1


def outcome(tree: Tree, verb: int, noun: int) -> bool:
    """ "Began a feud with Ann Oe, which led to a match": what happened led to it, and not she."""
    if _denied(tree, verb, noun):
        return True
    if not any(tree.low[w] == "which" for w in tree.only(verb, "nsubj", "nsubj:pass")):
        return False
    low, of = tree.low[verb], tree.low[noun]
    shows = low in _SHOWS and of not in _TELLING  # "are of a southern type, which suggests that"
    felt = low in _FELT or _harder(tree, verb)  # "was moved to noon, which upset some fans"
    timed = of in TIME_NOUNS | MONTHS | WEEKDAYS and low in _EFFECTS
    near = max([w for w in tree.only(verb, "nsubj") if tree.low[w] == "which"], default=0) - 2
    if near > noun and low in _LEADS and (_year(tree, near) or tree.low[near] in MONTHS | WEEKDAYS):
        return True  # "failed to pay its players in 2014, which led to a fine"
    year = len(tree.words[noun].form) == _DIGITS and _year(tree, noun)
    timed = timed or (year and not tree.only(verb, "cop"))  # "in 2015, which led to"
    denied = tree.heads[noun] >= 0 and negated(tree, tree.heads[noun])
    unhad = denied and low in _LEADS | {"lead", "cause"}  # "do not get salt, which can lead to"
    done = low in _CAUSES and tree.relations[noun] == "obj" and _purpose(tree, tree.heads[noun])
    if shows or felt or timed or unhad or done:
        return True
    if of in MEASURES:  # "rises by 4 per cent, which adds £87 to the bill"
        return not tree.only(verb, "cop")
    return tree.coarse[noun] == "PROPN" and low in _LEADS


def _purpose(tree: Tree, verb: int) -> bool:
    """ "Uses waves to heat the skin, which causes pain": that it is heated does."""
    return tree.relations[verb] == "advcl" and any(
        tree.fine[m] == "TO" for m in tree.only(verb, "mark")
    )


_CAUSES = _LEADS | {"lead", "cause", "causes", "caused", "creates", "created"}


def _denied(tree: Tree, verb: int, noun: int) -> bool:
    """ "Accused Arl of arming the rebels, which Arl denies": it denies that it did."""
    which = any(tree.low[o] == "which" for o in tree.only(verb, "obj"))
    return which and tree.low[verb] in _DENIES and tree.low[noun] not in _CHARGES


def parted(tree: Tree, head: int) -> bool:
    """Does the relative clause stand for itself? Also "…, a doctor who was not involved"."""
    noun = tree.heads[head]
    return (
        loose(tree, head)
        or bool(tree.only(head, "cc"))
        or newly_told(tree, noun)
        or news(tree, noun, head)
        or meanwhile(tree, head)
    )


def _harder(tree: Tree, verb: int) -> bool:
    """ "…, which made it harder to trace them"."""
    it = any(
        tree.low[o] == "it"
        for o in (
            *tree.only(verb, "obj"),
            *(
                s
                for x in tree.only(verb, "xcomp", "ccomp")
                for s in tree.only(x, "nsubj", "obj", "expl")
            ),
        )
    )
    return tree.low[verb] in ("made", "makes", "make") and it


_DENIES = word_set("denies denied deny rejects rejected reject disputes disputed dispute")
_CHARGES = word_set("claim claims allegation allegations accusation accusations charge charges "
                    "report reports suggestion suggestions offer offers plan plans demand demands "
                    "account proposal version")  # fmt: skip
_FELT = word_set("upset upsets angered angers annoyed surprised surprises shocked shocks delighted "
                 "worried worries pleased pleases disappointed stunned")  # fmt: skip
_EFFECTS = word_set("hurt hurts fuelled fueled ruined confused left meant made helped caused cost")
_SPANNING = frozenset(("since", "until", "till", "from", "by", "before", "after"))


def time_of(tree: Tree, verb: int, head: int) -> tuple[Relative, list[int]] | None:
    """ "In May, when most are shut": the clause happens at the time before the comma."""
    when = next((c for c in tree.only(verb, "advmod", "mark") if tree.low[c] == "when"), -1)
    if when < 2 or tree.words[when - 1].form != ",":
        return None
    for phrase in tree.only(head, "obl", "obl:unmarked"):
        words = sorted(tree.below(phrase) - tree.below(verb))
        words = [w for w in words if tree.coarse[w] != "PUNCT" or w < when - 1]
        timed = any(tree.low[w] in TIME_NOUNS | MONTHS | WEEKDAYS or _year(tree, w) for w in words)
        if words and words[-1] == when - 2 and timed and words[-1] - words[0] == len(words) - 1:
            spanning = tree.low[words[0]] in _SPANNING  # "since 2015, when": in 2015
            day = any(tree.low[w] in WEEKDAYS for w in words)
            preposition = ("on" if day else "in") if spanning else ""
            if tree.low[words[1 if spanning else 0]] in ("last", "next", "this"):
                preposition = ""  # "until last Friday, when"
            return Relative("place", (when,), preposition), words[1:] if spanning else words
    return None


def _year(tree: Tree, word: int) -> bool:
    form = tree.words[word].form
    return form[:4].isdigit() and form[4:] in ("", "s")


def relative_of(tree: Tree, head: int) -> Relative | None:
    """The role of the relative pronoun in the clause under ``head``; None: stays in its noun."""
    if not parted(tree, head) and not tells(tree, tree.heads[head], head):
        return None
    return role_of(tree, head)


def role_of(  # noqa: PLR0911, PLR0912  one per role
    tree: Tree, head: int
) -> Relative | None:
    """The same for a clause that says which one is meant, too."""
    noun = tree.heads[head]
    if tree.low[noun] in _MOMENTS and any(tree.low[w] == "that" for w in tree.children[head]):
        return None  # "the third time in a year that he has left"
    if tree.fine[noun] == "WRB":
        return Relative("bare", ()) if _reasoned(tree, noun) else None
    pronoun = next(
        (
            w
            for w in sorted(tree.below(head))
            if tree.fine[w] in ("WP", "WDT", "WP$", "WRB")
            or tree.low[w] == "whose"
            or (tree.low[w] == "that" and tree.relations[w].startswith("nsubj"))
        ),
        None,
    )
    if pronoun is None:
        return _bare(tree, head)
    if part_of(tree, pronoun):
        part = tree.heads[pronoun]
        if part == head and _of_deed(tree, head):
            return Relative("place", (pronoun - 1, pronoun), "of")
        does = [s for s in tree.only(head, "nsubj", "nsubj:pass") if s > pronoun]
        acts = [s for s in does if tree.coarse[s] not in ("NUM", "ADJ", "DET", "PRON")]
        done = part != head and does  # "many of which they made"
        return None if done or acts else Relative("part", part_of(tree, pronoun))
    relation = tree.relations[pronoun]
    low = tree.low[pronoun]
    if low == "whose":  # not "the firm on whose board she had a seat"
        led = tree.only(tree.heads[pronoun], "case")
        if _share_of_whose(tree, pronoun, head):
            return Relative("share", (pronoun,))
        return None if led else Relative("owner", (pronoun,))
    if low == "where":
        above = tree.only(tree.heads[head], "case")
        near = tree.low[above[0]] if above else "in"
        if near == "of":  # "on parts of the coast, where"
            part = tree.low[tree.heads[noun]] in _PORTIONS
            above = tree.only(tree.heads[noun], "case") if part else []
            near = next((tree.low[c] for c in above), "in")  # "on the grounds of the hall": in it
        near = _ON.get(near, near)
        spot = "at" if tree.low[noun] in _SPOTS else "in"
        return Relative("place", (pronoun,), near if near in _WHERE else spot)
    gap = tree.heads[pronoun]
    if low not in ("who", "whom", "which", "that") or (gap != head and not _under(tree, gap, head)):
        return None
    if gap != head:
        return Relative("object", (pronoun,), gap=gap) if relation == "obj" else None
    if relation.startswith("nsubj"):
        return Relative("subject", (pronoun,))
    case = tree.only(pronoun, "case")
    if relation == "obl" and case and tree.low[case[0]] in ("after", "since"):
        return None  # "they must leave the hall, after which it will be locked"
    if relation == "obl" and case and tree.low[noun] in ("moment", "moments"):
        return Relative("bare", (pronoun, *case))  # "the moment in which the lorry hits the tram"
    heard = tree.low[head] in SAY | _HEARD
    if relation == "obl" and case and heard and tree.only(head, "ccomp"):
        return Relative("bare", (pronoun, *case))  # "a call in which she said that he lied"
    if relation == "obl" and case:
        return Relative("place", (pronoun, *case), tree.words[case[0]].form)
    if relation == "obj" and tree.only(head, "aux:pass"):  # "which they are not obliged to cap"
        inner = tree.only(head, "xcomp")
        return Relative("object", (pronoun,), gap=inner[0] if inner else -1)
    return Relative("object", (pronoun,)) if relation == "obj" else None


def _of_deed(tree: Tree, verb: int) -> bool:
    """ "Theft, of which he was cleared": he was cleared of theft."""
    does = any(s < verb for s in tree.only(verb, "nsubj", "nsubj:pass"))
    passive = bool(tree.only(verb, "aux:pass", "cop", "obj")) or tree.low[verb] in _OF_ACTIVE
    others = any(tree.low[c] == "of" for o in tree.only(verb, "obl") if o > verb
                 for c in tree.only(o, "case"))  # fmt: skip
    return does and passive and not others and tree.low[verb] in _OF


_OF = word_set(
    "cleared accused convicted acquitted suspected guilty innocent deprived stripped "
    "robbed informed notified warned aware unaware ashamed proud capable tired fond "
    "disposed complained complains dreamed dreamt approved disapproved approves"
)
_OF_ACTIVE = word_set("complained complains dreamed dreamt approved disapproved approves")


def _share_of_whose(tree: Tree, whose: int, head: int) -> bool:
    """ "The isle, most of whose people live by the sea": most of its people do."""
    owned = tree.heads[whose]
    share = tree.heads[owned] if owned >= 0 else -1
    of = [c for c in tree.only(owned, "case") if tree.low[c] == "of"]
    if not of or share < 0 or of[0] != whose - 1 or share >= of[0]:
        return False
    acts = tree.relations[share] in ("nsubj", "nsubj:pass") and tree.heads[share] == head
    return acts and tree.relations[owned] == "nmod" and tree.coarse[owned] == "NOUN"


_HEARD = word_set("heard hears learned learnt ruled found argued agreed decided")


def _reasoned(tree: Tree, why: int) -> bool:
    """ "That's why they left": they did; not "the question is why", "that's not why"."""
    about = tree.only(why, "nsubj")
    plain = about and tree.low[about[0]] in ("that", "this", "it", "here", "there")
    return bool(plain and tree.only(why, "cop")) and not negated(tree, why)


def said_of(tree: Tree, verb: int) -> tuple[int, int] | None:
    """ "Which the authors say had no role": what is said of the noun, and the pronoun in it."""
    content = tree.only(verb, "ccomp") if tree.low[verb] in SAY else []
    if not content or not (parted(tree, verb) or tells(tree, tree.heads[verb], content[0])):
        return None
    for pronoun in tree.only(content[0], "obj", "nsubj", "nsubj:pass"):
        first = pronoun < min([verb, *tree.only(verb, "nsubj")])
        if first and tree.low[pronoun] in ("which", "who", "that"):
            other = [s for s in tree.only(content[0], "nsubj", "nsubj:pass") if s != pronoun]
            return None if other or not tree.only(verb, "nsubj") else (content[0], pronoun)
    bare = not tree.only(content[0], "nsubj", "nsubj:pass", "expl", "mark")
    if bare and tree.only(verb, "nsubj"):
        return content[0], -1  # "a site it said was used as a store"
    return None


def _under(tree: Tree, gap: int, head: int) -> bool:
    """Is it an infinitive of the verb, or one of that: "had refused to extend"?"""
    steps = 0
    while gap >= 0 and gap != head and tree.relations[gap] == "xcomp" and steps < _DEEPEST:
        gap, steps = tree.heads[gap], steps + 1
    return gap == head


def _ranked(tree: Tree, noun: int) -> bool:
    """ "The biggest leak we have ever had", "not one we can ignore"."""
    words = (noun, *tree.only(noun, "amod", "advmod"))
    ranked = any(tree.fine[w] in ("JJS", "RBS") or tree.low[w] in _RANKS for w in words)
    return ranked or tree.low[noun] in ("one", "all")


_RANKS = word_set("first second third last latest only worst best most least")
_MOMENTS = TIME_NOUNS | word_set("moment moments time times way ways reason reasons")


def _bare(tree: Tree, head: int) -> Relative | None:
    """ "The house the couple bought in 1998": its object, without a pronoun."""
    gap, steps = head, 0
    while tree.only(gap, "xcomp") and steps < _DEEPEST:
        gap, steps = tree.only(gap, "xcomp")[0], steps + 1
    if any(c == 0 and tree.low[c] in _TIMED for c in tree.only(tree.heads[head], "case")):
        return None  # "After the war the state paid for …"
    if tree.low[tree.heads[head]] in _MOMENTS or _ranked(tree, tree.heads[head]):
        return None  # "the moment a girl was found", "the day he died", "the best he had"
    owned = tree.only(head, "nsubj") and not tree.only(head, "cop", "aux:pass")
    if not owned or tree.coarse[gap] != "VERB" or tree.only(gap, "obj", "ccomp", "xcomp"):
        return None
    stranded = [c for c in tree.only(gap, "obl", "advmod", "compound:prt", "case")
                if tree.coarse[c] == "ADP" and tree.low[c] not in _PARTICLES]  # fmt: skip
    if stranded:
        return Relative("place", (stranded[0],), tree.low[stranded[0]])
    return Relative("object", (), gap=gap)
