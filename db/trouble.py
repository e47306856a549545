"""What a database complains of, as one line for the user."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError


class StoreError(Exception):
    """The store cannot be used; the text is one line for the user."""


class StoreAwayError(StoreError):
    """The store cannot be reached for now, or is held by others: try again later.

    When a server goes away while it commits, nobody can tell whether it did. So what is sent
    again must be known by an id of its own (`db.events.known_as`).
    """


class StoreShutError(StoreError):
    """The store is where it cannot be opened, or written: nothing is said of what it holds."""


SQLITE_READONLY, SQLITE_CANTOPEN = 8, 14
SHUT = {
    SQLITE_READONLY: "it or its folder is read-only, so nothing was changed",
    SQLITE_CANTOPEN: "it cannot be opened: a store wants to be read, and its folder to be written",
}
ELSEWHERE = "copy it, with the -wal file beside it if there is one, to a folder of your own"
SQLITE_HELD = (5, 6)  # SQLITE_BUSY, SQLITE_LOCKED
SQLITE_NOTADB = 26
NO_DATABASE = "is not a SQLite database; name another file"
# Lost connections, a server that stops or starts, too many connections, a transaction that was
# chosen to fail, a lock that was not had in time.
POSTGRES_AWAY = ("08", "57P01", "57P02", "57P03", "57P05", "53300", "40001", "40P01", "55P03")


def trouble(name: str, error: DBAPIError) -> StoreError:
    """What to tell of an error of the driver.

    Args:
        name: the store, as the user knows it.
        error: as SQLAlchemy raised it.
    """
    line = first_line(error)
    if _code(error) in SHUT:
        return StoreShutError(f"{name}: {SHUT[_code(error)]}; {ELSEWHERE}")
    if _is_held(error):
        return StoreAwayError(f"{name}: {line}; nothing was changed")
    if _is_away(error):
        return StoreAwayError(f"the store cannot be reached: {line} ({name})")
    return StoreError(f"{name}: {line}; nothing was changed")


def unusable(name: str, error: DBAPIError) -> StoreError:
    """What to tell where a database cannot be opened or brought up to date; as `trouble`."""
    if getattr(error.orig, "sqlite_errorcode", None) == SQLITE_NOTADB:
        return StoreError(f"{name}: {NO_DATABASE}")
    if _code(error) in SHUT:
        return trouble(name, error)
    return StoreError(f"{name}: {first_line(error)}")


def first_line(error: BaseException) -> str:
    """The first line of what the driver says."""
    cause = getattr(error, "orig", None) or error
    lines = str(cause).strip().splitlines()
    if not lines:
        return type(cause).__name__
    # libpq tells at length where it connected to, which the store's name has told.
    told = lines[0].removeprefix("connection failed: ").rpartition(" failed: ")[2]
    return told.removeprefix("FATAL:").strip()


def _code(error: DBAPIError) -> int:
    """SQLite's primary result code; 0 of another database."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else 0


def _is_held(error: DBAPIError) -> bool:
    return _code(error) in SQLITE_HELD


def _is_away(error: DBAPIError) -> bool:
    if getattr(error.orig, "sqlite_errorcode", None) is not None:
        return False
    if error.connection_invalidated:
        return True
    state = getattr(error.orig, "sqlstate", None)
    if state is None:  # it was never connected, or the connection broke
        return type(error.orig).__module__.startswith("psycopg")
    return str(state).startswith(POSTGRES_AWAY)
