"""Incidents over several reports."""

import httpx

from tacitus.ledger import Action, Ledger, Ruling
from tacitus.model import Relation, Verdict
from tacitus.web._ids import from_event_id
from tests.web.conftest import Site


def _incidents(visitor: httpx.Client, **query: object) -> list[dict]:
    return visitor.get("/api/incidents", params=query).json()["items"]


def _shelling(visitor: httpx.Client) -> dict:
    """The page of the shelling that all reports tell."""
    [row] = [row for row in _incidents(visitor, category="ASSAULT") if row["n_events"] > 1]
    return visitor.get(f"/api/incidents/{row['id']}").json()


def test_what_several_reports_tell_is_one_incident_with_its_claims(open_site: Site) -> None:
    with open_site.visit() as visitor:
        page = _shelling(visitor)
    assert page["incident"]["n_reports"] == 3
    assert page["incident"]["killed"]["best"] == 4
    killed = [claim for claim in page["claims"] if claim["field"] == "killed"]
    assert {claim["report_id"] for claim in killed} == {"r1", "r2", "r3"}
    assert all(claim["value"]["low"] == 4 and claim["spans"] for claim in killed)
    assert page["links"]
    assert all(link["reasons"] for link in page["links"])


def test_map_timeline_and_facets_count_what_the_table_counts(open_site: Site) -> None:
    with open_site.visit() as visitor:
        for query in ({}, {"category": "ASSAULT"}, {"country": "XXX"}, {"category": "AID"}):
            total = visitor.get("/api/incidents", params=query).json()["total"]
            points = visitor.get("/api/incidents/points", params=query).json()
            timeline = visitor.get("/api/incidents/timeline", params=query).json()
            facets = visitor.get("/api/incidents/facets", params=query).json()
            assert points["total"] == timeline["total"] == facets["total"] == total
            assert len(points["ids"]) + points["n_without_point"] == total
            assert sum(map(sum, timeline["n"])) + timeline["n_undated"] == total
            assert sum(each["n"] for each in facets["categories"]) == total
            columns = {len(points[name]) for name in ("ids", "lat", "lon", "day", "category", "killed")}
            assert len(columns) == 1


def test_who_stood_against_whom_and_who_answered_what(open_site: Site) -> None:
    with open_site.visit() as visitor:
        matrix = visitor.get("/api/parties/matrix").json()
        row, column = matrix["actors"].index("Dawn Front"), matrix["recipients"].index("market of Orlava")
        assert matrix["n"][row][column] >= 1
        [chain, *_] = visitor.get("/api/chains").json()["items"]
        page = visitor.get(f"/api/chains/{chain['id']}").json()
        ids = {each["id"] for each in page["incidents"]}
        assert page["links"]
        assert all({link["answer"], link["to"]} <= ids for link in page["links"])
        held = visitor.get("/api/chains", params={"category": page["incidents"][0]["category"]}).json()
        assert chain in held["items"]
        assert visitor.get("/api/chains?category=AID").json()["total"] == 0


def test_a_split_takes_an_event_out_and_a_merge_brings_it_back(own_site: Site) -> None:
    with own_site.visit() as visitor:
        page = _shelling(visitor)
        path = f"/api/incidents/{page['incident']['id']}/split"
        out = {"events": ["r2:e1"]}
        assert visitor.post(path, json=out).status_code == 428
        assert visitor.post(path, json=out, headers={"If-Match": '"old"'}).status_code == 412
        left = visitor.post(path, json=out, headers={"If-Match": page["etag"]})
        assert left.status_code == 200, left.text
        assert [event["id"] for event in left.json()["events"]] == ["r1:e1"]
        gone = visitor.get("/api/events/r2:e1").json()["incident_id"]
        merged = visitor.post("/api/incidents/merge", json={"incidents": [left.json()["incident"]["id"], gone]})
        assert merged.status_code == 200, merged.text
        assert {event["id"] for event in merged.json()["events"]} == {"r1:e1", "r2:e1"}
        [link] = merged.json()["links"]
        assert link["verdict"] == "confirm"


def test_a_word_on_another_relation_is_not_told_of_a_link(own_site: Site) -> None:
    with own_site.visit() as visitor, Ledger.open(own_site.ledger) as ledger:
        left, right = (from_event_id(event["id"]) for event in _shelling(visitor)["events"])
        ledger.decide_link(left, right, Verdict.CUT, by="ben", relation=Relation.CARRIED_OUT)
        assert [(link["relation"], link["verdict"]) for link in _shelling(visitor)["links"]] == [
            ("same", None),
            ("carried_out", "cut"),
        ]


def test_an_incident_is_told_anew_once_one_of_its_events_is_decided_about(own_site: Site) -> None:
    with own_site.visit() as visitor:
        path = f"/api/incidents/{_shelling(visitor)['incident']['id']}"
        seen = visitor.get(path)
        unchanged = {"If-None-Match": seen.headers["ETag"]}
        assert visitor.get(path, headers=unchanged).status_code == 304
        event = seen.json()["events"][0]
        decision = f"/api/events/{event['id']}/decisions"
        assert visitor.post(decision, json={"action": "confirm"}, headers={"If-Match": event["etag"]}).is_success
        again = visitor.get(path, headers=unchanged)
        assert again.status_code == 200
        assert again.json()["events"][0]["state"] == "confirmed"


def test_table_and_map_stay_as_they_are_until_something_is_linked(own_site: Site) -> None:
    with own_site.visit() as visitor:
        page = _shelling(visitor)
        seen = {path: visitor.get(path).headers["ETag"] for path in ("/api/incidents", "/api/incidents/points")}
        with Ledger.open(own_site.ledger) as ledger:
            ledger.decide(from_event_id(page["events"][0]["id"]), Ruling(action=Action.REJECT, by="ben"))
            for path, etag in seen.items():
                assert visitor.get(path, headers={"If-None-Match": etag}).status_code == 304
            ledger.link()
        for path, etag in seen.items():
            assert visitor.get(path, headers={"If-None-Match": etag}).status_code == 200


def test_a_party_of_a_correction_is_found_at_once(own_site: Site) -> None:
    with own_site.visit() as visitor:
        asked = {"params": {"q": "valley w"}}
        assert visitor.get("/api/parties", **asked).json() == []
        event = visitor.get("/api/events/r1:e1").json()
        corrected = event["event"] | {"actors": [{"name": "Valley Watch", "country": None, "sector": None}]}
        decision = {"json": {"action": "correct", "event": corrected}, "headers": {"If-Match": event["etag"]}}
        kept = visitor.post("/api/events/r1:e1/decisions", **decision)
        assert kept.is_success, kept.text
        [party] = visitor.get("/api/parties", **asked).json()
        assert (party["name"], party["known"]) == ("Valley Watch", False)
        with Ledger.open(own_site.ledger) as ledger:
            ledger.link()
        [party] = visitor.get("/api/parties", **asked).json()
        assert party["n_incidents"] == 1


def test_not_everything_can_leave_an_incident(open_site: Site) -> None:
    with open_site.visit() as visitor:
        page = _shelling(visitor)
        path, etag = f"/api/incidents/{page['incident']['id']}/split", {"If-Match": page["etag"]}
        everything = {"events": [event["id"] for event in page["events"]]}
        assert visitor.post(path, json=everything, headers=etag).status_code == 409


def test_places_parties_and_codes_are_found(open_site: Site) -> None:
    with open_site.visit() as visitor:
        places = visitor.get("/api/places", params={"q": "Mazar-i-Sh", "country": "AFG"}).json()
        assert places[0]["country"] == "AFG"
        assert abs(places[0]["lat"] - 36.7) < 0.1
        [party, *_] = visitor.get("/api/parties", params={"q": "dawn fr"}).json()
        assert (party["name"], party["known"]) == ("Dawn Front", False)
        assert party["n_incidents"] >= 1
        book = visitor.get("/api/codebook").json()
        assert "ASSAULT" in [category["code"] for category in book["categories"]]
        assert "occurred" in book["realis"]
