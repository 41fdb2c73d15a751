"""A codebook file as text: parsed, with the line of every entry, so that a fault can be pointed at."""

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from tacitus.errors import CodebookError

KeyPath = tuple[str, ...]

_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[\w.-])+)\s*=""")
_HEADER = re.compile(r"\s*\[([^\[\]]+)\]")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")
_AT = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")
_TWICE = re.compile(r"overwrite|twice|redefine")


@dataclass(frozen=True, slots=True)
class Source:
    """One file. `path` is as the user gave it; `document` is the content of a TOML file, empty for another."""

    path: Path
    raw: bytes
    text: str
    document: Mapping[str, Any]

    @classmethod
    def read(cls, path: Path) -> Self:
        """The file, which must be UTF-8."""
        try:
            raw = path.read_bytes()
            text = raw.decode("utf-8-sig")
        except OSError as error:
            raise CodebookError(f"C-01: {path}: cannot be read ({error.strerror}); check the path and rights") from None
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            raise CodebookError(f"C-01: {path}:{line}: not UTF-8; save the file as UTF-8") from None
        return cls(path, raw, text, _parsed(path, text) if path.suffix == ".toml" else {})

    def fault(self, line: int, message: str) -> CodebookError:
        """An error at a line, in one line of text."""
        return CodebookError(f"C-01: {self.path}:{line}: {message}")

    def fault_at(self, path: KeyPath, message: str) -> CodebookError:
        """An error at a key of a TOML file, or at the nearest table around it."""
        lines = _lines_of_keys(self.text)
        nearest = next((path[:end] for end in range(len(path), 0, -1) if path[:end] in lines), None)
        return self.fault(lines[nearest] if nearest else 1, message)

    def rows(self, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
        """The file as a table, each row with its line; lines that begin with # are comments."""
        kept = [(n, line) for n, line in enumerate(self.text.split("\n"), 1) if line.strip() and line[0] != "#"]
        head = ",".join(columns)
        if not kept or kept[0][1].strip() != head:
            raise self.fault(kept[0][0] if kept else 1, f"the first row is not {head!r}; put it there")
        for number, line in kept[1:]:
            cells = [cell.strip() for cell in next(csv.reader([line]))]
            if len(cells) != len(columns):
                raise self.fault(number, f"{len(cells)} cells, not {len(columns)}; give each of {head!r}, empty or not")
            yield number, dict(zip(columns, cells, strict=True))


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        line = int(at[1]) if at and at[1] else text.count("\n") + 1
        what = _AT.sub("", str(error))
        what += "; it stands twice, remove one" if _TWICE.search(what) else "; mend the TOML"
        raise CodebookError(f"C-01: {path}:{line}: {what}") from None


def _lines_of_keys(text: str) -> dict[KeyPath, int]:
    """The line of every table and key; tomllib keeps none of them."""
    lines: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = _parts(header[1])
            for end in range(1, len(table) + 1):
                lines.setdefault(table[:end], number)
        elif key := _KEY.match(line):
            lines.setdefault(table + _parts(key[1]), number)
    return lines


def _parts(dotted: str) -> KeyPath:
    return tuple(next(filter(None, parts), "") for parts in _PART.findall(dotted))
