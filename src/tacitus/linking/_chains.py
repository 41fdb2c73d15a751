"""Chains of escalation: incidents that answer each other, across reports."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from tacitus.linking._components import Components
from tacitus.model import Chain, Incident

Answer = tuple[str, str]  # the answered incident, the answer


def chains(incidents: Iterable[Incident]) -> tuple[Chain, ...]:
    """All chains, the longest first, of equals the earliest."""
    by_id = {incident.id: incident for incident in incidents}
    answers = list(_without_circles(_answers(by_id), by_id))
    forest: Components[str] = Components()
    for cause, answer in answers:
        forest.join(cause, answer)
    groups = forest.of({identifier for pair in answers for identifier in pair})
    made = [_chain(set(group), answers, by_id) for group in groups]
    return tuple(sorted(made, key=lambda chain: (-len(chain.incidents), _when(chain.incidents[0]))))


def _answers(by_id: Mapping[str, Incident]) -> list[Answer]:
    """Who answers whom, the answers in the order of time. None to what had not happened yet."""
    pairs = (
        (cause, incident.id)
        for incident in by_id.values()
        for cause in incident.responds_to
        if cause in by_id and _could_answer(by_id[cause], incident)
    )
    return sorted(pairs, key=lambda pair: (_when(by_id[pair[1]]), _when(by_id[pair[0]])))


def _could_answer(cause: Incident, answer: Incident) -> bool:
    return cause.time is None or answer.time is None or cause.time.from_ <= answer.time.to


def _without_circles(answers: Iterable[Answer], by_id: Mapping[str, Incident]) -> Iterator[Answer]:
    """The answers, less those that would close a circle; where two contradict, the answer later in time stays."""
    causes: dict[str, set[str]] = defaultdict(set)
    for cause, answer in sorted(answers, key=lambda pair: (_when(by_id[pair[1]]) <= _when(by_id[pair[0]]), pair)):
        if not _leads_back(cause, answer, causes):
            causes[answer].add(cause)
            yield cause, answer


def _leads_back(start: str, goal: str, causes: Mapping[str, set[str]]) -> bool:
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


def _chain(group: set[str], answers: Iterable[Answer], by_id: Mapping[str, Incident]) -> Chain:
    members = sorted((by_id[identifier] for identifier in group), key=_when)
    place = {incident.id: index for index, incident in enumerate(members)}
    own = [pair for pair in answers if pair[1] in group]
    return Chain(
        incidents=tuple(members), answers=tuple(sorted(own, key=lambda pair: (place[pair[0]], place[pair[1]])))
    )


def _when(incident: Incident) -> tuple[date, date, str]:
    """By the day it happened, or else was first told; then by when it was first told."""
    told = min((claim.published for claim in incident.claims if claim.published), default=date.max)
    return (incident.time.from_ if incident.time else told, told, incident.id)
