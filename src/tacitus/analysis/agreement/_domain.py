"""What two coders wrote into a slot, as values that Krippendorff's alpha can compare across all events.

Alpha asks how alike two values drawn at random would be. So values need names that hold beyond one pair: what the
measure takes for the same within a pair gets the first coder's name on both sides.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tacitus.analysis._assignment import aligned
from tacitus.analysis._same import Same, Value, is_stated, same_party, same_place, same_time, words

Both = tuple[Hashable, Hashable]


class Level(StrEnum):
    """How far apart two values are: not at all or wholly, by the share of members in common, or as numbers."""

    NOMINAL = "nominal"
    SET = "set"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Domain:
    """How a slot's values are compared, and how a pair's two values are read; None for a pair that says nothing."""

    level: Level
    read: Callable[[Value, Value], Both | None]


def _code(key: str) -> Domain:
    return Domain(Level.NOMINAL, lambda a, b: (a.get(key), b.get(key)))


def _codes(key: str) -> Domain:
    return Domain(Level.SET, lambda a, b: (frozenset(a.get(key) or ()), frozenset(b.get(key) or ())))


def _phrases(key: str, same: Same) -> Domain:
    def read(a: Value, b: Value) -> Both:
        left, right = a.get(key) or [], b.get(key) or []
        partner = {id(other): one for one, other, _ in aligned(left, right, same)}
        return frozenset(map(_name, left)), frozenset(_name(partner.get(id(other), other)) for other in right)

    return Domain(Level.SET, read)


def _name(phrase: Value) -> frozenset[str]:
    return words(phrase.get("name") or phrase.get("text"))


def _whole(key: str, same: Callable[[Value | None, Value | None], bool], name: Callable[[Value], Hashable]) -> Domain:
    def read(a: Value, b: Value) -> Both:
        left, right = a.get(key), b.get(key)
        named = name(left) if left else None
        return named, named if same(left, right) else (name(right) if right else None)

    return Domain(Level.NOMINAL, read)


def _day(time: Value) -> Hashable:
    return time.get("from"), time.get("to")


def _number(key: str) -> Domain:
    """Only where both give a number: whether one is given at all is what precision and recall tell."""

    def read(a: Value, b: Value) -> Both | None:
        left, right = a.get(key), b.get(key)
        return (left["low"], right["low"]) if is_stated(left) and is_stated(right) else None  # type: ignore[index]

    return Domain(Level.RATIO, read)


DOMAINS: Mapping[str, Domain] = {
    "category": _code("category"),
    "mode": _codes("mode"),
    "actors": _phrases("actors", same_party),
    "recipients": _phrases("recipients", same_party),
    "place": _whole("place", same_place, _name),
    "time": _whole("time", same_time, _day),
    "killed": _number("killed"),
    "injured": _number("injured"),
    "weapons": _phrases("weapons", same_party),
    "realis": _code("realis"),
    "attribution": _phrases("attribution", same_party),
    "count": _number("count"),
    "responds_to": _codes("responds_to"),
}

NO_EVENT = None


def with_unpaired(
    left: Sequence[Value], right: Sequence[Value], paired: Sequence[tuple[Value, Value]]
) -> list[tuple[Hashable, Hashable]]:
    """The categories that either coder gives to each event that one of them has."""
    known = {id(event) for pair in paired for event in pair}
    return [
        *((a.get("category"), b.get("category")) for a, b in paired),
        *((event.get("category"), NO_EVENT) for event in left if id(event) not in known),
        *((NO_EVENT, event.get("category")) for event in right if id(event) not in known),
    ]
