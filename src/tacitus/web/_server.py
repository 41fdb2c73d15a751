"""The server run: what has to hold before it starts, and the browser opened on it."""

import socket
import ssl
import threading
import webbrowser
from collections.abc import Callable
from contextlib import closing, suppress

import uvicorn

from tacitus.web._accounts import Accounts
from tacitus.web._app import create_app
from tacitus.web._faults import CannotServeError
from tacitus.web._settings import Settings

_SHUTDOWN_S = 3


def serve(settings: Settings, *, browser: bool = False, started: Callable[[str], None] = lambda _: None) -> None:
    """Serve until interrupted; `started` is told the address when the first visitor can come.

    Raises:
        CannotServeError: accounts, the built app or the port are missing; the text says what to do.
        LedgerError: the ledger is missing or cannot be read.
    """
    check(settings)
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_level="warning",
        access_log=False,  # addresses of reports and names of people do not belong into a log
        server_header=False,
        date_header=True,
        ws="none",
        timeout_graceful_shutdown=_SHUTDOWN_S,
        ssl_certfile=settings.certificate,
        ssl_keyfile=settings.key,
    )
    _Server(config, lambda: _announce(settings.url, started, browser=browser)).run()


class _Server(uvicorn.Server):
    """The server, which says when it has started."""

    def __init__(self, config: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, then say so."""
        await super().startup(sockets)
        if self.started:
            self._announce()


def _announce(url: str, started: Callable[[str], None], *, browser: bool) -> None:
    started(url)
    if browser:
        # Some browsers return only when they are closed.
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()


def check(settings: Settings) -> None:
    """What can be known to fail is told before anything is opened."""
    if not (settings.static / "index.html").is_file():
        raise CannotServeError(
            f"{CannotServeError.code}: the package holds no built app ({settings.static}); install it again with "
            "`pip install .`, without TACITUS_WITHOUT_APP"
        )
    if settings.demands_login and not _has_accounts(settings.ledger):
        raise CannotServeError(
            f"{CannotServeError.code}: whoever comes would have to log in, which takes accounts, and there are none; "
            "add one with `tacitus users add LEDGER NAME --role admin`"
        )
    _check_certificate(settings)
    _check_port(settings)


def _has_accounts(ledger: str) -> bool:
    accounts = Accounts.beside(ledger)
    try:
        return bool(accounts.all())
    finally:
        accounts.engine.dispose()


class _EncryptedError(Exception):
    """The key wants a password, for which the server itself asks."""


def _encrypted() -> str:
    raise _EncryptedError


def _check_certificate(settings: Settings) -> None:
    if settings.certificate is None:
        return
    try:
        with suppress(_EncryptedError):
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(
                settings.certificate, settings.key, password=_encrypted
            )
    except OSError as fault:
        raise CannotServeError(
            f"{CannotServeError.code}: {settings.certificate} gives no HTTPS ({fault.strerror or fault}); give the "
            "certificate as a PEM file, with its key in it or as --key"
        ) from fault


def _check_port(settings: Settings) -> None:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with closing(socket.socket(family)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as fault:
            raise CannotServeError(
                f"{CannotServeError.code}: cannot listen on {settings.host}:{settings.port} ({fault.strerror}); "
                "choose another with --port"
            ) from fault
