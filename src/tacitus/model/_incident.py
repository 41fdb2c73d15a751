"""What several reports tell of one happening: the links between their events, the incident, and every claim."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tacitus.model._event import Realis
from tacitus.model._interval import Interval
from tacitus.model._party import Party
from tacitus.model._place import Place
from tacitus.model._quantity import Quantity
from tacitus.model._span import Span


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class EventKey:
    """Names one event of one report; event ids are unique within their report only."""

    doc_id: str
    event_id: str

    def __str__(self) -> str:
        return f"{self.doc_id}#{self.event_id}"


class Relation(StrEnum):
    """How two events of different reports belong together; only `same` makes them one incident."""

    SAME = "same"
    CARRIED_OUT = "carried_out"  # left was planned, right is its doing
    RECALLED = "recalled"  # left is told as it happens, right looks back on it from afar


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What one comparison adds to a link: `weight` is the log2 Bayes factor of the level that the two events reach.

    Weights above zero speak for the link, below zero against it; with the prior they sum to its log2 odds.
    """

    comparison: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two events that belong together with `probability`, and why.

    For `same` the lesser key is `left`; other relations have a direction. `decided_by` names the person who confirmed
    the link, whose probability then is 1, or cut it, whose probability then is 0; None where only the model spoke.
    """

    left: EventKey
    right: EventKey
    relation: Relation = Relation.SAME
    probability: float
    reasons: tuple[Reason, ...] = ()
    decided_by: str | None = None

    def __post_init__(self) -> None:
        if self.left == self.right:
            raise ValueError(f"a link joins two events, got {self.left} twice")
        if not 0 <= self.probability <= 1:
            raise ValueError(f"a probability is between 0 and 1, got {self.probability}")


class Verdict(StrEnum):
    """What a person says about two events."""

    CONFIRM = "confirm"
    CUT = "cut"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkDecision:
    """A person's word on whether two events stand in a relation; it outweighs any probability and survives relinking.

    Where the relation has a direction, `left` and `right` are those of the link.
    """

    left: EventKey
    right: EventKey
    relation: Relation = Relation.SAME
    verdict: Verdict
    by: str

    def __post_init__(self) -> None:
        if self.left == self.right:
            raise ValueError(f"a decision is about two events, got {self.left} twice")


class ClaimField(StrEnum):
    """The fields of an event that a report makes claims about; the names are those of `Event`."""

    CATEGORY = "category"
    MODE = "mode"
    ACLED = "acled"
    REALIS = "realis"
    PLACE = "place"
    TIME = "time"
    ACTORS = "actors"
    RECIPIENTS = "recipients"
    WEAPONS = "weapons"
    KILLED = "killed"
    INJURED = "injured"
    COUNT = "count"
    CLAIMED_BY = "claimed_by"


Value = str | Party | Place | Interval | Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One value of one field of an incident, as one report gives it.

    `spans` are the words of the value in the report, empty where it was deduced; `attribution` is whose word the
    event rests on there, empty for the report's own voice. `source` is the report's, where it names one.
    """

    field: ClaimField
    value: Value
    key: EventKey
    spans: tuple[Span, ...] = ()
    attribution: tuple[Span, ...] = ()
    source: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of people or events over all claims: the best claim, the lowest and the highest, never a mean.

    `low` and `high` hold every claim; None is an open bound. `best` is the figure of the claim in `basis`, chosen by
    `rule`; where that claim says "at least 19" it is 19.
    """

    best: int | None
    low: int | None
    high: int | None
    rule: str
    basis: EventKey


class IncidentKind(StrEnum):
    """What an incident stands for. Nothing but a person's decision makes one incident of events of different kinds."""

    SINGLE = "single"
    PLAN = "plan"
    AGGREGATE = "aggregate"  # a total over many events, or a time too long for one
    HISTORIC = "historic"  # looked back on long after
    HYPOTHETICAL = "hypothetical"
    GENERIC = "generic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One happening in the world, with all that its reports claim about it.

    `id` is a digest of the event told first, so that later reports do not change it. `events` are in the order of
    publication. The single values are those of the claims that most reports share, as docs/claims.md states;
    `claims` holds every other one too. `responds_to`, `carries_out` and `recalls` are ids of other incidents.
    """

    id: str
    kind: IncidentKind
    events: tuple[EventKey, ...]
    category: str
    mode: tuple[str, ...] = ()
    acled: str | None = None
    realis: Realis = Realis.OCCURRED
    place: Place | None = None
    time: Interval | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    weapons: tuple[str, ...] = ()
    killed: Figure | None = None
    injured: Figure | None = None
    count: Figure | None = None
    claims: tuple[Claim, ...] = ()
    responds_to: tuple[str, ...] = ()
    carries_out: tuple[str, ...] = ()
    recalls: tuple[str, ...] = ()

    def claims_of(self, field: ClaimField) -> tuple[Claim, ...]:
        """What the reports claim about one field, in the order of `events`."""
        return tuple(claim for claim in self.claims if claim.field is field)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Incidents that answer each other, at least two.

    `incidents` are in the order of time, those of one day so that an answer comes after what it answers; `answers` are
    pairs of ids, the answered incident first. They form no circle: where reports contradict each other about what
    answers what, the answer that stands later in time is kept.
    """

    incidents: tuple[Incident, ...]
    answers: tuple[tuple[str, str], ...]
