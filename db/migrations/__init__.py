"""Schema versions, by Alembic.

Alembic costs a third of a second to import, so a database that is already at the newest
revision is recognised without it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

if TYPE_CHECKING:
    from db.engine import Database

HEAD = "0005"
HERE = Path(__file__).parent


def revision(database: Database) -> str | None:
    """The revision that the database is at; None when it is empty.

    Raises:
        StoreError: it holds tables, but none of ours.
    """
    from db.engine import StoreError

    with database.read() as connection:
        names = set(inspect(connection).get_table_names())
        if "alembic_version" not in names:
            if names:
                raise StoreError(f"{database.name}: holds tables of another program")
            return None
        if "claim" not in names or "event" not in names:
            raise StoreError(f"{database.name}: holds tables of another program")
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def upgrade(database: Database) -> None:
    """Bring the schema to `HEAD`.

    Raises:
        StoreError: the database was made by a newer Workbench, or by another program.
    """
    from db.engine import StoreError

    at = revision(database)
    if at == HEAD:
        return
    if at is not None and at not in known():
        raise StoreError(
            f"{database.name}: made by a newer Workbench (schema {at}, this one knows {HEAD});"
            " install a newer Workbench"
        )
    _run(database)


def known() -> set[str]:
    """The revisions that this Workbench can read."""
    return {path.stem.partition("_")[0] for path in (HERE / "versions").glob("[0-9]*.py")}


def _run(database: Database) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    with database.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if not database.is_sqlite:
            from db.postgres import collate

            collate(connection)
