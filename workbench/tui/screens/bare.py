"""An article of which no claim is the current one: it is shown, and claims can be added to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.keys.table import VERDICT
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.claim_panel import ClaimPanel

if TYPE_CHECKING:
    from workbench.tui.screens.course import Course

NOTHING = "nothing to review yet: import articles with 'workbench import'"

_ON_A_CLAIM = frozenset(
    (
        "later",
        "discard",
        "tag",
        "untag",
        "note",
        "reword",
        "split",
        "merge",
        "evidence",
        "cite-again",
        "pieces",
        "why",
        "precedents",
        "contradictions",
        "start-left",
        "start-right",
        "end-left",
        "end-right",
        "start-back",
        "start-on",
        "end-back",
        "end-on",
    )
)


async def show_bare(course: Course, article_seq: int) -> None:
    """Show an article without a current claim, and say what she can do there."""
    story = await course.queue.story(article_seq)
    with course.screen.app.batch_update():
        course.show_story(story)
        let_go(course)
    if story.items:
        course.screen.say("no claims of this article are in the list", "warning")
    elif article_seq in await course.desk.do(lambda s: s.unaided()):
        course.screen.say("shown without suggestions: add the claims that you find")
    else:
        course.screen.say(f"no claims to review here: {_key(course, 'add')} adds one")


def let_go(course: Course) -> None:
    """Let no claim be the current one; the article stays."""
    screen, course.current = course.screen, None
    screen.query_one(ClaimList).step_aside()
    screen.query_one(ArticleView).focus_mark(None)
    screen.query_one(ClaimPanel).show(None)
    course.comparing.let_go()


def refusal(course: Course, command_id: str) -> str:
    """Why a key does nothing where no claim is the current one; "" where it can."""
    on_claim = command_id.startswith(VERDICT) or command_id in _ON_A_CLAIM
    if course.session is None or course.current is not None or not on_claim:
        return ""
    if course.story is None:
        return NOTHING
    back = f", {_key(course, 'next')} goes back to the claims" if len(course.queue) else ""
    return f"no claim is chosen here: {_key(course, 'add')} adds one{back}"


def _key(course: Course, command_id: str) -> str:
    command = course.screen.keys.get(command_id)
    return command.shown if command else ""
