"""What a run tells on standard error: progress, each rejection, and the sum."""

from collections import Counter
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from tacitus.model import CodedReport, Rejection
from tacitus.views import visible


class Tally:
    """Counts reports in, coded and rejected. As a context it shows progress, and at its end prints the sum."""

    def __init__(self, *, show_progress: bool) -> None:
        self._console = Console(stderr=True, highlight=False, markup=False, emoji=False)
        columns = (SpinnerColumn(), TextColumn("{task.completed} reports coded"), TimeElapsedColumn())
        hidden = not (show_progress and self._console.is_terminal)
        self._progress = Progress(*columns, console=self._console, transient=True, disable=hidden)
        self._task = self._progress.add_task("", total=None)
        self._n_coded = self._n_events = self._n_known = 0
        self.rejected: Counter[str] = Counter()

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()
        self._say(self.summary())

    def coded(self, outcomes: Iterable[CodedReport | Rejection]) -> Iterator[CodedReport]:
        """The coded reports alone, counted; each rejection is told and counted where it stands."""
        for outcome in outcomes:
            if isinstance(outcome, Rejection):
                self.rejected[outcome.code] += 1
                self._say(str(outcome))
            else:
                self._n_coded += 1
                self._n_events += len(outcome.events)
                self._progress.advance(self._task)
                yield outcome

    def known(self) -> None:
        """Count a report that the ledger has already, and that is not coded again."""
        self._n_known += 1

    def summary(self) -> str:
        """`3 in, 2 coded (7 events), 1 rejected (I-02: 1)`; with a ledger, also how many it had already."""
        n_rejected = self.rejected.total()
        reasons = ", ".join(f"{code}: {n}" for code, n in sorted(self.rejected.items()))
        rejected = f"{n_rejected} rejected ({reasons})" if reasons else "0 rejected"
        n_in = self._n_coded + self._n_known + n_rejected
        known = f"{self._n_known} known, " if self._n_known else ""
        return f"{n_in} in, {self._n_coded} coded ({self._n_events} events), {known}{rejected}"

    def _say(self, line: str) -> None:
        self._console.print(visible(line), soft_wrap=True)
