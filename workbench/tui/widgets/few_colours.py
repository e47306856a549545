"""Styles that hold without colour: each kind of span has attributes that no other has.

For `NO_COLOR`, for terminals with sixteen colours and for themes made of the terminal's own. There
the style sheet's colours may fall together, so that attributes alone must tell what is what.
"""

from rich.style import Style
from textual.widget import Widget


def _only(*names: str) -> Style:
    kinds = ("bold", "italic", "underline", "strike", "reverse")
    return Style.parse(" ".join(kind if kind in names else f"not {kind}" for kind in kinds))


ATTRIBUTES = {
    "article--dimmed": _only("italic"),  # Textual draws dim as a colour
    "article--open": _only("bold"),
    "article--decided": _only("underline"),
    "article--discarded": _only("strike"),
    "article--later": _only("bold", "italic"),
    "article--current": _only("bold", "reverse"),
    "article--part": _only("bold", "underline"),
    "article--hit": _only("underline", "reverse"),
    "article--selected": _only("reverse"),
    "article--caret": _only("bold", "underline", "reverse"),
}
_OVER_ALL = ("article--selected", "article--caret")


def has_few_colours(widget: Widget) -> bool:
    """Whether a widget is drawn without colours or with at most sixteen."""
    if widget.has_pseudo_class("nocolor") or widget.has_pseudo_class("ansi"):
        return True
    return widget.app.console.color_system in (None, "standard")


def with_attributes(style: Style, top: str, base: Style) -> Style:
    """The style of a span whose uppermost component class is `top`, told by attributes too.

    Where colours are drawn, they look as in `style`; a selection is the reverse of `base`.
    """
    attributes = ATTRIBUTES[top]
    if top in _OVER_ALL:
        return base + attributes
    if attributes.reverse:
        style += Style(color=style.bgcolor, bgcolor=style.color)
    return style + attributes
