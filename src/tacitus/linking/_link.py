"""Linking as a whole: coded reports and people's decisions in, incidents and links out."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tacitus.linking._claims import Telling, in_order, tellings
from tacitus.linking._cluster import Cluster, components, numbered, part, within
from tacitus.linking._decisions import Decided, Pair, settle, undecided, with_decisions
from tacitus.linking._incidents import incident
from tacitus.linking._parameters import Parameters
from tacitus.linking._profile import profiles_of
from tacitus.linking._relate import answering_anew, related
from tacitus.linking._score import score
from tacitus.model import CodedReport, EventKey, Incident, Link, LinkDecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Every event in exactly one incident, and every link with its probability and reasons.

    `links` also hold those that join nothing: too weak, cut by a person, or of another relation than `same`.
    `overruled` are decisions that later ones contradict; somebody should look at them.
    """

    incidents: tuple[Incident, ...] = ()
    links: tuple[Link, ...] = ()
    overruled: tuple[LinkDecision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """The ids of reports whose events are new or other, and all links of these events (`pairs`)."""

    reports: Collection[str] = ()
    links: Iterable[Link] = ()


NOTHING_NEW = News()


def link(
    reports: Iterable[CodedReport], *, decisions: Sequence[LinkDecision] = (), parameters: Parameters | None = None
) -> Linked:
    """Link all reports at once.

    Args:
        reports: In any order; ids of reports are unique.
        decisions: People's, in the order in which they were made.
        parameters: The shipped ones, unless others are tried.
    """
    return extend(Linked(), (), reports, decisions=decisions, parameters=parameters)


def extend(
    linked: Linked,
    known: Iterable[CodedReport],
    new: Iterable[CodedReport],
    *,
    decisions: Sequence[LinkDecision] = (),
    parameters: Parameters | None = None,
) -> Linked:
    """Add reports to what is linked, with the very result of linking all at once.

    Only pairs with a new event are scored, and only components that hold one, or that people decided about, are
    parted anew.

    Args:
        linked: What linking `known` gave.
        known: The reports that were linked. One that is among `new` as well was coded anew and is replaced.
        new: The reports to add.
        decisions: All of people's decisions, in the order in which they were made, not only new ones.
        parameters: As they were when `known` was linked.
    """
    added = {coded.doc_id: coded for coded in new}
    every = {**{coded.doc_id: coded for coded in known}, **added}
    scored = score(profiles_of(every.values()), new=added.keys(), parameters=parameters) if added else ()
    return _with(linked, tellings(every.values()), News(reports=added.keys(), links=scored), decisions, parameters)


def relink(
    block: Linked,
    around: Iterable[Incident],
    reports: Iterable[CodedReport],
    *,
    decisions: Sequence[LinkDecision],
    news: News = NOTHING_NEW,
) -> Linked:
    """Part a block anew: what linking all at once, with the shipped parameters, makes of its events and those around.

    Args:
        block: Incidents and the links between their events. Nothing that ties two events leads out of it (`ties`), nor
            does any decision; and of events of the changed reports, no link at all.
        around: The incidents of all other events of the block's reports, which may answer the block's or be answered.
        reports: All that tell an event of the block, as they now are.
        decisions: All that are about the block, in the order in which they were made.
        news: The reports with other events than those that were linked; no link of these leads out of the block either.
    """
    known, around = list(reports), list(around)
    keys = {key for found in block.incidents for key in found.events}
    told = tellings(known)
    own = {key: telling for key, telling in told.items() if key in keys or key.doc_id in news.reports}
    linked = _with(block, own, news, decisions, None)
    gone = {found.id for found in block.incidents}
    return replace(linked, incidents=answering_anew([*linked.incidents, *around], gone, told))


def _with(
    linked: Linked,
    told: Mapping[EventKey, Telling],
    news: News,
    decisions: Sequence[LinkDecision],
    parameters: Parameters | None,
) -> Linked:
    decided = settle([decision for decision in decisions if decision.left in told and decision.right in told])
    kept = [undecided(old, parameters) for old in linked.links if not _is_of(old, news.reports) and old.reasons]
    links = with_decisions([*kept, *news.links], decided)
    touched = {key for key in told if key.doc_id in news.reports} | decided.keys | _loosened(linked, news.reports)
    incidents = _incidents(told, links, decided, _untouched(linked, touched))
    return Linked(incidents=related(incidents, links, told), links=links, overruled=decided.overruled)


def _is_of(link: Link, reports: Container[str]) -> bool:
    return link.left.doc_id in reports or link.right.doc_id in reports


def _loosened(linked: Linked, replaced: Container[str]) -> set[EventKey]:
    """The events whose component may have held together by an event coded anew, or by a person's word."""
    keys = [key for incident in linked.incidents for key in incident.events]
    loose = {key for key in keys if key.doc_id in replaced}
    loose.update(key for link in linked.links if link.decided_by for key in (link.left, link.right))
    if not loose:
        return loose
    before = components(keys, linked.links)
    return {key for component in before if not loose.isdisjoint(component) for key in component}


def _untouched(linked: Linked, touched: set[EventKey]) -> dict[EventKey, Incident]:
    """The incidents that need no second look, by their events."""
    untouched = (old for old in linked.incidents if touched.isdisjoint(old.events))
    return {key: old for old in untouched for key in old.events}


def _incidents(
    told: Mapping[EventKey, Telling], links: Sequence[Link], decided: Decided, before: Mapping[EventKey, Incident]
) -> list[Incident]:
    """The incidents of all components; one whose events all have their incident from before keeps it."""
    made: dict[EventKey, Incident] = {}
    for component, own_links, own_decided in _sorted_out(components(told.keys(), links), links, decided):
        if all(key in before for key in component):
            made.update({before[key].events[0]: before[key] for key in component})
        else:
            for cluster in part(component, own_links, own_decided):
                found = incident(in_order(cluster, told))
                made[found.events[0]] = found
    return list(made.values())


def _sorted_out(
    found: Sequence[Cluster], links: Iterable[Link], decided: Decided
) -> Iterator[tuple[Cluster, dict[Pair, Link], Decided]]:
    """Each component with the links and decisions between its own members."""
    number = numbered(found)
    own_links = within(number, links)
    own_decided = {index: Decided() for index in range(len(found))}
    for name in ("confirmed", "cut"):
        for pair, by in getattr(decided, name).items():
            if number[pair[0]] == number[pair[1]]:
                getattr(own_decided[number[pair[0]]], name)[pair] = by
    for index, component in enumerate(found):
        yield component, own_links.get(index, {}), own_decided[index]
