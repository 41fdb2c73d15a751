"""`tacitus link`."""

import typer

from tacitus.cli._misuse import misuse
from tacitus.cli._options import LedgerName


def link(ledger: LedgerName) -> None:
    """Example: `tacitus link war.db`.

    Finds which events of different reports are one happening, and makes an incident of each. Events that came since
    the last time are added to what is linked already, with the same result as linking all anew; what people confirmed
    or cut stays as they decided. Exit status: 0 done, 2 misuse.
    """
    with misuse():
        from tacitus.ledger import IncidentFilter, Ledger  # noqa: PLC0415  loads slowly, `--help` needs none

        with Ledger.open(ledger, create=False) as opened:
            done = opened.link()
            n_shared = opened.incidents(IncidentFilter(min_reports=2)).count()
    typer.echo(
        f"{done.n_events} events, {done.n_incidents} incidents, {n_shared} of them told by several reports "
        f"({done.n_added} new or changed, {done.n_closed} replaced)",
        err=True,
    )
