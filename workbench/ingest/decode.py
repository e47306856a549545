"""Bytes to text. Nothing is guessed silently and nothing is normalised."""

import codecs
from typing import Final, NamedTuple

from workbench.ingest.errors import IngestError

GIVE_ENCODING: Final = "name it with --encoding"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, video or WebP file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_ANY_MAGIC = tuple(magic for magic, _ in _MAGIC)
_SEVEN_BIT = frozenset({"iso2022_jp", "iso2022_kr", "hz", "utf-7"})
_WEB = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "shift_jis": "cp932"}
"""What browsers take for a declared encoding (WHATWG Encoding Standard, section 4.2)."""

_CANDIDATES = [
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("iso8859_2", "koi8_r", "cp932", "euc_jp", "cp949", "gb18030", "big5"),
]
_HOME = {
    "cp1252": "English French German Dutch Spanish Italian Portuguese Swedish Norwegian Danish "
    "Finnish Icelandic Catalan Indonesian",
    "cp1250": "Polish Czech Hungarian Slovak Slovene Croatian Romanian",
    "cp1251": "Russian Ukrainian Bulgarian Serbian Macedonian Belarusian",
    "cp1253": "Greek",
    "cp1254": "Turkish",
    "cp1257": "Lithuanian Latvian Estonian",
}
_CLEAN = 0.05
_COHERENT = 0.25
_SAMPLE = 200_000


class Decoded(NamedTuple):
    """A text, the encoding's name, and how it was found.

    `how` is "mark", "utf-8", "declared", "given" or "recognised"; a recognised encoding is to be
    reported to the user.
    """

    text: str
    encoding: str
    how: str


def decode(
    data: bytes, where: str, *, declared: str | None = None, given: str | None = None
) -> Decoded:
    """Decode a whole file; newlines stay as they are, a byte order mark goes.

    The user's own word (`given`) comes first, then a byte order mark, strict UTF-8, what the file
    declares, and what charset-normalizer recognises without a rival.

    Raises:
        IngestError: It is no text, or its encoding is in doubt.
    """
    if given:
        return Decoded(_strict(data, given, where), codec_name(given, where), "given")
    for mark, encoding, family in _BOMS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding, where), family, "mark")
    refuse_binary(data, where)
    name = _known_codec(declared) if declared else None
    if name is not None and name in _SEVEN_BIT:
        return Decoded(_strict(data, name, where), name, "declared")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", "utf-8")
    except UnicodeDecodeError as error:
        at = error.start
    if name is not None and name != "utf-8":
        name = _WEB.get(name, name)
        return Decoded(_strict(data, name, where), name, "declared")
    return _recognised(data, where, at)


def codec_name(encoding: str, where: str) -> str:
    """Python's name of an encoding.

    Raises:
        IngestError: There is no such encoding for text.
    """
    name = _known_codec(encoding)
    if name is None:
        raise IngestError(f"no encoding is called {encoding!r}", where)
    return name


def refuse_binary(data: bytes, where: str) -> None:
    """Raise IngestError where the bytes are no text, saying what they look like."""
    if data.startswith(_ANY_MAGIC):
        name = next(name for magic, name in _MAGIC if data.startswith(magic))
        raise IngestError(f"is {name}, not text", where)
    nulls = data.count(0)
    if nulls * 100 <= len(data):  # a stray NUL in a text does no harm
        return
    sample = data[:4096]
    counts = [sample[phase::4].count(0) for phase in range(4)]
    quarter = max(1, len(sample) // 4)
    empty = [count > 0.6 * quarter for count in counts]
    looks = {
        (False, True, True, True): "UTF-32-LE",
        (True, True, True, False): "UTF-32-BE",
        (False, True, False, True): "UTF-16-LE",
        (True, False, True, False): "UTF-16-BE",
    }.get((empty[0], empty[1], empty[2], empty[3]))
    if looks and len(data) >= 4:
        what = f"looks like {looks} without a byte order mark"
        raise IngestError(what, where, f"if so, give --encoding {looks.lower()}")
    raise IngestError("is a binary file (it holds NUL bytes), not text", where)


def _known_codec(encoding: str) -> str | None:
    try:
        found = codecs.lookup(encoding.strip())
        "".encode(found.name)
    except (LookupError, ValueError):
        return None
    return found.name


def _strict(data: bytes, encoding: str, where: str) -> str:
    name = codec_name(encoding, where)
    for mark, of, _ in _BOMS:
        if name == of and data.startswith(mark):
            data = data[len(mark) :]
    try:
        return data.decode(name)
    except UnicodeError as error:
        at = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise IngestError(f"is not {name}{at}", where, GIVE_ENCODING) from None


def _recognised(data: bytes, where: str, bad: int) -> Decoded:
    """What charset-normalizer recognises, if no other encoding reads as well."""
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    replaced = sample.decode("utf-8", "replace")
    if sum(char > "\x7f" for char in replaced) > 4 * replaced.count("\ufffd"):
        raise IngestError(f"is damaged UTF-8 (byte {bad})", where, GIVE_ENCODING)
    what = f"is not UTF-8 (byte {bad}) and its encoding is in doubt"
    doubt = IngestError(what, where, GIVE_ENCODING)
    matches = list(from_bytes(sample, cp_isolation=_CANDIDATES, enable_fallback=False))
    clean = [match for match in matches if match.chaos <= _CLEAN]
    if not clean:
        raise doubt
    top = max(match.coherence for match in clean)
    rivals = [match for match in clean if match.coherence >= min(top - 0.1, _COHERENT)]
    language = rivals[0].language
    if language == "Unknown":
        raise doubt
    home = next((name for name, tongues in _HOME.items() if language in tongues.split()), None)
    readings = {str(match) for match in rivals}
    at_home = [match for match in rivals if home in match.could_be_from_charset]
    if len(readings) > 1 and not (at_home and top >= _COHERENT):
        raise doubt
    name = home if at_home and home is not None else rivals[0].encoding
    try:
        return Decoded(data.decode(name), codecs.lookup(name).name, "recognised")
    except UnicodeDecodeError:
        raise doubt from None
