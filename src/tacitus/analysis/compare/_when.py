"""On which days an incident happened, or may have."""

from dataclasses import dataclass
from datetime import date, timedelta

from tacitus.export import Entry
from tacitus.linking import UNDATED_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Both ends inside; `told` is False where no report dates it and the days before the first report stand in."""

    first: date
    last: date
    told: bool = True


def days_of(entry: Entry) -> Days | None:
    """The days of an incident; None where neither it nor any of its reports is dated."""
    if entry.time is not None:
        return Days(first=entry.time.from_, last=entry.time.to)
    first = next(iter(entry.published), None)
    return None if first is None else Days(first=first - timedelta(days=UNDATED_DAYS), last=first, told=False)


def days_apart(first: date, last: date, other_first: date, other_last: date) -> int:
    """How many days lie between two stretches of days; 0 where they have a day in common."""
    return max(0, (other_first - last).days, (first - other_last).days)
