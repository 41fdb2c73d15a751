"""Figures of 64 bits in PostgreSQL, as SQLite has them: 32 do not hold "three billion people"."""

from alembic import op
from sqlalchemy import BigInteger

revision = "0004"
down_revision = "0003"

_FIGURES = {
    "events": ("killed_low", "killed_high", "injured_low", "injured_high", "count_low", "count_high"),
    "incidents": ("killed_best", "killed_low", "killed_high", "injured_best", "injured_low", "injured_high"),
    "claims": ("low", "high"),
}


def upgrade() -> None:
    """Widen the columns; in SQLite there is nothing to do."""
    if op.get_bind().dialect.name != "sqlite":
        for table, columns in _FIGURES.items():
            for column in columns:
                op.alter_column(table, column, type_=BigInteger())
