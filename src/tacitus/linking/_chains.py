"""Chains of escalation: incidents that answer each other, across reports."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from graphlib import TopologicalSorter

from tacitus.linking._components import Components
from tacitus.model import Chain, Incident

Answer = tuple[str, str]  # the answered incident, the answer
Pair = tuple[int, int]  # the same, by their places among all in the order of time


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One incident as far as chains need it: when it happened, when it was first told, and what it answers.

    So a ledger need not read whole incidents to know which answer each other.
    """

    id: str
    first_day: date | None = None
    last_day: date | None = None
    told: date = date.max
    responds_to: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """On which it happened, or else was first told."""
        return self.first_day or self.told

    @property
    def when(self) -> tuple[date, date, str]:
        """By the day; then by when it was first told."""
        return (self.day, self.told, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainIds:
    """A chain by the ids of its incidents: `ids` in the order of time, `answers` as in `Chain`."""

    ids: tuple[str, ...]
    answers: tuple[Answer, ...]


def chains(incidents: Iterable[Incident]) -> tuple[Chain, ...]:
    """All chains, the longest first, of equals the earliest."""
    by_id = {incident.id: incident for incident in incidents}
    return tuple(
        Chain(incidents=tuple(by_id[identifier] for identifier in one.ids), answers=one.answers)
        for one in chain_ids(map(_step, by_id.values()))
    )


def chain_ids(steps: Iterable[Step]) -> tuple[ChainIds, ...]:
    """The same of incidents of which no more is known than a chain needs."""
    ordered = sorted({step.id: step for step in steps}.values(), key=lambda step: step.when)
    kept = sorted(_without_circles(_pairs(ordered)))
    forest: Components[int] = Components()
    for cause, answer in kept:
        forest.join(cause, answer)
    groups: dict[int, list[Pair]] = defaultdict(list)
    for pair in kept:
        groups[forest.root(pair[0])].append(pair)
    # Each group's root is its first incident in time.
    made = [(root, _chain(group, ordered)) for root, group in groups.items()]
    return tuple(chain for _, chain in sorted(made, key=lambda one: (-len(one[1].ids), one[0])))


def _pairs(ordered: Sequence[Step]) -> Iterator[Pair]:
    """Who answers whom, by their places in time. None answers what had not happened yet."""
    place = {step.id: index for index, step in enumerate(ordered)}
    for answer, step in enumerate(ordered):
        for other in step.responds_to:
            cause = place.get(other)
            if cause is not None and _could_answer(ordered[cause], step):
                yield cause, answer


def _could_answer(cause: Step, answer: Step) -> bool:
    return cause.first_day is None or answer.last_day is None or cause.first_day <= answer.last_day


def _without_circles(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs, less those that would close a circle; where two contradict, the answer later in time stays."""
    causes: dict[int, set[int]] = defaultdict(set)
    for cause, answer in sorted(pairs, key=lambda pair: (pair[1] <= pair[0], pair)):
        if not _leads_back(cause, answer, causes):
            causes[answer].add(cause)
            yield cause, answer


def _leads_back(start: int, goal: int, causes: Mapping[int, set[int]]) -> bool:
    """Whether `start` answers `goal`, directly or not."""
    seen, pending = {start}, [start]
    while pending:
        here = pending.pop()
        if here == goal:
            return True
        fresh = causes.get(here, set()) - seen
        seen |= fresh
        pending.extend(fresh)
    return False


def _chain(pairs: Sequence[Pair], ordered: Sequence[Step]) -> ChainIds:
    places = _in_order(pairs, ordered)
    rank = {place: index for index, place in enumerate(places)}
    told = sorted(pairs, key=lambda pair: (rank[pair[0]], rank[pair[1]]))
    return ChainIds(
        ids=tuple(ordered[place].id for place in places),
        answers=tuple((ordered[cause].id, ordered[answer].id) for cause, answer in told),
    )


def _in_order(pairs: Sequence[Pair], ordered: Sequence[Step]) -> list[int]:
    """The places of a chain in the order of time; of one day, what was answered stands before its answer."""
    places = sorted({place for pair in pairs for place in pair})
    causes: dict[int, list[int]] = defaultdict(list)
    for cause, answer in pairs:
        if ordered[cause].day == ordered[answer].day:
            causes[answer].append(cause)
    if all(cause < answer for answer, found in causes.items() for cause in found):
        return places
    steps: dict[int, int] = {}  # from the first that the day's answers go back to
    for place in TopologicalSorter(causes).static_order():
        steps[place] = 1 + max((steps[cause] for cause in causes.get(place, ())), default=-1)
    return sorted(places, key=lambda place: (ordered[place].day, steps.get(place, 0), place))


def _step(incident: Incident) -> Step:
    time = incident.time
    return Step(
        id=incident.id,
        first_day=time.from_ if time else None,
        last_day=time.to if time else None,
        told=min((claim.published for claim in incident.claims if claim.published), default=date.max),
        responds_to=incident.responds_to,
    )
