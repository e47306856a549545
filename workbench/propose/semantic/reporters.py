"""Correct what hangs on a verb inside a report, where the one who reports is meant."""

from __future__ import annotations

from workbench.propose.lexicon import ORGANISATION, SAY, TELL, THINK, word_set
from workbench.propose.semantic.names import PEOPLE
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_HELPERS = ("aux", "aux:pass", "cop")


def repair_reporters(tree: Tree) -> Tree:
    """The tree with what somebody did besides reporting under the verb that reports."""
    return stepwise(tree, _STEPS)


def _which_hopes(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The rocket, which the state hopes will fly": it hopes so, and the rocket does not yet."""
    for verb, relation in enumerate(tree.relations):
        noun = heads[verb]
        if relation != "acl:relcl" or tree.low[verb] not in SAY | THINK | _HOPES:
            continue
        if not tree.only(verb, "nsubj") or tree.only(verb, "ccomp", "obj", "xcomp"):
            continue
        inner = [c for c in tree.only(noun, "acl:relcl") if c > verb]
        which = [w for c in inner for w in tree.children[c] if tree.low[w] in _WHICH and w < verb]
        if inner and which:
            heads[inner[0]], relations[inner[0]] = verb, "ccomp"


_HOPES = word_set("hopes expects believes fears thinks wants")
_WHICH = frozenset(("which", "who", "that"))


def _reporter(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "The bank said profits would fall and announced cuts": the bank did, and no profits."""
    for verb, relation in enumerate(tree.relations):
        content = heads[verb]
        report = heads[content] if content >= 0 else -1
        form = _form(tree, verb, content)
        plain = relation == "conj" and form in ("VBD", "VBP", "VBZ")
        if not plain or report < 0 or tree.relations[content] != "ccomp" or report > content:
            continue
        told = tree.low[report] in SAY | THINK
        alone = not tree.only(verb, *_SUBJECT, *_HELPERS, "mark") and bool(tree.only(verb, "cc"))
        subject = tree.only(content, *_SUBJECT)
        if not told or not alone or not subject or not tree.only(report, *_SUBJECT):
            continue
        heard = tree.low[report] in _HEARING and bool(tree.only(report, "obj", "iobj"))
        another = heard and _another(tree, subject[0], verb)
        had = any(tree.low[a] == "had" for a in tree.only(content, "aux"))
        deed = tree.low[verb] in _DEEDS and ((heard and not had) or is_thing(tree, subject[0]))
        says = tree.low[verb] in SAY and is_thing(tree, subject[0])  # "… and cautioned that"
        would = form in ("VBD", "VBZ") and _unlike(tree, content, verb)
        if tree.fine[report] == form and (another or deed or says or would):
            heads[verb] = report


def _unlike(tree: Tree, content: int, verb: int) -> bool:
    """ "Said he would not resign and accused": no "would" goes with "accused"."""
    might = any(tree.fine[a] == "MD" for a in tree.only(content, "aux"))
    return might and tree.low[verb] in _DEEDS | SAY and tree.low[verb] not in _ALIKE


_ALIKE = frozenset(("cut", "raised"))


def _form(tree: Tree, verb: int, content: int) -> str:
    """The verb's tag; "had been good, but cautioned that": a past tense, taken for a participle."""
    said = tree.fine[verb] == "VBN" and tree.low[verb] in SAY and tree.only(verb, "ccomp")
    that = any(tree.only(c, "mark") for c in tree.only(verb, "ccomp"))
    active = content >= 0 and (that or not tree.only(content, "aux:pass"))
    return "VBD" if said and active else tree.fine[verb]


def _another(tree: Tree, subject: int, verb: int) -> bool:
    """ "Told Oe that he had lied and ordered him to pay": "he" is not who ordered him."""
    his = {"he": "him", "she": "her"}.get(tree.low[subject])
    return any(tree.low[o] == his for o in tree.only(verb, "obj", "iobj"))


def is_thing(tree: Tree, noun: int) -> bool:
    """Is it nobody who could announce, blame or ask?"""
    low = tree.low[noun]
    body = low in ORGANISATION | PEOPLE or low.removesuffix("s") in ORGANISATION | PEOPLE
    stem = low.removesuffix("s")
    doer = stem.endswith(("er", "or", "ist", "ant", "ee")) and stem not in _NO_DOERS
    body = body or doer or low in _SEVERAL
    return tree.coarse[noun] == "NOUN" and not body


_NO_DOERS = word_set("offer order letter number paper weather river border power matter water "
                     "answer tower computer disorder error factor floor danger plant transfer "
                     "chapter winter summer quarter layer tremor")  # fmt: skip
_SEVERAL = word_set("people police staff men women children boys girls brothers sisters couple two")
_HEARING = TELL | word_set("warned warn warns")
_DEEDS = word_set("""
    announced announces announce blamed blames blame urged urges urge accused accuses accuse asked
    asks ask promised promises promise pledged pledges vowed vows apologised apologized sacked
    planned plan plans want wants wanted called calls call appealed appeals warned warns thanked
    praised condemned condemns denied denies declined declines refused refuses released published
    agreed agrees adjourned accepted accepts demanded demands criticised criticized criticises
    rejected rejects ordered orders jailed sentenced fined threatened threatens offered offers
    suspended banned cut raised
""")


def _rejecting(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Oe said his men had acted lawfully, rejecting claims": Oe rejects them."""
    for verb, relation in enumerate(tree.relations):
        content = heads[verb]
        if relation != "advcl" or tree.low[verb] not in _REJECTING or content < 0:
            continue
        report = heads[content]
        inside = tree.relations[content] == "ccomp" and report >= 0
        if inside and tree.low[report] in SAY and tree.words[verb - 1].form == ",":
            heads[verb] = report


_REJECTING = word_set("rejecting dismissing calling denouncing describing citing blaming")


def _nearer_verb(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Had been shut since a pipe burst and ruined it": the pipe did."""
    for verb, relation in enumerate(tree.relations):
        main = heads[verb]
        links = tree.only(verb, "cc")
        if relation != "conj" or main < 0 or not links or tree.fine[verb] != "VBD":
            continue
        if tree.words[links[0] - 1].form == "," or tree.only(verb, *_SUBJECT, *_HELPERS):
            continue
        inner = [c for c in tree.only(main, "advcl") if main < c < verb and tree.fine[c] == "VBD"
                 and tree.only(c, "mark") and tree.only(c, *_SUBJECT)]  # fmt: skip
        about = tree.only(main, *_SUBJECT)
        if inner and about and tree.low[verb] in SAY and _mute(tree, about[0]):
            heads[verb] = inner[-1]  # "shares fell after the firm cut its forecast and said …"
        elif inner and tree.only(main, "aux", "aux:pass") and tree.fine[main] != "VBD":
            heads[verb] = inner[-1]


def _mute(tree: Tree, noun: int) -> bool:
    """ "Shares in Orbit", "the pound": they say nothing."""
    return tree.coarse[noun] == "NOUN" and tree.low[noun] in _MARKETS


_MARKETS = word_set("share shares stock stocks price prices pound dollar euro yen yuan rouble "
                    "ruble currency index bond bonds yield yields market markets oil gold futures "
                    "crude sales profit profits")  # fmt: skip


def _within_tag(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The deal, he said on Monday, is dead"; "it is likely, he admits, that it will pass"."""
    for verb, relation in enumerate(tree.relations):
        if relation != "parataxis" or tree.low[verb] not in SAY:
            continue
        end = next((w for w in range(verb, len(heads)) if tree.words[w].form == ","), -1)
        for word in range(verb + 1, end):
            if heads[word] < tree.first_word(verb) or heads[word] > end:
                heads[word], relations[word] = verb, "obl"
        root = tree.root
        for content in tree.only(verb, "ccomp"):
            that = [m for m in tree.only(content, "mark") if tree.low[m] == "that"]
            it = any(tree.low[s] == "it" for s in tree.only(root, "nsubj", "expl"))
            if that and that[0] == end + 1 and it and tree.coarse[root] == "ADJ":
                heads[content] = root


_STEPS: tuple[Step, ...] = (_which_hopes, _reporter, _rejecting, _nearer_verb, _within_tag)
