"""`tacitus code` on several processes, cut off and taken up again, with reports that cannot be coded."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tacitus.flow import Coder
from tacitus.model import Report
from tests.cli.conftest import Run

SENTENCES = (
    "Rebels shelled the town of Harim on Monday, killing at least four people.",
    "Police arrested nine protesters in Kampala on Tuesday, a lawyer said.",
    "The army denied that its jets had bombed the village.",
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Twelve short reports."""
    path = tmp_path / "archive.jsonl"
    lines = (
        {"doc_id": f"r{number}", "published": "2016-11-08", "text": f"{number}. {SENTENCES[number % 3]}"}
        for number in range(12)
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def broken(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that has a fault, which shows on one report."""
    read = type(coder.reader).read

    def fails(self: object, report: Report, **found: object) -> object:
        if report.doc_id == "r7":
            raise KeyError(report.text)
        return read(self, report, **found)  # type: ignore[arg-type]

    monkeypatch.setattr(type(coder.reader), "read", fails)


def test_several_processes_write_what_one_writes(run_loaded: Run, archive: Path) -> None:
    alone, together = run_loaded("code", archive), run_loaded("code", "--jobs", "2", archive)
    assert together.exit_code == 0
    assert together.stdout == alone.stdout
    assert len(alone.stdout.splitlines()) == 12


@pytest.mark.usefixtures("broken")
def test_a_fault_on_one_report_is_told_and_the_rest_coded(run_loaded: Run, archive: Path, tmp_path: Path) -> None:
    finished = run_loaded("code", "--failed", tmp_path / "failed.jsonl", archive, tmp_path / "none.txt")
    assert finished.exit_code == 1
    assert len(finished.stdout.splitlines()) == 11
    assert "r7: F-01 could not be coded: KeyError in test_batch_runs.py:" in finished.stderr
    assert finished.stderr.splitlines()[-1].endswith("1 rejected (I-11: 1), 1 failed (F-01: 1)")
    assert SENTENCES[1] not in finished.stderr
    failed, missing = map(json.loads, (tmp_path / "failed.jsonl").read_text().splitlines())
    assert (failed["kind"], failed["code"], failed["doc_id"]) == ("failed", "F-01", "r7")
    assert (missing["kind"], missing["code"], missing["source"]) == ("rejected", "I-11", str(tmp_path / "none.txt"))


@pytest.mark.parametrize("output", ["out", "out.jsonl"])
def test_what_is_there_is_not_coded_again(run_loaded: Run, archive: Path, tmp_path: Path, output: str) -> None:
    whole = run_loaded("code", archive).stdout.splitlines(keepends=True)
    lines = archive.read_text().splitlines(keepends=True)
    archive.write_text("".join(lines[:5]))
    run_loaded("code", "-o", tmp_path / output, archive)
    archive.write_text("".join(lines))
    finished = run_loaded("code", "-o", tmp_path / output, archive)
    assert finished.stderr.startswith("12 in, 7 coded")
    assert ", 5 known," in finished.stderr
    assert _written(tmp_path / output) == sorted(whole)


@pytest.mark.parametrize("output", ["out", "out.jsonl"])
def test_a_changed_report_is_coded_again(run_loaded: Run, archive: Path, tmp_path: Path, output: str) -> None:
    run_loaded("code", "-o", tmp_path / output, archive)
    archive.write_text(archive.read_text().replace("3. Rebels shelled", "3. Soldiers shelled", 1))
    assert run_loaded("code", "-o", tmp_path / output, archive).stderr.startswith("12 in, 1 coded")


def test_the_half_line_of_a_killed_run_is_cut_off(run_loaded: Run, archive: Path, tmp_path: Path) -> None:
    whole = run_loaded("code", archive).stdout
    (tmp_path / "out.jsonl").write_text(whole[: len(whole) // 2])
    finished = run_loaded("code", "-o", tmp_path / "out.jsonl", archive)
    assert (tmp_path / "out.jsonl").read_text() == whole
    assert ", 0 known" not in finished.stderr


def test_nothing_is_added_to_a_file_of_something_else(run_loaded: Run, archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "notes.jsonl"
    other.write_text('{"note": "mine"}\n')
    finished = run_loaded("code", "-o", other, archive)
    assert finished.exit_code == 2
    assert f"O-01: {other}:1 is no record" in finished.stderr
    assert other.read_text() == '{"note": "mine"}\n'


@pytest.fixture
def long_archive(archive: Path) -> Path:
    """The same with as many reports as keep two processes busy while somebody looks."""
    lines = archive.read_text().splitlines(keepends=True)
    archive.write_text("".join(line.replace('"r', f'"r{turn}-') for turn in range(8) for line in lines))
    return archive


def test_a_killed_run_leaves_no_process_and_is_taken_up(run_loaded: Run, long_archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    with _running(long_archive, output) as running:
        _until(lambda: len(list(output.glob("*.json"))) >= 2)
        running.kill()
    _until(lambda: not list(_session(running.pid)))
    n_written = len(list(output.glob("*.json")))
    finished = run_loaded("code", "-o", output, long_archive)
    assert f", {n_written} known," in finished.stderr
    assert _written(output) == sorted(run_loaded("code", long_archive).stdout.splitlines(keepends=True))


def test_an_interrupted_run_ends_in_order(long_archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    with _running(long_archive, output) as running:
        _until(lambda: len(list(output.glob("*.json"))) >= 2)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to all of them
        assert running.stderr
        told = running.stderr.read()
    assert "Traceback" not in told
    assert " coded (" in told
    _until(lambda: not list(_session(running.pid)), seconds=30)  # multiprocessing's own tracker ends after its parent


def _running(archive: Path, output: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tacitus", "code", "--jobs", "2", "-o", str(output), str(archive)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True, text=True)


def _written(output: Path) -> list[str]:
    if output.is_file():
        return sorted(output.read_text().splitlines(keepends=True))
    return sorted(file.read_text() for file in output.iterdir())


def _until(holds: object, seconds: float = 300) -> None:
    assert callable(holds)
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)


def _session(leader: int) -> Iterator[int]:
    """The processes that are still there of a session."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:  # ended meanwhile
            continue
        if int(fields[3]) == leader and fields[0] != "Z":
            yield int(status.parent.name)
