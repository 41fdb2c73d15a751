"""ACLED's 31 columns in the layout since 20 March 2023, by the rules of its codebook."""

from datetime import UTC, datetime, time
from hashlib import sha256
from typing import BinaryIO, Final

from tacitus.codebook import AcledSubEventType, Codebook
from tacitus.export._countries import country
from tacitus.export._entry import Entry
from tacitus.export._fatalities import fatalities, shared_out
from tacitus.export._ids import number
from tacitus.export._layout import Refusal, Row
from tacitus.export._notes import notes
from tacitus.export._separated import SeparatedSheet
from tacitus.export._sides import CIVILIANS, INTER, Side, acled_sides, interaction
from tacitus.export._when import Dated, acled_days
from tacitus.model import Place, PlacePrecision

ACLED_COLUMNS: Final = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip

# What is one event of ACLED's; who stands with the two actors is not asked.
_UNIT: Final = (
    "event_date", "time_precision", "sub_event_type", "actor1", "actor2", "country", "location", "latitude",
    "longitude",
)  # fmt: skip
SAME_UNIT: Final = "same day, place, actors and type as"

_GEO_PRECISION: Final = {PlacePrecision.EXACT: 1, PlacePrecision.NEAR: 2, PlacePrecision.REGION: 3}
_DECIMALS: Final = 4


class AcledSheet(SeparatedSheet):
    """A line of column names and a line a row.

    ACLED codes one event for one day, place, pair of actors and type. A row that is equal in these to one before it
    says so in `tags`, by that row's id; it is not merged, since only a person can tell whether its dead are others.
    """

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream, ACLED_COLUMNS, heads=(ACLED_COLUMNS,))
        self._first: dict[bytes, object] = {}

    def add(self, row: Row) -> None:
        """Write one line."""
        first = self._first.setdefault(_unit(row), row["event_id_cnty"])
        super().add(row if first == row["event_id_cnty"] else {**row, "tags": f"{SAME_UNIT} {first}"})


def _unit(row: Row) -> bytes:
    """Sixteen bytes for what makes one event of ACLED's, so that an archive's rows need not be held."""
    return sha256(repr([row.get(name) for name in _UNIT]).encode("utf-8", "surrogatepass")).digest()[:16]


def acled_rows(entry: Entry, book: Codebook) -> tuple[Row, ...] | Refusal:
    """One row, or one a day for what lasts several days; the dead are shared out over them."""
    kind = acled_type(entry, book)
    if kind is None:
        return Refusal(reason="no sub-event type of ACLED's")
    if isinstance(place := _located(entry.place), Refusal):
        return place
    if entry.time is None:
        return Refusal(reason="no date")
    days = acled_days(entry.time)
    if not days:
        return Refusal(reason="time longer than a month")
    dead = shared_out(fatalities(entry.killed), len(days))
    same = {**_what(entry, kind, book), **_where(place), **_whence(entry)}
    return tuple(
        {**same, **_when(entry, dated), "fatalities": n_dead, "notes": notes(entry, *_about_days(days))}
        for dated, n_dead in zip(days, dead, strict=True)
    )


def _located(place: Place | None) -> Place | Refusal:
    """ACLED places every event on the map, and none at a country's middle."""
    if place is None:
        return Refusal(reason="no place")
    if place.precision is PlacePrecision.COUNTRY:
        return Refusal(reason="known only to the country")
    return Refusal(reason="place without coordinates") if place.lat is None or place.lon is None else place


def acled_type(entry: Entry, book: Codebook) -> AcledSubEventType | None:
    """The sub-event type that the report's words suggested, or else that of the crosswalk."""
    name = entry.acled or book.acled_for(
        entry.category,
        entry.mode,
        actors=[party.sector for party in entry.actors],
        recipients=[party.sector for party in entry.recipients],
    )
    return book.sub_event_type(name) if name else None


def _what(entry: Entry, kind: AcledSubEventType, book: Codebook) -> Row:
    first, second = acled_sides(
        entry.actors,
        entry.recipients,
        event_type=kind.event_type,
        where=entry.place.country if entry.place else None,
        book=book,
    )
    inters = (first.inter if first else None, second.inter if second else None)
    untold = any(side and side.inter is None for side in (first, second))
    return {
        "disorder_type": kind.disorder_type,
        "event_type": kind.event_type,
        "sub_event_type": kind.name,
        **_side(first, 1),
        **_side(second, 2),
        "interaction": "" if untold else interaction(*inters),
        "civilian_targeting": "Civilians targeted" if _targets_civilians(kind, inters[1]) else "",
    }


def _side(side: Side | None, n: int) -> Row:
    return {
        f"actor{n}": side.name if side else "",
        f"assoc_actor_{n}": side.with_it if side else (),
        f"inter{n}": INTER.get(side.inter or 0, "") if side else "",
    }


def _targets_civilians(kind: AcledSubEventType, second: int | None) -> bool:
    if kind.event_type == "Violence against civilians" or kind.name == "Excessive force against protesters":
        return True
    return kind.event_type in {"Explosions/Remote violence", "Riots"} and second == CIVILIANS


def _where(place: Place) -> Row:
    found = country(place.country)
    return {
        "iso": found.numeric if found else None,
        "region": found.acled_region if found else "",
        "country": found.name if found else "",
        "admin1": place.region,
        "location": place.name,
        "latitude": _degrees(place.lat),
        "longitude": _degrees(place.lon),
        "geo_precision": _GEO_PRECISION[place.precision],
    }


def _degrees(value: float | None) -> float | None:
    return None if value is None else round(value, _DECIMALS)


def _whence(entry: Entry) -> Row:
    """`timestamp` is the day of the newest report, since nothing in an export may depend on when it is made."""
    latest = next(reversed(entry.published), None)
    return {
        "source": tuple(dict.fromkeys(source.label for source in entry.sources)),
        "timestamp": int(datetime.combine(latest, time(), UTC).timestamp()) if latest else None,
    }


def _when(entry: Entry, dated: Dated) -> Row:
    prefix = (entry.place.country if entry.place else None) or "XXX"
    return {
        "event_id_cnty": f"{prefix}{number(f'{entry.id} {dated.day.isoformat()}')}",
        "event_date": dated.day,
        "year": dated.day.year,
        "time_precision": dated.precision,
    }


def _about_days(days: tuple[Dated, ...]) -> tuple[str, ...]:
    return (f"one of {len(days)} rows, a day each; the dead are shared out over them",) if len(days) > 1 else ()
