"""`tacitus gazetteer add` puts further places into the index that all later runs use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tacitus.grounding.places import Gazetteer
from tacitus.grounding.places import _sources as sources
from tacitus.grounding.places._rows import Feature, Row
from tests.cli.conftest import Run

TOWN = Row("Aleppo", ("Halab",), "SYR", "SY.09", 36.2, 37.16, 2098210, Feature.CITY, 170063)


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache of one's own, and few places that come with the package, so that the index is quickly built."""
    monkeypatch.setenv("TACITUS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(sources, "towns", lambda: [TOWN])
    return tmp_path


def test_places_of_ones_own_are_found_afterwards(run: Run, own_cache: Path) -> None:
    table = own_cache / "ours.csv"
    table.write_text("name,lat,lon,country\nTel Marwan,36.1,37.2,SYR\nBir Zahra,36.2,37.3,SYR\n", encoding="utf-8")
    finished = run("gazetteer", "add", table)
    assert finished.exit_code == 0, finished.stderr
    assert "2 added" in finished.stdout
    gazetteer = Gazetteer.load()
    assert gazetteer.version in finished.stdout
    assert gazetteer.lookup("Tel Marwan")[0].country == "SYR"


def test_a_dump_at_hand_is_taken_by_its_file_name(run: Run, own_cache: Path) -> None:
    told = "7000001|Tel Zubeida|Tel Zubeida||36.5|38.5|P|PPL|SY||09||||800||300|Asia/Damascus|2024-01-01"
    dump = own_cache / "SY.txt"
    dump.write_text(told.replace("|", "\t") + "\n", encoding="utf-8")
    assert "1 added" in run("gazetteer", "add", dump).stdout


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("nowhere.csv", None, "G-11"),
        ("wrong.csv", "name,lat,lon,country\nTel Marwan,200,37.2,SYR\n", "wrong.csv:2"),
        ("empty.csv", "name,lat,lon,country\n", "G-13"),
    ],
    ids=["missing", "not on Earth", "empty"],
)
def test_a_source_that_cannot_be_used_is_one_line(
    run: Run, own_cache: Path, name: str, content: str | None, told: str
) -> None:
    if content is not None:
        (own_cache / name).write_text(content, encoding="utf-8")
    finished = run("gazetteer", "add", own_cache / name)
    assert finished.exit_code == 2
    assert told in finished.stderr
    assert len(finished.stderr.strip().splitlines()) == 1
