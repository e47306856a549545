"""What a pronoun can stand for, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.propose.lexicon import EVENTS, ORGANISATION, TIME_NOUNS, word_set
from workbench.propose.rules.kinds import kind_of
from workbench.propose.semantic.mentions import Mention, speaks
from workbench.propose.semantic.names import PEOPLE
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.tree import Tree

_COUNTS = word_set("half most some many all several few both none majority third quarter any each "
                   "neither either part number dozens hundreds thousands")  # fmt: skip
GENDER = {"he": "m", "she": "f"}
_CLAUSES = ("csubj", "ccomp", "advcl", "xcomp", "acl", "acl:relcl", "advcl:relcl")
_SEEMS = word_set(
    "seem seems seemed appear appears appeared turn turns turned happens happened emerged emerges "
    "transpired takes took remains depends follows means helps matters sounds sounded looks looked "
    "escape"
)
_WEATHER = word_set("rain rains rained raining snow snows snowed snowing hailed thundered")
_COLD = word_set("cold icy dry wet windy dark foggy sunny breezy chilly frosty mild cloudy warm")
_STAYS = word_set("stay stays stayed remain remains remained turn turns turned get gets got")
_NOBODY = word_set("no neither none nobody every each any either")
_LED = word_set("the a an his her its their this that these one another he she it they i we you")
_SEVERAL = word_set("police staff government team council union company crew management")


def agrees(mention: Mention, pronoun: str) -> bool:
    """Can the pronoun stand for the phrase: number, gender and kind?"""
    if mention.text.split(maxsplit=1)[0].lower() in _NOBODY:
        return False  # "neither side", "no lorry"
    if pronoun in GENDER:
        fits = not mention.gender or mention.gender == GENDER[pronoun]
        return mention.kind == "person" and not mention.plural and fits
    if pronoun == "they":
        return mention.plural or mention.key in _SEVERAL
    return mention.kind != "person" and not mention.plural


def mute(mention: Mention) -> bool:
    """Can it surely not say, want or ask for anything: "the results", "calls for a ban"?"""
    if mention.kind == "person" or mention.text[:1].isupper():
        return False
    key = mention.key
    body = key in ORGANISATION or key in _SEVERAL or key in _BODIES
    return not body and (key in _MUTE or key.removesuffix("s").endswith(_ABSTRACT))


_MUTE = word_set("call calls result results effect effects change changes price prices rate rates "
                 "sale sales cost costs talk talks shell shells round rounds car cars house houses "
                 "home homes year years number numbers death deaths case cases")  # fmt: skip
_BODIES = word_set("administration foundation inspection delegation opposition parliament "
                   "community city charity authority publication station")  # fmt: skip
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ing", "ism", "age", "ance", "ence")


def counted(mention: Mention) -> bool:
    """Is it a share or a sum: "46% of the market"?"""
    return any(c.isdigit() for c in mention.text)


def named(mention: Mention) -> bool:
    """Is it a person with a name?"""
    return mention.kind == "person" and mention.text[:1].isupper()


def says_i(mention: Mention) -> bool:
    """May it be who says "I": "Ann Oe", "Oe", "the mayor", and not "the letter" or "residents"?"""
    first = mention.text.split(maxsplit=1)[0]
    if first.lower() in ("he", "she", "it", "they"):
        return False
    name = first[:1].isupper() and first.lower() not in _LED and not mention.plural
    return name or (one_person(mention) and not mention.text.lower().startswith("the one "))


def one_person(mention: Mention) -> bool:
    """Is it one human being: "Ann Oe", "the toddler", "the bus driver"?"""
    human = mention.kind == "person" or kind_of(mention.key) == "person"
    return human and not mention.plural and mention.key not in _SEVERAL


def role_of(tree: Tree, word: int) -> bool:
    """ "Its president": of what speaks, rather than of what is spoken of."""
    return tree.relations[word] == "nmod:poss" and tree.low[tree.heads[word]] in PEOPLE


def owns(tree: Tree, word: int, mention: Mention) -> bool:
    """Can the phrase stand before "'s"? Its president is that of something with a name."""
    if tree.relations[word] != "nmod:poss" or mention.kind == "person":
        return True
    if "'s" in mention.text or "’s" in mention.text or mention.key in EVENTS:
        return False  # "the crash …; two of its cars": the train's
    known = any(c.isupper() for c in mention.text) or mention.key in ORGANISATION
    return known or not role_of(tree, word)


def one(here: Sequence[Mention], pronoun: str, word: int) -> bool:
    """Is there but one phrase before the word that the pronoun can mean?"""
    return len({m.text for m in here if m.at < word and agrees(m, pronoun)}) == 1


def undergoes(tree: Tree, word: int) -> bool:
    """ "It was stolen", "it leaked": the subject may be what the clause before acted upon."""
    head = tree.heads[word]
    if tree.relations[word] == "nsubj:pass":
        return not any(tree.low[c] == "by" for c in tree.only(head, "obl", "obl:agent"))
    acts = tree.only(head, "obj", "ccomp", "xcomp", "cop", "iobj")
    return tree.relations[word] == "nsubj" and tree.coarse[head] == "VERB" and not acts


def part_of_subject(tree: Tree, noun: int) -> bool:
    """ "Two of its lorries", "none of her predecessors": is a counted subject of the noun?"""
    above = tree.heads[noun]
    of = any(tree.low[c] == "of" for c in tree.only(noun, "case"))
    if not of or above < 0 or tree.relations[noun] != "nmod":
        return False
    counts = tree.coarse[above] == "NUM" or tree.low[above] in _COUNTS
    return counts and tree.relations[above] in ("nsubj", "nsubj:pass")


def asks(tree: Tree, word: int) -> bool:
    """Is a pronoun a subject that stands for something, or the owner of a subject?"""
    relation, head = tree.relations[word], tree.heads[word]
    if relation in ("nsubj", "nsubj:pass"):
        return tree.low[word] not in _NO_SUBJECT and not expletive(tree, word)
    owner = relation == "nmod:poss" and head >= 0 and word < head
    if owner and tree.relations[head] == "nmod:poss":
        head = tree.heads[head]  # "her party's bill"
    return owner and (tree.relations[head] in SUBJECTS or part_of_subject(tree, head))


_NO_SUBJECT = word_set("his her its their")  # "her first [tagged as an adverb] was set in Ley"


def predicate(tree: Tree, word: int) -> int:
    """The verb of a pronoun that is its subject, owns one, or owns what a subject is part of."""
    head = tree.heads[word]
    if tree.relations[word] != "nmod:poss":
        return head
    above = tree.heads[head]
    return tree.heads[above] if part_of_subject(tree, head) else above


def able(tree: Tree, word: int, mention: Mention) -> bool:
    """Can the phrase do what "it" does? "Revenue rose, although it took a charge": no revenue."""
    acts = tree.only(tree.heads[word], "obj") and tree.relations[word] == "nsubj"
    firm = mention.key in ORGANISATION or any(c.isupper() for c in mention.text)
    person = mention.kind == "person"  # "the mayor says he expects a vote"
    return firm or person or not acts or tree.low[tree.heads[word]] not in _DEEDS


_DEEDS = word_set(
    "took take takes bought buy buys sold hired hire hires paid pay pays plans planned expects "
    "expected wants wanted said says opened closed signed cut warned"
)


def named_beside(tree: Tree, word: int, mention: Mention) -> bool:
    """ "It referred to the file": not the file (Chomsky 1981, principle C)."""
    if tree.relations[word] not in ("nsubj", "nsubj:pass"):
        return False
    inside = tree.below(tree.heads[word]) - {word}
    return any(
        tree.low[w] == mention.key and w > word and tree.relations[w] in _BESIDE
        and tree.only(w, "det", "case") and tree.heads[w] == tree.heads[word]
        for w in inside
    )  # fmt: skip


_BESIDE = ("obj", "obl", "iobj")


def wills(tree: Tree, word: int) -> bool:
    """ "They say", "they want", "it called for": does the pronoun say or want something?"""
    head = tree.heads[word]
    if tree.relations[word] != "nsubj":
        return False
    return speaks(tree, head) or tree.low[head] in _WILLS


_WILLS = word_set("want wants wanted call calls called urge urges urged hope hopes hoped believe "
                  "believes believed fear fears feared ask asks asked demand demands")  # fmt: skip


def sayer(tree: Tree, verb: int, here: Sequence[Mention]) -> Mention | None:
    """The firm that says what the verb tells, if one does."""
    above = tree.heads[verb] if tree.relations[verb] == "ccomp" else -1
    if above < 0 or not speaks(tree, above):
        return None
    subject = tree.only(above, "nsubj")[:1]
    meant = next((m for m in here if m.at in subject), None)
    return meant if meant is not None and agrees(meant, "it") else None


def spoken_for(tree: Tree, noun: int, here: Sequence[Mention]) -> Mention | None:
    """ "A spokeswoman for Northline said it had …": Northline."""
    inner = tree.only(noun, "nmod", "compound", "nmod:poss")
    return next((m for m in here if m.at in inner and m.kind != "person"), None)


def clause_of(tree: Tree, word: int) -> int:
    """The predicate that a word stands under."""
    seen = 0
    while tree.heads[word] >= 0 and tree.coarse[word] not in ("VERB", "AUX") and seen < _DEEPEST:
        word, seen = tree.heads[word], seen + 1
    return word


_DEEPEST = 30


def _top(tree: Tree, head: int) -> bool:
    return head >= 0 and tree.relations[head] == "root"


def goes_on(tree: Tree, word: int) -> bool:
    """Is the pronoun, or what it owns, the subject of the main clause?"""
    head = predicate(tree, word)
    while head >= 0 and tree.relations[head] == "conj":
        head = tree.heads[head]
    return _top(tree, head)


def _of_weather(tree: Tree, head: int) -> bool:
    """ "It is cold", "but it will stay cold"."""
    stays = tree.low[head] in _STAYS
    return tree.low[head] in _COLD or (
        stays and any(tree.low[c] in _COLD for c in tree.only(head, "xcomp"))
    )


def expletive(tree: Tree, word: int) -> bool:
    """ "It is clear that", "it was the first time that": stands for nothing said before."""
    if tree.low[word] != "it":
        return False
    head = tree.heads[word]
    other = tree.low[head] in ("story", "matter") and tree.only(head, "amod", "cop")
    if tree.low[head] in _WEATHER or _of_weather(tree, head) or other:
        return True  # "it rained", "it is a different story for the port"
    if tree.low[head] in _SEEMS and tree.only(head, *_CLAUSES):
        return True
    if tree.relations[word] == "nsubj:pass" and tree.only(head, "ccomp", "csubj"):
        return True  # "it was stressed that trade had grown"
    if not tree.only(head, "cop"):
        return False
    joined = [c for j in tree.only(head, "conj") for c in tree.only(j, *_CLAUSES)]
    return bool(tree.only(head, *_CLAUSES) or joined) or tree.low[head] in TIME_NOUNS
