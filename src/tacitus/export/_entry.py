"""What is exported: one neutral record for an event of one report and for an incident of several."""

from dataclasses import dataclass
from datetime import date

from tacitus.model import ClaimField, IncidentKind, Interval, Party, Place, Quantity, Realis


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One report that tells it, and how: `trigger` are the words that name it there, `said_by` whose word it is on."""

    doc_id: str
    event_id: str
    published: date | None = None
    title: str | None = None
    name: str | None = None
    url: str | None = None
    trigger: str = ""
    said_by: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """By which name a reader knows the report."""
        return self.name or self.doc_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One figure as one report gives it; `text` are its words, None where it was deduced."""

    low: int | None
    high: int | None
    text: str | None = None
    published: date | None = None

    @property
    def stated(self) -> int:
        """The number that is named."""
        return Quantity(low=self.low, high=self.high).stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number of people or events: the best figure, and the bounds over all of `said`; None is open.

    `basis` is the figure that `best` is taken from; it is one of `said`.
    """

    best: int
    low: int | None
    high: int | None
    basis: Said
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A field in which the reports cannot all be right, and each value in words with who gives it."""

    field: ClaimField
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event of one report or an incident of several: what every format is written from.

    `id` is the incident's, or "report#event". `review` are the states of its events with the people who check them,
    empty where nobody could. `confidence` is the highest of its events', None where a person coded one.
    """

    id: str
    kind: IncidentKind
    category: str
    mode: tuple[str, ...] = ()
    acled: str | None = None
    realis: Realis = Realis.OCCURRED
    time: Interval | None = None
    place: Place | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    weapons: tuple[str, ...] = ()
    killed: Amount | None = None
    injured: Amount | None = None
    count: Amount | None = None
    claimed_by: tuple[str, ...] = ()
    responds_to: tuple[str, ...] = ()
    sources: tuple[Source, ...]
    contradictions: tuple[Contradiction, ...] = ()
    review: tuple[str, ...] = ()
    confidence: float | None = None
    note: str | None = None

    @property
    def sides(self) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """Actors and recipients; where nobody is told as recipient, the first actor and the others."""
        return (self.actors, self.recipients) if self.recipients else (self.actors[:1], self.actors[1:])

    @property
    def said_by(self) -> tuple[str, ...]:
        """Whose word it rests on, over all reports; empty for the reports' own voice."""
        return tuple(dict.fromkeys(words for source in self.sources for words in source.said_by))

    @property
    def published(self) -> tuple[date, ...]:
        """The days on which its reports were published, in order."""
        return tuple(sorted(source.published for source in self.sources if source.published))
