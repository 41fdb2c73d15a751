"""Writing coded reports."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, insert, select

from tacitus.ledger import _tables as t
from tacitus.ledger._align import align
from tacitus.ledger._copies import Copies
from tacitus.ledger._current import Standing, current, state_of, with_undone
from tacitus.ledger._insert import insert_all, insert_one, insert_rows
from tacitus.ledger._records import Added, Decision, Outcome, ReviewState, Run
from tacitus.ledger._rows import (
    appearance_of,
    check_report,
    decision_of,
    digest_of,
    event_of,
    event_row,
    evidence_rows,
    record_of,
    report_digest,
    versions_digest,
    versions_row,
)
from tacitus.model import CodedReport, Event, Report

# Rows that refer to others come after them.
_ORDER: Final = (t.fingerprints, t.coded_events, t.report_states, t.events, t.evidence, t.changes)


class Writer:
    """Writes within one transaction. Rows that nothing reads before its end are gathered and written together."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[Table, list[dict[str, Any]]] = defaultdict(list)
        self._touched: set[int] = set()
        self._now = datetime.now(UTC)
        self._known: dict[str, tuple[Any, ...]] = {}  # by digest: number, id, title, source, address
        self._taken: set[str] = set()  # ids of reports
        self._copies = Copies(connection, ())
        self._begun: dict[str, tuple[int, int, str]] = {}  # by digest: number, that of the coding, id
        self._runs: dict[str, int] = {}

    def add_all(self, coded: Sequence[CodedReport], run: Run) -> tuple[Added, ...]:
        """Coded reports; nothing changes for those that are there, coded with the same versions."""
        for one in coded:
            check_report(one)
        digests = [report_digest(one.report) for one in coded]
        self._known.update(_met(self._connection, digests))
        new: dict[str, CodedReport] = {}
        for one, digest in zip(coded, digests, strict=True):
            if digest not in self._known:
                new.setdefault(digest, one)
        self._begin(new, run)
        added = tuple(self._add(one, digest, run) for one, digest in zip(coded, digests, strict=True))
        self.flush()
        return added

    def meet(self, report: Report) -> None:
        """Note where a report that is there stood this time."""
        self._known.update(_met(self._connection, [report_digest(report)]))
        if found := self._known.get(report_digest(report)):
            self._note_appearance(found[0], report, found[1:])

    def _begin(self, new: Mapping[str, CodedReport], run: Run) -> None:
        """Write new reports, by their digests, and their codings: the rows to which all others refer."""
        self._copies = Copies(self._connection, [coded.report for coded in new.values()])
        self._taken.update(_taken(self._connection, [coded.doc_id for coded in new.values()]))
        r, c = t.reports.c, t.codings.c
        rows = [self._report_row(coded.report, digest) for digest, coded in new.items()]
        numbers = dict(insert_all(self._connection, t.reports, rows, (r.digest, r.id)))
        codings = [self._coding_row(numbers[digest], coded, run) for digest, coded in new.items()]
        coding_ids = dict(insert_all(self._connection, t.codings, codings, (c.report_id, c.id)))
        self._begun = {
            row["digest"]: (numbers[row["digest"]], coding_ids[numbers[row["digest"]]], row["doc_id"]) for row in rows
        }

    def _add(self, coded: CodedReport, digest: str, run: Run) -> Added:
        if begun := self._begun.pop(digest, None):
            return self._add_new(begun, coded, digest, run)
        found = self._known[digest]
        report_id, doc_id = found[:2]
        self._note_appearance(report_id, coded.report, found[1:])
        if self._is_coded(report_id, coded):
            return Added(doc_id=doc_id, outcome=Outcome.KNOWN)
        self._add_coding(report_id, coded, run)
        return Added(doc_id=doc_id, outcome=Outcome.RECODED)

    def _add_new(self, begun: tuple[int, int, str], coded: CodedReport, digest: str, run: Run) -> Added:
        (report_id, coding_id, doc_id), report = begun, coded.report
        self._known[digest] = (report_id, doc_id, report.title, report.source, report.url)
        # An id that had to be changed is found again by the one that was given.
        self._note_appearance(report_id, report, self._known[digest][1:])
        same_as, fingerprints = self._copies.mark(report_id, report)
        self._rows[t.fingerprints].extend(fingerprints)
        self._gather(coding_id, coded.events)
        self._derive(report_id, coding_id, current(coded.events, ()), coded.published)
        self._touched.add(report_id)
        self.note("report", report_id=report_id, detail={"run": run.key, "n_events": len(coded.events)})
        return Added(doc_id=doc_id, outcome=Outcome.ADDED, same_as=same_as)

    def _add_coding(self, report_id: int, coded: CodedReport, run: Run) -> None:
        """Another coding of a report that is there."""
        if report_id in self._touched:
            self.flush()
        events = align(coded.events, known_events(self._connection, report_id))
        self._gather(insert_one(self._connection, t.codings, self._coding_row(report_id, coded, run)), events)
        self.refresh(report_id)
        self.note("coding", report_id=report_id, detail={"run": run.key, "n_events": len(events)})

    def _gather(self, coding_id: int, events: Iterable[Event]) -> None:
        self._rows[t.coded_events].extend(
            {"coding_id": coding_id, "event_id": event.id, "ordinal": ordinal, "record": record_of(event)}
            for ordinal, event in enumerate(events)
        )

    def refresh(self, report_id: int) -> tuple[Standing, ...]:
        """Derive anew how the events of a report stand, after a coding or a decision."""
        self.flush()
        coding_id, coded = latest_coding(self._connection, report_id)
        standings = current(coded, decisions_of(self._connection, report_id))
        for table in (t.evidence, t.events, t.report_states):
            self._connection.execute(delete(table).where(table.c.report_id == report_id))
        published = self._connection.scalar(select(t.reports.c.published).where(t.reports.c.id == report_id))
        self._derive(report_id, coding_id, standings, published)
        self.flush()
        return standings

    def note(self, kind: str, **change: Any) -> None:
        """A change for those who watch."""
        self._rows[t.changes].append(
            {"coder": None, "report_id": None, "event_id": None, "incident_id": None, "detail": None}
            | {"kind": kind, "at": self._now}
            | change
        )

    def flush(self) -> None:
        """Write what was gathered."""
        for table in _ORDER:
            insert_rows(self._connection, table, self._rows.pop(table, ()))
        self._touched.clear()

    def _report_row(self, report: Report, digest: str) -> dict[str, Any]:
        return {
            "doc_id": self._free_doc_id(report.doc_id, digest),
            "digest": digest,
            "text": report.text,
            "published": report.published,
            "title": report.title,
            "source": report.source,
            "url": report.url,
            "added_at": self._now,
        }

    def _free_doc_id(self, wanted: str, digest: str) -> str:
        """The id that the report brings, unless another text has it."""
        told_apart = f"{wanted}-{digest[:8]}"
        if wanted in self._taken and (told_apart in self._taken or _taken(self._connection, [told_apart])):
            told_apart = f"{wanted}-{digest}"
        doc_id = told_apart if wanted in self._taken else wanted
        self._taken.add(doc_id)
        return doc_id

    def _note_appearance(self, report_id: int, report: Report, known: tuple[str | None, ...]) -> None:
        """Where else the very same text stood on the same day."""
        own = appearance_of(report)
        if own == known:
            return
        row = dict(zip(("doc_id", "title", "source", "url"), own, strict=True))
        key = {"report_id": report_id, "digest": digest_of(*own)}
        if not self._connection.scalar(select(t.appearances.c.id).filter_by(**key)):
            self._connection.execute(insert(t.appearances), row | key | {"seen_at": self._now})

    def _is_coded(self, report_id: int, coded: CodedReport) -> bool:
        key = {"report_id": report_id, "versions": versions_digest(coded.versions)}
        return self._connection.scalar(select(t.codings.c.id).filter_by(**key)) is not None

    def _coding_row(self, report_id: int, coded: CodedReport, run: Run) -> dict[str, Any]:
        return {
            "report_id": report_id,
            "run_id": self._run_id(run),
            "versions": versions_digest(coded.versions),
            "share_read": coded.share_read,
            "remarks": list(coded.remarks),
            "coded_at": self._now,
        }

    def _run_id(self, run: Run) -> int:
        """The run's row, written with the first report that it adds."""
        if run.key not in self._runs:
            found: int | None = self._connection.scalar(select(t.runs.c.id).where(t.runs.c.key == run.key))
            row = {"key": run.key, "started_at": run.started_at, **versions_row(run.versions)}
            self._runs[run.key] = found or insert_one(self._connection, t.runs, row)
        return self._runs[run.key]

    def _derive(self, report_id: int, coding_id: int | None, standings: Sequence[Standing], published: Any) -> None:
        rows = derived(report_id, coding_id, standings, published)
        for table, found in rows.items():
            self._rows[table].extend(found)


def _met(connection: Connection, digests: Sequence[str]) -> dict[str, tuple[Any, ...]]:
    """The reports that are there, by their digests: number, id, title, source, address."""
    r = t.reports.c
    statement = select(r.digest, r.id, r.doc_id, r.title, r.source, r.url).where(r.digest.in_(digests))
    return {digest: tuple(rest) for digest, *rest in connection.execute(statement)}


def _taken(connection: Connection, doc_ids: Sequence[str]) -> set[str]:
    """Those of the ids that a report has."""
    return set(connection.scalars(select(t.reports.c.doc_id).where(t.reports.c.doc_id.in_(doc_ids))))


def derived(
    report_id: int, coding_id: int | None, standings: Sequence[Standing], published: Any
) -> dict[Table, list[dict[str, Any]]]:
    """The rows of the derived tables for a report, as they follow from how its events stand."""
    shown = [standing.state for standing in standings if standing.state is not ReviewState.REJECTED]
    state = {
        "report_id": report_id,
        "coding_id": coding_id,
        "state": state_of([standing.state for standing in standings]).value,
        "n_events": len(shown),
        "n_open": sum(state is ReviewState.OPEN for state in shown),
    }
    return {
        t.report_states: [state],
        t.events: [
            event_row(standing, report_id=report_id, coding_id=coding_id, published=published) | {"ordinal": ordinal}
            for ordinal, standing in enumerate(standings)
        ],
        t.evidence: [row for standing in standings for row in evidence_rows(standing.event, report_id)],
    }


def latest_coding(connection: Connection, report_id: int) -> tuple[int | None, tuple[Event, ...]]:
    """The number of the latest coding of a report, and its events."""
    coding_id: int | None = connection.scalar(
        select(t.codings.c.id).where(t.codings.c.report_id == report_id).order_by(t.codings.c.id.desc()).limit(1)
    )
    records = connection.scalars(
        select(t.coded_events.c.record)
        .where(t.coded_events.c.coding_id == coding_id)
        .order_by(t.coded_events.c.ordinal)
    )
    return coding_id, tuple(map(event_of, records))


def decisions_of(connection: Connection, report_id: int, sample: int | None = None) -> tuple[Decision, ...]:
    """What was decided about a report's events, in order; in a sample, or outside all samples."""
    d = t.decisions
    rows = connection.execute(
        select(d, t.reports.c.doc_id)
        .join(t.reports, t.reports.c.id == d.c.report_id)
        .where(d.c.report_id == report_id, d.c.sample_id.is_(None) if sample is None else d.c.sample_id == sample)
        .order_by(d.c.id)
    ).mappings()
    return with_undone(map(decision_of, rows))


def known_events(connection: Connection, report_id: int) -> tuple[Event, ...]:
    """A report's events under every id that it has used, each as it was last coded, or else decided."""
    decided = connection.execute(
        select(t.decisions.c.before, t.decisions.c.after).filter_by(report_id=report_id).order_by(t.decisions.c.id)
    )
    coded = connection.scalars(
        select(t.coded_events.c.record)
        .join(t.codings, t.codings.c.id == t.coded_events.c.coding_id)
        .where(t.codings.c.report_id == report_id)
        .order_by(t.codings.c.id, t.coded_events.c.ordinal)
    )
    return _by_id([*(after or before for before, after in decided if after or before), *coded])


def _by_id(found: Iterable[dict[str, Any]]) -> tuple[Event, ...]:
    return tuple({record["id"]: event_of(record) for record in found}.values())
