"""Files, folders and standard input, and the ids of their reports."""

import io
import json
import os
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from tacitus.intake import count, read
from tacitus.model import Rejection, Report

WORDS = "Shells fell on the port."


def lines(*paths: Path | str) -> list[str]:
    return [str(outcome) if isinstance(outcome, Rejection) else outcome.doc_id for outcome in read(paths)]


def pipe(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> list[Report | Rejection]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    return list(read(["-"]))


def test_a_folder_stands_for_its_files_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps({"text": WORDS}), encoding="utf-8")
    (tmp_path / "C.JSONL").write_text(json.dumps({"text": WORDS}), encoding="utf-8")
    (tmp_path / "._b.txt").write_bytes(b"\0\1")
    (tmp_path / "below.txt").mkdir()
    assert lines(tmp_path) == ["C:1", "a", "b"]


def test_what_else_a_folder_holds_is_counted_and_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / "below").mkdir()
    for name in ("below/scan.PDF", "scan.pdf", "NOTES"):
        (tmp_path / name).write_text(WORDS, encoding="utf-8")
    report, others = read([tmp_path])
    assert isinstance(report, Report)
    assert isinstance(others, Rejection)
    assert (others.set_aside, others.source) == (True, str(tmp_path))
    assert "(.pdf: 2, no ending: 1)" in others.reason
    assert count([tmp_path]) == 2


def test_a_faulty_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(WORDS, encoding="utf-8")
    missing = tmp_path / "missing.txt"
    assert lines(missing, tmp_path) == [
        f"{missing}: I-11 is not there; check the path",
        f"{tmp_path / 'a.txt'}: I-01 has no text; give a report with at least one sentence",
        "b",
    ]


def test_a_folder_that_cannot_be_listed_does_not_stop_the_others(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "below", tmp_path / "later"):
        folder.mkdir(exist_ok=True)
        (folder / "report.txt").write_text(WORDS, encoding="utf-8")
    outcomes = read([tmp_path])
    first = next(outcomes)
    shutil.rmtree(tmp_path / "below")
    second, gone = outcomes
    assert (first.doc_id, second.doc_id) == ("report", "later/report")
    assert str(gone) == f"{tmp_path / 'below'}: I-11 is not there; check the path"


def test_a_pattern_that_fits_folders_alone(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    [line] = lines(str(tmp_path / "*"))
    assert "I-11 is a pattern that fits no file" in line


def test_a_folder_without_reports(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(WORDS, encoding="utf-8")
    [line] = lines(tmp_path)
    assert line.startswith(f"{tmp_path}: I-13 is a folder without reports")


def test_a_path_that_cannot_be(tmp_path: Path) -> None:
    assert "I-11" in lines(tmp_path / "a\0b")[0]


def test_a_file_without_the_right_to_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Rights do not bind the superuser, as whom tests may run.
    def refuse(self: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    [line] = lines(tmp_path / "secret.txt")
    assert line == f"{tmp_path / 'secret.txt'}: I-12 cannot be read (Permission denied); check the path and rights"


def test_files_with_the_same_name_get_ids_of_their_own(tmp_path: Path) -> None:
    for folder, words in (("1999", "The bridge fell."), ("2000", "The dam fell.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_text(words, encoding="utf-8")
    digest = Report(doc_id="report", text="The dam fell.").sha256[:8]
    assert lines(tmp_path / "1999", tmp_path / "2000") == ["report", f"report-{digest}"]


def test_a_name_that_is_no_utf_8_still_makes_an_id(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"report-\xff.txt")).write_text("Shells fell on the port.", encoding="utf-8")
    (report,) = read([tmp_path])
    assert isinstance(report, Report)
    assert report.doc_id == "report-\N{REPLACEMENT CHARACTER}"


def test_the_same_file_twice(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(WORDS, encoding="utf-8")
    first, second, third = lines(path, path, path)
    assert first == "report"
    assert second.startswith("report-")
    assert "I-10 has the id 'report-" in third


def test_an_id_given_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "few.jsonl"
    path.write_text('{"doc_id": "a", "text": "One."}\n{"doc_id": "a", "text": "Two."}\n', encoding="utf-8")
    assert lines(path) == [
        "a",
        f"{path}:2: I-10 has the id 'a' of an earlier report; give it another, or leave out the repetition",
    ]


def test_reading_again_starts_with_no_ids_taken(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(WORDS, encoding="utf-8")
    assert lines(path) == lines(path) == ["report"]


def test_the_limit_of_the_future_moves_with_the_clock(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("date 9999-12-30\nThe sun grew.", encoding="utf-8")
    assert "I-09" in lines(path)[0]
    [report] = read([path], today=date(9999, 12, 30))
    assert isinstance(report, Report)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"date 2023-10-27\nShells fell.\n", [("stdin", "date 2023-10-27\nShells fell.\n")]),
        (b"[Agencies] Shells fell.", [("stdin", "[Agencies] Shells fell.")]),
        (b'{"text": "One."}\n{"text": "Two."}\n', [("stdin:1", "One."), ("stdin:2", "Two.")]),
        (b'{"text": "One."}', [("stdin:1", "One.")]),
        (b'{\n "text": "One."\n}\n', [("stdin", "One.")]),
        (b'{"text": "One.",\n "title": "1"}\n', [("stdin", "One.")]),
        (b'[{"text": "One."},\n {"text": "Two."}]', [("stdin:1", "One."), ("stdin:2", "Two.")]),
        (b'\xef\xbb\xbf{"text": "One."}\n', [("stdin:1", "One.")]),
        (b'\xef\xbb\xbf[{"text": "One."}]', [("stdin:1", "One.")]),
        (b'\n{\n "text": "One."\n}\n', [("stdin", "One.")]),
    ],
    ids=["text", "bracket", "jsonl", "one-line", "json", "json-comma", "list", "marked", "marked-list", "blank-line"],
)
def test_standard_input_tells_its_own_kind(monkeypatch: pytest.MonkeyPatch, raw: bytes, expected: list) -> None:
    assert [(outcome.doc_id, outcome.text) for outcome in pipe(monkeypatch, raw)] == expected


def test_a_broken_first_line_of_standard_input_costs_that_line_only(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = pipe(monkeypatch, b'{"text": "One\n{"text": "Two."}\n')
    assert str(first).startswith("-:1: I-05 ")
    assert second.doc_id == "stdin:2"


def test_empty_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    [rejection] = pipe(monkeypatch, b"")
    assert str(rejection).startswith("-: I-01 ")
