"""Dates as files write them."""

import pytest

from workbench.ingest.dates import iso_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2021-05-03", "2021-05-03"),
        ("2021-05-03T10:14:00Z", "2021-05-03"),
        ("2021-05-03 10:14:00+02:00", "2021-05-03"),
        ("2021/5/3", "2021-05-03"),
        ("3 May 2021", "2021-05-03"),
        ("Monday, 3 May 2021, 10:14 GMT", "2021-05-03"),
        ("May 3rd, 2021", "2021-05-03"),
        ("Sept. 3, 2021", "2021-09-03"),
        ("Mon, 03 May 2021 10:14:00 +0000", "2021-05-03"),
        ("03.05.2021", "2021-05-03"),
        ("23/05/2021", "2021-05-23"),
        ("05/23/2021", "2021-05-23"),
        ("1620036840", "2021-05-03"),
        ("1620036840000", "2021-05-03"),
    ],
)
def test_dates_that_are_clear(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written", [None, "", "yesterday", "05/03/2021", "31 February 2021", "2021-13-45", "May 2021"]
)
def test_dates_in_doubt_are_none(written: str | None) -> None:
    assert iso_date(written) is None
