"""The tables of a ledger. Written by `alembic revision --autogenerate` from _tables.py, and then frozen."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
UTC = sa.DateTime(timezone=True)
CURRENT: dict[str, Any] = {"sqlite_where": sa.text("until IS NULL"), "postgresql_where": sa.text("until IS NULL")}


def upgrade() -> None:  # noqa: PLR0915  a list of tables
    """Make the tables."""
    op.create_table(
        "linkings",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("at", UTC, nullable=False),
        sa.Column("sequence", KEY, nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("n_events", sa.Integer(), nullable=False),
        sa.Column("n_links", sa.Integer(), nullable=False),
        sa.Column("n_incidents", sa.Integer(), nullable=False),
        sa.Column("n_added", sa.Integer(), nullable=False),
        sa.Column("n_closed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_linkings")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "reports",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("doc_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("added_at", UTC, nullable=False),
        sa.Column("same_as", KEY, nullable=True),
        sa.Column("similarity", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["same_as"], ["reports.id"], name=op.f("fk_reports_same_as_reports")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("digest", name=op.f("uq_reports_digest")),
        sa.UniqueConstraint("doc_id", name=op.f("uq_reports_doc_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_reports_published"), "reports", ["published"], unique=False)
    op.create_index(op.f("ix_reports_same_as"), "reports", ["same_as"], unique=False)
    op.create_index(op.f("ix_reports_source"), "reports", ["source"], unique=False)
    op.create_table(
        "runs",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("codebook", sa.Text(), nullable=False),
        sa.Column("gazetteer", sa.Text(), nullable=False),
        sa.Column("versions", sa.String(length=64), nullable=False),
        sa.Column("started_at", UTC, nullable=False),
        sa.Column("finished_at", UTC, nullable=True),
        sa.Column("summary", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
        sa.UniqueConstraint("key", name=op.f("uq_runs_key")),
    )
    op.create_index(op.f("ix_runs_versions"), "runs", ["versions"], unique=False)
    op.create_table(
        "samples",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("start", sa.Text(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", UTC, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_samples")),
        sa.UniqueConstraint("name", name=op.f("uq_samples_name")),
    )
    op.create_table(
        "appearances",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("report_id", KEY, nullable=False),
        sa.Column("doc_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("seen_at", UTC, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_appearances_report_id_reports")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appearances")),
        sa.UniqueConstraint("report_id", "digest", name=op.f("uq_appearances_report_id_digest")),
    )
    op.create_table(
        "changes",
        sa.Column("sequence", KEY, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", UTC, nullable=False),
        sa.Column("coder", sa.Text(), nullable=True),
        sa.Column("report_id", KEY, nullable=True),
        sa.Column("event_id", sa.Text(), nullable=True),
        sa.Column("incident_id", sa.Text(), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_changes_report_id_reports")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_changes")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "codings",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("report_id", KEY, nullable=False),
        sa.Column("run_id", KEY, nullable=False),
        sa.Column("versions", sa.String(length=64), nullable=False),
        sa.Column("share_read", sa.Float(), nullable=False),
        sa.Column("remarks", sa.JSON(), nullable=False),
        sa.Column("coded_at", UTC, nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_codings_report_id_reports")),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_codings_run_id_runs")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_codings")),
        sa.UniqueConstraint("report_id", "versions", name=op.f("uq_codings_report_id_versions")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_codings_run_id"), "codings", ["run_id"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("report_id", KEY, nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("at", UTC, nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("sample_id", KEY, nullable=True),
        sa.Column("undoes", KEY, nullable=True),
        sa.CheckConstraint(
            "action IN ('confirm', 'reject', 'correct', 'add', 'comment', 'undo')", name=op.f("ck_decisions_action")
        ),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_decisions_report_id_reports")),
        sa.ForeignKeyConstraint(["sample_id"], ["samples.id"], name=op.f("fk_decisions_sample_id_samples")),
        sa.ForeignKeyConstraint(["undoes"], ["decisions.id"], name=op.f("fk_decisions_undoes_decisions")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_decisions_coder"), "decisions", ["coder"], unique=False)
    op.create_index(op.f("ix_decisions_report_id_event_id"), "decisions", ["report_id", "event_id"], unique=False)
    op.create_index(op.f("ix_decisions_sample_id"), "decisions", ["sample_id"], unique=False)
    op.create_table(
        "fingerprints",
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("report_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_fingerprints_report_id_reports")),
        sa.PrimaryKeyConstraint("value", "report_id", name=op.f("pk_fingerprints")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "incidents",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("incident_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("since", KEY, nullable=False),
        sa.Column("until", KEY, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("modes", sa.JSON(), nullable=False),
        sa.Column("acled", sa.Text(), nullable=True),
        sa.Column("realis", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("place_precision", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("killed_best", sa.Integer(), nullable=True),
        sa.Column("killed_low", sa.Integer(), nullable=True),
        sa.Column("killed_high", sa.Integer(), nullable=True),
        sa.Column("injured_best", sa.Integer(), nullable=True),
        sa.Column("injured_low", sa.Integer(), nullable=True),
        sa.Column("injured_high", sa.Integer(), nullable=True),
        sa.Column("n_reports", sa.Integer(), nullable=False),
        sa.Column("n_events", sa.Integer(), nullable=False),
        sa.Column("contradicts", sa.Boolean(), nullable=False),
        sa.Column("contradicting", sa.JSON(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["since"], ["linkings.id"], name=op.f("fk_incidents_since_linkings")),
        sa.ForeignKeyConstraint(["until"], ["linkings.id"], name=op.f("fk_incidents_until_linkings")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
    )
    op.create_index("ix_incidents_current_country", "incidents", ["country", "category"], unique=False, **CURRENT)
    op.create_index("ix_incidents_current_day", "incidents", ["last_day"], unique=False, **CURRENT)
    op.create_index("ix_incidents_current_id", "incidents", ["incident_id"], unique=True, **CURRENT)
    op.create_index(op.f("ix_incidents_incident_id"), "incidents", ["incident_id"], unique=False)
    op.create_index("ix_incidents_until", "incidents", ["until"], unique=False)
    op.create_table(
        "link_decisions",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("left_report", KEY, nullable=False),
        sa.Column("left_event", sa.Text(), nullable=False),
        sa.Column("right_report", KEY, nullable=False),
        sa.Column("right_event", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("at", UTC, nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["left_report"], ["reports.id"], name=op.f("fk_link_decisions_left_report_reports")),
        sa.ForeignKeyConstraint(["right_report"], ["reports.id"], name=op.f("fk_link_decisions_right_report_reports")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_decisions")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_link_decisions_left_report_left_event"), "link_decisions", ["left_report", "left_event"], unique=False
    )
    op.create_index(
        op.f("ix_link_decisions_right_report_right_event"),
        "link_decisions",
        ["right_report", "right_event"],
        unique=False,
    )
    op.create_table(
        "links",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("left_report", KEY, nullable=False),
        sa.Column("left_event", sa.Text(), nullable=False),
        sa.Column("right_report", KEY, nullable=False),
        sa.Column("right_event", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("probability", sa.Float(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("since", KEY, nullable=False),
        sa.Column("until", KEY, nullable=True),
        sa.ForeignKeyConstraint(["left_report"], ["reports.id"], name=op.f("fk_links_left_report_reports")),
        sa.ForeignKeyConstraint(["right_report"], ["reports.id"], name=op.f("fk_links_right_report_reports")),
        sa.ForeignKeyConstraint(["since"], ["linkings.id"], name=op.f("fk_links_since_linkings")),
        sa.ForeignKeyConstraint(["until"], ["linkings.id"], name=op.f("fk_links_until_linkings")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
    )
    op.create_index("ix_links_left", "links", ["left_report", "left_event"], unique=False, **CURRENT)
    op.create_index("ix_links_right", "links", ["right_report", "right_event"], unique=False, **CURRENT)
    op.create_table(
        "sample_coders",
        sa.Column("sample_id", KEY, nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["sample_id"], ["samples.id"], name=op.f("fk_sample_coders_sample_id_samples")),
        sa.PrimaryKeyConstraint("sample_id", "coder", name=op.f("pk_sample_coders")),
    )
    op.create_table(
        "sample_done",
        sa.Column("sample_id", KEY, nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("report_id", KEY, nullable=False),
        sa.Column("at", UTC, nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_sample_done_report_id_reports")),
        sa.ForeignKeyConstraint(["sample_id"], ["samples.id"], name=op.f("fk_sample_done_sample_id_samples")),
        sa.PrimaryKeyConstraint("sample_id", "coder", "report_id", name=op.f("pk_sample_done")),
    )
    op.create_table(
        "sample_reports",
        sa.Column("sample_id", KEY, nullable=False),
        sa.Column("report_id", KEY, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_sample_reports_report_id_reports")),
        sa.ForeignKeyConstraint(["sample_id"], ["samples.id"], name=op.f("fk_sample_reports_sample_id_samples")),
        sa.PrimaryKeyConstraint("sample_id", "report_id", name=op.f("pk_sample_reports")),
    )
    op.create_table(
        "claims",
        sa.Column("incident", KEY, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("report_id", KEY, nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=True),
        sa.Column("high", sa.Integer(), nullable=True),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("attribution", sa.JSON(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name=op.f("fk_claims_incident_incidents")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_claims_report_id_reports")),
        sa.PrimaryKeyConstraint("incident", "ordinal", name=op.f("pk_claims")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "coded_events",
        sa.Column("coding_id", KEY, nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["coding_id"], ["codings.id"], name=op.f("fk_coded_events_coding_id_codings")),
        sa.PrimaryKeyConstraint("coding_id", "event_id", name=op.f("pk_coded_events")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "events",
        sa.Column("report_id", KEY, nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("coding_id", KEY, nullable=True),
        sa.Column("decision_id", KEY, nullable=True),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("modes", sa.JSON(), nullable=False),
        sa.Column("acled", sa.Text(), nullable=True),
        sa.Column("realis", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("place_precision", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("killed_low", sa.Integer(), nullable=True),
        sa.Column("killed_high", sa.Integer(), nullable=True),
        sa.Column("injured_low", sa.Integer(), nullable=True),
        sa.Column("injured_high", sa.Integer(), nullable=True),
        sa.Column("count_low", sa.Integer(), nullable=True),
        sa.Column("count_high", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["coding_id"], ["codings.id"], name=op.f("fk_events_coding_id_codings")),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name=op.f("fk_events_decision_id_decisions")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_events_report_id_reports")),
        sa.PrimaryKeyConstraint("report_id", "event_id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_category"), "events", ["category"], unique=False)
    op.create_index(op.f("ix_events_published"), "events", ["published"], unique=False)
    op.create_index(op.f("ix_events_state_confidence"), "events", ["state", "confidence"], unique=False)
    op.create_table(
        "incident_events",
        sa.Column("incident", KEY, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("report_id", KEY, nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name=op.f("fk_incident_events_incident_incidents")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_incident_events_report_id_reports")),
        sa.PrimaryKeyConstraint("incident", "ordinal", name=op.f("pk_incident_events")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_incident_events_report_id_event_id"), "incident_events", ["report_id", "event_id"], unique=False
    )
    op.create_table(
        "incident_parties",
        sa.Column("incident", KEY, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("sector", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name=op.f("fk_incident_parties_incident_incidents")),
        sa.PrimaryKeyConstraint("incident", "role", "ordinal", name=op.f("pk_incident_parties")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_incident_parties_name"), "incident_parties", ["name"], unique=False)
    op.create_table(
        "incident_relations",
        sa.Column("incident", KEY, nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name=op.f("fk_incident_relations_incident_incidents")),
        sa.PrimaryKeyConstraint("incident", "relation", "other", name=op.f("pk_incident_relations")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_incident_relations_other"), "incident_relations", ["other"], unique=False)
    op.create_table(
        "report_states",
        sa.Column("report_id", KEY, nullable=False),
        sa.Column("coding_id", KEY, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("n_events", sa.Integer(), nullable=False),
        sa.Column("n_open", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["coding_id"], ["codings.id"], name=op.f("fk_report_states_coding_id_codings")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_report_states_report_id_reports")),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_report_states")),
    )
    op.create_index(op.f("ix_report_states_state"), "report_states", ["state"], unique=False)
    op.create_table(
        "settlements",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("sample_id", KEY, nullable=False),
        sa.Column("disagreement", sa.Text(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=True),
        sa.Column("decision_id", KEY, nullable=True),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("at", UTC, nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name=op.f("fk_settlements_decision_id_decisions")),
        sa.ForeignKeyConstraint(["sample_id"], ["samples.id"], name=op.f("fk_settlements_sample_id_samples")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settlements")),
    )
    op.create_index(op.f("ix_settlements_sample_id"), "settlements", ["sample_id"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("report_id", KEY, nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("sector", sa.Text(), nullable=True),
        sa.Column("span_start", sa.Integer(), nullable=True),
        sa.Column("span_end", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["report_id", "event_id"],
            ["events.report_id", "events.event_id"],
            name=op.f("fk_evidence_report_id_event_id_events"),
        ),
        sa.PrimaryKeyConstraint("report_id", "event_id", "field", "ordinal", name=op.f("pk_evidence")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_evidence_name"), "evidence", ["name"], unique=False)
