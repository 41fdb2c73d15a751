"""What a briefing says, before it is drawn: the incidents with their quotes, and what follows from them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tacitus.export import Amount, Entry
from tacitus.linking import chains
from tacitus.model import Chain, Incident, IncidentKind, Realis

_NOT_TOLD = "not told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a briefing is about; each field given narrows it. Days are those on which it happened, both inside."""

    from_: date | None = None
    to: date | None = None
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The words in which one report tells an incident: `trigger` names it, `before` and `after` stand around it."""

    source: str
    before: str
    trigger: str
    after: str
    published: date | None = None
    title: str | None = None
    url: str | None = None
    said_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An incident and how its reports tell it."""

    incident: Incident
    entry: Entry
    quotes: tuple[Quote, ...]

    @property
    def is_counted(self) -> bool:
        """Whether it goes into the figures: a single happening that occurred, as far as its reports say."""
        return self.entry.kind is IncidentKind.SINGLE and self.entry.realis is Realis.OCCURRED


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A figure summed over incidents: the best figures, and the lowest and highest claims; `high` None is open."""

    best: int
    low: int
    high: int | None
    n_incidents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """Who acted against whom, how often, and how many were killed by the best figures."""

    actor: str
    recipient: str
    n_incidents: int
    n_killed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """Everything that the page and the Markdown tell. `told` is in the order of days."""

    ledger: str
    asked: Asked
    told: tuple[Told, ...]

    @property
    def counted(self) -> tuple[Told, ...]:
        """What goes into the figures, map and timeline."""
        return tuple(one for one in self.told if one.is_counted)

    @property
    def others(self) -> tuple[Told, ...]:
        """Plans, totals over many events, and what is alleged or denied: listed, not counted."""
        return tuple(one for one in self.told if not one.is_counted)

    @property
    def killed(self) -> Total:
        """People reported killed."""
        return _total(one.entry.killed for one in self.counted)

    @property
    def injured(self) -> Total:
        """People reported injured."""
        return _total(one.entry.injured for one in self.counted)

    @property
    def n_reports(self) -> int:
        """How many reports tell the incidents."""
        return len({source.doc_id for one in self.told for source in one.entry.sources})

    @property
    def sources(self) -> Counter[str]:
        """The sources by how many reports each has."""
        by_report = {source.doc_id: source.label for one in self.told for source in one.entry.sources}
        return Counter(by_report.values())

    @property
    def contradicting(self) -> tuple[Told, ...]:
        """The incidents on which the reports cannot all be right."""
        return tuple(one for one in self.told if one.entry.contradictions)

    @property
    def dyads(self) -> tuple[Dyad, ...]:
        """Who acted against whom, the most frequent first."""
        return _dyads(self.counted)

    @property
    def chains(self) -> tuple[Chain, ...]:
        """Incidents that answer each other."""
        return chains(one.incident for one in self.told)


def _total(amounts: Iterable[Amount | None]) -> Total:
    stated = [amount for amount in amounts if amount is not None]
    highs = [amount.high for amount in stated]
    return Total(
        best=sum(amount.best for amount in stated),
        low=sum(amount.low or 0 for amount in stated),
        high=None if None in highs else sum(high for high in highs if high is not None),
        n_incidents=len(stated),
    )


def _dyads(told: Iterable[Told]) -> tuple[Dyad, ...]:
    """An incident counts once for each pair of an actor and a recipient; its dead are not divided among pairs."""
    seen: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in told:
        actors = dict.fromkeys(party.name for party in one.entry.actors) or {_NOT_TOLD: None}
        recipients = dict.fromkeys(party.name for party in one.entry.recipients) or {"": None}
        for actor in actors:
            for recipient in recipients:
                seen[actor, recipient].append(one)
    dyads = (
        Dyad(
            actor=actor,
            recipient=recipient,
            n_incidents=len(incidents),
            n_killed=sum(one.entry.killed.best for one in incidents if one.entry.killed),
        )
        for (actor, recipient), incidents in seen.items()
    )
    return tuple(sorted(dyads, key=lambda dyad: (-dyad.n_incidents, -dyad.n_killed, dyad.actor, dyad.recipient)))
