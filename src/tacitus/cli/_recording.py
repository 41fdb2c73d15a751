"""Coded reports on their way into a ledger."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tacitus.cli._kept import Kept
from tacitus.cli._sinks import Sink
from tacitus.cli._tally import Tally
from tacitus.model import CodedReport, Rejection, Report, Versions

if TYPE_CHECKING:
    from tacitus.ledger import Ledger


@contextmanager
def opened(where: str | None) -> Iterator["Ledger | None"]:
    """The ledger that the caller names, made where there is none; None where none is named."""
    if where is None:
        yield None
        return
    from tacitus.ledger import Ledger  # noqa: PLC0415  its libraries load slowly, `--help` needs none

    with Ledger.open(where) as ledger:
        yield ledger


@contextmanager
def recording(ledger: "Ledger | None", versions: Versions, tally: Tally, sink: Sink) -> Iterator[Sink]:
    """A sink that writes into the ledger what the other one has taken; that one itself where there is no ledger."""
    if ledger is None:
        yield sink
        return
    from tacitus.ledger import Run  # noqa: PLC0415  as above

    run = Run.begun(versions)
    with ledger.writing(run) as write:

        def take(coded: CodedReport) -> None:
            sink(coded)
            write(coded)

        yield take
    ledger.finish(run, {"summary": tally.summary()})


def unknown(
    reports: Iterable[Report | Rejection], ledger: "Ledger | None", kept: Kept | None, versions: Versions, tally: Tally
) -> Iterator[Report | Rejection]:
    """The reports that ledger and files do not both have, coded with these versions; the others are only counted."""
    for report in reports:
        if isinstance(report, Rejection) or not _is_known(report, ledger, kept, versions):
            yield report
        else:
            tally.known()


def _is_known(report: Report, ledger: "Ledger | None", kept: Kept | None, versions: Versions) -> bool:
    told = [ledger.recognise(report, versions) is not None] if ledger else []
    told += [kept.holds(report, versions)] if kept else []
    return bool(told) and all(told)
