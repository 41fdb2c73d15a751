"""Which incident is which row: one to one, as alike in all as possible, by place, day and kind of act.

Incidents and rows that may belong together form groups, and each group is assigned by itself: the outcome is that of
one assignment over everything, at a fraction of the work.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import numpy as np

from tacitus.analysis import assigned, words
from tacitus.analysis.compare._kinds import Kinds
from tacitus.analysis.compare._row import Row
from tacitus.analysis.compare._when import days_apart, days_of
from tacitus.analysis.compare._where import apart_km, radius_km
from tacitus.earth import NEAR_KM
from tacitus.export import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """How far an incident and a row may be apart, beyond what either's own precision allows for.

    Set, not swept: a day for what is reported on the day after or across a night, and what UCDP calls "near".
    """

    days: int = 1
    km: float = NEAR_KM


# What decides between several that may be one: where, when and what count alike, who and how many half as much.
_PLACE, _DAY, _KIND, _PARTIES, _KILLED = 1.0, 1.0, 1.0, 0.5, 0.5
_UNTOLD: Final = 0.25  # of the day's weight, where only the report has a date
_SAME_COUNTRY: Final = 0.25  # of the place's weight, where no point is known

Pair = tuple[int, int]


def matched(entries: Sequence[Entry], rows: Sequence[Row], tolerance: Tolerance, kinds: Kinds) -> list[Pair]:
    """The numbers of the entries and rows that are matched, in the order of the entries."""
    scores = {
        (i, j): score
        for i, j in _near_in_time(entries, rows, tolerance)
        if (score := alike(entries[i], rows[j], tolerance, kinds)) > 0
    }
    return sorted(pair for group in _groups(scores) for pair in _assigned(group, scores))


def alike(entry: Entry, row: Row, tolerance: Tolerance, kinds: Kinds) -> float:
    """How alike an incident and a row are; 0 for those that may not be matched."""
    kind, place, day = kinds.alike(entry, row), _place(entry, row, tolerance), _day(entry, row, tolerance)
    if kind == 0 or place == 0 or day == 0:
        return 0.0
    return _PLACE * place + _DAY * day + _KIND * kind + _PARTIES * _parties(entry, row) + _KILLED * _killed(entry, row)


def _day(entry: Entry, row: Row, tolerance: Tolerance) -> float:
    """From 1 for a day in common down to 0 for too far; less for an incident that no report dates."""
    days = days_of(entry)
    if days is None:
        return 0.0
    gap = days_apart(days.first, days.last, row.first, row.last)
    if not days.told:
        return _UNTOLD if gap == 0 else 0.0
    return max(0.0, 1 - gap / (tolerance.days + 1))


def _place(entry: Entry, row: Row, tolerance: Tolerance) -> float:
    """From 1 for the same point down to 0 for too far; less for a country alone."""
    if entry.place is None:
        return 0.0
    apart = apart_km(entry.place, row)
    if apart is None:
        return _SAME_COUNTRY if entry.place.country is not None and entry.place.country == row.country else 0.0
    allowed = tolerance.km + radius_km(entry.place) + row.radius_km
    return 1 - apart / allowed * (1 - _SAME_COUNTRY) if apart <= allowed else 0.0


def _parties(entry: Entry, row: Row) -> float:
    own = words(" ".join(party.name for party in (*entry.actors, *entry.recipients)))
    theirs = words(" ".join(row.parties))
    return len(own & theirs) / min(len(own), len(theirs)) if own and theirs else 0.0


def _killed(entry: Entry, row: Row) -> float:
    if entry.killed is None or row.killed is None:
        return 0.0
    own, theirs = entry.killed.best, row.killed
    return 1 - abs(own - theirs) / max(own, theirs, 1)


def _near_in_time(entries: Sequence[Entry], rows: Sequence[Row], tolerance: Tolerance) -> Iterator[Pair]:
    """All pairs whose days are near enough."""
    order = sorted(range(len(rows)), key=lambda j: rows[j].first)
    starts = [rows[j].first for j in order]
    longest = max(((row.last - row.first for row in rows)), default=timedelta())
    slack = timedelta(days=tolerance.days)
    for i, entry in enumerate(entries):
        days = days_of(entry)
        if days is None:
            continue
        begin = bisect_left(starts, days.first - slack - longest)
        end = bisect_right(starts, days.last + slack)
        for j in order[begin:end]:
            if rows[j].last >= days.first - slack:
                yield i, j


def _groups(pairs: Mapping[Pair, float]) -> Iterator[list[Pair]]:
    """The pairs, put together where they share an entry or a row, directly or by way of others."""
    of_entry, of_row = defaultdict(list), defaultdict(list)
    for pair in pairs:
        of_entry[pair[0]].append(pair)
        of_row[pair[1]].append(pair)
    seen: set[Pair] = set()
    for first in pairs:
        group, pending = [], [first]
        while pending:
            pair = pending.pop()
            if pair not in seen:
                seen.add(pair)
                group.append(pair)
                pending.extend(of_entry[pair[0]])
                pending.extend(of_row[pair[1]])
        if group:
            yield group


def _assigned(group: Sequence[Pair], scores: Mapping[Pair, float]) -> Iterator[Pair]:
    lefts, rights = sorted({i for i, _ in group}), sorted({j for _, j in group})
    table = np.zeros((len(lefts), len(rights)))
    for i, j in group:
        table[bisect_left(lefts, i), bisect_left(rights, j)] = scores[i, j]
    yield from ((lefts[a], rights[b]) for a, b in assigned(table) if table[a, b] > 0)
