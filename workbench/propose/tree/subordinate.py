"""Correct clauses before or behind "and" whose subject or verb a parser took for another's."""

from __future__ import annotations

from workbench.propose.lexicon import TELL, TIME_NOUNS, word_set
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import finite, stepwise

_SUBJECT = ("nsubj", "nsubj:pass", "csubj", "expl")
_HANGS = ("advcl", "ccomp", "conj", "parataxis", "dep", "acl")
_BY = frozenset(("for", "in", "on", "by", "with", "from", "at", "of", "against", "to"))
_SAID_OF = frozenset(("news", "word", "reports", "rumours", "rumors", "details", "claims",
                      "allegations", "evidence", "speculation"))  # fmt: skip


def repair_subordinate(tree: Tree) -> Tree:
    """The tree with each verb of a fronted or joined clause on its own subject."""
    return stepwise(tree, _STEPS)


def repair_lent(tree: Tree) -> Tree:
    """The tree with the first of two subjects on the clause that it stands in."""
    return stepwise(tree, (_lent,))


def _lent(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "While the letter shown to Oe claimed that …, others have denied it": it claimed."""
    for verb in range(2, len(heads)):
        above = heads[verb]
        marks = [m for m in tree.only(verb, "mark") if m < verb]
        if relations[verb] != "advcl" or above < verb or not marks or tree.only(verb, *_SUBJECT):
            continue
        own = tree.only(above, *_SUBJECT)
        if len(own) > 1 and marks[0] < own[0] < verb < own[1] and finite(tree, verb):
            heads[own[0]], relations[own[0]] = verb, "nsubj"


def _own_behind_and(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "300 homes were burnt and 12 people killed": the people, for whom the homes are too many."""
    for verb in range(3, len(heads)):
        above = heads[verb]
        if relations[verb] != "conj" or above < 0 or tree.only(verb, *_SUBJECT):
            continue
        links = [c for c in tree.only(verb, "cc") if c > above]
        own = [s for s in tree.only(above, *_SUBJECT) if links and links[-1] < s < verb]
        before = [s for s in tree.only(above, *_SUBJECT) if s < above]
        if own and before and tree.coarse[verb] == "VERB":
            heads[own[-1]] = verb


def _reduced(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "While the letter shown to Oe claimed that": shown is which one, and it claimed."""
    for told in range(1, len(heads)):
        subject = [s for s in tree.only(told, *_SUBJECT) if s == told - 1]
        marks = [m for m in tree.only(told, "mark") if m < told]
        if relations[told] != "advcl" or tree.fine[told] != "VBN" or not subject or not marks:
            continue
        if tree.only(told, "aux", "aux:pass", "cop", "obj"):
            continue
        verb = _next_verb(tree, told)
        if verb < 0:
            continue
        noun, above = subject[0], heads[told]
        heads[verb], relations[verb] = above, "advcl"
        heads[told], relations[told] = noun, "acl"
        heads[noun], relations[noun] = verb, "nsubj"
        for mark in marks:
            heads[mark] = verb
        return


def _reduced_content(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Said that two checks carried out in May had found mould": they had been carried out."""
    for told in range(2, len(heads)):
        subject = [s for s in tree.only(told, *_SUBJECT) if s == told - 1]
        if relations[told] != "ccomp" or not subject or tree.coarse[subject[0]] not in _NOUNS:
            continue
        participle = tree.low[told].endswith("ed") or tree.low[told] in _PARTICIPLES
        if not participle or tree.only(told, "aux", "aux:pass", "cop", "obj", "ccomp", "xcomp"):
            continue
        verb = _next_verb(tree, told)
        if verb < 0 or not tree.only(verb, "aux", "aux:pass"):
            continue
        noun = subject[0]
        heads[verb], relations[verb] = heads[told], "ccomp"
        heads[told], relations[told] = noun, "acl"
        passive = bool(tree.only(verb, "aux:pass"))
        heads[noun], relations[noun] = verb, "nsubj:pass" if passive else "nsubj"
        for mark in tree.only(told, "mark"):
            heads[mark] = verb
        tree.fine[told] = "VBN"


_PARTICIPLES = word_set("made held done built sold bought found sent set run led written given "
                        "taken shown seen caught kept left paid taught drawn")  # fmt: skip


def _share_behind_and(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Most are Kurdish, and a third are women travelling": a third are, and most are no third."""
    for be in range(4, len(heads)):
        top, noun = heads[be], be - 1
        if tree.low[be] not in _ARE or relations[be] not in ("cop", "aux") or top <= be:
            continue
        first = tree.first_word(noun, "CCONJ")
        led = first > 1 and tree.low[first - 1] in ("and", "but", "while")
        above = heads[noun]
        if relations[noun] != "conj" or not led or not 0 <= above < first - 1:
            continue
        if tree.coarse[noun] not in (*_NOUNS, "NUM", "ADJ") or tree.only(top, *_SUBJECT):
            continue
        if relations[top] != "conj" or heads[top] not in (above, noun):
            continue
        told = next((w for w in range(be + 1, top) if relations[w] == "conj"
                     and heads[w] in (above, noun) and tree.coarse[w] == "NOUN"
                     and tree.first_word(w) == be + 1 and not tree.only(w, "cc")), top)  # fmt: skip
        heads[told], relations[told] = above, "conj"
        heads[noun], relations[noun] = told, "nsubj"
        heads[be], relations[be] = told, "cop" if told != top else relations[be]
        heads[first - 1], relations[first - 1] = told, "cc"
        if told != top:
            heads[top], relations[top] = told, "acl"
        doing = told + 1  # "are women travelling alone"
        loose = doing < len(heads) and relations[doing] == "conj" and heads[doing] == above
        if loose and tree.fine[doing] == "VBG" and not tree.only(doing, "cc", "aux", *_SUBJECT):
            heads[doing], relations[doing] = told, "acl"
        return


_ARE = ("are", "were", "is", "was")


def _next_verb(tree: Tree, told: int) -> int:
    """The next finite verb without a subject, before any comma; -1 where there is none."""
    for verb in range(told + 1, len(tree.words)):
        if tree.words[verb].form in (",", ";", ":"):
            return -1
        if tree.heads[verb] not in (told, tree.heads[told]) or not finite(tree, verb):
            continue
        alone = not tree.only(verb, *_SUBJECT, "mark", "cc")
        return verb if alone and tree.relations[verb] in _HANGS else -1
    return -1


def _news_that(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "After news broke that it had closed, Oe denied it": that it had is the news."""
    for content in range(2, len(heads)):
        above = heads[content]
        marks = [m for m in tree.only(content, "mark") if tree.low[m] == "that"]
        if relations[content] != "ccomp" or above < content or not marks:
            continue
        before = [c for c in tree.only(above, "advcl") if c < marks[0] and finite(tree, c)]
        if not before or any(w.form == "," for w in tree.words[before[-1] : marks[0]]):
            continue
        verb = before[-1]
        noun = next((s for s in tree.only(verb, "nsubj") if tree.low[s] in _SAID_OF), -1)
        heads[content], relations[content] = verb, "ccomp"
        if noun >= 0:
            heads[content], relations[content] = noun, "acl"


def _after_noun(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Hours after reports emerged that": they emerged, and nothing did after them."""
    for after, low in enumerate(tree.low):
        noun = heads[after]
        verb = heads[noun] if noun > after else -1
        if low not in ("after", "before") or verb < noun or relations[noun] != "obl":
            continue
        own = tree.only(verb, *_SUBJECT, "aux", "aux:pass", "cop", "mark", "obj")
        behind = [c for c in own if c > verb and relations[c] in ("nsubj", "obj")]
        own = own if len(own) > 1 else [c for c in own if c not in behind]
        if tree.fine[verb] not in ("VBN", "VBD") or relations[verb] != "advcl" or own:
            continue
        if max(tree.below(noun)) + 1 != verb or relations[after] != "case":
            continue
        tree.fine[verb] = "VBD"
        heads[after], relations[after] = verb, "mark"
        relations[noun] = "nsubj"
        for seen in behind:  # "after a camera filmed the mother carrying it": it filmed her
            relations[seen] = "obj"


def _after_subject(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "After the mayor, Ann Oe, offered help": after she offered it, not after the mayor."""
    for after, low in enumerate(tree.low):
        noun = heads[after]
        verb = heads[noun] if noun > after else -1
        if low not in _SINCE or relations[after] != "case" or verb <= noun:
            continue
        told = relations[noun] in ("nsubj", "nsubj:pass") and relations[verb] == "advcl"
        if told and tree.first_word(noun) == after and not tree.only(verb, "mark"):
            heads[after], relations[after] = verb, "mark"


_SINCE = ("after", "before", "since", "until")


def _marked_subject(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "After a guard spotted the boy": the guard did, whom no preposition hangs on the verb.

    So does London in "while London, where a flat costs more, saw a drop".
    """
    for verb in range(3, len(heads)):
        own = tree.only(verb, *_SUBJECT, "aux", "aux:pass", "cop")
        if relations[verb] != "advcl" or own or tree.fine[verb] not in _TENSED:
            continue
        for noun in tree.only(verb, "obl", "obl:unmarked", "advcl"):
            inside = tree.only(noun, "mark")
            if relations[noun] == "advcl" and (not inside or tree.only(noun, *_SUBJECT, "cop")):
                continue
            marks = [m for m in (*tree.only(verb, "mark"), *inside) if m < noun]
            words = [w for w in tree.below(noun) if tree.coarse[w] != "PUNCT" and w not in marks]
            last = tree.words[verb - 1].form == ","
            between = marks and min(words) == marks[-1] + 1 and max(words) == verb - 1 - last
            plain = tree.coarse[noun] in _NOUNS and not tree.only(noun, "case")
            if between and plain and tree.low[noun].removesuffix("s") not in TIME_NOUNS:
                relations[noun] = "nsubj"
                for mark in inside:
                    heads[mark] = verb


_TENSED = ("VBD", "VBZ", "VBP")


def _another(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ran for another and Eastern Ley won": another one, and no other Ley."""
    for word in range(1, len(heads) - 2):
        noun = heads[word]
        if tree.low[word] != "another" or relations[word] != "det" or noun < word + 2:
            continue
        verb = noun + 1
        if tree.low[word + 1] not in ("and", "but", "while") or verb >= len(heads):
            continue
        if not finite(tree, verb) or tree.only(verb, *_SUBJECT) or noun in tree.below(verb):
            continue
        cases = [c for c in tree.children[noun] if c < word]
        above = heads[noun]
        if above < 0 or above > word or verb in tree.below(noun) or above == verb:
            continue
        relations[word] = "obl" if cases else "obj"
        heads[word] = above
        for case in cases:
            heads[case] = word
        heads[noun], relations[noun] = verb, "nsubj"
        heads[word + 1], relations[word + 1] = verb, "cc"


def _and_for_doing(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Praised for her work and for saving two lives": for both, and nobody "is saving"."""
    for doing in range(3, len(heads)):
        verb = heads[doing]
        if relations[doing] != "conj" or tree.fine[doing] != "VBG" or verb > doing or verb < 0:
            continue
        mark = next((m for m in tree.only(doing, "mark", "case") if m < doing), -1)
        if mark < 1 or tree.low[mark] not in _BY or tree.low[mark - 1] not in ("and", "or", "but"):
            continue
        if tree.only(doing, *_SUBJECT, "aux") or tree.only(verb, "mark") or verb > mark:
            continue
        beside = [o for o in tree.only(verb, "obl", "advcl") if verb < o < mark
                  and any(tree.low[c] in _BY for c in tree.only(o, "case", "mark"))]  # fmt: skip
        inner = [w for w in range(verb + 1, mark - 1) if relations[w] == "nmod" and any(
                 tree.low[c] == tree.low[mark] for c in tree.only(w, "case"))]  # fmt: skip
        if beside or inner:
            heads[doing] = max([*beside, *inner])


def _to_which(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "From playing her hits, to which they own the rights": the rights to the hits."""
    for pronoun in range(3, len(heads)):
        case = tree.only(pronoun, "case")
        if tree.low[pronoun] not in ("which", "whom") or not case or case[0] != pronoun - 1:
            continue
        verb, noun = heads[pronoun], pronoun - 3
        if tree.words[pronoun - 2].form != "," or verb < pronoun or heads[verb] < 0:
            continue
        if tree.coarse[heads[verb]] != "VERB" or tree.coarse[noun] not in ("NOUN", "PROPN"):
            continue
        while relations[noun] in ("flat", "compound") and 0 <= heads[noun] < pronoun:
            noun = heads[noun]
        if noun not in tree.below(verb):
            heads[verb], relations[verb] = noun, "acl:relcl"


def _and_that(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Told them to wait and that the road was shut": the road is told of, too."""
    for content in range(4, len(heads)):
        that = next((m for m in tree.only(content, "mark") if tree.low[m] == "that"), -1)
        above = heads[content]
        joined = that > 2 and tree.low[that - 1] == "and" and 0 <= above < that
        if relations[content] != "conj" or not joined or relations[above] == "ccomp":
            continue
        told = [v for v in range(that - 1) if tree.low[v] in _TELLING
                and tree.only(v, "obj", "iobj") and tree.only(v, "xcomp")]  # fmt: skip
        if told and content not in _chain(tree, told[-1]):
            heads[content], relations[content] = told[-1], "ccomp"


def _told_whom(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Told the Courier the tax would go": the Courier heard it."""
    for told, low in enumerate(tree.low):
        if low not in TELL or tree.only(told, "obj", "iobj"):
            continue
        for content in tree.only(told, "ccomp"):
            subject = [s for s in tree.only(content, *_SUBJECT) if told < s < content]
            first = tree.first_word(subject[-1]) if subject else -1
            for noun in tree.children[content]:
                heard = told < noun < first and tree.first_word(noun) == told + 1
                if heard and tree.coarse[noun] in _NOUNS and not tree.only(noun, "case"):
                    heads[noun], relations[noun] = told, "obj"


_NOUNS = ("NOUN", "PROPN")


def _chain(tree: Tree, word: int) -> set[int]:
    """The word and all that it hangs on."""
    found: set[int] = set()
    while word >= 0 and word not in found:
        found.add(word)
        word = tree.heads[word]
    return found


def _after_what(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Its ship, the Orla, sank after a pump, bought in Ley, failed": it sank, the pump failed."""
    root = tree.root
    subject = next(iter(tree.only(root, "nsubj", "nsubj:pass")), root)
    first = min([root, *tree.only(root, "aux", "aux:pass", "cop")])
    if subject >= root or first < 1 or tree.words[first - 1].form != "," or not finite(tree, root):
        return
    for verb in tree.only(subject, "acl:relcl", "acl"):
        led = any(
            tree.fine[c].startswith("W") or tree.low[c] == "that" for c in tree.children[verb]
        )
        if tree.fine[verb] != "VBD" or led or tree.only(verb, *_SUBJECT):
            continue
        marks = [c for n in tree.only(verb, "obl") if n < first - 1
                 for c in tree.only(n, "case") if tree.low[c] in ("after", "before")]  # fmt: skip
        if not marks or verb > marks[-1]:
            continue
        noun = heads[marks[-1]]
        if tree.words[noun + 1].form != "," or noun + 2 >= first - 1:
            continue  # "sent off after 41 minutes for a foul, …"
        for child in tree.only(verb, "advcl", "acl"):
            if noun < child < first and tree.fine[child] in ("VBN", "VBG"):
                heads[child], relations[child] = noun, "acl"
        heads[verb], relations[verb] = -1, "root"
        heads[subject], relations[subject] = verb, "nsubj"
        passive = bool(tree.only(root, "aux:pass"))
        heads[noun], relations[noun] = root, "nsubj:pass" if passive else "nsubj"
        heads[root], relations[root] = verb, "advcl"
        heads[marks[-1]], relations[marks[-1]] = root, "mark"
        return


def _because(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Because charges, which they set, have soared": the charges have."""
    for mark, low in enumerate(tree.low):
        noun = heads[mark]
        above = heads[noun] if noun >= 0 else -1
        if low not in _WHY or relations[mark] != "case" or above < 0 or mark > noun:
            continue
        behind = max(tree.below(noun))
        for verb in tree.children[above]:
            bare = verb > behind and not tree.only(verb, *_SUBJECT, "mark", "cc")
            if bare and relations[verb] in _HANGS and finite(tree, verb):
                passive = bool(tree.only(verb, "aux:pass"))
                heads[noun], relations[noun] = verb, "nsubj:pass" if passive else "nsubj"
                heads[mark], relations[mark] = verb, "mark"
                relations[verb] = "advcl"
                break


def _which_they(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Charges, which landlords are not obliged to cap": to cap them, and no "which landlords"."""
    for which in range(2, len(heads) - 1):
        about = which + 1
        verb = heads[about]
        if tree.low[which] != "which" or (heads[which], relations[which]) != (about, "det"):
            continue
        told = tree.words[which - 1].form == "," and relations[verb] == "acl:relcl" and verb > about
        if not told or relations[about] not in _SUBJECT:
            continue
        inner = next(iter(tree.only(verb, "xcomp")), verb)
        if tree.coarse[inner] == "VERB" and not tree.only(inner, "obj"):
            heads[which], relations[which] = inner, "obj"
            tree.coarse[which] = "PRON"


_WHY = frozenset(("because", "although", "though", "whereas"))
_TELLING = TELL | {"telling", "warning", "reminding", "warned", "warns"}
_STEPS = (
    _because,
    _which_they,
    _after_what,
    _own_behind_and,
    _share_behind_and,
    _reduced,
    _reduced_content,
    _news_that,
    _after_noun,
    _after_subject,
    _marked_subject,
    _another,
    _and_for_doing,
    _to_which,
    _and_that,
    _told_whom,
)
