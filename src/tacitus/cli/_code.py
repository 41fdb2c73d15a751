"""`tacitus code`."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus import intake
from tacitus.cli._misuse import misuse
from tacitus.cli._recording import opened, recording, unknown
from tacitus.cli._sinks import Sink, to_folder, to_lines, to_nowhere, to_terminal
from tacitus.cli._tally import Tally

if TYPE_CHECKING:
    from tacitus.ledger import Ledger


class Format(StrEnum):
    """How coded reports are printed."""

    TEXT = "text"
    JSONL = "jsonl"


_Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        show_default=False,
        help="Reports as .txt, .json or .jsonl, folders of them, or - for standard input.",
    ),
]
_Format = Annotated[
    Format | None,
    typer.Option("--format", help="An account to read, or one JSON record a line; jsonl when piped."),
]
_Folder = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="DIR", file_okay=False, help="Write DIR/<doc_id>.json for each report."),
]
_Ledger = Annotated[
    str | None,
    typer.Option(
        metavar="FILE|URL",
        help="Write into a ledger: a SQLite file, made where there is none, or postgresql://USER@HOST/DATABASE.",
    ),
]
_Codebook = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR", exists=True, file_okay=False, help="A folder that adds to the codebook or replaces it."
    ),
]
_NoColor = Annotated[bool, typer.Option("--no-color", help="No colours; the variable NO_COLOR does the same.")]


def code(
    files: _Files,
    format: _Format = None,  # noqa: A002  the option's name
    output: _Folder = None,
    ledger: _Ledger = None,
    codebook: _Codebook = None,
    no_color: _NoColor = False,
) -> None:
    """Example: `tacitus code report.txt`, or `tacitus code reports/ | jq .events`.

    Codes the events of each report. A report may begin with `date YYYY-MM-DD`, its day of publication; without it,
    dates such as "last Tuesday" stay unresolved, and the output says so. Files that cannot be read are listed and
    the others coded. With `--ledger` nothing is printed unless asked for, and what the ledger has, coded with the same
    versions, is not coded again: a run that was cut off goes on where it stopped. Exit status: 0 done, 1 some inputs
    were rejected, 2 misuse.
    """
    if output and format:
        raise typer.BadParameter("writes JSON files by itself; leave --format out", param_hint="--output")
    prints = not output and (ledger is None or format is not None)
    to_a_reader = sys.stdout.isatty() and prints
    as_text = format is Format.TEXT or (format is None and to_a_reader)
    with misuse(), opened(ledger) as found:
        sink = to_folder(output) if output else _printer(as_text=as_text, no_color=no_color) if prints else to_nowhere()
        # The account itself shows how far the run is; a bar would only flicker between its lines.
        tally = Tally(show_progress=not to_a_reader)
        _run(files, codebook, sink, tally, found)
    raise typer.Exit(1 if tally.rejected else 0)


def _printer(*, as_text: bool, no_color: bool) -> Sink:
    return to_terminal(no_color=no_color) if as_text else to_lines()


def _run(files: list[str], folder: Path | None, sink: Sink, tally: Tally, ledger: "Ledger | None") -> None:
    """Every report of the files through the flow and into the sink and the ledger, counted."""
    from tacitus.flow import Coder, many  # noqa: PLC0415  the model's libraries load slowly, `--help` needs none

    coder = Coder.load(codebook=folder)
    with tally, _enough(), recording(ledger, coder.versions, tally, sink) as take:
        fresh = unknown(intake.read(files), ledger, coder.versions, tally)
        for coded in tally.coded(many(fresh, coder)):
            take(coded)


@contextmanager
def _enough() -> Iterator[None]:
    """A reader of our output that has enough (`| head`) ends the run quietly; what it got was whole."""
    try:
        yield
    except BrokenPipeError:
        # Python flushes standard output once more at exit, which must not fail.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
