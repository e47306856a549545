"""Acts on one claim: verdict, later, discard, tags, note, wording, span."""

from __future__ import annotations

import unicodedata

from db import articles
from workbench.review.actor import Actor, check_span
from workbench.review.item import wording
from workbench.review.outcome import Outcome, ReviewError

MAX_TAG = 60
MAX_NOTE = 20_000


class Deciding(Actor):
    """Each act is one event, committed before its method returns."""

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
        check_span(text, start, end)
        payload = {"start": start, "end": end}
        moved = self._act(claim, "moved", payload, "span")
        return moved._replace(message=f"span {start}–{end} · {wording(text[start:end])}")
