"""Correct where "that …" belongs: to who tells it, and not to who hears it or where it is told."""

from __future__ import annotations

from workbench.propose.lexicon import SAY, TELL, word_set
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, finite, stepwise

_SUBJECT = ("nsubj", "nsubj:pass", "csubj", "expl")
_HELPERS = ("aux", "aux:pass", "cop")
_CONTENT = ("acl", "acl:relcl")
_TELLING = TELL | word_set("warn warns warned advised advises convinced persuaded alerted")
_HEARING = word_set("hear hears heard learn learns learned learnt")
_WRITTEN = word_set("statement interview letter email e-mail post tweet note memo affidavit speech "
                    "message release article report briefing ruling filing testimony blog "
                    "diary column podcast memoir website broadcast hearing")  # fmt: skip
# what is told itself, so that what follows is told of it: "told them the news that he had won"
_IDEAS = word_set("""
    fact news claim claims report reports rumour rumours rumor rumors allegation allegations
    accusation accusations suggestion suggestions idea ideas belief hope hopes fear fears concern
    concerns risk risks danger possibility chance evidence proof sign signs story stories lie lies
    warning warnings assurance assurances promise promises view views finding findings conclusion
    conclusions argument arguments complaint complaints speculation assumption condition grounds
    doubt doubts impression notion prospect theory truth charge charges theories
""")
_FIGURES = word_set("data figures records documents polls surveys statistics studies accounts "
                    "emails messages images tests results letters reports papers")  # fmt: skip
_DEEPEST = 6


def repair_reported(tree: Tree) -> Tree:
    """The tree with what is reported under who reports it."""
    return stepwise(tree, _STEPS)


def _that_mark(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Safe but that supplies are short": "that" opens a clause, as it goes with no plural."""
    for that, low in enumerate(tree.low):
        noun = heads[that]
        if low != "that" or relations[that] != "det" or tree.fine[noun] not in ("NNS", "NNPS"):
            continue
        clause = heads[noun]
        if relations[noun] in _SUBJECT and clause > noun and not tree.only(clause, "mark"):
            heads[that], relations[that] = clause, "mark"
            tree.fine[that], tree.coarse[that] = "IN", "SCONJ"


def _marked(tree: Tree, clause: int) -> int:
    """The "that" which opens a clause with a subject of its own; -1 where it has none."""
    marks = [m for m in tree.only(clause, "mark") if tree.low[m] == "that"]
    return marks[0] if marks and tree.only(clause, *_SUBJECT) else -1


def _verb_before_idea(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The bank denied reports that it was broke": it denied them, and nothing reports."""
    noun = tree.root
    verb = noun - 1
    misread = tree.low[noun] in _IDEAS and tree.fine[noun] in ("NNS", "NN", "VBZ") and verb > 0
    if not misread or tree.fine[verb] != "VBD" or relations[verb] not in ("amod", "csubj"):
        return
    before = [s for s in (*tree.only(noun, "nsubj"), *tree.only(verb, "nsubj")) if s < verb]
    if len(before) != 1 or tree.low[noun + 1 : noun + 2] != ["that"]:
        return
    heads[verb], relations[verb] = -1, "root"
    heads[noun], relations[noun] = verb, "obj"
    for child in tree.children[noun]:
        if child < verb or tree.coarse[child] == "PUNCT":
            heads[child] = verb
    tree.coarse[verb] = "VERB"


def _lacks_nothing(tree: Tree, _heads: list[int], relations: list[str]) -> None:
    """ "Told a jury of men that she had seen the file", "a proposal that it be sold": "that" is
    no object, as there is another, or none is wanted.
    """
    for that, low in enumerate(tree.low):
        clause = tree.heads[that]
        if low != "that" or relations[that] != "obj" or relations[clause] != "acl:relcl":
            continue
        other = [o for o in tree.only(clause, "obj") if o > clause]
        gives = tree.low[clause] in _GIVING
        be = any(tree.fine[b] == "VB" for b in tree.only(clause, "aux:pass"))
        wished = be and not tree.only(clause, "aux")
        noun = tree.heads[clause]
        said = _written(tree, noun) and not tree.only(tree.heads[noun], "obj", "ccomp")
        if tree.only(clause, *_SUBJECT) and ((other and not gives) or wished or said):
            relations[that], relations[clause] = "mark", "acl"
            tree.fine[that], tree.coarse[that] = "IN", "SCONJ"


def _written(tree: Tree, noun: int) -> bool:
    """ "Wrote on a blog that", "said in a speech that", and not "replied to a letter that"."""
    cases = {tree.low[c] for c in tree.only(noun, "case")}
    where = cases & {"in", "at"} or (cases == {"on"} and tree.low[noun] in _ON)
    said = tree.relations[noun] == "obl" and tree.low[tree.heads[noun]] in SAY
    return bool(where) and said and tree.low[noun] in _WRITTEN


_ON = word_set("blog podcast website broadcast")
_GIVING = word_set("give gives gave given show shows showed shown offer offered send sends "
                   "sent tell told teach taught pay paid cost make made call called lend "
                   "lent")  # fmt: skip


def _of_idea(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Denied reports that it was bankrupt": what the reports are about, and said by nobody."""
    for clause, relation in enumerate(tree.relations):
        noun = heads[clause]
        nominal = noun >= 0 and tree.coarse[noun] == "NOUN" and not tree.only(noun, "cop", "aux")
        sure = nominal and tree.low[heads[noun]] in _CONFIRMED and relations[noun] in _THINGS
        if relation == "ccomp" and nominal and not sure and noun < _marked(tree, clause) < clause:
            relations[clause] = "acl"


_THINGS = ("obj", "ccomp")
_CONFIRMED = word_set("confirm confirms confirmed acknowledged")


def _idea_first(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Rumours that the bank was broke spread": they spread, and the bank was broke."""
    root = tree.root
    that = next((w for w in range(root + 1, len(heads)) if tree.low[w] == "that"), -1)
    if tree.low[root] not in _IDEAS or that != root + 1 or tree.only(root, "cop", *_SUBJECT):
        return
    content = heads[that]
    if relations[that] != "mark" or not tree.only(content, *_SUBJECT):
        return
    verb = next((v for v in range(content + 1, len(heads)) if _left(tree, v, content)), -1)
    if verb < 0:
        return
    passive = bool(tree.only(verb, "aux:pass"))
    heads[verb], relations[verb] = -1, "root"
    heads[root], relations[root] = verb, "nsubj:pass" if passive else "nsubj"
    heads[content], relations[content] = root, "acl"
    for child in (*tree.children[root], *tree.children[content]):
        if child > verb:
            heads[child] = verb
    if not tree.only(verb, *_HELPERS):
        tree.fine[verb], tree.coarse[verb] = "VBD", "VERB"


def _left(tree: Tree, verb: int, content: int) -> bool:
    """Is it the verb that is left over for the noun before "that"?"""
    past = tree.fine[verb] == "VBN" and not tree.only(verb, *_HELPERS, "obl:agent")
    if not (finite(tree, verb) or past) or tree.only(verb, *_SUBJECT, "mark", "cc"):
        return False
    first = min([verb, *tree.only(verb, *_HELPERS)])
    relative = any(tree.fine[c].startswith("W") for c in tree.children[verb])
    stray = tree.relations[verb] in ("acl", "ccomp", "advcl", "parataxis", "conj", "dep", "xcomp")
    return stray and not relative and tree.words[first - 1].form != "," and first > content


def _told_that(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Told the hearing that it had paid", "heard from two doctors that", "said in a letter to
    customers that": what was told, as the noun before "that" lacks nothing.
    """
    for clause, relation in enumerate(tree.relations):
        noun = tree.heads[clause]
        if relation not in _CONTENT or not 0 <= noun < clause or _marked(tree, clause) <= noun:
            continue
        hearer = _outermost(tree, noun)
        verb = tree.heads[hearer]
        idea = tree.low[noun] in _IDEAS and (noun != hearer or tree.low[noun] not in _WRITTEN)
        if verb < 0 or verb > hearer or idea:
            continue
        others = tree.only(verb, "ccomp")
        places = [_beside(tree, other, clause) for other in others]
        if not _tells(tree, verb, hearer) or not all(places):
            continue
        heads[clause], relations[clause] = verb, "ccomp"
        for other, place in zip(others, places, strict=True):
            heads[other], relations[other] = place or (verb, "ccomp")


def _beside(tree: Tree, other: int, clause: int) -> tuple[int, str] | None:
    """Where what was taken for said belongs: "said in a letter that it had won, [that he had]"."""
    if other < clause:
        return None
    if _marked(tree, other) > clause:
        return clause, "conj"
    mark = tree.first_word(other) - 1
    bare = tree.fine[other] == "VBN" and not tree.only(other, *_SUBJECT, *_HELPERS)
    noun = mark - 1
    behind = bare and mark > clause and tree.words[mark].form == ","
    return (noun, "acl") if behind and tree.coarse[noun] in ("NOUN", "PROPN") else None


def _that_clause(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Said that after a long talk they had agreed": what was said, and no clause beside it."""
    for clause, relation in enumerate(tree.relations):
        verb = heads[clause]
        if relation != "advcl" or verb < 0 or tree.low[verb] not in SAY:
            continue
        that = _marked(tree, clause)
        if verb < that <= verb + 1 and not tree.only(verb, "ccomp", "obj", "aux:pass"):
            relations[clause] = "ccomp"


def _told_bare(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Told the court she had sold the house": what was told, as "sold" has its object."""
    for clause, relation in enumerate(tree.relations):
        hearer = heads[clause]
        verb = heads[hearer] if hearer >= 0 else -1
        if relation != "acl:relcl" or not 0 <= verb < hearer < clause:
            continue
        hears = tree.relations[hearer] in ("obj", "iobj") and tree.low[verb] in _TELLING
        if not hears or tree.only(verb, "ccomp") or not tree.only(verb, *_SUBJECT):
            continue
        subject = tree.only(clause, *_SUBJECT)
        begins = bool(subject) and tree.first_word(subject[0]) == hearer + 1
        asks = any(tree.fine[w].startswith("W") for w in tree.below(clause) if w < clause)
        whole = bool(tree.only(clause, "obj", "cop", "aux:pass", "ccomp", "xcomp"))
        whole = whole and tree.coarse[max(tree.below(clause))] != "ADP"  # "she sold the house to"
        lacking = tree.low[clause] in _GIVING | _OWING
        if begins and whole and not asks and not lacking and tree.coarse[subject[0]] == "PRON":
            heads[clause], relations[clause] = verb, "ccomp"


_OWING = word_set("owed owes owe")


def _outermost(tree: Tree, noun: int) -> int:
    """ "The agency" of "the agency that pays [the grants]", "a jury" of "a jury of [men]"."""
    for _ in range(_DEEPEST):
        above, relation = tree.heads[noun], tree.relations[noun]
        paid = relation == "obj" and above >= 0 and tree.relations[above] in _CONTENT
        if relation not in ("nmod", "conj", "appos", *_CONTENT) and not paid:
            break
        noun = above
    return noun


def _tells(tree: Tree, verb: int, hearer: int) -> bool:
    """Does somebody tell the hearer, hear from them, or say it in what is written?"""
    relation, low = tree.relations[hearer], tree.low[verb]
    cases = {tree.low[c] for c in tree.only(hearer, "case")}
    if relation in ("obj", "iobj"):
        alone = len(tree.only(verb, "obj", "iobj")) == 1
        return low in _TELLING and alone and not cases
    heard = low in _HEARING and "from" in cases
    named = tree.words[hearer].form[:1].isupper()  # "wrote on Facebook that"
    said = low in SAY and (named or tree.low[hearer] in _WRITTEN or _where(tree, hearer))
    said = said or (low in _EMERGING and _where(tree, hearer))
    return relation == "obl" and (heard or said)


def _where(tree: Tree, noun: int) -> bool:
    """ "Conceded in answer to a question that", "it emerged at the hearing that"."""
    cases = {tree.low[c] for c in tree.only(noun, "case")}
    return (
        bool(cases & {"in", "at", "on", "during", "before"})
        and tree.low[noun] not in _IDEAS | _TERMS
    )


_EMERGING = word_set("emerged emerges emerge transpired")
_TERMS = word_set("understanding basis ground principle assumption terms sense event hope order "
                  "decree law laws rule rules agreement deal knowledge way case point time extent "
                  "day moment year theory reasoning pretext premise proviso")  # fmt: skip


def _before_that(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Claimed, without proof, that the dead had voted": claimed so, and not voted so."""
    for clause, relation in enumerate(tree.relations):
        verb, that = heads[clause], _marked(tree, clause)
        if relation != "ccomp" or not 0 <= verb < that:
            continue
        for child in tree.only(clause, "advcl", "obl", "advmod"):
            if verb < child < that and max(tree.below(child)) < that:
                heads[child] = verb


def _second_that(tree: Tree, _heads: list[int], relations: list[str]) -> None:
    """ "Said that it was late, that it was dear and that he would sue": three things said."""
    for clause, relation in enumerate(tree.relations):
        first = tree.heads[clause]
        if relation not in ("parataxis", "ccomp") or first < 0 or tree.relations[first] != "ccomp":
            continue
        that = _marked(tree, clause)
        listed = that > first and tree.words[that - 1].form == ","
        if first < clause and listed and tree.low[tree.heads[first]] in SAY | _FINDING:
            relations[clause] = "conj"


_FINDING = word_set("find finds found show shows showed conclude concludes concluded hear heard")


def _posted(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The singer posted online that the tour was off": she posted it, and nobody posted her."""
    root = tree.root
    if tree.coarse[root] not in ("NOUN", "PROPN") or tree.only(root, "cop", "aux"):
        return
    for verb in tree.only(root, "acl"):
        bare = tree.fine[verb] == "VBN" and verb == root + 1 and tree.low[verb] in SAY
        if not bare or tree.only(verb, *_HELPERS, "obl:agent"):
            continue
        behind = (*tree.only(root, *_CONTENT, "ccomp"), *tree.only(verb, "ccomp", "advcl"))
        told = [c for c in behind if c > verb and _marked(tree, c) > verb]
        if len(told) != 1:
            continue
        heads[verb], relations[verb] = -1, "root"
        tree.fine[verb] = "VBD"
        heads[told[0]], relations[told[0]] = verb, "ccomp"
        heads[root], relations[root] = verb, "nsubj"
        for child in tree.children[root]:
            if child > verb and child != told[0]:
                heads[child] = verb
            elif child < root and relations[child] in _SUBJECT:
                relations[child] = "det"
        return


def _data_show(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The data show exports fell": the data show it, and nothing is called "show exports"."""
    for show in range(1, len(heads) - 1):
        figures = show - 1
        if tree.low[show] != "show" or tree.low[figures] not in _FIGURES:
            continue
        noun, verb = max(tree.only(show, "obj"), default=-1), heads[show]
        if relations[show] == "compound":
            noun, verb = verb, heads[verb]
        lost = heads[figures] in (show, noun) and show < noun < verb and finite(tree, verb)
        if not lost or not {relations[noun], relations[show]} & set(_SUBJECT):
            continue
        subject = "nsubj:pass" if tree.only(verb, "aux:pass") else "nsubj"
        heads[noun], relations[noun] = verb, subject
        heads[show], relations[show] = heads[verb], relations[verb]
        heads[verb], relations[verb] = show, "ccomp"
        heads[figures], relations[figures] = show, "nsubj"
        tree.fine[show], tree.coarse[show] = "VBP", "VERB"
        for child in (*tree.children[noun], *tree.children[show]):
            if child < figures:
                heads[child] = figures
        for child in tree.children[verb]:
            if tree.coarse[child] == "PUNCT" and child > verb:
                heads[child] = show
        return


_STEPS: tuple[Step, ...] = (_that_mark, _data_show, _posted, _idea_first,
                            _verb_before_idea, _lacks_nothing, _of_idea, _that_clause,
                            _told_that, _told_bare, _before_that, _second_that)  # fmt: skip
