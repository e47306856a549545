"""The wording of a clause of a tree, and the pieces of the text it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from workbench.propose.inflect import takes_an
from workbench.propose.lexicon import HAVE, LINKS
from workbench.propose.tree.clause import SUBJECTS, Clause
from workbench.propose.tree.link import PAST_YEAR, link_of, then_only
from workbench.propose.tree.number import be_form
from workbench.propose.tree.participle import done_as_finite, ing_as_finite, sum_as_finite
from workbench.propose.tree.relative import Relative
from workbench.propose.tree.short_forms import spelled
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.untold import SUMMED

_GAP = re.compile(r"\s+")


def with_marks(tree: Tree, words: Iterable[int]) -> list[int]:
    """The words and the marks that stand between two of them with nothing left out."""
    kept = sorted(words)
    found: list[int] = []
    if not kept:
        return found
    inside = set(kept)
    for word, following in zip(kept, [*kept[1:], None], strict=True):
        found.append(word)
        if following is None:
            break
        if following == word + 1:
            continue
        between = range(word + 1, following)
        if all(tree.coarse[w] == "PUNCT" or tree.relations[w] == "punct" for w in between):
            glued = tree.words[word].end == tree.words[following].start - len(between) > 0
            if glued or not _lone_name(tree, word, inside):
                found.extend(between)
        elif (following in tree.early_starts or _age(tree, word)) and tree.words[
            following - 1
        ].form == ",":
            found.append(following - 1)  # "at a meeting with his counterpart, …, he said"
        else:
            found.extend(_of_a_pair(tree, found, following))
    return _without_lone_comma(tree, found)


def _of_a_pair(tree: Tree, found: list[int], following: int) -> list[int]:
    """The mark that stays beside what is left out: "the Orm Republic [(ORR)], Arl and Ley".

    Or the second dash of "two men – a cook and a clerk – [who were held] were freed".
    """
    after = found[-1] + 1
    opened = tree.words[after].form in _OPENING and tree.words[following - 2].form in _CLOSING
    if opened and following - 2 > after and tree.words[following - 1].form == ",":
        return [following - 1]
    dashes = sum(_dash(tree, w) for w in found)
    return [after] if _dash(tree, after) and dashes % 2 else []


def _dash(tree: Tree, word: int) -> bool:
    """Is it a dash, and no hyphen within a word?"""
    glued = word > 0 and tree.words[word - 1].end == tree.words[word].start
    return tree.words[word].form in _DASHES and not (glued and tree.words[word].form == "-")


_OPENING, _CLOSING = ("(", "["), (")", "]")
_DASHES = ("–", "—", "-", "--")


def _age(tree: Tree, word: int) -> bool:
    """ "Ann Oe, 19, [a member of the club,] was": the age keeps both of its commas."""
    number = tree.coarse[word] == "NUM" and len(tree.words[word].form) == 2
    return number and word > 1 and tree.words[word - 1].form == ","


def _without_lone_comma(tree: Tree, words: list[int]) -> list[int]:
    """No comma alone between a subject and its verb, where an aside was left out."""
    kept = set(words)
    for subject, below in tree.early_subjects:
        if subject not in kept:
            continue
        verb = tree.heads[subject]
        start = min(below & kept)
        commas = [w for w in range(start, verb) if w in kept and tree.words[w].form == ","]
        linked = min([verb, *(c for c in tree.only(verb, "cop", "aux", "aux:pass") if c > start)])
        before = range(commas[0], linked + 1) if commas else ()
        plain = all(tree.coarse[w] in _BETWEEN or w == verb for w in before)
        if len(commas) == 1 and before and plain:
            kept.discard(commas[0])
    return [w for w in words if w in kept]


_BETWEEN = ("AUX", "ADV", "PART", "PUNCT")


def _lone_name(tree: Tree, word: int, inside: set[int]) -> bool:
    """Does the word end a name that stands for the phrase that it was beside?"""
    while tree.relations[word] in ("flat", "compound") and tree.heads[word] >= 0:
        word = tree.heads[word]
    return tree.relations[word] == "appos" and tree.heads[word] not in inside


def written(tree: Tree, text: str, words: list[int]) -> str:
    """Words as they stand in the text; where words are left out, one space."""
    out = ""
    before: int | None = None
    for word in words:
        form, start, _ = tree.words[word]
        if before is not None:
            if word != before + 1 and tree.low[before] in ("a", "an"):
                article = tree.words[before].form  # "a [simple yet] effective way"
                out = out[: -len(article)] + article[0] + ("n" if takes_an(form) else "")
            gap = text[tree.words[before].end : start]  # "," was left out before a closing mark
            out += " " if word != before + 1 or gap not in ("", ",") else ""
        elif out:
            out += " "
        out += form
        before = word
    return _GAP.sub(" ", out)


def pieces(tree: Tree, text: str, words: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """The ranges of the text that the words cover, neighbours joined."""
    found: list[tuple[int, int]] = []
    before: int | None = None
    for word in sorted(set(words)):
        _, start, end = tree.words[word]
        if (
            before == word - 1
            and before is not None
            and not text[tree.words[before].end : start].strip()
        ):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        before = word
    return tuple(found)


def _spelled_out(tree: Tree, dropped: Iterable[int]) -> Tree:
    """ "The guard that's bundled": is, where "that" is left out."""
    full = {w + 1: said.strip() for w in dropped if (said := spelled(tree, w + 1))}
    if not full:
        return tree
    words = [word._replace(form=full.get(i, word.form)) for i, word in enumerate(tree.words)]
    return replace(tree, words=words)


def statement(tree: Tree, text: str, clause: Clause) -> tuple[str, list[int]]:
    """The clause in words, and the words of the text that it uses."""
    own = _without_links(tree, clause)
    subject = with_marks(tree, clause.subject)
    if clause.relative is not None and clause.relative.role != "subject":
        return _relative(tree, text, clause, own, subject)
    if clause.relative is not None:
        tree = _spelled_out(tree, clause.relative.dropped)
        own = [w for w in own if w not in clause.relative.dropped]
    if not clause.subject:
        own = with_marks(tree, own)
        return _straight(tree, text, clause, own) or written(tree, text, own), own
    own = with_marks(tree, own)
    lead = clause.lead
    subject_text = written(tree, text, subject)
    if by_its_name(tree, clause):
        own = [w for w in own if not _years(tree, w, clause.head)]
        link = be_form(tree, own, past_tense=then_only(tree, clause))
        said = _inside(tree, subject, subject_text)
        return f"{written(tree, text, own)} {link} {said}", [*subject, *own]
    if clause.kind == "apposition":
        said = _after(tree, link_of(tree, clause, own), "", text, own)
        return f"{subject_text} {said}", [*subject, *own]
    if clause.kind == "participle" and not lead:
        return f"{subject_text} {_finite(tree, text, clause, own)}", [*subject, *own]
    used = [*subject, *lead, *own]
    if len(lead) > 1 and own and own[0] not in lead and tree.low[own[0]] in _DENYING:
        lead, own = [lead[0], own[0], *lead[1:]], own[1:]  # "had been warned but not stopped"
    lead_text = written(tree, text, lead) + " " if lead else ""
    if clause.kind == "participle" and lead_text.startswith("having "):
        lead_text = "had" + lead_text.removeprefix("having")
    if _opens_aside(tree, clause, own):
        subject_text += ","  # "BioNTech, if necessary, could ship"
    return _after(tree, subject_text, lead_text, text, own), used


def _after(tree: Tree, subject: str, lead: str, text: str, own: list[int]) -> str:
    """A predicate after its subject, which stands elsewhere: "Asked …" small, "'s" joined."""
    said = lead + written(tree, text, own)
    if own[:1] == [0] and not lead and tree.coarse[0] != "PROPN" and tree.fine[0] != "PRP":
        said = said[:1].lower() + said[1:]
    return f"{subject}{said}" if said.startswith(_CLITICS) else f"{subject} {said}"


_CLITICS = ("'s ", "’s ", "'re ", "’re ", "'ve ", "’ve ", "'ll ", "’ll ", "'d ", "’d ")


def _years(tree: Tree, word: int, name: int) -> bool:
    """The "61" of "his lawyer, Ann Oe, 61", and the comma before it."""
    if tree.words[word].form == ",":
        return word > name and tree.coarse[word + 1] == "NUM"
    return word > name and tree.coarse[word] == "NUM" and tree.words[word - 1].form == ","


def by_its_name(tree: Tree, clause: Clause) -> bool:
    """ "A company, Obras Novas", "its chair, Ann Oe": it is told of the name."""
    if clause.kind != "apposition" or not clause.subject or tree.coarse[clause.head] != "PROPN":
        return False
    inside = set(clause.subject)
    top = next((w for w in clause.subject if tree.heads[w] not in inside), clause.subject[0])
    person = tree.coarse[top] == "NOUN" and bool(tree.only(clause.head, "flat"))
    return person or tree.low[clause.subject[0]] in ("a", "an")


def _straight(tree: Tree, text: str, clause: Clause, own: list[int]) -> str:
    """ "Nor did it pay", "never had it been dry" in the order of a statement; else empty."""
    helped = tree.only(clause.head, "aux", "aux:pass", "cop")
    subject = tree.only(clause.head, "nsubj", "nsubj:pass")[:1]
    if not helped or not subject or helped[0] > tree.first_word(subject[0]):
        return ""
    front = [w for w in own if w < helped[0]]
    opening = tree.low[front[0]] if front else ""
    nor = any(tree.low[c] == "nor" for c in tree.only(clause.head, "cc"))
    if not (nor and not front) and opening not in ("neither", "nor", *_NEVER):
        return ""
    noun = [w for w in sorted(tree.below(subject[0])) if w in set(own)]
    rest = [w for w in own if w > helped[0] and w not in set(noun)]
    denied = written(tree, text, front).lower() if opening in _NEVER else "not"
    verb = written(tree, text, helped[:1])
    return f"{written(tree, text, noun)} {verb} {denied} {written(tree, text, rest)}"


_DENYING = ("not", "never")
_NEVER = ("never", "rarely", "seldom", "hardly")


def _opens_aside(tree: Tree, clause: Clause, own: list[int]) -> bool:
    """Does the predicate begin with words that a comma parts from its verb?"""
    group = [clause.head, *tree.only(clause.head, "aux", "aux:pass", "cop")]
    before = [w for w in own if w < min(group)]
    return bool(before) and tree.words[before[-1]].form == ","


def _relative(
    tree: Tree, text: str, clause: Clause, own: list[int], noun: list[int]
) -> tuple[str, list[int]]:
    relative = clause.relative
    assert relative is not None
    rest = [w for w in (*clause.lead, *own) if w not in relative.dropped]
    used = [*noun, *rest]
    if relative.role == "bare":
        return written(tree, text, with_marks(tree, rest)), rest
    noun_text = written(tree, text, noun)
    if relative.role in ("object", "place"):
        noun_text = _inside(tree, noun, noun_text)
    if relative.role in ("owner", "share"):
        return _owned(tree, text, relative, rest, noun), used
    if relative.role == "part":
        return _of_whole(tree, text, clause, rest, _inside(tree, noun, noun_text)), used
    if relative.role == "place":
        said = written(tree, text, with_marks(tree, rest))
        bare = bool(noun) and tree.fine[noun[0]] == "NNS"
        bare = bare and relative.preposition in ("during", "after", "before")
        noun_text = f"the {noun_text}" if bare else noun_text
        return " ".join((said, relative.preposition, noun_text)).replace("  ", " "), used
    verb = relative.gap if relative.gap >= 0 else clause.head
    verb_end = max([verb, *tree.only(verb, "compound:prt"), *_sharing(tree, relative.gap)])
    first = with_marks(tree, [w for w in rest if w <= verb_end])
    last = with_marks(tree, [w for w in rest if w > verb_end])
    said = f"{written(tree, text, first)} {noun_text} {written(tree, text, last)}".strip()
    return said, used


def _sharing(tree: Tree, gap: int) -> list[int]:
    """ "Which she vowed to print and sell": the verbs joined to "print" that share what is sold."""
    joined = tree.only(gap, "conj") if gap >= 0 else []
    own = ("obj", "obl", "ccomp", "xcomp", *SUBJECTS)
    return [c for c in joined if tree.fine[c] == "VB" and not tree.only(c, *own)]


def _owned(tree: Tree, text: str, relative: Relative, rest: list[int], noun: list[int]) -> str:
    """ "Ann Oe's son left"; "most of the isle's people fish"; "the wives of men in Ley work"."""
    whose = relative.dropped[0]
    noun_text, owned = written(tree, text, noun), tree.heads[whose]
    share = [w for w in rest if w < whose] if relative.role == "share" else []
    before = f"{written(tree, text, share)} " if share else ""
    noun_text = _inside(tree, noun, noun_text) if share else noun_text
    rest = [w for w in rest if w not in share]
    if owned in rest and _placed(tree, noun):
        own_part, then = rest[: rest.index(owned) + 1], rest[rest.index(owned) + 1 :]
        the = f"{before}the" if share else "The"
        whole = f"{the} {written(tree, text, own_part)} of {_inside(tree, noun, noun_text)}"
        return f"{whole} {written(tree, text, with_marks(tree, then))}"
    ending = "'" if noun_text.endswith("s") else "'s"
    return f"{before}{noun_text}{ending} {written(tree, text, with_marks(tree, rest))}"


def _inside(tree: Tree, noun: list[int], said: str) -> str:
    """ "The dam" as it is written within a sentence: "the dam"."""
    if not noun:
        return said
    small = tree.coarse[noun[0]] in ("DET", "ADJ", "NUM", "NOUN", "ADP", "ADV")
    own = tree.words[noun[0]].form.lower() in ("its", "his", "her", "their", "our", "my")
    plain = tree.words[noun[0]].form.istitle() and tree.fine[noun[0]] not in ("NNP", "NNPS")
    return said[:1].lower() + said[1:] if plain and (small or own) else said


def _placed(tree: Tree, noun: list[int]) -> bool:
    """ "Dockers in Telby": no "'s" goes with the last word."""
    if _one_of_several(tree, noun):
        return True
    several = [w for w in noun if tree.fine[w] == "NNS" and tree.heads[w] not in noun]
    return bool(several) and any(
        w > several[0] and tree.low[w] in ("in", "at", "from", "on", "near") for w in noun
    )


def _one_of_several(tree: Tree, noun: list[int]) -> bool:
    """ "The youngest of the sisters", "the mayor of two towns": one, but the last word is many."""
    tops = [w for w in noun if tree.heads[w] not in noun]
    if len(tops) != 1 or tree.fine[tops[0]] != "NN" or tree.fine[noun[-1]] != "NNS":
        return False
    of = tops[0] + 1
    return of < noun[-1] and of in noun and tree.low[of] == "of"


def _of_whole(tree: Tree, text: str, clause: Clause, rest: list[int], whole: str) -> str:
    """ "One of which is shut" as "one of the two mines is shut"."""
    subject = tree.only(clause.head, "nsubj", "nsubj:pass")[:1]
    part = sorted(tree.below(subject[0]) & set(rest)) if subject else []
    after = [w for w in rest if w not in part]
    if [tree.low[w] for w in part] == ["both"] and " and " in whole and whole[:1].isupper():
        return f"Both {whole} {written(tree, text, with_marks(tree, after))}"
    bare = tree.fine[clause.subject[0]] in ("NNS", "NNPS")
    if tree.coarse[clause.subject[0]] == "NUM" or bare:  # "many of the bakers"
        whole = "the " + whole[:1].lower() + whole[1:]
    elif whole.lower().startswith(("about ", "around ")):
        whole = whole[:1].lower() + whole[1:]  # "85% of about 180,000 cars"
    elif whole.lower().startswith(_ROUGHLY):
        whole = "the " + whole[:1].lower() + whole[1:]  # "many of the more than 80 paintings"
    elif whole.startswith("The "):
        whole = whole[:1].lower() + whole[1:]
    elif whole.lower().startswith(("a ", "an ", "both ", "all ")):
        whole = "the " + whole.split(maxsplit=1)[1]  # "neither of the buildings"
    return f"{written(tree, text, part)} of {whole} {written(tree, text, with_marks(tree, after))}"


_ROUGHLY = ("more than ", "about ", "around ", "at least ", "nearly ", "over ", "up to ")
_SO = frozenset(("far", "long", "much", "many", "-"))  # "so far", "so-called"
_STAYS = frozenset(("cc:preconj", "case", "nsubj", "nsubj:pass"))


def _governs(tree: Tree, word: int) -> bool:
    """ "Instead of paying", "besides losing"."""
    return word < len(tree.words) and (tree.low[word] == "of" or tree.fine[word] == "VBG")


def _without_links(tree: Tree, clause: Clause) -> list[int]:
    own = list(clause.own)
    while len(own) > 2 and (
        (tree.low[own[0]] in LINKS and tree.coarse[own[0]] in ("ADV", "CCONJ", "SCONJ", "INTJ"))
        or tree.coarse[own[0]] in ("PUNCT", "CCONJ")
    ):
        if tree.relations[own[0]] in ("cc:preconj", "case", "nsubj", "nsubj:pass") or tree.only(
            own[0], "fixed"
        ):
            break  # "neither Iran nor Iraq", "instead of having"
        if tree.low[own[0]] in ("instead", "besides") and _governs(tree, own[0] + 1):
            break
        following = own[0] + 1
        if tree.low[own[0]] == "so" and (
            tree.low[following] in _SO or tree.coarse[following] == "ADJ"
        ):
            break
        own.pop(0)
    return own


def _finite(tree: Tree, text: str, clause: Clause, own: list[int]) -> str:
    """A participle as a finite verb: "killing" → "killed", "founded" → "was founded"."""
    head = clause.head
    dated = tree.fine[head] == "VBN" and any(PAST_YEAR.fullmatch(tree.words[w].form) for w in own)
    was = clause.host is None or past_tense(tree, _tensed(tree, clause.host)) or dated
    failed = any(tree.low[m] == "after" for m in tree.only(head, "mark", "case"))
    was = was or failed  # "will lose power after failing to find a partner"
    before = [w for w in own if w < head]
    after = written(tree, text, [w for w in own if w > head])
    lead = written(tree, text, before) + " " if before else ""
    if before and before[0] == 0 and tree.coarse[0] != "PROPN":
        lead = lead[:1].lower() + lead[1:]  # "Originally planned for May, the sale …"
    low = tree.low[head]
    helpers = tree.only(head, "aux", "aux:pass", "cop")
    if [tree.low[h] for h in helpers] == ["been"] and not before[:-1]:
        helpers, lead = [], ""  # "[have died and] six been taken to hospital"
    if tree.fine[head] != "VBG" and not helpers:
        return f"{done_as_finite(tree, clause, own, was)} {lead}{low} {after}".strip()
    if any(tree.fine[m] == "TO" for m in tree.only(head, "mark")):  # "a wall to be built"
        return f"{be_form(tree, clause.subject, was)} {written(tree, text, own)}"
    if helpers:
        rest = written(tree, text, [w for w in own if w != helpers[0]])
        if own and tree.low[own[0]] in _DENYING:  # "Not having paid, …"
            rest = rest[:1].lower() + rest[1:]
        if tree.low[helpers[0]] == "having" or tree.low[helpers[0]] in HAVE:
            return f"had {rest}"
        return f"{be_form(tree, clause.subject, was)} {rest}"
    if low in SUMMED and any(w in clause.subject for w in tree.only(head, "obj")):
        after = written(tree, text, [w for w in own if w > max(clause.subject)])
        return f"{sum_as_finite(tree, clause, was)} {after}"  # "bringing the total to 90"
    return f"{lead}{ing_as_finite(tree, clause, was)} {after}".strip()


def _tensed(tree: Tree, host: int) -> int:
    """ "Scored to lead Ley past Arl, spoiling": the verb with a tense above an infinitive."""
    to = any(tree.fine[m] == "TO" for m in tree.only(host, "mark"))
    above = tree.heads[host]
    if not to or tree.only(host, "aux") or tree.relations[host] not in _AIMED or above < 0:
        return host
    return above if tree.fine[above].startswith("VB") else host


_AIMED = ("advcl", "xcomp")


def past_tense(tree: Tree, head: int) -> bool:
    """Is the predicate in a past tense (or perfect)?"""
    if any(tree.fine[c] == "VBD" or tree.low[c] in ("has", "have") for c in
           tree.only(head, "aux", "aux:pass", "cop")):  # fmt: skip
        return True
    return tree.fine[head] == "VBD"
