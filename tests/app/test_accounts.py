"""A server for others than this machine: who may come in, and two who code blind to each other."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tacitus.ledger import Ledger
from tacitus.web import Accounts, Role
from tests.app import _ledgers
from tests.app.conftest import DESK, opened, serving

_PASSWORD = "four unrelated plain words"  # noqa: S105  of the tests alone


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one report with three events, and accounts for two coders and an adjudicator."""
    path = _ledgers.write(tmp_path_factory.mktemp("others") / "war.db", (_ledgers.market(),))
    accounts = Accounts.beside(str(path))
    for name, role in (("anna", Role.CODER), ("ben", Role.CODER), ("judith", Role.ADJUDICATOR)):
        accounts.add(name, _PASSWORD, role)
    accounts.engine.dispose()
    return path


@pytest.fixture(scope="module")
def address(ledger: Path) -> Iterator[str]:
    with serving(ledger, host="0.0.0.0") as address:  # noqa: S104  what a server for others listens on
        yield address


def _log_in(page: Page, name: str, password: str = _PASSWORD) -> None:
    expect(page.get_by_label("Name")).to_be_focused()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")


def test_who_has_no_account_sees_nothing_and_who_has_one_comes_to_the_page_asked_for(page: Page, address: str) -> None:
    page.goto(f"{address}#/report/market-1")
    _log_in(page, "anna", "another four plain words")
    expect(page.get_by_role("alert")).to_contain_text("name or password is wrong")
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.locator("main")).not_to_contain_text("Orlava")
    page.reload()
    _log_in(page, "anna")
    expect(page.get_by_role("document", name="Text of the report")).to_contain_text("the market of Orlava")
    expect(page.get_by_role("banner")).to_contain_text("anna · coder")
    page.get_by_role("button", name="Log out").press("Enter")
    expect(page.get_by_label("Password")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Password")).to_be_visible()


@contextmanager
def _at_work(browser: Browser, address: str, name: str) -> Iterator[Page]:
    with opened(browser, DESK) as page:
        page.goto(f"{address}#/samples")
        _log_in(page, name)
        yield page


def _in_hand(page: Page, trigger: str, state: str = "open") -> None:
    expect(page.locator("li.active .title .trigger")).to_have_text(trigger)
    expect(page.locator("li.active .title .state")).to_have_text(state)


def test_two_code_blind_are_compared_live_and_adjudicated(browser: Browser, address: str, ledger: Path) -> None:
    with (
        _at_work(browser, address, "judith") as judith,
        _at_work(browser, address, "anna") as anna,
        _at_work(browser, address, "ben") as ben,
    ):
        _draw(judith)
        sample = judith.get_by_role("region", name="March")
        for coder in (anna, ben):
            coder.get_by_role("link", name="Go on with your part").press("Enter")  # there without reloading
            _in_hand(coder, "shelled")

        _press(anna, ("c", "raided"), ("x", "condemned"), ("c", "condemned"))
        anna.keyboard.press("d")
        expect(anna.get_by_text("Your part is done.")).to_be_visible()
        expect(sample).to_contain_text("1 of 1")
        expect(sample).to_contain_text("Agreement is shown as soon as both have done a report.")
        expect(ben.locator("li .title .state")).to_have_text(["open"] * 3)

        _press(ben, ("c", "raided"), ("c", "condemned"))
        ben.keyboard.press("f")
        expect(ben.get_by_label("category")).to_be_focused()
        ben.keyboard.type("THREA")
        ben.get_by_role("button", name="Keep correction").press("Enter")
        _in_hand(ben, "condemned", "corrected")
        ben.keyboard.press("d")
        expect(sample).to_contain_text("2 events found by both, 0 only by anna, 1 only by ben")
        expect(sample.get_by_role("row", name="category")).to_contain_text("40 %")

        judith.get_by_role("link", name="Adjudicate 2 disagreements").press("Enter")
        _adjudicate(judith)
    with Ledger.open(ledger) as book:
        said = {each.key.event_id: (each.action.value, each.by, each.comment) for each in book.decisions()}
    assert said == {
        "e2": ("confirm", "judith", None),
        "e3": ("confirm", "judith", "Words alone, no threat"),
    }


def _draw(judith: Page) -> None:
    for label, written in (("Name", "March"), ("First coder", "anna"), ("Second coder", "ben"), ("Reports", "1")):
        judith.get_by_label(label, exact=True).fill(written)
    judith.get_by_role("button", name="Draw").press("Enter")


def _press(coder: Page, *keys: tuple[str, str]) -> None:
    """Press each key, and see which event is then in hand."""
    for key, trigger in keys:
        coder.keyboard.press(key)
        expect(coder.locator("li.active .title .trigger")).to_have_text(trigger)


def _adjudicate(judith: Page) -> None:
    passage = judith.get_by_role("region", name="The passage")
    expect(passage).to_contain_text("they differ on event")
    expect(judith.get_by_role("region", name="anna")).to_contain_text("Saw no event here")
    expect(judith.get_by_role("region", name="ben")).to_contain_text("COERCE")
    judith.keyboard.press("2")
    expect(passage).to_contain_text("they differ on category")
    judith.get_by_label("Comment").fill("Words alone, no threat")
    judith.get_by_role("region", name="anna").get_by_role("button", name="This holds").press("Enter")
    expect(judith.get_by_text("settled by judith")).to_be_visible()
    judith.get_by_role("link", name="Double coding").press("Enter")
    expect(judith.get_by_text("No disagreement is left")).to_be_visible()
