"""The rows of the registry's data files, as records."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tacitus.errors import GroundingError


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An organisation or office holder: canonical name, country, sector, and the years in which it is to be expected.

    `since` and `until` are None where they are not known or still open. `person` marks an office holder.
    """

    name: str
    country: str | None
    sector: str | None
    since: int | None = None
    until: int | None = None
    person: bool = False

    def active(self, year: int | None, *, slack: int = 2) -> bool:
        """Whether the party is to be expected in that year; an unknown year fits everything."""
        if year is None:
            return True
        return (self.since is None or year >= self.since - slack) and (self.until is None or year <= self.until + slack)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state: ISO 3166-1 alpha-3 code, name, the adjective used in names, the name of its armed forces."""

    country: str
    name: str
    adjective: str
    armed_forces: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a word says of a party: its PLOVER sector, None for "members", and its kind as `roles.csv` explains it."""

    sector: str | None
    kind: str


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The wanted columns of a CSV file with a header line; lines that begin with # are passed over.

    Raises:
        GroundingError: a column is missing, or a line has too few fields; the text names file and line.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(line for line in lines if not line.startswith("#"))
        header = next(reader, [])
        missing = [column for column in columns if column not in header]
        if missing:
            raise GroundingError(
                f"G-01: {path} has no column {missing[0]!r}; its first line must name {', '.join(columns)}"
            )
        places = [header.index(column) for column in columns]
        for fields in reader:
            if len(fields) != len(header):
                raise GroundingError(
                    f"G-01: {path}, row {fields[0] if fields else '(empty)'!r}: "
                    f"{len(fields)} fields, the header has {len(header)}; quote fields that hold a comma"
                )
            yield tuple(fields[place] for place in places)


def several(field: str) -> list[str]:
    """The values of a field that holds a list."""
    return [value.strip() for value in field.split(";") if value.strip()]


def year(field: str, path: Path) -> int | None:
    """A year, or None for an empty field."""
    if not field:
        return None
    if not field.isdecimal():
        raise GroundingError(f"G-01: {path}: {field!r} is no year; write four digits or leave the field empty")
    return int(field)
