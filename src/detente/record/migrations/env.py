"""Run by Alembic: the steps, within the transaction of the connection that it is given."""

from __future__ import annotations

from alembic import context

from detente.record.schema import metadata

# SQLite changes tables by copying them; the same step is a plain ALTER elsewhere.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
