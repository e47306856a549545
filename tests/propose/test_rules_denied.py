"""What somebody denied, did not say or does not rule out is no claim of the rules either."""

from __future__ import annotations

import pytest

from workbench import propose


def statements(text: str) -> list[str]:
    found = propose(text, engine="rules", language="en")
    return [c.statement for c in found if c.kind != "phrase"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Anna Dunn denied that the mill was closed.", "The mill was closed"),
        ("The firm denied it had lied.", "The firm had lied"),
        ("The mayor did not say that the mill was closed.", "The mill was closed"),
        ("Dunn does not rule out that the sides will agree.", "The sides will agree"),
        ("The mill stood empty, since it is winter.", "The mill is winter"),
    ],
)
def test_what_is_denied_is_not_stated(text: str, claim: str) -> None:
    assert claim not in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The mayor said that the mill was closed.", "The mill was closed"),
        ("Dunn did not deny that the mill was closed.", "The mill was closed"),
        ("Rook said its software had rated the match at 61 percent and that police had ignored a "
            "warning on their screens.",
         "Police had ignored a warning on their screens"),
        ("They can force it through, but that measure takes a year.",
         "That measure takes a year"),
        ("When a rhinovirus gets into a cell, the cell can raise an alarm.",
         "A rhinovirus gets into a cell"),
        ("The drummers went on for a while, but then they stopped.",
         "The drummers went on for a while"),
        ("The firm had never made anyone drive against their will.",
         "The firm had never made anyone drive against their will"),
        ("The mayor's will, which was read in May, left the house to the town.",
         "The mayor's will was read in May"),
        ("The lake is twice as salty as it was; the week has been cloudless.",
         "The lake is twice as salty as it was"),
    ],
)  # fmt: skip
def test_what_is_stated(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize("engine", ["rules", "semantic"])
@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Liver cells are not, as one might guess, replaced by stem cells.",
         "Liver cells were replaced by stem cells"),
        ("Liver cells are not, as one might guess, replaced by stem cells.",
         "Liver cells are not, as one might guess"),
        ("The bridge has not, so far, been opened.", "The bridge has not, so far"),
    ],
)  # fmt: skip
def test_a_no_before_an_aside_is_kept(engine: str, text: str, claim: str) -> None:
    if engine == "semantic":
        pytest.importorskip("onnxruntime", reason="the extra semantic")
    found = propose(text, engine=engine, language="en")
    assert claim not in [c.statement for c in found if c.kind != "phrase"]
