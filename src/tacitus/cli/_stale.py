"""Incidents that do not yet tell what came after they were linked."""

from typing import TYPE_CHECKING

import typer

from tacitus.views import visible

if TYPE_CHECKING:
    from tacitus.ledger import Ledger


def tell_if_stale(ledger: "Ledger") -> None:
    """Say so on standard error: what leaves reports and corrections out must not look whole."""
    if ledger.is_linked():
        return
    left_out = (
        "reports or corrections that came since the last linking are not in the incidents; {command} takes them in"
        if ledger.incidents().count()
        else "the ledger holds no incidents yet; {command} makes them of its events"
    )
    typer.echo(left_out.format(command=f"`tacitus link {visible(ledger.name)}`"), err=True)


def tell_if_source_is_stale(source: str) -> None:
    """The same of what may be a ledger or a file of coded reports, in which nothing is linked."""
    from tacitus import tables  # noqa: PLC0415  the ledger's libraries load slowly, `--help` needs none
    from tacitus.ledger import Ledger  # noqa: PLC0415  as above

    if tables.is_ledger(source):
        with Ledger.open(source, create=False) as ledger:
            tell_if_stale(ledger)
