"""Write the pages of docs/ that are made from the program: `python -m docs.reference`.

A test demands that the pages in the repository are the ones that this writes.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import typer
from typer.testing import CliRunner

from docs import architecture, dictionary, faults
from tacitus import records
from tacitus.cli import app

HERE = Path(__file__).parent
_PLAIN = {"COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1", "TERM": "dumb"}


def pages() -> Mapping[str, str]:
    """Each generated page's name and content."""
    return {
        "architecture.svg": architecture.drawing(),
        "commands.md": _commands(),
        "data-dictionary.md": dictionary.page(),
        "errors.md": faults.page(),
        "record.schema.json": json.dumps(records.schema(), indent=2) + "\n",
    }


def commands() -> tuple[tuple[str, ...], ...]:
    """Every command by its words, the bare program first, groups before what is in them."""
    return tuple(_below((), typer.main.get_command(app)))


def _below(words: tuple[str, ...], command: Any) -> Iterator[tuple[str, ...]]:
    yield words
    for name, inner in sorted(getattr(command, "commands", {}).items()):
        yield from _below((*words, name), inner)


def _commands() -> str:
    helps = [f"## `{' '.join(('tacitus', *words))}`\n\n```text\n{_help(words)}\n```\n" for words in commands()]
    return "\n".join(
        ["# Commands\n\nWritten by `make docs`; the form of the records is in record.schema.json.\n", *helps]
    )


def _help(words: tuple[str, ...]) -> str:
    printed = CliRunner(env=_PLAIN).invoke(app, [*words, "--help"], prog_name="tacitus").stdout
    return "\n".join(line.rstrip() for line in printed.splitlines()).strip()


if __name__ == "__main__":
    for name, content in pages().items():
        (HERE / name).write_text(content, encoding="utf-8")
