"""Where coded reports go that are not kept: the terminal, lines of JSON on standard output, nowhere."""

import io
import sys
from collections.abc import Callable

from tacitus import records
from tacitus.cli._shown import put, shower
from tacitus.model import CodedReport
from tacitus.views import as_terminal

Sink = Callable[[CodedReport], None]


def to_terminal(*, no_color: bool) -> Sink:
    """Prints accounts to read, coloured where standard output is a terminal."""
    show = shower(no_color=no_color)
    return lambda coded: show(as_terminal(coded))


def to_lines() -> Sink:
    """Prints one JSON record a line, in UTF-8 as JSON demands."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    return lambda coded: put(records.as_line(coded) + "\n")


def to_nowhere() -> Sink:
    """Prints nothing."""
    return lambda _: None
