"""Two coders, blind to each other, and the one who settles."""

import httpx

from tacitus.ledger import Action, Ledger, Ruling
from tacitus.model import EventKey
from tests.web.conftest import Site


def _decide(visitor: httpx.Client, event: str, **body: object) -> httpx.Response:
    etag = visitor.get(f"/api/events/{event}", params={"sample": body["sample"]}).json()["etag"]
    return visitor.post(f"/api/events/{event}/decisions", json=body, headers={"If-Match": etag})


def test_two_code_blind_differ_and_are_settled(closed_site: Site) -> None:
    with (
        closed_site.visit("coder") as anna,
        closed_site.visit("ben") as ben,
        closed_site.visit("adjudicator") as judge,
    ):
        body = {"name": "first", "coders": ["coder", "ben"], "reports": ["r1"]}
        assert judge.post("/api/samples", json={**body, "coders": ["coder", "reader"]}).status_code == 422
        drawn = judge.post("/api/samples", json=body)
        assert drawn.status_code == 201, drawn.text
        number = drawn.json()["id"]

        # What one decides, nobody else sees.
        assert _decide(anna, "r1:e1", action="reject", sample=number).status_code == 201
        assert anna.get("/api/reports/r1", params={"sample": number}).json()["events"][0]["state"] == "rejected"
        assert ben.get("/api/reports/r1", params={"sample": number}).json()["events"][0]["state"] == "open"
        assert ben.get("/api/events/r1:e1").json()["state"] == "open"
        assert ben.get("/api/decisions").json()["items"] == []
        assert judge.get("/api/reports/r1", params={"sample": number}).status_code == 403

        # Nothing is compared before both have finished, and who has finished decides no more.
        assert anna.post(f"/api/samples/{number}/reports/r1/done").status_code == 200
        assert _decide(anna, "r1:e1", action="undo", sample=number).status_code == 409
        assert judge.get(f"/api/samples/{number}/disagreements").json()["total"] == 0
        assert judge.get(f"/api/samples/{number}/agreement").json()["n_reports"] == 0
        assert _decide(ben, "r1:e1", action="confirm", sample=number).status_code == 201
        assert ben.post(f"/api/samples/{number}/reports/r1/done").json()["n_disagreements"] is None

        agreement = judge.get(f"/api/samples/{number}/agreement").json()
        assert (agreement["n_reports"], agreement["matched"], agreement["only_second"]) == (1, 1, 1)
        [open_] = judge.get(f"/api/samples/{number}/disagreements").json()["items"]
        assert open_["fields"] == ["event"]
        assert [value["event"] is None for value in open_["values"]] == [True, False]

        path = f"/api/samples/{number}/disagreements/{open_['id']}"
        settled = judge.post(path, json={"event": open_["values"][1]["event"]})
        assert settled.status_code == 201, settled.text
        assert settled.json()["n_disagreements"] == 0
        assert judge.post(path, json={"event": None}).status_code == 409
        now = judge.get("/api/events/r1:e1").json()
        assert (now["state"], now["decisions"][-1]["by"]) == ("confirmed", "adjudicator")


def test_a_comparison_is_made_again_where_something_new_is_written_about_its_report(closed_site: Site) -> None:
    with (
        closed_site.visit("coder") as anna,
        closed_site.visit("ben") as ben,
        closed_site.visit("adjudicator") as judge,
    ):
        body = {"name": "late", "coders": ["coder", "ben"], "reports": ["r2"]}
        number = judge.post("/api/samples", json=body).json()["id"]
        for coder in (anna, ben):
            assert coder.post(f"/api/samples/{number}/reports/r2/done").status_code == 200
        path = f"/api/samples/{number}/agreement"
        before = judge.get(path).json()
        assert (before["matched"], before["only_first"]) == (2, 0)
        assert judge.get("/api/samples").json()[0]["n_disagreements"] == 0
        with Ledger.open(closed_site.ledger) as ledger:
            late = Ruling(action=Action.REJECT, by="ben", sample=number)
            ledger.decide(EventKey(doc_id="r2", event_id="e1"), late)
        after = judge.get(path).json()
        assert (after["matched"], after["only_first"]) == (1, 1)
        assert judge.get("/api/samples").json()[0]["n_disagreements"] == 1
