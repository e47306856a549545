"""Triggers: what must never change is guarded by the database itself."""

from __future__ import annotations

from types import ModuleType

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION workbench_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = 'integrity_constraint_violation';
END $$
"""


def guard(op: ModuleType, name: str, moment: str, table: str, what: str) -> None:
    """Let the database refuse a statement, with an integrity error.

    Args:
        op: Alembic's operations.
        name: the name of the trigger.
        moment: UPDATE or DELETE; on PostgreSQL a DELETE includes TRUNCATE.
        table: the table that is guarded.
        what: what to say.
    """
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {moment} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{what}'); END"
        )
        return
    op.execute(POSTGRES_FUNCTION)
    moments = [(name, f"BEFORE {moment} ON {table} FOR EACH ROW")]
    if moment == "DELETE":
        moments.append((f"{name}_all", f"BEFORE TRUNCATE ON {table} FOR EACH STATEMENT"))
    for trigger, when in moments:
        op.execute(f"CREATE TRIGGER {trigger} {when} EXECUTE FUNCTION workbench_refuse('{what}')")
