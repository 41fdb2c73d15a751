"""What incidents and human-coded rows have in common, and what only one of them has."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from tacitus.analysis.compare._kinds import Kinds
from tacitus.analysis.compare._match import Tolerance, matched
from tacitus.analysis.compare._read import HumanCoded
from tacitus.analysis.compare._row import Layout, Row
from tacitus.analysis.compare._when import days_apart, days_of
from tacitus.analysis.compare._where import apart_km
from tacitus.codebook import Codebook
from tacitus.export import Entry
from tacitus.model import IncidentKind, Realis

_UNDATED: Final = "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An incident and the row that it is, and in what they differ.

    `km` is None where one has no point; `days` is 0 where they have a day in common, None where no report dates the
    incident. `killed` is the incident's figure less the row's, None where one has none; `within` tells whether the
    row's figure lies within the incident's claims.
    """

    entry: Entry
    row: Row
    km: float | None
    days: int | None
    same_kind: bool
    killed: int | None
    within: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is compared: days and countries that both sides cover, both ends inside."""

    first: date
    last: date
    countries: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Both sides put together.

    `n_beyond` counts rows outside the scope; `not_coded` are incidents with why the other side would have no row of
    them: they count as nobody's miss.
    """

    name: str
    layout: Layout
    scope: Scope | None
    tolerance: Tolerance
    matches: tuple[Match, ...] = ()
    only_ours: tuple[Entry, ...] = ()
    only_theirs: tuple[Row, ...] = ()
    not_coded: tuple[tuple[Entry, str], ...] = ()
    n_beyond: int = 0

    @property
    def recall(self) -> float | None:
        """The share of their rows that we have; None without rows."""
        n_rows = len(self.matches) + len(self.only_theirs)
        return len(self.matches) / n_rows if n_rows else None

    @property
    def precision(self) -> float | None:
        """The share of our incidents that they have; None without incidents."""
        n_ours = len(self.matches) + len(self.only_ours)
        return len(self.matches) / n_ours if n_ours else None


def compare(
    entries: Iterable[Entry], coded: HumanCoded, codebook: Codebook, *, tolerance: Tolerance | None = None
) -> Comparison:
    """Match single incidents that occurred with the rows of a human-coded file.

    Only the days and countries that both sides cover are compared, so that a file of ten years does not drown a ledger
    of a week. What no report dates may be a row of the days before its first report, and is no miss otherwise. Plans,
    totals over many events and denied or alleged ones are passed over.
    """
    tolerance, kinds = tolerance or Tolerance(), Kinds(codebook=codebook)
    known = [entry for entry in entries if entry.kind is IncidentKind.SINGLE and entry.realis is Realis.OCCURRED]
    own, not_coded = _apart(known, lambda entry: _why_not(entry, coded.layout, kinds))
    scope = _scope(own, coded.rows)
    if scope is None:
        return Comparison(
            name=coded.name, layout=coded.layout, scope=None, tolerance=tolerance, not_coded=not_coded,
            n_beyond=len(coded.rows),
        )  # fmt: skip
    rows = [row for row in coded.rows if row.country in scope.countries and _in(scope, row.first, row.last)]
    own, outside = _apart(own, lambda entry: _beyond(entry, scope))
    pairs = matched(own, rows, tolerance, kinds)
    ours, theirs = {i for i, _ in pairs}, {j for _, j in pairs}
    alone = [entry for i, entry in enumerate(own) if i not in ours]
    return Comparison(
        name=coded.name,
        layout=coded.layout,
        scope=scope,
        tolerance=tolerance,
        matches=tuple(_match(own[i], rows[j], kinds) for i, j in pairs),
        only_ours=tuple(entry for entry in alone if entry.time is not None),
        only_theirs=tuple(row for j, row in enumerate(rows) if j not in theirs),
        not_coded=(*not_coded, *outside, *((entry, _UNDATED) for entry in alone if entry.time is None)),
        n_beyond=len(coded.rows) - len(rows),
    )


def _apart(
    entries: list[Entry], why_not: Callable[[Entry], str | None]
) -> tuple[list[Entry], tuple[tuple[Entry, str], ...]]:
    reasons = [(entry, why_not(entry)) for entry in entries]
    return [entry for entry, why in reasons if why is None], tuple((entry, why) for entry, why in reasons if why)


def _why_not(entry: Entry, layout: Layout, kinds: Kinds) -> str | None:
    if days_of(entry) is None:
        return _UNDATED
    if entry.place is None or entry.place.country is None:
        return "in no known country"
    if kinds.of(entry, layout) is None:
        return "no deaths told, which UCDP GED asks for" if layout is Layout.GED else "no type of ACLED's"
    return None


def _scope(entries: list[Entry], rows: tuple[Row, ...]) -> Scope | None:
    """The days and countries of both; None where they have none in common."""
    placed = {entry.place.country for entry in entries if entry.place and entry.place.country}
    shared = frozenset(placed & {row.country for row in rows if row.country})
    own = [days for entry in entries if entry.place and entry.place.country in shared and (days := days_of(entry))]
    theirs = [row for row in rows if row.country in shared]
    if not own or not theirs:
        return None
    first = max(min(days.first for days in own), min(row.first for row in theirs))
    last = min(max(days.last for days in own), max(row.last for row in theirs))
    return Scope(first=first, last=last, countries=shared) if first <= last else None


def _beyond(entry: Entry, scope: Scope) -> str | None:
    days = days_of(entry)
    if days is None or entry.place is None or entry.place.country not in scope.countries:
        return "in a country that the other data does not cover"
    return None if _in(scope, days.first, days.last) else "on days that the other data does not cover"


def _in(scope: Scope, first: date, last: date) -> bool:
    return days_apart(first, last, scope.first, scope.last) == 0


def _match(entry: Entry, row: Row, kinds: Kinds) -> Match:
    kind = kinds.of(entry, row.layout)
    killed = entry.killed
    return Match(
        entry=entry,
        row=row,
        km=apart_km(entry.place, row) if entry.place else None,
        days=days_apart(entry.time.from_, entry.time.to, row.first, row.last) if entry.time else None,
        same_kind=kind is not None and kind[0] == row.kind,
        killed=killed.best - row.killed if killed and row.killed is not None else None,
        within=killed is not None
        and row.killed is not None
        and (killed.low or 0) <= row.killed
        and (killed.high is None or row.killed <= killed.high),
    )
