"""What a pronoun never stands for, however near it is (Chomsky 1981, "binding", and usage)."""

from __future__ import annotations

from workbench.propose.lexicon import EVENTS, MONEY, TELL, TIME_NOUNS, word_set
from workbench.propose.rules.kinds import kind_of
from workbench.propose.semantic.died import outlives
from workbench.propose.semantic.mentions import Mention
from workbench.propose.semantic.names import HER, HIS
from workbench.propose.semantic.pronouns import (
    GENDER,
    agrees,
    clause_of,
    counted,
    named,
    predicate,
)
from workbench.propose.semantic.ranking import Place, phrase_name
from workbench.propose.semantic.unmeant import unmeant

_HEARING = TELL | word_set("warn warned warns persuade persuaded promised asked convinced advised")
_SUBJECT = ("nsubj", "nsubj:pass")
_OBJECTS = {"he": "him", "she": "her"}


def barred(place: Place, mention: Mention, here: list[Mention]) -> bool:
    """Is it certain that the pronoun at a place means something else?

    Args:
        place: The pronoun.
        mention: A phrase that may be meant.
        here: The phrases of its sentence.
    """
    inside = any(m.at == mention.at and m.text == mention.text for m in here)
    if _of_speaker(place, mention, inside) or _by_officer(place, mention):
        return True
    if outlives(place, mention):
        return True
    gender = GENDER.get(place.pronoun)
    if gender is not None and mention.gender and mention.gender != gender:
        return True  # "an aide, Emma Dunn, said he would resign"
    if place.pronoun == "it" and mention.kind == "person" and _human(mention):
        return True  # "the vicar has run it since it started"
    built = unmeant(place, mention, here) or _event(place, mention, here)
    never = (_sentenced, _owned_by_place, _both_it, _sum, _changed, _child, _kills, _spent)
    if built or any(test(place, mention) for test in never):
        return True
    tests = (_of_later_number, _one_of_two, _within, _of_share, _of_relative, _described, _as_what,
             _owner, _shows)  # fmt: skip
    told = inside and any(test(place, mention) for test in tests)
    return told or (inside and _tells(place, mention, here))


def _human(mention: Mention) -> bool:
    """ "The vicar", "Ann Oe", and not "the Lady Marian" or a firm that looks like a person."""
    first, *rest = mention.text.split()
    known = bool(rest) and bool(mention.gender) and first.lower() not in HIS | HER
    return not named(mention) or known


def _of_speaker(place: Place, mention: Mention, inside: bool) -> bool:
    """ "“He was a lovely man,” said Joe Oe", "his lawyer, Joe Oe, said he …": not Oe."""
    speaker = place.speaker
    speaks = speaker is not None and phrase_name(speaker) == phrase_name(mention)
    about = inside and mention.at in place.tree.only(place.tree.root, *_SUBJECT)
    if speaks and place.pronoun in ("it", "they") and not about and _of_other_clause(place):
        return True
    return (place.direct and speaks) or (mention.ward == place.pronoun and (inside or speaks))


def _by_officer(place: Place, mention: Mention) -> bool:
    """ "Sheriff Ann Oe said deputies had found her car": no car of the sheriff's."""
    tree, word = place.tree, place.word
    if not mention.officer or place.pronoun not in GENDER or tree.low[word] == place.pronoun:
        return False
    doers = tree.only(clause_of(tree, word), *_SUBJECT)
    return any(tree.low[d] in _FORCE for d in doers) and tree.low[tree.heads[word]] not in _OWN


_FORCE = word_set("officers deputies police detectives investigators firefighters crews troopers "
                  "soldiers agents troops paramedics rescuers prosecutors")  # fmt: skip
_OWN = word_set("office department officers deputies team force men staff unit agency job order "
                "orders command request")  # fmt: skip


def _shows(place: Place, mention: Mention) -> bool:
    """ "Images of the scene indicate they used live rounds": no images did."""
    tree, content = place.tree, tree_head(place)
    if place.pronoun == "it" or content < 0 or tree.relations[content] != "ccomp":
        return False
    shows = tree.heads[content]
    noun = tree.coarse[mention.at] == "NOUN" and mention.kind == "thing"
    shown = {w for s in tree.only(shows, *_SUBJECT) for w in tree.below(s)}
    return noun and tree.low[shows] in _SHOWING and mention.at in shown


def tree_head(place: Place) -> int:
    """The verb that the pronoun at a place is the subject of; -1 where it is none."""
    subject = place.tree.relations[place.word] in _SUBJECT
    return place.tree.heads[place.word] if subject else -1


_SHOWING = word_set("show shows showed indicate indicates indicated suggest suggests suggested "
                    "reveal reveals revealed prove proves proved")  # fmt: skip


def _one_of_two(place: Place, mention: Mention) -> bool:
    """ "Captain Oe and two of his men died when their jet crashed": not Captain Oe's alone."""
    tree, at = place.tree, mention.at
    alone = place.pronoun == "they" and named(mention) and not mention.plural
    joined = tree.only(at, "conj") if alone else []
    return any(at < c < place.word and tree.coarse[c] != "VERB" for c in joined)


def _sum(place: Place, mention: Mention) -> bool:
    """ "Oe and his firm were fined 3m crowns. They had ignored a warning": no crowns did."""
    return place.pronoun == "they" and counted(mention) and mention.key in MONEY


def _spent(place: Place, mention: Mention) -> bool:
    """ "Stole £9,000 from a hospice and spent it", "has yet to repay it": the money, no hospice."""
    tree, verb = place.tree, place.tree.heads[place.word]
    if tree.low[place.word] != "it" or tree.relations[place.word] not in ("obj", "nsubj:pass"):
        return False
    back = any(tree.low[p] == "back" for p in tree.only(verb, "advmod", "compound:prt"))
    spends = tree.low[verb] in _SPENDS or (tree.low[verb] in _PAYS and back)
    return spends and not _FUNDS & {mention.key, *mention.text.lower().split()}


_SPENDS = word_set(
    "spend spends spent spending repay repays repaid repaying squander squandered squandering "
    "embezzle embezzled embezzling launder laundered laundering gambled gambling lavished"
)
_PAYS = word_set("pay pays paid paying")
_FUNDS = (
    MONEY
    | TIME_NOUNS
    | word_set(
        "money cash sum sums fund funds grant grants loan loans salary wage wages income budget "
        "fee fees fine savings inheritance profit profits debt deposit pension prize credit amount "
        "donation gift aid bonus payment compensation subsidy subsidies allowance revenue surplus "
        "advance mortgage bond tax windfall bribe ransom capital cost costs price total million "
        "billion proceeds winnings life holiday weekend career"
    )
)


def _of_later_number(place: Place, mention: Mention) -> bool:
    """ "Two men died and 17 are ill, four of them badly": four of the 17."""
    tree, word = place.tree, place.word
    share = tree.heads[word]
    of = any(tree.low[c] == "of" for c in tree.only(word, "case"))
    if tree.low[word] not in ("them", "whom") or not of or not 0 <= share < word:
        return False
    between = range(mention.at + 1, share)
    return any(
        tree.coarse[w] == "NUM"
        and tree.relations[w] in (*_SUBJECT, "obj")
        and not tree.only(w, "nmod", "det", "compound")
        for w in between
    )


def _both_it(place: Place, mention: Mention) -> bool:
    """ "Arl sold its unit. It had bought it in May": what did it is not what was sold."""
    tree, word = place.tree, place.word
    twice = any(tree.low[o] == "it" for o in tree.only(tree.heads[word], "obj"))
    acts = place.pronoun == "it" and tree.relations[word] == "nsubj"
    return acts and twice and mention.object and not mention.subject


def _event(place: Place, mention: Mention, here: list[Mention]) -> bool:
    """ "The ministry said it happened at noon", "the sheriff said it caused panic": an event."""
    tree, verb = place.tree, place.tree.heads[place.word]
    if place.pronoun != "it" or tree.relations[place.word] != "nsubj":
        return False
    acts = bool(tree.only(verb, "obj", "xcomp", "ccomp"))
    happens = tree.low[verb] in _HAPPENS and not acts
    causes = tree.low[verb] in _CAUSES or (tree.low[verb] in _BEGINS and not acts)
    event = mention.key in EVENTS or kind_of(mention.key) == "event"
    return not event and (happens or (causes and _by_office(place, here)))


def _by_office(place: Place, here: list[Mention]) -> bool:
    """Is it police, a ministry or the like that says it?"""
    tree, verb = place.tree, place.tree.heads[place.word]
    above = tree.heads[verb] if tree.relations[verb] == "ccomp" else -1
    sayers = tree.only(above, *_SUBJECT) if above >= 0 else []
    found = [m for m in here if m.at in sayers]
    found += [place.speaker] if place.speaker is not None else []
    return any(m.key in _OFFICES for m in found)


_HAPPENS = word_set("happened happens occurred occurs")
_CAUSES = word_set("caused sparked triggered provoked destroyed damaged injured")
_BEGINS = word_set("began started broke erupted spread")
_OFFICES = word_set("office department ministry agency authority police court service bureau "
                    "observatory administration commission embassy hospital")  # fmt: skip


def _within(place: Place, mention: Mention) -> bool:
    """ "It makes tonnes of copper, and its profits rose": profits of what "it" is, not copper's."""
    tree, verb = place.tree, predicate(place.tree, place.word)
    if place.pronoun not in ("it", "they") or tree.relations[place.word] != "nmod:poss":
        return False
    above = tree.heads[verb] if tree.relations[verb] == "conj" else -1
    same = [s for s in tree.only(above, *_SUBJECT) if tree.low[s] == place.pronoun]
    between = bool(same) and same[0] < mention.at < place.word
    return between and tree.relations[mention.at] not in ("obj", "iobj", *_SUBJECT)


def _sentenced(place: Place, mention: Mention) -> bool:
    """ "Judge Alan Pike told Oe he would serve two years", "he must pay costs": not the judge."""
    tree, verb = place.tree, predicate(place.tree, place.word)
    ahead = any(tree.low[a] in _AHEAD for a in tree.only(verb, "aux"))
    return mention.judge and ahead and tree.low[verb] in _PENALTIES


def _owned_by_place(place: Place, mention: Mention) -> bool:
    """ "The agency has a depot in Ley. Two of its lorries": no "depot in Ley's lorries"."""
    owner = place.tree.relations[place.word] == "nmod:poss"
    return owner and any(word in _WHERE for word in mention.text.split())


_WHERE = word_set("in at on from near by with for to who which that")
_AHEAD = word_set("will would must 'll")
_PENALTIES = word_set("serve pay deported jailed sentenced released")


def _owner(place: Place, mention: Mention) -> bool:
    """ "Oe had visited his mother until she was taken ill": not Oe, who owns "his"."""
    tree, other = place.tree, _OTHERS.get(place.pronoun)
    return other is not None and any(
        tree.low[w] in other
        and tree.relations[w] == "nmod:poss"
        and mention.at in tree.only(predicate(tree, w), *_SUBJECT)
        for w in range(mention.at + 1, place.word)
    )


_OTHERS = {"he": ("her",), "she": ("his",)}


def _of_share(place: Place, mention: Mention) -> bool:
    """ "Half of the teachers said they …": half of them, and not all."""
    tree = place.tree
    at = mention.at
    while at >= 0 and place.pronoun == "they":
        share = tree.heads[at]
        of = any(tree.low[c] == "of" for c in tree.only(at, "case"))
        if of and share >= 0 and tree.low[share] in _SHARES:
            return True
        at = share if tree.relations[at] == "nmod:poss" else -1
    return False


_SHARES = word_set("half most some many third thirds quarter majority minority few several none")


def _of_relative(place: Place, mention: Mention) -> bool:
    """ "The trust, which runs the hospital, said it …": the trust."""
    tree = place.tree
    above = tree.heads[predicate(tree, place.word)]
    subjects = tree.only(above, *_SUBJECT) if above >= 0 else []
    clauses = [c for s in subjects for c in tree.only(s, "acl:relcl")]
    return any(mention.at in tree.below(c) for c in clauses)


def _of_other_clause(place: Place) -> bool:
    """ "The jet was lost before it hit the ground, the airline said": no airline did."""
    tree, root = place.tree, place.tree.root
    subject = tree.only(root, *_SUBJECT)
    other = bool(subject) and tree.coarse[subject[0]] in ("NOUN", "PROPN")
    return other and predicate(tree, place.word) != root


def unclear(place: Place, here: list[Mention]) -> bool:
    """ "Her daughter, Julie, said she had rung": she or Julie? "Several said they": who?"""
    if _several_said(place) or _pointed_at(place):
        return True
    kin = f"kin {place.pronoun}"
    if place.speaker is not None and place.speaker.ward == kin:
        return True
    content = predicate(place.tree, place.word)
    above = place.tree.heads[content]
    about = place.tree.only(above, *_SUBJECT) if above >= 0 else []
    beside = {w for s in about for w in (s, *place.tree.only(s, "appos", "flat"))}
    return any(m.ward == kin and m.at in beside for m in here)


def _pointed_at(place: Place) -> bool:
    """ "These are old mills, so they need repair": they are what "these" are, whatever that is."""
    tree, verb = place.tree, predicate(place.tree, place.word)
    above = tree.heads[verb]
    if above < 0 or tree.relations[verb] not in ("conj", "parataxis", "advcl"):
        return False
    subjects = tree.only(above, *_SUBJECT)[:1]
    return any(tree.low[s] in _THESE.get(place.pronoun, ()) and s < place.word
               and tree.coarse[s] == "PRON" for s in subjects)  # fmt: skip


_THESE = {"it": ("this", "that"), "they": ("these", "those")}


def _several_said(place: Place) -> bool:
    """ "Several said they …"; "most of the others swam ashore, and they were met there"."""
    tree, verb = place.tree, predicate(place.tree, place.word)
    above = tree.heads[verb]
    about = tree.only(above, *_SUBJECT)[:1] if above >= 0 else []
    if tree.relations[verb] == "conj" and place.pronoun == "they":
        return any(tree.low[s] in _SHARES and any(
            tree.low[w] == "others" for w in tree.below(s)) for s in about)  # fmt: skip
    return place.pronoun == "they" and any(
        tree.low[s] in _SHARES | {"others"} and not tree.only(s, "nmod") for s in about
    )


def _described(place: Place, mention: Mention) -> bool:
    """ "A brother, Joe, with whom he ran it", "the town he left": neither is he."""
    tree, clause = place.tree, predicate(place.tree, place.word)
    if (
        place.pronoun not in GENDER
        or tree.relations[clause] != "acl:relcl"
        or place.tree.relations[place.word] == "nmod:poss"
    ):
        return False
    noun = tree.heads[clause]
    return mention.at in (noun, *tree.only(noun, "appos")) or (
        tree.relations[noun] == "appos" and mention.at == tree.heads[noun]
    )


def _as_what(place: Place, mention: Mention) -> bool:
    """ "As a teacher, she …", "worked as a teacher until she left"."""
    tree = place.tree
    if place.pronoun not in GENDER or tree.coarse[mention.at] != "NOUN":
        return False
    return any(tree.low[c] == "as" for c in tree.only(mention.at, "case"))


def _tells(place: Place, mention: Mention, here: list[Mention]) -> bool:
    """ "The judge told Oe he had shown no remorse": one who hears it may be meant as well."""
    tree, content = place.tree, predicate(place.tree, place.word)
    above = tree.heads[content]
    if (
        place.pronoun not in GENDER
        or above < 0
        or tree.relations[content] not in ("ccomp", "xcomp")
        or named(mention)
    ):
        return False
    if tree.low[above] not in _HEARING or mention.at not in tree.only(above, *_SUBJECT):
        return False
    heard = tree.only(above, "obj", "iobj")
    pronoun = any(tree.low[o] == _OBJECTS[place.pronoun] for o in heard)
    name = any(tree.fine[o] == "NNP" for o in heard)
    return pronoun or name or any(m.at in heard and agrees(m, place.pronoun) for m in here)


def _changed(place: Place, mention: Mention) -> bool:
    """ "The index stood at 98. It was the third fall in a row": a fall, and no index."""
    tree, word = place.tree, place.word
    head = tree.heads[word]
    tells = tree.relations[word] in _SUBJECT and bool(tree.only(head, "cop"))
    return tells and tree.low[head] in _CHANGES and not _CHANGES & set(mention.text.lower().split())


def _child(place: Place, mention: Mention) -> bool:
    """ "Is the third of six children": no village."""
    tree, word = place.tree, place.word
    head = tree.heads[word]
    tells = tree.relations[word] in _SUBJECT and bool(tree.only(head, "cop"))
    of = {tree.low[c] for c in tree.only(head, "nmod")}
    return tells and bool(of & _SIBLINGS) and mention.kind in ("place", "thing")


def _kills(place: Place, mention: Mention) -> bool:
    """ "It has killed 60,000 people": no town has."""
    tree, word = place.tree, place.word
    kills = tree.relations[word] == "nsubj" and tree.low[tree.heads[word]] in _KILLS
    return kills and mention.kind == "place"


_CHANGES = word_set("decline fall drop rise increase slump jump gain decrease dip surge slide "
                    "declines falls drops rises")  # fmt: skip
_SIBLINGS = word_set("children siblings brothers sisters sons daughters")
_KILLS = word_set("killed kills killing displaced wounded injured")
