"""The page of errors, from the classes that carry the codes."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

SOURCES: Final = Path(__file__).parent.parent / "src" / "tacitus"

_HEAD: Final = """\
# Errors

Written by `make docs` from the classes. A message begins with its code, which is never given another meaning, and
says what is wrong, where, and what to do. At the command line an error ends the run with one line and status 2; in
Python all of them are `tacitus.TacitusError`. What cannot be read in an input is no error: it becomes a rejection,
whose codes (I-01 and on, S-01 and on) are told in [intake](intake.md), and the rest goes on.

| code | class | what it says |
| --- | --- | --- |
"""


class Fault(NamedTuple):
    """A class of errors."""

    code: str
    name: str
    told: str


def faults() -> list[Fault]:
    """Every class that carries a code of its own, in the order of the codes."""
    return sorted({fault for path in SOURCES.rglob("*.py") for fault in _in(path)})


def page() -> str:
    """The whole page."""
    return _HEAD + "".join(f"| {fault.code} | `{fault.name}` | {fault.told} |\n" for fault in faults())


def _in(path: Path) -> Iterator[Fault]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef) and (code := _code(node)):
            told = " ".join((ast.get_docstring(node) or "").split()).removeprefix(f"{code}:").strip()
            yield Fault(code=code, name=node.name, told=told[:1].upper() + told[1:])


def _code(node: ast.ClassDef) -> str | None:
    for line in node.body:
        if isinstance(line, ast.Assign) and isinstance(line.value, ast.Constant) and isinstance(line.value.value, str):
            names = [target.id for target in line.targets if isinstance(target, ast.Name)]
            if names == ["code"]:
                return line.value.value
    return None
