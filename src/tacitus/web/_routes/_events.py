"""The review: a queue of events, each decided upon, and all that was decided."""

from typing import Annotated

from fastapi import APIRouter, Query

from tacitus.ledger import Action, Ruling
from tacitus.web import _translate
from tacitus.web._desk import OnDesk
from tacitus.web._faults import InvalidRequestError
from tacitus.web._fresh import Fresh, IfMatch, check_match
from tacitus.web._ids import from_event_id
from tacitus.web._query import DecisionQuery, QueueQuery
from tacitus.web._shapes import Decision, NewDecision, Number, Page, QueueItem, ReviewedEvent
from tacitus.web._visitor import AsCoder, AsReader

router = APIRouter(tags=["review"])


@router.get("/queue")
def queue(query: Annotated[QueueQuery, Query()], desk: OnDesk, _: AsCoder, _fresh: Fresh) -> Page[QueueItem]:
    """Events to check, each with the words around its trigger."""
    page = desk.ledger.events(query.as_filter(), query.order).page(limit=query.limit, cursor=query.cursor)
    texts = desk.ledger.texts({row.key.doc_id for row in page.rows})
    items = tuple(_translate.queue_item(row, texts.get(row.key.doc_id, "")) for row in page.rows)
    return Page(items=items, next=page.next, total=page.total)


@router.get("/events/{event_id}")
def event(event_id: str, desk: OnDesk, visitor: AsReader, _fresh: Fresh, sample: Number | None = None) -> ReviewedEvent:
    """One event with its decisions. A decision about it sends back the `etag` in it."""
    if sample is not None:
        desk.samples.for_coder(sample, visitor.name)
    return _translate.reviewed_event(desk.ledger.event(from_event_id(event_id), sample=sample, by=visitor.name))


@router.post("/events/{event_id}/decisions", status_code=201)
def decide(event_id: str, body: NewDecision, desk: OnDesk, visitor: AsCoder, if_match: IfMatch) -> ReviewedEvent | None:
    """Confirm, reject, correct or comment on an event, or take back one's own newest decision about it.

    Null where that was the event's addition, so that it stands no more.
    """
    if body.action is Action.ADD:
        raise InvalidRequestError(f"{InvalidRequestError.code}: add an event to its report: POST /reports/…/events")
    if (body.action is Action.CORRECT) != (body.event is not None):
        raise InvalidRequestError(f"{InvalidRequestError.code}: `event` belongs to a correction, and only to one")
    key, by = from_event_id(event_id), visitor.name
    if body.sample is not None:
        desk.samples.check_open(body.sample, key.doc_id, by)
    found = desk.ledger.event(key, sample=body.sample, by=by)
    check_match(if_match, _translate.quoted(found.version))
    ruling = Ruling(action=body.action, by=by, event=body.event, comment=body.comment, sample=body.sample)
    made = desk.ledger.decide(key, ruling, expected=found.version)
    desk.relinker.after(ruling)
    if made.action is Action.UNDO and made.after is None:
        return None
    return _translate.reviewed_event(desk.ledger.event(key, sample=body.sample, by=by))


@router.get("/decisions")
def decisions(query: Annotated[DecisionQuery, Query()], desk: OnDesk, _: AsReader, _fresh: Fresh) -> Page[Decision]:
    """What people decided, newest first; not what is decided blind."""
    page = query.asked(desk.ledger).page(limit=query.limit, cursor=query.cursor)
    return Page(items=tuple(map(_translate.decision, page.rows)), next=page.next, total=page.total)
