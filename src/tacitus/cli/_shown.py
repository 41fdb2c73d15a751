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


ShapeOption = Annotated[
    Shape | None, typer.Option("--format", help="An account to read, or one JSON record a line; jsonl when piped.")
]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colours; the variable NO_COLOR does the same.")]


def as_text(shape: Shape | None) -> bool:
    """Whether an account to read is wanted."""
    return shape is Shape.TEXT or (shape is None and sys.stdout.isatty())


@contextmanager
def showing(*, no_color: bool = False) -> Iterator[Callable[[RenderableType], None]]:
    """A function that prints on standard output, as long as its reader wants."""
    with enough():
        yield shower(no_color=no_color)


@contextmanager
def enough() -> Iterator[None]:
    """A reader of our output that has enough (`| head`) ends the run quietly; what it got was whole."""
    try:
        yield
    except BrokenPipeError:
        # Python flushes standard output once more at exit, which must not fail.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def shower(*, no_color: bool) -> Callable[[RenderableType], None]:
    """A function that prints on standard output, coloured where that is a terminal."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    # None lets rich obey NO_COLOR.
    console = Console(no_color=no_color or None, highlight=False, markup=False, emoji=False)

    def show(what: RenderableType) -> None:
        # Captured rather than printed, since rich answers a closed pipe by leaving the program.
        with console.capture() as account:
            console.print(what, soft_wrap=isinstance(what, str))
        put(account.get())

    return show


def put(text: str) -> None:
    """Write on standard output at once."""
    with writing("standard output"):
        sys.stdout.write(text)
        sys.stdout.flush()
