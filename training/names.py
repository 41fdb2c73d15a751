"""The names that the reader is told as numbers: states, peoples and armed groups, from the registry of parties."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from tacitus.reading import Names

REGISTRY = files("tacitus.grounding.parties") / "data"
PEOPLES = Path(__file__).with_name("peoples.csv")
# Sectors of PLOVER whose organisations can be a party to violence. Courts, aid agencies and the press stay words.
FIGHTING = frozenset({"REB", "PRM", "MIL", "COP", "PAR", "SPY", "CRM", "OPP"})
# Names that are mostly something else in a report.
WORDS = frozenset({
    "AFP", "ARENA", "Camo", "Cobras", "FACT", "ICE", "Levies", "MODEL", "Neutralists", "Ninjas", "Outlaws", "PARADISE",
    "Provisionals", "Rangers", "Rastas", "Republicans", "Royalists", "Shane", "Counterrevolutionaries",
})  # fmt: skip
SHORTEST = 3


@cache
def known_names() -> Names:
    """All names with their forms."""
    return Names.of(parties())


def write_names(path: Path) -> None:
    """Write a party a line, its forms separated by tabs."""
    path.write_text("".join("\t".join(forms) + "\n" for forms in parties()), encoding="utf-8")


def parties() -> tuple[tuple[str, ...], ...]:
    """The forms of each party's name: states first, then peoples, then organisations."""
    named = (*_states(), *_peoples(), *_organisations())
    return tuple(forms for forms in (tuple(dict.fromkeys(filter(_usable, forms))) for forms in named) if forms)


def _usable(form: str) -> bool:
    """Only what is written with a capital is a name."""
    long_enough = len(form) >= SHORTEST or form in {"US", "UK", "IS"}
    return long_enough and any(char.isupper() for char in form) and form not in WORDS and "\t" not in form


def _rows(name: str) -> Iterator[dict[str, str]]:
    lines = (REGISTRY / name).read_text(encoding="utf-8").splitlines()
    return csv.DictReader(line for line in lines if line and not line.startswith("#"))


def _states() -> Iterator[list[str]]:
    """Each state, and apart from it its capital, which may be meant as a place."""
    for row in _rows("states.csv"):
        yield [
            row["name"],
            *(form for column in ("adjectives", "nationals", "aliases") for form in row[column].split(";")),
        ]
        yield row["seats"].split(";")


def _peoples() -> Iterator[list[str]]:
    for line in PEOPLES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split(";")


def _organisations() -> Iterator[list[str]]:
    for row in _rows("organisations.csv"):
        if row["sector"] in FIGHTING:
            yield [row["name"], *row["aliases"].split(";")]
