"""What an event can stand for, and so with what it may be linked."""

from datetime import date

from tacitus.model import Event, IncidentKind, Realis, Relation

# A day, a weekend, "last month" can be one happening told vaguely; what runs longer is a campaign or a total.
LONGEST_DAYS = 31
# Reports return to a happening for weeks: rising tolls, arrests, first hearings. What ended longer ago is told from
# memory, in a clause, often as a parallel to something new, and its details no longer hold two happenings apart.
HISTORIC_DAYS = 60

_OF_REALIS = {
    Realis.PLANNED: IncidentKind.PLAN,
    Realis.HYPOTHETICAL: IncidentKind.HYPOTHETICAL,
    Realis.GENERIC: IncidentKind.GENERIC,
}

# Ordered: the left of a link is of the first kind.
RELATIONS = {
    (IncidentKind.SINGLE, IncidentKind.SINGLE): Relation.SAME,
    (IncidentKind.PLAN, IncidentKind.PLAN): Relation.SAME,
    (IncidentKind.HISTORIC, IncidentKind.HISTORIC): Relation.SAME,
    (IncidentKind.AGGREGATE, IncidentKind.AGGREGATE): Relation.SAME,
    (IncidentKind.PLAN, IncidentKind.SINGLE): Relation.CARRIED_OUT,
    (IncidentKind.SINGLE, IncidentKind.HISTORIC): Relation.RECALLED,
}


def kind_of(event: Event, published: date | None) -> IncidentKind:
    """What the event stands for. What was denied or is alleged is still told as one happening."""
    if event.realis in _OF_REALIS:
        return _OF_REALIS[event.realis]
    if is_aggregate(event):
        return IncidentKind.AGGREGATE
    looks_back = event.time and published and (published - event.time.to).days > HISTORIC_DAYS
    return IncidentKind.HISTORIC if looks_back else IncidentKind.SINGLE


def is_aggregate(event: Event) -> bool:
    """Whether the event is a total over many, or runs too long for one."""
    return event.count.high != 1 or (event.time is not None and (event.time.to - event.time.from_).days > LONGEST_DAYS)
