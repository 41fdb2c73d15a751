"""Many reports on several cores: a pool of processes, each of which loads the model once.

    for outcome in batch.many(intake.read(["archive/"]), jobs=4):
        ...

The outcomes are those of `flow.many`, in the order of the reports; only a bounded number is in flight, so that memory
does not grow with the archive. Processes are spawned, never forked: a script that calls this needs the usual
`if __name__ == "__main__":`.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from tacitus.errors import BatchError
from tacitus.model import CodedReport, Rejection, Report

if TYPE_CHECKING:
    from tacitus.flow import Coder

Outcome = CodedReport | Rejection

DIED: Final = "F-02"
"""The code of a report on which the process that coded it died."""

AHEAD: Final = 8
"""Reports in flight for each process: set, not swept; enough that one long report keeps no process waiting."""


def many(reports: Iterable[Report | Rejection], *, jobs: int, codebook: Path | None = None) -> Iterator[Outcome]:
    """Code reports on `jobs` processes, in their order; what could not be read or coded stands in its place.

    Raises:
        BatchError: no process can be started.
    """
    with _Pool(jobs, codebook) as pool:
        yield from pool.outcomes(reports)


class _Pool:
    """Processes that code, and one apart for reports that were in flight when a process died."""

    def __init__(self, jobs: int, codebook: Path | None) -> None:
        self._jobs = jobs
        self._codebook = codebook
        self._executor = _started(jobs, codebook)
        self._apart: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        for executor in (self._executor, self._apart):
            if executor:
                executor.shutdown(cancel_futures=True)

    def outcomes(self, reports: Iterable[Report | Rejection]) -> Iterator[Outcome]:
        """One outcome a report, in order; those at the head are given out as soon as they are there."""
        waiting: deque[tuple[Report, Future[Outcome]] | Rejection] = deque()
        for report in reports:
            waiting.append(report if isinstance(report, Rejection) else (report, self._submit(report)))
            while waiting and (len(waiting) >= AHEAD * self._jobs or _is_done(waiting[0])):
                yield self._outcome(waiting.popleft())
        while waiting:
            yield self._outcome(waiting.popleft())

    def _submit(self, report: Report) -> Future[Outcome]:
        try:
            return self._executor.submit(_code, report, self._codebook)
        except BrokenProcessPool:
            self._executor = _started(self._jobs, self._codebook)
            return self._executor.submit(_code, report, self._codebook)

    def _outcome(self, waiting: tuple[Report, Future[Outcome]] | Rejection) -> Outcome:
        if isinstance(waiting, Rejection):
            return waiting
        report, future = waiting
        try:
            return future.result()
        except BrokenProcessPool:
            return self._alone(report)

    def _alone(self, report: Report) -> Outcome:
        """Code a report in a process apart, since a dying process takes down all that is in flight, guilty or not."""
        self._apart = self._apart or _started(1, self._codebook)
        try:
            return self._apart.submit(_code, report, self._codebook).result()
        except BrokenProcessPool:
            self._apart = None
            reason = "the process that coded it died, of a crash or for want of memory; please report this line"
            return Rejection(source=report.doc_id, code=DIED, reason=reason, doc_id=report.doc_id)


def _is_done(waiting: tuple[Report, Future[Outcome]] | Rejection) -> bool:
    return isinstance(waiting, Rejection) or waiting[1].done()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C is for the parent: a process begun here ignores it from its first moment, before `_begin` runs."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _started(jobs: int, codebook: Path | None) -> ProcessPoolExecutor:
    """A pool of which one process at least has loaded the model."""
    executor = ProcessPoolExecutor(
        max_workers=jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(codebook,)
    )
    try:
        with _undisturbed():
            first, *_ = [executor.submit(os.getpid) for _ in range(jobs)]
        first.result()
    except BrokenProcessPool as fault:
        raise BatchError(
            f"{BatchError.code}: a process that codes cannot be started, most likely for want of memory; "
            f"ask for fewer than {jobs} with --jobs (each takes up to 700 MB)"
        ) from fault
    return executor


def _begin(codebook: Path | None) -> None:
    """What each process does first."""
    # The pool is all the parallelism there is: threads of the libraries would only fight over the same cores. Read by
    # them when they are imported, which is why nothing above imports them.
    os.environ.update({f"{name}_NUM_THREADS": "1" for name in ("MKL", "OMP", "OPENBLAS")})
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us in order
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _coder(codebook)


def _end_with_parent() -> None:
    """End when the parent is killed; the pool's own processes would wait for it forever."""
    parent = parent_process()
    if parent:
        connection.wait([parent.sentinel])
        os._exit(1)


@cache
def _coder(codebook: Path | None) -> "Coder":
    from tacitus.flow import Coder  # noqa: PLC0415  see `_begin`

    return Coder.load(codebook=codebook)


def _code(report: Report, codebook: Path | None) -> Outcome:
    from tacitus.flow import attempt  # noqa: PLC0415  see `_begin`

    return attempt(report, _coder(codebook))
