"""The pool of processes: order, bounds, and what becomes of a report on which a process dies."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tacitus import batch, flow
from tacitus.errors import BatchError
from tacitus.model import Rejection, Report

TEXT = "Rebels shelled the town of Harim on Monday, killing at least four people."
DEADLY = "deadly"


@pytest.fixture(scope="module")
def coder() -> flow.Coder:
    return flow.Coder.load()


def _reports(n: int) -> list[Report]:
    return [Report(doc_id=str(number), text=f"{TEXT} {number}") for number in range(n)]


def test_outcomes_are_those_of_one_process_in_the_same_order(coder: flow.Coder) -> None:
    unread = Rejection(source="a.txt", code="I-01", reason="has no text; give one")
    reports = [*_reports(10), unread, *_reports(3)]
    assert list(batch.many(reports, jobs=2)) == list(flow.many(reports, coder))


def test_no_more_is_read_than_can_be_worked_on() -> None:
    read = 0

    def reports() -> Iterator[Report]:
        nonlocal read
        for report in _reports(200):
            read += 1
            yield report

    outcomes = batch.many(reports(), jobs=1)
    for _ in range(5):
        next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert read <= 5 + batch.AHEAD


def _code_or_die(report: Report, codebook: Path | None) -> batch.Outcome:
    """What the processes do in the next test: on one report they die, as for want of memory."""
    if report.doc_id == DEADLY:
        os._exit(9)
    return flow.attempt(report, batch._coder(codebook))


def test_a_report_on_which_a_process_dies_is_a_failure_and_the_others_are_coded(
    coder: flow.Coder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "_code", _code_or_die)
    reports = _reports(6)
    outcomes = list(batch.many([*reports[:3], Report(doc_id=DEADLY, text=TEXT), *reports[3:]], jobs=2))
    assert [*outcomes[:3], *outcomes[4:]] == list(flow.many(reports, coder))
    died = outcomes[3]
    assert isinstance(died, Rejection)
    assert (died.code, died.doc_id, died.failed) == (batch.DIED, DEADLY, True)


def _cannot_begin(_codebook: Path | None) -> None:
    os._exit(9)


def test_processes_that_cannot_be_started_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_begin", _cannot_begin)
    with pytest.raises(BatchError, match="cannot be started"):
        next(batch.many(_reports(1), jobs=1))


@pytest.mark.skipif(not Path("/proc").exists(), reason="memory is read from /proc")
def test_memory_does_not_grow_with_the_archive() -> None:
    """Between the 300th and the 1,500th short report the process that codes grows by less than a cache's worth."""
    outcomes = batch.many(_reports(1500), jobs=1)
    for _ in range(300):
        next(outcomes)
    before = _child_mb()
    for _ in range(1000):
        next(outcomes)
    after = _child_mb()
    outcomes.close()  # type: ignore[attr-defined]
    assert after < 700
    assert after - before < 15


def _child_mb() -> float:
    """Resident memory of the largest child process."""
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    return max(_resident_mb(int(child)) for child in children)


def _resident_mb(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024
