"""Which events are one incident, given the links between them.

Events joined by any chain of links form a component, and every component is parted by itself: its clusters grow by
average linkage, so that one chance likeness cannot chain two happenings together. All counts are whole numbers and
ties fall to the lesser keys: the outcome depends on the set of events and links, never on their order, and a new
report changes only the components that its events join.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush

from tacitus.linking._components import Components
from tacitus.linking._decisions import Decided, Pair, ordered
from tacitus.model import EventKey, Link, Relation

# The least probability that joins. Chosen on the training stories (docs/linking.md).
JOIN = 0.5
# The reader has already judged that two events of one report are two; only near certainty overrules it.
JOIN_IN_ONE_REPORT = 0.99
# Probabilities as whole numbers, whose sums do not depend on the order of adding.
_UNIT = 1_000_000

Cluster = tuple[EventKey, ...]


def cluster(keys: Iterable[EventKey], links: Iterable[Link]) -> list[Cluster]:
    """The clusters that links alone make of events, without anybody's decisions; links are all of the relation `same`.

    For events that were scored elsewhere; `link` goes all the way from reports to incidents.
    """
    kept = list(links)
    found = components(keys, kept)
    own = within(numbered(found), kept)
    return [
        cluster for index, component in enumerate(found) for cluster in part(component, own.get(index, {}), Decided())
    ]


def components(keys: Iterable[EventKey], links: Iterable[Link]) -> list[Cluster]:
    """The events that any chain of joining links connects, each component in order."""
    forest: Components[EventKey] = Components()
    for link in links:
        if joins(link):
            forest.join(link.left, link.right)
    return [tuple(component) for component in forest.of(keys)]


def numbered(found: Iterable[Cluster]) -> dict[EventKey, int]:
    """The number of each event's component."""
    return {key: index for index, component in enumerate(found) for key in component}


def within(number: Mapping[EventKey, int], links: Iterable[Link]) -> dict[int, dict[Pair, Link]]:
    """The links between members of one component, by its number."""
    own: dict[int, dict[Pair, Link]] = defaultdict(dict)
    for link in links:
        if link.relation is Relation.SAME and number[link.left] == number[link.right]:
            own[number[link.left]][link.left, link.right] = link
    return own


def joins(link: Link) -> bool:
    """Whether the link alone would make one incident of its two events."""
    least = JOIN_IN_ONE_REPORT if link.left.doc_id == link.right.doc_id else JOIN
    return link.relation is Relation.SAME and link.probability >= least


def ties(link: Link) -> bool:
    """Whether what becomes of one of the two events can depend on the other, in whatever relation they stand."""
    return link.decided_by is not None or link.probability >= JOIN


def part(component: Cluster, links: Mapping[Pair, Link], decided: Decided) -> list[Cluster]:
    """The incidents of one component.

    Args:
        component: In order.
        links: Those between members, by their pair, the lesser key first.
        decided: What is decided about members. Confirmed pairs are joined whatever their probability, cut ones never.
    """
    if len(component) == 1:
        return [component]
    return sorted(_Agglomeration(component, links, decided).run())


class _Agglomeration:
    """Clusters by number; numbers are given in the order of keys, and a merged cluster keeps the lesser."""

    def __init__(self, component: Cluster, links: Mapping[Pair, Link], decided: Decided) -> None:
        confirmed: Components[EventKey] = Components()
        for one, other in decided.confirmed:
            confirmed.join(one, other)
        self._members = dict(enumerate(tuple(cluster) for cluster in confirmed.of(component)))
        self._number = {key: number for number, cluster in self._members.items() for key in cluster}
        self._sums: dict[int, dict[int, int]] = defaultdict(dict)
        self._barred: dict[int, set[int]] = defaultdict(set)
        self._bar(decided.cut, links)
        self._add(links)

    def run(self) -> Iterator[Cluster]:
        """Join the two nearest clusters until none are near enough."""
        heap = [self._entry(one, other) for one, others in self._sums.items() for other in others if one < other]
        heapify(heap)
        while heap:
            entry = heappop(heap)
            _, one, other, *_ = entry
            alive = one in self._members and other in self._members
            if alive and entry == self._entry(one, other) and other not in self._barred[one] and self._near(one, other):
                self._merge(one, other)
                for third in self._sums[one]:
                    heappush(heap, self._entry(*sorted((one, third))))
        return iter(self._members.values())

    def _bar(self, cut: Iterable[Pair], links: Mapping[Pair, Link]) -> None:
        """Keep apart what a person cut, and two events of one report that no link of their own joins."""
        for one, other in (*cut, *self._unlinked_of_one_report(links)):
            left, right = self._number[one], self._number[other]
            if left != right:
                self._barred[left].add(right)
                self._barred[right].add(left)

    def _unlinked_of_one_report(self, links: Mapping[Pair, Link]) -> Iterator[Pair]:
        reports: dict[str, list[EventKey]] = defaultdict(list)
        for key in self._number:
            reports[key.doc_id].append(key)
        for keys in reports.values():
            for index, one in enumerate(keys):
                for other in keys[index + 1 :]:
                    pair = ordered(one, other)
                    if pair not in links or not joins(links[pair]):
                        yield pair

    def _add(self, links: Mapping[Pair, Link]) -> None:
        for (one, other), link in links.items():
            left, right = self._number[one], self._number[other]
            if left != right:
                total = self._sums[left].get(right, 0) + round(link.probability * _UNIT)
                self._sums[left][right] = self._sums[right][left] = total

    def _entry(self, one: int, other: int) -> tuple[float, int, int, int, int]:
        total, n_pairs = self._sums[one][other], len(self._members[one]) * len(self._members[other])
        return (-total / n_pairs, one, other, total, n_pairs)

    def _near(self, one: int, other: int) -> bool:
        total, n_pairs = self._sums[one][other], len(self._members[one]) * len(self._members[other])
        return total >= JOIN * _UNIT * n_pairs

    def _merge(self, one: int, other: int) -> None:
        self._members[one] = tuple(sorted((*self._members[one], *self._members.pop(other))))
        gone = self._sums.pop(other)
        for third, total in gone.items():
            self._sums[third].pop(other)
            if third != one:
                self._sums[one][third] = self._sums[third][one] = self._sums[one].get(third, 0) + total
        for third in self._barred.pop(other, set()):
            self._barred[third].discard(other)
            self._barred[third].add(one)
            self._barred[one].add(third)
