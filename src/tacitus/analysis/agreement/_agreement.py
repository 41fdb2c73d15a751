"""How far two coders agree, or a coder and the program."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from tacitus.analysis._same import Value
from tacitus.analysis.agreement._alpha import alpha
from tacitus.analysis.agreement._domain import DOMAINS, Both, Level, with_unpaired
from tacitus.analysis.agreement._pairing import pairs
from tacitus.analysis.agreement._ratios import found
from tacitus.analysis.agreement._slots import SLOTS
from tacitus.analysis.agreement._sums import event_statistics, event_sums, renamed
from tacitus.analysis.agreement._tally import Estimate, Statistic, Tally, estimates

Coding = Mapping[str, Sequence[Value]]
"""A coder's events by report, as JSON records of the annotation guide's form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The first coder's events (or fillers) taken as right: how many of the second's are, how many were found."""

    precision: Estimate
    recall: Estimate
    f1: Estimate
    n_first: int
    n_second: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotAgreement:
    """Agreement on one slot. `within_pairs` is the share of the first coder's fillers that the second has, in pairs.

    `alpha` is over the `n_units` pairs in which the slot says something; None where it cannot be computed.
    """

    slot: str
    score: Score
    within_pairs: Estimate
    alpha: Estimate | None
    n_units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far two coders agree on the same reports.

    `alpha` is over every event that either has, with "no event" as a category of its own.
    """

    n_reports: int
    n_pairs: int
    events: Score
    material: Score
    fillers: Score
    alpha: Estimate | None
    slots: tuple[SlotAgreement, ...]


def agree(first: Coding, second: Coding) -> Agreement:
    """The agreement of two codings over the reports of the first; a report that the second lacks has no events there.

    Precision and recall take the first coder's events as right; F1 and alpha treat both alike. Intervals hold 95 % of
    1,000 bootstrap resamples of the reports.

    Raises:
        ValueError: there are no reports.
    """
    both = {name: (events, second.get(name, ())) for name, events in first.items()}
    paired = {name: pairs(*sides) for name, sides in both.items()}
    tallies = [Tally(document=name, sums=event_sums(*sides)) for name, sides in both.items()]
    known = {estimate.metric: estimate for estimate in estimates(tallies, _statistics())}
    totals = _totals(tallies)
    return Agreement(
        n_reports=len(both),
        n_pairs=sum(map(len, paired.values())),
        events=_score("events", known, totals),
        material=_score("material", known, totals),
        fillers=_score("slots", known, totals),
        alpha=alpha({name: with_unpaired(*both[name], paired[name]) for name in both}, Level.NOMINAL),
        slots=tuple(_slot(name, known, totals, paired) for name in SLOTS),
    )


def _statistics() -> dict[str, Statistic]:
    each = {metric: of for name in SLOTS for metric, of in found(f"{name}_").items()}
    return {**event_statistics(), **each}


def _totals(tallies: Sequence[Tally]) -> Mapping[str, float]:
    return {key: sum(tally.sums[key] for tally in tallies) for key in tallies[0].sums}


def _score(name: str, known: Mapping[str, Estimate], totals: Mapping[str, float]) -> Score:
    return Score(
        precision=known[f"{name}_precision"],
        recall=known[f"{name}_recall"],
        f1=known[f"{name}_f1"],
        n_first=int(totals[f"{name}_gold"]),
        n_second=int(totals[f"{name}_predicted"]),
    )


def _slot(
    name: str,
    known: Mapping[str, Estimate],
    totals: Mapping[str, float],
    paired: Mapping[str, Sequence[tuple[Value, Value]]],
) -> SlotAgreement:
    units = {report: _units(name, report, its_pairs) for report, its_pairs in paired.items()}
    return SlotAgreement(
        slot=name,
        score=_score(name, known, totals),
        within_pairs=known[f"{name}_within_pairs"],
        alpha=alpha(units, DOMAINS[name].level),
        n_units=sum(map(len, units.values())),
    )


def _units(name: str, report: str, its_pairs: Sequence[tuple[Value, Value]]) -> list[Both]:
    read = DOMAINS[name].read
    values = [both for a, b in renamed(its_pairs) if (both := read(a, b)) is not None]
    if name != "responds_to":
        return values
    return [(_in_report(report, a), _in_report(report, b)) for a, b in values]


def _in_report(report: str, ids: Hashable) -> Hashable:
    """Ids of events are the report's own: across reports they are not the same."""
    return frozenset((report, one) for one in ids) if isinstance(ids, frozenset) else ids
