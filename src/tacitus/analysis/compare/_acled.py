"""A row of ACLED's: the layout since 20 March 2023, and those before it."""

from datetime import timedelta
from typing import Final

from tacitus.analysis.compare._cells import Cells
from tacitus.analysis.compare._row import Layout, Row

# A row of time precision 2 stands in the middle of its week, of 3 in the middle of its month (ACLED's codebook).
_DAYS: Final = {1: 0, 2: 3, 3: 15}
# A part of a region represented by a town, and a region placed at its capital: how far that may be is our estimate.
_KM: Final = {1: 0.0, 2: 25.0, 3: 100.0}

# The names that event types had before 2019.
_OLD_KINDS: Final = {
    "battle-no change of territory": ("Battles", "Armed clash"),
    "battle-government regains territory": ("Battles", "Government regains territory"),
    "battle-non-state actor overtakes territory": ("Battles", "Non-state actor overtakes territory"),
    "remote violence": ("Explosions/Remote violence", None),
    "riots/protests": ("Protests", None),
    "strategic development": ("Strategic developments", None),
    "headquarters or base established": ("Strategic developments", "Headquarters or base established"),
    "non-violent transfer of territory": ("Strategic developments", "Non-violent transfer of territory"),
}


def acled_row(cells: Cells, line: int) -> Row:
    """The row.

    Raises:
        ValueError: a cell is no day or no number.
    """
    day = cells.day("event_date")
    slack = timedelta(days=_DAYS.get(cells.number("time_precision") or 1, 0))
    told = cells.text("event_type")
    kind, sub_kind = _OLD_KINDS.get(told.lower(), (told, None))
    killed = cells.number("fatalities")
    return Row(
        id=cells.text("event_id_cnty", "data_id", "event_id_no_cnty") or f"line {line}",
        layout=Layout.ACLED,
        first=day - slack,
        last=day + slack,
        country=cells.country(),
        place=cells.text("location"),
        lat=cells.decimal("latitude"),
        lon=cells.decimal("longitude"),
        radius_km=_KM.get(cells.number("geo_precision", "geo_precis") or 1, 0.0),
        kind=kind,
        sub_kind=cells.text("sub_event_type") or sub_kind,
        parties=_parties(cells),
        killed=killed,
        killed_low=killed,
        killed_high=killed,
        line=line,
    )


def _parties(cells: Cells) -> tuple[str, ...]:
    columns = ("actor1", "assoc_actor_1", "ally_actor_1", "actor2", "assoc_actor_2", "ally_actor_2")
    names = (name.strip() for column in columns for name in cells.text(column).split(";"))
    return tuple(dict.fromkeys(name for name in names if name))
