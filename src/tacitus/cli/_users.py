"""`tacitus users`: who may log in to the review app."""

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tacitus.cli._misuse import misuse
from tacitus.cli._options import LedgerName
from tacitus.views import visible

if TYPE_CHECKING:
    from tacitus.web import Accounts

Role = Literal["reader", "coder", "adjudicator", "admin"]

users = typer.Typer(no_args_is_help=True, rich_markup_mode="markdown")

_Name = Annotated[str, typer.Argument(metavar="NAME", help="The account's name; decisions are kept under it.")]
_Role = Annotated[Role, typer.Option("--role", help="What the account may do.")]
_NewRole = Annotated[Role, typer.Argument(metavar="ROLE", help="reader, coder, adjudicator or admin")]
_Stdin = Annotated[bool, typer.Option("--password-stdin", help="Read the password from standard input, one line.")]


@users.callback()
def _users() -> None:
    """Example: `tacitus users add war.db anna --role coder`.

    Keeps the accounts of the review app, beside the ledger and never inside it: in a file named after a SQLite
    ledger, or in tables of their own in PostgreSQL. A reader sees everything, a coder also decides, an adjudicator
    also draws samples and settles disagreements, an admin is an adjudicator who keeps the accounts.
    """


@users.command("add")
def add(ledger: LedgerName, name: _Name, role: _Role = "coder", password_stdin: _Stdin = False) -> None:
    """Example: `tacitus users add war.db anna --role coder`.

    Adds an account and asks for its password, 12 characters at least.
    """
    from tacitus import web  # noqa: PLC0415  loads slowly, `--help` needs none of it

    with misuse():
        _accounts(ledger).add(name, _password(from_stdin=password_stdin), web.Role(role))
        typer.echo(f"tacitus: {name} may log in as {role}", err=True)


@users.command("list")
def list_(ledger: LedgerName) -> None:
    """Example: `tacitus users list war.db`.

    Prints name, role and first day of every account, parted by tabs.
    """
    with misuse():
        people = _accounts(ledger).all()
        if not people:
            typer.echo("no accounts; `tacitus users add LEDGER NAME` adds one", err=True)
        for person in people:
            print(f"{visible(person.name)}\t{person.role}\t{person.since:%Y-%m-%d}")


@users.command("passwd")
def passwd(ledger: LedgerName, name: _Name, password_stdin: _Stdin = False) -> None:
    """Example: `tacitus users passwd war.db anna`.

    Gives an account another password; whoever is logged in under it is logged out.
    """
    with misuse():
        _accounts(ledger).set_password(name, _password(from_stdin=password_stdin))
        typer.echo(f"tacitus: {name} has another password", err=True)


@users.command("role")
def role(ledger: LedgerName, name: _Name, new: _NewRole) -> None:
    """Example: `tacitus users role war.db anna adjudicator`.

    Gives an account another role, as reader, coder, adjudicator or admin.
    """
    from tacitus import web  # noqa: PLC0415  as above

    with misuse():
        _accounts(ledger).set_role(name, web.Role(new))
        typer.echo(f"tacitus: {name} is {new} now", err=True)


@users.command("remove")
def remove(ledger: LedgerName, name: _Name) -> None:
    """Example: `tacitus users remove war.db anna`.

    Removes an account. What its person decided stays in the ledger, under their name.
    """
    with misuse():
        _accounts(ledger).remove(name)
        typer.echo(f"tacitus: {name} may no longer log in", err=True)


def _accounts(ledger: str) -> "Accounts":
    from tacitus.web import Accounts  # noqa: PLC0415  as above

    return Accounts.beside(ledger)


def _password(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    password: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return password
