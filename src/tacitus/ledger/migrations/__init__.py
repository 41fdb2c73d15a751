"""The steps by which a ledger of one version becomes one of the next. Alembic runs them; `Ledger.open` calls it."""
