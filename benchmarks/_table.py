"""One table of all results."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from benchmarks._catalogue import BENCHMARKS
from benchmarks._known import Known
from benchmarks._scored import Scored
from tacitus.analysis.agreement import Estimate

HEADINGS = ("corpus", "metric", "figure", "95 % interval", "best known", "whose")


def table(results: Mapping[str, Scored | str], best: Mapping[tuple[str, str], Known]) -> str:
    """The headline figures beside the best known ones, in columns."""
    rows = [HEADINGS, *(row for name, result in results.items() for row in _rows(name, result, best))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def _rows(name: str, result: Scored | str, best: Mapping[tuple[str, str], Known]) -> Iterator[Sequence[str]]:
    if isinstance(result, str):
        yield (name, "-", "-", "", "", result)
        return
    for figure in headline(name, result.figures):
        known = best.get((name, figure.metric))
        whose = f"{known.whose}; {known.note}".removesuffix("; ") if known else ""
        yield (name, figure.metric, _number(figure.value), _interval(figure), str(known.figure) if known else "", whose)


def headline(name: str, figures: Iterable[Estimate]) -> tuple[Estimate, ...]:
    """The figures that the table shows: those that the benchmark names, all where it names none."""
    wanted = BENCHMARKS[name].headline
    return tuple(figure for figure in figures if not wanted or figure.metric in wanted)


def _number(value: float) -> str:
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}"


def _interval(figure: Estimate) -> str:
    return "" if figure.low is None or figure.high is None else f"{_number(figure.low)} to {_number(figure.high)}"
