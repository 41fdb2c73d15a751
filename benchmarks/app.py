"""How fast the review app is on a large ledger: `python -m benchmarks.app [N_INCIDENTS]`.

First view: from the call of the address until the first rows of the table stand, in a browser without a cache.
Interactions: from the input until two frames after what it changes has been drawn. Answers: what the server gives for
the first view and for a filter, each alone and with how much it sends. Needs Chromium.
"""

import statistics
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks import _large
from tests.app.conftest import DESK, browsing, run, serving

N_INCIDENTS = 50_000
N_TIMES = 7
FIRST_VIEW_MS, INTERACTION_MS = 1000, 100
CATEGORIES = ("ASSAULT", "COERCE", "PROTEST", "ACCUSE", "CONSULT", "AID", "")
ANSWERS = (
    "summary",
    "incidents?limit=100",
    "incidents/facets",
    "incidents/timeline",
    "incidents/points",
    "incidents?limit=100&category=ASSAULT",
    "incidents/facets?category=ASSAULT",
    "incidents?limit=100&q=valley",
    "incidents?limit=100&order=killed",
    "queue?limit=100",
    "parties?q=army",
    "parties/matrix",
    "chains?limit=100",
)

# Resolves with the milliseconds until `changed` holds, and two frames more.
_UNTIL = """
new Promise((done) => {
  const begun = performance.now();
  %s;
  const look = () => (%s)
    ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun)))
    : setTimeout(look, 2);
  look();
})
"""
_FIRST_VIEW = """
new Promise((done) => {
  const isThere = () => document.querySelector("[role=table] [role=row] a");
  const look = () => isThere() ? done(performance.now()) : setTimeout(look, 2);
  look();
})
"""


def main() -> None:
    """Build the ledger, look at it, print the table."""
    n_incidents = int(sys.argv[1]) if len(sys.argv) > 1 else N_INCIDENTS
    with tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        ledger = Path(folder) / "large.db"
        n_written = _large.write(ledger, n_incidents)
        print(f"ledger of {n_written:,} incidents written in {time.monotonic() - begun:.0f} s")
        with serving(ledger) as address, browsing() as browser:
            for path in ANSWERS:
                _tell_answer(address, path)
            _measure(browser, address)


def _measure(browser: Browser, address: str) -> None:
    first = [_first_view(browser, address) for _ in range(N_TIMES)]
    _tell("first view", first, FIRST_VIEW_MS)
    page = browser.new_context(viewport=DESK).new_page()
    page.goto(f"{address}#/incidents")
    page.locator("[role=table] [role=row] a").first.wait_for()
    page.wait_for_timeout(4000)  # map and timeline are there
    zoom, move = _key("canvas", "+"), _key("[role=slider]", "ArrowRight")
    chosen = "document.querySelector('rect.chosen')"
    _tell("filter by category", [_filtered(page, category) for category in CATEGORIES], INTERACTION_MS)
    _tell("zoom the map", [_once(page, zoom, "true") for _ in range(N_TIMES)], INTERACTION_MS)
    _tell("move the period", [_once(page, move, chosen) for _ in range(N_TIMES)], INTERACTION_MS)
    _tell("open an incident", [_opened(page, address) for _ in range(N_TIMES)], INTERACTION_MS)
    page.goto(f"{address}#/review")
    page.locator("li.active .inside").first.wait_for()
    _tell("next event", [_next(page) for _ in range(N_TIMES)], INTERACTION_MS)


def _first_view(browser: Browser, address: str) -> float:
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(f"{address}#/incidents", wait_until="commit")
    taken: float = run(page, _FIRST_VIEW)
    context.close()
    return taken


def _key(where: str, key: str) -> str:
    press = f"new KeyboardEvent('keydown', {{key: {key!r}, bubbles: true}})"
    return f"document.querySelector({where!r}).dispatchEvent({press})"


def _once(page: Page, act: str, changed: str) -> float:
    taken: float = run(page, _UNTIL % (act, changed))
    page.wait_for_timeout(700)
    return taken


def _filtered(page: Page, category: str) -> float:
    """Until the table counts what another category leaves."""
    select = "document.querySelector('select[aria-label=Category]')"
    choose = f"{select}.value = {category!r}; {select}.dispatchEvent(new Event('change', {{bubbles: true}}))"
    n = "document.querySelector('.told b').textContent"
    return _once(page, f"window.before = {n}; {choose}", f"{n} !== window.before")


def _opened(page: Page, address: str) -> float:
    page.goto(f"{address}#/incidents")
    page.locator("[role=table] [role=row] a").first.wait_for()
    page.wait_for_timeout(500)
    click = "document.querySelector('[role=table] [role=row] a').click()"
    return _once(page, click, "document.querySelector('#claims')")


def _next(page: Page) -> float:
    here = "document.querySelector('.item.here')"
    changed = f"{here} !== window.before && document.querySelector('li.active .inside')"
    return _once(page, f"window.before = {here}; {_key('body', 'j')}", changed)


def _tell_answer(address: str, path: str) -> None:
    taken_ms, n_bytes = [], 0
    for _ in range(N_TIMES):
        begun = time.perf_counter()
        with urllib.request.urlopen(f"{address}api/{path}") as answer:  # noqa: S310  our own server
            n_bytes = len(answer.read())
        taken_ms.append((time.perf_counter() - begun) * 1000)
    first, median = taken_ms[0], statistics.median(taken_ms)
    print(f"{path:40} first {first:6.0f} ms  median {median:6.0f} ms  {n_bytes / 1000:8,.0f} kB")


def _tell(name: str, taken_ms: list[float], most_ms: int) -> None:
    median, worst = statistics.median(taken_ms), max(taken_ms)
    print(f"{name:18} median {median:6.0f} ms  worst {worst:6.0f} ms  wanted under {most_ms} ms")


if __name__ == "__main__":
    main()
