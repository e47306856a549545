"""Clauses of a dependency tree: each predicate with the subject and words that belong to it."""

from __future__ import annotations

from dataclasses import replace

from workbench.propose.lexicon import ADDING, BE, CONTRAST, SAY, THINK, WEEKDAYS, word_set
from workbench.propose.tree.apposed import apposed, described
from workbench.propose.tree.clause import SUBJECTS, Clause, relative_clause, unfocused
from workbench.propose.tree.cuts import (
    absolute,
    conditional,
    cut_children,
    framing,
    idle,
    introduced,
    is_predicate,
    loose,
    negated,
    neither,
    past,
    was,
)
from workbench.propose.tree.events import event
from workbench.propose.tree.nearer import nearer
from workbench.propose.tree.nouns import antecedent, by_name, noun_words
from workbench.propose.tree.relative import relative_of, time_of
from workbench.propose.tree.report import (
    asks,
    by_nobody,
    phrasal,
    promised,
    shifted,
    telling,
    told_how,
)
from workbench.propose.tree.shared import (
    bare_be,
    gapped,
    hedged,
    second_infinitive,
    shared_auxiliaries,
)
from workbench.propose.tree.shares import share_words
from workbench.propose.tree.telling import tells
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.untold import instead, meaning, told_to, totalled, turned, untold

_UNSURE = """
    deny denies denied doubt doubts doubted wish wishes wished hope hopes hoped fear fears
    feared expect expects expected promise promises promised pledge pledges pledged vow
    vows vowed demand demanded request requested recommend recommended propose proposed
    order ordered assume assumes assumed consider agree agrees agreed think thinks thought
    believe believes believed
"""
_LEARNT = word_set(
    "notice notices noticed realise realises realised realize realizes realized discover discovers "
    "discovered learnt established"
)
_ASSERTING = (
    SAY
    | THINK
    | ADDING
    | _LEARNT
    | word_set("ruling finding emerged emerges transpired describe describes described")
) - frozenset(_UNSURE.split())


def clauses(tree: Tree) -> list[Clause]:
    """The clauses of a sentence, outer ones before inner ones."""
    return _Finder(tree).find()


class _Finder:
    """Walks down the tree from predicate to predicate."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.found: list[Clause] = []

    def find(self) -> list[Clause]:
        tree = self.tree
        if is_predicate(tree, tree.root):
            self._visit(Clause(tree.root, "main", []))
        else:
            self._inner(tree.root, Clause(tree.root, "main", []))
        return self.found

    def _visit(self, clause: Clause) -> None:
        stack = [clause]
        while stack:
            clause = stack.pop()
            clause.own = self._own_words(clause)
            if clause.kind == "participle" and clause.subject:
                clause.own = [w for w in clause.own if w not in clause.subject]
            if clause.kind != "apposition":
                clause.own = by_name(self.tree, clause.own)
                clause.subject = by_name(self.tree, clause.subject)
            second = second_infinitive(self.tree, clause.head, clause.own)
            if second is not None:
                clause.own, other = second
                self.found.append(replace(clause, own=other))
            self.found.append(clause)
            stack.extend(reversed(self._inner_clauses(clause.head, clause)))

    def _inner(self, top: int, host: Clause) -> None:
        for clause in self._inner_clauses(top, host):
            self._visit(clause)

    def _own_words(self, clause: Clause) -> list[int]:
        tree, head = self.tree, clause.head
        dropped = cut_children(tree, head)
        dropped |= set(tree.only(head, "cc", "cc:preconj", "discourse", "vocative", "punct"))
        if neither(tree, head) or _either(tree, head):
            dropped -= set(tree.only(head, "cc:preconj"))
        if clause.kind != "main" or tree.relations[head] == "conj":
            subjects = tree.only(head, *SUBJECTS)  # "it might be that some left": "that" stays
            dropped |= {m for m in tree.only(head, "mark") if not subjects or m < subjects[0]}
            dropped -= _infinitive(tree, head)
            if tree.relations[head] in ("advcl", "conj") or told_how(tree, head):
                dropped |= {c for c in tree.only(head, "advmod") if tree.fine[c] == "WRB"}
                # "days before he left": the days go with "before"
                marks = [m for m in tree.only(head, "mark") if m not in _infinitive(tree, head)]
                dropped |= {c for c in tree.children[head] if marks and c < marks[0]}
        dropped |= {c for c in tree.only(head, "advmod") if tree.low[c] in _LINKING}
        if tree.relations[head] == "parataxis":  # "came to light in May, when workers struck oil"
            dropped |= {c for c in tree.only(head, "advmod") if tree.low[c] == "when"}
        words = tree.below(head, frozenset(dropped)) - _emphasis(tree, head)
        inner: set[int] = set()
        for word in words - {head}:
            inner |= {c for c in cut_children(tree, word, inside=True) if c in words}
        for child in inner:
            words -= tree.below(child)
        if clause.kind == "apposition":
            words -= {w for c in tree.only(head, "conj") if is_predicate(tree, c)
                      for w in tree.below(c)}  # fmt: skip
        found = sorted(w for w in words if tree.coarse[w] != "PUNCT")
        return found[:-1] if _stressed(tree, found) else found

    def _subject_of(self, clause: Clause) -> list[int]:
        own = self.tree.only(clause.head, *SUBJECTS)
        if clause.subject:
            return clause.subject
        if clause.relative is not None and clause.relative.role == "subject":
            return clause.subject
        if not own:
            return []
        if len(own) > 1:  # "the gain is that prices did not fall and were stable": they were
            own = [s for s in own if self.tree.relations[s] != "nsubj:outer"] or own
        words = self.tree.below(own[0]) & set(clause.own)
        if not self.tree.only(own[0], "conj"):
            words = words & set(noun_words(self.tree, own[0])) or words  # no ", of Mill Road,"
        return sorted(words)

    def _inner_clauses(self, head: int, clause: Clause) -> list[Clause]:
        """Clauses under ``head``, through nouns and phrases, in the order of the text."""
        tree = self.tree
        found: list[Clause] = []
        stack = [(c, head) for c in reversed(tree.children[head])]
        while stack:
            child, parent = stack.pop()
            made = self._clause_at(child, parent, clause)
            if made is not None:
                found.append(made)
            elif conditional(tree, child):
                aside = [
                    w
                    for w in sorted(tree.below(child), reverse=True)
                    if w != child and tree.relations[w] == "acl:relcl" and loose(tree, w)
                ]
                stack.extend((w, tree.heads[w]) for w in aside)
            else:
                stack.extend((c, child) for c in reversed(tree.children[child]))
        return found

    def _clause_at(  # noqa: PLR0911  one per construction
        self, child: int, parent: int, clause: Clause
    ) -> Clause | None:
        tree, relation = self.tree, self.tree.relations[child]
        if relation == "appos":
            return self._apposition(child, parent)
        if described(tree, child):
            return Clause(child, "apposition", [], noun_words(tree, parent))
        if not is_predicate(tree, child):
            return None
        own = bool(tree.only(child, *SUBJECTS))
        if relation == "conj" and own and not is_predicate(tree, parent) and parent == tree.root:
            return Clause(child, "main", [])
        if relation == "conj" and parent == clause.head:
            return self._conjunct(child, clause, own)
        if relation == "acl:relcl":
            return relative_clause(tree, child, parent, clause.head)
        if relation in ("advcl", "acl") and not own:
            return self._participle(child, parent, clause)
        if absolute(tree, child):
            about = noun_words(tree, tree.only(child, *SUBJECTS)[0])
            return Clause(child, "participle", [], about, said_by=clause.said_by, host=parent)
        unsaid = tree.low[parent] in SAY and negated(tree, parent)  # "did not say when it opens"
        whole = own and not conditional(tree, child) and not unsaid
        if relation in ("ccomp", "parataxis", "advcl") and whole:
            return self._finite(child, parent, clause)
        return None

    def _conjunct(self, child: int, clause: Clause, own: bool) -> Clause | None:
        tree = self.tree
        untrue = told_to(tree, child) or (not own and (instead(tree, child) or turned(tree, child)))
        if child not in cut_children(tree, clause.head) or untrue:
            return None
        fronted = [c for o in tree.only(clause.head, "obl") for c in tree.only(o, "det")]
        if any(tree.low[c] == "no" and c < clause.head for c in fronted):
            return None  # "at no time did the firm agree to, write or sign it"
        alone = neither(tree, child) and not any(tree.low[w] == "nor" for w in tree.below(child))
        if alone and not own:
            return None  # "which both sides signed but neither has ratified"
        made = Clause(child, "main" if clause.kind == "apposition" else clause.kind, [],
                      said_by=clause.said_by, host=clause.host)  # fmt: skip
        if not own and clause.relative is not None and clause.relative.role != "subject":
            self._second_of_object(child, clause, made)
            if clause.relative.role == "place" and self._bare(child):
                made.lead += shared_auxiliaries(tree, clause.head, child)
        elif not own:
            made.subject = self._subject_of(clause)
            if any(tree.relations[w] == "expl" for w in made.subject) and tree.low[child] not in BE:
                return None  # "there are some that are shut, and do not open"
            if self._bare(child):
                made.lead = clause.lead + shared_auxiliaries(tree, clause.head, child)
            made.lead = sorted({*made.lead, *hedged(tree, clause.head, child)})
        elif gapped(tree, clause.head, child) and clause.relative is None:
            made.kind, made.host = "participle", clause.head
            made.subject = _with_about(tree, tree.only(child, *SUBJECTS)[0])
        elif clause.kind == "relative":
            made.relative = relative_of(tree, child) or clause.relative
            made.subject = clause.subject
        return made

    def _bare(self, verb: int) -> bool:
        """Has a verb no auxiliary of its own, and a form that may need one?"""
        helped = [c for c in self.tree.only(verb, "aux", "aux:pass", "cop")
                  if self.tree.low[c] != "being"]  # fmt: skip
        if bare_be(self.tree, verb):
            return True
        return not helped and self.tree.fine[verb] in ("VB", "VBN", "VBG", "VBD")

    def _second_of_object(self, child: int, clause: Clause, made: Clause) -> None:
        """ "which the city bought and divided": both verbs share the subject and the noun."""
        tree = self.tree
        who = tree.only(clause.head, *SUBJECTS)
        words = sorted(tree.below(who[0])) if who else []
        owner = clause.relative is not None and clause.relative.role == "owner"
        if clause.relative is None or not words or (tree.only(child, "obj") and not owner):
            made.subject = words
            return
        made.subject, made.lead = clause.subject, words
        made.relative = clause.relative

    def _participle(self, child: int, parent: int, clause: Clause) -> Clause | None:
        tree = self.tree
        agent = tree.fine[child] == "VBN" and tree.only(child, "obl", "obl:agent")
        news = agent and introduced(tree, parent)  # "a petition signed by 8,400 people"
        news = news or (tree.relations[child] == "acl" and tells(tree, parent, child))
        if tree.fine[child] not in ("VBG", "VBN", "VBD") or not (loose(tree, child) or news):
            return None
        helped = any(tree.low[c] != "having" for c in tree.only(child, "aux"))
        if helped or tree.only(child, "mark", "case") or _infinitive(tree, child):
            return None
        subject = totalled(tree, child) or self._doer(child, parent, clause)
        if not subject:
            return None
        host = clause.host if clause.kind == "participle" else clause.head
        between = nearer(tree, parent, clause.head) if tree.relations[child] == "advcl" else None
        host = host if between is None else between.verb
        return Clause(child, "participle", [], subject, said_by=clause.said_by, host=host)

    def _doer(self, child: int, parent: int, clause: Clause) -> list[int]:
        """The words that a participle is told of; none where it tells nothing."""
        tree = self.tree
        told = tree.relations[child] == "acl"
        if told and (tree.low[parent] in ("them", "whom") or event(tree, parent)):
            return []  # "212 of them written by his sister"
        if untold(tree, child) or _of_none(tree, child) or negated(tree, child):
            return []
        noun = told and tree.coarse[parent] in ("NOUN", "PROPN", "PRON")
        if noun and tree.low[parent] not in WEEKDAYS:  # "went on trial on Friday, accused of"
            inside = tree.below(child)
            words = share_words(tree, antecedent(tree, parent, verb=child), child)
            subject = [w for w in words if w not in inside and w < child]
        else:
            between = nearer(tree, parent, clause.head)
            subject = self._subject_of(clause) if between is None else between.subject
        empty = any(tree.relations[w] == "expl" for w in subject)
        return [] if child in subject or empty or framing(tree, child) else subject

    def _finite(self, child: int, parent: int, clause: Clause) -> Clause | None:
        tree = self.tree
        relation = tree.relations[child]
        if relation == "ccomp":
            return Clause(child, "said", [], said_by=clause) if self._told(child, clause) else None
        marks = {tree.low[m] for m in tree.only(child, "mark", "advmod")}
        if relation == "parataxis":
            asks = marks & {"where", "why", "whether"}
            kind = "said" if marks & _FACTUAL else "main"
            return None if asks else Clause(child, kind, [], said_by=clause.said_by)
        timed = time_of(tree, child, parent)
        if timed is not None:
            return Clause(child, "relative", [], timed[1], relative=timed[0],
                          said_by=clause.said_by)  # fmt: skip
        asked = tree.only(child, "ccomp", "csubj", "advcl")
        # "before the ministers gather", "until it has been made safe"
        vague = marks & _WHEN and not (past(tree, child) if marks & _AHEAD else was(tree, child))
        it = any(tree.low[s] == "it" for s in tree.only(child, *SUBJECTS))
        unclear = "so" in marks and (
            (asked and it) or tree.only(child, "expl")
        )  # "so that it remained unclear whether"
        aged = tree.coarse[child] == "NUM"  # "when she was six", "when the bill was tabled"
        passing = marks & _WHEN and (aged or idle(tree, child))
        guessed = marks & _WHEN and relation == "advcl" and _perhaps(tree, child)
        compared = "as" in marks and _compared(tree, child)
        if vague or unclear or passing or guessed or compared or not marks & _FACTUAL:
            return None
        told = tree.only(child, "ccomp") if tree.low[child] in ("emerged", "transpired") else []
        if told and it:
            return Clause(told[0], "said", [])  # "after it emerged that"
        aside = bool(marks & CONTRAST) and loose(tree, child) and not shifted(tree, child)
        return Clause(child, "said", [], said_by=None if aside else clause.said_by)

    def _told(self, child: int, clause: Clause) -> bool:
        """Is the content of a verb that reports it as true?"""
        tree, parent = self.tree, self.tree.heads[child]
        silent = negated(tree, parent) or negated(tree, clause.head) or by_nobody(tree, parent)
        silent = (
            silent
            or promised(tree, child)
            or (meaning(tree, parent) and tree.low[parent] != "meaning")
        )
        if parent not in (clause.head, telling(tree, clause.head)) or silent:
            return False
        if tree.low[parent] not in _ASSERTING and not phrasal(tree, parent):
            return False
        about = {tree.low[s] for s in tree.only(parent, *SUBJECTS)}
        could = {tree.low[w] for w in tree.only(parent, "aux")}
        if about & _NOTHING or (could & _MAYBE and tree.low[parent] not in SAY):
            return False  # "nothing indicated that", "could mean that"
        why = any(tree.fine[w].startswith("W") for w in tree.children[child])
        return not (why and not told_how(tree, child)) and not asks(tree, child)

    def _apposition(self, child: int, parent: int) -> Clause | None:
        noun = apposed(self.tree, child, parent)
        if noun is None or self.tree.low[child] in ("time", "times"):  # "twice, the first time in"
            return None
        inside = self.tree.below(child)
        words = [w for w in noun_words(self.tree, noun) if w not in inside]
        return Clause(child, "apposition", [], unfocused(self.tree, words))


def _emphasis(tree: Tree, head: int) -> set[int]:
    """ "Even" of "even though it was shut"."""
    marks = [m for m in tree.only(head, "mark", "advmod") if m and tree.low[m] in _FACTUAL
             and tree.fine[m] in ("IN", "WRB")]  # fmt: skip
    return {m - 1 for m in marks if tree.low[m - 1] in _STRESS}


def _stressed(tree: Tree, words: list[int]) -> bool:
    """ "Fell, partly [because mills closed]": does only the stress of what is left out end it?"""
    last = words[-1] if len(words) > 1 else len(tree.words)
    cut = last + 1 < len(tree.words) and tree.low[last + 1] in _FACTUAL
    return cut and tree.low[last] in _STRESS


_STRESS = word_set("even just only ever partly largely mainly mostly simply chiefly perhaps "
                   "probably")  # fmt: skip


def _compared(tree: Tree, child: int) -> bool:
    """ "As many people as it was licensed to carry": how many, and not what it was for."""
    mark = next(m for m in tree.only(child, "mark", "advmod") if tree.low[m] == "as")
    before = range(max(0, mark - _NEAR), mark - 1)
    return any(tree.low[w] == "as" and tree.low[w + 1] in _MEASURED for w in before)


_NEAR = 8  # words between "as many" and "as"
_MEASURED = word_set("many much few little high low long far big large fast often hard well good "
                     "quickly soon")  # fmt: skip


def _perhaps(tree: Tree, clause: int) -> bool:
    """ "It may have begun after a lamp fell over": perhaps none did."""
    above = tree.heads[clause]
    maybe = any(tree.low[a] in ("may", "might") for a in tree.only(above, "aux"))
    return maybe and above < clause and not loose(tree, clause)


def _of_none(tree: Tree, participle: int) -> bool:
    """ "A letter seen by this newspaper", "no one taking pictures"."""
    seen = tree.low[participle] in _SEEN and tree.relations[participle] == "acl"
    return seen or tree.low[tree.heads[participle]] in ("one", "nobody", "anyone", "anybody")


def _with_about(tree: Tree, noun: int) -> list[int]:
    """The words of "more than 60": a number with what says how nearly it is so."""
    words = set(noun_words(tree, noun))
    if tree.coarse[noun] == "NUM":
        for child in tree.only(noun, "advmod"):
            words |= tree.below(child) if child < noun else set()
    return sorted(words)


def _either(tree: Tree, head: int) -> bool:
    """ "Is either away or ill": the two are told together."""
    return any(tree.low[c] == "either" for c in tree.only(head, "cc:preconj", "advmod"))


_NOTHING = frozenset(("nothing", "nobody", "none", "little", "few"))
_MAYBE = frozenset(("could", "may", "might", "would", "should"))
_SEEN = word_set("seen obtained reviewed viewed")
_LINKING = word_set("however meanwhile moreover furthermore nevertheless nonetheless therefore")
_WHEN = word_set("after as when once before until")
_AHEAD = word_set("until before when once")
_FACTUAL = _WHEN | word_set("because since while although though whereas so")


def _infinitive(tree: Tree, head: int) -> set[int]:
    """ "To", also in "due to meet"."""
    return {m for m in tree.only(head, "mark") if tree.fine[m] == "TO" or tree.low[m] == "due"}
