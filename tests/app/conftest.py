"""A real server on a real ledger, looked at with a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from tests.app import _ledgers

APP = Path(__file__).parents[2] / "app"
STATIC = Path(__file__).parents[2] / "src" / "tacitus" / "web" / "static"
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_STARTING_S = 120  # a busy machine takes its time to load the server's libraries
DESK = {"width": 1360, "height": 850}
PHONE = {"width": 390, "height": 844}
_PATIENCE_MS = 10_000  # for a machine that has other work; nothing waits longer than it must
expect.set_options(timeout=_PATIENCE_MS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if _chromium() is None and not os.environ.get("CI"):
        pytest.skip("no Chromium on this machine: install it to test the app")
    with browsing() as chromium:
        yield chromium


def _chromium() -> str | None:
    return next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def browsing() -> Iterator[Browser]:
    """The Chromium of this machine."""
    with sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=_chromium(), args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@contextmanager
def serving(ledger: Path, *, host: str = "127.0.0.1") -> Iterator[str]:
    """The address of `tacitus serve` on a ledger; whichever host it listens on, this machine reaches it at its own."""
    assert (STATIC / "index.html").is_file(), "the app is not built: pip install -e . builds it"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    where = ("--host", host, "--port", str(port))
    command = [sys.executable, "-m", "tacitus", "serve", str(ledger), "--no-browser", *where]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            address = f"http://127.0.0.1:{port}/"
            _wait(address)
            yield address
        finally:
            server.terminate()
            server.wait(30)


def _wait(address: str) -> None:
    end = time.monotonic() + _STARTING_S
    while True:
        try:
            with urllib.request.urlopen(f"{address}api/whoami", timeout=5):  # noqa: S310  our own server
                return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page at a desk that fails the test on any fault in the console and any request to elsewhere."""
    with opened(browser, DESK) as page:
        yield page


@contextmanager
def opened(browser: Browser, size: dict[str, int], **options: str) -> Iterator[Page]:
    """A page of a visitor of its own, which at the end must have had no fault."""
    context = browser.new_context(viewport=size, reduced_motion="reduce", **options)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda said: faults.append(said.text) if _is_fault(said) else None)
    page.on("request", lambda asked: faults.append(asked.url) if "//127.0.0.1:" not in asked.url else None)
    page.set_default_timeout(_PATIENCE_MS)
    yield page
    context.close()
    assert faults == []


def _is_fault(said: ConsoleMessage) -> bool:
    # A server that a test has ended is missed by the page's live connection; a wrong password is the visitor's fault.
    return said.type == "error" and "net::" not in said.text and "status of 401" not in said.text


def run(page: Page, script: str) -> Any:
    """The value of a script, run as the browser's own console would: the page's policy forbids `eval`."""
    asked = {"expression": script, "awaitPromise": True, "returnByValue": True}
    answer = page.context.new_cdp_session(page).send("Runtime.evaluate", asked)
    assert "exceptionDetails" not in answer, answer["exceptionDetails"]
    return answer["result"].get("value")


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small ledger to copy: four reports that disagree on one incident, and 120 more."""
    return _ledgers.write(tmp_path_factory.mktemp("app") / "written.db", (*_ledgers.told(), *_ledgers.many(120)))


@pytest.fixture(scope="session")
def reading(written: Path) -> Iterator[str]:
    """The address of a server for tests that change nothing."""
    with serving(written) as address:
        yield address


@pytest.fixture
def own(tmp_path: Path) -> Iterator[str]:
    """The address of a server on a ledger of the test's own: the one report with three events."""
    with serving(_ledgers.write(tmp_path / "own.db", (_ledgers.market(),), link=False)) as address:
        yield address
