"""Reading reports and deciding about events."""

import httpx
import pytest

from tests.web.conftest import Site
from tests.written import TEXT

EVENT = "/api/events/r1:e1"


def _decide(visitor: httpx.Client, etag: str, **body: object) -> httpx.Response:
    return visitor.post(f"{EVENT}/decisions", json=body, headers={"If-Match": etag})


def _etag(visitor: httpx.Client) -> str:
    return str(visitor.get(EVENT).json()["etag"])


def test_reports_come_in_pages_that_fit_together(open_site: Site) -> None:
    with open_site.visit() as visitor:
        first = visitor.get("/api/reports", params={"limit": 2}).json()
        rest = visitor.get("/api/reports", params={"limit": 2, "cursor": first["next"]}).json()
    assert [row["id"] for row in first["items"] + rest["items"]] == ["r3", "r2", "r1"]
    assert (first["total"], rest["next"]) == (3, None)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("q=governor", ["r3", "r2", "r1"]),
        ("q=zeppelin", []),
        ("from=2021-03-02&to=2021-03-02", ["r2"]),
        ("category=PROTEST", []),
        ("state=done", []),
        ("order=oldest", ["r1", "r2", "r3"]),
    ],
)
def test_reports_are_searched_and_filtered(open_site: Site, query: str, ids: list[str]) -> None:
    with open_site.visit() as visitor:
        assert [row["id"] for row in visitor.get(f"/api/reports?{query}").json()["items"]] == ids


def test_a_report_has_its_text_as_it_is_and_spans_that_fit(open_site: Site) -> None:
    with open_site.visit() as visitor:
        page = visitor.get("/api/reports/r1").json()
    text = page["report"]["text"]
    assert text == f"{TEXT}\nr1"
    assert "<b>Police</b>" in text
    for event in page["events"]:
        trigger = event["event"]["trigger"]
        assert text[trigger["start"] : trigger["end"]] == trigger["text"]


def test_what_did_not_change_is_not_sent_again(own_site: Site) -> None:
    with own_site.visit() as visitor:
        for path in ("/api/reports", "/api/summary", "/api/incidents/points", EVENT):
            etag = visitor.get(path).headers["ETag"]
            again = visitor.get(path, headers={"If-None-Match": etag})
            assert (again.status_code, again.content) == (304, b""), path
        etag = visitor.get("/api/reports").headers["ETag"]
        assert _decide(visitor, _etag(visitor), action="confirm").status_code == 201
        assert visitor.get("/api/reports", headers={"If-None-Match": etag}).status_code == 200


def test_the_queue_gives_the_least_confident_first_with_the_words_around_it(open_site: Site) -> None:
    with open_site.visit() as visitor:
        queue = visitor.get("/api/queue").json()
        ended = visitor.get("/api/queue", params={"state": "confirmed"}).json()
    assert queue["total"] == 6
    for item in queue["items"]:
        assert item["excerpt"] in TEXT
        assert TEXT[item["start"] :].startswith(item["excerpt"])
        assert item["event"]["trigger"]["text"] in item["excerpt"]
    assert ended["items"] == []


def test_a_decision_changes_the_event_and_keeps_before_and_after(own_site: Site) -> None:
    with own_site.visit() as visitor:
        event = visitor.get(EVENT).json()["event"]
        event["realis"] = "alleged"
        answer = _decide(visitor, _etag(visitor), action="correct", event=event, comment="doubtful")
        assert answer.status_code == 201, answer.text
        found = answer.json()
        assert (found["state"], found["event"]["realis"], found["coded"]["realis"]) == (
            "corrected",
            "alleged",
            "occurred",
        )
        [made] = visitor.get("/api/decisions", params={"event": "r1:e1"}).json()["items"]
        assert (made["before"]["realis"], made["after"]["realis"], made["comment"]) == (
            "occurred",
            "alleged",
            "doubtful",
        )
        undone = _decide(visitor, found["etag"], action="undo").json()
        assert (undone["state"], undone["event"]["realis"]) == ("open", "occurred")
        assert [each["undone"] for each in undone["decisions"] if each["action"] == "correct"] == [True]


def test_a_decision_needs_what_it_is_about_and_loses_to_an_earlier_one(own_site: Site) -> None:
    with own_site.visit() as anna, own_site.visit() as ben:
        bare = anna.post(f"{EVENT}/decisions", json={"action": "confirm"})
        assert (bare.status_code, bare.json()["error"]["code"]) == (428, "W-11")
        etag = _etag(anna)
        assert _decide(ben, etag, action="reject").status_code == 201
        late = _decide(anna, etag, action="confirm")
        assert (late.status_code, late.json()["error"]["code"]) == (412, "W-12")
        assert anna.get(EVENT).json()["state"] == "rejected"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"action": "correct"}, 422),
        ({"action": "confirm", "colour": "red"}, 422),
        ({"action": "add"}, 422),
        ({"action": "undo"}, 404),
        ({"action": "comment"}, 422),
        ({"action": "confirm", "sample": 9}, 404),
    ],
    ids=["no-event", "unknown-key", "add", "nothing-to-undo", "no-words", "no-sample"],
)
def test_what_makes_no_decision(open_site: Site, body: dict[str, object], status: int) -> None:
    with open_site.visit() as visitor:
        answer = _decide(visitor, _etag(visitor), **body)
        assert answer.status_code == status, answer.text
        assert visitor.get(EVENT).json()["decisions"] == []


def test_whoever_takes_an_addition_back_is_told_that_it_stands_no_more(own_site: Site) -> None:
    start = TEXT.index("killing")
    trigger = {"text": "killing", "start": start, "end": start + 7}
    with own_site.visit() as visitor:
        event = {"id": "", "category": "ASSAULT", "trigger": trigger}
        added = visitor.post("/api/reports/r1/events", json={"event": event}).json()
        path, etag = f"/api/events/{added['id']}/decisions", {"If-Match": added["etag"]}
        undone = visitor.post(path, json={"action": "undo"}, headers=etag)
        assert (undone.status_code, undone.json()) == (201, None)
        assert len(visitor.get("/api/reports/r1").json()["events"]) == 2


def test_a_missed_event_is_added_and_one_beside_the_text_is_not(own_site: Site) -> None:
    start = TEXT.index("killing")
    trigger = {"text": "killing", "start": start, "end": start + 7}
    with own_site.visit() as visitor:
        added = visitor.post(
            "/api/reports/r1/events", json={"event": {"id": "", "category": "ASSAULT", "trigger": trigger}}
        )
        assert added.status_code == 201, added.text
        assert added.json()["state"] == "added"
        moved = {"text": "killing", "start": start + 1, "end": start + 8}
        wrong = visitor.post(
            "/api/reports/r1/events", json={"event": {"id": "", "category": "ASSAULT", "trigger": moved}}
        )
        assert wrong.status_code == 422
        assert len(visitor.get("/api/reports/r1").json()["events"]) == 3
