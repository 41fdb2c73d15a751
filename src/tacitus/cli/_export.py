"""`tacitus export`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from tacitus.cli._kept import writing
from tacitus.cli._misuse import misuse
from tacitus.cli._options import DAY, CodebookFolder, FromDay, SourceName, as_country, as_day
from tacitus.cli._shown import enough
from tacitus.cli._stale import tell_if_source_is_stale
from tacitus.errors import ExportUseError
from tacitus.export import Choice, Format, Written, write
from tacitus.model import IncidentKind, Realis, Rejection
from tacitus.views import visible

if TYPE_CHECKING:
    from tacitus.codebook import Codebook
    from tacitus.export import Entry


class State(StrEnum):
    """How an event stands with the people who check it; what they rejected is never exported."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    ADDED = "added"


_BINARY = (Format.PARQUET, Format.XLSX)

_To = Annotated[Format, typer.Option("--to", help="The format.")]
_Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", dir_okay=False, help="Write here, totals beside it; else to standard output."
    ),
]
_Events = Annotated[bool, typer.Option("--events", help="Of a ledger, each report's events instead of incidents.")]
_Until = Annotated[
    date | None, typer.Option("--until", parser=as_day, metavar=DAY, help="What happened on this day or earlier.")
]
_Countries = Annotated[
    list[str] | None,
    typer.Option(
        "--country",
        parser=as_country,
        metavar="ISO3",
        help="Only in this country; may be repeated, as may those below.",
    ),
]
_Categories = Annotated[list[str] | None, typer.Option("--category", help="Only of this PLOVER category.")]
_Realis = Annotated[list[Realis] | None, typer.Option("--realis", help="Of this realis instead of `occurred` alone.")]
_Kinds = Annotated[
    list[IncidentKind] | None, typer.Option("--kind", help="Of this kind instead of `single` and `aggregate`.")
]
_Review = Annotated[
    list[State] | None, typer.Option("--review", help="Only where all events are in this state, or in these.")
]
_Confidence = Annotated[
    float | None, typer.Option("--min-confidence", min=0, max=1, help="Only of this confidence or more.")
]


def export(
    source: SourceName,
    to: _To,
    output: _Output = None,
    events: _Events = False,
    from_: FromDay = None,
    until: _Until = None,
    country: _Countries = None,
    category: _Categories = None,
    realis: _Realis = None,
    kind: _Kinds = None,
    review: _Review = None,
    min_confidence: _Confidence = None,
    codebook: CodebookFolder = None,
) -> None:
    """Example: `tacitus export war.db --to acled -o events.csv`, or `tacitus export coded.jsonl --to geojson`.

    Writes single incidents that occurred; totals over many events go to a file of their own (events.aggregates.csv),
    and what the format's rules leave out is listed with the reason (events.left-out.csv). What a format cannot hold
    stands in its notes. Exit status: 0 done, 1 some lines of the file were no records, 2 misuse.
    """
    if output is None and to in _BINARY and sys.stdout.isatty():
        raise typer.BadParameter(f"{to.value} is not for a terminal; give a file", param_hint="--output")
    choice = _chosen(
        from_=from_,
        to=until,
        countries=tuple(country or ()),
        categories=tuple(code.upper() for code in category or ()),
        realis=tuple(realis or ()),
        kinds=tuple(kind or ()),
        review=tuple(state.value for state in review or ()),
        min_confidence=min_confidence,
    )
    rejected: list[Rejection] = []
    with misuse(), enough():
        if from_ and until and from_ > until:
            raise ExportUseError(f"{ExportUseError.code}: --from {from_} is after --until {until}")
        book = _book(codebook, choice)
        entries = _sound(_entries(source, choice, events=events), rejected)
        if output is not None:
            written = write(entries, output, to=to, choice=choice, codebook=book)
        else:
            with _standard_output() as stream:
                written = write(entries, stream, to=to, choice=choice, codebook=book)
        _tell(written)
        if not events:
            tell_if_source_is_stale(source)
    raise typer.Exit(1 if rejected else 0)


@contextmanager
def _standard_output() -> Iterator[BinaryIO]:
    """Standard output as bytes."""
    with writing("standard output"):
        yield sys.stdout.buffer
        sys.stdout.flush()


def _chosen(**asked: Any) -> Choice:
    """What was asked for; what was not keeps its default."""
    return Choice(**{name: value for name, value in asked.items() if value not in (None, ())})


def _book(folder: Path | None, choice: Choice) -> "Codebook":
    """The codebook, which must know the categories that are asked for."""
    from tacitus.codebook import load_codebook  # noqa: PLC0415  not needed for `--help`

    book = load_codebook(folder)
    for code in choice.categories:
        book.category(code)
    return book


def _entries(source: str, choice: Choice, *, events: bool) -> Iterator["Entry | Rejection"]:
    from tacitus import tables  # noqa: PLC0415  the ledger's libraries load slowly, `--help` needs none

    if choice.review and not tables.is_ledger(source):
        raise ExportUseError(
            f"{ExportUseError.code}: {source} is a file of coded reports, which nobody has reviewed in; leave --review "
            "out, or export a ledger"
        )
    yield from tables.entries_of(source, events=events)


def _sound(entries: Iterator["Entry | Rejection"], rejected: list[Rejection]) -> Iterator["Entry"]:
    """The entries alone; each rejection is told where it stands."""
    for entry in entries:
        if isinstance(entry, Rejection):
            rejected.append(entry)
            typer.echo(visible(str(entry)), err=True)
        else:
            yield entry


def _tell(written: Written) -> None:
    """`12 chosen, 30 passed over: 10 rows, 1 aggregates, 1 left out (no date: 1)`, and where they are."""
    n_left_out = sum(written.left_out.values())
    reasons = ", ".join(f"{reason}: {n}" for reason, n in written.left_out.items())
    about = f" ({reasons})" if reasons else ""
    typer.echo(
        f"{written.n_chosen} chosen, {written.n_passed_over} passed over by the filters: {written.n_rows} rows, "
        f"{written.n_aggregates} aggregates, {n_left_out} left out{about}",
        err=True,
    )
    if not written.files and (written.n_aggregates or n_left_out):
        typer.echo("only the rows are written here; with --output the rest gets files of its own", err=True)
    for path in written.files:
        typer.echo(f"wrote {visible(str(path))}", err=True)
