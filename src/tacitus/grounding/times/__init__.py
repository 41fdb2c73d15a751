"""What the words of time mean, against the publication date: days, with the unit told, and TIMEX3 values."""

from tacitus.grounding.times._expression import TimeExpression, TimexType, find_times
from tacitus.grounding.times._ground import ground_times

__all__ = ["TimeExpression", "TimexType", "find_times", "ground_times"]
