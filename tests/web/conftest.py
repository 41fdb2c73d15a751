"""Real servers on real ledgers, asked over HTTP."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
import pytest
import uvicorn

from tacitus.ledger import Ledger
from tacitus.model import CodedReport, Report
from tacitus.web import Accounts, Role, Settings, create_app
from tacitus.web._knowledge import Knowledge
from tests.ledger.written import add
from tests.written import RAIDS, SHELLING, TEXT, coded

PASSWORD = "four unrelated plain words"  # noqa: S105  of the tests alone
KNOWLEDGE = Knowledge()  # loaded by the first server for all
_STARTING_S = 60

Make = Callable[..., "Site"]


@dataclass(frozen=True)
class Site:
    """A running server and its ledger."""

    url: str
    ledger: str

    @contextmanager
    def visit(self, name: str | None = None) -> Iterator[httpx.Client]:
        """A visitor, logged in where a name is given, whose changes carry the token."""
        with httpx.Client(base_url=self.url, timeout=60) as client:
            who = client.get("/api/whoami").json()
            if name is not None:
                login = client.post("/api/login", json={"name": name, "password": PASSWORD})
                assert login.status_code == 200, login.text
                who = login.json()
            if who["csrf"]:
                client.headers["X-CSRF-Token"] = who["csrf"]
            yield client


def report(doc_id: str, day: int = 3, text: str = TEXT) -> CodedReport:
    """The written report again, under another id; its text differs at the end, so that the ledger takes it for new."""
    made = coded(SHELLING, RAIDS)
    changed = Report(
        doc_id=doc_id,
        text=f"{text}\n{doc_id}",
        title=f"Title of {doc_id}",
        source="made up",
        published=made.report.published.replace(day=day),
    )
    return replace(made, report=changed)


def write(path: Path, *reports: CodedReport) -> str:
    """A ledger that holds these reports, linked."""
    with Ledger.open(path) as ledger:
        add(ledger, *reports)
        ledger.link()
    return str(path)


@contextmanager
def running(settings: Settings) -> Iterator[Site]:
    """A server that answers until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = replace(settings, port=port)
    server = uvicorn.Server(
        uvicorn.Config(
            create_app(settings, knowledge=KNOWLEDGE),
            port=port,
            log_level="critical",
            ws="none",
            timeout_graceful_shutdown=1,
        )
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    end = time.monotonic() + _STARTING_S
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        assert time.monotonic() < end, "the server takes too long to start"
        time.sleep(0.02)
    try:
        yield Site(url=f"http://127.0.0.1:{port}", ledger=settings.ledger)
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def static(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built app in miniature, with a secret beside it."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "secret.txt").write_text("not for visitors")
    (folder / "static" / "assets").mkdir(parents=True)
    (folder / "static" / "index.html").write_text("<!doctype html><title>app</title>")
    (folder / "static" / "assets" / "app.js").write_text("0;")
    return folder / "static"


@pytest.fixture(scope="session")
def open_site(tmp_path_factory: pytest.TempPathFactory, static: Path) -> Iterator[Site]:
    """Three reports on loopback; tests only read."""
    path = write(tmp_path_factory.mktemp("open") / "war.db", *(report(f"r{day}", day) for day in (1, 2, 3)))
    with running(Settings(ledger=path, static=static)) as site:
        yield site


@pytest.fixture
def own_site(tmp_path: Path, static: Path) -> Iterator[Site]:
    """Two reports on loopback, for tests that change something."""
    with running(Settings(ledger=write(tmp_path / "war.db", report("r1", 1), report("r2", 2)), static=static)) as site:
        yield site


@pytest.fixture(scope="session")
def closed_site(tmp_path_factory: pytest.TempPathFactory, static: Path) -> Iterator[Site]:
    """Two reports behind a login, with an account for each role and a second coder."""
    path = write(tmp_path_factory.mktemp("closed") / "war.db", report("r1", 1), report("r2", 2))
    accounts = Accounts.beside(path)
    for role in Role:
        accounts.add(role.value, PASSWORD, role)
    accounts.add("ben", PASSWORD, Role.CODER)
    accounts.engine.dispose()
    with running(Settings(ledger=path, static=static, login=True)) as site:
        yield site
