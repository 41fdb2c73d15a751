"""PLOVER: one JSON record a line, with the fields and codes of its manual."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest

from tacitus.export import Choice, Entry, write
from tacitus.model import IncidentKind, Party, Place, PlacePrecision, Realis
from tests.export.samples import CLASH, DISPUTED, HARIM, HOSTILE, SHELLING, entry

EVERYTHING = Choice(realis=tuple(Realis), kinds=tuple(IncidentKind))


def record(found: Entry) -> dict[str, Any]:
    stream = io.BytesIO()
    write([found], stream, to="plover", choice=EVERYTHING)
    (line,) = stream.getvalue().decode("utf-8").splitlines()
    return json.loads(line)  # type: ignore[no-any-return]


def test_a_record_has_the_fields_of_the_manual() -> None:
    found = record(SHELLING)
    assert {key: found[key] for key in ("id", "date", "event", "mode", "quad_code", "event_scale")} == {
        "id": "harim-1#e1",
        "date": "2016-11-08",
        "event": ["ASSAULT"],
        "mode": ["heavy-weapons"],
        "quad_code": 4,
        "event_scale": -9.5,
    }
    assert found["actor"] == [{"code": "SYR", "sector": "REB", "identifier_text": "Dawn Front"}]
    assert found["recipient"] == [{"sector": "CVL", "identifier_text": "residents"}]
    assert found["event_loc"] == {
        "resolved_place": "Harim", "geonameid": 169394, "lat": 36.20752, "lon": 36.51917, "city": "Harim",
        "province": "Idlib", "country_code": "SYR", "resolution": 4,
    }  # fmt: skip
    assert found["size"] == {"dead": 4, "injured": 11}
    assert found["event_text"] == ["shelled"]
    assert found["cite_info"]["publication"] == "Levant Wire"


def test_what_plover_has_no_field_for_stands_in_the_comment() -> None:
    comment = record(DISPUTED)["comment"]
    assert "on the word of: the governor" in comment
    assert "reports differ on killed" in comment
    assert record(DISPUTED)["link"] == ["fedcba9876543210"]


def test_what_lasts_has_an_end_and_what_does_not_has_none() -> None:
    assert (record(CLASH)["date"], record(CLASH)["enddate"]) == ("2016-11-05", "2016-11-08")
    assert "enddate" not in record(SHELLING)


def test_all_sides_of_a_clash_are_actors() -> None:
    assert [party["identifier_text"] for party in record(CLASH)["actor"]] == ["Syrian Arab Army", "Dawn Front"]
    assert "recipient" not in record(CLASH)


def test_an_unknown_actor_is_said_to_be_unknown() -> None:
    assert record(entry(actors=()))["actor"] == [{"sector": "UNK"}]


@pytest.mark.parametrize(
    ("party", "entity"),
    [
        (Party(name="African Union", sector="IGO"), {"code": "IGO", "sector": "IGO"}),
        (Party(name="Kosovo police", country="XKX", sector="COP"), {"code": "KOS", "sector": "COP"}),
        (Party(name="Levant Post", country="LBN", sector="MED"), {"code": "LBN", "sector": "JRN"}),
        (Party(name="Unity", country="LBN", sector="PAR"), {"code": "LBN", "sector": "PTY"}),
    ],
    ids=["no-country", "kosovo", "press", "party"],
)
def test_codes_are_those_of_the_manual(party: Party, entity: dict[str, str]) -> None:
    assert record(entry(actors=(party,)))["actor"] == [{**entity, "identifier_text": party.name}]


@pytest.mark.parametrize(
    ("changes", "mode"),
    [
        ({"realis": Realis.PLANNED, "kind": IncidentKind.PLAN}, "future"),
        ({"realis": Realis.HYPOTHETICAL, "kind": IncidentKind.HYPOTHETICAL}, "hypothetical"),
        ({"realis": Realis.DENIED}, "negation"),
        ({"kind": IncidentKind.HISTORIC}, "historical"),
    ],
    ids=["planned", "hypothetical", "denied", "historic"],
)
def test_realis_is_an_auxiliary_mode(changes: dict[str, object], mode: str) -> None:
    assert record(entry(**changes))["mode"] == ["heavy-weapons", mode]


@pytest.mark.parametrize(
    ("place", "resolution"),
    [
        (HARIM, 4),
        (replace(HARIM, precision=PlacePrecision.REGION), 2),
        (Place(name="Syria", country="SYR", precision=PlacePrecision.COUNTRY), 1),
    ],
    ids=["town", "region", "country"],
)
def test_resolution_of_the_place(place: Place, resolution: int) -> None:
    assert record(entry(place=place))["event_loc"]["resolution"] == resolution


def test_an_undated_event_is_left_out_since_plover_requires_a_date() -> None:
    assert write([entry(time=None)], io.BytesIO(), to="plover").left_out == {"no date": 1}


def test_any_text_makes_a_record() -> None:
    assert record(HOSTILE)["id"] == HOSTILE.id
