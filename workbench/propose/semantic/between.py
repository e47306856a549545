"""Correct what a parser hangs on the wrong word between commas, where the marks settle it."""

from __future__ import annotations

from workbench.propose.lexicon import ORGANISATION, SAY, TELL, THINK, word_set
from workbench.propose.semantic.names import PEOPLE, person
from workbench.propose.tree.cuts import loose
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_HELPERS = ("aux", "aux:pass", "cop")
_PAIRS = word_set("couple pair duo trio brothers sisters twins family")
_LEADERS = word_set("leader leaders president head chairman chairwoman chair chief boss owner "
                    "founder editor member secretary-general")  # fmt: skip
_SOME = word_set("most some many half all several few none two three four five six seven eight "
                 "nine ten")  # fmt: skip
_CONTRAST = frozenset(("not", "rather"))


def repair_between(tree: Tree) -> Tree:
    """The tree with names, descriptions and asides where the commas around them put them."""
    return stepwise(tree, _STEPS)


def _names(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Two brothers, Adam Deeb, 30, and Omar Deeb, 27, were jailed": both names are theirs."""
    for second, relation in enumerate(tree.relations):
        noun = heads[second]
        if relation != "conj" or noun < 0 or tree.coarse[second] != "PROPN":
            continue
        several = tree.fine[noun] == "NNS" or tree.low[noun] in _PAIRS
        first = [c for c in tree.only(noun, "appos") if noun < c < second
                 and tree.coarse[c] == "PROPN"]  # fmt: skip
        if tree.coarse[noun] == "NOUN" and several and first:
            heads[second] = first[0]
            for age in tree.only(noun, "appos", "nummod"):
                if first[0] < age < second and tree.coarse[age] == "NUM":
                    heads[age], relations[age] = first[0], "nummod"
            for age in tree.only(second, "appos"):
                if tree.coarse[age] == "NUM":
                    relations[age] = "nummod"


def _fronted(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "A former soldier, Ann Oe was elected": she was, as no comma stands before the verb."""
    for noun, relation in enumerate(tree.relations):
        verb = heads[noun]
        if relation not in _SUBJECT or tree.coarse[noun] != "NOUN" or tree.first_word(noun):
            continue
        names = [c for c in tree.only(noun, "appos") if noun < c < verb
                 and (tree.coarse[c] == "PROPN" or tree.low[c] in ("he", "she"))]  # fmt: skip
        if not names or tree.words[tree.first_word(names[0]) - 1].form != ",":
            continue
        placed = tree.coarse[tree.first_word(names[0]) - 2] == "PROPN"
        if placed and tree.coarse[names[0]] == "PROPN" and person(tree, names[0], {}) is None:
            continue  # "the museum in Ley, Corvia was"
        first = min([verb, *(h for h in tree.only(verb, *_HELPERS, "advmod") if h > names[0])])
        between = tree.words[first - 1].form in (",", ")", "–", "—")
        if between or tree.coarse[first - 1] == "PUNCT" or verb < names[0]:
            continue
        heads[names[0]], relations[names[0]] = verb, relation
        heads[noun], relations[noun] = names[0], "appos"
        return


def _as_clause(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Came as the president, Ann Oe, was leaving": a clause, and no phrase with "as"."""
    for mark, low in enumerate(tree.low):
        noun = heads[mark]
        if low not in ("as", "while") or relations[mark] != "case" or noun < mark:
            continue
        above, first = heads[noun], max(tree.below(noun)) + 1
        if above < 0 or first >= len(heads) or tree.coarse[first] not in ("AUX", "VERB"):
            continue
        verb = heads[first] if relations[first] in _HELPERS else first
        named = any(tree.coarse[c] == "PROPN" for c in tree.only(noun, "appos"))
        free = relations[verb] in ("parataxis", "advcl", "conj", "ccomp", "dep")
        if not named or not free or verb < first or tree.only(verb, *_SUBJECT, "mark", "cc"):
            continue
        heads[verb], relations[verb] = above, "advcl"
        heads[noun], relations[noun] = verb, "nsubj"
        heads[mark], relations[mark] = verb, "mark"


def _most_of_them(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "50 people, most of them women, were held": an aside, and no second subject."""
    for part in range(2, len(heads) - 3):
        them = tree.low[part + 1 : part + 3] == ["of", "them"]
        counted = tree.low[part] in _SOME or tree.coarse[part] == "NUM"
        if not them or not counted or tree.words[part - 1].form != ",":
            continue
        end = next((w for w in range(part, len(heads)) if tree.words[w].form == ","), -1)
        verb = heads[part]
        if end < 0 or relations[part] not in _SUBJECT or verb < end:
            continue
        noun = part - 2
        while heads[noun] != verb and heads[noun] >= 0:
            noun = heads[noun]
        if heads[noun] != verb:
            continue
        inside = range(part, end)
        for word in inside:
            if heads[word] not in inside:
                heads[word], relations[word] = noun if word == part else part, "list"
        if relations[noun] not in _SUBJECT:
            relations[noun] = tree.relations[part]


def _contrast(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "It was the army, not the police, that fired": the army did."""
    for verb, relation in enumerate(tree.relations):
        other = heads[verb]
        if relation != "acl:relcl" or other < 0 or tree.relations[other] not in _JOINED:
            continue
        noun = tree.heads[other]
        denied = any(tree.low[c] in _CONTRAST for c in tree.children[other] if c < other)
        it = noun >= 0 and any(tree.low[s] == "it" for s in tree.only(noun, "nsubj", "expl"))
        if denied and it and tree.only(noun, "cop"):
            heads[verb] = noun


_JOINED = ("conj", "parataxis", "appos", "dep")


def _who(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "The leader of the Reds, who was shot": the leader was, if one body is no person."""
    for verb, relation in enumerate(tree.relations):
        group = heads[verb]
        who = any(tree.low[c] == "who" for c in tree.children[verb])
        if relation != "acl:relcl" or not who or not loose(tree, verb):
            continue
        above = tree.heads[group]
        role = above >= 0 and tree.low[above] in PEOPLE | _LEADERS
        several = any(tree.fine[w] == "VBP" or tree.low[w] == "were"
                      for w in (verb, *tree.only(verb, *_HELPERS)))  # fmt: skip
        body = tree.low[group] in ORGANISATION or (
            tree.coarse[group] == "PROPN" and person(tree, group, {}) is None
        )
        if role and body and tree.relations[group] == "nmod":
            same = several == (tree.fine[above] == "NNS")
            heads[verb] = above if same else group


def _inverted(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Among the dead were a judge and her driver": the judge was, among the dead."""
    root = tree.root
    for link in range(2, root):
        noun = heads[link]
        fronted = relations[link] == "cop" and noun < link and tree.first_word(noun) == 0
        if fronted and tree.fine[0] == "IN" and heads[noun] == root:
            heads[noun], relations[noun] = -1, "root"
            heads[root], relations[root] = noun, "nsubj"
            for age in range(root + 1, len(heads)):
                after = tree.words[age - 1].form == "," and relations[age] in ("conj", "appos")
                if tree.coarse[age] == "NUM" and after:
                    relations[age] = "nummod"


def _kin(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "A brother, Joe, with whom he ran it": with Joe."""
    for name, relation in enumerate(tree.relations):
        noun = heads[name]
        if relation != "appos" or noun > name or tree.coarse[name] != "PROPN":
            continue
        if tree.coarse[noun] != "NOUN" or not tree.only(noun, "det", "nmod:poss", "nummod"):
            continue
        end = max(w for w in (name, *tree.only(name, "flat")))
        whom = next((w for w in range(end + 2, min(end + 4, len(heads)))
                     if tree.low[w] in ("who", "whom")), -1)  # fmt: skip
        if whom < 0 or tree.words[end + 1].form != ",":
            continue
        told = tree.only(whom, "acl:relcl")
        verb = told[0] if told else heads[whom]
        if verb <= whom or (not told and relations[verb] != "acl:relcl"):
            continue
        heads[verb], relations[verb] = name, "acl:relcl"
        if told:
            heads[whom] = verb


def _thought(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Found a car, thought to be the one used": the car is thought to be."""
    for verb in range(2, len(heads) - 1):
        thought = tree.low[verb] in _THOUGHT and tree.low[verb + 1] == "to"
        if not thought or tree.words[verb - 1].form != "," or tree.only(verb, *_SUBJECT, "aux"):
            continue
        noun = verb - 2
        while heads[noun] >= 0 and relations[noun] in ("flat", "compound", "nmod", "nummod"):
            noun = heads[noun]
        free = relations[verb] in ("parataxis", "advcl", "conj", "acl", "ccomp", "dep")
        if free and tree.coarse[noun] in ("NOUN", "PROPN") and relations[noun] in ("obj", "obl"):
            heads[verb], relations[verb] = noun, "acl"
            tree.fine[verb] = "VBN"


_THOUGHT = word_set("thought believed understood known said reported")


def _remains(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Was shut and remains closed": what it remains."""
    for verb, low in enumerate(tree.low[:-1]):
        done = verb + 1
        if low not in ("remains", "remained", "remain") or tree.fine[done] != "VBN":
            continue
        if heads[done] != verb and not tree.only(done, *_SUBJECT, *_HELPERS):
            if heads[verb] == done:
                heads[verb], relations[verb] = heads[done], relations[done]
            for child in tree.children[done]:
                if child < verb:
                    heads[child] = verb
            heads[done], relations[done] = verb, "xcomp"


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
        deed = tree.low[verb] in _DEEDS and ((heard and not had) or _thing(tree, subject[0]))
        says = tree.low[verb] in SAY and _thing(tree, subject[0])  # "… and cautioned that"
        if tree.fine[report] == form and (another or deed or says):
            heads[verb] = report


def _form(tree: Tree, verb: int, content: int) -> str:
    """The verb's tag; "had been good, but cautioned that": a past tense, taken for a participle."""
    said = tree.fine[verb] == "VBN" and tree.low[verb] in SAY and tree.only(verb, "ccomp")
    active = content >= 0 and not tree.only(content, "aux:pass")
    return "VBD" if said and active else tree.fine[verb]


def _another(tree: Tree, subject: int, verb: int) -> bool:
    """ "Told Oe that he had lied and ordered him to pay": "he" is not who ordered him."""
    his = {"he": "him", "she": "her"}.get(tree.low[subject])
    return any(tree.low[o] == his for o in tree.only(verb, "obj", "iobj"))


def _thing(tree: Tree, noun: int) -> bool:
    """Is it nobody who could announce, blame or ask?"""
    low = tree.low[noun]
    body = low in ORGANISATION | PEOPLE or low.removesuffix("s") in ORGANISATION | PEOPLE
    doer = low.removesuffix("s").endswith(("er", "or", "ist", "ant", "ee"))
    body = body or doer or low in ("people", "police", "staff")
    return tree.coarse[noun] == "NOUN" and not body


_HEARING = TELL | word_set("warned warn warns")
_DEEDS = word_set("""
    announced announces announce blamed blames blame urged urges urge accused accuses accuse asked
    asks ask promised promises promise pledged pledges vowed vows apologised apologized sacked
    planned plan plans want wants wanted called calls call appealed appeals warned warns thanked
    praised condemned condemns denied denies declined declines refused refuses released published
    agreed agrees adjourned accepted accepts demanded demands criticised criticized criticises
    rejected rejects ordered orders threatened threatens offered offers suspended banned cut raised
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


_STEPS: tuple[Step, ...] = (
    _names, _fronted, _as_clause, _most_of_them, _contrast, _who, _inverted, _kin, _thought,
    _remains,
    _which_hopes,
    _reporter,
    _rejecting,
    _nearer_verb,
    _within_tag,
)  # fmt: skip
