"""Entries of TOML tables, merged over the files that define them and read with their types checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tacitus.codebook._source import KeyPath, Source
from tacitus.errors import CodebookError

_MISSING = object()


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a TOML file, such as `[category.AGREE]`. Every value remembers the file that set it last."""

    path: KeyPath
    fields: Mapping[str, Any]
    origins: Mapping[str, Source]
    home: Source

    @property
    def code(self) -> str:
        """The last part of the table's name."""
        return self.path[-1]

    def fault(self, key: str, message: str) -> CodebookError:
        """An error at a key of this entry."""
        return self.origins.get(key, self.home).fault_at((*self.path, key), f"{'.'.join(self.path)}: {message}")

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty."""
        value = self._value(key, default)
        if not isinstance(value, str) or not value.strip():
            raise self.fault(key, f"`{key}` is {value!r}; give it a text in quotes")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self._value(key)
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            raise self.fault(key, f"`{key}` is {value!r}; give it a list of texts")
        return tuple(value)

    def number(self, key: str, default: float | None = None) -> float:
        """A number."""
        value = self._value(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fault(key, f"`{key}` is {value!r}; give it a number")
        return float(value)

    def whole(self, key: str) -> int:
        """A whole number."""
        value = self._value(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.fault(key, f"`{key}` is {value!r}; give it a whole number")
        return value

    def flag(self, key: str) -> bool:
        """True or false; false where it is not given."""
        value = self.fields.get(key, False)
        if not isinstance(value, bool):
            raise self.fault(key, f"`{key}` is {value!r}; write true or false")
        return value

    def number_code(self) -> int:
        """The entry's own code, where codes are numbers."""
        if not self.code.isdecimal():
            raise self.fault("", f"the code {self.code!r} is not a number; codes of this table are whole numbers")
        return int(self.code)

    def _value(self, key: str, default: object = None) -> Any:
        value = self.fields.get(key, _MISSING if default is None else default)
        if value is _MISSING:
            raise self.fault(key, f"`{key}` is missing; add it")
        return value


def entries(sources: Sequence[Source], path: KeyPath, keys: frozenset[str]) -> tuple[Entry, ...]:
    """The entries under a table, in the order in which the files name them; a later file adds or overrides keys.

    An entry that is only a text is its definition.
    """
    merged: dict[str, Entry] = {}
    for source in sources:
        for code, value in table_at(source, path).items():
            fields = {"definition": value} if isinstance(value, str) else value
            entry = Entry((*path, code), _known(source, (*path, code), fields, keys), {}, source)
            merged[code] = _overlay(merged.get(code), entry)
    return tuple(merged.values())


def only_tables(source: Source, known: frozenset[str]) -> None:
    """Fail if a file has a table that nothing reads."""
    for name in source.document.keys() - known:
        raise source.fault_at((name,), f"unknown table {name!r}; known here: {', '.join(sorted(known))}")


def table_at(source: Source, path: KeyPath) -> Mapping[str, Any]:
    """The table of one file, empty where the file has none."""
    table = source.document
    for part in path:
        table = table.get(part, {})
        if not isinstance(table, dict):
            raise source.fault_at(path, f"{'.'.join(path)} is {table!r}; make it a table")
    return table


def _known(source: Source, path: KeyPath, fields: Any, keys: frozenset[str]) -> Mapping[str, Any]:
    if not isinstance(fields, dict):
        raise source.fault_at(path, f"{'.'.join(path)} is {fields!r}; give it a definition in quotes or a table")
    for key in fields.keys() - keys:
        known = ", ".join(sorted(keys))
        raise source.fault_at((*path, key), f"unknown key {key!r} in {'.'.join(path)}; known: {known}")
    return fields


def _overlay(old: Entry | None, new: Entry) -> Entry:
    origins = dict.fromkeys(new.fields, new.home)
    if old is None:
        return Entry(new.path, new.fields, origins, new.home)
    return Entry(new.path, {**old.fields, **new.fields}, {**old.origins, **origins}, new.home)
