"""`tacitus serve`."""

from pathlib import Path
from typing import Annotated

import typer

from tacitus.cli._misuse import misuse
from tacitus.cli._options import LedgerName

_PORT = 8765

_Host = Annotated[str, typer.Option(help="The address to listen on. Any but this machine's own demands accounts.")]
_Port = Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")]
_Names = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="NAME", help="A host name by which browsers reach it; may be repeated."),
]
_Login = Annotated[bool, typer.Option("--login", help="Demand accounts on this machine's own address too.")]
_Certificate = Annotated[
    Path | None, typer.Option(exists=True, dir_okay=False, help="A PEM file, to be reached by HTTPS.")
]
_Key = Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="The certificate's key, a PEM file.")]
_NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Open no browser.")]


def serve(
    ledger: LedgerName,
    host: _Host = "127.0.0.1",
    port: _Port = _PORT,
    name: _Names = None,
    login: _Login = False,
    certificate: _Certificate = None,
    key: _Key = None,
    no_browser: _NoBrowser = False,
) -> None:
    """Example: `tacitus serve war.db`.

    Opens the review app on a ledger: its reports, events and incidents to read, check and correct. On this machine's
    own address nobody has to log in; any other demands accounts, which `tacitus users` keeps. Interrupt to stop.
    """
    if key and not certificate:
        raise typer.BadParameter("a key goes with a --certificate", param_hint="--key")
    with misuse():
        from tacitus import web  # noqa: PLC0415  loads slowly, `--help` needs none of it

        settings = web.Settings(
            ledger=ledger,
            host=host,
            port=port,
            names=tuple(name or ()),
            login=login,
            certificate=certificate,
            key=key,
        )
        web.serve(settings, browser=not no_browser, started=_say)


def _say(url: str) -> None:
    typer.echo(f"tacitus: the review app is at {url} (Ctrl-C stops it)", err=True)
