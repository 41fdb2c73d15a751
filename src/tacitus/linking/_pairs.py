"""The compared pairs of reports, for those who learn from them or look at them without linking."""

from collections.abc import Iterable, Iterator

from tacitus.linking._parameters import Parameters
from tacitus.linking._profile import profiles_of
from tacitus.linking._score import score
from tacitus.model import CodedReport, Link


def pairs(reports: Iterable[CodedReport], *, parameters: Parameters | None = None, least: float = 0) -> Iterator[Link]:
    """Every pair of events that is near enough in country and days to be compared, as a link with its reasons.

    Args:
        reports: In any order.
        parameters: The shipped ones, unless others are tried.
        least: Less likely pairs are left out.
    """
    profiles = profiles_of(reports)
    yield from score(profiles, new={profile.key.doc_id for profile in profiles}, parameters=parameters, least=least)
