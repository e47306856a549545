"""The acts of a reviewer. Each becomes events, committed before its method returns."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from db import articles, claims, events, identity, projection, reviews
from db.engine import Connection, Database
from db.rows import Event, QueueItem
from workbench.review.item import span, wording
from workbench.review.outcome import Outcome, ReviewError
from workbench.review.schemes import Scheme
from workbench.text.paragraph import sentence_around
from workbench.text.words import trim

MAX_TAG = 60
MAX_NOTE = 20_000

Act = tuple[str, str | None, str | None, dict[str, Any]]

UNDO_WORDS = {"undone": "undone", "redone": "done again"}
ACT_WORDS = {
    "verdict": "verdict",
    "later": "later",
    "discarded": "discard",
    "tagged": "tag",
    "untagged": "tag off",
    "noted": "note",
    "reworded": "wording",
    "moved": "span",
    "added": "claim added",
}


class Acts:
    """What a reviewer can do. Needs the store, her name, and the scheme she decides with."""

    database: Database
    reviewer: str
    scheme: Scheme

    def decide(self, claim: int, label: str) -> Outcome:
        """Give a verdict.

        Raises:
            ReviewError: the scheme has no such label, or there is no such claim.
        """
        found = self.scheme.label(label)
        if found is None:
            known = ", ".join(known.id for known in self.scheme.labels)
            raise ReviewError(f"the scheme has no verdict '{label}'; it has {known}")
        payload = {"label": label, "scheme": self.scheme.ref}
        return self._act(claim, "verdict", payload, found.name)

    def later(self, claim: int) -> Outcome:
        """Put a claim off; it stays in the queue, but is not walked on to."""
        return self._act(claim, "later", {}, "later")

    def discard(self, claim: int) -> Outcome:
        """Say that this is no claim worth keeping."""
        return self._act(claim, "discarded", {}, "discarded")

    def tag(self, claim: int, tag: str) -> Outcome:
        """Add a tag; her own spelling is kept, white space is not.

        Raises:
            ReviewError: the tag is empty, too long, or not one of the scheme's.
        """
        name = " ".join(tag.split())
        if not name or len(name) > MAX_TAG:
            raise ReviewError(f"a tag has 1 to {MAX_TAG} characters")
        if any(unicodedata.category(c) in ("Cc", "Cs") for c in name):
            raise ReviewError("a tag cannot hold control characters")
        if not self.scheme.free_tags and name not in self.scheme.tags:
            raise ReviewError(f"this project's tags are: {', '.join(self.scheme.tags)}")
        return self._act(claim, "tagged", {"tag": name}, f"tagged {name}")

    def untag(self, claim: int, tag: str) -> Outcome:
        """Take a tag off."""
        return self._act(claim, "untagged", {"tag": tag}, f"tag {tag} off")

    def note(self, claim: int, text: str) -> Outcome:
        """Write a note; an empty text takes it away."""
        if len(text) > MAX_NOTE:
            raise ReviewError(f"a note has at most {MAX_NOTE} characters")
        kept = text.strip()
        return self._act(claim, "noted", {"text": kept}, "noted" if kept else "note off")

    def reword(self, claim: int, statement: str) -> Outcome:
        """Change the claim's statement; an empty one brings the proposed wording back."""
        kept = " ".join(statement.split())
        return self._act(claim, "reworded", {"statement": kept}, "reworded")

    def move_span(self, claim: int, start: int, end: int) -> Outcome:
        """Move the claim's span to [start, end); for this reviewer alone.

        Raises:
            ReviewError: the span is empty or outside the article.
        """
        with self.database.read() as connection:
            article_seq = self._item(connection, claim).claim.article_seq
            text = articles.text(connection, article_seq)
        _check_span(text, start, end)
        payload = {"start": start, "end": end}
        return self._act(claim, "moved", payload, f"span {start}–{end}")

    def add_claim(self, article_seq: int, start: int, end: int) -> Outcome:
        """Add a claim at [start, end), white space at its ends left out.

        Raises:
            ReviewError: the span is empty or outside the article.
        """
        with self.database.write() as connection:
            article = articles.get(connection, article_seq)
            if article is None:
                raise ReviewError(f"there is no article {article_seq}")
            text = articles.text(connection, article_seq)
            _check_span(text, start, end)
            start, end = trim(text, start, end)
            known = self._known(connection, article.id, start, end)
            if known is not None:
                return Outcome("that is a claim already", focus=known)
            act = self._added(article.id, text, start, end)
            made = projection.append(connection, self.reviewer, [act])
            seq = claims.seq_of(connection, str(made[0].claim_id))
        return _new(f"added · {text[start:end]}", [seq])

    def split(self, claim: int, at: int) -> Outcome:
        """Split a claim in two at an offset of the article; the old one is discarded.

        Raises:
            ReviewError: one of the halves would be empty.
        """
        with self.database.write() as connection:
            item = self._item(connection, claim)
            text = articles.text(connection, item.claim.article_seq)
            start, end = span(item)
            halves = [trim(text, start, at), trim(text, at, end)]
            if not start < at < end or any(a >= b for a, b in halves):
                raise ReviewError("a claim is split at a word inside it")
            return self._replace(connection, [item], text, halves, "split")

    def merge(self, wanted: Sequence[int]) -> Outcome:
        """Make one claim of several; the old ones are discarded.

        Raises:
            ReviewError: fewer than two claims, or claims of two articles.
        """
        with self.database.write() as connection:
            items = [self._item(connection, claim) for claim in dict.fromkeys(wanted)]
            if len(items) < 2:
                raise ReviewError("two claims or more can be merged")
            if len({item.claim.article_seq for item in items}) > 1:
                raise ReviewError("only claims of the same article can be merged")
            text = articles.text(connection, items[0].claim.article_seq)
            spans = [span(item) for item in items]
            whole = (min(start for start, _ in spans), max(end for _, end in spans))
            return self._replace(connection, items, text, [whole], "merged")

    def undo(self) -> Outcome:
        """Take back her last act that is in effect. Without limit, across restarts.

        Raises:
            ReviewError: there is nothing to undo.
        """
        return self._turn("undone", events.last_effective_act)

    def redo(self) -> Outcome:
        """Do again what was undone last.

        Raises:
            ReviewError: there is nothing to redo.
        """
        return self._turn("redone", events.last_undone_act)

    def _turn(self, kind: str, find: Any) -> Outcome:
        with self.database.write() as connection:
            target = find(connection, self.reviewer)
            if target is None:
                raise ReviewError("nothing to undo" if kind == "undone" else "nothing to redo")
            touched = [e for e in events.of_act(connection, target) if e.claim_id]
            ids = dict.fromkeys((e.article_id, e.claim_id) for e in touched)
            payload = {"act": target}
            acts: list[Act] = [(kind, article, claim, payload) for article, claim in ids]
            before = self._active(connection, touched)
            projection.append(connection, self.reviewer, acts)
            after = self._active(connection, touched)
        return _turned(f"{UNDO_WORDS[kind]}: {_tell(touched)}", before, after)

    def _active(self, connection: Connection, touched: list[Event]) -> dict[int, bool]:
        found = [claims.by_id(connection, str(e.claim_id)) for e in touched]
        return {claim.seq: claim.status == "active" for claim in found if claim is not None}

    def _act(self, claim: int, kind: str, payload: dict[str, Any], word: str) -> Outcome:
        with self.database.write() as connection:
            item = self._item(connection, claim)
            act: Act = (kind, item.claim.article_id, item.claim.id, payload)
            projection.append(connection, self.reviewer, [act])
        return Outcome(f"{word} · {wording(item.claim.quote)}", (claim,), focus=claim)

    def _replace(
        self,
        connection: Connection,
        items: list[QueueItem],
        text: str,
        spans: list[tuple[int, int]],
        reason: str,
    ) -> Outcome:
        article_id = items[0].claim.article_id
        tags = sorted({tag for item in items if item.review for tag in item.review.tags})
        taken = {item.claim.id for item in items}
        acts: list[Act] = [
            ("discarded", article_id, item.claim.id, {"reason": reason}) for item in items
        ]
        fresh = []
        for start, end in spans:
            added = self._added(article_id, text, start, end)
            if added[2] in taken or self._known(connection, article_id, start, end) is not None:
                raise ReviewError(f"there is a claim already at {start}–{end}")
            acts.append(added)
            acts += [("tagged", article_id, added[2], {"tag": tag}) for tag in tags]
            fresh.append(str(added[2]))
        projection.append(connection, self.reviewer, acts)
        seqs = [claims.seq_of(connection, claim_id) for claim_id in fresh]
        outcome = _new(reason, seqs)
        return outcome._replace(changed=tuple(item.claim.seq for item in items))

    def _added(self, article_id: str, text: str, start: int, end: int) -> Act:
        claim_id = identity.claim_id(article_id, start, end, f"reviewer:{self.reviewer}")
        sentence = sentence_around(text, start, end)
        payload = {
            "start": start,
            "end": end,
            "sentence_start": sentence[0],
            "sentence_end": sentence[1],
            "quote": text[start:end],
            "statement": wording(text[start:end]),
            "parts": [[start, end]],
            "kind": "clause",
            "worth": 0.5,
            "attributed_to": None,
        }
        return ("added", article_id, claim_id, payload)

    def _known(
        self, connection: Connection, article_id: str, start: int, end: int
    ) -> int | None:
        """The claim that she is shown at exactly this span, if there is one."""
        for origin in ("proposer", f"reviewer:{self.reviewer}"):
            found = claims.by_id(connection, identity.claim_id(article_id, start, end, origin))
            if found is not None and found.status == "active":
                return found.seq
        return None

    def _item(self, connection: Connection, claim: int) -> QueueItem:
        found = reviews.items(connection, [claim], self.reviewer)
        if not found or not self._sees(found[0]):
            raise ReviewError(f"there is no claim {claim}")
        return found[0]

    def _sees(self, item: QueueItem) -> bool:
        return item.claim.origin == "proposer" or item.claim.proposer == self.reviewer


def _check_span(text: str, start: int, end: int) -> None:
    if not 0 <= start <= end <= len(text):
        raise ReviewError("the span lies outside the article")
    if not text[start:end].strip():
        raise ReviewError("the span would be empty")


def _new(message: str, seqs: Sequence[int | None]) -> Outcome:
    added = tuple(seq for seq in seqs if seq is not None)
    return Outcome(message, added=added, focus=added[0] if added else None)


def _turned(message: str, before: dict[int, bool], after: dict[int, bool]) -> Outcome:
    added = tuple(seq for seq, active in after.items() if active and not before[seq])
    removed = tuple(seq for seq, active in after.items() if not active and before[seq])
    changed = tuple(seq for seq in after if seq not in added and seq not in removed)
    focus = next((seq for seq, active in after.items() if active), None)
    return Outcome(message, changed, added, removed, focus)


def _tell(touched: list[Event]) -> str:
    first = touched[0]
    if first.payload.get("reason") in ("split", "merged"):
        return str(first.payload["reason"])
    if first.kind == "tagged":
        return f"tag {first.payload['tag']}"
    return ACT_WORDS.get(first.kind, first.kind)
