"""Writing what people decide about events. Every decision is a new row, the taking back of one as well."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, select

from tacitus.errors import LedgerConflictError, LedgerLookupError, LedgerUseError
from tacitus.ledger import _tables as t
from tacitus.ledger._align import unused_id
from tacitus.ledger._current import Standing, current, with_undone
from tacitus.ledger._insert import insert_one
from tacitus.ledger._records import Action, Decision, Ruling
from tacitus.ledger._reports import report_id_of
from tacitus.ledger._rows import check_event, record_of, report_of, version_of
from tacitus.ledger._samples import seen
from tacitus.ledger._write import Writer, known_events
from tacitus.model import Event, EventKey

_GIVES_EVENT: Final = {Action.CORRECT, Action.ADD}


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """What the person had before their eyes: one report's events, as they stand for this person."""

    report_id: int
    doc_id: str
    coding_id: int | None
    coded: tuple[Event, ...]
    decisions: tuple[Decision, ...]

    def standing(self, event_id: str) -> Standing:
        for standing in current(self.coded, self.decisions):
            if standing.event.id == event_id:
                return standing
        raise LedgerLookupError(
            f"{LedgerLookupError.code}: report {self.doc_id!r} has no event {event_id!r}; its events are in "
            "`Ledger.report`"
        )


def decide(connection: Connection, key: EventKey, ruling: Ruling, expected: str | None) -> Decision:
    """Write a decision about an event that is there."""
    _check(ruling)
    if ruling.action is Action.ADD:
        raise LedgerUseError(
            f"{LedgerUseError.code}: {key} is there already; correct it, or add an event to its report"
        )
    view = _view(connection, key.doc_id, ruling)
    standing = view.standing(key.event_id)
    found = version_of(view.coding_id, standing.last_decision)
    if expected is not None and expected != found:
        raise LedgerConflictError(
            f"{LedgerConflictError.code}: {key} was decided or coded anew meanwhile (its version is {found}, "
            f"expected {expected}); look at it again"
        )
    undoes = _own_newest(view, key, ruling.by) if ruling.action is Action.UNDO else None
    after = _after(view, standing, ruling, undoes)
    return _written(connection, view, replace(_decision(ruling, key, standing.event, after), undoes=undoes))


def add(connection: Connection, doc_id: str, ruling: Ruling) -> Decision:
    """Write an event that the program missed, under an id that its report has never used."""
    _check(ruling)
    if ruling.action is not Action.ADD or ruling.event is None:
        raise LedgerUseError(f"{LedgerUseError.code}: to add an event, rule {Action.ADD.value!r} and give the event")
    view = _view(connection, doc_id, ruling)
    event_id = unused_id(event.id for event in known_events(connection, view.report_id))
    after = replace(ruling.event, id=event_id, confidence=None)
    key = EventKey(doc_id=doc_id, event_id=event_id)
    return _written(connection, view, _decision(ruling, key, None, after))


def _check(ruling: Ruling) -> None:
    if not ruling.by.strip():
        raise LedgerUseError(f"{LedgerUseError.code}: a decision needs the name of who decides, as `by`")
    if (ruling.event is not None) != (ruling.action in _GIVES_EVENT):
        wants = "needs the event as it should be" if ruling.action in _GIVES_EVENT else "takes no event"
        raise LedgerUseError(f"{LedgerUseError.code}: the decision {ruling.action.value!r} {wants}")
    if ruling.action is Action.COMMENT and not (ruling.comment or "").strip():
        raise LedgerUseError(f"{LedgerUseError.code}: the comment has no words")


def _view(connection: Connection, doc_id: str, ruling: Ruling) -> _View:
    report_id = report_id_of(connection, doc_id)
    coding_id, coded, decisions = seen(connection, report_id, sample=ruling.sample, by=ruling.by)
    return _View(report_id=report_id, doc_id=doc_id, coding_id=coding_id, coded=coded, decisions=decisions)


def _own_newest(view: _View, key: EventKey, by: str) -> int:
    """The person's newest decision about an event that still holds."""
    for decision in reversed(view.decisions):
        own = decision.key == key and decision.by == by and decision.action is not Action.UNDO
        if own and not decision.undone:
            return decision.id
    raise LedgerLookupError(f"{LedgerLookupError.code}: {by} has decided nothing about {key} that could be undone")


def _after(view: _View, standing: Standing, ruling: Ruling, undoes: int | None) -> Event | None:
    """The event as the decision leaves it; None where it leaves none."""
    if ruling.action is Action.REJECT:
        return None
    if ruling.action is Action.UNDO:
        without = (decision for decision in view.decisions if decision.id != undoes)
        left = {found.event.id: found.event for found in current(view.coded, with_undone(without))}
        return left.get(standing.event.id)
    if ruling.event is None:
        return standing.event
    # What a person codes has no calibrated confidence.
    return replace(ruling.event, id=standing.event.id, confidence=None)


def _decision(ruling: Ruling, key: EventKey, before: Event | None, after: Event | None) -> Decision:
    """The decision before it has a number."""
    return Decision(
        id=0,
        key=key,
        action=ruling.action,
        by=ruling.by,
        at=datetime.now(UTC),
        before=before,
        after=after,
        comment=ruling.comment,
        sample=ruling.sample,
    )


def _written(connection: Connection, view: _View, decision: Decision) -> Decision:
    if decision.action in _GIVES_EVENT and decision.after is not None:
        _check_event(connection, view, decision.after)
    row = {
        "report_id": view.report_id,
        "event_id": decision.key.event_id,
        "action": decision.action.value,
        "coder": decision.by,
        "at": decision.at,
        "before": record_of(decision.before),
        "after": record_of(decision.after),
        "comment": decision.comment,
        "sample_id": decision.sample,
        "undoes": decision.undoes,
    }
    written = replace(decision, id=insert_one(connection, t.decisions, row))
    writer = Writer(connection)
    if decision.sample is None:
        writer.refresh(view.report_id)
    writer.note(
        "decision",
        coder=decision.by,
        report_id=view.report_id,
        event_id=decision.key.event_id,
        detail={"action": decision.action.value, "sample": decision.sample, "decision": written.id},
    )
    writer.flush()
    return written


def _check_event(connection: Connection, view: _View, event: Event) -> None:
    """What a person wrote points into the text, and at events that are there."""
    row = connection.execute(select(t.reports).where(t.reports.c.id == view.report_id)).mappings().one()
    check_event(event, report_of(row))
    _check_responses(event, [standing.event.id for standing in current(view.coded, view.decisions)], view.doc_id)


def _check_responses(event: Event, ids: Sequence[str], doc_id: str) -> None:
    for other in event.responds_to:
        if other == event.id or other not in ids:
            raise LedgerUseError(
                f"{LedgerUseError.code}: event {event.id!r} cannot respond to {other!r}: report {doc_id!r} has the "
                f"events {', '.join(ids) or 'none'}"
            )
