"""What is new, as it comes."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Header, Query, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from starlette.concurrency import run_in_threadpool

from tacitus.web._desk import OnDesk
from tacitus.web._live import JOB
from tacitus.web._shapes import Change, Number
from tacitus.web._visitor import AsReader, visitor_of

router = APIRouter(tags=["live"])


@router.get("/live", response_class=EventSourceResponse)
async def live(
    request: Request,
    desk: OnDesk,
    visitor: AsReader,
    since: Annotated[Number | None, Query(ge=0)] = None,
    last_event_id: Annotated[Number | None, Header(ge=0)] = None,
) -> AsyncIterator[ServerSentEvent]:
    """A `change` for each thing that is new since a sequence, or from now on; ends when the session does."""
    async for change in desk.feed.since(last_event_id if last_event_id is not None else since):
        still = await run_in_threadpool(visitor_of, request)
        if still is None or still.name != visitor.name:
            return
        if _is_blind(change) and change.by != visitor.name:
            continue
        number = None if change.kind == JOB else str(change.sequence)
        yield ServerSentEvent(event="change", id=number, data=change)


def _is_blind(change: Change) -> bool:
    """Whether it tells what somebody decided in a sample, which the other coder must not see."""
    return change.kind == "decision" and bool((change.detail or {}).get("sample"))
