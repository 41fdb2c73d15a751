"""Pages, feeds, mails and web archives: what an author wrote, and nothing around it."""

import gzip
from datetime import date
from pathlib import Path

import pytest

from tacitus.intake import read
from tacitus.intake.pages._furniture import is_furniture
from tacitus.model import Rejection, Report
from tests.intake.pages_written import PAGE, STORY, TEXT

TODAY = date(2024, 3, 1)
EXPECTED = Report(
    doc_id="port", text=TEXT, published=date(2024, 2, 27), title="Port shelled", source="The Wire", url=None
)


def only(path: Path, content: bytes | str) -> Report | Rejection:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    [outcome] = read([path], today=TODAY)
    return outcome


@pytest.mark.parametrize("name", ["port.html", "port.HTM", "port"])
def test_the_article_of_a_page(tmp_path: Path, name: str) -> None:
    assert only(tmp_path / name, PAGE) == EXPECTED


def test_a_packed_page(tmp_path: Path) -> None:
    assert only(tmp_path / "port.html.gz", gzip.compress(PAGE.encode())) == EXPECTED


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "cp1251"])
def test_the_encoding_is_the_one_that_the_page_names(tmp_path: Path, encoding: str) -> None:
    word = "Ярослав" if encoding == "cp1251" else "Zoë’s"
    page = PAGE.replace("the army", word).replace('charset="utf-8"', f'charset="{encoding}"').replace("©", "")
    report = only(tmp_path / "port.html", page.encode(encoding))
    assert isinstance(report, Report)
    assert word.replace("’", "'") in report.text.replace("’", "'")


def test_what_was_decoded_wrongly_before_is_mended(tmp_path: Path) -> None:
    report = only(tmp_path / "port.html", PAGE.replace("the army", "the army’s press office".encode().decode("cp1252")))
    assert isinstance(report, Report)
    assert "army's press office" in report.text.replace("’", "'")


def test_a_page_without_a_date_has_none(tmp_path: Path) -> None:
    report = only(tmp_path / "port.html", PAGE.replace("2024-02-27T23:30:00+02:00", "").replace("© 2024", ""))
    assert isinstance(report, Report)
    assert report.published is None


@pytest.mark.parametrize("body", ["", "<p>Too short.</p>", "<ul>" + "<li><a href=/>Link</a></li>" * 50 + "</ul>"])
def test_a_page_without_a_main_text(tmp_path: Path, body: str) -> None:
    outcome = only(tmp_path / "index.html", f"<!doctype html><html><body>{body}</body></html>")
    assert isinstance(outcome, Rejection)
    assert outcome.code == "I-19"


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Truce talks stall in the capital",
        "ALSO READ | Ten things to know",
        "Advertisement",
        "By Jane Roe and John Doe, Associated Press",
        "Follow us on Twitter @thewire",
        "Smoke rises over the port on Monday. [File: Jane Roe/Reuters]",
        "(Reporting by Jane Roe; Editing by John Doe)",
        "Published: 27 Feb 2024 10:30",
        "Photo: Jane Roe/AFP",
        "© 2024 The Wire",
        "Sign up for our newsletter",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        *STORY,
        "Read the ruling, the judge told the crowd.",
        "More than 40 people were killed, officials said.",
        "By Monday evening the town had fallen.",
        "Watch towers burned along the border.",
        "Related violence killed six in the north.",
        "By Friday, Ukrainian forces had withdrawn, the general said.",
        "Updated figures put the toll at 31.",
        "Share of the blame lies with both sides, he said.",
        "“Follow us,” the gunmen told the hostages.",
        "Photo evidence showed burnt houses, the group said.",
        "The AP reported that the bridge was hit.",
        "Posted near the gate, 20 soldiers opened fire.",
    ],
)
def test_sentences_are_no_furniture(line: str) -> None:
    assert not is_furniture(line)


def test_a_feed(tmp_path: Path) -> None:
    feed = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Wire</title>
    <item><title>Port shelled</title><link>https://example.org/1</link><guid>wire-1</guid>
    <pubDate>Tue, 27 Feb 2024 23:30:00 +0200</pubDate>
    <description>&lt;p&gt;Rebels shelled the port.&lt;/p&gt;&lt;p&gt;Read more: Truce&lt;/p&gt;</description></item>
    <item><title></title><link>https://example.org/2</link></item></channel></rss>"""
    path = tmp_path / "wire.xml"
    path.write_text(feed, encoding="utf-8")
    first, second = read([path], today=TODAY)
    assert first == Report(
        doc_id="wire-1",
        text="Port shelled\n\nRebels shelled the port.",
        published=date(2024, 2, 27),
        title="Port shelled",
        source="The Wire",
        url="https://example.org/1",
    )
    assert str(second).startswith(f"{path}:2: I-01 ")


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_a_newsletter(tmp_path: Path, kind: str) -> None:
    body = "\n\n".join((*STORY, "Unsubscribe")) if kind == "plain" else PAGE
    mail = (
        "From: The Wire <news@example.org>\nSubject: =?utf-8?q?Port_shelled?=\nDate: Tue, 27 Feb 2024 23:30:00 +0200\n"
        f"MIME-Version: 1.0\nContent-Type: text/{kind}; charset=utf-8\n\n{body}"
    )
    report = only(tmp_path / "port.eml", mail)
    assert isinstance(report, Report)
    assert report.text.startswith("Port shelled\n\n")
    assert all(part in report.text for part in STORY)
    assert "Unsubscribe" not in report.text
    assert (report.title, report.published, report.source) == ("Port shelled", date(2024, 2, 27), "The Wire")


def test_a_sitemap_is_set_aside_unless_it_is_followed(tmp_path: Path) -> None:
    urls = "".join(f"<url><loc>https://example.org/{n}</loc></url>" for n in range(3))
    outcome = only(tmp_path / "map.xml", f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>')
    assert isinstance(outcome, Rejection)
    assert (outcome.code, outcome.set_aside) == ("S-03", True)
    assert "names 3 pages; add --follow" in str(outcome)


def record(number: int, body: bytes = PAGE.encode(), *, length: int | None = None, kind: str = "text/html") -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    return (
        (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number}\r\n"
            "WARC-Date: 2024-02-28T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http) if length is None else length}\r\n\r\n"
        ).encode()
        + http
        + b"\r\n\r\n"
    )


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_a_web_archive(tmp_path: Path, packed: bool) -> None:
    records = [record(1), record(2, b"GIF89a", kind="image/gif"), record(3)]
    path = tmp_path / ("news.warc.gz" if packed else "news.warc")
    path.write_bytes(b"".join(map(gzip.compress, records) if packed else records))
    first, second, others = read([path], today=TODAY)
    assert (first.doc_id, first.text, first.url) == ("news:1", TEXT, "https://example.org/1")  # type: ignore[union-attr]
    assert second.doc_id == "news:3"
    assert str(others) == f"{path}: S-02 holds 1 records that are no pages (image/gif: 1)"


@pytest.mark.parametrize("length", [0, 10, 5_000, 10_000_000, 10**14], ids=str)
def test_a_false_length_costs_its_record(tmp_path: Path, length: int) -> None:
    path = tmp_path / "lies.warc"
    path.write_bytes(record(1) + record(2, length=length) + record(3) + record(4))
    found = list(read([path], today=TODAY))
    reports = [outcome.url for outcome in found if isinstance(outcome, Report)]
    assert reports[0] == "https://example.org/1"
    assert {"https://example.org/3", "https://example.org/4"} <= set(reports)
    assert "https://example.org/2" not in reports
    assert all(outcome.code in {"I-16", "I-04"} for outcome in found if isinstance(outcome, Rejection))


def test_an_archive_that_was_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "cut.warc.gz"
    path.write_bytes((gzip.compress(record(1)) + gzip.compress(record(2)))[:-100])
    first, *rest = read([path], today=TODAY)
    assert first.doc_id == "cut:1"
    assert {outcome.code for outcome in rest if isinstance(outcome, Rejection)} == {"I-16"}
