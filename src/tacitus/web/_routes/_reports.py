"""Reports: the list, one with its text, and missed events added to it."""

from typing import Annotated

from fastapi import APIRouter, Query

from tacitus.ledger import Action, ReportState, Ruling
from tacitus.web import _translate
from tacitus.web._desk import OnDesk
from tacitus.web._fresh import Fresh
from tacitus.web._ids import from_id
from tacitus.web._query import ReportQuery, ReportWhere
from tacitus.web._shapes import Count, NewEvent, Number, Page, ReportPage, ReportRow, ReviewedEvent, Summary
from tacitus.web._visitor import AsCoder, AsReader

router = APIRouter(tags=["reports"])


@router.get("/summary")
def summary(desk: OnDesk, _: AsReader, _fresh: Fresh) -> Summary:
    """What the ledger holds, at a glance."""
    return _translate.summary(desk.ledger.summary())


@router.get("/reports")
def reports(query: Annotated[ReportQuery, Query()], desk: OnDesk, _: AsReader, _fresh: Fresh) -> Page[ReportRow]:
    """The reports, without their texts."""
    page = desk.ledger.reports(query.as_filter(), query.order).page(limit=query.limit, cursor=query.cursor)
    return Page(items=tuple(map(_translate.report_row, page.rows)), next=page.next, total=page.total)


@router.get("/reports/counts")
def report_counts(
    query: Annotated[ReportWhere, Query()], desk: OnDesk, _: AsReader, _fresh: Fresh
) -> tuple[Count, ...]:
    """How many reports are in each state, under the other filters."""
    return tuple(
        Count(value=state, n=desk.ledger.reports(query.as_filter(state)).count())
        for state in ReportState
        if query.state in {None, state}
    )


@router.get("/reports/{report_id}")
def report(report_id: str, desk: OnDesk, visitor: AsReader, _fresh: Fresh, sample: Number | None = None) -> ReportPage:
    """One report with its text and events; with a sample, as this coder sees it, blind to the other."""
    if sample is not None:
        desk.samples.for_coder(sample, visitor.name)
    found = desk.ledger.report(from_id(report_id), sample=sample, by=visitor.name)
    return _translate.report_page(found, sample)


@router.post("/reports/{report_id}/events", status_code=201)
def add_event(report_id: str, body: NewEvent, desk: OnDesk, visitor: AsCoder) -> ReviewedEvent:
    """Add an event that the program missed."""
    doc_id = from_id(report_id)
    if body.sample is not None:
        desk.samples.check_open(body.sample, doc_id, visitor.name)
    ruling = Ruling(action=Action.ADD, by=visitor.name, event=body.event, comment=body.comment, sample=body.sample)
    made = desk.ledger.add_event(doc_id, ruling)
    desk.relinker.after(ruling)
    return _translate.reviewed_event(desk.ledger.event(made.key, sample=body.sample, by=visitor.name))
