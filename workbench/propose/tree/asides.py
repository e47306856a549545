"""Correct what stands between commas: an aside hangs together, and on the noun before it."""

from __future__ import annotations

from workbench.propose.lexicon import MEASURES, word_set
from workbench.propose.tree.apposed import ASIDE
from workbench.propose.tree.callings import CALLING_STEPS
from workbench.propose.tree.cuts import is_predicate, loose
from workbench.propose.tree.states import state_of
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, finite, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_NOMINAL = ("NOUN", "PROPN", "NUM", "PRON")
_RELATIVE = word_set("who which whose whom that where when")
_DESCRIBING = word_set("due currently now still formerly home once")
_RANKED = word_set("first second third fourth fifth only last latest")
_SUMS = word_set("million billion trillion m bn")
_STATES = word_set(
    "office power charge place force use service operation business prison custody exile hiding "
    "bankruptcy administration receivership construction way repair"
)
_PREPOSITIONS = word_set("in under at on out")
_ARTICLES = word_set("a an the")
_LEVELS = frozenset(("up", "down"))
_INNER = ("flat", "compound", "nmod:desc", "nummod", "amod")


def repair_asides(tree: Tree) -> Tree:
    """The tree with each aside under the noun that it is about."""
    return stepwise(tree, _STEPS)


def _describes(tree: Tree, words: list[int]) -> bool:
    low = [tree.low[w] for w in words]
    if low and low[0] in ("and", "but"):
        low = low[1:]
    if len(low) < 2:
        return False
    state = low[0] in _PREPOSITIONS and any(w in _STATES for w in low[1:3])
    return low[0] in _DESCRIBING or state or low[:2] == ["to", "be"]


def _semicolons(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "…, one of which has been shut since May; lorries …": no phrase reaches over the mark."""
    for mark, word in enumerate(tree.words):
        if word.form != ";":
            continue
        for left in range(mark):
            top = heads[left]
            if top <= mark or relations[left] in (*_SUBJECT, "ccomp", "parataxis", "punct"):
                continue
            before = [v for v in range(left) if tree.coarse[v] == "VERB" or tree.only(v, "cop")]
            if before:
                heads[left] = before[-1]


def _of_subject(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The package, the fifth since May, takes effect": all between the commas is one aside."""
    for verb in range(2, len(heads)):
        region = _region(tree, verb)
        if region is None:
            continue
        noun, words = region
        first = tree.low[words[0]]
        inside = set(words)
        bare = [w for w in words if heads[w] == noun and relations[w] == "appos"]
        opens = len(bare) == 1 and tree.first_word(bare[0]) == words[0]
        level = first in _LEVELS and tree.coarse[words[1]] == "NUM"
        bare = bare if opens and tree.coarse[bare[0]] == "NOUN" and not level else []
        if first in _ARTICLES or bare:
            tops = [w for w in words if heads[w] == noun and relations[w] == "appos"]
        elif level or (
            tree.fine[words[0]] in ("VBN", "VBG") and tree.low[words[0]] != "managing"
        ):  # fmt: skip
            tops = [words[0]]
        else:
            tops = _tops(tree, words) if _describes(tree, words) else []
            tops = tops or state_of(tree, noun, words)
        kind = "appos" if first in _ARTICLES or bare else "acl" if tree.fine[words[0]] in (
            "VBN", "VBG") else ASIDE  # fmt: skip
        for top in tops:
            heads[top], relations[top] = noun, kind
        for word in words:
            opens = (
                kind == ASIDE
                and tree.coarse[word] == "CCONJ"
                and _describes(tree, [w for w in words if w > word])
            )
            if tops and word not in tops and (heads[word] not in inside or opens):
                heads[word] = max((t for t in tops if t <= word), default=tops[0])
                if relations[word] in ("obl", "obl:unmarked") and kind == "appos":
                    relations[word] = "nmod"
                elif relations[word] in (*_SUBJECT, "appos", "advcl"):
                    relations[word] = "dep"


def _superlatives(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "A fine of $9m, the biggest ever imposed by the court, …": about the fine."""
    for top in range(3, len(heads)):
        ranked = tree.fine[top] == "JJS" or tree.low[top] in _RANKED
        if (
            not (ranked or _longest_built(tree, top))
            or tree.low[top - 1] != "the"
            or tree.words[top - 2].form != ","
        ):
            continue
        if tree.low[top - 3] in MEASURES or (tree.coarse[top - 3] == "NUM"
                                              and tree.low[top - 3] not in _SUMS):  # fmt: skip
            continue  # "fell to 3 percent, the lowest since May" says it of the fall
        end = next((w for w in range(top, len(heads)) if tree.words[w].form in (",", ".", ";")),
                   len(heads))  # fmt: skip
        words = list(range(top - 1, end))
        if any(tree.low[w] in _RELATIVE or finite(tree, w) for w in words):
            continue
        inside = set(words)
        noun = tree.heads[top] if relations[top] == "amod" else top
        noun = noun if noun > top and noun in inside and not _longest_built(tree, top) else top
        host = top - 3
        while heads[host] >= 0 and relations[host] not in _SUBJECT and (
            relations[host] in (*_INNER, "nmod") or heads[host] > top
        ):  # fmt: skip
            host = heads[host]
        within = host != top - 3 and tree.fine[host] == "NNS" and tree.fine[noun] != "NNS"
        within = within and relations[host] in _SUBJECT  # "officials in Ley, the poorest region"
        if tree.coarse[host] not in _NOMINAL or host > top or noun == host or within:
            continue
        heads[noun], relations[noun] = host, "appos"
        heads[top - 1] = noun
        if tree.fine[noun] == "RBS":
            tree.fine[noun], tree.coarse[noun] = "JJS", "ADJ"
        for word in words:
            if word != noun and heads[word] not in inside:
                heads[word] = noun
                relations[word] = "acl" if tree.fine[word] == "VBN" else "nmod"
        for word in range(end, len(heads)):  # what follows is no part of it
            if heads[word] in inside and heads[host] >= 0 and relations[word] in ("obl", "nmod"):
                heads[word], relations[word] = heads[host], "obl"


def _longest_built(tree: Tree, ranked: int) -> bool:
    """ "The longest built since the war", "the first handed down": a first, and not how.

    "The worst affected of the three" is what was affected.
    """
    if tree.fine[ranked] not in ("RBS", "JJS") and tree.low[ranked] not in _RANKED:
        return False
    done = tree.heads[ranked]
    built = done > ranked and tree.fine[done] == "VBN"
    return built and not any(tree.low[c] == "of" for w in tree.children[done]
                             for c in tree.only(w, "case"))  # fmt: skip


def _tops(tree: Tree, words: list[int]) -> list[int]:
    """The head of each description in a list of them: "in office since 2019 and due to go"."""
    starts = [0]
    for i, word in enumerate(words[:-1]):
        if tree.low[word] in ("and", "but") and _describes(tree, words[i + 1 :]):
            starts.append(i + 1)
    tops = []
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else len(words)
        part = [w for w in words[start:end] if tree.coarse[w] != "PUNCT"]
        state = [w for w in part[1:3] if tree.low[w] in _STATES]
        tops.append(state[0] if state else part[0])
    return tops


def _region(tree: Tree, verb: int) -> tuple[int, list[int]] | None:
    """A verb's subject and the words between two commas that part the two."""
    group = [verb, *(w for w in tree.only(verb, "aux", "aux:pass", "cop") if w < verb)]
    subject = [s for s in tree.only(verb, *_SUBJECT) if s < min(group)]
    if not subject or tree.coarse[subject[0]] not in _NOMINAL:
        return None
    end = min(group) - 1
    while end > subject[0] and tree.coarse[end] == "ADV":
        end -= 1
    if tree.words[end].form != ",":
        return None
    commas = [w for w in range(subject[0] + 1, end) if tree.words[w].form == ","]
    if not commas or commas[0] + 1 >= end:
        return None
    words = list(range(commas[0] + 1, end))
    if any(tree.low[w] in _RELATIVE or finite(tree, w) for w in words):
        return None
    return subject[0], words


def _nested(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Talks during which Arl, which buys gas, left", "the board, set up in 2004, met": the noun's
    verb is the one that follows.
    """
    for opener in range(2, len(heads)):
        wh = tree.low[opener] in ("who", "which")
        bare = tree.fine[opener] == "VBN" and not tree.only(opener, "aux", "aux:pass")
        if not (wh or bare) or tree.words[opener - 1].form != ",":
            continue
        noun = opener - 2
        while relations[noun] in _INNER and heads[noun] >= 0:
            noun = heads[noun]
        inner = heads[noun]
        lost = heads[opener] in (inner, noun) and inner > opener and finite(tree, inner)
        wrong = inner == opener if bare else lost
        outer = _after_aside(tree, inner) if wrong and relations[noun] in _SUBJECT else -1
        if outer < 0:
            continue
        if heads[outer] == inner:
            heads[outer], relations[outer] = heads[inner], relations[inner]
        for child in tree.children[inner]:
            if child < noun:
                heads[child] = outer
        passive = bool(tree.only(outer, "aux:pass"))
        heads[noun], relations[noun] = outer, "nsubj:pass" if passive else "nsubj"
        heads[inner], relations[inner] = noun, "acl:relcl" if wh else "acl"
        if wh:
            heads[opener], relations[opener] = inner, "nsubj"


def _after_aside(tree: Tree, inner: int) -> int:
    """The verb without a subject that follows an aside and its comma; -1 when there is none."""
    for verb in range(inner + 1, len(tree.words)):
        helps = tree.relations[verb] in ("aux", "aux:pass", "cop")
        if helps or not finite(tree, verb) or tree.only(verb, *_SUBJECT, "cc"):
            continue
        group = [verb, *tree.only(verb, "aux", "aux:pass", "cop", "advmod")]
        if tree.words[min(group) - 1].form == ",":
            return verb
        return -1
    return -1


def _later_subject(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Two voted against, and Ann Oe, whose party …, left": the later subject is of "left"."""
    for verb in range(len(heads)):
        found = tree.only(verb, *_SUBJECT)
        later = [s for s in found if s > verb and relations[s] in _SUBJECT]
        if len(found) < 2 or not later or found[0] > verb:
            continue
        noun = later[0]
        first = tree.first_word(noun)
        opens = tree.low[first - 1] in ("and", "but", ";") or tree.low[first] in ("and", "but")
        joined = [c for c in tree.only(verb, "conj", "parataxis") if c > noun
                  and finite(tree, c) and not tree.only(c, *_SUBJECT)]  # fmt: skip
        if opens and joined:
            heads[noun] = joined[0]


def _near_relatives(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Fined by a court for a leak that was found": it was the leak, which is new here."""
    for pronoun in range(2, len(heads)):
        verb, near = heads[pronoun], pronoun - 1
        if tree.low[pronoun] not in ("that", "which") or verb < pronoun:
            continue
        noun = heads[verb]
        if _example(tree, near) and relations[verb] == "acl:relcl" and 0 <= noun < near:
            heads[verb] = tree.heads[near] if relations[near] == "flat" else near
            if relations[heads[verb]] == "appos":
                relations[heads[verb]] = "nmod"
            continue
        doer = near - 1 if tree.words[near].form == "," else near
        by = relations[doer] == "nmod" and any(tree.low[c] == "by" for c in tree.only(doer, "case"))
        if by and heads[doer] == noun and relations[verb] == "acl:relcl":
            heads[verb] = doer  # "killings by security forces, which have used"
            continue
        new = any(tree.low[c] in ("a", "an") for c in tree.only(near, "det"))
        of = any(tree.low[c] == "of" for c in tree.only(near, "case"))
        each = relations[near] == "nmod:unmarked"  # "the £3 a unit that it set"
        if relations[verb] == "acl:relcl" and 0 <= noun < near and new and not (of or each):
            heads[verb] = near


def _example(tree: Tree, name: int) -> bool:
    """ "A device, such as the Myco 2 which is made for it"."""
    top = tree.heads[name] if tree.relations[name] in ("flat", "nummod") else name
    numbered = tree.coarse[top] == "NUM" and tree.coarse[top - 1] == "PROPN"
    such = any(tree.low[c] == "such" for c in tree.only(top, "case"))
    return such and (tree.coarse[top] == "PROPN" or numbered)


def _joined_outside(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "41 schools, of which nine are small, and two parks": joined are schools and parks."""
    for verb in range(2, len(heads)):
        noun = heads[verb]
        if relations[verb] != "acl:relcl" or noun < 0 or not loose(tree, verb):
            continue
        for word in sorted(tree.below(verb)):
            links = tree.only(word, "cc")
            named = tree.coarse[word] in ("NOUN", "PROPN") or tree.low[word] == "another"
            nominal = named and not is_predicate(tree, word)
            parted = links and tree.words[links[0] - 1].form == ","
            apart = any(tree.words[w].form in (":", ";") for w in range(verb, word))
            if relations[word] == "conj" and nominal and parted and verb < word and not apart:
                heads[word] = noun


def _tails(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "…, who expects a rise, in a note to clients": what a comma parts from it is outside."""
    for verb in range(2, len(heads)):
        noun = heads[verb]
        if relations[verb] != "acl:relcl" or noun < 0 or heads[noun] < 0:
            continue
        for child in tree.only(verb, "obl"):
            first = tree.first_word(child)
            last = max(tree.below(verb) - {len(heads) - 1})
            parted = first > verb and tree.words[first - 1].form == ","
            if parted and tree.only(child, "case") and max(tree.below(child)) >= last:
                heads[child] = heads[noun]


def _own_article(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "The largest, Tether, was launched": the article is that of the word beside it."""
    for word, low in enumerate(tree.low[:-2]):
        head = heads[word]
        if low in _ARTICLES and head > word + 2 and tree.words[word + 2].form == ",":
            beside = tree.relations[word + 1] in (*_SUBJECT, "obj", "obl", "nmod")
            if beside and tree.coarse[word + 1] in ("ADJ", "NUM"):
                heads[word] = word + 1


def _second_time(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Suspended from the chamber, the second time for lying": no apposition of the chamber."""
    for time, low in enumerate(tree.low):
        noun = heads[time]
        if low == "time" and relations[time] == "appos" and noun >= 0 and heads[noun] >= 0:
            heads[time], relations[time] = heads[noun], "obl:unmarked"


_STEPS: tuple[Step, ...] = (
    _own_article, *CALLING_STEPS, _semicolons, _nested, _later_subject, _of_subject,
    _superlatives, _near_relatives, _joined_outside, _tails,
    _second_time,
)  # fmt: skip
