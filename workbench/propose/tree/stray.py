"""Correct words that hang on the wrong verb or name though those beside them settle it."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, finite, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_DUE = word_set("return retire start end run vote face play open close pay leave visit report "
                "release land launch debut sail speak rule appear answer stand tour talk meet "
                "resume begin rise fall address host")  # fmt: skip
_PARTIES = ("D", "R", "I")


def repair_stray(tree: Tree) -> Tree:
    """The tree with such words where they belong."""
    return stepwise(tree, _STEPS)


def _crossed(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Three of nine derailed and a fourth rolled": the first verb has the first subject."""
    for verb, relation in enumerate(tree.relations):
        first = heads[verb]
        found = tree.only(verb, *_SUBJECT)
        if relation != "conj" or len(found) < 2 or not found[0] < first < found[-1]:
            continue
        if finite(tree, first) and not tree.only(first, *_SUBJECT):
            heads[found[0]] = first


def _how(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Was unanimously dismissed": how it was, and no second participle."""
    for word in range(1, len(heads) - 1):
        if not tree.low[word].endswith("ly") or tree.fine[word] not in ("VBN", "VBD"):
            continue
        verb = word + 1
        if tree.fine[verb] not in ("VBN", "VBD", "VBG") or tree.children[word]:
            continue
        tree.fine[word], tree.coarse[word] = "RB", "ADV"
        heads[word], relations[word] = verb, "advmod"


def _and_lead(tree: Tree, _heads: list[int], _relations: list[str]) -> None:
    """ "Have taken 22 points and lead by five": they lead, as "have" goes with no "lead"."""
    for verb, relation in enumerate(tree.relations):
        first = tree.heads[verb]
        if relation != "conj" or tree.fine[verb] != "VB" or tree.fine[first] != "VBN":
            continue
        helped = tree.only(first, "aux")
        have = [tree.low[c] for c in helped] == ["have"]
        if have and not tree.only(verb, "aux", "mark", "cop", *_SUBJECT):
            tree.fine[verb] = "VBP"


def _due_to_do(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Are due to return tonight": a verb, though it looks like a noun."""
    for due in range(len(tree.words) - 2):
        low = tree.low[due : due + 3]
        if low[:2] == ["due", "to"] and low[2] in _DUE and tree.fine[due + 2] == "NN":
            tree.fine[due + 2], tree.coarse[due + 2] = "VB", "VERB"
            if heads[due] == due + 2 and relations[due] == "case":
                heads[due], relations[due] = heads[due + 2], relations[due + 2]
                for link in tree.only(due + 2, "cc"):
                    heads[link] = due
            if relations[due + 1] == "fixed" and not tree.only(due + 2, "cop"):
                heads[due + 2], relations[due + 2] = due, "xcomp"  # "in office and due to retire"
                heads[due + 1], relations[due + 1] = due + 2, "mark"


def _joined_object(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Damaging 30 homes and uprooting trees": the trees are what the second verb is about."""
    for noun, relation in enumerate(tree.relations):
        verb, other = tree.first_word(noun) - 1, heads[noun]
        if relation != "conj" or not 0 <= other < verb or tree.only(noun, "cc"):
            continue
        joined = relations[verb] == "conj" and tree.coarse[verb] == "VERB"
        bare = not tree.only(verb, "obj", "obl", "xcomp", "ccomp")
        if joined and bare and tree.only(verb, "cc") and tree.coarse[noun] in ("NOUN", "PROPN"):
            heads[noun], relations[noun] = verb, "obj"


def _party(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Sen. Ann Oe, D-Ore.": her party and state are no part of the name."""
    for word in range(2, len(tree.words) - 1):
        marks = (tree.words[word - 1].form, tree.words[word + 1].form)
        party = tree.words[word].form in _PARTIES and marks == (",", "-")
        if party and relations[word] == "flat" and heads[word] < word:
            relations[word] = "appos"


def _down(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "While sales are down 12 percent": the sales are, and no subject of "down"."""
    for adverb, low in enumerate(tree.low):
        told = tree.only(adverb, *_SUBJECT) if low in ("up", "down", "over", "under") else []
        near = range(adverb + 1, min(adverb + _NEAR, len(tree.words)))
        shares = [w for w in near if tree.coarse[w] in _SHARES]
        share = next((w for w in shares if tree.coarse[w] != "NUM"), next(iter(shares), -1))
        linked = told and share >= 0 and (tree.only(share, "cop") or tree.only(adverb, "cop"))
        if not linked or tree.only(share, *_SUBJECT):
            continue
        if heads[share] == adverb:
            heads[share], relations[share] = heads[adverb], relations[adverb]
        heads[adverb], relations[adverb] = share, "advmod"
        for child in tree.only(adverb, *_SUBJECT, "mark", "cc", "cop"):
            heads[child] = share


_NEAR = 5  # words
_SHARES = ("NOUN", "SYM", "NUM")


def _verb_for_noun(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "15 per cent of employees in Europe work at night": they work."""
    root = tree.root
    if tree.coarse[root] not in ("NOUN", "NUM") or tree.only(root, "cop", *_SUBJECT):
        return
    for word in tree.only(root, "appos", "parataxis", "dep"):
        near = word > root and tree.words[word - 1].form not in (",", ":", "-", "–", "—", "(")
        if near and tree.low[word] in _VERBS and tree.fine[word] == "NN":
            heads[word], relations[word] = -1, "root"
            heads[root], relations[root] = word, "nsubj"
            tree.fine[word], tree.coarse[word] = "VBP", "VERB"


_VERBS = word_set("work live want need hope plan fear use face spend support back own pay vote "
                  "trust study sleep walk travel report")  # fmt: skip


def _our(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "From Save Our Lido, which was formed": a name with "Our" in it."""
    for word in range(1, len(tree.words) - 1):
        small = tree.fine[word] == "PRP$" and tree.words[word].form.istitle()
        if not small or tree.coarse[word - 1] != "PROPN" or tree.coarse[word + 1] != "PROPN":
            continue
        first, last = word - 1, word + 1
        if heads[word] != last or relations[first] in ("flat", "compound"):
            continue
        for inner in (word, last):
            heads[inner], relations[inner] = first, "flat"
            tree.fine[inner], tree.coarse[inner] = "NNP", "PROPN"
        for child in tree.children[last]:
            if child > last:
                heads[child] = first


def _whose(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe, a geologist whose find overturned it, died": the find overturned it, she died."""
    for whose, low in enumerate(tree.low):
        found = heads[whose]
        verb = heads[found] if found > whose else -1
        if low != "whose" or verb < 0 or whose < 2:
            continue
        host = whose - 1 - (tree.words[whose - 1].form == ",")
        noun = heads[found] if relations[found] == "appos" else -1
        verb = tree.root if relations[found] == "appos" else verb
        told = [s for s in tree.only(verb, *_SUBJECT) if s < whose]
        later = [c for c in tree.only(verb, "conj") if finite(tree, c) and _parted(tree, c)]
        lost = bool(told) and (relations[found] in _SUBJECT or noun in told)
        if not lost or verb < found or not later or tree.only(later[0], *_SUBJECT, "cc"):
            continue
        last = later[0]
        heads[last], relations[last] = heads[verb], relations[verb]
        heads[verb], relations[verb] = host, "acl:relcl"
        heads[found], relations[found] = verb, "nsubj"
        heads[told[0]] = last


def _parted(tree: Tree, verb: int) -> bool:
    """Does a comma stand before a verb and what helps it?"""
    first = min([verb, *tree.only(verb, "aux", "aux:pass", "cop")])
    return first > 0 and tree.words[first - 1].form == ","


def _neither(tree: Tree, _heads: list[int], relations: list[str]) -> None:
    """ "Neither was the mayor told": the mayor was not."""
    if tree.low[:1] != ["neither"] or relations[0] not in _SUBJECT or tree.heads[0] < 2:
        return
    helped = tree.coarse[1] == "AUX" and tree.heads[1] == tree.heads[0]
    if helped and any(s > 1 for s in tree.only(tree.heads[0], *_SUBJECT)):
        relations[0], tree.coarse[0] = "advmod", "ADV"


def _last_name(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Miriam Cole of Wessel Digs": "Digs" belongs to the word before it."""
    for word in range(2, len(tree.words)):
        near = word - 1
        inner = relations[near] in ("nmod", "obl", "obj") and tree.coarse[near] == "PROPN"
        if relations[word] == "flat" and inner and heads[word] < near and heads[near] >= 0:
            heads[word] = near


def _off_name(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """A clause or an apposition is told of a name, and not of its last word."""
    for word, relation in enumerate(tree.relations):
        head = heads[word]
        if relation in ("acl:relcl", "acl", "appos") and head >= 0 and relations[head] == "flat":
            heads[word] = heads[head]


def _counted(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Fewer than one in five backed it": the one did."""
    for number, relation in enumerate(tree.relations):
        verb = heads[number]
        bare = relation == "obl" and tree.coarse[number] == "NUM" and not tree.only(number, "case")
        if bare and verb > number and finite(tree, verb) and not tree.only(verb, *_SUBJECT):
            relations[number] = "nsubj"


def _sold(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "The price of a truck sold in May was": "sold" says which, and is no finite verb."""
    for verb, relation in enumerate(tree.relations):
        noun = heads[verb]
        if relation != "acl" or noun < 0 or tree.fine[verb] != "VBD" or verb > tree.root:
            continue
        of = any(tree.low[c] == "of" for c in tree.only(noun, "case"))
        if of and not tree.only(verb, *_SUBJECT, "aux", "aux:pass", "cop", "obj"):
            tree.fine[verb] = "VBN"


def _derailed(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "After a train carrying coal derailed": the train did, and no coal was."""
    for verb, relation in enumerate(tree.relations):
        thing = heads[verb]
        inner = heads[thing] if thing >= 0 and relations[thing] == "obj" else -1
        hung = relation == "acl" and inner >= 0 and relations[inner] == "acl"
        if hung and tree.low[verb] in _HAPPENED and not tree.only(verb, "aux", "aux:pass"):
            heads[verb] = heads[inner]


_HAPPENED = word_set("derailed collapsed exploded crashed burst collided capsized erupted "
                     "overturned fell died sank")  # fmt: skip


def _those(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Outdid those of its rivals, helped by demand": told of what outdid them."""
    for verb, relation in enumerate(tree.relations):
        pointed = heads[verb]
        if relation != "acl" or pointed < 0 or tree.low[pointed] not in ("those", "that"):
            continue
        host = heads[pointed]
        parted = tree.words[verb - 1].form == ","
        if parted and host >= 0 and tree.coarse[host] == "VERB":
            heads[verb], relations[verb] = host, "advcl"


def _but(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "An offer of 455p followed in May but was dismissed": it followed, too."""
    root = tree.root
    links = [c for c in tree.only(root, "cc") if c < root]
    told = [s for s in tree.only(root, *_SUBJECT) if links and s < links[0]]
    if not told or relations[told[0]] not in _SUBJECT:
        return
    inside = [w for w in sorted(tree.below(told[0])) if told[0] < w < links[0]]
    verbs = [w for w in inside if relations[w] == "acl" and tree.fine[w] in ("VBD", "VBN")]
    if not verbs or tree.only(verbs[-1], "aux", "aux:pass", "obl:agent", "mark"):
        return
    verb = verbs[-1]
    heads[verb], relations[verb] = -1, "root"
    heads[root], relations[root] = verb, "conj"
    heads[told[0]], relations[told[0]] = verb, "nsubj"
    tree.fine[verb] = "VBD"


def _ever(tree: Tree, _heads: list[int], relations: list[str]) -> None:
    """ "The highest ever set by the court": which one, and no deed of the subject."""
    for verb, relation in enumerate(tree.relations):
        ranked = tree.heads[verb]
        bare = relation == "advcl" and tree.fine[verb] == "VBN" and 0 <= ranked < verb
        if bare and tree.fine[ranked] == "JJS" and not tree.only(verb, "aux", "mark", *_SUBJECT):
            relations[verb] = "acl"


def _cleft(tree: Tree, _heads: list[int], relations: list[str]) -> None:
    """ "It was the army that fired": what the army did."""
    for verb, relation in enumerate(tree.relations):
        noun = tree.heads[verb]
        if relation != "advcl:relcl" or noun < 0 or not tree.only(noun, "cop"):
            continue
        it = any(tree.low[s] == "it" for s in tree.only(noun, "nsubj", "expl"))
        if it and any(tree.low[s] in ("that", "who") for s in tree.only(verb, *_SUBJECT)):
            relations[verb] = "acl:relcl"


def _few(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "And a few threw stones": a few did, and no "few stones" were thrown."""
    for word, low in enumerate(tree.low):
        verb, noun = word + 1, heads[word]
        across = verb < noun and verb < len(heads) and heads[noun] == verb
        if low not in _SOME or not across or relations[word] not in ("amod", "det", "nummod"):
            continue
        if finite(tree, verb) and not tree.only(verb, *_SUBJECT, "aux"):
            heads[word], relations[word] = verb, "nsubj"
            if tree.low[word - 1 : word] == ["a"]:
                heads[word - 1] = word


def _each(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe, 41, and Joe Ley, 39, each admitted theft": they did, and no "admitted theft"."""
    root = tree.root
    for word, low in enumerate(tree.low):
        verb, noun = word + 1, heads[word]
        if low != "each" or not root < word < noun or heads[noun] != root:
            continue
        named = tree.coarse[root] in ("NOUN", "PROPN") and bool(tree.only(root, "conj"))
        past = tree.fine[verb] in ("VBD", "VBN") and relations[verb] == "amod"
        if named and heads[verb] == noun and past and verb < noun:
            tree.fine[verb] = "VBD"
            heads[verb], relations[verb] = -1, "root"
            heads[root], relations[root] = verb, "nsubj"
            heads[noun], relations[noun] = verb, "obj"
            heads[word], relations[word] = verb, "advmod"
            tree.coarse[verb] = "VERB"
            for child in tree.children[root]:
                if child > verb and child != noun:
                    heads[child] = verb
            return


_SOME = word_set("few many some most several others both all two three four five")

_STEPS: tuple[Step, ...] = (
    _verb_for_noun, _our, _whose, _due_to_do, _how, _and_lead, _crossed, _joined_object, _party,
    _down, _neither, _last_name, _off_name, _counted, _sold, _derailed, _those, _but, _ever, _cleft,
    _few, _each,
)  # fmt: skip
