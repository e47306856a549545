"""What searching takes for a word, and what it takes out of a post."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.match.lexical.clean import clean
from workbench.match.lexical.stem import stem
from workbench.match.lexical.words import words


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("caresses", "caress"),
        ("ponies", "poni"),
        ("agreed", "agre"),
        ("motoring", "motor"),
        ("hopping", "hop"),
        ("falling", "fall"),
        ("filing", "file"),
        ("happy", "happi"),
        ("sky", "sky"),
        ("relational", "relat"),
        ("vietnamization", "vietnam"),
        ("hopefulness", "hope"),
        ("electrical", "electr"),
        ("adoption", "adopt"),
        ("generalizations", "gener"),
        ("roll", "roll"),
        ("naïve", "naïve"),
        ("2019", "2019"),
    ],
)
def test_stems_are_those_of_porter(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_words_fold_numbers_initials_genitives_and_accents() -> None:
    assert words("The U.S. Army’s café sold 10,000 of them in 2019.") == [
        "us",
        "armi",
        "cafe",
        "sold",
        "10000",
        "2019",
    ]


def test_words_of_scripts_without_spaces_are_pairs() -> None:
    assert words("東京都は") == ["東京", "京都", "都は"]


@given(st.text())
def test_any_text_has_words_or_none(text: str) -> None:
    assert all(words(text))
    assert words(text) == words(text)


@pytest.mark.parametrize(
    ("post", "text", "author"),
    [
        (
            "The bridge is closed. #HarbourNews pic.twitter.com/Ab1 — Ann Lee (@annlee) May 3, 17",
            "The bridge is closed. Harbour News",
            "Ann Lee annlee",
        ),
        ("Look https://t.co/xyz now", "Look now", ""),
        ("RT @MaryOwen: prices &amp; rents fell", "prices & rents fell", ""),
        ("Glued#TagNamepic.twitter.com/Ab1", "Glued Tag Name", ""),
        (
            "Full-face veils — long banned — were allowed in 2019.",
            "Full-face veils — long banned — were allowed in 2019.",
            "",
        ),
        ("The council (founded in 1990) met.", "The council (founded in 1990) met.", ""),
    ],
)
def test_posts_are_read_without_links_and_signature(post: str, text: str, author: str) -> None:
    assert clean(post) == (text, author)


@given(st.text())
def test_cleaning_twice_is_cleaning_once_for_plain_texts(text: str) -> None:
    if not any(mark in text for mark in "@#&/"):
        assert clean(clean(text).text) == clean(text)
