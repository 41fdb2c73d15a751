"""The tables. docs/ledger.md draws them and says what each is for; migrations/ makes them.

Facts, to which rows are only ever added: reports, appearances, fingerprints, runs, codings, coded_events, decisions,
link_decisions, linkings, changes. Kept over linkings, the replaced rows closed by `until`: links, incidents and what
hangs on them. Derived from the facts and written anew when these grow: report_states, events, evidence.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)


class Utc(TypeDecorator[datetime]):
    """An instant in UTC, aware on this side; SQLite stores it without its zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Aware in, UTC to the database."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Aware out."""
        if value is None:
            return None
        found: datetime = value
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

# SQLite counts rows in 64 bits only under this very name.
_Key = BigInteger().with_variant(Integer, "sqlite")
# News tell of "three billion people", more than 32 bits hold.
_Figure = _Key
# A NULL in a JSON column is SQL's, which is what one asks for with `is null`.
_Json = JSON(none_as_null=True)
_ON_CURRENT: dict[str, Any] = {"sqlite_where": text("until IS NULL"), "postgresql_where": text("until IS NULL")}


def _key() -> Column[int]:
    return Column("id", _Key, primary_key=True, autoincrement=True)


def _to(name: str, target: str, **options: Any) -> Column[int]:
    return Column(name, _Key, ForeignKey(target), **options)


def _act() -> tuple[Column[Any], ...]:
    """What was done, of an event or an incident."""
    return (
        Column("category", Text, nullable=False),
        Column("modes", _Json, nullable=False),
        Column("acled", Text),
        Column("realis", Text, nullable=False),
    )


def _where_and_when() -> tuple[Column[Any], ...]:
    """The place and the days of an event or an incident."""
    return (
        Column("place", Text),
        Column("region", Text),
        Column("country", Text),
        Column("lat", Float),
        Column("lon", Float),
        Column("place_precision", Text),
        Column("first_day", Date),
        Column("last_day", Date),
    )


def _ends() -> tuple[Column[Any], ...]:
    """The two events of a link."""
    return (
        _to("left_report", "reports.id", nullable=False),
        Column("left_event", Text, nullable=False),
        _to("right_report", "reports.id", nullable=False),
        Column("right_event", Text, nullable=False),
        Column("relation", Text, nullable=False),
    )


# Facts

reports = Table(
    "reports",
    metadata,
    _key(),
    Column("doc_id", Text, nullable=False, unique=True),
    Column("digest", String(64), nullable=False, unique=True),  # of what coding depends on: text and day
    Column("text", Text, nullable=False),
    Column("published", Date, index=True),
    Column("title", Text),
    Column("source", Text, index=True),
    Column("url", Text),
    Column("added_at", Utc, nullable=False),
    _to("same_as", "reports.id", index=True),
    Column("similarity", Float),
    sqlite_autoincrement=True,
)

appearances = Table(
    "appearances",
    metadata,
    _key(),
    _to("report_id", "reports.id", nullable=False),
    Column("doc_id", Text, nullable=False),
    Column("title", Text),
    Column("source", Text),
    Column("url", Text),
    Column("seen_at", Utc, nullable=False),
    Column("digest", String(64), nullable=False),  # of the four above, since NULLs are never equal to each other
    UniqueConstraint("report_id", "digest"),
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("value", BigInteger, primary_key=True),
    _to("report_id", "reports.id", primary_key=True),
    sqlite_with_rowid=False,
)

runs = Table(
    "runs",
    metadata,
    _key(),
    Column("key", String(32), nullable=False, unique=True),
    Column("code", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("codebook", Text, nullable=False),
    Column("gazetteer", Text, nullable=False),
    Column("versions", String(64), nullable=False, index=True),  # digest of the four above
    Column("started_at", Utc, nullable=False),
    Column("finished_at", Utc),
    Column("summary", _Json),
)

codings = Table(
    "codings",
    metadata,
    _key(),
    _to("report_id", "reports.id", nullable=False),
    _to("run_id", "runs.id", nullable=False, index=True),
    Column("versions", String(64), nullable=False),
    Column("share_read", Float, nullable=False),
    Column("remarks", _Json, nullable=False),
    Column("coded_at", Utc, nullable=False),
    UniqueConstraint("report_id", "versions"),
    sqlite_autoincrement=True,
)

coded_events = Table(
    "coded_events",
    metadata,
    _to("coding_id", "codings.id", primary_key=True),
    Column("event_id", Text, primary_key=True),
    Column("ordinal", Integer, nullable=False),
    Column("record", _Json, nullable=False),
    sqlite_with_rowid=False,
)

decisions = Table(
    "decisions",
    metadata,
    _key(),
    _to("report_id", "reports.id", nullable=False),
    Column("event_id", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("coder", Text, nullable=False, index=True),
    Column("at", Utc, nullable=False),
    Column("before", _Json),
    Column("after", _Json),
    Column("comment", Text),
    _to("sample_id", "samples.id", index=True),
    _to("undoes", "decisions.id"),
    CheckConstraint("action IN ('confirm', 'reject', 'correct', 'add', 'comment', 'undo')", name="action"),
    Index(None, "report_id", "event_id"),
    sqlite_autoincrement=True,
)

link_decisions = Table(
    "link_decisions",
    metadata,
    _key(),
    *_ends(),
    Column("verdict", Text),  # NULL takes the word back
    Column("coder", Text, nullable=False),
    Column("at", Utc, nullable=False),
    Column("comment", Text),
    Index(None, "left_report", "left_event"),
    Index(None, "right_report", "right_event"),
    sqlite_autoincrement=True,
)

changes = Table(
    "changes",
    metadata,
    Column("sequence", _Key, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("at", Utc, nullable=False),
    Column("coder", Text),
    _to("report_id", "reports.id"),
    Column("event_id", Text),
    Column("incident_id", Text),
    Column("detail", _Json),
    sqlite_autoincrement=True,
)

# Blind double coding

samples = Table(
    "samples",
    metadata,
    _key(),
    Column("name", Text, nullable=False, unique=True),
    Column("start", Text, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("created_at", Utc, nullable=False),
)

sample_coders = Table(
    "sample_coders",
    metadata,
    _to("sample_id", "samples.id", primary_key=True),
    Column("coder", Text, primary_key=True),
    Column("ordinal", Integer, nullable=False),
)

sample_reports = Table(
    "sample_reports",
    metadata,
    _to("sample_id", "samples.id", primary_key=True),
    _to("report_id", "reports.id", primary_key=True),
    Column("ordinal", Integer, nullable=False),
)

sample_done = Table(
    "sample_done",
    metadata,
    _to("sample_id", "samples.id", primary_key=True),
    Column("coder", Text, primary_key=True),
    _to("report_id", "reports.id", primary_key=True),
    Column("at", Utc, nullable=False),
)

settlements = Table(
    "settlements",
    metadata,
    _key(),
    _to("sample_id", "samples.id", nullable=False, index=True),
    Column("disagreement", Text, nullable=False),
    Column("record", _Json),  # the event that is to hold; NULL where none is
    _to("decision_id", "decisions.id"),
    Column("coder", Text, nullable=False),
    Column("at", Utc, nullable=False),
    Column("comment", Text),
)

# Derived

report_states = Table(
    "report_states",
    metadata,
    _to("report_id", "reports.id", primary_key=True),
    _to("coding_id", "codings.id"),  # the latest
    Column("state", Text, nullable=False, index=True),
    Column("n_events", Integer, nullable=False),  # rejected ones left out
    Column("n_open", Integer, nullable=False),
)

events = Table(
    "events",
    metadata,
    _to("report_id", "reports.id", primary_key=True),
    Column("event_id", Text, primary_key=True),
    Column("ordinal", Integer, nullable=False),
    Column("state", Text, nullable=False),
    _to("coding_id", "codings.id"),  # NULL where the latest run did not find it
    _to("decision_id", "decisions.id"),  # the ruling that holds; NULL where nobody decided
    Column("version", Text, nullable=False),
    Column("published", Date),  # of the report, so that the queue is sorted without a join
    *_act(),
    Column("confidence", Float),
    *_where_and_when(),
    Column("killed_low", _Figure),
    Column("killed_high", _Figure),
    Column("injured_low", _Figure),
    Column("injured_high", _Figure),
    Column("count_low", _Figure),
    Column("count_high", _Figure),
    Index(None, "state", "confidence"),
    Index(None, "published"),
    Index(None, "category"),
)

evidence = Table(
    "evidence",
    metadata,
    Column("report_id", _Key, primary_key=True),
    Column("event_id", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("name", Text),  # of a party or a place, as resolved
    Column("country", Text),
    Column("sector", Text),
    Column("span_start", Integer),  # in code points of reports.text; NULL where the value was deduced
    Column("span_end", Integer),
    Column("words", Text),
    ForeignKeyConstraint(["report_id", "event_id"], ["events.report_id", "events.event_id"]),
    Index(None, "name"),
    sqlite_with_rowid=False,
)

# Linking

linkings = Table(
    "linkings",
    metadata,
    _key(),
    Column("at", Utc, nullable=False),
    Column("sequence", _Key, nullable=False),  # the newest change that it took in
    Column("version", Text, nullable=False),  # of the code and the parameters that linked
    Column("n_events", Integer, nullable=False),
    Column("n_links", Integer, nullable=False),
    Column("n_incidents", Integer, nullable=False),
    Column("n_added", Integer, nullable=False),
    Column("n_closed", Integer, nullable=False),
    sqlite_autoincrement=True,
)

links = Table(
    "links",
    metadata,
    _key(),
    *_ends(),
    Column("probability", Float, nullable=False),
    Column("reasons", _Json, nullable=False),
    Column("decided_by", Text),
    _to("since", "linkings.id", nullable=False),
    _to("until", "linkings.id"),
    Index("ix_links_left", "left_report", "left_event", **_ON_CURRENT),
    Index("ix_links_right", "right_report", "right_event", **_ON_CURRENT),
)

incidents = Table(
    "incidents",
    metadata,
    _key(),
    Column("incident_id", Text, nullable=False, index=True),
    Column("digest", String(64), nullable=False),
    _to("since", "linkings.id", nullable=False),
    _to("until", "linkings.id"),
    Column("kind", Text, nullable=False),
    *_act(),
    *_where_and_when(),
    Column("killed_best", _Figure),
    Column("killed_low", _Figure),
    Column("killed_high", _Figure),
    Column("injured_best", _Figure),
    Column("injured_low", _Figure),
    Column("injured_high", _Figure),
    Column("n_reports", Integer, nullable=False),
    Column("n_events", Integer, nullable=False),
    Column("contradicts", Boolean, nullable=False),
    Column("contradicting", _Json, nullable=False),
    Column("record", _Json, nullable=False),
    Index("ix_incidents_current_id", "incident_id", unique=True, **_ON_CURRENT),
    Index("ix_incidents_current_day", "last_day", **_ON_CURRENT),
    Index("ix_incidents_current_country", "country", "category", **_ON_CURRENT),
    # What map and timeline draw of incidents, so that their rows, with the records, need not be read. It ends with
    # `until`, since SQLite reads the row for any column that a question names and the index lacks.
    Index(
        "ix_incidents_current_seen",
        "first_day",
        "category",
        "last_day",
        "country",
        "lat",
        "lon",
        "killed_best",
        "incident_id",
        "until",
        **_ON_CURRENT,
    ),
)

incident_events = Table(
    "incident_events",
    metadata,
    _to("incident", "incidents.id", primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    _to("report_id", "reports.id", nullable=False),
    Column("event_id", Text, nullable=False),
    Index(None, "report_id", "event_id"),
    sqlite_with_rowid=False,
)

incident_parties = Table(
    "incident_parties",
    metadata,
    _to("incident", "incidents.id", primary_key=True),
    Column("role", Text, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("name", Text, nullable=False, index=True),
    Column("country", Text),
    Column("sector", Text),
    sqlite_with_rowid=False,
)

incident_relations = Table(
    "incident_relations",
    metadata,
    _to("incident", "incidents.id", primary_key=True),
    Column("relation", Text, primary_key=True),
    Column("other", Text, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims",
    metadata,
    _to("incident", "incidents.id", primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("field", Text, nullable=False),
    _to("report_id", "reports.id", nullable=False),
    Column("event_id", Text, nullable=False),
    Column("value", _Json, nullable=False),
    Column("low", _Figure),
    Column("high", _Figure),
    Column("spans", _Json, nullable=False),
    Column("attribution", _Json, nullable=False),
    Column("source", Text),
    Column("published", Date),
    sqlite_with_rowid=False,
)
