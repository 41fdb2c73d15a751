"""How many, with bounds."""

from dataclasses import dataclass

from tacitus.model._span import Evidenced


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Evidenced):
    """A number of people or events between `low` and `high`, both inside; None is an open bound.

    "at least 19" is 19 to open, "about 1,400" is 1400 to 1400, "dozens" is 24 to open.
    """

    low: int | None
    high: int | None = None

    def __post_init__(self) -> None:
        Evidenced.__post_init__(self)
        if any(bound is not None and bound < 0 for bound in (self.low, self.high)):
            raise ValueError(f"a count is not negative, got {self.low} to {self.high}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"bounds run upward, got {self.low} to {self.high}")

    @property
    def stated(self) -> int:
        """The number that is named: of a range or "at least" the lower, of "up to" the upper."""
        return next(bound for bound in (self.low, self.high, 0) if bound is not None)
