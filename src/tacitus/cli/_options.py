"""Arguments and options that several commands have in common."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Final

import typer

ISO_DAY: Final = ["%Y-%m-%d"]

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
    datetime | None, typer.Option("--from", formats=ISO_DAY, help="What happened on this day or later.")
]
