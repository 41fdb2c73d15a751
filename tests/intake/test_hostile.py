"""What is written to stop a run: little time, little memory, one clear line, and the rest is read.

Each input is read by a process of its own with 600 MB of memory for its data, as the system counts it.
"""

import gzip
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.intake.pages_written import PAGE, TEXT

_MEMORY = 600 << 20
_SECONDS = 200  # on a machine that does ten other things; alone, none takes over 15
_PROGRAM = """
import json, sys
from tacitus.intake import Settings, read
for outcome in read(sys.argv[1:], settings=Settings(languages=frozenset())):
    found = (getattr(outcome, "code", None), getattr(outcome, "line", None), len(getattr(outcome, "text", "")))
    print(json.dumps(found))
"""


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))


def tightly_limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (900 << 20, 900 << 20))


def read_by_another(*paths: Path, limit: Callable[[], None] = limited) -> list[list]:
    begin = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *map(str, paths)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=limit,
        timeout=_SECONDS,
    )
    assert done.returncode == 0, done.stderr[-500:]
    assert time.monotonic() - begin < _SECONDS
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sound.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_machine_that_allows_less_than_a_page_may_take(sound: Path) -> None:
    assert read_by_another(sound, limit=tightly_limited) == [[None, None, len(TEXT)]]


def packed(path: Path, piece: bytes, n_pieces: int) -> Path:
    with gzip.open(path, "wb", compresslevel=1) as file:
        file.write(b"text\n")
        for _ in range(n_pieces):
            file.write(piece)
    return path


@pytest.mark.parametrize(
    ("name", "code"),
    [("bomb.txt.gz", "I-04"), ("bomb.jsonl.gz", "I-15"), ("bomb.csv.gz", "I-15"), ("bomb.warc.gz", "I-15")],
)
def test_a_gzip_bomb(tmp_path: Path, sound: Path, name: str, code: str) -> None:
    path = packed(tmp_path / name, b"0" * (1 << 20), 80)
    *bomb, last = read_by_another(path, sound)
    assert code in {found[0] for found in bomb}
    assert len(bomb) <= 2
    assert last[2] == len(TEXT)


@pytest.mark.parametrize(
    ("n_deep", "codes"), [(4_000_000, {"I-04"}), (100_000, {"I-19", "I-20"})], ids=["50-MB", "1-MB"]
)
def test_a_page_nested_very_deep(tmp_path: Path, sound: Path, n_deep: int, codes: set[str]) -> None:
    path = tmp_path / "deep.html"
    path.write_bytes(b"<html><body>" + b"<div>" * n_deep + b"Shells fell." + b"</div>" * n_deep)
    deep, last = read_by_another(path, sound)
    assert deep[0] in codes
    assert last[2] == len(TEXT)


def test_a_hundred_thousand_rows_with_one_broken(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.write(b"doc_id,text\n")
        for start in range(0, 100_000, 1_000):
            file.writelines(b'%d,"Shells fell, again."\n' % number for number in range(start, start + 1_000))
            if start == 50_000:
                file.write(b'broken,"Shells\n')
    found = read_by_another(path)
    assert len(found) == 100_001
    assert [outcome[:2] for outcome in found if outcome[0]] == [["I-17", 51_002]]


def test_text_without_spaces_and_with_signs_that_turn_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a" * 1_000_000, encoding="utf-8")
    (tmp_path / "b.txt").write_text("\u202e\u2066\x1b[31m\x07Shells fell\u200b." * 100, encoding="utf-8")
    assert [found[2] for found in read_by_another(tmp_path)] == [1_000_000, 2_100]


def test_a_mail_of_mails(tmp_path: Path, sound: Path) -> None:
    path = tmp_path / "nested.eml"
    levels = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3_000))
    path.write_text("From: a@b\n" + levels + "\nShells fell.", encoding="utf-8")
    mail, last = read_by_another(path, sound)
    assert mail[0] in {"I-16", "I-19", "I-20"}
    assert last[2] == len(TEXT)


def test_entities_that_swell(tmp_path: Path, sound: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    path = tmp_path / "laughs.rss"
    head = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e0 "ha">{entities}]>'
    path.write_text(f"{head}<rss><channel><item><title>&e11;</title></item></channel></rss>", encoding="utf-8")
    *feed, last = read_by_another(path, sound)
    assert len(feed) == 1
    assert last[2] == len(TEXT)
