"""The ledger's records as what goes over the wire."""

from collections.abc import Mapping

from tacitus import ledger, model
from tacitus.views import around
from tacitus.web import _shapes as shapes
from tacitus.web._ids import to_event_id, to_id
from tacitus.web._jobs import JobRecord


def report_row(row: ledger.ReportRow) -> shapes.ReportRow:
    """A report in the list."""
    return shapes.ReportRow(
        id=to_id(row.doc_id),
        title=row.title,
        source=row.source,
        published=row.published,
        url=row.url,
        n_events=row.n_events,
        n_open=row.n_open,
        state=row.state,
        same_as=row.same_as and to_id(row.same_as),
        added_at=row.added_at,
    )


def report_page(found: ledger.ReviewedReport, sample: int | None) -> shapes.ReportPage:
    """A report with its text and events."""
    return shapes.ReportPage(
        id=to_id(found.report.doc_id),
        report=found.report,
        state=found.state,
        events=tuple(map(reviewed_event, found.events)),
        remarks=found.remarks,
        share_read=found.share_read,
        versions=found.versions,
        same_as=found.same_as and to_id(found.same_as),
        similarity=found.similarity,
        republished_as=tuple(map(to_id, found.republished_as)),
        appearances=tuple(
            shapes.Appearance(title=each.title, source=each.source, url=each.url, seen_at=each.seen_at)
            for each in found.appearances
        ),
        added_at=found.added_at,
        sample=sample,
    )


def reviewed_event(found: ledger.ReviewedEvent) -> shapes.ReviewedEvent:
    """An event as it now stands, with what was decided."""
    return shapes.ReviewedEvent(
        id=to_event_id(found.key),
        report_id=to_id(found.key.doc_id),
        state=found.state,
        event=found.event,
        coded=found.coded,
        incident_id=found.incident_id,
        decisions=tuple(map(decision, found.decisions)),
        etag=quoted(found.version),
    )


def decision(made: ledger.Decision) -> shapes.Decision:
    """One decision."""
    return shapes.Decision(
        id=made.id,
        report_id=to_id(made.key.doc_id),
        event_id=to_event_id(made.key),
        action=made.action,
        by=made.by,
        at=made.at,
        before=made.before,
        after=made.after,
        comment=made.comment,
        sample=made.sample,
        undoes=made.undoes,
        undone=made.undone,
    )


def queue_item(row: ledger.EventRow, text: str) -> shapes.QueueItem:
    """An event waiting for a person, with the words around its trigger."""
    start, end = around(row.event.trigger, text)
    return shapes.QueueItem(
        id=to_event_id(row.key),
        report_id=to_id(row.key.doc_id),
        state=row.state,
        event=row.event,
        incident_id=row.incident_id,
        etag=quoted(row.version),
        title=row.title,
        source=row.source,
        published=row.published,
        same_as=row.same_as and to_id(row.same_as),
        excerpt=text[start:end],
        start=start,
    )


def incident_row(row: ledger.IncidentRow) -> shapes.IncidentRow:
    """An incident in the table."""
    incident = row.incident
    place = incident.place
    return shapes.IncidentRow(
        id=incident.id,
        kind=incident.kind,
        category=incident.category,
        modes=incident.mode,
        acled=incident.acled,
        realis=incident.realis,
        first_day=row.first_day,
        last_day=row.last_day,
        place=place.name if place else None,
        region=place.region if place else None,
        country=place.country if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        precision=place.precision if place else None,
        actors=tuple(party.name for party in incident.actors),
        recipients=tuple(party.name for party in incident.recipients),
        killed=figure(incident.killed),
        injured=figure(incident.injured),
        n_reports=row.n_reports,
        n_events=row.n_events,
        contradicting=row.contradicting,
    )


def figure(found: model.Figure | None) -> shapes.Figure | None:
    """A number over several claims."""
    if found is None:
        return None
    return shapes.Figure(
        best=found.best, low=found.low, high=found.high, rule=found.rule, basis=to_event_id(found.basis)
    )


def claim(made: model.Claim) -> shapes.Claim:
    """What one report says about one field."""
    return shapes.Claim(
        field=made.field,
        value=made.value,
        spans=made.spans,
        event_id=to_event_id(made.key),
        report_id=to_id(made.key.doc_id),
        source=made.source,
        attribution=made.attribution,
        published=made.published,
    )


def incident_event(row: ledger.EventRow, texts: Mapping[str, str]) -> shapes.IncidentEvent:
    """One report's telling of an incident."""
    text = texts.get(row.key.doc_id)
    start, end = around(row.event.trigger, text) if text is not None else (None, None)
    return shapes.IncidentEvent(
        id=to_event_id(row.key),
        etag=quoted(row.version),
        state=row.state,
        same_as=row.same_as and to_id(row.same_as),
        report_id=to_id(row.key.doc_id),
        title=row.title,
        source=row.source,
        published=row.published,
        event=row.event,
        excerpt=text[start:end] if text is not None else None,
        start=start,
    )


Tie = tuple[model.Relation, frozenset[model.EventKey]]
"""A relation, and the two events."""


def link(found: model.Link, verdicts: Mapping[Tie, ledger.LinkVerdict]) -> shapes.Link:
    """Two events taken for one, why, and what a person said about it."""
    said = verdicts.get((found.relation, frozenset((found.left, found.right))))
    return shapes.Link(
        left=to_event_id(found.left),
        right=to_event_id(found.right),
        relation=found.relation,
        probability=found.probability,
        reasons=found.reasons,
        verdict=said.verdict if said else None,
        by=said.by if said else None,
        at=said.at if said else None,
        comment=said.comment if said else None,
    )


def change(found: ledger.Change) -> shapes.Change:
    """Something new."""
    key = found.doc_id and found.event_id and model.EventKey(doc_id=found.doc_id, event_id=found.event_id)
    return shapes.Change(
        sequence=found.sequence,
        kind=found.kind,
        at=found.at,
        by=found.by,
        report_id=to_id(found.doc_id) if found.doc_id else None,
        event_id=to_event_id(key) if key else None,
        incident_id=found.incident_id,
        detail=dict(found.detail) or None,
    )


def summary(found: ledger.Summary, *, n_sources: int = 30) -> shapes.Summary:
    """What is going on, at a glance; of the sources only the most frequent."""
    return shapes.Summary(
        n_reports=found.n_reports,
        n_republished=found.n_republished,
        n_events=found.n_events,
        n_incidents=found.n_incidents,
        n_decisions=found.n_decisions,
        reports_by_state=counts(found.reports_by_state),
        events_by_state=counts(found.events_by_state),
        events_by_category=counts(found.events_by_category),
        sources=counts(found.sources)[:n_sources],
        first_day=found.first_day,
        last_day=found.last_day,
        sequence=found.sequence,
    )


def counts(numbers: Mapping[str, int]) -> tuple[shapes.Count, ...]:
    """Counted values, the most frequent first."""
    ranked = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(shapes.Count(value=value, n=n) for value, n in ranked)


def quoted(version: str) -> str:
    """A version as an entity tag."""
    return f'"{version}"'


def job(record: JobRecord) -> shapes.Job:
    """A job as it stands."""
    return shapes.Job(
        id=record.id,
        name=record.name,
        by=record.by,
        state=record.state,
        started_at=record.started_at,
        ended_at=record.ended_at,
        n_reports=record.n_reports,
        n_events=record.n_events,
        n_refused=record.n_refused,
        reports=tuple(map(to_id, record.reports)),
        refusals=tuple(
            shapes.Refusal(source=each.source, code=each.code, reason=each.reason, line=each.line)
            for each in record.refusals
        ),
        message=record.message,
    )
