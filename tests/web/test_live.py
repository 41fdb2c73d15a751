"""What is new comes by itself, whoever wrote it."""

import json
from collections.abc import Iterator

import httpx

from tacitus.ledger import Action, Ledger, Ruling
from tacitus.model import EventKey
from tests.web.conftest import Site

E1 = EventKey(doc_id="r1", event_id="e1")


def _changes(stream: httpx.Response) -> Iterator[dict]:
    for line in stream.iter_lines():
        if line.startswith("data: "):
            yield json.loads(line.removeprefix("data: "))


def test_a_decision_of_another_process_is_heard(own_site: Site) -> None:
    with own_site.visit() as visitor, Ledger.open(own_site.ledger) as other:
        now = visitor.get("/api/summary").json()["sequence"]
        with visitor.stream("GET", "/api/live", params={"since": now}) as stream:
            assert stream.headers["Content-Type"].startswith("text/event-stream")
            other.decide(E1, Ruling(action=Action.CONFIRM, by="ben"))
            change = next(_changes(stream))
        assert (change["kind"], change["event_id"], change["by"]) == ("decision", "r1:e1", "ben")
        assert change["sequence"] > now


def test_who_comes_back_hears_what_was_missed(own_site: Site) -> None:
    with own_site.visit() as visitor, Ledger.open(own_site.ledger) as other:
        now = visitor.get("/api/summary").json()["sequence"]
        other.decide(E1, Ruling(action=Action.CONFIRM, by="ben"))
        other.decide(E1, Ruling(action=Action.UNDO, by="ben"))
        with visitor.stream("GET", "/api/live", headers={"Last-Event-ID": str(now)}) as stream:
            changes = _changes(stream)
            actions = [next(changes)["detail"]["action"] for _ in range(2)]
    assert actions == ["confirm", "undo"]


def test_the_stream_needs_a_login(closed_site: Site) -> None:
    with closed_site.visit() as visitor:
        assert visitor.get("/api/live").status_code == 401
