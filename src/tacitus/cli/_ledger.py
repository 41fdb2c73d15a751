"""`tacitus ledger`."""

from typing import Annotated

import typer

from tacitus.cli._misuse import misuse
from tacitus.cli._options import LedgerName
from tacitus.views import visible

ledger = typer.Typer(no_args_is_help=True, help="Example: `tacitus ledger check war.db`. Looks after ledgers.")

_Mend = Annotated[bool, typer.Option("--mend", help="Derive anew what does not follow; texts and decisions stay.")]


@ledger.command(short_help="Verify spans, references and derived tables.")
def check(place: LedgerName, mend: _Mend = False) -> None:
    """Example: `tacitus ledger check war.db`.

    Verifies that every span equals its text, that every reference holds, and that the tables that are derived follow
    from what was coded and decided. Exit status: 0 nothing found, 1 something does not hold, 2 misuse.
    """
    from tacitus.ledger import Ledger  # noqa: PLC0415  its libraries load slowly, `--help` needs none

    n_faults = 0
    with misuse(), Ledger.open(place, create=False) as found:
        for fault in found.check(mend=mend):
            n_faults += 1
            print(visible(str(fault)))
        held = found.summary()
    print(f"{held.n_reports} reports, {held.n_events} events, {held.n_incidents} incidents: {n_faults} faults")
    raise typer.Exit(1 if n_faults else 0)


@ledger.command(short_help="Say how much a ledger holds.")
def summary(place: LedgerName) -> None:
    """Example: `tacitus ledger summary war.db`.

    Prints how many reports, events, incidents and decisions a ledger holds, and how far they are checked.
    """
    from tacitus.ledger import Ledger  # noqa: PLC0415  as above

    with misuse(), Ledger.open(place, create=False) as found:
        held = found.summary()
    days = f", published {held.first_day} to {held.last_day}" if held.first_day else ""
    print(f"reports    {held.n_reports} ({held.n_republished} republished){days}")
    print(f"events     {held.n_events} ({_counts(held.events_by_state)})")
    print(f"incidents  {held.n_incidents}")
    print(f"decisions  {held.n_decisions}")


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{n} {value}" for value, n in sorted(counts.items())) or "none"
