"""Fetching from a real server on this machine: politely, within limits, and never from a private address unasked."""

import gzip
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import ClassVar

import pytest

from tacitus.errors import IntakeError
from tacitus.intake import Kind, Settings, Web, read
from tacitus.intake.web._guard import _is_public, sound_url
from tacitus.model import Rejection, Report
from tests.intake.pages_written import PAGE, TEXT

TODAY = date(2024, 3, 1)
WEB = Web(allow_private=True, pause_s=0.0, timeout_s=6.0, deadline_s=8.0, max_bytes=1_000_000)


class _Site(BaseHTTPRequestHandler):
    """A small publisher."""

    asked: ClassVar[list[tuple[str, float]]] = []

    def do_GET(self) -> None:
        self.asked.append((self.path, time.monotonic()))
        here = f"http://{self.headers['Host']}"
        item, url, sitemap = (f"<{name}>{here}" for name in ("item><link", "url><loc", "sitemap><loc"))
        lists = {
            "/feed": "<rss version='2.0'><channel><title>x</title>"
            + "".join(f"{item}/{name}</link></item>" for name in ("page", "private/1", "page"))
            + "</channel></rss>",
            "/map.xml": f"<urlset>{url}/page</loc></url>{url}/feed</loc></url></urlset>",
            "/broken.xml": f"<urlset>{url}/page</loc></url><url>",
            "/loop.xml": f"<sitemapindex>{sitemap}/loop.xml</loc></sitemap></sitemapindex>",
        }
        moved = {"/moved": "/page", "/round": "/round", "/file": "file:///etc/passwd", "/nowhere": "http://[::1"}
        if self.path == "/robots.txt":
            self._send("User-agent: *\nDisallow: /private\n", "text/plain")
        elif self.path in lists:
            self._send(lists[self.path], "text/xml")
        elif self.path in moved:
            self._moved(moved[self.path])
        elif self.path in {"/endless", "/slow"}:
            self._endless(0.3 if self.path == "/slow" else 0.0)
        elif self.path == "/busy" and [path for path, _ in self.asked].count("/busy") == 1:
            self._busy()
        elif self.path == "/missing":
            self.send_error(404)
        else:
            self._send(PAGE, "text/html; charset=utf-8", packed=self.path == "/packed")

    def _send(self, text: str, kind: str, *, packed: bool = False) -> None:
        body = gzip.compress(text.encode()) if packed else text.encode()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def _moved(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _busy(self) -> None:
        self.send_response(503)
        self.send_header("Retry-After", "0")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _endless(self, pause_s: float) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"<rss><item>" if pause_s else b"<rss><item>" * 10_000)
                time.sleep(pause_s)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def site() -> Iterator[str]:
    _Site.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def fetched(url: str, web: Web = WEB) -> list[Report | Rejection]:
    return list(read([url], settings=Settings(web=web), today=TODAY))


@pytest.mark.parametrize("path", ["/page", "/moved", "/packed"])
def test_a_page(site: str, path: str) -> None:
    [report] = fetched(site + path)
    assert isinstance(report, Report), report
    assert (report.text, report.doc_id) == (TEXT, site + path)
    assert report.url == (site + "/page" if path == "/moved" else site + path)
    assert _Site.asked[0][0] == "/robots.txt"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/private/1", "I-22"),
        ("/missing", "I-23 was answered with status 404"),
        ("/round", "I-23 is redirected over 5 times"),
        ("/file", "I-21 is not an address of http or https"),
        ("/nowhere", "I-23 is redirected to what is no URL"),
        ("/endless", "I-04 sends more than 1 MB"),
        ("/slow", "I-23 did not answer in time"),
    ],
)
def test_what_is_not_fetched(site: str, path: str, told: str) -> None:
    begin = time.monotonic()
    [rejection] = fetched(site + path)
    assert str(rejection).startswith(f"{site}{path}: {told}")
    assert time.monotonic() - begin < 60
    assert all(asked != "/private/1" for asked, _ in _Site.asked)


def test_a_server_that_asks_to_be_asked_again_at_once(site: str) -> None:
    [report] = fetched(site + "/busy")
    assert isinstance(report, Report), report
    assert [path for path, _ in _Site.asked] == ["/robots.txt", "/busy", "/busy"]


def test_a_private_address_is_not_spoken_to(site: str) -> None:
    for host in ("127.0.0.1", "localhost"):
        [rejection] = fetched(site.replace("127.0.0.1", host) + "/page", Web())
        assert str(rejection.code) == "I-21"  # type: ignore[union-attr]
    assert _Site.asked == []


def test_a_feed_is_followed_on_request_and_each_page_fetched_once(site: str) -> None:
    report, forbidden = fetched(site + "/feed", replace(WEB, follow=True))
    assert (report.text, report.doc_id) == (TEXT, f"{site}/page")  # type: ignore[union-attr]
    assert forbidden.code == "I-22"  # type: ignore[union-attr]


def test_what_a_feed_is_said_to_be_its_pages_are_not(site: str) -> None:
    settings = Settings(web=replace(WEB, follow=True), kind=Kind.FEED)
    report, _ = read([site + "/feed"], settings=settings, today=TODAY)
    assert report.text == TEXT  # type: ignore[union-attr]


def test_a_sitemap_that_breaks_off_says_so(site: str) -> None:
    report, broken = fetched(site + "/broken.xml", replace(WEB, follow=True))
    assert report.text == TEXT  # type: ignore[union-attr]
    assert "I-16 is broken XML" in str(broken)


def test_a_sitemap_names_pages_and_nothing_else(site: str) -> None:
    report, other = fetched(site + "/map.xml", replace(WEB, follow=True))
    assert report.text == TEXT  # type: ignore[union-attr]
    assert "was named as a page or a sitemap, but is of the kind feed" in str(other)


def test_a_sitemap_of_itself_ends(site: str) -> None:
    assert fetched(site + "/loop.xml", replace(WEB, follow=True)) == []


def test_no_more_pages_than_allowed(site: str) -> None:
    report, last = fetched(site + "/map.xml", replace(WEB, follow=True, max_pages=1))
    assert isinstance(report, Report)
    assert last.code == "I-24"  # type: ignore[union-attr]


def test_a_host_is_asked_only_so_often(site: str) -> None:
    settings = Settings(web=replace(WEB, pause_s=0.3))
    assert len(list(read([site + "/page", site + "/other"], settings=settings, today=TODAY))) == 2
    times = [at for _, at in _Site.asked]
    assert all(later - earlier >= 0.29 for earlier, later in pairwise(times))


def test_a_server_that_is_not_there() -> None:
    [rejection] = fetched("http://127.0.0.1:9/page")
    assert "I-22 is of a host whose robots.txt cannot be had now" in str(rejection)


@pytest.mark.parametrize("name", ["Zoë", "", "two\nlines"])
def test_a_name_that_cannot_be_told_to_publishers(name: str) -> None:
    with pytest.raises(IntakeError, match="I-00"):
        Web(agent=name)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "http://",
        "https://u:p@example.org/",
        "http://a:99999/",
        "http://[::1",
    ],
)
def test_urls_that_are_refused(url: str) -> None:
    [rejection] = fetched(url)
    assert rejection.code == "I-21"  # type: ignore[union-attr]


def test_a_url_is_written_in_ascii() -> None:
    assert sound_url("http://müller.example/ä b?q=é#x") == "http://xn--mller-kva.example/%C3%A4%20b?q=%C3%A9"


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.0.0.1",
            "172.16.3.4",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.1",
            "224.0.0.1",
        ),
        *(
            "::1",
            "fe80::1%eth0",
            "fc00::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2002:a00:1::",
            "ff02::1",
            "255.1.1.1",
        ),
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not _is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_addresses_that_are_public(address: str) -> None:
    assert _is_public(address)
