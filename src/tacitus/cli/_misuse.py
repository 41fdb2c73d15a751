"""How a command ends when its caller can mend what is wrong."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from tacitus.errors import TacitusError
from tacitus.views import visible


@contextmanager
def misuse() -> Iterator[None]:
    """What the caller can mend ends the run with one line and status 2."""
    try:
        yield
    except TacitusError as fault:
        typer.echo(f"tacitus: {visible(str(fault))}", err=True)
        raise typer.Exit(2) from fault
