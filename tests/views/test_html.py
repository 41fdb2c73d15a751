import re
from html.parser import HTMLParser

import pytest
from hypothesis import given

from tacitus.model import CodedReport, Event, Span
from tacitus.views import as_html, visible
from tests.written import CODED, RAIDS, SHELLING, TEXT, coded, span

_VOID = {"br"}


class _Page(HTMLParser):
    """What a browser would see: the tags, whether they nest, and the text of the text pane."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.panes: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.open.append(tag)
        self.panes.append(dict(attrs).get("class") or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.panes.pop()

    def handle_data(self, data: str) -> None:
        if "text" in self.panes and self.open[-1] != "sup":
            self.text += data


def test_the_page_shows_every_value_with_its_words() -> None:
    page = as_html(coded(SHELLING, RAIDS, remarks=("a remark",), share_read=0.5))
    for expected in (
        "published Wed 3 Mar 2021",
        '<dt>who</dt><dd>Dawn Front (REB) <q class="actor">Rebels of the Dawn Front</q></dd>',
        "<dt>when</dt><dd>Tue 2 Mar 2021 ",
        "<dt>killed</dt><dd>at least 4 ",
        "<dt>in answer to</dt><dd>e1 ASSAULT, shelled</dd>",
        "note: a remark",
        "only 50% of the text was read",
    ):
        assert expected in page


def test_a_word_in_two_roles_is_marked_once_with_both() -> None:
    page = as_html(coded(SHELLING))
    assert '<mark class="recipient" title="e1 recipient: market of Orlava">the market of </mark>' in page
    overlap = re.search(r'<mark class="([^"]*)" title="([^"]*)">Orlava</mark>', page)
    assert overlap
    assert set(overlap[1].split()) == {"recipient", "place"}
    assert "e1 recipient: market of Orlava" in overlap[2]
    assert "e1 place: Orlava, XXX" in overlap[2]


def test_a_trigger_carries_the_number_of_its_event() -> None:
    assert ">shelled</mark><sup>e1</sup>" in as_html(coded(SHELLING))


def test_words_of_the_report_never_become_markup() -> None:
    hostile = '<script>alert(1)</script> "quoted" <img src=x onerror=y> struck & left'
    event = Event(
        id='e"1',
        category="<b>",
        trigger=span(hostile, "struck"),
        weapons=(span(hostile, "<script>alert(1)</script>"),),
        note='" onmouseover="x',
    )
    page = _Page(as_html(coded(event, text=hostile)))
    assert not {"script", "img", "b "} & set(page.tags)
    assert {name for name, _ in page.attributes} <= {"class", "title", "dir"}
    assert page.text == hostile


def test_the_page_asks_for_nothing_from_outside() -> None:
    page = as_html(coded(SHELLING, RAIDS))
    assert not re.search(r"https?:|url\(|@import|<script|<link|<img", page)


def test_a_missing_publication_date_is_told() -> None:
    assert "relative dates stay unresolved" in as_html(coded(published=None))


def test_no_events_is_told() -> None:
    assert "no events" in as_html(coded())


@given(CODED)
def test_any_coded_report_gives_nested_markup_and_its_whole_text(report: CodedReport) -> None:
    page = _Page(as_html(report))
    assert page.open == []
    assert page.text == "\n".join(map(visible, report.report.text.split("\n")))


def test_overlapping_spans_leave_the_text_whole() -> None:
    spans = [Span.of(TEXT, start, start + 40) for start in range(0, 120, 7)]
    events = [Event(id=f"e{n}", category="AID", trigger=one) for n, one in enumerate(spans)]
    assert _Page(as_html(coded(*events))).text == TEXT


def test_a_coded_report_shows_itself_in_a_notebook() -> None:
    report = coded(SHELLING)
    assert report._repr_html_() == as_html(report)


@pytest.mark.parametrize("role", ["actor", "recipient", "place", "time", "killed", "attribution"])
def test_each_role_has_a_look(role: str) -> None:
    assert f".tacitus .{role}{{" in as_html(coded())
