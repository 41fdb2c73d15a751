"""The ledger's front door."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any, Final, Self

from tacitus.errors import LedgerLookupError, LedgerUseError
from tacitus.ledger import _decide, _decisions, _events, _incidents, _reports, _sampling, _steps
from tacitus.ledger._check import check
from tacitus.ledger._chunks import chunks
from tacitus.ledger._database import Database
from tacitus.ledger._diff import diffs
from tacitus.ledger._filters import (
    DecisionFilter,
    EventFilter,
    EventOrder,
    IncidentFilter,
    IncidentOrder,
    ReportFilter,
    ReportOrder,
)
from tacitus.ledger._linking import last_linking, news
from tacitus.ledger._listing import Listing
from tacitus.ledger._migrate import prepare
from tacitus.ledger._query import Query
from tacitus.ledger._records import (
    Added,
    Change,
    Decision,
    EventRow,
    Fault,
    IncidentPage,
    IncidentRow,
    Linking,
    LinkVerdict,
    ReportDiff,
    ReportRow,
    ReviewedEvent,
    ReviewedReport,
    Ruling,
    Run,
    Summary,
    WholeIncident,
)
from tacitus.ledger._relink import linked
from tacitus.ledger._reports import report_ids_of
from tacitus.ledger._runs import changed_reports, changes, finish, linking, recognised, runs, sequence
from tacitus.ledger._sampling import Draw, Sample, Settlement
from tacitus.ledger._summary import coded_reports, summary
from tacitus.ledger._survey import PartyKey, Survey
from tacitus.ledger._verdicts import decide_link, verdicts
from tacitus.ledger._write import Writer
from tacitus.linking import Step
from tacitus.model import CodedReport, EventKey, Relation, Report, Verdict, Versions

BATCH: Final = 50
BATCH_S: Final = 2.0
"""Set, not swept: so much coding is lost at most; writing a batch of 50 reports with 400 events takes 0.2 to 0.4 s
(docs/ledger.md)."""

_REPORTS_READ: Final = 200
_REPORTS_WRITTEN: Final = 500
"""At once; they are looked up together, and databases limit how much one may ask for."""


class Ledger:
    """An open ledger. Safe to share between threads; other processes open their own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def name(self) -> str:
        """Its path, or its URL without the password."""
        return self._database.name

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True) -> Self:
        """The ledger in a SQLite file, or at a PostgreSQL URL; made where there is none, migrated where it is older.

        Raises:
            LedgerFormatError: it is no ledger, or one that a newer tacitus made.
            LedgerAccessError: the file or the server cannot be reached.
            LedgerLookupError: there is none, and `create` is False.
        """
        database = Database(where)
        try:
            prepare(database, create=create)
        except BaseException:
            database.engine.dispose()
            raise
        return cls(database)

    def close(self) -> None:
        """Let go of the database."""
        self._database.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Coding

    def add(self, coded: CodedReport, run: Run) -> Added:
        """Write one coded report, whole or not at all, in a transaction of its own."""
        return self.add_many((coded,), run)[0]

    def add_many(self, coded: Iterable[CodedReport], run: Run) -> tuple[Added, ...]:
        """Write several coded reports in one transaction: all of them or none. Faster than one by one."""
        with self._database.writing() as connection:
            writer = Writer(connection)
            return tuple(added for some in chunks(coded, _REPORTS_WRITTEN) for added in writer.add_all(some, run))

    @contextmanager
    def writing(self, run: Run) -> Iterator[Callable[[CodedReport], None]]:
        """Take coded reports one by one, and write them in batches; what was taken is written at the end of the block.

        Writing waits for `BATCH` reports or `BATCH_S` seconds, whichever comes first: so much is coded anew if the
        process is killed. Where the block fails, what was taken until then is still written.
        """
        pending: list[CodedReport] = []
        written_at = monotonic()

        def write() -> None:
            nonlocal written_at
            batch = pending.copy()
            pending.clear()  # first, so that a batch that cannot be written is not tried twice
            self.add_many(batch, run)
            written_at = monotonic()

        def take(coded: CodedReport) -> None:
            pending.append(coded)
            if len(pending) >= BATCH or monotonic() - written_at >= BATCH_S:
                write()

        try:
            yield take
        finally:
            if pending:
                write()

    def recognise(self, report: Report, versions: Versions) -> str | None:
        """The id of the report where it is coded with these versions already, so that it need not be coded again.

        Where it is, but stood at another place this time (another source, another address), that is noted.
        """
        with self._database.reading() as connection:
            found = recognised(connection, report, versions)
        if found is not None and found.is_elsewhere:
            with self._database.writing() as connection:
                Writer(connection).meet(report)
        return None if found is None else found.doc_id

    def finish(self, run: Run, summary: Mapping[str, Any] | None = None) -> None:
        """Note the end of a run, with whatever its caller counted. A run that added nothing leaves no trace."""
        with self._database.writing() as connection:
            finish(connection, run, summary or {})

    def runs(self) -> tuple[Run, ...]:
        """All runs that added something, oldest first."""
        with self._database.reading() as connection:
            return runs(connection)

    # Asking

    def reports(self, where: ReportFilter | None = None, order: ReportOrder = ReportOrder.ADDED) -> Query[ReportRow]:
        """The reports, without their texts."""
        return _reports.query(self._database, where or ReportFilter(), order)

    def report(self, doc_id: str, *, sample: int | None = None, by: str | None = None) -> ReviewedReport:
        """One report with its text and its events as they now stand.

        With `sample` and `by`, as that person sees it in blind double coding: what others decided is not laid over it.
        """
        with self._database.reading() as connection:
            return _reports.reviewed(connection, doc_id, sample=sample, by=by)

    def texts(self, doc_ids: Iterable[str]) -> dict[str, str]:
        """The texts of these reports, as far as they are there."""
        with self._database.reading() as connection:
            return _reports.texts(connection, doc_ids)

    def coded_reports(self, where: ReportFilter | None = None) -> Iterator[CodedReport]:
        """The reports with their events as they now stand, rejected ones left out; one at a time."""
        for rows in chunks(self.reports(where), _REPORTS_READ):
            with self._database.reading() as connection:
                found = tuple(coded_reports(connection, report_ids_of(connection, [row.doc_id for row in rows])))
            yield from found

    def events(self, where: EventFilter | None = None, order: EventOrder = EventOrder.REPORT) -> Listing[EventRow]:
        """The events as they now stand; `ledger.events().to_pandas()` is a table."""
        return _events.query(self._database, where or EventFilter(), order)

    def event(self, key: EventKey, *, sample: int | None = None, by: str | None = None) -> ReviewedEvent:
        """One event with all that was decided about it."""
        for event in self.report(key.doc_id, sample=sample, by=by).events:
            if event.key == key:
                return event
        raise LedgerLookupError(f"{LedgerLookupError.code}: report {key.doc_id!r} has no event {key.event_id!r}")

    def parties(self, since: int = 0) -> frozenset[PartyKey]:
        """Every party in an event as it now stands; with `since`, of the reports about which something is new."""
        with self._database.reading() as connection:
            return _events.parties(connection, since)

    def incidents(
        self, where: IncidentFilter | None = None, order: IncidentOrder = IncidentOrder.NEWEST
    ) -> Listing[IncidentRow]:
        """The incidents of the latest linking, without their claims; `ledger.incidents().to_pandas()` is a table."""
        return _incidents.query(self._database, where or IncidentFilter(), order)

    def whole_incidents(
        self, where: IncidentFilter | None = None, order: IncidentOrder = IncidentOrder.NEWEST
    ) -> Iterator[WholeIncident]:
        """The same with their claims and the events that tell of them; `incident` adds the links of one."""
        return self.incidents(where, order).in_pages(_incidents.wholes)

    def survey(self, where: IncidentFilter | None = None) -> Survey:
        """The incidents seen from afar, for maps, timelines and counts."""
        return Survey(self._database, where or IncidentFilter())

    def steps(self) -> tuple[Step, ...]:
        """The incidents that answer another or are answered, as far as chains need them."""
        with self._database.reading() as connection:
            return _steps.steps(connection)

    def incident(self, incident_id: str) -> IncidentPage:
        """One incident with its claims, events and links."""
        with self._database.reading() as connection:
            return _incidents.page(connection, incident_id)

    def summary(self) -> Summary:
        """What the ledger holds, at a glance."""
        with self._database.reading() as connection:
            return summary(connection)

    def diffs(self, before: int | None = None, after: int | None = None) -> Iterator[ReportDiff]:
        """The reports that two runs coded differently; without runs, each report's last two codings.

        Raises:
            LedgerLookupError: there is no such run.
            LedgerUseError: only one run is named, or both have the same versions.
        """
        if (before is None) != (after is None):
            raise LedgerUseError(f"{LedgerUseError.code}: a difference is between two runs; name both, or none")
        with self._database.reading() as connection:
            yield from diffs(connection, None if before is None or after is None else (before, after))

    def check(self, *, mend: bool = False) -> Iterator[Fault]:
        """Whatever does not hold: spans unlike their text, references to nothing, derived rows that do not follow.

        With `mend`, the derived rows that do not follow are derived anew. Facts are never changed.
        """
        with self._database.reading() as connection:
            for fault in check(connection, is_sqlite=self._database.is_sqlite):
                if mend and fault.report_id is not None:
                    with self._database.writing() as writing:
                        Writer(writing).refresh(fault.report_id)
                yield fault

    # Deciding

    def decide(self, key: EventKey, ruling: Ruling, *, expected: str | None = None) -> Decision:
        """Write what a person decided about an event; `add_event` adds one.

        Args:
            key: the event.
            ruling: what the person decided. UNDO takes back the person's own newest decision about the event.
            expected: the `version` on which the person decided.

        Raises:
            LedgerConflictError: the event has another version by now.
            LedgerLookupError: there is no such event, or nothing to undo.
            LedgerUseError: a span of the event does not fit the text, or an event is given where none belongs.
        """
        with self._database.writing() as connection:
            return _decide.decide(connection, key, ruling, expected)

    def add_event(self, doc_id: str, ruling: Ruling) -> Decision:
        """Write an event that the program missed; the ledger gives it an id that its report has not used."""
        with self._database.writing() as connection:
            return _decide.add(connection, doc_id, ruling)

    def decisions(self, where: DecisionFilter | None = None) -> Query[Decision]:
        """What people decided, newest first."""
        return _decisions.query(self._database, where or DecisionFilter())

    # Blind double coding

    def draw_sample(self, what: Draw, *, by: str) -> Sample:
        """Draw reports for two people to code blind to each other.

        Raises:
            LedgerUseError: the name is taken, the coders are not two, or there are no reports.
        """
        with self._database.writing() as connection:
            return _sampling.one(connection, _sampling.draw(connection, what, by))

    def samples(self) -> tuple[Sample, ...]:
        """All samples, newest first."""
        with self._database.reading() as connection:
            return _sampling.samples(connection)

    def sample(self, number: int) -> Sample:
        """One sample, with how far its coders are."""
        with self._database.reading() as connection:
            return _sampling.one(connection, number)

    def finish_report(self, sample: int, doc_id: str, *, by: str) -> None:
        """Write that a coder has finished with a report of a sample."""
        with self._database.writing() as connection:
            _sampling.finish_report(connection, sample, doc_id, by)

    def settle(self, said: Settlement) -> None:
        """Write what is to hold where two coders differ.

        Raises:
            LedgerConflictError: that is settled already.
        """
        with self._database.writing() as connection:
            _sampling.settle(connection, said)

    def settlements(self, sample: int) -> tuple[Settlement, ...]:
        """What was settled in a sample, in order."""
        with self._database.reading() as connection:
            return _sampling.settlements(connection, sample)

    # Linking

    def link(self, *, whole: bool = False) -> Linking:
        """Link all events as they now stand into incidents. What is replaced stays in the tables, closed.

        Only reports that are new, were coded anew or decided about are compared with the others, with the result of
        linking everything at once; where nothing happened since, nothing is written. With `whole`, or after another
        version linked, everything is linked anew.
        """
        return linked(self._database, whole=whole)

    def is_linked(self) -> bool:
        """Whether the incidents tell of all events as they now stand; `link` makes it so."""
        with self._database.reading() as connection:
            last = last_linking(connection)
            return last is not None and not news(connection, last["sequence"])

    def decide_link(  # noqa: PLR0913  two events, and what is said of them
        self,
        left: EventKey,
        right: EventKey,
        verdict: Verdict | None,
        *,
        by: str,
        relation: Relation = Relation.SAME,
        comment: str | None = None,
        relink: bool = True,
    ) -> LinkVerdict:
        """Write that a person confirms or cuts a link, or takes back what was said about it (None), and link anew.

        The newest word on a pair counts, now and after every later linking. Whoever says several words at once leaves
        `relink` out for all but the last.

        Raises:
            LedgerLookupError: one of the two events is not there.
        """
        said = LinkVerdict(
            id=0,
            left=left,
            right=right,
            relation=relation,
            verdict=verdict,
            by=by,
            at=datetime.now(UTC),
            comment=comment,
        )
        with self._database.writing() as connection:
            written = decide_link(connection, said)
        if relink:
            self.link()
        return written

    def link_verdicts(self, key: EventKey | None = None) -> tuple[LinkVerdict, ...]:
        """What people said about links, newest first; the newest word on a pair counts."""
        with self._database.reading() as connection:
            return verdicts(connection, None if key is None else {key})

    # Watching

    def sequence(self) -> int:
        """The number of the newest change."""
        with self._database.reading() as connection:
            return sequence(connection)

    def linking(self) -> int:
        """The number of the newest linking. What is asked about incidents alone stays the same as long as it does."""
        with self._database.reading() as connection:
            return linking(connection)

    def changed_reports(self, since: int) -> frozenset[str]:
        """The reports about which something is new after `since`."""
        with self._database.reading() as connection:
            return changed_reports(connection, since)

    def changes(self, since: int, *, limit: int = 500) -> tuple[Change, ...]:
        """What is new after `since`, in order. A poller that goes on from the last sequence it saw misses nothing."""
        with self._database.reading() as connection:
            return changes(connection, since, limit)
