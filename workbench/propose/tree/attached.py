"""Correct what hangs on the wrong one of two nouns, where the order of the words settles it."""

from __future__ import annotations

from workbench.propose.lexicon import word_set
from workbench.propose.tree.figures import amount
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.verbs import Step, finite, stepwise

_SUBJECT = ("nsubj", "nsubj:pass")
_NOMINAL = ("NOUN", "PROPN")
_MARKS = word_set(", ; : – — ( )")
_TWO = 2
_PLACING = word_set("at in from near on")
_MODIFIERS = ("nmod", "acl")


def repair_attached(tree: Tree) -> Tree:
    """The tree with such phrases on the noun that they stand behind."""
    return stepwise(tree, _STEPS)


def _behind_apposition(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Ann Oe, a fellow at the institute, said": the institute is the fellow's."""
    for noun in range(len(heads)):
        for told in tree.only(noun, "appos"):
            for child in tree.only(noun, *_MODIFIERS):
                first = tree.first_word(child)
                between = range(max(tree.below(told)) + 1, first)
                if first > told and not any(tree.words[w].form in _MARKS for w in between):
                    heads[child] = told


def _where(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "A doctor at the hospital where they were treated": not in the doctor."""
    for verb, relation in enumerate(tree.relations):
        opens = next((w for w in tree.only(verb, "advmod") if tree.low[w] == "where"), 0)
        noun = tree.heads[verb]
        near = opens - 1
        if relation != "acl:relcl" or near <= noun or noun < 0:
            continue
        placed = any(tree.low[c] in _PLACING for c in tree.only(near, "case"))
        if placed and tree.coarse[near] in _NOMINAL and tree.heads[near] == noun:
            heads[verb] = near


def _state_won(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "In a state Trump won": the state does not belong to his name."""
    for name, relation in enumerate(tree.relations):
        verb = tree.heads[name]
        noun = name - 1
        if relation not in _SUBJECT or tree.coarse[name] != "PROPN" or not name < verb:
            continue
        mine = noun in tree.only(name, "compound") and tree.coarse[noun] == "NOUN"
        led = tree.only(name, "det")
        if not mine or not led or not finite(tree, verb) or tree.relations[verb] == "root":
            continue
        above = tree.heads[verb]
        while above >= 0 and tree.coarse[above] not in ("VERB", "AUX"):
            above = tree.heads[above]
        if above < 0 or above > noun or any(tree.fine[c] in _WH for c in tree.children[verb]):
            continue
        cases = tree.only(name, "case")
        heads[noun], relations[noun] = above, "obl" if cases else "obj"
        heads[verb], relations[verb] = noun, "acl:relcl"
        for child in tree.children[name]:
            if child < noun:
                heads[child] = noun


_WH = ("WP", "WDT", "WRB", "WP$")


def _named_again(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "In Arl, Hamm and Ley, they voted": the names before the comma are no second subject."""
    for verb in range(len(heads)):
        subjects = tree.only(verb, *_SUBJECT)
        if len(subjects) != _TWO or tree.coarse[subjects[0]] != "PROPN":
            continue
        names, pronoun = subjects
        place = [p for p in tree.only(verb, "obl") if p < names and tree.only(p, "case")]
        comma = tree.words[pronoun - 1].form == ","
        if place and comma and tree.coarse[pronoun] == "PRON" and pronoun < verb:
            heads[names], relations[names] = place[-1], "conj"


def _after_frame(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "On Mill Street, the index rose", "in a talk on Ann Oe, the host said": it did, she did."""
    for noun, relation in enumerate(tree.relations):
        if relation != "appos" or tree.words[tree.first_word(noun) - 1].form != ",":
            continue
        frame = tree.heads[noun]
        while frame >= 0 and tree.relations[frame] in ("nmod", "appos", "conj"):
            frame = tree.heads[frame]
        verb = tree.heads[frame] if frame >= 0 else -1
        fronted = verb > noun and tree.relations[frame] in ("obl", "obl:unmarked")
        if not fronted or tree.relations[verb] not in ("root", "ccomp", "parataxis"):
            continue
        if not tree.only(verb, *_SUBJECT, "csubj", "expl") and finite(tree, verb):
            passive = bool(tree.only(verb, "aux:pass"))
            heads[noun], relations[noun] = verb, "nsubj:pass" if passive else "nsubj"


def _up_to(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Up to 99% of them left": so many did, though "up to" looks like a preposition."""
    for noun, relation in enumerate(tree.relations):
        verb = tree.heads[noun]
        if relation != "obl" or noun > verb or tree.only(verb, *_SUBJECT, "csubj", "expl"):
            continue
        first = tree.first_word(noun)
        about = tree.low[first : first + 2] == ["up", "to"] or tree.low[first] in _ABOUT
        counted = tree.only(noun, "nummod") or tree.coarse[noun] == "NUM"
        if about and counted and finite(tree, verb) and tree.relations[verb] not in ("conj", "acl"):
            passive = bool(tree.only(verb, "aux:pass"))
            heads[noun], relations[noun] = verb, "nsubj:pass" if passive else "nsubj"


_ABOUT = word_set("over around about nearly")

_NAME_PARTS = ("flat", "compound", "nmod:desc", "nummod")


def _ampersands(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Plug & Charge – which lets the car pay": one name."""
    for mark in range(1, len(heads) - 1):
        left, right = mark - 1, mark + 1
        capital = tree.words[left].form[:1].isupper() and tree.words[right].form[:1].isupper()
        if tree.words[mark].form != "&" or not capital:
            continue
        top = left
        while relations[top] in _NAME_PARTS and heads[top] >= 0:
            top = heads[top]
        other = right
        while relations[other] in _NAME_PARTS and heads[other] > mark:
            other = heads[other]
        if other != top and heads[other] == top and relations[other] == "conj":
            for child in tree.children[other]:
                if child > other and relations[child] not in _NAME_PARTS:
                    heads[child] = top
            heads[mark], relations[mark] = other, "cc"
            relations[other] = "flat"


def _hyphenated(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "20 of his season-high 31 points": of his points, and not of his season."""
    for mark in range(1, len(heads) - 1):
        left, right = mark - 1, mark + 1
        glued = tree.words[left].end == tree.words[mark].start
        glued = glued and tree.words[mark].end == tree.words[right].start
        noun, above = heads[right], heads[left]
        if tree.words[mark].form != "-" or not glued or not 0 <= above < left or noun <= right:
            continue
        if relations[noun] not in _STRAY or relations[right] != "amod":
            continue
        heads[noun], relations[noun] = above, relations[left]
        for child in tree.children[left]:
            heads[child] = noun
        heads[left], relations[left] = right, "compound"


def _down(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "The stock was down 5%", "sales are down 2 percent": the number goes with "down"."""
    for word in range(1, len(heads) - 1):
        number = amount(tree, word + 1)
        if tree.low[word] not in ("down", "up", "off") or number < 0:
            continue
        top = number
        while tree.relations[top] in ("nummod", "compound", "nmod") and tree.heads[top] > word:
            top = tree.heads[top]
        be = word - 1
        while be > 0 and tree.coarse[be] == "ADV":  # "is now up a third"
            be -= 1
        if relations[be] != "cop":
            continue
        if heads[be] == top and heads[top] == word:
            heads[top], relations[top] = heads[word], relations[word]
            heads[word], relations[word] = top, "advmod"
            for child in tree.only(word, "cc", *_SUBJECT):
                heads[child] = top
        elif heads[be] == top and (heads[word] != top or relations[word] == "parataxis"):
            heads[word], relations[word] = top, "advmod"
        elif heads[be] == word and heads[top] != word and heads[top] >= 0:
            heads[top], relations[top] = word, "obl:unmarked"


def _all_but(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Is all but dead": nearly so."""
    for word in range(1, len(heads)):
        if tree.low[word] == "but" and tree.low[word - 1] == "all" and relations[word] == "cc":
            heads[word], relations[word] = word - 1, "fixed"


def _saying(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Arl welcomed the swap, saying the men had suffered": Arl said so, and not the swap."""
    for verb in range(2, len(heads)):
        noun = heads[verb]
        if relations[verb] != "acl" or tree.low[verb] not in _SAYING or noun < 0:
            continue
        if tree.words[verb - 1].form == "," and relations[noun] in ("obj", "obl", "nmod", "iobj"):
            above = noun
            while above >= 0 and tree.coarse[above] != "VERB":
                above = heads[above]
            if 0 <= above < noun:
                heads[verb], relations[verb] = above, "advcl"


_SAYING = word_set("saying adding noting arguing claiming telling citing quoting calling accusing "
                   "urging blaming warning insisting stressing pointing offering")  # fmt: skip
_STRAY = ("parataxis", "dep", "appos", "ccomp")


def _who_says(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "A driver who witnesses said fled": he fled, and the witnesses said so."""
    for verb, relation in enumerate(tree.relations):
        about = tree.only(verb, "nsubj")
        content = tree.only(verb, "ccomp")
        which = [d for a in about for d in tree.only(a, "det") if tree.low[d] == "which"]
        about = which + about
        if relation != "acl:relcl" or len(about) != _TWO or not content:
            continue
        own = tree.only(content[0], *_SUBJECT, "expl", "mark")
        passive = bool(tree.only(content[0], "aux:pass"))
        if tree.low[about[0]] in ("who", "which", "that") and not own:
            heads[about[0]] = content[0]
            relations[about[0]] = "nsubj:pass" if passive else "nsubj"


def _enough(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Patients who were well enough to leave": well enough, and no "enough patients"."""
    for word in range(1, len(heads)):
        state = word - 1
        if tree.low[word] != "enough" or tree.fine[state] not in ("JJ", "RB"):
            continue
        if relations[word] in ("amod", "advmod") and heads[word] != state:
            heads[word], relations[word] = state, "advmod"


def _within_commas(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "The measure, [which was] first proposed in 2016, would cost": proposed in 2016."""
    for verb, relation in enumerate(tree.relations):
        first = tree.first_word(verb)
        opens = "," in (tree.words[first - 1].form, tree.words[first].form)
        if relation not in ("acl", "acl:relcl") or not opens:
            continue
        close = next((w for w in range(verb, len(heads)) if tree.words[w].form == ","), -1)
        for word in range(verb + 1, close):
            if heads[word] > close and tree.relations[word] in ("obl", "obl:agent", "advmod"):
                heads[word] = verb


def _ran_carrying(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Two men ran from the store carrying bags": the men did, and not the store."""
    for verb, relation in enumerate(tree.relations):
        noun = heads[verb]
        if relation != "acl" or tree.fine[verb] != "VBG" or relations[noun] != "obl":
            continue
        away = any(tree.low[c] in ("from", "to", "into", "of") for c in tree.only(noun, "case"))
        if away and tree.low[heads[noun]] in _MOVING and tree.low[verb] in _BEARING:
            heads[verb], relations[verb] = heads[noun], "advcl"


def _agent_doing(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Was found by divers searching for her": the divers searched. "Leads by two going into"."""
    for verb, relation in enumerate(tree.relations):
        noun = verb - 1
        if tree.fine[verb] != "VBG" or noun < 0 or tree.coarse[noun] != "NOUN":
            continue
        if relation == "advcl" and heads[verb] == heads[noun] and relations[noun] == "obl:agent":
            heads[verb], relations[verb] = noun, "acl"
        into = tree.low[verb : verb + 2] in (["going", "into"], ["heading", "into"])
        if relation == "acl" and into and relations[noun] == "obl" and heads[verb] == noun:
            heads[verb], relations[verb] = heads[noun], "advcl"


_MOVING = word_set("ran run running fled flee walked went left escaped came emerged drove returned "
                   "climbed jumped headed")  # fmt: skip
_BEARING = word_set("carrying holding wearing clutching armed shouting screaming crying waving "
                    "brandishing demanding leaving pushing")  # fmt: skip


def _behind_but(tree: Tree, heads: list[int], relations: list[str]) -> None:
    """ "Would not walk again, but within a year she did": the time is of what follows "but"."""
    for but, low in enumerate(tree.low):
        verb = heads[but]
        if low != "but" or relations[but] != "cc" or relations[verb] != "conj":
            continue
        about = tree.only(verb, *_SUBJECT)
        if not about or about[0] < but:
            continue
        for word in range(but + 1, about[0]):
            if heads[word] < but and relations[word] in ("obl", "obl:unmarked", "advmod"):
                heads[word] = verb


def _but_later(tree: Tree, heads: list[int], _relations: list[str]) -> None:
    """ "Were told he might die, but a week later he was running": nobody told that."""
    for verb, relation in enumerate(tree.relations):
        first = heads[verb]
        above = heads[first]
        if relation != "conj" or above < 0 or tree.relations[first] != "ccomp":
            continue
        but = [c for c in tree.only(verb, "cc") if tree.low[c] == "but"]
        about = tree.only(verb, *_SUBJECT)
        guess = any(tree.low[a] in _GUESSES for a in tree.only(first, "aux"))
        if not but or not about or not guess or tree.only(verb, "mark"):
            continue
        later = any(tree.low[w] in _LATER for w in range(but[0] + 1, about[0]))
        done = any(
            tree.fine[w] == "VBD" for w in (verb, *tree.only(verb, "aux", "cop", "aux:pass"))
        )
        if later and done:
            heads[verb] = above


_GUESSES = word_set("would might could may")
_LATER = word_set("later within after day days week weeks month months year years hours minutes")


_STEPS: tuple[Step, ...] = (
    _ampersands, _hyphenated, _behind_apposition, _where, _state_won, _named_again, _after_frame,
    _up_to, _down, _saying, _all_but, _who_says, _enough, _within_commas, _ran_carrying,
    _agent_doing, _behind_but, _but_later,
)  # fmt: skip
