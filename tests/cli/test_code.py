import json
import os
import pty
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tacitus import records
from tests.cli.conftest import Run

REPORT = (
    "date 2019-05-08\n\n"
    "Government jets bombed a rebel camp near the town of Idlib on Tuesday, killing at least six fighters, "
    "the army said. The rebels fired rockets at an army post in response."
)
UNDATED = REPORT.partition("\n\n")[2]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "camp.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def _records(stdout: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stdout.splitlines()]


def test_piped_output_is_one_record_a_report(run_loaded: Run, report: Path) -> None:
    finished = run_loaded("code", report)
    assert finished.exit_code == 0
    (record,) = _records(finished.stdout)
    assert (record["doc_id"], record["published"], record["share_read"]) == ("camp", "2019-05-08", 1.0)
    assert records.from_record(record).with_text(REPORT).report.published == date(2019, 5, 8)
    assert finished.stderr == f"1 in, 1 coded ({len(record['events'])} events), 0 rejected\n"


def test_every_span_points_into_the_text_as_given(run_loaded: Run, report: Path) -> None:
    (record,) = _records(run_loaded("code", report).stdout)

    def check(value: Any) -> int:
        if isinstance(value, list):
            return sum(map(check, value))
        if not isinstance(value, dict):
            return 0
        if "start" in value:
            assert REPORT[value["start"] : value["end"]] == value["text"]
        return ("start" in value) + sum(map(check, value.values()))

    assert check(record["events"]) > 0


def test_the_account_is_printed_on_request(run_loaded: Run, report: Path) -> None:
    finished = run_loaded("code", "--format", "text", report)
    assert "published Wed 8 May 2019" in finished.stdout
    assert "on the word of" in finished.stdout
    assert "\x1b" not in finished.stdout


def test_without_a_publication_date_the_output_says_what_stays_open(run_loaded: Run) -> None:
    record = _records(run_loaded("code", "-", stdin=UNDATED).stdout)[0]
    assert record["published"] is None
    assert any("publication date" in remark for remark in record["remarks"])
    shown = run_loaded("code", "--format", "text", "-", stdin=UNDATED)
    assert "relative dates stay unresolved" in shown.stdout
    assert shown.stderr.startswith("1 without a day of publication")


def test_the_day_of_publication_can_be_given(run_loaded: Run) -> None:
    finished = run_loaded("code", "--published", "2019-05-08", "-", stdin=UNDATED)
    (record,) = _records(finished.stdout)
    assert (record["published"], len(finished.stderr.splitlines())) == ("2019-05-08", 1)
    assert "2019-05-07" in {event["time"]["from"] for event in record["events"] if event.get("time")}


def test_an_output_folder_holds_the_same_records(run_loaded: Run, report: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.jsonl"
    more.write_text("".join(json.dumps({"text": REPORT, "doc_id": name}) + "\n" for name in ("a/b", "A", "a")))
    finished = run_loaded("code", "-o", tmp_path / "out", report, more)
    assert finished.exit_code == 0
    assert finished.stdout == ""
    written = [json.loads(path.read_text("utf-8")) for path in (tmp_path / "out").iterdir()]
    by_id = sorted(written, key=lambda record: record["doc_id"])
    assert by_id == sorted(_records(run_loaded("code", report, more).stdout), key=lambda record: record["doc_id"])
    assert len(written) == 4


def test_a_folder_stands_for_its_reports(run_loaded: Run, report: Path) -> None:
    assert [record["doc_id"] for record in _records(run_loaded("code", report.parent).stdout)] == ["camp"]


def test_a_broken_codebook_is_misuse(run: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "codes").mkdir()
    (tmp_path / "codes" / "plover.toml").write_text("[[category\n")
    finished = run("code", "--codebook", tmp_path / "codes", report)
    assert finished.exit_code == 2
    assert finished.stderr.startswith("tacitus: C-01: ")
    assert "plover.toml:1" in finished.stderr
    assert finished.stderr.count("\n") == 1


_BAD = {
    "empty.txt": (b"", "I-01"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n" + bytes(64), "I-02"),
    "western.txt": (b"Les rebelles \xff\xfe\xfd la ville.", "I-03"),
    "long.txt": (b"Rebels attacked the town. " * 400_000, "I-04"),
    "future.txt": (b"date 2999-01-01\n\nRebels attacked the town.", "I-09"),
}


def test_each_bad_input_is_one_line_and_the_others_are_coded(run_loaded: Run, report: Path, tmp_path: Path) -> None:
    for name, (content, _) in _BAD.items():
        (tmp_path / name).write_bytes(content)
    lines = [json.dumps({"text": f"Rebels attacked village {number} on Monday."}) for number in range(1, 101)]
    lines[6] = lines[6][:-5]
    (tmp_path / "hundred.jsonl").write_text("\n".join(lines))
    finished = run_loaded("code", *(tmp_path / name for name in _BAD), tmp_path / "hundred.jsonl", report)
    assert finished.exit_code == 1
    *rejections, undated, summary = finished.stderr.splitlines()
    assert undated.startswith("99 without a day of publication")
    for told, (name, (_, code)) in zip(rejections, _BAD.items(), strict=False):
        assert told.startswith(f"{tmp_path / name}: {code} ")
    assert rejections[5].startswith(f"{tmp_path / 'hundred.jsonl'}:7: I-05 ")
    assert len(rejections) == 6
    assert summary.startswith("106 in, 100 coded (")
    assert summary.endswith("6 rejected (I-01: 1, I-02: 1, I-03: 1, I-04: 1, I-05: 1, I-09: 1)")
    coded = _records(finished.stdout)
    assert len(coded) == 100
    assert coded[-1]["doc_id"] == "camp"


def test_as_a_program(report: Path, tmp_path: Path) -> None:
    """Start-up, streams and exit status as a shell sees them."""
    (tmp_path / "empty.txt").touch()
    finished = subprocess.run(
        [sys.executable, "-m", "tacitus", "code", tmp_path / "empty.txt", report],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert finished.returncode == 1
    assert [record["doc_id"] for record in _records(finished.stdout)] == ["camp"]
    assert len(finished.stderr.splitlines()) == 2


def test_a_reader_that_has_enough_ends_the_run_quietly(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"text": UNDATED}) + "\n" for _ in range(200)))
    with subprocess.Popen(
        [sys.executable, "-m", "tacitus", "code", path],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        assert json.loads(program.stdout.readline())["doc_id"]
        program.stdout.close()
        _undated, summary = program.stderr.read().splitlines()
    assert program.returncode == 0
    assert int(summary.split()[0]) < 200


def test_a_terminal_gets_the_account_in_colour_and_no_controls_from_the_report(tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(REPORT.replace("rockets", "\x1b]0;title\x07rockets"), encoding="utf-8")
    master, slave = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    program = [sys.executable, "-m", "tacitus", "code", path]
    printed = b""
    with subprocess.Popen(program, stdout=slave, stderr=subprocess.DEVNULL, env=environment) as running:
        os.close(slave)
        while chunk := _read(master):
            printed += chunk
        os.close(master)
    assert running.returncode == 0
    assert b"published Wed 8 May 2019" in printed
    assert b"\x1b[34m" in printed
    assert b"\x1b]" not in printed
    assert b"\x07" not in printed


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux: the other end is closed
        return b""
