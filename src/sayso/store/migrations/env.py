"""Run by Alembic with the connection that `sayso.store.upgrading` hands over."""

from __future__ import annotations

from alembic import context

from sayso.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
