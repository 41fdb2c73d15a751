"""Full-text search over the reports: FTS5 in SQLite, a tsvector in PostgreSQL. Reports that are there are indexed."""

from alembic import op

revision = "0002"
down_revision = "0001"

# Both stem English words and know no accents from none (PostgreSQL keeps them). A tsvector holds at most a megabyte,
# so that PostgreSQL indexes the first 300,000 characters of a report: some 50,000 words.
_SQLITE = (
    """
    CREATE VIRTUAL TABLE report_search USING fts5(
        title, text, content='reports', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')
    """,
    """
    CREATE TRIGGER report_search_of_new AFTER INSERT ON reports BEGIN
        INSERT INTO report_search(rowid, title, text) VALUES (new.id, new.title, new.text);
    END
    """,
    "INSERT INTO report_search(report_search) VALUES ('rebuild')",
)
_POSTGRESQL = (
    """
    ALTER TABLE reports ADD COLUMN search tsvector GENERATED ALWAYS AS (
        to_tsvector('english'::regconfig, coalesce(title, '') || ' ' || left(text, 300000))) STORED
    """,
    "CREATE INDEX ix_reports_search ON reports USING gin (search)",
)


def upgrade() -> None:
    """Make the index, and the means by which it grows with the reports."""
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)
