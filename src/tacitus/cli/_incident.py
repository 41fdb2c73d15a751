"""`tacitus incident`."""

from typing import Annotated

import typer

from tacitus import records
from tacitus.cli._misuse import misuse
from tacitus.cli._options import LedgerName
from tacitus.cli._shown import NoColor, ShapeOption, as_text, showing
from tacitus.cli._stale import tell_if_stale

_Ids = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ID...]", show_default=False, help="Ids of incidents; without any, all are listed."),
]


def incident(
    ledger: LedgerName,
    ids: _Ids = None,
    format: ShapeOption = None,  # noqa: A002  the option's name
    no_color: NoColor = False,
) -> None:
    """Example: `tacitus incident war.db 3f8a09c2b1d4e6f7`, or `tacitus incident war.db` for a list.

    Shows an incident with every claim about it: the value, whose word it is, the report and its date; and the figures
    as best, low and high, by the rule that it states. A list of incidents leaves the claims out. Exit status: 0 done,
    2 misuse.
    """
    with misuse():
        from tacitus.ledger import IncidentOrder, Ledger  # noqa: PLC0415  loads slowly, `--help` needs none
        from tacitus.views import headline, incident_as_terminal  # noqa: PLC0415  as above

        with Ledger.open(ledger, create=False) as opened, showing(no_color=no_color) as show:
            for identifier in ids or ():
                page = opened.incident(identifier)
                found = page.incident
                show(incident_as_terminal(found, page.links) if as_text(format) else records.incident_as_line(found))
            for row in opened.incidents(order=IncidentOrder.OLDEST) if not ids else ():
                line = f"{row.incident.id}  {headline(row.incident)}"
                show(line if as_text(format) else records.incident_as_line(row.incident))
            tell_if_stale(opened)
