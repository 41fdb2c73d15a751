"""When two values of event records are the same: parties, places, times and numbers.

The tests of sameness are lenient where careful coders differ: in how much of a phrase they mark, in how they name a
party, and in where within a town they put a point.
"""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tacitus.earth import Point, kilometres

Value = Mapping[str, Any]
Same = Callable[[Value, Value], bool]

NEAR_KM = 40.0
NEAR_WIDE_KM = 300.0
WIDE = frozenset({"region", "country"})
# Words that tell one name from another badly.
EMPTY_WORDS = frozenset(
    {"the", "a", "an", "of", "in", "and", "s", "forces", "force", "group", "people", "city", "town", "province"}
)


def words(text: str | None) -> frozenset[str]:
    """The telling words of a phrase, without case and accents."""
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    return frozenset("".join(c if c.isalnum() else " " for c in plain).split()) - EMPTY_WORDS


def overlap(a: Value, b: Value) -> bool:
    """Whether the values' words share a character of the report."""
    if a.get("start") is None or b.get("start") is None:
        return False
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


def same_party(a: Value, b: Value) -> bool:
    """Whether two parties, weapons or sources are one: spans overlap, or over half the words of the shorter are shared.

    Names are compared with names, and words of the report with words of the report.
    """
    return overlap(a, b) or any(_share_words(a.get(key), b.get(key)) for key in ("name", "text"))


def _share_words(a: str | None, b: str | None) -> bool:
    left, right = words(a), words(b)
    return bool(left and right) and len(left & right) > 0.5 * min(len(left), len(right))


def same_place(a: Value | None, b: Value | None) -> bool:
    """Whether two points are near, or, where one has no point, a word of the names is shared in one country."""
    if not a or not b:
        return False
    if (one := _point(a)) and (other := _point(b)):
        wide = {a.get("precision"), b.get("precision")} & WIDE
        return kilometres(one, other) <= (NEAR_WIDE_KM if wide else NEAR_KM)
    same_country = not a.get("country") or not b.get("country") or a["country"] == b["country"]
    return same_country and bool(_place_words(a) & _place_words(b))


def _point(place: Value) -> Point | None:
    lat, lon = place.get("lat"), place.get("lon")
    return (lat, lon) if isinstance(lat, int | float) and isinstance(lon, int | float) else None


def _place_words(place: Value) -> frozenset[str]:
    return words(place.get("name") or place.get("text"))


def same_time(a: Value | None, b: Value | None) -> bool:
    """Whether both days are equal; an undated event has no time in common with any."""
    if not a or not b or not a.get("from"):
        return False
    return bool(a["from"] == b.get("from") and a.get("to") == b.get("to"))


def same_low(a: Value | None, b: Value | None) -> bool:
    """Whether both numbers are stated and their lower bounds are equal."""
    return is_stated(a) and is_stated(b) and a["low"] == b["low"]  # type: ignore[index]


def is_stated(number: Value | None) -> bool:
    """Whether a number has a lower bound."""
    return bool(number) and number.get("low") is not None  # type: ignore[union-attr]


def any_same(left: Iterable[Value] | None, right: Iterable[Value] | None, same: Same) -> bool:
    """Whether some value of either list is the same."""
    return any(same(a, b) for a in left or () for b in right or ())
