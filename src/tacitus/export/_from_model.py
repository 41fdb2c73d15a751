"""Entries from the nouns: an event with its report, or an incident with the events that it is made of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tacitus.export._entry import Amount, Contradiction, Entry, Said, Source
from tacitus.export._words import day_or_days, figure
from tacitus.model import (
    ONE,
    Claim,
    ClaimField,
    Event,
    EventKey,
    Figure,
    Incident,
    IncidentKind,
    Interval,
    Party,
    Place,
    Quantity,
    Value,
    contradicting,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event and what is known about the report that tells it. `review` is its state, None where nobody checks."""

    doc_id: str
    event: Event
    published: date | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    review: str | None = None

    @property
    def key(self) -> EventKey:
        """The event's key."""
        return EventKey(doc_id=self.doc_id, event_id=self.event.id)


def entry_of_event(telling: Telling, kind: IncidentKind) -> Entry:
    """The entry of one event of one report."""
    event = telling.event
    return Entry(
        id=str(telling.key),
        kind=kind,
        category=event.category,
        mode=event.mode,
        acled=event.acled,
        realis=event.realis,
        time=event.time,
        place=event.place,
        actors=event.actors,
        recipients=event.recipients,
        weapons=tuple(dict.fromkeys(span.text for span in event.weapons)),
        killed=_amount(event.killed, telling.published),
        injured=_amount(event.injured, telling.published),
        count=_amount(event.count, telling.published),
        claimed_by=tuple(dict.fromkeys(span.text for span in event.claimed_by)),
        responds_to=tuple(f"{telling.doc_id}#{other}" for other in event.responds_to),
        sources=(_source(telling),),
        review=(telling.review,) if telling.review else (),
        confidence=event.confidence,
        note=event.note,
    )


def entry_of_incident(incident: Incident, tellings: Iterable[Telling]) -> Entry:
    """The entry of an incident.

    Args:
        incident: with its claims.
        tellings: its events as they now stand, in any order; those of other incidents are passed over.
    """
    told = {telling.key: telling for telling in tellings}
    own = [told[key] for key in incident.events if key in told]
    names = {telling.key: telling.source or telling.doc_id for telling in own}
    return Entry(
        id=incident.id,
        kind=incident.kind,
        category=incident.category,
        mode=incident.mode,
        acled=incident.acled,
        realis=incident.realis,
        time=incident.time,
        place=incident.place,
        actors=incident.actors,
        recipients=incident.recipients,
        weapons=incident.weapons,
        killed=_of_claims(incident.killed, incident.claims_of(ClaimField.KILLED)),
        injured=_of_claims(incident.injured, incident.claims_of(ClaimField.INJURED)),
        count=_of_claims(incident.count, incident.claims_of(ClaimField.COUNT)) or _amount(ONE, None),
        claimed_by=tuple(dict.fromkeys(str(claim.value) for claim in incident.claims_of(ClaimField.CLAIMED_BY))),
        responds_to=incident.responds_to,
        sources=tuple(_source(telling) for telling in own),
        contradictions=tuple(_contradictions(incident, names)),
        review=tuple(sorted({telling.review for telling in own if telling.review})),
        confidence=_confidence(own),
        note=" / ".join(dict.fromkeys(telling.event.note for telling in own if telling.event.note)) or None,
    )


def _source(telling: Telling) -> Source:
    return Source(
        doc_id=telling.doc_id,
        event_id=telling.event.id,
        published=telling.published,
        title=telling.title,
        name=telling.source,
        url=telling.url,
        trigger=telling.event.trigger.text,
        said_by=tuple(dict.fromkeys(span.text for span in telling.event.attribution)),
    )


def _confidence(tellings: Iterable[Telling]) -> float | None:
    stated = [telling.event.confidence for telling in tellings]
    return max((value for value in stated if value is not None), default=None) if None not in stated else None


def _amount(quantity: Quantity | None, published: date | None) -> Amount | None:
    if quantity is None:
        return None
    said = _said(quantity, published)
    return Amount(best=said.stated, low=said.low, high=said.high, basis=said, said=(said,))


def _of_claims(figure: Figure | None, claims: tuple[Claim, ...]) -> Amount | None:
    if figure is None:
        return None
    said = {claim.key: _said(claim.value, claim.published) for claim in claims if isinstance(claim.value, Quantity)}
    basis = said.get(figure.basis, Said(low=figure.best, high=figure.best))
    best = basis.stated if figure.best is None else figure.best
    return Amount(best=best, low=figure.low, high=figure.high, basis=basis, said=tuple(said.values()) or (basis,))


def _said(quantity: Quantity, published: date | None) -> Said:
    return Said(low=quantity.low, high=quantity.high, text=quantity.text, published=published)


def _contradictions(incident: Incident, names: Mapping[EventKey, str]) -> Iterator[Contradiction]:
    for field in contradicting(incident.claims):
        values: dict[str, list[str]] = {}
        for claim in incident.claims_of(field):
            values.setdefault(_in_words(claim.value), []).append(_who(claim, names))
        told = (f"{value} ({', '.join(dict.fromkeys(who))})" for value, who in values.items())
        yield Contradiction(field=field, values=tuple(told))


def _who(claim: Claim, names: Mapping[EventKey, str]) -> str:
    """The report, and whose word it passes on."""
    report = names.get(claim.key, claim.source or claim.key.doc_id)
    said_by = " and ".join(dict.fromkeys(span.text for span in claim.attribution))
    return f"{said_by} in {report}" if said_by else report


def _in_words(value: Value) -> str:
    match value:
        case Quantity():
            return figure(value.low, value.high)
        case Interval():
            return day_or_days(value.from_, value.to)
        case Place() | Party():
            return value.name
        case _:
            return str(value)
