"""The beginning: the store is opened, and she is taken to where she stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rows import Filter
from workbench.tui.plain.words import claims_of, find_article
from workbench.tui.screens.acting import is_revised
from workbench.tui.screens.bare import NOTHING, show_bare
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.header_bar import HeaderBar

if TYPE_CHECKING:
    from workbench.tui.screens.course import Course

KEEP_EVERY = 1.0
"""Seconds after which the place is written down, if it is another one."""


async def begin(course: Course) -> None:
    """Open the store, take her to her place, and let her keys be in force.

    Raises:
        DeskError: the store cannot be opened.
    """
    screen = course.screen
    course.session = session = await course.desk.open()
    await course.desk.do(lambda s: s.look_again())
    course.show_by(session.scheme)
    screen.query_one(ClaimList).loader = course.rows
    screen.query_one(HeaderBar).set_all(reviewer=session.reviewer)
    screen.app.theme_changed_signal.subscribe(screen, lambda _: screen.do(course.repaint))
    warning = await _resume(course) or screen.start.warning
    unused = screen.use_keys_of(session.scheme, screen.keymap)
    warning = warning or unused
    if warning:
        screen.say(warning, "warning")


async def _resume(course: Course) -> str:
    """Go to the article that she named, or to where she stopped; a warning, or ""."""
    wanted, warning = course.screen.start.article, ""
    article: int | None = None
    if wanted is not None:
        article = await course.desk.do(lambda s: find_article(s, wanted), "reading the articles")
        warning = "" if article is not None else f"there is no article '{wanted}'"
    await course.show_queue(Filter())
    await course.queue.count()
    await _go(course, article)
    course.screen.set_interval(KEEP_EVERY, course.keep_place_soon)
    course.screen.watch_elsewhere()
    return warning


async def _go(course: Course, article: int | None) -> None:
    """Go to a claim of this article, of the one where she stopped, or to a bare article."""
    queue = course.queue
    place = await course.desk.do(lambda s: s.place())
    claim = await queue.first_of(article) if article is not None else None
    if claim is None and article is None and len(queue):
        claim = await _waiting_from(course, place[1] if place else None)
    if claim is not None:
        await course.go_to(claim)
        course.screen.say(f"{claims_of(queue.claims - queue.done)} to decide")
        course.tell_progress()
        return
    course.tell_progress()
    if article is None:
        article = place[0] if place else await _first_article(course)
    if article is None:
        course.screen.say(NOTHING)
    else:
        await show_bare(course, article)


async def _first_article(course: Course) -> int | None:
    articles = await course.desk.do(lambda s: s.articles(), "reading the articles")
    return articles[0].article_seq if articles else None


async def _waiting_from(course: Course, claim: int | None) -> int:
    """The claim where she stopped, or the next to decide where that one is decided or not hers."""
    queue = course.queue
    if claim is None or queue.position(claim) is None:
        return await queue.next_open(None) or queue.seqs[0]
    item = await queue.item(claim)
    if item is None or is_revised(item):
        return await queue.next_open(claim) or claim
    return claim
