"""A row of UCDP GED's: the 49 columns of today, and those of older releases."""

from typing import Final

from tacitus.analysis.compare._cells import Cells
from tacitus.analysis.compare._row import Layout, Row
from tacitus.earth import NEAR_KM

KINDS: Final = {1: "state-based conflict", 2: "non-state conflict", 3: "one-sided violence"}
# UCDP states 25 km for 2; the others are centroids of areas, and how far that may be is our estimate.
_KM: Final = {1: 0.0, 2: NEAR_KM, 3: 50.0, 4: 100.0, 5: 200.0, 6: 500.0, 7: 500.0}


def ged_row(cells: Cells, line: int) -> Row:
    """The row.

    Raises:
        ValueError: a cell is no day or no number, or the days run backwards.
    """
    first, last = cells.day("date_start"), cells.day("date_end")
    if last < first:
        raise ValueError(f"date_end {last} is before date_start {first}")
    kind = cells.number("type_of_violence")
    if kind not in KINDS:
        raise ValueError(f"type_of_violence is none of 1, 2, 3: {kind}")
    return Row(
        id=cells.text("id", "relid") or f"line {line}",
        layout=Layout.GED,
        first=first,
        last=last,
        country=cells.country(),
        place=cells.text("where_coordinates", "where_description", "adm_2", "adm_1"),
        lat=cells.decimal("latitude"),
        lon=cells.decimal("longitude"),
        radius_km=_KM.get(cells.number("where_prec") or 1, 0.0),
        kind=KINDS[kind],
        parties=tuple(filter(None, (cells.text("side_a"), cells.text("side_b")))),
        killed=cells.number("best", "best_est"),
        killed_low=cells.number("low", "low_est"),
        killed_high=cells.number("high", "high_est"),
        line=line,
    )
