"""Incidents, chains, parties and reports, in light and dark, at a desk and on a phone."""

import re
import time
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.app import _ledgers
from tests.app.conftest import APP, DESK, PHONE, opened, run, serving

_AXE = APP / "node_modules" / "axe-core" / "axe.min.js"
_SERIOUS = {"serious", "critical"}
# A page, and what it shows once it is there.
_PAGES = {
    "incidents": "[role=table] [role=row] a",
    "reports": "a.report",
    "report/market-1": "li.active .inside",
    "review": "li.active .inside",
    "samples": "main form",
    "chains": "main svg",
    "parties": "main td a",
    "add": "main textarea",
}


_LOOKS: dict[str, tuple[dict[str, int], Literal["light", "dark"]]] = {
    "desk": (DESK, "light"),
    "dark": (DESK, "dark"),
    "phone": (PHONE, "light"),
}


@pytest.mark.parametrize("name", _PAGES)
def test_a_page_has_no_serious_fault_of_access_and_fits(page: Page, reading: str, name: str) -> None:
    page.goto(f"{reading}#/{name}")
    page.locator(_PAGES[name]).first.wait_for()
    run(page, _AXE.read_text(encoding="utf-8"))
    for look, (size, scheme) in _LOOKS.items():
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        page.locator(_PAGES[name]).first.wait_for()
        assert _faults_of_access(page) == [], look
        assert run(page, "document.documentElement.scrollWidth <= innerWidth"), f"{look}: the page scrolls sideways"


def _faults_of_access(page: Page) -> list[Any]:
    found = run(page, "axe.run(document, {resultTypes: ['violations']})")
    return [
        (fault["id"], node["target"], node["failureSummary"])
        for fault in found["violations"]
        if fault["impact"] in _SERIOUS
        for node in fault["nodes"]
    ]


def test_dark_is_what_the_person_or_the_system_says(browser: Browser, reading: str) -> None:
    with opened(browser, DESK, color_scheme="dark") as page:
        page.goto(f"{reading}#/reports")
        page.locator("a.report").first.wait_for()
        ground = "getComputedStyle(document.documentElement).backgroundColor"
        assert run(page, ground) == "rgb(22, 24, 27)"
        page.get_by_label("Colours").select_option("light")
        assert run(page, ground) == "rgb(250, 250, 248)"
        page.reload()
        page.locator("a.report").first.wait_for()
        assert run(page, ground) == "rgb(250, 250, 248)"


def _n(page: Page) -> int:
    told = page.get_by_role("region", name="Table").locator(".told b")
    expect(told).to_have_text(re.compile(r"\d"))
    return int(told.inner_text().replace(",", ""))


def test_table_map_and_timeline_are_filtered_together(page: Page, reading: str) -> None:
    page.goto(f"{reading}#/incidents")
    everything = _n(page)
    page.get_by_label("Category", exact=True).select_option("ACCUSE")
    page.locator("[role=table] [role=row] .code").first.wait_for()
    expect(page.locator("[role=table] [role=row] .code", has_text="ASSAULT")).to_have_count(0)
    accusations = _n(page)
    assert 0 < accusations < everything
    slider = page.get_by_role("slider")
    box = slider.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + 30, steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile("from=20.*to=20"))
    expect(page.locator(".told b")).not_to_have_text(str(accusations))
    assert 0 < _n(page) < accusations
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator(".told b")).to_have_text(str(everything))


def test_the_timeline_is_worked_with_the_keyboard(page: Page, reading: str) -> None:
    page.goto(f"{reading}#/incidents")
    slider = page.get_by_role("slider")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("from="))
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile("from="))


def test_an_incident_shows_contradicting_figures_by_source(page: Page, reading: str) -> None:
    page.goto(f"{reading}#/incidents?contradicting=true")
    page.locator("[role=table] [role=row] a").first.click()
    killed = page.get_by_role("region", name="Killed")
    expect(killed.get_by_role("listitem")).to_have_count(4)
    for source, figure in (("Radio Kesten", "2"), ("Northern Post", "6"), ("Observers' Bulletin", "5 to 7")):
        expect(killed.get_by_role("listitem").filter(has_text=source)).to_contain_text(figure)
    expect(page.locator("section[aria-labelledby=claims]")).to_contain_text("at least 4")
    page.locator("summary").filter(has_text="one happening").first.click()
    expect(page.get_by_role("region", name="Why these are one").get_by_role("row").first).to_be_visible()


def test_a_telling_is_taken_out_and_put_back(page: Page, tmp_path: Path) -> None:
    ledger = _ledgers.write(tmp_path / "split.db", _ledgers.told())
    with serving(ledger) as address:
        page.goto(f"{address}#/incidents?contradicting=true")
        page.locator("[role=table] [role=row] a").first.click()
        page.get_by_label("Take out the telling of Radio Kesten").check()
        page.get_by_role("button", name="Take 1 telling out").click()
        killed = page.get_by_role("region", name="Killed")
        expect(killed.get_by_role("listitem")).to_have_count(3)
        page.get_by_role("button", name="Merge with another incident").click()
        page.get_by_role("dialog").get_by_role("checkbox").first.check()
        page.get_by_role("button", name="Make them one").click()
        expect(killed.get_by_role("listitem")).to_have_count(4)


def test_hovering_an_event_lights_its_words_and_back(page: Page, reading: str) -> None:
    page.goto(f"{reading}#/report/market-1")
    text = page.get_by_role("document", name="Text of the report")
    page.locator("li").filter(has_text="condemned").first.hover()
    expect(text.locator("mark.lit", has_text="The council of Orlava")).to_be_visible()
    text.locator("mark", has_text="raided").hover()
    expect(page.locator("li.pointed")).to_contain_text("raided")


def test_two_thousand_events_are_scrolled_and_searched(page: Page, tmp_path: Path) -> None:
    ledger = _ledgers.write(tmp_path / "large.db", _ledgers.many(1000), link=False)
    with serving(ledger) as address:
        page.goto(f"{address}#/review")
        expect(page.locator(".told")).to_contain_text("2,000 in the queue")
        assert page.get_by_role("list", name="Events to check").get_by_role("listitem").count() < 60
        page.goto(f"{address}#/reports")
        page.locator("a.report").first.wait_for()
        page.locator("a.report").first.hover()
        page.mouse.wheel(0, 90 * 44)  # near the end of the first hundred rows
        height = "document.querySelector('.frame').scrollHeight"
        deadline = time.monotonic() + 20
        while run(page, height) < 150 * 44:
            assert time.monotonic() < deadline, "no more rows came"
            page.wait_for_timeout(100)
        page.get_by_role("searchbox").fill("valley")
        expect(page.locator("a.report").first).to_be_visible()
        page.get_by_role("searchbox").fill("no such word")
        expect(page.get_by_text("No report is like this.")).to_be_visible()
