"""Correct main verbs that a parser took for a noun or for a clause of the subject."""

from __future__ import annotations

from workbench.propose.lexicon import MONEY, SAY, TELL, TIME_NOUNS, word_set
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, finite, stepwise

_SHOW = SAY | word_set("show shows find finds indicate indicates prove proves mean means confirms")
_STRAY = ("advcl", "ccomp", "parataxis", "dep", "csubj", "xcomp", "appos", "acl")
_INNER = ("flat", "compound", "nmod", "nmod:desc")
_OUTCOMES = word_set("response result consequence end answer return")
_TAKES = word_set("take takes took taken taking cost costs")
_NOMINAL = ("NOUN", "PROPN", "NUM")
_SUBJECT = ("nsubj", "nsubj:pass")
_WH = ("WP", "WDT", "WP$", "WRB")
_MISREAD = (*_SUBJECT, "obj", "obl", "dep", "nmod", "appos")
_LOST = ("acl:relcl", "acl", "parataxis", "conj", "dep", "appos", "nmod")


def repair_mistaken(tree: Tree) -> Tree:
    """The tree with such verbs above their subjects."""
    return stepwise(tree, _STEPS)


def _shows(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Documents obtained by the paper show that …": a verb, with all before it as its subject."""
    root = tree.root
    if tree.coarse[root] not in _NOMINAL or tree.only(root, "cop", *_SUBJECT):
        return
    for verb in range(root + 1, len(heads)):
        content = [c for c in tree.only(verb, "ccomp", "acl", "advcl")
                   if any(tree.low[m] == "that" for m in tree.only(c, "mark"))]  # fmt: skip
        nominal = tree.coarse[verb] == "NOUN" and not tree.only(verb, "det", "amod", "nmod:poss")
        if not content or not nominal or tree.low[verb] not in _SHOW:
            continue
        _raise(tree, verb, heads, relations)
        heads[content[0]], relations[content[0]] = verb, "ccomp"
        tree.coarse[verb] = "VERB"
        tree.fine[verb] = "VBZ" if tree.low[verb].endswith("s") else "VBP"
        return


def _raise(tree: Tree, verb: int, heads: list[int], relations: list[str]) -> None:
    root = tree.root
    heads[verb], relations[verb] = -1, "root"
    passive = bool(tree.only(verb, "aux:pass"))
    heads[root], relations[root] = verb, "nsubj:pass" if passive else "nsubj"
    for word in tree.children[root]:
        if word > verb:
            heads[word] = verb


def _second_clause(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Three of the jurors who convicted her told …": no pronoun opens the root."""
    root = tree.root
    if tree.coarse[root] not in _NOMINAL or tree.only(root, "cop", *_SUBJECT):
        return
    opened = False
    for verb in range(root + 1, len(heads)):
        wh = any(tree.fine[c] in _WH or tree.low[c] == "that" for c in tree.children[verb])
        clause = relations[verb] == "acl:relcl" or tree.fine[verb] in ("VBN", "VBG")
        if clause and (wh or relations[verb] == "acl"):
            opened = True
            continue
        before = [s for s in tree.only(verb, *_SUBJECT, "mark", "cc", "csubj") if s < verb]
        if not opened or before or relations[verb] not in _LOST or not finite(tree, verb):
            continue
        group = [verb, *tree.only(verb, "aux", "aux:pass", "advmod")]
        if tree.words[min(group) - 1].form == "," or heads[verb] < 0 or wh:
            continue
        _raise(tree, verb, heads, relations)
        return


def _past_after_all(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Three of its nine wagons derailed and a fourth rolled on": no participle, as no other verb
    comes before the clause that "and" joins.
    """
    root = tree.root
    if tree.coarse[root] not in _NOMINAL or tree.only(root, "cop", "aux", "expl", *_SUBJECT):
        return
    joined = [c for w in tree.below(root) for c in tree.only(w, "conj")
              if tree.only(c, "cc") and tree.only(c, *_SUBJECT) and finite(tree, c)]  # fmt: skip
    inside = [root, *tree.only(root, "nmod")]
    for verb in (v for noun in inside for v in tree.only(noun, "acl")):
        bare = tree.fine[verb] in ("VBN", "VBD") and not tree.only(verb, "aux", "mark", "obl:agent")
        if bare and joined and root < verb < joined[0] and tree.words[verb - 1].form != ",":
            _raise(tree, verb, heads, relations)
            heads[joined[0]], tree.fine[verb] = verb, "VBD"
            return


def _told(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Told the newspaper they had …": who was told is no subject of what was told."""
    for verb, low in enumerate(tree.low):
        if low not in TELL:
            continue
        for content in tree.only(verb, "ccomp"):
            found = [s for s in tree.only(content, *_SUBJECT) if verb < s < content]
            commas = any(tree.words[w].form == "," for w in range(verb, content))
            if len(found) == 2 and (tree.coarse[found[1]] == "PRON" or not commas):
                heads[found[0]], relations[found[0]] = verb, "iobj"


def _told_whom(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Told Ley News the claims are false": whom they told is no part of the claims."""
    for verb, low in enumerate(tree.low):
        last = verb + 1
        if low not in TELL:
            continue
        while last + 1 < len(heads) and tree.coarse[last + 1] == "PROPN":
            last += 1
        behind = last + 1
        if behind >= len(heads) or tree.coarse[last] != "PROPN" or tree.coarse[behind] != "DET":
            continue
        noun = heads[last]
        if noun > behind and heads[behind] == noun and relations[last] == "compound":
            heads[last], relations[last] = verb, "iobj"
            for word in range(verb + 1, last):
                heads[word], relations[word] = last, "compound"


def _only_if(tree: Tree, _heads: list[int], relations: list[str]) -> None:
    """ "Will call, but only if a bid succeeds": a condition, and no second claim."""
    for verb, relation in enumerate(tree.relations):
        if relation != "conj" or tree.heads[verb] < 0 or tree.only(tree.heads[verb], "mark"):
            continue
        if any(tree.low[m] in ("if", "unless") for m in tree.only(verb, "mark")):
            relations[verb] = "advcl"


def _shifted(tree: Tree, _heads: list[int], relations: list[str]) -> None:
    """ "Passed to the press its own forecast that …": a long object behind a short phrase."""
    for noun, relation in enumerate(tree.relations):
        verb = tree.heads[noun]
        if relation != "parataxis" or tree.coarse[noun] != "NOUN" or verb > noun:
            continue
        first = tree.first_word(noun)
        given = tree.only(noun, "det", "nmod:poss") and not tree.only(
            noun, "cop", *_SUBJECT, "case"
        )
        behind = first > 0 and any(max(tree.below(c)) == first - 1 for c in tree.only(verb, "obl"))
        if given and behind and not tree.only(verb, "obj", "aux:pass", "cop", "ccomp", "xcomp"):
            relations[noun] = "obj"


def _took(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Took her 17 years", "owes her 2m dollars": they are not hers."""
    for word, relation in enumerate(tree.relations):
        noun = tree.heads[word]
        if relation != "nmod:poss" or tree.low[word] != "her":
            continue
        verb, timed = tree.heads[noun], tree.low[noun] in TIME_NOUNS
        if verb != word - 1 or relations[noun] != "obj" or not tree.only(noun, "nummod"):
            continue
        given = tree.low[verb] in (_TAKES if timed else _PAYS)
        if given and (timed or tree.low[noun] in MONEY):
            heads[word], relations[word] = verb, "iobj"


_PAYS = word_set("owe owes owed owing pay pays paid paying cost costs costing offer offers offered "
                 "fine fined award awarded awards lend lent give gives gave given giving charge "
                 "charged charges promised promises")  # fmt: skip


def _lost_relatives(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe, whose plan was lost, left"; "the meeting, at which it is to be told": of it."""
    for pronoun in range(3, len(heads)):
        owner = tree.low[pronoun] == "whose"
        case = [] if owner else [c for c in tree.only(pronoun, "case") if c == pronoun - 1]
        if not owner and (tree.low[pronoun] not in ("which", "whom") or not case):
            continue
        comma = pronoun - 1 if owner else pronoun - 2
        verb = heads[heads[pronoun]] if owner else heads[pronoun]
        if owner and relations[heads[pronoun]] == "appos":
            verb = _turned(tree, heads[pronoun], heads, relations)
        noun = comma - 1
        if tree.words[comma].form != "," or verb < pronoun or relations[verb] not in _STRAY:
            continue
        while heads[noun] >= 0 and relations[noun] in _INNER and heads[noun] < verb:
            noun = heads[noun]
        if tree.coarse[noun] in _NOMINAL and noun < comma:
            heads[verb], relations[verb] = noun, "acl:relcl"


def _turned(tree: Tree, noun: int, heads: list[int], relations: list[str]) -> int:
    """ "Whose plan was lost": a verb that was hung on its own subject; -1 where there is none."""
    for verb in tree.only(noun, "acl", "acl:relcl"):
        helped = tree.only(verb, "aux", "aux:pass", "cop")
        if verb > noun and helped:
            heads[verb], relations[verb] = heads[noun], "acl"
            heads[noun] = verb
            relations[noun] = "nsubj:pass" if tree.only(verb, "aux:pass") else "nsubj"
            return verb
    return -1


def _in_response(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "It left, in response to which Arl closed the port": a second piece of news."""
    for pronoun in range(4, len(heads)):
        noun, verb = pronoun - 2, heads[pronoun]
        linked = tree.low[pronoun] == "which" and tree.low[noun] in _OUTCOMES
        if not linked or verb < pronoun or tree.words[noun - 2].form != ",":
            continue
        main = heads[noun] if heads[noun] != verb else heads[verb]
        if 0 <= main < noun and tree.only(verb, *_SUBJECT):
            heads[verb], relations[verb] = main, "parataxis"
            heads[noun], relations[noun] = verb, "discourse"
            heads[pronoun] = noun


def _due(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Where work is due to begin": the work begins, and "due to" is like "to"."""
    for due, low in enumerate(tree.low):
        verb = heads[due + 1] if low == "due" and tree.low[due + 1 : due + 2] == ["to"] else -1
        if verb == due and due + 2 < len(heads) and tree.fine[due + 2] == "VB":
            verb = due + 2  # "due to" in one piece, beside the verb
        if verb <= due + 1 or heads[verb] == due or not tree.only(verb, "cop", "aux"):
            continue
        for subject in tree.only(due, *_SUBJECT):
            heads[subject] = verb
        heads[due], relations[due] = verb, "mark"
        heads[due + 1], relations[due + 1] = verb, "mark"


def _where(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The board, where she was for years the only woman": a clause with a subject of its own."""
    for wh, low in enumerate(tree.low):
        top = heads[wh]
        if low != "where" or wh < 2 or top <= wh or relations[top] not in _MISREAD:
            continue
        before = wh - 1 if tree.coarse[wh - 1] in _NOMINAL else wh - 2
        if tree.coarse[before] not in _NOMINAL or not tree.only(top, *_SUBJECT):
            continue
        heads[top], relations[top] = before, "acl:relcl"
        for word in range(wh + 1, top):
            if heads[word] < wh:
                heads[word] = top


def _some_of_them(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "…, six of them in danger": an aside with all that follows, until a comma or a verb."""
    for part in range(2, len(heads) - 2):
        of_them = tree.low[part + 1] == "of" and tree.low[part + 2] in ("them", "those")
        host = heads[part]
        if not of_them or tree.words[part - 1].form != "," or not 0 <= host < part:
            continue
        end = next((w for w in range(part + 3, len(heads)) if tree.coarse[w] == "PUNCT"),
                   len(heads))  # fmt: skip
        if any(tree.coarse[w] in ("VERB", "AUX") for w in range(part, end)):
            continue
        if relations[part] != "appos":
            relations[part] = "parataxis"
        for word in range(part + 3, end):
            if not part <= heads[word] < end:
                heads[word], relations[word] = part, "nmod"


def _it_is_that(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Says it is crucial that they have …": what is crucial, and nothing that was said."""
    for judged, tag in enumerate(tree.coarse):
        that = judged + 1
        clause = heads[that] if that < len(heads) and tree.low[that] == "that" else -1
        if tag != "ADJ" or clause <= that or not tree.only(judged, "expl", "cop"):
            continue
        it = any(tree.low[s] == "it" for s in tree.only(judged, "expl", "nsubj"))
        if it and relations[clause] == "ccomp" and heads[clause] == heads[judged]:
            heads[clause], relations[clause] = judged, "csubj"


def _calling(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe, a practising lawyer, left": what she is, and nothing that she did."""
    for word in range(2, len(heads) - 1):
        noun, above = word + 1, heads[word]
        article = tree.low[word - 1] in ("a", "an") and heads[noun] == word
        if tree.fine[word] != "VBG" or relations[word] != "acl" or not article or above > word:
            continue
        if relations[noun] != "obj" or tree.words[word - 2].form != ",":
            continue
        heads[noun], relations[noun] = above, "appos"
        heads[word], relations[word] = noun, "amod"
        for child in tree.children[word]:
            if child != noun:
                heads[child] = noun


_STEPS: tuple[Step, ...] = (
    _shows, _second_clause, _past_after_all, _told, _told_whom, _only_if, _shifted, _took, _due,
    _where, _lost_relatives, _in_response, _some_of_them, _it_is_that, _calling,
)  # fmt: skip
