"""Incidents that do not yet tell what came after they were linked."""

from typing import TYPE_CHECKING

import typer

from tacitus.views import visible

if TYPE_CHECKING:
    from tacitus.ledger import Ledger


def tell_if_stale(ledger: "Ledger") -> None:
    """Say so on standard error: what leaves reports and corrections out must not look whole."""
    if not ledger.is_linked():
        typer.echo(
            "reports or corrections that came since the last linking are not in the incidents; "
            f"`tacitus link {visible(ledger.name)}` takes them in",
            err=True,
        )


def tell_if_source_is_stale(source: str) -> None:
    """The same of what may be a ledger or a file of coded reports, in which nothing is linked."""
    from tacitus import tables  # noqa: PLC0415  the ledger's libraries load slowly, `--help` needs none
    from tacitus.ledger import Ledger  # noqa: PLC0415  as above

    if tables.is_ledger(source):
        with Ledger.open(source, create=False) as ledger:
            tell_if_stale(ledger)
