"""What is written speaks, too: "the statement read", "reads a sign"."""

from __future__ import annotations

import pytest
from stated import statements

from workbench import propose

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "“We are closing the mill because sales fell,” the statement read.",
            "The statement read: “We are closing the mill because sales fell”",
        ),
        (
            "“The town lost two bridges,” a statement from the council on Monday read in part.",
            "A statement from the council on Monday read in part: “The town lost two bridges”",
        ),
        (
            "“The gates close at nine,” reads a sign on the fence.",
            "A sign on the fence reads: “The gates close at nine”",
        ),
        (
            "One of the placards read: “The mill killed ten people.”",
            "One of the placards read: “The mill killed ten people”",
        ),
    ],
)
def test_what_is_written_says_so(text: str, claim: str) -> None:
    assert claim in statements(text)


def test_the_quotation_goes_on_as_that_of_the_statement() -> None:
    text = (
        "“We are closing the mill,” the statement read. “We thank the staff. Sales fell by "
        "9% last year.”"
    )
    found = {c.statement: c.attributed_to for c in propose(text, engine="semantic", language="en")}
    assert found["Sales fell by 9% last year"].lower() == "the statement"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "“The mill closed in May,” he read from a prepared statement.",
            "A prepared statement read: “The mill closed in May”",
        ),
        (
            "Oe likes the book that the report's author read.",
            "The report's author read that Oe likes the book",
        ),
    ],
)
def test_a_reader_is_no_document(text: str, claim: str) -> None:
    assert claim not in statements(text)
