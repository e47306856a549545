"""What PostgreSQL needs and SQLite does not: exact texts, one writer at a time, patience.

PostgreSQL cannot keep the character NUL in a text. Here each text goes through the driver with
NUL and the escape character itself escaped, and comes back exact; nothing above sees it. Only
SQL that cuts or measures a text inside the database would.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text

if TYPE_CHECKING:
    from psycopg import Connection as Driver

ESCAPE = "\U0010ffff"  # a noncharacter, which no text should hold; one that does keeps it
WRITERS = 7_201_911  # the advisory lock that every writer holds to the end of her transaction
LOCK_TIMEOUT = "15s"
PATIENCE = {
    "connect_timeout": 10,  # s
    "keepalives_idle": 30,  # s
    "keepalives_interval": 5,  # s
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,  # ms
    "application_name": "workbench",
}


def engine(url: URL) -> Engine:
    """An engine whose connections keep texts exactly, and whose writers wait for each other.

    Raises:
        ModuleNotFoundError: psycopg is not installed.
    """
    given = {name: value for name, value in PATIENCE.items() if name not in url.query}
    made = create_engine(url, pool_pre_ping=True, connect_args=given)
    event.listen(made, "connect", _configure)
    event.listen(made, "begin", _begin)
    return made


def escaped(value: str) -> str:
    """A text that PostgreSQL can keep; see `restored`."""
    if "\x00" not in value and ESCAPE not in value:
        return value
    return value.replace(ESCAPE, ESCAPE + "1").replace("\x00", ESCAPE + "0")


def restored(value: str) -> str:
    """The text that `escaped` was given."""
    if ESCAPE not in value:
        return value
    return value.replace(ESCAPE + "0", "\x00").replace(ESCAPE + "1", ESCAPE)


def _configure(connection: Driver[Any], _record: Any) -> None:
    from psycopg.types.string import StrDumperUnknown, TextLoader

    class Dumper(StrDumperUnknown):
        def dump(self, obj: str) -> Any:
            return super().dump(escaped(obj))

    class Loader(TextLoader):
        def load(self, data: Any) -> Any:
            found = super().load(data)
            return restored(found) if isinstance(found, str) else found

    connection.adapters.register_dumper(str, Dumper)
    for name in ("text", "varchar", "bpchar"):
        connection.adapters.register_loader(name, Loader)
    connection.execute(f"SET lock_timeout = '{LOCK_TIMEOUT}'")
    connection.commit()


def _begin(connection: Connection) -> None:
    # As BEGIN IMMEDIATE in SQLite: what a writer reads cannot change under her, and clocks
    # follow the order of commits. Readers never wait.
    if connection.get_execution_options().get("workbench_write", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")


def collate(connection: Connection) -> None:
    """Give every text the order of its code points, as SQLite has it, whatever the server's.

    Run after migrations; a column that has it already is left alone.
    """
    columns = connection.execute(
        text(
            "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod)"
            " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
            " JOIN pg_collation k ON k.oid = a.attcollation"
            " WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace"
            " AND a.attnum > 0 AND NOT a.attisdropped AND k.collname <> 'C'"
        )
    ).all()
    by_table: dict[str, list[str]] = {}
    for table, column, kind in columns:
        by_table.setdefault(str(table), []).append(
            f'ALTER COLUMN "{column}" TYPE {kind} COLLATE "C"'
        )
    for table, changes in by_table.items():
        connection.execute(text(f'ALTER TABLE "{table}" {", ".join(changes)}'))


def guards(connection: Connection) -> set[str]:
    """The names of the triggers that are in force."""
    found = connection.execute(
        text(
            "SELECT tgname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid"
            " WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"
            " AND c.relnamespace = current_schema()::regnamespace"
        )
    )
    return set(found.scalars())
