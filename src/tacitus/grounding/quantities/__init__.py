"""Quantities: what the numbers of a report mean, with bounds; what they count, and whom.

`find_quantities` reads a text by itself; `ground_quantities` says what given mentions of numbers mean.
"""

from tacitus.grounding.quantities._bounds import Bounds, number_value
from tacitus.grounding.quantities._find import find_quantities
from tacitus.grounding.quantities._ground import ground_quantities
from tacitus.grounding.quantities._record import Counted, CountedNumber, Group

__all__ = ["Bounds", "Counted", "CountedNumber", "Group", "find_quantities", "ground_quantities", "number_value"]
