"""What is known of one number in a report."""

from dataclasses import dataclass
from enum import StrEnum

from tacitus.model import Quantity, Span


class Counted(StrEnum):
    """What a number counts, as the words around it tell it.

    CASUALTIES are killed and injured together. PEOPLE are counted without a word on what became of them.
    """

    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "casualties"
    CAPTURED = "captured"
    MISSING = "missing"
    DISPLACED = "displaced"
    RELEASED = "released"
    CROWD = "crowd"
    EVENTS = "events"
    PEOPLE = "people"


class Group(StrEnum):
    """Whom a number counts, by the noun used; the report's word is kept as it stands, right or wrong."""

    CIVILIANS = "civilians"
    SOLDIERS = "soldiers"
    POLICE = "police"
    FIGHTERS = "fighters"
    ATTACKERS = "attackers"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedNumber:
    """A number of people or events with its bounds, what it counts, and how it stands to other numbers of the text.

    `quantity` has the span of the number with its qualifier ("at least 43"); `whom` is the noun phrase it counts.
    `part_of` and `corrects` are indices into the tuple that `find_quantities` returned: the whole of which this
    number is a part, and the earlier figure that this one replaces.
    """

    quantity: Quantity
    counted: Counted
    whom: Span | None = None
    group: Group | None = None
    part_of: int | None = None
    corrects: int | None = None

    @property
    def low(self) -> int | None:
        """The least number meant, None where only an upper bound is told."""
        return self.quantity.low

    @property
    def high(self) -> int | None:
        """The greatest number meant, None where the bound is open."""
        return self.quantity.high
