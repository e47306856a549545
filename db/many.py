"""Many integers as one bound value.

`column.in_([…])` writes a parameter for each, and for five hundred of them SQLAlchemy needs longer
than the database does to look them up.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import BigInteger, Connection, Select, Text, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY

_NAME = "many"


def many(dialect: str) -> Select[tuple[int]]:
    """A query of the integers that `bound` gives, for `column.in_`; `dialect` is the database's."""
    if dialect == "postgresql":
        return select(func.unnest(bindparam(_NAME, type_=ARRAY(BigInteger))))
    return select(func.json_each(bindparam(_NAME, type_=Text)).table_valued("value").c.value)


def bound(connection: Connection, values: Iterable[int]) -> dict[str, Any]:
    """What a query with `many` is executed with."""
    if connection.dialect.name == "postgresql":
        return {_NAME: list(values)}
    return {_NAME: json.dumps(list(values))}
