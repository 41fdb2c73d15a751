"""A briefing from a real ledger, looked at with a real browser."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.stories import STORIES
from tacitus.analysis.briefing import Asked, Briefing, briefing, briefing_as_html, briefing_as_markdown
from tacitus.analysis.briefing._markdown import safe
from tacitus.errors import BriefingError
from tacitus.ledger import Ledger
from tacitus.model import IncidentKind
from tests.ledger.written import add
from training.stories import load_stories


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    (story,) = (story for story in load_stories(STORIES) if story.name == "baidoa")
    with Ledger.open(tmp_path_factory.mktemp("brief") / "war.db") as opened:
        add(opened, *story.reports)
        opened.link()
        yield opened


@pytest.fixture(scope="module")
def somalia(ledger: Ledger) -> Briefing:
    return briefing(ledger, Asked(countries=("SOM",)))


def test_figures_add_single_incidents_that_occurred_and_hold_every_claim(somalia: Briefing) -> None:
    counted = [one.entry.killed for one in somalia.counted if one.entry.killed]
    assert somalia.killed.best == sum(amount.best for amount in counted)
    assert somalia.killed.low <= somalia.killed.best
    assert all(one.entry.kind is IncidentKind.SINGLE for one in somalia.counted)


def test_every_incident_is_quoted_in_the_words_of_its_reports(ledger: Ledger, somalia: Briefing) -> None:
    texts = {row.doc_id: ledger.report(row.doc_id).report.text for row in ledger.reports()}
    for told in somalia.told:
        assert len(told.quotes) == len(told.entry.sources)
        for quote, source in zip(told.quotes, told.entry.sources, strict=True):
            words = (quote.before + quote.trigger + quote.after).removeprefix("… ").removesuffix(" …")
            assert words in texts[source.doc_id]


def test_the_page_loads_nothing_and_runs_nothing(somalia: Briefing) -> None:
    shown = briefing_as_html(somalia)
    assert not re.search(r"<(script|link|img|iframe|object)|url\(|@import|\s(src|srcset)=", shown)
    assert all(address.startswith("#") for address in re.findall(r'href="([^"]*)"', shown))
    assert "default-src 'none'" in shown


def test_what_an_incident_answers_is_named(somalia: Briefing) -> None:
    shown = briefing_as_html(somalia)
    titles = dict(re.findall(r'<article id="i-(\w+)"><h3>(.*?)(?: <span|</h3>)', shown))
    answered = [pair for items in re.findall(r"In answer to:</p><ul>(.*?)</ul>", shown) for pair in _links(items)]
    assert answered
    assert all(titles[id_] == name for id_, name in answered)


def _links(items: str) -> list[tuple[str, str]]:
    return re.findall(r'href="#i-(\w+)">(.*?)</a>', items)


def test_the_page_has_every_part_and_every_link_leads_somewhere(somalia: Briefing) -> None:
    shown = briefing_as_html(somalia)
    for part in (
        "Incidents in Somalia",
        "Where",
        "When",
        "Who against whom",
        "What answered what",
        "Where reports differ",
    ):
        assert f">{part}</h" in shown
    assert "Baidoa" in shown
    assert set(re.findall(r'href="#i-([^"]*)"', shown)) <= set(re.findall(r'<article id="i-([^"]*)"', shown))


def test_the_markdown_tells_what_the_page_tells(somalia: Briefing) -> None:
    told = briefing_as_markdown(somalia)
    assert told.startswith("# Incidents in Somalia\n")
    assert told.count("\n### ") == len(somalia.told)
    assert f"**{somalia.killed.best:,}** reported killed" in told


def test_markdown_obeys_no_foreign_words_and_leaves_plain_ones_alone() -> None:
    assert safe("the police (5) said") == "the police (5) said"
    assert safe("[here](https://example.org) <b> *x*") == r"\[here\](https://example.org) \<b\> \*x\*"


def test_days_without_incidents_are_misuse(ledger: Ledger) -> None:
    with pytest.raises(BriefingError, match="no incidents"):
        briefing(ledger, Asked(countries=("PER",)))


def test_a_browser_draws_it_without_a_complaint(somalia: Briefing, tmp_path: Path) -> None:
    """Chromium logs every request that a policy stops, and every fault of a page."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        pytest.skip("no Chromium here; continuous integration has one")
    page = tmp_path / "brief.html"
    page.write_text(briefing_as_html(somalia), encoding="utf-8")
    command = [
        browser,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--enable-logging=stderr",
        "--dump-dom",
        page.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert "CONSOLE" not in done.stderr
    assert '<svg class="map"' in done.stdout
