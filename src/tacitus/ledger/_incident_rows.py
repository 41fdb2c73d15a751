"""Incidents, claims and links as rows of the tables, and back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, Final, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import RowMapping, Table

from tacitus.ledger import _tables as t
from tacitus.ledger._rows import digest_of, told_row
from tacitus.model import (
    Claim,
    ClaimField,
    EventKey,
    Figure,
    Incident,
    Interval,
    Link,
    Party,
    Place,
    Quantity,
    Reason,
    Relation,
    Span,
    Value,
    contradicting,
)

Record = TypeVar("Record")

_KINDS: Final[dict[ClaimField, Any]] = {
    ClaimField.PLACE: Place,
    ClaimField.TIME: Interval,
    ClaimField.ACTORS: Party,
    ClaimField.RECIPIENTS: Party,
    ClaimField.KILLED: Quantity,
    ClaimField.INJURED: Quantity,
    ClaimField.COUNT: Quantity,
}
"""What the values of a field are; of the other fields they are words."""

_RELATIONS: Final = ("responds_to", "carries_out", "recalls")
_ROLES: Final = ("actors", "recipients")


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _plain(kind: Any, value: object) -> Any:
    """As JSON values; what is not told is left out."""
    return _adapter(kind).dump_python(value, mode="json", by_alias=True, exclude_none=True)


def incident_record(incident: Incident) -> dict[str, Any]:
    """The JSON column of an incident: all but its claims, which have a table of their own."""
    record: dict[str, Any] = _adapter(Incident).dump_python(
        incident, mode="json", by_alias=True, exclude_defaults=True, exclude={"claims"}
    )
    return record


def incident_of(record: Mapping[str, Any], claims: Sequence[Claim] = ()) -> Incident:
    """The incident of a JSON column, with its claims where they are wanted."""
    incident: Incident = _adapter(Incident).validate_python(record)
    return replace(incident, claims=tuple(claims)) if claims else incident


def claim_rows(incident: Incident, numbers: Mapping[str, int]) -> list[dict[str, Any]]:
    """The rows of an incident's claims, less the number of the incident."""
    return [_claim_row(claim, ordinal, numbers) for ordinal, claim in enumerate(incident.claims)]


def claim_of(row: RowMapping, spans: "Spans") -> Claim:
    """The claim of a row."""
    field = ClaimField(row["field"])
    kind = _KINDS.get(field)
    value: Value = row["value"] if kind is None else _adapter(kind).validate_python(row["value"])
    return Claim(
        field=field,
        value=value,
        key=EventKey(doc_id=row["doc_id"], event_id=row["event_id"]),
        spans=spans.of(row["spans"]),
        attribution=spans.of(row["attribution"]),
        source=row["source"],
        published=row["published"],
    )


class Spans:
    """Spans read from JSON columns; equal ones, as the attribution of all claims of an event, are read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], Span] = {}

    def of(self, records: Sequence[Mapping[str, Any]]) -> tuple[Span, ...]:
        """The spans of a column."""
        return tuple(self._of(record["text"], record["start"]) for record in records)

    def _of(self, text: str, start: int) -> Span:
        if (found := self._known.get((text, start))) is None:
            found = self._known[text, start] = Span(text=text, start=start, end=start + len(text))
        return found


def incident_digest(record: Mapping[str, Any], claims: Sequence[Mapping[str, Any]]) -> str:
    """Equal for incidents that say the same."""
    told = [
        [row[name] for name in ("field", "report_id", "event_id", "value", "spans", "attribution")] for row in claims
    ]
    return digest_of(record, told)


def incident_row(incident: Incident) -> dict[str, Any]:
    """The columns of an incident that are searched and sorted by."""
    differing = [field.value for field in contradicting(incident.claims)]
    return {
        "incident_id": incident.id,
        "kind": incident.kind.value,
        **told_row(incident),
        **_figure("killed", incident.killed),
        **_figure("injured", incident.injured),
        "n_reports": len({key.doc_id for key in incident.events}),
        "n_events": len(incident.events),
        "contradicts": bool(differing),
        "contradicting": differing,
    }


def parts(incident: Incident, numbers: Mapping[str, int]) -> Iterator[tuple[Table, dict[str, Any]]]:
    """The rows that hang on an incident beside its claims, each with its table."""
    for ordinal, key in enumerate(incident.events):
        yield (
            t.incident_events,
            {"ordinal": ordinal, "report_id": numbers[key.doc_id], "event_id": key.event_id},
        )
    for role in _ROLES:
        for ordinal, party in enumerate(getattr(incident, role)):
            row = {"role": role, "ordinal": ordinal, "name": party.name}
            yield t.incident_parties, row | {"country": party.country, "sector": party.sector}
    for relation in _RELATIONS:
        for other in getattr(incident, relation):
            yield t.incident_relations, {"relation": relation, "other": other}


def link_row(link: Link, numbers: Mapping[str, int]) -> dict[str, Any]:
    """The columns of a link."""
    return {
        "left_report": numbers[link.left.doc_id],
        "left_event": link.left.event_id,
        "right_report": numbers[link.right.doc_id],
        "right_event": link.right.event_id,
        "relation": link.relation.value,
        "probability": link.probability,
        "reasons": [[reason.comparison, reason.level, reason.weight] for reason in link.reasons],
        "decided_by": link.decided_by,
    }


def link_of(row: RowMapping) -> Link:
    """The link of a row joined with the ids of its reports."""
    return Link(
        left=EventKey(doc_id=row["left_doc_id"], event_id=row["left_event"]),
        right=EventKey(doc_id=row["right_doc_id"], event_id=row["right_event"]),
        relation=Relation(row["relation"]),
        probability=row["probability"],
        reasons=tuple(
            Reason(comparison=comparison, level=level, weight=weight) for comparison, level, weight in row["reasons"]
        ),
        decided_by=row["decided_by"],
    )


def _claim_row(claim: Claim, ordinal: int, numbers: Mapping[str, int]) -> dict[str, Any]:
    kind = _KINDS.get(claim.field)
    low, high = (claim.value.low, claim.value.high) if isinstance(claim.value, Quantity) else (None, None)
    return {
        "ordinal": ordinal,
        "field": claim.field.value,
        "report_id": numbers[claim.key.doc_id],
        "event_id": claim.key.event_id,
        "value": claim.value if kind is None else _value(kind, claim.value),
        "low": low,
        "high": high,
        "spans": [_span(span) for span in claim.spans],
        "attribution": [_span(span) for span in claim.attribution],
        "source": claim.source,
        "published": claim.published,
    }


def _value(kind: Any, value: Value) -> Any:
    record = _plain(kind, value)
    # An open bound says something, as in the record of an event.
    return {"low": None, "high": None} | record if kind is Quantity else record


def _span(span: Span) -> dict[str, Any]:
    return {"text": span.text, "start": span.start, "end": span.end}


def _figure(name: str, figure: Figure | None) -> dict[str, int | None]:
    values = (None, None, None) if figure is None else (figure.best, figure.low, figure.high)
    return dict(zip((f"{name}_best", f"{name}_low", f"{name}_high"), values, strict=True))
