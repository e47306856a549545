"""The pieces of one clause: ways to write its subject, its core and its adjuncts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.propose.lexicon import word_set
from workbench.propose.pool.words import Masks

SUBJECT = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer", "expl")
_GROUP = word_set("aux aux:pass cop compound:prt expl fixed goeswith")
_ARGUMENT = ("obj", "iobj", "ccomp", "xcomp", "obl:agent")
_ADJUNCT = word_set(
    "obl obl:unmarked obl:tmod obl:npmod advmod advcl nmod nmod:unmarked parataxis acl acl:relcl "
    "advcl:relcl dep"
)
_HANGING = frozenset(("acl", "acl:relcl", "appos", "parataxis", "advcl"))
_OPTIONAL = _HANGING | {"nmod", "amod", "obl", "advmod", "nmod:unmarked", "xcomp", "nummod"}
_LINKS = frozenset(("conj", "xcomp", "advcl", "parataxis", "ccomp", "advcl:relcl"))
_SUCH = frozenset(("such", "like", "including"))
_NOT = frozenset(("not", "n't", "never", "no"))
_PRONOUNS = frozenset(("who", "which", "that", "whom"))
_CASE = frozenset(("case",))
_LOOSE_ENDS = frozenset(("cc", "discourse"))
_NOT_WHOLE = frozenset(("cc", "discourse", "mark", "parataxis", "vocative"))
_VERBS = ("VERB", "AUX")


class Made(NamedTuple):
    """A piece of a clause: its words, the way, the subject's words and kind, adjuncts in it."""

    mask: int
    way: str
    who: int
    kind: int  # 0 no subject, 1 its own, 2 taken over, 3 one member of it
    used: int


class ClausePieces:
    """Makes the pieces of the clause under one predicate."""

    def __init__(self, words: Masks, head: int) -> None:
        self.words, self.tree, self.head = words, words.tree, head
        self.nominal = self.tree.coarse[head] not in _VERBS
        group, self.arguments, adjuncts = self._parts(head)
        self.base = self._predicate(head) | group
        self.group = group
        self.own = self.base
        for argument in self.arguments:
            self.own |= self._whole(argument)
        self.adjuncts = adjuncts
        self.extras = [self._whole(a) for a in adjuncts]
        self.every = 0
        for extra in self.extras:
            self.every |= extra

    def pieces(self) -> Iterator[Made]:
        """All pieces, the likelier ones first, with repetitions."""
        subjects = self._subjects()
        who, kind = subjects[0]
        count = len(self.extras)
        sets = [(self.every, count), (0, 0), *((extra, 1) for extra in self.extras)]
        few = sets[:6]
        for extra, used in sets:
            yield Made(who | self.own | extra, "clause", who, kind, used)
        for other, sort in subjects[1:4]:
            yield from (Made(other | self.own | e, "clause", other, sort, u) for e, u in few)
        members = self._members_of_subject(who)
        bodies = list(self._bodies(who))
        for member in members:
            yield from (Made(member | self.own | e, "member", member, 3, u) for e, u in few)
        for body, way in bodies:
            yield from (Made(who | body | extra, way, who, kind, used) for extra, used in few)
        for extra, used in self._other_sets():
            yield Made(who | self.own | extra, "adjunct", who, kind, used)
            yield from (Made(m | self.own | extra, "adjunct", m, 3, used) for m in members[:6])
            if kind == 2:
                yield from (Made(o | self.own | extra, "adjunct", o, s, used)
                            for o, s in subjects[1:3])  # fmt: skip
        for member in members[:12]:
            for body, way in bodies[:24]:
                yield Made(member | body, way, member, 3, 0)
        for other, sort in subjects[1:3]:
            yield from (Made(other | body, way, other, sort, 0) for body, way in bodies[:16])
        for other, sort in subjects[4:]:
            yield from (Made(other | self.own | e, "clause", other, sort, u) for e, u in few)
        yield from self._odd(who, kind, count)

    def _odd(self, who: int, kind: int, count: int) -> Iterator[Made]:
        """Without the subject, and with all that hangs on the predicate."""
        words, head = self.words, self.head
        yield Made(self.own | self.every, "clause", 0, 0, count)
        yield Made(self.own, "clause", 0, 0, 0)
        for mask in (words.below[head], words.tight[head], words.below[head] & ~self._dropped()):
            yield Made(mask, "whole", mask & who, kind, count)

    # what the clause is made of

    def _predicate(self, head: int) -> int:
        """The words that the predicate cannot do without."""
        if self.tree.coarse[head] in _VERBS:
            return 1 << head
        words = self.words
        return words.core(head) & ~words.sum(head, frozenset(("obl", "advcl", "obl:unmarked")))

    def _whole(self, child: int) -> int:
        """An argument or adjunct with its mark, without what is cut out of it."""
        return self.words.tight[child] & ~self.words.sum(child, _LOOSE_ENDS)

    def _dropped(self) -> int:
        words = self.words
        gone = words.sum(self.head, _NOT_WHOLE)
        for child in self.tree.only(self.head, "conj"):
            gone |= words.below[child]
        return gone

    def _parts(self, head: int) -> tuple[int, list[int], list[int]]:
        """Helping words, arguments and adjuncts, also those of what the predicate governs."""
        tree, words = self.tree, self.words
        group, arguments, adjuncts = 0, [], []
        nominal = tree.coarse[head] not in _VERBS
        for child in tree.children[head]:
            relation = tree.relations[child]
            negates = relation == "advmod" and tree.low[child] in _NOT
            infinitive = relation == "mark" and tree.fine[child] == "TO"
            inside = nominal and relation in ("nmod", "acl") and not words.set_off[child]
            if relation in _GROUP or negates or infinitive:
                group |= words.below[child]
            elif relation in _ARGUMENT:
                arguments.append(child)
            elif relation in _ADJUNCT and not inside:
                adjuncts.append(child)
        adjuncts += self._shared(head)
        if len(arguments) == 1 and tree.relations[arguments[0]] == "xcomp":
            inner = arguments[0]
            more, deeper, later = self._parts(inner)
            group |= more | self._predicate(inner) | words.sum(inner, _CASE)
            arguments, adjuncts = deeper, adjuncts + later
        return group, arguments, sorted(set(adjuncts))

    def _shared(self, head: int) -> list[int]:
        """What stands before the subject of two joined predicates belongs to both."""
        tree = self.tree
        if tree.relations[head] != "conj":
            return []
        above = tree.heads[head]
        start = min(tree.only(above, *SUBJECT), default=above)
        return [c for c in tree.only(above, "obl", "advmod", "advcl") if c < start]

    # subjects

    def _subjects(self) -> list[tuple[int, int]]:
        """Ways to write the subject, the likeliest first."""
        found: list[tuple[int, int]] = []
        words = self.words
        for noun, kind in self._subject_nouns():
            inside = words.below[self.head] if kind == 2 else 0
            variants = words.variants(noun)
            if len(variants) > 1 and any(joined[0] == noun for joined in words.lists):
                variants = [variants[1], variants[0], *variants[2:]]
            found.extend((mask & ~inside, kind) for mask in variants)
        return list(dict.fromkeys(found)) or [(0, 0)]

    def _members_of_subject(self, who: int) -> list[int]:
        found: list[int] = []
        for joined in self._lists_in(who)[:2]:
            found.extend(self.words.members(who, joined))
        return list(dict.fromkeys(found))

    def _subject_nouns(self) -> list[tuple[int, int]]:
        """Words that can be the subject: its own, or of what it depends on."""
        tree, at = self.tree, self.head
        own = [c for c in tree.only(at, *SUBJECT) if tree.low[c] not in _PRONOUNS]
        if own:
            return [(own[0], 1)]
        nouns: list[int] = []
        for _ in range(12):
            relation, above = tree.relations[at], tree.heads[at]
            if above < 0:
                break
            if relation.startswith("acl") or relation == "appos":
                outer = tree.only(above, *SUBJECT)  # "X is a pilot who …": X and the pilot
                inner = [w for w in tree.only(above, "nmod") if w < at]  # "the history of Norway"
                nouns += [above, *outer[:1], *inner[-1:]]
                if nouns[0] != above:
                    break  # the subject was found below
            elif relation not in _LINKS:
                break
            nouns += [c for c in tree.only(above, *SUBJECT) if tree.low[c] not in _PRONOUNS][:1]
            at = above
        return [(noun, 2) for noun in dict.fromkeys(nouns)][:3]

    # the predicate with its arguments

    def _bodies(self, who: int) -> Iterator[tuple[int, str]]:
        """The predicate with its arguments cut down in one way or another."""
        own, slim = self.own, self._slim(self.own)
        if slim != own:
            yield slim, "object"
        for mask in dict.fromkeys((own, slim)):
            yield from ((member, "member") for member in self._members(mask))
        yield from ((mask, "object") for mask in self._trimmed())
        if self.arguments:
            yield self.base, "bare clause"
        for mask in dict.fromkeys((own, slim)):
            yield from ((less, "less") for less in self._less(mask))
        for mask in self._described():
            yield self.group | mask, "object"

    def _lists_in(self, mask: int) -> list[list[int]]:
        return [g for g in self.words.lists if mask >> g[0] & 1 and len(g) < 20
                and mask & self.words.below[g[1]]]  # fmt: skip

    def _members(self, mask: int) -> Iterator[int]:
        """One member at a time of each list inside, then of two lists together."""
        words = self.words
        inside = self._lists_in(mask)[:3]
        for joined in inside:
            yield from words.members(mask, joined)
        for first, joined in enumerate(inside):
            for other in inside[first + 1 :]:
                if len(joined) * len(other) <= 24:
                    for outer in words.members(mask, joined):
                        if outer >> other[0] & 1:
                            yield from words.members(outer, other)

    def _described(self) -> list[int]:
        """ "X is a man known for …": what says more about a predicate noun."""
        if not self.nominal:
            return []
        words, found = self.words, []
        for child in self.tree.only(self.head, "acl", "amod", "nmod", "compound"):
            mask = words.tight[child]
            found.append(mask)
            found.extend(self._members(mask))
            found.append(self._slim(mask))
        return found

    def _slim(self, mask: int) -> int:
        """The piece without the clauses and appositions that hang on its nouns."""
        for word, relation in enumerate(self.tree.relations):
            if mask >> word & 1 and word != self.head and relation in _HANGING:
                mask &= ~self.words.below[word] | (1 << self.head)
        return mask

    def _less(self, mask: int) -> Iterator[int]:
        """The piece without one of the phrases inside it."""
        tree = self.tree
        for word, relation in enumerate(tree.relations):
            if mask >> word & 1 and relation in _OPTIONAL and word != self.head:
                yield mask & ~self.words.below[word]

    def _trimmed(self) -> Iterator[int]:
        """The clause with one argument cut down."""
        tree, words = self.tree, self.words
        if self.nominal:
            rest = self.own & ~self._predicate(self.head) | words.case_of(self.head)
            for mask in [*words.variants(self.head), *self._modified(self.head)]:
                yield rest | mask
        for argument in self.arguments:
            if tree.coarse[argument] not in ("NOUN", "PROPN"):
                continue
            rest = self.base | words.case_of(argument)
            for other in self.arguments:
                if other != argument:
                    rest |= self._whole(other)
            for mask in [*words.variants(argument), *self._modified(argument)]:
                yield rest | mask
            for child in tree.only(argument, "nmod"):
                if any(tree.low[c] in _SUCH for c in tree.only(child, "case")):
                    example = rest | words.core(child)
                    yield example
                    yield from self._members(rest | words.full(child))

    def _modified(self, noun: int) -> list[int]:
        """The noun with one of the phrases that hang on it."""
        words, tree = self.words, self.tree
        found = [
            words.bare(noun) | words.below[child]
            for child in tree.only(noun, "nmod", "acl", "acl:relcl")
        ]
        adjectives = tree.only(noun, "amod", "compound")
        if len(adjectives) > 1:
            plain = (1 << noun) | words.sum(noun, frozenset(("det", "flat")))
            found += [plain | words.below[child] for child in adjectives]
        return found

    # adjuncts

    def _other_sets(self) -> Iterator[tuple[int, int]]:
        """Adjuncts cut down, one member of a list in them, and sets of several."""
        words, count = self.words, len(self.extras)
        for place, adjunct in enumerate(self.adjuncts):
            extra, rest = self.extras[place], self.every & ~self.extras[place]
            cut = list(self._members(extra))
            cut.append(self._slim(extra))
            if self.tree.coarse[adjunct] in ("NOUN", "PROPN"):
                cut += [mask | words.case_of(adjunct) for mask in words.variants(adjunct)]
            cut += list(self._less(extra))
            for mask in dict.fromkeys(cut):
                yield mask, 1
                yield mask | rest, count
        if count > 2:
            rising = 0
            for used, extra in enumerate(self.extras, 1):
                rising |= extra
                yield rising, used
                yield self.every & ~extra, count - 1
