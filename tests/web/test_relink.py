"""Incidents follow what is decided in the app, without `tacitus link`."""

import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import httpx
import pytest

from tacitus.ledger import Ledger
from tacitus.web import Settings
from tacitus.web._relink import REST_S
from tests.ledger.written import add
from tests.web.conftest import Site, report, running, write
from tests.written import TEXT

EVENT = "/api/events/r1:e1"


def _decide(visitor: httpx.Client, **body: object) -> None:
    etag = visitor.get(EVENT).json()["etag"]
    answer = visitor.post(f"{EVENT}/decisions", json=body, headers={"If-Match": etag})
    assert answer.status_code == 201, answer.text


def _add(visitor: httpx.Client) -> None:
    start = TEXT.index("killing")
    trigger = {"text": "killing", "start": start, "end": start + 7}
    event = {"id": "", "category": "ASSAULT", "trigger": trigger}
    answer = visitor.post("/api/reports/r1/events", json={"event": event})
    assert answer.status_code == 201, answer.text


def _linkings(ledger: str) -> int:
    with Ledger.open(ledger) as opened:
        return sum(change.kind == "linking" for change in opened.changes(0))


def _wait_for_linking(ledger: str, n_before: int) -> None:
    until = time.monotonic() + 60
    while _linkings(ledger) == n_before:
        assert time.monotonic() < until, "nothing is linked"
        time.sleep(0.1)


def test_the_incident_of_a_corrected_event_shows_the_new_value_and_others_hear_of_it(own_site: Site) -> None:
    with own_site.visit() as anna, own_site.visit() as ben:
        event = anna.get(EVENT).json()["event"]
        now = anna.get("/api/summary").json()["sequence"]
        with ben.stream("GET", "/api/live", params={"since": now}) as stream:
            _decide(anna, action="correct", event=event | {"category": "PROTEST"})
            told = (json.loads(line[6:]) for line in stream.iter_lines() if line.startswith("data: "))
            assert [next(told)["kind"] for _ in range(2)] == ["decision", "linking"]
        incident = anna.get(f"/api/incidents/{anna.get(EVENT).json()['incident_id']}").json()["incident"]
        assert incident["category"] == "PROTEST"


def test_decisions_in_quick_succession_link_once(own_site: Site) -> None:
    with own_site.visit() as visitor:
        _decide(visitor, action="reject")
        _decide(visitor, action="undo")
        _wait_for_linking(own_site.ledger, 1)
        time.sleep(REST_S + 0.5)
    assert _linkings(own_site.ledger) == 2


def test_somebody_who_decides_without_a_rest_does_not_keep_the_ledger_from_being_linked(
    own_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tacitus.web._relink.LONGEST_S", 2 * REST_S)
    begun = time.monotonic()
    with own_site.visit() as visitor:
        while _linkings(own_site.ledger) == 1:
            assert time.monotonic() < begun + 60, "nothing is linked"
            _decide(visitor, action="reject")
            time.sleep(REST_S / 4)
            _decide(visitor, action="undo")
            time.sleep(REST_S / 4)


@pytest.mark.parametrize(
    ("say", "n_linkings"),
    [
        (partial(_decide, action="reject"), 2),
        (_add, 2),
        (partial(_decide, action="comment", comment="who says so?"), 1),
    ],
    ids=["decision", "addition", "comment"],
)
def test_whoever_stops_the_server_has_decisions_linked_but_not_comments(
    tmp_path: Path, static: Path, say: Callable[[httpx.Client], None], n_linkings: int
) -> None:
    path = write(tmp_path / "war.db", report("r1", 1))
    with running(Settings(ledger=path, static=static)) as site, site.visit() as visitor:
        say(visitor)
    assert _linkings(path) == n_linkings


def test_a_ledger_that_was_never_linked_is_not_linked(tmp_path: Path, static: Path) -> None:
    path = tmp_path / "war.db"
    with Ledger.open(path) as ledger:
        add(ledger, report("r1", 1))
    with running(Settings(ledger=str(path), static=static)) as site, site.visit() as visitor:
        _decide(visitor, action="reject")
    assert _linkings(str(path)) == 0


def test_a_linking_that_fails_is_listed_with_the_jobs_and_the_next_decision_links(own_site: Site) -> None:
    with own_site.visit() as visitor, closing(sqlite3.connect(own_site.ledger)) as database:
        database.execute("ALTER TABLE linkings RENAME TO gone")
        _decide(visitor, action="reject")
        until = time.monotonic() + 60
        while not (jobs := visitor.get("/api/jobs").json()):
            assert time.monotonic() < until, "nothing is told"
            time.sleep(0.1)
        assert (jobs[0]["name"], jobs[0]["state"]) == ("linking after decisions", "failed")
        assert jobs[0]["message"]
        database.execute("ALTER TABLE gone RENAME TO linkings")
        _decide(visitor, action="undo")
        _wait_for_linking(own_site.ledger, 1)
