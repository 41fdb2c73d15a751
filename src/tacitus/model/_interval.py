"""When it happened."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tacitus.model._span import Evidenced


class TimePrecision(StrEnum):
    """The unit in which the report tells the time."""

    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    LONGER = "longer"


def _record_name(field: str) -> str:
    """`from` is a Python keyword; the record's key has no underscore."""
    return field.removesuffix("_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval(Evidenced):
    """Days from `from_` to `to`, both inside; one day has both equal.

    `timex` is the TIMEX3 value of the words (ISO-TimeML), "2023-10-26" or "P3D". In JSON the keys are `from`, `to`.
    """

    from_: date
    to: date
    precision: TimePrecision = TimePrecision.DAY
    timex: str | None = None

    # Read by pydantic at the borders; a plain dict, so that the nouns import nothing heavy.
    __pydantic_config__ = {"alias_generator": _record_name, "populate_by_name": True}  # noqa: RUF012

    def __post_init__(self) -> None:
        Evidenced.__post_init__(self)
        if self.from_ > self.to:
            raise ValueError(f"an interval runs forward, got {self.from_} to {self.to}")
