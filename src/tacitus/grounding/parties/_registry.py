"""The registry of parties: what the data files know, indexed by name."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from tacitus.grounding.parties._entries import Entry, Role, State, rows, several, year
from tacitus.grounding.parties._words import keys_of

T = TypeVar("T")

# Shorter words are too much alike to be known when a letter is wrong.
SHORTEST_MISSPELT = 6

DATA = Path(__file__).with_name("data")
FILES = ("states.csv", "organisations.csv", "office_holders.csv", "roles.csv", "places.csv")
ORGANISATION = ("name", "aliases", "country", "sector", "from", "to")
HOLDER = ("name", "aliases", "country", "from", "to")
IN_INTERNATIONAL_OFFICE = "IGO"


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """Parties by name, states by every word that stands for them, roles by phrase, places by name.

    All keys are `key_of` forms. `names` may hold several entries for a key (two groups called NLA). `words` maps a key
    to a country and to what the word is: "name", "adjective", "national" or "seat". `surnames` holds office holders.
    `role_forms` holds the roles in the plural too, `forms` every key of the tables that name something.
    `lengths` says how far to look from a first word; `spellings` and `role_spellings` hold the organisations' names and
    the roles that are long enough to be known when misspelt, by first letter.
    """

    states: dict[str, State]
    words: dict[str, tuple[str, str]]
    names: dict[str, tuple[Entry, ...]]
    surnames: dict[str, tuple[Entry, ...]]
    roles: dict[str, Role]
    role_forms: dict[str, Role]
    places: dict[str, str]
    forms: frozenset[str]
    lengths: dict[str, int]
    spellings: dict[str, tuple[str, ...]]
    role_spellings: dict[str, tuple[str, ...]]
    version: str

    @staticmethod
    def load(directory: Path | None = None) -> "Registry":
        """The registry that comes with the package; files of the same name in `directory` add to it and come first.

        Raises:
            GroundingError: a file cannot be read as a table of the registry; the text names file and row.
        """
        return _load(directory)


@lru_cache(maxsize=4)
def _load(directory: Path | None) -> Registry:
    own = [directory / name for name in FILES] if directory else []
    paths = [path for path in own if path.exists()] + [DATA / name for name in FILES]
    states, words = _states([path for path in paths if path.name == "states.csv"])
    entries = _entries(paths)
    keys = keys_of([name for _, name in entries])
    names = _index(entries, keys)
    roles = _roles([path for path in paths if path.name == "roles.csv"])
    role_forms = _role_forms(roles)
    places = _places([path for path in paths if path.name == "places.csv"])
    return Registry(
        states=states,
        words=words,
        names=names,
        surnames=_surnames(entries, keys),
        roles=roles,
        role_forms=role_forms,
        places=places,
        forms=frozenset([*words, *names, *role_forms, *places]),
        lengths=_lengths(words, names, roles, places),
        spellings=_by_letter(key for key, named in names.items() if not any(entry.person for entry in named)),
        role_spellings=_by_letter(key for key in roles if " " not in key),
        version=_digest(paths),
    )


def _states(paths: list[Path]) -> tuple[dict[str, State], dict[str, tuple[str, str]]]:
    states: dict[str, State] = {}
    listed: list[tuple[str, tuple[str, str]]] = []
    columns = ("country", "name", "adjectives", "nationals", "aliases", "seats", "armed_forces")
    for path in paths:
        for country, name, adjectives, nationals, aliases, seats, armed_forces in rows(path, columns):
            adjective = (several(adjectives) or [name])[0]
            army = armed_forces or f"{adjective} Armed Forces"
            states.setdefault(country, State(country=country, name=name, adjective=adjective, armed_forces=army))
            forms = {"name": [name, *several(aliases)], "adjective": several(adjectives)}
            forms |= {"national": several(nationals), "seat": several(seats)}
            listed += [(word, (country, form)) for form, words in forms.items() for word in words]
    return states, _first(listed)


def _entries(paths: list[Path]) -> list[tuple[Entry, str]]:
    """Every name of every entry, canonical names first within an entry."""
    found: list[tuple[Entry, str]] = []
    for path in paths:
        if path.name == "organisations.csv":
            for name, aliases, country, sector, since, until in rows(path, ORGANISATION):
                entry = Entry(name=name, country=country or None, sector=sector or None,
                              since=year(since, path), until=year(until, path))  # fmt: skip
                found += [(entry, each) for each in (name, *several(aliases))]
        elif path.name == "office_holders.csv":
            for name, aliases, country, since, until in rows(path, HOLDER):
                entry = Entry(name=name, country=country or None, sector="GOV" if country else IN_INTERNATIONAL_OFFICE,
                              since=year(since, path), until=year(until, path), person=True)  # fmt: skip
                found += [(entry, each) for each in (name, *several(aliases))]
    return found


def _index(entries: list[tuple[Entry, str]], keys: list[str]) -> dict[str, tuple[Entry, ...]]:
    index: dict[str, tuple[Entry, ...]] = {}
    for (entry, _), key in zip(entries, keys, strict=True):
        if key and entry not in index.get(key, ()):
            index[key] = (*index.get(key, ()), entry)
    return index


def _surnames(entries: list[tuple[Entry, str]], keys: list[str]) -> dict[str, tuple[Entry, ...]]:
    """Office holders by the later words of their names, for "Cristiani" alone."""
    people = [
        (entry, word) for (entry, _), key in zip(entries, keys, strict=True) if entry.person for word in key.split()[1:]
    ]
    long_enough = [(entry, word) for entry, word in people if len(word) > 3]
    return _index(long_enough, [word for _, word in long_enough])


def _roles(paths: list[Path]) -> dict[str, Role]:
    columns = ("phrase", "sector", "kind")
    return _first(
        [
            (phrase, Role(sector=sector or None, kind=kind))
            for path in paths
            for phrase, sector, kind in rows(path, columns)
        ]
    )


def _role_forms(roles: dict[str, Role]) -> dict[str, Role]:
    """The roles by each word that tells them, itself and its plural; a role's own word goes before another's plural."""
    forms = dict(roles)
    for singular, plural in (("", "s"), ("man", "men"), ("y", "ies")):
        for key, role in roles.items():
            stem = key.removesuffix(singular)
            if stem + singular == key:
                forms.setdefault(stem + plural, role)
    return forms


def _places(paths: list[Path]) -> dict[str, str]:
    """Countries by the names of their places: a row a country, which loads far faster than a row a place."""
    named = [(country, names) for path in paths for country, names in rows(path, ("country", "names"))]
    return _first([(name, country) for country, names in named for name in several(names)])


def _first(listed: list[tuple[str, T]]) -> dict[str, T]:
    """A table from keys to values; where two rows have one key, the first stays."""
    keys = keys_of([name for name, _ in listed])
    table: dict[str, T] = {}
    for key, (_, value) in zip(keys, listed, strict=True):
        if key:
            table.setdefault(key, value)
    return table


def _lengths(*tables: Iterable[str]) -> dict[str, int]:
    """For each first word of a key, how many words the longest key has that begins with it."""
    lengths: dict[str, int] = {}
    for table in tables:
        for key in table:
            first, n_words = key.partition(" ")[0], key.count(" ") + 1
            if n_words > lengths.get(first, 0):
                lengths[first] = n_words
    return lengths


def _by_letter(keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for key in keys:
        if len(key) >= SHORTEST_MISSPELT:
            table.setdefault(key[0], []).append(key)
    return {letter: tuple(listed) for letter, listed in table.items()}


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
