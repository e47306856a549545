"""Correct what was reported: "worked out that", and a second verb of who reports."""

from __future__ import annotations

from workbench.propose.inflect import IRREGULAR_PAST
from workbench.propose.lexicon import CONTRAST, SAY, TELL, THINK, word_set
from workbench.propose.tree.cuts import loose, past
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, finite, stepwise

_OUT = word_set(
    "work works worked find finds found point points pointed spell spells spelled spelt"
)
_SLIP = word_set("let lets make makes made")
_SLIPPED = frozenset(("slip", "clear", "plain", "known"))
_HOW = word_set("describe describes described recall recalls recalled tell tells told recount "
                "recounts recounted hear hears heard")  # fmt: skip
_TAGS = word_set("urged urges asked asks warned joked")
_WHO = frozenset(("who", "whose"))
_NOTING = word_set("noting adding saying arguing warning claiming insisting stressing explaining "
                   "pointing recalling stating telling citing")  # fmt: skip
_SUBJECT = ("nsubj", "nsubj:pass")
_QUESTIONS = word_set("how what which whose who whom why whatever whichever")
_CLAUSAL = ("acl", "acl:relcl", "acl:aside", "advcl", "advcl:relcl", "ccomp", "conj", "csubj",
            "csubj:pass", "parataxis", "xcomp")  # fmt: skip
_CONTENT = ("ccomp", "advcl", "parataxis", "csubj", "acl")


def repair_reports(tree: Tree) -> Tree:
    """The tree with content under the phrase that reports it, and no more than the content."""
    return stepwise(tree, _STEPS)


def phrasal(tree: Tree, verb: int) -> bool:
    """ "Work out", "point out", "let slip", "make clear": is what follows "that" reported?"""
    if tree.low[verb] in _OUT:
        return any(tree.low[c] == "out" for c in tree.only(verb, "compound:prt", "advmod"))
    return tree.low[verb] in _SLIP and any(
        tree.low[c] in _SLIPPED for c in tree.only(verb, "xcomp")
    )


def telling(tree: Tree, verb: int) -> int:
    """ "Went on to say that", "was quoted as saying that", "tried to suggest that": the word that
    reports; else the verb.
    """
    for inner in tree.only(verb, "xcomp", "advcl"):
        marks = [tree.low[m] for m in tree.only(inner, "mark", "case") if m < inner]
        on = any(tree.low[c] == "on" for c in tree.only(verb, "advmod", "compound:prt"))
        goes_on = tree.low[verb] in _GOES and on and marks == ["to"]
        cited = tree.only(verb, "aux:pass") or (tree.low[verb] in _CITES and tree.only(verb, "obj"))
        quoted = tree.low[verb] in _QUOTED and cited and marks == ["as"]
        tries = tree.low[verb] in _TRIES and marks == ["to"]
        if (goes_on or quoted or tries) and tree.low[inner] in SAY and tree.only(inner, "ccomp"):
            return inner
    return verb


_GOES = word_set("go goes went gone")
_QUOTED = word_set("quoted cited reported quotes quote cites")
_CITES = word_set("quoted quotes quote cited cites")
_TRIES = word_set("try tries tried trying sought seeks attempted attempts hastened rushed")


def told_how(tree: Tree, content: int) -> bool:
    """ "Described how the case was solved": that it was, if nothing is asked of it."""
    above = tree.heads[content]
    if above < 0 or tree.relations[content] != "ccomp" or tree.low[above] not in _HOW:
        return False
    asked = [c for c in tree.children[content] if tree.fine[c].startswith("W")]
    past = any(tree.fine[w] == "VBD" for w in (content, *tree.only(content, "aux", "aux:pass")))
    return past and len(asked) == 1 and tree.low[asked[0]] == "how"


def asks(tree: Tree, verb: int) -> bool:
    """ "[Knew] how many people died", "what price it fetched": is it a question, put indirectly?"""
    end = min([verb, *tree.only(verb, *_SUBJECT)[:1]])
    for word in sorted(tree.below(verb)):
        asking = tree.low[word] in _QUESTIONS and tree.fine[word].startswith("W")
        if asking and word <= end and not _free(tree, word, verb):
            at = word
            while at != verb and tree.relations[at] not in _CLAUSAL:
                at = tree.heads[at]
            if at == verb:
                return not told_how(tree, verb)
    return False


def _free(tree: Tree, word: int, verb: int) -> bool:
    """ "What everyone liked was the food", "at which point it sank": no question."""
    what = tree.coarse[word] == "PRON" and tree.relations[verb] == "root"
    within = tree.low[word] == "which" and word > 0 and tree.fine[word - 1] == "IN"
    return what or within or bool(tree.only(word, "acl:relcl"))


def by_the_way(tree: Tree, word: int, content: int) -> bool:
    """ "Say they catch fewer, though nobody has found a decline": is it told by who reports it?"""
    while word >= 0 and word != content:
        marks = {tree.low[m] for m in tree.only(word, "mark")}
        if tree.relations[word] == "advcl" and marks & CONTRAST and loose(tree, word):
            return not shifted(tree, word)
        word = tree.heads[word]
    return False


def shifted(tree: Tree, verb: int) -> bool:
    """ "Said taxes would fall, while spending would rise": in the tense of what is reported."""
    about = tree.only(verb, *_SUBJECT)
    named = bool(about) and tree.coarse[about[0]] in ("NOUN", "PROPN")
    if named and _alongside(tree, verb):
        return True
    return named and any(tree.low[a] in ("had", "would") for a in tree.only(verb, "aux"))


def _alongside(tree: Tree, verb: int) -> bool:
    """ "Reported that crews are idle, while unions send their members": both as reported."""
    content = tree.heads[verb]
    report = tree.heads[content] if content >= 0 else -1
    if report < 0 or tree.relations[content] != "ccomp" or tree.fine[report] != "VBD":
        return False
    during = any(tree.low[m] in ("while", "whereas") for m in tree.only(verb, "mark"))
    if tree.low[verb] in SAY:
        return False  # "said it is a friend, while police deny it": the article says so
    return during and _now(tree, verb) and _now(tree, content)


def _now(tree: Tree, verb: int) -> bool:
    """Is it "goes", "is going", "is shut", and no perfect?"""
    group = (verb, *tree.only(verb, "aux", "aux:pass", "cop"))
    perfect = any(tree.low[w] in ("has", "have") and w != verb for w in group)
    return not perfect and any(tree.fine[w] in ("VBZ", "VBP") for w in group)


def promised(tree: Tree, content: int) -> bool:
    """ "They were told that Ann Oe would come": nobody says whether she came, or who told them."""
    above = tree.heads[content]
    if above < 0 or tree.low[above] not in TELL or not tree.only(above, "aux:pass"):
        return False
    by = any(tree.low[m] == "by" for c in tree.only(above, "obl", "obl:agent")
             for m in tree.only(c, "case"))  # fmt: skip
    return not by and any(tree.low[a] == "would" for a in tree.only(content, "aux"))


def _so(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Said they share a bridge, so it makes sense": it follows from what was said."""
    for verb, relation in enumerate(tree.relations):
        report = heads[verb]
        if relation not in ("parataxis", "conj", "advcl") or report < 0:
            continue
        first = tree.first_word(verb)
        opens = tree.low[first] == "so" and heads[first] == verb and first + 1 < len(heads)
        if not opens or tree.words[first - 1].form != "," or tree.low[report] not in SAY:
            continue
        content = [c for c in tree.only(report, "ccomp") if report < c < first]
        if content and tree.only(verb, *_SUBJECT):
            heads[verb] = content[-1]


def _knows(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Told them that it has been paid, but she doesn't know by whom": so she said."""
    for verb, relation in enumerate(tree.relations):
        report = heads[verb]
        if relation != "conj" or report < 0 or tree.low[report] not in SAY:
            continue
        about = [tree.low[s] for s in tree.only(verb, "nsubj")]
        minds = tree.low[verb] in _MINDING and about and about[0] in _PERSONS
        content = [c for c in tree.only(report, "ccomp") if report < c < verb]
        if minds and content and tree.fine[report] == "VBD" and _now(tree, verb):
            heads[verb] = content[-1]


_PERSONS = frozenset(("he", "she", "they"))
_MINDING = word_set("know think believe feel want expect doubt worry understand remember need "
                    "knows thinks believes feels wants expects doubts worries understands "
                    "remembers needs")  # fmt: skip


def by_nobody(tree: Tree, verb: int) -> bool:
    """ "No group said", "neither side would say", "nobody has claimed"."""
    words = {w for s in tree.only(verb, *_SUBJECT)
             for w in (s, *tree.only(s, "det", "cc:preconj", "advmod"))}  # fmt: skip
    return any(tree.low[w] in _NOBODY for w in words)


_NOBODY = frozenset(("no", "nobody", "none", "neither", "nothing", "little", "few"))


def _inverted_tag(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Urged Ann Oe, who leads them": a tag, whose verb comes first."""
    spoke = tree.low[0] in SAY or tree.low[0] in _TAGS
    if not spoke or tree.fine[0] not in ("VBD", "VBN", "VBZ", "VBP") or len(heads) < 4:
        return
    noun = next((w for w in range(1, len(heads)) if tree.coarse[w] in ("PROPN", "NOUN")
                 and relations[w] not in ("compound", "nmod:poss", "nmod:desc")), -1)  # fmt: skip
    opener = next((w for w in range(noun + 1, len(heads)) if tree.low[w] in _WHO), -1)
    if noun < 0 or opener < 0 or tree.words[opener - 1].form != ",":
        return
    verb = heads[opener]
    if tree.low[opener] == "whose":
        verb = heads[verb] if verb >= 0 else -1
    between = range(1, noun)
    plain = all(tree.coarse[w] in ("DET", "ADJ", "NOUN", "PROPN", "PRON") for w in between)
    if not plain or verb <= opener or relations[noun] == "ccomp":
        return
    heads[0], relations[0] = -1, "root"
    heads[noun], relations[noun] = 0, "nsubj"
    heads[verb], relations[verb] = noun, "acl:relcl"


def _phrasal(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Has worked out that …", "let slip that …": content, and no adverbial clause."""
    for verb in range(len(heads)):
        if not phrasal(tree, verb) or tree.only(verb, "ccomp"):
            continue
        inner = [c for x in tree.only(verb, "xcomp") for c in tree.children[x]]
        for child in (*tree.children[verb], *inner):
            that = any(tree.low[m] == "that" for m in tree.only(child, "mark"))
            if relations[child] in _CONTENT and that and child > verb:
                heads[child], relations[child] = verb, "ccomp"


def _second_report(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Said that no job would go and ruled out cuts": a past tense after "would" or "is" goes on
    with "said".
    """
    for report in range(len(heads)):
        if tree.low[report] not in SAY | THINK or tree.fine[report] != "VBD":
            continue
        for content in tree.only(report, "ccomp"):
            if not _not_past(tree, content):
                continue
            marked = any(tree.low[m] == "that" for m in tree.only(content, "mark"))
            for verb in sorted(tree.below(content)):
                if verb < content or relations[verb] != "conj" or not marked:
                    continue
                above = heads[verb]
                if above < 0 or not _bare_past(tree, verb) or not _not_past(tree, above):
                    continue
                if IRREGULAR_PAST.get(tree.low[verb]) == tree.low[verb]:
                    continue  # "would cost 9 million and hurt small firms"
                heads[verb], relations[verb] = report, "conj"
                tree.fine[verb] = "VBD"
                break


def _content_goes_on(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Observed the show names and features painters": a present tense goes on with "names"."""
    for verb, relation in enumerate(tree.relations):
        report = tree.heads[verb]
        if relation != "conj" or report < 0 or tree.fine[report] != "VBD":
            continue
        group = [tree.low[c] for c in tree.only(verb, "aux", "aux:pass", "cop")]
        earlier = group[:1] == ["had"] and not tree.only(verb, *_SUBJECT)
        inner = [c for c in tree.only(report, "ccomp") if c < verb and past(tree, c)]
        if earlier and inner:
            heads[verb] = inner[-1]  # "said he was innocent and had been ill"
            continue
        if tree.fine[verb] not in ("VBZ", "VBP") or tree.only(verb, *_SUBJECT, "aux", "cop"):
            continue
        for content in tree.only(report, "ccomp"):
            if content < verb and tree.fine[content] == tree.fine[verb]:
                heads[verb] = content


def _not_past(tree: Tree, verb: int) -> bool:
    """Is it "would go", "is", "goes", or no verb at all, rather than "went" or "had gone"?"""
    group = (verb, *tree.only(verb, "aux", "aux:pass", "cop"))
    if any(tree.fine[w] == "VBD" for w in group):
        return False
    return finite(tree, verb) or any(tree.fine[w] in ("VBZ", "VBP", "MD") for w in group)


def _bare_past(tree: Tree, verb: int) -> bool:
    """ "Ruled out cuts": a past tense of its own, with an object and no subject."""
    if tree.only(verb, "aux", "aux:pass", "cop", "nsubj", "nsubj:pass", "mark"):
        return False
    and_ = any(tree.low[c] in ("and", "but") for c in tree.only(verb, "cc"))
    return tree.fine[verb] in ("VBD", "VBN") and and_ and bool(tree.only(verb, "obj", "ccomp"))


def _speaker_lost(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "A panel of three found that the club had lost": the panel is who found it."""
    for content, relation in enumerate(tree.relations):
        verb = tree.heads[content]
        if relation != "ccomp" or verb > content or tree.only(verb, *_SUBJECT):
            continue
        found = [s for s in tree.only(content, *_SUBJECT) if s < verb]
        if found and tree.coarse[verb] == "VERB" and len(tree.only(content, *_SUBJECT)) > 1:
            heads[found[-1]], relations[found[-1]] = verb, "nsubj"


def adding(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Argued the money would be lost, noting that …": who argued noted it."""
    for verb in range(len(heads)):
        low, content = tree.low[verb], tree.heads[verb]
        if low not in _NOTING or tree.relations[verb] != "advcl" or not 0 <= content < verb:
            continue
        above = tree.heads[content]
        if tree.relations[content] != "ccomp" or above < 0 or tree.low[above] not in SAY:
            continue
        if tree.words[verb - 1].form == "," and tree.only(above, *_SUBJECT):
            heads[verb] = above


def _having(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Broke into the school, having worked there": no second verb of the same subject."""
    for verb, relation in enumerate(tree.relations):
        having = any(tree.low[c] == "having" and c < verb for c in tree.only(verb, "aux"))
        if having and relation == "conj" and not tree.only(verb, "cc", *_SUBJECT):
            relations[verb] = "advcl"


def _said_of(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Said more than 15,000 people registered for it": nobody says people."""
    for verb in range(len(heads)):
        told = tree.only(verb, "obj") if tree.low[verb] in ("said", "says", "say") else []
        if len(told) != 1 or told[0] < verb or tree.only(verb, "ccomp"):
            continue
        did = tree.only(told[0], "acl")
        ended = len(did) == 1 and tree.fine[did[0]] == "VBN" and tree.low[did[0]].endswith("ed")
        if not ended or tree.fine[told[0]] not in ("NNS", "NNP", "NNPS"):
            continue
        if tree.low[told[0]] in _WORDS or tree.only(did[0], "obl:agent", "aux:pass"):
            continue
        heads[did[0]], relations[did[0]] = verb, "ccomp"
        heads[told[0]], relations[told[0]] = did[0], "nsubj"
        tree.fine[did[0]] = "VBD"


_WORDS = word_set("words things prayers lines sentences phrases goodbyes")
_STEPS: tuple[Step, ...] = (_inverted_tag, _phrasal, _second_report, _speaker_lost, adding,
                            _having, _content_goes_on, _said_of, _so, _knows)  # fmt: skip
