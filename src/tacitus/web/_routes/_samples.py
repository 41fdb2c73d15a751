"""Blind double coding: samples, one's own reports of them, agreement, adjudication."""

from typing import Annotated

from fastapi import APIRouter, Query

from tacitus.ledger import Draw, ReportFilter, ReviewedEvent, Sample, Settlement
from tacitus.views import around
from tacitus.web import _shapes as shapes
from tacitus.web._desk import Desk, OnDesk
from tacitus.web._differences import Difference
from tacitus.web._faults import InvalidRequestError
from tacitus.web._fresh import Fresh
from tacitus.web._ids import from_id, to_event_id, to_id
from tacitus.web._query import DisagreementQuery
from tacitus.web._samples import sees_all
from tacitus.web._shapes import Number, Role
from tacitus.web._visitor import AsAdjudicator, AsCoder, Visitor

router = APIRouter(prefix="/samples", tags=["samples"])


@router.get("")
def samples(desk: OnDesk, visitor: AsCoder, _fresh: Fresh) -> tuple[shapes.Sample, ...]:
    """The samples, newest first: all for an adjudicator, for a coder their own."""
    return tuple(
        _sample(desk, sample, visitor)
        for sample in desk.ledger.samples()
        if visitor.may(Role.ADJUDICATOR) or visitor.name in sample.coders
    )


@router.post("", status_code=201)
def draw(body: shapes.NewSample, desk: OnDesk, visitor: AsAdjudicator) -> shapes.Sample:
    """Draw a sample for two coders."""
    if desk.accounts is not None:
        _check_coders(body.coders, {person.name for person in desk.accounts.all() if person.role is not Role.READER})
    doc_ids = tuple(map(from_id, body.reports))
    what = Draw(name=body.name, coders=body.coders, start=body.start, size=body.size, seed=body.seed, doc_ids=doc_ids)
    return _sample(desk, desk.ledger.draw_sample(what, by=visitor.name), visitor)


@router.get("/{number}")
def sample(number: Number, desk: OnDesk, visitor: AsCoder, _fresh: Fresh) -> shapes.Sample:
    """One sample, with how far its coders are."""
    found = desk.ledger.sample(number)
    if not visitor.may(Role.ADJUDICATOR):
        desk.samples.for_coder(number, visitor.name)
    return _sample(desk, found, visitor)


@router.get("/{number}/reports")
def reports(number: Number, desk: OnDesk, visitor: AsCoder, _fresh: Fresh) -> tuple[shapes.SampleReport, ...]:
    """One's own reports of a sample, in its order."""
    found = desk.samples.for_coder(number, visitor.name)
    titles = _titles(desk, found)
    return tuple(
        shapes.SampleReport(
            report_id=to_id(doc_id), title=titles.get(doc_id), done=(visitor.name, doc_id) in found.done
        )
        for doc_id in found.doc_ids
    )


@router.post("/{number}/reports/{report_id}/done")
def finish(number: Number, report_id: str, desk: OnDesk, visitor: AsCoder) -> shapes.Sample:
    """Finish with a report: what one decided about it in this sample then stands."""
    desk.ledger.finish_report(number, from_id(report_id), by=visitor.name)
    return _sample(desk, desk.ledger.sample(number), visitor)


@router.get("/{number}/agreement")
def agreement(number: Number, desk: OnDesk, visitor: AsAdjudicator, _fresh: Fresh) -> shapes.Agreement:
    """Agreement field by field, over the reports that both coders have finished with."""
    desk.samples.for_adjudicator(number, visitor.name)
    return desk.samples.agreement(number)


@router.get("/{number}/disagreements")
def disagreements(
    number: Number, query: Annotated[DisagreementQuery, Query()], desk: OnDesk, visitor: AsAdjudicator, _fresh: Fresh
) -> shapes.Page[shapes.Disagreement]:
    """Where the coders differ, over the reports that both have finished with."""
    found = desk.samples.for_adjudicator(number, visitor.name)
    settled = {each.disagreement: each for each in desk.ledger.settlements(number)}
    rows = [
        (doc_id, difference)
        for doc_id, difference in desk.samples.differences(found)
        if query.settled is None or query.settled == (difference.id in settled)
    ]
    return query.page(rows, lambda row: _disagreement(desk, found, *row, settled.get(row[1].id)))


@router.post("/{number}/disagreements/{name}", status_code=201)
def settle(number: Number, name: str, body: shapes.Adjudication, desk: OnDesk, visitor: AsAdjudicator) -> shapes.Sample:
    """Say what is to hold; it becomes a decision like any other."""
    desk.samples.for_adjudicator(number, visitor.name)
    if desk.samples.settle(number, name, body.event, by=visitor.name, comment=body.comment) is not None:
        desk.relinker.soon(visitor.name)
    return _sample(desk, desk.ledger.sample(number), visitor)


def _check_coders(coders: tuple[str, str], known: set[str]) -> None:
    for coder in coders:
        if coder not in known:
            raise InvalidRequestError(f"{InvalidRequestError.code}: {coder!r} has no account that may code")


def _sample(desk: Desk, found: Sample, visitor: Visitor) -> shapes.Sample:
    compares = visitor.may(Role.ADJUDICATOR) and sees_all(found, visitor.name)
    return shapes.Sample(
        id=found.id,
        name=found.name,
        start=shapes.Start(found.start),
        seed=found.seed,
        n_reports=len(found.doc_ids),
        coders=tuple(shapes.CoderProgress(name=coder, n_done=found.n_done(coder)) for coder in found.coders),
        n_disagreements=desk.samples.n_open(found) if compares else None,
        created_by=found.created_by,
        created_at=found.created_at,
    )


def _titles(desk: Desk, found: Sample) -> dict[str, str | None]:
    return {row.doc_id: row.title for row in desk.ledger.reports(ReportFilter(doc_ids=found.doc_ids))}


def _disagreement(
    desk: Desk, found: Sample, doc_id: str, difference: Difference, settled: Settlement | None
) -> shapes.Disagreement:
    either = difference.first or difference.second
    assert either is not None  # noqa: S101  a difference has an event on one side at least
    report = desk.ledger.report(doc_id).report
    start, end = around(either.event.trigger, report.text)
    return shapes.Disagreement(
        id=difference.id,
        sample=found.id,
        report_id=to_id(doc_id),
        title=report.title,
        excerpt=report.text[start:end],
        start=start,
        fields=difference.fields,
        values=(_versus(found.coders[0], difference.first), _versus(found.coders[1], difference.second)),
        coded=either.coded,
        event_id=to_event_id(either.key) if either.coded is not None else None,
        settled=settled.event if settled else None,
        settled_by=settled.by if settled else None,
        is_settled=settled is not None,
    )


def _versus(coder: str, event: ReviewedEvent | None) -> shapes.Versus:
    said = [made.comment for made in event.decisions if made.comment and not made.undone] if event else []
    return shapes.Versus(coder=coder, event=event.event if event else None, comment=said[-1] if said else None)
