"""Alembic's environment: migrations run on the connection that the store hands over."""

from alembic import context

from db import schema

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=schema.METADATA)
context.run_migrations()
