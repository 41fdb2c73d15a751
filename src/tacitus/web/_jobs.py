"""Texts and files that come in over the app, coded one after the other into the ledger while others look on."""

import secrets
import shutil
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from tacitus.errors import TacitusError
from tacitus.model import CodedReport, Rejection
from tacitus.web._faults import NotFoundError, TooManyAttemptsError
from tacitus.web._shapes import JobState

MAX_WAITING: Final = 20
"""Jobs that may wait at once: more than people drop by hand, fewer than fill a disk."""

_MAX_KEPT: Final = 200
_MAX_LISTED: Final = 500

Outcomes = Iterator[CodedReport | Rejection]
Code = Callable[[Path], Outcomes]
Keep = Callable[[CodedReport], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRecord:
    """One job as it stands. Of very many reports or refusals only the first are listed; all are counted."""

    id: str
    name: str
    by: str
    started_at: datetime
    state: JobState = JobState.WAITING
    ended_at: datetime | None = None
    n_reports: int = 0
    n_events: int = 0
    n_refused: int = 0
    reports: tuple[str, ...] = ()
    refusals: tuple[Rejection, ...] = ()
    message: str | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in {JobState.DONE, JobState.FAILED, JobState.CANCELLED}


@dataclass(slots=True, kw_only=True)
class Jobs:
    """The jobs of this server, in the order in which they came.

    They end with the server; what they had written into the ledger stays there. `code` reads and codes what lies at a
    path, `keep` puts a coded report into the ledger, `close` is called when a job ends, `tell` whenever one changes.
    """

    code: Code
    keep: Keep
    close: Callable[[], None] = lambda: None
    tell: Callable[[JobRecord], None] = lambda _: None
    _records: OrderedDict[str, JobRecord] = field(default_factory=OrderedDict)
    _cancelled: set[str] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _one_by_one: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "tacitus-job"))

    def begin(self, file: Path, *, name: str, by: str) -> JobRecord:
        """Take a file, alone in a folder of its own, which goes when the job ends.

        Raises:
            TooManyAttemptsError: too many jobs wait.
        """
        record = JobRecord(id=secrets.token_hex(8), name=name, by=by, started_at=datetime.now(UTC))
        with self._lock:
            if sum(not each.is_over for each in self._records.values()) >= MAX_WAITING:
                raise TooManyAttemptsError(
                    f"{TooManyAttemptsError.code}: {MAX_WAITING} jobs wait already; let some end first",
                    wait_s=30,
                )
            self._records[record.id] = record
            self._forget()
        self.tell(record)
        self._one_by_one.submit(self._run, record.id, file)
        return record

    def all(self) -> tuple[JobRecord, ...]:
        """Every job that is remembered, the newest first."""
        with self._lock:
            return tuple(reversed(self._records.values()))

    def one(self, job_id: str) -> JobRecord:
        """The job of this id."""
        with self._lock:
            if job_id not in self._records:
                raise NotFoundError(f"{NotFoundError.code}: no job is called {job_id[:40]!r}; it may be long over")
            return self._records[job_id]

    def cancel(self, job_id: str) -> JobRecord:
        """Let a job end after the report that it is at, or not begin; what it has written stays."""
        record = self.one(job_id)
        if not record.is_over:
            self._cancelled.add(job_id)
        return record

    def note_failure(self, name: str, *, by: str, message: str) -> None:
        """List beside the jobs, where people look for what failed, that the server failed in something of its own."""
        now = datetime.now(UTC)
        record = JobRecord(
            id=secrets.token_hex(8),
            name=name,
            by=by,
            started_at=now,
            state=JobState.FAILED,
            ended_at=now,
            message=message,
        )
        with self._lock:
            self._records[record.id] = record
            self._forget()
        self.tell(record)

    def stop(self) -> None:
        """Cancel everything and wait for the report in hand."""
        with self._lock:
            self._cancelled.update(self._records)
        self._one_by_one.shutdown(wait=True)

    def _run(self, job_id: str, file: Path) -> None:
        try:
            self._change(job_id, state=JobState.RUNNING)
            outcomes = self.code(file)
            while job_id not in self._cancelled and (outcome := next(outcomes, None)):
                self._count(job_id, outcome)
            self._end(job_id, JobState.CANCELLED if job_id in self._cancelled else JobState.DONE)
        except TacitusError as fault:
            self._end(job_id, JobState.FAILED, str(fault))
        except Exception as fault:
            # A job has nobody to raise to; its record tells what happened, the log where.
            self._end(job_id, JobState.FAILED, f"coding failed ({type(fault).__name__}); the server's log says why")
            raise
        finally:
            self._cancelled.discard(job_id)
            shutil.rmtree(file.parent, ignore_errors=True)

    def _count(self, job_id: str, outcome: CodedReport | Rejection) -> None:
        record = self.one(job_id)
        if isinstance(outcome, Rejection):
            listed = (*record.refusals, replace(outcome, source=record.name))[:_MAX_LISTED]
            self._change(job_id, n_refused=record.n_refused + 1, refusals=listed)
            return
        doc_id = self.keep(outcome)
        self._change(
            job_id,
            n_reports=record.n_reports + 1,
            n_events=record.n_events + len(outcome.events),
            reports=(*record.reports, doc_id)[:_MAX_LISTED],
        )

    def _end(self, job_id: str, state: JobState, message: str | None = None) -> None:
        try:
            if self.one(job_id).n_reports:
                self.close()
        except TacitusError as fault:
            state, message = JobState.FAILED, str(fault)
        self._change(job_id, state=state, message=message, ended_at=datetime.now(UTC))

    def _change(self, job_id: str, **values: object) -> None:
        with self._lock:
            record = replace(self._records[job_id], **values)  # type: ignore[arg-type]
            self._records[job_id] = record
        self.tell(record)

    def _forget(self) -> None:
        over = [each.id for each in self._records.values() if each.is_over]
        for job_id in over[: max(0, len(self._records) - _MAX_KEPT)]:
            del self._records[job_id]


def own_folder() -> Path:
    """A new folder that nobody else can read, for one upload."""
    return Path(tempfile.mkdtemp(prefix="tacitus-"))
