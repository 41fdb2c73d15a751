"""A row of data that people coded, as far as it is compared."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Layout(StrEnum):
    """Whose data it is."""

    ACLED = "ACLED"
    GED = "UCDP GED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One event of ACLED's or UCDP's.

    `first` and `last` are the days between which it happened, widened by the data's own precision; `radius_km` is how
    far from the point it may have happened by that precision. `kind` is ACLED's event type or UCDP's type of
    violence in words, `sub_kind` ACLED's sub-event type. `killed` is ACLED's figure or UCDP's best estimate.
    """

    id: str
    layout: Layout
    first: date
    last: date
    country: str | None = None
    place: str = ""
    lat: float | None = None
    lon: float | None = None
    radius_km: float = 0.0
    kind: str
    sub_kind: str | None = None
    parties: tuple[str, ...] = ()
    killed: int | None = None
    killed_low: int | None = None
    killed_high: int | None = None
    line: int
