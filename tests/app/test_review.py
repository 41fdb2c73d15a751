"""Review with the keyboard alone."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tacitus.ledger import Ledger
from tacitus.model import EventKey


def _state(page: Page, state: str) -> None:
    expect(page.locator("li.active .state")).to_have_text(state)


def _trigger(page: Page, words: str) -> None:
    expect(page.locator("li.active .title .trigger")).to_have_text(words)


def _found(page: Page) -> Locator:
    """The first suggestion."""
    return page.get_by_role("listbox", name="Found").get_by_role("option").first


def test_a_queue_is_worked_off_without_a_mouse(own: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{own}#/review")
    _trigger(page, "raided")  # the least confident first
    page.keyboard.press("c")
    _trigger(page, "condemned")
    page.keyboard.press("x")
    _trigger(page, "shelled")
    page.keyboard.press("u")
    _trigger(page, "condemned")
    _state(page, "open")
    page.keyboard.press("k")
    _trigger(page, "raided")
    _state(page, "confirmed")
    with Ledger.open(tmp_path / "own.db") as ledger:
        said = [(each.action.value, each.key.event_id, each.undone) for each in ledger.decisions()]
    assert said == [("undo", "e3", False), ("reject", "e3", True), ("confirm", "e2", False)]


def test_words_are_selected_and_given_a_field_with_the_keyboard(own: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{own}#/review")
    _trigger(page, "raided")
    page.keyboard.press("v")  # into the text, at the trigger
    page.keyboard.press("ArrowRight")  # two
    page.keyboard.press("Shift+ArrowRight")  # two villages
    expect(page.get_by_role("toolbar")).to_contain_text("two villages")
    page.keyboard.press("r")
    expect(page.get_by_role("button", name="recipient two villages: change")).to_be_visible()
    page.keyboard.press("c")
    _trigger(page, "condemned")
    with Ledger.open(tmp_path / "own.db") as ledger:
        event = ledger.event(EventKey(doc_id="market-1", event_id="e2"))
    assert [(party.name, party.text) for party in event.event.recipients] == [("two villages", "two villages")]
    assert event.state == "corrected"


def test_offsets_after_a_character_beyond_the_basic_plane_are_code_points(own: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{own}#/report/market-1?event=e3")
    _trigger(page, "condemned")
    page.keyboard.press("v")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    expect(page.get_by_role("toolbar")).to_contain_text("condemned the shelling")
    page.keyboard.press("m")
    page.keyboard.press("c")
    _state(page, "corrected")
    with Ledger.open(tmp_path / "own.db") as ledger:
        report = ledger.report("market-1")
        (mention,) = next(event for event in report.events if event.key.event_id == "e3").event.mentions
    assert report.report.text[mention.start : mention.end] == mention.text == "condemned the shelling"


def test_a_missed_event_is_added_with_its_category_and_party(own: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{own}#/report/market-1?event=e3")
    _trigger(page, "condemned")
    page.keyboard.press("v")
    for _ in range(3):  # the, shelling, A, curfew
        page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("toolbar")).to_contain_text("curfew")
    page.keyboard.press("+")
    expect(page.get_by_label("category")).to_be_focused()
    page.keyboard.type("COER")
    page.get_by_role("button", name="+ actor without words").press("Enter")
    expect(page.get_by_role("combobox", name="Search the registry")).to_be_focused()
    page.keyboard.type("Council of Orlava")
    expect(_found(page)).to_contain_text("Council of Orlava")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Add event").press("Enter")
    _trigger(page, "curfew")
    _state(page, "added")
    with Ledger.open(tmp_path / "own.db") as ledger:
        added = [event.event for event in ledger.report("market-1").events if event.state == "added"]
    assert [(event.category, event.trigger.text, event.actors[0].name) for event in added] == [
        ("COERCE", "curfew", "Council of Orlava")
    ]


def test_a_place_is_taken_from_the_gazetteer(own: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{own}#/report/market-1?event=e2")
    _trigger(page, "raided")
    page.keyboard.press("f")
    page.get_by_role("button", name="place Kesten: change").press("Enter")
    expect(page.get_by_role("combobox", name="Search the gazetteer")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("Novi Sad")
    expect(_found(page)).to_contain_text("Novi Sad")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("c")
    _trigger(page, "condemned")  # the next event of the report
    with Ledger.open(tmp_path / "own.db") as ledger:
        kept = ledger.event(EventKey(doc_id="market-1", event_id="e2"))
    place = kept.event.place
    assert kept.state == "corrected"
    assert place is not None
    assert (place.name, place.country, place.text) == ("Novi Sad", "SRB", "Kesten")


def test_a_place_is_set_on_the_map_with_the_keyboard(own: str, page: Page) -> None:
    page.goto(f"{own}#/report/market-1?event=e2")
    _trigger(page, "raided")
    page.keyboard.press("f")
    page.get_by_role("button", name="place Kesten: change").press("Enter")
    canvas = page.get_by_role("application")
    canvas.focus()
    canvas.press("ArrowRight")
    canvas.press("Enter")
    page.get_by_role("button", name="at the ring").press("Enter")
    shown = page.get_by_role("button", name="place Kesten: change")
    expect(shown).to_contain_text("°E")
    expect(shown).not_to_contain_text("24.60°E")


def test_a_comment_is_kept_with_its_author(own: str, page: Page) -> None:
    page.goto(f"{own}#/report/market-1?event=e2")
    _trigger(page, "raided")
    page.keyboard.press("m")
    page.keyboard.type("Which villages?")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_label("Decisions").get_by_role("listitem")).to_contain_text("Which villages?")
    _state(page, "open")


def test_help_lists_the_keys(own: str, page: Page) -> None:
    page.goto(f"{own}#/review")
    _trigger(page, "raided")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_contain_text("undo the last decision")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_two_people_see_each_others_decisions_without_reloading(own: str, page: Page) -> None:
    page.goto(f"{own}#/report/market-1?event=e2")
    _trigger(page, "raided")
    other = page.context.new_page()
    other.goto(f"{own}#/report/market-1?event=e2")
    expect(other.locator("li.active .title .trigger")).to_have_text("raided")
    other.keyboard.press("c")
    _state(page, "confirmed")


def test_a_report_is_never_markup(own: str, page: Page) -> None:
    page.goto(f"{own}#/report/market-1")
    text = page.get_by_role("document", name="Text of the report")
    expect(text).to_contain_text("<script>alert('x')</script>")
    assert text.locator("script").count() == 0
