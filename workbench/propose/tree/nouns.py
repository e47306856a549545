"""Noun phrases of a tree: their words, and which of them a clause beside them tells about."""

from __future__ import annotations

from workbench.propose.given_names import FEMALE, MALE
from workbench.propose.lexicon import ORGANISATION, TITLES, word_set
from workbench.propose.tree.cuts import is_predicate, is_region, loose
from workbench.propose.tree.inner import told_of_inner
from workbench.propose.tree.tree import Tree

_BODIES = word_set(
    "government parliament council mayor president court army police ministry port university bank "
    "governor assembly senate embassy population chamber board"
)
_TEXTS = word_set("petition letter report study survey audit review poll lawsuit complaint appeal "
                  "campaign inquiry paper article book film")  # fmt: skip
_ISSUED = word_set("started launched signed published written commissioned drafted released filed "
                   "submitted conducted organised organized issued compiled")  # fmt: skip
_DWELLERS = word_set(
    "refugee migrant man woman father mother doctor teacher student resident native veteran "
    "survivor prisoner worker farmer soldier"
)
FATES = word_set("death deaths murder murders killing killings arrest arrests trial release life "
                 "lives name names rights bodies fate conviction sentence jailing detention "
                 "acquittal extradition sacking dismissal")  # fmt: skip
_DOES = ("er", "or", "ist", "ian", "man", "woman")
_RELATIVE = ("acl:relcl", "acl:aside", "appos", "acl")
_OWNERS = word_set("his her its their")
_ROLES = TITLES | word_set(
    "counterpart wife husband son daughter brother sister father mother colleague predecessor "
    "successor rival opponent boss partner spokesman spokeswoman"
)


def _before_case(tree: Tree, noun: int, child: int) -> bool:
    """ "A year after the explosion": no words of the explosion."""
    marks = [c for c in tree.only(noun, "case") if tree.low[c] in ("after", "before")]
    return any(child < mark < noun for mark in marks)


def noun_words(tree: Tree, noun: int) -> list[int]:
    """A noun phrase without its preposition and without the clauses that hang on it."""
    stop = frozenset(
        c
        for c in tree.children[noun]
        if ((tree.low[c] != "only" or _of_phrase(tree, c))
            and tree.relations[c] in ("case", "mark", "cc", "cc:preconj", "conj",
                                 "appos", "parataxis", "advcl", "cop",
                                 "nsubj", "nsubj:outer", "nsubj:pass", "csubj", "csubj:outer",
                                 "expl", "aux", "punct", "acl:relcl", "acl:aside", "advmod", "dep",
                                 "list"))
        or (tree.relations[c] in ("acl", "nmod", "amod") and c > noun and loose(tree, c))
        or (tree.coarse[c] == "NUM" and c > noun and tree.words[c - 1].form == ",")
        or tree.relations[c] == "punct"
        or (tree.relations[c].startswith(("obl", "nmod")) and _fronted(tree, noun, c))
        or (tree.relations[c] == "nmod:unmarked" and _before_case(tree, noun, c))
    )  # fmt: skip
    if tree.relations[noun] != "nmod:poss":
        stop -= {c for c in tree.only(noun, "case") if tree.fine[c] == "POS"}  # "Garrick's will"
    stop -= {c for c in tree.only(noun, "appos") if is_region(tree, c) or not loose(tree, c)}
    stop -= {c for c in tree.only(noun, "cc")  # "the Orm and Sull Islands"
             if any(k < c < noun for k in tree.only(noun, "compound"))}  # fmt: skip
    conj = [c for c in tree.only(noun, "conj") if not is_predicate(tree, c)]
    words = set(tree.below(noun, stop))
    for inner in [w for w in words if tree.relations[w] in _RELATIVE and w != noun]:
        if loose(tree, inner) and inner in words:  # of a noun inside it
            words -= tree.below(inner)
    following = max(words) + 1  # a name's last word that hangs elsewhere
    while following < len(tree.words) and tree.fine[max(words)] == tree.fine[following] == "NNP":
        words.add(following)
        following += 1
    if conj and not loose(tree, conj[0]):
        for child in conj:
            words |= {w for w in tree.below(child) if tree.relations[w] != "punct"}
    found = sorted(w for w in words if tree.coarse[w] != "PUNCT" or w - 1 in words)
    if (
        found
        and found[0]
        and tree.low[found[0]] in ("least", "most")
        and tree.low[found[0] - 1] == "at"
    ):
        return [found[0] - 1, *found]
    while (
        len(found) > 1
        and found[0] < noun
        and (tree.fine[found[0]] == "IN" or tree.low[found[0]] == "them")
        and not _up_to(tree, found)
        and tree.low[found[1]] not in ("least", "most")
    ):
        found.pop(0)  # "among them a mayor": a preposition that was hung on a modifier
    return _whole_word(tree, [*_nearly(tree, noun, found), *found])


def _of_phrase(tree: Tree, only: int) -> bool:
    """ "Only under Ann Oe": the word goes with the whole phrase, and not with her."""
    return any(case > only for case in tree.only(tree.heads[only], "case"))


def _nearly(tree: Tree, noun: int, words: list[int]) -> list[int]:
    """The "nearly" of "nearly half of those asked"."""
    about = words[0] - 1 if words else -1
    if tree.low[noun] in _SHARES and about > 0 and (tree.low[about - 1], tree.low[about]) in _THAN:
        return [about - 1, about]  # "more than half of them"
    beside = about >= 0 and tree.relations[about] == "advmod" and tree.heads[about] == noun
    return [about] if beside and tree.low[noun] in _SHARES and tree.low[about] in _ABOUT else []


_SHARES = word_set("half third quarter fifth tenth all everyone everything none double")
_THAN = frozenset((("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least"),
                   ("at", "most")))  # fmt: skip
_ABOUT = word_set("nearly almost about roughly around over")


def _up_to(tree: Tree, words: list[int]) -> bool:
    """ "Up to a dozen people": no preposition, but how many at most."""
    first = words[0]
    number = tree.heads[first]
    led = tree.low[first : first + 2] in (["up", "to"], ["close", "to"]) and number in words
    return led and tree.relations[first] == "advmod" and tree.coarse[number] == "NUM"


def _whole_word(tree: Tree, words: list[int]) -> list[int]:
    """The words with the first part of "out-of-town" where they begin within it."""
    found = list(words)
    while found and found[0] > 1:
        mark = found[0] if tree.words[found[0]].form == "-" else found[0] - 1
        before = tree.words[mark - 1]
        glued = before.end == tree.words[mark].start and before.form[-1:].isalnum()
        whole = tree.words[mark].end == tree.words[mark + 1].start
        if tree.words[mark].form != "-" or not (glued and whole):
            break
        found = [*range(mark - 1, found[0]), *found]
    return found


def _fronted(tree: Tree, noun: int, phrase: int) -> bool:
    """ "Among the dead was a boy": what stands before "was" is no part of the boy."""
    return any(phrase < verb < noun for verb in tree.only(noun, "cop"))


def antecedent(  # noqa: PLR0911  one per construction
    tree: Tree, noun: int, *, person: bool = False, place: bool = False, plural: bool = False,
    verb: int = -1,
) -> int:  # fmt: skip
    """The noun that a clause after a comma tells about, up from the one that it hangs on.

    "Maas, the deputy secretary, who …" is about Maas; "the cap on yearly increases, introduced …"
    is about the cap, because bare "increases" name nothing in particular; and so is "a variant of
    the virus, found …" about the variant. ``person``: "who" follows; ``place``: "where" does;
    ``plural``: the verb is that of several. ``verb``: of the clause.
    """
    at = noun
    while person and tree.heads[at] >= 0 and tree.relations[at] in ("nmod", "appos", "compound"):
        if tree.relations[at] == "appos" and loose(tree, at):
            full = tree.coarse[at] == "PROPN" and tree.only(at, "flat")
            return at if full else told_of(tree, at, tree.heads[at])
        by = any(tree.low[c] == "by" for c in tree.only(at, "case"))
        if by or tree.low[tree.heads[at]] in FATES:
            return at  # "not accepted by the Arls, who", "the deaths of two of them, who"
        if _for_side(tree, at):
            return at
        at = tree.heads[at]
    joined = tree.heads[noun] if tree.relations[noun] == "conj" else -1
    if joined >= 0 and person and any(tree.low[c] == "between" for c in tree.only(joined, "case")):
        return noun  # "talks between Arl and the Kests, who refused"
    if joined >= 0 and person and tree.relations[joined] == "nmod":
        noun = tree.heads[joined]  # "the ministers of Arl and Kest, who"
    if joined >= 0 and not person and not place and _among(tree, joined):
        return tree.heads[joined]
    if joined >= 0 and place and tree.coarse[joined] == "PROPN":
        listed = loose(tree, tree.only(joined, "conj")[0])  # "Arl, Kest and Ley, where": Ley
        return noun if listed else joined
    if (
        not person
        and tree.relations[noun] == "nmod"
        and tree.only(noun, "det", "amod")
        and any(tree.low[c] == "by" for c in tree.only(noun, "case"))
    ):
        return noun  # "killings by the security forces, which have"
    above = tree.heads[noun]
    several = above >= 0 and plural and tree.fine[noun] == "NNS" and tree.fine[above] == "NN"
    if above < 0 or several:
        return noun
    if tree.relations[noun] == "appos" and loose(tree, noun):
        named = tree.coarse[noun] == "PROPN" and tree.coarse[above] == "NOUN"
        new = any(tree.low[c] in ("a", "an", "one") for c in tree.only(above, "det", "nummod"))
        return noun if named and new else told_of(tree, noun, above)  # "a brother, Tom, whom"
    # "the government of Arl, which lost its majority"
    body = tree.coarse[noun] == "PROPN" and tree.low[above] in _BODIES and not person
    written = verb >= 0 and tree.low[above] in _TEXTS and tree.low[verb] in _ISSUED
    done = verb >= 0 and not loose(tree, verb) and _done_to_people(tree, noun, verb)
    inner = verb >= 0 and told_of_inner(tree, noun, above, verb)
    nested = not (done or inner) and (body or written or _of_above(tree, noun))
    return above if nested and tree.relations[noun] == "nmod" else noun


def _done_to_people(tree: Tree, noun: int, participle: int) -> bool:
    """ "The wages of cleaners hired by the council": the cleaners were, and no wages."""
    doer = tree.low[noun].removesuffix("s").endswith(_DOES) or tree.low[noun] in _STAFF
    bare = tree.fine[noun] == "NNS" and not tree.only(noun, "det", "nmod:poss", "nummod")
    return doer and bare and participle == noun + 1 and tree.low[participle] in _HIRED


_STAFF = word_set("people guards staff men women employees children students residents patients "
                  "migrants refugees clerks nurses pupils recruits troops")  # fmt: skip
_HIRED = word_set("hired employed paid trained recruited arrested detained held jailed killed "
                  "injured wounded evicted treated displaced sacked dismissed deported "
                  "born")  # fmt: skip


def _for_side(tree: Tree, name: int) -> bool:
    """ "Scored 31 points for the Reds, who have lost": not the points."""
    above = tree.heads[name]
    side = any(tree.low[c] in ("for", "against") for c in tree.only(name, "case"))
    named = tree.coarse[name] == "PROPN" and bool(tree.only(name, "det"))
    return side and named and tree.coarse[above] == "NOUN" and tree.low[above] in _SCORES


_SCORES = word_set("points goals goal yards half game match run runs win wicket wickets tries try "
                   "touchdown touchdowns start minutes")  # fmt: skip


def thing_of(tree: Tree, noun: int, verb: int) -> int:
    """ "A spokesman for the club, which …": "which" is no person but what follows it."""
    which = any(tree.low[w] == "which" for w in tree.only(verb, "nsubj", "nsubj:pass"))
    role = tree.low[noun] in _ROLES and tree.coarse[noun] == "NOUN"
    name = tree.coarse[noun] == "PROPN" and bool(tree.only(noun, "flat"))  # "Ann Oe of the Echo"
    if not which or not (role or name):
        return noun
    inner = [c for c in tree.only(noun, "nmod") if noun < c < verb]
    return inner[-1] if inner else noun


def _among(tree: Tree, noun: int) -> bool:
    """ "Libraries in Ley and Arl, which", "talks between Ley and Arl, which": the libraries."""
    above = tree.heads[noun]
    cases = {tree.low[c] for c in tree.only(noun, "case")}
    common = above >= 0 and tree.coarse[above] in ("NOUN", "VERB")
    nested = common and tree.relations[noun] in ("nmod", "obl") and tree.fine[above] != "VBD"
    return nested and ("between" in cases or (tree.fine[above] == "NNS" and "in" in cases))


def _of_above(tree: Tree, noun: int) -> bool:
    above = tree.heads[noun]
    if tree.low[above] in _PARTS or (tree.low[above] in _AMOUNTS and _counts(tree, noun)):
        return False  # "a part of the suite, which can be used"
    led = bool(tree.only(noun, "det", "nmod:poss", "nummod"))
    particular = tree.coarse[noun] != "NOUN" or led or _such_as(tree, noun)
    if not particular and tree.only(above, "det", "nmod:poss"):
        return True
    new = any(tree.low[c] in ("a", "an") for c in tree.only(above, "det"))
    of = any(tree.low[c] == "of" for c in tree.only(noun, "case"))
    own = any(tree.low[c] in ("a", "an") for c in tree.only(noun, "det"))
    return new and of and tree.coarse[noun] == "NOUN" and not own


def _counts(tree: Tree, noun: int) -> bool:
    """ "The number of shells fired": the shells were."""
    return tree.fine[noun] == "NNS" and any(tree.low[c] == "of" for c in tree.only(noun, "case"))


_AMOUNTS = word_set("number numbers amount share proportion size rate frequency")
_PARTS = word_set("part parts portion member")


def _such_as(tree: Tree, noun: int) -> bool:
    """ "The use of tools such as Tarn, which are free": the tools are."""
    return any(tree.low[c] == "such" for n in tree.only(noun, "nmod")
               for c in tree.only(n, "case"))  # fmt: skip


def told_of(tree: Tree, child: int, parent: int) -> int:
    """The noun that an apposition is about.

    Not always the one that it hangs on: "a meeting with his counterpart, Luminita Odobescu" is
    about the counterpart, and "the council and the trust, a charity" about the trust.
    """
    if _of_outer(tree, child, parent):
        return tree.heads[parent]
    names = [c for c in tree.only(parent, "appos") if c < child and tree.coarse[c] == "PROPN"]
    if names and tree.coarse[child] == "NOUN" and tree.only(names[-1], "flat"):
        return names[-1]  # "her counterpart, Ann Oe, a former judge"
    near = [c for c in tree.only(parent, "nmod") if c < child and tree.coarse[c] == "PROPN"]
    ranked = tree.fine[child] == "JJS" and tree.only(child, "nmod", "obl")  # "the poorest of nine"
    one = (tree.fine[child] == "NN" or ranked) and tree.only(child, "det", "nmod:poss")
    if not near and _of_one(tree, child, parent):
        near = [c for c in tree.only(parent, "nmod") if c < child and tree.fine[c] == "NN"
                and tree.only(c, "det", "nmod:poss")][-1:]  # fmt: skip
        one = near
    between = bool(near) and any(tree.low[c] == "between" for c in tree.only(near[-1], "case"))
    several = tree.fine[parent] == "NNS" or between  # "a deal between Arl and Kest, a lender"
    if near and one and (several or _of_person(tree, child, parent)):
        listed = [c for c in tree.only(near[-1], "conj") if c < child]
        return (listed or near)[-1]  # "shares in Orbex, the second-largest supplier"
    joined = [c for c in tree.only(parent, "conj") if c < child]
    owned = joined and tree.only(joined[-1], "nmod:poss")  # "the club and its sponsor, Velo Bank"
    if joined and (owned or tree.fine[child] == "NN") and not is_predicate(tree, joined[-1]):
        return joined[-1]
    before = tree.first_word(child) - 2
    if tree.coarse[child] != "PROPN" or before <= parent or tree.low[parent] in _ROLES:
        return parent
    role = tree.low[before] in _ROLES and tree.coarse[before] != "ADJ"  # "the attorney general"
    return before if role and before in tree.below(parent) else parent


def _of_outer(tree: Tree, child: int, parent: int) -> bool:
    """Is it about the noun that the one before it is of, in or at?"""
    if tree.relations[parent] != "nmod":
        return False
    if tree.low[tree.heads[parent]] == "one" or _thing_of_person(tree, child, parent):
        return True  # "one of its specialists, Steve White", "the driver of the lorry, a man of 52"
    if _named_leader(tree, child, parent):
        return True  # "the chief of Serbia's army, Milan Jovic"
    placed = any(tree.low[c] in ("in", "inside", "at") for c in tree.only(parent, "case"))
    return placed and tree.low[child] in _DWELLERS  # "a source inside the camp, a refugee who"


def _named_leader(tree: Tree, child: int, parent: int) -> bool:
    named = tree.coarse[child] == "PROPN" and bool(tree.only(child, "flat"))
    above = tree.heads[parent]
    of = any(tree.low[c] in ("of", "for") for c in tree.only(parent, "case"))
    if not named or not of or tree.low[above] not in _ROLES | _DOERS or tree.low[parent] in _ROLES:
        return False
    hers, his = tree.low[above] in _WOMEN, tree.low[above] in _MEN
    if (hers and tree.low[child] in MALE) or (his and tree.low[child] in FEMALE):
        return False  # "the wife of the suspect, Joe Oe"
    person = tree.low[child] in MALE | FEMALE
    return person or (tree.coarse[parent] == "NOUN" and tree.low[parent] not in ORGANISATION)


_WOMEN = word_set("wife mother daughter sister widow girlfriend niece aunt")
_MEN = word_set("husband father son brother widower boyfriend nephew uncle")


def _thing_of_person(tree: Tree, child: int, parent: int) -> bool:
    """Is a person told of, beside what is hers: "the victim of the attack, a student"?"""
    above = tree.heads[parent]
    of = any(tree.low[c] == "of" for c in tree.only(parent, "case"))
    if not of or tree.coarse[parent] != "NOUN":
        return False
    aged = any(
        tree.low[w] == "old" and tree.fine[w - 1] in ("HYPH", ":") for w in tree.below(child)
    )
    whom = tree.low[child] in _ROLES | _DWELLERS | _PERSONS or aged
    return (
        whom and tree.low[above] in _DOERS and tree.low[parent] not in _ROLES | _DWELLERS | _PERSONS
    )


_PERSONS = word_set("boy girl child teenager toddler baby pensioner national citizen nurse lawyer "
                    "driver graduate novelist writer actor singer player retiree grandmother "
                    "grandfather father mother couple")  # fmt: skip
_DOERS = word_set("driver rider owner victim winner author founder leader captain pilot tenant "
                  "landlord buyer killer sender organiser organizer head editor manager passenger "
                  "widow son daughter wife husband brother sister")  # fmt: skip


def _of_one(tree: Tree, child: int, parent: int) -> bool:
    """ "Shares in the bank, Arl's biggest lender", "doctors at the clinic, one of three": said of
    the one thing within, as it is said of one.
    """
    several = tree.fine[parent] == "NNS"
    ranked = any(tree.fine[c] == "JJS" for c in (child, *tree.only(child, "amod")))
    owned = bool(tree.only(child, "nmod:poss"))
    return (
        several and tree.fine[child] != "NNS" and ((ranked and owned) or tree.low[child] == "one")
    )


def _of_person(tree: Tree, child: int, parent: int) -> bool:
    """ "The murder of Irena Holt, a reporter": Holt was one."""
    if tree.coarse[parent] != "NOUN" or tree.low[parent] in _ROLES:
        return False
    if tree.low[parent] != "murder" and tree.low[parent].endswith(_DOES):
        return False
    return tree.low[child] in _ROLES or tree.low[child].endswith(_DOES)


def by_name(tree: Tree, words: list[int]) -> list[int]:
    """The words with "his lawyer" replaced by the name that stands beside it: "Inês Prado"."""
    inside = set(words)
    for owner in words:
        if tree.relations[owner] != "nmod:poss" or tree.low[owner] not in _OWNERS:
            continue
        noun = tree.heads[owner]
        names = [c for c in tree.only(noun, "appos")
                 if tree.coarse[c] == "PROPN" and loose(tree, c)]  # fmt: skip
        if noun in inside and tree.relations[noun].startswith("nsubj") and names:
            # "Ann Oe of Ley": Ann Oe
            ends = [c for c in tree.only(names[0], "nmod") if c > names[0]]
            gone = {w for c in ends for w in tree.below(c)}
            name = [w for w in noun_words(tree, names[0])
                    if tree.fine[w] in ("NNP", "NNPS", "POS") and w not in gone]  # fmt: skip
            return sorted((inside - set(noun_words(tree, noun))) | set(name))
    return words
