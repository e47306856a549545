"""Bytes to text: every encoding exactly, or refused in one line."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.ingest.decode import decode
from workbench.ingest.errors import IngestError

FRENCH = (
    "Le conseil municipal a adopté mercredi le budget après une séance très animée. "
    "L’opposition dénonce des dépenses inutiles et réclame un débat public sur l’école. "
    "Les élèves étaient là, eux aussi.\r\n"
)
RUSSIAN = (
    "Совет города утвердил новый мост через реку. Мэр сказал, что поезда пойдут в мае, "
    "а старый мост закроют.\n"
)
JAPANESE = "市議会は水曜日に新しい橋の予算を承認した。市長は列車が五月に走ると述べた。\n"


@pytest.mark.parametrize(
    ("text", "encoding", "name", "how"),
    [
        (FRENCH + "😀", "utf-8", "utf-8", "utf-8"),
        (FRENCH, "utf-8-sig", "utf-8", "mark"),
        (FRENCH + "😀", "utf-16", "utf-16", "mark"),
        (FRENCH, "utf-32", "utf-32", "mark"),
        (FRENCH, "cp1252", "cp1252", "recognised"),
        (FRENCH.replace("’", "'"), "latin-1", "cp1252", "recognised"),
        (RUSSIAN, "cp1251", "cp1251", "recognised"),
        (RUSSIAN, "koi8-r", "koi8-r", "recognised"),
        (JAPANESE, "shift_jis", "cp932", "recognised"),
    ],
)
def test_encodings_are_found_and_said(text: str, encoding: str, name: str, how: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == (text, name, how)


def test_big_endian_mark() -> None:
    data = codecs.BOM_UTF16_BE + "été".encode("utf-16-be")
    assert decode(data, "a.txt") == ("été", "utf-16", "mark")


def test_given_encoding_comes_first() -> None:
    assert decode("é".encode(), "a", given="latin-1") == ("Ã©", "iso8859-1", "given")
    data = "é".encode("utf-16-le")
    assert decode(data, "a", given="utf-16-le") == ("é", "utf-16-le", "given")


def test_declared_encoding_is_used_where_utf8_fails() -> None:
    assert decode("l’été".encode("cp1252"), "a", declared="iso-8859-1").text == "l’été"
    assert decode("été".encode(), "a", declared="iso-8859-1").text == "été"
    assert decode("橋".encode("iso2022_jp"), "a", declared="iso-2022-jp").text == "橋"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"PK\x03\x04xyz", "a zip archive"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"ab\x00cd\x00\x00e", "binary file"),
        ("The bridge is open.".encode("utf-16-le"), "UTF-16-LE without a byte order mark"),
        ("The bridge is open.".encode("utf-16-be"), "UTF-16-BE without a byte order mark"),
        ("The bridge is open.".encode("utf-32-le"), "UTF-32-LE without a byte order mark"),
        ("Le café.".encode("latin-1"), "in doubt"),
        (
            "Ein schöner Tag, größer als gestern, über die Brücke.".encode() + b"\xff",
            "damaged UTF-8",
        ),
        (bytes(range(128, 256)) * 20, "in doubt"),
    ],
)
def test_what_is_no_text_or_in_doubt_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(IngestError) as caught:
        decode(data, "a.txt")
    assert said in str(caught.value)
    assert str(caught.value).startswith("a.txt: ")
    assert "\n" not in str(caught.value)


def test_wrong_or_unknown_given_encoding() -> None:
    with pytest.raises(IngestError, match="no encoding is called 'klingon'"):
        decode(b"x", "a.txt", given="klingon")
    with pytest.raises(IngestError, match="no encoding is called 'base64'"):
        decode(b"x", "a.txt", given="base64")
    with pytest.raises(IngestError, match=r"is not ascii at byte 1"):
        decode(b"a\xe9", "a.txt", given="ascii")


def test_stray_nul_in_a_text_is_kept() -> None:
    text = "A line of text. " * 10 + "\x00" + "\x1b]0;x\x07"
    assert decode(text.encode(), "a").text == text


@given(st.text(st.characters(exclude_characters="\x00\ufeff", exclude_categories=["Cs"])))
def test_utf8_round_trip_changes_nothing(text: str) -> None:
    try:
        decoded = decode(text.encode(), "a")
    except IngestError as error:
        assert " is " in str(error) or "is a" in error.what
        assert text[:2] in ("GI", "PK", "BZ", "RI", "MZ", "%P", "{\\", "PA", "SQ")
    else:
        assert decoded.text == text


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_one_error(data: bytes) -> None:
    try:
        decoded = decode(data, "a")
    except IngestError as error:
        assert "\n" not in str(error)
    else:
        assert decoded.text.encode(decoded.encoding.replace("utf-16", "utf-16")) is not None
