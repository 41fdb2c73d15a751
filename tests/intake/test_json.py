"""JSON and JSON Lines: fields, defaults, and the line at fault."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tacitus.intake import _json, _lines, read
from tacitus.model import Rejection, Report

TODAY = date(2024, 3, 1)
WORDS = "Shells fell on the port."


def outcomes(path: Path, content: Any) -> list[Report | Rejection]:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    path.write_bytes(raw)
    return list(read([path], today=TODAY))


def test_every_field(tmp_path: Path) -> None:
    fields = {
        "doc_id": "a-1",
        "text": WORDS,
        "published": "2024-02-29",
        "title": "Port shelled",
        "source": "A wire",
        "url": "https://example.org/1",
        "language": "en",
    }
    expected = Report(
        doc_id="a-1",
        text=WORDS,
        published=date(2024, 2, 29),
        title="Port shelled",
        source="A wire",
        url="https://example.org/1",
    )
    assert outcomes(tmp_path / "one.json", fields) == [expected]


def test_only_text(tmp_path: Path) -> None:
    assert outcomes(tmp_path / "one.json", {"text": WORDS}) == [Report(doc_id="one", text=WORDS)]


@pytest.mark.parametrize("published", [None, "", " "])
def test_a_missing_date_is_allowed(tmp_path: Path, published: str | None) -> None:
    [report] = outcomes(tmp_path / "one.json", {"text": WORDS, "published": published})
    assert isinstance(report, Report)
    assert report.published is None


@pytest.mark.parametrize("published", ["2024-02-29", "2024-02-29T23:59:00Z", "2024-02-29 04:00:00+09:00", "20240229"])
def test_dates(tmp_path: Path, published: str) -> None:
    [report] = outcomes(tmp_path / "one.json", {"text": WORDS, "published": published})
    assert isinstance(report, Report)
    assert report.published == date(2024, 2, 29)


def test_a_number_is_an_id(tmp_path: Path) -> None:
    [report] = outcomes(tmp_path / "one.json", {"text": WORDS, "doc_id": 7})
    assert isinstance(report, Report)
    assert report.doc_id == "7"


def test_a_list_keeps_its_order_and_its_sound_reports(tmp_path: Path) -> None:
    first, second, third = outcomes(tmp_path / "list.json", [{"text": "One."}, {"txt": "Two."}, {"text": "Three."}])
    assert (first, third) == (Report(doc_id="list:1", text="One."), Report(doc_id="list:3", text="Three."))
    assert str(second).endswith("I-06 report 2 of the list has no `text` (its keys: 'txt'); put the words under `text`")


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        ({"title": "x"}, "I-06", "has no `text` (its keys: 'title')"),
        ({}, "I-06", "has no `text`; put"),
        ("just words", "I-06", "is a string, not an object"),
        (3, "I-06", "is a number, not an object"),
        (None, "I-06", "is null, not an object"),
        ({"text": " "}, "I-01", "has no text"),
        ([], "I-01", "is an empty list"),
        ({"text": ["Shells fell."]}, "I-07", "has a list as `text`; give a string"),
        ({"text": WORDS, "source": {"name": "A wire"}}, "I-07", "has an object as `source`"),
        ({"text": WORDS, "doc_id": True}, "I-07", "has true or false as `doc_id`"),
        ({"text": WORDS, "published": 20240229}, "I-07", "has a number as `published`"),
        ({"text": WORDS, "published": "29 Feb 2024"}, "I-08", "has the date '29 Feb 2024'"),
        ({"text": WORDS, "published": "2030-01-01"}, "I-09", "is dated 2030-01-01, in the future"),
        ({"text": "a" * 1_000_001}, "I-04", "has 1,000,001 characters"),
        ({"text": "Shells\0fell"}, "I-14", "has a NUL at character 6"),
        ({"text": "Shells \ud83c"}, "I-14", "has half a character (U+D83C) at character 7"),
        ({"text": WORDS, "title": "Port \ud83c"}, "I-14", "half a character (U+D83C) at character 5 of its `title`"),
        ({"text": WORDS, "doc_id": "a\0b"}, "I-14", "has a NUL at character 1 of its `doc_id`"),
        (b"", "I-05", "is broken JSON at column 1"),
        (b'{"text":\n "a",}', "I-05", "is broken JSON at line 2, column "),
        (b'{"text": "a"}\n{"text": "b"}\n', "I-05", "if it holds one report a line, name it .jsonl"),
        (b"[" * 100_000, "I-05", "nesting too deep"),
        (b'{"text": "a", "n": ' + b"1" * 5000 + b"}", "I-05", "a number too long"),
        (b'{"text": "Tirs \xff\xfe\xfd"}', "I-03", "is not UTF-8 at byte 15"),
        (b'{"text": "a\0"}', "I-02", "zero byte at 11"),
    ],
)
def test_what_cannot_be_read_is_a_rejection_in_one_line(tmp_path: Path, content: Any, code: str, words: str) -> None:
    [rejection] = outcomes(tmp_path / "bad.json", content)
    line = str(rejection)
    assert line.startswith(f"{tmp_path / 'bad.json'}: {code} ")
    assert words in line
    assert "\n" not in line


def test_a_broken_line_7_of_100_costs_that_line_only(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"Report {n}."}) for n in range(1, 101)]
    lines[6] = lines[6][:-2]
    found = outcomes(tmp_path / "many.jsonl", "\n".join(lines).encode())
    assert [outcome.doc_id for outcome in found if isinstance(outcome, Report)] == [
        f"many:{n}" for n in range(1, 101) if n != 7
    ]
    assert str(found[6]).startswith(f"{tmp_path / 'many.jsonl'}:7: I-05 is broken JSON at column ")


def test_blank_lines_are_passed_over_and_counted(tmp_path: Path) -> None:
    raw = b'\xef\xbb\xbf{"text": "One."}\r\n\r\n{"text": "Two."}\n\n'
    assert outcomes(tmp_path / "few.jsonl", raw) == [
        Report(doc_id="few:1", text="One."),
        Report(doc_id="few:3", text="Two."),
    ]


def test_a_line_in_another_encoding_costs_that_line_only(tmp_path: Path) -> None:
    raw = b'{"text": "One."}\n{"text": "Tirs \xff\xfe\xfd"}\n{"text": "Three."}\n'
    first, second, third = outcomes(tmp_path / "few.jsonl", raw)
    assert isinstance(first, Report)
    assert isinstance(third, Report)
    assert (second.code, second.line) == ("I-03", 2)


@pytest.mark.parametrize("raw", [b"", b"\n \n"])
def test_a_file_without_lines(tmp_path: Path, raw: bytes) -> None:
    [rejection] = outcomes(tmp_path / "none.jsonl", raw)
    assert str(rejection).endswith("I-01 is empty; give one report a line")


def test_a_line_without_end_is_skipped_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_json, "MAX_LINE_BYTES", 100)
    monkeypatch.setattr(_lines, "MAX_LINE_BYTES", 100)
    monkeypatch.setattr(_lines, "_CHUNK", 7)
    for length in (101, 102, 107, 108, 115, 1000):
        raw = b'{"text": "One."}\n' + b"x" * length + b'\n{"text": "Three."}\n'
        first, second, third = outcomes(tmp_path / "few.jsonl", raw)
        assert (second.code, second.line) == ("I-04", 2)
        assert (first.text, third.text) == ("One.", "Three.")


def test_lines_are_read_only_as_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "growing.jsonl"
    path.write_text('{"text": "One."}\n' * 5_000, encoding="utf-8")
    reports = read([path, tmp_path / "missing.txt"])
    assert next(reports).doc_id == "growing:1"
    with path.open("a", encoding="utf-8") as file:
        file.write('{"text": "Last.", "doc_id": "last"}\n')
    assert [outcome for outcome in reports if isinstance(outcome, Report)][-1].doc_id == "last"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts=st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), min_size=1))
def test_texts_come_back_as_they_were(tmp_path: Path, texts: list[str]) -> None:
    raw = "\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in texts).encode()
    found = outcomes(tmp_path / "any.jsonl", raw)
    assert [outcome.text for outcome in found if isinstance(outcome, Report)] == [
        text for text in texts if text.strip()
    ]
