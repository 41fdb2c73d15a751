"""`tacitus compare`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus.cli._kept import writing
from tacitus.cli._misuse import misuse
from tacitus.cli._options import SourceName
from tacitus.cli._shown import enough, put
from tacitus.cli._stale import tell_if_source_is_stale
from tacitus.errors import ComparisonError
from tacitus.model import Rejection
from tacitus.views import visible

if TYPE_CHECKING:
    from tacitus.analysis.compare import Comparison
    from tacitus.export import Entry

_With = Annotated[Path, typer.Option("--with", metavar="FILE", dir_okay=False, help="A CSV file of ACLED or UCDP GED.")]
_Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", dir_okay=False, help="Write a page (.html) or a table (.csv) here."),
]
_Days = Annotated[int, typer.Option("--days", min=0, help="How many days a match may be apart.")]
_Km = Annotated[float, typer.Option("--km", min=0, help="How many kilometres a match may be apart.")]


def compare(source: SourceName, with_: _With, output: _Output = None, days: _Days = 1, km: _Km = 25.0) -> None:
    """Example: `tacitus compare war.db --with acled.csv -o compared.html`.

    Matches incidents with a file that people coded, by place, day and type, and writes what both have, what only one
    has, and in what they differ: a page, or a table of CSV, which also goes to standard output where no file is named.
    Exit status: 0 done, 1 some lines could not be read, 2 misuse.
    """
    with misuse():
        if output and output.suffix.lower() not in {".html", ".csv"}:
            raise ComparisonError(
                f"{ComparisonError.code}: {output} is neither .html nor .csv; name it by what it shall be"
            )
        from tacitus.analysis.compare import (  # noqa: PLC0415  its libraries load slowly, `--help` needs none
            Tolerance,
            human_coded,
        )
        from tacitus.analysis.compare import compare as compared  # noqa: PLC0415  as above
        from tacitus.codebook import load_codebook  # noqa: PLC0415  as above

        coded = human_coded(with_)
        rejected = list(coded.rejections)
        entries = _entries(source, rejected)
        found = compared(entries, coded, load_codebook(), tolerance=Tolerance(days=days, km=km))
        for rejection in rejected:
            typer.echo(visible(str(rejection)), err=True)
        _write(found, output)
        tell_if_source_is_stale(source)
    typer.echo(_told(found), err=True)
    raise typer.Exit(1 if rejected else 0)


def _entries(source: str, rejected: list[Rejection]) -> list["Entry"]:
    """What is compared; lines that are no records join the rejections."""
    from tacitus import tables  # noqa: PLC0415  as above

    found = list(tables.entries_of(source))
    rejected.extend(entry for entry in found if isinstance(entry, Rejection))
    return [entry for entry in found if not isinstance(entry, Rejection)]


def _write(found: "Comparison", output: Path | None) -> None:
    from tacitus.analysis.compare import comparison_as_csv, comparison_as_html  # noqa: PLC0415  as above

    if output is None:
        with enough():
            put(comparison_as_csv(found))
        return
    made = comparison_as_html(found) if output.suffix.lower() == ".html" else comparison_as_csv(found)
    with writing(str(output)):
        output.write_text(made, encoding="utf-8")


def _told(found: "Comparison") -> str:
    if found.scope is None:
        return "the two have no country and day in common"
    return (
        f"{len(found.matches)} in both, {len(found.only_ours)} only among the incidents, {len(found.only_theirs)} only "
        f"in {found.layout}; {len(found.not_coded)} incidents and {found.n_beyond} rows not compared"
    )
