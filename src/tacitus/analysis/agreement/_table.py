"""Agreement as a table to read, and as JSON values."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tacitus.analysis.agreement._agreement import Agreement, Score
from tacitus.analysis.agreement._tally import Estimate

_NONE = "–"


def agreement_as_terminal(agreement: Agreement) -> RenderableType:
    """A line for events, material conflict and all fillers, then one for each slot, to be printed by rich."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("", no_wrap=True)
    for name in ("prec.", "recall", "F1", "alpha", "in pairs", "first", "second"):
        table.add_column(name, justify="right", no_wrap=True)
    for row in _rows(agreement):
        table.add_row(*row)
    return Group(table, Text(), *(Text(line, style="dim") for line in _notes(agreement)))


def agreement_as_record(agreement: Agreement) -> Mapping[str, Any]:
    """Everything in JSON values; bounds are null where they cannot be computed."""
    return asdict(agreement)


def _rows(agreement: Agreement) -> Iterator[tuple[str, ...]]:
    yield "events", *_scores(agreement.events), _bounded(agreement.alpha), "", *_counts(agreement.events)
    yield "material", *_scores(agreement.material), "", "", *_counts(agreement.material)
    yield "all slots", *_scores(agreement.fillers), "", "", *_counts(agreement.fillers)
    for slot in agreement.slots:
        within = f"{slot.within_pairs.value:.3f}" if slot.score.n_first else _NONE
        yield f"  {slot.slot}", *_scores(slot.score), _bounded(slot.alpha), within, *_counts(slot.score)


def _scores(score: Score) -> tuple[str, str, str]:
    if not score.n_first and not score.n_second:
        return _NONE, _NONE, _NONE
    return f"{score.precision.value:.3f}", f"{score.recall.value:.3f}", _bounded(score.f1)


def _counts(score: Score) -> tuple[str, str]:
    return f"{score.n_first:,}", f"{score.n_second:,}"


def _bounded(estimate: Estimate | None) -> str:
    """`0.633 .53–.70`."""
    if estimate is None:
        return _NONE
    if estimate.low is None or estimate.high is None:
        return f"{estimate.value:.3f}"
    return f"{estimate.value:.3f} {_short(estimate.low)}–{_short(estimate.high)}"


def _short(bound: float) -> str:
    return f"{bound:.2f}".replace("0.", ".", 1)


def _notes(agreement: Agreement) -> Iterator[str]:
    yield (
        f"{agreement.n_reports:,} reports, {agreement.n_pairs:,} pairs of events. Precision and recall take the first "
        "coder as right. After F1 and alpha: the bounds of 95 % of resamples of the reports."
    )
    yield "Material: conflict that was done or planned."
    yield "Alpha of events counts “no event” as a category; of slots it is over pairs alone. See docs/agreement.md."
