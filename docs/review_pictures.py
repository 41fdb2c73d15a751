"""Write the pictures of docs/review.md from the app itself: `python -m docs.review_pictures`.

Needs Chromium. The reports are invented, those of the app's own tests.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from tests.app import _ledgers
from tests.app.conftest import browsing, serving

HERE = Path(__file__).parent / "pictures"
QUALITY = 60  # JPEG; text stays legible and a picture takes about 60 kB
DESK, PHONE = {"width": 1200, "height": 750}, {"width": 390, "height": 780}
N_REPORTS = 400


def main() -> None:
    """Each page of the app once."""
    HERE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        reports = (*_ledgers.told(), *_ledgers.many(N_REPORTS))
        ledger = _ledgers.write(Path(folder) / "invented.db", reports)
        with serving(ledger) as address, browsing() as browser:
            _take(browser, f"{address}#/incidents", "[role=table] a", "incidents")
            _take(browser, f"{address}#/incidents?order=reports", "[role=table] a", "incident", click=True)
            _take(browser, f"{address}#/report/market-1", "li.active .inside", "report")
            _take(browser, f"{address}#/review", "li.active .inside", "review-dark", scheme="dark")
            _take(browser, f"{address}#/chains", "main svg circle", "chains")
            _take(browser, f"{address}#/incidents", "[role=table] a", "phone", size=PHONE)


def _take(  # noqa: PLR0913  a picture has that many sides
    browser: Browser,
    address: str,
    there: str,
    name: str,
    *,
    click: bool = False,
    scheme: str = "light",
    size: dict[str, int] = DESK,
) -> None:
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    page.locator(there).first.wait_for()
    if click:
        page.locator(there).first.click()
        page.locator("figure").first.wait_for()
    page.wait_for_timeout(1500)  # the map draws its outlines last
    page.screenshot(path=HERE / f"{name}.jpg", type="jpeg", quality=QUALITY)
    context.close()


if __name__ == "__main__":
    main()
