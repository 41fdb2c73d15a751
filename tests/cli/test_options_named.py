"""What messages tell a user to type can be typed."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from tacitus.cli import app

SOURCE = Path(__file__).parents[2] / "src" / "tacitus"


def options(command: Any) -> Iterator[str]:
    """Every option of a command and of those below it."""
    for parameter in command.params:
        yield from (*parameter.opts, *parameter.secondary_opts)
    for inner in getattr(command, "commands", {}).values():
        yield from options(inner)


def test_no_message_names_an_option_that_there_is_none() -> None:
    files = (path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
    named = {option for path in files for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", path.read_text("utf-8"))}
    assert len(named) > 20
    assert named - set(options(typer.main.get_command(app))) - {"--help"} == set()
