"""Run by Alembic within the transaction in which the ledger is opened."""

from alembic import context

from tacitus.ledger._tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
