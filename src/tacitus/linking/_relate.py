"""What incidents have to do with each other: answers, doings of a plan, and looks back."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from tacitus.linking._claims import Telling
from tacitus.linking._cluster import JOIN
from tacitus.model import EventKey, Incident, Link, Relation


def related(
    incidents: Sequence[Incident], links: Iterable[Link], told: Mapping[EventKey, Telling]
) -> tuple[Incident, ...]:
    """The incidents in the order of their ids, with what each responds to, carries out and recalls."""
    home = {key: found.id for found in incidents for key in found.events}
    chosen = _chosen(links, home)
    carries_out: dict[str, set[str]] = defaultdict(set)
    recalls: dict[str, set[str]] = defaultdict(set)
    for (relation, vague), single in chosen.items():
        if relation is Relation.CARRIED_OUT:
            carries_out[single].add(vague)
        else:
            recalls[vague].add(single)
    return tuple(
        replace(
            found,
            responds_to=_responds_to(found, home, told),
            carries_out=tuple(sorted(carries_out[found.id])),
            recalls=tuple(sorted(recalls[found.id])),
        )
        for found in sorted(incidents, key=lambda found: found.id)
    )


def answering_anew(
    incidents: Sequence[Incident], gone: Collection[str], told: Mapping[EventKey, Telling]
) -> tuple[Incident, ...]:
    """The incidents with what they respond to, where some were parted anew: those of the ids in `gone`.

    `told` holds the events of all reports that tell those; what incidents respond to by other reports stays.
    """
    home = {key: found.id for found in incidents for key in found.events}
    return tuple(
        replace(found, responds_to=tuple(sorted({*found.responds_to} - {*gone} | {*_responds_to(found, home, told)})))
        for found in incidents
    )


def _chosen(links: Iterable[Link], home: Mapping[EventKey, str]) -> dict[tuple[Relation, str], str]:
    """For each plan and each look back the one incident that it is most likely about, if any is likely enough."""
    best: dict[tuple[Relation, str], tuple[float, str]] = {}
    for link in links:
        if link.relation is Relation.SAME or link.probability < JOIN:
            continue
        left, right = home[link.left], home[link.right]
        if left == right:  # a person made one incident of the two
            continue
        vague, single = (left, right) if link.relation is Relation.CARRIED_OUT else (right, left)
        entry = (-link.probability, single)
        best[link.relation, vague] = min(best.get((link.relation, vague), entry), entry)
    return {about: single for about, (_, single) in best.items()}


def _responds_to(found: Incident, home: Mapping[EventKey, str], told: Mapping[EventKey, Telling]) -> tuple[str, ...]:
    causes = (
        EventKey(doc_id=key.doc_id, event_id=cause)
        for key in found.events
        if key in told
        for cause in told[key].event.responds_to
    )
    return tuple(sorted({home[cause] for cause in causes if cause in home} - {found.id}))
