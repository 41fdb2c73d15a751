"""The kept figures of the held-out reports as tables and sentences of a page."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from benchmarks.held_out import KINDS

Row = dict[str, Any]
# Below so many events a score says next to nothing: its interval spans half of what there is.
MIN_EVENTS: Final = 20
MIN_REPORTS: Final = 5  # resamples of fewer are so often alike that the interval is too narrow
FEW: Final = "too few"
N_NAMED = 3  # so many are named as best and as worst


def score(figure: Sequence[float | None]) -> str:
    """`0.65 (0.58–0.74)`."""
    value, low, high = figure
    return f"{value:.2f}" if low is None else f"{value:.2f} ({low:.2f}–{high:.2f})"


def percent(figure: Sequence[float]) -> str:
    """`12 % (9–15)`, with a decimal below ten."""
    value, low, high = (f"{100 * bound:.0f}" if figure[0] >= 0.1 else f"{100 * bound:.1f}" for bound in figure)
    return f"{value} % ({low}–{high})"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def whole(held_out: Row) -> str:
    """Events, material conflict and all slots."""
    names = {"events": "events", "material": "material conflict, done or planned", "slots": "values of all slots"}
    return table(_SCORED, (_scored(name, held_out[key]) for key, name in names.items()))


def by_value(rows: Sequence[Row]) -> str:
    """A row for each slot, category or realis."""
    return table(_SCORED, (_scored(row["name"], row) for row in rows))


_SCORED: Final = ("", "told", "read", "precision", "recall", "F1")


def _scored(name: str, row: Row) -> tuple[str, ...]:
    scores = [score(row[key]) for key in ("precision", "recall", "f1")]
    shown = scores if row["n_gold"] >= MIN_EVENTS else [FEW] * 3
    return name, f"{row['n_gold']:,}", f"{row['n_read']:,}", *shown


def by_group(rows: Sequence[Row], what: str) -> str:
    """A row for each group of reports."""
    return table((what, "reports", "events", "events F1", "slots F1"), (_grouped(row) for row in rows))


def _grouped(row: Row) -> tuple[str, ...]:
    n_events = row["events"]["n_gold"]
    enough = n_events >= MIN_EVENTS and row["n_reports"] >= MIN_REPORTS
    scores = [score(row[key]["f1"]) for key in ("events", "slots")] if enough else [FEW] * 2
    return row["name"], str(row["n_reports"]), f"{n_events:,}", *scores


def by_mistake(rows: Sequence[Row]) -> str:
    """A row for each kind of mistake, with what it means."""
    meaning = {kind.name: f"{kind.meaning}; of {kind.base}" for kind in KINDS}
    shown = ((row["name"], meaning[row["name"]], f"{row['n']:,}", percent(row["share"])) for row in rows)
    return table(("mistake", "what it means; of what the share is", "how often", "share"), shown)


def calibration(found: Row) -> str:
    """How often events of each tenth of confidence were right."""
    rows = ((f"{one['confidence']:.2f}", f"{one['right']:.2f}", str(one["n"])) for one in found["tenths"])
    return table(("mean confidence", "share right", "events"), rows)


def strengths(held_out: Row) -> str:
    """What is read best and worst, and the most frequent mistakes."""
    scored = [
        f"{_named(held_out[key], best=True)}; worst {_named(held_out[key], best=False)}"
        for key in ("by_category", "by_slot")
    ]
    return (
        f"- **Categories** read best (F1): {scored[0]}.\n- **Values** read best (F1): {scored[1]}.\n"
        f"- **Most frequent mistakes**: {_frequent(held_out['mistakes'])}."
    )


def _named(rows: Sequence[Row], *, best: bool) -> str:
    enough = [row for row in rows if row["n_gold"] >= MIN_EVENTS]
    chosen = _ranked(enough, lambda row: row["f1"][0], best=best)
    return ", ".join(f"{row['name'].replace('_', ' ')} {row['f1'][0]:.2f}" for row in chosen)


def _frequent(rows: Sequence[Row]) -> str:
    chosen = _ranked(rows, lambda row: row["n"], best=True)
    base = {kind.name: kind.base for kind in KINDS}
    return ", ".join(f"{row['name']} ({100 * row['share'][0]:.0f} % of {base[row['name']]})" for row in chosen)


def _ranked(rows: Sequence[Row], by: Callable[[Row], float], *, best: bool) -> Sequence[Row]:
    return sorted(rows, key=lambda row: (-by(row) if best else by(row), row["name"]))[:N_NAMED]
