"""Measured figures beside the best known ones."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from benchmarks._known import Known, known
from benchmarks.held_out import COMPARED
from docs.accuracy._tables import score, table

Figures = Mapping[str, Any]


class Line(NamedTuple):
    """A line of the table: whose figure, in words; `leading` ones stand in the README as well."""

    benchmark: str
    metric: str
    data: str
    measure: str
    leading: bool = False


_GOLD: Final = "development gold, 14 reports"
LINES: Final = (
    Line("held_out", "events_f1", "{n_reports} held-out reports, {n_events:,} events", "events F1", leading=True),
    Line("held_out", "slots_f1", "the same", "values of all slots, F1", leading=True),
    Line("gold", "events_f1", _GOLD, "events F1", leading=True),
    Line("gold", "slots_f1", "the same", "values of all slots, F1", leading=True),
    Line("gold", "material_f1", "the same", "material conflict, F1"),
    Line("muc4", "f1", "MUC-4, role fillers of a report", "CEAF-REE F1", leading=True),
    Line("wikievents", "triggers_f1", "WikiEvents, triggers of any type", "F1"),
    Line("satp", "micro_f1", "SATP, kinds of attack", "micro F1", leading=True),
    Line("insight_crime", "example_f1", "insightCrime, kinds of crime", "example F1"),
    Line("india_police_events", "example_f1", "India police events, conduct of police", "example F1"),
    Line("cameo_class", "macro_f1", "CAMEO, one of five classes", "macro F1"),
    Line("cameo_ner", "f1", "CAMEO, source and target", "span F1"),
    Line("re3d", "f1", "re3d, entities", "span F1"),
    Line("polnear", "source_partial_f1", "PolNeAR, whose words", "F1 by characters"),
    Line("uds_factuality", "pearson_r", "UDS factuality, did it happen", "Pearson's r"),
    Line("ecbplus", "conll_f1", "ECB+, which mentions are one event", "CoNLL F1"),
    Line("tempeval3", "value_f1", "TempEval-3, dates and their values", "F1", leading=True),
    Line("geoparsing", "lgl_recall161", "LGL, places found within 161 km", "share", leading=True),
    Line("geoparsing", "geowebnews_recall161", "GeoWebNews, places found within 161 km", "share"),
)
_HEAD: Final = ("data", "measure", "figure", "best known", "whose")


def public(figures: Figures) -> str:
    """All lines, with what is to be heeded when comparing."""
    return table(_HEAD, _rows(figures, LINES, notes=True))


def leading(figures: Figures) -> str:
    """The leading lines, short."""
    return table(_HEAD, _rows(figures, [line for line in LINES if line.leading], notes=False))


def _rows(figures: Figures, lines: Any, *, notes: bool) -> Iterator[tuple[str, ...]]:
    best = {**known(), **COMPARED}
    for line in lines:
        yield (
            line.data.format(**figures["held_out"]),
            line.measure,
            score(_figure(figures, line)),
            *_best(best.get((line.benchmark, line.metric)), notes=notes),
        )


def _figure(figures: Figures, line: Line) -> list[float | None]:
    if line.benchmark == "held_out":
        found: list[float | None] = figures["held_out"][line.metric.removesuffix("_f1")]["f1"]
        return found
    measured: list[float | None] = figures["benchmarks"][line.benchmark][line.metric]
    return measured


def _best(other: Known | None, *, notes: bool) -> tuple[str, str]:
    if other is None:
        return "", ""
    return str(other.figure), f"{other.whose}; {other.note}".removesuffix("; ") if notes else other.whose
