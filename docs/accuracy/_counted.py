"""The numbers of the annotations as tables: found reports beside written ones."""

from collections.abc import Mapping
from typing import Final

from docs.accuracy._counts import Counts
from docs.accuracy._tables import table

_FIELDS: Final = {
    "a": "actors",
    "r": "recipients",
    "p": "places",
    "d": "times",
    "w": "weapons (events with any)",
    "k": "killed",
    "i": "injured",
    "n": "counts other than one",
    "s": "attribution (events with any)",
    "c": "claims of responsibility (events with any)",
    "x": "answers to other events (events with any)",
}


def reports(what: str, found: Mapping[str, int], written: Mapping[str, int]) -> str:
    """Reports of each kind."""
    return _both(what, "reports", found, written)


def events(what: str, found: Mapping[str, int], written: Mapping[str, int]) -> str:
    """Events of each kind."""
    return _both(what, "events", found, written)


def places(found: Mapping[str, int], written: Mapping[str, int]) -> str:
    """Places of events in each world region."""
    return _both("world region", "places of events", found, written)


def fields(found: Counts, written: Counts) -> str:
    """How often each field is filled."""
    named = [{name: numbers.fields.get(key, 0) for key, name in _FIELDS.items()} for numbers in (found, written)]
    return _both("field", "annotated", *named)


def _both(what: str, of: str, found: Mapping[str, int], written: Mapping[str, int]) -> str:
    names = sorted({*found, *written}, key=lambda name: (-found.get(name, 0), -written.get(name, 0), name))
    rows = ((name, f"{found.get(name, 0):,}", f"{written.get(name, 0):,}") for name in names)
    return table((what, f"{of}, found", f"{of}, written"), rows)
