"""Write the pages of docs/ that are made from the program: `python -m docs.reference`.

A test demands that the pages in the repository are the ones that this writes.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from typer.testing import CliRunner

from tacitus import records
from tacitus.cli import app

HERE = Path(__file__).parent
COMMANDS = ((), ("code",), ("schema",))
_PLAIN = {"COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1", "TERM": "dumb"}


def pages() -> Mapping[str, str]:
    """Each generated page's name and content."""
    return {"commands.md": _commands(), "record.schema.json": json.dumps(records.schema(), indent=2) + "\n"}


def _commands() -> str:
    helps = [f"## `{' '.join(('tacitus', *words))}`\n\n```text\n{_help(words)}\n```\n" for words in COMMANDS]
    return "\n".join(
        ["# Commands\n\nWritten by `make docs`; the form of the records is in record.schema.json.\n", *helps]
    )


def _help(words: tuple[str, ...]) -> str:
    printed = CliRunner(env=_PLAIN).invoke(app, [*words, "--help"], prog_name="tacitus").stdout
    return "\n".join(line.rstrip() for line in printed.splitlines()).strip()


if __name__ == "__main__":
    for name, content in pages().items():
        (HERE / name).write_text(content, encoding="utf-8")
