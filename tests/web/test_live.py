"""What is new comes by itself, whoever wrote it."""

import asyncio
import json
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx

from tacitus.ledger import Action, Ledger, Ruling
from tacitus.model import EventKey
from tacitus.web._live import Feed
from tacitus.web._shapes import Change
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


def test_who_comes_after_a_while_without_listeners_hears_only_what_is_new() -> None:
    told = [_change(1)]

    def ask(since: int) -> tuple[Change, ...]:
        return tuple(change for change in told if change.sequence > since)

    async def heard_of() -> int:
        feed = Feed(ask=ask, newest=lambda: told[-1].sequence)
        listener = feed.since(None)
        waiting = asyncio.ensure_future(anext(listener))
        await asyncio.sleep(0.1)
        told.append(_change(2))
        first = await waiting
        await listener.aclose()
        told.extend(map(_change, range(3, 2000)))
        coming = asyncio.ensure_future(anext(feed.since(None)))
        await asyncio.sleep(0.1)
        told.append(_change(2000))
        second = await asyncio.wait_for(coming, timeout=30)
        await feed.stop()
        assert first.sequence == 2
        return second.sequence

    assert _run(heard_of()) == 2000


def test_two_who_come_first_at_once_are_told_by_one_task() -> None:
    async def tasks() -> int:
        feed = Feed(ask=lambda _: (), newest=lambda: 0)
        listening = [asyncio.ensure_future(anext(feed.since(None), None)) for _ in range(2)]
        await asyncio.sleep(0.1)
        n_tasks = len(asyncio.all_tasks()) - len(listening) - 1
        await feed.stop()
        await asyncio.gather(*listening)
        return n_tasks

    assert _run(tasks()) == 1


def _run(told: Coroutine[Any, Any, int]) -> int:
    """In a thread of its own: the browser of other tests keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, told).result()


def _change(sequence: int) -> Change:
    return Change(sequence=sequence, kind="report", at=None, by=None)


def test_the_stream_needs_a_login(closed_site: Site) -> None:
    with closed_site.visit() as visitor:
        assert visitor.get("/api/live").status_code == 401
