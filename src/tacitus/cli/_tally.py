"""What a run tells on standard error: progress, each rejection, and the sum."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Final, Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from tacitus.model import CodedReport, Rejection
from tacitus.views import visible

_N_TOLD: Final = 10
"""Reports set aside that are told one by one. Set: as many as somebody gives by hand."""


class Tally:
    """Counts reports in, coded and turned away. As a context it shows progress, and at its end prints the sum.

    `turned_away` is called with each rejection.
    """

    def __init__(self, *, show_progress: bool, turned_away: Callable[[Rejection], None] | None = None) -> None:
        self._console = Console(stderr=True, highlight=False, markup=False, emoji=False)
        self._progress = Progress(
            SpinnerColumn(),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("reports,"),
            _Rate(),
            TimeElapsedColumn(),
            TimeRemainingColumn(elapsed_when_finished=False),
            console=self._console,
            transient=True,
            disable=not (show_progress and self._console.is_terminal),
        )
        self._task = self._progress.add_task("", total=None)
        self._turned_away = turned_away
        self._n_coded = self._n_events = self._n_known = self._n_undated = 0
        self.rejected: Counter[str] = Counter()
        self.failed: Counter[str] = Counter()
        self.set_aside: Counter[str] = Counter()

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()
        if self._n_undated:
            self._say(
                f"{self._n_undated} without a day of publication, from which relative dates are counted: begin the "
                "text with `date YYYY-MM-DD`, or give --published"
            )
        self._say(self.summary())

    @property
    def is_shown(self) -> bool:
        """Whether anybody sees the progress."""
        return not self._progress.disable

    @property
    def fell_short(self) -> bool:
        """Whether something that should have been coded was not."""
        return bool(self.rejected or self.failed)

    def expect(self, n_reports: int) -> None:
        """Say how many reports there will be, so that the time left can be told."""
        self._progress.update(self._task, total=max(n_reports - self._n_known, 0))

    def coded(self, outcomes: Iterable[CodedReport | Rejection]) -> Iterator[CodedReport]:
        """The coded reports alone, counted; each rejection is told and counted where it stands."""
        for outcome in outcomes:
            self._progress.advance(self._task)
            if isinstance(outcome, Rejection):
                self._count(outcome)
            else:
                self._n_coded += 1
                self._n_events += len(outcome.events)
                self._n_undated += outcome.report.published is None
                yield outcome

    def known(self) -> None:
        """Count a report that is kept already, and that is not coded again."""
        self._n_known += 1
        total = self._progress.tasks[0].total
        if total is not None:  # taken from what is to come, since counting it as done would flatter the rate
            self._progress.update(self._task, total=max(total - 1, 0))

    def _count(self, rejection: Rejection) -> None:
        kind = self.set_aside if rejection.set_aside else self.failed if rejection.failed else self.rejected
        kind[rejection.code] += 1
        # Of an archive most may be set aside, and `--failed` lists them; what was given by hand is told one by one.
        if not rejection.set_aside or self.set_aside.total() <= _N_TOLD:
            self._say(str(rejection))
        if self._turned_away:
            self._turned_away(rejection)

    def summary(self) -> str:
        """`3 in, 2 coded (7 events), 1 rejected (I-02: 1)`; what was known, set aside or failed is told where it is."""
        kinds = ((self.set_aside, "set aside"), (self.rejected, "rejected"), (self.failed, "failed"))
        n_in = self._n_coded + self._n_known + sum(counts.total() for counts, _ in kinds)
        told = [f"{n_in} in", f"{self._n_coded} coded ({self._n_events} events)"]
        told += [f"{self._n_known} known"] if self._n_known else []
        told += [_counted(counts, word) for counts, word in kinds if counts or word == "rejected"]
        return ", ".join(told)

    def _say(self, line: str) -> None:
        self._console.print(visible(line), soft_wrap=True)


class _Rate(ProgressColumn):
    """Reports a second over the last half minute."""

    def render(self, task: Task) -> Text:
        return Text("" if task.speed is None else f"{task.speed:.1f} a second", style="progress.data.speed")


def _counted(counts: Counter[str], word: str) -> str:
    reasons = ", ".join(f"{code}: {n}" for code, n in sorted(counts.items()))
    return f"{counts.total()} {word} ({reasons})" if reasons else f"0 {word}"
