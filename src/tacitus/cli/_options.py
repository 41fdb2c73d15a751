"""Arguments and options that several commands have in common."""

from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer

DAY: Final = "YYYY-MM-DD"


def as_day(word: str) -> date:
    """The day that an option names."""
    try:
        return date.fromisoformat(word)
    except ValueError as fault:
        raise typer.BadParameter(f"{word!r} is no day; write {DAY}") from fault


def as_country(word: str) -> str:
    """The code of a country, in capitals. A name is answered with its code: a wrong one would choose nothing.

    ISO 3166 leaves codes that begin with X to whoever needs one, such as those of a gazetteer of one's own.
    """
    from tacitus.export import countries  # noqa: PLC0415  not needed for `--help`

    known = {country.iso3: country.name for country in countries()}
    if word.upper() in known or (len(word) == len("SYR") and word.upper().startswith("X")):
        return word.upper()
    named = [code for code, name in known.items() if word.casefold() in name.casefold()]
    meant = f"did you mean {' or '.join(named)}?" if named else "write three letters of ISO 3166, such as SYR"
    raise typer.BadParameter(f"{word!r} is no code of a country; {meant}")


LedgerName = Annotated[
    str, typer.Argument(metavar="LEDGER", show_default=False, help="A SQLite file, or a PostgreSQL URL.")
]
SourceName = Annotated[
    str, typer.Argument(metavar="LEDGER|FILE", help="A ledger, or JSON Lines as `tacitus code` writes them.")
]
CodebookFolder = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR", exists=True, file_okay=False, help="A folder that adds to the codebook or replaces it."
    ),
]
FromDay = Annotated[
    date | None, typer.Option("--from", parser=as_day, metavar=DAY, help="What happened on this day or later.")
]
