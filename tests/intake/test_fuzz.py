"""Any bytes, under any name, come out as reports and rejections: nothing raises, nothing runs away.

A few examples here; `make fuzz` sets FUZZ_SECONDS and looks for as long as that at each kind.
"""

import gzip
import os
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import monotonic, sleep

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tacitus.intake import Settings, read
from tacitus.intake._kinds import SUFFIXES, of_head
from tacitus.model import Rejection, Report
from tests.intake.pages_written import PAGE

SECONDS = float(os.environ.get("FUZZ_SECONDS", "0"))
N_EXAMPLES = 100 if SECONDS else 15
"""Each time; what is longer than some seconds is made of many times, each with examples of its own."""

PIECES = {
    "csv": [b"text", b",", b'"', b"\n", b"published", b"2024-02-29", b";", b"\r\n", b"\xff"],
    "json": [b"{", b"}", b'"text"', b":", b'"a"', b"[", b"]", b",", b"\\ud800", b"1e999", b"null"],
    "page": [
        *(PAGE.encode()[:900], b"<p>", b"</p>", b"<article>", b"&#0;", b"<!--", b"Shells fell. " * 20),
        *(b"<table><td>", b"\xff"),
    ],
    "warc": [
        *(b"WARC/1.0\r\n", b"WARC-Type: response\r\n", b"Content-Length: 9\r\n", b"Content-Length: 99999999999\r\n"),
        *(b"\r\n", b"HTTP/1.1 200 OK\r\n", b"Content-Type: text/html\r\n", b"Transfer-Encoding: chunked\r\n"),
        *(b"Content-Type: application/http\r\n", b"fffffffff\r\n", b"x" * 9),
    ],
    "feed": [
        *(b"<rss version='2.0'>", b"<item>", b"<title>", b"</item>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;"),
        *(b"<link>", b"<urlset>", b"<url><loc>http://a/</loc></url>", b"]]>", b"<feed><entry>"),
    ],
    "mail": [
        *(b"From: a@b\n", b"Subject: =?utf-8?q?a?=\n", b"Date: x\n", b"\n", b"--b\n", b"Shells fell. "),
        *(b"Content-Type: multipart/mixed; boundary=b\n", b"Content-Type: text/html; charset=x\n"),
        *(b"Content-Transfer-Encoding: base64\n", b"=?x?b?!?="),
    ],
}
SUFFIX = {"csv": ".csv", "json": ".jsonl", "page": ".html", "warc": ".warc", "feed": ".rss", "mail": ".eml"}


def outcomes(raw: bytes, suffix: str) -> list[Report | Rejection]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"any{suffix}"
        path.write_bytes(raw)
        return list(read([path], settings=Settings(languages=frozenset()), today=date(2024, 3, 1)))


def check(found: list[Report | Rejection]) -> None:
    for outcome in found:
        if isinstance(outcome, Report):
            assert outcome.text.strip()
            outcome.text.encode()
        else:
            assert "\n" not in str(outcome)


def lasting(run: Callable[[], None], seconds: float = SECONDS) -> None:
    """Run once, and again until the time is over."""
    until = monotonic() + seconds
    run()
    while monotonic() < until:
        run()


_FUZZ = settings(max_examples=N_EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("kind", PIECES)
def test_pieces_of_a_kind_in_any_order(kind: str) -> None:
    @_FUZZ
    @given(pieces=st.lists(st.sampled_from(PIECES[kind]) | st.binary(max_size=8), max_size=25), packed=st.booleans())
    def run(pieces: list[bytes], packed: bool) -> None:
        raw = b"".join(pieces)
        check(outcomes(gzip.compress(raw) if packed else raw, SUFFIX[kind]))

    lasting(run)


def test_any_bytes_under_any_name() -> None:
    @_FUZZ
    @given(raw=st.binary(max_size=200), suffix=st.sampled_from([*SUFFIXES, "", ".csv.gz", ".warc.gz"]))
    def run(raw: bytes, suffix: str) -> None:
        check(outcomes(raw, suffix))

    lasting(run)


@pytest.mark.parametrize(("seconds", "least"), [(0.0, 1), (0.05, 2)], ids=["once", "as-long-as-asked"])
def test_looking_lasts_as_long_as_asked(seconds: float, least: int) -> None:
    begun, runs = monotonic(), []
    lasting(lambda: runs.append(sleep(0.01)), seconds)
    assert len(runs) >= least
    assert monotonic() - begun >= seconds
    assert seconds or len(runs) == 1


@given(head=st.binary(max_size=4096))
def test_any_beginning_has_a_kind(head: bytes) -> None:
    assert of_head(head)


@pytest.mark.parametrize("head", [b"<!---->" * 585, b"<!--" * 1024, b"\n" * 4096, b"From: a\n " * 455], ids=range(4))
def test_no_beginning_takes_long(head: bytes) -> None:
    of_head(head)
