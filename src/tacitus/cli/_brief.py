"""`tacitus brief`."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tacitus.cli._kept import writing
from tacitus.cli._misuse import misuse
from tacitus.cli._options import DAY, FromDay, LedgerName, as_country, as_day
from tacitus.cli._stale import tell_if_stale
from tacitus.errors import BriefingError

_Output = Annotated[
    Path, typer.Option("--output", "-o", metavar="FILE", dir_okay=False, help="A page (.html) or Markdown (.md).")
]
_To = Annotated[
    date | None,
    typer.Option("--to", "--until", parser=as_day, metavar=DAY, help="What happened on this day or earlier."),
]
_Countries = Annotated[
    list[str] | None,
    typer.Option("--country", parser=as_country, metavar="ISO3", help="Only in this country; may be repeated."),
]


def brief(
    ledger: LedgerName, output: _Output, from_: FromDay = None, to: _To = None, country: _Countries = None
) -> None:
    """Example: `tacitus brief war.db --from 2027-04-01 --until 2027-04-30 --country SOM -o brief.html`.

    Writes a briefing on the incidents of a ledger: figures with their ranges and sources, map, timeline, who against
    whom, chains, contradictions, and every incident with quotes. The page is one file and loads nothing from
    elsewhere. Exit status: 0 done, 2 misuse.
    """
    with misuse():
        if output.suffix.lower() not in {".html", ".md"}:
            raise BriefingError(f"{BriefingError.code}: {output} is neither .html nor .md; name it by what it shall be")
        if from_ and to and from_ > to:
            raise BriefingError(f"{BriefingError.code}: --from {from_} is after --until {to}")
        from tacitus.analysis.briefing import (  # noqa: PLC0415  its libraries load slowly, `--help` needs none
            Asked,
            briefing,
            briefing_as_html,
            briefing_as_markdown,
        )
        from tacitus.ledger import Ledger  # noqa: PLC0415  as above

        asked = Asked(from_=from_, to=to, countries=tuple(country or ()))
        with Ledger.open(ledger, create=False) as opened:
            found = briefing(opened, asked)
            tell_if_stale(opened)
        made = briefing_as_html(found) if output.suffix.lower() == ".html" else briefing_as_markdown(found)
        with writing(str(output)):
            output.write_text(made, encoding="utf-8")
    typer.echo(f"{len(found.counted)} incidents, {len(found.others)} listed apart, {found.n_reports} reports", err=True)
