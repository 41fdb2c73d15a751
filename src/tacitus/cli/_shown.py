"""What commands print to be read, or to be read by programs."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console, RenderableType

from tacitus.cli._kept import writing


class Shape(StrEnum):
    """How something is printed."""

    TEXT = "text"
    JSONL = "jsonl"


LedgerName = Annotated[
    str, typer.Argument(metavar="LEDGER", show_default=False, help="A SQLite file, or a PostgreSQL URL.")
]
ShapeOption = Annotated[
    Shape | None, typer.Option("--format", help="An account to read, or one JSON record a line; jsonl when piped.")
]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colours; the variable NO_COLOR does the same.")]


def as_text(shape: Shape | None) -> bool:
    """Whether an account to read is wanted."""
    return shape is Shape.TEXT or (shape is None and sys.stdout.isatty())


@contextmanager
def showing(*, no_color: bool = False) -> Iterator[Callable[[RenderableType], None]]:
    """A function that prints on standard output; a reader that has enough (`| head`) ends the command quietly."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    # None lets rich obey NO_COLOR.
    console = Console(no_color=no_color or None, highlight=False, markup=False, emoji=False)

    def show(what: RenderableType) -> None:
        # Captured rather than printed, since rich answers a closed pipe by leaving the program.
        with console.capture() as account:
            console.print(what, soft_wrap=isinstance(what, str))
        with writing("standard output"):
            sys.stdout.write(account.get())
            sys.stdout.flush()

    try:
        yield show
    except BrokenPipeError:
        # Python flushes standard output once more at exit, which must not fail.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
