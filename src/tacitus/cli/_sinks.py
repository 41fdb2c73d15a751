"""Where coded reports go that are not kept: the terminal, lines of JSON on standard output, nowhere."""

import io
import sys
from collections.abc import Callable

from rich.console import Console

from tacitus import records
from tacitus.cli._kept import writing
from tacitus.model import CodedReport
from tacitus.views import as_terminal

Sink = Callable[[CodedReport], None]


def to_terminal(*, no_color: bool) -> Sink:
    """Prints accounts to read, coloured where standard output is a terminal."""
    _encode_as(None)
    # None lets rich obey NO_COLOR.
    console = Console(no_color=no_color or None, highlight=False, markup=False, emoji=False)

    def sink(coded: CodedReport) -> None:
        # Captured rather than printed, since rich answers a closed pipe by leaving the program.
        with console.capture() as account:
            console.print(as_terminal(coded))
        _write(account.get())

    return sink


def to_lines() -> Sink:
    """Prints one JSON record a line, in UTF-8 as JSON demands."""
    _encode_as("utf-8")
    return lambda coded: _write(records.as_line(coded) + "\n")


def to_nowhere() -> Sink:
    """Prints nothing."""
    return lambda _: None


def _encode_as(encoding: str | None) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors="replace")


def _write(text: str) -> None:
    with writing("standard output"):
        sys.stdout.write(text)
        sys.stdout.flush()
