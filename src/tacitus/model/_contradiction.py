"""Where the reports of one incident cannot all be right."""

from collections.abc import Iterable
from itertools import combinations
from math import inf
from typing import Final

from tacitus.earth import NEAR_KM, kilometres
from tacitus.model._event import Realis
from tacitus.model._incident import Claim, ClaimField, Value
from tacitus.model._interval import Interval
from tacitus.model._place import Place, PlacePrecision
from tacitus.model._quantity import Quantity
from tacitus.model._span import Evidenced

# What one happening has one of. Several parties, weapons or modes may all be true, and a category is not the report's.
_ONE_EACH: Final = (
    ClaimField.REALIS,
    ClaimField.PLACE,
    ClaimField.TIME,
    ClaimField.KILLED,
    ClaimField.INJURED,
    ClaimField.COUNT,
)
_SITES: Final = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR})
_OPPOSITE: Final = frozenset({Realis.OCCURRED.value, Realis.DENIED.value})


def contradicting(claims: Iterable[Claim]) -> tuple[ClaimField, ...]:
    """The fields in which two claims cannot both be true, in a fixed order.

    What only one report tells, or tells more exactly, contradicts nothing: "at least four" and six dead, a town and
    its province, a day and its week. Of realis, `occurred` contradicts `denied`.
    """
    told: dict[ClaimField, dict[Value, None]] = {field: {} for field in _ONE_EACH}
    for claim in claims:
        if claim.field in told:
            told[claim.field][claim.value.bare() if isinstance(claim.value, Evidenced) else claim.value] = None
    return tuple(field for field, values in told.items() if any(_exclude(*pair) for pair in combinations(values, 2)))


def _exclude(one: Value, other: Value) -> bool:
    match one, other:
        case Interval(), Interval():
            return one.from_ > other.to or other.from_ > one.to
        case Quantity(), Quantity():
            return _low(one) > _high(other) or _low(other) > _high(one)
        case Place(), Place():
            return _apart(one, other)
        case _:
            return {one, other} == _OPPOSITE


def _low(quantity: Quantity) -> float:
    return 0 if quantity.low is None else quantity.low


def _high(quantity: Quantity) -> float:
    return inf if quantity.high is None else quantity.high


def _apart(one: Place, other: Place) -> bool:
    """Whether the two lie in different countries, or are sites too far apart to be one."""
    if one.country and other.country and one.country != other.country:
        return True
    if not {one.precision, other.precision} <= _SITES or one.point is None or other.point is None:
        return False
    return kilometres(one.point, other.point) > NEAR_KM
