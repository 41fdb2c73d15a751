"""Plain text files: the text as given, and the date at its head."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tacitus.intake import Settings, read
from tacitus.model import Rejection, Report

TODAY = date(2024, 3, 1)
SCRATCH = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def only(path: Path) -> Report | Rejection:
    outcomes = list(read([path], today=TODAY))
    assert len(outcomes) == 1
    return outcomes[0]


def report(path: Path) -> Report:
    outcome = only(path)
    assert isinstance(outcome, Report), outcome
    return outcome


def refusal(path: Path) -> Rejection:
    outcome = only(path)
    assert isinstance(outcome, Rejection), outcome
    return outcome


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("date 2023-10-27\n\nShells fell on the port.\n", date(2023, 10, 27)),
        ("date 2023-10-27 Shells fell on the port.", date(2023, 10, 27)),
        ("Date: 2023-10-27\r\nShells fell on the port.\r\n", date(2023, 10, 27)),
        ("DATE 1991-02-01\nSHELLS FELL ON THE PORT", date(1991, 2, 1)),
        ("\n  date 2023-10-27T23:30:00+11:00\nShells fell.", date(2023, 10, 27)),
        ("date 2024-03-02\nShells fell on the port.", date(2024, 3, 2)),
        ("Shells fell on the port.", None),
        ("date palms were burnt near the port.", None),
        ("Date 14 men were held is not known.", None),
        ("The port, date 2023-10-27", None),
        ("update 2023-10-27 the port", None),
    ],
    ids=[
        "own-line",
        "same-line",
        "colon-crlf",
        "capitals",
        "datetime",
        "tomorrow",
        "none",
        "palms",
        "men",
        "late",
        "update",
    ],
)
def test_the_date_is_read_and_the_text_kept_whole(tmp_path: Path, text: str, published: date | None) -> None:
    path = tmp_path / "harbour.txt"
    path.write_bytes(text.encode())
    assert report(path) == Report(doc_id="harbour", text=text, published=published)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Shells fell.", date(2024, 2, 28), id="tells none"),
        pytest.param("date 2024-02-27 Shells fell.", date(2024, 2, 27), id="tells its own"),
    ],
)
def test_a_day_that_is_given_is_that_of_reports_which_tell_none(tmp_path: Path, text: str, expected: date) -> None:
    (tmp_path / "port.txt").write_text(text, encoding="utf-8")
    dated = Settings(published=date(2024, 2, 28))
    (found,) = read([tmp_path / "port.txt"], settings=dated, today=TODAY)
    assert isinstance(found, Report)
    assert found.published == expected
    (refused,) = read([tmp_path / "port.txt"], settings=dated, today=date(2024, 2, 1))
    assert isinstance(refused, Rejection)
    assert refused.code == "I-09"


def test_an_unknown_suffix_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "wire.rpt"
    path.write_text("date 2023-10-27\nShells fell.", encoding="utf-8")
    assert report(path).published == date(2023, 10, 27)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_tells_the_encoding_and_is_no_text(tmp_path: Path, encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    path = tmp_path / "marked.txt"
    path.write_bytes(mark + "date 2023-10-27\nTirs à l’aube 🎆.\r\n".encode(encoding))
    assert report(path).text == "date 2023-10-27\nTirs à l’aube 🎆.\r\n"
    assert report(path).published == date(2023, 10, 27)


@pytest.mark.parametrize(
    ("raw", "code", "words"),
    [
        (b"", "I-01", "has no text"),
        (b" \n\t\r\n", "I-01", "has no text"),
        (b"date 2023-10-27\n\n", "I-01", "has no text"),
        (b"\xef\xbb\xbf", "I-01", "has no text"),
        (b"SQLite format 3\0\x10", "I-02", "not plain text; a ledger is named with --ledger"),
        (b"%PDF-1.4\n%abc\n", "I-02", "is a PDF, not plain text; extract its text first"),
        (b"PK\x03\x04abc", "I-02", "Office document"),
        (b"The port\0 burnt", "I-02", "zero byte at 8"),
        ("The port".encode("utf-16-le"), "I-02", "save it with a byte order mark"),
        (bytes(range(1, 32)) * 4, "I-02", "control characters"),
        (b"Shells \xff\xfe\xfd fell.", "I-03", "is not UTF-8 at byte 7 (0xff), and what else it is remains unclear"),
        (b"\xff\xfea\x00\x00\xd8", "I-03", "begins as UTF-16 but is broken at byte 4"),
        (b"a" * 1_000_001, "I-04", "over 1,000,000"),
        (b"a" * 10_000_000, "I-04", "is longer than 1,000,000 characters"),
        (b"date 2023-02-30\nShells fell.", "I-08", "'2023-02-30'; write it as YYYY-MM-DD"),
        (b"date 27.10.2023\nShells fell.", "I-08", "'27.10.2023'; write it as YYYY-MM-DD"),
        (b"date 2024-03-03 Shells fell.", "I-09", "is dated 2024-03-03, in the future (today is 2024-03-01)"),
        (b"\xff\xfea\x00\x00\x00", "I-14", "has a NUL at character 1; remove it"),
    ],
)
def test_what_cannot_be_read_is_a_rejection_in_one_line(tmp_path: Path, raw: bytes, code: str, words: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(raw)
    line = str(refusal(path))
    assert line.startswith(f"{path}: {code} ")
    assert words in line
    assert "\n" not in line


def test_the_longest_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("é" * 1_000_000, encoding="utf-8")
    assert len(report(path).text) == 1_000_000


@SCRATCH
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t"), min_size=1))
def test_the_text_is_the_content_of_the_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "any.txt"
    path.write_bytes(b"x " + text.encode())
    assert report(path).text == "x " + text


@SCRATCH
@given(raw=st.binary(), suffix=st.sampled_from([".txt", ".json", ".jsonl", ""]))
def test_no_bytes_raise(tmp_path: Path, raw: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(raw)
    outcomes = list(read([path], today=TODAY))
    assert outcomes
    for outcome in outcomes:
        assert outcome.text.encode() if isinstance(outcome, Report) else "\n" not in str(outcome)
