"""Without colours each kind of span is told from the others by its attributes."""

import pytest
from rich.style import Style
from textual.app import App, ComposeResult

from workbench.tui.widgets.article_view import ArticleView, Mark

STATES = ("open", "decided", "discarded", "later")
KINDS = ("plain", "dimmed", *STATES, "current", "part", "hit", "selected")
TEXT = " ".join(KINDS)


def span(kind: str) -> tuple[int, int]:
    return TEXT.index(kind), TEXT.index(kind) + len(kind)


class Shown(App[None]):
    # As an application's style sheet does, where colours are many.
    CSS = """
    ArticleView > .article--open { background: blue; text-style: none; }
    ArticleView > .article--current { background: orange; color: black; text-style: bold; }
    ArticleView > .article--hit { background: orange; color: black; text-style: bold; }
    """

    def __init__(self, *, no_color: bool) -> None:
        super().__init__()
        self.no_color = no_color

    def compose(self) -> ComposeResult:
        yield ArticleView()

    def on_mount(self) -> None:
        view = self.query_one(ArticleView)
        marks = [Mark(*span(state), id, state) for id, state in enumerate(STATES)]
        view.show(TEXT, [*marks, Mark(*span("current"), 9, "open")], [span("dimmed")])
        view.focus_mark(9, parts=[span("part")])
        view.set_hits([span("hit")])
        view.select(*span("selected"))

    def styles_drawn(self) -> dict[str, Style]:
        found: dict[str, Style] = {}
        for text, style, _control in self.query_one(ArticleView).render_line(0):
            for name in (text.strip(), "caret" if text == "d" else ""):
                if name and style is not None:
                    found[name] = style
        return found


def attributes(style: Style) -> tuple[bool, ...]:
    kinds = (style.bold, style.italic, style.underline, style.strike, style.reverse)
    return tuple(bool(kind) for kind in kinds)


async def test_without_colours_every_kind_has_its_own_attributes() -> None:
    app = Shown(no_color=True)
    async with app.run_test(size=(110, 5)):
        drawn = app.styles_drawn()
    told = [attributes(drawn[kind]) for kind in (*KINDS[:-1], "selecte", "caret")]
    assert len(set(told)) == len(told)
    assert not any(told[0])


@pytest.mark.parametrize("kind", ["current", "hit"])
async def test_a_reversed_kind_looks_as_designed_where_there_are_colours(kind: str) -> None:
    app = Shown(no_color=True)
    async with app.run_test(size=(110, 5)):
        designed = app.query_one(ArticleView).get_component_rich_style(f"article--{kind}")
        drawn = app.styles_drawn()[kind]
    assert drawn.reverse and not designed.reverse
    assert (drawn.color, drawn.bgcolor) == (designed.bgcolor, designed.color)
