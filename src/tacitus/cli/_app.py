"""The commands under one name."""

from typing import Annotated

import typer

from tacitus.cli._agreement import agreement
from tacitus.cli._brief import brief
from tacitus.cli._chain import chain
from tacitus.cli._code import code
from tacitus.cli._compare import compare
from tacitus.cli._diff import diff
from tacitus.cli._export import export
from tacitus.cli._gazetteer import gazetteer
from tacitus.cli._incident import incident
from tacitus.cli._ledger import ledger
from tacitus.cli._link import link
from tacitus.cli._schema import schema
from tacitus.cli._serve import serve
from tacitus.cli._users import users

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(short_help="Measure how far two coders agree.")(agreement)
app.command(short_help="Write a briefing: one page to send.")(brief)
app.command(short_help="List and draw incidents that answer each other.")(chain)
app.command(short_help="Code the events of reports.")(code)
app.command(short_help="Set incidents beside ACLED or UCDP GED.")(compare)
app.command(short_help="Show what two runs coded differently.")(diff)
app.command(short_help="Write events and incidents in the formats of others.")(export)
app.command(short_help="Show incidents with all claims about them.")(incident)
app.command(short_help="Find which events of different reports are one happening.")(link)
app.command(short_help="Print the JSON schema of the records.")(schema)
app.command(short_help="Open the review app on a ledger.")(serve)
app.add_typer(gazetteer, name="gazetteer", short_help="Add places to the gazetteer.")
app.add_typer(ledger, name="ledger", short_help="Look after ledgers.")
app.add_typer(users, name="users", short_help="Keep the accounts of the review app.")


def main() -> None:
    """Run the command line."""
    app()


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415  loads slowly, and is seldom asked for

        print(f"tacitus {version('tacitus')}")
        raise typer.Exit


@app.callback()
def _tacitus(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Example: `tacitus code report.txt`.

    Turns reports of armed conflict into coded events, every value with the words it came from.
    """
