import json
import os
from pathlib import Path

import pytest

from tacitus import records
from tacitus.cli._kept import Folder, file_name, keeping
from tacitus.cli._sinks import to_lines, to_terminal
from tacitus.errors import OutputError
from tests.written import SHELLING, coded


@pytest.mark.parametrize(
    "doc_id",
    ["a/b", "../../etc/passwd", ".hidden", "", "...", "a" * 300, "ор", "a\x00b", "\udc80", "a b", "C:\\x", "-/"],
)
def test_an_unsafe_id_becomes_a_safe_name(doc_id: str) -> None:
    name = file_name(doc_id, set())
    assert name.isascii()
    assert not set('/\\:*?"<>| \0') & set(name)
    assert not name.startswith(".")
    assert len(name) < 128
    assert name.endswith(".json")


def test_a_safe_id_is_kept() -> None:
    assert file_name("orlava-1_b.2", set()) == "orlava-1_b.2.json"


def test_ids_that_would_share_a_file_get_files_of_their_own() -> None:
    taken: set[str] = set()
    for doc_id in ("a/b", "a:b", "a_b", "A_B", "a" * 101, "a" * 102, "", "..", "é", "e"):
        name = file_name(doc_id, taken).casefold()
        assert name not in taken
        taken.add(name)


def test_a_folder_gets_one_record_a_report(tmp_path: Path) -> None:
    Folder(tmp_path / "new" / "out")(coded(SHELLING))
    files = list((tmp_path / "new" / "out").iterdir())
    assert [file.name for file in files] == ["orlava-1.json"]
    assert json.loads(files[0].read_text("utf-8")) == records.as_record(coded(SHELLING))


def test_a_report_that_is_there_and_coded_again_keeps_its_file(tmp_path: Path) -> None:
    Folder(tmp_path)(coded(SHELLING))
    later = Folder(tmp_path)
    assert later.holds(coded().report, coded().versions)
    later(coded(SHELLING))  # as where a ledger lacks it
    assert [file.name for file in tmp_path.iterdir()] == ["orlava-1.json"]


def test_a_failed_write_leaves_the_old_file_and_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sink = Folder(tmp_path)
    (tmp_path / "orlava-1.json").write_text("old")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match=r"orlava-1\.json.*No space left"):
        sink(coded())
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"orlava-1.json": "old"}


@pytest.mark.parametrize("name", ["coded.csv", "war.db", "coded.json", "coded.jsonl.gz"])
def test_a_file_of_another_kind_is_not_made_a_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match=r"neither a \.jsonl file nor a folder"), keeping(str(tmp_path / name)):
        pass
    assert not list(tmp_path.iterdir())
    (tmp_path / name).mkdir()
    with keeping(str(tmp_path / name)) as kept:
        assert isinstance(kept, Folder)


def test_a_folder_that_cannot_be_made_is_misuse(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=r"cannot write .*file"):
        Folder(tmp_path / "file" / "out")


def test_lines_are_json(capsys: pytest.CaptureFixture[str]) -> None:
    to_lines()(coded(SHELLING))
    to_lines()(coded())
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["doc_id"] for line in lines] == ["orlava-1"] * 2


def test_an_account_off_the_terminal_is_plain(capsys: pytest.CaptureFixture[str]) -> None:
    to_terminal(no_color=False)(coded(SHELLING))
    printed = capsys.readouterr().out
    assert "Dawn Front (REB)" in printed
    assert "\x1b" not in printed


@pytest.mark.parametrize(
    ("no_color", "variable", "coloured"),
    [(False, None, True), (True, None, False), (False, "1", False), (False, "", True)],
    ids=["colour", "option", "variable", "empty-variable"],
)
def test_colours_can_be_switched_off(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    no_color: bool,
    variable: str | None,
    coloured: bool,
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    if variable is not None:
        monkeypatch.setenv("NO_COLOR", variable)
    to_terminal(no_color=no_color)(coded(SHELLING))
    assert ("\x1b[34m" in capsys.readouterr().out) is coloured


def test_a_closed_pipe_is_left_to_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        monkeypatch.setattr("sys.stdout", pipe)
        with pytest.raises(BrokenPipeError):
            to_lines()(coded(SHELLING))
        with pytest.raises(BrokenPipeError):  # what is left in the buffer
            pipe.close()
