"""Correct which clauses beside a report are its content, and which the reporter's or the article's.

"Oe said that sales had fallen, but costs had fallen, too": she said both. "Oe told them it was a
duty, as she opened the hall": that she opened it is told by the article.
"""

from __future__ import annotations

from workbench.propose.lexicon import SAY, THINK, word_set
from workbench.propose.semantic.names import PEOPLE
from workbench.propose.semantic.reporters import is_thing
from workbench.propose.tree.report import adding
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_SUBJECT = ("nsubj", "nsubj:pass", "expl")
_GROUP = ("aux", "aux:pass", "cop")
_PERSONS = frozenset(("he", "she"))
_PEOPLE = _PERSONS | {"they"}
_SAME_VERBS = SAY | THINK


def repair_told_on(tree: Tree) -> Tree:
    """The tree with such clauses where they belong."""
    return stepwise(tree, _STEPS)


def _reports(tree: Tree, verb: int) -> bool:
    """Is it "said" or "explained", of somebody, with what was said?"""
    return tree.low[verb] in SAY and tree.fine[verb] == "VBD" and bool(tree.only(verb, *_SUBJECT))


def _content_above(tree: Tree, word: int) -> tuple[int, int]:
    """The report in whose content a word stands, and that content; -1 twice where in none."""
    for _ in range(len(tree.words)):
        above = tree.heads[word]
        if above < 0:
            break
        if tree.relations[word] == "ccomp" and above < word and _reports(tree, above):
            return above, word
        word = above
    return -1, -1


def _goes_on_telling(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Oe explained that it had been safe, but after May it had been closed": she explained both.

    So is "said they run it, and he sees": a tense that the article would not use itself.
    """
    for verb, relation in enumerate(tree.relations):
        report = heads[verb]
        if relation != "conj" or report < 0 or not _reports(tree, report):
            continue
        content = [c for c in tree.only(report, "ccomp") if report < c < verb]
        about = [s for s in tree.only(verb, *_SUBJECT) if content and s > content[-1]]
        if not about or not tree.only(verb, "cc") or tree.low[verb] in _SAME_VERBS:
            continue
        if _carried(tree, content[-1], verb, about[0]):
            heads[verb] = content[-1]


def _carried(tree: Tree, content: int, verb: int, subject: int) -> bool:
    """Does the tense of a clause go on with the tense of what was said before it?"""
    own, before = _helping(tree, verb), _helping(tree, content)
    if "had" in own:
        return "had" in before
    if "would" in own:
        return "would" in before
    present = any(tree.fine[w] in ("VBZ", "VBP") for w in (verb, *tree.only(verb, *_GROUP)))
    return present and tree.low[subject] in _PERSONS and not own & _PERFECT


_PERFECT = frozenset(("has", "have", "'s", "'ve"))


def _helping(tree: Tree, verb: int) -> set[str]:
    return {tree.low[w] for w in tree.only(verb, *_GROUP)}


def _does_besides(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Oe said she had watched it and slammed the hearing": the slamming is hers, and not said."""
    for verb, relation in enumerate(tree.relations):
        content = heads[verb]
        report = heads[content] if content >= 0 else -1
        if relation != "conj" or report < 0 or tree.relations[content] != "ccomp":
            continue
        if not _reports(tree, report) or tree.fine[verb] != "VBD" or report > content:
            continue
        alone = bool(tree.only(verb, "cc")) and not tree.only(verb, *_SUBJECT, *_GROUP, "mark")
        if alone and _picks(tree, verb, content):
            heads[verb] = report
            continue
        about = [tree.low[s] for s in tree.only(content, *_SUBJECT)]
        if not alone or not about or about[0] not in _PEOPLE or not tree.only(verb, "obj", "iobj"):
            continue
        under_way = "being" in _helping(tree, content) and tree.low[verb] in _ASKED
        if under_way or ("had" in _helping(tree, content) and tree.low[verb] in _JUDGED):
            heads[verb] = report


def _another_reports(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Guests say it is full, but the owner says she is broke": that she does, no guest says."""
    for verb, relation in enumerate(tree.relations):
        content = heads[verb]
        report = heads[content] if content >= 0 else -1
        if relation != "conj" or report < 0 or tree.relations[content] != "ccomp":
            continue
        says = tree.low[verb] in SAY and tree.fine[verb] in ("VBZ", "VBP", "VBD")
        says = says and bool(tree.only(verb, "ccomp")) and not tree.only(verb, "mark", *_GROUP)
        link = [c for c in tree.only(verb, "cc") if c > 0 and tree.words[c - 1].form == ","]
        who = tree.only(verb, "nsubj")
        named = bool(who) and tree.coarse[who[0]] in ("NOUN", "PROPN")
        if says and link and named and tree.low[report] in SAY and report < content:
            heads[verb] = report


def _after_quote(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Oe said, “The mill is shut,” and left the room": what the marks shut out is not said."""
    for verb, relation in enumerate(tree.relations):
        content = heads[verb]
        report = heads[content] if content >= 0 else -1
        if relation != "conj" or report < 0 or tree.low[report] not in SAY or report > content:
            continue
        before = [w.form for w in tree.words[report + 1 : min(report + 3, content)]]
        between = [w.form for w in tree.words[content:verb]]
        links = tree.only(verb, "cc")
        opens = before[:1] == [","] or any(f in _OPEN for f in before[:1])
        parted = opens and any(f in _OPEN for f in before) and any(f in _CLOSE for f in between)
        parted = parted and bool(links) and tree.words[links[0] - 1].form in _CLOSE
        alone = not tree.only(verb, *_SUBJECT, *_GROUP) and tree.fine[verb] == tree.fine[report]
        if parted and links[0] > content and alone:
            heads[verb] = report


_OPEN, _CLOSE = '“"„«', '”"»'


def _and_we(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "They told us the dam had burst and we ran to the hill": we ran, and nobody told us so."""
    for verb, relation in enumerate(tree.relations):
        content = heads[verb]
        report = heads[content] if content >= 0 else -1
        if relation != "conj" or not 0 <= report < content or tree.relations[content] != "ccomp":
            continue
        ours = any(tree.low[s] in _FIRST for s in tree.only(verb, "nsubj"))
        theirs = [tree.low[s] for w in (report, content) for s in tree.only(w, *_SUBJECT)]
        heard = any(tree.low[o] in _FIRST for o in tree.only(report, "obj", "iobj"))
        if ours and heard and len(theirs) > 1 and not set(theirs) & _FIRST:
            heads[verb] = report


_FIRST = frozenset(("i", "we", "me", "us"))


def _sentences(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "The court found Oe had lied, jailed him and fined him": the court did, as he is Oe."""
    for verb, relation in enumerate(tree.relations):
        content = heads[verb]
        report = heads[content] if content >= 0 else -1
        if relation != "conj" or not 0 <= report < content or tree.relations[content] != "ccomp":
            continue
        whom = any(tree.low[o] in ("him", "her") for o in tree.only(verb, "obj", "iobj"))
        about = tree.only(content, "nsubj", "nsubj:pass")
        he = bool(about) and (tree.coarse[about[0]] == "PROPN" or tree.low[about[0]] in _PERSONS)
        other = any(tree.coarse[o] == "PROPN" or tree.low[o] in PEOPLE
                    for o in tree.only(content, "obj", "iobj"))  # fmt: skip
        whom = whom and he and not other
        alone = not tree.only(verb, *_SUBJECT, *_GROUP, "mark")
        who = tree.only(report, "nsubj")
        if whom and alone and who and tree.low[verb] in _RULED and tree.fine[report] == "VBD":
            heads[verb] = report


_RULED = word_set("jailed sentenced fined ordered cleared acquitted banned suspended sacked")


def _tells_no_more(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Said the vote had been stolen but gave no proof", "… but did not name him": who said it."""
    for verb, relation in enumerate(tree.relations):
        content = heads[verb]
        report = heads[content] if content >= 0 else -1
        if relation != "conj" or report < 0 or tree.relations[content] != "ccomp":
            continue
        if not _reports(tree, report) or report > content or tree.only(verb, *_SUBJECT, "mark"):
            continue
        no = any(tree.low[d] in ("no", "few", "little") for o in tree.only(verb, "obj")
                 for d in tree.only(o, "det", "amod", "advmod"))  # fmt: skip
        silent = any(tree.low[w] in ("did", "would") for w in tree.only(verb, "aux"))
        silent = silent and any(tree.low[w] in ("not", "n't") for w in tree.only(verb, "advmod"))
        gives = no and tree.low[verb] in _GIVES and not tree.only(verb, *_GROUP)
        but = any(tree.low[c] in ("but", "and") for c in tree.only(verb, "cc"))
        if but and (gives or (silent and tree.low[verb] in _ELABORATES)):
            heads[verb] = report


_GIVES = word_set("gave offered provided cited presented supplied disclosed")
_ELABORATES = word_set("elaborate say specify comment name identify disclose explain give provide")


def _appeals(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Police said a man had been held and appealed for witnesses": police did; nobody is
    "appealed for", so that it goes with no "been".
    """
    for verb, relation in enumerate(tree.relations):
        content = heads[verb]
        report = heads[content] if content >= 0 else -1
        if relation != "conj" or report < 0 or tree.relations[content] != "ccomp":
            continue
        if not _reports(tree, report) or report > content or tree.low[verb] not in _CALLS:
            continue
        alone = bool(tree.only(verb, "cc")) and not tree.only(verb, *_SUBJECT, *_GROUP, "obj")
        asked = any(tree.low[c] in _CALLS[tree.low[verb]] for o in tree.only(verb, "obl")
                    for c in tree.only(o, "case"))  # fmt: skip
        about = tree.only(content, *_SUBJECT)  # "said sales had fallen and warned of cuts"
        mute = bool(about) and is_thing(tree, about[0])
        if alone and asked and (mute or tree.only(content, "aux:pass")):
            heads[verb] = report
            tree.fine[verb] = "VBD"


_CALLS = {"appealed": ("for", "to"), "called": ("for", "on"), "apologised": ("for", "to"),
          "apologized": ("for", "to"), "warned": ("of", "against")}  # fmt: skip


def _picks(tree: Tree, verb: int, content: int) -> bool:
    """ "The bank said the ruling helped lenders and named Orbit as its top pick": the bank's."""
    subject = tree.only(content, *_SUBJECT)
    thing = bool(subject) and tree.coarse[subject[0]] == "NOUN"
    own = any(tree.low[c] == "as" for o in tree.only(verb, "obl") for c in tree.only(o, "case")
              if any(tree.low[p] == "its" for p in tree.only(o, "nmod:poss")))  # fmt: skip
    return thing and own and tree.low[verb] in _PICKED


_PICKED = word_set("named identified listed picked cited chose rated")
_ASKED = word_set("asked urged thanked blamed accused begged called criticised criticized praised")
_JUDGED = word_set("""
    slammed blasted condemned criticised criticized denounced praised hailed lambasted mocked
    ridiculed derided decried branded labelled labeled lamented thanked
""")


def _as_he(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Told deputies it was his duty to go, as he fended off critics": told by the article."""
    for verb, relation in enumerate(tree.relations):
        marks = [m for m in tree.only(verb, "mark") if tree.low[m] == "as"]
        above = heads[verb]
        if relation != "advcl" or not marks or above < 0 or tree.fine[verb] != "VBD":
            continue
        report, content = _content_above(tree, above)
        about = [s for s in tree.only(verb, "nsubj") if tree.low[s] in _PEOPLE]
        parted = marks[0] > 0 and tree.words[marks[0] - 1].form == ","
        if report < 0 or not about or not parted or marks[0] <= content or _helping(tree, verb):
            continue
        same = any(tree.low[s] == tree.low[about[0]] for s in tree.only(content, *_SUBJECT))
        if same or tree.low[verb] in _FELT or verb < marks[0]:
            continue
        heads[verb] = report
        for child in tree.children[above]:
            if child > verb and tree.coarse[child] != "PUNCT":
                heads[child] = verb
                bare = relations[child] == "obl" and not tree.only(child, "case")
                relations[child] = (
                    "obj" if bare and not tree.only(verb, "obj") else relations[child]
                )


_FELT = word_set("felt thought believed knew wanted needed had was were lacked feared saw hoped "
                 "expected did found")  # fmt: skip


_SPEAKERS = ("NUM", "NOUN", "PROPN", "PRON", "DET")


def _said_one(tree: Tree, _heads: list[int], relations: list[str]) -> None:
    """ "Said one of the owners, Ann Oe": a tag, whose subject stands behind the verb."""
    first = tree.root == 0 and tree.low[0] in SAY and not tree.only(0, *_SUBJECT, "ccomp")
    told = [c for c in tree.only(0, "obj", "iobj", "xcomp") if not tree.only(c, "case", "mark")]
    if first and len(told) == 1 and tree.coarse[told[0]] in _SPEAKERS:
        relations[told[0]] = "nsubj"


_STEPS: tuple[Step, ...] = (
    _another_reports,
    _after_quote,
    _goes_on_telling,
    _and_we,
    _does_besides,
    _sentences,
    _tells_no_more,
    _appeals,
    _as_he,
    adding,
    _said_one,
)
