"""A server for others than this machine, and who may come in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tacitus.web import Accounts, Role
from tests.app import _ledgers
from tests.app.conftest import serving

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
