"""The compared pairs of reports, for those who learn from them, look at them, or link a part of many reports."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tacitus.linking._parameters import Parameters
from tacitus.linking._profile import PLANNED_DAYS, UNDATED_DAYS, Profile, profiles_of
from tacitus.linking._score import score
from tacitus.linking._table import ALONE, GAP_DAYS
from tacitus.model import CodedReport, Link


def pairs(
    reports: Iterable[CodedReport],
    *,
    new: Collection[str] | None = None,
    parameters: Parameters | None = None,
    least: float = 0,
) -> Iterator[Link]:
    """Every pair of events that is near enough in country and days to be compared, as a link with its reasons.

    Args:
        reports: In any order.
        new: Only pairs with an event of these reports, by their ids; None for all.
        parameters: The shipped ones, unless others are tried.
        least: Less likely pairs are left out.
    """
    profiles = profiles_of(reports)
    wanted = {profile.key.doc_id for profile in profiles} if new is None else new
    yield from score(profiles, new=wanted, parameters=parameters, least=least)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Where and when an event must be to be compared with another: in one of the countries or in none that is told.

    `first` and `last` bound the days of a dated event, `first_told` and `last_told` the publication of an undated one;
    None where publication is what the other event lacks itself: only undated events of reports without a date will do.
    """

    countries: tuple[str, ...]
    first: date | None
    last: date | None
    first_told: date | None
    last_told: date | None


def reaches(reports: Iterable[CodedReport]) -> set[Reach]:
    """How far one must look for all events that could be compared with those of these reports.

    It may be further than needed: what is compared is decided pair by pair.
    """
    return {_reach(profile) for profile in profiles_of(reports) if profile.kind not in ALONE}


def _reach(profile: Profile) -> Reach:
    if profile.first_day is None or profile.last_day is None:
        return Reach(countries=profile.countries, first=None, last=None, first_told=None, last_told=None)
    first, last = profile.first_day - GAP_DAYS, profile.last_day + GAP_DAYS
    return Reach(
        countries=profile.countries,
        first=_day(first),
        last=_day(last),
        first_told=_day(first - PLANNED_DAYS),
        last_told=_day(last + UNDATED_DAYS),
    )


def _day(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
