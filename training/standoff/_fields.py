"""The indented lines of an event: a key, a blank, and a value in the key's own form."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from tacitus.model import Interval, Party, Place, PlacePrecision, Quantity, Span, TimePrecision

# An event under construction, by the names of its fields; becomes an Event, which checks the types.
Values = dict[str, Any]
_SPAN = re.compile(r"(\d+)-(\d+)")


def add_field(event: Values, text: str, line: str) -> None:
    """Read one field line into `event`.

    Raises:
        ValueError: the key is unknown or given twice, the value cannot be read, or an offset is outside `text`.
    """
    key, _, value = line.partition(" ")
    if key in _REPEATED:
        name, read = _REPEATED[key]
        event[name] = (*event.get(name, ()), read(text, value))
    elif key in _SINGLE:
        name, read = _SINGLE[key]
        if name in event:
            raise ValueError(f"{key!r} is given twice")
        event[name] = read(text, value)
    else:
        raise ValueError(f"unknown key {key!r}; there are {' '.join([*_SINGLE, *_REPEATED])}")


def _spans(text: str, value: str) -> tuple[Span, ...]:
    return tuple(_span(text, piece) for piece in value.split())


def _span(text: str, value: str) -> Span:
    match = _SPAN.fullmatch(value)
    if not match:
        raise ValueError(f"wanted offsets like 120-126, got {value!r}")
    start, end = int(match[1]), int(match[2])
    if end > len(text):
        raise ValueError(f"offset {end} lies beyond the text, which ends at {len(text)}")
    return Span.of(text, start, end)


def _halves(text: str, value: str) -> tuple[dict[str, Any], str]:
    """The evidence before ` = ` as keywords of a record (empty for `-`), and what follows."""
    words, equals, rest = value.partition(" = ")
    if not equals:
        raise ValueError(f"wanted `OFFSETS = VALUE`, got {value!r}")
    if words == "-":
        return {}, rest
    span = _span(text, words)
    return {"text": span.text, "start": span.start, "end": span.end}, rest


def _columns(value: str, names: str) -> list[str | None]:
    columns = [None if column.strip() == "-" else column.strip() for column in value.split("|")]
    if len(columns) != names.count("|") + 1 or not columns[0]:
        raise ValueError(f"wanted `{names}`, got {value!r}")
    return columns


def _party(text: str, value: str) -> Party:
    evidence, rest = _halves(text, value)
    name, country, sector = _columns(rest, "NAME | COUNTRY | SECTOR")
    return Party(name=name or "", country=country, sector=sector, **evidence)


def _place(text: str, value: str) -> Place:
    evidence, rest = _halves(text, value)
    name, country, point, precision = _columns(rest, "NAME | COUNTRY | LAT LON | PRECISION")
    lat, lon = (float(degrees) for degrees in point.split()) if point else (None, None)
    known = PlacePrecision(precision or "exact")
    return Place(name=name or "", country=country, lat=lat, lon=lon, precision=known, **evidence)


def _interval(text: str, value: str) -> Interval:
    evidence, rest = _halves(text, value)
    first, *last = (date.fromisoformat(day) for day in rest.split())
    to = last[0] if last else first
    return Interval(from_=first, to=to, precision=precision_of(first, to), **evidence)


def precision_of(first: date, last: date) -> TimePrecision:
    """The unit that an interval of this length is most likely told in; the annotations hold the days alone."""
    n_days = (last - first).days + 1
    steps = ((1, TimePrecision.DAY), (6, TimePrecision.DAYS), (7, TimePrecision.WEEK), (31, TimePrecision.MONTH),
             (93, TimePrecision.SEASON), (366, TimePrecision.YEAR))  # fmt: skip
    return next((precision for longest, precision in steps if n_days <= longest), TimePrecision.LONGER)


def _quantity(text: str, value: str) -> Quantity:
    evidence, rest = _halves(text, value)
    low, high = (None if bound == "-" else int(bound) for bound in rest.split())
    return Quantity(low=low, high=high, **evidence)


def _trigger(text: str, value: str) -> Span:
    return _span(text, value)


def _ids(_text: str, value: str) -> tuple[str, ...]:
    return tuple(value.split())


def _note(_text: str, value: str) -> str:
    return value


_Reader = Callable[[str, str], Any]
_REPEATED: dict[str, tuple[str, _Reader]] = {"a": ("actors", _party), "r": ("recipients", _party)}
_SINGLE: dict[str, tuple[str, _Reader]] = {
    "t": ("trigger", _trigger),
    "m": ("mentions", _spans),
    "p": ("place", _place),
    "d": ("time", _interval),
    "w": ("weapons", _spans),
    "k": ("killed", _quantity),
    "i": ("injured", _quantity),
    "n": ("count", _quantity),
    "s": ("attribution", _spans),
    "c": ("claimed_by", _spans),
    "x": ("responds_to", _ids),
    "note": ("note", _note),
}
