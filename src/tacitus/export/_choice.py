"""Which entries are exported."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from tacitus.export._entry import Entry
from tacitus.model import IncidentKind, Realis

_REJECTED: Final = {"rejected"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is asked for; each field given narrows it. By default single incidents and totals, and what occurred.

    `from_` and `to` are days on which it happened, any day of its interval; what is undated then stays out.
    `countries` are ISO 3166-1 alpha-3 codes of the place. With `review`, every event of an entry must be in one of
    the states, so that nothing unchecked comes along. What a person coded passes any `min_confidence`. What people
    rejected altogether is never chosen, also where it was not linked anew since.
    """

    from_: date | None = None
    to: date | None = None
    countries: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    realis: tuple[Realis, ...] = (Realis.OCCURRED,)
    kinds: tuple[IncidentKind, ...] = (IncidentKind.SINGLE, IncidentKind.AGGREGATE)
    review: tuple[str, ...] = ()
    min_confidence: float | None = None

    def __contains__(self, entry: Entry) -> bool:
        return (
            set(entry.review) != _REJECTED
            and entry.realis in self.realis
            and entry.kind in self.kinds
            and (not self.categories or entry.category in self.categories)
            and (not self.countries or (entry.place is not None and entry.place.country in self.countries))
            and (not self.review or (bool(entry.review) and set(entry.review) <= set(self.review)))
            and (self.min_confidence is None or entry.confidence is None or entry.confidence >= self.min_confidence)
            and self._is_in_time(entry)
        )

    def _is_in_time(self, entry: Entry) -> bool:
        if self.from_ is None and self.to is None:
            return True
        time = entry.time
        return time is not None and (self.from_ or date.min) <= time.to and time.from_ <= (self.to or date.max)
