"""The words of the line mode: its help, its short forms, and how a claim is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rows import called
from workbench.text.plural import how_many

if TYPE_CHECKING:
    from db.rows import QueueItem
    from workbench.review.schemes import Scheme
    from workbench.review.session import Session

HELP = """\
a verdict: its key, its id or its name
later · discard · undo · redo        put off, drop, take back, do again
tag TAG · untag TAG · note TEXT      an empty note takes the note away
reword TEXT                          another wording of the statement
add START END · move START END       in code points of the article
split AT · merge                     merge takes in the next of the article
next · prev · open · go N            open is the next undecided claim
show · list · articles · guide       the claim, the claims, the articles, the verdicts
search WORDS                         only claims with these words; none: all claims
order article|worth|uncertainty      the order of the claims
why                                  why the claim stands where it stands in it
evidence WORDS                       search sources; no words: the claim's statement
cite N s|r|c                         cite passage N: supports, refutes, context
quote s|r|c TEXT · confirm           cite a quote that you paste; confirm where it differs
link s|r|c URL [DATE] · again        an address alone; the last evidence once more
stance N s|r|c · set N SET           change piece N of the claim's evidence
question N TEXT · uncite N           the question that it answers; take it away
checked · take N · borrow N          earlier verdicts near it; take verdict, evidence
contradictions                       the claims that contradict this one, or agree
judge · yes · no                     is another's evidence enough for the verdict?
help · quit"""

ORDERS = {
    "article": "by article",
    "worth": "by check-worthiness",
    "uncertainty": "by uncertainty",
}
"""The orders of the queue, in words."""

SHORT = {
    "u": "undo",
    "U": "redo",
    "x": "discard",
    "t": "tag",
    "T": "untag",
    "n": "note",
    "r": "reword",
    "m": "merge",
    "j": "next",
    "k": "prev",
    "J": "open",
    "o": "articles",
    "g": "guide",
    "/": "search",
    "O": "order",
    "w": "why",
    "e": "evidence",
    "c": "checked",
    "C": "contradictions",
    "?": "help",
    "q": "quit",
    "previous": "prev",
}


class UsageError(ValueError):
    """A line that is no command; the text says what was expected."""


def typed(line: str) -> str:
    """A line that was read, without the white space around it.

    Raises:
        UsageError: it holds bytes that are no text: half characters stand for them.
    """
    try:
        line.encode()
    except UnicodeEncodeError:
        raise UsageError("this line is not UTF-8 and was passed over; type it again") from None
    return line.strip()


def claims_of(count: int) -> str:
    """A number of claims in words."""
    return how_many(count, "claim")


def needed(text: str, usage: str) -> str:
    """The text.

    Raises:
        UsageError: it is empty.
    """
    if not text:
        raise UsageError(usage)
    return text


def numbers(text: str, count: int) -> list[int]:
    """The whole numbers of a command.

    Raises:
        UsageError: not as many as expected.
    """
    words = text.split()
    if len(words) != count or not all(word.isascii() and word.isdigit() for word in words):
        raise UsageError(f"{count} whole number{'s' if count > 1 else ''} expected")
    return [int(word) for word in words]


def find_article(session: Session, wanted: str) -> int | None:
    """An article by the beginning of its id, its title, address or file, or its number."""
    for article in session.articles():
        file = called(None, None, article.origin)
        names = (article.title, article.url, file or None, str(article.article_seq))
        if wanted in names or (len(wanted) >= 4 and article.article_id.startswith(wanted)):
            return article.article_seq
    return None


def label_of(scheme: Scheme, word: str) -> str | None:
    """The label that a word gives: its key, its id, its name or its number."""
    for label in scheme.labels:
        if word in (label.key, label.id, label.name):
            return label.id
    if word.isascii() and word.isdigit() and 1 <= int(word) <= len(scheme.labels):
        return scheme.labels[int(word) - 1].id
    return None


def verdict(item: QueueItem, scheme: Scheme) -> str:
    """What she decided of a claim, in a word."""
    from workbench.review.session import state

    now = state(item)
    if now != "decided" or item.review is None:
        return "undecided" if now == "open" else now
    label = scheme.label(item.review.verdict or "")
    return label.name if label else str(item.review.verdict)


def told(item: QueueItem, text: str, scheme: Scheme) -> list[str]:
    """A claim in lines, not yet safe.

    Args:
        item: the claim.
        text: its article's.
        scheme: the project's verdicts.
    """
    from workbench.review.session import quote, span, statement

    claim, review = item.claim, item.review
    start, end = span(item)
    lines = [
        f"statement: {statement(item, text)}",
        f"quote: {quote(item, text)}",
        f"sentence: {claim.sentence}",
        f"span: {start} {end} · worth {claim.worth:.2f} · {verdict(item, scheme)}",
    ]
    if claim.attributed_to:
        lines.append(f"said by: {claim.attributed_to}")
    if review is not None and review.tags:
        lines.append("tags: " + ", ".join(review.tags))
    if review is not None and review.note:
        lines.append(f"note: {review.note}")
    if review is not None and review.evidence:
        from workbench.tui.plain.evidence import evidence_lines

        lines += evidence_lines(review.evidence)
    return lines
